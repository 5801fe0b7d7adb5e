/* SPDX-License-Identifier: MIT */
/* Runs of glyphs as Cairo shall show them. */
#pragma once

#include <cairo.h>

#include "type/fontset.h"
#include "type/line.h"

typedef struct PenText PenText;

/* Borrows fonts. */
PenText *pen_text_new(FontSet *fonts);
void pen_text_free(PenText *text);

/* Shows run, which begins at x on a baseline at y.  Every character comes
 * out again when text is taken from the file. */
void pen_text_show(PenText *text, cairo_t *cr, const LineRun *run, double x,
                   double y);

/* Shows what still waits for a run after it: at the end of a piece. */
void pen_text_flush(PenText *text, cairo_t *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(PenText, pen_text_free)
