/* SPDX-License-Identifier: MIT */
/* Names for ids and files. */
#pragma once

#include <glib.h>

/* "A Title: for Ünï" -> "a-title-for-uni", at most max_chars letters, cut
 * between words; letters of other scripts stay.  "" if nothing is left.
 * Free with g_free(). */
char *slug_make(const char *title, guint max_chars);
