/* SPDX-License-Identifier: MIT */
/* The contents list once more, as EPUB 2 had it: Kindle reads no other. */
#include "epub/epub.h"

static void
ncx_meta(Xml *xml, const char *name, const char *content)
{
    xml_empty(xml, "meta", "name", name, "content", content, NULL);
}

static void
ncx_head(Xml *xml, const Epub *epub)
{
    g_autofree char *depth = NULL;
    guint deepest = 1;

    for (guint i = 0; i < epub->entries->len; i++) {
        const EpubEntry *entry = epub->entries->pdata[i];
        deepest = MAX(deepest, entry->depth);
    }
    depth = g_strdup_printf("%u", deepest);
    xml_open(xml, "head", NULL);
    ncx_meta(xml, "dtb:uid", epub->identifier);
    ncx_meta(xml, "dtb:depth", depth);
    ncx_meta(xml, "dtb:totalPageCount", "0");
    ncx_meta(xml, "dtb:maxPageNumber", "0");
    xml_close(xml, "head");
    xml_open(xml, "docTitle", NULL);
    xml_leaf(xml, "text", epub->title, NULL);
    xml_close(xml, "docTitle");
}

static void
ncx_point(Xml *xml, const EpubEntry *entry, guint number)
{
    g_autofree char *id = g_strdup_printf("point-%u", number);
    g_autofree char *order = g_strdup_printf("%u", number);

    xml_open(xml, "navPoint", "id", id, "playOrder", order, NULL);
    xml_open(xml, "navLabel", NULL);
    xml_leaf(xml, "text", entry->label, NULL);
    xml_close(xml, "navLabel");
    xml_empty(xml, "content", "src", entry->href, NULL);
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
    xml_close(xml, "ncx");
    return xml_end(xml);
}
