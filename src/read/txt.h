/* SPDX-License-Identifier: MIT */
/* The plain-text reader: lines, layout, units, evidence, labels, blocks. */
#pragma once

#include <article2book/read.h>

#include "base/source.h"
#include "model/build.h"
#include "read/header.h"
#include "read/txt_label.h"

/* All that is known of a text while it is read. */
typedef struct {
    const Source *source;
    const A2bReadOptions *options;
    A2bDiag *diag;
    Arena *arena;           /* strings of the units */
    HeaderBlock *header;    /* of a mail or news post, or NULL */
    Source *body;           /* of encoded mail, or NULL */
    GArray *lines;          /* of TxtLine */
    TxtLayout layout;
    GArray *units;          /* of TxtUnit */
    GArray *evidence;       /* of TxtEvidence, beside units */
    GArray *labels;         /* of guint8, beside units */
} Txt;

Txt *txt_new(const Source *source, const A2bReadOptions *options,
             A2bDiag *diag);
void txt_free(Txt *txt);

/* The article that the labels make. */
A2bArticle *txt_article(const Txt *txt);

/* Every unit with its evidence, scores and label.  Free with g_free(). */
char *txt_explain(const Txt *txt);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Txt, txt_free)
