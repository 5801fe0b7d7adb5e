/* SPDX-License-Identifier: MIT */
/* Which fonts a text is set with. */
#include <string.h>

#include <glib.h>

#include "type/fonts.h"

static void
test_table(void)
{
    const Face *const tables[] = { faces_text(), faces_scripts(),
                                   faces_symbols() };

    for (gsize i = 0; i < G_N_ELEMENTS(tables); i++)
        for (const Face *face = tables[i]; face->family; face++) {
            g_assert_false(g_path_is_absolute(face->file));
            g_autofree char *path = faces_path(face);
            g_assert_true(!path || g_str_has_suffix(path, face->file));
        }
}

static gboolean
is_installed(const char *family)
{
    const Face *const tables[] = { faces_text(), faces_scripts() };

    for (gsize i = 0; i < G_N_ELEMENTS(tables); i++)
        for (const Face *face = tables[i]; face->family; face++) {
            g_autofree char *path = faces_path(face);
            if (path && strcmp(face->family, family) == 0)
                return TRUE;
        }
    return FALSE;
}

/* A face is chosen only if the text needs it. */
static void
test_chosen(void)
{
    static const struct {
        const char *text, *language, *family;
    } cases[] = {
        { "plain", "en", "EB Garamond" },
        { "\u05d0", "he", "Noto Serif Hebrew" },
        { "\u0e01", NULL, "Noto Serif Thai" },
        { "\u4e00", "ja", "Noto Serif CJK JP" },
        { "\u4e00", "zh", "Noto Serif CJK SC" },
        { "\u4e00", "zh-Hant-HK", "Noto Serif CJK TC" },
        { "\u4e00", "ko", "Noto Serif CJK KR" },
        { "\u4e00", "zhx", "Noto Serif CJK JP" },
    };

    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        if (!is_installed(cases[i].family))
            continue;
        g_autoptr(Fonts) fonts = fonts_new(cases[i].text, cases[i].language,
                                           FALSE, NULL);
        g_assert_true(g_str_has_prefix(fonts->families, cases[i].family));
        g_assert_false(fonts->color);
    }
}

static void
test_nothing_missing(void)
{
    g_autoptr(Fonts) fonts = fonts_new("a \u2192 \u05d0 \U0010fffd", "en",
                                       TRUE, NULL);

    g_assert_nonnull(fonts->context);
    g_autoptr(Fonts) none = fonts_new("", NULL, FALSE, NULL);
    g_assert_nonnull(none->context);
}

static void
test_file(void)
{
    guint index = 99;
    g_autofree char *none = fonts_file("No Such Family 42", FALSE, FALSE,
                                       &index);

    g_assert_null(none);
    g_autofree char *generic = fonts_file("serif", FALSE, FALSE, &index);
    g_assert_null(generic);
    if (!is_installed("EB Garamond")) {
        g_test_skip("EB Garamond is not installed");
        return;
    }
    g_autofree char *path = fonts_file("EB Garamond", FALSE, FALSE, &index);
    g_assert_true(g_str_has_suffix(path, "EBGaramond12-Regular.otf"));
    g_assert_cmpuint(index, ==, 0);
    g_autofree char *bold = fonts_file("eb garamond", TRUE, FALSE, &index);
    g_assert_true(g_str_has_suffix(bold, "EBGaramond12-Bold.otf"));
    g_autofree char *both = fonts_file("EB Garamond", TRUE, TRUE, &index);
    g_assert_null(both);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/fonts/table", test_table);
    g_test_add_func("/fonts/chosen", test_chosen);
    g_test_add_func("/fonts/nothing-missing", test_nothing_missing);
    g_test_add_func("/fonts/file", test_file);
    return g_test_run();
}
