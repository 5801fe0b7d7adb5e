/* SPDX-License-Identifier: MIT */
/* What the rules of a language make of each byte of a text, found out
 * once a language. */
#pragma once

#include "model/typography_rules.h"
#include "model/typography_words.h"

/* What may begin at a byte. */
typedef enum {
    SIGN_NONE,
    SIGN_DOUBLE,        /* " */
    SIGN_SINGLE,        /* ' */
    SIGN_GRAVE,         /* ` */
    SIGN_COMMA,         /* ,, */
    SIGN_DASH,
    SIGN_DOT,
    SIGN_MARK,          /* ; ! ? : */
    SIGN_BLANK,
    SIGN_LATIN_1,       /* acute, guillemet or blank of two bytes */
    SIGN_GENERAL,       /* quote or blank of three bytes */
    SIGN_IDEOGRAPHIC,   /* blank of three bytes */
    N_SIGNS
} Sign;

#define SIGN_MASK 0x0F
#define SIGN_CALMS 0x10         /* begins a letter: one before which a blank
                                 * only counts for the word before it */
#define SIGN_LOOSE 0x20         /* ends nothing that binds a letter */

struct TypographyTable {
    const TypographyRules *rules;
    guint8 signs[256];          /* a Sign and SIGN_ bits, by byte */
    guint8 comma;               /* ',', or a letter where it is a sign; 0
                                 * where a letter of ASCII is not LOOSE */
    WordSet binding, counting, elided;
    WordSet units;
};

/* Whether byte begins letters and signs that are no digits and no blanks:
 * U+00C0 to U+063F, the ideographs. */
static inline gboolean
typography_is_lead(guchar byte)
{
    return (byte >= 0xC3 && byte <= 0xD8) || (byte >= 0xE4 && byte <= 0xE9);
}

/* Never NULL; the table is for ever. */
const TypographyTable *typography_table(const char *language);

/* Whether one of words ends at byte end, which is not the first. */
gboolean typography_ends_with(const Setter *setter, gsize end,
                              const WordSet *words);
