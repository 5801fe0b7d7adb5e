/* SPDX-License-Identifier: MIT */
/* Marks that stand on a letter come after all its signs that take room, so
 * that these alone say how wide the letter is: else what reads the text from
 * the file sees a blank behind it. */
#include "type/setline_parts.h"

#include <math.h>

#define MARKS_MOST 256         /* cells of a cluster: longer ones stay */
#define NEAR (1. / 20)          /* em: a mark at its cluster's end is where
                                 * readers look for that */
#define NARROW (1. / 8)         /* em: what is wider is no mark; white may
                                 * have come after it */
#define SHORT (1. / 13)         /* em: seen as a blank, or nearly */

/* Where each cell's own place is measured from. */
static void
marks_origins(const Cell *cells, guint n, gboolean rtl, double *origins)
{
    double x = 0;

    for (guint i = 0; i < n; i++) {
        guint at = rtl ? n - 1 - i : i;

        origins[at] = x;
        x += cells[at].advance;
    }
}

/* Whether the cluster ends where its last cell does. */
static gboolean
is_plain(const Cell *cells, guint n, const Piece *piece,
         const double *origins)
{
    const Cell *last = &cells[n - 1];
    double near = piece->item->size * UNIT * NEAR;

    if (!last->mark)
        return TRUE;
    return piece->level & 1 ? fabs(origins[n - 1] + last->dx) <= near
                            : ABS(last->dx) <= near;
}

guint
setline_marks(Cell *cells, guint n, const Piece *piece)
{
    double narrow = piece->item->size * UNIT * NARROW;
    double before[MARKS_MOST], after[MARKS_MOST];
    Cell marks[MARKS_MOST];
    guint n_marks = 0, n_others = 0;
    gboolean rtl = piece->level & 1;

    if (n > MARKS_MOST)
        return 0;
    for (guint i = 0; i < n; i++) {
        cells[i].mark = cells[i].advance < narrow;
        n_marks += cells[i].mark;
    }
    marks_origins(cells, n, rtl, before);
    if (n_marks == n || is_plain(cells, n, piece, before))
        return 0;
    for (guint i = 0; i < n; i++)
        cells[i].dx += lrint(before[i]);
    n_marks = 0;
    for (guint i = 0; i < n; i++)
        if (cells[i].mark)
            marks[n_marks++] = cells[i];
        else
            cells[n_others++] = cells[i];
    for (guint i = 0; i < n_marks; i++)
        cells[n_others + i] = marks[i];
    marks_origins(cells, n, rtl, after);
    for (guint i = 0; i < n; i++)
        cells[i].dx -= lrint(after[i]);
    return n_marks;
}

gboolean
setline_falls_short(const Setline *set, const Cell *cells, guint n,
                    const Piece *piece)
{
    const FontFace *face = fontset_face(shaper_fonts(set->shaper),
                                        piece->item->face);
    double em = piece->item->size * UNIT, x = 0, right = 0;

    if (piece->level & 1)
        return FALSE;
    for (guint i = 0; i < n; i++) {
        double width = hb_font_get_glyph_h_advance(face->hb, cells[i].glyph) *
                       em / FONT_EM;

        right = MAX(right, x + cells[i].dx + width);
        x += cells[i].advance;
    }
    return x - right > em * SHORT;
}
