/* SPDX-License-Identifier: MIT */
/* Where a box is cut by the foot of its column: in the way that is least
 * ugly. */
#include "pdf/pages_place.h"

#define ROUND_MOST 48           /* cuts that are followed at once */

/* How ugly it is to end the column after n more lines. */
static double
placing_ugly(const Placing *placing, int n)
{
    const PagesBox *box = placing->box;
    int total = box->variants[placing->item.variant].lines;
    int rest = placing->lines - n;
    double cost = 0;

    if (placing->item.from == 0 && placing->pages->keep &&
        !placing->from.state.fresh && n < MIN(2, total))
        cost += COST_KEEP;
    if (n == 0)
        return cost;
    if (placing->item.from == 0 && n < box->orphans)
        cost += COST_WIDOW;
    if (rest < box->widows)
        cost += COST_WIDOW;
    if (box->solid && total + box->repeat <=
        pages_target(placing->pages, &placing->from.state) -
            placing->from.state.top)
        cost += COST_SOLID;
    return cost;
}

static double
placing_hyphen(const Placing *placing, int n)
{
    const PagesState *state = &placing->from.state;
    guint line = placing->item.from + n - 1;
    guint64 hyphens = placing->box->hyphens[placing->item.variant];

    if (n == 0 || line > 63 || !(hyphens >> line & 1))
        return 0;
    if (state->column + 1u < placing->pages->shape.columns)
        return COST_HYPHEN;
    return state->recto ? COST_TURN : COST_HYPHEN;
}

static double
placing_missing(const Pages *pages, const PagesState *state)
{
    int missing = MIN(pages_room(pages, state), COST_MISSING_MOST);

    if (missing <= 0)
        return 0;
    if (state->notes)
        return COST_GAP_ONE + (missing - 1) * COST_GAP;
    return missing * COST_MISSING;
}

void
placing_opened(Pages *pages, const PagesNode *node, gpointer user)
{
    const PagesItem *before = user;
    GArray *next = pages->items[1];
    PagesItem item = { .from = before->from, .variant = before->variant };
    guint worst = 0;
    double cost = -1;

    for (guint i = 0; i < next->len; i++) {
        PagesItem *other = &g_array_index(next, PagesItem, i);
        const PagesNode *known = pages_node(pages, other->node);

        if (other->from == item.from && other->variant == item.variant &&
            known->state.key[0] == node->state.key[0] &&
            known->state.key[1] == node->state.key[1]) {
            if (node->cost < known->cost)
                pages_node_set(pages, &other->node, node);
            return;
        }
        if (known->cost > cost) {
            cost = known->cost;
            worst = i;
        }
    }
    if (next->len == ROUND_MOST) {
        if (cost > node->cost) {
            PagesItem *other = &g_array_index(next, PagesItem, worst);

            pages_node_set(pages, &other->node, node);
            other->from = item.from;
            other->variant = item.variant;
        }
        return;
    }
    item.node = pages_node_add(pages, node);
    g_array_append_val(next, item);
}

void
placing_cut(const Placing *placing, int n)
{
    Pages *pages = placing->pages;
    PagesNode node = placing->from;
    guint32 id = placing->item.node;
    PagesItem after = placing->item;
    double ugly = placing_ugly(placing, n) + placing_hyphen(placing, n);

    if (n > 0)
        node = placing_node(placing, n);
    else
        node.cost += placing->cost;
    node.cost += ugly + placing_missing(pages, &node.state);
    if (pages->n_live && node.cost > pages->best + PAGES_BOUND)
        return;
    if (n > 0) {
        id = pages_node_add(pages, &node);
    } else {
        /* The step itself is not changed: others may follow from it. */
        node.parent = id;
        node.kind = NODE_DEFER;
        id = pages_node_add(pages, &node);
    }
    after.from += n;
    pages_open(pages, id, placing->number, placing->box->repeat, NODE_OPEN,
               placing->box->span, placing_opened, &after);
}

void
placing_best_cut(const Placing *placing, int most)
{
    int least = placing->from.state.fresh || placing->item.from ? 1 : 0;
    int best = MAX(most, least);
    int n = placing->box->solid ? least : best - 1;
    double cost = placing_ugly(placing, best);

    for (; cost > 0 && n >= least; n--) {
        double ugly = placing_ugly(placing, n);

        if (ugly < cost) {
            cost = ugly;
            best = n;
        }
    }
    if (best >= placing->lines)
        placing_whole(placing);
    else
        placing_cut(placing, best);
}

void
placing_split(const Placing *placing, int fit)
{
    int gap = placing->from.state.notes ? 0 : placing->pages->shape.note_gap;

    if (placing->from.state.carry)
        return;
    for (int n = fit + 1; n <= fit + 3 && n <= placing->lines; n++) {
        if (placing->white + n + gap + 1 > placing->room)
            return;
        if (n == placing->lines) {
            placing_whole(placing);
            return;
        }
        if (placing_ugly(placing, n) == 0) {
            placing_cut(placing, n);
            return;
        }
    }
}

void
placing_defer(const Placing *placing)
{
    PagesNode node = placing->from;

    if (!placing->box->can_move || node.state.pending || node.state.fresh ||
        placing->item.from || placing->pages->balancing)
        return;
    node.parent = placing->item.node;
    node.kind = NODE_DEFER;
    node.box = placing->number;
    node.lines = 0;
    node.state.pending = placing->number + 1;
    node.cost += COST_MOVED;
    pages_live_add(placing->pages, &node);
}
