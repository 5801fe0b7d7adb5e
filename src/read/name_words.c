/* SPDX-License-Identifier: MIT */
/* The words of names and bylines in many languages. */
#include "read/name_words.h"

#define WORDS(bits, list) { list, bits, 0 },

static const WordRow rows[] = {
#include "read/name_words.def"
};

guint32
name_word(const char *str, gsize len)
{
    static WordTable *table;

    if (g_once_init_enter(&table))
        g_once_init_leave(&table, wordtable_new(rows, G_N_ELEMENTS(rows)));
    return wordtable_find(table, str, len);
}
