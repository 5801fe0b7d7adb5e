/* SPDX-License-Identifier: MIT */
/* Which thread writes which article: whoever is free takes the next.  Only
 * packed pages outlive an article's turn. */
#include "base/diag.h"
#include "base/jobs.h"
#include "book/book.h"
#include "epub/epub.h"

#define THREADS_FROM 8          /* articles: fewer are written before a
                                 * second thread is ready */

typedef struct {
    const Epub *epub;
    EpubMade *made;
    guint next;                 /* article that nobody has begun; atomic */
    GThread *caller;
} Work;

static void
work_article(const Epub *epub, EpubPacker *packer, guint index,
             EpubMade *made)
{
    EpubPlan *plan = epub_plan_new(epub, index);

    made->items = g_ptr_array_new_with_free_func(
        (GDestroyNotify) epub_item_free);
    made->entries = g_ptr_array_new_with_free_func(
        (GDestroyNotify) epub_entry_free);
    epub_toc_article(epub, plan, made->entries);
    epub_xhtml_add(epub, plan, packer, made->items);
    epub_plan_free(plan);
    /* Here, where all threads are at work. */
    if (epub->digest)
        made->minutes = book_minutes(a2b_book_article(epub->book, index));
}

/* Who waits for the book sees how far it is. */
static void
work_say_progress(const Work *work, guint begun)
{
    const A2bProgress progress = {
        A2B_STEP_EPUB, begun, work->epub->n_articles, 0,
    };

    if (g_thread_self() == work->caller)
        diag_progress(work->epub->diag, &progress);
}

static gpointer
work_run(gpointer data)
{
    Work *work = data;
    g_autoptr(EpubPacker) packer = epub_packer_new();
    guint i;

    while ((i = g_atomic_int_add(&work->next, 1)) < work->epub->n_articles) {
        work_article(work->epub, packer, i, &work->made[i]);
        work_say_progress(work, i + 1);
    }
    return NULL;
}

EpubMade *
epub_work(const Epub *epub)
{
    Work work = { epub, g_new0(EpubMade, epub->n_articles), 0,
                  g_thread_self() };

    jobs_share(epub->n_articles < THREADS_FROM ? 1 : epub->options.jobs,
               work_run, &work);
    return work.made;
}

void
epub_work_free(EpubMade *made, guint n)
{
    for (guint i = 0; made && i < n; i++) {
        g_clear_pointer(&made[i].items, g_ptr_array_unref);
        g_clear_pointer(&made[i].entries, g_ptr_array_unref);
    }
    g_free(made);
}
