/* SPDX-License-Identifier: MIT */
/* The faces that we set with, by the script they are for. */
#pragma once

#include <glib.h>

typedef struct {
    const char *family;
    const char *file;       /* below a folder of fonts */
    guint index;            /* in a collection */
    gboolean italic;
    gboolean small_caps;    /* has features smcp and c2sc */
    gboolean color;         /* holds pictures, not outlines */
    const char *language;   /* only for text in it; NULL: for any */
    GUnicodeScript scripts[5];  /* ends with 0 (COMMON); none: for all */
} Face;

/* In the order in which they are wanted; ends with a family of NULL. */
const Face *faces_text(void);       /* for Latin, Greek, Cyrillic */
const Face *faces_scripts(void);    /* for all other letters */
const Face *faces_symbols(void);    /* for what is no letter */

/* The path of a face's file, NULL if it is not installed; free with
 * g_free(). */
char *faces_path(const Face *face);
