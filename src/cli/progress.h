/* SPDX-License-Identifier: MIT */
/* How far the program is, for somebody who waits. */
#pragma once

#include <article2book/diag.h>

/* verbose: plain lines; otherwise a bar, if a terminal looks on. */
void progress_setup(gboolean quiet, gboolean verbose);

/* done of total articles are read, or made into books of their own. */
void progress_articles(const char *verb, guint done, guint total);

/* An A2bProgressFunc. */
void progress_library(const A2bProgress *progress, gpointer user);

/* Takes the bar away, before something else is printed and at the end. */
void progress_hide(void);
