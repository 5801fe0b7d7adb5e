/* SPDX-License-Identifier: MIT */
/* How a text is cut into lines and what can be told of one alone. */
#include "txt_fixture.h"

static void
test_measures(void)
{
    static const struct {
        const char *text;
        guint indent, width, len;
    } cases[] = {
        { "word", 0, 4, 4 },
        { "  word  ", 2, 6, 4 },
        { "\tword", 8, 12, 4 },
        { "   \tword", 8, 12, 4 },
        { "\xc2\xa0word\xc2\xa0", 1, 5, 4 },
        { "\xe3\x80\x80\xe5\xb1\xb1", 2, 4, 3 },    /* wide blank, wide */
        { "caf\xc3\xa9", 0, 4, 5 },
        { "\xe5\xb1\xb1\xe5\xb1\xb1", 0, 4, 6 },
    };

    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        TxtLine line = line_of(cases[i].text);

        g_test_message("%s", cases[i].text);
        g_assert_cmpuint(line.indent, ==, cases[i].indent);
        g_assert_cmpuint(line.width, ==, cases[i].width);
        g_assert_cmpuint(line.len, ==, cases[i].len);
    }
}

static void
test_numbers(void)
{
    static const char text[] = "one\n\n \t\nfour\nfive";
    g_autoptr(GArray) lines = txt_lines_new(text, strlen(text), 7, NULL,
                                            NULL);

    g_assert_cmpuint(lines->len, ==, 5);
    for (guint i = 0; i < lines->len; i++)
        g_assert_cmpuint(txt_line(lines, i)->number, ==, 7 + i);
    g_assert_cmpuint(txt_line(lines, 1)->len, ==, 0);
    g_assert_cmpuint(txt_line(lines, 2)->len, ==, 0);
    g_assert_cmpuint(txt_line(lines, 4)->len, ==, 4);
}

static void
test_no_lines(void)
{
    g_autoptr(GArray) lines = lines_of("");

    g_assert_cmpuint(lines->len, ==, 0);
}

static void
test_quotes(void)
{
    static const struct {
        const char *text;
        guint quote;
        const char *str;
    } cases[] = {
        { "plain", 0, "plain" },
        { "> once", 1, "once" },
        { ">once", 1, "once" },
        { "> > twice", 2, "twice" },
        { ">> twice", 2, "twice" },
        { "JD> initials", 1, "initials" },
        { ">", 1, "" },
        { "a > b", 0, "a > b" },
        { "-> arrow", 0, "-> arrow" },
    };

    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        TxtLine line = line_of(cases[i].text);

        g_test_message("%s", cases[i].text);
        g_assert_cmpuint(line.quote, ==, cases[i].quote);
        g_assert_cmpmem(line.str, line.len, cases[i].str,
                        strlen(cases[i].str));
    }
}

static void
test_quoted_indent(void)
{
    TxtLine line = line_of(">    int x;");

    g_assert_cmpuint(line.quote, ==, 1);
    g_assert_cmpuint(line.indent, ==, 3);       /* behind "> " */
}

static void
test_first_word(void)
{
    TxtLine line = line_of("  caf\xc3\xa9 noir"), one = line_of("one");

    g_assert_cmpuint(txt_line_first_word(&line), ==, 4);
    g_assert_cmpuint(txt_line_first_word(&one), ==, 3);
}

static void
test_starts_lower(void)
{
    static const char *const lower[] = {
        "word", "\"word", "(word", "'tis", "\xc2\xabmot", "\xd1\x81\xd0\xbb",
        "\xc3\xa9t\xc3\xa9",
    };
    static const char *const others[] = {
        "Word", "\"Word", "3 words", "- word", "", "\xe5\xb1\xb1",
        "\xd0\xa1\xd0\xbb", "\xd8\xb9\xd8\xa7",
    };

    for (guint i = 0; i < G_N_ELEMENTS(lower); i++)
        g_assert_true(txt_starts_lower(lower[i], strlen(lower[i])));
    for (guint i = 0; i < G_N_ELEMENTS(others); i++)
        g_assert_false(txt_starts_lower(others[i], strlen(others[i])));
}

static void
test_ends_sentence(void)
{
    static const char *const ends[] = {
        "end.", "end!", "end?", "end.\"", "end.')", "end...",
        "end\xe2\x80\xa6", "end.\xe2\x80\x9d", "fin ?\xc2\xa0\xc2\xbb",
        "\xe7\xb5\x82\xe3\x80\x82", "\xe7\xb5\x82\xe3\x80\x82\xe3\x80\x8d",
        "\xd8\xb9\xd8\x9f",
    };
    static const char *const goes_on[] = {
        "end", "end,", "end:", "end;", "end-", "\"end\"", "(end)", "", "\"",
    };

    for (guint i = 0; i < G_N_ELEMENTS(ends); i++) {
        g_test_message("%s", ends[i]);
        g_assert_true(txt_ends_sentence(ends[i], strlen(ends[i])));
    }
    for (guint i = 0; i < G_N_ELEMENTS(goes_on); i++) {
        g_test_message("%s", goes_on[i]);
        g_assert_false(txt_ends_sentence(goes_on[i], strlen(goes_on[i])));
    }
}

static void
test_rules(void)
{
    static const char *const rules[] = {
        "---", "======", "* * *", "***", "~~~~~~~~", "- - - - -", "_____", "-=-=-=-=-=-=-=-",
        "\xe2\x94\x80\xe2\x94\x80\xe2\x94\x80",
        "\xe2\x80\x94\xe2\x80\x94\xe2\x80\x94", "..................",
    };
    static const char *const written[] = {
        "", "-", "--", "...", "-- Name", "a---", "1-2-3", "* item",
        ">>>", "No. ---", "-30-",
    };

    for (guint i = 0; i < G_N_ELEMENTS(rules); i++) {
        g_test_message("%s", rules[i]);
        g_assert_true(txt_is_rule(rules[i], strlen(rules[i])));
    }
    for (guint i = 0; i < G_N_ELEMENTS(written); i++) {
        g_test_message("%s", written[i]);
        g_assert_false(txt_is_rule(written[i], strlen(written[i])));
    }
}

static void
note_dropped(const char *str, gsize len, gboolean whole,
             const TxtLine *line, gpointer user)
{
    g_string_append_printf(user, "%u%s%.*s;", line->number,
                           whole ? "=" : "+", (int) len, str);
}

static guint
count_kept(const char *text, GString *dropped)
{
    g_autoptr(GArray) lines = txt_lines_new(text, strlen(text), 1,
                                            note_dropped, dropped);
    return lines->len;
}

static void
test_prompts(void)
{
    g_autoptr(GString) dropped = g_string_new(NULL);
    static const char text[] = "one\n--More--\ntwo\n  Press any key to "
                               "continue...\nMore than three\n";

    g_assert_cmpuint(count_kept(text, dropped), ==, 3);
    g_assert_cmpstr(dropped->str, ==,
                    "2=--More--;4=Press any key to continue...;");
}

static void
test_prompts_kept(void)
{
    g_autoptr(GArray) lines = lines_of("one\n--More--\ntwo\n");

    g_assert_cmpuint(lines->len, ==, 3);
}

/* Braces are the signs of disk magazines only where nothing closes them. */
static void
test_braces_of_code(void)
{
    g_autoptr(GString) dropped = g_string_new(NULL);
    static const char text[] =
        "int main(void)\n{\n    {int x;}\n    {a = 1;}\n    {b = 2;}\n"
        "    return 0;\n}\n{\n}\n";

    g_assert_cmpuint(count_kept(text, dropped), ==, 9);
    g_assert_cmpstr(dropped->str, ==, "");
}

/* Numbers that stand alone are text where no magazine's codes are. */
static void
test_numbers_kept(void)
{
    g_autoptr(GString) dropped = g_string_new(NULL);

    g_assert_cmpuint(count_kept("Chapter\n\n1\n\nText\n\n2\n\nText\n",
                                dropped), ==, 9);
    g_assert_cmpstr(dropped->str, ==, "");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/line/measures", test_measures);
    g_test_add_func("/line/numbers", test_numbers);
    g_test_add_func("/line/no-lines", test_no_lines);
    g_test_add_func("/line/quotes", test_quotes);
    g_test_add_func("/line/quoted-indent", test_quoted_indent);
    g_test_add_func("/line/first-word", test_first_word);
    g_test_add_func("/line/starts-lower", test_starts_lower);
    g_test_add_func("/line/ends-sentence", test_ends_sentence);
    g_test_add_func("/line/rules", test_rules);
    g_test_add_func("/line/prompts", test_prompts);
    g_test_add_func("/line/prompts-kept", test_prompts_kept);
    g_test_add_func("/line/braces-of-code", test_braces_of_code);
    g_test_add_func("/line/numbers-kept", test_numbers_kept);
    return g_test_run();
}
