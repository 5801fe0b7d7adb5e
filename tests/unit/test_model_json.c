/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "model/build.h"

#define NO_META                                                          \
    "{\n\"title\":null,\n\"subtitle\":null,\n\"kicker\":null,\n"          \
    "\"authors\":[],\n\"publisher\":null,\n\"date\":null,\n"              \
    "\"date_as_written\":null,\n\"language\":null,\n"                     \
    "\"source_url\":null,\n\"summary\":null,\n\"dateline\":null,\n"       \
    "\"tags\":[],\n\"blocks\":["

static void
expect(Build *build, const char *blocks)
{
    g_autoptr(A2bArticle) article = build_end(build);
    g_autofree char *json = a2b_article_json(article);
    g_autofree char *want = g_strconcat(NO_META, blocks, "\n]\n}\n", NULL);

    g_assert_cmpstr(json, ==, want);
}

static Build *
start(void)
{
    return build_new("stem", "x.txt", NULL);
}

static void
test_meta(void)
{
    static const char *const tags[] = { "a", "b\"", NULL };
    Build *build = start();
    g_autoptr(A2bArticle) article = NULL;
    g_autofree char *json = NULL;

    build_meta(build)->source_url =
        arena_strdup(build_arena(build), "http://x/");
    build_meta(build)->tags = arena_strdupv(build_arena(build), tags);
    article = build_end(build);
    json = a2b_article_json(article);
    g_assert_nonnull(strstr(json, "\"source_url\":\"http://x/\",\n"));
    g_assert_nonnull(strstr(json, "\"tags\":[\"a\",\"b\\\"\"],\n"));
}

static void
test_texts(void)
{
    Build *build = start();
    A2bBlock *block = build_open(build, A2B_BLOCK_HEADING, 1);

    block->as.heading.level = 2;
    build_text(build, "Head", -1);
    build_close(build);
    block = build_open(build, A2B_BLOCK_PARAGRAPH, 2);
    block->role = A2B_ROLE_EDITOR_NOTE;
    build_text(build, "one ", -1);
    build_mark_open(build, A2B_MARK_LINK, "http://x/", 2);
    build_mark_open(build, A2B_MARK_EMPH, NULL, 2);
    build_text(build, "tw\303\266", -1);
    build_close(build);
    build_simple(build, A2B_BLOCK_VERSE, 3, "a\nb");
    build_leaf(build, A2B_BLOCK_RULE, 4);
    expect(build,
           "\n{\"kind\":\"heading\",\"level\":2,\"text\":\"Head\"},"
           "\n{\"kind\":\"paragraph\",\"role\":\"editor-note\","
           "\"text\":\"one tw\303\266\",\"marks\":["
           "{\"start\":4,\"end\":8,\"mark\":\"link\","
           "\"target\":\"http://x/\"},"
           "{\"start\":4,\"end\":8,\"mark\":\"emph\"}]},"
           "\n{\"kind\":\"verse\",\"text\":\"a\\u2028b\"},"
           "\n{\"kind\":\"rule\"}");
}

static void
test_containers(void)
{
    Build *build = start();
    A2bBlock *note;

    note = build_open(build, A2B_BLOCK_NOTE, 1);
    note->as.note.mark = "*";
    note->id = "n1";
    build_text(build, "body", -1);
    build_close(build);
    build_simple(build, A2B_BLOCK_QUOTE, 2, "said");
    build_open(build, A2B_BLOCK_LIST, 3);
    build_simple(build, A2B_BLOCK_ITEM, 3, "i");
    build_simple(build, A2B_BLOCK_ITEM, 4, "j");
    build_close(build);
    expect(build,
           "\n{\"kind\":\"quote\",\"blocks\":"
           "[{\"kind\":\"paragraph\",\"text\":\"said\"}]},"
           "\n{\"kind\":\"list\",\"ordered\":false,\"items\":"
           "[[{\"kind\":\"paragraph\",\"text\":\"i\"}],"
           "[{\"kind\":\"paragraph\",\"text\":\"j\"}]]},"
           "\n{\"kind\":\"note\",\"mark\":\"*\",\"id\":\"n1\",\"blocks\":"
           "[{\"kind\":\"paragraph\",\"text\":\"body\"}]}");
}

static void
test_figure(void)
{
    Build *build = start();
    A2bBlock *image;

    build_open(build, A2B_BLOCK_FIGURE, 1);
    image = build_leaf(build, A2B_BLOCK_IMAGE, 1);
    image->as.image.source = "x.png";
    image->as.image.description = "an x";
    build_open(build, A2B_BLOCK_CAPTION, 1);
    build_mark_open(build, A2B_MARK_STRONG, NULL, 1);
    build_text(build, "X", -1);
    build_close(build);
    build_simple(build, A2B_BLOCK_CREDIT, 1, "me");
    expect(build,
           "\n{\"kind\":\"figure\",\"alt\":\"an x\",\"url\":\"x.png\","
           "\"caption\":\"X\",\"caption_marks\":"
           "[{\"start\":0,\"end\":1,\"mark\":\"strong\"}],"
           "\"credit\":\"me\"}");
}

static void
test_table(void)
{
    static const char *const cells[] = { "h", "i", "a", "" };
    Build *build = start();

    build_open(build, A2B_BLOCK_TABLE, 1);
    for (int i = 0; i < 4; i++) {
        if (i % 2 == 0)
            build_open(build, A2B_BLOCK_ROW, 1);
        build_open(build, A2B_BLOCK_CELL, 1)->as.cell.header = i < 2;
        build_text(build, cells[i], -1);
        build_close(build);
        if (i % 2 == 1)
            build_close(build);
    }
    build_close(build);
    expect(build, "\n{\"kind\":\"table\",\"header\":true,\"rows\":"
                  "[[\"h\",\"i\"],[\"a\",\"\"]]}");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/model-json/meta", test_meta);
    g_test_add_func("/model-json/texts", test_texts);
    g_test_add_func("/model-json/containers", test_containers);
    g_test_add_func("/model-json/figure", test_figure);
    g_test_add_func("/model-json/table", test_table);
    return g_test_run();
}
