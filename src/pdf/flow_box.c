/* SPDX-License-Identifier: MIT */
/* Where boxes stand in the column: margins, lines and bars of the elements
 * they are in, and what they keep with. */
#include <string.h>

#include "book/classes.h"
#include "pdf/flow_maker.h"

#define KEEP_BOXES 12           /* most that are kept together, */
#define KEEP_BYTES 1500         /* and most of their text */
#define MARKER_GAP .4           /* ems between a marker and its text */
#define LEAST_ROOM .5           /* of a column, that insets leave */

Box *
flow_last(const FlowMaker *m)
{
    return m->boxes->len ? m->boxes->pdata[m->boxes->len - 1] : NULL;
}

Tag
flow_tag(FlowMaker *m, const FlowElement *parent, const char *type)
{
    return tags_add(m->flow->tags, parent->tag, type);
}

const char *
flow_id(FlowMaker *m, const char *id)
{
    g_autofree char *full = g_strdup_printf("a%u.%s", m->number, id);

    return arena_strdup(m->arena, full);
}

/* Of two ids for one box the second leads to the first. */
void
flow_set_id(FlowMaker *m, const char *id)
{
    if (m->next.id)
        g_hash_table_insert(m->aliases, (gpointer) id,
                            (gpointer) m->next.id);
    else
        m->next.id = id;
}

/* Margins of elements that begin at one place are one, unless a line stands
 * between them. */
static void
box_enter_top(FlowMaker *m, const FlowElement *e, const CssStyle *css)
{
    FlowNext *next = &m->next;
    double margin = css->margin[CSS_TOP];

    if (next->above.width > 0) {
        next->above.gap += MAX(margin, 0) + css->padding[CSS_TOP];
        return;
    }
    next->white = MAX(next->white, margin);
    if (css->border[CSS_TOP] > 0)
        next->above = (FlowLine) {
            css->border[CSS_TOP], css->padding[CSS_TOP],
            e->line_start, e->line_end
        };
    else
        next->white += css->padding[CSS_TOP];
}

/* Blocks deep in others stand below each other when there is no room to
 * stand further in. */
static void
box_enter_sides(const FlowMaker *m, FlowElement *e, const CssStyle *css)
{
    const FlowElement around = *e;

    e->start += css->margin[CSS_START];
    e->line_start = e->start;
    e->line_end = e->end + css->margin[CSS_END];
    if (css->border[CSS_START] > 0) {
        e->bar = css->border[CSS_START];
        e->bar_at = e->start;
    }
    e->start += css->border[CSS_START] + css->padding[CSS_START];
    e->end += css->margin[CSS_END] + css->border[CSS_END]
        + css->padding[CSS_END];
    if (e->start + e->end > m->paper->measure * LEAST_ROOM) {
        e->start = e->line_start = around.start;
        e->end = e->line_end = around.end;
        e->bar = around.bar;
        e->bar_at = around.bar_at;
    }
}

gboolean
flow_enter(FlowMaker *m, FlowElement *e, FlowElement *parent,
           const char *element, const char *class, Tag tag)
{
    const FlowStyle *style = flow_style(m, parent->style, element, class,
                                        NULL, parent->last);
    const CssStyle *css = &style->css;
    Box *last = flow_last(m);

    parent->last = style;
    if (css->hidden)
        return FALSE;
    *e = *parent;
    e->style = style;
    e->last = NULL;
    e->tag = tag;
    e->first = m->boxes->len;
    box_enter_sides(m, e, css);
    box_enter_top(m, e, css);
    if (css->break_before == CSS_BREAK_PAGE)
        m->next.new_page = TRUE;
    if (css->break_before == CSS_BREAK_AVOID && last)
        last->keep_next = TRUE;
    return TRUE;
}

gboolean
flow_enter_block(FlowMaker *m, FlowElement *e, FlowElement *parent,
                 const A2bBlock *block, const char *element,
                 const char *class, const char *tag)
{
    const char *role = classes_of_role(block->role);

    if (!flow_enter(m, e, parent, element, role ? role : class, parent->tag))
        return FALSE;
    e->tag = flow_tag(m, parent, tag);
    if (block->id)
        flow_set_id(m, flow_id(m, block->id));
    return TRUE;
}

void
flow_keep(FlowMaker *m, guint first)
{
    gsize bytes = 0;

    if (m->boxes->len > first + KEEP_BOXES)
        return;
    for (guint i = first; i < m->boxes->len; i++)
        bytes += ((Box *) m->boxes->pdata[i])->text.text.len;
    for (guint i = first; i < m->boxes->len && bytes <= KEEP_BYTES; i++) {
        Box *box = m->boxes->pdata[i];
        box->solid = TRUE;
        box->keep_next |= i + 1 < m->boxes->len;
    }
}

static void
box_leave_bottom(Box *last, const FlowElement *e)
{
    const CssStyle *css = &e->style->css;
    double border = css->border[CSS_BOTTOM];

    if (border > 0 && last->below.width <= 0) {
        last->below = (FlowLine) {
            border, last->after + css->padding[CSS_BOTTOM],
            e->line_start, e->line_end
        };
        last->after = last->below.gap + border + css->margin[CSS_BOTTOM];
        return;
    }
    last->after = MAX(last->after + css->padding[CSS_BOTTOM],
                      css->margin[CSS_BOTTOM]);
}

void
flow_leave(FlowMaker *m, const FlowElement *e)
{
    const CssStyle *css = &e->style->css;
    Box *last = flow_last(m);

    if (!last || m->boxes->len == e->first) {
        if (css->border[CSS_TOP] > 0)
            m->next.above.width = m->next.above.gap = 0;
        return;
    }
    box_leave_bottom(last, e);
    if (css->break_inside == CSS_BREAK_AVOID)
        flow_keep(m, e->first);
    if (css->break_after == CSS_BREAK_AVOID)
        last->keep_next = TRUE;
    if (css->break_after == CSS_BREAK_PAGE)
        m->next.new_page = TRUE;
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
    g_ptr_array_add(m->boxes, box);
    return box;
}

static Box *
box_leaf(FlowMaker *m, FlowElement *parent, const char *element,
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
flow_leaf(FlowMaker *m, FlowElement *parent, const char *element,
          const char *class, const A2bText *text, const char *tag)
{
    return box_leaf(m, parent, element, class, text, tag);
}

Box *
flow_leaf_str(FlowMaker *m, FlowElement *parent, const char *element,
              const char *class, const char *str, const char *tag)
{
    const A2bText text = { .str = str, .len = str ? strlen(str) : 0 };

    return text.len ? box_leaf(m, parent, element, class, &text, tag) : NULL;
}
