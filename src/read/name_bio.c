/* SPDX-License-Identifier: MIT */
/* Names at the end of an article: in a line about its author, or signed. */
#include "read/name.h"

#include <string.h>

#include "read/name_shape.h"

#define BIO_BYTES 2000          /* of a paragraph about an author */
#define NAME_WORDS 5
#define ROLE_WORDS 9            /* from "is a" to what somebody is */
#define BARE_ROLE_WORDS 3       /* the same without "a": "is chief editor" */
#define TAIL_BYTES 60

/* Bytes of the word at str, and of the blanks behind it. */
static gsize
word_at(const char *str, gsize len, gsize *blanks)
{
    gsize n = 0;

    while (n < len && str[n] != ' ')
        n++;
    *blanks = 0;
    while (n + *blanks < len && str[n + *blanks] == ' ')
        (*blanks)++;
    return n;
}

static gboolean
is_one_of(const char *word, gsize n, const char *const *words)
{
    for (; *words != NULL; words++)
        if (strlen(*words) == n && memcmp(word, *words, n) == 0)
            return TRUE;
    return FALSE;
}

/* Whether a role comes soon, before the sentence ends. */
static gboolean
role_follows(const char *str, gsize len)
{
    static const char *const articles[] = {
        "a", "an", "the", "our", "ein", "eine", "un", "une", "una", NULL
    };
    gsize blanks;
    int most = is_one_of(str, word_at(str, len, &blanks), articles)
               ? ROLE_WORDS : BARE_ROLE_WORDS;

    for (int i = 0; i < most && len > 0; i++) {
        gsize n = word_at(str, len, &blanks), bare = n;
        gboolean ends = FALSE;

        while (bare > 0 && strchr(".,;:", str[bare - 1]) != NULL)
            ends |= str[--bare] != ',';
        if (name_word(str, bare) & NAME_ROLE)
            return TRUE;
        if (ends)
            return FALSE;
        str += n + blanks;
        len -= n + blanks;
    }
    return FALSE;
}

/* Whether what follows a name says what that person does for a living. */
static gboolean
tells_work(const char *str, gsize len)
{
    static const char *const being[] = {
        "is", "ist", "est", "es", "\xc3\xa8", "\xc3\xa9", "\xc3\xa4r", "er",
        "on", NULL
    };
    static const char *const doing[] = {
        "writes", "covers", "reports", "schreibt", "berichtet", NULL
    };
    gsize blanks, n = word_at(str, len, &blanks);

    if (is_one_of(str, n, doing))
        return TRUE;
    return is_one_of(str, n, being)
           && role_follows(str + n + blanks, len - n - blanks);
}

char *
name_from_bio(const char *str, gsize len)
{
    gsize end = 0, blanks;

    name_trim(&str, &len);
    if (len > BIO_BYTES)
        return NULL;
    for (int words = 1; words <= NAME_WORDS && end < len; words++) {
        gsize n = word_at(str + end, len - end, &blanks);
        gsize next = end + n + blanks;

        end += n;
        if (words > 1 && tells_work(str + next, len - next)
            && name_is_person(str, end))
            return g_strndup(str, end);
        end = next;
    }
    return NULL;
}

static gboolean
is_upper(const char *str, gsize len)
{
    for (const char *p = str; p < str + len; p = g_utf8_next_char(p))
        if (g_unichar_islower(g_utf8_get_char(p)))
            return FALSE;
    return TRUE;
}

/* Bytes of a dash and the blanks behind it at the start of str, or 0. */
static gsize
dash_length(const char *str, gsize len)
{
    static const char *const dashes[] = {
        "--", "-", "\xe2\x80\x94", "\xe2\x80\x93", NULL
    };

    for (int i = 0; dashes[i] != NULL; i++) {
        gsize n = strlen(dashes[i]);

        if (len <= n || memcmp(str, dashes[i], n) != 0)
            continue;
        while (n < len && str[n] == ' ')
            n++;
        return n;
    }
    return 0;
}

gsize
name_tail(const char *str, gsize len)
{
    gsize floor = len > TAIL_BYTES ? len - TAIL_BYTES : 1;

    for (gsize i = len; i-- > floor;) {
        gsize name = i, dash;

        if (strchr(".!?)\"", str[i - 1]) == NULL || str[i] != ' ')
            continue;
        while (name < len && str[name] == ' ')
            name++;
        dash = dash_length(str + name, len - name);
        if (dash == 0 && (name - i < 2 || !is_upper(str + name, len - name)))
            continue;
        name += dash;
        if (name_is_person(str + name, len - name))
            return name;
    }
    return 0;
}
