/* SPDX-License-Identifier: MIT */
/* What stands above and below the text of an article. */
#include <math.h>
#include <string.h>

#include "base/href.h"
#include "book/head.h"
#include "book/words.h"
#include "pdf/flow_maker.h"

#define QR_SIDE (18 * 72 / 25.4)        /* points, about */
#define QR_BYTES 300            /* more are too small to be read at that */

static void
head_title(FlowMaker *m, FlowElement *header)
{
    const char *title = book_article_title(m->article);

    m->next.outline = m->next.running = title;
    m->next.outline_level = m->level;
    flow_set_id(m, flow_article_id(m, m->number));
    flow_leaf_str(m, header, "h1", NULL, title, m->base ? "H2" : "H1");
}

static void
head_byline(FlowMaker *m, FlowElement *header, const A2bMeta *meta)
{
    g_autofree char *names = NULL;

    if (!meta->authors || !*meta->authors)
        return;
    names = g_strjoinv(", ", (char **) meta->authors);
    flow_leaf_str(m, header, "p", "byline", arena_strdup(m->arena, names),
                  "P");
}

static void
head_dateline_add(FlowMaker *m, FlowElement *header)
{
    g_auto(HeadDateline) line = { 0 };
    FlowElement e;
    FlowInk ink;

    if (!head_dateline(m->article, &line)
        || !flow_enter(m, &e, header, "p", "dateline", header->tag))
        return;
    flow_ink_begin(&ink, m);
    if (line.place)
        flow_ink_str(&ink, flow_style(m, e.style, "span", "place", NULL,
                                      NULL), 0, line.place);
    if (line.place && line.date)
        flow_ink_str(&ink, e.style, 0, ", ");
    if (line.date)
        flow_ink_str(&ink, e.style, 0, line.date);
    flow_leaf_ink(&e, flow_tag(m, header, "P"), &ink);
    flow_leave(m, &e);
}

/* At the top of a page there is no white in which a line could stand: it
 * has to have room of its own. */
static void
head_rule(FlowMaker *m, const FlowElement *header)
{
    const FlowLine line = m->next.above;
    FlowElement e = *header;
    Box *box;

    if (line.width <= 0)
        return;
    m->next.above.width = m->next.above.gap = 0;
    e.tag = TAG_NONE;
    e.start = line.start;
    e.end = line.end;
    box = flow_add(m, &e, BOX_RULE);
    box->rule_height = line.width;
    box->align = SET_START;
    m->next.white = line.gap;
}

void
flow_head(FlowMaker *m, FlowElement *section)
{
    const A2bMeta *meta = a2b_article_meta(m->article);
    FlowElement header;

    if (!flow_enter(m, &header, section, "header", NULL, section->tag))
        return;
    head_rule(m, &header);
    flow_leaf_str(m, &header, "p", "kicker", meta->kicker, "P");
    head_title(m, &header);
    flow_leaf_str(m, &header, "p", "subtitle", meta->subtitle, "P");
    head_byline(m, &header, meta);
    flow_leaf_str(m, &header, "p", "publisher", meta->publisher, "P");
    head_dateline_add(m, &header);
    for (guint i = header.first; i < m->boxes->len; i++) {
        Box *box = m->boxes->pdata[i];
        box->span_columns = m->paper->columns > 1 && !m->run_on;
        box->keep_next = box->solid = TRUE;
    }
    flow_leave(m, &header);
}

Box *
flow_address(FlowMaker *m, FlowElement *parent, const char *class,
             const char *label, const char *url, const char *uri)
{
    FlowElement e;
    FlowInk ink;
    FlowMark *link;
    guint mark = 0;
    Box *box;

    if (!flow_enter(m, &e, parent, "p", class, parent->tag))
        return NULL;
    if (uri) {
        link = flow_mark(m, 0, MARK_LINK, &mark);
        link->uri = uri;
        link->contents = url;
    }
    flow_ink_begin(&ink, m);
    if (label) {
        flow_ink_str(&ink, e.style, 0, label);
        flow_ink_str(&ink, e.style, 0, ": ");
    }
    ink.flags = LOOK_BREAK_ANYWHERE | LOOK_NO_HYPHENS;
    flow_ink_str(&ink, flow_style(m, e.style, "a", NULL, NULL, NULL), mark,
                 url);
    box = flow_leaf_ink(&e, flow_tag(m, parent, "P"), &ink);
    flow_leave(m, &e);
    return box;
}

/* For those who hold paper in their hands; what it says stands above it, so
 * it is no content.  Half a line less than whole lines, it stands on a
 * baseline, always as far from the text above. */
static void
head_qr(FlowMaker *m, const FlowElement *footer, Box *source, const char *uri)
{
    Box *box;

    if (!g_str_has_prefix(uri, "http") || strlen(uri) > QR_BYTES)
        return;
    source->keep_next = TRUE;
    box = flow_add(m, footer, BOX_PICTURE);
    box->qr = uri;
    box->rule_width = box->rule_height =
        (ceil(QR_SIDE / m->paper->leading) - .5) * m->paper->leading;
    box->align = source->text.shape.align == SET_CENTER ? SET_CENTER
                                                        : SET_START;
    box->tag = TAG_NONE;
}

void
flow_foot(FlowMaker *m, FlowElement *section)
{
    const char *url = head_source(m->article);
    g_autofree char *uri = url ? href_clean(url) : NULL;
    const char *kept = arena_strdup(m->arena, uri);
    FlowElement footer;
    Box *box;

    if (!url || !flow_enter(m, &footer, section, "footer", NULL,
                            section->tag))
        return;
    box = flow_address(m, &footer, "source",
                       words_say(m->language, WORD_SOURCE), url, kept);
    /* In a book of many it would cost more paper than it is worth. */
    if (box && kept && !m->flow->numbered)
        head_qr(m, &footer, box, kept);
    flow_leave(m, &footer);
}
