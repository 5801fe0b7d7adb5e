/* SPDX-License-Identifier: MIT */
/* What one unit shows on its own, and how short texts are taken apart. */
#include "read/txt_see.h"

#include "txt_fixture.h"

static void
test_dateline(void)
{
    static const struct { const char *str, *city, *text; } cases[] = {
        { "BANGKOK (Northern) -- The rain", "BANGKOK", "The rain" },
        { "BANGKOK - The rain", "BANGKOK", "The rain" },
        { "NEW YORK -- The rain", "NEW YORK", "The rain" },
        { "ST. IVES, \xe2\x80\x94 The rain", "ST. IVES", "The rain" },
        { "M\xc3\x9cNCHEN \xe2\x80\x93 Regen", "M\xc3\x9cNCHEN", "Regen" },
        { "\xd0\x9c\xd0\x9e\xd0\xa1\xd0\x9a\xd0\x92\xd0\x90 - "
          "\xd0\x94\xd0\xbe", "\xd0\x9c\xd0\x9e\xd0\xa1\xd0\x9a\xd0\x92"
          "\xd0\x90", "\xd0\x94\xd0\xbe" },
    };

    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        gsize city = 0;
        gsize n = txt_dateline(cases[i].str, strlen(cases[i].str), &city);

        g_test_message("%s", cases[i].str);
        g_assert_cmpmem(cases[i].str, city, cases[i].city,
                        strlen(cases[i].city));
        g_assert_cmpstr(cases[i].str + n, ==, cases[i].text);
    }
}

static void
test_no_dateline(void)
{
    static const char *const cases[] = {
        "", "The rain -- it fell", "BANGKOK", "BANGKOK --", "A - B",
        "THE RAIN HAS COME", "Bangkok (Northern) -- The rain",
        "A VERY LONG LINE IN CAPITALS THAT IS A WHOLE SENTENCE -- AND ON",
    };

    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        gsize city;

        g_test_message("%s", cases[i]);
        g_assert_cmpuint(txt_dateline(cases[i], strlen(cases[i]), &city),
                         ==, 0);
    }
}

static void
test_credit(void)
{
    static const struct { const char *str, *caption, *credit; } cases[] = {
        { "A goat on stage. Lars Holt/Getty Images", "A goat on stage.",
          "Lars Holt/Getty Images" },
        { "A goat on stage (Lars Holt/AFP)", "A goat on stage",
          "Lars Holt/AFP" },
        { "A goat on stage. Photo: Lars Holt", "A goat on stage.",
          "Lars Holt" },
        { "Lars Holt via Getty Images A goat on stage", "A goat on stage",
          "Lars Holt via Getty Images" },
        { "Photo: Lars Holt", "", "Lars Holt" },
        { "Lars Holt/Reuters", "", "Lars Holt/Reuters" },
    };

    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        const char *str = cases[i].str;
        TxtCredit credit = { 0 };

        g_test_message("%s", str);
        g_assert_true(txt_credit(str, strlen(str), &credit));
        g_assert_cmpmem(str + credit.caption, credit.caption_len,
                        cases[i].caption, strlen(cases[i].caption));
        g_assert_cmpmem(str + credit.credit, credit.credit_len,
                        cases[i].credit, strlen(cases[i].credit));
    }
}

static void
test_no_credit(void)
{
    static const char *const cases[] = {
        "", "A goat on stage.", "He took a photo of it.",
        "The agency Reuters said so on Monday.",
    };

    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        TxtCredit credit;

        g_test_message("%s", cases[i]);
        g_assert_false(txt_credit(cases[i], strlen(cases[i]), &credit));
    }
}

static void
test_label(void)
{
    static const struct { const char *str, *label, *value; } cases[] = {
        { "Section: News", "Section", "News" },
        { "Load-Date:  May 4", "Load-Date", "May 4" },
        { "Price.......: 49", "Price", "49" },
        { "Name :\tWren", "Name", "Wren" },
        { "Graphic:", "Graphic", "" },
        { "Gr\xc3\xb6\xc3\x9f" "e: 7", "Gr\xc3\xb6\xc3\x9f" "e", "7" },
        { "Time of day: 12:30", "Time of day", "12:30" },
    };

    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        const char *str = cases[i].str;
        gsize label = 0, value = 0;

        g_test_message("%s", str);
        g_assert_true(txt_label_value(str, strlen(str), &label, &value));
        g_assert_cmpmem(str, label, cases[i].label,
                        strlen(cases[i].label));
        g_assert_cmpstr(str + value, ==, cases[i].value);
    }
}

static void
test_no_label(void)
{
    static const char *const cases[] = {
        "", ":", "no colon", "12:30 is late", "http://a.example/b",
        "a:b", "\"Yes\": he said", "There is only one thing to say: no.",
    };

    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        gsize label, value;

        g_test_message("%s", cases[i]);
        g_assert_false(txt_label_value(cases[i], strlen(cases[i]), &label,
                                       &value));
    }
}

static void
test_note_mark(void)
{
    static const struct { const char *str, *mark, *text; } cases[] = {
        { "[1] Text", "1", "Text" },
        { "[12]Text", "12", "Text" },
        { "[*] Text", "*", "Text" },
    };
    static const char *const none[] = {
        "", "[1]", "[1] ", "[] Text", "[a] Text", "[1 Text", "1] Text",
        "[12345] Text",
    };

    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        const char *str = cases[i].str;
        gsize mark = 0, len = 0, text = 0;

        g_assert_true(txt_note_mark(str, strlen(str), &mark, &len, &text));
        g_assert_cmpmem(str + mark, len, cases[i].mark,
                        strlen(cases[i].mark));
        g_assert_cmpstr(str + text, ==, cases[i].text);
    }
    for (guint i = 0; i < G_N_ELEMENTS(none); i++) {
        gsize mark, len, text;

        g_test_message("%s", none[i]);
        g_assert_false(txt_note_mark(none[i], strlen(none[i]), &mark, &len,
                                     &text));
    }
}

static void
test_agency(void)
{
    static const char one[] = "Reuters Two men at a round table in a room";
    static const char two[] = "AFP via Getty Images Two men at a round table";
    static const char no[] = "Reuters reported on Monday that it had begun";

    g_assert_cmpuint(txt_agency(one, strlen(one)), ==, 8);
    g_assert_cmpuint(txt_agency(two, strlen(two)), ==, 21);
    g_assert_cmpuint(txt_agency(no, strlen(no)), ==, 0);
}

/* The evidence of the one unit that text is. */
static TxtEvidence
seen(const char *text)
{
    g_autoptr(GArray) lines = lines_of(text);
    TxtLayout layout = { 0 };
    Arena *arena = arena_new();
    g_autoptr(GArray) units = txt_units_new(lines, &layout, arena);
    TxtEvidence evidence = { 0 };

    g_assert_cmpuint(units->len, ==, 1);
    txt_see(txt_unit(units, 0), &evidence);
    arena_free(arena);
    return evidence;
}

static void
test_seen(void)
{
    static const struct { const char *text; Evidence is, is_not; } cases[] = {
        { "WHAT YOU NEED", EV_CAPS, EV_TITLE_CASE },
        { "What You Need", EV_TITLE_CASE, EV_CAPS },
        { "Where does it stop?", EV_QUESTION, EV_LOWER },
        { "and then it stopped.", EV_LOWER, EV_BARE_END },
        { "What you need", EV_BARE_END, EV_SENTENCE },
        { "What you need:", EV_COLON, EV_BARE_END },
        { "\"It stopped,\" he said.", EV_QUOTE, EV_BARE_END },
        { "*On ink*", EV_STARRED, EV_ITEM },
        { "* On ink", EV_ITEM, EV_STARRED },
        { "* * *", EV_RULE, EV_ITEM },
        { "It stopped because of the", EV_BROKEN_OFF, EV_SENTENCE },
        { "14 March 2024", EV_DATE, EV_PERSON },
        { "By Ines Calder", EV_BYLINE, EV_DATE },
        { "Jane Calder", EV_PERSON, EV_BYLINE },
        { "Technology reporter", EV_JOB, EV_PERSON },
        { "https://example.org/a", EV_URL, EV_EMAIL },
        { "<ann@example.org>", EV_EMAIL, EV_URL },
        { "Section: News", EV_FIELD, EV_KEYVALUE },
        { "Weight: 900 grams", EV_KEYVALUE, EV_FIELD },
        { "-- Ines Calder", EV_ATTRIBUTION, EV_RULE },
        { "[1] See the parish book.", EV_NOTE_MARK, EV_FIELD },
    };

    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        TxtEvidence e = seen(cases[i].text);

        g_test_message("%s", cases[i].text);
        g_assert_cmpuint(e.of[cases[i].is], >=, 70);
        g_assert_cmpuint(e.of[cases[i].is_not], <, 50);
        g_assert_cmpuint(e.of[EV_ONE], ==, 100);
    }
}

/* Running text is more than a line, or sentences. */
static void
test_prose(void)
{
    g_autofree char *text = prose(0, 1, "", "");
    TxtEvidence e = seen(text);

    g_assert_cmpuint(e.of[EV_PROSE], ==, 100);
    g_assert_cmpuint(e.of[EV_SHORT], ==, 0);
    e = seen("The Boat Comes In");
    g_assert_cmpuint(e.of[EV_PROSE], ==, 0);
    g_assert_cmpuint(e.of[EV_SHORT], ==, 100);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/see/dateline", test_dateline);
    g_test_add_func("/see/no-dateline", test_no_dateline);
    g_test_add_func("/see/credit", test_credit);
    g_test_add_func("/see/no-credit", test_no_credit);
    g_test_add_func("/see/label", test_label);
    g_test_add_func("/see/no-label", test_no_label);
    g_test_add_func("/see/note-mark", test_note_mark);
    g_test_add_func("/see/agency", test_agency);
    g_test_add_func("/see/seen", test_seen);
    g_test_add_func("/see/prose", test_prose);
    return g_test_run();
}
