/* SPDX-License-Identifier: MIT */
/* Folios of front matter. */
#pragma once

#include <glib.h>

/* "iv" of 4: Roman numerals as PDF's page labels of style r write them
 * (ISO 32000-1, table 159).  Free with g_free(). */
char *roman_dup(guint number);

/* 4 of "iv"; 0 if text is no number as roman_dup() writes it. */
guint roman_value(const char *text);
