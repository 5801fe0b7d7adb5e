/* SPDX-License-Identifier: MIT */
/* One input through the reader and every writer.  The first byte chooses
 * the options. */
#include <article2book/article2book.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const guint8 *data, gsize size);

/* What is made must hold what the headers promise. */
static void
fuzz_article(const A2bArticle *article)
{
    g_autofree char *why = NULL;
    g_autofree char *tree = a2b_article_tree(article);
    g_autofree char *json = a2b_article_json(article);

    if (!a2b_article_check(article, &why))
        g_error("the article is not sound: %s", why);
    g_assert_true(g_utf8_validate(tree, -1, NULL));
    g_assert_true(g_utf8_validate(json, -1, NULL));
}

static void
fuzz_book(A2bBook *book)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(A2bStyle) style = a2b_style_load("classic", NULL, &error);
    g_autoptr(GBytes) epub = NULL;

    g_assert_no_error(error);
    epub = a2b_epub(book, style, NULL, NULL, &error);
    g_assert_no_error(error);
    g_assert_cmpuint(g_bytes_get_size(epub), >, 58);
}

int
LLVMFuzzerTestOneInput(const guint8 *data, gsize size)
{
    A2bReadOptions options = { .format = A2B_FORMAT_TEXT };
    g_autoptr(A2bDiag) diag = a2b_diag_new(NULL, NULL);
    g_autoptr(A2bBook) book = a2b_book_new();
    g_autoptr(GError) error = NULL;
    g_autoptr(GBytes) bytes = NULL;
    A2bArticle *article;

    if (size == 0)
        return 0;
    options.plain = data[0] & 1;
    options.keep_all = data[0] & 2;
    bytes = g_bytes_new(data + 1, size - 1);
    article = a2b_read_bytes(bytes, "fuzz.txt", &options, diag, &error);
    if (!article) {
        g_assert_nonnull(error);
        return 0;
    }
    fuzz_article(article);
    a2b_book_add(book, article);
    fuzz_book(book);
    return 0;
}
