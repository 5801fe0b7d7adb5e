/* SPDX-License-Identifier: MIT */
/* What stands before articles: the cover, the title page, and the dividers
 * of sections. */
#include <string.h>

#include "base/href.h"
#include "book/book.h"
#include "book/urls.h"
#include "epub/epub_article.h"

static void
front_cover(Epub *epub)
{
    const BookCover *cover = &epub->book->cover;
    const char *word = words_say(epub->language, WORD_COVER);
    g_autofree char *file = g_strconcat("cover.", cover->media.ending, NULL);
    Xml *xml = epub_page_new(word, epub->language, "frontmatter");

    xml_open(xml, "section", "class", "cover", "epub:type", "cover",
             "role", "region", "aria-label", word, NULL);
    epub_pages_part(epub, xml, "cover.xhtml", PAGE_COVER, 0);
    xml_empty(xml, "img", "src", file, "alt", cover->description,
              "role", "doc-cover", NULL);
    xml_close(xml, "section");
    epub_add(epub, "cover-image", file, cover->media.type, "cover-image",
             g_bytes_ref(cover->image), FALSE);
    epub_add(epub, "cover", "cover.xhtml", EPUB_TYPE_XHTML, NULL,
             epub_page_end(xml), TRUE);
}

static void
front_line(Xml *xml, const char *class, const char *role, const char *text)
{
    if (text && *text)
        xml_leaf(xml, "p", text, "class", class, "role", role,
                 "dir", "auto", NULL);
}

static void
front_authors(Xml *xml, const Epub *epub)
{
    g_autofree const char **authors = book_authors(epub->book);

    /* A digest of many hands is nobody's book. */
    if (!authors[0] || g_strv_length((char **) authors) > 6)
        return;
    epub_byline(xml, authors);
}

/* On a title page the house is enough; the link goes to the article. */
static void
front_source(Xml *xml, const A2bMeta *meta)
{
    const char *url = meta ? meta->source_url : NULL;
    g_autofree char *href = url ? href_clean(url) : NULL;
    g_autofree char *site = url ? urls_site(url) : NULL;

    if (!href || !site)
        return;
    xml_open(xml, "p", "class", "source", NULL);
    xml_leaf(xml, "a", site, "href", href, "dir", "ltr", NULL);
    xml_close(xml, "p");
}

static void
front_date(Xml *xml, const Epub *epub)
{
    g_autofree char *date = book_date_shown(epub->book);
    const char *iso = book_date(epub->book);

    if (!date)
        return;
    xml_open(xml, "p", "class", "dateline", "dir", "auto", NULL);
    if (iso)
        xml_leaf(xml, "time", date, "datetime", iso, NULL);
    else
        xml_text(xml, date, -1);
    xml_close(xml, "p");
}

static void
front_extent(Xml *xml, const Epub *epub)
{
    g_autofree char *days = book_days_shown(epub->book);
    g_autofree char *count = book_count_shown(epub->book);

    if (days && !strstr(epub->title, days))
        front_line(xml, "dateline", NULL, days);
    front_line(xml, "dateline", NULL, count);
}

static void
front_title(Epub *epub)
{
    const A2bMeta *meta = book_only_meta(epub->book);
    Xml *xml = epub_page_new(epub->title, epub->language, "frontmatter");

    xml_open(xml, "section", "class", "titlepage", "epub:type", "titlepage",
             "aria-labelledby", "title", NULL);
    epub_pages_part(epub, xml, "title.xhtml", PAGE_TITLE, 0);
    front_line(xml, "kicker", NULL, meta ? meta->kicker : NULL);
    xml_leaf(xml, "h1", epub->title, "id", "title", "dir", "auto", NULL);
    front_line(xml, "subtitle", "doc-subtitle",
               meta ? meta->subtitle : NULL);
    front_authors(xml, epub);
    front_line(xml, "publisher", NULL, book_publisher(epub->book));
    if (epub->digest)
        front_extent(xml, epub);
    else
        front_date(xml, epub);
    front_source(xml, meta);
    xml_close(xml, "section");
    epub_add(epub, "title-page", "title.xhtml", EPUB_TYPE_XHTML, NULL,
             epub_page_end(xml), TRUE);
}

void
epub_front_add(Epub *epub)
{
    if (epub->has_cover)
        front_cover(epub);
    front_title(epub);
}

void
epub_section_add(Epub *epub, guint index)
{
    const BookSection *section =
        &g_array_index(epub->book->sections, BookSection, index);
    g_autofree char *href = epub_section_href(index);
    g_autofree char *id = g_strndup(href, strcspn(href, "."));
    Xml *xml = epub_page_new(section->title, epub->language, "bodymatter");

    xml_open(xml, "section", "class", "part", "epub:type", "part",
             "role", "doc-part", "aria-labelledby", "title", NULL);
    epub_pages_part(epub, xml, href, PAGE_SECTION, index);
    xml_leaf(xml, "h1", section->title, "id", "title", "dir", "auto", NULL);
    xml_close(xml, "section");
    epub_add(epub, id, href, EPUB_TYPE_XHTML, NULL, epub_page_end(xml),
             TRUE);
}
