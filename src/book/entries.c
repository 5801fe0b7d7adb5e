/* SPDX-License-Identifier: MIT */
/* Where an article comes from and what it is called by. */
#include "book/entries.h"

#include "book/leads.h"

void
entries_free(gpointer data)
{
    BookEntry *entry = data;

    g_free(entry->section);
    g_free(entry->folder);
    g_free(entry->name);
    g_clear_pointer(&entry->urls, g_ptr_array_unref);
    g_clear_pointer(&entry->titles, g_ptr_array_unref);
    g_clear_pointer(&entry->related, g_array_unref);
    g_free(entry);
}

static void
entries_clear_section(gpointer section)
{
    g_free(((BookSection *) section)->title);
}

GArray *
entries_sections_new(void)
{
    GArray *sections = g_array_new(FALSE, FALSE, sizeof(BookSection));

    g_array_set_clear_func(sections, entries_clear_section);
    return sections;
}

BookEntry *
entries_of(const A2bBook *book, guint index)
{
    return book->entries->pdata[index];
}

static char *
entries_clean(const char *str)
{
    return str && *str ? book_clean(str) : NULL;
}

void
a2b_book_add_at(A2bBook *book, A2bArticle *article, const A2bPlace *place)
{
    BookEntry *entry;

    g_return_if_fail(book && article);

    entry = g_new0(BookEntry, 1);
    if (place) {
        entry->section = entries_clean(place->section);
        entry->folder = entries_clean(place->folder);
        entry->name = g_strdup(place->name);
    }
    g_ptr_array_add(book->articles, article);
    g_ptr_array_add(book->entries, entry);
    /* What was arranged is not that any more. */
    book->language = NULL;
    g_array_set_size(book->sections, 0);
    g_clear_pointer(&book->leads, leads_free);
}

void
a2b_book_add(A2bBook *book, A2bArticle *article)
{
    a2b_book_add_at(book, article, NULL);
}

const char *
book_article_name(const A2bBook *book, guint index)
{
    const BookEntry *entry = entries_of(book, index);

    return entry->name ? entry->name
                       : book_article_title(book->articles->pdata[index]);
}
