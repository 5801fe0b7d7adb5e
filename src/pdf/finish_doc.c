/* SPDX-License-Identifier: MIT */
/*
 * Decides how Cairo's file is changed: what is new is put behind it, as an
 * incremental update (ISO 32000-1, 7.5.6), and qpdf reads both as one.  Its
 * own calls would make each object piece by piece.
 *
 * A warning of qpdf's is as bad as an error: we know what Cairo writes.
 */
#include "pdf/finish_doc.h"

#include <string.h>

#define DROPPED G_MAXSIZE       /* in place of an offset */

gboolean
doc_fail(GError **error, const char *what)
{
    g_set_error(error, A2B_ERROR, A2B_ERROR_RESOURCE,
                "the PDF cannot be finished: %s", what);
    return FALSE;
}

gboolean
doc_check(qpdf_data qpdf, GError **error)
{
    qpdf_error wrong = NULL;

    if (qpdf_has_error(qpdf))
        wrong = qpdf_get_error(qpdf);
    else if (qpdf_more_warnings(qpdf))
        wrong = qpdf_next_warning(qpdf);
    return wrong == NULL ||
        doc_fail(error, qpdf_get_error_full_text(qpdf, wrong));
}

static qpdf_data
qpdf_open(GBytes *bytes)
{
    qpdf_data qpdf = qpdf_init();
    gsize len;
    const char *data = g_bytes_get_data(bytes, &len);

    qpdf_silence_errors(qpdf);
    qpdf_set_suppress_warnings(qpdf, TRUE);
    qpdf_set_attempt_recovery(qpdf, FALSE);
    qpdf_read_memory(qpdf, "Cairo's PDF", data, len, NULL);
    return qpdf;
}

static void
doc_find_pages(Doc *doc)
{
    doc->pages = g_new(qpdf_oh, doc->n_pages);
    doc->page_ids = g_new(int, doc->n_pages);
    doc->page_entries = g_new(GString *, doc->n_pages);
    for (guint i = 0; i < doc->n_pages; i++) {
        doc->pages[i] = qpdf_get_page_n(doc->qpdf, i);
        doc->page_ids[i] = qpdf_oh_get_object_id(doc->qpdf, doc->pages[i]);
        doc->page_entries[i] = g_string_new(NULL);
    }
}

/* New objects come after Cairo's. */
static void
doc_find_size(Doc *doc)
{
    const qpdf_oh trailer = qpdf_get_trailer(doc->qpdf);
    const qpdf_oh size = qpdf_oh_get_key(doc->qpdf, trailer, "/Size");

    g_array_set_size(doc->offsets,
                     MAX(0, qpdf_oh_get_int_value_as_int(doc->qpdf, size)));
}

gboolean
doc_open(Doc *doc, GBytes *cairo, GError **error)
{
    int n_pages;

    *doc = (Doc) {
        .cairo = g_bytes_ref(cairo),
        .qpdf = qpdf_open(cairo),
        .catalog = g_string_new(NULL),
        .text = g_string_new(NULL),
        .update = g_byte_array_new(),
        .offsets = g_array_new(FALSE, TRUE, sizeof(gsize)),
    };
    if (!doc_check(doc->qpdf, error))
        return FALSE;
    n_pages = qpdf_get_num_pages(doc->qpdf);
    if (!doc_check(doc->qpdf, error))
        return FALSE;
    if (n_pages <= 0)
        return doc_fail(error, "it has no pages");
    doc->n_pages = n_pages;
    doc_find_pages(doc);
    doc_find_size(doc);
    return doc_check(doc->qpdf, error);
}

void
doc_clear(Doc *doc)
{
    if (doc->qpdf != NULL)
        qpdf_cleanup(&doc->qpdf);
    if (doc->page_entries != NULL)
        for (guint i = 0; i < doc->n_pages; i++)
            g_string_free(doc->page_entries[i], TRUE);
    g_free(doc->page_entries);
    g_free(doc->pages);
    g_free(doc->page_ids);
    g_string_free(doc->catalog, TRUE);
    g_string_free(doc->text, TRUE);
    g_byte_array_unref(doc->update);
    g_array_unref(doc->offsets);
    g_bytes_unref(doc->cairo);
}

int
doc_reserve(Doc *doc)
{
    g_array_set_size(doc->offsets, doc->offsets->len + 1);
    return doc->offsets->len - 1;
}

static void
update_put(Doc *doc, const char *str)
{
    g_byte_array_append(doc->update, (const guint8 *) str, strlen(str));
}

static void
update_begin(Doc *doc, int id)
{
    char head[32];

    g_array_index(doc->offsets, gsize, id) = doc->update->len + 1;
    g_snprintf(head, sizeof head, "%d 0 obj\n", id);
    update_put(doc, head);
}

void
doc_define(Doc *doc, int id, const char *pdf)
{
    update_begin(doc, id);
    update_put(doc, pdf);
    update_put(doc, "\nendobj\n");
}

void
doc_define_stream(Doc *doc, int id, const char *entries, gconstpointer data,
                  gsize len)
{
    char length[64];

    update_begin(doc, id);
    update_put(doc, "<< ");
    update_put(doc, entries);
    g_snprintf(length, sizeof length, " /Length %" G_GSIZE_FORMAT
               " >>\nstream\n", len);
    update_put(doc, length);
    g_byte_array_append(doc->update, data, len);
    update_put(doc, "\nendstream\nendobj\n");
}

int
doc_add_text(Doc *doc)
{
    const int id = doc_reserve(doc);

    doc_define(doc, id, doc->text->str);
    return id;
}

static void
doc_define_pages(Doc *doc)
{
    for (guint i = 0; i < doc->n_pages; i++) {
        g_string_assign(doc->text, qpdf_oh_unparse_resolved(doc->qpdf,
                                                            doc->pages[i]));
        if (!g_str_has_suffix(doc->text->str, ">>"))
            continue;
        g_string_truncate(doc->text, doc->text->len - 2);
        g_string_append(doc->text, doc->page_entries[i]->str);
        g_string_append(doc->text, " >>");
        doc_define(doc, doc->page_ids[i], doc->text->str);
    }
}

static int
doc_define_catalog(Doc *doc)
{
    const qpdf_oh root = qpdf_get_root(doc->qpdf);
    const qpdf_oh pages = qpdf_oh_get_key(doc->qpdf, root, "/Pages");

    g_string_printf(doc->text, "<< /Type /Catalog /Pages %d 0 R%s >>",
                    qpdf_oh_get_object_id(doc->qpdf, pages),
                    doc->catalog->str);
    return doc_add_text(doc);
}

/* What qpdf will not have to look at: Cairo's elements, one for each
 * piece. */
static void
doc_drop_elements(Doc *doc)
{
    const qpdf_oh root = qpdf_get_root(doc->qpdf);
    const qpdf_oh tree = qpdf_oh_get_key_if_dict(doc->qpdf, root,
                                                 "/StructTreeRoot");
    const qpdf_oh kids = qpdf_oh_get_key_if_dict(doc->qpdf, tree, "/K");
    const int n = qpdf_oh_is_array(doc->qpdf, kids) ?
        qpdf_oh_get_array_n_items(doc->qpdf, kids) : 0;

    for (int i = 0; i < n; i++) {
        const qpdf_oh kid = qpdf_oh_get_array_item(doc->qpdf, kids, i);

        g_array_index(doc->offsets, gsize,
                      qpdf_oh_get_object_id(doc->qpdf, kid)) = DROPPED;
        qpdf_oh_release(doc->qpdf, kid);
    }
}

/* Each entry has 20 bytes (7.5.4). */
static void
doc_put_table(Doc *doc, gsize base)
{
    const gsize *offsets = (const gsize *) doc->offsets->data;
    char line[64];

    update_put(doc, "xref\n");
    for (guint from = 0, to; from < doc->offsets->len; from = MAX(to, from + 1)) {
        for (to = from; to < doc->offsets->len && offsets[to] > 0; to++)
            ;
        if (to == from)
            continue;
        g_snprintf(line, sizeof line, "%u %u\n", from, to - from);
        update_put(doc, line);
        for (guint i = from; i < to; i++) {
            if (offsets[i] == DROPPED)
                g_snprintf(line, sizeof line, "0000000000 65535 f \n");
            else
                g_snprintf(line, sizeof line, "%010" G_GSIZE_FORMAT
                           " 00000 n \n", base + offsets[i] - 1);
            update_put(doc, line);
        }
    }
}

/* Where Cairo's own table is. */
static guint64
cairo_table(const char *data, gsize len)
{
    static const char key[] = "startxref";

    for (gsize i = len; i-- > 0;)
        if (data[i] == 's' && len - i > sizeof key &&
            memcmp(data + i, key, sizeof key - 1) == 0)
            return g_ascii_strtoull(data + i + sizeof key, NULL, 10);
    return 0;
}

/* Cairo's bytes and ours behind them. */
static GBytes *
doc_join(Doc *doc, int catalog)
{
    gsize len;
    const char *data = g_bytes_get_data(doc->cairo, &len);
    const gsize table = len + doc->update->len;
    GByteArray *joined;

    doc_put_table(doc, len);
    g_string_printf(doc->text, "trailer\n<< /Size %u /Root %d 0 R "
                    "/Info %d 0 R /Prev %" G_GUINT64_FORMAT " >>\n"
                    "startxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n",
                    doc->offsets->len, catalog, doc->info,
                    cairo_table(data, len), table);
    update_put(doc, doc->text->str);
    joined = g_byte_array_sized_new(len + doc->update->len);
    g_byte_array_append(joined, (const guint8 *) data, len);
    g_byte_array_append(joined, doc->update->data, doc->update->len);
    g_byte_array_set_size(doc->update, 0);
    return g_byte_array_free_to_bytes(joined);
}

static GBytes *
qpdf_bytes(qpdf_data qpdf, GError **error)
{
    if (!doc_check(qpdf, error))
        return NULL;
    qpdf_init_write_memory(qpdf);
    qpdf_set_minimum_pdf_version(qpdf, "1.7");
    qpdf_set_object_stream_mode(qpdf, qpdf_o_generate);
    qpdf_set_decode_level(qpdf, qpdf_dl_none);
    qpdf_set_compress_streams(qpdf, TRUE);
    qpdf_set_newline_before_endstream(qpdf, TRUE);
    qpdf_set_deterministic_ID(qpdf, TRUE);
    qpdf_write(qpdf);
    if (!doc_check(qpdf, error))
        return NULL;
    return g_bytes_new(qpdf_get_buffer(qpdf), qpdf_get_buffer_length(qpdf));
}

GBytes *
doc_finish(Doc *doc, GError **error)
{
    g_autoptr(GBytes) joined = NULL;
    qpdf_data qpdf;
    GBytes *bytes;
    int catalog;

    doc_drop_elements(doc);
    doc_define_pages(doc);
    catalog = doc_define_catalog(doc);
    if (!doc_check(doc->qpdf, error))
        return NULL;
    qpdf_cleanup(&doc->qpdf);
    joined = doc_join(doc, catalog);
    qpdf = qpdf_open(joined);
    bytes = qpdf_bytes(qpdf, error);
    qpdf_cleanup(&qpdf);
    return bytes;
}
