/* SPDX-License-Identifier: MIT */
/* The boxes that are known, and the states that the best pages may go
 * through: a beam of them after each box. */
#include "pdf/pages_parts.h"

#include <string.h>

#define SETTLE_BOXES 32         /* tried so often */

void
pages_grow(Pages *pages)
{
    pages->room = pages->room ? 2 * pages->room : 1024;
    pages->nodes = g_renew(PagesNode, pages->nodes, pages->room);
}

/* What nothing hangs on yet becomes node; steps stay in order. */
void
pages_node_set(Pages *pages, guint32 *id, const PagesNode *node)
{
    if (node->parent < *id)
        *pages_node(pages, *id) = *node;
    else
        *id = pages_node_add(pages, node);
}

static gboolean
pages_same(const PagesState *a, const PagesState *b)
{
    return a->key[0] == b->key[0] && a->key[1] == b->key[1];
}

/* Where in the list the worst of the live states from first on is. */
static guint
pages_worst(const Pages *pages, guint first)
{
    guint worst = first;

    for (guint i = first + 1; i < pages->n_live; i++)
        if (pages_node(pages, pages->live[i])->cost >=
            pages_node(pages, pages->live[worst])->cost)
            worst = i;
    return worst;
}

void
pages_live_add(Pages *pages, const PagesNode *node)
{
    guint at = pages->n_live;

    if (pages->n_live && node->cost > pages->best + PAGES_BOUND)
        return;
    for (guint i = 0; i < pages->n_live; i++) {
        const PagesNode *other = pages_node(pages, pages->live[i]);

        if (!pages_same(&other->state, &node->state))
            continue;
        if (node->cost < other->cost)
            pages_node_set(pages, &pages->live[i], node);
        pages->best = MIN(pages->best, node->cost);
        return;
    }
    if (at == G_N_ELEMENTS(pages->live)) {
        at = pages_worst(pages, 0);
        if (pages_node(pages, pages->live[at])->cost <= node->cost)
            return;
        pages_node_set(pages, &pages->live[at], node);
    } else {
        pages->live[pages->n_live++] = pages_node_add(pages, node);
    }
    pages->best = pages->n_live == 1 ? node->cost
                                     : MIN(pages->best, node->cost);
}

/* The best state of each column that has been reached: where the cheap ways
 * all end badly, one that looked dear has to be there still. */
typedef struct {
    guint32 page;
    guint8 column;
    guint best;                 /* in the list */
} Reached;

static guint
pages_reached(const Pages *pages, Reached reached[PAGES_STATES / 2])
{
    guint n = 0;

    for (guint i = 0; i < pages->n_live; i++) {
        const PagesNode *node = pages_node(pages, pages->live[i]);
        guint at = 0;

        while (at < n && (reached[at].page != node->page ||
                          reached[at].column != node->state.column))
            at++;
        if (at == PAGES_STATES / 2)
            continue;
        if (at == n)
            reached[n++] = (Reached) { node->page, node->state.column, i };
        else if (node->cost <
                 pages_node(pages, pages->live[reached[at].best])->cost)
            reached[at].best = i;
    }
    return n;
}

/* Keeps the best states only. */
static void
pages_prune(Pages *pages)
{
    Reached reached[PAGES_STATES / 2];
    guint n_reached, kept = 0;

    for (guint i = 0; i < pages->n_live; i++)
        if (pages_node(pages, pages->live[i])->cost <=
            pages->best + PAGES_BOUND)
            pages->live[kept++] = pages->live[i];
    pages->n_live = kept;
    if (kept <= PAGES_STATES)
        return;
    n_reached = pages_reached(pages, reached);
    for (guint i = 0; i < n_reached; i++) {
        guint32 id = pages->live[reached[i].best];

        /* The first places are theirs; who stood there moves. */
        for (guint j = i + 1; j < n_reached; j++)
            if (reached[j].best == i)
                reached[j].best = reached[i].best;
        pages->live[reached[i].best] = pages->live[i];
        pages->live[i] = id;
    }
    while (pages->n_live > PAGES_STATES)
        pages->live[pages_worst(pages, n_reached)] =
            pages->live[--pages->n_live];
}

/* The live states become what they are after pages_open(). */
static void
pages_opened(Pages *pages, const PagesNode *node,
             gpointer user G_GNUC_UNUSED)
{
    pages_live_add(pages, node);
}

static gboolean
pages_untouched(const PagesState *state)
{
    return state->column == 0 && state->fresh && state->used == 0 &&
           state->notes == 0 && state->carry == 0 && state->pending == 0;
}

/* An almost empty page is not nice at an article's end. */
static double
pages_runt(const Pages *pages, const PagesState *state)
{
    if (pages->shape.height < 3 * PAGES_RUNT || state->column ||
        state->used >= PAGES_RUNT)
        return 0;
    return (PAGES_RUNT - state->used) * COST_RUNT;
}

/* How many pages must be opened from state for a box to begin a page. */
static gboolean
pages_must_open(const PagesState *state, const PagesBox *box)
{
    if (state->carry || state->pending)
        return TRUE;
    if (box && box->new_recto)
        return !(pages_untouched(state) && state->recto);
    return !pages_untouched(state);
}

/* Begins a page for box (NULL: only puts down what waits) in all states. */
static void
pages_turn(Pages *pages, const PagesBox *box)
{
    gboolean more = TRUE;
    gboolean first = TRUE;

    while (more) {
        guint n = pages->n_live;
        guint32 old[G_N_ELEMENTS(pages->live)];

        memcpy(old, pages->live, n * sizeof *old);
        pages->n_live = 0;
        more = FALSE;
        for (guint i = 0; i < n; i++) {
            PagesNode *node = pages_node(pages, old[i]);
            gboolean waits = node->state.carry || node->state.pending;
            PagesNode kept = *node;

            if (box ? !pages_must_open(&node->state, box) : !waits) {
                /* What is live may be overwritten, what is settled not. */
                kept.parent = old[i];
                kept.kind = NODE_DEFER;
                pages_live_add(pages, &kept);
                continue;
            }
            more = TRUE;
            if (first)
                node->cost += pages_runt(pages, &node->state);
            pages_open(pages, old[i], pages->n_boxes, 0,
                       waits ? NODE_OPEN : NODE_END, !waits, pages_opened,
                       NULL);
        }
        first = FALSE;
    }
}

static void
pages_start(Pages *pages)
{
    PagesNode root = { .parent = G_MAXUINT32, .kind = NODE_DEFER };
    int most = pages->shape.height > 3 && !pages->balancing;

    root.state.fresh = TRUE;
    root.state.recto = pages->shape.recto_first;
    root.parent = pages->settled = pages_node_add(pages, &root);
    for (int shorter = 0; shorter <= most; shorter++) {
        root.state.shorter = shorter;
        root.cost = shorter * COST_SHORT;
        pages_live_add(pages, &root);
    }
}

Pages *
pages_new(const PagesShape *shape)
{
    Pages *pages = g_new0(Pages, 1);

    pages->shape = *shape;
    pages->shape.height = CLAMP(shape->height, 1, 4000);
    pages->shape.columns = CLAMP(shape->columns, 1, 3);
    pages->shape.note_gap = MIN(shape->note_gap, pages->shape.height / 4);
    pages->boxes = g_array_new(FALSE, FALSE, sizeof(PagesBox));
    for (int i = 0; i < 2; i++)
        pages->items[i] = g_array_new(FALSE, FALSE, sizeof(PagesItem));
    pages->ids = g_array_new(FALSE, FALSE, sizeof(guint32));
    pages_build_init(&pages->build, &pages->shape);
    g_queue_init(&pages->made);
    return pages;
}

static void
pages_box_clear(PagesBox *box)
{
    g_free((gpointer) box->notes);
}

/* What no page to come has to do with is forgotten. */
static void
pages_forget(Pages *pages)
{
    guint n = pages_build_first(pages) - pages->first_box;

    if (n < 64)
        return;
    for (guint i = 0; i < n; i++)
        pages_box_clear(&g_array_index(pages->boxes, PagesBox, i));
    g_array_remove_range(pages->boxes, 0, n);
    pages->first_box += n;
}

void
pages_free(Pages *pages)
{
    if (pages == NULL)
        return;
    for (guint i = 0; i < pages->boxes->len; i++)
        pages_box_clear(&g_array_index(pages->boxes, PagesBox, i));
    g_array_unref(pages->boxes);
    g_free(pages->nodes);
    for (int i = 0; i < 2; i++)
        g_array_unref(pages->items[i]);
    g_array_unref(pages->ids);
    pages_build_clear(&pages->build);
    g_queue_clear_full(&pages->made, g_free);
    g_free(pages->taken);
    g_free(pages);
}

void
pages_add(Pages *pages, const PagesBox *box)
{
    PagesBox copy = *box;

    copy.notes = g_memdup2(box->notes, box->n_notes * sizeof *box->notes);
    copy.n_variants = CLAMP(box->n_variants, 1, PAGES_VARIANTS);
    if (pages->n_nodes == 0)
        pages_start(pages);
    g_array_append_val(pages->boxes, copy);
    if (box->new_page || box->new_recto) {
        pages_turn(pages, box);
        pages_prune(pages);
        pages->keep = FALSE;
    }
    pages_place(pages, &copy, pages->n_boxes++);
    pages_prune(pages);
    pages->keep = box->keep_next;
    if (++pages->since < SETTLE_BOXES && pages->n_nodes < 4096)
        return;
    pages->since = 0;
    pages_settle(pages, FALSE);
    pages_forget(pages);
}

void
pages_finish(Pages *pages)
{
    pages_turn(pages, NULL);
    pages_settle(pages, TRUE);
}

void
pages_end(Pages *pages)
{
    if (pages->n_boxes == 0)
        return;
    pages_finish(pages);
    pages_build_close(pages, pages_box(pages, pages->n_boxes - 1)->ends);
}

const PagesPage *
pages_next(Pages *pages)
{
    g_free(pages->taken);
    pages->taken = g_queue_pop_head(&pages->made);
    return pages->taken ? &pages->taken->page : NULL;
}

guint32
pages_first_needed(const Pages *pages)
{
    const PagesMade *next = g_queue_peek_head((GQueue *) &pages->made);

    return next ? next->first : pages_build_first(pages);
}
