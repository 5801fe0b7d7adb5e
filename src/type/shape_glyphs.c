/* SPDX-License-Identifier: MIT */
/* Asks HarfBuzz for the glyphs of a string. */
#include "type/shape_inner.h"

#include "model/language.h"

/* Lengths of FONT_EM an em to UNITs at size, times 2^32. */
gint64
shape_scale(double size)
{
    return (gint64) (size * UNIT / FONT_EM * 4294967296.0 + .5);
}

static gunichar
capital(gunichar c, const char *language)
{
    gboolean turkish = language_is(language, "tr")
                       || language_is(language, "az");

    return c == 'i' && turkish ? 0x130 : g_unichar_toupper(c);
}

/* Letters as their capitals, which belong to the letters' own bytes. */
static void
add_capitals(Shaper *shaper, const char *str, guint32 start, guint32 end,
             const char *language)
{
    for (const char *p = str + start; p < str + end;
         p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);

        hb_buffer_add(shaper->buffer, c == 0xdf ? 'S' : capital(c, language),
                      p - str);
        if (c == 0xdf)
            hb_buffer_add(shaper->buffer, 'S', p - str);
    }
    hb_buffer_set_content_type(shaper->buffer,
                               HB_BUFFER_CONTENT_TYPE_UNICODE);
}

static void
add_hyphen(Shaper *shaper, hb_font_t *font, guint32 at)
{
    hb_codepoint_t glyph;
    gboolean has = hb_font_get_nominal_glyph(font, 0x2010, &glyph);

    hb_buffer_add(shaper->buffer, has ? 0x2010 : '-', at);
}

/* In logical order, counted from start. */
static void
read_glyphs(Shaper *shaper, guint32 start, gboolean reversed)
{
    guint n;
    const hb_glyph_info_t *info =
        hb_buffer_get_glyph_infos(shaper->buffer, &n);
    const hb_glyph_position_t *position =
        hb_buffer_get_glyph_positions(shaper->buffer, NULL);
    RawGlyph *raw;

    g_array_set_size(shaper->raw, n);
    raw = (RawGlyph *) shaper->raw->data;
    for (guint i = 0; i < n; i++) {
        guint from = reversed ? n - 1 - i : i;

        raw[i] = (RawGlyph) {
            .glyph = info[from].codepoint,
            .advance = position[from].x_advance,
            .dx = position[from].x_offset,
            .dy = position[from].y_offset,
            .at = info[from].cluster - start,
            .unsafe = info[from].mask & HB_GLYPH_FLAG_UNSAFE_TO_BREAK,
        };
    }
}

void
shape_raw(Shaper *shaper, guint number, const char *str, guint32 len,
          guint32 start, guint32 end, gboolean hyphen)
{
    const ShapeStyle *style =
        &g_array_index(shaper->styles, ShapeStyle, number);
    const ShapeLanguage *language = shaper->languages->pdata[style->language];
    const FontFace *face = fontset_face(shaper->fonts, style->face);
    hb_buffer_t *buffer = shaper->buffer;
    guint n;
    const hb_feature_t *features = shape_features(style->features, &n);

    hb_buffer_clear_contents(buffer);
    if (style->upper)
        add_capitals(shaper, str, start, end, language->name);
    else
        hb_buffer_add_utf8(buffer, str, len, start, end - start);
    if (hyphen)
        add_hyphen(shaper, face->hb, end);
    hb_buffer_set_direction(buffer, style->rtl ? HB_DIRECTION_RTL
                                               : HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer, style->script);
    hb_buffer_set_language(buffer, language->hb);
    hb_buffer_set_cluster_level(
        buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_GRAPHEMES);
    hb_shape(face->hb, buffer, features, n);
    read_glyphs(shaper, start, style->rtl);
}
