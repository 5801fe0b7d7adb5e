/* SPDX-License-Identifier: MIT */
/*
 * The best lines of a paragraph as a whole (D. E. Knuth, M. F. Plass:
 * Breaking Paragraphs into Lines, Software Practice and Experience 11,
 * 1981), for every number of lines that it can well have.  Knows numbers
 * only: no fonts, no text.
 */
#pragma once

#include "type/shape.h"

/* The lines to fill; lengths in UNITs. */
typedef struct {
    gint32 measure;
    gint32 indent;              /* the first line is shorter by this */
    guint n_short;              /* so are the first n_short lines, */
    gint32 short_by;            /* by this: beside a drop cap, a box */
    gboolean ragged;            /* lines are not filled */
    gboolean balance;           /* ragged, and all equally long */
    gboolean protrude;          /* signs may stand in the margins */
    double expansion;           /* .02: letters may be 2 % wider/narrower */
    gboolean hyphens;           /* BREAK_HYPHEN points may be used */
    guint most_variants;        /* 1: only the best; else also longer and
                                 * shorter ones, at most so many */
} BreakShape;

typedef struct {
    double demerits;
    guint n_lines;
    const guint32 *points;      /* index of the point that ends each line */
    gboolean overfull;          /* a line is too long for its measure */
} Breaking;

typedef struct {
    Breaking *variants;         /* by number of lines, ascending */
    guint n_variants;
    guint best;
} Breakings;

/* Memory that is used again from one paragraph to the next; for one
 * thread. */
typedef struct Breaker Breaker;
Breaker *breaker_new(void);
void breaker_free(Breaker *breaker);

/* How long line (from 0) of shape is. */
gint32 breaker_length(const BreakShape *shape, guint line);

/* Never fails: where nothing fits a line is overfull or loose. */
Breakings *breaker_run(Breaker *breaker, const Shaped *shaped,
                       const BreakShape *shape);
void breakings_free(Breakings *breakings);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Breaker, breaker_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Breakings, breakings_free)
