/* SPDX-License-Identifier: MIT */
/* Which words at the start of a line announce the names of its authors. */
#include "read/name_lead.h"

#include <string.h>

#include "base/utf8.h"
#include "read/name_shape.h"

#define LEAD_WORDS 5

/* A colon or what stands for one, and the blanks around it: its bytes. */
static gsize
colon_length(const char *str, gsize len)
{
    static const char *const marks[] = {
        ":", "=", "\xef\xbc\x9a", "\xef\xbc\x8f", "\xef\xbc\x9d", "/",
        "\xe3\x83\xbb", NULL
    };
    gsize blanks = 0;

    while (blanks < len && str[blanks] == ' ')
        blanks++;
    if (blanks < len && g_ascii_isalnum(str[blanks]))
        return 0;
    for (int i = 0; marks[i] != NULL; i++) {
        gsize n = strlen(marks[i]);

        if (len - blanks >= n && memcmp(str + blanks, marks[i], n) == 0)
            return blanks + n;
    }
    return 0;
}

/* Bytes of the word that str begins with. */
static gsize
word_length(const char *str, gsize len)
{
    const char *p = str;

    while (p < str + len) {
        if (g_ascii_isalnum(*p)) {
            p++;
            continue;
        }
        gunichar c = g_utf8_get_char(p);

        if (utf8_is_blank(c) || colon_length(p, (gsize) (str + len - p)) > 0)
            break;
        p = g_utf8_next_char(p);
    }
    return (gsize) (p - str);
}

/* Several words that mean one thing, such as "a cura di". */
static gsize
phrase_length(const char *str, gsize len, guint32 bits)
{
    gsize n = 0;

    for (int words = 0; words < 4 && n < len; words++) {
        while (n < len && str[n] == ' ')
            n++;
        n += word_length(str + n, len - n);
        if (words > 0 && name_word(str, n) & bits)
            return n;
        if (n < len && str[n] != ' ')
            break;
    }
    return 0;
}

static gboolean
is_wide(const char *str)
{
    gunichar c = g_utf8_get_char(str);

    return name_is_han(c) || name_is_hangul(c);
}

typedef struct {
    gboolean deed, helper;
} Heard;

/* What the word of n bytes makes of what was heard before it; LEAD_NONE
 * if the lead goes on. *stop: it does not. */
static NameLead
weigh_word(const char *str, gsize n, guint32 bits, gsize colon, Heard *heard,
           gboolean *stop)
{
    if (bits & NAME_BY)
        return heard->helper && !heard->deed ? LEAD_HELPER : LEAD_BY;
    if (bits & NAME_HELPER && !(bits & NAME_LABEL && colon > 0)) {
        heard->helper = TRUE;
        if (colon > 0 && !heard->deed)
            return LEAD_HELPER;
    }
    if (bits & NAME_LABEL
        && (colon > 0 || (is_wide(str) && str[n] == ' ')))
        return bits & NAME_DEED ? LEAD_BY : LEAD_LABEL;
    heard->deed |= (bits & NAME_DEED) != 0;
    *stop = !(bits & (NAME_DEED | NAME_HELPER | NAME_AND)) || colon > 0;
    return LEAD_NONE;
}

NameLead
name_lead(const char **str, gsize *len)
{
    const char *p = *str, *end = p + *len;
    Heard heard = { FALSE, FALSE };
    gboolean stop = FALSE;

    for (int i = 0; i < LEAD_WORDS && p < end && !stop; i++) {
        gsize left = (gsize) (end - p), n = word_length(p, left), phrase;
        guint32 bits = n > 0 ? name_word(p, n) : 0;

        if (bits & NAME_PHRASE
            && (phrase = phrase_length(p, left, NAME_BY | NAME_LABEL)) > 0)
            bits = name_word(p, n = phrase);
        if (bits == 0 || n >= left)
            break;
        gsize colon = colon_length(p + n, left - n);
        NameLead lead = weigh_word(p, n, bits, colon, &heard,
                                   &stop);
        p += n + colon;
        if (lead != LEAD_NONE) {
            *str = p;
            *len = (gsize) (end - p);
            name_trim(str, len);
            return lead;
        }
        while (p < end && *p == ' ')
            p++;
    }
    return LEAD_NONE;
}
