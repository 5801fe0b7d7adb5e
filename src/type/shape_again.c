/* SPDX-License-Identifier: MIT */
/* Shapes a part of an item as it is when a line begins or ends in it. */
#include "type/shape_inner.h"

typedef struct {
    Shaper *shaper;
    const Shaped *shaped;
    const ShapedItem *item;
    const FontFace *face;
    guint style;
    gint64 scale;
    gint32 tracking;
    GArray *glyphs;
} Again;

static void
add_raw(const Again *again, guint32 start, guint32 end, gboolean hyphen)
{
    const TypeText *text = again->shaped->text;
    const GArray *raws = again->shaper->raw;

    shape_raw(again->shaper, again->style, text->str, text->len, start, end,
              hyphen);
    for (guint i = 0; i < raws->len; i++) {
        const RawGlyph *raw = &g_array_index(raws, RawGlyph, i);
        ShapedGlyph glyph = {
            .glyph = raw->glyph, .at = start + raw->at,
            .advance = shape_scaled(raw->advance, again->scale),
            .dx = shape_scaled(raw->dx, again->scale),
            .dy = shape_scaled(raw->dy, again->scale),
        };

        if (i + 1 == raws->len
            || g_array_index(raws, RawGlyph, i + 1).at != raw->at)
            glyph.advance += again->tracking;
        g_array_append_val(again->glyphs, glyph);
    }
}

/* What was put by hand stays as it was. */
static void
add_old(const Again *again, guint32 start, guint32 end)
{
    const ShapedItem *item = again->item;
    const ShapedGlyph *glyphs = again->shaped->glyphs + item->glyph;
    guint32 low = 0, high = item->n_glyphs;

    while (low < high) {
        guint32 middle = (low + high) / 2;

        if (glyphs[middle].at < start)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < item->n_glyphs && glyphs[low].at < end; low++)
        g_array_append_val(again->glyphs, glyphs[low]);
}

static void
add_hyphen(const Again *again, guint32 at)
{
    const ShapedGlyph glyph = {
        .glyph = again->face->hyphen_glyph, .at = at,
        .advance = shape_scaled(again->face->hyphen, again->scale),
    };

    g_array_append_val(again->glyphs, glyph);
}

static guint32
next_blank(const char *str, guint32 start, guint32 end)
{
    const char *p = str + start;

    while (p < str + end
           && !(shape_sign_what(g_utf8_get_char(p)) & SIGN_PARTS))
        p = g_utf8_next_char(p);
    return p - str;
}

void
shape_again(Shaper *shaper, const Shaped *shaped, const ShapedItem *item,
            guint32 start, guint32 end, gboolean hyphen, GArray *glyphs)
{
    const char *str = shaped->text->str;
    const ShapeStyle style = shape_item_style(shaper, shaped->text, item);
    const Again again = {
        .shaper = shaper, .shaped = shaped, .item = item,
        .face = fontset_face(shaper->fonts, item->face),
        .style = shape_style(shaper, &style),
        .scale = shape_scale(item->size),
        .tracking = shape_tracking(&shaped->text->looks[item->look].look,
                                   item->script),
        .glyphs = glyphs,
    };

    if (item->missing) {
        add_old(&again, start, end);
        if (hyphen)
            add_hyphen(&again, end);
        return;
    }
    while (start < end) {
        guint32 blank = next_blank(str, start, end);

        if (blank > start)
            add_raw(&again, start, blank, hyphen && blank == end);
        start = blank < end
                ? g_utf8_next_char(str + blank) - str : blank;
        if (start > blank)
            add_old(&again, blank, start);
    }
}
