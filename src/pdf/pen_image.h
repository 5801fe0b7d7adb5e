/* SPDX-License-Identifier: MIT */
/* Pictures as Cairo wants them. */
#pragma once

#include <cairo.h>

#include "pdf/pen.h"

/* A surface with the picture's pixels, or for a JPEG that may stand in the
 * file as it is, with its bytes; NULL if it cannot be read. */
cairo_surface_t *pen_image_load(const PenImage *image);

/* Paints surface with its top left corner at left, top; a unit is a pixel.
 * Changes the source. */
void pen_image_paint(cairo_t *cr, cairo_surface_t *surface, double left,
                     double top);
