/* SPDX-License-Identifier: MIT */
/* The smallest automaton for words that are added in order. */
#pragma once

#include "hyph/format.h"

#define AUTOMATON_LETTERS 64    /* of a word, at most */

typedef struct Automaton Automaton;
Automaton *automaton_new(void);
void automaton_free(Automaton *automaton);

/* Where these bytes (at most 255) are among the values. */
guint32 automaton_match(Automaton *automaton, const guint8 *bytes, gsize n);

/* Adds a word, greater than the one before it, that ends with match.
 * Letters are numbers from 1 to HYPH_LETTERS. */
void automaton_add(Automaton *automaton, const guint8 *letters, guint n,
                   guint32 match);

/* No more words of this kind: the root of what has been added. */
guint32 automaton_root(Automaton *automaton);

/* Appends all to flat, with the letters' code points where they belong, and
 * counts what is in *head. */
void automaton_write(const Automaton *automaton, GArray *letters,
                     HyphHead *head, GByteArray *flat);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Automaton, automaton_free)
