/* SPDX-License-Identifier: MIT */
/* The contents list once more, as EPUB 2 had it: Kindle reads no other. */
#include "epub/epub.h"

static void
ncx_meta(Xml *xml, const char *name, const char *content)
{
    xml_empty(xml, "meta", "name", name, "content", content, NULL);
}

/* The number that a label is, or 0. */
static guint
ncx_number(const char *label)
{
    guint64 number;

    return g_ascii_string_to_unsigned(label, 10, 1, G_MAXUINT, &number, NULL)
        ? number : 0;
}

static void
ncx_count_pages(const Epub *epub, guint *n, guint *highest)
{
    const GArray *breaks = epub->pages ? epub->pages->list->breaks : NULL;

    *n = breaks ? breaks->len : 0;
    *highest = 0;
    for (guint i = 0; i < *n; i++) {
        guint number = ncx_number(g_array_index(breaks, PageBreak, i).label);
        *highest = MAX(*highest, number);
    }
}

static void
ncx_head(Xml *xml, const Epub *epub)
{
    g_autofree char *depth = NULL, *total = NULL, *most = NULL;
    guint deepest = 1, n, highest;

    for (guint i = 0; i < epub->entries->len; i++) {
        const EpubEntry *entry = epub->entries->pdata[i];
        deepest = MAX(deepest, entry->depth);
    }
    ncx_count_pages(epub, &n, &highest);
    depth = g_strdup_printf("%u", deepest);
    total = g_strdup_printf("%u", n);
    most = g_strdup_printf("%u", highest);
    xml_open(xml, "head", NULL);
    ncx_meta(xml, "dtb:uid", epub->identifier);
    ncx_meta(xml, "dtb:depth", depth);
    ncx_meta(xml, "dtb:totalPageCount", total);
    ncx_meta(xml, "dtb:maxPageNumber", most);
    xml_close(xml, "head");
    xml_open(xml, "docTitle", NULL);
    xml_leaf(xml, "text", epub->title, NULL);
    xml_close(xml, "docTitle");
}

static void
ncx_point(Xml *xml, const EpubEntry *entry, guint number)
{
    g_autofree char *id = epub_numbered("point-", number, "");
    g_autofree char *order = epub_numbered("", number, "");

    xml_open(xml, "navPoint", "id", id, "playOrder", order, NULL);
    xml_open(xml, "navLabel", NULL);
    xml_leaf(xml, "text", entry->label, NULL);
    xml_close(xml, "navLabel");
    xml_empty(xml, "content", "src", entry->href, NULL);
}

static void
ncx_page(Xml *xml, const Epub *epub, guint page)
{
    const char *label = g_array_index(epub->pages->list->breaks, PageBreak,
                                      page).label;
    g_autofree char *order =
        g_strdup_printf("%u", epub->entries->len + page + 1);
    gboolean number = ncx_number(label) > 0;

    /* Nothing leads to one, so that none needs an id. */
    xml_open(xml, "pageTarget", "type", number ? "normal" : "front",
             "value", number ? label : NULL, "playOrder", order, NULL);
    xml_open(xml, "navLabel", NULL);
    xml_leaf(xml, "text", label, NULL);
    xml_close(xml, "navLabel");
    xml_empty(xml, "content", "src", epub->pages->hrefs[page], NULL);
    xml_close(xml, "pageTarget");
}

static void
ncx_pages(Xml *xml, const Epub *epub)
{
    xml_open(xml, "pageList", NULL);
    xml_open(xml, "navLabel", NULL);
    xml_leaf(xml, "text", words_say(epub->language, WORD_PAGES), NULL);
    xml_close(xml, "navLabel");
    for (guint i = 0; i < epub->pages->list->breaks->len; i++)
        ncx_page(xml, epub, i);
    xml_close(xml, "pageList");
}

GBytes *
epub_ncx(const Epub *epub)
{
    Xml *xml = xml_new(NULL);
    guint depth = 0;

    xml_open(xml, "ncx", "xmlns", "http://www.daisy.org/z3986/2005/ncx/",
             "version", "2005-1", "xml:lang", epub->language, NULL);
    ncx_head(xml, epub);
    xml_open(xml, "navMap", NULL);
    for (guint i = 0; i < epub->entries->len; i++) {
        const EpubEntry *entry = epub->entries->pdata[i];

        for (; depth >= entry->depth; depth--)
            xml_close(xml, "navPoint");
        ncx_point(xml, entry, i + 1);
        depth++;
    }
    for (; depth; depth--)
        xml_close(xml, "navPoint");
    xml_close(xml, "navMap");
    if (epub->pages)
        ncx_pages(xml, epub);
    xml_close(xml, "ncx");
    return xml_end(xml);
}
