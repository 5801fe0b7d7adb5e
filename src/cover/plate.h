/* SPDX-License-Identifier: MIT */
/* A surface in strips of colour on which a cover is drawn. */
#pragma once

#include <pango/pangocairo.h>

#include "cover/jpeg.h"

#define PLATE_WIDTH 1200        /* pixels */
#define PLATE_HEIGHT 1920
#define PLATE_STRIPS 8

typedef struct {
    cairo_t *cr;
    Strip strips[PLATE_STRIPS];
    guint n_strips;
} Plate;

/* In one colour a plate is how much ink is where; with pictures (emoji) it
 * must hold colours. */
void plate_init(Plate *plate, gboolean color);
void plate_clear(Plate *plate);

/* From y down to the next strip (strips come from top to bottom; y is moved
 * to a multiple of 16), all is of these colours. */
void plate_strip(Plate *plate, double y, guint32 paper, guint32 ink);

void plate_rule(Plate *plate, double x, double y, double width,
                double height);

/* NULL if cairo or the encoder failed. */
GBytes *plate_finish(Plate *plate, GError **error);
