/* SPDX-License-Identifier: MIT */
/* The package document: what the book is, what it holds, in which order
 * (EPUB 3.3, EPUB Accessibility 1.1, Dublin Core). */
#include <string.h>

#include "book/book.h"
#include "book/dates.h"
#include "book/names.h"
#include "epub/epub.h"

/* <meta property="...">text</meta>; refines: "#id" or NULL. */
static void
opf_meta(Xml *xml, const char *property, const char *text,
         const char *refines)
{
    xml_leaf(xml, "meta", text, "property", property, "refines", refines,
             NULL);
}

static void
opf_title(Xml *xml, const Epub *epub)
{
    const A2bMeta *meta = book_only_meta(epub->book);

    xml_leaf(xml, "dc:title", epub->title, "id", "title", "dir", "auto",
             NULL);
    if (!meta || !meta->subtitle || epub->book->title)
        return;
    opf_meta(xml, "title-type", "main", "#title");
    xml_leaf(xml, "dc:title", meta->subtitle, "id", "subtitle",
             "dir", "auto", NULL);
    opf_meta(xml, "title-type", "subtitle", "#subtitle");
}

static void
opf_creators(Xml *xml, const Epub *epub)
{
    g_autofree const char **authors = book_authors(epub->book);

    for (guint i = 0; authors[i]; i++) {
        g_autofree char *id = g_strdup_printf("creator-%u", i + 1);
        g_autofree char *refines = g_strconcat("#", id, NULL);
        g_autofree char *file_as = names_file_as(authors[i]);

        xml_leaf(xml, "dc:creator", authors[i], "id", id, "dir", "auto",
                 NULL);
        xml_leaf(xml, "meta", "aut", "property", "role", "refines", refines,
                 "scheme", "marc:relators", NULL);
        opf_meta(xml, "file-as", file_as, refines);
    }
}

static const A2bMeta *
opf_article(const Epub *epub, guint index)
{
    return a2b_article_meta(a2b_book_article(epub->book, index));
}

/* Each once, in order, over all articles. */
static void
opf_once(Xml *xml, GHashTable *seen, const char *element, const char *text)
{
    if (text && *text && g_hash_table_add(seen, (gpointer) text))
        xml_leaf(xml, element, text, NULL);
}

static void
opf_of_articles(Xml *xml, const Epub *epub)
{
    g_autoptr(GHashTable) sources = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GHashTable) tags = g_hash_table_new(g_str_hash, g_str_equal);

    for (guint i = 0; i < epub->n_articles; i++)
        opf_once(xml, sources, "dc:source", opf_article(epub, i)->source_url);
    for (guint i = 0; i < epub->n_articles; i++) {
        const char *const *tag = opf_article(epub, i)->tags;
        for (; tag && *tag; tag++)
            opf_once(xml, tags, "dc:subject", *tag);
    }
}

static void
opf_dublin_core(Xml *xml, const Epub *epub)
{
    const A2bMeta *meta = book_only_meta(epub->book);
    const char *date = book_date(epub->book);
    const char *publisher = book_publisher(epub->book);

    xml_leaf(xml, "dc:identifier", epub->identifier, "id", "identifier",
             NULL);
    opf_title(xml, epub);
    opf_creators(xml, epub);
    if (publisher)
        xml_leaf(xml, "dc:publisher", publisher, "dir", "auto", NULL);
    if (date)
        xml_leaf(xml, "dc:date", date, NULL);
    xml_leaf(xml, "dc:language", epub->language, NULL);
    opf_of_articles(xml, epub);
    if (meta && meta->summary && *meta->summary)
        xml_leaf(xml, "dc:description", meta->summary, "dir", "auto", NULL);
}

/* "3", "2.5": a position as EPUB has them. */
static gboolean
opf_is_position(const char *str)
{
    gboolean digit = FALSE;

    for (const char *p = str; *p; p++) {
        if (!g_ascii_isdigit(*p) && !(*p == '.' && digit))
            return FALSE;
        digit = *p != '.';
    }
    return digit;
}

/* In the words of EPUB, and in those of calibre, which most shelves read. */
static void
opf_series(Xml *xml, const Epub *epub)
{
    const char *series = epub->book->series;
    const char *index = epub->book->series_index;

    if (!series || !*series)
        return;
    xml_leaf(xml, "meta", series, "property", "belongs-to-collection",
             "id", "series", "dir", "auto", NULL);
    opf_meta(xml, "collection-type", "series", "#series");
    xml_empty(xml, "meta", "name", "calibre:series", "content", series, NULL);
    if (!index || !opf_is_position(index))
        return;
    opf_meta(xml, "group-position", index, "#series");
    xml_empty(xml, "meta", "name", "calibre:series_index", "content", index,
              NULL);
}

static void
opf_pages(Xml *xml, const Epub *epub)
{
    g_autofree char *pdf = g_strdup_printf("%s (PDF)", epub->title);
    const char *source = epub->pages->list->source;

    opf_meta(xml, "schema:accessibilityFeature", "pageNavigation", NULL);
    opf_meta(xml, "schema:accessibilityFeature", "pageBreakMarkers", NULL);
    opf_meta(xml, "pageBreakSource", source ? source : pdf, NULL);
}

static void
opf_accessibility(Xml *xml, const Epub *epub)
{
    static const char *const features[] = {
        "tableOfContents", "readingOrder", "structuralNavigation",
        "displayTransformability", NULL
    };

    opf_meta(xml, "schema:accessMode", "textual", NULL);
    if (epub->has_cover)
        opf_meta(xml, "schema:accessMode", "visual", NULL);
    opf_meta(xml, "schema:accessModeSufficient", "textual", NULL);
    for (const char *const *f = features; *f; f++)
        opf_meta(xml, "schema:accessibilityFeature", *f, NULL);
    if (epub->has_cover)
        opf_meta(xml, "schema:accessibilityFeature", "alternativeText", NULL);
    if (epub->pages)
        opf_pages(xml, epub);
    opf_meta(xml, "schema:accessibilityHazard", "none", NULL);
    xml_leaf(xml, "meta",
             epub->has_cover
                 ? "Text with headings and a table of contents; the cover "
                   "picture has a text alternative."
                 : "Text with headings and a table of contents; no pictures.",
             "property", "schema:accessibilitySummary", "xml:lang", "en",
             NULL);
    xml_leaf(xml, "meta", "EPUB Accessibility 1.1 - WCAG 2.2 Level AA",
             "id", "conformance", "property", "dcterms:conformsTo", NULL);
    opf_meta(xml, "a11y:certifiedBy", "article2book", "#conformance");
}

static void
opf_metadata(Xml *xml, const Epub *epub)
{
    g_autofree char *modified = book_modified(epub->book);

    xml_open(xml, "metadata", "xmlns:dc",
             "http://purl.org/dc/elements/1.1/", NULL);
    opf_dublin_core(xml, epub);
    opf_series(xml, epub);
    opf_meta(xml, "dcterms:modified", modified, NULL);
    opf_accessibility(xml, epub);
    if (epub->has_cover)
        xml_empty(xml, "meta", "name", "cover", "content", "cover-image",
                  NULL);
    xml_close(xml, "metadata");
}

static void
opf_manifest(Xml *xml, const Epub *epub)
{
    xml_open(xml, "manifest", NULL);
    for (guint i = 0; i < epub->items->len; i++) {
        const EpubItem *item = epub->items->pdata[i];
        xml_empty(xml, "item", "id", item->id, "href", item->href,
                  "media-type", item->type, "properties", item->properties,
                  NULL);
    }
    xml_close(xml, "manifest");
}

static void
opf_spine(Xml *xml, const Epub *epub)
{
    const char *dir = epub_dir(epub->language);

    xml_open(xml, "spine", "toc", "ncx", "page-progression-direction",
             dir ? dir : "ltr", NULL);
    for (guint i = 0; i < epub->items->len; i++) {
        const EpubItem *item = epub->items->pdata[i];
        if (item->spine)
            xml_empty(xml, "itemref", "idref", item->id, NULL);
    }
    xml_close(xml, "spine");
}

static void
opf_reference(Xml *xml, const Epub *epub, const char *type, Word word,
              const char *href)
{
    xml_empty(xml, "reference", "type", type,
              "title", words_say(epub->language, word), "href", href, NULL);
}

/* What EPUB 2 had for landmarks; Kindle opens a book by it. */
static void
opf_guide(Xml *xml, const Epub *epub)
{
    const EpubEntry *start = epub->entries->pdata[0];

    xml_open(xml, "guide", NULL);
    if (epub->has_cover)
        opf_reference(xml, epub, "cover", WORD_COVER, "cover.xhtml");
    opf_reference(xml, epub, "title-page", WORD_TITLE_PAGE, "title.xhtml");
    if (epub->contents)
        opf_reference(xml, epub, "toc", WORD_CONTENTS, epub->contents);
    opf_reference(xml, epub, "text", WORD_START, start->href);
    if (epub->has_sources)
        opf_reference(xml, epub, "bibliography", WORD_SOURCES,
                      "sources.xhtml");
    if (epub->has_index)
        opf_reference(xml, epub, "index", WORD_INDEX, "index.xhtml");
    xml_close(xml, "guide");
}

GBytes *
epub_opf(const Epub *epub)
{
    Xml *xml = xml_new(NULL);
    const char *dir = epub_dir(epub->language);

    xml_open(xml, "package", "xmlns", "http://www.idpf.org/2007/opf",
             "version", "3.0", "unique-identifier", "identifier",
             "xml:lang", epub->language, "dir", dir ? dir : "auto", NULL);
    opf_metadata(xml, epub);
    opf_manifest(xml, epub);
    opf_spine(xml, epub);
    opf_guide(xml, epub);
    xml_close(xml, "package");
    return xml_end(xml);
}
