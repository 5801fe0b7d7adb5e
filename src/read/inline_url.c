/* SPDX-License-Identifier: MIT */
/* Where a URL or an e-mail address begins and ends in running text. */
#include "read/inline_scan.h"

#include <string.h>

#define EMAIL_MAX_DOMAIN 253

/* What links begin with, and how much of it is the scheme. */
static const struct {
    const char *str;
    gsize len, scheme;
} prefixes[] = {
    { "http://", 7, 4 }, { "https://", 8, 5 }, { "ftp://", 6, 3 },
    { "www.", 4, 0 }, { "mailto:", 7, 6 },
};

/* Letters that are written without blanks between words end a URL, unless
 * the URL itself went over to them ("/wiki/..."). */
static gboolean
is_unspaced_letter(gunichar c)
{
    return (c >= 0x2E80 && c < 0xE000) || (c >= 0xF900 && c < 0xFB00)
        || (c >= 0x20000 && c < 0x40000);
}

static gboolean
ends_url(gunichar c, gunichar previous)
{
    if (c < 0x80)
        return c <= ' ' || c == 0x7F || strchr("<>\"", (int) c) != NULL;
    if (is_unspaced_letter(c))
        return !g_unichar_isalnum(c)
            || (previous < 0x80 && g_ascii_isalnum((char) previous));
    return !g_unichar_isalnum(c) && !g_unichar_ismark(c);
}

/* An entity that stands for a mark around the URL. */
static gboolean
is_bracket_entity(const char *str)
{
    return g_str_has_prefix(str, "&lt;") || g_str_has_prefix(str, "&gt;")
        || g_str_has_prefix(str, "&quot;")
        || g_str_has_prefix(str, "&nbsp;");
}

typedef struct {
    int round, square, curly;   /* opened and not closed */
} Brackets;

static void
count_bracket(Brackets *open, char c, int step)
{
    switch (c) {
    case '(': open->round += step; break;
    case ')': open->round -= step; break;
    case '[': open->square += step; break;
    case ']': open->square -= step; break;
    case '{': open->curly += step; break;
    case '}': open->curly -= step; break;
    default: break;
    }
}

/* Whether c at the end of a URL belongs to the sentence around it. */
static gboolean
is_sentence_mark(char c, const Brackets *open)
{
    if (c == ')')
        return open->round < 0;
    if (c == ']')
        return open->square < 0;
    if (c == '}')
        return open->curly < 0;
    return c && strchr(".,;:!?'*_`|([{", c) != NULL;
}

static gsize
trim(const char *str, gsize len)
{
    Brackets open = { 0 };

    for (gsize i = 0; i < len; i++)
        count_bracket(&open, str[i], 1);
    while (len > 0 && is_sentence_mark(str[len - 1], &open))
        count_bracket(&open, str[--len], -1);
    return len;
}

static gsize
prefix_length(const char *str)
{
    for (guint i = 0; i < G_N_ELEMENTS(prefixes); i++)
        if ((*str | 0x20) == *prefixes[i].str
            && g_ascii_strncasecmp(str, prefixes[i].str,
                                   prefixes[i].len) == 0)
            return prefixes[i].len;
    return 0;
}

gsize
inline_scheme_before(const char *str, gsize len)
{
    for (guint i = 0; i < G_N_ELEMENTS(prefixes); i++) {
        gsize n = prefixes[i].scheme;

        if (n > 0 && n <= len
            && g_ascii_strncasecmp(str + len - n, prefixes[i].str, n) == 0)
            return n;
    }
    return 0;
}

/* What is behind the prefix must begin like a host; behind "www." another
 * dot must follow. */
static gboolean
is_host(const char *str, gboolean bare)
{
    if (!g_unichar_isalnum(g_utf8_get_char(str)))
        return FALSE;
    while (bare && (g_ascii_isalnum(*str) || *str == '-'))
        str++;
    return !bare || (*str == '.' && g_ascii_isalnum(str[1]));
}

static gboolean
joins_word(gunichar before)
{
    return before < 0x2E80 && g_unichar_isalnum(before);
}

gsize
inline_url_length(const char *str, gunichar before)
{
    gsize prefix = prefix_length(str);
    if (prefix == 0 || joins_word(before))
        return 0;
    if (str[prefix - 1] == ':') {
        gsize address = inline_email_length(str + prefix, 0);
        return address ? prefix + address : 0;
    }
    gboolean bare = str[prefix - 1] == '.';
    if (bare && before && strchr("@/.-", (int) MIN(before, 0x7F)))
        return 0;
    if (!is_host(str + prefix, bare))
        return 0;

    const char *end = str + prefix;
    gunichar previous = 0;

    while (*end) {
        gunichar c = g_utf8_get_char(end);

        if (ends_url(c, previous) || (c == '&' && is_bracket_entity(end)))
            break;
        previous = c;
        end = g_utf8_next_char(end);
    }
    return trim(str, (gsize) (end - str));
}

static gboolean
is_local_char(char c)
{
    return g_ascii_isalnum(c) || (c && strchr("._%+-=&'", c) != NULL);
}

/* Message ids look like addresses but hold a time stamp. */
static gboolean
is_message_id(const char *local, gsize len)
{
    guint digits = 0;

    for (gsize i = 0; i < len; i++)
        digits += g_ascii_isdigit(local[i]);
    return digits > 6 && digits < len;
}

static gboolean
is_top_domain(const char *label, gsize len)
{
    for (gsize i = 0; i < len; i++)
        if (!g_ascii_isalpha(label[i]))
            return FALSE;
    return len >= 2;
}

/* Bytes of "example.org": labels parted by single dots, the last one of
 * letters. */
static gsize
domain_length(const char *str)
{
    gsize end = 0, label = 0;

    for (gsize i = 0; i < EMAIL_MAX_DOMAIN; i++) {
        gboolean inner = g_ascii_isalnum(str[i])
            || (str[i] == '-' && i > label);
        if (inner)
            continue;
        if (i == label || str[i - 1] == '-')
            break;
        if (label > 0)
            end = is_top_domain(str + label, i - label) ? i : 0;
        if (str[i] != '.')
            break;
        label = i + 1;
    }
    return end;
}

gsize
inline_email_length(const char *str, gunichar before)
{
    gsize local = 0;

    if (joins_word(before) || !g_ascii_isalnum(*str)
        || (before && before < 0x80 && strchr("._%+-=&'$!#/",
                                              (int) before)))
        return 0;
    while (local < INLINE_EMAIL_LOCAL && is_local_char(str[local]))
        local++;
    if (str[local] != '@' || str[local - 1] == '.'
        || is_message_id(str, local))
        return 0;

    gsize domain = domain_length(str + local + 1);
    if (domain == 0 || str[local + 1 + domain] == '@')
        return 0;
    return local + 1 + domain;
}
