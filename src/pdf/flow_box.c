/* SPDX-License-Identifier: MIT */
/* What a box takes from the element it is in and from what waited for it:
 * markers, ids, notes, white. */
#include <string.h>

#include "pdf/flow_maker.h"

#define MARKER_GAP .4           /* ems between a marker and its text */

Box *
flow_last(const FlowMaker *m)
{
    return m->boxes->len ? m->boxes->pdata[m->boxes->len - 1] : NULL;
}

/* Takes what waits for the next box. */
static void
box_take_next(FlowMaker *m, Box *box)
{
    FlowNext *next = &m->next;

    box->above = next->above;
    box->before = next->white + next->above.width + next->above.gap;
    box->id = next->id;
    box->outline = next->outline;
    box->outline_level = next->outline_level;
    box->running = next->running;
    box->new_page = next->new_page;
    *next = (FlowNext) { 0 };
}

static void
box_take_notes(FlowMaker *m, Box *box)
{
    guint n = m->calls->len;
    const char **notes;
    guint32 *at;

    if (n == 0)
        return;
    notes = arena_alloc(m->arena, n * sizeof *notes);
    at = arena_alloc(m->arena, n * sizeof *at);
    memcpy(notes, m->calls->pdata, n * sizeof *notes);
    if (box->kind == BOX_TEXT)
        memcpy(at, m->call_at->data, n * sizeof *at);
    box->notes = notes;
    box->note_at = at;
    box->n_notes = n;
    g_ptr_array_set_size(m->calls, 0);
    g_array_set_size(m->call_at, 0);
}

static FlowText *
box_marker_text(FlowMaker *m, const FlowNext *next)
{
    FlowText *text = arena_new_of(m->arena, FlowText);

    flow_plain(m, next->item->style, next->marker, text);
    flow_shape(m, next->item, !m->in_note, text);
    text->tag = next->marker_tag;
    text->shape.indent = 0;
    text->shape.align = next->marker_align;
    text->shape.drop_cap = 0;
    return text;
}

static void
box_take_marker(FlowMaker *m, Box *box, const FlowNext *next)
{
    box->marker = box_marker_text(m, next);
    box->marker_width = next->marker_width;
    box->marker_gap = MARKER_GAP * next->item->style->look.size;
}

void
flow_set_marker(FlowMaker *m, const FlowElement *e, const char *marker,
                double width, SetAlign align)
{
    flow_flush_marker(m);
    m->next.item = e;
    m->next.marker = marker;
    m->next.marker_width = width;
    m->next.marker_align = align;
    m->next.marker_tag = flow_tag(m, e, "Lbl");
}

void
flow_flush_marker(FlowMaker *m)
{
    FlowNext next = m->next;
    Box *box;

    if (!next.item)
        return;
    m->next.item = NULL;
    box = flow_add(m, next.item, BOX_TEXT);
    box->text = *box_marker_text(m, &next);
    box->tag = box->text.tag;
    box->text.shape.align = SET_START;
    box->start = MAX(box->start - next.marker_width, 0);
    box->keep_next = TRUE;
}

/* Headings, captions, tables and what is larger than the text have lines of
 * their own; all else stands on the grid. */
static gboolean
box_on_grid(const FlowMaker *m, const FlowElement *e)
{
    static const char *const off[] = {
        "h1", "h2", "h3", "h4", "h5", "h6", "figcaption", "td", "th", "hr",
    };

    if (m->in_note || e->style->look.size > m->paper->size * 1.02)
        return FALSE;
    for (guint i = 0; i < G_N_ELEMENTS(off); i++)
        if (strcmp(e->style->node.element, off[i]) == 0)
            return FALSE;
    return !e->style->node.parent
        || strcmp(e->style->node.parent->element, "header") != 0;
}

Box *
flow_add(FlowMaker *m, const FlowElement *e, BoxKind kind)
{
    Box *box = arena_new_of(m->arena, Box);
    const FlowNext next = m->next;

    box->kind = kind;
    if (next.item && kind != BOX_TEXT)
        flow_flush_marker(m);
    else if (next.item)
        box_take_marker(m, box, &next);
    box_take_next(m, box);
    box_take_notes(m, box);
    box->on_grid = kind == BOX_TEXT && box_on_grid(m, e);
    /* In CSS the first line hangs out, here the others are further in. */
    box->start = MAX(e->start + MIN(e->style->css.indent, 0),
                     box->marker_width);
    box->end = e->end;
    box->bar = e->bar;
    box->bar_at = e->bar_at;
    box->orphans = MAX(e->style->css.orphans, 1);
    box->widows = MAX(e->style->css.widows, 1);
    box->tag = e->tag;
    box->rtl = m->rtl;
    box->part = m->where;
    box->index = m->index;
    box->block = m->block;
    box->behind = m->behind;
    g_ptr_array_add(m->boxes, box);
    return box;
}

Box *
flow_leaf_ink(FlowElement *e, Tag tag, FlowInk *ink)
{
    Box *box;

    e->tag = tag;
    box = flow_add(ink->m, e, BOX_TEXT);
    flow_ink_take(ink, &box->text);
    flow_shape(ink->m, e, box->on_grid, &box->text);
    box->text.tag = tag;
    return box;
}

Box *
flow_leaf(FlowMaker *m, FlowElement *parent, const char *element,
          const char *class, const A2bText *text, const char *tag)
{
    FlowElement e;
    FlowText set = { 0 };
    Box *box = NULL;

    if (!flow_enter(m, &e, parent, element, class, parent->tag))
        return NULL;
    flow_fill(m, e.style, text, &set);
    if (set.text.len > 0) {
        e.tag = tag ? flow_tag(m, parent, tag) : parent->tag;
        box = flow_add(m, &e, BOX_TEXT);
        flow_shape(m, &e, box->on_grid, &set);
        set.tag = e.tag;
        box->text = set;
        if (e.style->css.uppercase && text->n_spans == 0)
            tags_set_actual(m->flow->tags, e.tag, text->str);
    }
    flow_leave(m, &e);
    return box;
}

Box *
flow_leaf_str(FlowMaker *m, FlowElement *parent, const char *element,
              const char *class, const char *str, const char *tag)
{
    const A2bText text = { .str = str, .len = str ? strlen(str) : 0 };

    return text.len ? flow_leaf(m, parent, element, class, &text, tag) : NULL;
}
