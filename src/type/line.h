/* SPDX-License-Identifier: MIT */
/* A line of a paragraph as it is painted: glyphs at their places. */
#pragma once

#include "type/breaker.h"

typedef struct {
    guint32 glyph;
    float x, y;                 /* points from the start of the run and its
                                 * baseline, y down; before scale */
} LineGlyph;

/* As cairo_text_cluster_t. */
typedef struct {
    guint16 n_bytes, n_glyphs;
} LineCluster;

/* Glyphs of one face, size, mark and direction, from left to right. */
typedef struct {
    guint16 face;
    guint8 rtl;                 /* clusters, in the order of str, have the
                                 * glyphs from their end on: as with
                                 * CAIRO_TEXT_CLUSTER_FLAG_BACKWARD */
    guint8 missing;             /* no font has it */
    guint8 hyphen;              /* its last cluster is a hyphen that came by
                                 * dividing a word */
    guint mark;                 /* of the Look */
    double size;                /* points */
    double scale;               /* letters are so much wider than drawn */
    double x;                   /* points from the left edge of the line's
                                 * measure; negative: in the margin */
    double width;               /* points, scaled */
    double rise;                /* points above the line's baseline */
    const char *str;            /* what it says; a hyphen that came by
                                 * dividing a word is a cluster "-" of its
                                 * own; the blank at a line's end is there
                                 * with its glyph */
    guint32 len;
    guint32 at;                 /* byte of the text that str begins at */
    const LineGlyph *glyphs;
    guint32 n_glyphs;
    const LineCluster *clusters; /* whole graphemes; marks drawn on one may
                                 * follow it as a cluster without bytes */
    guint32 n_clusters;
} LineRun;

typedef struct {
    LineRun *runs;              /* from left to right */
    guint n_runs;
    double left, right;         /* where its ink's advances begin and end */
    double ratio;               /* word space to its natural width */
    gboolean hyphen;            /* ends with a hyphen that came so */
    gboolean last;              /* of its paragraph */
    guint32 start, end;         /* bytes of the text */
} Line;
