/* SPDX-License-Identifier: MIT */
/* What one pass over a unit's text counts: enough to say of most units
 * that they are no date, no address, no label and so on. */
#pragma once

#include "read/txt_unit.h"

typedef enum {
    SEEN_OTHER,
    SEEN_BLANK,             /* ' ' alone */
    SEEN_UPPER, SEEN_LOWER,
    SEEN_LETTER,            /* of scripts without case */
    SEEN_DIGIT,
    SEEN_NUMBER,            /* other numbers: Roman ones, fractions */
    SEEN_DOT, SEEN_COLON, SEEN_COMMA, SEEN_SLASH, SEEN_DASH, SEEN_AT,
    SEEN_LESS, SEEN_BRACKET, SEEN_BEYOND,
    N_SEEN
} Seen;

#define TXT_LOOK 600        /* bytes of a unit whose letters are counted */

typedef struct {
    guint of[N_SEEN];       /* characters of each kind in the first
                             * TXT_LOOK bytes; SEEN_BEYOND: those beyond
                             * ASCII, which are of another kind, too */
    guint letters, characters, columns;
    guint words, capital_words, small_words, sentences;
    gunichar first, last;
} TxtGlance;

void txt_glance(const char *str, gsize len, TxtGlance *glance);
