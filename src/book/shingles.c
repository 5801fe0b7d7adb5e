/* SPDX-License-Identifier: MIT */
/* What two texts have in common: shingles of words (Broder, On the
 * resemblance and containment of documents, 1997), sampled by their hash
 * so that a part of a text is sampled where the whole is. */
#include "book/shingles.h"

#include <string.h>

enum {
    START = 150,            /* shingles of which more are in the sample, so
                             * that short articles have enough */
    HEAD = 26,              /* shingles: the first thirty words */
};

/* One shingle of so many is taken at the start, and of the others: powers
 * of two. */
typedef struct {
    guint start, rest;
} Share;

static const Share sampled = { 8, 32 };
static const Share whole = { 1, 1 };

/* A set of hashes, open addressing; 0 is no hash. */
typedef struct {
    guint64 *slots;
    guint size, mask;       /* mask: of those in use, a power of two - 1 */
} Set;

/* Bit of a hash in the set that is no part of it. */
#define IN_SECOND G_GUINT64_CONSTANT(1)

struct Shingles {
    Fold *fold;
    GArray *words;          /* of guint64 */
    GArray *of[2];          /* shingles of the two that are compared */
    Set set;
};

Shingles *
shingles_new(void)
{
    Shingles *shingles = g_new0(Shingles, 1);

    shingles->fold = fold_new();
    shingles->words = g_array_new(FALSE, FALSE, sizeof(guint64));
    for (guint i = 0; i < 2; i++)
        shingles->of[i] = g_array_new(FALSE, FALSE, sizeof(guint64));
    return shingles;
}

void
shingles_free(Shingles *shingles)
{
    if (!shingles)
        return;
    fold_free(shingles->fold);
    g_array_unref(shingles->words);
    for (guint i = 0; i < 2; i++)
        g_array_unref(shingles->of[i]);
    g_free(shingles->set.slots);
    g_free(shingles);
}

/* The finalizer of MurmurHash3: each bit of the words touches all of it. */
static inline guint64
shingles_mix(guint64 h)
{
    h ^= h >> 33;
    h *= G_GUINT64_CONSTANT(0xff51afd7ed558ccd);
    h ^= h >> 33;
    h *= G_GUINT64_CONSTANT(0xc4ceb9fe1a85ec53);
    h ^= h >> 33;
    return h | 2;
}

/* A shingle is a number with its words as digits, mixed. */
#define SHINGLE_BASE G_GUINT64_CONSTANT(0x9e3779b97f4a7c15)
#define SHINGLE_TOP (SHINGLE_BASE * SHINGLE_BASE * SHINGLE_BASE * SHINGLE_BASE)
G_STATIC_ASSERT(SHINGLE_WORDS == 5);

/* Of all words of the first shingle but the last. */
static guint64
shingles_start(const guint64 *words)
{
    guint64 h = 0;

    for (guint i = 0; i < SHINGLE_WORDS - 1; i++)
        h = h * SHINGLE_BASE + words[i];
    return h;
}

/* The shingle at words, whose number without the last *h is; makes it that
 * of the next one. */
static inline guint64
shingles_next(guint64 *h, const guint64 *words)
{
    guint64 number = *h * SHINGLE_BASE + words[SHINGLE_WORDS - 1];

    *h = number - words[0] * SHINGLE_TOP;
    return shingles_mix(number);
}

/* Reads the words of the next block behind the last words of the one
 * before it, from which shingles go on. */
static guint
shingles_read(Shingles *shingles, const A2bBlock *block)
{
    GArray *words = shingles->words;

    if (words->len >= SHINGLE_WORDS)
        g_array_remove_range(words, 0, words->len - (SHINGLE_WORDS - 1));
    return fold_hashes(shingles->fold, block->text->str, block->text->len,
                       words);
}

static guint
shingles_count(const Shingles *shingles)
{
    return shingles->words->len < SHINGLE_WORDS
        ? 0 : shingles->words->len - (SHINGLE_WORDS - 1);
}

/* Puts one of so many of n shingles at words, whose number is *number, where
 * room is for all; returns where the next is put. */
static guint64 *
shingles_some(guint64 *number, const guint64 *words, guint n, guint one_in,
              guint64 *to)
{
    guint64 at = *number;

    for (guint i = 0; i < n; i++) {
        guint64 h = shingles_next(&at, words + i);

        *to = h;
        /* The low bits are not all free. */
        to += (h >> 40 & (one_in - 1)) == 0;
    }
    *number = at;
    return to;
}

/* Appends a share of the shingles of what was read, before which so many
 * were; returns how many there are now. */
static guint
shingles_take(const Shingles *shingles, guint before, const Share *share,
              GArray *taken)
{
    const guint64 *words = (guint64 *) (void *) shingles->words->data;
    guint n = shingles_count(shingles), had = taken->len;
    guint start = before < START ? MIN(n, START - before) : 0;
    guint64 number, *first, *to;

    if (n == 0)
        return before;
    number = shingles_start(words);
    g_array_set_size(taken, had + n);
    first = (guint64 *) (void *) taken->data;
    to = shingles_some(&number, words, start, share->start, first + had);
    to = shingles_some(&number, words + start, n - start, share->rest, to);
    g_array_set_size(taken, to - first);
    return before + n;
}

void
shingles_sum(Shingles *shingles, const A2bArticle *article, ShingleSum *sum)
{
    GArray *taken = shingles->of[0];
    const A2bBlock *root = a2b_article_root(article), *b = root;
    guint read = 0;

    *sum = (ShingleSum) { 0 };
    g_array_set_size(taken, 0);
    g_array_set_size(shingles->words, 0);
    while ((b = book_next_block(b, root))) {
        guint before = MIN(shingles->words->len, SHINGLE_WORDS - 1);
        guint alone = shingles_read(shingles, b);
        const guint64 *words = (guint64 *) (void *) shingles->words->data;

        sum->size += 2 * (shingles->words->len - before) - alone;
        for (guint i = before; i < shingles->words->len; i++)
            sum->text = (sum->text ^ words[i]) * SHINGLE_BASE;
        read = shingles_take(shingles, read, &sampled, taken);
    }
    sum->n = taken->len;
    sum->sample = g_memdup2(taken->data, taken->len * sizeof(guint64));
}

static void
shingles_all(Shingles *shingles, const A2bArticle *article, GArray *all)
{
    const A2bBlock *root = a2b_article_root(article), *b = root;

    g_array_set_size(shingles->words, 0);
    g_array_set_size(all, 0);
    while ((b = book_next_block(b, root))) {
        shingles_read(shingles, b);
        shingles_take(shingles, 0, &whole, all);
    }
}

static void
set_clear(Set *set, guint n)
{
    guint size = 64;

    while (size < 2 * n)
        size *= 2;
    if (size > set->size) {
        g_free(set->slots);
        set->slots = g_new(guint64, size);
        set->size = size;
    }
    memset(set->slots, 0, sizeof *set->slots * size);
    set->mask = size - 1;
}

static guint64 *
set_slot(const Set *set, guint64 h)
{
    guint at = h >> 16 & set->mask;

    while (set->slots[at] && (set->slots[at] | IN_SECOND) != (h | IN_SECOND))
        at = (at + 1) & set->mask;
    return &set->slots[at];
}

/* Counts different hashes of a, of b, and of both. */
static void
set_compare(Set *set, const GArray *a, const GArray *b, ShingleShare *share)
{
    set_clear(set, a->len + b->len);
    for (guint i = 0; i < a->len; i++) {
        guint64 h = g_array_index(a, guint64, i), *slot = set_slot(set, h);

        share->a += *slot == 0;
        *slot = h & ~IN_SECOND;
    }
    for (guint i = 0; i < b->len; i++) {
        guint64 h = g_array_index(b, guint64, i), *slot = set_slot(set, h);

        if (*slot & IN_SECOND)
            continue;
        share->b++;
        share->common += *slot != 0;
        *slot = h | IN_SECOND;
    }
}

ShingleShare
shingles_share(Shingles *shingles, const A2bArticle *a, const A2bArticle *b)
{
    GArray *of_a = shingles->of[0], *of_b = shingles->of[1];
    ShingleShare share = { 0 };

    shingles_all(shingles, a, of_a);
    shingles_all(shingles, b, of_b);
    set_compare(&shingles->set, of_a, of_b, &share);
    share.head = MIN(of_a->len, HEAD);
    for (guint i = 0; i < share.head; i++)
        share.head_common += *set_slot(&shingles->set, g_array_index(
            of_a, guint64, i)) & IN_SECOND;
    return share;
}

static void
shingles_title(Shingles *shingles, const char *title, GArray *words)
{
    g_array_set_size(words, 0);
    fold_hashes(shingles->fold, title, strlen(title), words);
    for (guint i = 0; i < words->len; i++)
        g_array_index(words, guint64, i) =
            shingles_mix(g_array_index(words, guint64, i));
}

guint
shingles_titles(Shingles *shingles, const char *a, const char *b)
{
    GArray *of_a = shingles->of[0], *of_b = shingles->of[1];
    ShingleShare s = { 0 };

    shingles_title(shingles, a, of_a);
    shingles_title(shingles, b, of_b);
    set_compare(&shingles->set, of_a, of_b, &s);
    return s.a + s.b ? 100 * s.common / (s.a + s.b - s.common) : 100;
}
