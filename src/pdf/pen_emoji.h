/* SPDX-License-Identifier: MIT */
/* Glyphs that are pictures. */
#pragma once

#include "pdf/pen_font.h"
#include "type/line.h"

typedef struct PenEmoji PenEmoji;

/* Borrows fonts. */
PenEmoji *pen_emoji_new(PenFonts *fonts);
void pen_emoji_free(PenEmoji *emoji);

/* Paints a glyph of run's face at its place. */
void pen_emoji_paint(PenEmoji *emoji, cairo_t *cr, const LineRun *run,
                     const cairo_glyph_t *glyph);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(PenEmoji, pen_emoji_free)
