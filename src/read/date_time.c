/* SPDX-License-Identifier: MIT */
/* What is a time of day or a time zone beside a date. */
#include "read/date_time.h"

/* Whether token i is a number of at most two digits below limit. */
static gboolean
small_number(Lex *lex, int i, int limit)
{
    return lex_is_kind(lex, i, TOKEN_NUMBER) && lex->tokens[i].digits <= 2
           && lex->tokens[i].value < limit;
}

/* "17h29", "17.29", and with words for hour and minute. */
static int
spelled_time(Lex *lex, int i)
{
    int k = lex_skip_blank(lex, i + 1);

    if (lex_is_mark(lex, i + 1, '.') && small_number(lex, i + 2, 60)
        && lex->tokens[i + 2].digits == 2)
        return 3;
    if (!(lex_bits(lex, k) & DATE_HOUR_UNIT))
        return 0;
    int hour = k + 1 - i;
    k = lex_skip_blank(lex, k + 1);
    if (!small_number(lex, k, 60))
        return hour;
    int minute = lex_skip_blank(lex, k + 1);
    return (lex_bits(lex, minute) & DATE_MINUTE_UNIT ? minute : k) + 1 - i;
}

/* "1710", which is a time only with "hrs" or a zone behind it. */
static gboolean
clock_number(Lex *lex, int i)
{
    Token *token = lex_at(lex, i);

    return token != NULL && token->kind == TOKEN_NUMBER && token->digits == 4
           && token->value < 2400 && token->value % 100 < 60;
}

/* Tokens up to the end of "am", "Uhr" after the time that ends before i,
 * or 0. */
static int
half_length(Lex *lex, int i)
{
    int k = lex_skip_blank(lex, i);

    if (!(lex_bits(lex, k) & DATE_HALF))
        return 0;
    return k + 1 + lex_is_mark(lex, k + 1, '.') - i;
}

int
date_time_length(Lex *lex, int i)
{
    int used = 0, half;

    if (lex_is_kind(lex, i, TOKEN_WORD) && lex_bits(lex, i) & DATE_HALF) {
        int k = lex_skip_blank(lex, i + 1);

        if (lex_is_kind(lex, k, TOKEN_TIME))
            return k + 1 - i;
        used = small_number(lex, k, 25) ? spelled_time(lex, k) : 0;
        return used > 0 ? k + used - i : 0;
    }
    if (lex_is_kind(lex, i, TOKEN_TIME))
        used = 1;
    else if (small_number(lex, i, 25))
        used = spelled_time(lex, i);
    half = half_length(lex, used > 0 ? i + used : i + 1);
    if (used > 0)
        return used + half;
    if (clock_number(lex, i)
        && (half > 0 || date_zone_length(lex, lex_skip_blank(lex, i + 1))))
        return 1 + half;
    return small_number(lex, i, 25) && half > 0 ? 1 + half : 0;
}

int
date_zone_length(Lex *lex, int i)
{
    Token *token = lex_at(lex, i);

    if (token == NULL)
        return 0;
    if (token->kind == TOKEN_WORD)
        return lex_bits(lex, i) & DATE_ZONE
               && !g_ascii_islower(lex->str[token->start]);
    if ((token->mark == '+' || token->mark == '-' || token->mark == 0x2212)
        && (lex_is_kind(lex, i + 1, TOKEN_TIME)
            || (lex_is_kind(lex, i + 1, TOKEN_NUMBER)
                && (token[1].digits == 4
                    || (token->mark == '+' && token[1].digits <= 2)))))
        return 2;
    return 0;
}
