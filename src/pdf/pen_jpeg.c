/* SPDX-License-Identifier: MIT */
/* Decides which JPEGs go into the file as they are, and turns the others
 * into pixels (ITU-T T.81, B.2). */
#include "pdf/pen_jpeg.h"

#include <setjmp.h>
#include <stdio.h>

#include <jpeglib.h>

#define MARKER_SOS 0xDA

/* Huffman coding, 8 bits: baseline, extended, progressive. */
static gboolean
frame_is_plain(guchar marker, const guchar *frame, gsize len)
{
    return marker <= 0xC2 && len >= 8 && frame[2] == 8 &&
        (frame[7] == 1 || frame[7] == 3);
}

static gboolean
marker_is_frame(guchar marker)
{
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 &&
        marker != 0xC8 && marker != 0xCC;
}

gboolean
pen_jpeg_is_plain(const guchar *data, gsize len)
{
    for (gsize i = 2; i + 4 <= len;) {
        if (data[i] != 0xFF)
            return FALSE;
        if (data[i + 1] == 0xFF) {      /* a fill byte */
            i++;
            continue;
        }
        if (marker_is_frame(data[i + 1]))
            return frame_is_plain(data[i + 1], data + i + 2, len - i - 2);
        if (data[i + 1] == MARKER_SOS)
            return FALSE;
        i += 2 + (data[i + 2] << 8 | data[i + 3]);
    }
    return FALSE;
}

/* libjpeg's errors, which must not return. */
typedef struct {
    struct jpeg_error_mgr base;
    jmp_buf escape;
} Errors;

static void
errors_exit(j_common_ptr jpeg)
{
    longjmp(((Errors *) jpeg->err)->escape, 1);
}

static void
errors_swallow(j_common_ptr jpeg)
{
    (void) jpeg;
}

/* A row of what libjpeg gives as 0xRRGGBB.  CMYK is stored inverted, as
 * Adobe's programs do it: 255 is no ink. */
static void
row_convert(const JSAMPLE *from, guint32 *to, guint width, gboolean cmyk)
{
    for (guint i = 0; i < width; i++) {
        const JSAMPLE *p = from + i * (cmyk ? 4 : 3);
        const guint key = cmyk ? p[3] : 255;

        to[i] = (p[0] * key / 255) << 16 | (p[1] * key / 255) << 8 |
            p[2] * key / 255;
    }
}

static void
jpeg_rows(struct jpeg_decompress_struct *jpeg, cairo_surface_t *surface)
{
    const gboolean cmyk = jpeg->out_color_space == JCS_CMYK;
    const int stride = cairo_image_surface_get_stride(surface);
    guchar *pixels = cairo_image_surface_get_data(surface);
    JSAMPARRAY row = jpeg->mem->alloc_sarray(
        (j_common_ptr) jpeg, JPOOL_IMAGE,
        jpeg->output_width * jpeg->output_components, 1);

    while (jpeg->output_scanline < jpeg->output_height) {
        guchar *to = pixels + (gsize) jpeg->output_scanline * stride;

        jpeg_read_scanlines(jpeg, row, 1);
        row_convert(row[0], (guint32 *) (void *) to, jpeg->output_width,
                    cmyk);
    }
    cairo_surface_mark_dirty(surface);
}

static gboolean
jpeg_start(struct jpeg_decompress_struct *jpeg, const guchar *data,
           gsize len)
{
    jpeg_mem_src(jpeg, data, len);
    if (jpeg_read_header(jpeg, TRUE) != JPEG_HEADER_OK)
        return FALSE;
    jpeg->out_color_space = jpeg->num_components == 4 ? JCS_CMYK : JCS_RGB;
    return jpeg_start_decompress(jpeg);
}

cairo_surface_t *
pen_jpeg_decode(const guchar *data, gsize len)
{
    struct jpeg_decompress_struct jpeg;
    cairo_surface_t *volatile surface = NULL;
    volatile gboolean whole = FALSE;
    Errors errors;

    jpeg.err = jpeg_std_error(&errors.base);
    errors.base.error_exit = errors_exit;
    errors.base.output_message = errors_swallow;
    jpeg_create_decompress(&jpeg);
    if (setjmp(errors.escape) == 0 && jpeg_start(&jpeg, data, len)) {
        surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24,
                                             jpeg.output_width,
                                             jpeg.output_height);
        if (cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS) {
            jpeg_rows(&jpeg, surface);
            whole = TRUE;
        }
    }
    jpeg_destroy_decompress(&jpeg);
    if (whole)
        return surface;
    cairo_surface_destroy(surface);
    return NULL;
}
