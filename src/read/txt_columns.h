/* SPDX-License-Identifier: MIT */
/* The columns that the lines of a table share. */
#pragma once

#include <glib.h>

typedef struct TxtColumns TxtColumns;

/* Looks for rivers of blanks through all lines of text (parted by '\n');
 * rules and lines of one word do not count. */
TxtColumns *txt_columns_new(const char *text, gsize len);
void txt_columns_free(TxtColumns *columns);

/* The cells of one line: pairs of start and end as bytes of it, appended to
 * cells (of gsize).  Where no columns are shared, a tab or two blanks part
 * them; else a cell may be empty. */
void txt_columns_cut(const TxtColumns *columns, const char *str, gsize len,
                     GArray *cells);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(TxtColumns, txt_columns_free)
