/* SPDX-License-Identifier: MIT */
/* The headings of an article as a tree: what a contents list shows. */
#pragma once

#include <article2book/article.h>

typedef struct {
    const A2bBlock *heading;
    guint depth;            /* 1: highest; never more than one deeper than
                             * the entry before it */
} OutlineEntry;

/* The headings outside quotes, asides and notes, in reading order; an array
 * of OutlineEntry.  Free with g_array_unref(). */
GArray *outline_new(const A2bArticle *article);
