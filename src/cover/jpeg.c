/* SPDX-License-Identifier: MIT */
/* Decides how a cover is encoded: baseline JPEG, quality 88, brightness in
 * full and colour at half resolution.
 *
 * Ink on paper is one number a pixel; brightness and both colours follow
 * from it by a table, so no picture in colours is ever made. */
#include "cover/jpeg.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jpeglib.h>

#include <article2book/diag.h>

#include "cover/repeat.h"

#define QUALITY 88

typedef struct {
    struct jpeg_error_mgr base;     /* first: libjpeg gives this back */
    jmp_buf fail;
    struct jpeg_compress_struct info;
    unsigned char *bytes;
    unsigned long size;
    guint8 *buffer;         /* for planes */
    guint *coded;           /* rows of the drawing that are coded ... */
    guint n_coded;          /* ... and how many; 0: all, in colours */
    gboolean finished;      /* only then do bytes mean anything */
} Encoder;

typedef struct {
    guint8 y[256], cb[256], cr[256];
} Tables;

static void
on_error(j_common_ptr info)
{
    longjmp(((Encoder *)(void *)info->err)->fail, 1);
}

static void
on_message(j_common_ptr info)
{
    (void)info;
}

/* Parts of 65536, as in JFIF; rounded. */
static guint8
component(guint32 rgb, int r, int g, int b, int offset)
{
    int sum = r * (int)(rgb >> 16 & 255) + g * (int)(rgb >> 8 & 255)
              + b * (int)(rgb & 255);
    return (guint8)CLAMP((sum + offset * 65536 + 32768) >> 16, 0, 255);
}

static void
fill_table(guint8 *table, guint8 paper, guint8 ink)
{
    for (int i = 0; i < 256; i++)
        table[i] = (guint8)((paper * (255 - i) + ink * i + 127) / 255);
}

static void
fill_tables(Tables *t, const Strip *s)
{
    fill_table(t->y, component(s->paper, 19595, 38470, 7471, 0),
               component(s->ink, 19595, 38470, 7471, 0));
    fill_table(t->cb, component(s->paper, -11059, -21709, 32768, 128),
               component(s->ink, -11059, -21709, 32768, 128));
    fill_table(t->cr, component(s->paper, 32768, -27439, -5329, 128),
               component(s->ink, 32768, -27439, -5329, 128));
}

typedef struct {
    guint8 *y, *cb, *cr;    /* 16 rows of width, 8 of width / 2 each */
    guint width;
} Planes;

/* Most ink is 0, and then a whole word of it is. */
static gboolean
is_paper(const guint8 *ink, gsize len)
{
    guint64 word = 0;
    memcpy(&word, ink, len);
    return word == 0;
}

static void
ink_to_brightness(const guint8 *ink, const guint8 *table, guint8 *out,
                  guint width)
{
    memset(out, table[0], width);
    for (guint x = 0; x < width; x += 8) {
        if (is_paper(ink + x, 8))
            continue;
        for (guint i = x; i < x + 8; i++)
            out[i] = table[ink[i]];
    }
}

/* Of two rows of ink, a and b. */
static void
ink_to_color(const guint8 *a, const guint8 *b, const Tables *t, guint8 *cb,
             guint8 *cr, guint width)
{
    memset(cb, t->cb[0], width / 2);
    memset(cr, t->cr[0], width / 2);
    for (guint x = 0; x < width; x += 8) {
        if (is_paper(a + x, 8) && is_paper(b + x, 8))
            continue;
        for (guint i = x; i < x + 8; i += 2) {
            guint ink = (a[i] + a[i + 1] + b[i] + b[i + 1] + 2u) / 4;
            cb[i / 2] = t->cb[ink];
            cr[i / 2] = t->cr[ink];
        }
    }
}

static void
ink_to_planes(const guint8 *data, int stride, const Tables *t,
              const Planes *planes)
{
    guint width = planes->width;
    for (guint k = 0; k < JPEG_ROW; k++)
        ink_to_brightness(data + k * stride, t->y, planes->y + k * width,
                          width);
    for (guint k = 0; k < JPEG_ROW / 2; k++)
        ink_to_color(data + 2 * k * stride, data + (2 * k + 1) * stride, t,
                     planes->cb + k * width / 2, planes->cr + k * width / 2,
                     width);
}

static gboolean
is_blank(const guint8 *data, int stride, guint width)
{
    for (guint k = 0; k < JPEG_ROW; k++)
        if (data[k * stride]
            || memcmp(data + k * stride, data + k * stride + 1, width - 1))
            return FALSE;
    return TRUE;
}

static void
write_planes(struct jpeg_compress_struct *info, const Planes *planes)
{
    JSAMPROW y[JPEG_ROW], cb[JPEG_ROW / 2], cr[JPEG_ROW / 2];
    for (guint k = 0; k < JPEG_ROW; k++)
        y[k] = planes->y + k * planes->width;
    for (guint k = 0; k < JPEG_ROW / 2; k++) {
        cb[k] = planes->cb + k * planes->width / 2;
        cr[k] = planes->cr + k * planes->width / 2;
    }
    JSAMPARRAY rows[] = { y, cb, cr };
    jpeg_write_raw_data(info, rows, JPEG_ROW);
}

/* Gives every row of blocks of the drawing a row to be coded: blank rows of
 * one strip share theirs.  coded[k] is where row k to be coded is in the
 * drawing.  Returns how many there are. */
static guint
share_rows(const guint8 *data, int stride, guint width, guint n_rows,
           const Strip *strips, guint n, guint *shared, guint *coded)
{
    guint n_coded = 0, strip = 0, blank = G_MAXUINT;
    for (guint row = 0; row < n_rows; row++) {
        for (; strip < n && strips[strip].top <= row * JPEG_ROW; strip++)
            blank = G_MAXUINT;
        gboolean is = is_blank(data + (gsize)row * JPEG_ROW * stride, stride,
                               width);
        shared[row] = is && blank != G_MAXUINT ? blank : n_coded;
        if (shared[row] == n_coded)
            coded[n_coded++] = row;
        if (is)
            blank = shared[row];
    }
    return n_coded;
}

static void
write_ink(Encoder *e, const guint8 *data, int stride, const Strip *strips,
          guint n)
{
    guint width = e->info.image_width, strip = 0;
    Planes planes = { e->buffer, e->buffer + JPEG_ROW * width,
                      e->buffer + JPEG_ROW * width * 5 / 4, width };
    Tables tables;
    for (guint i = 0; i < e->n_coded; i++) {
        guint top = e->coded[i] * JPEG_ROW;
        for (; strip < n && strips[strip].top <= top; strip++)
            fill_tables(&tables, &strips[strip]);
        ink_to_planes(data + (gsize)top * stride, stride, &tables, &planes);
        write_planes(&e->info, &planes);
    }
}

static void
write_colors(Encoder *e, guint8 *data, int stride)
{
    for (guint y = 0; y < e->info.image_height; y++) {
        JSAMPROW row = data + (gsize)y * stride;
        jpeg_write_scanlines(&e->info, &row, 1);
    }
}

static void
start(Encoder *e, cairo_surface_t *surface, gboolean ink)
{
    struct jpeg_compress_struct *info = &e->info;
    jpeg_create_compress(info);
    jpeg_mem_dest(info, &e->bytes, &e->size);
    info->image_width = (guint)cairo_image_surface_get_width(surface);
    info->image_height = ink ? e->n_coded * JPEG_ROW
        : (guint)cairo_image_surface_get_height(surface);
    info->input_components = ink ? 3 : 4;
    info->in_color_space = ink ? JCS_YCbCr
                           : G_BYTE_ORDER == G_LITTLE_ENDIAN
                           ? JCS_EXT_BGRX : JCS_EXT_XRGB;
    jpeg_set_defaults(info);
    jpeg_set_quality(info, QUALITY, TRUE);
    info->dct_method = JDCT_ISLOW;
    info->raw_data_in = ink;
    info->restart_in_rows = ink;
    jpeg_start_compress(info, TRUE);
}

static gboolean
encode(Encoder *e, cairo_surface_t *surface, const Strip *strips, guint n)
{
    gboolean ink = e->n_coded > 0;
    guint8 *data = cairo_image_surface_get_data(surface);
    int stride = cairo_image_surface_get_stride(surface);
    e->info.err = jpeg_std_error(&e->base);
    e->base.error_exit = on_error;
    e->base.output_message = on_message;
    if (setjmp(e->fail))
        return FALSE;
    start(e, surface, ink);
    if (ink)
        write_ink(e, data, stride, strips, n);
    else
        write_colors(e, data, stride);
    jpeg_finish_compress(&e->info);
    e->finished = TRUE;
    return TRUE;
}

GBytes *
jpeg_encode(cairo_surface_t *surface, const Strip *strips, guint n,
            GError **error)
{
    guint width = (guint)cairo_image_surface_get_width(surface);
    guint height = (guint)cairo_image_surface_get_height(surface);
    guint n_rows = height / JPEG_ROW;
    g_autofree Encoder *e = g_new0(Encoder, 1);
    g_autofree guint *shared = g_new(guint, n_rows);
    g_autofree guint *coded = e->coded = g_new(guint, n_rows);
    g_autofree guint8 *buffer = e->buffer = g_new(guint8,
                                                  width * JPEG_ROW * 2);
    gboolean ink = cairo_image_surface_get_format(surface)
                   == CAIRO_FORMAT_A8;
    if (ink)
        e->n_coded = share_rows(cairo_image_surface_get_data(surface),
                                cairo_image_surface_get_stride(surface),
                                width, n_rows, strips, n, shared, coded);
    GBytes *bytes = NULL;
    if (encode(e, surface, strips, n))
        bytes = ink ? repeat_rows(e->bytes, e->size, shared, n_rows, height)
                : g_bytes_new(e->bytes, e->size);
    jpeg_destroy_compress(&e->info);
    if (e->finished)
        free(e->bytes);
    if (!bytes)
        g_set_error_literal(error, A2B_ERROR, A2B_ERROR_RESOURCE,
                            "the cover cannot be encoded");
    return bytes;
}
