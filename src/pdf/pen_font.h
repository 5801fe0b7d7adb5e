/* SPDX-License-Identifier: MIT */
/* Faces at the sizes and widths that are painted. */
#pragma once

#include <cairo.h>

#include "type/fontset.h"

typedef struct PenFonts PenFonts;

/* Borrows fonts. */
PenFonts *pen_fonts_new(FontSet *fonts);
void pen_fonts_free(PenFonts *cache);

/* A copy of face at size points, made wider by scale; owned by the cache. */
cairo_scaled_font_t *pen_font(PenFonts *cache, guint face, guint copy,
                              double size, double scale);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(PenFonts, pen_fonts_free)
