/* SPDX-License-Identifier: MIT */
/* Which lines stand at the head and at the foot of an article, beside those
 * that are its metadata word for word. */
#pragma once

#include <article2book/article.h>

/* "BANGKOK, November 28, 2023": where and when an article was written. */
typedef struct {
    const char *place;          /* NULL: none, or the text begins with it */
    char *date;                 /* in the article's own words; if it has none
                                 * or they are a computer's, as its language
                                 * writes dates; NULL: none */
    const char *iso;            /* the date for machines, or NULL */
} HeadDateline;

/* Whether there is anything to be said; clear *dateline in any case. */
gboolean head_dateline(const A2bArticle *article, HeadDateline *dateline);
void head_dateline_clear(HeadDateline *dateline);

/* Where the article comes from, to be said at its end; NULL if we do not
 * know or the article says it itself. */
const char *head_source(const A2bArticle *article);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(HeadDateline, head_dateline_clear)
