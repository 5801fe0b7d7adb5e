/* SPDX-License-Identifier: MIT */
/* What of a title goes into an id or a file name. */
#include "base/slug.h"

/* Accents that are taken off: those of European scripts.  In other scripts
 * a combining mark is a letter's half. */
static gboolean
slug_is_accent(gunichar c)
{
    return c >= 0x300 && c <= 0x36F;
}

static gboolean
slug_is_apostrophe(gunichar c)
{
    return c == '\'' || c == 0x2019 || c == 0x2BC;
}

static gboolean
slug_is_letter(gunichar c)
{
    return g_unichar_isalnum(c) || g_unichar_ismark(c);
}

/* How much of slug stays: whole words, unless the first alone is longer. */
static void
slug_cut(GString *slug, guint max_chars)
{
    const char *end;
    gsize cut, len;

    if (g_utf8_strlen(slug->str, slug->len) <= (glong) max_chars)
        return;
    end = g_utf8_offset_to_pointer(slug->str, max_chars);
    len = cut = end - slug->str;
    while (cut > 0 && slug->str[cut] != '-')
        cut--;
    g_string_truncate(slug, cut > 0 ? cut : len);
}

char *
slug_make(const char *title, guint max_chars)
{
    g_autofree char *apart = g_utf8_normalize(title, -1, G_NORMALIZE_NFD);
    g_autofree char *kept = NULL;
    GString *slug = g_string_new(NULL);
    gboolean gap = FALSE;

    for (const char *at = apart != NULL ? apart : ""; *at != '\0';
         at = g_utf8_next_char(at)) {
        gunichar c = g_utf8_get_char(at);

        if (slug_is_accent(c) || slug_is_apostrophe(c))
            continue;
        if (!slug_is_letter(c)) {
            gap = TRUE;
            continue;
        }
        if (gap && slug->len > 0)
            g_string_append_c(slug, '-');
        gap = FALSE;
        g_string_append_unichar(slug, g_unichar_tolower(c));
    }
    /* Hangul came apart as well. */
    kept = g_utf8_normalize(slug->str, slug->len, G_NORMALIZE_NFC);
    g_string_assign(slug, kept);
    slug_cut(slug, max_chars);
    return g_string_free(slug, FALSE);
}
