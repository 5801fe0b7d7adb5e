/* SPDX-License-Identifier: MIT */
/*
 * Where words may be divided.
 *
 * The patterns (F. Liang, Word Hy-phen-a-tion by Com-put-er, 1983) are those
 * of the distribution's hyphen-* packages, compiled when the program is
 * built into flat automata that are mapped, not parsed, when it runs.
 */
#pragma once

#include <glib.h>

typedef struct Hyph Hyph;

/* The table for language (BCP 47; "en" is American, "en-GB" British; the
 * nearest there is), NULL if there is none.  Shared and never freed; safe
 * to use from several threads. */
const Hyph *hyph_for(const char *language);

#define HYPH_WORD_MOST 63       /* characters; longer words stay whole */

/* A set of places in a word (letters only, valid UTF-8, any case): bit i is
 * set where it may be divided after its character i (from 0), as the
 * language's own least number of letters at either end allows, never fewer
 * than two before and three after. */
guint64 hyph_word(const Hyph *hyph, const char *word, gsize len);
