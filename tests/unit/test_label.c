/* SPDX-License-Identifier: MIT */
/* The best path of labels: what must hold of every one, whatever the
 * weights are. */
#include <time.h>

#include "txt_fixture.h"

enum { HEAD = 1, TITLED = 2, BODY = 4 };

/* Where each label may stand, as label.def has it. */
static const guint8 zones[] = {
#define ZONE_H HEAD
#define ZONE_T TITLED
#define ZONE_B BODY
#define LABEL(NAME, name, where) where,
#include "read/label.def"
#undef LABEL
};

/* n units that show anything at all. */
static void
make(guint n, GArray **units, GArray **evidence)
{
    *units = g_array_new(FALSE, TRUE, sizeof(TxtUnit));
    *evidence = g_array_new(FALSE, TRUE, sizeof(TxtEvidence));
    g_array_set_size(*units, n);
    g_array_set_size(*evidence, n);
    for (guint i = 0; i < n; i++) {
        TxtEvidence *e = txt_evidence(*evidence, i);

        txt_unit(*units, i)->text = "Text";
        txt_unit(*units, i)->len = 4;
        e->of[EV_ONE] = 100;
        for (guint k = 0; k < N_EVIDENCE / 6; k++)
            e->of[g_test_rand_int_range(0, N_EVIDENCE)] =
                g_test_rand_int_range(0, 101);
    }
}

/* Whether the labels can be read from left to right with the zone never
 * going back, and a title at the door of the second. */
static gboolean
is_path(const GArray *labels)
{
    guint may = HEAD;               /* zones that can be reached here */

    for (guint i = 0; i < labels->len; i++) {
        Label label = txt_label(labels, i);
        guint next = label == LABEL_TITLE
            ? (may & HEAD ? TITLED : 0)
            : (may | (may & (HEAD | TITLED) ? BODY : 0)) & zones[label];

        may = next;
        if (may == 0)
            return FALSE;
    }
    return TRUE;
}

static guint
count(const GArray *labels, Label label)
{
    guint n = 0;

    for (guint i = 0; i < labels->len; i++)
        n += txt_label(labels, i) == label;
    return n;
}

static void
test_any_path(void)
{
    for (guint round = 0; round < 400; round++) {
        g_autoptr(GArray) units = NULL, evidence = NULL, labels = NULL;

        make(g_test_rand_int_range(0, 40), &units, &evidence);
        labels = txt_labels_new(units, evidence);
        g_assert_cmpuint(labels->len, ==, units->len);
        for (guint i = 0; i < labels->len; i++)
            g_assert_cmpuint(txt_label(labels, i), <, N_LABELS);
        g_assert_true(is_path(labels));
        g_assert_cmpuint(count(labels, LABEL_TITLE), <=, 1);
    }
}

static void
test_same_each_time(void)
{
    g_autoptr(GArray) units = NULL, evidence = NULL, a = NULL, b = NULL;

    make(200, &units, &evidence);
    a = txt_labels_new(units, evidence);
    b = txt_labels_new(units, evidence);
    g_assert_cmpmem(a->data, a->len, b->data, b->len);
}

static void
test_nothing(void)
{
    g_autoptr(GArray) units = NULL, evidence = NULL, labels = NULL;

    make(0, &units, &evidence);
    labels = txt_labels_new(units, evidence);
    g_assert_cmpuint(labels->len, ==, 0);
}

static double
seconds_of(guint n)
{
    g_autoptr(GArray) units = NULL, evidence = NULL, labels = NULL;
    clock_t start;

    make(n, &units, &evidence);
    start = clock();
    labels = txt_labels_new(units, evidence);
    g_assert_true(is_path(labels));
    return (double) (clock() - start) / CLOCKS_PER_SEC;
}

/* A square law would be 64 times as slow for 8 times as many. */
static void
test_linear(void)
{
    double once = MIN(seconds_of(3750), seconds_of(3750));

    g_assert_cmpfloat(seconds_of(30000), <, 40 * once + .05);
}

static void
test_names(void)
{
    g_assert_cmpstr(txt_label_name(LABEL_PARA), ==, "paragraph");
    for (guint i = 0; i < N_LABELS; i++)
        for (guint k = 0; k < i; k++)
            g_assert_cmpstr(txt_label_name(i), !=, txt_label_name(k));
}

/* What shows nothing is a paragraph, not a title. */
static void
test_unconvincing(void)
{
    TxtEvidence nothing = { { 0 } };

    nothing.of[EV_ONE] = 100;
    for (guint label = 0; label < N_LABELS; label++)
        if (label != LABEL_PARA)
            g_assert_cmpint(txt_label_score(LABEL_PARA, &nothing), >,
                            txt_label_score(label, &nothing));
}

#define SENTENCES "The boat came in late and nobody stood on the quay. " \
    "A dog barked once at the far end of the wall and lay down again."

static void
assert_labels(const char *text, const char *wanted)
{
    g_auto(Reading) reading = reading_new(text);
    g_autoptr(GString) is = g_string_new(NULL);

    for (guint i = 0; i < reading.txt->labels->len; i++)
        g_string_append_printf(is, "%s%s", i ? " " : "", txt_label_name(
            txt_label(reading.txt->labels, i)));
    g_assert_cmpstr(is->str, ==, wanted);
}

/* What nobody who sees the page would read in another way. */
static void
test_plain_cases(void)
{
    assert_labels("The Night Boat Comes Back\n\n" SENTENCES "\n\n" SENTENCES,
                  "title paragraph paragraph");
    assert_labels(SENTENCES "\n\n" SENTENCES "\n\n" SENTENCES,
                  "paragraph paragraph paragraph");
    assert_labels("The Night Boat Comes Back\n\nBy Jane Doe\n\n"
                  "March 14, 2024\n\n" SENTENCES "\n\n" SENTENCES,
                  "title author date paragraph paragraph");
    assert_labels("The Night Boat Comes Back\n\n" SENTENCES "\n\n"
                  "ADVERTISEMENT\n\n" SENTENCES "\n\n" SENTENCES,
                  "title paragraph junk paragraph paragraph");
    assert_labels("The Night Boat Comes Back\n\n" SENTENCES "\n\n"
                  "- a whistle\n- a coat\n- a map\n\n" SENTENCES,
                  "title paragraph item item item paragraph");
    assert_labels("The Night Boat Comes Back\n\n" SENTENCES "\n\n"
                  "Related article: The Dog Comes Home\n\n" SENTENCES,
                  "title paragraph related paragraph");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/label/any-path", test_any_path);
    g_test_add_func("/label/same-each-time", test_same_each_time);
    g_test_add_func("/label/nothing", test_nothing);
    g_test_add_func("/label/linear", test_linear);
    g_test_add_func("/label/names", test_names);
    g_test_add_func("/label/unconvincing", test_unconvincing);
    g_test_add_func("/label/plain-cases", test_plain_cases);
    return g_test_run();
}
