/* SPDX-License-Identifier: MIT */
/*
 * Where the lines of one box may go from a state: all in the column, or cut
 * by its foot, in the ways that are least ugly.
 */
#include "pdf/pages_parts.h"

#include <string.h>

#define ROUND_MOST 48           /* cuts that are followed at once */

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

static int
pages_target(const Pages *pages, const PagesState *state)
{
    return (int) pages->shape.height - state->shorter;
}

static int
pages_room(const Pages *pages, const PagesState *state)
{
    return pages_target(pages, state) - state->used - state->notes;
}

static guint16
placing_note_line(const Placing *placing, const PagesNote *note)
{
    return note->line[MIN(placing->item.variant, PAGES_VARIANTS - 1)];
}

/* How many lines fit with all notes called in them. */
static int
placing_fit(const Placing *placing)
{
    const PagesBox *box = placing->box;
    const PagesState *state = &placing->from.state;
    int room = placing->room - placing->white;
    int notes = 0;
    int last = placing->item.from + placing->lines;

    if (state->carry)
        return CLAMP(room, 0, placing->lines);
    for (guint i = 0; i < box->n_notes; i++) {
        int line = placing_note_line(placing, &box->notes[i]);
        int more = notes + box->notes[i].height;

        if (line < placing->item.from)
            continue;
        if (line >= last || line - placing->item.from >= room - notes)
            break;
        if (notes == 0 && state->notes == 0)
            more += placing->pages->shape.note_gap;
        if (line - placing->item.from + 1 > room - more)
            return line - placing->item.from;
        notes = more;
    }
    return CLAMP(room - notes, 0, placing->lines);
}

/* Puts the notes that are called in the next n lines under the column. */
static double
placing_notes(const Placing *placing, PagesState *state, int n)
{
    const PagesBox *box = placing->box;
    const Pages *pages = placing->pages;
    double cost = 0;

    for (guint i = 0; i < box->n_notes; i++) {
        int line = placing_note_line(placing, &box->notes[i]);
        int height = box->notes[i].height;
        int gap = state->notes ? 0 : pages->shape.note_gap;
        int room = pages_room(pages, state) - gap;

        if (line < placing->item.from || line >= placing->item.from + n)
            continue;
        if (state->carry)
            room = 0;
        if (room > 0)
            state->notes += gap + MIN(room, height);
        if (room < height) {
            state->carry = MIN(G_MAXUINT16 - 1,
                               state->carry + height - MAX(room, 0));
            cost += room > 0 ? COST_SPLIT : COST_NOTE_LATE;
        }
    }
    return cost;
}

/* The node after the next n lines. */
static PagesNode
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

static void
placing_whole(const Placing *placing)
{
    PagesNode node = placing_node(placing, placing->lines);

    if (placing->box->span) {
        node.state.top = node.state.used;
        node.state.fresh = TRUE;
    }
    pages_live_add(placing->pages, &node);
}

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

/* What comes after a cut is looked at in the next round. */
static void
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

/* n lines more, then a new column. */
static void
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

/* The cut at or above most that is not ugly, else the least ugly one. */
static void
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

/* A line whose note is split, where else a part of the column stays empty. */
static void
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

/* A picture lets the text go on before it. */
static void
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
    if (box->keep_next && placing.white && !placing.from.state.fresh) {
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

/* The column's own beginning: what waited comes first. */
static void
pages_open_column(const Pages *pages, PagesNode *node, guint16 head)
{
    PagesState *state = &node->state;
    int room;

    state->used = state->top;
    state->notes = 0;
    state->fresh = TRUE;
    room = pages_room(pages, state);
    if (state->pending) {
        const PagesBox *box = pages_box(pages, state->pending - 1);

        state->used += MIN(box->variants[0].lines, MAX(room - 2, 0));
        state->pending = 0;
        state->fresh = FALSE;
    }
    if (head && head <= room / 2)
        state->used += head;
    room = pages_room(pages, state) - (int) pages->shape.note_gap - 2;
    if (state->carry && room > 0) {
        int put = MIN(room, state->carry);

        state->notes = put + pages->shape.note_gap;
        state->carry -= put;
    }
}

void
pages_open(Pages *pages, guint32 id, guint32 box, guint16 head,
           PagesNodeKind kind, gboolean page, PagesOpened opened,
           gpointer user)
{
    PagesNode node = *pages_node(pages, id);
    const PagesState before = node.state;
    gboolean turned = kind == NODE_END;
    int most = pages->shape.height > 3 && !pages->balancing;

    node.parent = id;
    node.kind = kind;
    node.box = box;
    node.lines = 0;
    if (!page && before.column + 1u < pages->shape.columns) {
        node.state.column++;
        pages_open_column(pages, &node, head);
        opened(pages, &node, user);
        return;
    }
    node.page++;
    node.state.column = 0;
    node.state.top = 0;
    node.state.recto = !before.recto;
    for (int shorter = 0; shorter <= most; shorter++) {
        PagesNode way = node;

        /* Facing pages are equally long, unless the left one ends. */
        if (pages->shape.spreads && !before.recto && !turned &&
            shorter != before.shorter)
            continue;
        way.state.shorter = shorter;
        way.cost += shorter * COST_SHORT;
        pages_open_column(pages, &way, head);
        opened(pages, &way, user);
    }
}
