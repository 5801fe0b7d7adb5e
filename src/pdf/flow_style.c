/* SPDX-License-Identifier: MIT */
/* What a style says of an element, as fonts and features: asked once for
 * all elements that are alike. */
#include <string.h>

#include "pdf/flow_maker.h"

/* The strings are literals or interned: two that are equal but not the same
 * only cost a second look at the style. */
static const void *
style_part(const FlowStyle *style, guint part)
{
    switch (part) {
    case 0: return style->node.parent;
    case 1: return style->node.element;
    case 2: return style->node.class;
    case 3: return style->node.language;
    case 4: return style->before.element;
    case 5: return style->before.class;
    case 6: return style->before2.element;
    default: return style->before2.class;
    }
}

#define STYLE_PARTS 8

guint
flow_style_hash(gconstpointer data)
{
    gsize hash = 0;

    for (guint i = 0; i < STYLE_PARTS; i++)
        hash = hash * 1000003 ^ (gsize) style_part(data, i);
    return hash ^ hash >> 32 ^ hash >> 16;
}

gboolean
flow_style_equal(gconstpointer a, gconstpointer b)
{
    for (guint i = 0; i < STYLE_PARTS; i++)
        if (style_part(a, i) != style_part(b, i))
            return FALSE;
    return TRUE;
}

static Family
style_family_of(const Flow *flow, const char *families)
{
    for (int i = 0; i < N_FAMILIES; i++)
        if (g_strcmp0(flow->families[i], families) == 0)
            return i;
    return FAMILY_TEXT;
}

static guint
style_flags(const CssStyle *css)
{
    static const guint caps[] = {
        [CSS_CAPS_NONE] = 0,
        [CSS_CAPS_SMALL] = LOOK_SMALL_CAPS,
        [CSS_CAPS_ALL_SMALL] = LOOK_ALL_SMALL,
    };
    static const guint figures[] = {
        [CSS_FIGURES_NORMAL] = 0,
        [CSS_FIGURES_LINING] = LOOK_LINING,
        [CSS_FIGURES_OLDSTYLE] = LOOK_OLDSTYLE,
    };

    return caps[css->caps] | figures[css->figures]
        | (css->tabular ? LOOK_TABULAR : 0)
        | (css->hyphens ? 0 : LOOK_NO_HYPHENS);
}

/* What is raised or lowered is made smaller by whoever sets it. */
static void
style_rise(FlowStyle *style, const FlowStyle *parent)
{
    const char *element = style->node.element;
    guint raised = parent ? parent->look.flags
                            & (LOOK_SUPERIOR | LOOK_INFERIOR) : 0;
    guint rise = style->css.rise == CSS_RISE_SUPER
                 || strcmp(element, "sup") == 0 ? LOOK_SUPERIOR
        : style->css.rise == CSS_RISE_SUB || strcmp(element, "sub") == 0
            ? LOOK_INFERIOR : 0;

    style->look.flags |= raised ? raised : rise;
    if (rise && parent)
        style->look.size = parent->look.size;
}

static void
style_look(FlowMaker *m, FlowStyle *style, const FlowStyle *parent)
{
    const CssStyle *css = &style->css;
    const char *element = style->node.element;

    style->look = (Look) {
        .family = style_family_of(m->flow, css->families),
        .style = (css->bold ? FONT_BOLD : 0) | (css->italic ? FONT_ITALIC : 0),
        .flags = style_flags(css),
        .size = css->size,
        .tracking = css->tracking,
        .language = style->node.language ? style->node.language
            : parent ? parent->look.language : NULL,
    };
    style_rise(style, parent);
    if (strcmp(element, "code") == 0
        || (parent && parent->look.flags & LOOK_BREAK_ANYWHERE))
        style->look.flags |= LOOK_BREAK_ANYWHERE | LOOK_NO_HYPHENS;
}

static const FlowStyle *
style_new(FlowMaker *m, const FlowStyle *key, const FlowStyle *parent)
{
    FlowStyle *style = arena_new_of(m->arena, FlowStyle);

    *style = *key;
    style->before.parent = style->before2.parent = style->node.parent;
    if (style->before.element)
        style->node.previous = &style->before;
    if (style->before2.element)
        style->before.previous = &style->before2;
    css_style(m->css, &style->node, parent ? &parent->css : NULL,
              &style->css);
    style_look(m, style, parent);
    g_hash_table_add(m->styles, style);
    return style;
}

const FlowStyle *
flow_style(FlowMaker *m, const FlowStyle *parent, const char *element,
           const char *class, const char *language, const FlowStyle *previous)
{
    FlowStyle key = {
        .node = { .element = element, .class = class, .language = language,
                  .parent = parent ? &parent->node : NULL },
    };
    const FlowStyle *found;

    if (previous) {
        key.before.element = previous->node.element;
        key.before.class = previous->node.class;
        key.before2.element = previous->before.element;
        key.before2.class = previous->before.class;
    }
    if (m->memo && flow_style_equal(m->memo, &key))
        return m->memo;
    found = g_hash_table_lookup(m->styles, &key);
    m->memo = found ? found : style_new(m, &key, parent);
    return m->memo;
}

/* The families that headings and code are set in, if they are not those of
 * the text. */
void
flow_style_families(FlowMaker *m)
{
    static const char *const elements[N_FAMILIES] = {
        [FAMILY_TEXT] = "body", [FAMILY_HEAD] = "h1", [FAMILY_MONO] = "pre",
    };
    CssNode body = { .element = "body" };
    CssNode child = { .parent = &body };
    CssStyle above, style;

    css_style(m->css, &body, NULL, &above);
    m->flow->families[FAMILY_TEXT] = g_strdup(above.families);
    for (int i = FAMILY_TEXT + 1; i < N_FAMILIES; i++) {
        child.element = elements[i];
        css_style(m->css, &child, &above, &style);
        m->flow->families[i] = g_strdup(style.families);
    }
}
