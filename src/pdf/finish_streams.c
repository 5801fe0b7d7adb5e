/* SPDX-License-Identifier: MIT */
/*
 * The pages' contents are most of the work.  The bytes of a page are the same
 * whichever thread makes them.
 */
#include "pdf/finish_streams.h"

#include "base/jobs.h"
#include "pdf/finish_content.h"
#include "pdf/flate.h"

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
    Flate *flate;
    GByteArray *plain, *mended, *packed;        /* reused */
} Hand;

static void
hand_init(Hand *hand)
{
    hand->flate = flate_new();
    hand->plain = g_byte_array_new();
    hand->mended = g_byte_array_new();
    hand->packed = g_byte_array_new();
}

static void
hand_clear(Hand *hand)
{
    flate_free(hand->flate);
    g_byte_array_unref(hand->plain);
    g_byte_array_unref(hand->mended);
    g_byte_array_unref(hand->packed);
}

static gboolean
hand_mend(Hand *hand, PageStream *page)
{
    g_byte_array_set_size(hand->mended, 0);
    if (!flate_unpack(hand->flate, page->raw, page->raw_len, hand->plain) ||
        !content_mend((const char *) hand->plain->data, hand->plain->len,
                      hand->mended, page->marks))
        return FALSE;
    flate_pack(hand->flate, hand->mended->data, hand->mended->len,
               hand->packed);
    page->packed_len = hand->packed->len;
    page->packed = g_memdup2(hand->packed->data, hand->packed->len);
    return TRUE;
}

static gpointer
work_run(gpointer data)
{
    Work *work = data;
    Hand hand;
    guint i;

    hand_init(&hand);
    while ((i = g_atomic_int_add(&work->next, 1)) < work->n_pages) {
        PageStream *page = &work->pages[i];

        page->bad = page->bad || !hand_mend(&hand, page);
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
