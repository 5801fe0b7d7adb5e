/* SPDX-License-Identifier: MIT */
/*
 * Which lines stand on which page: the best pages as a whole, by dynamic
 * programming over the lines of the grid (M. F. Plass, Optimal Pagination
 * Techniques, 1981; F. Mittelbach, A General Framework for Globally
 * Optimized Pagination, 2016).  Knows whole numbers only: no text, no
 * points.
 *
 * Boxes are added in order; what is settled can be taken, painted and
 * forgotten before the rest is known, so that memory does not grow with the
 * book.
 *
 * "Column" is what lines are put in: a page has one to three.
 */
#pragma once

#include <glib.h>

/* A number of lines that a box can have, and what that costs. */
typedef struct {
    guint16 lines;
    float cost;                 /* demerits above the best */
} PagesVariant;

/* A footnote, which stands at the foot of the column its line is in. */
typedef struct {
    guint32 note;               /* the caller's number */
    guint16 line[8];            /* with variant i it is called on this line
                                 * of the box, from 0 */
    guint16 height;             /* grid lines */
} PagesNote;

#define PAGES_VARIANTS 8

typedef struct {
    PagesVariant variants[PAGES_VARIANTS];
    guint n_variants;           /* at least 1 */
    guint16 before;             /* white grid lines above; none at the top
                                 * of a column unless before_stays */
    gboolean before_stays;
    gboolean solid;             /* is not broken between its lines unless it
                                 * is higher than a column */
    guint8 orphans, widows;     /* least lines left at a foot, taken to a
                                 * head */
    guint64 hyphens[PAGES_VARIANTS];    /* bit i: line i of variant ends with
                                         * a hyphen (first 64 lines) */
    gboolean keep_next;         /* not parted from the box after it; the
                                 * white above may be a line more, to fill a
                                 * column */
    gboolean fixed;             /* it may not */
    gboolean new_page;          /* begins a page */
    gboolean new_recto;         /* begins a right-hand page */
    gboolean span;              /* over all columns; only directly after the
                                 * beginning of a page or another such */
    guint16 repeat;             /* grid lines of head repeated where a column
                                 * begins with this box (table heads); the
                                 * caller knows which */
    gboolean can_move;          /* a picture: may stand later, at the next
                                 * column's top */
    const PagesNote *notes;     /* copied */
    guint n_notes;
    gboolean ends;              /* last of an article: columns on its last
                                 * page are balanced */
} PagesBox;

typedef struct {
    guint height;               /* grid lines in a column */
    guint columns;              /* 1 to 3 */
    gboolean spreads;           /* facing pages are equally long */
    guint note_gap;             /* grid lines between text and notes */
    gboolean recto_first;       /* the first page is a right-hand one */
} PagesShape;

/* Lines from to (not with it) of a box, or a note, at a place. */
typedef struct {
    guint32 box;                /* the caller's: counted from 0 as added; of
                                 * a note its number */
    gboolean note, repeat;      /* repeat: the head above box's lines */
    guint8 variant;
    guint16 from, to;           /* lines; of a note: grid lines */
    guint8 column;
    guint16 y;                  /* grid line, from 0 at the top */
} PagesPiece;

typedef struct {
    guint number;               /* from 0 */
    const PagesPiece *pieces;   /* in the order of the text, notes last */
    guint n_pieces;
    guint16 note_top[3];        /* by column: grid line of the first note, 0
                                 * if it has none */
    guint widows, orphans;      /* that could not be helped */
} PagesPage;

typedef struct Pages Pages;

Pages *pages_new(const PagesShape *shape);
void pages_free(Pages *pages);

void pages_add(Pages *pages, const PagesBox *box);

/* No more boxes will come. */
void pages_end(Pages *pages);

/* The next page that is settled, valid until the next call of any of these;
 * NULL if there is none yet, or after the last. */
const PagesPage *pages_next(Pages *pages);

/* No page to come has boxes before this one: they can be forgotten. */
guint32 pages_first_needed(const Pages *pages);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Pages, pages_free)
