/* SPDX-License-Identifier: MIT */
/* Which articles a digest names the source of, and how. */
#include <string.h>

#include "base/href.h"
#include "book/book.h"
#include "epub/epub_article.h"

#define FILE_NAME "sources.xhtml"

static gboolean
sources_has(const A2bMeta *meta)
{
    return meta->source_url && *meta->source_url;
}

gboolean
epub_sources_any(const A2bBook *book)
{
    for (guint i = 0; i < a2b_book_n_articles(book); i++)
        if (sources_has(a2b_article_meta(a2b_book_article(book, i))))
            return TRUE;
    return FALSE;
}

static void
sources_address(Xml *xml, const char *url)
{
    g_autofree char *href = href_clean(url);

    xml_open(xml, "p", "class", "source", NULL);
    if (href)
        xml_leaf(xml, "a", url, "href", href, "dir", "ltr", NULL);
    else
        xml_leaf(xml, "bdi", url, NULL);
    xml_close(xml, "p");
}

static void
sources_item(Xml *xml, Epub *epub, guint index, const A2bMeta *meta)
{
    gboolean titled = TRUE;

    xml_open(xml, "li", NULL);
    xml_open(xml, "p", "class", "entry", NULL);
    epub_pages_part(epub, xml, FILE_NAME, PAGE_SOURCES, index);
    epub_article_link(xml, epub->language, epub, index);
    epub_article_where(xml, epub, index, &titled);
    xml_close(xml, "p");
    sources_address(xml, meta->source_url);
    xml_close(xml, "li");
}

void
epub_sources_add(Epub *epub)
{
    const char *word = words_say(epub->language, WORD_SOURCES);
    Xml *xml = epub_page_new(word, epub->language, "backmatter");

    xml_open(xml, "section", "class", "sources", "epub:type", "bibliography",
             "role", "doc-bibliography", "aria-labelledby", "title", NULL);
    epub_pages_part(epub, xml, FILE_NAME, PAGE_SOURCES, 0);
    xml_leaf(xml, "h1", word, "id", "title", NULL);
    xml_open(xml, "ul", NULL);
    for (guint i = 0; i < epub->n_articles; i++) {
        const A2bMeta *meta =
            a2b_article_meta(a2b_book_article(epub->book, i));
        if (sources_has(meta))
            sources_item(xml, epub, i, meta);
    }
    xml_close(xml, "ul");
    xml_close(xml, "section");
    epub_pages_part(epub, xml, FILE_NAME, PAGE_SOURCES, G_MAXUINT);
    epub_add(epub, "sources", FILE_NAME, EPUB_TYPE_XHTML, NULL,
             epub_page_end(xml), TRUE);
}
