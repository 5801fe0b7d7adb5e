/* SPDX-License-Identifier: MIT */
/*
 * Dates as people write them.  Recognised: October 9, 2025 - Nov. 21st, 2023
 * Tuesday 1:33 PM GMT - 5 March 2026 - Fri, 23 Apr 1993 17:41:48 GMT -
 * 26 Oct 94 - 2025-10-09 (and with a time) - 2025/10/9 - 18/08/2023 -
 * 3/7/25 - 18.08.2023 - 5. Maerz 2026 - 9 octobre 2025 - 3 de marzo de 2026
 * - 9 oktyabrya 2025 (in Cyrillic) - 2026nian4yue2ri and its Korean kin - Thu
 * Nam, 02/04/2026 17:29 - Feb. 8, 2024, 3:10 AM UTC - December 2014 - with a
 * word before it such as Published, Updated, Posted on, Date:, Stand:.
 * Of days from and to ("5-11 May 2008") the first is taken.
 * Not dates: "1 day ago", "Saturday", a time or a year alone, 1.2.3,
 * telephone numbers, and days that no calendar has (31 February).
 */
#pragma once

#include <glib.h>

typedef enum { DATE_SURE, DATE_DAY_OR_MONTH_FIRST } DateReading;

typedef struct {
    int year;               /* four digits; a two-digit year is taken as
                             * 1970..2069 */
    int month, day;         /* 0: not given */
    DateReading reading;    /* the second: 3/7/25, month and day may be
                             * swapped; month holds the first number.  A
                             * weekday beside the date settles it. */
    gsize start, end;       /* bytes of the date in the string, with its
                             * weekday and time */
    gboolean update;        /* a word says that it is of a later change */
} DateFound;

/* The first date in str (len bytes of valid UTF-8); FALSE if there is
 * none. */
gboolean date_find(const char *str, gsize len, DateFound *date);

/* Whether str is a date and nothing else but weekday, time, zone, a word
 * such as Published, "5 min read", and punctuation.  If it holds several
 * dates, *date is the first that is no update, or else the first. */
gboolean date_is_whole(const char *str, gsize len, DateFound *date);

/* Whether the numeric dates of a whole text that can only be read one way
 * (18/08/2023, 8/18/2023) have the day first.  *sure is FALSE, and the
 * answer worth nothing, if there are none or they contradict each other. */
gboolean date_prefers_day_first(const char *text, gsize len,
                                gboolean *sure);

/* Whether numeric dates of a language (BCP 47, may be NULL) have the day
 * first wherever it is spoken; so FALSE for English. */
gboolean date_language_day_first(const char *language);

/* Makes a date of doubtful order a sure one; leaves others alone. */
void date_settle(DateFound *date, gboolean day_first);

/* "2025-10-09", "2014-12" or "2014", which is also all that is sure of
 * 3/7/14; free with g_free(). */
char *date_iso(const DateFound *date);
