/* SPDX-License-Identifier: MIT */
/* Work that several threads share. */
#pragma once

#include <glib.h>

/* How many threads jobs are: 0 is one a processor. */
guint jobs_count(guint jobs);

/* Runs work in as many threads as jobs are, this one among them, until all
 * are done. */
void jobs_share(guint jobs, GThreadFunc work, gpointer user);
