/* SPDX-License-Identifier: MIT */
/* Makes a JPEG longer by repeating rows of it. */
#pragma once

#include <glib.h>

/* bytes: a baseline JPEG of one scan in which every row of blocks is a
 * restart interval.  Makes the JPEG of rows[0], rows[1] ... (n of them, each
 * the number of a row of the given one, from 0), height pixels high.  NULL
 * if bytes are no such JPEG. */
GBytes *repeat_rows(const guint8 *bytes, gsize len, const guint *rows,
                    guint n, guint height);
