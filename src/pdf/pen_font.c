/* SPDX-License-Identifier: MIT */
/* Cairo's own cache of scaled fonts is short and asked by matrices; a book
 * takes turns between some dozens of widths of one face. */
#include "pdf/pen_font.h"

#include <string.h>

/* Without padding: it is hashed as bytes. */
typedef struct {
    double size, scale;
    guint32 face, copy;
} FontKey;

struct PenFonts {
    FontSet *fonts;
    GHashTable *scaled;         /* FontKey * -> cairo_scaled_font_t * */
    cairo_font_options_t *options;
    FontKey last;
    cairo_scaled_font_t *last_font;
};

/* FNV-1a. */
static guint
font_key_hash(gconstpointer key)
{
    const guchar *bytes = key;
    guint32 hash = 2166136261u;

    for (gsize i = 0; i < sizeof(FontKey); i++)
        hash = (hash ^ bytes[i]) * 16777619u;
    return hash;
}

static gboolean
font_key_equal(gconstpointer a, gconstpointer b)
{
    return memcmp(a, b, sizeof(FontKey)) == 0;
}

PenFonts *
pen_fonts_new(FontSet *fonts)
{
    PenFonts *cache = g_new0(PenFonts, 1);

    cache->fonts = fonts;
    cache->scaled = g_hash_table_new_full(font_key_hash, font_key_equal,
                                          g_free, (GDestroyNotify)
                                          cairo_scaled_font_destroy);
    cache->options = cairo_font_options_create();
    cairo_font_options_set_hint_style(cache->options,
                                      CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(cache->options,
                                        CAIRO_HINT_METRICS_OFF);
    return cache;
}

void
pen_fonts_free(PenFonts *cache)
{
    if (cache == NULL)
        return;
    g_hash_table_unref(cache->scaled);
    cairo_font_options_destroy(cache->options);
    g_free(cache);
}

static cairo_scaled_font_t *
font_new(PenFonts *cache, const FontKey *key)
{
    cairo_matrix_t matrix, page;
    cairo_scaled_font_t *font;

    cairo_matrix_init_scale(&matrix, key->size * key->scale, key->size);
    cairo_matrix_init_identity(&page);
    font = cairo_scaled_font_create(fontset_cairo(cache->fonts, key->face,
                                                  key->copy),
                                    &matrix, &page, cache->options);
    g_hash_table_insert(cache->scaled, g_memdup2(key, sizeof *key), font);
    return font;
}

cairo_scaled_font_t *
pen_font(PenFonts *cache, guint face, guint copy, double size, double scale)
{
    const FontKey key = { .size = size, .scale = scale, .face = face,
                          .copy = copy };

    if (cache->last_font == NULL || !font_key_equal(&key, &cache->last)) {
        cache->last = key;
        cache->last_font = g_hash_table_lookup(cache->scaled, &key);
        if (cache->last_font == NULL)
            cache->last_font = font_new(cache, &key);
    }
    return cache->last_font;
}
