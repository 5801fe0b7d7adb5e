/* SPDX-License-Identifier: MIT */
/* The order of titles, the same wherever the program runs. */
#pragma once

#include <glib.h>

/* A string whose strcmp() order is that of a catalogue: without the
 * leading article of language (may be NULL), without regard to case,
 * accents and punctuation, unless nothing else tells two apart; numbers by
 * value.  Free with g_free(). */
char *collate_key(const char *str, const char *language);
