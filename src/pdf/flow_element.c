/* SPDX-License-Identifier: MIT */
/* Where elements stand in the column: their margins, lines and bars, and
 * what is kept together in them. */
#include "book/classes.h"
#include "pdf/flow_maker.h"

#define KEEP_BOXES 12           /* most that are kept together, */
#define KEEP_BYTES 1500         /* and most of their text */
#define LEAST_ROOM .5           /* of a column, that insets leave */

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
element_top(FlowMaker *m, const FlowElement *e, const CssStyle *css)
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
element_sides(const FlowMaker *m, FlowElement *e, const CssStyle *css)
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
    element_sides(m, e, css);
    element_top(m, e, css);
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
element_bottom(Box *last, const FlowElement *e)
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
    element_bottom(last, e);
    if (css->break_inside == CSS_BREAK_AVOID)
        flow_keep(m, e->first);
    if (css->break_after == CSS_BREAK_AVOID)
        last->keep_next = TRUE;
    if (css->break_after == CSS_BREAK_PAGE)
        m->next.new_page = TRUE;
}
