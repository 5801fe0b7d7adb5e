/* SPDX-License-Identifier: MIT */
/* What can be seen of each unit, before anything is decided. */
#pragma once

#include "read/txt_unit.h"

typedef enum {
#define EV(NAME, name) EV_##NAME,
#include "read/evidence.def"
#undef EV
    N_EVIDENCE
} Evidence;

/* Strengths from 0 to 100. */
typedef struct {
    guint8 of[N_EVIDENCE];
} TxtEvidence;

typedef struct {
    gboolean titled;        /* a header gave the title */
    const TxtLayout *layout;
} TxtContext;

/* An array of TxtEvidence beside units. */
GArray *txt_evidence_new(const GArray *units, const TxtContext *context);

const char *txt_evidence_name(Evidence evidence);

static inline TxtEvidence *
txt_evidence(const GArray *evidence, guint i)
{
    return &g_array_index(evidence, TxtEvidence, i);
}
