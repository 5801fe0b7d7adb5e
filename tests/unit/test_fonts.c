/* SPDX-License-Identifier: MIT */
/* Which file a family means. */
#include <string.h>

#include <glib.h>

#include "type/faces.h"
#include "type/fonts.h"

static void
test_table(void)
{
    for (int table = 0; table < N_FACE_TABLES; table++)
        for (const Face *face = faces_of(table); face->family; face++) {
            g_assert_false(g_path_is_absolute(face->file));
            g_assert_cmpuint(face->style, <, N_FONT_STYLES);
            g_autofree char *path = faces_path(face);
            g_assert_true(!path || g_str_has_suffix(path, face->file));
            const Face *found = faces_find(face->family, face->style);
            g_assert_cmpuint(found->style, ==, face->style);
            g_autofree char *best = faces_path(found);
            g_assert_true(best || !path);
        }
    g_assert_null(faces_find("No Such Family 42", 0));
    g_assert_false(faces_here("No Such Family 42"));
}

static void
test_near(void)
{
    const guint both = FONT_BOLD | FONT_ITALIC;

    g_assert_cmpuint(faces_near(both, 0), ==, both);
    g_assert_cmpuint(faces_near(both, 1), ==, FONT_ITALIC);
    g_assert_cmpuint(faces_near(both, 2), ==, FONT_BOLD);
    g_assert_cmpuint(faces_near(both, 3), ==, 0);
    g_assert_cmpuint(faces_near(FONT_BOLD, 1), ==, 0);
}

static void
test_none(void)
{
    guint index = 99;
    g_autofree char *none = fonts_file("No Such Family 42", 0, &index);

    g_assert_null(none);
    g_assert_cmpuint(index, ==, 0);
    g_autofree char *generic = fonts_file("serif", 0, &index);
    g_assert_null(generic);
}

static void
test_file(void)
{
    guint index = 99;

    if (!faces_here("EB Garamond") || !faces_here("Linux Libertine O")) {
        g_test_skip("EB Garamond or its bold is not installed");
        return;
    }
    g_autofree char *path = fonts_file("EB Garamond", 0, &index);
    g_assert_true(g_str_has_suffix(path, "EBGaramond12-Regular.otf"));
    g_assert_cmpuint(index, ==, 0);
    g_autofree char *bold = fonts_file("eb garamond", FONT_BOLD, &index);
    g_assert_true(g_str_has_suffix(bold, "LinLibertine_RB.otf"));
    g_autofree char *both = fonts_file("EB Garamond",
                                       FONT_BOLD | FONT_ITALIC, &index);
    g_assert_true(g_str_has_suffix(both, "LinLibertine_RBI.otf"));
}

/* What is in no table: of a family with many weights the usual two. */
static void
test_installed(void)
{
    FcConfig *installed = fonts_installed();
    guint index;
    g_autofree char *plain = fonts_find(installed, "Noto Sans", 0, &index);
    g_autofree char *bold = fonts_find(installed, "noto sans", FONT_BOLD,
                                       &index);

    FcConfigDestroy(installed);
    if (!plain || !bold) {
        g_test_skip("Noto Sans is not installed");
        return;
    }
    g_assert_true(g_str_has_suffix(plain, "/NotoSans-Regular.ttf"));
    g_assert_true(g_str_has_suffix(bold, "/NotoSans-Bold.ttf"));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/fonts/table", test_table);
    g_test_add_func("/fonts/near", test_near);
    g_test_add_func("/fonts/none", test_none);
    g_test_add_func("/fonts/file", test_file);
    g_test_add_func("/fonts/installed", test_installed);
    return g_test_run();
}
