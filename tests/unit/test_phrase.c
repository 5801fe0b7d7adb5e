/* SPDX-License-Identifier: MIT */
/* Which words give a line away, and how it is folded to find them. */
#include "read/txt_phrase.h"

#include "txt_fixture.h"

static void
test_fold(void)
{
    static const struct { const char *str, *folded; } cases[] = {
        { "", "" },
        { "  Read   MORE \n now ", "read more now" },
        { "Editor\xe2\x80\x99s \xe2\x80\x9cNote\xe2\x80\x9d",
          "editor's \"note\"" },
        { "a \xe2\x80\x94 b \xe2\x80\x93 c", "a - b - c" },
        { "caf\xc3\xa9\xc2\xa0\xc3\x89T\xc3\x89", "caf\xc3\xa9 \xc3\xa9t"
          "\xc3\xa9" },
        { "\xd0\xa0\xd0\x95\xd0\x9a", "\xd1\x80\xd0\xb5\xd0\xba" },
    };

    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        char folded[400 + TXT_FOLD_ROOM];
        gsize n = txt_fold(cases[i].str, strlen(cases[i].str), folded, 400);

        g_assert_cmpstr(folded, ==, cases[i].folded);
        g_assert_cmpuint(n, ==, strlen(folded));
    }
}

/* No character is cut in two at the limit. */
static void
test_fold_limit(void)
{
    static const char str[] = "\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9";

    for (gsize max = 0; max <= 8; max++) {
        char folded[8 + TXT_FOLD_ROOM];

        txt_fold(str, strlen(str), folded, max);
        g_assert_true(g_utf8_validate(folded, -1, NULL));
        g_assert_cmpuint(strlen(folded), <=, max + 1);
    }
}

/* Long runs are folded alike, wherever something else stands in them. */
static void
test_fold_run(void)
{
    static const struct { const char *odd, *folded; } cases[] = {
        { "  ", " " }, { " \t\n", " " }, { "\xc3\x89", "\xc3\xa9" },
        { "\xc2\xa0 ", " " }, { "\xe2\x80\x94", "-" }, { "Q", "q" },
    };

    for (guint at = 1; at < 40; at++)
        for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
            g_autofree char *big = g_strnfill(at, 'A');
            g_autofree char *small = g_strnfill(at, 'a');
            g_autofree char *str = g_strconcat(big, cases[i].odd, big, NULL);
            g_autofree char *wanted = g_strconcat(small, cases[i].folded,
                                                  small, NULL);
            char folded[400 + TXT_FOLD_ROOM];

            txt_fold(str, strlen(str), folded, 400);
            g_assert_cmpstr(folded, ==, wanted);
            g_assert_cmpuint(txt_fold(str, strlen(str), folded, at), ==, at);
        }
}

static guint
strength(const char *text, Evidence evidence)
{
    TxtUnit unit = { .text = text, .len = strlen(text), .n_lines = 1 };
    TxtEvidence e = { 0 };

    txt_phrases(&unit, &e);
    return e.of[evidence];
}

static void
test_said(void)
{
    static const struct { const char *text; Evidence evidence; } cases[] = {
        { "ADVERTISEMENT", EV_JUNK },
        { "Advertisement:", EV_JUNK },
        { "--- End of Document ---", EV_JUNK },
        { "ANZEIGE", EV_JUNK },
        { "Publicit\xc3\xa9", EV_JUNK },
        { "Story continues below advertisement", EV_JUNK },
        { "Related article: A Goat", EV_RELATED },
        { "READ MORE: A Goat", EV_RELATED },
        { "Lire aussi : Une ch\xc3\xa8vre", EV_RELATED },
        { "Editor\xe2\x80\x99s note: This was a goat.", EV_EDNOTE },
        { "Correction: It was a goat.", EV_EDNOTE },
        { "Jonas Brandt contributed to this report.", EV_CONTRIB },
        { "Tilda Marsh is a staff writer in Holm.", EV_BIO },
        { "\xc2\xa9 1993 The Harbour Post", EV_NOTICE },
        { "Lars Holt/Getty Images", EV_CREDIT },
        { "[Illustration: A goat]", EV_CAPTION },
        { "Introduction", EV_HEADWORD },
    };

    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_test_message("%s", cases[i].text);
        g_assert_cmpuint(strength(cases[i].text, cases[i].evidence), >=, 50);
    }
}

/* The same words within a sentence say nothing. */
static void
test_not_said(void)
{
    static const struct { const char *text; Evidence evidence; } cases[] = {
        { "Advertisement is a word with thirteen letters.", EV_JUNK },
        { "They share the bread.", EV_JUNK },
        { "Save the goat, said the boy.", EV_JUNK },
        { "In the end it was a goat.", EV_JUNK },
        { "He is related to the goat.", EV_RELATED },
        { "Her correction came too late.", EV_EDNOTE },
        { "The introduction of the goat took a year.", EV_HEADWORD },
        { "", EV_JUNK },
    };

    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_test_message("%s", cases[i].text);
        g_assert_cmpuint(strength(cases[i].text, cases[i].evidence), ==, 0);
    }
}

/* What a long text ends with counts; what it holds far from both ends
 * does not make it another thing. */
static void
test_long(void)
{
    g_autofree char *line = g_strdelimit(prose(0, 3, "", ""), "\n", ' ');
    g_autofree char *credited = g_strconcat(line, "Ann Roe/Getty Images",
                                            NULL);

    g_assert_cmpuint(strength(line, EV_JUNK), ==, 0);
    g_assert_cmpuint(strength(credited, EV_CREDIT), >=, 50);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/phrase/fold", test_fold);
    g_test_add_func("/phrase/fold-limit", test_fold_limit);
    g_test_add_func("/phrase/fold-run", test_fold_run);
    g_test_add_func("/phrase/said", test_said);
    g_test_add_func("/phrase/not-said", test_not_said);
    g_test_add_func("/phrase/long", test_long);
    return g_test_run();
}
