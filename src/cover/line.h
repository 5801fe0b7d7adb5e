/* SPDX-License-Identifier: MIT */
/*
 * Words shaped in one size, cut into lines.  PangoLayout does more than
 * covers need, and takes a third of a small run's time for it.
 */
#pragma once

#include <pango/pangocairo.h>

#include "cover/kit.h"

/* How words are set.  Lengths are pixels. */
typedef struct {
    double ideal, smallest, largest;    /* sizes of the type */
    double leading;         /* baseline to baseline, in sizes */
    double width, height;   /* of the box */
    gboolean italic, small_caps;
    gboolean spaced;        /* blanks between letters, where script allows */
    gboolean rtl;           /* the main direction */
} Manner;

/* A line: runs from left to right, shaped in one size whatever they are
 * drawn in, so that each face is opened and measured once. */
typedef struct {
    GList *runs;            /* of PangoGlyphItem */
    double scale;           /* at which they are drawn */
    double left, right;     /* of the ink, from where the line starts */
    double above, below;    /* of the ink, from the baseline; up and down */
} Line;

/* Shapes text for size and cuts it: line i is made of the characters from
 * starts[i] up to ends[i]. */
Line *lines_new(const Kit *kit, const char *text, const Manner *manner,
                double size, const guint *starts, const guint *ends,
                guint n);
void lines_free(Line *lines, guint n);

void line_draw(const Line *line, cairo_t *cr, double x, double y);

/* x of every character of text set in one line of size 1, in logical order,
 * and of its end.  Free with g_free(). */
double *line_positions(const Kit *kit, const char *text,
                       const Manner *manner);
