/* SPDX-License-Identifier: MIT */
/* Where the parts of a CSS sheet begin and end, and which may stand in a
 * book; after CSS Syntax Level 3, as far as that takes. */
#include "style/sheet.h"

#include <string.h>

/* The offset after the comment or string that begins at pos; pos itself if
 * none does. */
static gsize
sheet_skip(const char *css, gsize pos)
{
    char quote = css[pos];

    if (quote == '/' && css[pos + 1] == '*') {
        const char *end = strstr(css + pos + 2, "*/");
        return end ? (gsize) (end + 2 - css) : strlen(css);
    }
    if (quote == '\\')
        return pos + (css[pos + 1] ? 2 : 1);
    if (quote != '"' && quote != '\'')
        return pos;
    for (pos++; css[pos] && css[pos] != quote && css[pos] != '\n'; pos++)
        if (css[pos] == '\\' && css[pos + 1])
            pos++;
    return css[pos] ? pos + 1 : pos;
}

gsize
sheet_part(const char *css, gsize pos)
{
    guint brackets = 0;

    while (css[pos]) {
        gsize next = sheet_skip(css, pos);
        if (next > pos) {
            pos = next;
            continue;
        }
        if (css[pos] == '(' || css[pos] == '[')
            brackets++;
        else if ((css[pos] == ')' || css[pos] == ']') && brackets)
            brackets--;
        else if (css[pos] == '{' || css[pos] == '}'
                 || (css[pos] == ';' && !brackets))
            break;
        pos++;
    }
    return pos;
}

char *
sheet_strip(const char *str, gsize len)
{
    g_autofree char *part = g_strndup(str, len);
    GString *out = g_string_sized_new(len);

    for (gsize pos = 0; part[pos];) {
        gsize next = sheet_skip(part, pos);
        if (next == pos)
            next = pos + 1;
        if (!(part[pos] == '/' && part[pos + 1] == '*'))
            g_string_append_len(out, part + pos, next - pos);
        pos = next;
    }
    return g_strstrip(g_string_free(out, FALSE));
}

/* Whether a whole statement or declaration may not stand in a book. */
static gboolean
sheet_forbidden(const char *part)
{
    static const char *const properties[] = { "direction", "unicode-bidi" };
    static const char *const rules[] = { "@import", "@charset",
                                         "@namespace" };
    g_autofree char *lower = g_ascii_strdown(part, -1);
    gsize name = strcspn(lower, ": \t\r\n");

    for (guint i = 0; i < G_N_ELEMENTS(properties); i++)
        if (strlen(properties[i]) == name
            && strncmp(lower, properties[i], name) == 0)
            return TRUE;
    for (guint i = 0; i < G_N_ELEMENTS(rules); i++)
        if (g_str_has_prefix(lower, rules[i]))
            return TRUE;
    /* An escape may spell "url" in other letters. */
    return strstr(lower, "url(") || strstr(lower, "image-set(")
        || (strchr(lower, '\\') && strchr(lower, '('));
}

/* A statement or declaration; between rules only an at-rule may stand. */
static void
sheet_append(GString *out, const char *part, guint depth,
             void (*left_out)(const char *, gpointer), gpointer user)
{
    if (!*part)
        return;
    if (sheet_forbidden(part) || (depth == 0 && *part != '@')) {
        if (left_out)
            left_out(part, user);
        return;
    }
    g_string_append(out, part);
    g_string_append(out, ";\n");
}

char *
sheet_clean(const char *css, void (*left_out)(const char *, gpointer),
            gpointer user)
{
    GString *out = g_string_sized_new(strlen(css) + 2);
    guint depth = 0;

    for (gsize pos = 0; css[pos];) {
        gsize end = sheet_part(css, pos);
        g_autofree char *part = sheet_strip(css + pos, end - pos);

        if (css[end] == '{') {
            g_string_append(out, part);
            g_string_append(out, " {\n");
            depth++;
        } else {
            sheet_append(out, part, depth, left_out, user);
        }
        if (css[end] == '}' && depth) {
            g_string_append(out, "}\n");
            depth--;
        }
        pos = end + (css[end] != '\0');
    }
    for (; depth; depth--)
        g_string_append(out, "}\n");
    return g_string_free(out, FALSE);
}
