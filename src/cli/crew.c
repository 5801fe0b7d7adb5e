/* SPDX-License-Identifier: MIT */
/* Decides who works on what: threads take the next piece there is, a little
 * ahead of the one who takes the results in order. */
#include "crew.h"

typedef struct {
    const Crew *crew;
    GMutex lock;
    GCond room, ready;      /* for those who begin; for who takes */
    guint begun, taken;     /* pieces */
    guint n_idle;           /* who wait for room */
    gboolean waits;         /* who takes, for the next piece */
    gboolean stopped;
    guint8 *done;           /* by piece */
} Shift;

static gboolean
shift_has_more(const Shift *shift)
{
    return !shift->stopped && shift->begun < shift->crew->n;
}

static gboolean
shift_has_room(const Shift *shift)
{
    return shift->begun < shift->taken + shift->crew->ahead;
}

/* Does the next piece; the lock is held before and after. */
static void
shift_do(Shift *shift)
{
    const guint i = shift->begun++;

    g_mutex_unlock(&shift->lock);
    shift->crew->work(i, shift->crew->user);
    g_mutex_lock(&shift->lock);
    shift->done[i] = TRUE;
    if (shift->waits && i == shift->taken)
        g_cond_signal(&shift->ready);
}

static gpointer
shift_help(gpointer user)
{
    Shift *shift = user;

    g_mutex_lock(&shift->lock);
    while (shift_has_more(shift)) {
        if (shift_has_room(shift)) {
            shift_do(shift);
            continue;
        }
        shift->n_idle++;
        g_cond_wait(&shift->room, &shift->lock);
        shift->n_idle--;
    }
    g_mutex_unlock(&shift->lock);
    return NULL;
}

/* Takes the next result; the lock is held before and after. */
static void
shift_take(Shift *shift)
{
    gboolean more;

    g_mutex_unlock(&shift->lock);
    more = shift->crew->take(shift->taken, shift->crew->user);
    g_mutex_lock(&shift->lock);
    shift->taken++;
    shift->stopped = !more;
    if (shift->n_idle > 0)
        g_cond_broadcast(&shift->room);
}

/* Who takes works, too, while the next result is not there. */
static gboolean
shift_lead(Shift *shift)
{
    gboolean all;

    g_mutex_lock(&shift->lock);
    while (!shift->stopped && shift->taken < shift->crew->n) {
        if (shift->done[shift->taken]) {
            shift_take(shift);
        } else if (shift_has_more(shift) && shift_has_room(shift)) {
            shift_do(shift);
        } else {
            shift->waits = TRUE;
            g_cond_wait(&shift->ready, &shift->lock);
            shift->waits = FALSE;
        }
    }
    all = !shift->stopped;
    g_mutex_unlock(&shift->lock);
    return all;
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
    const guint n_helpers = MIN(crew->jobs, crew->n) - 1;
    g_autofree GThread **helpers = NULL;
    Shift shift = { .crew = crew };
    gboolean all;

    if (crew->n < 2 || crew->jobs < 2)
        return crew_alone(crew);
    g_mutex_init(&shift.lock);
    g_cond_init(&shift.room);
    g_cond_init(&shift.ready);
    shift.done = g_new0(guint8, crew->n);
    helpers = g_new(GThread *, n_helpers);
    for (guint i = 0; i < n_helpers; i++)
        helpers[i] = g_thread_new("crew", shift_help, &shift);
    all = shift_lead(&shift);
    for (guint i = 0; i < n_helpers; i++)
        g_thread_join(helpers[i]);
    g_mutex_clear(&shift.lock);
    g_cond_clear(&shift.room);
    g_cond_clear(&shift.ready);
    g_free(shift.done);
    return all;
}
