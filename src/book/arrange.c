/* SPDX-License-Identifier: MIT */
/* In which order articles stand in a book, and under which titles. */
#include <string.h>

#include "book/collate.h"
#include "book/dates.h"
#include "book/duplicates.h"
#include "book/entries.h"
#include "book/filed.h"
#include "book/fold.h"
#include "book/leads.h"
#include "book/names.h"
#include "book/words.h"
#include "model/language.h"

/* A section in the making. */
typedef struct {
    char *title, *key;      /* as shown; what it is sorted by */
    guint first;            /* in which order it came */
} Shelf;

/* An article on its way to its place. */
typedef struct {
    guint shelf;            /* NOWHERE: in none */
    char *key;              /* NULL: what the order goes by is missing */
    guint index;
} Row;

#define NOWHERE G_MAXUINT

static const A2bMeta *
arrange_meta(const A2bBook *book, guint i)
{
    return a2b_article_meta(book->articles->pdata[i]);
}

/* One name is often written in several ways: "THE POST", "The Post". */
static char *
arrange_name_key(const char *name, const char *language)
{
    char *key = collate_key(name, language);

    key[strcspn(key, "\x01")] = '\0';
    return key;
}

static char *
arrange_author_key(const A2bMeta *meta)
{
    g_autofree char *filed = NULL;

    if (!meta->authors || !*meta->authors || !**meta->authors)
        return NULL;
    filed = names_file_as(*meta->authors);
    return arrange_name_key(filed, NULL);
}

static char *
arrange_source_key(const A2bMeta *meta, const char *language)
{
    gboolean site;
    g_autofree char *source = filed_source(meta, &site);

    if (!source)
        return NULL;
    return site ? collate_key(source, NULL)
                : arrange_name_key(source, language);
}

/* What an article is sorted by; NULL if it does not have it.  language: of
 * the book. */
static char *
arrange_key(const A2bBook *book, guint i, A2bSort sort,
            const char *language)
{
    const A2bMeta *meta = arrange_meta(book, i);

    switch (sort) {
    case A2B_SORT_GIVEN:
        return NULL;
    case A2B_SORT_DATE:
        return dates_parse(meta->date, NULL) ? g_strdup(meta->date) : NULL;
    case A2B_SORT_TITLE:
        return collate_key(book_article_title(book->articles->pdata[i]),
                           meta->language);
    case A2B_SORT_AUTHOR:
        return arrange_author_key(meta);
    case A2B_SORT_SOURCE:
        return arrange_source_key(meta, language);
    }
    return NULL;
}

/* What articles of one section have in common, as it is written; NULL or
 * empty if this one belongs to none. */
static const char *
arrange_common(const A2bBook *book, guint i, A2bSections sections)
{
    const A2bMeta *meta = arrange_meta(book, i);
    const BookEntry *entry = entries_of(book, i);

    switch (sections) {
    case A2B_SECTIONS_GIVEN:
        return entry->section;
    case A2B_SECTIONS_NONE:
        return NULL;
    case A2B_SECTIONS_DATE:
        return dates_parse(meta->date, NULL) ? meta->date : NULL;
    case A2B_SECTIONS_PUBLISHER:
        return meta->publisher;
    case A2B_SECTIONS_FOLDER:
        return entry->folder;
    case A2B_SECTIONS_TAG:
        return meta->tags ? *meta->tags : NULL;
    }
    return NULL;
}

/* How all days are written: in the language of the book, and in English in
 * the order (9 October, October 9) that its newest article has, as the date
 * of the book is. */
static A2bMeta
arrange_day_form(const A2bBook *book, const char *language)
{
    A2bMeta form = { .language = language };
    const char *newest = book_date(book);

    for (guint i = 0; language_is(language, "en") && newest &&
                      i < book->articles->len; i++)
        if (arrange_meta(book, i)->date == newest)
            form.date_as_written = arrange_meta(book, i)->date_as_written;
    return form;
}

/* What two articles of one section agree in. */
static char *
arrange_same(const char *common, A2bSections sections)
{
    if (sections == A2B_SECTIONS_PUBLISHER || sections == A2B_SECTIONS_TAG) {
        g_autofree char *folded = fold_words(common, strlen(common));
        if (*folded)
            return g_steal_pointer(&folded);
    }
    return g_strdup(common);
}

static void
shelf_clear(gpointer data)
{
    Shelf *shelf = data;

    g_free(shelf->title);
    g_free(shelf->key);
}

static void
row_clear(gpointer row)
{
    g_free(((Row *) row)->key);
}

static void
arrange_new_shelf(const char *common, A2bSections sections, A2bMeta *day,
                  GArray *shelves)
{
    Shelf shelf = { NULL, NULL, shelves->len };

    if (sections == A2B_SECTIONS_DATE) {
        day->date = common;
        shelf.title = dates_shown(day);
        shelf.key = g_strdup(common);
    } else {
        shelf.title = book_clean(common);
        if (sections != A2B_SECTIONS_GIVEN)
            shelf.key = collate_key(common, day->language);
    }
    g_array_append_val(shelves, shelf);
}

/* Which section each article stands in, by the order in which they come. */
static void
arrange_shelve(const A2bBook *book, A2bSections sections,
               const char *language, GArray *rows, GArray *shelves)
{
    g_autoptr(GHashTable) known = g_hash_table_new_full(
        g_str_hash, g_str_equal, g_free, NULL);
    A2bMeta day = arrange_day_form(book, language);

    for (guint i = 0; i < rows->len; i++) {
        const char *common = arrange_common(book, i, sections);
        g_autofree char *same = NULL;
        guint found;

        if (!common || !*common)
            continue;
        same = arrange_same(common, sections);
        found = GPOINTER_TO_UINT(g_hash_table_lookup(known, same));
        if (!found) {
            arrange_new_shelf(common, sections, &day, shelves);
            found = shelves->len;
            g_hash_table_insert(known, g_steal_pointer(&same),
                                GUINT_TO_POINTER(found));
        }
        g_array_index(rows, Row, i).shelf = found - 1;
    }
}

static int
shelf_compare(gconstpointer a, gconstpointer b)
{
    const Shelf *x = a, *y = b;
    int order = x->key && y->key ? strcmp(x->key, y->key) : 0;

    if (order)
        return order;
    return x->first < y->first ? -1 : x->first > y->first;
}

/* Puts the sections into order, and the articles into them. */
static void
arrange_order_shelves(GArray *rows, GArray *shelves)
{
    g_autofree guint *place = g_new(guint, shelves->len);

    g_array_sort(shelves, shelf_compare);
    for (guint i = 0; i < shelves->len; i++)
        place[g_array_index(shelves, Shelf, i).first] = i;
    for (guint i = 0; i < rows->len; i++) {
        Row *row = &g_array_index(rows, Row, i);
        if (row->shelf != NOWHERE)
            row->shelf = place[row->shelf];
    }
}

static int
row_compare(gconstpointer a, gconstpointer b)
{
    const Row *x = a, *y = b;
    int order = 0;

    if (x->shelf != y->shelf)
        return x->shelf < y->shelf ? -1 : 1;
    if (!x->key != !y->key)
        return x->key ? -1 : 1;
    if (x->key)
        order = strcmp(x->key, y->key);
    return order ? order : x->index < y->index ? -1 : x->index > y->index;
}

static void
arrange_move(A2bBook *book, const GArray *rows)
{
    g_autofree gpointer *articles = g_new(gpointer, rows->len);
    g_autofree gpointer *entries = g_new(gpointer, rows->len);

    for (guint i = 0; i < rows->len; i++) {
        guint from = g_array_index(rows, Row, i).index;
        articles[i] = book->articles->pdata[from];
        entries[i] = book->entries->pdata[from];
    }
    for (guint i = 0; i < rows->len; i++) {
        book->articles->pdata[i] = articles[i];
        book->entries->pdata[i] = entries[i];
    }
}

/* rows are in order: those of one section stand together. */
static void
arrange_sections(A2bBook *book, const char *language, const GArray *rows,
                 const GArray *shelves)
{
    g_array_set_size(book->sections, 0);
    for (guint i = 0; shelves->len && i < rows->len; i++) {
        guint shelf = g_array_index(rows, Row, i).shelf;
        BookSection section = { NULL, i, 1 };

        if (i > 0 && g_array_index(rows, Row, i - 1).shelf == shelf) {
            g_array_index(book->sections, BookSection,
                          book->sections->len - 1).n++;
            continue;
        }
        section.title = shelf == NOWHERE
            ? g_strdup(words_say(language, WORD_MORE))
            : g_strdup(g_array_index(shelves, Shelf, shelf).title);
        g_array_append_val(book->sections, section);
    }
}

static void
arrange_articles(A2bBook *book, const A2bArrange *how)
{
    g_autoptr(GArray) rows = g_array_new(FALSE, FALSE, sizeof(Row));
    g_autoptr(GArray) shelves = g_array_new(FALSE, FALSE, sizeof(Shelf));
    const char *language = book_language(book);

    g_array_set_clear_func(rows, row_clear);
    g_array_set_clear_func(shelves, shelf_clear);
    for (guint i = 0; i < book->articles->len; i++) {
        Row row = { NOWHERE, arrange_key(book, i, how->sort, language), i };
        g_array_append_val(rows, row);
    }
    arrange_shelve(book, how->sections, language, rows, shelves);
    arrange_order_shelves(rows, shelves);
    g_array_sort(rows, row_compare);
    arrange_move(book, rows);
    arrange_sections(book, language, rows, shelves);
}

void
a2b_book_arrange(A2bBook *book, const A2bArrange *how, A2bDiag *diag)
{
    static const A2bArrange as_given = { 0 };

    g_return_if_fail(book);

    if (!how)
        how = &as_given;
    book->language = NULL;
    if (!how->keep_duplicates)
        duplicates_merge(book, how->jobs, diag);
    book->language = book_language(book);
    arrange_articles(book, how);
    leads_find(book, how->keep_duplicates, diag);
    book->summaries = how->summaries;
}
