/* SPDX-License-Identifier: MIT */
/* Steps that are settled become pages. */
#include "pdf/pages_parts.h"

#include <string.h>

void
pages_build_init(PagesBuild *build, const PagesShape *shape)
{
    build->pieces = g_array_new(FALSE, TRUE, sizeof(PagesPiece));
    build->notes = g_array_new(FALSE, TRUE, sizeof(PagesPiece));
    build->waiting = g_array_new(FALSE, TRUE, sizeof(PagesWaiting));
    build->height = shape->height;
}

void
pages_build_clear(PagesBuild *build)
{
    g_array_unref(build->pieces);
    g_array_unref(build->notes);
    g_array_unref(build->waiting);
}

guint32
pages_build_first(const Pages *pages)
{
    return pages->build.first;
}

/* The first box that the next page may have to do with. */
static guint32
build_first(const PagesBuild *build)
{
    guint32 first = build->box;

    if (build->pending)
        first = MIN(first, build->pending - 1);
    if (build->first_waiting < build->waiting->len)
        first = MIN(first, g_array_index(build->waiting, PagesWaiting,
                                         build->first_waiting).box);
    return first;
}

/* n lines of the notes that wait stand in the column. */
static void
build_notes(PagesBuild *build, guint column, guint n)
{
    while (n && build->first_waiting < build->waiting->len) {
        PagesWaiting *waiting = &g_array_index(
            build->waiting, PagesWaiting, build->first_waiting);
        guint part = MIN(n, (guint) waiting->height - waiting->from);
        PagesPiece piece = {
            .box = waiting->note, .note = TRUE, .from = waiting->from,
            .to = waiting->from + part, .column = column,
            .y = build->note_lines[column],
        };

        g_array_append_val(build->notes, piece);
        build->note_lines[column] += part;
        waiting->from += part;
        n -= part;
        if (waiting->from == waiting->height)
            build->first_waiting++;
    }
}

static guint
build_note_lines(const Pages *pages, const PagesState *state)
{
    return state->notes ? state->notes - pages->shape.note_gap : 0;
}

static void
build_call(PagesBuild *build, const PagesBox *box, const PagesNode *node,
           guint16 from)
{
    for (guint i = 0; i < box->n_notes; i++) {
        guint16 line = box->notes[i].line[node->variant];
        PagesWaiting waiting = {
            .note = box->notes[i].note, .box = node->box,
            .height = box->notes[i].height,
        };

        if (line < from || line >= from + node->lines)
            continue;
        if (build->first_waiting == build->waiting->len) {
            g_array_set_size(build->waiting, 0);
            build->first_waiting = 0;
        }
        g_array_append_val(build->waiting, waiting);
    }
}

void
pages_build_count(Pages *pages, const PagesPiece *piece)
{
    PagesBuild *build = &pages->build;
    const PagesBox *box = pages_box(pages, piece->box);
    guint n = box->variants[piece->variant].lines;

    if (piece->from == 0 && piece->to < n && piece->to < box->orphans)
        build->orphans++;
    if (piece->from > 0 && piece->to == n &&
        n - piece->from < box->widows)
        build->widows++;
}

static void
build_place(Pages *pages, const PagesNode *node, const PagesNode *parent)
{
    PagesBuild *build = &pages->build;
    const PagesBox *box = pages_box(pages, node->box);
    guint16 from = node->box == build->box ? build->from : 0;
    PagesPiece piece = {
        .box = node->box, .variant = node->variant, .from = from,
        .to = from + node->lines, .column = node->state.column,
        .y = node->state.used - node->lines,
    };

    g_array_append_val(build->pieces, piece);
    pages_build_count(pages, &piece);
    build_call(build, box, node, from);
    build_notes(build, node->state.column,
                build_note_lines(pages, &node->state) -
                    build_note_lines(pages, &parent->state));
    build->box = node->box;
    build->from = piece.to;
}

/* Notes stand at the columns' feet. */
static void
build_place_notes(PagesBuild *build, PagesPage *page)
{
    for (guint i = 0; i < build->notes->len; i++) {
        PagesPiece *piece = &g_array_index(build->notes, PagesPiece, i);
        guint top = build->height - build->note_lines[piece->column];

        piece->y += top;
        page->note_top[piece->column] = top;
    }
}

void
pages_build_close(Pages *pages, gboolean ends)
{
    PagesBuild *build = &pages->build;
    PagesMade *made;
    guint n, n_notes;

    if (ends && pages->shape.columns > 1 && !pages->balancing)
        pages_balance(pages);
    n = build->pieces->len;
    n_notes = build->notes->len;
    made = g_malloc0(sizeof *made + (n + n_notes) * sizeof(PagesPiece));
    build_place_notes(build, &made->page);
    made->page.number = build->number++;
    made->page.pieces = made->pieces;
    made->page.n_pieces = n + n_notes;
    made->page.widows = build->widows;
    made->page.orphans = build->orphans;
    made->first = build->first;
    if (n)
        memcpy(made->pieces, build->pieces->data, n * sizeof(PagesPiece));
    if (n_notes)
        memcpy(made->pieces + n, build->notes->data,
               n_notes * sizeof(PagesPiece));
    g_queue_push_tail(&pages->made, made);
    g_array_set_size(build->pieces, 0);
    g_array_set_size(build->notes, 0);
    memset(build->note_lines, 0, sizeof build->note_lines);
    build->widows = build->orphans = 0;
    build->first = build_first(build);
}

static void
build_open(Pages *pages, const PagesNode *node)
{
    PagesBuild *build = &pages->build;
    guint column = node->state.column;
    PagesPiece piece = { .column = column, .y = node->state.top };

    if (column == 0) {
        gboolean ends = node->kind == NODE_END && node->box > 0 &&
            pages_box(pages, node->box - 1)->ends;

        pages_build_close(pages, ends);
        build->carried = build_note_lines(pages, &node->state) > 0;
    }
    if (build->pending) {
        piece.box = build->pending - 1;
        piece.to = pages_box(pages, piece.box)->variants[0].lines;
        g_array_append_val(build->pieces, piece);
        piece.y += piece.to;
        build->pending = 0;
    }
    if (node->state.used > piece.y) {
        piece.box = node->box;
        piece.repeat = TRUE;
        piece.to = node->state.used - piece.y;
        g_array_append_val(build->pieces, piece);
    }
    build_notes(build, column, build_note_lines(pages, &node->state));
}

void
pages_build_step(Pages *pages, const PagesNode *node,
                 const PagesNode *parent)
{
    switch ((PagesNodeKind) node->kind) {
    case NODE_PLACE:
        build_place(pages, node, parent);
        break;
    case NODE_OPEN:
    case NODE_END:
        build_open(pages, node);
        break;
    case NODE_DEFER:
        pages->build.pending = node->state.pending;
        break;
    }
    pages->build.height = pages->shape.height - node->state.shorter;
}
