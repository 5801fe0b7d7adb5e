/* SPDX-License-Identifier: MIT */
/* Pango matches fonts in threads of its own, which outlive what asked for
 * it: at the end of a process what they still hold would look lost.  Linked
 * into whatever looks for leaks. */
#include <glib.h>

static guint
threads_count(void)
{
    g_autoptr(GDir) tasks = g_dir_open("/proc/self/task", 0, NULL);
    guint n = 0;

    while (tasks && g_dir_read_name(tasks))
        n++;
    return n;
}

/* Before the process ends: waits for other threads, but not for ever. */
__attribute__((destructor)) static void
threads_end(void)
{
    for (guint i = 0; threads_count() > 1 && i < 1000; i++)
        g_usleep(G_USEC_PER_SEC / 100);
}
