/* SPDX-License-Identifier: MIT */
/* One walk over the points of a paragraph; part of the breaker. */
#pragma once

#include "type/breaker.h"

/* A way to break the paragraph up to a point. */
typedef struct {
    double total;               /* demerits */
    guint32 prev;               /* the node it comes from */
    guint32 point;              /* BREAK_START: before the first */
    guint32 line;               /* lines up to here */
    guint8 fit;                 /* class of its last line */
    guint8 run;                 /* lines in a row that end flagged */
    guint8 overfull;            /* its last line is */
} BreakNode;

#define BREAK_START G_MAXUINT32

/* A point where a line can begin: what is the same for its nodes. */
typedef struct {
    guint32 node, n_nodes;
    guint32 next;               /* character that begins the line */
    guint32 width, stretch, shrink, expand;     /* sums up to there */
} BreakBegin;

/* Memory of the walks, used again. */
typedef struct {
    BreakNode *nodes;
    BreakBegin *begins;
    guint n_nodes, n_begins, nodes_room, begins_room;
} BreakTrail;

typedef struct {
    const Shaped *shaped;
    const BreakShape *shape;
    double tolerance;           /* badness that a line may have; INFINITY */
    gboolean hyphens;
    gboolean rescue;            /* a line may be overfull rather than fail */
    gboolean apart;             /* numbers of lines are told apart: */
    guint less, more;           /* as many less or more than the cheapest
                                 * way has */
} BreakPass;

/* Fills trail; nodes of its last begin end the paragraph.  FALSE if no lines
 * are as good as the tolerance asks. */
gboolean breaker_pass(const BreakPass *pass, BreakTrail *trail);
