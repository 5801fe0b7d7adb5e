/* SPDX-License-Identifier: MIT */
/* What a digest says of its articles before they begin; the navigation may
 * hold no more than their titles. */
#include <string.h>

#include "book/book.h"
#include "book/dates.h"
#include "epub/epub_article.h"

#define FILE_NAME "contents.xhtml"
#define NO_BREAK_SPACE "\xC2\xA0"

void
epub_article_link(Xml *xml, const char *language, const Epub *epub,
                  guint index)
{
    const A2bArticle *article = a2b_book_article(epub->book, index);
    const char *own = book_article_language(article);
    gboolean other = strcmp(own, language) != 0;
    g_autofree char *href = epub_article_href(index);

    xml_leaf(xml, "a", book_article_title(article), "href", href,
             "lang", other ? own : NULL, "xml:lang", other ? own : NULL,
             "dir", other ? "auto" : NULL, NULL);
}

/* " · " before all but the first. */
static void
contents_next(Xml *xml, gboolean *any)
{
    if (*any)
        xml_text(xml, " · ", -1);
    *any = TRUE;
}

static void
contents_authors(Xml *xml, const char *const *authors, gboolean *any)
{
    for (guint i = 0; authors && authors[i]; i++) {
        if (i == 0)
            contents_next(xml, any);
        else
            xml_text(xml, ", ", -1);
        xml_leaf(xml, "bdi", authors[i], NULL);
    }
}

static void
contents_date(Xml *xml, const Epub *epub, guint index)
{
    A2bMeta meta = *a2b_article_meta(a2b_book_article(epub->book, index));
    g_autofree char *date = NULL;

    meta.language = epub->language;
    date = dates_shown(&meta);
    if (dates_parse(meta.date, NULL))
        xml_leaf(xml, "time", date, "datetime", meta.date, NULL);
    else
        xml_leaf(xml, "bdi", date, NULL);
}

void
epub_article_where(Xml *xml, const Epub *epub, guint index, gboolean *any)
{
    const A2bMeta *meta =
        a2b_article_meta(a2b_book_article(epub->book, index));

    if (meta->publisher) {
        contents_next(xml, any);
        xml_leaf(xml, "bdi", meta->publisher, NULL);
    }
    if (meta->date || meta->date_as_written) {
        contents_next(xml, any);
        contents_date(xml, epub, index);
    }
}

static void
contents_details(Xml *xml, const Epub *epub, guint index)
{
    const A2bArticle *article = a2b_book_article(epub->book, index);
    const A2bMeta *meta = a2b_article_meta(article);
    g_autofree char *minutes = g_strdup_printf(
        "%u" NO_BREAK_SPACE "%s", epub->made[index].minutes,
        words_say(epub->language, WORD_MINUTES));
    gboolean any = FALSE;

    xml_open(xml, "p", "class", "details", NULL);
    contents_authors(xml, meta->authors, &any);
    epub_article_where(xml, epub, index, &any);
    contents_next(xml, &any);
    xml_text(xml, minutes, -1);
    xml_close(xml, "p");
}

static void
contents_summary(Xml *xml, const Epub *epub, guint index)
{
    const A2bArticle *article = a2b_book_article(epub->book, index);
    const char *own = book_article_language(article);
    gboolean other = strcmp(own, epub->language) != 0;
    g_autofree char *summary = book_summary(article);

    if (summary)
        xml_leaf(xml, "p", summary, "class", "summary",
                 "lang", other ? own : NULL, "xml:lang", other ? own : NULL,
                 "dir", other ? "auto" : NULL, NULL);
}

static void
contents_articles(Xml *xml, Epub *epub, guint first, guint n)
{
    xml_open(xml, "ol", NULL);
    for (guint i = first; i < first + n; i++) {
        xml_open(xml, "li", NULL);
        xml_open(xml, "p", "class", "entry", NULL);
        epub_pages_part(epub, xml, FILE_NAME, PAGE_CONTENTS, i);
        epub_article_link(xml, epub->language, epub, i);
        xml_close(xml, "p");
        contents_details(xml, epub, i);
        if (epub->book->summaries)
            contents_summary(xml, epub, i);
        xml_close(xml, "li");
    }
    xml_close(xml, "ol");
}

static void
contents_section(Xml *xml, Epub *epub, guint index)
{
    const BookSection *section =
        &g_array_index(epub->book->sections, BookSection, index);
    g_autofree char *href = epub_section_href(index);

    xml_open(xml, "h2", NULL);
    xml_leaf(xml, "a", section->title, "href", href, "dir", "auto", NULL);
    xml_close(xml, "h2");
    contents_articles(xml, epub, section->first, section->n);
}

void
epub_contents_add(Epub *epub)
{
    const char *word = words_say(epub->language, WORD_CONTENTS);
    Xml *xml = epub_page_new(word, epub->language, "frontmatter");

    xml_open(xml, "nav", "class", "contents", "epub:type", "toc",
             "role", "doc-toc", "id", "toc", "aria-labelledby", "title",
             NULL);
    epub_pages_part(epub, xml, FILE_NAME, PAGE_CONTENTS, 0);
    xml_leaf(xml, "h1", word, "id", "title", NULL);
    for (guint i = 0; i < epub->n_sections; i++)
        contents_section(xml, epub, i);
    if (epub->n_sections == 0)
        contents_articles(xml, epub, 0, epub->n_articles);
    xml_close(xml, "nav");
    epub_pages_part(epub, xml, FILE_NAME, PAGE_CONTENTS, G_MAXUINT);
    epub_add(epub, "contents", FILE_NAME, EPUB_TYPE_XHTML, NULL,
             epub_page_end(xml), TRUE);
}
