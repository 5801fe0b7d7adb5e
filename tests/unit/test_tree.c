/* SPDX-License-Identifier: MIT */
#include "model/build.h"

static void
test_meta(void)
{
    static const char *const authors[] = { "A. One", "B. Two", NULL };
    Build *build = build_new("stem", "x.txt", NULL);
    A2bMeta *meta = build_meta(build);
    g_autoptr(A2bArticle) article = NULL;
    g_autofree char *tree = NULL;

    meta->title = arena_strdup(build_arena(build), "A title");
    meta->authors = arena_strdupv(build_arena(build), authors);
    meta->date = arena_strdup(build_arena(build), "2025-10");
    article = build_end(build);
    tree = a2b_article_tree(article);
    g_assert_cmpstr(tree, ==, "title: A title\n"
                              "authors: A. One\n"
                              "authors: B. Two\n"
                              "date: 2025-10\n");
    g_assert_cmpstr(a2b_article_stem(article), ==, "stem");
    g_assert_cmpstr(a2b_article_meta(article)->date, ==, "2025-10");
}

static void
fill_list(Build *build)
{
    A2bBlock *list = build_open(build, A2B_BLOCK_LIST, 4);

    list->as.list.ordered = TRUE;
    list->as.list.start = 3;
    build_simple(build, A2B_BLOCK_ITEM, 4, "three");
    build_close(build);
}

static void
fill_table(Build *build)
{
    A2bBlock *cell;

    build_open(build, A2B_BLOCK_TABLE, 9);
    build_open(build, A2B_BLOCK_ROW, 9);
    cell = build_open(build, A2B_BLOCK_CELL, 9);
    cell->as.cell.header = TRUE;
    cell->as.cell.align = A2B_ALIGN_END;
    cell->as.cell.span = 2;
    build_text(build, "head", -1);
    build_close(build);
    build_close(build);
    build_close(build);
}

static void
test_blocks(void)
{
    Build *build = build_new("stem", "x.txt", NULL);
    g_autoptr(A2bArticle) article = NULL;
    g_autofree char *tree = NULL;
    A2bBlock *block;

    block = build_open(build, A2B_BLOCK_HEADING, 1);
    block->as.heading.level = 2;
    block->id = "h";
    build_text(build, "Head {1}\302\240\\", -1);
    build_close(build);
    fill_list(build);
    block = build_open(build, A2B_BLOCK_ASIDE, 7);
    block->role = A2B_ROLE_RELATED;
    build_simple(build, A2B_BLOCK_PARAGRAPH, 7, "See \"also\"");
    build_close(build);
    fill_table(build);
    block = build_open(build, A2B_BLOCK_CODE, 10);
    block->as.code.language = "c";
    build_text(build, "a;\nb;", -1);
    article = build_end(build);
    tree = a2b_article_tree(article);
    g_assert_cmpstr(tree, ==,
                    "heading 2 id=h @1 \"Head \\{1\\}{nbsp}\\\\\"\n"
                    "list ordered from 3 @4\n"
                    "  item @4\n"
                    "    paragraph \"three\"\n"
                    "aside [related] @7\n"
                    "  paragraph @7 \"See \"also\"\"\n"
                    "table @9\n"
                    "  row @9\n"
                    "    cell header end span=2 @9 \"head\"\n"
                    "code language=c @10 \"a;\\nb;\"\n");
}

static void
test_names(void)
{
    for (A2bBlockKind kind = 0; kind < A2B_N_BLOCK_KINDS; kind++)
        g_assert_nonnull(a2b_block_kind_name(kind));
    g_assert_null(a2b_role_name(A2B_ROLE_NONE));
    for (A2bRole role = 1; role < A2B_N_ROLES; role++)
        g_assert_nonnull(a2b_role_name(role));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/tree/meta", test_meta);
    g_test_add_func("/tree/blocks", test_blocks);
    g_test_add_func("/tree/names", test_names);
    return g_test_run();
}
