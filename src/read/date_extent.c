/* SPDX-License-Identifier: MIT */
/* How far a date reaches in its line: weekday, time, zone, lead-in words. */
#include "read/date_extent.h"

#include <string.h>

#include "read/date_time.h"

#define GAP_TOKENS 8            /* between a date and its time or weekday */
#define LEAD_TOKENS 8           /* between a word like Updated and a date */

/* Whether the mark of token i joins what follows it to a longer number, a
 * path or an amount. */
static gboolean
joins_before(Lex *lex, int i, gboolean number)
{
    gunichar mark = lex->tokens[i].mark;

    if (mark >= 0x80)
        return FALSE;
    if (strchr("/_=&?#@\\", (int) mark) != NULL)
        return TRUE;
    if (number && strchr("$+~^", (int) mark) != NULL)
        return TRUE;
    if (number && strchr(".,:-", (int) mark) != NULL
        && lex_is_kind(lex, i - 1, TOKEN_NUMBER))
        return TRUE;
    return number && mark == '-' && lex_is_kind(lex, i - 1, TOKEN_WORD);
}

static gboolean
free_before(Lex *lex, int i)
{
    Token *before = lex_at(lex, i - 1);
    gboolean number = lex_is_kind(lex, i, TOKEN_NUMBER);

    if (before == NULL || before->kind == TOKEN_BLANK)
        return TRUE;
    if (before->kind == TOKEN_MARK)
        return !joins_before(lex, i - 1, number);
    /* Scripts without blanks put words right before a number. */
    return before->kind == TOKEN_WORD && lex->str[before->start] < 0;
}

/* A line break lost in scraping: "December 2014When we were". */
static gboolean
begins_sentence(Lex *lex, int i)
{
    const char *word = lex->str + lex->tokens[i].start;

    return g_ascii_isupper(word[0])
           && (lex->tokens[i].end - lex->tokens[i].start == 1
                   ? lex_is_kind(lex, i + 1, TOKEN_BLANK)
                   : g_ascii_islower(word[1]));
}

static gboolean
free_behind(Lex *lex, int i)
{
    Token *after = lex_at(lex, i), *further = lex_at(lex, i + 1);

    if (after == NULL || after->kind == TOKEN_BLANK)
        return TRUE;
    if (after->kind == TOKEN_WORD)
        return lex->str[after->start] < 0 || lex_bits(lex, i) & DATE_FILL
               || begins_sentence(lex, i);
    if (after->kind != TOKEN_MARK)
        return FALSE;
    if (further == NULL || further->kind > TOKEN_WORD)
        return TRUE;
    if (further->kind == TOKEN_NUMBER && (after->mark == '.'
                                          || after->mark == ','))
        return FALSE;
    return after->mark != '/' && after->mark != '-' && after->mark != '_';
}

gboolean
date_is_bounded(Lex *lex, int i, int next)
{
    return free_before(lex, i) && free_behind(lex, next);
}

/* A weekday at token i, 1 to 7, or 0.  Short ones are also small words
 * (so, do, to) and signs, so they need a mark behind or brackets around. */
static int
weekday_at(Lex *lex, int i)
{
    guint32 bits = lex_bits(lex, i);
    Token *token = lex_at(lex, i);

    if (!(bits & DATE_WEEKDAY))
        return 0;
    glong chars = g_utf8_strlen(lex->str + token->start,
                                (gssize) (token->end - token->start));
    gboolean wide = lex->str[token->start] < 0;
    if (chars <= (wide ? 1 : 2) && !lex_is_mark(lex, i + 1, '.')
        && !lex_is_mark(lex, i + 1, ',') && !lex_is_mark(lex, i + 1, ')'))
        return 0;
    if (chars == 1 && !lex_is_mark(lex, i - 1, '('))
        return 0;
    return date_weekday(bits);
}

static gboolean
is_gap(Lex *lex, int i)
{
    Token *token = lex_at(lex, i);

    if (token == NULL)
        return FALSE;
    if (token->kind == TOKEN_BLANK)
        return TRUE;
    if (token->kind == TOKEN_WORD)
        return (lex_bits(lex, i) & DATE_FILL) != 0;
    return token->kind == TOKEN_MARK
           && (token->mark < 0x80
                   ? strchr(",-|()[]@/.", (int) token->mark) != NULL
                   : g_unichar_ispunct(token->mark));
}

/* A weekday, a time or (behind a time) a zone: how many tokens. */
static int
item_length(Lex *lex, int i, gboolean dotted, gboolean *timed, int *weekday)
{
    int day = dotted ? 0 : weekday_at(lex, i);
    int used;

    if (day > 0) {
        *weekday = day;
        return 1;
    }
    used = date_time_length(lex, i);
    if (used > 0) {
        *timed = TRUE;
        return used;
    }
    return *timed ? date_zone_length(lex, i) : 0;
}

int
date_extend_right(Lex *lex, int i, int *weekday)
{
    gboolean timed = FALSE, dotted = FALSE, bracket = FALSE;
    int end = i;

    for (int gap = 0; gap < GAP_TOKENS; ) {
        int used = item_length(lex, i, dotted, &timed, weekday);

        if (used > 0) {
            end = i = i + used;
            if (bracket && (lex_is_mark(lex, i, ')')
                            || lex_is_mark(lex, i, ']')))
                end = ++i;
            gap = 0;
            dotted = bracket = FALSE;
            continue;
        }
        if (!is_gap(lex, i))
            break;
        dotted |= lex_is_mark(lex, i, '.');
        bracket |= lex_is_mark(lex, i, '(') || lex_is_mark(lex, i, '[');
        i++;
        gap++;
    }
    return end;
}

int
date_extend_left(Lex *lex, int i, int *weekday)
{
    int start = i--;

    for (int gap = 0; gap < GAP_TOKENS; i--) {
        int day = weekday_at(lex, i);

        if (day > 0 || lex_is_kind(lex, i, TOKEN_TIME)) {
            *weekday = day > 0 ? day : *weekday;
            start = i;
            gap = 0;
        } else if (is_gap(lex, i)
                   || lex_bits(lex, i) & (DATE_HALF | DATE_ZONE)) {
            gap++;
        } else {
            break;
        }
    }
    return start;
}

gboolean
date_is_update(Lex *lex, int i, int end)
{
    int behind = lex_skip_blank(lex, end);

    for (int k = i - 1; k >= i - LEAD_TOKENS; k--) {
        guint32 bits = lex_bits(lex, k);

        if (bits & DATE_UPDATE)
            return TRUE;
        if (lex_is_kind(lex, k, TOKEN_NUMBER)
            || (lex_is_kind(lex, k, TOKEN_WORD) && !(bits & DATE_FILL)))
            break;
    }
    return lex_bits(lex, behind) & DATE_UPDATE
           && lex->str[lex->tokens[behind].start] < 0;
}
