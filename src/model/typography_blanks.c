/* SPDX-License-Identifier: MIT */
/* Which blanks hold together what is on both sides of them. */
#include "model/typography_table.h"

#include <string.h>

#define NBSP "\xC2\xA0"
#define NNBSP "\xE2\x80\xAF"
#define WORD_MAX_BYTES 12       /* longest of the words in the rules */
#define SHORT_BYTES 6           /* three letters of any alphabet */

/* "5 km," but not "5 kmh" */
static gboolean
is_unit(const WordSet *units, const char *str)
{
    static const gunichar signs[] = {
        '%', '$', '/', '.', 0xB0, 0xA3, 0x20AC, 0
    };
    const char *end = str;

    for (;;) {
        gunichar c = g_utf8_get_char(end);

        if ((!g_unichar_isalnum(c) && !typography_is_one_of(c, signs))
            || g_str_has_prefix(end, ".."))
            break;
        end = g_utf8_next_char(end);
        if (end - str > WORD_MAX_BYTES)
            return FALSE;
    }
    gsize len = (gsize) (end - str);
    return word_set_has(units, str, len)
        || (len > 1 && str[len - 1] == '.'
            && word_set_has(units, str, len - 1));
}

/* Whether a word may begin at byte at. */
static gboolean
begins_word(const Setter *setter, gsize at)
{
    gunichar c = at ? typography_before(setter, at) : 0;

    return c == '(' || typography_is_blank(c) || typography_is_dash(c);
}

gboolean
typography_ends_with(const Setter *setter, gsize end, const WordSet *words)
{
    gsize len = words->first[(guchar) setter->str[end - 1]]
        ? word_set_ends(words, setter->str, end) : 0;

    return len && begins_word(setter, end - len);
}

/* "J." */
static gboolean
ends_with_initial(const Setter *setter, gsize end)
{
    const char *str = setter->str;

    if (end < 2 || str[end - 1] != '.'
        || !g_unichar_isupper(typography_before(setter, end - 1)))
        return FALSE;
    const char *letter = g_utf8_prev_char(str + end - 1);
    return begins_word(setter, (gsize) (letter - str));
}

/* Whether the word that ends at end has less than SHORT_BYTES bytes. */
static gboolean
ends_short(const char *str, gsize end)
{
    for (gsize n = 1; n <= SHORT_BYTES; n++)
        if (end < n || str[end - n] == ' ' || str[end - n] == '(')
            return TRUE;
    return FALSE;
}

/* "Mr. X", "J. X", "No. 5" */
static gboolean
binds_next(const Setter *setter, gsize start, gunichar next)
{
    const TypographyTable *table = setter->table;

    /* Before a small letter only what is short or cut short binds. */
    if (typography_ends_with(setter, start, &table->binding))
        return g_unichar_isalnum(next)
            && (!g_unichar_islower(next) || setter->str[start - 1] == '.'
                || ends_short(setter->str, start));
    if (*setter->rules->languages && ends_with_initial(setter, start)
        && g_unichar_isupper(next))
        return TRUE;
    return g_unichar_isdigit(next)
        && typography_ends_with(setter, start, &table->counting);
}

/* "10 000" */
static gboolean
parts_digits(const Setter *setter, gsize start, gsize end)
{
    static const char digits[] = "0123456789";
    const char *next = setter->str + end;
    gsize n = 0;

    if (!(setter->rules->flags & RULE_DIGITS_GROUPED) ||
        !g_ascii_isdigit(*next))
        return FALSE;
    while (n < 3 && n < start && g_ascii_isdigit(setter->str[start - n - 1]))
        n++;
    return n > 0 && begins_word(setter, start - n)
        && strspn(next, digits) == 3 && !g_ascii_isalpha(next[3]);
}

/* A sign that French sets off: alone, not the eyes of a face. */
static gsize
sign_length(const Setter *setter, gsize at)
{
    if ((setter->table->signs[(guchar) setter->str[at]] & SIGN_MASK)
        != SIGN_MARK)
        return 0;
    gsize len = strspn(setter->str + at, ";!?:");
    gunichar after = typography_char(setter, at + len);

    return typography_is_blank(after) || strchr("\"'", (int) MIN(after, 0x7F))
        || after == 0xBB || after == 0x201D || after == 0x2019 ? len : 0;
}

/* What a run of blanks [start, end) becomes; NULL: it stays. */
static const char *
blank_for(const Setter *setter, gsize start, gsize end)
{
    gunichar next = typography_char(setter, end);

    if (sign_length(setter, end))
        return setter->str[end] == ':' ? NBSP : NNBSP;
    if (next == 0x2014 || next == 0x2013)
        return setter->rules->flags & RULE_DASH_NO_BREAK ? NBSP : NULL;
    if (parts_digits(setter, start, end))
        return NBSP;
    if (g_unichar_isdigit(setter->before)
        && is_unit(&setter->table->units, setter->str + end))
        return NBSP;
    return binds_next(setter, start, next) ? NBSP : NULL;
}

/* A run of blanks is settled when what follows it is known; quotes and
 * dashes after it may still take it. */
gboolean
typography_blank(Setter *setter)
{
    gsize start = setter->at, end = start;
    gboolean breaks = FALSE;

    while (end < setter->len) {
        gunichar c = typography_char(setter, end);

        if (!typography_is_blank(c))
            break;
        breaks |= c == 0x2028;
        end = (gsize) (g_utf8_next_char(setter->str + end) - setter->str);
    }
    if (end == start)
        return FALSE;

    const char *text = breaks || start == 0 || end == setter->len
        ? NULL : blank_for(setter, start, end);
    if (text) {
        typography_put(setter, start, end, text);
        return TRUE;
    }
    setter->before = breaks ? 0x2028 : ' ';
    setter->at = end;
    setter->blank = start;
    return TRUE;
}

gboolean
typography_sign(Setter *setter)
{
    gsize at = setter->at, len = sign_length(setter, at);
    gunichar b = setter->before;
    gboolean word = g_unichar_isalnum(b) || b == ')' || b == 0xBB
        || b == 0x201D;

    if (len == 0 || !word)
        return FALSE;
    g_autofree char *text =
        g_strdup_printf("%s%.*s", setter->str[at] == ':' ? NBSP : NNBSP,
                        (int) len, setter->str + at);
    typography_put(setter, at, at + len, text);
    return TRUE;
}
