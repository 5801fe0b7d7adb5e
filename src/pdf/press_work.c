/* SPDX-License-Identifier: MIT */
/* Boxes are set by several threads a little ahead of the pages; who waits
 * for one sets others in the meantime, so that no processor is idle.  Threads
 * that are far enough ahead paint. */
#include "base/jobs.h"
#include "pdf/press_parts.h"

#define AHEAD 96                /* boxes, so that memory stays flat */
#define THREADS_FROM 40         /* boxes: fewer are set before a second
                                 * shaper is ready */
#define THREADS_MOST 16

struct PressWork {
    PressJob *job;
    Shaper *shaper;             /* of who waits */
    Pen *pen;
    const guint32 *boxes;
    guint32 n_boxes;
    GThread *threads[THREADS_MOST];
    guint n_threads;
    GMutex lock;
    GCond changed;
    guint32 next;               /* which nobody has begun */
    guint32 wanted;             /* which is waited for */
    guint8 *done;
    guint n_waits;              /* for one of them, so far */
    gboolean stop;
};

/* Sets the next box; the lock is held before and after. */
static void
work_do(PressWork *work, Shaper *shaper)
{
    guint32 i = work->next++;

    g_mutex_unlock(&work->lock);
    press_set(work->job, shaper, work->boxes[i]);
    g_mutex_lock(&work->lock);
    work->done[i] = TRUE;
    if (i == work->wanted)
        g_cond_broadcast(&work->changed);
}

static gboolean
work_is_left(const PressWork *work)
{
    return work->next < work->n_boxes;
}

/* Paints; or if there is nothing to be painted waits until something has
 * changed. */
static void
work_help(PressWork *work)
{
    const guint n_waits = work->n_waits;
    gboolean helped;

    g_mutex_unlock(&work->lock);
    helped = pen_help(work->pen);
    g_mutex_lock(&work->lock);
    while (!helped && !work->stop && work->n_waits == n_waits)
        g_cond_wait(&work->changed, &work->lock);
}

static gpointer
work_run(gpointer data)
{
    PressWork *work = data;
    g_autoptr(Shaper) shaper = shaper_new(work->job->fonts);

    g_mutex_lock(&work->lock);
    while (!work->stop) {
        if (work_is_left(work) && work->next <= work->wanted + AHEAD)
            work_do(work, shaper);
        else
            work_help(work);
    }
    g_mutex_unlock(&work->lock);
    return NULL;
}

PressWork *
press_work_new(PressJob *job, Shaper *shaper, Pen *pen,
               const guint32 *boxes, guint32 n, guint jobs)
{
    PressWork *work = g_new0(PressWork, 1);

    work->job = job;
    work->shaper = shaper;
    work->pen = pen;
    work->boxes = boxes;
    work->n_boxes = n;
    work->done = g_new0(guint8, n + 1);
    g_mutex_init(&work->lock);
    g_cond_init(&work->changed);
    if (n >= THREADS_FROM)
        work->n_threads = MIN(jobs_count(jobs) - 1, THREADS_MOST);
    for (guint i = 0; i < work->n_threads; i++)
        work->threads[i] = g_thread_new("set", work_run, work);
    return work;
}

void
press_work_free(PressWork *work)
{
    g_mutex_lock(&work->lock);
    work->stop = TRUE;
    g_cond_broadcast(&work->changed);
    g_mutex_unlock(&work->lock);
    for (guint i = 0; i < work->n_threads; i++)
        g_thread_join(work->threads[i]);
    g_mutex_clear(&work->lock);
    g_cond_clear(&work->changed);
    g_free(work->done);
    g_free(work);
}

void
press_work_wait(PressWork *work, guint32 i)
{
    g_mutex_lock(&work->lock);
    work->wanted = i;
    work->n_waits++;
    if (work->n_threads)
        g_cond_broadcast(&work->changed);
    while (!work->done[i]) {
        if (work_is_left(work) && work->next <= i + AHEAD)
            work_do(work, work->shaper);
        else
            g_cond_wait(&work->changed, &work->lock);
    }
    g_mutex_unlock(&work->lock);
}
