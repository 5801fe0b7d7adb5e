/* SPDX-License-Identifier: MIT */
/* What a text is written with: letters by script, small words and letters
 * by the language that has them. */
#pragma once

#include <glib.h>

#define N_SCRIPTS (G_UNICODE_SCRIPT_MATH + 1)

enum {
    N_LANGUAGES = 0
#define LANGUAGE(tag, script, letters, words) + 1
#include "model/language.def"
#undef LANGUAGE
};

typedef struct {
    guint scripts[N_SCRIPTS];       /* letters */
    guint n_words;
    guint words[N_LANGUAGES];       /* small ones that the language has */
    guint letters[N_LANGUAGES];     /* that its neighbours do not have */
} LanguageCensus;

/* Adds what valid UTF-8 text has; it begins and ends with a word. */
void language_count(LanguageCensus *census, const char *text, gsize len);

/* The language of what was counted, which is mostly in script; NULL if
 * none is clearly ahead.  *settled: by far. */
const char *language_by_words(const LanguageCensus *census,
                              GUnicodeScript script, gboolean *settled);
