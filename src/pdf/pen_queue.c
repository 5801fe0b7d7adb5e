/* SPDX-License-Identifier: MIT */
/* Decides who paints what: whoever has time takes a page of the canvas that
 * most wait for. */
#include "pdf/pen_queue.h"

#include "base/jobs.h"

typedef struct {
    PenCanvas *canvas;
    GQueue pages;               /* of PenPage, that wait */
    gboolean busy;              /* someone paints on it */
    gboolean done;              /* it is finished */
} Easel;

struct PenQueue {
    GPtrArray *easels;
    GMutex lock;                /* of all, and of what is in easels */
    GCond changed;
    guint n_waiting, most;      /* pages */
    gboolean ends;              /* no page comes any more */
};

static void
easel_free(gpointer data)
{
    Easel *easel = data;

    g_queue_clear_full(&easel->pages, (GDestroyNotify) pen_page_free);
    pen_canvas_free(easel->canvas);
    g_free(easel);
}

PenQueue *
pen_queue_new(guint most)
{
    PenQueue *queue = g_new0(PenQueue, 1);

    queue->easels = g_ptr_array_new_with_free_func(easel_free);
    queue->most = most;
    g_mutex_init(&queue->lock);
    g_cond_init(&queue->changed);
    return queue;
}

void
pen_queue_free(PenQueue *queue)
{
    if (queue == NULL)
        return;
    g_ptr_array_unref(queue->easels);
    g_mutex_clear(&queue->lock);
    g_cond_clear(&queue->changed);
    g_free(queue);
}

guint
pen_queue_add(PenQueue *queue, PenCanvas *canvas)
{
    Easel *easel = g_new0(Easel, 1);
    guint number;

    easel->canvas = canvas;
    g_queue_init(&easel->pages);
    g_mutex_lock(&queue->lock);
    number = queue->easels->len;
    g_ptr_array_add(queue->easels, easel);
    g_mutex_unlock(&queue->lock);
    return number;
}

/* NULL: there is nothing that nobody does. */
static Easel *
queue_choose(const PenQueue *queue)
{
    Easel *best = NULL;

    for (guint i = 0; i < queue->easels->len; i++) {
        Easel *easel = queue->easels->pdata[i];
        const guint n = easel->pages.length;

        if (!easel->busy && (n > 0 || (queue->ends && !easel->done)) &&
            (best == NULL || n > best->pages.length))
            best = easel;
    }
    return best;
}

/* Paints a page, or finishes a canvas; the lock is held before and after. */
static gboolean
queue_step(PenQueue *queue)
{
    Easel *easel = queue_choose(queue);
    PenPage *page;

    if (easel == NULL)
        return FALSE;
    page = g_queue_pop_head(&easel->pages);
    easel->busy = TRUE;
    easel->done = page == NULL;
    queue->n_waiting -= page != NULL;
    g_mutex_unlock(&queue->lock);
    if (page != NULL)
        pen_canvas_paint(easel->canvas, page);
    else
        pen_canvas_finish(easel->canvas);
    pen_page_free(page);
    g_mutex_lock(&queue->lock);
    easel->busy = FALSE;
    g_cond_broadcast(&queue->changed);
    return TRUE;
}

void
pen_queue_put(PenQueue *queue, guint canvas, PenPage *page)
{
    Easel *easel;

    g_mutex_lock(&queue->lock);
    easel = queue->easels->pdata[canvas];
    g_queue_push_tail(&easel->pages, page);
    queue->n_waiting++;
    while (queue->n_waiting > queue->most)
        if (!queue_step(queue))
            g_cond_wait(&queue->changed, &queue->lock);
    g_mutex_unlock(&queue->lock);
}

gboolean
pen_queue_help(PenQueue *queue)
{
    gboolean helped;

    g_mutex_lock(&queue->lock);
    helped = queue_step(queue);
    g_mutex_unlock(&queue->lock);
    return helped;
}

/* Who finds nothing goes: the rest is done one after the other. */
static gpointer
queue_run(gpointer data)
{
    while (pen_queue_help(data))
        ;
    return NULL;
}

GPtrArray *
pen_queue_end(PenQueue *queue, guint jobs, GError **error)
{
    g_autoptr(GPtrArray) volumes = g_ptr_array_new_with_free_func(
        (GDestroyNotify) volume_free);

    queue->ends = TRUE;
    jobs_share(MIN(jobs_count(jobs), MAX(queue->easels->len, 1)), queue_run,
               queue);
    for (guint i = 0; i < queue->easels->len; i++) {
        const Easel *easel = queue->easels->pdata[i];
        Volume *volume = pen_canvas_volume(easel->canvas, error);

        if (volume == NULL)
            return NULL;
        g_ptr_array_add(volumes, volume);
    }
    return g_steal_pointer(&volumes);
}
