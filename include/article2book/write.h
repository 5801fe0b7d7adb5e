/* SPDX-License-Identifier: MIT */
#pragma once

#include "book.h"

A2B_BEGIN_DECLS

/* One CSS sheet for both backends. */
typedef struct A2bStyle A2bStyle;

/* A style by name ("classic": built in, or NAME.css in the user's style
 * folder, $XDG_DATA_HOME/article2book/styles), or the path of a sheet (a
 * name with a "/" or ending in ".css"). */
A2bStyle *a2b_style_load(const char *name, A2bDiag *diag, GError **error);
void a2b_style_free(A2bStyle *style);

/* Adds the sheet at path after what is there. */
gboolean a2b_style_add(A2bStyle *style, const char *path, A2bDiag *diag,
                       GError **error);

/* Names of the built-in styles; ends with NULL; static. */
const char *const *a2b_style_names(void);

/* Where the pages of a PDF begin in the text of the book. */
typedef struct A2bPages A2bPages;
void a2b_pages_free(A2bPages *pages);

typedef struct {
    guint toc_depth;      /* 1: articles only; 2: and their headings ...
                           * 0: the default, 3.  Sections come on top */
    gboolean embed_fonts; /* subsets of the style's fonts in the book */
    gboolean kepub;       /* with Kobo's marks in it: name it .kepub.epub */
    guint jobs;           /* threads; 0: one a processor.  The bytes are the
                           * same for any number */
    const A2bPages *pages; /* of the same book: readers can go to them by
                           * number; may be NULL */
} A2bEpubOptions;

/* The book as an EPUB 3.3 file in memory; the same book, style and options
 * give the same bytes.  options may be NULL. */
GBytes *a2b_epub(const A2bBook *book, const A2bStyle *style,
                 const A2bEpubOptions *options, A2bDiag *diag,
                 GError **error);

/* How addresses of links are shown on paper; in the file links live in any
 * case. */
typedef enum {
    A2B_LINKS_FOOTNOTES, A2B_LINKS_ENDNOTES, A2B_LINKS_NONE
} A2bLinks;

/* What is NULL or 0 is decided by the style and the paper. */
typedef struct {
    const char *paper;    /* "a4" (the default), "a5", "a6", "letter",
                           * "legal", or "WxH": lengths as "148mm" */
    const char *margin;   /* one to four lengths, as CSS orders them: top,
                           * outer, bottom, inner */
    const char *font;     /* family of the text */
    double font_size;     /* points */
    double leading;       /* points from baseline to baseline */
    guint columns;        /* 1 to 3 */
    gboolean two_sided;   /* inner and outer margins change sides */
    gboolean booklet;     /* two pages a sheet, in the order that gives a
                           * booklet when folded; implies two_sided */
    A2bLinks links;
    gboolean run_on;      /* articles of a digest follow one another; else
                           * each begins a page */
    guint jobs;           /* threads; 0: one a processor.  The bytes are the
                           * same for any number */
} A2bPdfOptions;

/* Whether options can be met, before anything is read; if not, why. */
gboolean a2b_pdf_check(const A2bPdfOptions *options, GError **error);

/* The book as a PDF that is PDF/A-2a and PDF/UA-1; the same book, style,
 * options and fonts give the same bytes.  options may be NULL.  Loads the
 * typesetting half of the program; fails (A2B_ERROR_UNAVAILABLE) where that
 * is not installed. */
GBytes *a2b_pdf(const A2bBook *book, const A2bStyle *style,
                const A2bPdfOptions *options, A2bDiag *diag, GError **error);

/* The same; *pages is where its pages begin, for a2b_epub(): NULL if it
 * fails.  Free with a2b_pages_free(). */
GBytes *a2b_pdf_pages(const A2bBook *book, const A2bStyle *style,
                      const A2bPdfOptions *options, A2bPages **pages,
                      A2bDiag *diag, GError **error);

/* The same pages as text, a line a line (`--to trace`).  Free with
 * g_free(). */
char *a2b_pdf_trace(const A2bBook *book, const A2bStyle *style,
                    const A2bPdfOptions *options, A2bDiag *diag,
                    GError **error);

/* Writes bytes to path whole or not at all: beside it first, then renamed.
 * A path of "-" is the standard output; a device or pipe is written
 * through. */
gboolean a2b_write_file(const char *path, GBytes *bytes, GError **error);

/* The same where nothing is: a file that is there, or comes to be there
 * meanwhile, stays (A2B_ERROR_OUTPUT). */
gboolean a2b_write_new_file(const char *path, GBytes *bytes, GError **error);

/* Whether both paths name one existing file, however they are spelled. */
gboolean a2b_same_file(const char *a, const char *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(A2bStyle, a2b_style_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(A2bPages, a2b_pages_free)

A2B_END_DECLS
