/* SPDX-License-Identifier: MIT */
/* From a line's place in a shaped text to its glyphs at their places. */
#pragma once

#include "type/paragraph.h"

/* A line that is wanted; lengths in UNITs. */
typedef struct {
    const BreakPoint *from;     /* that the line before ends at, or NULL */
    const BreakPoint *to;
    gint32 left;                /* of the line, from the measure's left */
    gint32 length;
    SetAlign align;
    double expansion;
    gint32 hang_start, hang_end;    /* in the margins, at the line's edges
                                     * in reading order */
    gint32 nearly;              /* a last line that lacks no more is
                                 * filled */
    double rise;                /* points, added to that of all runs */
    guint32 offset;             /* bytes of the text before shaped's */
    guint blanks;               /* bytes after the line that are not shaped:
                                 * shown as a blank at its end */
} LineWish;

/* Buffers for a line, used again for the next one. */
typedef struct Setline Setline;
Setline *setline_new(void);
void setline_free(Setline *set);

/* A line is made of one text or (with a drop cap) of two, from left to
 * right. */
void setline_begin(Setline *set);
void setline_add(Setline *set, Shaper *shaper, const Shaped *shaped,
                 const LineWish *wish);

/* Valid until setline_begin(). */
const Line *setline_end(Setline *set);
