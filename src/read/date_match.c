/* SPDX-License-Identifier: MIT */
/* Which runs of numbers and words are dates: a table of shapes. */
#include "read/date_match.h"

#include <string.h>

#include "read/date_time.h"

#define YEAR_MIN 1000
#define YEAR_MAX 2199
#define GAP_TOKENS 6        /* between two parts of a date */

/*
 * One letter a part:
 *   D day   R day or days, 5-11   M month as a word   m month as a number
 *   Y year of four digits   y of two or four   s of two that is no day
 *   N any number of an era
 *   a b  day and month in an order that only the numbers may tell
 *   ,  blanks, a comma or dot, "of"; or a hyphen or slash alone
 *   . / -  just that   1 2 3  a word for year, month, day   E era   t time
 */
static const char *const shapes[] = {
    "Y1m2D3", "EN1m2D3", "Y-m-D", "Y/m/D", "Y.m.D", "Y1m2", "EN1m2",
    "R,M,y", "M,R,y", "M,D,t,Y", "Y,M,D",
    "D2m1Y", "D2m,Y", "2m1Y", "2m/Y",
    "D.m.y", "a/b/y", "a-b-y", "M,Y", "M,s",
};

typedef struct {
    Lex *lex;
    int day, month, year;
    int first, second;          /* of a and b */
    guint day_digits, month_digits, year_digits;
    gboolean blanks;            /* between numbers and dots */
    gboolean weak;              /* the month may be another word */
    gboolean marked;            /* the gap before had a comma or ' */
} Parts;

static int
match_number(Parts *parts, int i, guint min_digits, guint max_digits,
             int *value, guint *digits)
{
    Token *token = lex_at(parts->lex, i);

    if (token == NULL || token->kind != TOKEN_NUMBER
        || token->digits < min_digits || token->digits > max_digits)
        return -1;
    *value = token->value;
    *digits = token->digits;
    return i + 1;
}

/* The token after a gap of the loose kind; may be i itself. */
static int
match_gap(Parts *parts, int i)
{
    Lex *lex = parts->lex;
    int start = i, marks = 0, words = 0;

    parts->marked = FALSE;
    if (lex_is_mark(lex, i, '-') || lex_is_mark(lex, i, '/'))
        return i + 1;
    for (; i < start + GAP_TOKENS; i++) {
        if (lex_is_mark(lex, i, ',') || lex_is_mark(lex, i, '\'')) {
            parts->marked = TRUE;
            marks++;
        } else if (lex_is_mark(lex, i, '.')) {
            marks++;
        } else if (lex_bits(lex, i) & DATE_FILL) {
            words++;
        } else if (!lex_is_kind(lex, i, TOKEN_BLANK)) {
            break;
        }
        if (marks > 2 || words > 2)
            return -1;
    }
    return i;
}

static int
match_month_word(Parts *parts, int i)
{
    Lex *lex = parts->lex;
    guint32 bits = lex_bits(lex, i);

    if (!(bits & DATE_MONTH))
        return -1;
    parts->month = date_month(bits);
    parts->weak = (bits & DATE_WEAK) != 0
                  && g_ascii_islower(lex->str[lex->tokens[i].start]);
    return i + 1;
}

/* A day; where "25.-27." or "5-11" stands, the first of them. */
static int
match_days(Parts *parts, int i)
{
    Lex *lex = parts->lex;
    int other;
    guint digits;
    int next = match_number(parts, i, 1, 2, &parts->day, &parts->day_digits);

    if (next < 0)
        return -1;
    i = lex_skip_blank(lex, next + lex_is_mark(lex, next, '.'));
    if (!lex_is_mark(lex, i, '-') && !lex_is_mark(lex, i, 0x2013))
        return next;
    i = match_number(parts, lex_skip_blank(lex, i + 1), 1, 2, &other,
                     &digits);
    return i > 0 && other > parts->day && other <= 31 ? i : next;
}

static int
match_unit(Parts *parts, int i, guint32 bit)
{
    i = lex_skip_blank(parts->lex, i);
    if (!(lex_bits(parts->lex, i) & bit))
        return -1;
    return lex_skip_blank(parts->lex, i + 1);
}

/* Units end a date without the blank after them. */
static int
match_last_unit(Parts *parts, int i, guint32 bit)
{
    i = lex_skip_blank(parts->lex, i);
    return lex_bits(parts->lex, i) & bit ? i + 1 : -1;
}

static int
match_mark(Parts *parts, int i, gunichar mark)
{
    if (!lex_is_mark(parts->lex, i, mark))
        return -1;
    if (mark == '.' && lex_is_kind(parts->lex, i + 1, TOKEN_BLANK)) {
        parts->blanks = TRUE;
        return i + 2;
    }
    return i + 1;
}

static int
match_era(Parts *parts, int i)
{
    guint32 bits = lex_bits(parts->lex, i);

    if (!(bits & DATE_ERA))
        return -1;
    parts->year = date_era(bits);
    return i + 1;
}

static int
match_era_year(Parts *parts, int i)
{
    int year = 0;
    guint digits;

    i = match_number(parts, i, 1, 3, &year, &digits);
    parts->year += year;
    parts->year_digits = 4;
    return i;
}

/* A year of two digits is one only where no more words or figures of a
 * sentence or a time follow: "26 Oct 94", not "26 Oct 94 people". */
static gboolean
short_year_ends(Parts *parts, int i)
{
    Lex *lex = parts->lex;
    Token *next = lex_at(lex, i), *after = lex_at(lex, i + 1);

    if (next == NULL)
        return TRUE;
    if (next->kind == TOKEN_MARK)
        return next->mark != ':' && next->mark != '%'
               && !((next->mark == '.' || next->mark == ',') && after != NULL
                    && after->kind == TOKEN_NUMBER);
    if (next->kind != TOKEN_BLANK || after == NULL
        || after->kind != TOKEN_WORD)
        return TRUE;
    return lex_bits(lex, i + 1) != 0
           || !g_unichar_islower(g_utf8_get_char(lex->str + after->start));
}

static int
match_short_year(Parts *parts, int i)
{
    int next = match_number(parts, i, 2, 2, &parts->year,
                            &parts->year_digits);

    if (next < 0 || !short_year_ends(parts, next))
        return -1;
    parts->year += parts->year < 70 ? 2000 : 1900;
    return next;
}

static int
match_year(Parts *parts, int i, gboolean maybe_short)
{
    int next = match_number(parts, i, 4, 4, &parts->year,
                            &parts->year_digits);

    return next < 0 && maybe_short ? match_short_year(parts, i) : next;
}

/* "December 95": no day has such a number. */
static int
match_past_year(Parts *parts, int i)
{
    int next = match_short_year(parts, i);

    return next > 0 && parts->year < 2000 && !parts->weak ? next : -1;
}

static int
match_time(Parts *parts, int i)
{
    int used = date_time_length(parts->lex, i);

    if (used == 0)
        return -1;
    i += used;
    used = date_zone_length(parts->lex, lex_skip_blank(parts->lex, i));
    return used > 0 ? lex_skip_blank(parts->lex, i) + used : i;
}

static int
match_part(Parts *parts, int i, char part, gboolean last)
{
    static const guint32 units[] = {
        DATE_YEAR_UNIT, DATE_MONTH_UNIT, DATE_DAY_UNIT
    };

    switch (part) {
    case 'D': return match_number(parts, i, 1, 2, &parts->day,
                                  &parts->day_digits);
    case 'R': return match_days(parts, i);
    case 'M': return match_month_word(parts, i);
    case 'm': return match_number(parts, i, 1, 2, &parts->month,
                                  &parts->month_digits);
    case 'a': return match_number(parts, i, 1, 2, &parts->first,
                                  &parts->month_digits);
    case 'b': return match_number(parts, i, 1, 2, &parts->second,
                                  &parts->day_digits);
    case 'Y': return match_year(parts, i, FALSE);
    case 'y': return match_year(parts, i, TRUE);
    case 's': return match_past_year(parts, i);
    case 'E': return match_era(parts, i);
    case 'N': return match_era_year(parts, i);
    case 't': return match_time(parts, i);
    case ',': return match_gap(parts, i);
    case '1': case '2': case '3':
        return last ? match_last_unit(parts, i, units[part - '1'])
                    : match_unit(parts, i, units[part - '1']);
    default: return match_mark(parts, i, (gunichar) part);
    }
}

static int
match_shape(Parts *parts, int i, const char *shape)
{
    for (; *shape != '\0' && i >= 0; shape++)
        i = match_part(parts, i, *shape, shape[1] == '\0');
    return i;
}

/* The word before token i, over a blank; 0 if it means nothing to dates,
 * and *is_word says whether there is one at all. */
static guint32
word_before(Lex *lex, int i, gboolean *is_word)
{
    i--;
    i -= lex_is_kind(lex, i, TOKEN_BLANK);
    i -= lex_is_mark(lex, i, '.');
    *is_word = lex_is_kind(lex, i, TOKEN_WORD);
    return lex_bits(lex, i);
}

/* Numbers between dots, hyphens and slashes are also versions, telephone
 * numbers and scores. */
static gboolean
plausible(Parts *parts, int i, const char *shape)
{
    gboolean padded = parts->day_digits == 2 && parts->month_digits == 2;
    gboolean is_word;
    guint32 before = word_before(parts->lex, i, &is_word);

    if (strcmp(shape, "D.m.y") == 0) {
        if (before & DATE_VERSION)
            return FALSE;
        return parts->year_digits == 4
               || (!parts->blanks
                   && (padded || parts->day > 12 || !is_word));
    }
    if (strcmp(shape, "Y.m.D") == 0)
        return padded || parts->blanks || !is_word || before != 0;
    if (strcmp(shape, "a-b-y") == 0)
        return parts->year_digits == 4 || padded;
    if (strcmp(shape, "a/b/y") == 0)
        return parts->year_digits == 4 || padded || !(before & DATE_VERSION);
    if (strcmp(shape, "M,R,y") == 0 || strcmp(shape, "M,D,y") == 0)
        return parts->year_digits == 4 || parts->marked;
    return TRUE;
}

static gboolean
plausible_words(const Parts *parts, const char *shape)
{
    if (strcmp(shape, "M,s") == 0)
        return TRUE;
    if (strcmp(shape, "M,Y") == 0)
        return !parts->weak && parts->year >= 1500 && parts->year <= 2100;
    return !parts->weak || parts->year_digits == 4;
}

/* Settles which number is the day; FALSE if neither order is possible. */
static void
order_numbers(Parts *parts, DateFound *found)
{
    found->month = parts->first;
    found->day = parts->second;
    found->reading = DATE_SURE;
    if (parts->first > 12) {
        found->month = parts->second;
        found->day = parts->first;
    } else if (parts->second <= 12 && parts->first != parts->second) {
        found->reading = DATE_DAY_OR_MONTH_FIRST;
    }
}

static void
fill_in(Parts *parts, const char *shape, DateFound *found)
{
    *found = (DateFound) { .year = parts->year, .month = parts->month,
                           .day = parts->day };
    if (shape[0] == 'a')
        order_numbers(parts, found);
    if (parts->year < YEAR_MIN || parts->year > YEAR_MAX
        || found->month < 1 || found->month > 12
        || (strpbrk(shape, "DRa") != NULL
            && !g_date_valid_dmy((GDateDay) found->day,
                                 (GDateMonth) found->month,
                                 (GDateYear) found->year)))
        found->year = 0;
}

/* Which first letters of shapes token i may be. */
static gboolean
may_begin(Lex *lex, int i)
{
    Token *token = lex_at(lex, i);
    gboolean number = FALSE;

    if (token == NULL)
        return FALSE;
    if (token->kind == TOKEN_NUMBER)
        return token->digits <= 4;
    if (token->kind != TOKEN_WORD)
        return FALSE;
    for (int k = i + 1; k < i + 5 && !number; k++)
        number = lex_is_kind(lex, k, TOKEN_NUMBER);
    return number
           && lex_bits(lex, i) & (DATE_MONTH | DATE_ERA | DATE_MONTH_UNIT);
}

int
date_match(Lex *lex, int i, DateFound *found)
{
    if (!may_begin(lex, i))
        return i;
    for (gsize k = 0; k < G_N_ELEMENTS(shapes); k++) {
        Parts parts = { .lex = lex };
        int next = match_shape(&parts, i, shapes[k]);

        if (next < 0 || !plausible(&parts, i, shapes[k])
            || !plausible_words(&parts, shapes[k]))
            continue;
        fill_in(&parts, shapes[k], found);
        return next;
    }
    return i;
}
