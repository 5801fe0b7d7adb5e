/* SPDX-License-Identifier: MIT */
/* What the parts of setline work on. */
#pragma once

#include "type/setline.h"

/* A glyph of the line that is being set; in UNITs. */
typedef struct {
    guint32 glyph;
    guint32 at;                 /* byte of its cluster */
    double advance;             /* before the run's scale */
    gint32 dx, dy;
    gboolean mark;              /* stands on others of its cluster */
} Cell;

/* A piece of an item on this line. */
typedef struct {
    const ShapedItem *item;
    guint32 start, end;         /* bytes */
    guint cell, n_cells;        /* in logical order */
    guint8 level;
    gboolean rigid;             /* letters have the width they are drawn
                                 * with */
    gboolean hyphen;            /* its last cell is one that came */
    gboolean tail;              /* the blank at the line's end */
} Piece;

/* Where a line can give way: after a cell. */
typedef struct {
    guint cell;
    guint8 kind;                /* SpaceKind */
    gboolean rigid;
    double width;               /* of the cell */
    double shrink;              /* by as much, at most */
    double most;                /* grows by as much, at most */
    double add;
} Gap;

/* Where a run's arrays begin. */
typedef struct {
    guint glyph, cluster, text;
} RunStart;

struct Setline {
    /* Of the text that is added. */
    Shaper *shaper;
    const Shaped *shaped;
    const LineWish *wish;
    GArray *fresh;              /* of ShapedGlyph: shaped again */
    GArray *cells;
    GArray *pieces;             /* logical, then visual order */
    GArray *gaps;
    double width;               /* of all cells, then of the filled line */
    double letters;             /* of cells that can be made wider */
    double scale;

    /* Of the line. */
    GArray *glyphs;             /* of LineGlyph */
    GArray *clusters;           /* of LineCluster */
    GString *text;
    GArray *runs;               /* of LineRun */
    GArray *starts;             /* of RunStart */
    Line line;
};

/* Whether a character (of a string that ends at end) only breaks lines,
 * divides words or turns directions: when a line is set that is done. */
gboolean setline_spends(const char *str, const char *end);

static inline gboolean
setline_is_spent(const char *str, const char *end)
{
    guchar first = *str;

    return (first == 0xc2 || first == 0xe2 || first == 0xef) &&
           setline_spends(str, end);
}

/* Fills cells, pieces (in logical order), gaps, width and letters. */
void setline_cut(Setline *set);

/* Finds scale and changes the cells' advances so that the line is full. */
void setline_fill(Setline *set);

/* Puts cells of a cluster, in logical order, in one that readers of the file
 * understand: they take the first one's left and the last one's right edge
 * for those of the cluster.  Returns how many at the end are marks, which
 * are told apart from those that have the text. */
guint setline_marks(Cell *cells, guint n, const Piece *piece);

/* Whether the glyphs of a cluster end so far before it that readers of the
 * file see a blank. */
gboolean setline_falls_short(const Setline *set, const Cell *cells, guint n,
                             const Piece *piece);

/* Appends runs for the pieces (in visual order), from x on, in UNITs. */
void setline_runs(Setline *set, double x);
