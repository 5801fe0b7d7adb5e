/* SPDX-License-Identifier: MIT */
/* Takes short texts apart: datelines, labels with values, note marks,
 * picture agencies. */
#include <string.h>

#include "read/txt_see.h"

enum {
    LONGEST_CITY = 48,      /* bytes */
    LONGEST_LABEL = 32,
};

/* The dash behind a dateline: "--", "-" between blanks, or a long one. */
static gsize
dash_length(const char *p)
{
    if (g_str_has_prefix(p, "\xe2\x80\x94") ||
        g_str_has_prefix(p, "\xe2\x80\x93"))
        return 3;
    if (g_str_has_prefix(p, "--"))
        return 2;
    return (p[0] == '-' || p[0] == '_') && p[1] == ' ' ? 1 : 0;
}

static gboolean
is_city_char(const char *p)
{
    return g_unichar_isupper(g_utf8_get_char(p)) ||
           strchr(" ,.'-/", *p) != NULL;
}

/* Behind the city may stand a date: "Oct. 9", up to a bracket or dash. */
static const char *
skip_date(const char *p, const char *end)
{
    guint n = 0;

    while (p < end && n < 24 && (g_ascii_isalnum(*p) || *p == '.' ||
                                 *p == ' ' || *p == ',') &&
           dash_length(p) == 0) {
        p++;
        n++;
    }
    return p;
}

/* "(Agency) " if it is there, else p; NULL if a bracket does not close. */
static const char *
skip_agency(const char *p, const char *end)
{
    const char *close;

    if (*p != '(')
        return p;
    close = memchr(p, ')', end - p);
    if (close == NULL)
        return NULL;
    for (p = close + 1; p < end && *p == ' '; )
        p++;
    return p;
}

gsize
txt_dateline(const char *str, gsize len, gsize *city_len)
{
    const char *end = str + MIN(len, LONGEST_CITY), *p = str, *comma = NULL;
    guint upper = 0;

    while (p < end && is_city_char(p) && dash_length(p) == 0 &&
           !(p[0] == ' ' && p[1] == ' ')) {
        upper += g_unichar_isupper(g_utf8_get_char(p));
        if (*p == ',')
            comma = p;
        p = g_utf8_next_char(p);
    }
    if (upper < 3 || p >= end)
        return 0;
    if (g_ascii_islower(*p) && comma != NULL)
        p = comma;
    for (*city_len = p - str; *city_len > 0 &&
         strchr(" ,.", str[*city_len - 1]); )
        (*city_len)--;
    if (p[0] == ' ' && p[1] == ' ')
        return g_unichar_isupper(g_utf8_get_char(p + 2)) ? p + 2 - str : 0;
    p = skip_agency(*p == ',' ? skip_date(p, end) : p, end);
    if (p == NULL || p >= end || dash_length(p) == 0)
        return 0;
    for (p += dash_length(p); p < str + len && *p == ' '; )
        p++;
    return p < str + len ? (gsize) (p - str) : 0;
}

gboolean
txt_label_value(const char *str, gsize len, gsize *label_len, gsize *value)
{
    const char *colon = memchr(str, ':', MIN(len, LONGEST_LABEL));
    const char *p, *end = str + len;
    guint words = 1;

    if (colon == NULL || colon == str || g_unichar_isdigit(
            g_utf8_get_char(str)) || !g_unichar_isalpha(
            g_utf8_get_char(str)) || g_str_has_prefix(colon, "://"))
        return FALSE;
    for (p = colon; p > str && strchr(". \t", p[-1]); )
        p--;
    *label_len = p - str;
    for (const char *q = str; q < p; q++)
        words += *q == ' ' && q[1] != ' ';
    for (p = colon + 1; p < end && (*p == ' ' || *p == '\t' ||
                                    g_str_has_prefix(p, "\xc2\xa0")); )
        p = g_utf8_next_char(p);
    *value = p - str;
    return words <= 4 && (p > colon + 1 || p >= end) &&
           memchr(str, '"', *label_len) == NULL;
}

gboolean
txt_note_mark(const char *str, gsize len, gsize *mark, gsize *mark_len,
              gsize *text)
{
    gsize p = 1;

    if (len < 4 || str[0] != '[')
        return FALSE;
    while (p < len && p < 5 && (g_ascii_isdigit(str[p]) || str[p] == '*'))
        p++;
    if (p == 1 || str[p] != ']')
        return FALSE;
    *mark = 1;
    *mark_len = p - 1;
    for (p++; p < len && str[p] == ' '; )
        p++;
    *text = p;
    return p < len;
}

gsize
txt_agency(const char *str, gsize len)
{
    static const char *const agencies[] = {
        "Reuters ", "Getty Images ", "AFP ", "AFP via Getty Images ", "EPA ",
        "PA Media ", "Bloomberg via Getty Images ", "Shutterstock ",
        "AFP/Getty Images ", "NurPhoto via Getty Images ",
        "Anadolu via Getty Images ", "EPA-EFE ", "EPA/Shutterstock ",
    };
    gsize best = 0;

    for (guint i = 0; i < G_N_ELEMENTS(agencies); i++) {
        gsize n = *str == *agencies[i] ? strlen(agencies[i]) : 0;
        if (n > best && len > n + 20 && !memcmp(str, agencies[i], n) &&
            g_unichar_isupper(g_utf8_get_char(str + n)))
            best = n;
    }
    return best;
}
