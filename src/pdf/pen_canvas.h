/* SPDX-License-Identifier: MIT */
/* Where Cairo 1.16 paints the pages of one volume. */
#pragma once

#include "pdf/pen_page.h"
#include "pdf/volume.h"

typedef struct PenCanvas PenCanvas;

/* Pages of width x height points.  Borrows fonts.  A canvas is for one
 * thread at a time. */
PenCanvas *pen_canvas_new(FontSet *fonts, double width, double height);
void pen_canvas_free(PenCanvas *canvas);

void pen_canvas_paint(PenCanvas *canvas, const PenPage *page);

/* All pages are painted. */
void pen_canvas_finish(PenCanvas *canvas);

/* What came of it; fails if Cairo drew less than it was told.  The canvas
 * can then only be freed. */
Volume *pen_canvas_volume(PenCanvas *canvas, GError **error);
