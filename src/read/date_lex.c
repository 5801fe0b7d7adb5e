/* SPDX-License-Identifier: MIT */
/* Where the numbers, words, times and marks of a string begin and end. */
#include "read/date_lex.h"

#include <string.h>

#include "base/utf8.h"

#define UNIT_BITS (DATE_YEAR_UNIT | DATE_MONTH_UNIT | DATE_DAY_UNIT \
                   | DATE_HOUR_UNIT | DATE_MINUTE_UNIT)

static gboolean
is_letter(gunichar c)
{
    return c < 0x80 ? g_ascii_isalpha((char) c)
                    : g_unichar_isalpha(c) || g_unichar_ismark(c);
}

/* Scripts that put no blanks between words. */
static gboolean
is_han_or_kana(gunichar c)
{
    return (c >= 0x2E80 && c < 0x3400) || (c >= 0x3400 && c < 0xA000)
           || (c >= 0xF900 && c < 0xFB00) || (c >= 0x20000 && c < 0x32000);
}

static gunichar
char_at(const Lex *lex, gsize pos)
{
    return pos < lex->len ? g_utf8_get_char(lex->str + pos) : 0;
}

static gsize
next_pos(const Lex *lex, gsize pos)
{
    return (gsize) (g_utf8_next_char(lex->str + pos) - lex->str);
}

static gsize
word_end(const Lex *lex, gsize pos)
{
    while (pos < lex->len) {
        gunichar c = char_at(lex, pos);

        if (!is_letter(c) || is_han_or_kana(c))
            break;
        pos = next_pos(lex, pos);
    }
    return pos;
}

static gsize
digits_end(const Lex *lex, gsize pos, int *value, guint *digits)
{
    int digit, used;

    *value = 0;
    *digits = 0;
    while (pos < lex->len
           && (used = lex_digit(lex->str + pos, lex->str + lex->len,
                                &digit)) > 0) {
        *value = MIN(*value, 99999) * 10 + digit;
        (*digits)++;
        pos += (gsize) used;
    }
    return pos;
}

/* ":29", ":07.5" after a number: the end, or pos if there is none. */
static gsize
minutes_end(const Lex *lex, gsize pos)
{
    gsize end = pos;
    int value;
    guint digits;

    for (int part = 0; part < 2; part++) {
        if (char_at(lex, end) != ':')
            break;
        gsize stop = digits_end(lex, end + 1, &value, &digits);
        if (digits != 2 || value > 60)
            break;
        end = stop;
    }
    if (end > pos + 3 && (char_at(lex, end) == '.'
                          || char_at(lex, end) == ',')) {
        gsize stop = digits_end(lex, end + 1, &value, &digits);
        if (digits > 0)
            end = stop;
    }
    return end;
}

/* "st" of 21st and its kin: the end, or pos. */
static gsize
ordinal_end(const Lex *lex, gsize pos)
{
    static const struct { gsize len; const char *text; } endings[] = {
#define ENDING(text) { sizeof text - 1, text }
        ENDING("st"), ENDING("nd"), ENDING("rd"), ENDING("th"), ENDING("er"),
        ENDING("re"), ENDING("ère"), ENDING("e"), ENDING("º"), ENDING("ª"),
        ENDING("°"), ENDING("te"), ENDING("ter"), ENDING("ten"),
        ENDING("de"), ENDING(":a"), ENDING(":e"), ENDING("-го"),
        ENDING("го"), ENDING("-е"), ENDING("-a"),
#undef ENDING
    };
    char first = g_ascii_tolower(char_at(lex, pos) ? lex->str[pos] : 0);

    for (guint i = 0; i < G_N_ELEMENTS(endings); i++) {
        gsize len = endings[i].len;

        if (*endings[i].text == first && lex->len - pos >= len
            && g_ascii_strncasecmp(lex->str + pos, endings[i].text, len) == 0
            && !is_letter(char_at(lex, pos + len)))
            return pos + len;
    }
    return pos;
}

static void
lex_number(Lex *lex, Token *token)
{
    gsize end = digits_end(lex, lex->pos, &token->value, &token->digits);
    gsize stop = token->digits <= 2 && token->value < 25
                 ? minutes_end(lex, end) : end;

    token->kind = stop > end ? TOKEN_TIME : TOKEN_NUMBER;
    if (stop == end && token->digits <= 2)
        stop = ordinal_end(lex, end);
    token->end = stop;
}

/* The longest word of dates that Han or kana at the place begin with. */
static gsize
lex_han(Lex *lex, Token *token)
{
    gsize ends[6], end = lex->pos;
    int n = 0;

    while (n < 6 && end < lex->len && is_han_or_kana(char_at(lex, end)))
        ends[n++] = end = next_pos(lex, end);
    token->looked = TRUE;
    while (n > 0) {
        n--;
        token->bits = date_word(lex->str + lex->pos, ends[n] - lex->pos);
        if (token->bits != 0)
            return ends[n];
    }
    return ends[0];
}

/* "am" of "a.m.": the end, or pos. */
static gsize
half_end(const Lex *lex, gsize pos)
{
    const char *p = lex->str + pos;

    if (lex->len - pos >= 3 && (g_ascii_tolower(*p) == 'a'
                                || g_ascii_tolower(*p) == 'p')
        && p[1] == '.' && g_ascii_tolower(p[2]) == 'm'
        && !is_letter(char_at(lex, pos + 3)))
        return pos + 3;
    return pos;
}

/* A unit right after a number ends there: "21" "il" "ja" in Korean. */
static gsize
unit_end(Lex *lex, Token *token)
{
    gsize end = next_pos(lex, lex->pos);
    gunichar c = char_at(lex, lex->pos);

    if (c < 0xAC00 || c > 0xD7A3 || lex->n == 0
        || lex->tokens[lex->n - 1].kind != TOKEN_NUMBER)
        return lex->pos;
    token->bits = date_word(lex->str + lex->pos, end - lex->pos);
    token->looked = (token->bits & UNIT_BITS) != 0;
    return token->looked ? end : lex->pos;
}

/* The second word of one with a blank in it, such as "thu hai". */
static gsize
second_end(Lex *lex, Token *token, gsize end)
{
    static const char *const firsts[] = {
        "thứ", "Thứ", "THỨ", "chủ", "Chủ", "CHỦ", "cập", "Cập", "đăng",
        "Đăng", NULL
    };
    int value;
    guint digits;

    if (char_at(lex, end) != ' ')
        return end;
    for (int i = 0; firsts[i] != NULL; i++) {
        gsize len = *firsts[i] == lex->str[lex->pos] ? strlen(firsts[i]) : 0;

        if (end - lex->pos != len
            || memcmp(lex->str + lex->pos, firsts[i], len) != 0)
            continue;
        gsize stop = word_end(lex, end + 1);
        if (stop == end + 1)
            stop = digits_end(lex, end + 1, &value, &digits);
        token->bits = date_word(lex->str + lex->pos, stop - lex->pos);
        token->looked = token->bits != 0;
        return token->looked ? stop : end;
    }
    return end;
}

static void
lex_word(Lex *lex, Token *token)
{
    token->kind = TOKEN_WORD;
    if (is_han_or_kana(char_at(lex, lex->pos))) {
        token->end = lex_han(lex, token);
        return;
    }
    token->end = half_end(lex, lex->pos);
    if (token->end == lex->pos)
        token->end = unit_end(lex, token);
    if (token->end == lex->pos)
        token->end = second_end(lex, token, word_end(lex, lex->pos));
}

static void
lex_mark(Lex *lex, Token *token, gunichar c)
{
    token->kind = TOKEN_MARK;
    token->mark = c;
    if (c == 0x2010 || c == 0x2011)
        token->mark = '-';
    if (c == 0x2019 || c == 0x2018 || c == '`')
        token->mark = '\'';
    if (c > 0xFF00 && c < 0xFF5F)
        token->mark = c - 0xFEE0;
    token->end = next_pos(lex, lex->pos);
}

static void
lex_one(Lex *lex)
{
    Token *token = &lex->tokens[lex->n];
    gunichar c = char_at(lex, lex->pos);
    int digit;

    *token = (Token) { .start = lex->pos, .end = lex->pos };
    if (lex_digit(lex->str + lex->pos, lex->str + lex->len, &digit) > 0) {
        lex_number(lex, token);
    } else if (is_letter(c)) {
        lex_word(lex, token);
    } else if (utf8_is_blank(c) || c == '\n') {
        token->kind = TOKEN_BLANK;
        while (token->end < lex->len
               && (utf8_is_blank(char_at(lex, token->end))
                   || char_at(lex, token->end) == '\n'))
            token->end = next_pos(lex, token->end);
    } else {
        lex_mark(lex, token, c);
    }
    lex->pos = token->end;
    lex->n++;
}

void
lex_init(Lex *lex, const char *str, gsize len, gsize from)
{
    lex->str = str;
    lex->len = len;
    lex->pos = from;
    lex->n = 0;
}

int
lex_ahead(Lex *lex, int i)
{
    if (lex->pos >= lex->len || lex->n - i > LEX_AHEAD)
        return i;
    if (i + LEX_AHEAD >= LEX_TOKENS) {
        int drop = i - LEX_BEHIND;

        memmove(lex->tokens, lex->tokens + drop,
                (gsize) (lex->n - drop) * sizeof *lex->tokens);
        lex->n -= drop;
        i -= drop;
    }
    while (lex->n < LEX_TOKENS && lex->pos < lex->len)
        lex_one(lex);
    return i;
}

Token *
lex_at(Lex *lex, int i)
{
    return i >= 0 && i < lex->n ? &lex->tokens[i] : NULL;
}

guint32
lex_bits(Lex *lex, int i)
{
    Token *token = lex_at(lex, i);

    if (token == NULL || token->kind != TOKEN_WORD)
        return 0;
    if (!token->looked) {
        token->bits = date_word(lex->str + token->start,
                                token->end - token->start);
        token->looked = TRUE;
    }
    return token->bits;
}

gboolean
lex_is_mark(Lex *lex, int i, gunichar mark)
{
    return lex_is_kind(lex, i, TOKEN_MARK) && lex->tokens[i].mark == mark;
}

gboolean
lex_is_kind(Lex *lex, int i, TokenKind kind)
{
    return i >= 0 && i < lex->n && lex->tokens[i].kind == kind;
}

int
lex_skip_blank(Lex *lex, int i)
{
    return lex_is_kind(lex, i, TOKEN_BLANK) ? i + 1 : i;
}
