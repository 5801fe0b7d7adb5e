/* SPDX-License-Identifier: MIT */
/* Where styles are found: built in, in the user's folder, at a path. */
#include "style/style.h"

#include <string.h>

#include "base/diag.h"
#include "style/sheet.h"

typedef struct {
    A2bDiag *diag;
    const char *path;
} StyleReport;

static void
style_left_out(const char *part, gpointer user)
{
    const StyleReport *report = user;

    diag_say(report->diag, DIAG_STYLE_PART, report->path, 0, 0, part);
}

/* The sheet at path, fit for a book; NULL with error. */
static char *
style_read(const char *path, A2bDiag *diag, GError **error)
{
    g_autoptr(GError) cause = NULL;
    g_autofree char *css = NULL;
    StyleReport report = { diag, path };
    gsize len;

    if (!g_file_get_contents(path, &css, &len, &cause)) {
        g_set_error(error, A2B_ERROR, A2B_ERROR_RESOURCE,
                    "the style \"%s\" cannot be read: %s", path,
                    cause->message);
        return NULL;
    }
    if (!g_utf8_validate(css, len, NULL)) {
        g_set_error(error, A2B_ERROR, A2B_ERROR_RESOURCE,
                    "the style \"%s\" is not UTF-8; save it as UTF-8", path);
        return NULL;
    }
    /* A byte order mark would stand in the middle of the book's sheet. */
    return sheet_clean(g_str_has_prefix(css, "\xEF\xBB\xBF") ? css + 3 : css,
                       style_left_out, &report);
}

/* What stands before every style and is none itself. */
static const char *const style_before[] = { "base", "print", NULL };

static gboolean
style_is_before(const StyleBuiltin *builtin)
{
    return g_strv_contains(style_before, builtin->name);
}

static const char *
style_sheet(const char *name)
{
    for (const StyleBuiltin *b = style_builtins; b->name; b++)
        if (strcmp(b->name, name) == 0)
            return b->css;
    return "";
}

/* EPUB reading systems may stumble over what is for paper. */
static void
style_append(A2bStyle *style, const char *css)
{
    g_autofree char *screen = sheet_for_screen(css);

    if (style->css->len)
        g_string_append_c(style->css, '\n');
    g_string_append(style->css, screen);
    g_string_append_c(style->print, '\n');
    g_string_append(style->print, css);
}

static A2bStyle *
style_new(const char *name, const char *css, gboolean outside)
{
    A2bStyle *style = g_new0(A2bStyle, 1);

    style->name = g_strdup(name);
    style->css = g_string_new(NULL);
    style->print = g_string_new(NULL);
    style_append(style, style_sheet("base"));
    g_string_append(style->print, style_sheet("print"));
    style->outside = style->print->len;
    style_append(style, css);
    if (!outside)
        style->outside = style->print->len;
    return style;
}

static const StyleBuiltin *
style_builtin(const char *name)
{
    for (const StyleBuiltin *b = style_builtins; b->name; b++)
        if (!style_is_before(b) && strcmp(b->name, name) == 0)
            return b;
    return NULL;
}

/* The file that a name stands for: itself, or one in the user's folder. */
static char *
style_path(const char *name)
{
    g_autofree char *file = NULL;

    if (strchr(name, '/') || g_str_has_suffix(name, ".css"))
        return g_strdup(name);
    file = g_strconcat(name, ".css", NULL);
    return g_build_filename(g_get_user_data_dir(), "article2book", "styles",
                            file, NULL);
}

A2bStyle *
a2b_style_load(const char *name, A2bDiag *diag, GError **error)
{
    g_autofree char *path = NULL, *css = NULL, *names = NULL;
    const StyleBuiltin *builtin;

    g_return_val_if_fail(name, NULL);

    if ((builtin = style_builtin(name)))
        return style_new(name, builtin->css, FALSE);
    path = style_path(name);
    if (strcmp(path, name) != 0 && !g_file_test(path, G_FILE_TEST_EXISTS)) {
        names = g_strjoinv(", ", (char **) a2b_style_names());
        g_set_error(error, A2B_ERROR, A2B_ERROR_RESOURCE,
                    "there is no style \"%s\"; built in are %s, and \"%s\" "
                    "would be read", name, names, path);
        return NULL;
    }
    if (!(css = style_read(path, diag, error)))
        return NULL;
    return style_new(name, css, TRUE);
}

void
a2b_style_free(A2bStyle *style)
{
    if (!style)
        return;
    g_free(style->name);
    g_string_free(style->css, TRUE);
    g_string_free(style->print, TRUE);
    g_free(style);
}

gboolean
a2b_style_add(A2bStyle *style, const char *path, A2bDiag *diag,
              GError **error)
{
    g_autofree char *css = NULL;

    g_return_val_if_fail(style && path, FALSE);

    if (!(css = style_read(path, diag, error)))
        return FALSE;
    style_append(style, css);
    return TRUE;
}

const char *const *
a2b_style_names(void)
{
    static const char **names;

    if (g_once_init_enter(&names)) {
        GPtrArray *array = g_ptr_array_new();
        for (const StyleBuiltin *b = style_builtins; b->name; b++)
            if (!style_is_before(b))
                g_ptr_array_add(array, (gpointer) b->name);
        g_ptr_array_add(array, NULL);
        g_once_init_leave(&names,
                          (const char **) g_ptr_array_free(array, FALSE));
    }
    return names;
}
