/* SPDX-License-Identifier: MIT */
/*
 * Dates as people write them.  Recognised: October 9, 2025 - Nov. 21st, 2023
 * Tuesday 1:33 PM GMT - 5 March 2026 - Fri, 23 Apr 1993 17:41:48 GMT -
 * 26 Oct 94 - 2025-10-09 (and with a time) - 2025/10/9 - 18/08/2023 -
 * 3/7/25 - 18.08.2023 - 5. Maerz 2026 - 9 octobre 2025 - 3 de marzo de 2026
 * - 9 oktyabrya 2025 (in Cyrillic) - 2026nian4yue2ri and its Korean kin - Thu
 * Nam, 02/04/2026 17:29 - Feb. 8, 2024, 3:10 AM UTC - December 2014 - with a
 * word before it such as Published, Updated, Posted on, Date:, Stand:.
 * Not dates: "1 day ago", "Saturday", a year alone.
 */
#pragma once

#include <glib.h>

typedef enum { DATE_SURE, DATE_DAY_OR_MONTH_FIRST } DateReading;

typedef struct {
    int year;               /* four digits; a two-digit year is taken as
                             * 1970..2069 */
    int month, day;         /* 0: not given */
    DateReading reading;    /* the second: 3/7/25, month and day may be
                             * swapped; month holds the first number */
    gsize start, end;       /* bytes of the date in the string, with its
                             * weekday and time */
    gboolean update;        /* a word says that it is of a later change */
} DateFound;

/* The first date in str (len bytes); FALSE if there is none. */
gboolean date_find(const char *str, gsize len, DateFound *date);

/* Whether str is a date and nothing else but weekday, time, zone, a word
 * such as Published, and punctuation. */
gboolean date_is_whole(const char *str, gsize len, DateFound *date);

/* "2025-10-09", "2014-12" or "2014"; free with g_free(). */
char *date_iso(const DateFound *date);
