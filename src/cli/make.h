/* SPDX-License-Identifier: MIT */
/* From a book to the bytes of an output. */
#pragma once

#include "inputs.h"
#include "job.h"

/* All but pages is borrowed. */
typedef struct {
    const Options *options;
    const Inputs *inputs;
    A2bBook *book;
    const A2bStyle *style;  /* NULL unless a form needs one */
    A2bDiag *diag;
    guint jobs;             /* threads for one book */
    A2bPages *pages;        /* of the PDF, once one is made; free with
                             * a2b_pages_free() */
} Make;

/* What must be there before a form can be made. */
typedef struct {
    gboolean book, style, cover;
    gboolean digest_cover;  /* only a book of several articles has one */
    gboolean typeset;       /* the part that draws is used: by one thread at
                             * a time */
} MakeNeeds;
MakeNeeds make_needs(const Options *options, Form form);

/* Gives the book its cover; where that cannot be drawn, *why, to be
 * freed with g_free(). */
gboolean make_cover(const Make *make, char **why, GError **error);

/* The style that the options ask for. */
A2bStyle *make_style(const Options *options, A2bDiag *diag, GError **error);

GBytes *make_form(Make *make, Form form, GError **error);
