/* SPDX-License-Identifier: MIT */
/* Where styles are found, what is left out of them, which fonts they name. */
#include <article2book/article2book.h>
#include <glib/gstdio.h>
#include <string.h>

#include "style/sheet.h"
#include "style/style.h"

static void
count(const char *part G_GNUC_UNUSED, gpointer user)
{
    ++*(guint *) user;
}

static void
test_clean(void)
{
    static const struct {
        const char *css, *clean;
        guint left_out;
    } rows[] = {
        { "p { margin: 0 }", "p {\nmargin: 0;\n}\n", 0 },
        { "/* a { */ p{a:b;/* ; */c:\"};\"}", "p {\na:b;\nc:\"};\";\n}\n",
          0 },
        { "@import \"x.css\"; p{a:b}", "p {\na:b;\n}\n", 1 },
        { "@IMPORT url(x.css); p{a:b}", "p {\na:b;\n}\n", 1 },
        { "p{background:url( http://a/;x )}", "p {\n}\n", 1 },
        { "p{background:\\75rl(x)}", "p {\n}\n", 1 },
        { "p{direction:rtl;unicode-bidi :embed;a:b}", "p {\na:b;\n}\n", 2 },
        { "p{a:b", "p {\na:b;\n}\n", 0 },
        { "p{a:b}}}q{c:d}", "p {\na:b;\n}\nq {\nc:d;\n}\n", 0 },
        { "@media print { p { a:b } }", "@media print {\np {\na:b;\n}\n}\n",
          0 },
        { "p{a:\"unended\n;c:d}", "p {\nc:d;\n}\n", 1 },
        { "p{a:b;e:(f", "p {\na:b;\n}\n", 1 },
        { "p{a:\"\\\\\"}", "p {\na:\"\\\\\";\n}\n", 0 },
        { "p{a;:b;c:;d:e;*f:g;&}", "p {\nd:e;\n}\n", 5 },
        { "p{a:b;q{c:d}e:f}", "p {\na:b;\ne:f;\n}\n", 1 },
        { "@@{{\"a\"}}p{a:b}", "p {\na:b;\n}\n", 1 },
        { "@;@ x{a:b}@media x{a:b}", "@media x {\n}\n", 3 },
        { "{a:b}p,,q{a:b}p>{a:b}1p{a:b}p[{a:b}.{a:b}#{a:b}$x{a:b}", "", 8 },
        { "p::x:y(z, w) > .a#b ~ *+ [c='{'], q{a:b}",
          "p::x:y(z, w) > .a#b ~ *+ [c='{'], q {\na:b;\n}\n", 0 },
        { "@keyframes x{0%{a:b}62.5%, to{a:b}}",
          "@keyframes x {\n0% {\na:b;\n}\n62.5%, to {\na:b;\n}\n}\n", 0 },
        { "@font-face{a:b}@page :left{c:d}",
          "@font-face {\na:b;\n}\n@page :left {\nc:d;\n}\n", 0 },
        { "/* unended", "", 0 }, { "words", "", 1 }, { "", "", 0 },
    };

    for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
        guint left_out = 0;
        g_autofree char *clean = sheet_clean(rows[i].css, count, &left_out);
        g_assert_cmpstr(clean, ==, rows[i].clean);
        g_assert_cmpuint(left_out, ==, rows[i].left_out);
    }
}

static void
test_media(void)
{
    static const char *const rows[][2] = {
        { "p{a:b}\n@media print {\np{c:d}\n}\nq{e:f}", "p{a:b}q{e:f}" },
        { "@page{a:b}p{a:b}@page :left{a:b}", "p{a:b}" },
        { "@media screen{p{a:b}}@media print,screen{p{a:b}}",
          "@media screen{p{a:b}}@media print,screen{p{a:b}}" },
        { "@MEDIA only print{p{a:\"}\"}}p{a:b}", "p{a:b}" },
        { "@media print{p{a:b}", "" },
        { "@media (width:1px){p{a:b}}", "@media (width:1px){p{a:b}}" },
        { "@x y;p{a:b", "@x y;p{a:b" },
        { "", "" },
    };

    for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *screen = sheet_for_screen(rows[i][0]);
        g_auto(GStrv) lines = g_strsplit(screen, "\n", -1);
        g_autofree char *line = g_strjoinv(NULL, lines);
        g_assert_cmpstr(line, ==, rows[i][1]);
    }
}

static char *
family(const char *css, const char *element)
{
    A2bStyle style = { .css = g_string_new(css) };
    char *found = style_family(&style, element);

    g_string_free(style.css, TRUE);
    return found;
}

static void
test_family(void)
{
    static const char *const rows[][3] = {
        { "body { font-family: \"EB Garamond\", serif }", "body",
          "EB Garamond" },
        { "h1, h2 { color: red; font-family: serif, Lato }", "h1", "Lato" },
        { "h1 .x { font-family: Lato }", "h1", NULL },
        { "body { font-family: serif }", "body", NULL },
        { "body{font-family:A} body{FONT-FAMILY :B;x:y} p{font-family:C}",
          "body", "B" },
        { "", "body", NULL },
    };

    for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *found = family(rows[i][0], rows[i][1]);
        g_assert_cmpstr(found, ==, rows[i][2]);
    }
}

/* Nothing that is built in sets a colour or names another file. */
static void
test_builtin(void)
{
    const char *const *names = a2b_style_names();

    g_assert_true(g_strv_contains(names, "classic"));
    g_assert_true(g_strv_contains(names, "newspaper"));
    g_assert_false(g_strv_contains(names, "base"));
    g_assert_false(g_strv_contains(names, "print"));
    for (; *names; names++) {
        g_autoptr(A2bStyle) style = a2b_style_load(*names, NULL, NULL);
        g_autofree char *font = style_family(style, "body");
        g_autofree char *clean = NULL;
        guint left_out = 0;

        g_assert_nonnull(font);
        g_assert_null(strstr(style->css->str, "background"));
        for (const char *p = style->css->str; (p = strstr(p, "color:")); p++)
            g_assert_true(g_str_has_prefix(p, "color: inherit"));
        clean = sheet_clean(style->print->str, count, &left_out);
        g_assert_cmpuint(left_out, ==, 0);
        g_assert_null(strstr(style->css->str, "@media print"));
        g_assert_null(strstr(style->css->str, "rlh"));
        g_assert_nonnull(strstr(style->print->str, "@media print"));
        g_assert_cmpuint(style->outside, ==, style->print->len);
    }
}

static void
test_load(void)
{
    g_autofree char *folder = g_dir_make_tmp("a2b-XXXXXX", NULL);
    g_autofree char *path = g_build_filename(folder, "mine.css", NULL);
    g_autoptr(A2bDiag) diag = a2b_diag_new(NULL, NULL);
    g_autoptr(GError) error = NULL;
    A2bStyle *style;

    g_file_set_contents(path, "\xEF\xBB\xBF" "p{a:url(b);c:d}", -1, NULL);
    style = a2b_style_load(path, diag, &error);
    g_assert_no_error(error);
    g_assert_cmpuint(a2b_diag_count(diag, A2B_LEVEL_WARNING), ==, 1);
    g_assert_true(g_str_has_suffix(style->css->str, "\np {\nc:d;\n}\n"));
    g_assert_cmpstr(style->print->str + style->outside, ==,
                    "\np {\nc:d;\n}\n");
    g_assert_true(a2b_style_add(style, path, diag, &error));
    a2b_style_free(style);
    g_file_set_contents(path, "p{\xFF}", -1, NULL);
    g_assert_null(a2b_style_load(path, NULL, &error));
    g_assert_error(error, A2B_ERROR, A2B_ERROR_RESOURCE);
    g_clear_error(&error);
    g_unlink(path);
    g_rmdir(folder);
    g_assert_null(a2b_style_load("no-such-style", NULL, &error));
    g_assert_error(error, A2B_ERROR, A2B_ERROR_RESOURCE);
    g_clear_error(&error);
    g_assert_null(a2b_style_load("./no-such.css", NULL, &error));
    g_assert_error(error, A2B_ERROR, A2B_ERROR_RESOURCE);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/style/clean", test_clean);
    g_test_add_func("/style/media", test_media);
    g_test_add_func("/style/family", test_family);
    g_test_add_func("/style/builtin", test_builtin);
    g_test_add_func("/style/load", test_load);
    return g_test_run();
}
