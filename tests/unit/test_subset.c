/* SPDX-License-Identifier: MIT */
/* Fonts cut down to a text. */
#include <glib.h>
#include <hb.h>

#include "type/faces.h"
#include "type/subset.h"

static const char *
any_family(void)
{
    for (const Face *face = faces_of(FACES_SERIF); face->family; face++) {
        g_autofree char *path = faces_path(face);
        if (path)
            return face->family;
    }
    return NULL;
}

static gboolean
has_glyph(GBytes *bytes, gunichar c)
{
    gsize len;
    const char *data = g_bytes_get_data(bytes, &len);
    hb_blob_t *blob = hb_blob_create(data, (guint)len,
                                     HB_MEMORY_MODE_READONLY, NULL, NULL);
    hb_face_t *face = hb_face_create(blob, 0);
    hb_font_t *font = hb_font_create(face);
    hb_codepoint_t glyph;
    gboolean has = hb_font_get_nominal_glyph(font, c, &glyph);

    hb_font_destroy(font);
    hb_face_destroy(face);
    hb_blob_destroy(blob);
    return has;
}

static void
test_cut(void)
{
    g_autoptr(GError) error = NULL;
    const char *family = any_family(), *ending = NULL;

    if (!family) {
        g_test_skip("no text face is installed");
        return;
    }
    g_autoptr(GBytes) bytes = subset_font(family, FALSE, FALSE, "office é",
                                          &ending, &error);
    g_assert_no_error(error);
    g_assert_nonnull(bytes);
    g_assert_true(g_str_equal(ending, "otf") || g_str_equal(ending, "ttf"));
    g_assert_cmpuint(g_bytes_get_size(bytes), <, 60000);
    g_assert_true(has_glyph(bytes, 'f'));
    g_assert_true(has_glyph(bytes, 0xe9));
    g_assert_false(has_glyph(bytes, 'z'));
    g_autoptr(GBytes) again = subset_font(family, FALSE, FALSE, "office é",
                                          &ending, &error);
    g_assert_true(g_bytes_equal(bytes, again));
}

static void
test_none(void)
{
    g_autoptr(GError) error = NULL;
    const char *ending = NULL;

    g_assert_null(subset_font("No Such Family 42", FALSE, FALSE, "a",
                              &ending, &error));
    g_assert_no_error(error);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/subset/cut", test_cut);
    g_test_add_func("/subset/none", test_none);
    return g_test_run();
}
