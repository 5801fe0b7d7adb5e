/* SPDX-License-Identifier: MIT */
/* What a word's letters say of whether it is a part of a name. */
#include "read/name_shape.h"

#include <string.h>

#include "base/utf8.h"

gboolean
name_is_han(gunichar c)
{
    return (c >= 0x3400 && c < 0xA000) || (c >= 0x3041 && c < 0x3100)
           || (c >= 0xF900 && c < 0xFB00) || c == 0x3005;
}

gboolean
name_is_hangul(gunichar c)
{
    return c >= 0xAC00 && c <= 0xD7A3;
}

void
name_trim(const char **str, gsize *len)
{
    while (*len > 0) {
        gunichar c = g_utf8_get_char(*str);

        if (!utf8_is_blank(c) && c != '\n')
            break;
        const char *next = g_utf8_next_char(*str);
        *len -= (gsize) (next - *str);
        *str = next;
    }
    while (*len > 0) {
        const char *last = g_utf8_find_prev_char(*str, *str + *len);

        if (last == NULL || (!utf8_is_blank(g_utf8_get_char(last))
                             && *last != '\n'))
            break;
        *len = (gsize) (last - *str);
    }
}

static gboolean
joins(gunichar c)
{
    return c < 0x80 ? c == '-' || c == '\'' || c == '.'
                    : c == 0x2019 || c == 0x2010 || c == 0x2BC || c == 0xB7
                      || c == 0x30FB;
}

typedef struct {
    guint upper, lower, other, dots, runs;
    gboolean first_upper, bad;
} Count;

static void
count_char(Count *n, gunichar c, gboolean starts)
{
    gboolean wide = c >= 0x80;

    if (c >= 'a' && c <= 'z') {
        n->lower++;
    } else if (wide ? g_unichar_isupper(c) || g_unichar_istitle(c)
                    : c >= 'A' && c <= 'Z') {
        n->upper++;
        n->first_upper |= starts && n->runs == 0;
    } else if (c == '.') {
        n->dots++;
    } else if (wide && g_unichar_islower(c)) {
        n->lower++;
    } else if (wide && (g_unichar_isalpha(c) || g_unichar_ismark(c))) {
        n->other++;
    } else if (!joins(c)) {
        n->bad = TRUE;
    }
}

static Count
count_letters(const char *str, gsize len)
{
    Count n = { 0 };
    gboolean starts = TRUE;

    for (const char *p = str; p < str + len; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);

        count_char(&n, c, starts);
        if (starts && !joins(c))
            n.runs++;
        starts = joins(c);
    }
    return n;
}

/* Small letters may begin a name only as d'Arc, al-Assad and the like. */
static gboolean
begins_small(const char *str, gsize len)
{
    static const char *const starts[] = {
        "d'", "d\xe2\x80\x99", "l'", "l\xe2\x80\x99", "al-", "el-", "ul-",
        "as-", "ar-", "an-", "ibn-", "bin-", "o'", "'t", "mac", "de", "van",
        "von", NULL
    };

    for (int i = 0; starts[i] != NULL; i++) {
        gsize n = strlen(starts[i]);

        if (len > n && strncmp(str, starts[i], n) == 0
            && g_unichar_isupper(g_utf8_get_char(str + n)))
            return TRUE;
    }
    return FALSE;
}

NameShape
name_shape(const char *str, gsize len)
{
    Count n = count_letters(str, len);

    if (n.bad || n.other > 0)
        return n.bad || n.upper + n.lower > 0 ? SHAPE_OTHER : SHAPE_SMALL;
    if (n.upper > 0 && n.lower == 0 && n.dots > 0
        && n.dots + 1 >= n.upper)
        return SHAPE_INITIAL;
    if (n.upper == 1 && n.lower == 0)
        return SHAPE_INITIAL;
    if (n.first_upper && n.lower == 1 && n.upper == 1 && n.dots == 1)
        return SHAPE_INITIAL;               /* "Yu." */
    if (n.dots > 1 || (n.dots == 1 && str[len - 1] != '.'))
        return SHAPE_OTHER;
    if (n.upper > 1 && n.lower == 0)
        return SHAPE_UPPER;
    if (n.first_upper)
        return n.upper <= 2 + n.runs ? SHAPE_CAPITAL : SHAPE_OTHER;
    if (n.upper == 0)
        return n.lower > 0 ? SHAPE_SMALL : SHAPE_OTHER;
    return begins_small(str, len) ? SHAPE_CAPITAL : SHAPE_OTHER;
}

/* Endings that make a noun of another word; no names end so. */
static gboolean
is_derived(const char *str, gsize len)
{
    static const struct { gsize len; const char *text; } endings[] = {
#define ENDING(text) { sizeof text - 1, text }
        ENDING("'s"), ENDING("\xe2\x80\x99s"), ENDING("tion"),
        ENDING("tions"), ENDING("sion"), ENDING("sions"), ENDING("ism"),
        ENDING("isms"), ENDING("ology"), ENDING("ments"), ENDING("ities"),
#undef ENDING
    };
    char last = g_ascii_tolower(str[len - 1]);

    for (guint i = 0; i < G_N_ELEMENTS(endings); i++) {
        gsize n = endings[i].len;

        if (last == endings[i].text[n - 1] && len > n + 1
            && g_ascii_strncasecmp(str + len - n, endings[i].text, n) == 0)
            return TRUE;
    }
    return FALSE;
}

guint
name_split(const char *str, gsize len, NamePart *parts)
{
    guint n = 0;

    name_trim(&str, &len);
    for (const char *end = str + len; str < end;) {
        const char *p = str;

        if (n == NAME_PARTS)
            return 0;
        while (p < end && !utf8_is_blank(g_utf8_get_char(p)))
            p = g_utf8_next_char(p);
        parts[n].str = str;
        parts[n++].len = (gsize) (p - str);
        while (p < end && utf8_is_blank(g_utf8_get_char(p)))
            p = g_utf8_next_char(p);
        str = p;
    }
    return n;
}

void
name_classify(NamePart *part)
{
    gsize bare = part->len;

    if (bare > 1 && part->str[bare - 1] == '.')
        bare--;
    part->shape = name_shape(part->str, part->len);
    part->bits = name_word(part->str, bare);
    if (is_derived(part->str, bare))
        part->bits |= NAME_STOP;
}

guint
name_parts(const char *str, gsize len, NamePart *parts)
{
    guint n = name_split(str, len, parts);

    for (guint i = 0; i < n; i++)
        name_classify(&parts[i]);
    return n;
}
