/* SPDX-License-Identifier: MIT */
/* Which lines are written and which are drawn. */
#include "read/txt_shape.h"

#include "txt_fixture.h"

static TxtShape
shape(const char *text)
{
    g_autoptr(GArray) lines = lines_of(text);
    return txt_shape(lines, 0, lines->len);
}

static void
test_prose(void)
{
    g_autofree char *text = prose(60, 1, "", "");
    static const char *const texts[] = {
        "One line.",
        "A street\nA town\nA country that is far\n",
        "He asked (as he often did) if it was worth it;\n"
        "she said no; nobody else was asked;\n"
        "and that was that.\n",
        "It cost $5 & more, or 10% of <all> that\n"
        "they had, and \"then some\", as the man\n"
        "at the desk said.\n",
    };

    g_assert_cmpint(shape(text), ==, SHAPE_PROSE);
    for (guint i = 0; i < G_N_ELEMENTS(texts); i++) {
        g_test_message("%s", texts[i]);
        g_assert_cmpint(shape(texts[i]), ==, SHAPE_PROSE);
    }
}

static void
test_code(void)
{
    static const char *const texts[] = {
        "int\nmain(void)\n{\n    run();\n    return 0;\n}\n",
        "$ cd /tmp\n$ ls -l\n$ make all\n",
        "#include <stdio.h>\n#include <time.h>\n#define N 3\n",
        "while (*p) {\n    if (*p == '\\n')\n        n++;\n    p++;\n}\n",
    };

    for (guint i = 0; i < G_N_ELEMENTS(texts); i++) {
        g_test_message("%s", texts[i]);
        g_assert_cmpint(shape(texts[i]), ==, SHAPE_CODE);
    }
}

static void
test_drawing(void)
{
    static const char *const texts[] = {
        "  /\\_/\\\n ( o.o )\n ==\\^/==\n",
        "+------+\n|  ab  |\n|  cd  |\n|  ef  |\n+------+\n",
        "\xe2\x94\x8c\xe2\x94\x80\xe2\x94\x80\xe2\x94\x90\n"
        "\xe2\x94\x82 a\xe2\x94\x82\n"
        "\xe2\x94\x94\xe2\x94\x80\xe2\x94\x80\xe2\x94\x98\n",
    };

    for (guint i = 0; i < G_N_ELEMENTS(texts); i++) {
        g_test_message("%s", texts[i]);
        g_assert_cmpint(shape(texts[i]), ==, SHAPE_CODE);
    }
}

static void
test_table(void)
{
    static const char *const texts[] = {
        "Week    People   Goats\n1       1,204        0\n"
        "2       1,187        4\n3       1,530        1\n",
        "Place\tGoat\tOwner\n1\tBella\tQuist\n2\tParson\tBrekke\n",
        "Holm        9.10   11.40\nVik         9.55   12.25\n"
        "Inner Skarn 10.30  13.00\n",
    };

    for (guint i = 0; i < G_N_ELEMENTS(texts); i++) {
        g_test_message("%s", texts[i]);
        g_assert_cmpint(shape(texts[i]), ==, SHAPE_TABLE);
    }
}

/* Blanks that stretch a line to the margin make no columns. */
static void
test_justified(void)
{
    static const char text[] =
        "The  last  tram to Holm left the depot at ten minutes past\n"
        "eleven  on  Saturday  with  forty passengers, a brass band\n"
        "and  a goat.  The  goat  belonged to the conductor, who had\n"
        "been  told  that afternoon that there would be no more tic-\n"
        "kets to sell.\n";

    g_assert_cmpint(shape(text), ==, SHAPE_PROSE);
}

/* Two blanks after a full stop are an old habit, no column. */
static void
test_two_blanks(void)
{
    static const char text[] =
        "It was late.  The boat had not come.  Nobody\n"
        "asked why.  There was a lamp at the end of the\n"
        "quay.  It had been lit at six.  He went home.\n";

    g_assert_cmpint(shape(text), ==, SHAPE_PROSE);
}

/* Lines of text below a wrapped one, whose layout they have. */
static gboolean
is_verse(const char *text)
{
    g_autofree char *above = prose(66, 3, "\n", "");
    g_autofree char *all = g_strconcat(above, "\n", text, NULL);
    g_autoptr(GArray) lines = lines_of(all);
    TxtLayout layout = txt_layout(lines);
    guint first = lines->len;

    g_assert_true(layout.wrapped);
    while (txt_line(lines, first - 1)->len > 0)
        first--;
    return txt_is_verse(lines, first, lines->len, &layout);
}

static void
test_verse(void)
{
    g_autofree char *text = prose(66, 1, "", "");

    g_assert_true(is_verse("    The four-fifteen is late again,\n"
                           "      and I am glad of it;\n"
                           "    there is a bench, there is the rain,\n"
                           "      there is the lamp they lit.\n"));
    g_assert_true(is_verse("The tide comes in without a sound,\n"
                           "And nobody has seen it start;\n"
                           "It takes the path, it takes the ground,\n"
                           "It takes the wheels off every cart.\n"));
    g_assert_false(is_verse(text));
    g_assert_false(is_verse("- a coat\n- a whistle\n- a map\n- a hat\n"));
}

/* After code, lines that could not stand alone are still code. */
static void
test_goes_on_as_code(void)
{
    TxtLayout layout = { .wrapped = TRUE, .width = 66 };
    g_autofree char *text = prose(66, 1, "", "");
    g_autoptr(GArray) code = lines_of("int\nmain(void)\n{\n    run();\n}");
    g_autoptr(GArray) written = lines_of(text);

    g_assert_true(txt_goes_on_as_code(code, 0, code->len, &layout));
    g_assert_false(txt_goes_on_as_code(written, 0, written->len, &layout));
}

static void
assert_cells(const char *line, const char *wanted)
{
    g_autoptr(GArray) cells = g_array_new(FALSE, FALSE, sizeof(gsize));
    g_autoptr(GString) is = g_string_new(NULL);

    txt_cells(line, strlen(line), cells);
    g_assert_cmpuint(cells->len % 2, ==, 0);
    for (guint i = 0; i < cells->len; i += 2) {
        gsize start = g_array_index(cells, gsize, i);
        gsize end = g_array_index(cells, gsize, i + 1);
        g_string_append_printf(is, "[%.*s]", (int) (end - start),
                               line + start);
    }
    g_assert_cmpstr(is->str, ==, wanted);
}

static void
test_cells(void)
{
    assert_cells("", "");
    assert_cells("one", "[one]");
    assert_cells("one two", "[one two]");
    assert_cells("one  two three   4", "[one][two three][4]");
    assert_cells("a\tb c\td", "[a][b c][d]");
    assert_cells("  led in  by blanks  ", "[led in][by blanks]");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/shape/prose", test_prose);
    g_test_add_func("/shape/code", test_code);
    g_test_add_func("/shape/drawing", test_drawing);
    g_test_add_func("/shape/table", test_table);
    g_test_add_func("/shape/justified", test_justified);
    g_test_add_func("/shape/two-blanks", test_two_blanks);
    g_test_add_func("/shape/verse", test_verse);
    g_test_add_func("/shape/goes-on-as-code", test_goes_on_as_code);
    g_test_add_func("/shape/cells", test_cells);
    return g_test_run();
}
