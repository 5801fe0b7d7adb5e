/* SPDX-License-Identifier: MIT */
/* Breaks a short text into lines of like length. */
#pragma once

#include <glib.h>

/* A place where a line may end. */
typedef struct {
    double end;             /* where the line's ink ends if it does */
    double start;           /* where the next line's ink starts */
    double penalty;         /* 0: as good as any; 1: bad */
} BreakPoint;

/* Least width in which points (n of them, the last is the end of the text)
 * make at most n_lines lines. */
double balance_width(const BreakPoint *points, guint n, guint n_lines);

/* Breaks into exactly n_lines lines of at most width, as even as can be.
 * chosen[i] is the index of the point that ends line i.  Returns how bad
 * the best way is, per line (0: none shorter than width); infinity if there
 * is none. */
double balance_break(const BreakPoint *points, guint n, guint n_lines,
                     double width, guint *chosen);
