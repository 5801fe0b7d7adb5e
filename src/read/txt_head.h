/* SPDX-License-Identifier: MIT */
/* The metadata while they are gathered. */
#pragma once

#include "read/txt_write.h"

typedef struct {
    TxtWriter *writer;
    GPtrArray *authors, *tags;      /* of strings of the article */
    gboolean day_first, day_first_known;
} Head;

void head_add_string(Head *head, GPtrArray *array, const char *str);

/* Finds out whether numeric dates have the day first here: what the text's
 * other dates say, and if they say nothing, its language. */
void head_settle_order(Head *head);

/* Take a value of the text into the metadata, unless there is one. */
void head_take_date(Head *head, const char *str, gsize len, guint line);
void head_take_authors(Head *head, const char *str, gsize len);
void head_take_url(Head *head, const char *str, gsize len);
void head_take_tags(Head *head, const char *str, gsize len);

/* FALSE if the field has its value already. */
gboolean head_take_plain(Head *head, const char **field, const char *str,
                         gsize len);

/* What a field of a known meaning gives; FALSE if nothing is made of it. */
gboolean head_take_field(Head *head, HeaderMeaning meaning, const char *str,
                         gsize len, guint line);
