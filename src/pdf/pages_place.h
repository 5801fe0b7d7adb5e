/* SPDX-License-Identifier: MIT */
/* What the parts share that place one box. */
#pragma once

#include "pdf/pages_parts.h"

/* A box being placed from one node with one number of lines. */
typedef struct {
    Pages *pages;
    const PagesBox *box;
    guint32 number;
    PagesItem item;
    PagesNode from;             /* a copy: nodes move */
    guint16 lines;              /* that are left */
    guint16 white;
    int room;                   /* free lines in the column */
    double cost;                /* of white and variant */
} Placing;

static inline int
pages_target(const Pages *pages, const PagesState *state)
{
    return (int) pages->shape.height - state->shorter;
}

static inline int
pages_room(const Pages *pages, const PagesState *state)
{
    return pages_target(pages, state) - state->used - state->notes;
}

/* pages_place.c: all lines that are left. */
void placing_whole(const Placing *placing);

/* The node after the next n lines. */
PagesNode placing_node(const Placing *placing, int n);

/* pages_notes.c: how many lines fit with all notes called in them. */
int placing_fit(const Placing *placing);

/* Puts the notes that are called in the next n lines under the column; gives
 * what is ugly of it. */
double placing_notes(const Placing *placing, PagesState *state, int n);

/* pages_cut.c: n lines more, then a new column. */
void placing_cut(const Placing *placing, int n);

/* The cut at or above most that is not ugly, else the least ugly one. */
void placing_best_cut(const Placing *placing, int most);

/* A line whose note is split, where else a part of the column stays empty;
 * fit lines are without. */
void placing_split(const Placing *placing, int fit);

/* A picture lets the text go on before it. */
void placing_defer(const Placing *placing);

/* What comes after a cut is looked at in the next round; user: the item
 * that was cut. */
void placing_opened(Pages *pages, const PagesNode *node, gpointer user);
