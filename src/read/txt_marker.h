/* SPDX-License-Identifier: MIT */
/* The marks that items of lists begin with. */
#pragma once

#include <glib.h>

typedef enum {
    MARKER_NONE,
    MARKER_BULLET,          /* - * • and their kin */
    MARKER_NUMBER,          /* 1. 1) (1) */
    MARKER_LETTER,          /* a) */
} MarkerKind;

typedef struct {
    MarkerKind kind;
    gunichar sign;          /* the bullet, or what follows the number */
    int value;              /* of a number or letter, from 1 */
    gsize text;             /* byte at which the item's text begins */
} Marker;

Marker txt_marker(const char *str, gsize len);

/* Whether two markers may belong to one list. */
gboolean txt_marker_same(const Marker *a, const Marker *b);
