/* SPDX-License-Identifier: MIT */
/* Whether 3/7/25 is of March or of July: by weekday and by other dates. */
#include "read/date_order.h"

#include <stdlib.h>
#include <string.h>

#include "model/language.h"

static gboolean
falls_on(int year, int month, int day, int weekday)
{
    GDate date;

    g_date_clear(&date, 1);
    if (!g_date_valid_dmy((GDateDay) day, (GDateMonth) month,
                          (GDateYear) year))
        return FALSE;
    g_date_set_dmy(&date, (GDateDay) day, (GDateMonth) month,
                   (GDateYear) year);
    return (int) g_date_get_weekday(&date) == weekday;
}

void
date_settle_by_weekday(DateFound *date, int weekday)
{
    gboolean month_first = falls_on(date->year, date->month, date->day,
                                    weekday);
    gboolean day_first = falls_on(date->year, date->day, date->month,
                                  weekday);

    if (weekday > 0 && month_first != day_first)
        date_settle(date, day_first);
}

void
date_settle(DateFound *date, gboolean day_first)
{
    int first = date->month;

    if (date->reading == DATE_SURE)
        return;
    date->reading = DATE_SURE;
    if (day_first) {
        date->month = date->day;
        date->day = first;
    }
}

/* How the date around the slash or hyphen at pos is written: 1 day first,
 * -1 month first, 0 neither is sure.  *end is past it. */
static int
order_at(const char *text, gsize len, gsize pos, gsize *end)
{
    gsize start = pos;
    DateFound date;

    *end = pos + 1;
    while (start > 0 && pos - start < 2 && g_ascii_isdigit(text[start - 1]))
        start--;
    if (start == pos || pos + 1 == len || !g_ascii_isdigit(text[pos + 1])
        || (start > 0 && (g_ascii_isalnum(text[start - 1])
                          || strchr("/-.$:", text[start - 1]) != NULL)))
        return 0;
    gsize stop = pos + 1;
    while (stop < len && stop - start < 12
           && (g_ascii_isdigit(text[stop]) || text[stop] == text[pos]))
        stop++;
    if (!date_find(text + start, stop - start, &date)
        || date.reading != DATE_SURE || date.month == date.day)
        return 0;
    *end = stop;
    return atoi(text + start) == date.day ? 1 : -1;
}

gboolean
date_prefers_day_first(const char *text, gsize len, gboolean *sure)
{
    static const char marks[] = "/-";
    guint n_day = 0, n_month = 0;

    for (const char *mark = marks; *mark != '\0'; mark++) {
        for (gsize pos = 0; pos < len; ) {
            const char *found = memchr(text + pos, *mark, len - pos);

            if (found == NULL)
                break;
            int order = order_at(text, len, (gsize) (found - text), &pos);
            n_day += order > 0;
            n_month += order < 0;
        }
    }
    *sure = (n_day == 0) != (n_month == 0);
    return n_day > 0;
}

gboolean
date_language_day_first(const char *language)
{
    static const char *const others[] = {
        "en", "fil", "tl", "sw", "zh", "ja", "ko", "hu", "lt", "mn", "eu",
        "fa", "yue", NULL
    };

    for (int i = 0; others[i] != NULL; i++)
        if (language_is(language, others[i]))
            return FALSE;
    return language != NULL && *language != '\0';
}
