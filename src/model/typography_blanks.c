/* SPDX-License-Identifier: MIT */
/* Which blanks hold together what is on both sides of them. */
#include "model/typography_table.h"

#include "base/utf8.h"

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

static gboolean
ends_word(const TypographyTable *table, const char *p)
{
    if (*p == '(')
        return TRUE;
    if (!(table->signs[(guchar) *p] & SIGN_MASK))
        return *p == '\xE1' && utf8_is_blank(g_utf8_get_char(p));
    gunichar c = g_utf8_get_char(p);
    return typography_is_blank(c) || typography_is_dash(c);
}

/* Start of the word that ends at end; end if it is too long to be one of
 * the rules'. */
static gsize
word_before(const Setter *setter, gsize end)
{
    const char *p = setter->str + end;

    while (p > setter->str) {
        const char *previous = p - 1;

        while ((*previous & 0xC0) == 0x80)
            previous--;
        if (ends_word(setter->table, previous))
            break;
        if (setter->str + end - previous > WORD_MAX_BYTES)
            return end;
        p = previous;
    }
    return (gsize) (p - setter->str);
}

static gboolean
is_initial(const char *word, gsize len)
{
    if (len < 2 || word[len - 1] != '.')
        return FALSE;
    gunichar c = g_utf8_get_char(word);
    return g_unichar_isupper(c)
        && g_utf8_next_char(word) == word + len - 1;
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
    char last = setter->str[start - 1];
    gboolean initial = last == '.' && *setter->rules->languages;
    gsize word, len;

    /* Most blanks are settled here. */
    if (!initial && !word_set_may_end(&table->binding, last)
        && !word_set_may_end(&table->counting, last))
        return FALSE;
    /* Before a small letter only what is short or cut short binds. */
    if (!g_unichar_isalnum(next) || (g_unichar_islower(next) && last != '.'
                                     && !ends_short(setter->str, start)))
        return FALSE;
    word = word_before(setter, start);
    len = start - word;
    const char *str = setter->str + word;
    if (initial && g_unichar_isupper(next) && is_initial(str, len))
        return TRUE;
    return word_set_has(&table->binding, str, len)
        || (g_unichar_isdigit(next)
            && word_set_has(&table->counting, str, len));
}

/* "10 000" */
static gboolean
parts_digits(const Setter *setter, gsize start, gsize end)
{
    const char *next = setter->str + end;
    gsize word, len;

    if (!(setter->rules->flags & RULE_DIGITS_GROUPED) ||
        !g_ascii_isdigit(*next) ||
        !g_ascii_isdigit(setter->str[start - 1]))
        return FALSE;
    word = word_before(setter, start);
    len = start - word;
    return len > 0 && len <= 3
        && strspn(setter->str + word, "0123456789") == len
        && strspn(next, "0123456789") == 3 && !g_ascii_isalpha(next[3]);
}

/* A sign that French sets off: alone, not the eyes of a face. */
static gsize
sign_length(const Setter *setter, gsize at)
{
    if (!(setter->rules->flags & RULE_FRENCH_SIGNS))
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
        && is_unit(setter->table->units, setter->str + end))
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
