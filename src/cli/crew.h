/* SPDX-License-Identifier: MIT */
/* Many pieces of work on all processors, with results in order. */
#pragma once

#include <glib.h>

typedef struct {
    guint n;                /* pieces */
    guint jobs;             /* threads */
    guint ahead;            /* at most so many are done and not taken */
    /* Does piece i, in any thread; pieces are begun in order. */
    void (*work)(guint i, gpointer user);
    /* Takes it in the caller's thread, in order; FALSE: no more is done. */
    gboolean (*take)(guint i, gpointer user);
    gpointer user;
} Crew;

/* FALSE if take() was. */
gboolean crew_run(const Crew *crew);
