/* SPDX-License-Identifier: MIT */
/* Languages told apart by their small words and letters. */
#pragma once

#include <glib.h>

/* The language of valid UTF-8 text, which is mostly in script; NULL if
 * none is clearly ahead.  *enough: whether there is enough text to ask
 * somebody else. */
const char *language_by_words(const char *text, GUnicodeScript script,
                              gboolean *enough);
