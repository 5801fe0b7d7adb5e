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
 * about 66 characters, margins are those of a book (inner : top : outer :
 * bottom about 2 : 3 : 4 : 6 where sides differ), the text a whole number of
 * grid lines high. */
gboolean paper_init(Paper *paper, const A2bPdfOptions *options,
                    const A2bStyle *style, GError **error);

/* Where column (from 0) begins on page (from 0: a right-hand page); rtl:
 * columns run from the right. */
double paper_left(const Paper *paper, guint page, guint column,
                  gboolean rtl);
