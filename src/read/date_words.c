/* SPDX-License-Identifier: MIT */
/* The words of dates in many languages: months, weekdays, lead-in words. */
#include "read/date_words.h"

#define MONTHS(list) { list, DATE_MONTH, DATE_MONTH_SHIFT },
#define WEEKDAYS(list) { list, DATE_WEEKDAY, DATE_WEEKDAY_SHIFT },
#define WORDS(bits, list) { list, bits, 0 },
#define ERAS(list) { list, DATE_ERA, DATE_ERA_SHIFT },

static const WordRow rows[] = {
#include "read/date_words.def"
};

/* The year before the first of each era, in the order of their row. */
static const int era_years[] = { 0, 2018, 1988, 1925, 1911, 1867 };

guint32
date_word(const char *str, gsize len)
{
    static WordTable *table;

    if (g_once_init_enter(&table))
        g_once_init_leave(&table, wordtable_new(rows, G_N_ELEMENTS(rows)));
    return wordtable_find(table, str, len);
}

int
date_era(guint32 bits)
{
    return era_years[(bits >> DATE_ERA_SHIFT & 15) % G_N_ELEMENTS(era_years)];
}
