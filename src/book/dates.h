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

/* The days from that of first to that of last, which have one, or the day if
 * it is the same; both in one form, that of last, as language writes it; as
 * ISO where we do not know how.  Free with g_free(). */
char *dates_range(const A2bMeta *first, const A2bMeta *last,
                  const char *language);
