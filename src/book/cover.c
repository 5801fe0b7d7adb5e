/* SPDX-License-Identifier: MIT */
/* Which picture is the cover of a book, and what stands on a drawn one. */
#include <string.h>

#include "base/limits.h"
#include "base/module.h"
#include "book/book.h"
#include "book/words.h"
#include "cover/cover.h"

#define MOST_AUTHORS 3          /* of a digest: more are no authors of it */

/* "Cover: A Title". */
static char *
cover_description(const A2bBook *book)
{
    g_autofree char *title = book_title(book);

    return g_strdup_printf("%s: %s",
                           words_say(book_language(book), WORD_COVER), title);
}

/* Takes description. */
static void
cover_set(A2bBook *book, GBytes *image, const Media *media,
          char *description)
{
    BookCover *cover = &book->cover;

    g_bytes_ref(image);
    g_clear_pointer(&cover->image, g_bytes_unref);
    g_free(cover->description);
    cover->image = image;
    cover->media = *media;
    cover->description = description;
}

gboolean
a2b_book_set_cover(A2bBook *book, GBytes *image, const char *description,
                   GError **error)
{
    Media media;

    g_return_val_if_fail(book && image, FALSE);

    if (g_bytes_get_size(image) > LIMIT_COVER_BYTES) {
        g_set_error(error, A2B_ERROR, A2B_ERROR_LIMIT,
                    "the cover has more than %d MiB; make it smaller",
                    LIMIT_COVER_BYTES >> 20);
        return FALSE;
    }
    if (!media_sniff(image, &media)) {
        g_set_error(error, A2B_ERROR, A2B_ERROR_INPUT,
                    "the cover is no JPEG or PNG picture; "
                    "save it as one of these");
        return FALSE;
    }
    cover_set(book, image, &media,
              description && *description
                  ? book_clean(description)
                  : cover_description(book));
    return TRUE;
}

/* What is shown of the words belongs to the caller, in own. */
static void
cover_words_of_one(const A2bBook *book, CoverWords *words, char *own[2])
{
    const A2bMeta *meta = book_only_meta(book);

    words->subtitle = meta->subtitle;
    words->kicker = meta->kicker;
    words->date = own[0] = book_date_shown(book);
}

static void
cover_words_of_many(const A2bBook *book, CoverWords *words, char *own[2])
{
    g_autofree char *days = book_days_shown(book);
    g_autofree char *count = book_count_shown(book);
    gboolean shown = !days || strstr(words->title, days);

    words->kicker = book->series;
    words->subtitle = own[0] = book_first_titles(book);
    words->date = own[1] = shown ? g_steal_pointer(&count)
        : g_strdup_printf("%s \xC2\xB7 %s", days, count);
}

gboolean
a2b_book_draw_cover(A2bBook *book, A2bDiag *diag G_GNUC_UNUSED,
                    GError **error)
{
    const TypesetModule *typeset;
    g_autofree const char **authors = NULL;
    g_autofree char *title = NULL, *names = NULL;
    g_autoptr(GBytes) image = NULL;
    CoverWords words = { 0 };
    char *own[2] = { NULL, NULL };
    Media media;

    g_return_val_if_fail(book, FALSE);

    if (!(typeset = module_table("typeset", error)))
        return FALSE;
    title = book_title(book);
    authors = book_authors(book);
    names = g_strjoinv(", ", (char **) authors);
    words.title = title;
    if (book_only_meta(book)
        || g_strv_length((char **) authors) <= MOST_AUTHORS)
        words.authors = names;
    words.publisher = book_publisher(book);
    words.language = book_language(book);
    (book_only_meta(book) ? cover_words_of_one
                          : cover_words_of_many)(book, &words, own);
    image = typeset->draw_cover(&words, error);
    g_free(own[0]);
    g_free(own[1]);
    if (!image)
        return FALSE;
    if (!media_sniff(image, &media)) {
        g_set_error(error, A2B_ERROR, A2B_ERROR_RESOURCE,
                    "the cover was drawn in a form that is not known");
        return FALSE;
    }
    cover_set(book, image, &media, cover_description(book));
    return TRUE;
}
