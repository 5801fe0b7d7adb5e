/* SPDX-License-Identifier: MIT */
/* How marks on a text become looks and marks of what is set. */
#include <string.h>

#include "book/tags.h"
#include "pdf/flow_maker.h"

#define ADDRESS (LOOK_BREAK_ANYWHERE | LOOK_NO_HYPHENS)

static FlowOpen *
ink_top(const FlowInk *ink)
{
    GArray *open = ink->m->open;

    return &g_array_index(open, FlowOpen, open->len - 1);
}

static const FlowMark *
ink_mark(const FlowInk *ink, guint mark)
{
    return &g_array_index(ink->m->flow->marks, FlowMark, mark);
}

static void
ink_enter_link(FlowInk *ink, FlowOpen *open)
{
    const A2bSpan *span = open->span;
    const char *words = ink->text->str + span->start;
    gsize len = span->end - span->start;
    guint mark;

    if (!span->target || ink_mark(ink, open->mark)->link)
        return;
    mark = flow_link(ink->m, open->mark, span->target, words, len);
    if (!mark)
        return;
    open->mark = mark;
    open->style = flow_style(ink->m, open->style, "a", NULL, NULL, NULL);
    if (flow_link_is_address(words, len, span->target))
        open->flags |= ADDRESS;
    else if (!ink->again)
        open->url = flow_url(ink->m, mark, span->target);
}

static void
ink_call(FlowInk *ink, const char *id)
{
    guint32 at = ink->m->str->len;

    g_ptr_array_add(ink->m->calls, (gpointer) id);
    g_array_append_val(ink->m->call_at, at);
}

static void
ink_enter_note(FlowInk *ink, FlowOpen *open)
{
    const FlowCalled *called = flow_called(ink->m, open->span->target);

    if (!called)
        return;
    open->style = flow_style(ink->m, open->style, "a", "noteref", NULL, NULL);
    if (!ink_mark(ink, open->mark)->link)
        open->mark = flow_link_call(ink->m, open->mark, called->id,
                                    called->mark);
    if (!ink->again && flow_calls(ink->m, open->span->target))
        ink_call(ink, called->id);
}

/* Pictures in the line are not in the book; their description is. */
static void
ink_enter_image(FlowInk *ink, FlowOpen *open)
{
    const char *title = open->span->title;

    open->style = flow_style(ink->m, open->style, "span", "picture", NULL,
                             NULL);
    if (!ink->again && title)
        flow_ink_write(ink, open, title, strlen(title));
}

static void
ink_enter_lang(FlowInk *ink, FlowOpen *open)
{
    const char *tag = tags_clean(open->span->target);
    FlowMark *mark;

    if (!tag)
        return;
    flow_add_language(ink->m, tag);
    open->style = flow_style(ink->m, open->style, "span", NULL, tag, NULL);
    mark = flow_mark(ink->m, open->mark, MARK_PLAIN, &open->mark);
    mark->type = "Span";
    mark->language = tag;
}

/* A mark is an element with a class or none, or what enter makes of it. */
static const struct {
    const char *element, *class, *type;
    void (*enter)(FlowInk *ink, FlowOpen *open);
} marks[A2B_N_MARKS] = {
    [A2B_MARK_EMPH] = { .element = "em" },
    [A2B_MARK_STRONG] = { .element = "strong" },
    [A2B_MARK_UNDERLINE] = { .element = "u" },
    [A2B_MARK_STRIKE] = { .element = "s" },
    [A2B_MARK_CODE] = { .element = "code", .type = "Code" },
    [A2B_MARK_SUB] = { .element = "sub" },
    [A2B_MARK_SUP] = { .element = "sup" },
    [A2B_MARK_SMALLCAPS] = { .element = "span", .class = "smallcaps" },
    [A2B_MARK_INSERTED] = { .element = "ins" },
    [A2B_MARK_DELETED] = { .element = "del" },
    [A2B_MARK_LINK] = { .enter = ink_enter_link },
    [A2B_MARK_NOTE] = { .enter = ink_enter_note },
    [A2B_MARK_IMAGE] = { .enter = ink_enter_image },
    [A2B_MARK_LANG] = { .enter = ink_enter_lang },
};

/* Lines at letters are a matter of marks: they are drawn.  around: the mark
 * that open is in; if it is one of its own, that has them. */
static void
ink_lines(FlowInk *ink, FlowOpen *open, guint around, const char *type)
{
    const CssStyle *css = &open->style->css;
    GArray *all = ink->m->flow->marks;
    FlowMark *mark = &g_array_index(all, FlowMark, open->mark);
    gboolean underline = css->underline && !mark->underline;
    gboolean strike = css->strike && !mark->strike;

    if (!type && !underline && !strike)
        return;
    if (open->mark == around)
        mark = flow_mark(ink->m, around, MARK_PLAIN, &open->mark);
    if (type)
        mark->type = type;
    mark->underline |= underline;
    mark->strike |= strike;
}

static void
ink_enter(const A2bSpan *span, gpointer user)
{
    FlowInk *ink = user;
    FlowOpen open = *ink_top(ink);
    const FlowStyle *style = open.style;
    guint around = open.mark;

    open.span = span;
    open.url = NULL;
    if (marks[span->mark].enter)
        marks[span->mark].enter(ink, &open);
    else
        open.style = flow_style(ink->m, open.style,
                                marks[span->mark].element,
                                marks[span->mark].class, NULL, NULL);
    if (open.style != style)
        ink_lines(ink, &open, around, marks[span->mark].type);
    g_array_append_val(ink->m->open, open);
}

/* The call of the note that has a link's address.  A note has none: there
 * it stands in brackets. */
static void
ink_url(FlowInk *ink, FlowUrl *url)
{
    FlowMaker *m = ink->m;
    FlowOpen in = *ink_top(ink);

    if (!url->id) {
        flow_ink_write(ink, &in, " (", 2);
        in.flags |= ADDRESS;
        flow_ink_write(ink, &in, url->url, strlen(url->url));
        in.flags &= ~ADDRESS;
        flow_ink_write(ink, &in, ")", 1);
        return;
    }
    in.style = flow_style(m, in.style, "a", "noteref", NULL, NULL);
    in.mark = flow_link_call(m, in.mark, url->id, url->mark);
    if (flow_calls_url(m, url))
        ink_call(ink, url->id);
    flow_ink_write(ink, &in, url->mark, strlen(url->mark));
}

static void
ink_leave(const A2bSpan *span G_GNUC_UNUSED, gpointer user)
{
    FlowInk *ink = user;
    FlowUrl *url = ink_top(ink)->url;

    g_array_set_size(ink->m->open, ink->m->open->len - 1);
    if (url)
        ink_url(ink, url);
}

/* A piece of the text comes next. */
static void
ink_from(FlowInk *ink, const char *str)
{
    const FlowFrom from = { ink->m->str->len, str - ink->text->str };

    g_array_append_val(ink->m->from, from);
}

/* str without the characters that stand for pictures. */
static void
ink_words(FlowInk *ink, const char *str, gsize len)
{
    const char *end = str + len, *hole;

    ink_from(ink, str);
    while ((hole = g_strstr_len(str, end - str, FLOW_PICTURE))) {
        if (hole > str)
            flow_ink_write(ink, ink_top(ink), str, hole - str);
        str = hole + strlen(FLOW_PICTURE);
    }
    if (end > str)
        flow_ink_write(ink, ink_top(ink), str, end - str);
}

/* A line is taken; marks that are open go on in the next one, as marks of
 * its own. */
static void
ink_line(FlowInk *ink)
{
    FlowMaker *m = ink->m;
    GArray *was = m->open;

    ink->line(ink);
    m->open = m->spare;
    g_array_set_size(m->open, 0);
    g_array_append_val(m->open, g_array_index(was, FlowOpen, 0));
    ink->again = TRUE;
    for (guint i = 1; i < was->len; i++) {
        ink_enter(g_array_index(was, FlowOpen, i).span, ink);
        ink_top(ink)->url = g_array_index(was, FlowOpen, i).url;
    }
    ink->again = FALSE;
    m->spare = was;
}

/* A call is raised: it needs no brackets as well. */
static gboolean
ink_is_call(const FlowInk *ink, const char *str, gsize len)
{
    gboolean note = FALSE;

    if (len < 3 || !strchr("[(", *str) || !strchr("])", str[len - 1]))
        return FALSE;
    for (guint i = 1; i < ink->m->open->len; i++) {
        const FlowOpen *open = &g_array_index(ink->m->open, FlowOpen, i);
        note |= open->span->mark == A2B_MARK_NOTE
            && flow_called(ink->m, open->span->target);
    }
    return note;
}

/* Whether a call in brackets begins at end: nor does it need the blank
 * before it. */
static gboolean
ink_ends_before_call(const FlowInk *ink, const char *end)
{
    const A2bText *text = ink->text;
    guint32 at = end - text->str, first = 0, last = text->n_spans;

    if (at == 0 || end[-1] != ' ' || *end == '\0' || !strchr("[(", *end))
        return FALSE;
    while (first < last) {
        guint32 middle = first + (last - first) / 2;

        if (text->spans[middle].start < at)
            first = middle + 1;
        else
            last = middle;
    }
    for (; first < text->n_spans && text->spans[first].start == at; first++)
        if (text->spans[first].mark == A2B_MARK_NOTE
            && flow_called(ink->m, text->spans[first].target))
            return strchr("])", text->str[text->spans[first].end - 1]) != NULL;
    return FALSE;
}

static void
ink_part(const char *str, gsize len, gpointer user)
{
    const char *end = str + len, *stop;
    FlowInk *ink = user;

    if (ink_is_call(ink, str, len)) {
        str++;
        end--;
    } else if (len > 0 && ink_ends_before_call(ink, end)) {
        end--;
    }
    while (ink->line && (stop = g_strstr_len(str, end - str, ink->stop))) {
        ink_words(ink, str, stop - str);
        ink_line(ink);
        str = stop + strlen(ink->stop);
    }
    ink_words(ink, str, end - str);
}

void
flow_ink_text(FlowInk *ink, const FlowStyle *style, const A2bText *text)
{
    static const A2bTextVisitor visitor = { ink_enter, ink_part, ink_leave };
    const FlowOpen base = { .style = style };

    ink->text = text;
    g_array_set_size(ink->m->open, 0);
    g_array_append_val(ink->m->open, base);
    a2b_text_walk(text, &visitor, ink);
}
