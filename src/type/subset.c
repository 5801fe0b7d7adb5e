/* SPDX-License-Identifier: MIT */
/* Decides what is left of a font in a book: the glyphs of the text with all
 * that layout may make of them, no hints, no glyph names. */
#include "type/subset.h"

#include <hb-subset.h>

#include <article2book/diag.h>

#include "type/faces.h"
#include "type/fonts.h"

/* What a style sheet may ask for beyond what is always on. */
static const hb_tag_t optional_features[] = {
    HB_TAG('s', 'm', 'c', 'p'), HB_TAG('c', '2', 's', 'c'),
    HB_TAG('o', 'n', 'u', 'm'), HB_TAG('l', 'n', 'u', 'm'),
    HB_TAG('p', 'n', 'u', 'm'), HB_TAG('t', 'n', 'u', 'm'),
    HB_TAG('s', 'u', 'p', 's'), HB_TAG('s', 'u', 'b', 's'),
    HB_TAG('d', 'l', 'i', 'g'), HB_TAG('z', 'e', 'r', 'o'),
};

static hb_subset_input_t *
input_new(const char *text)
{
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    if (!input)
        return NULL;
    hb_set_t *wanted = hb_subset_input_unicode_set(input);
    for (const char *p = text; *p; p = g_utf8_next_char(p))
        hb_set_add(wanted, g_utf8_get_char(p));
    hb_set_t *features =
        hb_subset_input_set(input, HB_SUBSET_SETS_LAYOUT_FEATURE_TAG);
    for (gsize i = 0; i < G_N_ELEMENTS(optional_features); i++)
        hb_set_add(features, optional_features[i]);
    hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING);
    return input;
}

static hb_face_t *
subset_face(const char *path, guint index, const char *text)
{
    hb_blob_t *blob = hb_blob_create_from_file(path);
    hb_face_t *face = hb_face_create(blob, index);
    hb_blob_destroy(blob);
    hb_subset_input_t *input = input_new(text);
    hb_face_t *subset = input && hb_face_get_glyph_count(face) > 0
                        ? hb_subset_or_fail(face, input) : NULL;
    if (input)
        hb_subset_input_destroy(input);
    hb_face_destroy(face);
    return subset;
}

static gboolean
has_table(hb_face_t *face, hb_tag_t tag)
{
    hb_blob_t *blob = hb_face_reference_table(face, tag);
    gboolean has = hb_blob_get_length(blob) > 0;
    hb_blob_destroy(blob);
    return has;
}

static void
free_blob(gpointer blob)
{
    hb_blob_destroy(blob);
}

GBytes *
subset_font(const char *family, gboolean bold, gboolean italic,
            const char *text, const char **ending, GError **error)
{
    guint index;
    g_autofree char *path = fonts_file(
        family, (bold ? FONT_BOLD : 0) | (italic ? FONT_ITALIC : 0), &index);
    if (!path)
        return NULL;
    hb_face_t *face = subset_face(path, index, text);
    if (!face) {
        g_set_error(error, A2B_ERROR, A2B_ERROR_RESOURCE,
                    "the font \"%s\" in %s cannot be cut down", family,
                    path);
        return NULL;
    }
    *ending = has_table(face, HB_TAG('C', 'F', 'F', ' '))
              || has_table(face, HB_TAG('C', 'F', 'F', '2')) ? "otf" : "ttf";
    hb_blob_t *blob = hb_face_reference_blob(face);
    hb_face_destroy(face);
    guint len;
    const char *data = hb_blob_get_data(blob, &len);
    return g_bytes_new_with_free_func(data, len, free_blob, blob);
}
