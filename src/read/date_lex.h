/* SPDX-License-Identifier: MIT */
/* Cuts text into the tokens that dates are made of, for date*.c. */
#pragma once

#include "read/date_words.h"

typedef enum {
    TOKEN_NUMBER,
    TOKEN_TIME,             /* 17:29, 1:33:07.5 */
    TOKEN_WORD,
    TOKEN_BLANK,            /* a run of blanks */
    TOKEN_MARK,             /* any other character */
} TokenKind;

typedef struct {
    TokenKind kind;
    gsize start, end;       /* bytes of the string */
    int value;              /* of a number */
    guint digits;           /* of a number, as written: 04 has two */
    gunichar mark;          /* kinds of hyphen are all '-', of apostrophe
                             * all '\'', wide forms the narrow ones */
    guint32 bits;           /* of a word: ask lex_bits() */
    gboolean looked;
} Token;

/* A window on the tokens of a string that moves to the right.  Tokens
 * before one stay as long as there is room, so that what precedes a date
 * can be seen. */
#define LEX_TOKENS 96
#define LEX_BEHIND 24       /* tokens that stay when the window moves */
#define LEX_AHEAD 32        /* no date with its time is longer */

typedef struct {
    const char *str;
    gsize len, pos;
    Token tokens[LEX_TOKENS];
    int n;
} Lex;

/* Begins at byte from, which must not be within a word or number. */
void lex_init(Lex *lex, const char *str, gsize len, gsize from);

/* Moves the window so that at least LEX_AHEAD tokens follow token i, if
 * the string has as many; gives the new number of that token. */
int lex_ahead(Lex *lex, int i);

/* Token i, or NULL before the first and after the last. */
Token *lex_at(Lex *lex, int i);

/* What token i means as a word of dates; 0 if it is none. */
guint32 lex_bits(Lex *lex, int i);

gboolean lex_is_mark(Lex *lex, int i, gunichar mark);
gboolean lex_is_kind(Lex *lex, int i, TokenKind kind);

/* i, or the one after it if token i is blank. */
int lex_skip_blank(Lex *lex, int i);

/* Bytes of the digit at p (0-9 and their wide kin), 0 if there is none. */
static inline int
lex_digit(const char *p, const char *end, int *value)
{
    if (*p >= '0' && *p <= '9') {
        *value = *p - '0';
        return 1;
    }
    if ((guchar) *p == 0xEF && end - p >= 3 && (guchar) p[1] == 0xBC
        && (guchar) p[2] >= 0x90 && (guchar) p[2] <= 0x99) {
        *value = (guchar) p[2] - 0x90;
        return 3;
    }
    return 0;
}
