/* SPDX-License-Identifier: MIT */
/* Decides which pictures are stored as they are: JPEGs of grey or RGB.
 * Others are stored as pixels, without loss. */
#include "pdf/pen_image.h"

#include <string.h>

#include "base/media.h"
#include "pdf/pen_jpeg.h"

typedef struct {
    const guchar *data;
    gsize left;
} Rest;

static cairo_status_t
rest_read(void *closure, unsigned char *to, unsigned int len)
{
    Rest *rest = closure;

    if (len > rest->left)
        return CAIRO_STATUS_READ_ERROR;
    memcpy(to, rest->data, len);
    rest->data += len;
    rest->left -= len;
    return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
png_load(GBytes *bytes)
{
    Rest rest;

    rest.data = g_bytes_get_data(bytes, &rest.left);
    return cairo_image_surface_create_from_png_stream(rest_read, &rest);
}

static void
bytes_unref(void *bytes)
{
    g_bytes_unref(bytes);
}

/* Cairo asks for pixels even where it stores the bytes; these are never
 * written to, so they cost no memory. */
static cairo_surface_t *
jpeg_load(GBytes *bytes, const Media *media)
{
    cairo_surface_t *surface;
    gsize len;
    const guchar *data = g_bytes_get_data(bytes, &len);

    if (!pen_jpeg_is_plain(data, len))
        return pen_jpeg_decode(data, len);
    surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, media->width,
                                         media->height);
    cairo_surface_set_mime_data(surface, CAIRO_MIME_TYPE_JPEG, data, len,
                                bytes_unref, g_bytes_ref(bytes));
    return surface;
}

cairo_surface_t *
pen_image_load(const PenImage *image)
{
    cairo_surface_t *surface;
    char *key;
    Media media;

    if (!media_sniff(image->bytes, &media))
        return NULL;
    surface = strcmp(media.type, "image/png") == 0 ?
        png_load(image->bytes) : jpeg_load(image->bytes, &media);
    if (surface == NULL ||
        cairo_surface_status(surface) != CAIRO_STATUS_SUCCESS) {
        cairo_surface_destroy(surface);
        return NULL;
    }
    key = g_strdup_printf("picture-%s", image->key);
    cairo_surface_set_mime_data(surface, CAIRO_MIME_TYPE_UNIQUE_ID,
                                (guchar *) key, strlen(key), g_free, key);
    return surface;
}

/* Filled, not painted: where that is the first on a page Cairo forgets the
 * tag around it and fails.  Any other filter asks readers to smooth, which
 * PDF/A forbids. */
void
pen_image_paint(cairo_t *cr, cairo_surface_t *surface, double left,
                double top)
{
    cairo_set_source_surface(cr, surface, left, top);
    cairo_pattern_set_filter(cairo_get_source(cr), CAIRO_FILTER_FAST);
    cairo_rectangle(cr, left, top, cairo_image_surface_get_width(surface),
                    cairo_image_surface_get_height(surface));
    cairo_fill(cr);
}
