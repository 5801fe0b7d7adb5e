/* SPDX-License-Identifier: MIT */
/* Lists and tables, once it is known that they are. */
#include "txt_fixture.h"

#define assert_written(text, labels, wanted) G_STMT_START { \
    g_autofree char *is = written_as(text, labels); \
    g_assert_cmpstr(is, ==, wanted); \
} G_STMT_END

static void
test_bullets(void)
{
    assert_written("- one\n- two\n", "item item",
                   "list @1\n"
                   "  item @1\n"
                   "    paragraph @1 \"one\"\n"
                   "  item @2\n"
                   "    paragraph @2 \"two\"\n");
}

static void
test_numbers(void)
{
    assert_written("3. three\n4. four\n", "item item",
                   "list ordered from 3 @1\n"
                   "  item @1\n"
                   "    paragraph @1 \"three\"\n"
                   "  item @2\n"
                   "    paragraph @2 \"four\"\n");
}

static void
test_nested(void)
{
    assert_written("1. one\n   - below\n   - beside\n2. two\n",
                   "item item item item",
                   "list ordered from 1 @1\n"
                   "  item @1\n"
                   "    paragraph @1 \"one\"\n"
                   "    list @2\n"
                   "      item @2\n"
                   "        paragraph @2 \"below\"\n"
                   "      item @3\n"
                   "        paragraph @3 \"beside\"\n"
                   "  item @4\n"
                   "    paragraph @4 \"two\"\n");
}

/* Another mark at the same indent, or a number that begins again, is
 * another list. */
static void
test_next_list(void)
{
    assert_written("- one\n* two\n", "item item",
                   "list @1\n"
                   "  item @1\n"
                   "    paragraph @1 \"one\"\n"
                   "list @2\n"
                   "  item @2\n"
                   "    paragraph @2 \"two\"\n");
    assert_written("1. one\n1. again\n", "item item",
                   "list ordered from 1 @1\n"
                   "  item @1\n"
                   "    paragraph @1 \"one\"\n"
                   "list ordered from 1 @2\n"
                   "  item @2\n"
                   "    paragraph @2 \"again\"\n");
}

static const A2bBlock *
find(const A2bArticle *article, A2bBlockKind kind)
{
    const A2bBlock *root = a2b_article_root(article);

    for (const A2bBlock *b = root; b; b = a2b_block_next(b, root))
        if (b->kind == kind)
            return b;
    g_assert_not_reached();
}

static void
test_markers(void)
{
    g_auto(Reading) reading = reading_new("1) one\n2) two\n");
    g_autoptr(A2bArticle) article = NULL;
    const A2bBlock *item;

    memset(reading.txt->labels->data, LABEL_ITEM, 2);
    article = txt_article(reading.txt);
    item = find(article, A2B_BLOCK_ITEM);
    g_assert_cmpstr(item->as.item.marker, ==, "1)");
    g_assert_cmpstr(item->next->as.item.marker, ==, "2)");
}

/* Indents without end make no nesting without end. */
static void
test_deep(void)
{
    GString *text = g_string_new(NULL), *labels = g_string_new(NULL);
    g_autofree char *is = NULL;

    for (guint i = 0; i < 150; i++) {
        g_string_append_printf(text, "%*s%c item\n", (int) i * 2, "",
                               "-*+"[i % 3]);
        g_string_append_printf(labels, "%sitem", i ? " " : "");
    }
    is = written_as(text->str, labels->str);
    for (guint i = 0; i < 150; i++) {
        g_autofree char *line = g_strdup_printf(" item @%u\n", i + 1);
        g_assert_nonnull(strstr(is, line));
    }
    g_string_free(text, TRUE);
    g_string_free(labels, TRUE);
}

static guint
count(const char *haystack, const char *needle)
{
    guint n = 0;

    while ((haystack = strstr(haystack, needle)) != NULL) {
        haystack += strlen(needle);
        n++;
    }
    return n;
}

static void
test_table(void)
{
    g_autofree char *is = written_as(
        "Holm         9.10   11.40\nVik          9.55   12.25\n"
        "Inner Skarn  10.30  13.00\n", "table");

    g_assert_true(g_str_has_prefix(is, "table @1\n"));
    g_assert_cmpuint(count(is, "  row @"), ==, 3);
    g_assert_cmpuint(count(is, "    cell"), ==, 9);
    g_assert_nonnull(strstr(is, "\"Inner Skarn\"\n"));
    g_assert_nonnull(strstr(is, "\"13.00\"\n"));
}

/* Rules in a table are drawn, not written. */
static void
test_table_rules(void)
{
    g_autofree char *is = written_as(
        "Port        Hour\n----------------\nHolm        9.10\n"
        "Vik         9.55\nSkarn       9.59\n", "table");

    g_assert_cmpuint(count(is, "  row @"), ==, 4);
    g_assert_null(strstr(is, "---"));
}

static void
test_facts(void)
{
    g_autofree char *is = written_as("Weight: 900 grams\nColour: green\n",
                                     "fact fact");

    g_assert_true(g_str_has_prefix(is, "table [facts] @1\n"));
    g_assert_cmpuint(count(is, "cell header"), ==, 2);
    g_assert_nonnull(strstr(is, "cell header @1 \"Weight\"\n"));
    g_assert_nonnull(strstr(is, "cell @1 \"900 grams\"\n"));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/list/bullets", test_bullets);
    g_test_add_func("/list/numbers", test_numbers);
    g_test_add_func("/list/nested", test_nested);
    g_test_add_func("/list/next-list", test_next_list);
    g_test_add_func("/list/markers", test_markers);
    g_test_add_func("/list/deep", test_deep);
    g_test_add_func("/list/table", test_table);
    g_test_add_func("/list/table-rules", test_table_rules);
    g_test_add_func("/list/facts", test_facts);
    return g_test_run();
}
