/* SPDX-License-Identifier: MIT */
/* Cairo's file, read as far as it is known how Cairo writes. */
#pragma once

#include <glib.h>

typedef struct {
    const char *data;
    gsize len;
    gsize *offsets;             /* of objects by number; 0: there is none */
    guint n_objects;
    guint root;                 /* number of the catalog */
} CairoFile;

typedef struct {
    const char *text, *text_end;
    const char *stream;         /* NULL: it is none */
    gsize stream_len;
} CairoObject;

/* Borrows bytes; cairo_file_clear() also after a failure. */
gboolean cairo_file_open(CairoFile *file, GBytes *bytes);
void cairo_file_clear(CairoFile *file);

gboolean cairo_file_object(const CairoFile *file, guint number,
                           CairoObject *object);

/* The number that "/Key 12 0 R" in a dictionary names; 0 if there is no
 * such entry. */
guint cairo_object_ref(const CairoObject *object, const char *key);

/* The numbers of all pages in order (array of guint) and of their tree. */
GArray *cairo_file_pages(const CairoFile *file, guint *tree);
