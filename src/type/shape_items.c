/* SPDX-License-Identifier: MIT */
/* The general way: Pango tells which characters are of one face, script and
 * direction, and where lines may break. */
#include "type/shape_inner.h"

#include <string.h>

/* Sizes do not matter for what is asked here, and each would make Pango
 * load its fonts again. */
#define SOME_SIZE (10 * PANGO_SCALE)

static PangoFontDescription *
description_new(Shaper *shaper, const ShapeLanguage *language, Family family,
                guint style)
{
    PangoFontDescription *font = pango_font_description_new();

    pango_font_description_set_family(
        font, fontset_families(shaper->fonts, family, language->name));
    pango_font_description_set_absolute_size(font, SOME_SIZE);
    pango_font_description_set_weight(
        font, style & FONT_BOLD ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_font_description_set_style(
        font, style & FONT_ITALIC ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
    return font;
}

static void
add_attribute(PangoAttrList *list, PangoAttribute *attribute,
              const LookSpan *span)
{
    attribute->start_index = span->start;
    attribute->end_index = span->end;
    pango_attr_list_insert(list, attribute);
}

static PangoAttrList *
attributes_new(Shaper *shaper)
{
    PangoAttrList *list = pango_attr_list_new();
    const TypeText *text = shaper->text;

    for (guint i = 0; i < text->n_looks; i++) {
        const LookSpan *span = &text->looks[i];
        guint number = shape_look_language(shaper, text, &span->look);
        ShapeLanguage *language = shaper->languages->pdata[number];
        PangoFontDescription **font =
            &language->fonts[span->look.family][span->look.style
                                                % N_FONT_STYLES];

        if (!*font)
            *font = description_new(shaper, language, span->look.family,
                                    span->look.style);
        add_attribute(list, pango_attr_font_desc_new(*font), span);
        add_attribute(list, pango_attr_language_new(language->pango), span);
    }
    return list;
}

static hb_script_t
script_of(const PangoItem *item)
{
    guint script = item->analysis.script;

    if (script == G_UNICODE_SCRIPT_COMMON
        || script == G_UNICODE_SCRIPT_INHERITED
        || script == G_UNICODE_SCRIPT_UNKNOWN)
        return HB_SCRIPT_LATIN;
    return hb_script_from_iso15924_tag(
        g_unicode_script_to_iso15924(script));
}

/* Where nothing is known of the letters Pango's word is as good as any;
 * ours where it has none of our faces. */
static guint
face_of(const Shaper *shaper, const PangoItem *item, const Look *look)
{
    guint face = item->analysis.font
        ? fontset_which(shaper->fonts, item->analysis.font) : G_MAXUINT;

    if (face < fontset_n_faces(shaper->fonts))
        return face;
    return fontset_main(shaper->fonts, look->family, look->style);
}

/* A piece that goes on is not cut, though Pango may have several fonts for
 * one face. */
static void
add_piece(Shaper *shaper, Piece *last, const Piece *piece)
{
    if (last->end == piece->first && last->end > last->first
        && last->look == piece->look && last->face == piece->face
        && last->level == piece->level && last->script == piece->script) {
        last->end = piece->end;
        return;
    }
    if (last->end > last->first)
        shape_piece(shaper, last);
    *last = *piece;
}

/* An item may be of several looks that Pango cannot tell apart. */
static void
add_item(Shaper *shaper, const PangoItem *item, guint32 first, Piece *last)
{
    const TypeText *text = shaper->text;
    guint32 end = first + item->num_chars;
    guint look = last->look;

    for (guint32 i = first; i < end;) {
        Piece piece = { .first = i, .level = item->analysis.level,
                        .script = script_of(item) };
        guint32 stop;

        while (look + 1 < text->n_looks
               && text->looks[look].end <= shaper->byte[i])
            look++;
        stop = look + 1 < text->n_looks ? text->looks[look].end : text->len;
        while (i < end && shaper->byte[i] < stop)
            i++;
        piece.end = i;
        piece.look = look;
        piece.face = face_of(shaper, item, &text->looks[look].look);
        add_piece(shaper, last, &piece);
    }
}

static void
find_breaks(Shaper *shaper, GList *items)
{
    const TypeText *text = shaper->text;
    guint32 n = shaper->n_chars, character = 0;
    PangoLogAttr *attrs;

    if (shaper->attrs_room < n + 1) {
        shaper->attrs_room = n + 1;
        shaper->attrs = g_renew(PangoLogAttr, shaper->attrs, n + 1);
    }
    attrs = shaper->attrs;
    memset(attrs, 0, (n + 1) * sizeof *attrs);
    pango_default_break(text->str, text->len, NULL, attrs, n + 1);
    for (GList *l = items; l; l = l->next) {
        PangoItem *item = l->data;

        pango_tailor_break(text->str + item->offset, item->length,
                           &item->analysis, item->offset, attrs + character,
                           item->num_chars + 1);
        character += item->num_chars;
    }
    for (guint32 i = 0; i < n; i++)
        shaper->cuts[i] =
            (attrs[i].is_line_break ? CUT_LINE : 0)
            | (attrs[i].is_mandatory_break ? CUT_LINE | CUT_FORCED : 0)
            | (attrs[i].is_cursor_position ? 0 : CUT_INSIDE);
    shaper->cuts[0] &= ~(CUT_LINE | CUT_FORCED);
}

void
shape_items_pango(Shaper *shaper)
{
    const TypeText *text = shaper->text;
    PangoAttrList *attributes = attributes_new(shaper);
    GList *items = pango_itemize_with_base_dir(
        shaper->context,
        text->rtl ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR,
        text->str, 0, text->len, attributes, NULL);
    Piece last = { 0 };
    guint32 character = 0;

    find_breaks(shaper, items);
    for (GList *l = items; l; l = l->next) {
        const PangoItem *item = l->data;

        add_item(shaper, item, character, &last);
        character += item->num_chars;
    }
    if (last.end > last.first)
        shape_piece(shaper, &last);
    shape_clusters(shaper);
    g_list_free_full(items, (GDestroyNotify) pango_item_free);
    pango_attr_list_unref(attributes);
}
