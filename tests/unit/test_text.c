/* SPDX-License-Identifier: MIT */
#include <article2book/text.h>

#include <string.h>

static A2bText
text_of(const char *str, const A2bSpan *spans, guint n)
{
    return (A2bText) { str, strlen(str), n, spans };
}

static void
enter(const A2bSpan *span, gpointer user)
{
    g_string_append_printf(user, "<%s>", a2b_mark_name(span->mark));
}

static void
text(const char *str, gsize len, gpointer user)
{
    g_assert_cmpuint(len, >, 0);
    g_string_append_len(user, str, len);
}

static void
leave(const A2bSpan *span, gpointer user)
{
    g_string_append_printf(user, "</%s>", a2b_mark_name(span->mark));
}

static void
expect_walk(const A2bText *walked, const char *want)
{
    static const A2bTextVisitor visitor = { enter, text, leave };
    GString *out = g_string_new(NULL);

    a2b_text_walk(walked, &visitor, out);
    g_assert_cmpstr(out->str, ==, want);
    g_string_free(out, TRUE);
}

static void
test_walk(void)
{
    static const A2bSpan spans[] = {
        { .start = 0, .end = 9, .mark = A2B_MARK_EMPH },
        { .start = 0, .end = 3, .mark = A2B_MARK_STRONG },
        { .start = 4, .end = 9, .mark = A2B_MARK_CODE },
        { .start = 6, .end = 9, .mark = A2B_MARK_SUB },
        { .start = 9, .end = 10, .mark = A2B_MARK_SUP },
    };
    A2bText none = text_of("plain", NULL, 0), empty = text_of("", NULL, 0);
    A2bText full = text_of("one two x3", spans, G_N_ELEMENTS(spans));

    expect_walk(&none, "plain");
    expect_walk(&empty, "");
    expect_walk(&full, "<emph><strong>one</strong> <code>tw<sub>o x</sub>"
                       "</code></emph><sup>3</sup>");
}

static void
test_walk_without_functions(void)
{
    static const A2bSpan span = { .end = 1, .mark = A2B_MARK_EMPH };
    static const A2bTextVisitor visitor = { NULL, NULL, NULL };
    A2bText one = text_of("a", &span, 1);

    a2b_text_walk(&one, &visitor, NULL);
}

static void
test_plain(void)
{
    static const A2bSpan spans[] = {
        { .start = 4, .end = 7, .mark = A2B_MARK_NOTE, .target = "n1" },
        { .start = 12, .end = 15, .mark = A2B_MARK_IMAGE, .target = "x" },
    };
    A2bText marked = text_of("word[1] a\342\200\250\357\277\274 end",
                             spans, 2);
    A2bText tail = text_of("a\342\200\250", NULL, 0);
    g_autofree char *plain = NULL, *short_plain = a2b_text_plain(&tail);

    plain = a2b_text_plain(&marked);
    g_assert_cmpstr(plain, ==, "word a end");
    g_assert_cmpstr(short_plain, ==, "a");
}

static void
test_names(void)
{
    for (A2bMark mark = 0; mark < A2B_N_MARKS; mark++)
        g_assert_nonnull(a2b_mark_name(mark));
    g_assert_cmpstr(a2b_mark_name(A2B_MARK_LINK), ==, "link");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/text/walk", test_walk);
    g_test_add_func("/text/walk/no-functions", test_walk_without_functions);
    g_test_add_func("/text/plain", test_plain);
    g_test_add_func("/text/names", test_names);
    return g_test_run();
}
