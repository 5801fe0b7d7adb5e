/* SPDX-License-Identifier: MIT */
/* Lists of words that are asked about far more often than they answer. */
#pragma once

#include <glib.h>

/* One word, and where the next is that ends with the same byte. */
typedef struct {
    guint16 at;             /* byte of words */
    guint8 len, next;       /* next: as in first */
} WordEntry;

typedef struct {
    const char *words;
    WordEntry *entries;     /* counted from 1 */
    guint8 first[256];      /* by the last byte; 0: none ends with it */
} WordSet;

/* words, at most 255, are parted by blanks and borrowed; the set is for
 * ever. */
void word_set_init(WordSet *set, const char *words);

gboolean word_set_has(const WordSet *set, const char *word, gsize len);

/* Bytes of the longest word of set that str (at bytes) ends with; 0: with
 * none. */
gsize word_set_ends(const WordSet *set, const char *str, gsize at);

/* The next of the words parted by blanks at *words, which moves on; NULL:
 * no more. */
const char *word_next(const char **words, gsize *len);
