/* SPDX-License-Identifier: MIT */
/*
 * The pages' contents are most of the work.  The bytes of a page are the same
 * whichever thread makes them.
 */
#include "pdf/finish_streams.h"

#include <string.h>

#include <zlib.h>

#include "pdf/finish_content.h"
#include "pdf/jobs.h"

typedef struct {
    int id;                     /* its object */
    const char *raw;            /* as it is in Cairo's file */
    gsize raw_len;
    guchar *packed;             /* as it will be in ours */
    gsize packed_len;
    GByteArray *marks;
    gboolean bad;
} PageStream;

typedef struct {
    PageStream *pages;
    guint n_pages;
    gint next;                  /* atomic: the next page to be taken */
} Work;

/* What one thread has. */
typedef struct {
    z_stream inflater, deflater;
    GByteArray *plain, *mended;
} Hand;

static gboolean
hand_init(Hand *hand)
{
    memset(hand, 0, sizeof *hand);
    hand->plain = g_byte_array_new();
    hand->mended = g_byte_array_new();
    return inflateInit(&hand->inflater) == Z_OK &&
        deflateInit(&hand->deflater, Z_DEFAULT_COMPRESSION) == Z_OK;
}

static void
hand_clear(Hand *hand)
{
    inflateEnd(&hand->inflater);
    deflateEnd(&hand->deflater);
    g_byte_array_unref(hand->plain);
    g_byte_array_unref(hand->mended);
}

/* The whole room of the buffer is used again. */
static gboolean
hand_inflate(Hand *hand, const PageStream *page)
{
    z_stream *z = &hand->inflater;
    gsize used = 0;
    int status;

    inflateReset(z);
    z->next_in = (Bytef *) page->raw;
    z->avail_in = page->raw_len;
    do {
        if (hand->plain->len - used < 4096)
            g_byte_array_set_size(hand->plain, 2 * hand->plain->len + 65536);
        z->next_out = hand->plain->data + used;
        z->avail_out = hand->plain->len - used;
        status = inflate(z, Z_NO_FLUSH);
        used = hand->plain->len - z->avail_out;
    } while (status == Z_OK);
    g_byte_array_set_size(hand->plain, used);
    return status == Z_STREAM_END;
}

static gboolean
hand_deflate(Hand *hand, PageStream *page)
{
    z_stream *z = &hand->deflater;
    const gsize most = deflateBound(z, hand->mended->len);

    deflateReset(z);
    page->packed = g_malloc(most);
    z->next_in = hand->mended->data;
    z->avail_in = hand->mended->len;
    z->next_out = page->packed;
    z->avail_out = most;
    if (deflate(z, Z_FINISH) != Z_STREAM_END)
        return FALSE;
    page->packed_len = most - z->avail_out;
    page->packed = g_realloc(page->packed, page->packed_len);
    return TRUE;
}

static gboolean
hand_mend(Hand *hand, PageStream *page)
{
    g_byte_array_set_size(hand->mended, 0);
    return hand_inflate(hand, page) &&
        content_mend((const char *) hand->plain->data, hand->plain->len,
                     hand->mended, page->marks) &&
        hand_deflate(hand, page);
}

static gpointer
work_run(gpointer data)
{
    Work *work = data;
    Hand hand;
    gboolean ready = hand_init(&hand);
    guint i;

    while ((i = g_atomic_int_add(&work->next, 1)) < work->n_pages) {
        PageStream *page = &work->pages[i];

        page->bad = page->bad || !ready || !hand_mend(&hand, page);
    }
    hand_clear(&hand);
    return NULL;
}

/* A thread for few pages costs more than it saves. */
#define PAGES_A_THREAD 8

static gboolean
page_take(Doc *doc, guint i, PageStream *page)
{
    const guint number = cairo_object_ref(&doc->pages[i], "/Contents");
    DocFile *file = doc->page_files[i];
    CairoObject content;

    page->marks = g_byte_array_new();
    if (!cairo_file_object(&file->cairo, number, &content) ||
        content.stream == NULL)
        return FALSE;
    page->id = doc_replace(doc, file, number);
    page->raw = content.stream;
    page->raw_len = content.stream_len;
    return TRUE;
}

GPtrArray *
streams_mend(Doc *doc, guint jobs, GError **error)
{
    g_autoptr(GPtrArray) marks = g_ptr_array_new_with_free_func(
        (GDestroyNotify) g_byte_array_unref);
    g_autofree PageStream *pages = g_new0(PageStream, doc->n_pages);
    Work work = { .pages = pages, .n_pages = doc->n_pages };
    guint bad = 0;

    for (guint i = 0; i < doc->n_pages; i++)
        pages[i].bad = !page_take(doc, i, &pages[i]);
    jobs_share(MIN(jobs_count(jobs), doc->n_pages / PAGES_A_THREAD + 1),
               work_run, &work);
    for (guint i = 0; i < doc->n_pages; i++) {
        g_ptr_array_add(marks, pages[i].marks);
        bad += pages[i].bad;
        if (pages[i].bad)
            g_free(pages[i].packed);
        else
            doc_define_stream(doc, pages[i].id, "/Filter /FlateDecode",
                              pages[i].packed, pages[i].packed_len,
                              pages[i].packed);
    }
    if (bad == 0)
        return g_steal_pointer(&marks);
    doc_fail(error, "a page's content is not as Cairo writes it");
    return NULL;
}
