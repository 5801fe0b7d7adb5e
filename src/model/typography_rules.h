/* SPDX-License-Identifier: MIT */
/* The conventions of languages, and what the parts of the setter share. */
#pragma once

#include "base/utf8.h"
#include "model/typography.h"

typedef enum {
    RULE_LATIN_ONLY   = 1 << 0, /* quotes only beside Latin letters */
    RULE_QUOTES_NEST  = 1 << 1, /* " within " is the inner quote */
    RULE_DASH_SPACED  = 1 << 2, /* blanks around -- even if not typed */
    RULE_DASH_NO_BREAK = 1 << 3,/* no line begins with a dash */
    RULE_FRENCH_SIGNS = 1 << 4, /* a narrow blank before ; ! ? and : */
    RULE_DIGITS_GROUPED = 1 << 5,   /* 10 000 */
} RuleFlags;

typedef struct {
    const char *languages;      /* BCP 47 tags parted by blanks */
    const char *quotes[4];      /* outer opening, closing, inner two;
                                 * NULL: left as they are */
    const char *inside;         /* what stands inside of outer quotes */
    const char *hyphen;         /* " - " becomes this; NULL: stays */
    const char *dash;           /* "--" becomes this */
    RuleFlags flags;
    const char *binding;        /* words that stay with the next one */
    const char *counting;       /* words that stay with a number */
    const char *elided;         /* words that begin with an apostrophe */
} TypographyRules;

/* NULL: there is no such row.  One row has no languages, it is for all the
 * others. */
const TypographyRules *typography_row(guint index);

/* Whether ,, is typed for the opening quote of row. */
gboolean typography_has_low(const TypographyRules *row);

/* Units that stay with the number before them, in any language. */
extern const char typography_units[];

typedef struct TypographyTable TypographyTable;

typedef struct {
    const char *str;
    gsize len;
    const TypographyRules *rules;
    const TypographyTable *table;   /* of rules */
    QuoteState *state;
    Draft *draft;
    gsize at;               /* byte being looked at */
    gsize stop;             /* where something untouched begins */
    gsize blank;            /* where the blanks before it begin, or at */
    gunichar before;        /* character before at, as it will be; 0 at
                             * the start */
    gsize last_closer;      /* last ' that can close a quotation */
} Setter;

/* Puts text for bytes [start, end) and goes on at end. */
void typography_put(Setter *setter, gsize start, gsize end,
                    const char *text);

/* Leaves what comes before end as it is. */
void typography_pass(Setter *setter, gsize end);

/* The character at byte at, 0 at the end. */
static inline gunichar
typography_char(const Setter *setter, gsize at)
{
    const char *p = setter->str + at;

    if (at >= setter->len)
        return 0;
    return (guchar) *p < 0x80 ? (guchar) *p : g_utf8_get_char(p);
}

/* The character before byte at, which is not the first. */
static inline gunichar
typography_before(const Setter *setter, gsize at)
{
    const char *p = setter->str + at - 1;

    if ((guchar) *p < 0x80)
        return (guchar) *p;
    while ((*p & 0xC0) == 0x80)
        p--;
    return g_utf8_get_char(p);
}

/* Also a line break; 0 counts as one. */
static inline gboolean
typography_is_blank(gunichar c)
{
    if (c > ' ' && c < 0xA0)
        return FALSE;
    return c == 0 || c == '\n' || c == 0x2028 || utf8_is_blank(c);
}

static inline gboolean
typography_is_dash(gunichar c)                  /* hyphen to bar */
{
    return c == '-' || (c >= 0x2012 && c <= 0x2015);
}

/* Whether c is in list, which ends with 0. */
gboolean typography_is_one_of(gunichar c, const gunichar *list);

/* First byte from at on that is no blank; U+2028 is none. */
gsize typography_skip_blanks(const Setter *setter, gsize at);

/* Each looks at setter->at and moves it on if it knows what to do; FALSE:
 * nothing of its own stands there. */
gboolean typography_double(Setter *setter);     /* " '' ,, */
gboolean typography_single(Setter *setter);     /* ' ` and the acute */
gboolean typography_curly(Setter *setter);      /* what is set already */
gboolean typography_dash(Setter *setter);       /* - */
gboolean typography_dots(Setter *setter);       /* ... */
gboolean typography_blank(Setter *setter);      /* blanks */
gboolean typography_sign(Setter *setter);       /* ; ! ? : */

gsize typography_last_closer(const Setter *setter);
