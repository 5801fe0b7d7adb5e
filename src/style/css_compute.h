/* SPDX-License-Identifier: MIT */
/* From the declarations that win to the style of one element. */
#pragma once

#include "style/css_rules.h"

/* The declarations for one kind of place, in the order of computing. */
typedef struct {
    guint n;
    gboolean rtl;
    struct {
        guint property;
        const CssDeclaration *declaration;
    } set[];
} CssWinners;

/* What lengths are measured by; parent is NULL for the root. */
typedef struct {
    const CssWork *parent;
    double size, root_line, measure;
    gboolean keep_size;         /* no font-size counts: it is settled */
} CssContext;

/* What wins for node; free with g_free(). */
CssWinners *css_winners(const CssRules *rules, const CssNode *node);

void css_apply(CssWork *work, const CssWinners *winners,
               const CssContext *context);
