/* SPDX-License-Identifier: MIT */
/* A sheet as the cascade wants it: selectors, the weakest first, each with
 * its declarations. */
#pragma once

#include "style/css_property.h"
#include "style/css_selector.h"

typedef struct {
    CssSelector *selector;
    guint order;                /* in the sheet */
    guint first, n;             /* of declarations */
} CssRule;

typedef struct {
    GStringChunk *strings;
    GArray *rules;              /* of CssRule, the weakest first */
    GArray *declarations;       /* of CssDeclaration */
    guint reach;                /* sisters back that any selector looks */
} CssRules;

/* `@page` has an element of its own. */
#define CSS_PAGE_ELEMENT "@page"

/* What of a style is for paper.  pages: only what can be of use to
 * css_page().  Says what of sheets from outside is not used; diag may be
 * NULL. */
void css_rules_init(CssRules *rules, const A2bStyle *style, gboolean pages,
                    A2bDiag *diag);
void css_rules_clear(CssRules *rules);

/* The declarations that win for node, by property: NULL for what none says.
 * They belong to rules. */
void css_rules_match(const CssRules *rules, const CssNode *node,
                     gboolean rtl,
                     const CssDeclaration *wins[N_CSS_PROPERTIES]);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(CssRules, css_rules_clear)
