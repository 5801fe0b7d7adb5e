/* SPDX-License-Identifier: MIT */
/* How much a line is like a title. */
#pragma once

#include <glib.h>

/* Longer lines are no titles. */
#define TITLES_WORDS 48

typedef struct {
    const char *str;        /* folded; not ended by a NUL */
    guint len;
    guint weight;           /* long words say more than short ones */
    guint64 hash;
} TitlesWord;

/* The words of a folded string; more than TITLES_WORDS: 0. */
guint titles_words(const char *folded, TitlesWord words[TITLES_WORDS]);

/* 0..100.  cut: the line says itself that its end is not there. */
guint titles_likeness(const TitlesWord *line, guint n_line, gboolean cut,
                      const TitlesWord *title, guint n_title);
