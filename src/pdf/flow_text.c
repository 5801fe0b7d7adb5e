/* SPDX-License-Identifier: MIT */
/* How a text is set: its shape in an element; its letters where all have one
 * look. */
#include <string.h>

#include "pdf/flow_maker.h"

#define EXPANSION .02           /* of letters, at most */

void
flow_shape(FlowMaker *m, const FlowElement *e, gboolean on_grid,
           FlowText *text)
{
    static const SetAlign aligns[] = {
        [CSS_JUSTIFY] = SET_JUSTIFY, [CSS_ALIGN_START] = SET_START,
        [CSS_ALIGN_END] = SET_END, [CSS_ALIGN_CENTER] = SET_CENTER,
    };
    const CssStyle *css = &e->style->css;
    gboolean justify = css->align == CSS_JUSTIFY;

    text->leading = on_grid ? m->paper->leading : css->line_height;
    if (!on_grid && !css->line_fixed)
        text->leading *= flow_tall(m->language);
    text->shape = (ParagraphShape) {
        .indent = css->indent,
        .align = aligns[css->align],
        .hyphens = css->hyphens,
        .balance = css->balance,
        .expansion = justify ? EXPANSION : 0,
        .protrude = TRUE,
        .drop_cap = css->drop_cap,
        .leading = text->leading,
        .variants = justify && on_grid ? 3 : 1,
    };
}

void
flow_finish(FlowMaker *m, TypeText *text)
{
    text->language = m->language;
    text->rtl = m->rtl;
    letters_add(m->flow->letters, text->str, text->len);
    for (guint i = 0; i < text->n_looks; i++)
        m->flow->styles |= 1u << text->looks[i].look.style;
}

/* str is borrowed. */
static void
text_plain(FlowMaker *m, const FlowStyle *style, const char *str, gsize len,
           TypeText *text)
{
    LookSpan *look = arena_new_of(m->arena, LookSpan);

    *look = (LookSpan) { 0, len, style->look };
    text->str = str;
    text->len = len;
    text->looks = look;
    text->n_looks = 1;
    flow_finish(m, text);
}

void
flow_plain(FlowMaker *m, const FlowStyle *style, const char *str,
           FlowText *text)
{
    text_plain(m, style, str, strlen(str), &text->text);
}

/* Looks for the first byte first: hardly any text has it. */
static gboolean
text_has_picture(const A2bText *text)
{
    const char *p = memchr(text->str, FLOW_PICTURE[0], text->len);

    return p && strstr(p, FLOW_PICTURE);
}

void
flow_fill(FlowMaker *m, const FlowStyle *style, const A2bText *from,
          FlowText *text)
{
    FlowInk ink;

    if (from->n_spans == 0 && !style->css.uppercase
        && !text_has_picture(from)) {
        text_plain(m, style, from->str, from->len, &text->text);
        return;
    }
    flow_ink_begin(&ink, m);
    flow_ink_text(&ink, style, from);
    flow_ink_take(&ink, text);
}
