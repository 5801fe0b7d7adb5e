/* SPDX-License-Identifier: MIT */
/* The navigation document: contents list, landmarks, page list. */
#include <string.h>

#include "epub/epub.h"

static void
nav_link(Xml *xml, const EpubEntry *entry, const char *language)
{
    gboolean other = strcmp(entry->language, language) != 0;

    xml_leaf(xml, "a", entry->label, "href", entry->href,
             "lang", other ? entry->language : NULL,
             "xml:lang", other ? entry->language : NULL,
             "dir", other ? "auto" : NULL, NULL);
}

/* A list in lists from lines that know their depth: an item stays open
 * until it is known whether a list follows in it. */
static void
nav_contents(Xml *xml, const Epub *epub)
{
    guint depth = 0;

    for (guint i = 0; i < epub->entries->len; i++) {
        const EpubEntry *entry = epub->entries->pdata[i];

        if (entry->depth > depth) {
            xml_open(xml, "ol", NULL);
            depth++;
        } else {
            xml_close(xml, "li");
            for (; depth > entry->depth; depth--) {
                xml_close(xml, "ol");
                xml_close(xml, "li");
            }
        }
        xml_open(xml, "li", NULL);
        nav_link(xml, entry, epub->language);
    }
    for (; depth; depth--) {
        xml_close(xml, "li");
        xml_close(xml, "ol");
    }
}

static void
nav_landmark(Xml *xml, const Epub *epub, const char *type, const char *href,
             Word word)
{
    xml_open(xml, "li", NULL);
    xml_leaf(xml, "a", words_say(epub->language, word), "epub:type", type,
             "href", href, NULL);
    xml_close(xml, "li");
}

static void
nav_landmarks(Xml *xml, const Epub *epub)
{
    const EpubEntry *start = epub->entries->pdata[0];
    g_autofree char *toc = g_strconcat(epub->contents ? epub->contents : "",
                                       "#toc", NULL);

    xml_open(xml, "nav", "epub:type", "landmarks", "id", "landmarks",
             "aria-labelledby", "landmarks-title", "hidden", "hidden", NULL);
    xml_leaf(xml, "h2", words_say(epub->language, WORD_LANDMARKS),
             "id", "landmarks-title", NULL);
    xml_open(xml, "ol", NULL);
    if (epub->has_cover)
        nav_landmark(xml, epub, "cover", "cover.xhtml", WORD_COVER);
    nav_landmark(xml, epub, "titlepage", "title.xhtml", WORD_TITLE_PAGE);
    if (epub->contents)
        nav_landmark(xml, epub, "toc", toc, WORD_CONTENTS);
    nav_landmark(xml, epub, "bodymatter", start->href, WORD_START);
    if (epub->has_sources)
        nav_landmark(xml, epub, "bibliography", "sources.xhtml",
                     WORD_SOURCES);
    if (epub->has_index)
        nav_landmark(xml, epub, "index", "index.xhtml", WORD_INDEX);
    xml_close(xml, "ol");
    xml_close(xml, "nav");
}

static void
nav_pages(Xml *xml, const Epub *epub)
{
    const GArray *breaks = epub->pages->list->breaks;

    xml_open(xml, "nav", "epub:type", "page-list", "role", "doc-pagelist",
             "id", "pages", "aria-labelledby", "pages-title",
             "hidden", "hidden", NULL);
    xml_leaf(xml, "h2", words_say(epub->language, WORD_PAGES),
             "id", "pages-title", NULL);
    xml_open(xml, "ol", NULL);
    for (guint i = 0; i < breaks->len; i++) {
        xml_open(xml, "li", NULL);
        xml_leaf(xml, "a", g_array_index(breaks, PageBreak, i).label,
                 "href", epub->pages->hrefs[i], NULL);
        xml_close(xml, "li");
    }
    xml_close(xml, "ol");
    xml_close(xml, "nav");
}

GBytes *
epub_nav(const Epub *epub)
{
    const char *word = words_say(epub->language, WORD_CONTENTS);
    Xml *xml = epub_page_new(word, epub->language, "frontmatter");

    xml_open(xml, "nav", "epub:type", "toc", "role", "doc-toc", "id", "toc",
             "aria-labelledby", "toc-title", NULL);
    xml_leaf(xml, "h1", word, "id", "toc-title", NULL);
    nav_contents(xml, epub);
    xml_close(xml, "nav");
    nav_landmarks(xml, epub);
    if (epub->pages)
        nav_pages(xml, epub);
    return epub_page_end(xml);
}
