/* SPDX-License-Identifier: MIT */
/* What a word may mean, by a hash of its lower-case form. */
#include "read/wordtable.h"

#include <string.h>

#define WORD_BYTES 64           /* no word of a table is longer */

typedef struct {
    const char *str;            /* in the row, '_' for a blank */
    guint16 len;
    guint32 bits;
} Word;

struct WordTable {
    Word *words;                /* words[0] stands for what is not there */
    guint16 *slots;             /* index of a word, or 0 */
    guint n_words;
    guint mask;                 /* number of slots - 1 */
};

static char
blank(char c)
{
    return c == '_' ? ' ' : c;
}

static guint32
hash(const char *str, gsize len)
{
    guint32 h = 2166136261u;

    for (gsize i = 0; i < len; i++)
        h = (h ^ (guchar) blank(str[i])) * 16777619u;
    return h ^ h >> 15;
}

static gboolean
same(const Word *word, const char *str, gsize len)
{
    if (word->len != len)
        return FALSE;
    for (gsize i = 0; i < len; i++)
        if (blank(word->str[i]) != blank(str[i]))
            return FALSE;
    return TRUE;
}

/* The word's slot, or the free one where it belongs. */
static guint16 *
slot(const WordTable *table, const char *str, gsize len)
{
    guint i = hash(str, len) & table->mask;

    while (table->slots[i] != 0
           && !same(&table->words[table->slots[i]], str, len))
        i = (i + 1) & table->mask;
    return &table->slots[i];
}

static void
add(WordTable *table, const WordRow *row, const char *str, gsize len,
    guint group)
{
    guint16 *index = slot(table, str, len);

    if (*index == 0) {
        *index = (guint16) ++table->n_words;
        table->words[*index] = (Word) { .str = str, .len = (guint16) len };
    }
    Word *word = &table->words[*index];
    if (row->shift > 0 && (word->bits >> row->shift & 15) == 0)
        word->bits |= group << row->shift;
    word->bits |= row->bits;
}

static void
add_row(WordTable *table, const WordRow *row)
{
    const char *start = row->list;
    guint group = 1;

    for (const char *p = start;; p++) {
        if (*p != ' ' && *p != '|' && *p != '\0')
            continue;
        if (p > start)
            add(table, row, start, (gsize) (p - start), group);
        if (*p == '\0')
            return;
        group += *p == '|';
        start = p + 1;
    }
}

WordTable *
wordtable_new(const WordRow *rows, gsize n_rows)
{
    WordTable *table = g_new0(WordTable, 1);
    gsize bytes = 0;
    guint size = 64;

    for (gsize i = 0; i < n_rows; i++)
        bytes += strlen(rows[i].list) + 1;
    /* No word has less than a letter and the blank after it. */
    while (size <= bytes / 2)
        size *= 2;
    table->mask = size - 1;
    table->slots = g_new0(guint16, size);
    table->words = g_new(Word, bytes / 2 + 1);
    table->words[0] = (Word) { .str = "" };
    for (gsize i = 0; i < n_rows; i++)
        add_row(table, &rows[i]);
    return table;
}

void
wordtable_free(WordTable *table)
{
    if (table == NULL)
        return;
    g_free(table->slots);
    g_free(table->words);
    g_free(table);
}

/* Writes the lower-case form of str to out (WORD_BYTES); its length, 0 if
 * it does not fit.  *marks: it holds combining accents. */
static gsize
lower(const char *str, gsize len, char *out, gboolean *marks)
{
    gsize n = 0;

    *marks = FALSE;
    for (const char *p = str; p < str + len;) {
        if ((guchar) *p < 0x80) {
            if (n + 1 > WORD_BYTES)
                return 0;
            out[n] = *p++;
            out[n] |= (guchar) (out[n] - 'A') < 26 ? 0x20 : 0;
            n++;
            continue;
        }
        gunichar c = g_utf8_get_char(p);
        if (n + 6 > WORD_BYTES)
            return 0;
        *marks |= c >= 0x300 && c < 0x370;
        n += (gsize) g_unichar_to_utf8(g_unichar_tolower(c), out + n);
        p = g_utf8_next_char(p);
    }
    return n;
}

static guint32
find(const WordTable *table, const char *str, gsize len)
{
    return table->words[*slot(table, str, len)].bits;
}

guint32
wordtable_find(const WordTable *table, const char *str, gsize len)
{
    char folded[WORD_BYTES];
    gboolean marks;
    gsize n = len <= WORD_BYTES ? lower(str, len, folded, &marks) : 0;

    if (n == 0)
        return 0;
    if (marks) {
        g_autofree char *whole =
            g_utf8_normalize(folded, (gssize) n, G_NORMALIZE_NFC);
        return whole ? find(table, whole, strlen(whole)) : 0;
    }
    return find(table, folded, n);
}
