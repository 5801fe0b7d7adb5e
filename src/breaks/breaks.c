/* SPDX-License-Identifier: MIT */
/* Where lines may break, as ICU knows it (Unicode, UAX 14, and dictionaries
 * of words).  What ICU fails at has no breaks. */
#include "breaks/breaks.h"

#include <unicode/ubrk.h>

#pragma GCC visibility push(default)
extern const BreaksModule a2b_module;
#pragma GCC visibility pop

/* A text as ICU wants it: which byte each of its units begins at. */
typedef struct {
    UChar *units;
    guint32 *at;
    gsize n;
} Units;

static void
units_free(Units *units)
{
    g_free(units->units);
    g_free(units->at);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Units, units_free)

static void
units_add(Units *units, gunichar unit, gsize at)
{
    units->units[units->n] = (UChar) unit;
    units->at[units->n++] = (guint32) at;
}

/* There are never more units than bytes. */
static void
units_init(Units *units, const char *str, gsize len)
{
    units->units = g_new(UChar, len);
    units->at = g_new(guint32, len + 1);
    for (const char *p = str; p < str + len; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        gsize at = (gsize) (p - str);
        if (c < 0x10000) {
            units_add(units, c, at);
        } else {
            units_add(units, 0xd800 + ((c - 0x10000) >> 10), at);
            units_add(units, 0xdc00 + ((c - 0x10000) & 0x3ff), at);
        }
    }
}

static void
breaks_line_breaks(const char *str, gsize len, const char *language,
                   void (*found)(gsize at, gpointer user), gpointer user)
{
    g_auto(Units) units = { 0 };
    UErrorCode error = U_ZERO_ERROR;
    UBreakIterator *breaks;

    if (len == 0 || len > G_MAXINT32)
        return;
    units_init(&units, str, len);
    breaks = ubrk_open(UBRK_LINE, language ? language : "", units.units,
                       (int32_t) units.n, &error);
    if (U_FAILURE(error))
        return;
    for (int32_t i = ubrk_first(breaks); i != UBRK_DONE;
         i = ubrk_next(breaks))
        if (i > 0 && (gsize) i < units.n)
            found(units.at[i], user);
    ubrk_close(breaks);
}

const BreaksModule a2b_module = {
    .line_breaks = breaks_line_breaks,
};
