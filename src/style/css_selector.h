/* SPDX-License-Identifier: MIT */
/* Which elements a selector means. */
#pragma once

#include "style/css.h"

/* One selector, without the list that it stood in. */
typedef struct CssSelector CssSelector;

/* NULL if str asks for what is not known on paper (states, attributes,
 * what comes after).  Strings go into strings. */
CssSelector *css_selector_new(const char *str, GStringChunk *strings);

/* The selector of an element whose name no sheet can write. */
CssSelector *css_selector_element(const char *element);
void css_selector_free(CssSelector *selector);

gboolean css_selector_matches(const CssSelector *selector,
                              const CssNode *node);

/* By how much it wins over others. */
guint css_selector_weight(const CssSelector *selector);

/* How many sisters back from an element it looks. */
guint css_selector_reach(const CssSelector *selector);

/* The language of node itself or what it is in; NULL if none says. */
const char *css_language(const CssNode *node);
