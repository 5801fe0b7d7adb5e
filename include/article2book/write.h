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

typedef struct {
    guint toc_depth;      /* 1: articles only; 2: and their headings ...
                           * 0: the default, 3 */
    gboolean embed_fonts; /* subsets of the style's fonts in the book */
} A2bEpubOptions;

/* The book as an EPUB 3.3 file in memory; the same book, style and options
 * give the same bytes.  options may be NULL. */
GBytes *a2b_epub(const A2bBook *book, const A2bStyle *style,
                 const A2bEpubOptions *options, A2bDiag *diag,
                 GError **error);

/* Writes bytes to path whole or not at all: beside it first, then renamed.
 * A path of "-" is the standard output; a device or pipe is written
 * through. */
gboolean a2b_write_file(const char *path, GBytes *bytes, GError **error);

/* Whether both paths name one existing file, however they are spelled. */
gboolean a2b_same_file(const char *a, const char *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(A2bStyle, a2b_style_free)

A2B_END_DECLS
