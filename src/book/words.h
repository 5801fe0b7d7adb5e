/* SPDX-License-Identifier: MIT */
/* The few words that a book says of its own accord, by language. */
#pragma once

#include <glib.h>

typedef enum {
    WORD_CONTENTS,
    WORD_COVER,
    WORD_TITLE_PAGE,
    WORD_LANDMARKS,
    WORD_START,             /* "Start of content" */
    WORD_SOURCE,
    WORD_RELATED,
    WORD_EDITOR_NOTE,
    WORD_BIO,
    WORD_FACTS,
    WORD_NOTICE,
    WORD_CONTRIBUTORS,
    WORD_DIGEST,            /* title of a book of several articles */
    WORD_LINKS,             /* above the addresses of links on paper */
    WORD_MORE,              /* section of what belongs to no other */
    WORD_IN_BOOK,           /* above articles of this book */
    WORD_SOURCES,           /* where all articles were taken from */
    WORD_INDEX,             /* of authors and sources */
    WORD_MINUTES,           /* short, after a number */
    WORD_PAGES,
    WORD_PAGE,              /* "page #": WORD_NUMBER stands for its number */
    WORD_ARTICLES,          /* "# articles": the same; more than one */
} Word;
#define N_WORDS (WORD_ARTICLES + 1)
#define WORD_NUMBER '#'

/* word in language (BCP 47), in English if we do not know it; static. */
const char *words_say(const char *language, Word word);
