/* SPDX-License-Identifier: MIT */
/* Marks stay on their words when the text changes. */
#include "model/draft.h"

static void
add(Draft *draft, const char *str)
{
    g_string_append(draft->str, str);
}

static const A2bSpan *
span(const Draft *draft, guint index)
{
    return &g_array_index(draft->spans, A2bSpan, index);
}

static void
check_span(const Draft *draft, guint index, const char *expected)
{
    const A2bSpan *s = span(draft, index);
    g_autofree char *text =
        g_strndup(draft->str->str + s->start, s->end - s->start);

    g_assert_cmpstr(text, ==, expected);
}

static void
test_open(void)
{
    Draft draft;

    draft_init(&draft);
    add(&draft, "a ");
    guint strong = draft_open(&draft, A2B_MARK_STRONG, NULL, 3);
    guint none = draft_open(&draft, A2B_MARK_EMPH, NULL, 3);
    draft_close(&draft, none);
    add(&draft, "b");
    draft_close(&draft, strong);
    add(&draft, " c");

    draft_drop_empty(&draft, 0);
    g_assert_cmpuint(draft.spans->len, ==, 1);
    check_span(&draft, 0, "b");
    g_assert_cmpuint(span(&draft, 0)->line, ==, 3);
    draft_clear(&draft);
    draft_clear(&draft);
}

/* "ab(cd)ef" with marks on "ab", "cd)e" and "d". */
static void
test_apply(void)
{
    static const A2bSpan marks[] = {
        { .start = 0, .end = 2 }, { .start = 3, .end = 7 },
        { .start = 4, .end = 5 },
    };
    Draft draft;

    draft_init(&draft);
    add(&draft, "ab(cd)ef");
    g_array_append_vals(draft.spans, marks, G_N_ELEMENTS(marks));
    draft_edit(&draft, 2, 2, "+");
    draft_edit(&draft, 2, 3, "<<");
    draft_edit(&draft, 4, 5, "DDD");
    draft_edit(&draft, 7, 7, "-");
    draft_edit(&draft, 8, 8, ".");
    draft_apply(&draft);

    g_assert_cmpstr(draft.str->str, ==, "ab+<<cDDD)e-f.");
    check_span(&draft, 0, "ab");
    check_span(&draft, 1, "cDDD)e");
    check_span(&draft, 2, "DDD");
    draft_clear(&draft);
}

/* A boundary within what changes moves behind it; a mark that held nothing
 * else is gone. */
static void
test_across(void)
{
    static const A2bSpan marks[] = {
        { .start = 0, .end = 2 }, { .start = 2, .end = 5 },
        { .start = 2, .end = 3 },
    };
    Draft draft;

    draft_init(&draft);
    add(&draft, "a--bc");
    g_array_append_vals(draft.spans, marks, G_N_ELEMENTS(marks));
    draft_edit(&draft, 1, 3, "=");
    draft_apply(&draft);

    g_assert_cmpstr(draft.str->str, ==, "a=bc");
    g_assert_cmpuint(draft.spans->len, ==, 2);
    check_span(&draft, 0, "a=");
    check_span(&draft, 1, "bc");

    draft_edit(&draft, 0, 0, "~");
    draft_apply(&draft);
    g_assert_cmpstr(draft.str->str, ==, "~a=bc");
    check_span(&draft, 0, "a=");
    draft_empty(&draft);
    add(&draft, "new");
    draft_apply(&draft);
    g_assert_cmpstr(draft.str->str, ==, "new");
    g_assert_cmpuint(draft.spans->len, ==, 0);
    draft_clear(&draft);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/draft/open", test_open);
    g_test_add_func("/draft/apply", test_apply);
    g_test_add_func("/draft/across", test_across);
    return g_test_run();
}
