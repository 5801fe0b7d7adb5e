/* SPDX-License-Identifier: MIT */
/* Recognises the marks of list items. */
#include "read/txt_marker.h"

#include <string.h>

static gboolean
is_bullet(gunichar c)
{
    static const gunichar bullets[] = {
        '-', '*', '+', 0x2022, 0x2023, 0x2043, 0xb7, 0x25aa, 0x25ab,
        0x25cf, 0x25cb, 0x25e6, 0x25a0, 0x25a1, 0x25ba, 0x25b6, 0x2713,
        0x2714, 0x27a4, 0x30fb, 0x2219, 0x00a4, 0xf0b7, 0x2666, 0x25c6,
    };

    for (guint i = 0; i < G_N_ELEMENTS(bullets); i++)
        if (c == bullets[i])
            return TRUE;
    return FALSE;
}

static gsize
skip_blanks(const char *str, gsize len, gsize at)
{
    while (at < len && (str[at] == ' ' || str[at] == '\t'))
        at++;
    if (at + 1 < len && str[at] == '\xc2' && str[at + 1] == '\xa0')
        return skip_blanks(str, len, at + 2);
    return at;
}

/* The mark ends at `end`; a blank and a text must follow. */
static Marker
finish(const char *str, gsize len, gsize end, Marker marker)
{
    marker.text = skip_blanks(str, len, end);
    if (marker.text == end || marker.text >= len)
        marker.kind = MARKER_NONE;
    return marker;
}

static Marker
numbered(const char *str, gsize len, gsize at)
{
    gsize p = at;
    int value = 0;

    if (p + 1 < len && g_ascii_islower(str[p]) && str[p + 1] == ')')
        return finish(str, len, p + 2,
                      (Marker) { MARKER_LETTER, ')', str[p] - 'a' + 1, 0 });
    while (p < len && g_ascii_isdigit(str[p]) && p < at + 3)
        value = value * 10 + (str[p++] - '0');
    if (p == at || p >= len)
        return (Marker) { MARKER_NONE, 0, 0, 0 };
    if (at > 0 ? str[p] != ')' : !strchr(".)", str[p]))
        return (Marker) { MARKER_NONE, 0, 0, 0 };
    return finish(str, len, p + 1,
                  (Marker) { MARKER_NUMBER, at > 0 ? '(' : str[p], value, 0 });
}

Marker
txt_marker(const char *str, gsize len)
{
    gunichar c;

    if (len < 3)
        return (Marker) { MARKER_NONE, 0, 0, 0 };
    if (str[0] == '(')
        return numbered(str, len, 1);
    if (g_ascii_isalnum(str[0]))
        return numbered(str, len, 0);
    c = g_utf8_get_char(str);
    if (!is_bullet(c))
        return (Marker) { MARKER_NONE, 0, 0, 0 };
    return finish(str, len, g_utf8_next_char(str) - str,
                  (Marker) { MARKER_BULLET, c, 0, 0 });
}

gboolean
txt_marker_same(const Marker *a, const Marker *b)
{
    return a->kind == b->kind && a->sign == b->sign;
}
