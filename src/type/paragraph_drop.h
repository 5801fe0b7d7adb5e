/* SPDX-License-Identifier: MIT */
/* The big first letter of a paragraph. */
#pragma once

#include "type/paragraph.h"

typedef struct {
    Shaped *shaped;             /* of the letter alone; NULL: there is none */
    TypeText text;              /* what shaped is made from */
    LookSpan look;
    guint32 blanks;             /* bytes between it and the next word */
    guint lines;                /* that it is high */
    gint32 width;               /* UNITs, with the white after it */
    gint32 hang;                /* UNITs: white within the letter at its
                                 * left, which stands in the margin */
    double rise;                /* points: of its baseline; negative */
} DropCap;

/* FALSE if the text does not begin with a letter that can be dropped. */
gboolean drop_cap_init(DropCap *drop, Shaper *shaper, const TypeText *text,
                       guint lines, double leading);
void drop_cap_clear(DropCap *drop);
