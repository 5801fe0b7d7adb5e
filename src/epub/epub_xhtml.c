/* SPDX-License-Identifier: MIT */
/* How each kind of block is said in XHTML. */
#include "epub/epub_xhtml.h"

#include <string.h>

#include "book/book.h"
#include "book/classes.h"
#include "epub/epub_article.h"

static void xhtml_block(Xhtml *x, const A2bBlock *block);

static const char *
xhtml_id(const Xhtml *x, const A2bBlock *block)
{
    const EpubAnchor *anchor = g_hash_table_lookup(x->plan->anchors, block);

    return anchor ? anchor->id : NULL;
}

/* class: used where the role gives none. */
static void
xhtml_open(Xhtml *x, const A2bBlock *block, const char *element,
           const char *class)
{
    const char *role = classes_of_role(block->role);

    if (role)
        class = role;
    xml_open(x->xml, element, "class", class, "id", xhtml_id(x, block),
             NULL);
}

static void
xhtml_text(Xhtml *x, const A2bBlock *block, const char *element,
           const char *class)
{
    xhtml_open(x, block, element, class);
    epub_inline(x, block->text);
    xml_close(x->xml, element);
}

/* The article of this book that a line is about, or that the only line of
 * an item is. */
static guint
xhtml_leads(const Xhtml *x, const A2bBlock *block)
{
    const A2bBook *book = x->epub->book;
    const A2bBlock *parent = block->parent;
    guint to = book_block_leads(book, x->plan->article, block);

    if (to == BOOK_NOWHERE && parent && parent->kind == A2B_BLOCK_ITEM
        && parent->first == parent->last)
        to = book_block_leads(book, x->plan->article, parent);
    return to;
}

static void
xhtml_paragraph(Xhtml *x, const A2bBlock *block)
{
    guint to = x->epub->digest ? xhtml_leads(x, block) : BOOK_NOWHERE;
    g_autofree char *href = NULL;

    if (to == BOOK_NOWHERE) {
        xhtml_text(x, block, "p", NULL);
        return;
    }
    href = epub_article_href(to);
    xhtml_open(x, block, "p", NULL);
    epub_inline_link(x, block->text, href);
    xml_close(x->xml, "p");
    g_hash_table_add(x->led, GUINT_TO_POINTER(to + 1));
}

static void
xhtml_children(Xhtml *x, const A2bBlock *block)
{
    for (const A2bBlock *b = block->first; b; b = b->next)
        xhtml_block(x, b);
}

static void
xhtml_container(Xhtml *x, const A2bBlock *block, const char *element)
{
    xhtml_open(x, block, element, NULL);
    xhtml_children(x, block);
    xml_close(x->xml, element);
}

/* A heading outside the outline (in a quotation or an aside) is one level
 * below what it stands in; no level is ever skipped. */
static void
xhtml_heading(Xhtml *x, const A2bBlock *block)
{
    static const char *const elements[] = {
        "h1", "h2", "h3", "h4", "h5", "h6"
    };
    const EpubAnchor *anchor = g_hash_table_lookup(x->plan->anchors, block);
    g_autofree char *plain = a2b_text_plain(block->text);
    guint level = x->level + 1;

    if (!*g_strstrip(plain)) {
        xhtml_text(x, block, "p", "heading");
        return;
    }
    if (anchor && anchor->depth)
        level = x->level = anchor->depth + 1;
    xhtml_text(x, block, elements[MIN(level, 6) - 1], NULL);
}

static void
xhtml_list(Xhtml *x, const A2bBlock *block)
{
    g_autofree char *start = NULL;
    const char *element = block->as.list.ordered ? "ol" : "ul";

    const char *marker = block->first ? block->first->as.item.marker : NULL;
    gboolean letters = marker && strpbrk(marker, "abcdefghijklmnopqrstuvwxyz");

    if (block->as.list.ordered && block->as.list.start != 1)
        start = g_strdup_printf("%d", block->as.list.start);
    xml_open(x->xml, element, "class", classes_of_role(block->role),
             "id", xhtml_id(x, block), "type", letters ? "a" : NULL,
             "start", start, NULL);
    xhtml_children(x, block);
    xml_close(x->xml, element);
}

static void
xhtml_aside(Xhtml *x, const A2bBlock *block)
{
    const char *label = classes_label(block->role, x->plan->language);

    /* A plain aside is a landmark for assistive technology; those must be
     * few, and differ from each other. */
    xml_open(x->xml, "aside", "class", classes_of_role(block->role),
             "id", xhtml_id(x, block), "role", "note", "aria-label", label,
             NULL);
    xhtml_children(x, block);
    xml_close(x->xml, "aside");
}

static void
xhtml_code(Xhtml *x, const A2bBlock *block)
{
    /* Code runs from left to right whatever the text around it does. */
    xml_open(x->xml, "pre", "class", classes_of_role(block->role),
             "id", xhtml_id(x, block),
             "dir", epub_dir(x->plan->language) ? "ltr" : NULL, NULL);
    xml_open(x->xml, "code", NULL);
    epub_inline(x, block->text);
    xml_close(x->xml, "code");
    xml_close(x->xml, "pre");
}

static void
xhtml_verse(Xhtml *x, const A2bBlock *block)
{
    xhtml_open(x, block, "div", "verse");
    epub_inline_lines(x, block->text);
    xml_close(x->xml, "div");
}

/* The picture itself is not in the book; its description is, where no
 * caption says more. */
static void
xhtml_image(Xhtml *x, const A2bBlock *block)
{
    const char *description = block->as.image.description;

    if (!description || !*description)
        return;
    xml_leaf(x->xml, "p", description, "class", "picture",
             "id", xhtml_id(x, block), NULL);
}

static void
xhtml_caption(Xhtml *x, const A2bBlock *figure)
{
    gboolean open = FALSE;

    for (const A2bBlock *b = figure->first; b; b = b->next) {
        if (b->kind != A2B_BLOCK_CAPTION && b->kind != A2B_BLOCK_CREDIT)
            continue;
        if (open)
            xml_text(x->xml, " ", 1);
        else
            xml_open(x->xml, "figcaption", NULL);
        open = TRUE;
        xhtml_text(x, b, "span",
                   b->kind == A2B_BLOCK_CREDIT ? "credit" : "caption");
    }
    if (open)
        xml_close(x->xml, "figcaption");
}

static void
xhtml_figure(Xhtml *x, const A2bBlock *block)
{
    xhtml_open(x, block, "figure", NULL);
    for (const A2bBlock *b = block->first; b; b = b->next)
        if (b->kind == A2B_BLOCK_IMAGE)
            xhtml_image(x, b);
    xhtml_caption(x, block);
    xml_close(x->xml, "figure");
}

/* Column heads are heads only above a body, row heads only with words. */
static void
xhtml_cell(Xhtml *x, const A2bBlock *block, const char *scope)
{
    g_autofree char *span = NULL;
    gboolean head = block->as.cell.header && scope && block->text->len > 0;
    const char *element = head ? "th" : "td";

    if (block->as.cell.span > 1)
        span = g_strdup_printf("%u", block->as.cell.span);
    xml_open(x->xml, element, "class", classes_of_align(block->as.cell.align),
             "scope", head ? scope : NULL, "colspan", span,
             "id", xhtml_id(x, block), NULL);
    epub_inline(x, block->text);
    xml_close(x->xml, element);
}

static void
xhtml_row(Xhtml *x, const A2bBlock *row, const char *scope)
{
    xml_open(x->xml, "tr", "id", xhtml_id(x, row), NULL);
    for (const A2bBlock *cell = row->first; cell; cell = cell->next)
        if (cell->text)
            xhtml_cell(x, cell, scope);
    xml_close(x->xml, "tr");
}

static gboolean
xhtml_is_head(const A2bBlock *row)
{
    for (const A2bBlock *cell = row->first; cell; cell = cell->next)
        if (!cell->as.cell.header)
            return FALSE;
    return row->first != NULL;
}

static void
xhtml_table(Xhtml *x, const A2bBlock *block)
{
    const A2bBlock *body = block->first, *row;

    while (body && xhtml_is_head(body))
        body = body->next;
    xhtml_open(x, block, "table", NULL);
    if (body && body != block->first) {
        xml_open(x->xml, "thead", NULL);
        for (row = block->first; row != body; row = row->next)
            xhtml_row(x, row, "col");
        xml_close(x->xml, "thead");
    }
    xml_open(x->xml, "tbody", NULL);
    for (row = body ? body : block->first; row; row = row->next)
        xhtml_row(x, row, body ? "row" : NULL);
    xml_close(x->xml, "tbody");
    xml_close(x->xml, "table");
}

static void
xhtml_rule(Xhtml *x, const A2bBlock *block)
{
    xml_empty(x->xml, "hr", "id", xhtml_id(x, block), NULL);
}

static void
xhtml_block(Xhtml *x, const A2bBlock *block)
{
    epub_inline_pages(x, block);
    switch (block->kind) {
    case A2B_BLOCK_ROOT:      xhtml_children(x, block);            break;
    case A2B_BLOCK_QUOTE:     xhtml_container(x, block, "blockquote"); break;
    case A2B_BLOCK_LIST:      xhtml_list(x, block);                break;
    case A2B_BLOCK_ITEM:      xhtml_container(x, block, "li");     break;
    case A2B_BLOCK_TABLE:     xhtml_table(x, block);               break;
    case A2B_BLOCK_ROW:       xhtml_row(x, block, NULL);           break;
    case A2B_BLOCK_FIGURE:    xhtml_figure(x, block);              break;
    case A2B_BLOCK_NOTE:      epub_article_note(x, block);         break;
    case A2B_BLOCK_ASIDE:     xhtml_aside(x, block);               break;
    case A2B_BLOCK_PARAGRAPH: xhtml_paragraph(x, block);           break;
    case A2B_BLOCK_HEADING:   xhtml_heading(x, block);             break;
    case A2B_BLOCK_CODE:      xhtml_code(x, block);                break;
    case A2B_BLOCK_VERSE:     xhtml_verse(x, block);               break;
    case A2B_BLOCK_CELL:      xhtml_text(x, block, "p", NULL);     break;
    case A2B_BLOCK_CAPTION:   xhtml_text(x, block, "p", "caption"); break;
    case A2B_BLOCK_CREDIT:    xhtml_text(x, block, "p", "credit"); break;
    case A2B_BLOCK_IMAGE:     xhtml_image(x, block);               break;
    case A2B_BLOCK_RULE:      xhtml_rule(x, block);                break;
    }
}

void
epub_xhtml_block(Xhtml *x, const A2bBlock *block)
{
    xhtml_block(x, block);
}

void
epub_xhtml_children(Xhtml *x, const A2bBlock *block)
{
    xhtml_children(x, block);
}
