/* SPDX-License-Identifier: MIT */
/* Decides nothing: hands a book to the module that prints. */
#include <article2book/write.h>

#include "base/module.h"
#include "pdf/pdf.h"

static GBytes *
print_pdf(const A2bBook *book, const A2bStyle *style,
          const A2bPdfOptions *options, A2bPages **pages, A2bDiag *diag,
          GError **error)
{
    const PdfModule *module = module_table("pdf", error);

    return module ? module->pdf(book, style, options, pages, diag, error)
                  : NULL;
}

GBytes *
a2b_pdf(const A2bBook *book, const A2bStyle *style,
        const A2bPdfOptions *options, A2bDiag *diag, GError **error)
{
    g_return_val_if_fail(book && style, NULL);

    return print_pdf(book, style, options, NULL, diag, error);
}

GBytes *
a2b_pdf_pages(const A2bBook *book, const A2bStyle *style,
              const A2bPdfOptions *options, A2bPages **pages, A2bDiag *diag,
              GError **error)
{
    g_return_val_if_fail(book && style && pages, NULL);

    *pages = NULL;
    return print_pdf(book, style, options, pages, diag, error);
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
