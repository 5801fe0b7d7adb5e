/* SPDX-License-Identifier: MIT */
/*
 * Files of hyphenation patterns, as the build makes them and src/type/hyph
 * maps them: numbers are as the machine has them, so a file is of use where
 * it was made.
 *
 * After the head come, in this order, so that each begins where its numbers
 * may:
 *
 *     guint64  masks[n_nodes * n_masks]
 *     HyphNode nodes[n_nodes]
 *     guint32  edges[n_edges]      nodes
 *     guint32  letters[n_letters]  lower case code points, ascending; '.'
 *                                  stands for a word's end
 *     guint8   values[n_values]
 *
 * The patterns are words of an automaton without circles.  Letter i is
 * number i + 1 in it; bit n of a node's masks is set where an edge leaves it
 * for number n, and its edges are in that order.
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
    guint32 n_masks, n_nodes, n_edges, n_letters, n_values;
    guint32 unused;
} HyphHead;

typedef struct {
    guint32 edge;               /* the first */
    guint32 match;              /* in the values, or 0: of a pattern that
                                 * ends here, how many places are skipped,
                                 * how many have a value, and those */
} HyphNode;

#define HYPH_LETTERS 127        /* at most */
