/* SPDX-License-Identifier: MIT */
/* How each language writes a date: its months and the order of parts. */
#include "book/dates.h"

#include <string.h>

#include "model/language.h"

/* {d} day, {m} name of the month, {n} its number, {y} year. */
typedef struct {
    const char *language;
    const char *day, *month;        /* forms of YYYY-MM-DD and YYYY-MM */
    const char *names[12];          /* as they stand beside a day */
    const char *alone[12];          /* without a day, where that differs */
} DateForm;

static const DateForm forms[] = {
    { "en", "{d} {m} {y}", "{m} {y}",
      { "January", "February", "March", "April", "May", "June", "July",
        "August", "September", "October", "November", "December" }, { 0 } },
    { "de", "{d}. {m} {y}", "{m} {y}",
      { "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli",
        "August", "September", "Oktober", "November", "Dezember" }, { 0 } },
    { "fr", "{d} {m} {y}", "{m} {y}",
      { "janvier", "février", "mars", "avril", "mai", "juin", "juillet",
        "août", "septembre", "octobre", "novembre", "décembre" }, { 0 } },
    { "es", "{d} de {m} de {y}", "{m} de {y}",
      { "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio",
        "agosto", "septiembre", "octubre", "noviembre", "diciembre" },
      { 0 } },
    { "ru", "{d} {m} {y} г.", "{m} {y} г.",
      { "января", "февраля", "марта", "апреля", "мая", "июня", "июля",
        "августа", "сентября", "октября", "ноября", "декабря" },
      { "январь", "февраль", "март", "апрель", "май", "июнь", "июль",
        "август", "сентябрь", "октябрь", "ноябрь", "декабрь" } },
    { "uk", "{d} {m} {y} р.", "{m} {y} р.",
      { "січня", "лютого", "березня", "квітня", "травня", "червня",
        "липня", "серпня", "вересня", "жовтня", "листопада", "грудня" },
      { "січень", "лютий", "березень", "квітень", "травень", "червень",
        "липень", "серпень", "вересень", "жовтень", "листопад",
        "грудень" } },
    { "it", "{d} {m} {y}", "{m} {y}",
      { "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno",
        "luglio", "agosto", "settembre", "ottobre", "novembre",
        "dicembre" }, { 0 } },
    { "pt", "{d} de {m} de {y}", "{m} de {y}",
      { "janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho",
        "agosto", "setembro", "outubro", "novembro", "dezembro" }, { 0 } },
    { "nl", "{d} {m} {y}", "{m} {y}",
      { "januari", "februari", "maart", "april", "mei", "juni", "juli",
        "augustus", "september", "oktober", "november", "december" },
      { 0 } },
    { "pl", "{d} {m} {y}", "{m} {y}",
      { "stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca",
        "lipca", "sierpnia", "września", "października", "listopada",
        "grudnia" },
      { "styczeń", "luty", "marzec", "kwiecień", "maj", "czerwiec",
        "lipiec", "sierpień", "wrzesień", "październik", "listopad",
        "grudzień" } },
    { "sv", "{d} {m} {y}", "{m} {y}",
      { "januari", "februari", "mars", "april", "maj", "juni", "juli",
        "augusti", "september", "oktober", "november", "december" },
      { 0 } },
    { "fi", "{d}. {m}ta {y}", "{m} {y}",
      { "tammikuu", "helmikuu", "maaliskuu", "huhtikuu", "toukokuu",
        "kesäkuu", "heinäkuu", "elokuu", "syyskuu", "lokakuu",
        "marraskuu", "joulukuu" }, { 0 } },
    { "vi", "{d} tháng {n}, {y}", "tháng {n}, {y}", { 0 }, { 0 } },
    { "ko", "{y}년 {n}월 {d}일", "{y}년 {n}월", { 0 }, { 0 } },
    { "ja", "{y}年{n}月{d}日", "{y}年{n}月", { 0 }, { 0 } },
    { "zh", "{y}年{n}月{d}日", "{y}年{n}月", { 0 }, { 0 } },
};

static const char month_first[] = "{m} {d}, {y}";

/* Digits only and exactly n of them. */
static gboolean
dates_number(const char *str, int n, int *number)
{
    *number = 0;
    for (int i = 0; i < n; i++) {
        if (!g_ascii_isdigit(str[i]))
            return FALSE;
        *number = *number * 10 + (str[i] - '0');
    }
    return TRUE;
}

gboolean
dates_parse(const char *iso, Date *date)
{
    Date found = { 0, 0, 0 };
    gsize len = iso ? strlen(iso) : 0;

    if (len != 4 && len != 7 && len != 10)
        return FALSE;
    if (!dates_number(iso, 4, &found.year) || found.year == 0)
        return FALSE;
    if (len >= 7 && (iso[4] != '-'
                     || !dates_number(iso + 5, 2, &found.month)
                     || !g_date_valid_month(found.month)))
        return FALSE;
    if (len == 10 && (iso[7] != '-'
                      || !dates_number(iso + 8, 2, &found.day)
                      || !g_date_valid_dmy(found.day, found.month,
                                           found.year)))
        return FALSE;
    if (date)
        *date = found;
    return TRUE;
}

static const DateForm *
dates_form(const char *language)
{
    for (guint i = 0; i < G_N_ELEMENTS(forms); i++)
        if (language_is(language, forms[i].language))
            return &forms[i];
    return NULL;
}

/* English has two orders: a region says which, else how the article itself
 * writes its date ("October 9" or "9 October"). */
static gboolean
dates_month_first(const DateForm *form, const A2bMeta *meta)
{
    const char *written = meta->date_as_written;
    const char *region = strchr(meta->language, '-');

    if (strcmp(form->language, "en") != 0)
        return FALSE;
    if (region)
        return g_ascii_strcasecmp(region, "-us") == 0;
    for (int i = 0; written && i < 12; i++)
        if (g_ascii_strncasecmp(written, form->names[i], 3) == 0)
            return TRUE;
    return FALSE;
}

static void
dates_put(GString *out, int number)
{
    if (number >= 10)
        dates_put(out, number / 10);
    g_string_append_c(out, '0' + number % 10);
}

static char *
dates_fill(const char *template, const char *name, const Date *date)
{
    GString *out = g_string_new(NULL);

    for (const char *p = template; *p; p++) {
        if (*p != '{') {
            g_string_append_c(out, *p);
            continue;
        }
        switch (p[1]) {
        case 'd': dates_put(out, date->day); break;
        case 'n': dates_put(out, date->month); break;
        case 'y': dates_put(out, date->year); break;
        case 'm': g_string_append(out, name); break;
        default: g_assert_not_reached();
        }
        p += 2;
    }
    return g_string_free(out, FALSE);
}

char *
dates_range(const A2bMeta *first, const A2bMeta *last, const char *language)
{
    A2bMeta day = *last;
    g_autofree char *from = NULL, *to = NULL;

    day.language = language;
    if (!dates_form(language))
        day.date_as_written = NULL;
    to = dates_shown(&day);
    if (strcmp(first->date, last->date) == 0)
        return g_steal_pointer(&to);
    day.date = first->date;
    from = dates_shown(&day);
    return g_strdup_printf("%s \xE2\x80\x93 %s", from, to);
}

char *
dates_shown(const A2bMeta *meta)
{
    const DateForm *form = meta->language ? dates_form(meta->language) : NULL;
    const char *name;
    Date date;

    if (!dates_parse(meta->date, &date))
        return g_strdup(meta->date_as_written);
    if (!form && meta->date_as_written)
        return g_strdup(meta->date_as_written);
    if (!form || date.month == 0)
        return g_strdup(meta->date);
    name = form->names[date.month - 1];
    if (date.day == 0 && form->alone[date.month - 1])
        name = form->alone[date.month - 1];
    if (date.day == 0)
        return dates_fill(form->month, name, &date);
    return dates_fill(dates_month_first(form, meta) ? month_first
                                                    : form->day,
                      name, &date);
}
