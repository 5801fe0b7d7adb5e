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

static guint
slot(char last)
{
    return (guchar) last & 0x7F;
}

void
word_set_init(WordSet *set, const char *words)
{
    const char *word;
    gsize len;

    *set = (WordSet) { .words = words };
    while ((word = word_next(&words, &len)))
        set->lengths[slot(word[len - 1])] |= (guint16) (1 << len);
}

gboolean
word_set_may_end(const WordSet *set, char last)
{
    return set->lengths[slot(last)] != 0;
}

gboolean
word_set_has(const WordSet *set, const char *word, gsize len)
{
    const char *words = set->words, *listed;
    gsize n;

    if (len == 0 || len > 15 || !(set->lengths[slot(word[len - 1])] >> len & 1))
        return FALSE;
    while ((listed = word_next(&words, &n)))
        if (n == len && memcmp(listed, word, len) == 0)
            return TRUE;
    return FALSE;
}
