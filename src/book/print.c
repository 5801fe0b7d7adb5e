/* SPDX-License-Identifier: MIT */
/* Decides nothing: hands a book to the module that prints. */
#include <article2book/write.h>

#include "base/module.h"
#include "pdf/pdf.h"

GBytes *
a2b_pdf(const A2bBook *book, const A2bStyle *style,
        const A2bPdfOptions *options, A2bDiag *diag, GError **error)
{
    const PdfModule *module;

    g_return_val_if_fail(book && style, NULL);

    module = module_table("pdf", error);
    return module ? module->pdf(book, style, options, diag, error) : NULL;
}

char *
a2b_pdf_trace(const A2bBook *book, const A2bStyle *style,
              const A2bPdfOptions *options, A2bDiag *diag, GError **error)
{
    const PdfModule *module;

    g_return_val_if_fail(book && style, NULL);

    module = module_table("pdf", error);
    return module ? module->trace(book, style, options, diag, error) : NULL;
}
