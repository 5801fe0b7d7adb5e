/* SPDX-License-Identifier: MIT */
/*
 * What each unit is: the path of labels that fits all the evidence best.
 * The only place where evidence is weighed.
 */
#pragma once

#include "read/txt_evidence.h"

typedef enum {
#define LABEL(NAME, name, zones) LABEL_##NAME,
#include "read/label.def"
#undef LABEL
    N_LABELS
} Label;

/* The labels of units, as an array of Label (guint8). */
GArray *txt_labels_new(const GArray *units, const GArray *evidence);

const char *txt_label_name(Label label);

/* The sum of weights times evidence, in hundredths. */
int txt_label_score(Label label, const TxtEvidence *evidence);

static inline Label
txt_label(const GArray *labels, guint i)
{
    return (Label) g_array_index(labels, guint8, i);
}
