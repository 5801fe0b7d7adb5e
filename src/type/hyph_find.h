/* SPDX-License-Identifier: MIT */
/* A mapped file of patterns; for src/type/hyph*.c only. */
#pragma once

#include "hyph/format.h"
#include "type/hyph.h"

#define HYPH_LOW 0x530          /* Latin, Greek, Cyrillic are below */

struct Hyph {
    GMappedFile *file;
    const HyphHead *head;
    const guint64 *masks;
    const HyphNode *nodes;
    const guint32 *edges, *letters;
    const guint8 *values;
    guint8 dot;                 /* its number */
    guint8 low[HYPH_LOW];       /* of letters; 0: no pattern has it */
};
