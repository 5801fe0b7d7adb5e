/* SPDX-License-Identifier: MIT */
/* Sixteen bytes that are computed with at once, by Lanes or by a loop over
 * LANES bytes without a branch, of which compilers make the same.  Of a
 * comparison's result all bits of a byte that is true are set. */
#pragma once

#include <glib.h>
#include <string.h>

#define LANES 16

typedef guint8 Lanes __attribute__((vector_size(LANES)));

static inline Lanes
lanes_load(gconstpointer bytes)
{
    Lanes lanes;

    memcpy(&lanes, bytes, sizeof lanes);
    return lanes;
}

static inline void
lanes_store(Lanes lanes, gpointer bytes)
{
    memcpy(bytes, &lanes, sizeof lanes);
}

static inline gboolean
lanes_any(Lanes lanes)
{
    guint64 halves[2];

    memcpy(halves, &lanes, sizeof halves);
    return (halves[0] | halves[1]) != 0;
}

/* Which bytes are from first to last. */
static inline Lanes
lanes_among(Lanes lanes, guint8 first, guint8 last)
{
    return (Lanes) (lanes - first <= (guint8) (last - first));
}
