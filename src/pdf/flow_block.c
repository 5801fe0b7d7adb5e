/* SPDX-License-Identifier: MIT */
/* How each kind of block stands on paper: with the elements and classes
 * that it has in XHTML. */
#include <string.h>

#include "book/classes.h"
#include "model/outline.h"
#include "pdf/flow_maker.h"

void
flow_children(FlowMaker *m, FlowElement *e, const A2bBlock *block)
{
    for (const A2bBlock *b = block->first; b; b = b->next)
        flow_block(m, e, b);
}

static void
block_container(FlowMaker *m, FlowElement *parent, const A2bBlock *block,
                const char *element, const char *tag)
{
    FlowElement e;

    if (!flow_enter_block(m, &e, parent, block, element, NULL, tag))
        return;
    flow_children(m, &e, block);
    flow_leave(m, &e);
}

/* class: used where the role gives none. */
static Box *
block_text(FlowMaker *m, FlowElement *parent, const A2bBlock *block,
           const char *element, const char *class, const char *tag)
{
    const char *role = classes_of_role(block->role);

    if (block->id)
        flow_set_id(m, flow_id(m, block->id));
    return flow_leaf(m, parent, element, role ? role : class, block->text,
                     tag);
}

static gboolean
block_ends_in_colon(const A2bBlock *block)
{
    return block->kind == A2B_BLOCK_PARAGRAPH
        && (g_str_has_suffix(block->text->str, ":")
            || g_str_has_suffix(block->text->str, "："));
}

/* What such a line announces comes directly after it.  Not in a row of
 * them: that is how plays are written. */
static gboolean
block_announces(const A2bBlock *block)
{
    if (!block->next)
        return FALSE;
    if (block_ends_in_colon(block))
        return !block_ends_in_colon(block->next);
    return block->next->kind == A2B_BLOCK_LIST
        || block->next->kind == A2B_BLOCK_VERSE
        || block->next->kind == A2B_BLOCK_QUOTE;
}

static void
block_paragraph(FlowMaker *m, FlowElement *parent, const A2bBlock *block)
{
    Box *last = flow_last(m), *box;

    if (last && block->role != A2B_ROLE_ATTRIBUTION)
        last = NULL;
    box = block_text(m, parent, block, "p", NULL, "P");
    if (!box)
        return;
    box->keep_next |= block_announces(block);
    flow_leads(m, box, block);
    /* Whose words they are stands with them: the white comes after it. */
    if (last) {
        last->keep_next = TRUE;
        box->after = MAX(box->after, last->after);
        last->after = 0;
    }
}

/* Depth of a heading in the outline; 0 if it is not in it. */
static guint
block_depth(FlowMaker *m, const A2bBlock *block)
{
    const OutlineEntry *entry = m->next_heading < m->outline->len
        ? &g_array_index(m->outline, OutlineEntry, m->next_heading) : NULL;

    if (!entry || entry->heading != block)
        return 0;
    m->next_heading++;
    return entry->depth;
}

/* Whether it heads, at the article's end, nothing but notes that stand at
 * the feet of pages. */
static gboolean
block_heads_feet(FlowMaker *m, const A2bBlock *block)
{
    const A2bBlock *b = block->next;

    if (!b || block->parent != a2b_article_root(m->article))
        return FALSE;
    while (b && b->kind == A2B_BLOCK_NOTE && flow_at_foot(m, b))
        b = b->next;
    return !b;
}

/* A heading outside the outline (in a quotation or an aside) is one level
 * below what it stands in; no level is ever skipped. */
static void
block_heading(FlowMaker *m, FlowElement *parent, const A2bBlock *block)
{
    static const char *const elements[] = {
        "h1", "h2", "h3", "h4", "h5", "h6"
    };
    static const char *const tags[] = {
        "H1", "H2", "H3", "H4", "H5", "H6"
    };
    g_autofree char *plain = a2b_text_plain(block->text);
    guint depth = block_depth(m, block), level = m->level + 1;
    Box *box;

    if (!*g_strstrip(plain)) {
        block_text(m, parent, block, "p", "heading", "P");
        return;
    }
    /* One without words was left out, with it perhaps a level. */
    if (depth) {
        level = m->level = MIN(depth + 1 + m->base, m->level + 1);
        m->next.outline = arena_strdup(m->arena, plain);
        m->next.outline_level = level;
    }
    if (block_heads_feet(m, block)) {
        m->next.outline = NULL;
        if (block->id)
            flow_set_id(m, flow_id(m, block->id));
        return;
    }
    level = MIN(level, G_N_ELEMENTS(elements)) - 1;
    box = block_text(m, parent, block, elements[level - m->base], NULL,
                     tags[level]);
    if (box)
        box->keep_next = box->solid = TRUE;
}

/* The picture itself is not in the book; its description is, where no
 * caption says more. */
static void
block_image(FlowMaker *m, FlowElement *parent, const A2bBlock *block)
{
    if (block->id)
        flow_set_id(m, flow_id(m, block->id));
    flow_leaf_str(m, parent, "p", "picture", block->as.image.description,
                  "P");
}

static void
block_figcaption(FlowMaker *m, FlowElement *figure, const A2bBlock *block)
{
    const FlowStyle *span = NULL;
    FlowElement e;
    FlowInk ink;

    if (!flow_enter(m, &e, figure, "figcaption", NULL, figure->tag))
        return;
    flow_ink_begin(&ink, m);
    for (const A2bBlock *b = block->first; b; b = b->next) {
        gboolean credit = b->kind == A2B_BLOCK_CREDIT;
        const char *role = classes_of_role(b->role);

        if (!credit && b->kind != A2B_BLOCK_CAPTION)
            continue;
        if (span)
            flow_ink_str(&ink, e.style, 0, " ");
        span = flow_style(m, e.style, "span",
                          role ? role : credit ? "credit" : "caption", NULL,
                          span);
        if (b->id)
            flow_set_id(m, flow_id(m, b->id));
        flow_ink_text(&ink, span, b->text);
    }
    if (m->str->len > 0)
        flow_leaf_ink(&e, flow_tag(m, figure, "Caption"), &ink);
    flow_leave(m, &e);
}

static void
block_figure(FlowMaker *m, FlowElement *parent, const A2bBlock *block)
{
    FlowElement e;

    if (!flow_enter_block(m, &e, parent, block, "figure", NULL, "Div"))
        return;
    for (const A2bBlock *b = block->first; b; b = b->next)
        if (b->kind == A2B_BLOCK_IMAGE)
            block_image(m, &e, b);
    block_figcaption(m, &e, block);
    flow_keep(m, e.first);
    flow_leave(m, &e);
}

static void
block_rule(FlowMaker *m, FlowElement *parent, const A2bBlock *block)
{
    FlowElement e;
    Box *box;

    if (block->id)
        flow_set_id(m, flow_id(m, block->id));
    if (!flow_enter(m, &e, parent, "hr", NULL, TAG_NONE))
        return;
    /* Its border is the rule itself. */
    m->next.above.width = 0;
    box = flow_add(m, &e, BOX_RULE);
    box->rule_width = e.style->css.width;
    box->rule_height = MAX(e.style->css.border[CSS_TOP],
                           e.style->css.border[CSS_BOTTOM]);
    box->align = e.style->css.centred ? SET_CENTER : SET_START;
    box->after = e.style->css.margin[CSS_BOTTOM];
}

void
flow_block(FlowMaker *m, FlowElement *parent, const A2bBlock *block)
{
    m->block = block;
    switch (block->kind) {
    case A2B_BLOCK_ROOT:
    case A2B_BLOCK_ROW:
        flow_children(m, parent, block);
        break;
    case A2B_BLOCK_QUOTE:
        block_container(m, parent, block, "blockquote", "BlockQuote");
        break;
    case A2B_BLOCK_ITEM:
        block_container(m, parent, block, "li", "Div");
        break;
    case A2B_BLOCK_ASIDE:
        block_container(m, parent, block, "aside", "Sect");
        break;
    case A2B_BLOCK_CELL:
        block_text(m, parent, block, "p", NULL, "P");
        break;
    case A2B_BLOCK_CAPTION:
        block_text(m, parent, block, "p", "caption", "P");
        break;
    case A2B_BLOCK_CREDIT:
        block_text(m, parent, block, "p", "credit", "P");
        break;
    case A2B_BLOCK_LIST:      flow_list(m, parent, block);       break;
    case A2B_BLOCK_TABLE:     flow_table(m, parent, block);      break;
    case A2B_BLOCK_FIGURE:    block_figure(m, parent, block);    break;
    case A2B_BLOCK_PARAGRAPH: block_paragraph(m, parent, block); break;
    case A2B_BLOCK_HEADING:   block_heading(m, parent, block);   break;
    case A2B_BLOCK_CODE:      flow_code(m, parent, block);       break;
    case A2B_BLOCK_VERSE:     flow_verse(m, parent, block);      break;
    case A2B_BLOCK_IMAGE:     block_image(m, parent, block);     break;
    case A2B_BLOCK_RULE:      block_rule(m, parent, block);      break;
    case A2B_BLOCK_NOTE:      break;    /* see flow_notes() */
    }
}
