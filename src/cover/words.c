/* SPDX-License-Identifier: MIT */
/* Decides what of a string stands on a cover. */
#include "cover/words.h"

/* What may not reach the layout: soft hyphens and marks of direction, which
 * reach over the ends of our lines; not the joiners, which shape letters. */
static gboolean
is_dropped(gunichar c)
{
    return c == 0xad || c == 0xfeff || c == 0xfffc
           || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

static gboolean
is_gap(gunichar c)
{
    return g_unichar_iscntrl(c) || c == 0x2028 || c == 0x2029
           || (g_unichar_isspace(c) && c != 0xa0 && c != 0x202f);
}

/* Ends str after at most `most` characters, at a blank if one is near. */
static void
cut(GString *str, guint most)
{
    if (g_utf8_strlen(str->str, (gssize)str->len) <= (glong)most)
        return;
    const char *end = g_utf8_offset_to_pointer(str->str, (glong)most - 1);
    const char *blank = g_strrstr_len(str->str, end - str->str, " ");
    if (blank && blank - str->str > (end - str->str) * 3 / 4)
        end = blank;
    g_string_truncate(str, (gsize)(end - str->str));
    g_string_append(str, "\xe2\x80\xa6");
}

char *
words_tidy(const char *str, guint most)
{
    if (!str)
        return NULL;
    g_autofree char *valid = g_utf8_make_valid(str, -1);
    GString *tidy = g_string_new(NULL);
    gboolean gap = FALSE;
    for (const char *p = valid; *p; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        if (is_dropped(c))
            continue;
        if (is_gap(c)) {
            gap = tidy->len > 0;
            continue;
        }
        if (gap)
            g_string_append_c(tidy, ' ');
        gap = FALSE;
        g_string_append_unichar(tidy, c);
    }
    cut(tidy, most);
    return g_string_free(tidy, tidy->len == 0);
}

gboolean
words_are_rtl(const char *str)
{
    static const gunichar ranges[][2] = {
        { 0x0590, 0x08ff }, { 0xfb1d, 0xfdff }, { 0xfe70, 0xfefe },
        { 0x10800, 0x10fff }, { 0x1e800, 0x1efff },
    };
    const char *p = str;
    while (*p && !g_unichar_isalpha(g_utf8_get_char(p)))
        p = g_utf8_next_char(p);
    gunichar c = g_utf8_get_char(p);
    for (gsize i = 0; i < G_N_ELEMENTS(ranges); i++)
        if (c >= ranges[i][0] && c <= ranges[i][1])
            return TRUE;
    return FALSE;
}

gboolean
words_are_latin(const char *str)
{
    for (const char *p = str; *p; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        if (g_unichar_isalpha(c)
            && g_unichar_get_script(c) != G_UNICODE_SCRIPT_LATIN)
            return FALSE;
    }
    return TRUE;
}

char *
words_capitals(const char *str)
{
    GString *capitals = g_string_new(NULL);
    for (const char *p = str; *p; p = g_utf8_next_char(p))
        g_string_append_unichar(capitals,
                                g_unichar_toupper(g_utf8_get_char(p)));
    return g_string_free(capitals, FALSE);
}
