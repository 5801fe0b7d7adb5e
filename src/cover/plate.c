/* SPDX-License-Identifier: MIT */
/* Decides how a cover is held while it is drawn. */
#include "cover/plate.h"

#include <article2book/diag.h>

void
plate_init(Plate *plate, gboolean color)
{
    cairo_surface_t *surface = cairo_image_surface_create(
        color ? CAIRO_FORMAT_RGB24 : CAIRO_FORMAT_A8, PLATE_WIDTH,
        PLATE_HEIGHT);
    plate->cr = cairo_create(surface);
    cairo_surface_destroy(surface);
    /* Ink adds up; and cairo has a short way for adding glyphs. */
    if (!color)
        cairo_set_operator(plate->cr, CAIRO_OPERATOR_ADD);
    plate->n_strips = 0;
}

void
plate_clear(Plate *plate)
{
    cairo_destroy(plate->cr);
    plate->cr = NULL;
}

static void
set_color(cairo_t *cr, guint32 rgb)
{
    cairo_set_source_rgb(cr, (rgb >> 16 & 255) / 255.0,
                         (rgb >> 8 & 255) / 255.0, (rgb & 255) / 255.0);
}

void
plate_strip(Plate *plate, double y, guint32 paper, guint32 ink)
{
    g_return_if_fail(plate->n_strips < PLATE_STRIPS);
    guint top = (guint)CLAMP(y, 0, PLATE_HEIGHT) / JPEG_ROW * JPEG_ROW;
    plate->strips[plate->n_strips++] = (Strip) { top, paper, ink };
    cairo_surface_t *surface = cairo_get_target(plate->cr);
    if (cairo_image_surface_get_format(surface) == CAIRO_FORMAT_A8)
        return;
    set_color(plate->cr, paper);
    cairo_rectangle(plate->cr, 0, top, PLATE_WIDTH, PLATE_HEIGHT - top);
    cairo_fill(plate->cr);
    set_color(plate->cr, ink);
}

void
plate_rule(Plate *plate, double x, double y, double width, double height)
{
    cairo_rectangle(plate->cr, x, y, width, height);
    cairo_fill(plate->cr);
}

GBytes *
plate_finish(Plate *plate, GError **error)
{
    cairo_surface_t *surface = cairo_get_target(plate->cr);
    cairo_surface_flush(surface);
    cairo_status_t status = cairo_status(plate->cr);
    if (status == CAIRO_STATUS_SUCCESS)
        status = cairo_surface_status(surface);
    if (status != CAIRO_STATUS_SUCCESS) {
        g_set_error(error, A2B_ERROR, A2B_ERROR_RESOURCE,
                    "the cover cannot be drawn: %s",
                    cairo_status_to_string(status));
        return NULL;
    }
    return jpeg_encode(surface, plate->strips, plate->n_strips, error);
}
