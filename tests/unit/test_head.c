/* SPDX-License-Identifier: MIT */
/* What is said above an article of its place and date. */
#include "book/head.h"
#include "model/build.h"

static void
check_date(const char *iso, const char *written, const char *shown)
{
    Build *build = build_new("file", NULL, NULL);
    A2bMeta *meta = build_meta(build);

    meta->language = "en";
    meta->date = iso;
    meta->date_as_written = written;
    build_simple(build, A2B_BLOCK_PARAGRAPH, 0, "The lamp was lit.");
    g_autoptr(A2bArticle) article = build_end(build);
    g_auto(HeadDateline) line = { 0 };

    g_assert_cmpint(head_dateline(article, &line), ==, shown != NULL);
    g_assert_cmpstr(line.date, ==, shown);
    g_assert_cmpstr(line.iso, ==, iso);
}

static void
test_date(void)
{
    check_date("2024-01-13", "January 13, 2024", "January 13, 2024");
    check_date("2024-01-13", "13.1.2024 at 10:30", "13.1.2024 at 10:30");
    check_date("2024-01-13", NULL, "13 January 2024");
    check_date("2008-11-22", "Sat, 22 Nov 2008 15:04:59 +1100",
               "22 November 2008");
    check_date("2024-01-13", "2024-01-13T10:30:00Z", "13 January 2024");
    check_date(NULL, "some day, 15:04:59", "some day, 15:04:59");
    check_date(NULL, NULL, NULL);
}

static void
test_place(void)
{
    static const char *const rows[][2] = {
        { "OSLO, where it rained.", NULL },
        { "It rained.", "OSLO" },
    };

    for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
        Build *build = build_new("file", NULL, NULL);

        build_meta(build)->dateline = "OSLO";
        build_simple(build, A2B_BLOCK_PARAGRAPH, 0, rows[i][0]);
        g_autoptr(A2bArticle) article = build_end(build);
        g_auto(HeadDateline) line = { 0 };

        head_dateline(article, &line);
        g_assert_cmpstr(line.place, ==, rows[i][1]);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/head/date", test_date);
    g_test_add_func("/head/place", test_place);
    return g_test_run();
}
