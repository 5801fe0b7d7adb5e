/* SPDX-License-Identifier: MIT */
/*
 * THE way to make an article.  A reader opens and closes blocks, opens and
 * closes marks, and appends text; depth limits, nesting repair and white
 * space are settled here and nowhere else:
 *
 *  - runs of blanks and newlines in a text become one blank, none at its
 *    ends (not in code and verse; U+2028 and U+00A0 stay);
 *  - a block that may not stand where it is opened gets the parent it
 *    needs, or is flattened, with a message;
 *  - a paragraph, heading, caption, quote, list or aside with nothing in
 *    it is not made.
 */
#pragma once

#include <article2book/article.h>
#include <article2book/diag.h>

#include "base/arena.h"

typedef struct Build Build;

/* stem: stands in for a title, whatever bytes it holds; file: what messages
 * call the input. */
Build *build_new(const char *stem, const char *file, A2bDiag *diag);

/* Ends everything that is open, gives the article and frees the builder. */
A2bArticle *build_end(Build *build);
void build_free(Build *build);

/* Where the article's own strings live; for values given to it. */
Arena *build_arena(Build *build);

/* The metadata, to be filled in; strings from build_arena(). */
A2bMeta *build_meta(Build *build);

/* Opens a block of kind at a source line (0: unknown).  Returns it so that
 * its `as` fields, role and id (strings from build_arena()) may be set; it
 * may be moved or dropped later, so do not keep it past its build_close().
 * Caution: closing drops an empty block.  A NOTE goes to the end of the
 * article wherever it is opened, also in the middle of a text, which goes
 * on when the note is closed. */
A2bBlock *build_open(Build *build, A2bBlockKind kind, guint line);
void build_close(Build *build);

/* A block that holds nothing. */
A2bBlock *build_leaf(Build *build, A2bBlockKind kind, guint line);

/* Inside a block that holds a text; elsewhere a paragraph is opened. */
void build_text(Build *build, const char *str, gssize len);
void build_mark_open(Build *build, A2bMark mark, const char *target,
                     guint line);
void build_mark_close(Build *build);

/* A text with its marks at once: n spans in the order and nesting of
 * A2bText, with offsets in str; everything is copied.  An empty span is
 * no error. */
void build_marked(Build *build, const char *str, gsize len,
                  const A2bSpan *spans, guint n);

/* open, text, close. */
A2bBlock *build_simple(Build *build, A2bBlockKind kind, guint line,
                       const char *str);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Build, build_free)
