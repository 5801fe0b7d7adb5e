/* SPDX-License-Identifier: MIT */
/* Decides how Pango and Cairo see a set of fonts: unhinted, unrounded, and
 * nothing but it. */
#include <string.h>

#include <cairo-ft.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

#include "type/fontset_parts.h"

/* Pango's map does not let go of its configuration by itself. */
static void
pango_release(gpointer map)
{
    pango_fc_font_map_set_config(map, NULL);
    g_object_unref(map);
}

static cairo_font_options_t *
pango_options(void)
{
    cairo_font_options_t *options = cairo_font_options_create();

    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    return options;
}

PangoContext *
fontset_context(const FontSet *set)
{
    /* Before Pango's first font map, or that reads the system's. */
    FcConfigSetCurrent(set->config);
    PangoFontMap *map =
        pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map), set->config);
    pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(map), 72);
    PangoContext *context = pango_font_map_create_context(map);
    g_object_set_data_full(G_OBJECT(context), "a2b-font-map", map,
                           pango_release);
    pango_context_set_round_glyph_positions(context, FALSE);
    pango_context_set_language(context, pango_language_from_string("en"));
    cairo_font_options_t *options = pango_options();
    pango_cairo_context_set_font_options(context, options);
    cairo_font_options_destroy(options);
    return context;
}

guint
fontset_which(const FontSet *set, PangoFont *font)
{
    FcPattern *pattern = PANGO_IS_FC_FONT(font)
        ? pango_fc_font_get_pattern(PANGO_FC_FONT(font)) : NULL;
    FcChar8 *file;
    int index = 0;

    if (!pattern
        || FcPatternGetString(pattern, FC_FILE, 0, &file) != FcResultMatch)
        return G_MAXUINT;
    FcPatternGetInteger(pattern, FC_INDEX, 0, &index);
    for (guint i = 0; i < set->faces->len; i++) {
        const FontFace *face = fontset_face(set, i);
        if ((int) face->index == index
            && strcmp(face->path, (const char *) file) == 0)
            return i;
    }
    return G_MAXUINT;
}

static cairo_font_face_t *
cairo_face_new(const FontFace *face, guint copy)
{
    /* What Cairo tells fonts apart by, and no PDF has. */
    static const int orders[FONT_COPIES] = { FC_RGBA_NONE, FC_RGBA_RGB,
                                             FC_RGBA_BGR, FC_RGBA_VRGB };
    cairo_font_face_t *made;
    /* Cairo leaves pictures empty that may not be hinted. */
    FcPattern *pattern = FcPatternBuild(
        NULL, FC_FILE, FcTypeString, face->path,
        FC_INDEX, FcTypeInteger, (int) face->index,
        FC_ANTIALIAS, FcTypeBool, FcTrue,
        FC_HINTING, FcTypeBool, face->color,
        FC_HINT_STYLE, FcTypeInteger,
        face->color ? FC_HINT_FULL : FC_HINT_NONE,
        FC_EMBOLDEN, FcTypeBool, FcFalse,
        FC_EMBEDDED_BITMAP, FcTypeBool, face->color,
        FC_COLOR, FcTypeBool, face->color,
        FC_RGBA, FcTypeInteger, orders[copy], NULL);

    made = cairo_ft_font_face_create_for_pattern(pattern);
    FcPatternDestroy(pattern);
    return made;
}

cairo_font_face_t *
fontset_cairo(FontSet *set, guint face, guint copy)
{
    cairo_font_face_t **made = &set->cairo[face * FONT_COPIES + copy];

    g_mutex_lock(&set->lock);
    if (!*made)
        *made = cairo_face_new(fontset_face(set, face), copy);
    g_mutex_unlock(&set->lock);
    return *made;
}
