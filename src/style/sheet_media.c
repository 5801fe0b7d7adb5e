/* SPDX-License-Identifier: MIT */
/* Which parts of a CSS sheet are for paper, which for screens; after Media
 * Queries Level 4, of which only the names of media are read. */
#include "style/sheet.h"

#include <string.h>

static const struct { const char *query; SheetMedia media; } queries[] = {
    { "all", SHEET_PAPER | SHEET_SCREEN },
    { "", SHEET_PAPER | SHEET_SCREEN },
    { "print", SHEET_PAPER },
    { "only print", SHEET_PAPER },
    { "not screen", SHEET_PAPER },
    { "screen", SHEET_SCREEN },
    { "only screen", SHEET_SCREEN },
    { "not print", SHEET_SCREEN },
    { "speech", SHEET_SCREEN },
};

static guint
sheet_query(const char *query)
{
    for (guint i = 0; i < G_N_ELEMENTS(queries); i++)
        if (g_ascii_strcasecmp(queries[i].query, query) == 0)
            return queries[i].media;
    return SHEET_UNKNOWN;
}

guint
sheet_media(const char *prelude)
{
    g_auto(GStrv) list = NULL;
    guint media = 0;

    if (g_ascii_strncasecmp(prelude, "@page", 5) == 0)
        return SHEET_PAPER;
    if (g_ascii_strncasecmp(prelude, "@media", 6) != 0)
        return SHEET_PAPER | SHEET_SCREEN;
    list = g_strsplit(prelude + 6, ",", -1);
    for (char **query = list; *query; query++)
        media |= sheet_query(g_strstrip(*query));
    return media;
}

gsize
sheet_block_end(const char *css, gsize pos)
{
    guint depth = 1;

    while (css[pos] && depth) {
        pos = sheet_part(css, pos);
        if (css[pos] == '{')
            depth++;
        else if (css[pos] == '}')
            depth--;
        pos += css[pos] != '\0';
    }
    return pos;
}

char *
sheet_for_screen(const char *css)
{
    GString *out = g_string_sized_new(strlen(css));

    for (gsize pos = 0; css[pos];) {
        gsize end = sheet_part(css, pos);
        g_autofree char *part = NULL;

        if (css[end] != '{') {
            end += css[end] != '\0';
            g_string_append_len(out, css + pos, end - pos);
            pos = end;
            continue;
        }
        part = sheet_strip(css + pos, end - pos);
        end = sheet_block_end(css, end + 1);
        if (sheet_media(part) != SHEET_PAPER)
            g_string_append_len(out, css + pos, end - pos);
        else if (css[end] == '\n')
            end++;
        pos = end;
    }
    return g_string_free(out, FALSE);
}
