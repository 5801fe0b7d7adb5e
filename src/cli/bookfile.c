/* SPDX-License-Identifier: MIT */
/* Reads a book file: which articles are in a book, in which sections, and
 * what is known of book and articles. */
#include <string.h>
#include <sysexits.h>

#include "config.h"
#include "inputs_parts.h"
#include "report.h"

#define BOOK "Book"
#define SECTION "Section "
#define ARTICLE "Article "

typedef struct {
    Inputs *inputs;
    const char *path;
    char *folder;           /* names are relative to it */
    GKeyFile *file;
    GHashTable *given;      /* by path: A2bMeta */
    GHashTable *listed;     /* set of paths that a list names */
} BookFile;

/* What [Article] may say; other names of a key are the plural, or the long
 * word. */
static const struct {
    const char *key, *other;
    gsize offset;
    gboolean is_list;
} article_keys[] = {
    { "title", NULL, offsetof(A2bMeta, title), FALSE },
    { "subtitle", NULL, offsetof(A2bMeta, subtitle), FALSE },
    { "author", "authors", offsetof(A2bMeta, authors), TRUE },
    { "date", NULL, offsetof(A2bMeta, date), FALSE },
    { "lang", "language", offsetof(A2bMeta, language), FALSE },
    { "publisher", NULL, offsetof(A2bMeta, publisher), FALSE },
    { "source-url", "url", offsetof(A2bMeta, source_url), FALSE },
    { "tag", "tags", offsetof(A2bMeta, tags), TRUE },
};

static int
book_fail(const BookFile *book, const char *group, const GError *error)
{
    return report_failure(EX_DATAERR, "%s: [%s]: %s", book->path, group,
                          error->message);
}

static char *
book_resolve(const BookFile *book, const char *name)
{
    return g_path_is_absolute(name) || g_str_equal(book->folder, ".")
               ? g_strdup(name)
               : g_build_filename(book->folder, name, NULL);
}

/* The values of one [Article] as options, so that they are looked at as
 * those are. */
static int
book_check_given(const BookFile *book, const char *group,
                 const A2bMeta *given)
{
    const Options as_options = {
        .title = (char *) given->title,
        .subtitle = (char *) given->subtitle,
        .authors = (char **) given->authors,
        .date = (char *) given->date,
        .lang = (char *) given->language,
        .publisher = (char *) given->publisher,
        .source_url = (char *) given->source_url,
        .tags = (char **) given->tags,
    };

    if (options_check(&as_options) == EX_OK)
        return EX_OK;
    return report_failure(EX_DATAERR, "%s: [%s] says so", book->path,
                          group);
}

/* Sets one value of an article; FALSE if there is no such key. */
static gboolean
book_give(const BookFile *book, const char *group, const char *key,
          A2bMeta *given, GError **error)
{
    for (gsize i = 0; i < G_N_ELEMENTS(article_keys); i++) {
        gpointer field = (char *) given + article_keys[i].offset;

        if (!g_str_equal(key, article_keys[i].key) &&
            g_strcmp0(key, article_keys[i].other) != 0)
            continue;
        if (article_keys[i].is_list) {
            char **list = g_key_file_get_string_list(book->file, group, key,
                                                     NULL, error);
            *(char ***) field = list ? inputs_keep(
                book->inputs, list, (GDestroyNotify) g_strfreev) : NULL;
        } else {
            char *text = g_key_file_get_string(book->file, group, key,
                                               error);
            *(char **) field = text ? inputs_keep(book->inputs, text,
                                                  g_free) : NULL;
        }
        return TRUE;
    }
    return FALSE;
}

static int
book_article(const BookFile *book, const char *group)
{
    g_auto(GStrv) keys = g_key_file_get_keys(book->file, group, NULL, NULL);
    A2bMeta *given = inputs_keep(book->inputs, g_new0(A2bMeta, 1), g_free);

    for (char **key = keys; key && *key; key++) {
        g_autoptr(GError) error = NULL;

        if (!book_give(book, group, *key, given, &error))
            return report_failure(EX_DATAERR, "%s: [%s]: nobody knows "
                                  "\"%s\" of an article", book->path, group,
                                  *key);
        if (error)
            return book_fail(book, group, error);
    }
    g_hash_table_insert(book->given,
                        book_resolve(book, group + strlen(ARTICLE)), given);
    return book_check_given(book, group, given);
}

/* The names that a group lists; NULL if it lists none. */
static char **
book_list(const BookFile *book, const char *group, GError **error)
{
    if (!g_key_file_has_key(book->file, group, "articles", NULL))
        return NULL;
    return g_key_file_get_string_list(book->file, group, "articles", NULL,
                                      error);
}

/* First what is said of each article, wherever it stands. */
static int
book_learn(const BookFile *book, char **groups)
{
    for (char **group = groups; *group; group++) {
        g_autoptr(GError) error = NULL;
        g_auto(GStrv) list = book_list(book, *group, &error);
        int status = EX_OK;

        if (error)
            return book_fail(book, *group, error);
        for (char **name = list; name && *name; name++)
            g_hash_table_add(book->listed, book_resolve(book, *name));
        if (g_str_has_prefix(*group, ARTICLE))
            status = book_article(book, *group);
        else if (!g_str_equal(*group, BOOK) &&
                 !g_str_has_prefix(*group, SECTION))
            return report_failure(EX_DATAERR, "%s: there is no [%s]; use "
                                  "[Book], [Section NAME] and [Article FILE]",
                                  book->path, *group);
        if (status != EX_OK)
            return status;
    }
    return EX_OK;
}

static int
book_add(const BookFile *book, char *path, const char *section)
{
    const InputPlace place = {
        .section = section,
        .given = g_hash_table_lookup(book->given, path),
    };

    /* A pipe is for the command line to name. */
    if (g_str_equal(path, "-"))
        return inputs_add(book->inputs, "./-", &place);
    return inputs_add(book->inputs, path, &place);
}

/* Then the articles: those that a group lists, and those that are only
 * described, in the section that they stand in. */
static int
book_gather(const BookFile *book, char **groups)
{
    const char *section = NULL;
    int status = EX_OK;

    for (char **group = groups; *group && status == EX_OK; group++) {
        g_auto(GStrv) list = book_list(book, *group, NULL);

        if (g_str_has_prefix(*group, SECTION))
            section = inputs_keep(book->inputs,
                                  g_strdup(*group + strlen(SECTION)),
                                  g_free);
        if (g_str_has_prefix(*group, ARTICLE)) {
            g_autofree char *path =
                book_resolve(book, *group + strlen(ARTICLE));

            if (!g_hash_table_contains(book->listed, path))
                status = book_add(book, path, section);
            continue;
        }
        for (char **name = list; name && *name && status == EX_OK; name++) {
            g_autofree char *path = book_resolve(book, *name);

            status = book_add(book, path, section);
        }
    }
    return status;
}

/* A file that the book file names is relative to it. */
static void
book_resolve_option(const BookFile *book, char **option, const char *before)
{
    char *named = *option;

    if (!named || named == before)
        return;
    *option = inputs_keep(book->inputs, book_resolve(book, named), g_free);
    g_free(named);
}

static gboolean
is_style_path(const char *style)
{
    return style && (strchr(style, '/') || g_str_has_suffix(style, ".css"));
}

static gboolean
is_cover_path(const char *cover)
{
    return cover && !g_str_equal(cover, "auto") &&
           !g_str_equal(cover, "none");
}

static int
book_options(const BookFile *book)
{
    Options *options = inputs_options(book->inputs);
    const Options before = *options;
    g_autofree char *language = g_key_file_get_value(book->file, BOOK,
                                                     "language", NULL);
    g_autoptr(GError) error = NULL;

    if (language) {
        g_key_file_set_value(book->file, BOOK, "lang", language);
        g_key_file_remove_key(book->file, BOOK, "language", NULL);
    }
    g_key_file_remove_key(book->file, BOOK, "articles", NULL);
    if (!config_set_all(book->file, BOOK, &error))
        return book_fail(book, BOOK, error);
    book_resolve_option(book, &options->css, before.css);
    if (is_style_path(options->style))
        book_resolve_option(book, &options->style, before.style);
    if (is_cover_path(options->cover))
        book_resolve_option(book, &options->cover, before.cover);
    if (options_check(options) != EX_OK)
        return report_failure(EX_DATAERR, "%s: [Book] says so", book->path);
    return EX_OK;
}

static int
book_read(BookFile *book)
{
    g_auto(GStrv) groups = NULL;
    g_autoptr(GError) error = NULL;
    int status;

    if (!g_file_test(book->path, G_FILE_TEST_IS_REGULAR))
        return report_failure(EX_NOINPUT, "%s: is no file", book->path);
    if (!g_key_file_load_from_file(book->file, book->path, G_KEY_FILE_NONE,
                                   &error))
        return report_failure(EX_DATAERR, "%s: %s", book->path,
                              error->message);
    groups = g_key_file_get_groups(book->file, NULL);
    status = book_learn(book, groups);
    if (status == EX_OK)
        status = book_gather(book, groups);
    return status == EX_OK ? book_options(book) : status;
}

int
inputs_add_book(Inputs *inputs, const char *path)
{
    g_autoptr(GKeyFile) file = g_key_file_new();
    g_autoptr(GHashTable) given =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GHashTable) listed =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autofree char *folder = g_path_get_dirname(path);
    BookFile book = { inputs, path, folder, file, given, listed };
    const InputState state = inputs_look(path);
    const char *before;

    if (!inputs_meet(inputs, path, &state, &before)) {
        report_note("%s: is %s again; read once", path, before);
        return EX_OK;
    }
    return book_read(&book);
}
