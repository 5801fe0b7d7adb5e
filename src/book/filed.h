/* SPDX-License-Identifier: MIT */
/* The index of who wrote the articles of a book and where they appeared. */
#pragma once

#include "book/book.h"

typedef struct {
    char *name;                 /* as it is filed: "Hays, Kali" */
    char *key;                  /* what it is sorted by */
    GArray *articles;           /* guint, ascending */
} Filed;

/* Where an article appeared: its publisher, else the site it is from
 * (*site), else NULL.  Free with g_free(). */
char *filed_source(const A2bMeta *meta, gboolean *site);

/* All names in order, of Filed; free with g_ptr_array_unref(). */
GPtrArray *filed_names(const A2bBook *book);

/* Whether the book has an index: fewer articles are soon looked through. */
#define FILED_FROM 21
gboolean filed_has_index(const A2bBook *book);
