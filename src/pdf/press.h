/* SPDX-License-Identifier: MIT */
/* Boxes are set, put on pages and painted; several threads set and paint, one
 * makes the pages. */
#pragma once

#include "pdf/flow.h"

/* What a page begins with. */
typedef struct {
    guint32 box;                /* of the flow; G_MAXUINT32: nothing */
    guint32 at;                 /* byte of its block's text */
    char *label;                /* the number that it bears */
} PressBreak;

/* What is known of the pages when all are painted. */
typedef struct {
    GArray *links;              /* of PdfLink */
    GArray *outline;            /* of PdfOutline */
    GPtrArray *labels;          /* of char * */
    GArray *breaks;             /* of PressBreak: of each page */
    guint n_pages;
    guint widows, orphans;
} Press;

/* Paints flow with pen; links and places are hung into flow->tags.  Says
 * what had to be done badly. */
Press *press_run(Flow *flow, const Paper *paper, FontSet *fonts, Pen *pen,
                 guint jobs, A2bDiag *diag);
void press_free(Press *press);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Press, press_free)
