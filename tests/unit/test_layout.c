/* SPDX-License-Identifier: MIT */
/* Whether a text is hard-wrapped, from all its lines. */
#include "txt_fixture.h"

static TxtLayout
layout_of(const char *text)
{
    g_autoptr(GArray) lines = lines_of(text);
    return txt_layout(lines);
}

static void
test_joint_is_full(void)
{
    static const struct {
        const char *line, *next;
        guint width;
        gboolean full;
    } cases[] = {
        { "1234567890", "word", 14, TRUE },     /* 10 + 1 + 4 > 14 */
        { "1234567890", "word", 15, FALSE },
        { "1234567890", "a longword", 12, FALSE },
        { "1234567890", "longword a", 12, TRUE },
        { "    567890", "word", 14, TRUE },     /* the indent counts */
        { "1234567890", "    word", 14, TRUE }, /* that of the next not */
    };

    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        TxtLine line = line_of(cases[i].line);
        TxtLine next = line_of(cases[i].next);

        g_assert_cmpint(txt_joint_is_full(&line, &next, cases[i].width), ==,
                        cases[i].full);
    }
}

static void
test_wrapped(void)
{
    static const guint widths[] = { 45, 50, 60, 65, 72, 79 };
    static const struct { const char *separator, *indent; } forms[] = {
        { "\n", "" }, { "\n", "   " }, { "", "   " }, { "\n\n\n", "" },
    };

    for (guint i = 0; i < G_N_ELEMENTS(widths); i++)
        for (guint k = 0; k < G_N_ELEMENTS(forms); k++) {
            g_autofree char *text = prose(widths[i], 6, forms[k].separator,
                                          forms[k].indent);
            TxtLayout layout = layout_of(text);

            g_test_message("width %u, form %u", widths[i], k);
            g_assert_true(layout.wrapped);
            g_assert_false(layout.glued);
            g_assert_cmpuint(layout.width, <=, widths[i]);
            g_assert_cmpuint(layout.width + 8, >, widths[i]);
        }
}

static void
test_one_line_a_paragraph(void)
{
    static const char *const separators[] = { "", "\n", "\n\n" };

    for (guint i = 0; i < G_N_ELEMENTS(separators); i++) {
        g_autofree char *text = prose(0, 8, separators[i], "");
        TxtLayout layout = layout_of(text);

        g_assert_false(layout.wrapped);
        g_assert_cmpuint(layout.width, ==, 0);
    }
}

/* Notes may be set wider than the text that they belong to. */
static void
test_wider_notes(void)
{
    g_autofree char *body = prose(60, 8, "\n", "");
    g_autofree char *notes = prose(78, 2, "\n", "");
    g_autofree char *text = g_strconcat(body, "\n", notes, NULL);
    TxtLayout layout = layout_of(text);

    g_assert_true(layout.wrapped);
    g_assert_cmpuint(layout.width, <=, 62);
    g_assert_cmpuint(layout.width, >, 52);
}

static void
test_short_lines(void)
{
    static const char text[] =
        "Bread, white\nSalt and oil\nTwo eggs\nA little sugar\nMilk\n"
        "Three plums\nA stove\nAn hour\nA friend\nPatience, too\n";

    g_assert_false(layout_of(text).wrapped);
}

static void
test_verse(void)
{
    static const char text[] =
        "The tide comes in without a sound\n"
        "And nobody has seen it start.\n"
        "It takes the path, it takes the ground,\n"
        "It takes the wheels off every cart.\n\n"
        "The tide goes out as it came in.\n"
        "There is a shell where was a stone,\n"
        "There is a kettle made of tin,\n"
        "There is a boot that stands alone.\n";

    g_assert_false(layout_of(text).wrapped);
}

static void
test_margin(void)
{
    g_autofree char *flush = prose(60, 5, "\n", "");
    g_auto(GStrv) lines = g_strsplit(flush, "\n", -1);
    g_autoptr(GString) text = g_string_new(NULL);
    TxtLayout layout;

    for (guint i = 0; lines[i]; i++)
        g_string_append_printf(text, "%s%s\n", *lines[i] ? "     " : "",
                               lines[i]);
    layout = layout_of(text->str);
    g_assert_true(layout.wrapped);
    g_assert_cmpuint(layout.margin, ==, 5);
    g_assert_cmpuint(layout_of(flush).margin, ==, 0);
}

/* First lines stand in; that is no margin. */
static void
test_indent_is_no_margin(void)
{
    g_autofree char *text = prose(60, 8, "", "    ");

    g_assert_cmpuint(layout_of(text).margin, ==, 0);
}

static void
test_nothing(void)
{
    g_assert_false(layout_of("").wrapped);
    g_assert_false(layout_of("\n\n\n").wrapped);
    g_assert_false(layout_of("One line alone").wrapped);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/layout/joint-is-full", test_joint_is_full);
    g_test_add_func("/layout/wrapped", test_wrapped);
    g_test_add_func("/layout/one-line-a-paragraph",
                    test_one_line_a_paragraph);
    g_test_add_func("/layout/wider-notes", test_wider_notes);
    g_test_add_func("/layout/short-lines", test_short_lines);
    g_test_add_func("/layout/verse", test_verse);
    g_test_add_func("/layout/margin", test_margin);
    g_test_add_func("/layout/indent-is-no-margin", test_indent_is_no_margin);
    g_test_add_func("/layout/nothing", test_nothing);
    return g_test_run();
}
