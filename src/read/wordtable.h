/* SPDX-License-Identifier: MIT */
/*
 * Tables of words of many languages: what a word may mean, whatever its
 * case.  A word that stands in several rows gets the bits of all of them.
 */
#pragma once

#include <glib.h>

/* list: groups parted by '|', words in a group by blanks, a blank within a
 * word written as '_'.  Every word gets bits; with shift > 0 also the
 * number of its group (1 to 15) at that shift, unless an earlier row has
 * given it one there. */
typedef struct {
    const char *list;
    guint32 bits;
    guint shift;
} WordRow;

typedef struct WordTable WordTable;

/* rows must live as long as the table. */
WordTable *wordtable_new(const WordRow *rows, gsize n_rows);
void wordtable_free(WordTable *table);

/* The bits of a word of valid UTF-8, 0 if it is not in the table. */
guint32 wordtable_find(const WordTable *table, const char *str, gsize len);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(WordTable, wordtable_free)
