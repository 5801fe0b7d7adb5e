/* SPDX-License-Identifier: MIT */
/*
 * Writes a document as PDF 1.7: what is no stream is packed into object
 * streams, and the table of objects is one too (ISO 32000-1, 7.5.7 and
 * 7.5.8).  The file's identifier is made from its bytes.
 */
#include "pdf/finish_write.h"

#include <string.h>

#include "pdf/finish_pack.h"
#include "pdf/flate.h"

#define ENTRY 7                 /* bytes in the table: kind, place, index */

typedef struct {
    const Doc *doc;
    GByteArray *out;
    GByteArray *table;
    GString *text;              /* reused */
    Flate *flate;
    GByteArray *packed;         /* reused: what was deflated last */
} Writer;

static void
put(Writer *w, const char *str)
{
    g_byte_array_append(w->out, (const guint8 *) str, strlen(str));
}

/* kind 1: at place in the file; 2: number index in object stream place. */
static void
put_entry(Writer *w, guint id, guint kind, guint32 place, guint index)
{
    guint8 *entry = w->table->data + (gsize) id * ENTRY;

    entry[0] = kind;
    for (guint i = 0; i < 4; i++)
        entry[1 + i] = place >> (24 - 8 * i);
    entry[5] = index >> 8;
    entry[6] = index;
}

static void
put_stream(Writer *w, guint id, const char *entries, gsize entries_len,
           gconstpointer data, gsize len)
{
    char line[64];

    put_entry(w, id, 1, w->out->len, 0);
    g_snprintf(line, sizeof line, "%u 0 obj\n<< ", id);
    put(w, line);
    g_byte_array_append(w->out, (const guint8 *) entries, entries_len);
    g_snprintf(line, sizeof line, " /Length %" G_GSIZE_FORMAT
               " >>\nstream\n", len);
    put(w, line);
    g_byte_array_append(w->out, data, len);
    put(w, "\nendstream\nendobj\n");
}

static void
put_pack(Writer *w, guint id, const Pack *pack)
{
    g_autofree char *entries = g_strdup_printf(
        "/Type /ObjStm /N %u /First %" G_GSIZE_FORMAT
        " /Filter /FlateDecode", pack->n, pack->first);

    for (guint i = 0; i < pack->n; i++)
        put_entry(w, pack->ids[i], 2, id, i);
    put_stream(w, id, entries, strlen(entries), pack->bytes->data,
               pack->bytes->len);
}

/* Streams that are not deflated come from us. */
static void
put_object(Writer *w, guint id, const DocObject *object)
{
    const char *entries = w->doc->texts->str + object->text;
    g_autofree char *more = NULL;

    if (memmem(entries, object->text_len, "/Filter", 7) != NULL) {
        put_stream(w, id, entries, object->text_len, object->stream,
                   object->stream_len);
        return;
    }
    flate_pack(w->flate, object->stream, object->stream_len, w->packed);
    more = g_strdup_printf("%.*s /Filter /FlateDecode",
                           (int) object->text_len, entries);
    put_stream(w, id, more, strlen(more), w->packed->data, w->packed->len);
}

static guint
put_objects(Writer *w, guint jobs)
{
    const guint n = w->doc->objects->len;
    g_autoptr(GArray) plain = g_array_new(FALSE, FALSE, sizeof(guint));
    g_autoptr(GArray) packs = NULL;

    for (guint i = 1; i < n; i++)
        if (doc_object(w->doc, i)->stream != NULL)
            put_object(w, i, doc_object(w->doc, i));
        else
            g_array_append_val(plain, i);
    packs = packs_new(w->doc, (const guint *) plain->data, plain->len, jobs);
    g_byte_array_set_size(w->table, (n + packs->len + 1) * ENTRY);
    for (guint i = 0; i < packs->len; i++)
        put_pack(w, n + i, &g_array_index(packs, Pack, i));
    return n + packs->len;
}

/* Each byte as its difference to that above it, as PNG does: most are
 * alike. */
static GByteArray *
table_predicted(const GByteArray *table, guint n)
{
    GByteArray *rows = g_byte_array_sized_new(n * (ENTRY + 1));

    for (guint i = 0; i < n; i++) {
        const guint8 *row = table->data + (gsize) i * ENTRY;
        guint8 up[ENTRY + 1] = { 2 };

        for (guint j = 0; j < ENTRY; j++)
            up[j + 1] = row[j] - (i == 0 ? 0 : row[(int) j - ENTRY]);
        g_byte_array_append(rows, up, sizeof up);
    }
    return rows;
}

static void
put_table(Writer *w, guint id, int catalog)
{
    g_autofree char *name = g_compute_checksum_for_data(
        G_CHECKSUM_MD5, w->out->data, w->out->len);
    const guint32 place = w->out->len;
    g_autoptr(GByteArray) rows = NULL;
    g_autofree char *entries = g_strdup_printf(
        "/Type /XRef /Size %u /W [1 4 2] /Root %d 0 R /Info %d 0 R "
        "/ID [<%s> <%s>] /Filter /FlateDecode "
        "/DecodeParms << /Predictor 12 /Columns %d >>", id + 1, catalog,
        w->doc->info, name, name, ENTRY);

    put_entry(w, 0, 0, 0, 0xFFFF);
    put_entry(w, id, 1, place, 0);
    rows = table_predicted(w->table, id + 1);
    flate_pack(w->flate, rows->data, rows->len, w->packed);
    put_stream(w, id, entries, strlen(entries), w->packed->data,
               w->packed->len);
    g_string_printf(w->text, "startxref\n%u\n%%%%EOF\n", place);
    put(w, w->text->str);
}

GBytes *
doc_write(const Doc *doc, int catalog, guint jobs)
{
    Writer w = { .doc = doc, .out = g_byte_array_new(),
                 .table = g_byte_array_new(), .text = g_string_new(NULL),
                 .packed = g_byte_array_new(), .flate = flate_new() };

    g_byte_array_set_size(w.table, doc->objects->len * ENTRY);
    memset(w.table->data, 0, w.table->len);
    put(&w, "%PDF-1.7\n%\342\343\317\323\n");
    put_table(&w, put_objects(&w, jobs), catalog);
    flate_free(w.flate);
    g_byte_array_unref(w.table);
    g_byte_array_unref(w.packed);
    g_string_free(w.text, TRUE);
    return g_byte_array_free_to_bytes(w.out);
}
