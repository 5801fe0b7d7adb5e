/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "base/limits.h"
#include "model/build.h"

#define BR "\342\200\250"
#define PICTURE "\357\277\274"

static Build *
start(void)
{
    return build_new("stem", "x.txt", NULL);
}

/* Ends build; its tree must be want, and nothing may be wrong with it. */
static void
expect(Build *build, const char *want)
{
    g_autoptr(A2bArticle) article = build_end(build);
    g_autofree char *tree = a2b_article_tree(article);
    g_autofree char *why = NULL;

    g_assert_cmpstr(tree, ==, want);
    a2b_article_check(article, &why);
    g_assert_cmpstr(why, ==, NULL);
}

static void
paragraph(Build *build, const char *str)
{
    build_simple(build, A2B_BLOCK_PARAGRAPH, 0, str);
}

static void
test_stem(void)
{
    static const char *const rows[][2] = {
        { "essay", "essay" }, { "b\377\376d", "b\357\277\275\357\277\275d" },
        { "new\nline\t", "new line" }, { "bell\007", "bell\357\277\275" },
        { " ", "article" }, { "\342\200\213", "article" },
        { "", "article" }, { NULL, "article" },
    };

    for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
        Build *build = build_new(rows[i][0], "x.txt", NULL);
        g_autoptr(A2bArticle) article = build_end(build);

        g_assert_cmpstr(a2b_article_stem(article), ==, rows[i][1]);
        g_assert_true(a2b_article_check(article, NULL));
    }
}

static void
test_blanks(void)
{
    Build *build = start();

    paragraph(build, " \n one \t two\n\nthree ");
    paragraph(build, " " BR " a " BR " " BR "b\302\240 c" BR " ");
    build_simple(build, A2B_BLOCK_VERSE, 0,
                 BR "one  two \n\342\200\203three" BR BR " four \n");
    build_simple(build, A2B_BLOCK_CODE, 0, "\n  if\t(x)\n\n    y; \n \n");
    paragraph(build, "stray" PICTURE "s");
    expect(build, "paragraph \"one two three\"\n"
                  "paragraph \"a{br}{br}b{nbsp} c\"\n"
                  "verse \"one  two{br}{em}three{br}{br}four\"\n"
                  "code \"\\n  if\\t(x)\\n\\n    y;\"\n"
                  "paragraph \"strays\"\n");
}

static void
test_pieces(void)
{
    Build *build = start();

    build_open(build, A2B_BLOCK_PARAGRAPH, 3);
    build_text(build, "one ", -1);
    build_text(build, " ", -1);
    build_text(build, "two", 1);
    build_text(build, "\n", -1);
    build_text(build, "x", -1);
    build_close(build);
    expect(build, "paragraph @3 \"one t x\"\n");
}

static void
test_marks(void)
{
    Build *build = start();

    build_open(build, A2B_BLOCK_PARAGRAPH, 0);
    build_text(build, "a ", -1);
    build_mark_open(build, A2B_MARK_EMPH, NULL, 0);
    build_text(build, " b", -1);
    build_mark_open(build, A2B_MARK_STRONG, NULL, 0);
    build_text(build, " ", -1);
    build_mark_close(build);
    build_mark_open(build, A2B_MARK_LINK, "http://x/", 0);
    build_text(build, " c ", -1);
    build_mark_close(build);
    build_mark_close(build);
    build_mark_open(build, A2B_MARK_LINK, NULL, 0);
    build_text(build, "d", -1);
    build_mark_close(build);
    build_mark_close(build);
    build_mark_open(build, A2B_MARK_CODE, NULL, 0);
    build_text(build, " e ", -1);
    build_close(build);
    expect(build, "paragraph \"a {emph:b {link http://x/:c}} d "
                  "{code:e}\"\n");
}

static void
test_picture(void)
{
    Build *build = start();
    static const A2bSpan image = {
        .end = 3, .mark = A2B_MARK_IMAGE, .target = "x.png", .title = "an x",
    };

    build_open(build, A2B_BLOCK_PARAGRAPH, 0);
    build_text(build, "a ", -1);
    build_marked(build, PICTURE, 3, &image, 1);
    build_mark_open(build, A2B_MARK_IMAGE, "y.png", 0);
    build_text(build, "no picture", -1);
    build_mark_close(build);
    build_close(build);
    expect(build, "paragraph \"a {image x.png \"an x\":{picture}}\"\n");
}

static void
test_marked(void)
{
    static const A2bSpan spans[] = {
        { .start = 0, .end = 9, .mark = A2B_MARK_EMPH },
        { .start = 4, .end = 8, .mark = A2B_MARK_STRONG },
        { .start = 8, .end = 8, .mark = A2B_MARK_SUB },
        { .start = 9, .end = 40, .mark = A2B_MARK_SUP },
    };
    Build *build = start();

    build_open(build, A2B_BLOCK_PARAGRAPH, 0);
    build_marked(build, "one two  three", 14, spans, G_N_ELEMENTS(spans));
    build_text(build, "!", -1);
    build_close(build);
    expect(build, "paragraph \"{emph:one {strong:two}} {sup:three}!\"\n");
}

static void
test_marks_too_deep(void)
{
    Build *build = start();
    g_autoptr(A2bArticle) article = NULL;
    g_autofree char *why = NULL;

    build_open(build, A2B_BLOCK_PARAGRAPH, 0);
    for (int i = 0; i < 50000; i++)
        build_mark_open(build, A2B_MARK_EMPH, NULL, 0);
    build_text(build, "a", -1);
    for (int i = 0; i < 50000; i++)
        build_mark_close(build);
    build_text(build, "b", -1);
    article = build_end(build);
    g_assert_cmpuint(a2b_article_root(article)->first->text->n_spans, ==,
                     LIMIT_MARKS);
    a2b_article_check(article, &why);
    g_assert_cmpstr(why, ==, NULL);
}

static void
test_empties(void)
{
    Build *build = start();

    paragraph(build, " ");
    build_open(build, A2B_BLOCK_QUOTE, 0);
    paragraph(build, "");
    build_close(build);
    build_open(build, A2B_BLOCK_LIST, 0);
    build_open(build, A2B_BLOCK_ITEM, 0);
    build_open(build, A2B_BLOCK_FIGURE, 0);
    build_simple(build, A2B_BLOCK_CODE, 0, "\n  \n");
    build_close(build);
    build_close(build);
    build_close(build);
    build_open(build, A2B_BLOCK_NOTE, 0);
    build_close(build);
    build_close(build);
    build_text(build, " \n", -1);
    expect(build, "");
}

static void
test_nesting(void)
{
    Build *build = start();

    build_simple(build, A2B_BLOCK_ITEM, 0, "one");
    build_simple(build, A2B_BLOCK_ITEM, 0, "two");
    build_open(build, A2B_BLOCK_PARAGRAPH, 0);
    build_text(build, "cut", -1);
    build_simple(build, A2B_BLOCK_HEADING, 0, "in it");
    build_text(build, "rest", -1);
    build_close(build);
    build_simple(build, A2B_BLOCK_CELL, 0, "a");
    build_simple(build, A2B_BLOCK_CELL, 0, "");
    build_open(build, A2B_BLOCK_LIST, 0);
    paragraph(build, "no item");
    build_close(build);
    build_leaf(build, A2B_BLOCK_RULE, 0);
    expect(build, "list\n"
                  "  item\n"
                  "    paragraph \"one\"\n"
                  "  item\n"
                  "    paragraph \"two\"\n"
                  "paragraph \"cut\"\n"
                  "heading 1 \"in it\"\n"
                  "paragraph \"rest\"\n"
                  "table\n"
                  "  row\n"
                  "    cell \"a\"\n"
                  "    cell \"\"\n"
                  "list\n"
                  "  item\n"
                  "    paragraph \"no item\"\n"
                  "rule\n");
}

static void
test_unclosed_items(void)
{
    Build *build = start();

    build_open(build, A2B_BLOCK_LIST, 0);
    for (int i = 0; i < 2; i++) {
        build_open(build, A2B_BLOCK_ITEM, 0);
        build_text(build, "x", -1);
    }
    build_close(build);
    build_close(build);
    build_close(build);
    build_close(build);
    paragraph(build, "after");
    expect(build, "list\n"
                  "  item\n"
                  "    paragraph \"x\"\n"
                  "  item\n"
                  "    paragraph \"x\"\n"
                  "paragraph \"after\"\n");
}

static void
test_figures(void)
{
    Build *build = start();

    build_simple(build, A2B_BLOCK_CREDIT, 0, "me");
    build_simple(build, A2B_BLOCK_CAPTION, 0, "one");
    build_simple(build, A2B_BLOCK_CAPTION, 0, "two");
    build_open(build, A2B_BLOCK_FIGURE, 0);
    build_leaf(build, A2B_BLOCK_IMAGE, 0)->as.image.source = "x.png";
    paragraph(build, "text");
    build_close(build);
    expect(build, "figure\n"
                  "  credit \"me\"\n"
                  "  caption \"one\"\n"
                  "figure\n"
                  "  caption \"two\"\n"
                  "figure\n"
                  "  image source=x.png\n"
                  "paragraph \"text\"\n");
}

static void
test_notes(void)
{
    Build *build = start();
    A2bBlock *note;

    build_open(build, A2B_BLOCK_QUOTE, 0);
    build_open(build, A2B_BLOCK_PARAGRAPH, 0);
    build_text(build, "before ", -1);
    build_mark_open(build, A2B_MARK_EMPH, NULL, 0);
    build_text(build, "in", -1);
    note = build_open(build, A2B_BLOCK_NOTE, 0);
    note->id = "n1";
    note->as.note.mark = "1";
    paragraph(build, "the note");
    build_text(build, "more", -1);
    build_close(build);
    build_text(build, "side", -1);
    build_mark_close(build);
    build_mark_open(build, A2B_MARK_NOTE, "n1", 0);
    build_text(build, "1", -1);
    build_mark_close(build);
    build_mark_open(build, A2B_MARK_NOTE, "n2", 0);
    build_text(build, "2", -1);
    build_mark_close(build);
    build_close(build);
    build_close(build);
    paragraph(build, "last");
    expect(build, "quote\n"
                  "  paragraph \"before {emph:inside}{note n1:1}2\"\n"
                  "paragraph \"last\"\n"
                  "note mark=1 id=n1\n"
                  "  paragraph \"the note\"\n"
                  "  paragraph \"more\"\n");
}

static void
test_ids(void)
{
    Build *build = start();

    for (int i = 0; i < 2; i++) {
        build_open(build, A2B_BLOCK_HEADING, 0)->id = "same";
        build_text(build, "h", -1);
        build_close(build);
    }
    build_open(build, A2B_BLOCK_PARAGRAPH, 0);
    build_mark_open(build, A2B_MARK_LINK, "#same", 0);
    build_text(build, "a", -1);
    build_mark_close(build);
    build_mark_open(build, A2B_MARK_LINK, "#other", 0);
    build_text(build, "b", -1);
    expect(build, "heading 1 id=same \"h\"\n"
                  "heading 1 \"h\"\n"
                  "paragraph \"{link #same:a}b\"\n");
}

/* Depth is cut, text is not, and the message comes once. */
static void
test_too_deep(gconstpointer data)
{
    A2bBlockKind kind = GPOINTER_TO_INT(data);
    g_autoptr(A2bDiag) diag = a2b_diag_new(NULL, NULL);
    Build *build = build_new("stem", "x.txt", diag);
    g_autoptr(A2bArticle) article = NULL;
    g_autofree char *why = NULL;
    const A2bBlock *root, *block;
    guint words = 0;

    for (int i = 0; i < 50000; i++) {
        build_open(build, kind, i);
        if (kind == A2B_BLOCK_LIST)
            build_open(build, A2B_BLOCK_ITEM, i);
        build_simple(build, i % 2 ? A2B_BLOCK_CAPTION : A2B_BLOCK_CELL, i,
                     "word");
    }
    article = build_end(build);
    root = a2b_article_root(article);
    for (block = root; block != NULL; block = a2b_block_next(block, root))
        words += block->text != NULL;
    g_assert_cmpuint(words, ==, 50000);
    g_assert_cmpuint(a2b_diag_count(diag, A2B_LEVEL_WARNING), ==, 1);
    a2b_article_check(article, &why);
    g_assert_cmpstr(why, ==, NULL);
}

/* Any calls in any order give an article that keeps all promises, and
 * every word that was given. */
static void
any_call(Build *build, GRand *rand, guint *words)
{
    static const char *const texts[] = {
        " ", "word", " word\n", BR, "\tword" BR "word ", PICTURE, "\302\240",
        "  \n", "word" PICTURE "word",
    };
    static const guint n_words[] = { 0, 1, 1, 0, 2, 0, 0, 0, 2 };
    A2bBlockKind kind = g_rand_int_range(rand, 1, A2B_N_BLOCK_KINDS);
    guint i = g_rand_int_range(rand, 0, G_N_ELEMENTS(texts));

    switch (g_rand_int_range(rand, 0, 8)) {
    case 0: case 1:
        if (kind == A2B_BLOCK_IMAGE || kind == A2B_BLOCK_RULE)
            build_leaf(build, kind, 0);
        else
            build_open(build, kind, 0);
        break;
    case 2:
        build_mark_open(build, g_rand_int_range(rand, 0, A2B_MARK_IMAGE),
                        i % 2 ? "#none" : "http://x/", 0);
        break;
    case 3: build_mark_close(build); break;
    case 4: build_close(build); break;
    default:
        build_text(build, texts[i], -1);
        *words += n_words[i];
        break;
    }
}

static void
test_any(void)
{
    g_autoptr(GRand) rand = g_rand_new_with_seed(11);

    for (int round = 0; round < 3000; round++) {
        Build *build = start();
        g_autoptr(A2bArticle) article = NULL;
        g_autofree char *why = NULL, *tree = NULL;
        guint given = 0, kept = 0;

        for (int i = g_rand_int_range(rand, 0, 120); i > 0; i--)
            any_call(build, rand, &given);
        article = build_end(build);
        a2b_article_check(article, &why);
        g_assert_cmpstr(why, ==, NULL);
        tree = a2b_article_tree(article);
        for (const char *at = tree; (at = strstr(at, "word")) != NULL; at++)
            kept++;
        g_assert_cmpuint(kept, ==, given);
    }
}

static void
test_free(void)
{
    Build *build = start();

    build_open(build, A2B_BLOCK_QUOTE, 0);
    build_text(build, "a", -1);
    build_free(build);
    build_free(NULL);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/build/stem", test_stem);
    g_test_add_func("/build/blanks", test_blanks);
    g_test_add_func("/build/pieces", test_pieces);
    g_test_add_func("/build/marks", test_marks);
    g_test_add_func("/build/marks/picture", test_picture);
    g_test_add_func("/build/marks/at-once", test_marked);
    g_test_add_func("/build/marks/too-deep", test_marks_too_deep);
    g_test_add_func("/build/empties", test_empties);
    g_test_add_func("/build/nesting", test_nesting);
    g_test_add_func("/build/nesting/items", test_unclosed_items);
    g_test_add_func("/build/nesting/figures", test_figures);
    g_test_add_func("/build/notes", test_notes);
    g_test_add_func("/build/ids", test_ids);
    g_test_add_data_func("/build/too-deep/quotes",
                         GINT_TO_POINTER(A2B_BLOCK_QUOTE), test_too_deep);
    g_test_add_data_func("/build/too-deep/lists",
                         GINT_TO_POINTER(A2B_BLOCK_LIST), test_too_deep);
    g_test_add_func("/build/any", test_any);
    g_test_add_func("/build/free", test_free);
    return g_test_run();
}
