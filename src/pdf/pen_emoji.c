/* SPDX-License-Identifier: MIT */
/* Decides how fine pictures of glyphs are: Cairo would draw them with one
 * pixel a point.  Each is in the file once. */
#include "pdf/pen_emoji.h"

#include <math.h>
#include <string.h>

#include "pdf/pen_image.h"

#define EMOJI_PIXELS 128.0      /* an em */
#define EMOJI_KEPT 64           /* pictures in memory, of about 80 KB */

typedef struct {
    cairo_surface_t *surface;
    double left, top;           /* of the picture from the glyph's origin */
} Picture;

struct PenEmoji {
    PenFonts *fonts;
    GHashTable *pictures;       /* face << 32 | glyph -> Picture * */
};

static void
picture_free(gpointer data)
{
    Picture *picture = data;

    cairo_surface_destroy(picture->surface);
    g_free(picture);
}

PenEmoji *
pen_emoji_new(PenFonts *fonts)
{
    PenEmoji *emoji = g_new(PenEmoji, 1);

    emoji->fonts = fonts;
    emoji->pictures = g_hash_table_new_full(g_int64_hash, g_int64_equal,
                                            g_free, picture_free);
    return emoji;
}

void
pen_emoji_free(PenEmoji *emoji)
{
    if (emoji == NULL)
        return;
    g_hash_table_unref(emoji->pictures);
    g_free(emoji);
}

static Picture *
picture_new(PenEmoji *emoji, guint face, guint32 glyph)
{
    cairo_scaled_font_t *font = pen_font(emoji->fonts, face, 0, EMOJI_PIXELS,
                                         1);
    cairo_glyph_t placed = { .index = glyph };
    char *id = g_strdup_printf("emoji-%u-%u", face, glyph);
    Picture *picture = g_new(Picture, 1);
    cairo_text_extents_t extents;
    cairo_t *cr;

    cairo_scaled_font_glyph_extents(font, &placed, 1, &extents);
    picture->left = floor(extents.x_bearing);
    picture->top = floor(extents.y_bearing);
    placed.x = -picture->left;
    placed.y = -picture->top;
    picture->surface = cairo_image_surface_create(
        CAIRO_FORMAT_ARGB32, ceil(extents.width) + 1,
        ceil(extents.height) + 1);
    cairo_surface_set_mime_data(picture->surface, CAIRO_MIME_TYPE_UNIQUE_ID,
                                (guchar *) id, strlen(id), g_free, id);
    cr = cairo_create(picture->surface);
    cairo_set_scaled_font(cr, font);
    cairo_show_glyphs(cr, &placed, 1);
    cairo_destroy(cr);
    return picture;
}

static const Picture *
emoji_picture(PenEmoji *emoji, guint face, guint32 glyph)
{
    const gint64 key = (gint64) face << 32 | glyph;
    Picture *picture = g_hash_table_lookup(emoji->pictures, &key);

    if (picture != NULL)
        return picture;
    if (g_hash_table_size(emoji->pictures) >= EMOJI_KEPT)
        g_hash_table_remove_all(emoji->pictures);
    picture = picture_new(emoji, face, glyph);
    g_hash_table_insert(emoji->pictures, g_memdup2(&key, sizeof key),
                        picture);
    return picture;
}

void
pen_emoji_paint(PenEmoji *emoji, cairo_t *cr, const LineRun *run,
                const cairo_glyph_t *glyph)
{
    const Picture *picture = emoji_picture(emoji, run->face, glyph->index);
    const double scale = run->size / EMOJI_PIXELS;

    cairo_save(cr);
    cairo_translate(cr, glyph->x, glyph->y);
    cairo_scale(cr, scale * run->scale, scale);
    pen_image_paint(cr, picture->surface, picture->left, picture->top);
    cairo_restore(cr);
}
