/* SPDX-License-Identifier: MIT */
/* The faces that we set with, by the script they are for. */
#pragma once

#include <glib.h>

/* The style of a face: a sum of these. */
enum { FONT_BOLD = 1, FONT_ITALIC = 2, N_FONT_STYLES = 4 };

typedef struct {
    const char *family;
    const char *file;       /* below a folder of fonts */
    guint index;            /* in a collection */
    guint style;
    gboolean color;         /* holds pictures, not outlines */
    const char *language;   /* only for text in it; NULL: for any */
    GUnicodeScript scripts[5];  /* ends with 0 (COMMON); none: for all */
} Face;

typedef enum {
    FACES_SERIF, FACES_SANS, FACES_MONO,    /* Latin, Greek, Cyrillic */
    FACES_SCRIPTS,          /* all other letters */
    FACES_SYMBOLS,          /* what is no letter, and rare letters */
} FaceTable;
#define N_FACE_TABLES (FACES_SYMBOLS + 1)

/* In the order in which they are wanted; ends with a family of NULL.  Faces
 * of one family have one name in any table. */
const Face *faces_of(FaceTable table);

/* The face of family (in any case) in exactly style; NULL if there is none
 * in the tables. */
const Face *faces_find(const char *family, guint style);

/* Whether any face of family is in the tables and installed. */
gboolean faces_here(const char *family);

/* Of the styles near to style, the nth (from 0: style itself): slant counts
 * more than weight. */
guint faces_near(guint style, guint nth);

/* The path of a face's file, NULL if it is not installed; free with
 * g_free(). */
char *faces_path(const Face *face);
