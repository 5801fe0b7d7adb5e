/* SPDX-License-Identifier: MIT */
#include "model/build.h"
#include "model/outline.h"

static void
heading(Build *build, guint level)
{
    build_open(build, A2B_BLOCK_HEADING, level)->as.heading.level = level;
    build_text(build, "h", -1);
    build_close(build);
}

/* Ends build; levels gives level and depth of each entry, "2>1 4>2". */
static void
expect(Build *build, const char *levels)
{
    g_autoptr(A2bArticle) article = build_end(build);
    g_autoptr(GArray) outline = outline_new(article);
    GString *got = g_string_new(NULL);

    for (guint i = 0; i < outline->len; i++) {
        OutlineEntry *entry = &g_array_index(outline, OutlineEntry, i);

        g_string_append_printf(got, "%s%u>%u", i > 0 ? " " : "",
                               entry->heading->as.heading.level,
                               entry->depth);
    }
    g_assert_cmpstr(got->str, ==, levels);
    g_string_free(got, TRUE);
}

static void
test_depths(void)
{
    static const guint levels[] = { 3, 2, 4, 6, 4, 2, 1, 6, 2 };
    Build *build = build_new("stem", "x", NULL);

    for (guint i = 0; i < G_N_ELEMENTS(levels); i++)
        heading(build, levels[i]);
    expect(build, "3>1 2>1 4>2 6>3 4>2 2>1 1>1 6>2 2>2");
}

static void
test_beside(void)
{
    Build *build = build_new("stem", "x", NULL);

    build_open(build, A2B_BLOCK_NOTE, 0);
    heading(build, 1);
    build_close(build);
    build_open(build, A2B_BLOCK_LIST, 0);
    build_open(build, A2B_BLOCK_ITEM, 0);
    heading(build, 2);
    build_open(build, A2B_BLOCK_QUOTE, 0);
    heading(build, 3);
    build_close(build);
    build_close(build);
    build_close(build);
    heading(build, 4);
    build_open(build, A2B_BLOCK_ASIDE, 0);
    heading(build, 5);
    build_close(build);
    expect(build, "2>1 4>2");
}

static void
test_none(void)
{
    expect(build_new("stem", "x", NULL), "");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/outline/depths", test_depths);
    g_test_add_func("/outline/beside", test_beside);
    g_test_add_func("/outline/none", test_none);
    return g_test_run();
}
