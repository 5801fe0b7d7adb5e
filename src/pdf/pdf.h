/* SPDX-License-Identifier: MIT */
/* What the pdf module offers.  It is a shared object with Pango, Cairo
 * and HarfBuzz behind it, opened by base/module. */
#pragma once

#include <article2book/write.h>

typedef struct {
    /* pages may be NULL. */
    GBytes *(*pdf)(const A2bBook *book, const A2bStyle *style,
                   const A2bPdfOptions *options, A2bPages **pages,
                   A2bDiag *diag, GError **error);
    char *(*trace)(const A2bBook *book, const A2bStyle *style,
                   const A2bPdfOptions *options, A2bDiag *diag,
                   GError **error);
} PdfModule;
