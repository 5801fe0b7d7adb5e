/* SPDX-License-Identifier: MIT */
/* Which parts of a text are set, and by which rule each character is. */
#include "model/typography.h"

#include "base/utf8.h"
#include "model/typography_rules.h"

#include <string.h>

typedef gboolean (*Rule)(Setter *setter);

static const struct {
    const char *signs;
    Rule rule;
} dispatch[] = {
    { "\"',", typography_double },
    { "'`\xC2", typography_single },
    { "\xE2\xC2", typography_curly },
    { "-", typography_dash },
    { ".", typography_dots },
    { ";!?:", typography_sign },
    { " \t\n\xC2\xE2\xE3", typography_blank },
};

gunichar
typography_char(const Setter *setter, gsize at)
{
    return at < setter->len ? g_utf8_get_char(setter->str + at) : 0;
}

gboolean
typography_is_blank(gunichar c)
{
    return c == 0 || c == '\n' || c == 0x2028 || utf8_is_blank(c);
}

gboolean
typography_is_dash(gunichar c)
{
    return c == '-' || (c >= 0x2012 && c <= 0x2015);
}

gboolean
typography_is_one_of(gunichar c, const gunichar *list)
{
    while (*list && *list != c)
        list++;
    return c && *list;
}

gsize
typography_skip_blanks(const Setter *setter, gsize at)
{
    const char *p = setter->str + at;

    while (*p == '\n' || utf8_is_blank(g_utf8_get_char(p)))
        p = g_utf8_next_char(p);
    return (gsize) (p - setter->str);
}

void
typography_put(Setter *setter, gsize start, gsize end, const char *text)
{
    gsize len = strlen(text);

    if (end > setter->stop) {
        typography_pass(setter, setter->stop);
        return;
    }
    if (len != end - start || memcmp(setter->str + start, text, len) != 0)
        draft_edit(&setter->edits, (guint32) start, (guint32) end, text);
    if (len > 0)
        setter->before = g_utf8_get_char(g_utf8_prev_char(text + len));
    setter->at = setter->blank = end;
}

void
typography_pass(Setter *setter, gsize end)
{
    if (end <= setter->at)
        return;
    setter->before =
        g_utf8_get_char(g_utf8_prev_char(setter->str + end));
    setter->at = setter->blank = end;
}

static gboolean
set_sign(Setter *setter)
{
    char c = setter->str[setter->at];

    for (guint i = 0; i < G_N_ELEMENTS(dispatch); i++)
        if (strchr(dispatch[i].signs, c) && dispatch[i].rule(setter))
            return TRUE;
    return FALSE;
}

static void
set_range(Setter *setter, gsize stop)
{
    setter->stop = stop;
    while (setter->at < stop) {
        if (set_sign(setter))
            continue;
        const char *next = g_utf8_next_char(setter->str + setter->at);
        gsize rest = (gsize) (next - setter->str);

        while (rest < stop && g_ascii_isalpha(setter->str[rest]))
            rest++;
        typography_pass(setter, rest);
    }
}

/* A link that shows its own address. */
static gboolean
shows_address(const char *str, gsize len)
{
    return g_strstr_len(str, (gssize) len, "://")
        || memchr(str, '@', len) || g_str_has_prefix(str, "www.");
}

static gboolean
is_untouched(const A2bSpan *span, const char *str)
{
    if (span->mark == A2B_MARK_LINK)
        return shows_address(str + span->start, span->end - span->start);
    return span->mark == A2B_MARK_CODE;
}

/* A paragraph that does not open again what is open ends it. */
static void
begin(Setter *setter)
{
    static const char *const quotes[] = {
        "\"", "'", "\xE2\x80\x9C", "\xE2\x80\x98", "\xE2\x80\x9E",
        "\xC2\xAB", "\xC2\xBB", "\xE2\x80\x9A", "\xE2\x80\x9D",
    };
    const char *str = setter->str;

    while (*str && typography_is_blank(g_utf8_get_char(str)))
        str = g_utf8_next_char(str);
    for (guint i = 0; i < G_N_ELEMENTS(quotes); i++)
        if (g_str_has_prefix(str, quotes[i]))
            return;
    setter->state->open = 0;
}

void
typography_apply(Draft *draft, const char *language, QuoteState *state)
{
    QuoteState own = { 0 };
    Setter setter = {
        .str = draft->str->str, .len = draft->str->len,
        .rules = typography_rules(language), .state = state ? state : &own,
    };

    draft_edits_init(&setter.edits);
    setter.last_closer = typography_last_closer(&setter);
    begin(&setter);
    for (guint i = 0; i < draft->spans->len; i++) {
        const A2bSpan *span = &g_array_index(draft->spans, A2bSpan, i);

        if (span->end <= setter.at || !is_untouched(span, setter.str))
            continue;
        set_range(&setter, span->start);
        typography_pass(&setter, span->end);
    }
    set_range(&setter, setter.len);
    draft_apply(draft, &setter.edits);
    draft_edits_clear(&setter.edits);
}
