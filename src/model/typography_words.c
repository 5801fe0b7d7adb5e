/* SPDX-License-Identifier: MIT */
/* Whether a word is in a list: seldom, so that "no" is quick. */
#include "model/typography_words.h"

#include <string.h>

const char *
word_next(const char **words, gsize *len)
{
    const char *word = *words + (**words == ' ');

    *len = strcspn(word, " ");
    *words = word + *len;
    return *len ? word : NULL;
}

void
word_set_init(WordSet *set, const char *words)
{
    const char *rest = words, *word;
    guint n = 0;
    gsize len;

    *set = (WordSet) { .words = words };
    while (word_next(&rest, &len))
        n++;
    g_assert(n < 256);
    set->entries = g_new0(WordEntry, n + 1);
    for (rest = words, n = 1; (word = word_next(&rest, &len)); n++) {
        guint8 *first = &set->first[(guchar) word[len - 1]];

        set->entries[n] = (WordEntry) {
            .at = (guint16) (word - words), .len = (guint8) len,
            .next = *first,
        };
        *first = (guint8) n;
    }
}

/* The entry of the longest word not over max bytes that ends at end. */
static const WordEntry *
longest(const WordSet *set, const char *end, gsize max)
{
    const WordEntry *found = NULL;

    for (guint n = max ? set->first[(guchar) end[-1]] : 0; n;
         n = set->entries[n].next) {
        const WordEntry *entry = &set->entries[n];

        if (entry->len > max || (found && entry->len <= found->len))
            continue;
        const char *word = set->words + entry->at, *here = end - entry->len;
        if (*word == *here && memcmp(word, here, entry->len) == 0)
            found = entry;
    }
    return found;
}

gboolean
word_set_has(const WordSet *set, const char *word, gsize len)
{
    const WordEntry *found = longest(set, word + len, len);

    return found && found->len == len;
}

gsize
word_set_ends(const WordSet *set, const char *str, gsize at)
{
    const WordEntry *found = longest(set, str + at, at);

    return found ? found->len : 0;
}
