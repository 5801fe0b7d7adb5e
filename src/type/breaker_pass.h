/* SPDX-License-Identifier: MIT */
/* One walk over the points of a paragraph; part of the breaker. */
#pragma once

#include "type/breaker.h"

typedef struct {
    const Shaped *shaped;
    const BreakShape *shape;
    double tolerance;           /* badness that a line may have; INFINITY */
    gboolean hyphens;
    gboolean rescue;            /* a line may be overfull rather than fail */
    guint span;                 /* lines more or less than those of the best
                                 * path that are kept apart; 0: none are */
} BreakPass;

/* A way to break the paragraph up to a point. */
typedef struct {
    double total;               /* demerits */
    guint32 prev;               /* the node it comes from */
    guint32 point;              /* BREAK_START: before the first */
    guint32 line;               /* lines up to here */
    guint32 next;               /* character that begins the next line */
    guint32 width, stretch, shrink, expand;     /* sums up to there */
    guint8 fit;                 /* class of its last line */
    guint8 run;                 /* lines in a row that end flagged */
    guint8 overfull;            /* its last line is */
} BreakNode;

#define BREAK_START G_MAXUINT32

/* Fills nodes (array of BreakNode); those from *ends on end the paragraph.
 * FALSE if no lines are as good as the tolerance asks. */
gboolean breaker_pass(const BreakPass *pass, GArray *nodes, guint *ends);
