/* SPDX-License-Identifier: MIT */
/* Verse and code: texts whose lines are the author's.  Each is a box of its
 * own, so that what does not fit is turned over with an indent. */
#include <string.h>

#include "base/utf8.h"
#include "pdf/flow_maker.h"

#define STANZA 8                /* lines that are kept together */
#define TURN 2.                 /* ems that a turned line of code is
                                 * indented by */
#define TURN_SIGN "\xE2\x86\xB3"        /* U+21B3 */
#define CODE_ADVANCE .6         /* ems of a character in a fixed pitch */

typedef struct {
    FlowElement *block, stanza;
    gboolean in_stanza;
    guint breaks;               /* since the last line; of code: empty
                                 * lines since then */
    FlowElement code;
} Lines;

/* A short stanza stands together; of a long one no line stands alone. */
static void
lines_keep(FlowMaker *m, guint first)
{
    guint n = m->boxes->len - first;

    for (guint i = 0; i + 1 < n; i++) {
        Box *box = m->boxes->pdata[first + i];
        box->keep_next |= n <= STANZA || i == 0 || i + 2 == n;
    }
}

static void
verse_end_stanza(FlowMaker *m, Lines *lines)
{
    if (!lines->in_stanza)
        return;
    lines_keep(m, lines->stanza.first);
    flow_leave(m, &lines->stanza);
    lines->in_stanza = FALSE;
}

static gboolean
verse_begin_stanza(FlowMaker *m, Lines *lines)
{
    if (lines->in_stanza && lines->breaks > 1)
        verse_end_stanza(m, lines);
    lines->breaks = 0;
    if (!lines->in_stanza)
        lines->in_stanza = flow_enter(m, &lines->stanza, lines->block, "p",
                                      NULL, flow_tag(m, lines->block,
                                                     "Div"));
    return lines->in_stanza;
}

static void
verse_line(FlowInk *ink)
{
    FlowMaker *m = ink->m;
    Lines *lines = ink->user;
    FlowText hidden = { 0 };
    FlowElement line;

    if (m->str->len > 0 && verse_begin_stanza(m, lines)
        && flow_enter(m, &line, &lines->stanza, "span", "line",
                      lines->stanza.tag)) {
        flow_leaf_ink(&line, flow_tag(m, &lines->stanza, "P"), ink);
        flow_leave(m, &line);
    } else {
        flow_ink_take(ink, &hidden);
    }
    lines->breaks++;
}

/* What the text of a line looks like: that of .verse > p > .line. */
static const FlowStyle *
verse_style(FlowMaker *m, const FlowStyle *verse)
{
    const FlowStyle *p = flow_style(m, verse, "p", NULL, NULL, NULL);

    return flow_style(m, p, "span", "line", NULL, NULL);
}

void
flow_verse(FlowMaker *m, FlowElement *parent, const A2bBlock *block)
{
    Lines lines = { 0 };
    FlowElement e;
    FlowInk ink;

    if (!flow_enter_block(m, &e, parent, block, "div", "verse", "Div"))
        return;
    lines.block = &e;
    flow_ink_begin(&ink, m);
    ink.stop = "\xE2\x80\xA8";
    ink.line = verse_line;
    ink.user = &lines;
    flow_ink_text(&ink, verse_style(m, e.style), block->text);
    verse_line(&ink);
    verse_end_stanza(m, &lines);
    flow_leave(m, &e);
}

/* A sign before each part of a line that is too long. */
static FlowText *
code_turned(FlowMaker *m, const FlowElement *e)
{
    FlowText *text = arena_new_of(m->arena, FlowText);

    flow_plain(m, e->style, TURN_SIGN, text);
    flow_shape(m, e, TRUE, text);
    text->shape.align = SET_START;
    text->tag = TAG_NONE;
    return text;
}

static void
code_shape(FlowMaker *m, const FlowElement *e, Box *box)
{
    double size = e->style->look.size;
    guint columns = utf8_width(box->text.text.str, box->text.text.len);
    double room = m->paper->measure - e->start - e->end;

    flow_shape(m, e, box->on_grid, &box->text);
    box->text.shape.align = SET_START;
    box->text.shape.hyphens = box->text.shape.protrude = FALSE;
    box->text.shape.indent = -TURN * size;
    box->text.shape.expansion = 0;
    box->text.shape.variants = 1;
    box->text.text.blanks = TRUE;
    box->text.text.rtl = box->rtl = FALSE;
    if (columns * CODE_ADVANCE * size > room)
        box->turned = code_turned(m, e);
}

/* An empty line comes from where the line after it does. */
static void
code_from(FlowMaker *m, FlowText *text)
{
    FlowFrom *from = arena_new_of(m->arena, FlowFrom);

    *from = (FlowFrom) { 0, g_array_index(m->from, FlowFrom, 0).source };
    text->from = from;
    text->n_from = 1;
}

/* A line of code is what ink wrote, or a blank: an empty line is as high as
 * any other, on every page. */
static void
code_add(FlowMaker *m, const FlowElement *e, FlowInk *ink)
{
    FlowElement line = *e;
    Box *box;

    line.tag = ink ? tags_add(m->flow->tags, flow_tag(m, e, "P"), "Code")
                   : TAG_NONE;
    box = flow_add(m, &line, BOX_TEXT);
    if (ink)
        flow_ink_take(ink, &box->text);
    else
        flow_plain(m, e->style, " ", &box->text);
    if (!ink && m->from->len > 0)
        code_from(m, &box->text);
    code_shape(m, &line, box);
    box->text.tag = line.tag;
}

static void
code_line(FlowInk *ink)
{
    FlowMaker *m = ink->m;
    Lines *lines = ink->user;

    if (m->str->len == 0) {
        lines->breaks += m->boxes->len > lines->code.first;
        return;
    }
    for (; lines->breaks > 0; lines->breaks--)
        code_add(m, &lines->code, NULL);
    code_add(m, &lines->code, ink);
}

void
flow_code(FlowMaker *m, FlowElement *parent, const A2bBlock *block)
{
    Lines lines = { 0 };
    FlowElement pre;
    FlowInk ink;

    if (!flow_enter_block(m, &pre, parent, block, "pre", NULL, "Div"))
        return;
    if (flow_enter(m, &lines.code, &pre, "code", NULL, pre.tag)) {
        flow_ink_begin(&ink, m);
        ink.stop = "\n";
        ink.tabs = TRUE;
        ink.line = code_line;
        ink.user = &lines;
        flow_ink_text(&ink, lines.code.style, block->text);
        code_line(&ink);
        lines_keep(m, lines.code.first);
        flow_leave(m, &lines.code);
    }
    flow_leave(m, &pre);
}
