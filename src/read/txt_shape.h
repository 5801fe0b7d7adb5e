/* SPDX-License-Identifier: MIT */
/* Whether lines are written or drawn. */
#pragma once

#include "read/txt_unit.h"

/* The shape of lines [first, last): prose, code (drawings too) or table. */
TxtShape txt_shape(const GArray *lines, guint first, guint last);

/* Whether lines beside code are code, too. */
gboolean txt_goes_on_as_code(const GArray *lines, guint first, guint last,
                             const TxtLayout *layout);

/* Whether lines [first, last) are broken where their writer meant it: short
 * of what would fit, or turning in and out. */
gboolean txt_is_verse(const GArray *lines, guint first, guint last,
                      const TxtLayout *layout);

/* The cells of a line of a table: pairs of start and end as bytes of the
 * line, appended to cells (of gsize); columns are parted by a tab or two
 * blanks. */
void txt_cells(const char *str, gsize len, GArray *cells);
