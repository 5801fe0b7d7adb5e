/* SPDX-License-Identifier: MIT */
/* The inside of a style, for the backends. */
#pragma once

#include <article2book/write.h>

struct A2bStyle {
    char *name;             /* "classic" */
    GString *css;           /* the sheet, then the sheets added to it */
};
