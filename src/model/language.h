/* SPDX-License-Identifier: MIT */
/* Which language a text is in: by script, by its small words, and only
 * where these do not settle it by the guess module. */
#pragma once

#include <glib.h>

/* BCP 47 ("en", "pt", "zh-Hant", "sr-Cyrl"); NULL if the text does not say.
 * Free with g_free(). */
char *language_guess(const char *text, gsize len);

/* Whether a language (BCP 47, may be NULL) is a range, which "zh-Hant" is of
 * "zh", or begins with the len bytes of one. */
gboolean language_is(const char *language, const char *range);
gboolean language_begins(const char *language, const char *range, gsize len);

/* Whether a language is written from right to left. */
gboolean language_is_rtl(const char *language);
