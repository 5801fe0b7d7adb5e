/* SPDX-License-Identifier: MIT */
/* PDF's tokens (ISO 32000-1, 7.2), for objects and for contents. */
#pragma once

#include <glib.h>
#include <string.h>

/* How a byte begins a token. */
typedef enum {
    LEX_BLANK, LEX_OTHER, LEX_LETTER, LEX_STRING, LEX_ANGLE, LEX_NAME,
    LEX_COMMENT,
} LexKind;

extern const guint8 lex_kinds[256];

static inline LexKind
lex_kind(char c)
{
    return lex_kinds[(guchar) c];
}

/* Part of a name, number or word. */
static inline gboolean
lex_is_regular(char c)
{
    const LexKind kind = lex_kind(c);

    return kind == LEX_LETTER || (kind == LEX_OTHER && c != ')' &&
                                  c != '>' && c != '[' && c != ']' &&
                                  c != '{' && c != '}');
}

/* Behind the last of char c, or end. */
static inline const char *
lex_past(const char *at, const char *end, char c)
{
    const char *found = memchr(at, c, end - at);

    return found == NULL ? end : found + 1;
}

/* Behind the string that begins at at. */
static inline const char *
lex_string(const char *at, const char *end)
{
    guint depth = 0;

    for (; at < end; at++) {
        if (*at == '\\')
            at++;
        else if (*at == '(')
            depth++;
        else if (*at == ')' && --depth == 0)
            return at + 1;
    }
    return end;
}

/* Behind "<0A>" or "<<". */
static inline const char *
lex_angle(const char *at, const char *end)
{
    if (at + 1 < end && at[1] == '<')
        return at + 2;
    return lex_past(at, end, '>');
}

static inline const char *
lex_regular(const char *at, const char *end)
{
    for (at++; at < end && lex_is_regular(*at); at++)
        ;
    return at;
}

/* Where the next token of an object begins; end if there is none. */
const char *lex_next(const char *at, const char *end);

/* Behind the token that begins at at: a bracket (">>" is one), name, string,
 * number or word. */
const char *lex_token(const char *at, const char *end);

/* Whether the token from at to token_end is word. */
static inline gboolean
lex_is(const char *at, const char *token_end, const char *word)
{
    const gsize len = strlen(word);

    return (gsize) (token_end - at) == len && memcmp(at, word, len) == 0;
}

/* Whether all from at to end is one dictionary. */
static inline gboolean
lex_is_dictionary(const char *at, const char *end)
{
    return end - at >= 4 && memcmp(at, "<<", 2) == 0 &&
        memcmp(end - 2, ">>", 2) == 0;
}

/* Whether "12 0 R" begins at at; if so its number, and *past is behind it. */
gboolean lex_reference(const char *at, const char *end, guint *number,
                       const char **past);
