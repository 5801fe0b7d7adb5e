/* SPDX-License-Identifier: MIT */
/* What an element looks like: the declarations that win, computed from what
 * it is in. */
#include "style/css.h"

#include "style/css_compute.h"

#define CSS_KNOWN 4096          /* kinds of places remembered at most */

struct Css {
    CssRules rules;
    double size, leading, measure;
    double root_line;
    const char *families;
    GHashTable *known;          /* place (see css_place) -> CssWinners */
    GString *place;
};

/* Writes all that selectors can see of node. */
static void
css_place(const Css *css, const CssNode *node)
{
    GString *place = css->place;

    g_string_truncate(place, 0);
    for (; node; node = node->parent) {
        const CssNode *sister = node;

        for (guint i = 0; sister && i <= css->rules.reach; i++) {
            g_string_append(place, sister->element);
            if (sister->class) {
                g_string_append_c(place, '.');
                g_string_append(place, sister->class);
            }
            if (sister->language) {
                g_string_append_c(place, ':');
                g_string_append(place, sister->language);
            }
            g_string_append_c(place, '+');
            sister = sister->previous;
        }
        g_string_append_c(place, '>');
    }
}

static const CssWinners *
css_known(const Css *css, const CssNode *node)
{
    CssWinners *winners;

    css_place(css, node);
    if ((winners = g_hash_table_lookup(css->known, css->place->str)))
        return winners;
    if (g_hash_table_size(css->known) >= CSS_KNOWN)
        g_hash_table_remove_all(css->known);
    winners = css_winners(&css->rules, node);
    g_hash_table_insert(css->known, g_strdup(css->place->str), winners);
    return winners;
}

void
css_style(const Css *css, const CssNode *node, const CssStyle *parent,
          CssStyle *style)
{
    CssWork above = css_initial, work;
    const CssContext context = {
        .parent = parent ? &above : NULL,
        .size = css->size,
        .root_line = css->root_line,
        .measure = css->measure,
        .keep_size = !parent,
    };

    if (parent) {
        above.style = *parent;
        above.align = parent->align;
    }
    css_apply(&work, css_known(css, node), &context);
    *style = work.style;
    if (parent)
        return;
    if (css->families)
        style->families = css->families;
    if (css->leading > 0) {
        style->line_height = css->leading;
        style->line_fixed = FALSE;
    }
}

Css *
css_new(const A2bStyle *style, double size, double leading,
        const char *families, double measure, A2bDiag *diag)
{
    static const CssNode body = { .element = "body" };
    Css *css = g_new0(Css, 1);
    CssStyle root;

    css_rules_init(&css->rules, style, FALSE, diag);
    css->size = size;
    css->leading = leading;
    css->measure = measure;
    css->root_line = size * CSS_NORMAL_LINE;
    css->known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free,
                                       g_free);
    css->place = g_string_new(NULL);
    if (families)
        css->families = g_string_chunk_insert(css->rules.strings, families);
    css_style(css, &body, NULL, &root);
    css->root_line = root.line_height;
    return css;
}

void
css_free(Css *css)
{
    if (!css)
        return;
    css_rules_clear(&css->rules);
    g_hash_table_unref(css->known);
    g_string_free(css->place, TRUE);
    g_free(css);
}
