/* SPDX-License-Identifier: MIT */
/* What the place of a unit and its neighbours say of it. */
#include "txt_fixture.h"

static guint
of(const Reading *reading, guint i, Evidence evidence)
{
    g_assert_cmpuint(i, <, reading->txt->evidence->len);
    return txt_evidence(reading->txt->evidence, i)->of[evidence];
}

#define SENTENCES "The boat came in late and nobody stood on the quay. " \
    "A dog barked once at the far end of the wall and lay down again."

static void
test_names(void)
{
    for (guint i = 0; i < N_EVIDENCE; i++) {
        g_assert_nonnull(txt_evidence_name(i));
        for (guint k = 0; k < i; k++)
            g_assert_cmpstr(txt_evidence_name(i), !=, txt_evidence_name(k));
    }
}

static void
test_strengths(void)
{
    g_auto(Reading) r = reading_new("Title\n\nBy Jane Doe\n\n" SENTENCES
                                    "\n\nShare\n\n- a\n- b\n\n---\n");

    g_assert_cmpuint(r.txt->evidence->len, ==, r.txt->units->len);
    for (guint i = 0; i < r.txt->evidence->len; i++) {
        g_assert_cmpuint(of(&r, i, EV_ONE), ==, 100);
        for (guint k = 0; k < N_EVIDENCE; k++)
            g_assert_cmpuint(of(&r, i, k), <=, 100);
    }
}

static void
test_place(void)
{
    g_auto(Reading) r = reading_new(
        "The Boat Comes In\n\nBy Jane Doe\n\n" SENTENCES "\n\nThe Dog\n\n"
        SENTENCES "\n\nJane Doe lives in Holm\n");

    g_assert_cmpuint(r.txt->units->len, ==, 6);
    g_assert_cmpuint(of(&r, 0, EV_FIRST), ==, 100);
    g_assert_cmpuint(of(&r, 1, EV_FIRST), ==, 0);
    g_assert_cmpuint(of(&r, 0, EV_HEAD), ==, 100);
    g_assert_cmpuint(of(&r, 1, EV_HEAD), ==, 100);
    g_assert_cmpuint(of(&r, 2, EV_HEAD), ==, 0);
    g_assert_cmpuint(of(&r, 3, EV_BETWEEN), ==, 100);
    g_assert_cmpuint(of(&r, 5, EV_TAIL), ==, 100);
    g_assert_cmpuint(of(&r, 5, EV_BETWEEN), ==, 0);
    g_assert_cmpuint(of(&r, 3, EV_NEXT_PROSE), >, 0);
    g_assert_cmpuint(of(&r, 0, EV_TOP), >, of(&r, 3, EV_TOP));
    g_assert_cmpuint(of(&r, 0, EV_ABOVE_DATE), ==, 100);
}

/* A button above the title is not the first line of the article. */
static void
test_first_is_no_junk(void)
{
    g_auto(Reading) r = reading_new("Skip to content\n\nThe Boat Comes In\n\n"
                                    SENTENCES "\n\n" SENTENCES "\n");

    g_assert_cmpuint(of(&r, 0, EV_FIRST), ==, 0);
    g_assert_cmpuint(of(&r, 1, EV_FIRST), ==, 100);
}

static void
test_gaps(void)
{
    g_auto(Reading) r = reading_new("One Line\nTwo Line\n\n" SENTENCES "\n\n"
                                    SENTENCES "\n\n\n\nThree\n\n" SENTENCES);

    g_assert_cmpuint(of(&r, 0, EV_TIGHT), ==, 100);
    g_assert_cmpuint(of(&r, 1, EV_TIGHT), ==, 0);
    g_assert_cmpuint(of(&r, 1, EV_GAP), ==, 0);
    g_assert_cmpuint(of(&r, 2, EV_GAP), ==, 100);
    g_assert_cmpuint(of(&r, 2, EV_WIDE_GAP), ==, 0);
    g_assert_cmpuint(of(&r, 4, EV_WIDE_GAP), ==, 100);
}

static void
test_often(void)
{
    g_auto(Reading) r = reading_new(
        "The Tide\n\n" SENTENCES "\n\nPage foot\n\n" SENTENCES "\n\n"
        "Page foot\n\n" SENTENCES "\n\nPage foot\n\n" SENTENCES "\n");

    g_assert_cmpuint(of(&r, 2, EV_OFTEN), ==, 100);
    g_assert_cmpuint(of(&r, 6, EV_OFTEN), ==, 100);
    g_assert_cmpuint(of(&r, 0, EV_OFTEN), ==, 0);
}

static void
test_item_run(void)
{
    g_auto(Reading) r = reading_new(SENTENCES "\n\n- one\n- two\n\n"
                                    SENTENCES "\n\n1. alone\n\n"
                                    SENTENCES "\n");

    g_assert_cmpuint(of(&r, 1, EV_ITEM_RUN), ==, 100);
    g_assert_cmpuint(of(&r, 2, EV_ITEM_RUN), ==, 100);
    g_assert_cmpuint(of(&r, 4, EV_ITEM_RUN), ==, 0);
}

static void
test_key_value_run(void)
{
    g_auto(Reading) r = reading_new(SENTENCES "\n\nWeight: 9 kg\n"
                                    "Colour: green\n\n" SENTENCES "\n\n"
                                    "One thing: it sinks\n\n" SENTENCES);

    g_assert_cmpuint(of(&r, 1, EV_KEYVALUE_RUN), ==, 100);
    g_assert_cmpuint(of(&r, 2, EV_KEYVALUE_RUN), ==, 100);
    g_assert_cmpuint(of(&r, 4, EV_KEYVALUE_RUN), ==, 0);
}

/* A mark in brackets makes a note only where the text refers to it. */
static void
test_notes(void)
{
    g_auto(Reading) r = reading_new(
        "The cat turned the mill all night.[1] " SENTENCES "\n\n"
        SENTENCES "\n\n[1] So says the parish book.\n"
        "[2] Nobody refers to this.\n");

    g_assert_cmpuint(of(&r, 2, EV_NOTE_MARK), ==, 100);
    g_assert_cmpuint(of(&r, 3, EV_NOTE_MARK), ==, 0);
}

static void
test_after_labels(void)
{
    g_auto(Reading) r = reading_new(
        SENTENCES "\n\n" SENTENCES "\n\nGraphic\n\nThe boat at the quay\n\n"
        "Related stories:\n\nThe Dog Comes Home\n\nOriginal url:\n\n"
        "https://example.org/a\n");

    g_assert_cmpuint(of(&r, 3, EV_AFTER_CAPTION), ==, 100);
    g_assert_cmpuint(of(&r, 5, EV_AFTER_RELATED), >, 50);
    g_assert_cmpuint(of(&r, 7, EV_AFTER_URL), ==, 100);
    g_assert_cmpuint(of(&r, 5, EV_AFTER_CAPTION), ==, 0);
}

static void
test_signature(void)
{
    g_auto(Reading) r = reading_new(
        SENTENCES "\n\n" SENTENCES "\n\n-- \nAnn Ferris\nHolm\n");

    g_assert_cmpuint(of(&r, 1, EV_AFTER_SIGN), ==, 0);
    for (guint i = 2; i < r.txt->units->len; i++)
        g_assert_cmpuint(of(&r, i, EV_AFTER_SIGN), ==, 100);
}

/* Three headings of one form vouch for each other, the last one too. */
static void
test_siblings(void)
{
    g_auto(Reading) r = reading_new(
        "The Tide\n\n" SENTENCES "\n\nWHAT IT IS\n\n" SENTENCES "\n\n"
        "WHEN IT COMES\n\n" SENTENCES "\n\nWHERE IT GOES\n\n" SENTENCES);

    for (guint i = 2; i < 7; i += 2)
        g_assert_cmpuint(of(&r, i, EV_SIBLING), >=, 50);
    g_assert_cmpuint(of(&r, 3, EV_SIBLING), ==, 0);
}

/* Adverts between paragraphs do not end the article: what stands behind
 * them is no less its text. */
static void
test_adverts_stop_nothing(void)
{
    g_auto(Reading) r = reading_new(
        "The Tide\n\n" SENTENCES "\n\nADVERTISEMENT\n\n" SENTENCES "\n\n"
        "ADVERTISEMENT\n\n" SENTENCES "\n\nADVERTISEMENT\n\n" SENTENCES
        "\n\nADVERTISEMENT\n\n" SENTENCES "\n");

    for (guint i = 0; i < r.txt->units->len; i++)
        g_assert_cmpuint(of(&r, i, EV_AFTER_STOP), ==, 0);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/evidence/names", test_names);
    g_test_add_func("/evidence/strengths", test_strengths);
    g_test_add_func("/evidence/place", test_place);
    g_test_add_func("/evidence/first-is-no-junk", test_first_is_no_junk);
    g_test_add_func("/evidence/gaps", test_gaps);
    g_test_add_func("/evidence/often", test_often);
    g_test_add_func("/evidence/item-run", test_item_run);
    g_test_add_func("/evidence/key-value-run", test_key_value_run);
    g_test_add_func("/evidence/notes", test_notes);
    g_test_add_func("/evidence/after-labels", test_after_labels);
    g_test_add_func("/evidence/signature", test_signature);
    g_test_add_func("/evidence/siblings", test_siblings);
    g_test_add_func("/evidence/adverts-stop-nothing",
                    test_adverts_stop_nothing);
    return g_test_run();
}
