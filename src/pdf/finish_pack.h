/* SPDX-License-Identifier: MIT */
/* Objects that are no streams lie packed in streams (ISO 32000-1, 7.5.7). */
#pragma once

#include "pdf/finish_doc.h"

typedef struct {
    const guint *ids;           /* of the objects in it */
    guint n;
    gsize first;                /* where the first of them begins */
    GByteArray *bytes;          /* deflated */
} Pack;

/* Packs n objects, by several threads (array of Pack); borrows ids. */
GArray *packs_new(const Doc *doc, const guint *ids, guint n, guint jobs);
