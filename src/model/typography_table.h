/* SPDX-License-Identifier: MIT */
/* What the rules of a language make of each byte of a text, found out
 * once for all texts. */
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
#define SIGN_CALMS 0x10         /* a blank or hyphen before it does nothing */
#define SIGN_BINDS 0x20         /* a blank after it may have to hold */

struct TypographyTable {
    const TypographyRules *rules;
    guint8 signs[256];          /* a Sign and SIGN_ bits, by byte */
    WordSet binding, counting, elided;
    const WordSet *units;
};

/* Never NULL. */
const TypographyTable *typography_table(const char *language);
