/* SPDX-License-Identifier: MIT */
/* The words of an article, and what it shares with another. */
#pragma once

#include "book/book.h"
#include "book/fold.h"

/* Words in a shingle. */
#define SHINGLE_WORDS 5

/* An article read once. */
typedef struct {
    guint64 text;           /* hash of all its words, in order */
    guint size;             /* halves of words: a character of a script
                             * without blanks is half a word */
    guint64 *sample;        /* those of its shingles that any text would be
                             * sampled by; owned */
    guint n;
} ShingleSum;

typedef struct {
    guint a, b;             /* different shingles of each */
    guint common;
    guint head, head_common;/* at the beginning of the first, and how many
                             * of these the second has anywhere */
} ShingleShare;

/* Buffers that are used again for each article. */
typedef struct Shingles Shingles;

Shingles *shingles_new(void);
void shingles_free(Shingles *shingles);

/* Reads an article into *sum; free its sample with g_free(). */
void shingles_sum(Shingles *shingles, const A2bArticle *article,
                  ShingleSum *sum);

/* Compares two articles by all their shingles. */
ShingleShare shingles_share(Shingles *shingles, const A2bArticle *a,
                            const A2bArticle *b);

/* Share of the words of one title that the other has, of both, in per
 * cent; 100 if they say the same. */
guint shingles_titles(Shingles *shingles, const char *a, const char *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Shingles, shingles_free)
