/* SPDX-License-Identifier: MIT */
/*
 * Joins lines.  Whether a hyphen at a line's end was put there by the
 * wrapping is asked of the text itself: the form that stands elsewhere in
 * it wins; where neither does, a hyphen before a small letter goes.
 */
#include "read/txt_join.h"

#include <string.h>

enum { SOFT_HYPHEN = 0xad };

struct TxtJoiner {
    const GArray *lines;
    gboolean hyphenates;    /* words are cut at line ends here */
    GHashTable *words;      /* of all lines, lower case; made when needed */
};

/* Whoever cuts words cuts many: a few hyphens at line ends are those of
 * compounds. */
static gboolean
hyphenates(const GArray *lines)
{
    guint hyphens = 0, n = 0;

    for (guint i = 0; i < lines->len; i++) {
        const TxtLine *line = txt_line(lines, i);
        if (line->len < 3 || line->width < 40)
            continue;
        n++;
        hyphens += line->str[line->len - 1] == '-' &&
                   line->str[line->len - 2] != '-';
    }
    return hyphens * 60 > n;
}

TxtJoiner *
txt_joiner_new(const GArray *lines)
{
    TxtJoiner *joiner = g_new0(TxtJoiner, 1);
    joiner->lines = lines;
    joiner->hyphenates = hyphenates(lines);
    return joiner;
}

void
txt_joiner_free(TxtJoiner *joiner)
{
    if (joiner->words)
        g_hash_table_unref(joiner->words);
    g_free(joiner);
}

static gboolean
is_word_char(gunichar c)
{
    return g_unichar_isalnum(c) || c == '-' || c == '\'';
}

static void
add_words(GHashTable *words, const TxtLine *line)
{
    const char *end = line->str + line->len, *p = line->str;

    while (p < end) {
        const char *start = p;
        while (p < end && is_word_char(g_utf8_get_char(p)))
            p = g_utf8_next_char(p);
        if (p > start && p < end)
            g_hash_table_add(words, g_utf8_strdown(start, p - start));
        if (p < end)
            p = g_utf8_next_char(p);
    }
}

static GHashTable *
words_of(TxtJoiner *joiner)
{
    if (joiner->words == NULL) {
        joiner->words = g_hash_table_new_full(g_str_hash, g_str_equal,
                                              g_free, NULL);
        for (guint i = 0; i < joiner->lines->len; i++)
            add_words(joiner->words, txt_line(joiner->lines, i));
    }
    return joiner->words;
}

static const char *
word_start(const char *start, const char *p)
{
    while (p > start) {
        const char *q = g_utf8_prev_char(p);
        if (!is_word_char(g_utf8_get_char(q)))
            break;
        p = q;
    }
    return p;
}

static const char *
word_end(const char *p, const char *end)
{
    while (p < end && is_word_char(g_utf8_get_char(p)))
        p = g_utf8_next_char(p);
    return p;
}

/* First halves that English writes with a hyphen. */
static gboolean
is_compound_head(const char *head, gsize len)
{
    static const char *const heads[] = {
        "self", "non", "well", "ex", "half", "all", "high", "low", "long",
        "short", "so", "co", "vice", "semi", "anti", "mid", "twenty",
        "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
        "two", "three", "four", "five", "six", "one", "first", "second",
        "full", "part", "free", "ill", "much", "ever", "cross",
    };

    for (guint i = 0; i < G_N_ELEMENTS(heads); i++)
        if (strlen(heads[i]) == len && !g_ascii_strncasecmp(heads[i], head,
                                                            len))
            return TRUE;
    return FALSE;
}

/* Whether the hyphen that ends out belongs to the word. */
static gboolean
keeps_hyphen(TxtJoiner *joiner, const GString *out, const TxtLine *line)
{
    const char *end = out->str + out->len - 1;
    const char *head = word_start(out->str, end);
    const char *tail_end = word_end(line->str, line->str + line->len);
    g_autofree char *joined = NULL, *with = NULL;
    g_autofree char *tail = g_utf8_strdown(line->str, tail_end - line->str);
    g_autofree char *front = g_utf8_strdown(head, end - head);

    if (!txt_starts_lower(line->str, line->len) || end == head)
        return TRUE;
    joined = g_strconcat(front, tail, NULL);
    with = g_strconcat(front, "-", tail, NULL);
    if (g_hash_table_contains(words_of(joiner), with))
        return TRUE;
    if (g_hash_table_contains(words_of(joiner), joined))
        return FALSE;
    if (!joiner->hyphenates || memchr(front, '-', strlen(front)) != NULL)
        return TRUE;
    return g_unichar_isupper(g_utf8_get_char(g_utf8_prev_char(end))) ||
           g_ascii_isdigit(end[-1]) ||
           is_compound_head(front, strlen(front));
}

static gboolean
ends_in_hyphen(const GString *out)
{
    return out->len >= 2 && out->str[out->len - 1] == '-' &&
           out->str[out->len - 2] != '-' && out->str[out->len - 2] != ' ';
}

/* Scripts that put no blank between words are joined without one. */
static gboolean
is_unspaced(gunichar c)
{
    return (c >= 0x2e80 && c <= 0x9fff) || (c >= 0xf900 && c <= 0xfaff) ||
           (c >= 0xff00 && c <= 0xff9f) || (c >= 0x0e00 && c <= 0x0eff) ||
           (c >= 0x1000 && c <= 0x109f) || (c >= 0x1780 && c <= 0x17ff) ||
           (c >= 0x20000 && c <= 0x3ffff);
}

void
txt_join(TxtJoiner *joiner, GString *out, const TxtLine *line)
{
    if (out->len > 0 && line->len > 0) {
        gunichar before = g_utf8_get_char(
            g_utf8_prev_char(out->str + out->len));
        gunichar after = g_utf8_get_char(line->str);

        if (before == SOFT_HYPHEN)
            g_string_truncate(out, out->len - 2);
        else if (ends_in_hyphen(out) && is_word_char(after)) {
            if (!keeps_hyphen(joiner, out, line))
                g_string_truncate(out, out->len - 1);
        } else if (!(is_unspaced(before) && is_unspaced(after)))
            g_string_append_c(out, ' ');
    }
    g_string_append_len(out, line->str, line->len);
}
