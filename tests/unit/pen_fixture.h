/* SPDX-License-Identifier: MIT */
/* What the tests of pens and of the finisher paint with. */
#pragma once

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cairo.h>
#include <jpeglib.h>
#include <zlib.h>

#include "pdf/finish_cairo.h"
#include "pdf/pen.h"
#include "pdf/volume.h"

#define DESK_WIDTH 300.0
#define DESK_HEIGHT 400.0
#define EMOJI "\360\237\230\200"
#define HEBREW "\327\251\327\234\327\225\327\235"
#define PRIVATE "\356\200\200"

typedef struct {
    FontSet *fonts;
    Tags *tags;
    Pen *pen;
} Desk;

/* volume_pages: as of PenDesk. */
static inline void
desk_init_volumes(Desk *desk, guint volume_pages, guint jobs)
{
    const PenDesk pages = { .width = DESK_WIDTH, .height = DESK_HEIGHT,
                            .jobs = jobs, .volume_pages = volume_pages };
    g_autoptr(Letters) letters = letters_new();
    const FontWants wants = { .styles = 1 << FONT_BOLD | 1,
                              .letters = letters };
    static const char used[] = "abcxyz ABC. " EMOJI HEBREW
        "\344\270\200\344\272\214\344\270\211";

    letters_add(letters, used, strlen(used));
    desk->fonts = fontset_new(&wants, NULL);
    g_assert_nonnull(desk->fonts);
    desk->tags = tags_new();
    desk->pen = pen_cairo_new(desk->fonts, desk->tags, &pages);
}

static inline void
desk_init(Desk *desk)
{
    desk_init_volumes(desk, 0, 1);
}

static inline void
desk_clear(Desk *desk)
{
    g_clear_pointer(&desk->pen, pen_free);
    tags_free(desk->tags);
    fontset_free(desk->fonts);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Desk, desk_clear)

static inline guint
desk_face(const Desk *desk, const char *str)
{
    for (guint i = 0; i < fontset_n_faces(desk->fonts); i++)
        if (fontset_covers(desk->fonts, i, str, strlen(str)) &&
            fontset_face(desk->fonts, i)->color == g_str_has_prefix(str,
                                                                    EMOJI))
            return i;
    return fontset_main(desk->fonts, FAMILY_TEXT, 0);
}

typedef struct {
    LineGlyph glyphs[256];
    LineCluster clusters[256];
    LineRun run;
} Shaping;

/* Clusters in the order of the text, as runs have them. */
static inline void
shaping_clusters(Shaping *s, const hb_glyph_info_t *infos, guint n)
{
    const gboolean rtl = s->run.rtl;

    for (guint i = 0, to; i < n; i = to) {
        const guint32 at = infos[rtl ? n - 1 - i : i].cluster;

        for (to = i + 1;
             to < n && infos[rtl ? n - 1 - to : to].cluster == at; to++)
            ;
        s->clusters[s->run.n_clusters++] = (LineCluster) {
            .n_bytes = (to < n ? infos[rtl ? n - 1 - to : to].cluster :
                        s->run.len) - at,
            .n_glyphs = to - i,
        };
    }
}

static inline void
shape(const Desk *desk, Shaping *s, const char *str, gboolean rtl)
{
    hb_buffer_t *buffer = hb_buffer_create();
    const hb_glyph_position_t *places;
    const hb_glyph_info_t *infos;
    double x = 0;
    guint n;

    s->run = (LineRun) {
        .face = desk_face(desk, str), .rtl = rtl, .size = 10, .scale = 1,
        .str = str, .len = strlen(str), .glyphs = s->glyphs,
        .clusters = s->clusters,
    };
    hb_buffer_add_utf8(buffer, str, -1, 0, -1);
    hb_buffer_set_direction(buffer, rtl ? HB_DIRECTION_RTL :
                            HB_DIRECTION_LTR);
    hb_buffer_guess_segment_properties(buffer);
    hb_shape(fontset_face(desk->fonts, s->run.face)->hb, buffer, NULL, 0);
    infos = hb_buffer_get_glyph_infos(buffer, &n);
    places = hb_buffer_get_glyph_positions(buffer, NULL);
    g_assert_cmpuint(n, <=, G_N_ELEMENTS(s->glyphs));
    for (guint i = 0; i < n; i++) {
        s->glyphs[i] = (LineGlyph) { .glyph = infos[i].codepoint, .x = x };
        x += places[i].x_advance * s->run.size / FONT_EM;
    }
    s->run.n_glyphs = n;
    s->run.width = x;
    shaping_clusters(s, infos, n);
    hb_buffer_destroy(buffer);
}

static inline void
say(const Desk *desk, const char *str, double x, double y)
{
    Shaping s;

    shape(desk, &s, str, FALSE);
    pen_run(desk->pen, &s.run, x, y);
}

/* A piece of tag that says str. */
static inline void
piece(const Desk *desk, Tag tag, const char *str, double y)
{
    pen_begin(desk->pen, tag);
    say(desk, str, 20, y);
    pen_end(desk->pen);
}

static inline GPtrArray *
desk_volumes(Desk *desk)
{
    g_autoptr(GError) error = NULL;
    GPtrArray *volumes = pen_cairo_end(desk->pen, &error);

    g_assert_no_error(error);
    return volumes;
}

/* Of a document that is one volume. */
static inline GBytes *
desk_end(Desk *desk)
{
    g_autoptr(GPtrArray) volumes = desk_volumes(desk);

    g_assert_cmpuint(volumes->len, ==, 1);
    return g_bytes_ref(((const Volume *) volumes->pdata[0])->bytes);
}

/* What Cairo has written for page; free with g_free(). */
static inline char *
page_content(GBytes *cairo, guint page)
{
    uLongf len = 1 << 20;
    char *content = g_malloc0(len + 1);
    g_autoptr(GArray) pages = NULL;
    CairoFile file;
    CairoObject object;
    guint tree;

    g_assert_true(cairo_file_open(&file, cairo));
    pages = cairo_file_pages(&file, &tree);
    g_assert_cmpuint(page, <, pages->len);
    g_assert_true(cairo_file_object(&file, g_array_index(pages, guint, page),
                                    &object));
    g_assert_true(cairo_file_object(
        &file, cairo_object_ref(&object, "/Contents"), &object));
    g_assert_cmpint(uncompress((Bytef *) content, &len,
                               (const Bytef *) object.stream,
                               object.stream_len), ==, Z_OK);
    content[len] = '\0';
    cairo_file_clear(&file);
    return content;
}

static inline guint
count(GBytes *bytes, const char *what)
{
    gsize len;
    const char *data = g_bytes_get_data(bytes, &len), *end = data + len;
    guint n = 0;

    while ((data = memmem(data, end - data, what, strlen(what))) != NULL) {
        data += strlen(what);
        n++;
    }
    return n;
}

/* A JPEG of 16 x 16 pixels, of 3 colours or 4. */
static inline GBytes *
jpeg_new(int components)
{
    struct jpeg_compress_struct jpeg;
    struct jpeg_error_mgr errors;
    unsigned char row[64], *rows[] = { row }, *out = NULL;
    unsigned long len = 0;
    GBytes *bytes;

    memset(row, 200, sizeof row);
    jpeg.err = jpeg_std_error(&errors);
    jpeg_create_compress(&jpeg);
    jpeg_mem_dest(&jpeg, &out, &len);
    jpeg.image_width = jpeg.image_height = 16;
    jpeg.input_components = components;
    jpeg.in_color_space = components == 4 ? JCS_CMYK : JCS_RGB;
    jpeg_set_defaults(&jpeg);
    jpeg_start_compress(&jpeg, TRUE);
    for (int i = 0; i < 16; i++)
        jpeg_write_scanlines(&jpeg, rows, 1);
    jpeg_finish_compress(&jpeg);
    jpeg_destroy_compress(&jpeg);
    bytes = g_bytes_new(out, len);
    free(out);
    return bytes;
}

static inline cairo_status_t
png_write(void *closure, const unsigned char *data, unsigned int len)
{
    g_byte_array_append(closure, data, len);
    return CAIRO_STATUS_SUCCESS;
}

/* A PNG of 16 x 16 pixels that one can see through. */
static inline GBytes *
png_new(void)
{
    cairo_surface_t *surface = cairo_image_surface_create(
        CAIRO_FORMAT_ARGB32, 16, 16);
    cairo_t *cr = cairo_create(surface);
    GByteArray *bytes = g_byte_array_new();

    cairo_set_source_rgba(cr, 1, 0, 0, .5);
    cairo_arc(cr, 8, 8, 6, 0, 6.3);
    cairo_fill(cr);
    cairo_destroy(cr);
    cairo_surface_write_to_png_stream(surface, png_write, bytes);
    cairo_surface_destroy(surface);
    return g_byte_array_free_to_bytes(bytes);
}
