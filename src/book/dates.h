/* SPDX-License-Identifier: MIT */
/* Dates as a reader is shown them. */
#pragma once

#include <article2book/article.h>

typedef struct { int year, month, day; } Date;  /* 0: not given */

/* Whether iso is YYYY, YYYY-MM or YYYY-MM-DD and names a real day; if so
 * *date (may be NULL) is filled in.  iso may be NULL. */
gboolean dates_parse(const char *iso, Date *date);

/* The date of an article, as its language writes dates; where we do not
 * know how, as the article has it, else as ISO.  NULL if it has none.
 * Free with g_free(). */
char *dates_shown(const A2bMeta *meta);
