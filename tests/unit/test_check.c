/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "base/limits.h"
#include "model/build.h"
#include "model/check_text.h"
#include "model/model.h"

#define PICTURE "\357\277\274"
#define SPAN(s, e, m, ...) { .start = s, .end = e, .mark = m, __VA_ARGS__ }

/* Texts by hand, as no builder makes them; why NULL: nothing is wrong. */
static const struct {
    const char *str;
    A2bSpan spans[3];
    guint n;
    A2bBlockKind kind;
    const char *why;
} texts[] = {
    { "one two", { SPAN(0, 3, A2B_MARK_EMPH) }, 1, A2B_BLOCK_PARAGRAPH,
      NULL },
    { "", { { 0 } }, 0, A2B_BLOCK_CELL, NULL },
    { " a \t\n b", { { 0 } }, 0, A2B_BLOCK_CODE, NULL },
    { "a  b", { { 0 } }, 0, A2B_BLOCK_VERSE, NULL },
    { "", { { 0 } }, 0, A2B_BLOCK_PARAGRAPH, "a text is empty" },
    { "a\377", { { 0 } }, 0, A2B_BLOCK_PARAGRAPH, "a text is not UTF-8" },
    { "a\033b", { { 0 } }, 0, A2B_BLOCK_PARAGRAPH,
      "a text holds a forbidden character" },
    { "a  b", { { 0 } }, 0, A2B_BLOCK_HEADING, "a text holds two blanks" },
    { "a ", { { 0 } }, 0, A2B_BLOCK_HEADING,
      "a text begins or ends with a blank" },
    { "a\nb", { { 0 } }, 0, A2B_BLOCK_HEADING,
      "a text holds a line end or tab" },
    { "a \342\200\250b", { { 0 } }, 0, A2B_BLOCK_HEADING,
      "a blank stands beside a line break" },
    { "a\n", { { 0 } }, 0, A2B_BLOCK_CODE, "code ends with a blank" },
    { "abc", { SPAN(1, 1, A2B_MARK_EMPH) }, 1, A2B_BLOCK_CELL,
      "a span is empty or reaches past its text" },
    { "abc", { SPAN(1, 4, A2B_MARK_EMPH) }, 1, A2B_BLOCK_CELL,
      "a span is empty or reaches past its text" },
    { "\303\251", { SPAN(0, 1, A2B_MARK_EMPH) }, 1, A2B_BLOCK_CELL,
      "a span cuts a character" },
    { "abc", { SPAN(0, 2, A2B_MARK_EMPH), SPAN(1, 3, A2B_MARK_SUB) }, 2,
      A2B_BLOCK_CELL, "spans cross" },
    { "abc", { SPAN(1, 2, A2B_MARK_EMPH), SPAN(0, 3, A2B_MARK_SUB) }, 2,
      A2B_BLOCK_CELL, "spans are not in the order in which they open" },
    { "abc", { SPAN(0, 3, A2B_MARK_LINK) }, 1, A2B_BLOCK_CELL,
      "a mark has no target" },
    { "abc", { SPAN(0, 3, A2B_MARK_IMAGE, .target = "x") }, 1,
      A2B_BLOCK_CELL, "an image is not one U+FFFC" },
    { PICTURE, { { 0 } }, 0, A2B_BLOCK_CELL, "a U+FFFC is no image" },
    { PICTURE, { SPAN(0, 3, A2B_MARK_IMAGE, .target = "x") }, 1,
      A2B_BLOCK_CELL, NULL },
};

static void
test_texts(void)
{
    for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) {
        A2bText text = {
            texts[i].str, strlen(texts[i].str), texts[i].n,
            texts[i].n > 0 ? texts[i].spans : NULL,
        };

        g_assert_cmpstr(check_text(&text, texts[i].kind), ==, texts[i].why);
    }
}

/* A quote with a paragraph in it, then a heading; to be damaged. */
static A2bArticle *
sample(void)
{
    Build *build = build_new("stem", "x", NULL);

    build_simple(build, A2B_BLOCK_QUOTE, 1, "a");
    build_simple(build, A2B_BLOCK_HEADING, 2, "b");
    return build_end(build);
}

static void no_damage(A2bArticle *a) { (void) a; }
static void wrong_parent(A2bArticle *a) { a->root->last->parent = NULL; }
static void wrong_prev(A2bArticle *a) { a->root->last->prev = NULL; }
static void wrong_last(A2bArticle *a) { a->root->last = a->root->first; }
static void no_last(A2bArticle *a) { a->root->first->last = NULL; }
static void no_text(A2bArticle *a) { a->root->last->text = NULL; }
static void bad_level(A2bArticle *a) { a->root->last->as.heading.level = 7; }
static void bad_kind(A2bArticle *a) { a->root->last->kind = A2B_BLOCK_CELL; }
static void bad_date(A2bArticle *a) { a->meta.date = "May 2020"; }
static void no_title(A2bArticle *a) { a->meta.title = ""; }

static void
text_and_blocks(A2bArticle *a)
{
    a->root->first->text = a->root->last->text;
}

static void
same_ids(A2bArticle *a)
{
    a->root->first->id = a->root->last->id = "x";
}

static void
note_first(A2bArticle *a)
{
    a->root->first->kind = A2B_BLOCK_NOTE;
}

static void
emptied(A2bArticle *a)
{
    a->root->first->first = a->root->first->last = NULL;
}

static const struct {
    void (*damage)(A2bArticle *article);
    const char *why;
} damages[] = {
    { no_damage, NULL },
    { wrong_parent, "a child has another parent (root, line 0)" },
    { wrong_prev, "sisters do not hold hands (root, line 0)" },
    { wrong_last, "sisters do not hold hands (root, line 0)" },
    { no_last, "a first child has no last (quote, line 1)" },
    { no_text, "a block of text holds none (heading, line 2)" },
    { bad_level, "a heading's level is not 1..6 (heading, line 2)" },
    { bad_kind, "a block stands where its kind may not (root, line 0)" },
    { bad_date, "the date is not in ISO form" },
    { no_title, "a field is empty, not absent" },
    { text_and_blocks, "a block of blocks holds a text (quote, line 1)" },
    { same_ids, "an id stands twice (heading, line 2)" },
    { note_first, "a block stands after a note (root, line 0)" },
    { emptied, "a block is empty (quote, line 1)" },
};

static void
test_damages(void)
{
    for (gsize i = 0; i < G_N_ELEMENTS(damages); i++) {
        g_autoptr(A2bArticle) article = sample();
        g_autofree char *why = NULL;

        damages[i].damage(article);
        g_assert_cmpint(a2b_article_check(article, &why), ==,
                        damages[i].why == NULL);
        g_assert_cmpstr(why, ==, damages[i].why);
        g_assert_cmpint(a2b_article_check(article, NULL), ==, why == NULL);
    }
}

static void
test_refs(void)
{
    static const A2bSpan spans[] = {
        SPAN(0, 1, A2B_MARK_NOTE, .target = "gone"),
    };
    static const A2bText text = { "1", 1, 1, spans };
    g_autoptr(A2bArticle) article = sample();
    g_autofree char *why = NULL;

    article->root->last->text = &text;
    g_assert_false(a2b_article_check(article, &why));
    g_assert_cmpstr(why, ==, "a mark points to nothing (heading, line 2)");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/check/texts", test_texts);
    g_test_add_func("/check/damages", test_damages);
    g_test_add_func("/check/refs", test_refs);
    return g_test_run();
}
