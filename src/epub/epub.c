/* SPDX-License-Identifier: MIT */
/* The parts of an EPUB and their order (EPUB 3.3). */
#include "epub/epub.h"

#include "book/book.h"
#include "epub/epub_zip.h"
#include "style/style.h"

#define EPUB_TOC_DEPTH 3

static const char container[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<container version=\"1.0\" "
    "xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\">\n"
    "<rootfiles>\n"
    "<rootfile full-path=\"EPUB/package.opf\" "
    "media-type=\"application/oebps-package+xml\"/>\n"
    "</rootfiles>\n"
    "</container>\n";

/* Apple Books shows embedded fonts only if it is told to. */
static const char display_options[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<display_options>\n"
    "<platform name=\"*\">\n"
    "<option name=\"specified-fonts\">true</option>\n"
    "</platform>\n"
    "</display_options>\n";

static void
epub_item_free(gpointer data)
{
    EpubItem *item = data;

    g_free(item->id);
    g_free(item->href);
    g_bytes_unref(item->bytes);
    g_free(item);
}

static void
epub_entry_free(gpointer data)
{
    EpubEntry *entry = data;

    g_free(entry->label);
    g_free(entry->href);
    g_free(entry);
}

static void
epub_init(Epub *epub, const A2bBook *book, const A2bStyle *style,
          const A2bEpubOptions *options, A2bDiag *diag)
{
    epub->book = book;
    epub->style = style;
    if (options)
        epub->options = *options;
    if (epub->options.toc_depth == 0)
        epub->options.toc_depth = EPUB_TOC_DEPTH;
    epub->diag = diag;
    epub->title = book_title(book);
    epub->identifier = book_identifier(book);
    epub->language = book_language(book);
    epub->items = g_ptr_array_new_with_free_func(epub_item_free);
    epub->plans = g_ptr_array_new_with_free_func(
        (GDestroyNotify) epub_plan_free);
    epub->entries = g_ptr_array_new_with_free_func(epub_entry_free);
    epub->sources = g_hash_table_new(g_str_hash, g_str_equal);
    epub->css = g_string_new(style->css->str);
    epub->has_cover = book->cover.image != NULL;
}

static void
epub_clear(Epub *epub)
{
    g_free(epub->title);
    g_free(epub->identifier);
    g_ptr_array_unref(epub->items);
    g_ptr_array_unref(epub->plans);
    g_ptr_array_unref(epub->entries);
    g_hash_table_unref(epub->sources);
    g_string_free(epub->css, TRUE);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Epub, epub_clear)

void
epub_add(Epub *epub, const char *id, const char *href, const char *type,
         const char *properties, GBytes *bytes, gboolean spine)
{
    EpubItem *item = g_new0(EpubItem, 1);

    item->id = g_strdup(id);
    item->href = g_strdup(href);
    item->type = type;
    item->properties = properties;
    item->bytes = bytes;
    item->spine = spine;
    g_ptr_array_add(epub->items, item);
}

static void
epub_plan(Epub *epub)
{
    for (guint i = 0; i < a2b_book_n_articles(epub->book); i++) {
        const A2bArticle *article = a2b_book_article(epub->book, i);
        EpubPlan *plan = epub_plan_new(article, i + 1);
        const char *url = a2b_article_meta(article)->source_url;

        g_ptr_array_add(epub->plans, plan);
        if (url && !g_hash_table_contains(epub->sources, url))
            g_hash_table_insert(epub->sources, (gpointer) url, plan);
    }
    epub_toc_make(epub);
    /* A list of one line helps nobody. */
    epub->contents_in_spine = epub->entries->len > 1;
}

/* The order here is that of the manifest and of the spine. */
static gboolean
epub_make(Epub *epub, GError **error)
{
    epub_plan(epub);
    if (epub->options.embed_fonts && !epub_fonts_add(epub, error))
        return FALSE;
    epub_add(epub, "css", "style.css", "text/css", NULL,
             g_bytes_new(epub->css->str, epub->css->len), FALSE);
    epub_front_add(epub);
    epub_add(epub, "nav", "nav.xhtml", EPUB_TYPE_XHTML, "nav",
             epub_nav(epub), epub->contents_in_spine);
    epub_add(epub, "ncx", "toc.ncx", "application/x-dtbncx+xml", NULL,
             epub_ncx(epub), FALSE);
    for (guint i = 0; i < epub->plans->len; i++)
        epub_xhtml_add(epub, epub->plans->pdata[i]);
    return TRUE;
}

static GBytes *
epub_pack(const Epub *epub, GError **error)
{
    g_autoptr(EpubZip) zip = epub_zip_new(error);
    g_autoptr(GBytes) opf = epub_opf(epub);
    GString *name;

    if (!zip)
        return NULL;
    epub_zip_add(zip, "mimetype", g_bytes_new_static(
                     "application/epub+zip", 20), EPUB_ZIP_STORE);
    epub_zip_add(zip, "META-INF/container.xml",
                 g_bytes_new_static(container, sizeof(container) - 1),
                 EPUB_ZIP_DEFLATE);
    if (epub->has_fonts)
        epub_zip_add(zip, "META-INF/com.apple.ibooks.display-options.xml",
                     g_bytes_new_static(display_options,
                                        sizeof(display_options) - 1),
                     EPUB_ZIP_DEFLATE);
    epub_zip_add(zip, "EPUB/package.opf", g_steal_pointer(&opf),
                 EPUB_ZIP_DEFLATE);
    name = g_string_new(NULL);
    for (guint i = 0; i < epub->items->len; i++) {
        const EpubItem *item = epub->items->pdata[i];
        gboolean picture = g_str_has_prefix(item->type, "image/");

        g_string_assign(name, "EPUB/");
        g_string_append(name, item->href);
        epub_zip_add(zip, name->str, g_bytes_ref(item->bytes),
                     picture ? EPUB_ZIP_STORE : EPUB_ZIP_DEFLATE);
    }
    g_string_free(name, TRUE);
    return epub_zip_end(zip, error);
}

GBytes *
a2b_epub(const A2bBook *book, const A2bStyle *style,
         const A2bEpubOptions *options, A2bDiag *diag, GError **error)
{
    g_auto(Epub) epub = { 0 };

    g_return_val_if_fail(book && style, NULL);
    g_return_val_if_fail(a2b_book_n_articles(book) > 0, NULL);

    epub_init(&epub, book, style, options, diag);
    if (!epub_make(&epub, error))
        return NULL;
    return epub_pack(&epub, error);
}
