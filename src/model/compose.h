/* SPDX-License-Identifier: MIT */
/*
 * A text under construction, for model/build: white space and marks are
 * settled while it is appended, so that what comes out needs no second
 * pass.  Texts may be begun inside one another (a footnote in the middle of
 * a sentence); the caller keeps what is begun as a ComposeText.
 */
#pragma once

#include <article2book/article.h>

#include "base/arena.h"

typedef enum { SPACE_FLOW, SPACE_VERSE, SPACE_CODE } Space;

/* One text within the scratch memory. */
typedef struct {
    Space space;
    gsize str_at;           /* where it begins in each of the arrays */
    guint span_at, open_at;
    guint unset_at;         /* marks open from here on have no start yet */
    guint depth;            /* marks open that are really set */
    gsize blanks, breaks;   /* met but not yet written */
} ComposeText;

typedef struct {
    GString *str;
    GArray *spans;          /* of A2bSpan */
    GArray *open;           /* of guint: index in spans, or MARK_IGNORED */
    ComposeText now;
} Compose;

void compose_init(Compose *compose);
void compose_clear(Compose *compose);

void compose_begin(Compose *compose, Space space);

void compose_append(Compose *compose, const char *str, gsize len);

/* A mark past LIMIT_MARKS, or of a kind that needs a target and has none,
 * is ignored together with its close. */
void compose_mark_open(Compose *compose, const A2bSpan *span);
void compose_mark_close(Compose *compose);

/* Closes all marks and gives the text; NULL if it is empty and empty is
 * FALSE.  The scratch memory is as before compose_begin(). */
const A2bText *compose_end(Compose *compose, Arena *arena, gboolean empty);
