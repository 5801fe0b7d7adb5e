/* SPDX-License-Identifier: MIT */
/*
 * The cascade, for paper: what a style says of an element.
 *
 * The elements are those that the EPUB side writes (styles/README.md lists
 * them), so that one sheet serves both.  Between base.css and the style
 * stands styles/print.css, which holds what paper needs and screens do not
 * (the EPUB side does not read it); `@media print` and `@page` in a sheet
 * are read too.  All lengths come out in points.
 */
#pragma once

#include "style/style.h"

/* An element and what is around it; built on the stack, from the root
 * down. */
typedef struct CssNode CssNode;
struct CssNode {
    const char *element;        /* "p" */
    const char *class;          /* "related", several with blanks; or NULL */
    const char *language;       /* BCP 47 or NULL: that of parent */
    const CssNode *parent;      /* NULL: this is the root, "body" */
    const CssNode *previous;    /* the sister before it; NULL: the first */
};

/* Left and right are already start and end here. */
typedef enum { CSS_TOP, CSS_END, CSS_BOTTOM, CSS_START } CssSide;

typedef enum {
    CSS_JUSTIFY, CSS_ALIGN_START, CSS_ALIGN_END, CSS_ALIGN_CENTER
} CssAlign;

typedef enum { CSS_CAPS_NONE, CSS_CAPS_SMALL, CSS_CAPS_ALL_SMALL } CssCaps;
typedef enum { CSS_RISE_NONE, CSS_RISE_SUPER, CSS_RISE_SUB } CssRise;
typedef enum {
    CSS_FIGURES_NORMAL, CSS_FIGURES_LINING, CSS_FIGURES_OLDSTYLE
} CssFigures;
typedef enum { CSS_BREAK_AUTO, CSS_BREAK_AVOID, CSS_BREAK_PAGE } CssBreak;

typedef struct {
    /* inherited */
    const char *families;       /* as written: "EB Garamond", serif */
    double size;                /* points */
    gboolean bold, italic;
    CssCaps caps;
    CssFigures figures;
    gboolean tabular;           /* figures of one width */
    gboolean uppercase;
    double line_height;         /* points */
    gboolean line_fixed;        /* the same for children of other sizes */
    CssAlign align;
    double indent;              /* of the first line; may be negative */
    double tracking;            /* letter-spacing */
    gboolean hyphens;
    gboolean balance;           /* text-wrap: balance */
    guint orphans, widows;
    /* not inherited */
    double margin[4], padding[4], border[4];    /* by CssSide; a border of
                                                 * 0 is not there */
    gboolean centred;           /* margin-inline: auto */
    double width;               /* 0: auto */
    CssRise rise;
    gboolean underline, strike;
    CssBreak break_before, break_after, break_inside;
    guint drop_cap;             /* initial-letter: lines; 0: none */
    gboolean hidden;            /* display: none */
} CssStyle;

/* Of the pages themselves; 0 and NULL: the style does not say. */
typedef struct {
    char paper[32];             /* as A2bPdfOptions has it, or "" */
    double size;                /* of body, points */
    double leading;             /* of body at that size, points */
    double margin[4];           /* CSS_START: inner */
    gboolean margin_given;
    guint columns;
    double column_gap;          /* points */
    gboolean column_rule;
} CssPage;

#define CSS_NORMAL_LINE 1.25    /* line-height: normal */

typedef struct Css Css;

/* The style for a text of size points in a column measure points wide (what
 * percentages are of).  families: replaces those of body; NULL: the
 * style's.  leading: line-height of body in points; 0: the style's.  Says
 * (DIAG_STYLE_UNUSED) once each what of sheets from outside is not used on
 * paper.  Borrows style. */
Css *css_new(const A2bStyle *style, double size, double leading,
             const char *families, double measure, A2bDiag *diag);
void css_free(Css *css);

/* What @page and body say of the pages; needs no measure.  size: what em
 * are of outside of body, and body's where it says none. */
void css_page(const A2bStyle *style, double size, CssPage *page);

/* parent: the style of node->parent, NULL for the root.  Strings in *style
 * live as long as css.  Of node only what selectors can ask for counts:
 * sisters further back than they reach need not be there.  Remembers what it
 * found, so not for two threads at once. */
void css_style(const Css *css, const CssNode *node, const CssStyle *parent,
               CssStyle *style);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Css, css_free)
