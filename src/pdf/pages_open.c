/* SPDX-License-Identifier: MIT */
/* What a column begins with, and how long its page may be. */
#include "pdf/pages_place.h"

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
    if (state->carry) {
        /* On the least of pages too it comes to an end. */
        int put = MIN(MAX(room, 1), state->carry);

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
