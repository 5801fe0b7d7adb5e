/* SPDX-License-Identifier: MIT */
/* Numbers for languages and for ways of making glyphs, so that they are
 * cheap to compare and to find things by. */
#include "type/shape_inner.h"

#include <string.h>

static gboolean
style_equal(const ShapeStyle *a, const ShapeStyle *b)
{
    return a->face == b->face && a->features == b->features
           && a->rtl == b->rtl && a->upper == b->upper
           && a->language == b->language && a->script == b->script;
}

guint
shape_style(Shaper *shaper, const ShapeStyle *style)
{
    for (guint i = 0; i < shaper->styles->len; i++)
        if (style_equal(&g_array_index(shaper->styles, ShapeStyle, i),
                        style))
            return i;
    g_array_append_vals(shaper->styles, style, 1);
    return shaper->styles->len - 1;
}

/* Chinese of Taiwan and Hong Kong sets them in the middle. */
static gboolean
has_centred_stops(const char *name)
{
    return g_ascii_strncasecmp(name, "zh-hant", 7) == 0
           || g_ascii_strncasecmp(name, "zh-tw", 5) == 0
           || g_ascii_strncasecmp(name, "zh-hk", 5) == 0;
}

/* "zh" and "zh-CN", not "zha". */
static gboolean
is_chinese(const char *name)
{
    return g_ascii_strncasecmp(name, "zh", 2) == 0
           && (name[2] == '\0' || name[2] == '-');
}

static ShapeLanguage *
language_new(const char *name)
{
    ShapeLanguage *language = g_new0(ShapeLanguage, 1);

    language->name = g_strdup(name);
    language->hb = hb_language_from_string(*name ? name : "und", -1);
    language->pango = pango_language_from_string(*name ? name : "und");
    language->hyph = *name ? hyph_for(name) : NULL;
    language->centred_stops = has_centred_stops(name);
    language->left_signs = is_chinese(name) && !language->centred_stops;
    return language;
}

guint
shape_language(Shaper *shaper, const char *name)
{
    name = name ? name : "";
    for (guint i = 0; i < shaper->languages->len; i++) {
        const ShapeLanguage *language = shaper->languages->pdata[i];

        if (strcmp(language->name, name) == 0)
            return i;
    }
    g_ptr_array_add(shaper->languages, language_new(name));
    return shaper->languages->len - 1;
}

guint
shape_look_language(Shaper *shaper, const TypeText *text, const Look *look)
{
    return shape_language(shaper,
                          look->language ? look->language : text->language);
}

ShapeStyle
shape_item_style(Shaper *shaper, const TypeText *text, const ShapedItem *item)
{
    return (ShapeStyle) {
        .face = item->face,
        .features = shape_features_set(item->features, item->n_features),
        .rtl = item->level & 1,
        .upper = item->upper != 0,
        .language = shape_look_language(shaper, text,
                                        &text->looks[item->look].look),
        .script = item->script,
    };
}
