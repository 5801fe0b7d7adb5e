/* SPDX-License-Identifier: MIT */
/*
 * Finds which of many strings a text holds, a step for each byte: an
 * automaton (Aho and Corasick, 1975) whose failures are resolved
 * beforehand.
 */
#pragma once

#include <glib.h>

typedef struct PhraseScan PhraseScan;

/* Of n strings; those that are NULL are found nowhere.  Their bytes times
 * the different ones among them are less than 65536. */
PhraseScan *phrase_scan_new(const char *const *strings, guint n);
void phrase_scan_free(PhraseScan *scan);

/* Calls found() with the number of every string that is there, in no
 * order, as often as it is there or more often. */
typedef void (*PhraseFound)(guint which, gpointer data);
void phrase_scan_walk(const PhraseScan *scan, const char *str, gsize len,
                      PhraseFound found, gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(PhraseScan, phrase_scan_free)
