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

/* Every style begins with it; it is none itself. */
static gboolean
style_is_base(const StyleBuiltin *builtin)
{
    return strcmp(builtin->name, "base") == 0;
}

static const char *
style_base(void)
{
    for (const StyleBuiltin *b = style_builtins; b->name; b++)
        if (style_is_base(b))
            return b->css;
    return "";
}

static A2bStyle *
style_new(const char *name, const char *css)
{
    A2bStyle *style = g_new0(A2bStyle, 1);

    style->name = g_strdup(name);
    style->css = g_string_new(style_base());
    g_string_append_c(style->css, '\n');
    g_string_append(style->css, css);
    return style;
}

static const StyleBuiltin *
style_builtin(const char *name)
{
    for (const StyleBuiltin *b = style_builtins; b->name; b++)
        if (!style_is_base(b) && strcmp(b->name, name) == 0)
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
        return style_new(name, builtin->css);
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
    return style_new(name, css);
}

void
a2b_style_free(A2bStyle *style)
{
    if (!style)
        return;
    g_free(style->name);
    g_string_free(style->css, TRUE);
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
    g_string_append_c(style->css, '\n');
    g_string_append(style->css, css);
    return TRUE;
}

const char *const *
a2b_style_names(void)
{
    static const char **names;

    if (g_once_init_enter(&names)) {
        GPtrArray *array = g_ptr_array_new();
        for (const StyleBuiltin *b = style_builtins; b->name; b++)
            if (!style_is_base(b))
                g_ptr_array_add(array, (gpointer) b->name);
        g_ptr_array_add(array, NULL);
        g_once_init_leave(&names,
                          (const char **) g_ptr_array_free(array, FALSE));
    }
    return names;
}
