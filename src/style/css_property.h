/* SPDX-License-Identifier: MIT */
/* The properties of our CSS: how each is written and what it sets. */
#pragma once

#include "style/css.h"
#include "style/css_value.h"

/* In the order in which they are computed: what others are measured by
 * comes first.  A property with sides has one of its own for each CssSide. */
typedef enum {
    CSS_FONT_SIZE, CSS_LINE_HEIGHT,
    CSS_FAMILY, CSS_STYLE, CSS_WEIGHT, CSS_CAPS, CSS_FIGURES, CSS_SPACING,
    CSS_TRANSFORM, CSS_TEXT_ALIGN, CSS_INDENT, CSS_TRACKING, CSS_HYPHENS,
    CSS_TEXT_WRAP, CSS_ORPHANS, CSS_WIDOWS,
    CSS_MARGIN,
    CSS_PADDING = CSS_MARGIN + 4,
    CSS_BORDER_WIDTH = CSS_PADDING + 4,
    CSS_BORDER_STYLE = CSS_BORDER_WIDTH + 4,
    CSS_WIDTH = CSS_BORDER_STYLE + 4,
    CSS_RISE, CSS_UNDERLINE, CSS_STRIKE,
    CSS_BEFORE, CSS_AFTER, CSS_INSIDE, CSS_DROP_CAP, CSS_DISPLAY,
    CSS_COLUMN_COUNT, CSS_COLUMN_GAP, CSS_RULE_WIDTH, CSS_RULE_STYLE,
    CSS_PAGE_SIZE,
    N_CSS_PROPERTIES
} CssPropertyId;


/* All that properties set of one element. */
typedef struct {
    CssStyle style;
    int align;                  /* CssAlign or one of the next two */
    int border[4];              /* border-style is one that is seen */
    double border_width[4];
    guint columns;
    double column_gap, rule_width;
    int rule;                   /* column-rule-style is one that is seen */
    const char *page_size;
} CssWork;
enum { CSS_ALIGN_LEFT = CSS_ALIGN_CENTER + 1, CSS_ALIGN_RIGHT };

/* initial is that of CSS, but for paper. */
extern const CssWork css_initial;

typedef enum {
    CSS_AS_LENGTH, CSS_AS_STRING, CSS_AS_INHERIT, CSS_AS_INITIAL,
    CSS_AS_UNSET
} CssForm;

/* One property with its value. */
typedef struct {
    guint8 property;            /* CssPropertyId */
    guint8 form;                /* CssForm */
    gboolean physical;          /* its side is START for left */
    gboolean important;
    CssLength length;           /* words are numbers, too */
    const char *string;
} CssDeclaration;

/* What a word or length is to a property. */
typedef enum {
    CSS_TAKES_LENGTH = 1, CSS_TAKES_NUMBER = 2, CSS_TAKES_NEGATIVE = 4,
    CSS_TAKES_STRING = 8,
} CssTakes;

typedef struct {
    const char *word;
    CssLength value;
} CssWord;

typedef struct {
    const CssWord *words;       /* ends with a word of NULL; or NULL */
    guint takes;                /* of CssTakes */
    gboolean inherited;
    gboolean whole;             /* a number of type int in CssWork, not a
                                 * double */
    gsize offset;               /* in CssWork */
} CssProperty;

extern const CssProperty css_properties[N_CSS_PROPERTIES];

/* Where the declarations go. */
typedef struct {
    GArray *declarations;       /* of CssDeclaration */
    GStringChunk *strings;
} CssSink;

/* Adds property with a word for its value; FALSE if it does not take it.
 * physical: see CssDeclaration. */
gboolean css_declare(const CssSink *sink, guint property, gboolean physical,
                     const char *word);

typedef enum {
    CSS_USED,
    CSS_NO_PROPERTY,            /* that paper has */
    CSS_NO_VALUE,               /* that the property has on paper */
    CSS_SILENT,                 /* has no place on paper and is missed by
                                 * nobody */
} CssUse;

/* Adds what a declaration ("margin: 0 auto !important") says. */
CssUse css_read_declaration(const CssSink *sink, const char *str);

/* Shorthands, by name; words: value at its blanks. */
CssUse css_shorthand(const CssSink *sink, const char *name,
                     const char *value, char **words);
