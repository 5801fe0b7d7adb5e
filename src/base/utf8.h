/* SPDX-License-Identifier: MIT */
/* Small questions about valid UTF-8. */
#pragma once

#include <glib.h>

gboolean utf8_is_wide_blank(gunichar c);        /* beyond ASCII */

/* Blank of any kind, also no-break and ideographic space; not '\n'. */
static inline gboolean
utf8_is_blank(gunichar c)
{
    return c < 0x80 ? c == ' ' || c == '\t' : utf8_is_wide_blank(c);
}

/* How many of len bytes are ASCII before the first that is not. */
gsize utf8_ascii_length(const char *bytes, gsize len);

/* at, or the beginning of the character of str that it is within. */
gsize utf8_floor(const char *str, gsize at);

/* Whether c is for ever no character (Unicode 15, 23.7): of these XML 1.0
 * forbids U+FFFE and U+FFFF, and a PDF can hold none. */
gboolean utf8_is_noncharacter(gunichar c);

/* Copies len bytes of any content as valid UTF-8 that books allow, each
 * malformed sequence (its maximal subpart, Unicode 3.9) and each forbidden
 * character as U+FFFD.  *bad counts them.  Free with g_free(). */
char *utf8_clean(const char *bytes, gsize len, gsize *out_len, guint *bad);

/* Bytes of the sequence at the start of bytes (len > 0): a well-formed
 * character, or else the maximal subpart of one. */
gsize utf8_sequence(const char *bytes, gsize len, gboolean *valid);

/* Columns that a string takes on a fixed-pitch page: 2 for wide East Asian
 * characters, 0 for combining marks; a tab is 1. */
guint utf8_width(const char *str, gsize len);
