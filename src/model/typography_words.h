/* SPDX-License-Identifier: MIT */
/* Lists of words that are asked about far more often than they answer. */
#pragma once

#include <glib.h>

typedef struct {
    const char *words;      /* parted by blanks */
    guint16 lengths[128];   /* by the low bits of the last byte: bit n is
                             * set where a word has n bytes */
} WordSet;

/* words is borrowed; none of its words has more than 15 bytes. */
void word_set_init(WordSet *set, const char *words);

/* Whether a word of set may end with byte last; now and then TRUE although
 * none does. */
gboolean word_set_may_end(const WordSet *set, char last);

gboolean word_set_has(const WordSet *set, const char *word, gsize len);

/* The next of the words parted by blanks at *words, which moves on; NULL:
 * no more. */
const char *word_next(const char **words, gsize *len);
