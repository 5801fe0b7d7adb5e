/* SPDX-License-Identifier: MIT */
/* Who is filed under which name in the index of a book, and in which
 * order. */
#include "book/filed.h"

#include <string.h>

#include "book/collate.h"
#include "book/names.h"
#include "book/urls.h"

typedef struct {
    GHashTable *names;          /* Filed, by name */
    GPtrArray *all;
} Files;

static void
filed_free(gpointer data)
{
    Filed *filed = data;

    g_free(filed->key);
    g_free(filed->name);
    g_array_unref(filed->articles);
    g_free(filed);
}

static int
filed_compare(gconstpointer a, gconstpointer b)
{
    const Filed *x = *(const Filed *const *) a;
    const Filed *y = *(const Filed *const *) b;
    int order = strcmp(x->key, y->key);

    return order ? order : strcmp(x->name, y->name);
}

/* Takes name; language: whose leading "the" does not count, or NULL. */
static void
filed_add(Files *files, char *name, const char *language, guint article)
{
    Filed *filed = g_hash_table_lookup(files->names, name);

    if (filed) {
        g_free(name);
    } else {
        filed = g_new(Filed, 1);
        filed->name = name;
        filed->key = collate_key(name, language);
        filed->articles = g_array_new(FALSE, FALSE, sizeof(guint));
        g_hash_table_insert(files->names, name, filed);
        g_ptr_array_add(files->all, filed);
    }
    if (filed->articles->len == 0
        || g_array_index(filed->articles, guint,
                         filed->articles->len - 1) != article)
        g_array_append_val(filed->articles, article);
}

char *
filed_source(const A2bMeta *meta, gboolean *site)
{
    *site = !meta->publisher || !*meta->publisher;
    if (!*site)
        return g_strdup(meta->publisher);
    return meta->source_url ? urls_site(meta->source_url) : NULL;
}

/* A person's name or a site has no "the" to be passed over. */
static void
filed_add_article(Files *files, const A2bArticle *article, guint index)
{
    const A2bMeta *meta = a2b_article_meta(article);
    gboolean site;
    char *source = filed_source(meta, &site);

    for (const char *const *a = meta->authors; a && *a; a++)
        if (**a)
            filed_add(files, names_file_as(*a), NULL, index);
    if (source)
        filed_add(files, source,
                  site ? NULL : book_article_language(article), index);
}

GPtrArray *
filed_names(const A2bBook *book)
{
    g_autoptr(GHashTable) names = g_hash_table_new(g_str_hash, g_str_equal);
    Files files = { names, g_ptr_array_new_with_free_func(filed_free) };

    for (guint i = 0; i < a2b_book_n_articles(book); i++)
        filed_add_article(&files, a2b_book_article(book, i), i);
    g_ptr_array_sort(files.all, filed_compare);
    return files.all;
}

gboolean
filed_has_index(const A2bBook *book)
{
    guint n = a2b_book_n_articles(book);

    for (guint i = 0; n >= FILED_FROM && i < n; i++) {
        const A2bMeta *meta = a2b_article_meta(a2b_book_article(book, i));
        gboolean site;
        g_autofree char *source = filed_source(meta, &site);

        if (source)
            return TRUE;
        for (const char *const *a = meta->authors; a && *a; a++)
            if (**a)
                return TRUE;
    }
    return FALSE;
}
