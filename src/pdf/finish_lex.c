/* SPDX-License-Identifier: MIT */
/* Decides where tokens of PDF begin and end. */
#include "pdf/finish_lex.h"

#define LETTERS(a, b) [a ... b] = LEX_LETTER
#define OTHERS(a, b) [a ... b] = LEX_OTHER

const guint8 lex_kinds[256] = {
    ['!'] = LEX_OTHER, ['"'] = LEX_LETTER, OTHERS('#', '$'),
    ['%'] = LEX_COMMENT, ['&'] = LEX_OTHER, ['\''] = LEX_LETTER,
    ['('] = LEX_STRING, [')'] = LEX_OTHER, ['*'] = LEX_LETTER,
    OTHERS('+', '.'), ['/'] = LEX_NAME, OTHERS('0', ';'), ['<'] = LEX_ANGLE,
    OTHERS('=', '@'), LETTERS('A', 'Z'), OTHERS('[', '`'),
    LETTERS('a', 'z'), OTHERS('{', 255),
};

const char *
lex_next(const char *at, const char *end)
{
    while (at < end) {
        if (lex_kind(*at) == LEX_COMMENT)
            at = lex_past(at, end, '\n');
        else if (lex_kind(*at) == LEX_BLANK)
            at++;
        else
            break;
    }
    return at;
}

const char *
lex_token(const char *at, const char *end)
{
    switch (lex_kind(*at)) {
    case LEX_STRING:
        return lex_string(at, end);
    case LEX_ANGLE:
        return lex_angle(at, end);
    case LEX_NAME:
        return lex_regular(at, end);
    case LEX_BLANK:
    case LEX_OTHER:
    case LEX_LETTER:
    case LEX_COMMENT:
        break;
    }
    if (*at == '>' && at + 1 < end && at[1] == '>')
        return at + 2;
    return lex_is_regular(*at) ? lex_regular(at, end) : at + 1;
}

static gboolean
token_number(const char *at, const char *token_end, guint *number)
{
    *number = 0;
    if (at == token_end || token_end - at > 9)
        return FALSE;
    for (; at < token_end; at++) {
        if (!g_ascii_isdigit(*at))
            return FALSE;
        *number = *number * 10 + (*at - '0');
    }
    return TRUE;
}

gboolean
lex_reference(const char *at, const char *end, guint *number,
              const char **past)
{
    const char *to = lex_token(at, end);
    guint generation;

    if (!token_number(at, to, number))
        return FALSE;
    at = lex_next(to, end);
    if (at == end)
        return FALSE;
    to = lex_token(at, end);
    if (!token_number(at, to, &generation))
        return FALSE;
    at = lex_next(to, end);
    if (at == end)
        return FALSE;
    *past = lex_token(at, end);
    return lex_is(at, *past, "R");
}
