/* SPDX-License-Identifier: MIT */
/*
 * Columns of the last page of an article are made equally high: its boxes
 * are put on a page of their own again, with lower and lower columns.
 */
#include "pdf/pages_parts.h"

#include <string.h>

#define BALANCE_TRIES 16

typedef struct {
    guint32 box;
    guint16 from;               /* lines that are on pages before */
    guint8 variant;
} BalanceBox;

/* The boxes of the page, each once. */
static GArray *
balance_boxes(const PagesBuild *build)
{
    GArray *boxes = g_array_new(FALSE, FALSE, sizeof(BalanceBox));

    for (guint i = 0; i < build->pieces->len; i++) {
        const PagesPiece *piece =
            &g_array_index(build->pieces, PagesPiece, i);
        BalanceBox box = {
            .box = piece->box, .from = piece->from,
            .variant = piece->variant,
        };

        if (!piece->repeat && (boxes->len == 0 ||
            g_array_index(boxes, BalanceBox, boxes->len - 1).box !=
                piece->box))
            g_array_append_val(boxes, box);
    }
    return boxes;
}

/* What is left of a box when its first lines are gone. */
static void
balance_cut(PagesBox *box, PagesNote *notes, guint v, guint16 from)
{
    guint n = 0;

    box->variants[0].lines = box->variants[v].lines - from;
    box->variants[0].cost = 0;
    box->n_variants = 1;
    box->hyphens[0] = from < 64 ? box->hyphens[v] >> from : 0;
    box->before = 0;
    box->orphans = 0;
    box->keep_next = box->keep_next && box->variants[0].lines > 0;
    for (guint i = 0; i < box->n_notes; i++) {
        if (notes[i].line[v] < from)
            continue;
        notes[n] = notes[i];
        notes[n++].line[0] = notes[i].line[v] - from;
    }
    box->n_notes = n;
}

static void
balance_add(Pages *pages, Pages *page, const BalanceBox *what)
{
    PagesBox box = *pages_box(pages, what->box);
    g_autofree PagesNote *notes =
        g_memdup2(box.notes, box.n_notes * sizeof *box.notes);

    box.notes = notes;
    box.new_page = box.new_recto = box.can_move = box.ends = FALSE;
    if (what->from)
        balance_cut(&box, notes, what->variant, what->from);
    pages_add(page, &box);
}

/* The page with columns height high; NULL if it does not hold all.  *cost
 * is what is ugly of it. */
static Pages *
balance_try(Pages *pages, const GArray *boxes, guint height, double *cost)
{
    PagesShape shape = pages->shape;
    g_autoptr(Pages) page = NULL;
    const PagesNode *end;
    int low;

    shape.height = height;
    page = pages_new(&shape);
    page->balancing = TRUE;
    for (guint i = 0; i < boxes->len; i++)
        balance_add(pages, page, &g_array_index(boxes, BalanceBox, i));
    pages_finish(page);
    if (page->build.number > 0)
        return NULL;
    end = pages_node(page, page->live[0]);
    low = (int) height - end->state.used - end->state.notes - 1 +
          (int) (shape.columns - 1 - end->state.column) *
              (int) (height - end->state.top);
    *cost = end->cost + MAX(low, 0) * COST_MISSING;
    return g_steal_pointer(&page);
}

/* Lines from the first column's top to the last one's foot. */
static guint
balance_total(const Pages *pages, guint *top)
{
    guint n = pages->build.pieces->len;
    guint last = 0, used[3] = { 0 };

    *top = 0;
    for (guint i = 0; i < n; i++) {
        const PagesPiece *piece =
            &g_array_index(pages->build.pieces, PagesPiece, i);
        guint foot = piece->y + piece->to - piece->from;

        used[piece->column] = MAX(used[piece->column], foot);
        if (!piece->repeat && pages_box(pages, piece->box)->span)
            *top = foot;
        last = MAX(last, piece->column);
    }
    for (guint i = 0; i <= last; i++)
        used[i] += pages->build.note_lines[i]
                       ? pages->build.note_lines[i] + pages->shape.note_gap
                       : 0;
    return used[0] + (last > 0 ? used[1] - *top : 0) +
           (last > 1 ? used[2] - *top : 0) - *top;
}

/* The page that is built becomes what page is. */
static void
balance_take(Pages *pages, Pages *page, const GArray *boxes)
{
    PagesBuild *build = &pages->build, *other = &page->build;

    g_array_set_size(build->pieces, 0);
    build->widows = build->orphans = 0;
    for (guint i = 0; i < other->pieces->len; i++) {
        PagesPiece piece = g_array_index(other->pieces, PagesPiece, i);
        const BalanceBox *box =
            &g_array_index(boxes, BalanceBox, piece.box);

        piece.box = box->box;
        if (box->from && !piece.repeat) {
            piece.from += box->from;
            piece.to += box->from;
            piece.variant = box->variant;
        }
        if (!piece.repeat)
            pages_build_count(pages, &piece);
        g_array_append_val(build->pieces, piece);
    }
    g_array_set_size(build->notes, 0);
    g_array_append_vals(build->notes, other->notes->data,
                        other->notes->len);
    memcpy(build->note_lines, other->note_lines, sizeof build->note_lines);
}

void
pages_balance(Pages *pages)
{
    g_autoptr(GArray) boxes = NULL;
    g_autoptr(Pages) best = NULL;
    double least = G_MAXDOUBLE;
    guint top, total, height;

    if (pages->build.pieces->len == 0 || pages->build.carried)
        return;
    boxes = balance_boxes(&pages->build);
    total = balance_total(pages, &top);
    height = top + MAX(1, (total + pages->shape.columns - 1) /
                              pages->shape.columns);
    for (guint i = 0; i < BALANCE_TRIES; i++, height++) {
        Pages *page;
        double cost = 0;

        if (height > pages->build.height || least < COST_MISSING)
            break;
        page = balance_try(pages, boxes, height, &cost);
        cost += i;
        if (page == NULL || cost >= least) {
            pages_free(page);
            continue;
        }
        pages_free(best);
        best = page;
        least = cost;
    }
    if (best)
        balance_take(pages, best, boxes);
}
