/* SPDX-License-Identifier: MIT */
/* Under which letters a title is filed. */
#include "book/collate.h"

#include <string.h>

#include "book/fold.h"
#include "model/language.h"

/* Folded, each with a blank around it; elided: written onto the word. */
static const struct {
    const char *language, *articles;
    gboolean elided;
} leading[] = {
    { "en", " the a an ", FALSE },
    { "de", " der die das ein eine ", FALSE },
    { "fr", " le la les un une ", TRUE },
    { "es", " el la los las un una unos unas ", FALSE },
    { "it", " il lo la i gli le un uno una ", TRUE },
    { "pt", " o a os as um uma uns umas ", FALSE },
    { "nl", " de het een ", FALSE },
    { "sv", " en ett den det de ", FALSE },
    { "da", " en et den det de ", FALSE },
    { "nb", " en et ei den det de ", FALSE },
    { "no", " en et ei den det de ", FALSE },
    { "ca", " el la els les un una ", TRUE },
    { "hu", " a az egy ", FALSE },
};

/* "L'" and "l’". */
static gsize
collate_elision(const char *str)
{
    if (*str != 'l' && *str != 'L')
        return 0;
    if (str[1] == '\'')
        return 2;
    return g_str_has_prefix(str + 1, "’") ? 1 + strlen("’") : 0;
}

static const char *
collate_past_elision(const char *str, const char *language)
{
    for (guint i = 0; language && i < G_N_ELEMENTS(leading); i++)
        if (leading[i].elided &&
            language_is(language, leading[i].language))
            return str + collate_elision(str);
    return str;
}

/* An article alone is a word like others. */
static const char *
collate_past_article(const char *folded, const char *language)
{
    g_autofree char *word = NULL;
    const char *blank = strchr(folded, ' ');

    if (!blank || !language)
        return folded;
    word = g_strdup_printf(" %.*s ", (int) (blank - folded), folded);
    for (guint i = 0; i < G_N_ELEMENTS(leading); i++)
        if (language_is(language, leading[i].language) &&
            strstr(leading[i].articles, word))
            return blank + 1;
    return folded;
}

/* A number is led by how many digits it has, so that 9 is before 10. */
static void
collate_numbers(GString *out, const char *folded)
{
    for (const char *p = folded; *p;) {
        gsize n = strspn(p, "0123456789");

        while (n > 1 && *p == '0') {
            p++;
            n--;
        }
        if (n)
            g_string_append_c(out, '0' + MIN(n - 1, 9));
        g_string_append_len(out, p, MAX(n, 1));
        p += MAX(n, 1);
    }
}

char *
collate_key(const char *str, const char *language)
{
    const char *rest = collate_past_elision(str, language);
    g_autofree char *folded = fold_words(rest, strlen(rest));
    g_autofree char *small = g_utf8_casefold(str, -1);
    g_autofree char *exact = g_utf8_normalize(small, -1, G_NORMALIZE_NFKD);
    GString *out = g_string_new(NULL);

    collate_numbers(out, collate_past_article(folded, language));
    g_string_append_printf(out, "\x01%s\x01%s", exact ? exact : small, str);
    return g_string_free(out, FALSE);
}
