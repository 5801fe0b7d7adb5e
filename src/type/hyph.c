/* SPDX-License-Identifier: MIT */
/* Decides where a word may be divided (F. Liang, as in hyph.h).  Compounds
 * are first parted by patterns of their own, as libhyphen does it (L. Nemeth,
 * Automatic non-standard hyphenation in OpenOffice.org, TUGboat 27, 2006);
 * places where the spelling would change are left out. */
#include "type/hyph.h"

#include <string.h>

#include "hyph/format.h"
#include "type/hyph_find.h"

#define LEAST_LEFT 2
#define LEAST_RIGHT 3

/* A word with a dot on either side. */
typedef struct {
    guint n;                            /* letters, without the dots */
    guint8 letters[HYPH_WORD_MOST + 2]; /* as the patterns number them */
    guint8 last[HYPH_WORD_MOST + 2];    /* which character of the word ends
                                         * a letter: accents may follow it */
    guint8 values[HYPH_WORD_MOST + 3];  /* before each letter */
} HyphWord;

/* The number of a letter in the patterns. */
static guint8
hyph_number(const Hyph *hyph, gunichar c)
{
    guint low = 0, high = hyph->head->n_letters;

    if (c < HYPH_LOW)
        return hyph->low[c];
    while (low < high) {
        guint middle = (low + high) / 2;
        if (hyph->letters[middle] == c)
            return (guint8) (middle + 1);
        if (hyph->letters[middle] < c)
            low = middle + 1;
        else
            high = middle;
    }
    return 0;
}

/* Follows letter from *node, if an edge leaves it for that: those before it
 * are counted. */
static gboolean
hyph_follow(const Hyph *hyph, guint32 *node, guint letter)
{
    const guint n_masks = hyph->head->n_masks;
    const guint64 *masks = hyph->masks + (gsize) *node * n_masks;
    const guint64 bit = G_GUINT64_CONSTANT(1) << letter % 64;
    const guint mask = letter / 64;
    guint edge = hyph->nodes[*node].edge;

    if (mask >= n_masks || !(masks[mask] & bit))
        return FALSE;
    if (mask > 0)
        edge += (guint) __builtin_popcountll(masks[0]);
    edge += (guint) __builtin_popcountll(masks[mask] & (bit - 1));
    *node = hyph->edges[edge];
    return TRUE;
}

static void
hyph_apply(const guint8 *match, guint8 *values)
{
    guint8 *v = values + match[0];

    for (guint i = 0; i < match[1]; i++)
        if ((match[2 + i] & HYPH_VALUE) > (v[i] & HYPH_VALUE))
            v[i] = match[2 + i];
}

/* Finds the values of n letters, by the patterns of root. */
static void
hyph_match(const Hyph *hyph, guint32 root, const guint8 *letters, guint n,
           guint8 *values)
{
    guint8 taken[HYPH_WORD_MOST + 2] = { 0 };   /* by a longer one */

    memset(values, 0, n + 1);
    for (guint start = 0; start < n; start++) {
        guint32 node = root;
        for (guint i = start; i < n; i++) {
            if (!hyph_follow(hyph, &node, letters[i]))
                break;
            if (hyph->nodes[node].match && !taken[i])
                hyph_apply(hyph->values + hyph->nodes[node].match,
                           values + start);
            taken[i] = (guint8) hyph->head->longest;
        }
    }
}

/* The same for the part of word from letter start (from 1) up to end, as
 * if it were a word; values beyond the part are left alone. */
static void
hyph_match_part(const Hyph *hyph, guint32 root, HyphWord *word, guint start,
                guint end)
{
    guint8 before = word->letters[start - 1], after = word->letters[end];
    guint8 values[HYPH_WORD_MOST + 3];

    word->letters[start - 1] = word->letters[end] = hyph->dot;
    hyph_match(hyph, root, word->letters + start - 1, end - start + 2,
               values);
    word->letters[start - 1] = before;
    word->letters[end] = after;
    memcpy(word->values + start + 1, values + 2, end - start - 1);
}

/* A part that is no compound. */
static void
hyph_part(const Hyph *hyph, HyphWord *word, guint start, guint end)
{
    guint left = start > 1 ? hyph->head->inner_left : 0;
    guint right = end <= word->n ? hyph->head->inner_right : 0;

    hyph_match_part(hyph, hyph->head->root[1], word, start, end);
    for (guint i = start + 1; i < end; i++)
        if (i - start < left || end - i < right)
            word->values[i] = 0;
}

/* Parts compounds until no more parts are found in any part. */
static void
hyph_compound(const Hyph *hyph, HyphWord *word)
{
    guint8 ends[HYPH_WORD_MOST + 1];    /* of parts, the next one last */
    guint start = 1, n = 0;

    ends[n++] = (guint8) (word->n + 1);
    while (n > 0) {
        guint end = ends[n - 1], before = n;
        if (end - start > 1)
            hyph_match_part(hyph, hyph->head->root[0], word, start, end);
        for (guint i = end - 1; end - start > 1 && i > start; i--)
            if (word->values[i] & 1)
                ends[n++] = (guint8) i;
        if (n > before)
            continue;
        if (end - start > 1)
            hyph_part(hyph, word, start, end);
        start = end;
        n--;
    }
}

static gboolean
hyph_is_accent(gunichar c)
{
    return c >= 0x300 && c < 0x370;
}

/* Lower case, accents joined to their letters; FALSE if it is too long. */
static gboolean
hyph_fold(const Hyph *hyph, HyphWord *word, const char *str, gsize len)
{
    gunichar last = 0;
    guint n = 0, at = 0;

    for (const char *p = str; p < str + len; p = g_utf8_next_char(p), at++) {
        gunichar c = (guchar) *p < 128
            ? (gunichar) g_ascii_tolower(*p)
            : g_unichar_tolower(g_utf8_get_char(p)), both;
        if (at >= HYPH_WORD_MOST)
            return FALSE;
        if (hyph_is_accent(c) && g_unichar_compose(last, c, &both)) {
            c = both;
            n--;
        }
        word->letters[++n] = hyph_number(hyph, last = c);
        word->last[n] = (guint8) at;
    }
    word->letters[0] = word->letters[n + 1] = hyph->dot;
    word->n = n;
    return TRUE;
}

guint64
hyph_word(const Hyph *hyph, const char *str, gsize len)
{
    const guint left = MAX(LEAST_LEFT, hyph->head->left);
    const guint right = MAX(LEAST_RIGHT, hyph->head->right);
    HyphWord word;
    guint64 places = 0;

    if (!hyph_fold(hyph, &word, str, len) || word.n < left + right)
        return 0;
    if (hyph->head->root[0] == G_MAXUINT32)
        hyph_part(hyph, &word, 1, word.n + 1);
    else
        hyph_compound(hyph, &word);
    for (guint i = left; i + right <= word.n; i++)
        if ((word.values[i + 1] & (HYPH_SPELLING | 1)) == 1)
            places |= G_GUINT64_CONSTANT(1) << word.last[i];
    return places;
}
