/* SPDX-License-Identifier: MIT */
/* How many threads there are. */
#include "base/jobs.h"

#define THREADS_MOST 64

guint
jobs_count(guint jobs)
{
    return MIN(jobs == 0 ? g_get_num_processors() : jobs, THREADS_MOST);
}

void
jobs_share(guint jobs, GThreadFunc work, gpointer user)
{
    GThread *threads[THREADS_MOST];
    const guint n = jobs_count(jobs) - 1;

    for (guint i = 0; i < n; i++)
        threads[i] = g_thread_new("share", work, user);
    work(user);
    for (guint i = 0; i < n; i++)
        g_thread_join(threads[i]);
}
