/* SPDX-License-Identifier: MIT */
/* Takes short texts apart: datelines, labels with values, note marks, and
 * captions from their credits. */
#include <string.h>

#include "read/txt_see.h"

enum {
    LONGEST_CITY = 48,      /* bytes */
    LONGEST_LABEL = 32,
    LONGEST_CREDIT = 90,
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

/* Words that a credit begins with, where a caption comes before it. */
static const char *const openers[] = {
    "Photo by ", "Photo: ", "PHOTO: ", "Photograph: ", "Photos by ",
    "Picture: ", "PICTURE: ", "Image: ", "Credit: ", "Photo credit: ",
    "Image credit: ", "Image Credit: ", "Image Credit ", "Illustration: ",
    "(AP Photo", "[AP Photo", "(Photo by ", "(Photo: ", "Foto: ",
    "\xd0\xa4\xd0\xbe\xd1\x82\xd0\xbe: ",
    "\xe1\xba\xa2nh minh h\xe1\xbb\x8d""a: ", "\xe1\xba\xa2nh: ",
};

/* What the last sentence of a caption ends with if it is its credit. */
static const char *const closers[] = {
    "/Getty Images", "via Getty Images", "Getty Images", "/AFP", "/AP",
    "/Reuters", "/ TASS", "/TASS", "/ AFP", "/ AP", "/ Reuters", "/EPA",
    "/Shutterstock", "Shutterstock", "via AP", "via Reuters", "/TTXVN",
    "Photo: Getty", "/Xinhua", "/dpa", "/PA", "via Getty", "/ Getty Images",
};

static gboolean
set_credit(TxtCredit *credit, const char *str, gsize len, gsize at)
{
    gsize end = len, caption = at;

    if (len - at > LONGEST_CREDIT)
        return FALSE;
    while (caption > 0 && strchr(" ([", str[caption - 1]))
        caption--;
    if (strchr("([", str[at]) && strchr(")]", str[end - 1])) {
        at++;
        end--;
    }
    credit->caption = 0;
    credit->caption_len = caption;
    credit->credit = at;
    credit->credit_len = end - at;
    return TRUE;
}

static gboolean
credit_by_opener(const char *str, gsize len, TxtCredit *credit)
{
    for (guint i = 0; i < G_N_ELEMENTS(openers); i++) {
        const char *p = g_strstr_len(str, len, openers[i]);
        if (p != NULL && (p == str || strchr(" .)\"", p[-1])) &&
            set_credit(credit, str, len, p - str)) {
            const char *colon = memchr(p, ':', strlen(openers[i]));
            if (colon && openers[i][0] != '(') {
                gsize skip = colon + 2 - (str + credit->credit);
                credit->credit += skip;
                credit->credit_len -= skip;
            }
            return TRUE;
        }
    }
    return FALSE;
}

/* A full stop behind a small letter, not behind an initial. */
static gboolean
holds_sentence(const char *str, gsize len)
{
    for (gsize i = 1; i + 1 < len; i++)
        if (str[i] == '.' && str[i + 1] == ' ' &&
            g_ascii_islower(str[i - 1]))
            return TRUE;
    return FALSE;
}

/* "Name via Getty Images What is seen": the credit comes first. */
static gboolean
credit_before(const char *str, gsize len, TxtCredit *credit)
{
    for (guint i = 0; i < G_N_ELEMENTS(closers); i++) {
        gsize n = strlen(closers[i]);
        const char *p = g_strstr_len(str, MIN(len, LONGEST_CREDIT),
                                     closers[i]);
        if (p == NULL || p[n] != ' ' || p + n + 10 > str + len ||
            !g_unichar_isupper(g_utf8_get_char(p + n + 1)) ||
            holds_sentence(str, p - str) ||
            !g_unichar_isupper(g_utf8_get_char(str)))
            continue;
        credit->credit = 0;
        credit->credit_len = p + n - str;
        credit->caption = credit->credit_len + 1;
        credit->caption_len = len - credit->caption;
        return TRUE;
    }
    return FALSE;
}

/* "Ines Calder / Harbour Post": names with a stroke between, all of their
 * words capitals. */
static gboolean
is_named_credit(const char *str, gsize len)
{
    guint words = 0;

    if (len > 60 || g_strstr_len(str, len, " / ") == NULL)
        return FALSE;
    for (const char *p = str; p < str + len; p++)
        if (p == str || p[-1] == ' ') {
            words++;
            if (!g_unichar_isupper(g_utf8_get_char(p)) && *p != '/')
                return FALSE;
        }
    return words >= 3 && words <= 9;
}

static gboolean
credit_by_names(const char *str, gsize len, TxtCredit *credit)
{
    const char *stop = g_strrstr_len(str, len, ". ");
    gsize at = stop ? stop + 2 - str : 0;

    return is_named_credit(str + at, len - at) &&
           set_credit(credit, str, len, at);
}

gboolean
txt_credit(const char *str, gsize len, TxtCredit *credit)
{
    const char *stop;
    gsize bare = len;

    if (credit_before(str, len, credit))
        return TRUE;

    if (credit_by_opener(str, len, credit) ||
        credit_by_names(str, len, credit))
        return TRUE;
    while (bare > 0 && strchr(". )]", str[bare - 1]))
        bare--;
    for (guint i = 0; i < G_N_ELEMENTS(closers); i++) {
        gsize n = strlen(closers[i]);
        if (bare < n || memcmp(str + bare - n, closers[i], n))
            continue;
        stop = g_strrstr_len(str, bare - n, ". ");
        if (stop == NULL)
            stop = g_strrstr_len(str, bare - n, " (");
        if (stop != NULL) {
            if (!set_credit(credit, str, len,
                            stop + (*stop == '.' ? 2 : 1) - str))
                return FALSE;
            return TRUE;
        }
        return len <= LONGEST_CREDIT && set_credit(credit, str, len, 0);
    }
    return FALSE;
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
        gsize n = strlen(agencies[i]);
        if (n > best && len > n + 20 && !memcmp(str, agencies[i], n) &&
            g_unichar_isupper(g_utf8_get_char(str + n)))
            best = n;
    }
    return best;
}
