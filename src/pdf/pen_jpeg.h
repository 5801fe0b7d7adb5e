/* SPDX-License-Identifier: MIT */
/* JPEGs that may not stand in the file as they are. */
#pragma once

#include <cairo.h>
#include <glib.h>

/* Whether it is a grey or RGB picture that every reader of PDF knows; not
 * CMYK (whose colours nothing tells), no arithmetic coding. */
gboolean pen_jpeg_is_plain(const guchar *data, gsize len);

/* Its pixels as RGB; NULL if it cannot be read. */
cairo_surface_t *pen_jpeg_decode(const guchar *data, gsize len);
