/* SPDX-License-Identifier: MIT */
/* Lengths and words as CSS writes them. */
#pragma once

#include <glib.h>

typedef enum {
    CSS_NUMBER,                 /* without a unit */
    CSS_POINTS,
    CSS_EM,
    CSS_REM,
    CSS_LINE,                   /* lh: line-height of the element */
    CSS_ROOT_LINE,              /* rlh */
    CSS_PART,                   /* of the measure; 1: all of it */
    CSS_AUTO,                   /* number is 0 */
} CssUnit;

typedef struct {
    double number;
    CssUnit unit;
} CssLength;

/* FALSE if str is more than or no length; 0 without a unit is CSS_NUMBER. */
gboolean css_length(const char *str, CssLength *length);

/* Lengths that mean the same everywhere, in points; FALSE if str is none. */
gboolean css_points(const char *str, double *points);

/* A value at its blanks, or at the delimiter if that is none; not in
 * strings and brackets. */
char **css_split(const char *str, char delimiter);
