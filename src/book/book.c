/* SPDX-License-Identifier: MIT */
/* What a book is called, which language it is in, whose it is: decided from
 * its articles, which may differ. */
#include "book/book.h"

#include <string.h>

#include "base/utf8.h"
#include "book/dates.h"
#include "book/entries.h"
#include "book/leads.h"
#include "book/tags.h"
#include "book/words.h"

A2bBook *
a2b_book_new(void)
{
    A2bBook *book = g_new0(A2bBook, 1);

    book->articles =
        g_ptr_array_new_with_free_func((GDestroyNotify) a2b_article_free);
    book->entries = g_ptr_array_new_with_free_func(entries_free);
    book->sections = entries_sections_new();
    return book;
}

void
a2b_book_free(A2bBook *book)
{
    if (!book)
        return;
    leads_free(book->leads);
    g_array_unref(book->sections);
    g_ptr_array_unref(book->entries);
    g_ptr_array_unref(book->articles);
    g_free(book->series);
    g_free(book->series_index);
    g_free(book->title);
    g_clear_pointer(&book->cover.image, g_bytes_unref);
    g_free(book->cover.description);
    g_free(book);
}

guint
a2b_book_n_articles(const A2bBook *book)
{
    g_return_val_if_fail(book, 0);

    return book->articles->len;
}

const A2bArticle *
a2b_book_article(const A2bBook *book, guint index)
{
    g_return_val_if_fail(book && index < book->articles->len, NULL);

    return book->articles->pdata[index];
}

char *
book_clean(const char *str)
{
    gsize len;
    guint bad;

    return utf8_clean(str, strlen(str), &len, &bad);
}

static void
book_set(char **field, const char *value)
{
    g_free(*field);
    *field = value && *value ? book_clean(value) : NULL;
}

void
a2b_book_set_title(A2bBook *book, const char *title)
{
    g_return_if_fail(book);

    book_set(&book->title, title);
}

void
a2b_book_set_series(A2bBook *book, const char *name, const char *index)
{
    g_return_if_fail(book);

    book_set(&book->series, name);
    book_set(&book->series_index, book->series ? index : NULL);
}

static const A2bMeta *
book_meta(const A2bBook *book, guint index)
{
    return a2b_article_meta(book->articles->pdata[index]);
}

const A2bMeta *
book_only_meta(const A2bBook *book)
{
    return book->articles->len == 1 ? book_meta(book, 0) : NULL;
}

const char *
book_article_title(const A2bArticle *article)
{
    const char *title = a2b_article_meta(article)->title;

    return title ? title : a2b_article_stem(article);
}

const char *
book_article_language(const A2bArticle *article)
{
    const char *tag = tags_clean(a2b_article_meta(article)->language);

    return tag ? tag : "und";
}

/* Articles side by side have no title of their own: they are called by
 * what they share, and by the day, which tells one issue from the next. */
char *
book_title(const A2bBook *book)
{
    const char *name = book_publisher(book);
    g_autofree char *date = NULL;

    if (book->title)
        return g_strdup(book->title);
    if (book->articles->len == 1)
        return g_strdup(book_article_title(book->articles->pdata[0]));
    if (!name)
        name = words_say(book_language(book), WORD_DIGEST);
    date = book_date_shown(book);
    return date ? g_strdup_printf("%s, %s", name, date) : g_strdup(name);
}

/* In characters: what takes three bytes for each does not say more. */
static gsize
book_article_size(const A2bArticle *article)
{
    const A2bBlock *root = a2b_article_root(article);
    gsize size = 1;

    for (const A2bBlock *b = root; b; b = a2b_block_next(b, root))
        size += b->text ? g_utf8_strlen(b->text->str, b->text->len) : 0;
    return size;
}

/* The language of all articles, NULL if they differ. */
static const char *
book_only_language(const A2bBook *book)
{
    const char *only = NULL;

    for (guint i = 0; i < book->articles->len; i++) {
        const char *tag = book_article_language(book->articles->pdata[i]);

        if (only && strcmp(tag, only) != 0)
            return NULL;
        only = tag;
    }
    return only;
}

const char *
book_language(const A2bBook *book)
{
    g_autoptr(GHashTable) sizes = g_hash_table_new(NULL, NULL);
    const char *best = book->language ? book->language
                                      : book_only_language(book);
    gsize most = 0;

    if (best)
        return best;
    best = "und";
    for (guint i = 0; i < book->articles->len; i++) {
        const A2bArticle *article = book->articles->pdata[i];
        const char *tag = book_article_language(article);
        gsize size = book_article_size(article)
            + GPOINTER_TO_SIZE(g_hash_table_lookup(sizes, tag));

        g_hash_table_insert(sizes, (gpointer) tag, GSIZE_TO_POINTER(size));
        if (size > most && strcmp(tag, "und") != 0) {
            best = tag;
            most = size;
        }
    }
    return best;
}

/* Index of the article with the newest date, or -1. */
static int
book_newest(const A2bBook *book)
{
    int newest = -1;

    for (guint i = 0; i < book->articles->len; i++) {
        const char *date = book_meta(book, i)->date;
        if (dates_parse(date, NULL)
            && (newest < 0 || strcmp(date, book_meta(book, newest)->date) > 0))
            newest = i;
    }
    return newest;
}

const char *
book_date(const A2bBook *book)
{
    int newest = book_newest(book);

    return newest < 0 ? NULL : book_meta(book, newest)->date;
}

char *
book_date_shown(const A2bBook *book)
{
    int newest = book_newest(book);
    A2bMeta meta;

    if (book->articles->len == 1)
        return dates_shown(book_meta(book, 0));
    if (newest < 0)
        return NULL;
    meta = *book_meta(book, newest);
    meta.language = book_language(book);
    return dates_shown(&meta);
}

const char *
book_publisher(const A2bBook *book)
{
    const char *publisher = NULL;

    for (guint i = 0; i < book->articles->len; i++) {
        const char *other = book_meta(book, i)->publisher;
        if (!other || (publisher && strcmp(publisher, other) != 0))
            return NULL;
        publisher = other;
    }
    return publisher;
}

const char **
book_authors(const A2bBook *book)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GPtrArray) authors = g_ptr_array_new();

    for (guint i = 0; i < book->articles->len; i++) {
        const char *const *a = book_meta(book, i)->authors;
        for (; a && *a; a++)
            if (**a && g_hash_table_add(seen, (gpointer) *a))
                g_ptr_array_add(authors, (gpointer) *a);
    }
    g_ptr_array_add(authors, NULL);
    return (const char **) g_ptr_array_steal(authors, NULL);
}
