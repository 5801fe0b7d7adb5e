/* SPDX-License-Identifier: MIT */
/* Paper and where on it the text stands; lengths in points. */
#pragma once

#include <article2book/write.h>

#include "style/css.h"

typedef struct {
    double width, height;       /* of a page */
    double sheet_width, sheet_height;   /* of what is printed on: of a
                                         * booklet, the paper across, with
                                         * two pages side by side; else as
                                         * the page */
    double top, bottom, inner, outer;   /* margins of the text */
    double measure;             /* of one column */
    guint columns;
    double gap;                 /* between columns */
    gboolean column_rule;
    double size, leading;       /* of the text; leading is the grid */
    guint lines;                /* grid lines in a column */
    gboolean two_sided, booklet;
} Paper;

/* What is no text of a page: running head and folio stand in the margins,
 * this far from it. */
#define PAPER_FURNITURE 1.6     /* leadings */

/* From the options, else the style, else the paper: the measure holds
 * about 66 characters, margins are those of a book (outer and bottom twice
 * inner and top where sides differ), the text a whole number of grid lines
 * high.  Fails (A2B_ERROR_INPUT) as a2b_pdf_check() does, and where the
 * style's own size leaves no room. */
gboolean paper_init(Paper *paper, const A2bPdfOptions *options,
                    const A2bStyle *style, GError **error);

/* Where the left edge of column (from 0) is on page (from 0: a right-hand
 * page); rtl: columns run from the right, and the book is bound there, so
 * that page 0 is a left-hand one. */
double paper_left(const Paper *paper, guint page, guint column,
                  gboolean rtl);
