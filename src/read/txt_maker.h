/* SPDX-License-Identifier: MIT */
/* The making of units, shared by the files that decide it. */
#pragma once

#include "read/txt_join.h"
#include "read/txt_unit.h"

#define NO_BASE G_MAXUINT

typedef struct {
    const GArray *lines;
    const TxtLayout *layout;
    Arena *arena;
    TxtJoiner *joiner;
    GArray *units;
    GString *text;          /* of the unit being made */
    guint stanza, gap;
    guint signature;        /* lines from here on stand for themselves */
    guint width;            /* of full lines here; 0: every line is whole */
    gboolean flows;         /* hardly a line break here is meant */
    guint base;             /* indent of lines that begin no paragraph, where
                             * first lines stand in; else NO_BASE */
    Marker list;            /* of the item before, if the list may go on */
} Maker;

/* Adds the unit that maker->text holds, of lines [first, last). */
TxtUnit *maker_add(Maker *maker, TxtShape shape, guint first, guint last);

/* The marker that line i begins with. */
Marker maker_marker(const Maker *maker, guint i);

/* Whether line stands in the middle of the page. */
gboolean maker_is_centred(const Maker *maker, const TxtLine *line);

/* Measures lines [first, last) before they are parted into units. */
void maker_measure(Maker *maker, guint first, guint last);

/* Whether line i + 1 begins a unit; the one it is in began at first and the
 * lines end before last. */
gboolean maker_breaks(const Maker *maker, guint first, guint i, guint last);

/* Adds lines [first, last) of a text whose paragraph breaks were lost,
 * parted again where one was glued to the next. */
void maker_add_glued(Maker *maker, guint first, guint last);
