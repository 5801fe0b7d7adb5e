/* SPDX-License-Identifier: MIT */
/*
 * A text that may still change: str with the marks on it, in the order of
 * A2bText.  Offsets follow when str changes.
 */
#pragma once

#include <article2book/text.h>

typedef struct {
    GString *str;
    GArray *spans;          /* of A2bSpan */
    GArray *edits;          /* noted and not yet made; NULL: never any */
    GString *pool;          /* what they put in */
    GString *spare;         /* memory for str after them */
} Draft;

void draft_init(Draft *draft);
void draft_clear(Draft *draft);     /* frees what it holds */

/* As after draft_init(), but with the memory at hand. */
void draft_empty(Draft *draft);

/* Opens a mark at the end of str and closes it there; gives its index.  In
 * between it counts as empty.  Marks are closed in the reverse order of
 * their opening.  target is borrowed. */
guint draft_open(Draft *draft, A2bMark mark, const char *target,
                 guint line);
void draft_close(Draft *draft, guint index);

/* Drops the spans from index first on that hold nothing. */
void draft_drop_empty(Draft *draft, guint first);

/* Notes that bytes [start, end) become text; not before the end of the
 * edit noted last. */
void draft_edit(Draft *draft, guint32 start, guint32 end, const char *text);

/* Makes the changes that were noted in one pass.  What is put in between
 * two characters falls outside the marks that end or begin there. */
void draft_apply(Draft *draft);
