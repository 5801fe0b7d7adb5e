/* SPDX-License-Identifier: MIT */
/* Which bytes are characters (maximal subparts: Unicode 15, 3.9, U+FFFD
 * Substitution), and how wide characters are. */
#include "base/utf8.h"

#include <string.h>

#define REPLACEMENT "\357\277\275"

gboolean
utf8_is_wide_blank(gunichar c)
{
    return c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) ||
           c == 0x202F || c == 0x205F || c == 0x3000;
}

gsize
utf8_ascii_length(const char *bytes, gsize len)
{
    gsize n = 0;
    guint64 word;

    for (; len - n >= sizeof word; n += sizeof word) {
        memcpy(&word, bytes + n, sizeof word);
        if (word & G_GUINT64_CONSTANT(0x8080808080808080))
            break;
    }
    while (n < len && (guchar) bytes[n] < 0x80)
        n++;
    return n;
}

gsize
utf8_floor(const char *str, gsize at)
{
    while (at > 0 && ((guchar) str[at] & 0xC0) == 0x80)
        at--;
    return at;
}

/* Whether byte may stand second after lead: the rest of well-formedness
 * hangs on it (no overlong forms, no surrogates, nothing past U+10FFFF). */
static gboolean
utf8_may_follow(guchar lead, guchar byte)
{
    switch (lead) {
    case 0xE0: return byte >= 0xA0 && byte <= 0xBF;
    case 0xED: return byte >= 0x80 && byte <= 0x9F;
    case 0xF0: return byte >= 0x90 && byte <= 0xBF;
    case 0xF4: return byte >= 0x80 && byte <= 0x8F;
    default: return byte >= 0x80 && byte <= 0xBF;
    }
}

static guint
utf8_sequence_length(guchar lead)
{
    return lead < 0x80 ? 1 : lead < 0xC2 ? 0 : lead < 0xE0 ? 2 :
           lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
}

gsize
utf8_sequence(const char *bytes, gsize len, gboolean *valid)
{
    const guchar *s = (const guchar *) bytes;
    guint want = utf8_sequence_length(s[0]);
    guint have = 1;

    while (have < want && have < len &&
           (have == 1 ? utf8_may_follow(s[0], s[1])
                      : (s[have] & 0xC0) == 0x80))
        have++;
    *valid = have == want;
    return have;
}

gboolean
utf8_is_noncharacter(gunichar c)
{
    return (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
}

/* Characters that XML 1.0 forbids among the well-formed ones, and
 * noncharacters. */
static gboolean
utf8_is_forbidden(const char *seq, gsize len)
{
    guchar c = seq[0];

    if (len == 1)
        return c < 0x20 && c != '\t' && c != '\n' && c != '\r';
    return c >= 0xEF && utf8_is_noncharacter(g_utf8_get_char(seq));
}

char *
utf8_clean(const char *bytes, gsize len, gsize *out_len, guint *bad)
{
    GString *out = g_string_sized_new(len + 1);

    *bad = 0;
    for (gsize i = 0, n; i < len; i += n) {
        gboolean valid;

        n = utf8_sequence(bytes + i, len - i, &valid);
        if (valid && !utf8_is_forbidden(bytes + i, n)) {
            g_string_append_len(out, bytes + i, n);
            continue;
        }
        g_string_append(out, REPLACEMENT);
        ++*bad;
    }
    *out_len = out->len;
    return g_string_free(out, FALSE);
}

/* Latin, Greek and most of Cyrillic need no table. */
static guint
utf8_char_width(gunichar c)
{
    if (c < 0x300 || (c >= 0x370 && c < 0x483))
        return 1;
    return g_unichar_iszerowidth(c) ? 0 : g_unichar_iswide(c) ? 2 : 1;
}

guint
utf8_width(const char *str, gsize len)
{
    guint width = 0;
    const char *end = str + len;

    while (str < end) {
        gsize ascii = utf8_ascii_length(str, end - str);

        width += ascii;
        str += ascii;
        for (; str < end && (guchar) *str >= 0x80;
             str = g_utf8_next_char(str))
            width += utf8_char_width(g_utf8_get_char(str));
    }
    return width;
}
