/* SPDX-License-Identifier: MIT */
/* Where a date stands in a line, how far it reaches, and what it says. */
#include "read/date.h"

#include <string.h>

#include "read/date_extent.h"
#include "read/date_match.h"
#include "read/date_order.h"
#include "read/date_time.h"

#define BACK_BYTES 96           /* a date's words before its first digit */
#define FAR_BYTES 128           /* past a number no date goes on so far */
#define WHOLE_BYTES 300         /* a longer line is more than a date */

/* The next digit at or after pos, len if there is none. */
static gsize
next_digit(const char *str, gsize len, gsize pos)
{
    int value;

    while (pos < len && lex_digit(str + pos, str + len, &value) == 0)
        pos++;
    return pos;
}

/* Where to begin cutting tokens so that what precedes the digit is seen. */
static gsize
before_digit(const char *str, gsize floor, gsize digit)
{
    if (digit - floor <= BACK_BYTES)
        return floor;

    gsize pos = digit - BACK_BYTES;
    const char *blank = memchr(str + pos, ' ', digit - pos);

    if (blank != NULL)
        return (gsize) (blank - str);
    while (((guchar) str[pos] & 0xC0) == 0x80)
        pos++;
    return pos;
}

/* Past what belongs to the date that is tokens i to next - 1: the word for
 * year in some languages, the last dot of "2023. 11. 21." */
static int
after_year(Lex *lex, int i, int next)
{
    int k = lex_skip_blank(lex, next);

    if (lex_bits(lex, k) & DATE_AFTER_YEAR) {
        gboolean short_form = lex->tokens[k].end - lex->tokens[k].start <= 4;

        return k + 1 + (short_form && lex_is_mark(lex, k + 1, '.'));
    }
    return next + (lex_is_mark(lex, next, '.') && lex_is_mark(lex, i + 1, '.')
                   && lex->tokens[i].digits == 4);
}

/* A possible date that begins at token *i; otherwise FALSE, and *next is
 * the token to go on with. */
static gboolean
date_at(Lex *lex, int i, int *next, DateFound *date)
{
    int weekday = 0, start;

    *next = date_match(lex, i, date);
    if (*next == i) {
        *next = i + 1;
        return FALSE;
    }
    if (date->year == 0 || !date_is_bounded(lex, i, *next))
        return FALSE;
    *next = after_year(lex, i, *next);
    *next = date_extend_right(lex, *next, &weekday);
    start = date_extend_left(lex, i, &weekday);
    date->start = lex->tokens[start].start;
    date->end = lex->tokens[*next - 1].end;
    date->update = date_is_update(lex, start, *next);
    date_settle_by_weekday(date, weekday);
    return TRUE;
}

/* Looks from byte *pos on; FALSE if there is no date before the next long
 * run without digits, where *pos is then. */
static gboolean
find_near(const char *str, gsize len, gsize *pos, DateFound *date)
{
    Lex lex;
    gsize digit = next_digit(str, len, *pos), near = digit + FAR_BYTES;
    int i = 0, next;

    if (digit == len) {
        *pos = len;
        return FALSE;
    }
    lex_init(&lex, str, len, before_digit(str, *pos, digit));
    for (;; i = next) {
        i = lex_ahead(&lex, i);
        Token *token = lex_at(&lex, i);
        *pos = token == NULL ? len : token->start;
        if (token == NULL || token->start > near)
            return FALSE;
        if (token->kind == TOKEN_NUMBER)
            near = token->end + FAR_BYTES;
        if (date_at(&lex, i, &next, date))
            return TRUE;
    }
}

gboolean
date_find(const char *str, gsize len, DateFound *date)
{
    gsize pos = 0;

    while (pos < len)
        if (find_near(str, len, &pos, date))
            return TRUE;
    return FALSE;
}

/* Tokens at i that may stand beside a date in its line, or 0. */
static int
beside_length(Lex *lex, int i)
{
    Token *token = lex_at(lex, i);
    int used = date_time_length(lex, i);

    if (used == 0)
        used = date_zone_length(lex, i);
    if (used > 0 || token->kind == TOKEN_BLANK)
        return MAX(used, 1);
    if (token->kind == TOKEN_WORD)
        return (lex_bits(lex, i)
                & (DATE_FILL | DATE_FIRST | DATE_UPDATE | DATE_WEEKDAY
                   | DATE_HALF | DATE_READING)) != 0;
    if (token->kind == TOKEN_MARK)
        return token->mark >= 0x80
               || strchr("$%?=&+^", (int) token->mark) == NULL;
    return lex_bits(lex, lex_skip_blank(lex, i + 1)) & DATE_READING ? 1 : 0;
}

gboolean
date_is_whole(const char *str, gsize len, DateFound *date)
{
    Lex lex;
    DateFound other;
    int next, n_dates = 0;

    if (len > WHOLE_BYTES || next_digit(str, len, 0) == len)
        return FALSE;
    lex_init(&lex, str, len, 0);
    lex_ahead(&lex, 0);
    if (lex.pos < len)
        return FALSE;
    for (int i = 0; i < lex.n; i = next) {
        if (date_at(&lex, i, &next, &other)) {
            if (n_dates++ == 0 || (date->update && !other.update))
                *date = other;
            continue;
        }
        int used = next == i + 1 ? beside_length(&lex, i) : 0;
        if (used == 0)
            return FALSE;
        next = i + used;
    }
    return n_dates > 0;
}

char *
date_iso(const DateFound *date)
{
    if (date->month == 0 || date->reading != DATE_SURE)
        return g_strdup_printf("%04d", date->year);
    if (date->day == 0)
        return g_strdup_printf("%04d-%02d", date->year, date->month);
    return g_strdup_printf("%04d-%02d-%02d", date->year, date->month,
                           date->day);
}
