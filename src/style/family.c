/* SPDX-License-Identifier: MIT */
/* Which fonts a style asks for. */
#include <string.h>

#include "style/sheet.h"
#include "style/style.h"

static const char *const generic[] = {
    "serif", "sans-serif", "monospace", "cursive", "fantasy", "system-ui",
    "ui-serif", "ui-sans-serif", "ui-monospace", "ui-rounded", "math",
    "emoji", "inherit", "initial", "unset", "revert", NULL
};

/* Whether a list of selectors names the bare element. */
static gboolean
family_selects(const char *selectors, const char *element)
{
    g_auto(GStrv) list = g_strsplit(selectors, ",", -1);

    for (char **s = list; *s; s++)
        if (strcmp(g_strstrip(*s), element) == 0)
            return TRUE;
    return FALSE;
}

/* The first real family of a font-family value. */
static char *
family_first(const char *value)
{
    g_auto(GStrv) list = g_strsplit(value, ",", -1);

    for (char **s = list; *s; s++) {
        char *name = g_strdelimit(g_strstrip(*s), "\"'", ' ');
        g_strstrip(name);
        if (*name && !strpbrk(name, "\\!;{}<>&")
            && !g_strv_contains(generic, name))
            return g_strdup(name);
    }
    return NULL;
}

static char *
family_declared(const char *part)
{
    const char *colon = strchr(part, ':');
    g_autofree char *name = NULL;

    if (!colon)
        return NULL;
    name = g_ascii_strdown(part, colon - part);
    if (strcmp(g_strchomp(name), "font-family") != 0)
        return NULL;
    return family_first(colon + 1);
}

char *
style_family(const A2bStyle *style, const char *element)
{
    const char *css = style->css->str;
    gboolean selected = FALSE;
    char *family = NULL;

    for (gsize pos = 0; css[pos];) {
        gsize end = sheet_part(css, pos);
        g_autofree char *part = sheet_strip(css + pos, end - pos);

        if (css[end] == '{') {
            selected = family_selects(part, element);
        } else if (selected) {
            char *found = family_declared(part);
            if (found) {
                g_free(family);
                family = found;
            }
            selected = css[end] == ';';
        }
        pos = end + (css[end] != '\0');
    }
    return family;
}
