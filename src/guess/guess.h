/* SPDX-License-Identifier: MIT */
/* What the guess module offers: character sets and languages. */
#pragma once

#include <glib.h>

#define GUESS_SHORT_TEXT 80     /* bytes; fewer do not tell the language */

typedef struct {
    /* Character set of bytes that are no Unicode, as iconv knows it;
     * NULL if nothing is likely.  Free with g_free(). */
    char *(*charset)(const char *bytes, gsize len);

    /* BCP 47 language of valid UTF-8 text, NULL if unsure.  Free with
     * g_free(). */
    char *(*language)(const char *text, gsize len);
} GuessModule;
