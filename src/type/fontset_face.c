/* SPDX-License-Identifier: MIT */
/* Decides what is known of a face: its metrics, its features, and whether
 * words in it can be shaped by themselves. */
#include "type/fontset_face.h"

#include <hb-ot.h>

/* What is applied to ordinary text. */
static const hb_tag_t usual_features[] = {
    HB_TAG('c', 'a', 'l', 't'), HB_TAG('c', 'c', 'm', 'p'),
    HB_TAG('c', 'l', 'i', 'g'), HB_TAG('d', 'i', 's', 't'),
    HB_TAG('k', 'e', 'r', 'n'), HB_TAG('l', 'i', 'g', 'a'),
    HB_TAG('l', 'o', 'c', 'l'), HB_TAG('m', 'a', 'r', 'k'),
    HB_TAG('m', 'k', 'm', 'k'), HB_TAG('r', 'c', 'l', 't'),
    HB_TAG('r', 'l', 'i', 'g'), HB_TAG_NONE
};

static gboolean
face_has_table(hb_face_t *face, hb_tag_t tag)
{
    hb_blob_t *blob = hb_face_reference_table(face, tag);
    gboolean has = hb_blob_get_length(blob) > 0;

    hb_blob_destroy(blob);
    return has;
}

/* Whether any lookup of table that is applied to ordinary text has glyph in
 * it, be it as context. */
static gboolean
face_touches(hb_face_t *face, hb_tag_t table, hb_codepoint_t glyph)
{
    hb_set_t *lookups = hb_set_create(), *glyphs = hb_set_create();
    hb_codepoint_t i = HB_SET_VALUE_INVALID;
    gboolean touches = FALSE;

    hb_ot_layout_collect_lookups(face, table, NULL, NULL, usual_features,
                                 lookups);
    while (!touches && hb_set_next(lookups, &i)) {
        hb_ot_layout_lookup_collect_glyphs(face, table, i, glyphs, glyphs,
                                           glyphs, NULL);
        touches = hb_set_has(glyphs, glyph);
    }
    hb_set_destroy(glyphs);
    hb_set_destroy(lookups);
    return touches;
}

/* Of the old kerning table nothing can be asked: it may have anything. */
static gboolean
face_kerns_space(hb_face_t *face, hb_codepoint_t space)
{
    return face_touches(face, HB_OT_TAG_GSUB, space)
           || face_touches(face, HB_OT_TAG_GPOS, space)
           || (face_has_table(face, HB_TAG('k', 'e', 'r', 'n'))
               && !face_has_table(face, HB_OT_TAG_GPOS));
}

static gboolean
face_has_feature(hb_face_t *face, hb_tag_t feature)
{
    hb_tag_t features[128];
    guint offset = 0, n;

    do {
        n = G_N_ELEMENTS(features);
        hb_ot_layout_table_get_feature_tags(face, HB_OT_TAG_GSUB, offset,
                                            &n, features);
        for (guint i = 0; i < n; i++)
            if (features[i] == feature)
                return TRUE;
        offset += n;
    } while (n == G_N_ELEMENTS(features));
    return FALSE;
}

static void
face_find_features(FontFace *face, hb_face_t *hb)
{
    face->small_caps = face_has_feature(hb, HB_TAG('s', 'm', 'c', 'p'));
    face->all_small_caps = face_has_feature(hb, HB_TAG('c', '2', 's', 'c'));
    face->oldstyle = face_has_feature(hb, HB_TAG('o', 'n', 'u', 'm'));
    face->lining = face_has_feature(hb, HB_TAG('l', 'n', 'u', 'm'));
    face->tabular = face_has_feature(hb, HB_TAG('t', 'n', 'u', 'm'));
    face->superior = face_has_feature(hb, HB_TAG('s', 'u', 'p', 's'));
}

static int
face_height(hb_font_t *font, hb_ot_metrics_tag_t tag)
{
    hb_position_t height = 0;

    hb_ot_metrics_get_position_with_fallback(font, tag, &height);
    return height;
}

/* The true hyphen if there is one: that of ASCII may be a minus. */
static hb_codepoint_t
face_glyph(hb_font_t *font, hb_codepoint_t wanted, hb_codepoint_t otherwise)
{
    hb_codepoint_t glyph;

    if (hb_font_get_nominal_glyph(font, wanted, &glyph)
        || hb_font_get_nominal_glyph(font, otherwise, &glyph))
        return glyph;
    return 0;
}

static void
face_measure(FontFace *face, hb_font_t *font)
{
    hb_font_extents_t extents = { 0 };

    hb_font_get_extents_for_direction(font, HB_DIRECTION_LTR, &extents);
    face->ascent = extents.ascender;
    face->descent = -extents.descender;
    face->cap_height = face_height(font, HB_OT_METRICS_TAG_CAP_HEIGHT);
    face->x_height = face_height(font, HB_OT_METRICS_TAG_X_HEIGHT);
    face->space_glyph = face_glyph(font, ' ', 0xa0);
    face->hyphen_glyph = face_glyph(font, 0x2010, '-');
    face->space = hb_font_get_glyph_h_advance(font, face->space_glyph);
    face->hyphen = hb_font_get_glyph_h_advance(font, face->hyphen_glyph);
}

gboolean
fontset_face_open(FontFace *face, char *path, guint index)
{
    hb_blob_t *blob = hb_blob_create_from_file(path);
    hb_face_t *hb = hb_face_create(blob, index);

    hb_blob_destroy(blob);
    if (hb_face_get_glyph_count(hb) == 0) {
        hb_face_destroy(hb);
        g_free(path);
        return FALSE;
    }
    face->path = path;
    face->index = index;
    face->hb = hb_font_create(hb);
    hb_font_set_scale(face->hb, FONT_EM, FONT_EM);
    face_measure(face, face->hb);
    face_find_features(face, hb);
    face->kerns_space = face_kerns_space(hb, face->space_glyph);
    hb_font_make_immutable(face->hb);
    hb_face_destroy(hb);
    return TRUE;
}

void
fontset_face_clear(FontFace *face)
{
    g_free(face->path);
    hb_font_destroy(face->hb);
}
