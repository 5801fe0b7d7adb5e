/* SPDX-License-Identifier: MIT */
/* Dates in a line: found or not, how far they reach, whole lines, order. */
#include <string.h>

#include "read/date.h"

typedef struct {
    const char *line;
    const char *iso;        /* NULL: no date */
    const char *written;    /* NULL: all of the line */
} FindCase;

static void
check_find(const FindCase *cases, gsize n_cases)
{
    for (gsize i = 0; i < n_cases; i++) {
        const FindCase *c = &cases[i];
        DateFound date = { 0 };
        gboolean found = date_find(c->line, strlen(c->line), &date);

        if (!found) {
            if (c->iso != NULL)
                g_test_message("no date in: %s", c->line);
            g_assert_null(c->iso);
            continue;
        }
        g_autofree char *iso = date_iso(&date);
        g_autofree char *written = g_strndup(c->line + date.start,
                                             date.end - date.start);
        g_test_message("%s -> %s (%s)", c->line, iso, written);
        g_assert_cmpstr(iso, ==, c->iso);
        g_assert_cmpstr(written, ==, c->written ? c->written : c->line);
    }
}
#define CHECK_FIND(cases) check_find(cases, G_N_ELEMENTS(cases))

static void
test_find_english(void)
{
    static const FindCase cases[] = {
        { "October 9, 2025", "2025-10-09", NULL },
        { "October 09, 2025", "2025-10-09", NULL },
        { "Oct. 9th, 2025", "2025-10-09", NULL },
        { "March 4, 1865", "1865-03-04", NULL },
        { "OCTOBER 9 2025", "2025-10-09", NULL },
        { "July 4 2008", "2008-07-04", NULL },
        { "Jul. 04, 2008", "2008-07-04", NULL },
        { "5 March 2026", "2026-03-05", NULL },
        { "21st of March, 2026", "2026-03-21", NULL },
        { "the 4th of July, 1989", "1989-07-04", "4th of July, 1989" },
        { "July the 4th, 1989", "1989-07-04", NULL },
        { "26 Oct 94", "1994-10-26", NULL },
        { "26 Oct '94", "1994-10-26", NULL },
        { "Oct 26, '94", "1994-10-26", NULL },
        { "26-Oct-94", "1994-10-26", NULL },
        { "02APR93", "1993-04-02", NULL },
        { "2-APR-1993", "1993-04-02", NULL },
        { "26 Oct 69", "2069-10-26", NULL },
        { "1 Jan 70", "1970-01-01", NULL },
        { "2023 November 21", "2023-11-21", NULL },
        { "May 5-11, 2008", "2008-05-05", NULL },
        { "5-11 May 2008", "2008-05-05", NULL },
        { "30 May \xe2\x80\x93 2 June 2008", "2008-06-02", "2 June 2008" },
        { "December 2014", "2014-12", NULL },
        { "Dec. 2014", "2014-12", NULL },
        { "March of 2014", "2014-03", NULL },
        { "It was in May 2014 that", "2014-05", "May 2014" },
        { "since may 2014 it", NULL, NULL },
        { "DECEMBER 95", "1995-12", NULL },
        { "December 25", NULL, NULL },
        { "December 95 copies", NULL, NULL },
        { "December 2014When we", "2014-12", "December 2014" },
        { "May 5, 2014A day", "2014-05-05", "May 5, 2014" },
        { "May 5, 2014th", NULL, NULL },
        { "29 February 2024", "2024-02-29", NULL },
    };
    CHECK_FIND(cases);
}

static void
test_find_time(void)
{
    static const FindCase cases[] = {
        { "26 Oct 94 03:47:12 GMT", "1994-10-26", NULL },
        { "Fri, 23 Apr 1993 17:41:48 GMT", "1993-04-23", NULL },
        { "Sat, 22 Nov 2008 15:04:59 +1100", "2008-11-22", NULL },
        { "Wed, 15 Dec 2010 12:21:20 -0500 (EST)", "2010-12-15", NULL },
        { "Fri Apr 23 17:41:48 1993", "1993-04-23", NULL },
        { "Fri Apr 23 17:41:48 EDT 1993", "1993-04-23", NULL },
        { "Thursday, October 9th 2025 at 5:10 PM EST", "2025-10-09", NULL },
        { "October 25, 2023 Wednesday 5:10 PM EST", "2023-10-25", NULL },
        { "Nov. 21st, 2023 Tuesday 1:33 PM GMT", "2023-11-21", NULL },
        { "Feb. 8, 2024, 3:10 AM UTC", "2024-02-08", NULL },
        { "Feb. 8, 2024 3:10 a.m. ET", "2024-02-08", NULL },
        { "5:10 PM EST, October 25, 2023", "2023-10-25", NULL },
        { "October 25, 2023 | 17:10", "2023-10-25", NULL },
        { "October 25, 2023 - 5pm", "2023-10-25", NULL },
        { "2025-10-09", "2025-10-09", NULL },
        { "2025-10-09T12:30:00Z", "2025-10-09", NULL },
        { "2025-10-09T12:30:00.123+02:00", "2025-10-09", NULL },
        { "2025-10-09 12:30", "2025-10-09", NULL },
        { "2025/10/9", "2025-10-09", NULL },
        { "18/08/2023 17h29", "2023-08-18", NULL },
        { "25 October 2023 1710 GMT", "2023-10-25", NULL },
        { "18.08.2023, 17.29 Uhr", "2023-08-18", NULL },
        { "October 25, 2023 Wednesdays are", "2023-10-25",
          "October 25, 2023" },
        { "12 May 1999 to 4 June 1999", "1999-05-12", "12 May 1999" },
    };
    CHECK_FIND(cases);
}

static void
test_find_numeric(void)
{
    static const FindCase cases[] = {
        { "18/08/2023", "2023-08-18", NULL },
        { "8/18/2023", "2023-08-18", NULL },
        { "18.08.2023", "2023-08-18", NULL },
        { "18. 8. 2023", "2023-08-18", NULL },
        { "1.2.2003", "2003-02-01", NULL },
        { "03.04.25", "2025-04-03", NULL },
        { "13.1.97", "1997-01-13", NULL },
        { "3/7/25", "2025", NULL },
        { "03-07-2025", "2025", NULL },
        { "7/7/25", "2025-07-07", NULL },
        { "12-23-1993", "1993-12-23", NULL },
        { "(18/08/2023)", "2023-08-18", "18/08/2023" },
        { "2023.11.21", "2023-11-21", NULL },
        { "2023. 11. 21.", "2023-11-21", NULL },
        { "Thursday, 02/04/2026 17:29", "2026-04-02", NULL },
        { "Wed 02/04/2026", "2026-02-04", NULL },
        { "Sunday 02/04/2026", "2026", NULL },
    };
    CHECK_FIND(cases);
}

static void
test_find_languages(void)
{
    static const FindCase cases[] = {
        { "9 octobre 2025", "2025-10-09", NULL },
        { "jeudi 1er ao\xc3\xbbt 2024 \xc3\xa0 17 h 29", "2024-08-01", NULL },
        { "15 f\xc3\xa9vr. 2024", "2024-02-15", NULL },
        { "5. M\xc3\xa4rz 2026", "2026-03-05", NULL },
        { "Mi., 5. M\xc3\x84RZ 2026, 17:29 Uhr", "2026-03-05", NULL },
        { "3 de marzo de 2026", "2026-03-03", NULL },
        { "3 de mar\xc3\xa7o de 2026", "2026-03-03", NULL },
        { "ter\xc3\xa7" "a-feira, 3 de mar\xc3\xa7o de 2026, 10h05",
          "2026-03-03", NULL },
        { "1\xc2\xba maggio 2024", "2024-05-01", NULL },
        { "marted\xc3\xac 7 gennaio 2025", "2025-01-07", NULL },
        { "12 mei 2024 om 10:05", "2024-05-12", NULL },
        { "den 3 mars 2026 kl. 10.05", "2026-03-03",
          "3 mars 2026 kl. 10.05" },
        { "3. juni 2026", "2026-06-03", NULL },
        { "15. huhtikuuta 1997", "1997-04-15", NULL },
        { "25.-27. huhtikuuta", NULL, NULL },
        { "25.-27. huhtikuuta 1997", "1997-04-25", NULL },
        { "21 listopada 2023 r", "2023-11-21", "21 listopada 2023" },
        { "21. listopadu 2023", "2023-11-21", NULL },
        { "5. b\xc5\x99" "ezna 2026", "2026-03-05", NULL },
        { "9 октября 2025", "2025-10-09", NULL },
        { "9 ОКТЯБРЯ 2025 г., 17:29", "2025-10-09", NULL },
        { "9 октября 2025 года.", "2025-10-09", "9 октября 2025 года" },
        { "9 жовтня 2025 року", "2025-10-09", NULL },
        { "2 tháng 4 năm 2026", "2026-04-02", NULL },
        { "2 tháng 4, 2026", "2026-04-02", NULL },
        { "Thứ Năm, 02/04/2026 17:29", "2026-04-02", NULL },
        { "tháng 4/2026", "2026-04", NULL },
        { "Kamis, 9 Oktober 2025", "2025-10-09", NULL },
        { "9 Ekim 2025 Perşembe", "2025-10-09", NULL },
        { "2023. november 21.", "2023-11-21", "2023. november 21." },
        { "2023年11月21日", "2023-11-21", NULL },
        { "2023 年 11 月 21 日 星期二", "2023-11-21", NULL },
        { "２０２３年１１月２１日", "2023-11-21", NULL },
        { "2023年11月21日（火）午後3時15分", "2023-11-21", NULL },
        { "令和5年11月21日", "2023-11-21", NULL },
        { "昨日2023年11月21日に", "2023-11-21", "2023年11月21日" },
        { "2023年11月", "2023-11", NULL },
        { "2023년 11월 21일", "2023-11-21", NULL },
        { "2023년 11월 21일자 신문", "2023-11-21", "2023년 11월 21일" },
        { "2023. 11. 21. 오후 3:15", "2023-11-21", NULL },
        { "21 نوفمبر 2023", "2023-11-21", NULL },
    };
    CHECK_FIND(cases);
}

static void
test_find_none(void)
{
    static const FindCase cases[] = {
        { "", NULL, NULL },
        { "no digit at all", NULL, NULL },
        { "1 day ago", NULL, NULL },
        { "Saturday", NULL, NULL },
        { "2023", NULL, NULL },
        { "17:29", NULL, NULL },
        { "5:10 PM EST", NULL, NULL },
        { "1.2.3", NULL, NULL },
        { "version 10.2.15", NULL, NULL },
        { "v. 1.2.2003", NULL, NULL },
        { "10.0.0.1", NULL, NULL },
        { "1.2.2003.4", NULL, NULL },
        { "31 February 2023", NULL, NULL },
        { "February 29, 2023", NULL, NULL },
        { "29/2/2023", NULL, NULL },
        { "2023-13-01", NULL, NULL },
        { "18/18/2023", NULL, NULL },
        { "(555) 555-1212", NULL, NULL },
        { "+49 30 12 34 56", NULL, NULL },
        { "555-12-1234", NULL, NULL },
        { "pp. 12-15", NULL, NULL },
        { "1914-1918", NULL, NULL },
        { "24/7/365", NULL, NULL },
        { "Aug. 15, talks", NULL, NULL },
        { "26 Oct 94 people", NULL, NULL },
        { "https://example.org/2023/11/21/a", NULL, NULL },
        { "2023-11-21-notes.txt", NULL, NULL },
        { "$3/7/25", NULL, NULL },
        { "10-9-25", NULL, NULL },
        { "Oct 26 03:47", NULL, NULL },
        { "PyCharm 2023.1.2", NULL, NULL },
        { "12345678", NULL, NULL },
        { "the 5 may 20 times", NULL, NULL },
        { "40 000 000 1 2 3 4 5", NULL, NULL },
    };
    CHECK_FIND(cases);
}

static void
test_find_far(void)
{
    GString *text = g_string_new(NULL);
    DateFound date;

    for (int i = 0; i < 500; i++)
        g_string_append(text, "word 1 2 word, and 17 more without end; ");
    gsize start = text->len;
    g_string_append(text, "Friday, October 9, 2026 at 5 PM it ended. 1.2.3");
    g_assert_true(date_find(text->str, text->len, &date));
    g_assert_cmpint(date.month, ==, 10);
    g_assert_cmpuint(date.start, ==, start);
    g_assert_cmpuint(date.end, ==, start + 31);
    g_string_free(text, TRUE);
}

static void
test_find_linear(void)
{
    static const char *const pieces[] = {
        "1 ", "1", "May ", "1.", "5/", "2023-", "年", "Mon ", "12:30 ", "- ",
        "May 5 ", "a", "３", "(", "31 February 2023 ", "1 tháng "
    };

    for (gsize i = 0; i < G_N_ELEMENTS(pieces); i++) {
        GString *text = g_string_new(NULL);
        DateFound date;

        while (text->len < 200000)
            g_string_append(text, pieces[i]);
        g_test_timer_start();
        g_assert_false(date_find(text->str, text->len, &date));
        g_assert_cmpfloat(g_test_timer_elapsed(), <, 30);
        g_string_free(text, TRUE);
    }
}

static void
test_update(void)
{
    static const struct { const char *line; gboolean update; } cases[] = {
        { "Published October 9, 2025", FALSE },
        { "Updated October 9, 2025", TRUE },
        { "Last modified: Thursday, October 9, 2025", TRUE },
        { "UPDATED 5:10 PM EST, October 9, 2025", TRUE },
        { "Zuletzt aktualisiert am 5. M\xc3\xa4rz 2026", TRUE },
        { "Mis \xc3\xa0 jour le 9 octobre 2025", TRUE },
        { "Обновлено: 9 октября 2025", TRUE },
        { "2023年11月21日 更新", TRUE },
        { "2023年11月21日 公開", FALSE },
        { "Updated once, published October 9, 2025", FALSE },
        { "October 9, 2025", FALSE },
    };

    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        DateFound date;

        g_test_message("%s", cases[i].line);
        g_assert_true(date_find(cases[i].line, strlen(cases[i].line),
                                &date));
        g_assert_cmpint(date.update, ==, cases[i].update);
    }
}

typedef struct { const char *line, *iso; } WholeCase;

static void
test_whole(void)
{
    static const WholeCase cases[] = {
        { "October 9, 2025", "2025-10-09" },
        { "  October 9, 2025.  ", "2025-10-09" },
        { "[October 9, 2025]", "2025-10-09" },
        { "Published October 9, 2025", "2025-10-09" },
        { "PUBLISHED: OCTOBER 9, 2025", "2025-10-09" },
        { "Posted on Thursday, October 9, 2025 at 5:10 PM EST",
          "2025-10-09" },
        { "Date: 26 Oct 94 03:47:12 GMT", "1994-10-26" },
        { "Last modified 2025-10-09T12:30Z", "2025-10-09" },
        { "Updated Oct. 10, 2025 | Published Oct. 9, 2025", "2025-10-09" },
        { "Published Oct. 9, 2025; updated Oct. 10, 2025", "2025-10-09" },
        { "Oct 9, 2025 \xc2\xb7 5 min read", "2025-10-09" },
        { "Stand: 5. M\xc3\xa4rz 2026, 17:29 Uhr", "2026-03-05" },
        { "Ver\xc3\xb6" "ffentlicht am 5. M\xc3\xa4rz 2026", "2026-03-05" },
        { "Publi\xc3\xa9 le 9 octobre 2025 \xc3\xa0 10h05", "2025-10-09" },
        { "Publicado el 3 de marzo de 2026", "2026-03-03" },
        { "Опубликовано: 9 октября 2025 г. в 17:29", "2025-10-09" },
        { "發布時間：2023年11月21日", "2023-11-21" },
        { "입력 2023.11.21. 15:10", "2023-11-21" },
        { "Thứ Năm, 02/04/2026 17:29", "2026-04-02" },
        { "December 2014", "2014-12" },
        { "October 9, 2025 in Berlin", NULL },
        { "LONDON, October 9, 2025", NULL },
        { "July 26, 2008 [EBook #972]", NULL },
        { "October 25th, 2023 ( A Wire  -- Delivered by  Another )", NULL },
        { "Copyright 2023 Somebody", NULL },
        { "Published", NULL },
        { "2014", NULL },
        { "1 day ago", NULL },
        { "9 October 2025, 300 copies", NULL },
        { "31 February 2023", NULL },
        { "Was it October 9, 2025?", NULL },
    };

    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        const WholeCase *c = &cases[i];
        DateFound date = { 0 };
        gboolean whole = date_is_whole(c->line, strlen(c->line), &date);

        g_test_message("%s", c->line);
        g_assert_cmpint(whole, ==, c->iso != NULL);
        if (!whole)
            continue;
        g_autofree char *iso = date_iso(&date);
        g_assert_cmpstr(iso, ==, c->iso);
    }
}

static void
test_order(void)
{
    static const struct { const char *text; int day_first; } cases[] = {
        { "on 18/08/2023 and 3/7/2023", 1 },
        { "on 8/18/2023 and 3/7/2023", 0 },
        { "on 3/7/2023 and 4/4/2023", -1 },
        { "on 18/08/2023 and 8/18/2023", -1 },
        { "18-08-2023", 1 },
        { "2023-08-18", -1 },
        { "http://example.org/18/08/2023", -1 },
        { "18/08/2023", 1 },
        { "13/2, 1/2 or 18/19/20", -1 },
        { "", -1 },
    };

    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        gboolean sure;
        gboolean first = date_prefers_day_first(
            cases[i].text, strlen(cases[i].text), &sure);

        g_test_message("%s", cases[i].text);
        g_assert_cmpint(sure, ==, cases[i].day_first >= 0);
        if (sure)
            g_assert_cmpint(first, ==, cases[i].day_first);
    }
}

static void
test_language(void)
{
    g_assert_true(date_language_day_first("vi"));
    g_assert_true(date_language_day_first("pt-BR"));
    g_assert_false(date_language_day_first("en-GB"));
    g_assert_false(date_language_day_first("en"));
    g_assert_false(date_language_day_first("zh-Hant"));
    g_assert_false(date_language_day_first(NULL));
}

static void
test_settle(void)
{
    DateFound date;

    g_assert_true(date_find("3/7/25", 6, &date));
    g_assert_cmpint(date.reading, ==, DATE_DAY_OR_MONTH_FIRST);
    g_assert_cmpint(date.month, ==, 3);
    date_settle(&date, TRUE);
    g_autofree char *iso = date_iso(&date);
    g_assert_cmpstr(iso, ==, "2025-07-03");
    date_settle(&date, FALSE);
    g_assert_cmpint(date.month, ==, 7);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/date/find/english", test_find_english);
    g_test_add_func("/date/find/time", test_find_time);
    g_test_add_func("/date/find/numeric", test_find_numeric);
    g_test_add_func("/date/find/languages", test_find_languages);
    g_test_add_func("/date/find/none", test_find_none);
    g_test_add_func("/date/find/far", test_find_far);
    g_test_add_func("/date/find/linear", test_find_linear);
    g_test_add_func("/date/update", test_update);
    g_test_add_func("/date/whole", test_whole);
    g_test_add_func("/date/order", test_order);
    g_test_add_func("/date/language", test_language);
    g_test_add_func("/date/settle", test_settle);
    return g_test_run();
}
