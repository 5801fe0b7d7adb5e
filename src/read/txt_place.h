/* SPDX-License-Identifier: MIT */
/* Where units stand among each other: for the evidence alone. */
#pragma once

#include "read/txt_evidence.h"

typedef struct {
    const GArray *units;
    GArray *evidence;
    guint first;            /* unit that is no junk */
    guint stop;             /* see find_stop */
    guint prose, last_prose;/* units; units->len if there is none */
    guint usual_gap;
    gboolean wrapped;
} Place;

static inline guint8
has(const Place *place, guint i, Evidence evidence)
{
    return i < place->units->len
        ? txt_evidence(place->evidence, i)->of[evidence] : 0;
}

/* Finds where running text begins and the article ends, and what each unit
 * shows by its place. */
void place_units(Place *place);

/* What the units around it say of each unit. */
void place_neighbours(const Place *place);
