/* SPDX-License-Identifier: MIT */
/* Which strings are language tags: language[-script][-region][-variant]*,
 * RFC 5646 section 2.1 without extensions. */
#include "book/tags.h"

#include <string.h>

/* Where the next subtag may stand in the order of RFC 5646. */
typedef enum { TAG_LANGUAGE, TAG_SCRIPT, TAG_REGION, TAG_VARIANT,
               TAG_WRONG } TagPart;

static gboolean
tags_all(const char *str, gsize len, gboolean (*is)(char))
{
    for (gsize i = 0; i < len; i++)
        if (!is(str[i]))
            return FALSE;
    return len > 0;
}

static gboolean tags_alpha(char c) { return g_ascii_isalpha(c); }
static gboolean tags_digit(char c) { return g_ascii_isdigit(c); }
static gboolean tags_alnum(char c) { return g_ascii_isalnum(c); }

static TagPart
tags_part(const char *str, gsize len, gboolean first)
{
    gboolean alpha = tags_all(str, len, tags_alpha);

    if (first)
        return alpha && (len == 2 || len == 3) ? TAG_LANGUAGE : TAG_WRONG;
    if (alpha && len == 4)
        return TAG_SCRIPT;
    if ((alpha && len == 2) || (len == 3 && tags_all(str, len, tags_digit)))
        return TAG_REGION;
    if (tags_all(str, len, tags_alnum)
        && ((len >= 5 && len <= 8) || (len == 4 && g_ascii_isdigit(*str))))
        return TAG_VARIANT;
    return TAG_WRONG;
}

/* A tag of one part of each kind. */
typedef struct {
    char str[sizeof "lan-Scri-REG-variants"];
    gsize len;
} Tag;

static void
tags_append(Tag *out, TagPart part, const char *str, gsize len)
{
    if (out->len)
        out->str[out->len++] = '-';
    for (gsize i = 0; i < len; i++) {
        gboolean upper = part == TAG_REGION || (part == TAG_SCRIPT && i == 0);
        out->str[out->len++] = upper ? g_ascii_toupper(str[i])
                                     : g_ascii_tolower(str[i]);
    }
}

const char *
tags_clean(const char *tag)
{
    Tag out = { .len = 0 };
    TagPart last = TAG_LANGUAGE;

    for (const char *p = tag ? tag : ""; *p;) {
        gsize len = strcspn(p, "-_");
        TagPart part = tags_part(p, len, out.len == 0);

        /* A part twice or out of order ends the tag; a variant twice is
         * wrong too, and rare enough to be treated alike. */
        if (part == TAG_WRONG || (out.len && part <= last))
            break;
        tags_append(&out, part, p, len);
        last = part;
        p += len + (p[len] != '\0');
    }
    return out.len ? g_intern_string(out.str) : NULL;
}
