/* SPDX-License-Identifier: MIT */
/* What words mean in a date, for date*.c. */
#pragma once

#include "read/wordtable.h"

enum {
    DATE_MONTH = 1 << 0,        /* January, Jan: date_month() tells which */
    DATE_WEEKDAY = 1 << 1,
    DATE_WEAK = 1 << 2,         /* a month, or another common word: may */
    DATE_FILL = 1 << 3,         /* of, de, am: stands between the parts */
    DATE_FIRST = 1 << 4,        /* Published, Date */
    DATE_UPDATE = 1 << 5,       /* Updated, Last modified */
    DATE_ZONE = 1 << 6,         /* GMT, EST */
    DATE_HALF = 1 << 7,         /* am, pm, Uhr: makes a number a time */
    DATE_YEAR_UNIT = 1 << 8,    /* nian, nam */
    DATE_MONTH_UNIT = 1 << 9,
    DATE_DAY_UNIT = 1 << 10,
    DATE_HOUR_UNIT = 1 << 11,
    DATE_MINUTE_UNIT = 1 << 12,
    DATE_ERA = 1 << 13,         /* Reiwa: date_era() gives its year 0 */
    DATE_AFTER_YEAR = 1 << 14,  /* "goda" after the year in Russian */
    DATE_READING = 1 << 15,     /* "min read", which often stands behind */
    DATE_VERSION = 1 << 16,     /* what follows is a version number */
};
#define DATE_MONTH_SHIFT 20
#define DATE_WEEKDAY_SHIFT 24
#define DATE_ERA_SHIFT 28

/* The meanings of a word, 0 if it has none in dates. */
guint32 date_word(const char *str, gsize len);

static inline int
date_month(guint32 bits)
{
    return (int) (bits >> DATE_MONTH_SHIFT & 15);
}

/* 1 is Monday, 7 Sunday. */
static inline int
date_weekday(guint32 bits)
{
    return (int) (bits >> DATE_WEEKDAY_SHIFT & 15);
}

int date_era(guint32 bits);
