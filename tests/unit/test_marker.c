/* SPDX-License-Identifier: MIT */
/* Which lines begin with the mark of a list's item. */
#include "read/txt_marker.h"

#include <string.h>

static Marker
marker(const char *str)
{
    return txt_marker(str, strlen(str));
}

static void
test_marks(void)
{
    static const struct {
        const char *str;
        MarkerKind kind;
        int value;
        const char *text;
    } cases[] = {
        { "- text", MARKER_BULLET, 0, "text" },
        { "* text", MARKER_BULLET, 0, "text" },
        { "*\ttext", MARKER_BULLET, 0, "text" },
        { "\xe2\x80\xa2 text", MARKER_BULLET, 0, "text" },
        { "\xe2\x80\xa2\xc2\xa0text", MARKER_BULLET, 0, "text" },
        { "1. text", MARKER_NUMBER, 1, "text" },
        { "12)  text", MARKER_NUMBER, 12, "text" },
        { "(3) text", MARKER_NUMBER, 3, "text" },
        { "b) text", MARKER_LETTER, 2, "text" },
        { "(b) text", MARKER_LETTER, 2, "text" },
    };

    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        Marker m = marker(cases[i].str);

        g_test_message("%s", cases[i].str);
        g_assert_cmpint(m.kind, ==, cases[i].kind);
        g_assert_cmpint(m.value, ==, cases[i].value);
        g_assert_cmpstr(cases[i].str + m.text, ==, cases[i].text);
    }
}

static void
test_no_marks(void)
{
    static const char *const cases[] = {
        "", "-", "- ", "1.", "text", "-text", "*bold* text", "1.5 metres",
        "1994. text", "12:30 text", "1 text", "(1994) text", "-- text",
        "(a text", "3rd text", "A) text",
    };

    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_test_message("%s", cases[i]);
        g_assert_cmpint(marker(cases[i]).kind, ==, MARKER_NONE);
    }
}

static void
test_same(void)
{
    Marker dash = marker("- a"), star = marker("* a");
    Marker one = marker("1. a"), two = marker("2. a");
    Marker round = marker("2) a"), letter = marker("b) a");

    g_assert_true(txt_marker_same(&dash, &dash));
    g_assert_true(txt_marker_same(&one, &two));
    g_assert_false(txt_marker_same(&dash, &star));
    g_assert_false(txt_marker_same(&two, &round));
    g_assert_false(txt_marker_same(&round, &letter));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/marker/marks", test_marks);
    g_test_add_func("/marker/no-marks", test_no_marks);
    g_test_add_func("/marker/same", test_same);
    return g_test_run();
}
