/* SPDX-License-Identifier: MIT */
/* The parts of an EPUB and their order (EPUB 3.3). */
#include "epub/epub.h"

#include "base/diag.h"
#include "book/book.h"
#include "book/filed.h"
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
    epub->items = g_ptr_array_new_with_free_func(
        (GDestroyNotify) epub_item_free);
    epub->entries = g_ptr_array_new_with_free_func(
        (GDestroyNotify) epub_entry_free);
    epub->css = g_string_new(style->css->str);
    epub->packer = epub_packer_new();
    epub->n_articles = a2b_book_n_articles(book);
    epub->digest = epub->n_articles > 1;
    epub->n_sections = epub->digest && book->sections ? book->sections->len
                                                      : 0;
    epub->has_cover = book->cover.image != NULL;
    epub->has_sources = epub->digest && epub_sources_any(book);
    epub->has_index = filed_has_index(book);
    if (epub->options.pages)
        epub->pages = epub_pages_new(epub);
}

static void
epub_clear(Epub *epub)
{
    g_free(epub->title);
    g_free(epub->identifier);
    g_ptr_array_unref(epub->items);
    g_ptr_array_unref(epub->entries);
    g_string_free(epub->css, TRUE);
    epub_packer_free(epub->packer);
    epub_work_free(epub->made, epub->n_articles);
    epub_pages_free(epub->pages);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Epub, epub_clear)

/* A list of one line helps nobody; that of a digest says more than the
 * navigation may hold. */
static const char *
epub_contents(const Epub *epub)
{
    if (epub->digest)
        return "contents.xhtml";
    return epub->entries->len > 1 ? "nav.xhtml" : NULL;
}

static void
epub_add_articles(Epub *epub)
{
    for (guint i = 0, section = 0; i < epub->n_articles; i++) {
        while (section < epub->n_sections
               && g_array_index(epub->book->sections, BookSection,
                                section).first <= i)
            epub_section_add(epub, section++);
        g_ptr_array_extend_and_steal(epub->items,
                                     g_steal_pointer(&epub->made[i].items));
    }
}

/* Into their place before the articles, but written when all pages of the
 * paper form have been. */
static void
epub_insert_navigation(Epub *epub, guint place)
{
    gboolean spine = epub->contents && !epub->digest;

    g_ptr_array_insert(epub->items, place, epub_item_new(
                           epub, epub->packer, "nav", "nav.xhtml",
                           EPUB_TYPE_XHTML, "nav", epub_nav(epub), spine));
    g_ptr_array_insert(epub->items, place + 1, epub_item_new(
                           epub, epub->packer, "ncx", "toc.ncx",
                           "application/x-dtbncx+xml", NULL, epub_ncx(epub),
                           FALSE));
}

/* What stands around the articles.  The order is that of the manifest and
 * of the spine. */
static void
epub_assemble(Epub *epub)
{
    guint navigation;

    epub_add(epub, "css", "style.css", "text/css", NULL,
             g_bytes_new(epub->css->str, epub->css->len), FALSE);
    epub_front_add(epub);
    if (epub->digest)
        epub_contents_add(epub);
    navigation = epub->items->len;
    epub_add_articles(epub);
    if (epub->has_sources)
        epub_sources_add(epub);
    if (epub->has_index)
        epub_index_add(epub);
    epub_insert_navigation(epub, navigation);
}

/* There are some files more than articles: few, of a digest. */
static void
epub_say_packed(double share, gpointer user)
{
    const Epub *epub = user;
    const guint n = MAX(epub->items->len, epub->n_articles);
    const A2bProgress progress = { A2B_STEP_PACK, share * n, n, 0 };

    if (epub->digest)
        diag_progress(epub->diag, &progress);
}

static gboolean
epub_make(Epub *epub, GError **error)
{
    if (epub->options.embed_fonts && !epub_fonts_add(epub, error))
        return FALSE;
    epub->made = epub_work(epub);
    epub_say_packed(0, epub);
    epub_toc_make(epub);
    epub->contents = epub_contents(epub);
    epub_assemble(epub);
    return TRUE;
}

/* Takes bytes. */
static void
epub_zip_file(const Epub *epub, EpubZip *zip, const char *name, GBytes *bytes,
              EpubZipMethod method)
{
    EpubPacked packed = epub_pack(epub->packer, bytes, method);

    epub_zip_add(zip, name, &packed);
    epub_packed_clear(&packed);
}

static void
epub_zip_items(const Epub *epub, EpubZip *zip)
{
    GString *name = g_string_new(NULL);

    for (guint i = 0; i < epub->items->len; i++) {
        const EpubItem *item = epub->items->pdata[i];

        g_string_assign(name, "EPUB/");
        g_string_append(name, item->href);
        epub_zip_add(zip, name->str, &item->packed);
    }
    g_string_free(name, TRUE);
}

static GBytes *
epub_archive(const Epub *epub, GError **error)
{
    g_autoptr(EpubZip) zip = epub_zip_new(error);

    if (!zip)
        return NULL;
    epub_zip_file(epub, zip, "mimetype", g_bytes_new_static(
                      "application/epub+zip", 20), EPUB_ZIP_STORE);
    epub_zip_file(epub, zip, "META-INF/container.xml",
                  g_bytes_new_static(container, sizeof(container) - 1),
                  EPUB_ZIP_DEFLATE);
    if (epub->has_fonts)
        epub_zip_file(epub, zip,
                      "META-INF/com.apple.ibooks.display-options.xml",
                      g_bytes_new_static(display_options,
                                         sizeof(display_options) - 1),
                      EPUB_ZIP_DEFLATE);
    epub_zip_file(epub, zip, "EPUB/package.opf", epub_opf(epub),
                  EPUB_ZIP_DEFLATE);
    epub_zip_items(epub, zip);
    return epub_zip_end(zip, epub_say_packed, (gpointer) epub, error);
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
    return epub_archive(&epub, error);
}
