/* SPDX-License-Identifier: MIT */
/*
 * Units: what a reader of the page takes in at one glance.  A wrapped
 * paragraph is one unit, put together again; a heading, a line of the head
 * or an item is one; a drawing or a table is one with its lines kept.
 */
#pragma once

#include "base/arena.h"
#include "read/txt_layout.h"
#include "read/txt_marker.h"

typedef enum {
    SHAPE_PROSE,            /* text without line breaks */
    SHAPE_ITEM,             /* the same, behind a marker */
    SHAPE_RULE,
    SHAPE_CODE,             /* lines and blanks count */
    SHAPE_TABLE,            /* columns of blanks */
} TxtShape;

typedef struct {
    TxtShape shape;
    const char *text;       /* with '\n' only in code and tables */
    guint32 len;
    guint32 line;           /* source line it begins at */
    guint32 stanza;         /* lines without a blank one between share it */
    guint32 gap;            /* blank lines before it */
    guint32 indent;         /* columns from the margin, first line */
    guint32 width;          /* of its widest line, columns */
    guint32 n_lines;
    Marker marker;          /* SHAPE_ITEM; text starts behind it */
    guint8 quote;           /* depth of quoted mail */
    gboolean broken;        /* one line of several that stand for themselves,
                             * as in verse or an address */
    gboolean underlined;    /* a rule stands right below it */
    gboolean centred;
} TxtUnit;

/* An array of TxtUnit; strings in arena. */
GArray *txt_units_new(const GArray *lines, const TxtLayout *layout,
                      Arena *arena);

static inline TxtUnit *
txt_unit(const GArray *units, guint i)
{
    return &g_array_index(units, TxtUnit, i);
}
