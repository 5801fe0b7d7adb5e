/* SPDX-License-Identifier: MIT */
/* What a title page and a cover say a digest holds: the days that it is of,
 * how many articles, the first of their titles. */
#include <string.h>

#include "book/book.h"
#include "book/dates.h"
#include "book/words.h"

#define FIRST_TITLES 4          /* and no more than a cover takes */

char *
book_days_shown(const A2bBook *book)
{
    const A2bMeta *first = NULL, *last = NULL;

    for (guint i = 0; i < book->articles->len; i++) {
        const A2bMeta *meta = a2b_article_meta(book->articles->pdata[i]);

        if (!dates_parse(meta->date, NULL))
            continue;
        if (!first || strcmp(meta->date, first->date) < 0)
            first = meta;
        if (!last || strcmp(meta->date, last->date) > 0)
            last = meta;
    }
    return first ? dates_range(first, last, book_language(book)) : NULL;
}

char *
book_count_shown(const A2bBook *book)
{
    const char *form = words_say(book_language(book), WORD_ARTICLES);
    const char *at = strchr(form, WORD_NUMBER);

    return g_strdup_printf("%.*s%u%s", (int) (at - form), form,
                           book->articles->len, at + 1);
}

char *
book_first_titles(const A2bBook *book)
{
    GString *titles = g_string_new(NULL);

    /* A line ends behind the point, never before it. */
    for (guint i = 0; i < MIN(book->articles->len, FIRST_TITLES); i++)
        g_string_append_printf(
            titles, "%s%s", i > 0 ? "\xC2\xA0\xC2\xB7 " : "",
            book_article_title(book->articles->pdata[i]));
    return g_string_free(titles, FALSE);
}
