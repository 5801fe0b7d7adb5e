/* SPDX-License-Identifier: MIT */
/* Decides who works on what: threads take the next piece there is, a little
 * ahead of the one who takes the results in order. */
#include "crew.h"

typedef struct {
    const Crew *crew;
    GMutex lock;
    GCond changed;
    guint begun, taken;     /* pieces */
    gboolean stopped;
    guint8 *done;           /* by piece */
} Shift;

/* The next piece; FALSE when there is none. */
static gboolean
shift_begin(Shift *shift, guint *i)
{
    gboolean more;

    g_mutex_lock(&shift->lock);
    while (!shift->stopped && shift->begun < shift->crew->n &&
           shift->begun >= shift->taken + shift->crew->ahead)
        g_cond_wait(&shift->changed, &shift->lock);
    more = !shift->stopped && shift->begun < shift->crew->n;
    *i = more ? shift->begun++ : 0;
    g_mutex_unlock(&shift->lock);
    return more;
}

static gpointer
shift_work(gpointer user)
{
    Shift *shift = user;
    guint i;

    while (shift_begin(shift, &i)) {
        shift->crew->work(i, shift->crew->user);
        g_mutex_lock(&shift->lock);
        shift->done[i] = TRUE;
        g_cond_broadcast(&shift->changed);
        g_mutex_unlock(&shift->lock);
    }
    return NULL;
}

static gboolean
shift_take(Shift *shift)
{
    const Crew *crew = shift->crew;

    for (guint i = 0; i < crew->n; i++) {
        g_mutex_lock(&shift->lock);
        while (!shift->done[i])
            g_cond_wait(&shift->changed, &shift->lock);
        g_mutex_unlock(&shift->lock);
        if (!crew->take(i, crew->user))
            return FALSE;
        g_mutex_lock(&shift->lock);
        shift->taken = i + 1;
        g_cond_broadcast(&shift->changed);
        g_mutex_unlock(&shift->lock);
    }
    return TRUE;
}

static gboolean
crew_alone(const Crew *crew)
{
    for (guint i = 0; i < crew->n; i++) {
        crew->work(i, crew->user);
        if (!crew->take(i, crew->user))
            return FALSE;
    }
    return TRUE;
}

gboolean
crew_run(const Crew *crew)
{
    const guint n_threads = MIN(crew->jobs, crew->n);
    g_autofree GThread **threads = NULL;
    Shift shift = { .crew = crew };
    gboolean all;

    if (n_threads < 2)
        return crew_alone(crew);
    g_mutex_init(&shift.lock);
    g_cond_init(&shift.changed);
    shift.done = g_new0(guint8, crew->n);
    threads = g_new(GThread *, n_threads);
    for (guint i = 0; i < n_threads; i++)
        threads[i] = g_thread_new("crew", shift_work, &shift);
    all = shift_take(&shift);
    g_mutex_lock(&shift.lock);
    shift.stopped = TRUE;
    g_cond_broadcast(&shift.changed);
    g_mutex_unlock(&shift.lock);
    for (guint i = 0; i < n_threads; i++)
        g_thread_join(threads[i]);
    g_mutex_clear(&shift.lock);
    g_cond_clear(&shift.changed);
    g_free(shift.done);
    return all;
}
