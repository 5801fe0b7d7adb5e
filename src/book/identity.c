/* SPDX-License-Identifier: MIT */
/* What tells one book from another, and one state of it from the next: it
 * follows from the content, never from a clock or from chance. */
#include <string.h>

#include "base/uuid.h"
#include "book/book.h"
#include "book/dates.h"

/* The NUL parts what would otherwise run together. */
static void
identity_add(GChecksum *sum, const char *str)
{
    if (str)
        g_checksum_update(sum, (const guchar *) str, strlen(str));
    g_checksum_update(sum, (const guchar *) "", 1);
}

/* Two sums of all texts of an article. */
typedef struct { guint64 a, b; } TextSum;

static void
text_sum_word(TextSum *sum, guint64 word)
{
    word = GUINT64_FROM_LE(word);
    sum->a = (sum->a ^ word) * G_GUINT64_CONSTANT(0x9e3779b97f4a7c15);
    sum->a ^= sum->a >> 32;
    sum->b = (sum->b + word) * G_GUINT64_CONSTANT(0xc4ceb9fe1a85ec53);
    sum->b ^= sum->b >> 29;
}

/* Eight bytes at a time, multiplied and folded; the length parts texts. */
static void
text_sum_add(TextSum *sum, const char *str, gsize len)
{
    guint64 word;
    gsize at = 0;

    for (; at + sizeof word <= len; at += sizeof word) {
        memcpy(&word, str + at, sizeof word);
        text_sum_word(sum, word);
    }
    if (at < len) {
        word = 0;
        memcpy(&word, str + at, len - at);
        text_sum_word(sum, word);
    }
    text_sum_word(sum, GUINT64_TO_LE((guint64) len));
}

/* Of thousands of articles SHA-256 takes longer than all else that a book
 * knows of them; nobody gains by forging an identifier. */
static void
identity_add_sum(GChecksum *sum, const A2bBlock *root)
{
    TextSum texts = { 1, 2 };
    g_autofree char *hex = NULL;

    for (const A2bBlock *b = root; b; b = a2b_block_next(b, root))
        if (b->text)
            text_sum_add(&texts, b->text->str, b->text->len);
    hex = g_strdup_printf("%016" G_GINT64_MODIFIER "x"
                          "%016" G_GINT64_MODIFIER "x", texts.a, texts.b);
    identity_add(sum, hex);
}

static void
identity_add_texts(GChecksum *sum, const A2bBlock *root)
{
    for (const A2bBlock *b = root; b; b = a2b_block_next(b, root))
        identity_add(sum, b->text ? b->text->str : NULL);
}

/* The address alone would not do: many articles name only the front page
 * that they come from. */
char *
book_identifier(const A2bBook *book)
{
    g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
    g_autofree char *name = NULL;

    identity_add(sum, book->title);
    for (guint i = 0; i < book->articles->len; i++) {
        const A2bArticle *article = book->articles->pdata[i];
        const A2bBlock *root = a2b_article_root(article);

        identity_add(sum, a2b_article_meta(article)->source_url);
        identity_add(sum, book_article_title(article));
        if (book->articles->len > 1)
            identity_add_sum(sum, root);
        else
            identity_add_texts(sum, root);
    }
    name = g_strconcat("article2book:", g_checksum_get_string(sum), NULL);
    return uuid_urn(name);
}

/* NULL if the environment does not say, or says no time of a year with
 * four digits. */
static GDateTime *
identity_epoch(void)
{
    const char *epoch = g_getenv("SOURCE_DATE_EPOCH");
    guint64 seconds;

    if (!epoch || !g_ascii_string_to_unsigned(epoch, 10, 0,
                                              G_GUINT64_CONSTANT(253402300799),
                                              &seconds, NULL))
        return NULL;
    return g_date_time_new_from_unix_utc(seconds);
}

char *
book_modified(const A2bBook *book)
{
    g_autoptr(GDateTime) epoch = identity_epoch();
    Date date = { 1980, 1, 1 };

    if (epoch)
        return g_date_time_format(epoch, "%Y-%m-%dT%H:%M:%SZ");
    dates_parse(book_date(book), &date);
    return g_strdup_printf("%04d-%02d-%02dT00:00:00Z", date.year,
                           MAX(date.month, 1), MAX(date.day, 1));
}
