/* SPDX-License-Identifier: MIT */
/* Which lengths CSS knows; after CSS Values and Units Level 4, without
 * those of screens. */
#include "style/css_value.h"

#include <string.h>

#define CSS_MOST 100000         /* no length is larger */

static const struct {
    const char *name;
    CssUnit unit;
    double factor;
} units[] = {
    { "em", CSS_EM, 1 },         { "pt", CSS_POINTS, 1 },
    { "%", CSS_PART, .01 },      { "", CSS_NUMBER, 1 },
    { "rem", CSS_REM, 1 },       { "ex", CSS_EM, .5 },
    { "ch", CSS_EM, .5 },        { "ic", CSS_EM, 1 },
    { "lh", CSS_LINE, 1 },       { "rlh", CSS_ROOT_LINE, 1 },
    { "px", CSS_POINTS, .75 },   { "pc", CSS_POINTS, 12 },
    { "in", CSS_POINTS, 72 },    { "cm", CSS_POINTS, 72 / 2.54 },
    { "mm", CSS_POINTS, 72 / 25.4 }, { "q", CSS_POINTS, 72 / 101.6 },
};

/* Hexadecimal numbers, infinities and the like are none of CSS. */
static gboolean
value_is_number(const char *str)
{
    str += *str == '-' || *str == '+';
    if (str[0] == '0' && (str[1] | 0x20) == 'x')
        return FALSE;
    return g_ascii_isdigit(*str) || (*str == '.' && g_ascii_isdigit(str[1]));
}

gboolean
css_length(const char *str, CssLength *length)
{
    char *end;
    double number;

    if (!value_is_number(str))
        return FALSE;
    number = g_ascii_strtod(str, &end);
    if (!(number >= -CSS_MOST && number <= CSS_MOST))
        return FALSE;
    for (guint i = 0; i < G_N_ELEMENTS(units); i++)
        if (g_ascii_strcasecmp(end, units[i].name) == 0) {
            length->number = number * units[i].factor;
            length->unit = units[i].unit;
            return TRUE;
        }
    return FALSE;
}

gboolean
css_points(const char *str, double *points)
{
    CssLength length;

    if (!css_length(str, &length) ||
        (length.unit != CSS_POINTS && length.number != 0))
        return FALSE;
    *points = length.number;
    return TRUE;
}

/* The offset after the word that begins at str. */
static gsize
value_word(const char *str, char delimiter)
{
    guint brackets = 0;
    char quote = 0;
    gsize pos = 0;

    for (; str[pos]; pos++) {
        char c = str[pos];

        if (quote)
            quote = c == quote ? 0 : quote;
        else if (c == '"' || c == '\'')
            quote = c;
        else if (c == '(')
            brackets++;
        else if (c == ')' && brackets)
            brackets--;
        else if (!brackets && (c == delimiter ||
                               (delimiter == ' ' && g_ascii_isspace(c))))
            break;
    }
    return pos;
}

char **
css_split(const char *str, char delimiter)
{
    GPtrArray *words = g_ptr_array_new();

    while (*str) {
        gsize len;

        while (g_ascii_isspace(*str))
            str++;
        len = value_word(str, delimiter);
        if (len)
            g_ptr_array_add(words, g_strchomp(g_strndup(str, len)));
        str += len + (str[len] != '\0');
    }
    g_ptr_array_add(words, NULL);
    return (char **) g_ptr_array_free(words, FALSE);
}
