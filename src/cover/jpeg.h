/* SPDX-License-Identifier: MIT */
/* A drawing in ink, as a JPEG. */
#pragma once

#include <cairo.h>
#include <glib.h>

#define JPEG_ROW 16         /* pixels: height of a row of blocks */

/* The colours of the drawing from top down to where the next strip
 * starts. */
typedef struct {
    guint top;              /* pixels, a multiple of JPEG_ROW */
    guint32 paper, ink;     /* 0xRRGGBB */
} Strip;

/* Encodes surface: A8 says how much ink is where; RGB24 has its own
 * colours, and strips (n of them, the first at the top) are not used.  Sides
 * are multiples of JPEG_ROW.  NULL with A2B_ERROR_RESOURCE if the encoder
 * fails. */
GBytes *jpeg_encode(cairo_surface_t *surface, const Strip *strips, guint n,
                    GError **error);
