/* SPDX-License-Identifier: MIT */
/* Small articles, and what is read of the books that they become, for the
 * tests of EPUBs.  With A2B_TEST_BOOKS set to a folder the books are left
 * there, for validators. */
#pragma once

#include <article2book/article2book.h>
#include <string.h>
#include <zip.h>

#include "epub/epub.h"
#include "model/build.h"

static inline const char *
own(Build *build, const char *str)
{
    return arena_strdup(build_arena(build), str);
}

static inline void
marked(Build *build, A2bMark mark, const char *target, const char *str)
{
    build_mark_open(build, mark, target, 0);
    build_text(build, str, -1);
    build_mark_close(build);
    build_text(build, " ", 1);
}

/* --- Reading a book again ------------------------------------------------ */

typedef struct {
    GString *text;          /* words, all blanks left out */
    guint skip;             /* depth inside what is not the article's text */
    gboolean section;
} Reading;

static inline gboolean
is_apparatus(const char *name, const char **names, const char **values)
{
    if (strcmp(name, "header") == 0 || strcmp(name, "footer") == 0
        || strcmp(name, "head") == 0)
        return TRUE;
    for (; *names; names++, values++)
        if (strcmp(*names, "class") == 0
            && (strcmp(*values, "note-mark") == 0
                || strcmp(*values, "in-book") == 0
                || strcmp(*values, "picture") == 0))
            return TRUE;
    return FALSE;
}

static inline void
read_start(GMarkupParseContext *context G_GNUC_UNUSED, const char *name,
           const char **names, const char **values, gpointer user,
           GError **error G_GNUC_UNUSED)
{
    Reading *reading = user;

    g_assert_cmpstr(name, !=, "script");
    if (reading->skip || is_apparatus(name, names, values))
        reading->skip++;
}

static inline void
read_end(GMarkupParseContext *context G_GNUC_UNUSED,
         const char *name G_GNUC_UNUSED, gpointer user,
         GError **error G_GNUC_UNUSED)
{
    Reading *reading = user;

    if (reading->skip)
        reading->skip--;
}

static inline void
append_words(GString *out, const char *str)
{
    for (; *str; str = g_utf8_next_char(str)) {
        gunichar c = g_utf8_get_char(str);
        if (!g_unichar_isspace(c) && c != 0xFFFC)
            g_string_append_unichar(out, c);
    }
}

static inline void
read_text(GMarkupParseContext *context G_GNUC_UNUSED, const char *str,
          gsize len, gpointer user, GError **error G_GNUC_UNUSED)
{
    g_autofree char *copy = g_strndup(str, len);
    Reading *reading = user;

    if (!reading->skip)
        append_words(reading->text, copy);
}

/* The words of one part, which must be well-formed. */
static inline void
parse_part(const char *bytes, gsize len, GString *words)
{
    static const GMarkupParser parser = { read_start, read_end, read_text,
                                          NULL, NULL };
    Reading reading = { words, 0, FALSE };
    g_autoptr(GError) error = NULL;
    GMarkupParseContext *context =
        g_markup_parse_context_new(&parser, 0, &reading, NULL);

    g_assert_true(g_utf8_validate(bytes, len, NULL));
    g_markup_parse_context_parse(context, bytes, len, &error);
    g_assert_no_error(error);
    g_markup_parse_context_end_parse(context, &error);
    g_assert_no_error(error);
    g_markup_parse_context_free(context);
}

static inline zip_t *
open_book(GBytes *book)
{
    zip_source_t *source = zip_source_buffer_create(
        g_bytes_get_data(book, NULL), g_bytes_get_size(book), 0, NULL);
    zip_t *zip = zip_open_from_source(source, ZIP_CHECKCONS, NULL);

    g_assert_nonnull(zip);
    return zip;
}

static inline char *
part_of(zip_t *zip, const char *name, gsize *len)
{
    zip_stat_t stat;
    zip_file_t *file;
    char *bytes;

    g_assert_cmpint(zip_stat(zip, name, 0, &stat), ==, 0);
    bytes = g_malloc0(stat.size + 1);
    file = zip_fopen(zip, name, 0);
    g_assert_nonnull(file);
    g_assert_cmpint(zip_fread(file, bytes, stat.size), ==, stat.size);
    zip_fclose(file);
    *len = stat.size;
    return bytes;
}

/* Parses all parts; the words of the articles' pages, in order. */
static inline char *
words_of_book(GBytes *book)
{
    zip_t *zip = open_book(book);
    GString *words = g_string_new(NULL);

    for (zip_int64_t i = 0; i < zip_get_num_entries(zip, 0); i++) {
        const char *name = zip_get_name(zip, i, 0);
        g_autoptr(GString) ignored = g_string_new(NULL);
        g_autofree char *bytes = NULL;
        gsize len;

        bytes = part_of(zip, name, &len);
        if (strstr(name, "article-"))
            parse_part(bytes, len, words);
        else if (g_str_has_suffix(name, ".xhtml")
                 || g_str_has_suffix(name, ".opf")
                 || g_str_has_suffix(name, ".ncx")
                 || g_str_has_suffix(name, ".xml"))
            parse_part(bytes, len, ignored);
    }
    zip_discard(zip);
    return g_string_free(words, FALSE);
}

static inline void
append_article(GString *out, const A2bArticle *article)
{
    const A2bBlock *root = a2b_article_root(article);

    for (const A2bBlock *b = root; b; b = a2b_block_next(b, root))
        if (b->text)
            append_words(out, b->text->str);
}

static inline char *
words_of_model(const A2bBook *book)
{
    GString *out = g_string_new(NULL);

    for (guint i = 0; i < a2b_book_n_articles(book); i++)
        append_article(out, a2b_book_article(book, i));
    return g_string_free(out, FALSE);
}

static inline void
leave(const char *name, GBytes *epub)
{
    const char *folder = g_getenv("A2B_TEST_BOOKS");
    g_autofree char *file = g_strconcat(name, ".epub", NULL);
    g_autofree char *path = NULL;

    if (!folder)
        return;
    path = g_build_filename(folder, file, NULL);
    g_assert_true(g_file_set_contents(path, g_bytes_get_data(epub, NULL),
                                      g_bytes_get_size(epub), NULL));
}

static inline char *
text_part(GBytes *epub, const char *name)
{
    zip_t *zip = open_book(epub);
    gsize len;
    char *bytes = part_of(zip, name, &len);

    zip_discard(zip);
    return bytes;
}

static inline void
assert_has(const char *text, const char *what)
{
    if (!strstr(text, what))
        g_error("\"%s\" is not in:\n%s", what, text);
}

static inline void
assert_lacks(const char *text, const char *what)
{
    if (strstr(text, what))
        g_error("\"%s\" is in:\n%s", what, text);
}
