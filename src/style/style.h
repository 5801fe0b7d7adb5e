/* SPDX-License-Identifier: MIT */
/* The inside of a style, for the backends. */
#pragma once

#include <article2book/write.h>

struct A2bStyle {
    char *name;             /* "classic" */
    GString *css;           /* for screens: base, the sheet, the sheets added
                             * to it, without what is for paper alone */
    GString *print;         /* for paper: base, print.css, the same sheets as
                             * they are */
    gsize outside;          /* where in print the sheets that are not built
                             * in begin */
};

/* The sheets of styles/, built in; ends with a name of NULL. */
typedef struct {
    const char *name, *css;
} StyleBuiltin;
extern const StyleBuiltin style_builtins[];

/* First font family that the style names for an element ("body", "h1") and
 * that is a real one (not "serif"); NULL if it names none.  Free with
 * g_free(). */
char *style_family(const A2bStyle *style, const char *element);
