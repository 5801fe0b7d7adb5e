/* SPDX-License-Identifier: MIT */
/* Which parts of a text are set, and by which rule each character is. */
#include "model/typography.h"

#include "base/lanes.h"
#include "model/typography_table.h"

#include <string.h>

typedef gboolean (*Rule)(Setter *setter);

static const Rule dispatch[N_SIGNS][3] = {
    [SIGN_DOUBLE] = { typography_double },
    [SIGN_SINGLE] = { typography_double, typography_single },
    [SIGN_GRAVE] = { typography_single },
    [SIGN_COMMA] = { typography_double },
    [SIGN_DASH] = { typography_dash },
    [SIGN_DOT] = { typography_dots },
    [SIGN_MARK] = { typography_sign },
    [SIGN_BLANK] = { typography_blank },
    [SIGN_LATIN_1] = { typography_single, typography_curly,
                       typography_blank },
    [SIGN_GENERAL] = { typography_curly, typography_blank },
    [SIGN_IDEOGRAPHIC] = { typography_blank },
};

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
        draft_edit(setter->draft, (guint32) start, (guint32) end, text);
    if (len > 0)
        setter->before = g_utf8_get_char(g_utf8_prev_char(text + len));
    setter->at = setter->blank = end;
}

void
typography_pass(Setter *setter, gsize end)
{
    if (end <= setter->at)
        return;
    setter->before = typography_before(setter, end);
    setter->at = setter->blank = end;
}

/* Whether what ends before byte at has nothing to do with a letter that
 * follows after a blank. */
static gboolean
is_loose(const Setter *setter, gsize at)
{
    if (at < 2)
        return FALSE;
    guchar last = (guchar) setter->str[at - 1];
    guchar other = (guchar) setter->str[at - 2];

    if (last == '.' ? !g_ascii_islower((char) other)
                    : g_ascii_isdigit((char) last))
        return FALSE;
    if (last >= 0x80 && !typography_is_lead(other)
        && g_unichar_isdigit(typography_before(setter, at)))
        return FALSE;
    return !typography_ends_with(setter, at, &setter->table->binding);
}

/* Whether the bytes beside the sign at p show that no rule does anything
 * about it: most are settled so. */
static inline gboolean
is_calm(const Setter *setter, const char *p)
{
    const guint8 *signs = setter->table->signs;
    guint8 sign = signs[(guchar) *p] & SIGN_MASK;
    gboolean calms = (signs[(guchar) p[1]] & SIGN_CALMS) != 0;

    if (sign == SIGN_BLANK)
        return calms && p > setter->str
            && (signs[(guchar) p[-1]] & SIGN_LOOSE
                || is_loose(setter, (gsize) (p - setter->str)));
    if (sign == SIGN_DASH)
        return calms;
    if (sign == SIGN_COMMA || sign == SIGN_DOT)
        return p[1] != *p;
    return sign == SIGN_IDEOGRAPHIC && (p[1] != '\x80' || p[2] != '\x80');
}

static inline guint8
is_letter(guint8 c)
{
    return (guint8) ((c | 0x20) - 'a') < 26;
}

/* Whether so many bytes are nothing but letters, commas that are no signs,
 * and blanks between these and letters.  A byte on each side is read. */
static gboolean
all_calm(const TypographyTable *table, const char *at)
{
    const guint8 *s = (const guint8 *) at, *before = s - 1;
    guint8 comma = table->comma, odd = 0;

    for (guint i = 0; i < LANES; i++)
        odd |= !(is_letter(s[i]) | (s[i] == comma)
                 | ((s[i] == ' ') & is_letter(s[i + 1])
                    & (is_letter(before[i]) | (before[i] == comma))));
    return !odd;
}

/* Passes to the next byte at which a rule may begin. */
static void
pass_calm(Setter *setter)
{
    const TypographyTable *table = setter->table;
    const char *p = setter->str + setter->at;
    const char *stop = setter->str + setter->stop;

    while (p < stop) {
        const char *end = p + MIN(stop - p, LANES);

        if (table->comma && end - p == LANES && p > setter->str
            && all_calm(table, p)) {
            p = end;
            continue;
        }
        while (p < end && (!(table->signs[(guchar) *p] & SIGN_MASK)
                           || is_calm(setter, p)))
            p++;
        if (p < end)
            break;
    }
    typography_pass(setter, (gsize) (p - setter->str));
}

static gboolean
set_sign(Setter *setter)
{
    const guint8 *signs = setter->table->signs;
    const Rule *rule =
        dispatch[signs[(guchar) setter->str[setter->at]] & SIGN_MASK];

    for (guint i = 0; i < G_N_ELEMENTS(*dispatch) && rule[i]; i++)
        if (rule[i](setter))
            return TRUE;
    return FALSE;
}

static void
set_range(Setter *setter, gsize stop)
{
    setter->stop = stop;
    for (;;) {
        pass_calm(setter);
        if (setter->at >= stop)
            break;
        if (set_sign(setter))
            continue;
        const char *next = g_utf8_next_char(setter->str + setter->at);
        typography_pass(setter, (gsize) (next - setter->str));
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
    static const gunichar quotes[] = {
        '"', '\'', 0xAB, 0xBB, 0x2018, 0x201A, 0x201C, 0x201D, 0x201E, 0
    };
    gsize at = 0;
    gunichar c;

    while ((c = typography_char(setter, at)) && typography_is_blank(c))
        at = (gsize) (g_utf8_next_char(setter->str + at) - setter->str);
    if (!typography_is_one_of(c, quotes))
        setter->state->open = 0;
}

void
typography_apply(Draft *draft, const char *language, QuoteState *state)
{
    QuoteState own = { 0 };
    const TypographyTable *table = typography_table(language);
    Setter setter = {
        .draft = draft, .str = draft->str->str, .len = draft->str->len,
        .rules = table->rules, .table = table,
        .state = state ? state : &own,
    };

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
    draft_apply(draft);
}
