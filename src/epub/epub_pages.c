/* SPDX-License-Identifier: MIT */
/* Where in the text each page of the paper form begins (EPUB 3.3, page
 * list; EPUB Accessibility 1.1, page markers). */
#include "base/utf8.h"
#include "book/book.h"
#include "epub/epub.h"

static const PageBreak *
pages_at(const EpubPages *pages, guint page)
{
    return &g_array_index(pages->list->breaks, PageBreak, page);
}

/* What the EPUB has of the part that a page begins in, or after it. */
static PagePart
pages_part(const Epub *epub, const PageBreak *page)
{
    PagePart part = page->part;

    if (part == PAGE_COVER && !epub->has_cover)
        part = PAGE_TITLE;
    if (part == PAGE_CONTENTS && !epub->digest)
        part = PAGE_TITLE;
    if (part == PAGE_SECTION && epub->n_sections == 0)
        part = PAGE_ARTICLE;
    if (part == PAGE_SOURCES && !epub->has_sources)
        part = PAGE_INDEX;
    if (part == PAGE_INDEX && !epub->has_index)
        part = epub->has_sources ? PAGE_SOURCES : PAGE_ARTICLE;
    return part;
}

/* The article that a page is to be marked in. */
static guint
pages_article(const Epub *epub, const PageBreak *page)
{
    guint last = epub->n_articles - 1;

    if (page->part == PAGE_ARTICLE)
        return MIN(page->index, last);
    return page->part == PAGE_SECTION ? 0 : last;
}

EpubPages *
epub_pages_new(const Epub *epub)
{
    EpubPages *pages = g_new0(EpubPages, 1);

    pages->list = epub->options.pages;
    pages->hrefs = g_new0(char *, pages->list->breaks->len + 1);
    pages->articles = g_new0(GArray *, epub->n_articles);
    pages->n_articles = epub->n_articles;
    for (guint i = 0; i < pages->list->breaks->len; i++) {
        const PageBreak *page = pages_at(pages, i);
        PagePart part = pages_part(epub, page);
        GArray **list = part == PAGE_ARTICLE
            ? &pages->articles[pages_article(epub, page)]
            : &pages->parts[part];

        if (!*list)
            *list = g_array_new(FALSE, FALSE, sizeof(guint));
        g_array_append_val(*list, i);
    }
    return pages;
}

void
epub_pages_free(EpubPages *pages)
{
    if (!pages)
        return;
    for (guint i = 0; i < pages->list->breaks->len; i++)
        g_free(pages->hrefs[i]);
    for (guint i = 0; i < pages->n_articles; i++)
        g_clear_pointer(&pages->articles[i], g_array_unref);
    for (guint i = 0; i < N_PAGE_PARTS; i++)
        g_clear_pointer(&pages->parts[i], g_array_unref);
    g_free(pages->hrefs);
    g_free(pages->articles);
    g_free(pages);
}

/* The text that a block begins with; else what can be marked from outside:
 * no item, row or picture of a figure can. */
static gconstpointer
pages_key_of(const A2bBlock *block)
{
    for (const A2bBlock *b = block; b; b = a2b_block_next(b, block))
        if (b->text)
            return b->text;
    while (block->parent && (block->parent->kind == A2B_BLOCK_LIST
                             || block->parent->kind == A2B_BLOCK_TABLE
                             || block->parent->kind == A2B_BLOCK_ROW
                             || block->parent->kind == A2B_BLOCK_FIGURE))
        block = block->parent;
    return block;
}

static gconstpointer
pages_key(const EpubPlan *plan, const PageBreak *page)
{
    if (page->part == PAGE_ARTICLE && page->block)
        return pages_key_of(page->block);
    /* What comes after the article has no place in it. */
    return page->part <= PAGE_ARTICLE ? (gconstpointer) plan : NULL;
}

void
epub_pages_plan(const Epub *epub, EpubPlan *plan)
{
    const GArray *list = epub->pages->articles[plan->index];

    plan->pages = g_hash_table_new_full(NULL, NULL, NULL,
                                        (GDestroyNotify) g_array_unref);
    for (guint i = 0; list && i < list->len; i++) {
        guint page = g_array_index(list, guint, i);
        gconstpointer key = pages_key(plan, pages_at(epub->pages, page));
        GArray *here = g_hash_table_lookup(plan->pages, key);

        if (!here) {
            here = g_array_new(FALSE, FALSE, sizeof(guint));
            g_hash_table_insert(plan->pages, (gpointer) key, here);
        }
        g_array_append_val(here, page);
    }
}

void
epub_pages_mark(const Epub *epub, Xml *xml, const char *file, guint page)
{
    char **href = &epub->pages->hrefs[page];
    char id[24];

    if (*href)
        return;
    g_snprintf(id, sizeof id, "page-%u", page + 1);
    xml_leaf(xml, "span", "", "id", id, "epub:type", "pagebreak",
             "role", "doc-pagebreak",
             "aria-label", pages_at(epub->pages, page)->label, NULL);
    *href = g_strconcat(file, "#", id, NULL);
}

void
epub_pages_part(const Epub *epub, Xml *xml, const char *file, PagePart part,
                guint index)
{
    const GArray *list = epub->pages ? epub->pages->parts[part] : NULL;
    guint *next;

    if (!list)
        return;
    for (next = &epub->pages->written[part]; *next < list->len; ++*next) {
        guint page = g_array_index(list, guint, *next);

        if (pages_at(epub->pages, page)->part == part
            && pages_at(epub->pages, page)->index > index)
            return;
        epub_pages_mark(epub, xml, file, page);
    }
}

void
epub_pages_rest(const Epub *epub, Xml *xml, const char *file, guint article)
{
    const GArray *list = epub->pages ? epub->pages->articles[article] : NULL;

    for (guint i = 0; list && i < list->len; i++)
        epub_pages_mark(epub, xml, file, g_array_index(list, guint, i));
}

guint32
epub_pages_byte(const Epub *epub, guint page, const A2bText *text)
{
    return utf8_floor(text->str,
                      MIN(pages_at(epub->pages, page)->at, text->len));
}
