/* SPDX-License-Identifier: MIT */
/* Under which word a name is filed, by the habits of library catalogues. */
#include "book/names.h"

#include <string.h>

/* Words that belong to the family name after them. */
static const char *const particles[] = {
    "van", "von", "der", "den", "ten", "ter", "de", "del", "della", "di",
    "da", "dos", "du", "la", "le", "el", "al", "bin", "ibn", "ben", "zu",
    "af", "av", "st.", NULL
};

/* Words after the family name. */
static const char *const suffixes[] = {
    "jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "phd", "ph.d.", "md",
    "m.d.", NULL
};

/* Words that people are not called: the name is that of an office. */
static const char *const offices[] = {
    "news", "times", "post", "press", "staff", "agency", "agencies", "team",
    "editors", "editor", "desk", "reporters", "correspondent", "board",
    "service", "magazine", "journal", "institute", "university", "group",
    "committee", "department", "ministry", "office", "bureau", "network",
    "foundation", "association", "company", "inc", "inc.", "ltd", "ltd.",
    "gmbh", "and", "&", "of", "for", "redaktion", "agence", NULL
};

static gboolean
names_in(const char *const *list, const char *word)
{
    for (; *list; list++)
        if (g_ascii_strcasecmp(*list, word) == 0)
            return TRUE;
    return FALSE;
}

/* Scripts in which the family name already stands first, or in which one
 * cannot tell. */
static gboolean
names_family_first(const char *name)
{
    for (const char *p = name; *p; p = g_utf8_next_char(p)) {
        switch ((int) g_unichar_get_script(g_utf8_get_char(p))) {
        case G_UNICODE_SCRIPT_HAN:
        case G_UNICODE_SCRIPT_HANGUL:
        case G_UNICODE_SCRIPT_HIRAGANA:
        case G_UNICODE_SCRIPT_KATAKANA:
            return TRUE;
        }
    }
    return FALSE;
}

static gboolean
names_is_person(char **words, guint n)
{
    if (n < 2 || n > 5)
        return FALSE;
    for (guint i = 0; i < n; i++)
        if (!*words[i] || names_in(offices, words[i])
            || strpbrk(words[i], "0123456789@"))
            return FALSE;
    return TRUE;
}

/* "a b c" of words from..to. */
static char *
names_join(char **words, guint from, guint to)
{
    GString *out = g_string_new(NULL);

    for (guint i = from; i < to; i++)
        g_string_append_printf(out, "%s%s", i > from ? " " : "", words[i]);
    return g_string_free(out, FALSE);
}

char *
names_file_as(const char *name)
{
    g_auto(GStrv) words = g_strsplit_set(name, " ", -1);
    g_autofree char *family = NULL, *given = NULL, *suffix = NULL;
    guint n = g_strv_length(words), end, start;

    if (strchr(name, ',') || names_family_first(name))
        return g_strdup(name);
    if (n > 1 && (strcmp(words[0], "The") == 0
                  || strcmp(words[0], "Die") == 0
                  || strcmp(words[0], "Der") == 0))
        return g_strdup_printf("%s, %s", name + strlen(words[0]) + 1,
                               words[0]);
    if (!names_is_person(words, n))
        return g_strdup(name);
    for (end = n; end > 2 && names_in(suffixes, words[end - 1]); end--)
        ;
    for (start = end - 1; start > 1 && names_in(particles, words[start - 1]);
         start--)
        ;
    family = names_join(words, start, end);
    given = names_join(words, 0, start);
    suffix = names_join(words, end, n);
    return g_strconcat(family, ", ", given, end < n ? ", " : "", suffix,
                       NULL);
}
