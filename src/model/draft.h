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
} Draft;

void draft_init(Draft *draft);
void draft_clear(Draft *draft);     /* frees what it holds */

/* Opens a mark at the end of str and closes it there; gives its index.  In
 * between it counts as empty.  Marks are closed in the reverse order of
 * their opening.  target is borrowed. */
guint draft_open(Draft *draft, A2bMark mark, const char *target,
                 guint line);
void draft_close(Draft *draft, guint index);

/* Drops the spans from index first on that hold nothing. */
void draft_drop_empty(Draft *draft, guint first);

/* Changes to a text, from left to right, made all at once: bytes
 * [start, end) of the old string become len bytes of pool at offset. */
typedef struct {
    guint32 start, end;
    guint32 offset, len;
} DraftEdit;

typedef struct {
    GArray *list;           /* of DraftEdit; NULL: none yet */
    GString *pool;
} DraftEdits;

void draft_edits_init(DraftEdits *edits);
void draft_edits_clear(DraftEdits *edits);

/* Notes that bytes [start, end) become text; not before the end of the
 * edit noted last. */
void draft_edit(DraftEdits *edits, guint32 start, guint32 end,
                const char *text);

/* Makes the changes in one pass.  What is put in between two characters
 * falls outside the marks that end or begin there. */
void draft_apply(Draft *draft, const DraftEdits *edits);
