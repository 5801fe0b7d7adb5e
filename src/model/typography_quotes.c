/* SPDX-License-Identifier: MIT */
/* Which way a straight quote turns, and whether it is one at all. */
#include "model/typography_table.h"

#include <string.h>

#define APOSTROPHE "\xE2\x80\x99"
#define PRIME "\xE2\x80\xB2"
#define DOUBLE_PRIME "\xE2\x80\xB3"
#define MAX_ELIDED 8            /* bytes of a word with an apostrophe */

/* QuoteState.open */
#define OPEN_DOUBLE 3u          /* how many deep */
#define OPEN_SINGLE 4u

typedef enum { NEITHER, OPENING, CLOSING } Direction;

static gboolean
is_opening_sign(const Setter *setter, gunichar c)
{
    static const gunichar signs[] = {
        '(', '[', '{', '<', '=', '/', 0xA1, 0xBF, 0x201A, 0x201E, 0x2018, 0
    };
    static const gunichar quotes[] = { 0x201C, 0xAB, 0x2039, 0 };
    const char *const *pair = setter->rules->quotes;

    if (typography_is_one_of(c, signs))
        return TRUE;
    for (int i = 0; i < 4; i += 2)
        if (pair[i] && g_utf8_get_char(pair[i + 1]) == c)
            return FALSE;
    return typography_is_one_of(c, quotes)
        || (pair[0] && !g_str_equal(pair[0], pair[1])
            && g_utf8_get_char(pair[0]) == c);
}

static gboolean
is_closing_sign(const Setter *setter, gsize at)
{
    static const gunichar signs[] = {
        '.', ',', ';', ':', '!', '?', ')', ']', '}', 0
    };

    return typography_is_one_of(typography_char(setter, at), signs)
        && strncmp(setter->str + at, "..", 2) != 0;
}

/* Which way a quote between setter->before and byte after turns. */
static Direction
turn(const Setter *setter, gsize after, gboolean is_open)
{
    gunichar b = setter->before, a = typography_char(setter, after);
    gsize next = typography_skip_blanks(setter, after);
    gboolean spaced = *setter->rules->inside
        && typography_char(setter, next)
            == g_utf8_get_char(setter->rules->quotes[1]);
    gboolean end = typography_is_blank(a) || spaced;

    if (typography_is_blank(b)) {
        if (is_open && (end || is_closing_sign(setter, after)))
            return CLOSING;
        return a ? OPENING : NEITHER;
    }
    if (typography_is_dash(b))
        return (end && !spaced) || is_closing_sign(setter, after)
            ? CLOSING : OPENING;
    if (is_opening_sign(setter, b))
        return end ? NEITHER : OPENING;
    if (!g_unichar_isalnum(a))
        return CLOSING;
    if (is_open)
        return CLOSING;
    return g_unichar_isalnum(b) ? NEITHER : OPENING;
}

static gboolean
is_east_asian(gunichar c)
{
    return (c >= 0x1100 && c < 0x1200) || (c >= 0x2E80 && c < 0xFB00)
        || (c >= 0xFF00 && c < 0xFFF0) || c >= 0x20000;
}

static gboolean
is_latin(gunichar c)
{
    return !g_unichar_isalpha(c) || c < 0x250
        || (c >= 0x1E00 && c < 0x1F00);
}

/* Whether quotes between these two are of a kind that we know. */
static gboolean
is_ours(const Setter *setter, gsize after)
{
    gunichar b = setter->before, a = typography_char(setter, after);

    if (typography_is_blank(b) && setter->blank > 0)
        b = g_utf8_get_char(g_utf8_prev_char(setter->str + setter->blank));
    if (is_east_asian(a) || is_east_asian(b))
        return FALSE;
    return !(setter->rules->flags & RULE_LATIN_ONLY)
        || (is_latin(a) && is_latin(b));
}

static guint
digits_before(const Setter *setter, gsize at)
{
    guint n = 0;

    while (at > 0 && g_ascii_isdigit(setter->str[at - 1]) && n < 4) {
        n++;
        at--;
    }
    return n;
}

/* Whether the number before at follows feet or minutes: 6'2. */
static gboolean
follows_prime(const Setter *setter, gsize at)
{
    at -= digits_before(setter, at);
    return (at > 1 && setter->str[at - 1] == '\''
            && g_ascii_isdigit(setter->str[at - 2]))
        || (at > 2 && memcmp(setter->str + at - 3, PRIME, 3) == 0);
}

static void
put_quote(Setter *setter, gsize end, Direction direction, gboolean inner)
{
    const TypographyRules *rules = setter->rules;
    const char *quote = rules->quotes[2 * inner + (direction == CLOSING)];
    gsize start = setter->at;
    const char *inside = inner ? "" : rules->inside;

    if (*inside && direction == OPENING)
        end = typography_skip_blanks(setter, end);
    if (*inside && direction == CLOSING)
        start = setter->blank;

    char text[16];
    gboolean opens = direction == OPENING;

    g_strlcpy(text, opens ? quote : inside, sizeof text);
    g_strlcat(text, opens ? inside : quote, sizeof text);
    typography_put(setter, start, end, text);
    setter->before = g_utf8_get_char(quote);
}

static void
count_double(Setter *setter, Direction direction)
{
    guint *open = &setter->state->open;
    guint depth = *open & OPEN_DOUBLE;

    if (direction == OPENING)
        depth = MIN(depth + 1, 2);
    else if (depth > 0)
        depth--;
    *open = (*open & ~OPEN_DOUBLE) | depth;
}

gboolean
typography_double(Setter *setter)
{
    const char *str = setter->str + setter->at;
    const char *const *quotes = setter->rules->quotes;
    gsize after = setter->at + 1 + (*str != '"');
    gboolean low = str[0] == ',' && str[1] == ',' && str[2] != ',';
    gsize singles = strspn(str, "'");
    gboolean two = singles == 2;

    if (singles > 2) {
        typography_pass(setter, setter->at + singles);
        return TRUE;
    }

    if ((*str != '"' && !low && !two) || !is_ours(setter, after))
        return FALSE;

    guint depth = setter->state->open & OPEN_DOUBLE;
    guint digits = digits_before(setter, setter->at);
    if (g_ascii_isdigit((char) MIN(setter->before, 0x7F)) && quotes[2]
        && !g_unichar_isalnum(typography_char(setter, after))
        && (follows_prime(setter, setter->at) || (!depth && digits < 3))) {
        typography_put(setter, setter->at, after, DOUBLE_PRIME);
        return TRUE;
    }
    Direction direction = turn(setter, after, depth > 0);
    if (direction == NEITHER || (low && direction != OPENING))
        return FALSE;
    if (direction == OPENING && setter->before == 0)
        setter->state->open = depth = 0;

    gboolean nests = (setter->rules->flags & RULE_QUOTES_NEST) != 0;
    gboolean inner = nests && (direction == OPENING ? depth > 0 : depth > 1);
    count_double(setter, direction);
    put_quote(setter, after, direction, inner);
    return TRUE;
}

/* 'tis, '90s, rock 'n' roll */
static gboolean
is_elided(const Setter *setter, gsize at)
{
    const char *word = setter->str + at;
    gsize n = strspn(word, "0123456789");
    g_autofree char *lower = NULL;

    if (n == 2 && (!g_ascii_isalnum(word[2]) || word[2] == 's'))
        return TRUE;
    for (n = 0; g_ascii_isalpha(word[n]) && n < MAX_ELIDED; n++)
        ;
    if (n == 0 || g_unichar_isalnum(typography_char(setter, at + n)))
        return FALSE;
    lower = g_ascii_strdown(word, (gssize) n);
    return word_set_has(&setter->table->elided, lower, n);
}

/* "He said, 'Come": speech, even if it ends in a later paragraph. */
static gboolean
introduces(const Setter *setter, gunichar after)
{
    return setter->blank > 0 && setter->blank < setter->at
        && strchr(",:", setter->str[setter->blank - 1])
        && g_unichar_isupper(after);
}

static Direction
turn_single(const Setter *setter, gsize after)
{
    gunichar a = typography_char(setter, after);
    gboolean open = (setter->state->open & OPEN_SINGLE) != 0;
    Direction direction = turn(setter, after, open);

    if (direction == CLOSING && !open && g_unichar_isalnum(setter->before))
        return NEITHER;
    if (direction == OPENING && setter->last_closer <= setter->at
        && !introduces(setter, a))
        return NEITHER;
    return g_unichar_isalnum(a) && direction == CLOSING ? NEITHER
                                                        : direction;
}

static gboolean
put_plain(Setter *setter, gsize end, const char *text)
{
    typography_put(setter, setter->at, end, text);
    return TRUE;
}

static gboolean
set_single(Setter *setter)
{
    gsize after = setter->at + 1;
    gunichar b = setter->before, a = typography_char(setter, after);
    gboolean word = g_unichar_isalnum(b);
    gboolean digit = b < 0x80 && g_ascii_isdigit((char) b);
    gboolean open = (setter->state->open & OPEN_SINGLE) != 0;

    if (digit && !open && digits_before(setter, setter->at) < 3
        && !g_unichar_isalpha(a))
        return put_plain(setter, after, PRIME);
    if (!word && !typography_is_blank(a) && is_elided(setter, after))
        return put_plain(setter, after, APOSTROPHE);

    Direction direction = turn_single(setter, after);
    if (direction != NEITHER) {
        setter->state->open = direction == OPENING
            ? setter->state->open | OPEN_SINGLE
            : setter->state->open & ~OPEN_SINGLE;
        put_quote(setter, after, direction, TRUE);
        return TRUE;
    }
    if (word || g_unichar_isalpha(a))
        return put_plain(setter, after, APOSTROPHE);
    return FALSE;
}

gboolean
typography_single(Setter *setter)
{
    const char *str = setter->str + setter->at;
    gboolean acute = g_str_has_prefix(str, "\xC2\xB4");
    gsize after = setter->at + 1 + acute;
    gboolean within = g_unichar_isalpha(setter->before)
        && g_unichar_isalpha(typography_char(setter, after));

    if ((*str != '\'' && *str != '`' && !acute) || !is_ours(setter, after))
        return FALSE;
    if (within)
        return put_plain(setter, after, APOSTROPHE);
    if (*str != '\'' || !setter->rules->quotes[2])
        return FALSE;
    return set_single(setter);
}

/* Quotes that are curly already count, and those that take blanks inside
 * get them. */
gboolean
typography_curly(Setter *setter)
{
    const char *str = setter->str + setter->at;
    const char *const *quotes = setter->rules->quotes;

    for (int i = 0; i < 2; i++) {
        if (!quotes[0] || g_str_equal(quotes[0], quotes[1])
            || !g_str_has_prefix(str, quotes[i]))
            continue;
        Direction direction = i == 0 ? OPENING : CLOSING;
        count_double(setter, direction);
        put_quote(setter, setter->at + strlen(quotes[i]), direction, FALSE);
        return TRUE;
    }
    return FALSE;
}

gsize
typography_last_closer(const Setter *setter)
{
    const char *str = setter->str, *p = str + setter->len;

    while (p > str + 1
           && (p = memrchr(str + 1, '\'', (gsize) (p - str - 1)))) {
        gsize at = (gsize) (p - str);
        gunichar before = g_utf8_get_char(g_utf8_prev_char(p));

        if (!typography_is_blank(before)
            && !g_unichar_isalnum(typography_char(setter, at + 1)))
            return at;
    }
    return 0;
}
