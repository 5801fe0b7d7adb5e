/* SPDX-License-Identifier: MIT */
/* Parts captions from the credits that stand at one of their ends. */
#include <string.h>

#include "read/txt_see.h"

enum { LONGEST_CREDIT = 90, LONGEST_NAMED = 60 };     /* bytes */

/* Words that a credit begins with, where a caption comes before it. */
static const char *const openers[] = {
    "Photo by ", "Photo: ", "PHOTO: ", "Photograph: ", "Photos by ",
    "Picture: ", "PICTURE: ", "Image: ", "Credit: ", "Photo credit: ",
    "Image credit: ", "Image Credit: ", "Image Credit ", "Illustration: ",
    "(AP Photo", "[AP Photo", "(Photo by ", "(Photo: ", "Foto: ",
    "\xd0\xa4\xd0\xbe\xd1\x82\xd0\xbe: ",
    "\xe1\xba\xa2nh minh h\xe1\xbb\x8d""a: ", "\xe1\xba\xa2nh: ",
};

/* The bytes that openers begin with, and those that closers do. */
static const char opener_firsts[] = "PICF([\xd0\xe1";
static const char closer_firsts[] = "/vGSP";

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

/* Which strings of a list stand in the text: a bit each.  firsts: the bytes
 * that they begin with. */
static guint32
standing(const char *str, gsize len, const char *firsts,
         const char *const *list, guint n_list)
{
    const char *end = str + len;
    guint32 found = 0;

    for (const char *p = str; (p = strpbrk(p, firsts)) && p < end; p++)
        for (guint i = 0; i < n_list; i++)
            if (*p == *list[i] && g_str_has_prefix(p, list[i]) &&
                p + strlen(list[i]) <= end)
                found |= 1u << i;
    return found;
}

static gboolean
begins_credit(const char *str, gsize len, const char *opener,
              TxtCredit *credit)
{
    const char *p = g_strstr_len(str, len, opener), *colon;

    if ((p != str && strchr(" .)\"", p[-1]) == NULL) ||
        !set_credit(credit, str, len, p - str))
        return FALSE;
    colon = memchr(p, ':', strlen(opener));
    if (colon && *opener != '(') {
        gsize skip = colon + 2 - (str + credit->credit);
        credit->credit += skip;
        credit->credit_len -= skip;
    }
    return TRUE;
}

/* Only the end of the text is looked at: a longer credit is none. */
static gboolean
credit_by_opener(const char *str, gsize len, TxtCredit *credit)
{
    gsize from = len > LONGEST_CREDIT ? len - LONGEST_CREDIT : 0;
    guint32 found = standing(str + from, len - from, opener_firsts, openers,
                             G_N_ELEMENTS(openers));

    for (guint i = 0; found >> i > 0 && i < G_N_ELEMENTS(openers); i++)
        if (found >> i & 1 && begins_credit(str, len, openers[i], credit))
            return TRUE;
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

static gboolean
ends_credit(const char *str, gsize len, const char *closer,
            TxtCredit *credit)
{
    gsize n = strlen(closer);
    const char *p = g_strstr_len(str, MIN(len, LONGEST_CREDIT), closer);

    if (p[n] != ' ' || p + n + 10 > str + len ||
        !g_unichar_isupper(g_utf8_get_char(p + n + 1)) ||
        holds_sentence(str, p - str))
        return FALSE;
    credit->credit = 0;
    credit->credit_len = p + n - str;
    credit->caption = credit->credit_len + 1;
    credit->caption_len = len - credit->caption;
    return TRUE;
}

/* "Name via Getty Images What is seen": the credit comes first. */
static gboolean
credit_before(const char *str, gsize len, TxtCredit *credit)
{
    guint32 found;

    if (len == 0 || !g_unichar_isupper(g_utf8_get_char(str)))
        return FALSE;
    found = standing(str, MIN(len, LONGEST_CREDIT), closer_firsts, closers,
                     G_N_ELEMENTS(closers));
    for (guint i = 0; found >> i > 0 && i < G_N_ELEMENTS(closers); i++)
        if (found >> i & 1 && ends_credit(str, len, closers[i], credit))
            return TRUE;
    return FALSE;
}

/* "Ines Calder / Harbour Post": names with a stroke between, all of their
 * words capitals. */
static gboolean
is_named_credit(const char *str, gsize len)
{
    guint words = 0;

    if (len > LONGEST_NAMED || g_strstr_len(str, len, " / ") == NULL)
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
    gsize from = len > LONGEST_NAMED ? len - LONGEST_NAMED : 0;
    const char *stop;
    gsize at;

    if (memchr(str + from, '/', len - from) == NULL)
        return FALSE;
    stop = g_strrstr_len(str, len, ". ");
    at = stop ? stop + 2 - str : 0;
    return is_named_credit(str + at, len - at) &&
           set_credit(credit, str, len, at);
}

/* "What is seen. Name/AGENCY", "What is seen (Name/AGENCY)". */
static gboolean
credit_by_closer(const char *str, gsize len, TxtCredit *credit)
{
    const char *stop;
    gsize bare = len;

    while (bare > 0 && strchr(". )]", str[bare - 1]))
        bare--;
    for (guint i = 0; i < G_N_ELEMENTS(closers); i++) {
        gsize n = strlen(closers[i]);
        if (bare < n || str[bare - n] != *closers[i] ||
            memcmp(str + bare - n, closers[i], n))
            continue;
        stop = g_strrstr_len(str, bare - n, ". ");
        if (stop == NULL)
            stop = g_strrstr_len(str, bare - n, " (");
        if (stop != NULL)
            return set_credit(credit, str, len,
                              stop + (*stop == '.' ? 2 : 1) - str);
        return len <= LONGEST_CREDIT && set_credit(credit, str, len, 0);
    }
    return FALSE;
}

gboolean
txt_credit(const char *str, gsize len, TxtCredit *credit)
{
    return credit_before(str, len, credit) ||
           credit_by_opener(str, len, credit) ||
           credit_by_names(str, len, credit) ||
           credit_by_closer(str, len, credit);
}
