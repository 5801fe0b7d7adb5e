/* SPDX-License-Identifier: MIT */
/*
 * Files of hyphenation patterns, as the build makes them and src/type/hyph
 * maps them: numbers are as the machine has them, so a file is of use where
 * it was made.
 *
 * After the head come n_nodes HyphNode, n_edges HyphEdge and n_values bytes.
 * The patterns are words of an automaton without circles; letters are lower
 * case code points, '.' stands for a word's end.
 */
#pragma once

#include <glib.h>

#define HYPH_MAGIC "a2bhyph1"
#define HYPH_LEVELS 2

/* Where a word is divided: odd values allow it, even ones forbid it, the
 * greatest counts (Liang). */
#define HYPH_VALUE 0x0f
#define HYPH_SPELLING 0x80      /* its spelling would change */

typedef struct {
    char magic[8];
    guint8 left, right;         /* least letters at a word's ends */
    guint8 inner_left, inner_right;     /* at ends of parts of a compound */
    guint32 longest;            /* of patterns that end at one place only
                                 * the longest counts, and not that if it is
                                 * the beginning of another */
    guint32 root[HYPH_LEVELS];  /* nodes: of patterns that part compounds
                                 * (or 0xffffffff), of those for words */
    guint32 n_nodes, n_edges, n_values;
} HyphHead;

typedef struct {
    guint32 edge, n_edges;      /* ascending by letter */
    guint32 match;              /* in the values, or 0: of a pattern that
                                 * ends here, how many places are skipped,
                                 * how many have a value, and those */
} HyphNode;

typedef struct {
    guint32 letter, node;
} HyphEdge;
