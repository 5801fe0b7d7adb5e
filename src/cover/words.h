/* SPDX-License-Identifier: MIT */
/* Words as they can be set in lines of our own. */
#pragma once

#include <glib.h>

/* str with runs of blanks, line ends and controls as one blank, without
 * those at its ends, and no longer than most characters (cut between words
 * where that can be, with an ellipsis).  NULL if str is NULL or nothing is
 * left.  Free with g_free(). */
char *words_tidy(const char *str, guint most);

/* Whether str is read from right to left, by its first letter. */
gboolean words_are_rtl(const char *str);

/* Whether all letters of str are Latin. */
gboolean words_are_latin(const char *str);

/* str in capitals, the same in every locale.  Free with g_free(). */
char *words_capitals(const char *str);
