/* SPDX-License-Identifier: MIT */
/* Decides how many objects go together: enough to be deflated well, few
 * enough that a reader who wants one need not read all. */
#include "pdf/finish_pack.h"

#include "base/jobs.h"
#include "pdf/flate.h"

#define OBJECTS 200
#define PACKS_A_THREAD 8        /* a thread for fewer costs more than it
                                 * saves */

typedef struct {
    const Doc *doc;
    GArray *packs;
    guint next;                 /* atomic: to be taken */
} Work;

static void
pack_do(const Doc *doc, Pack *pack, Flate *flate, GString *text)
{
    gsize at = 0;

    g_string_truncate(text, 0);
    for (guint i = 0; i < pack->n; i++) {
        g_string_append_printf(text, "%u %" G_GSIZE_FORMAT " ", pack->ids[i],
                               at);
        at += doc_object(doc, pack->ids[i])->text_len + 1;
    }
    pack->first = text->len;
    for (guint i = 0; i < pack->n; i++) {
        const DocObject *object = doc_object(doc, pack->ids[i]);

        g_string_append_len(text, doc->texts->str + object->text,
                            object->text_len);
        g_string_append_c(text, '\n');
    }
    flate_pack(flate, text->str, text->len, pack->bytes);
}

static gpointer
work_run(gpointer data)
{
    Work *work = data;
    g_autoptr(Flate) flate = flate_new();
    GString *text = g_string_new(NULL);
    guint i;

    while ((i = g_atomic_int_add(&work->next, 1)) < work->packs->len)
        pack_do(work->doc, &g_array_index(work->packs, Pack, i), flate,
                text);
    g_string_free(text, TRUE);
    return NULL;
}

static void
pack_clear(gpointer pack)
{
    g_byte_array_unref(((Pack *) pack)->bytes);
}

GArray *
packs_new(const Doc *doc, const guint *ids, guint n, guint jobs)
{
    Work work = { .doc = doc,
                  .packs = g_array_new(FALSE, FALSE, sizeof(Pack)) };

    g_array_set_clear_func(work.packs, pack_clear);
    for (guint from = 0; from < n; from += OBJECTS) {
        const Pack pack = {
            .ids = ids + from, .n = MIN(OBJECTS, n - from),
            .bytes = g_byte_array_new(),
        };

        g_array_append_val(work.packs, pack);
    }
    jobs_share(MIN(jobs_count(jobs), work.packs->len / PACKS_A_THREAD + 1),
               work_run, &work);
    return work.packs;
}
