/* SPDX-License-Identifier: MIT */
/* What of CSS has to be understood to hold a sheet in a book. */
#pragma once

#include <glib.h>

/* The end of the part of css (NUL-terminated) that begins at pos: the
 * offset of the ';', '{' or '}' that ends it, or of the NUL.  Those within
 * comments, strings and brackets do not count. */
gsize sheet_part(const char *css, gsize pos);

/* A part without comments and outer blanks; free with g_free(). */
char *sheet_strip(const char *str, gsize len);

/* The sheet with all blocks closed, without comments and without what a
 * book may not hold: imports, addresses of other files, writing directions
 * (EPUB 3.3 section 6.3.1), and what is no selector, at-rule or declaration
 * by its form.  left_out is told of each; it may be NULL.  Free with
 * g_free(). */
char *sheet_clean(const char *css,
                  void (*left_out)(const char *part, gpointer user),
                  gpointer user);

/* Where what a block at-rule holds is used: a sum of these; 0 or UNKNOWN
 * alone: nowhere that we know. */
typedef enum {
    SHEET_PAPER = 1, SHEET_SCREEN = 2, SHEET_UNKNOWN = 4
} SheetMedia;

/* prelude: what stands before a block. */
guint sheet_media(const char *prelude);

/* The offset after the block whose inside begins at pos. */
gsize sheet_block_end(const char *css, gsize pos);

/* The sheet without what is for paper alone; free with g_free(). */
char *sheet_for_screen(const char *css);
