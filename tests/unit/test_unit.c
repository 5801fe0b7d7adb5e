/* SPDX-License-Identifier: MIT */
/* Where one unit of a text ends and the next begins. */
#include <time.h>

#include "txt_fixture.h"

typedef struct {
    Arena *arena;
    GArray *lines, *units;
} Units;

static Units
units_new(const char *text)
{
    Units u = { arena_new(), lines_of(text), NULL };
    TxtLayout layout = txt_layout(u.lines);

    u.units = txt_units_new(u.lines, &layout, u.arena);
    return u;
}

static void
units_clear(Units *u)
{
    g_array_unref(u->units);
    g_array_unref(u->lines);
    arena_free(u->arena);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Units, units_clear)

static const TxtUnit *
nth(const Units *u, guint i)
{
    g_assert_cmpuint(i, <, u->units->len);
    return txt_unit(u->units, i);
}

/* Every word of a paragraph of prose() is in one unit, in order. */
static void
test_paragraphs(void)
{
    static const struct { const char *separator, *indent; } forms[] = {
        { "\n", "" }, { "\n\n", "" }, { "", "   " }, { "\n", "     " },
    };
    g_autofree char *wanted = g_strchomp(prose(0, 1, "", ""));

    for (guint i = 0; i < G_N_ELEMENTS(forms); i++)
        for (guint width = 50; width <= 80; width += 10) {
            g_autofree char *text = prose(width, 5, forms[i].separator,
                                          forms[i].indent);
            g_auto(Units) u = units_new(text);

            g_test_message("form %u, width %u", i, width);
            g_assert_cmpuint(u.units->len, ==, 5);
            for (guint k = 0; k < 5; k++) {
                g_assert_cmpint(nth(&u, k)->shape, ==, SHAPE_PROSE);
                g_assert_cmpstr(nth(&u, k)->text, ==, wanted);
            }
        }
}

static void
test_whole_lines(void)
{
    g_autofree char *text = prose(0, 4, "", "");
    g_auto(Units) u = units_new(text);

    g_assert_cmpuint(u.units->len, ==, 4);
    g_assert_cmpuint(nth(&u, 3)->line, ==, 4);
    g_assert_cmpuint(nth(&u, 3)->gap, ==, 0);
    g_assert_cmpuint(nth(&u, 3)->stanza, ==, nth(&u, 0)->stanza);
}

static void
test_gaps(void)
{
    g_auto(Units) u = units_new("\n\nOne\n\nTwo\n \n\t\nThree\nFour");

    g_assert_cmpuint(u.units->len, ==, 4);
    g_assert_cmpuint(nth(&u, 0)->gap, ==, 2);
    g_assert_cmpuint(nth(&u, 1)->gap, ==, 1);
    g_assert_cmpuint(nth(&u, 2)->gap, ==, 2);
    g_assert_cmpuint(nth(&u, 3)->gap, ==, 0);
    g_assert_cmpuint(nth(&u, 2)->line, ==, 8);
    g_assert_cmpuint(nth(&u, 3)->stanza, ==, nth(&u, 2)->stanza);
    g_assert_cmpuint(nth(&u, 2)->stanza, !=, nth(&u, 1)->stanza);
}

/* Head lines right above wrapped text are units of their own. */
static void
test_head_lines(void)
{
    g_autofree char *body = prose(65, 3, "\n", "");
    g_autofree char *text = g_strconcat("The Quay at Night\nby Ann Ferris\n",
                                        "\n", body, NULL);
    g_auto(Units) u = units_new(text);

    g_assert_cmpuint(u.units->len, ==, 5);
    g_assert_cmpstr(nth(&u, 0)->text, ==, "The Quay at Night");
    g_assert_cmpstr(nth(&u, 1)->text, ==, "by Ann Ferris");
}

static void
test_items(void)
{
    g_autofree char *body = prose(60, 2, "\n", "");
    g_autofree char *text = g_strconcat(
        body, "\n"
        "- a coat that is longer than you think you need, because\n"
        "you will sleep on it and under it\n"
        "- two pairs of socks\n"
        "- a whistle for days on which nothing can be seen of the\n"
        "  path and nobody answers\n\n"
        "1. First comes this.\n"
        "2. Then comes that.\n\n", body, NULL);
    g_auto(Units) u = units_new(text);

    g_assert_cmpuint(u.units->len, ==, 9);
    for (guint i = 2; i < 7; i++)
        g_assert_cmpint(nth(&u, i)->shape, ==, SHAPE_ITEM);
    g_assert_true(g_str_has_suffix(nth(&u, 2)->text, "because you will "
                                   "sleep on it and under it"));
    g_assert_true(g_str_has_suffix(nth(&u, 4)->text, "the path and nobody "
                                   "answers"));
    g_assert_cmpint(nth(&u, 5)->marker.kind, ==, MARKER_NUMBER);
    g_assert_cmpint(nth(&u, 6)->marker.value, ==, 2);
}

static void
test_underlined(void)
{
    static const char *const rules[] = { "=========", "---------", "~~~~~~~~" };

    for (guint i = 0; i < G_N_ELEMENTS(rules); i++) {
        g_autofree char *body = prose(60, 2, "\n", "");
        g_autofree char *text = g_strconcat("The Quays\n", rules[i], "\n\n",
                                            body, NULL);
        g_auto(Units) u = units_new(text);

        g_assert_cmpuint(u.units->len, ==, 3);
        g_assert_cmpstr(nth(&u, 0)->text, ==, "The Quays");
        g_assert_true(nth(&u, 0)->underlined);
        g_assert_false(nth(&u, 1)->underlined);
    }
}

static void
test_rule(void)
{
    g_auto(Units) u = units_new("One line.\n\n* * *\n\nAnother line.\n");

    g_assert_cmpuint(u.units->len, ==, 3);
    g_assert_cmpint(nth(&u, 1)->shape, ==, SHAPE_RULE);
}

static void
test_code(void)
{
    g_autofree char *body = prose(60, 2, "\n", "");
    g_autofree char *text = g_strconcat(
        body, "\n    for (i = 0; i < n; i++) {\n        sum += a[i];\n"
        "        count[a[i]]++;\n    }\n\n", body, NULL);
    g_auto(Units) u = units_new(text);

    g_assert_cmpuint(u.units->len, ==, 5);
    g_assert_cmpint(nth(&u, 2)->shape, ==, SHAPE_CODE);
    g_assert_cmpstr(nth(&u, 2)->text, ==,
                    "for (i = 0; i < n; i++) {\n    sum += a[i];\n"
                    "    count[a[i]]++;\n}");
}

static void
test_drawing(void)
{
    g_autofree char *body = prose(60, 2, "\n", "");
    g_autofree char *text = g_strconcat(
        body, "\n     /\\\n    /  \\____\n   /__/____/|\n   |  |    ||\n"
        "   |__|____|/\n\n", body, NULL);
    g_auto(Units) u = units_new(text);

    g_assert_cmpuint(u.units->len, ==, 5);
    g_assert_cmpint(nth(&u, 2)->shape, ==, SHAPE_CODE);
    g_assert_cmpuint(nth(&u, 2)->n_lines, ==, 5);
}

static void
test_verse_is_broken(void)
{
    g_autofree char *body = prose(65, 3, "\n", "");
    g_autofree char *text = g_strconcat(
        body, "\nThe tide comes in without a sound,\n"
        "And nobody has seen it start;\n"
        "It takes the path, it takes the ground,\n"
        "It takes the wheels off every cart.\n", NULL);
    g_auto(Units) u = units_new(text);

    g_assert_cmpuint(u.units->len, ==, 7);
    for (guint i = 0; i < 7; i++)
        g_assert_cmpint(nth(&u, i)->broken, ==, i >= 3);
}

static void
test_quotes_part(void)
{
    g_auto(Units) u = units_new("Ann wrote:\n> Is it true?\n>> Who says so?\n"
                                "No.\n");

    g_assert_cmpuint(u.units->len, ==, 4);
    g_assert_cmpuint(nth(&u, 0)->quote, ==, 0);
    g_assert_cmpuint(nth(&u, 1)->quote, ==, 1);
    g_assert_cmpuint(nth(&u, 2)->quote, ==, 2);
    g_assert_cmpuint(nth(&u, 3)->quote, ==, 0);
}

static void
test_centred(void)
{
    g_autofree char *body = prose(70, 4, "\n", "");
    g_autofree char *text = g_strconcat("                          The Quay "
                                        "at Night\n\n", body, NULL);
    g_auto(Units) u = units_new(text);

    g_assert_true(nth(&u, 0)->centred);
    g_assert_false(nth(&u, 1)->centred);
}

/* Blank lines that were lost: "end.Begin". */
static void
test_glued(void)
{
    g_autofree char *first = g_strchomp(prose(60, 1, "", ""));
    g_autoptr(GString) text = g_string_new(NULL);

    for (guint i = 0; i < 12; i++)
        g_string_append(text, first);
    g_string_append_c(text, '\n');
    {
        g_auto(Units) u = units_new(text->str);
        g_assert_cmpuint(u.units->len, ==, 12);
    }
}

static double
seconds_of(guint paragraphs)
{
    g_autofree char *text = prose(60, paragraphs, "\n", "");
    clock_t start = clock();
    g_auto(Units) u = units_new(text);

    g_assert_cmpuint(u.units->len, ==, paragraphs);
    return (double) (clock() - start) / CLOCKS_PER_SEC;
}

/* A square law would be 64 times as slow. */
static void
test_linear(void)
{
    double once = MIN(seconds_of(1000), seconds_of(1000));

    g_assert_cmpfloat(seconds_of(8000), <, 40 * once + .05);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/unit/paragraphs", test_paragraphs);
    g_test_add_func("/unit/whole-lines", test_whole_lines);
    g_test_add_func("/unit/gaps", test_gaps);
    g_test_add_func("/unit/head-lines", test_head_lines);
    g_test_add_func("/unit/items", test_items);
    g_test_add_func("/unit/underlined", test_underlined);
    g_test_add_func("/unit/rule", test_rule);
    g_test_add_func("/unit/code", test_code);
    g_test_add_func("/unit/drawing", test_drawing);
    g_test_add_func("/unit/verse-is-broken", test_verse_is_broken);
    g_test_add_func("/unit/quotes-part", test_quotes_part);
    g_test_add_func("/unit/centred", test_centred);
    g_test_add_func("/unit/glued", test_glued);
    g_test_add_func("/unit/linear", test_linear);
    return g_test_run();
}
