/* SPDX-License-Identifier: MIT */
/* A mapped file of patterns; for src/type/hyph*.c only. */
#pragma once

#include "hyph/format.h"
#include "type/hyph.h"

struct Hyph {
    GMappedFile *file;
    const HyphHead *head;
    const HyphNode *nodes;
    const HyphEdge *edges;
    const guint8 *values;
};
