/* SPDX-License-Identifier: MIT */
/* How a text that is written piece by piece becomes one string with its
 * looks. */
#include <string.h>

#include "pdf/flow_maker.h"

void
flow_ink_begin(FlowInk *ink, FlowMaker *m)
{
    *ink = (FlowInk) { .m = m };
    g_string_truncate(m->str, 0);
    g_array_set_size(m->looks, 0);
    g_array_set_size(m->open, 0);
    g_array_set_size(m->from, 0);
}

static gboolean
ink_same_look(const FlowOpen *a, const FlowOpen *b)
{
    const Look *x = &b->style->look, *y = a->style ? &a->style->look : NULL;

    return y && a->mark == b->mark && a->flags == b->flags
        && (x == y
            || (x->family == y->family && x->style == y->style
                && x->flags == y->flags && x->size == y->size
                && x->tracking == y->tracking
                && x->language == y->language));
}

/* The look of what was written since start. */
static void
ink_look(FlowInk *ink, const FlowOpen *in, guint32 start)
{
    GArray *looks = ink->m->looks;
    LookSpan span = { start, ink->m->str->len, in->style->look };

    if (span.end == start)
        return;
    if (looks->len && ink_same_look(&ink->last, in)) {
        g_array_index(looks, LookSpan, looks->len - 1).end = span.end;
        return;
    }
    span.look.flags |= in->flags;
    span.look.mark = in->mark;
    g_array_append_val(looks, span);
    ink->last = *in;
}

void
flow_ink_write(FlowInk *ink, const FlowOpen *in, const char *str,
               gsize len)
{
    guint32 start = ink->m->str->len;

    if (ink->tabs)
        ink->column = flow_case_untab(ink->m->str, str, len, ink->column);
    else if (in->style->css.uppercase)
        flow_case_upper(ink->m->str, str, len, ink->m->language);
    else
        g_string_append_len(ink->m->str, str, len);
    ink_look(ink, in, start);
}

void
flow_ink_str(FlowInk *ink, const FlowStyle *style, guint mark,
             const char *str)
{
    const FlowOpen in = { .style = style, .mark = mark,
                          .flags = ink->flags };

    flow_ink_write(ink, &in, str, strlen(str));
}

/* Where it comes from; most texts are whole and as they were. */
static void
ink_take_from(FlowMaker *m, FlowText *text)
{
    const FlowFrom *first = (const FlowFrom *) m->from->data;
    gsize size = m->from->len * sizeof *first;
    FlowFrom *from;

    if (m->from->len > 1 || (m->from->len && first->source != first->at)) {
        from = arena_alloc(m->arena, size);
        memcpy(from, first, size);
        text->from = from;
        text->n_from = m->from->len;
    }
    g_array_set_size(m->from, 0);
}

void
flow_ink_take(FlowInk *ink, FlowText *text)
{
    FlowMaker *m = ink->m;
    gsize size = m->looks->len * sizeof(LookSpan);
    LookSpan *looks = size ? arena_alloc(m->arena, size) : NULL;

    if (size)
        memcpy(looks, m->looks->data, size);
    text->text.str = arena_strndup(m->arena, m->str->str, m->str->len);
    text->text.len = m->str->len;
    text->text.looks = looks;
    text->text.n_looks = m->looks->len;
    flow_finish(m, &text->text);
    ink_take_from(m, text);
    g_string_truncate(m->str, 0);
    g_array_set_size(m->looks, 0);
    ink->last = (FlowOpen) { 0 };
    ink->column = 0;
}
