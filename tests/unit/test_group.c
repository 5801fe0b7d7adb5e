/* SPDX-License-Identifier: MIT */
/* Figures, notes, headings and lines that stand for themselves, once it is
 * known that they are. */
#include "txt_fixture.h"

#define assert_written(text, labels, wanted) G_STMT_START { \
    g_autofree char *is = written_as(text, labels); \
    g_assert_cmpstr(is, ==, wanted); \
} G_STMT_END

static void
test_figure(void)
{
    assert_written("A goat on stage. Lars Holt/Getty Images\n", "caption",
                   "figure @1\n"
                   "  caption @1 \"A goat on stage.\"\n"
                   "  credit @1 \"Lars Holt/Getty Images\"\n");
    assert_written("A goat on stage.\n", "caption",
                   "figure @1\n"
                   "  caption @1 \"A goat on stage.\"\n");
    assert_written("Photo: Lars Holt\n", "caption",
                   "figure @1\n"
                   "  credit @1 \"Lars Holt\"\n");
}

static void
test_note(void)
{
    assert_written("The cat did it.[1]\n\n[1] So it is said.\n",
                   "paragraph note",
                   "paragraph @1 \"The cat did it.{note note-1:[1]}\"\n"
                   "note mark=1 id=note-1 @3\n"
                   "  paragraph @3 \"So it is said.\"\n");
}

/* Two notes of one mark lose no word. */
static void
test_note_twice(void)
{
    g_autofree char *is = written_as(
        "The cat did it.[1]\n\n[1] So it is said.\n[1] It is not.\n",
        "paragraph note note");

    g_assert_nonnull(strstr(is, "\"So it is said.\""));
    g_assert_nonnull(strstr(is, "It is not.\""));
}

static void
test_heading(void)
{
    static const char *const written[] = {
        "On ink", "*On ink*", "== On ink ==", "# On ink", "-- On ink --",
        "_On ink_",
    };

    for (guint i = 0; i < G_N_ELEMENTS(written); i++) {
        g_autofree char *text = g_strconcat("It is black.\n\n", written[i],
                                            "\n\nIt is blue.\n", NULL);
        g_autofree char *is = written_as(text, "paragraph heading paragraph");

        g_test_message("%s", written[i]);
        g_assert_nonnull(strstr(is, "heading 1 @3 \"On ink\"\n"));
    }
}

/* Of two forms of headings, the stronger one is the higher. */
static void
test_levels(void)
{
    g_autofree char *is = written_as(
        "BLACK INK\n\nIt is black.\n\nOf soot\n\nIt is soot.\n\n"
        "BLUE INK\n\nIt is blue.\n",
        "heading paragraph heading paragraph heading paragraph");

    g_assert_nonnull(strstr(is, "heading 1 @1 \"BLACK INK\"\n"));
    g_assert_nonnull(strstr(is, "heading 2 @5 \"Of soot\"\n"));
    g_assert_nonnull(strstr(is, "heading 1 @9 \"BLUE INK\"\n"));
}

static void
test_code(void)
{
    assert_written("int\nmain(void)\n{\n    return f(*p);\n}\n", "code",
                   "code @1 \"int\\nmain(void)\\n\\{\\n    return f(*p);"
                   "\\n\\}\"\n");
}

static void
test_attribution(void)
{
    g_autofree char *is = written_as("Ann Roe <ann@example.org> wrote:\n"
                                     "> Is it black?\n\nIt is blue.\n",
                                     "attribution paragraph paragraph");

    g_assert_true(g_str_has_prefix(is, "paragraph [attribution] @1"));
    g_assert_nonnull(strstr(is, "quote @2\n  paragraph @2 \"Is it black?\"\n"
                            "paragraph @4 \"It is blue.\"\n"));
}

static void
test_related(void)
{
    assert_written("It is black.\n\nRelated: On Blue Ink\n\nIt is soot.\n",
                   "paragraph related paragraph",
                   "paragraph @1 \"It is black.\"\n"
                   "aside [related] @3\n"
                   "  paragraph @3 \"Related: On Blue Ink\"\n"
                   "paragraph @5 \"It is soot.\"\n");
}

/* The dashes that part a signature off are no part of it. */
static void
test_signature(void)
{
    g_autofree char *is = written_as(
        "It is black.\n\n-- \nAnn Roe\nHolm\n",
        "paragraph signature signature signature");

    g_assert_nonnull(strstr(is, "aside [signature]"));
    g_assert_nonnull(strstr(is, "Ann Roe"));
    g_assert_nonnull(strstr(is, "Holm"));
    g_assert_null(strstr(is, "--"));
}

/* Blanks that hold a signature's columns stay, and so do its lines. */
static void
test_drawn_signature(void)
{
    g_autofree char *is = written_as(
        "It is black.\n\n-- \nAnn Roe          \"Ink\nann@example.org   "
        "dries.\"\n",
        "paragraph signature signature signature");

    g_assert_nonnull(strstr(is, "code @"));
    g_assert_nonnull(strstr(is, "Ann Roe          \"Ink\\nann@example.org"
                            "   dries.\""));
}

static void
test_rule(void)
{
    assert_written("It is black.\n\n* * *\n\nIt is blue.\n\n---\n",
                   "paragraph rule paragraph rule",
                   "paragraph @1 \"It is black.\"\n"
                   "rule @3\n"
                   "paragraph @5 \"It is blue.\"\n");
}

/* A sentence torn apart is joined, also over a button. */
static void
test_rejoined(void)
{
    assert_written("The ink that he had bought from\n\nthe man is black.\n",
                   "paragraph paragraph",
                   "paragraph @1 \"The ink that he had bought from the man "
                   "is black.\"\n");
    assert_written("The ink that he had bought from\n\nADVERTISEMENT\n\n"
                   "the man is black.\n", "paragraph junk paragraph",
                   "paragraph @1 \"The ink that he had bought from the man "
                   "is black.\"\n");
}

/* A quotation over two paragraphs is none. */
static void
test_not_rejoined(void)
{
    assert_written("\"The ink is black.\n\n\"The paper is not.\"\n",
                   "paragraph paragraph",
                   "paragraph @1 \"\342\200\234The ink is black.\"\n"
                   "paragraph @3 \"\342\200\234The paper is not."
                   "\342\200\235\"\n");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/group/figure", test_figure);
    g_test_add_func("/group/note", test_note);
    g_test_add_func("/group/note-twice", test_note_twice);
    g_test_add_func("/group/heading", test_heading);
    g_test_add_func("/group/levels", test_levels);
    g_test_add_func("/group/code", test_code);
    g_test_add_func("/group/attribution", test_attribution);
    g_test_add_func("/group/related", test_related);
    g_test_add_func("/group/signature", test_signature);
    g_test_add_func("/group/drawn-signature", test_drawn_signature);
    g_test_add_func("/group/rule", test_rule);
    g_test_add_func("/group/rejoined", test_rejoined);
    g_test_add_func("/group/not-rejoined", test_not_rejoined);
    return g_test_run();
}
