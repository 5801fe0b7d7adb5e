/* SPDX-License-Identifier: MIT */
/* Which hyphens and dots stand for dashes and ellipses. */
#include "model/typography_rules.h"

#include <string.h>

#define EN_DASH "\xE2\x80\x93"
#define EM_DASH "\xE2\x80\x94"
#define ELLIPSIS "\xE2\x80\xA6"
#define NBSP "\xC2\xA0"

static gunichar
before_blank(const Setter *setter)
{
    if (setter->blank == 0)
        return 0;
    return g_utf8_get_char(g_utf8_prev_char(setter->str + setter->blank));
}

static gboolean
is_digit(gunichar c)
{
    return c < 0x80 && g_ascii_isdigit((char) c);
}

static gboolean
is_line_start(const Setter *setter)
{
    gunichar before = before_blank(setter);

    return before == 0 || before == 0x2028 || setter->before == 0x2028;
}

static void
put_dash(Setter *setter, gsize end, const char *dash)
{
    gboolean binds = (setter->rules->flags & RULE_DASH_NO_BREAK) != 0
        && setter->blank < setter->at && !is_line_start(setter);
    g_autofree char *text = g_strconcat(binds ? NBSP : "", dash, NULL);

    typography_put(setter, binds ? setter->blank : setter->at, end, text);
}

static gboolean
is_quote(const Setter *setter, gunichar c, int which)
{
    const char *quote = setter->rules->quotes[which];

    return quote && g_utf8_get_char(quote) == c;
}

/* Whether a word or what goes before one begins at byte at. */
static gboolean
begins_word(const Setter *setter, gsize at)
{
    static const gunichar signs[] = {
        '"', '\'', '(', '[', '{', 0xA1, 0xBF, 0xAB, 0x2018, 0x201A, 0x201C,
        0x201E, 0
    };
    gunichar c = typography_char(setter, at);

    return g_unichar_isalnum(c) || is_quote(setter, c, 0)
        || (typography_is_one_of(c, signs) && !is_quote(setter, c, 1));
}

/* "word - word" */
static gboolean
set_hyphen(Setter *setter)
{
    gsize after = setter->at + 1, next = typography_skip_blanks(setter, after);
    gunichar b = before_blank(setter), a = typography_char(setter, next);
    gboolean alone = setter->blank < setter->at && next > after
        && !is_line_start(setter);

    if (!setter->rules->hyphen || !alone || !begins_word(setter, next)
        || typography_is_dash(b) || (is_digit(a) && is_digit(b)))
        return FALSE;
    put_dash(setter, after, setter->rules->hyphen);
    return TRUE;
}

/* Whether a dash here is between words that have no blanks. */
static gboolean
joins_words(const Setter *setter, gunichar b, gunichar a)
{
    static const gunichar signs[] = { '.', ',', ')', '?', '!', 0 };
    gboolean french = (setter->rules->flags & RULE_FRENCH_SIGNS) != 0;
    gboolean sign = typography_is_one_of(b, signs)
        && !(french && (b == '?' || b == '!'));

    return g_unichar_isalnum(a)
        && (g_unichar_isalnum(b) || sign || is_quote(setter, b, 1));
}

static gboolean
set_double(Setter *setter, gsize end)
{
    gunichar b = setter->before, a = typography_char(setter, end);
    gboolean option = typography_is_blank(b) && g_ascii_islower(
        (char) MIN(a, 0x7F));

    if (b == '<' || b == '!' || a == '>' || option)
        return FALSE;
    if (is_digit(b) && is_digit(a)) {
        typography_put(setter, setter->at, end, EN_DASH);
        return TRUE;
    }
    if (b == 0 || is_line_start(setter)) {
        typography_put(setter, setter->at, end, EM_DASH);
        return TRUE;
    }
    const TypographyRules *rules = setter->rules;
    if (!(rules->flags & RULE_DASH_SPACED) || !joins_words(setter, b, a)) {
        put_dash(setter, end, rules->dash);
        return TRUE;
    }
    const char *blank = rules->flags & RULE_DASH_NO_BREAK ? NBSP : " ";
    g_autofree char *text = g_strconcat(blank, rules->dash, " ", NULL);
    typography_put(setter, setter->at, end, text);
    return TRUE;
}

gboolean
typography_dash(Setter *setter)
{
    gsize n = strspn(setter->str + setter->at, "-");
    gsize end = setter->at + n;

    if (n == 1)
        return set_hyphen(setter);
    if (n <= 3 && set_double(setter, end))
        return TRUE;
    typography_pass(setter, end);
    return TRUE;
}

/* Three dots, or three and a full stop; more are a leader. */
gboolean
typography_dots(Setter *setter)
{
    gsize n = strspn(setter->str + setter->at, ".");
    gsize end = setter->at + n;

    if (n == 3)
        typography_put(setter, setter->at, end, ELLIPSIS);
    else if (n == 4)
        typography_put(setter, setter->at, end, ELLIPSIS ".");
    else
        typography_pass(setter, end);
    return TRUE;
}
