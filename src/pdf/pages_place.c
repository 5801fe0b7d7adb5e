/* SPDX-License-Identifier: MIT */
/* All ways in which one box may follow a state. */
#include "pdf/pages_place.h"

#include <string.h>

PagesNode
placing_node(const Placing *placing, int n)
{
    PagesNode node = placing->from;

    node.parent = placing->item.node;
    node.kind = NODE_PLACE;
    node.box = placing->number;
    node.variant = placing->item.variant;
    node.lines = n;
    node.state.used += placing->white + n;
    node.state.fresh = FALSE;
    node.cost += placing->cost;
    if (placing->box->n_notes)
        node.cost += placing_notes(placing, &node.state, n);
    return node;
}

void
placing_whole(const Placing *placing)
{
    PagesNode node = placing_node(placing, placing->lines);

    if (placing->box->span) {
        node.state.top = node.state.used;
        node.state.fresh = TRUE;
    }
    pages_live_add(placing->pages, &node);
}

static void
placing_run(const Placing *placing)
{
    const PagesState *state = &placing->from.state;
    int fit = placing_fit(placing);
    int left = placing->room - placing->white - (int) placing->lines;

    if (fit >= placing->lines) {
        placing_whole(placing);
        /* What comes next may be too high to stay with it. */
        if (placing->box->keep_next && !state->fresh &&
            placing->item.from == 0 && left < COST_MISSING_MOST + 4)
            placing_cut(placing, 0);
        return;
    }
    if (placing->box->n_notes)
        placing_split(placing, fit);
    if (fit == 0 && placing->item.from && !state->fresh) {
        placing_cut(placing, 0);
        return;
    }
    placing_best_cut(placing, fit);
    placing_defer(placing);
}

static guint16
placing_white(const PagesBox *box, const PagesState *state, guint16 from)
{
    if (from || box->before == 0)
        return 0;
    if (box->span ? state->used == 0 : state->fresh)
        return box->before_stays ? box->before : 0;
    return box->before;
}

/* Most lines just fit in most columns: nothing is to be weighed. */
static gboolean
placing_simple(Pages *pages, const PagesBox *box, guint32 number,
               const PagesItem *item)
{
    const PagesNode *from = pages_node(pages, item->node);
    const PagesVariant *variant = &box->variants[item->variant];
    int lines = placing_white(box, &from->state, item->from) +
                variant->lines - item->from;
    PagesNode node;

    if (box->n_notes || box->span || box->keep_next ||
        lines > pages_room(pages, &from->state))
        return FALSE;
    node = *from;
    node.state.used += lines;
    node.state.fresh = FALSE;
    node.cost += item->from ? 0 : variant->cost;
    node.parent = item->node;
    node.kind = NODE_PLACE;
    node.box = number;
    node.variant = item->variant;
    node.lines = variant->lines - item->from;
    pages_live_add(pages, &node);
    return TRUE;
}

/* All ways on from one item. */
static void
placing_item(Pages *pages, const PagesBox *box, guint32 number,
             const PagesItem *item)
{
    const PagesVariant *variant = &box->variants[item->variant];
    Placing placing;

    if (placing_simple(pages, box, number, item))
        return;
    placing = (Placing) {
        .pages = pages, .box = box, .number = number, .item = *item,
        .from = *pages_node(pages, item->node),
        .lines = variant->lines - item->from,
        .cost = item->from ? 0 : variant->cost,
    };
    if (pages->n_live &&
        placing.from.cost + placing.cost > pages->best + PAGES_BOUND)
        return;
    placing.room = pages_room(pages, &placing.from.state);
    placing.white = placing_white(box, &placing.from.state, item->from);
    placing_run(&placing);
    if (box->keep_next && !box->fixed && placing.white &&
        !placing.from.state.fresh) {
        placing.white++;
        placing.cost += COST_WHITE;
        if (placing.white + (int) placing.lines <= placing.room)
            placing_run(&placing);
    }
}

/* The first items of a box from one state.  A box over all columns stands
 * at the top of a page only. */
static void
placing_begin(Pages *pages, const PagesBox *box, guint32 number,
              guint32 node)
{
    const PagesState *state = &pages_node(pages, node)->state;
    gboolean turn = box->span &&
        (state->column || !state->fresh || state->used != state->top);

    for (guint v = 0; v < box->n_variants; v++) {
        PagesItem item = { .node = node, .variant = v };

        if (turn)
            pages_open(pages, node, number, 0, NODE_OPEN, TRUE,
                       placing_opened, &item);
        else
            placing_item(pages, box, number, &item);
    }
}

void
pages_place(Pages *pages, const PagesBox *box, guint32 number)
{
    guint32 before[PAGES_STATES];
    guint n = pages->n_live;

    g_assert(n <= PAGES_STATES);
    memcpy(before, pages->live, n * sizeof *before);
    pages->n_live = 0;
    g_array_set_size(pages->items[1], 0);
    for (guint i = 0; i < n; i++)
        placing_begin(pages, box, number, before[i]);
    while (pages->items[1]->len) {
        GArray *round = pages->items[1];

        pages->items[1] = pages->items[0];
        pages->items[0] = round;
        g_array_set_size(pages->items[1], 0);
        for (guint i = 0; i < round->len; i++)
            placing_item(pages, box, number,
                         &g_array_index(round, PagesItem, i));
    }
}
