/* SPDX-License-Identifier: MIT */
/* Which declarations of a sheet win for an element; after CSS Cascading and
 * Inheritance Level 4. */
#include "style/css_rules.h"

#include <string.h>

#include "base/diag.h"
#include "style/sheet.h"

typedef struct {
    CssRules *rules;
    const char *css;
    gsize outside;              /* from here on what is not used is said */
    gsize pos;
    gboolean pages;
    A2bDiag *diag;
    GHashTable *said;
} Reading;

static void
reading_say(Reading *reading, const char *text)
{
    if (reading->pos < reading->outside || !reading->diag ||
        !g_hash_table_add(reading->said, g_strdup(text)))
        return;
    diag_say(reading->diag, DIAG_STYLE_UNUSED, NULL, 0, 0, text);
}

static void
reading_declaration(Reading *reading, const char *part)
{
    const CssSink sink = {
        reading->rules->declarations, reading->rules->strings
    };
    g_autofree char *name = NULL;

    if (!*part)
        return;
    switch (css_read_declaration(&sink, part)) {
    case CSS_USED:
    case CSS_SILENT:
        return;
    case CSS_NO_VALUE:
        reading_say(reading, part);
        return;
    case CSS_NO_PROPERTY:
        name = g_strndup(part, strcspn(part, ": \t\r\n"));
        reading_say(reading, name);
        return;
    }
}

/* Takes selector, which str stands for. */
static void
reading_add(Reading *reading, CssSelector *selector, const char *str,
            CssRule rule)
{
    CssRules *rules = reading->rules;

    if (!selector) {
        reading_say(reading, str);
        return;
    }
    rule.selector = selector;
    rule.order = rules->rules->len;
    rules->reach = MAX(rules->reach, css_selector_reach(selector));
    g_array_append_val(rules->rules, rule);
}

/* Of a list that stands before a block. */
static void
reading_selectors(Reading *reading, const char *prelude, CssRule rule)
{
    g_auto(GStrv) list = NULL;

    if (*prelude == '@') {
        reading_add(reading, css_selector_element(CSS_PAGE_ELEMENT), prelude,
                    rule);
        return;
    }
    list = css_split(prelude, ',');
    for (char **str = list; *str; str++)
        reading_add(reading,
                    css_selector_new(*str, reading->rules->strings), *str,
                    rule);
}

/* The declarations of a block whose inside begins at pos. */
static void
reading_block(Reading *reading, const char *prelude)
{
    const char *css = reading->css;
    CssRule rule = { .first = reading->rules->declarations->len };
    char ends;

    do {
        gsize end = sheet_part(css, reading->pos);
        g_autofree char *part = sheet_strip(css + reading->pos,
                                            end - reading->pos);

        ends = css[end];
        if (ends != '{')
            reading_declaration(reading, part);
        reading->pos = ends == '{' ? sheet_block_end(css, end + 1)
                                   : end + (ends != '\0');
    } while (ends == ';' || ends == '{');
    rule.n = reading->rules->declarations->len - rule.first;
    if (rule.n)
        reading_selectors(reading, prelude, rule);
}

/* Whether a block can say anything of pages. */
static gboolean
reading_wants(const Reading *reading, const char *prelude)
{
    return !reading->pages || strstr(prelude, "body") ||
           strstr(prelude, "html") || strchr(prelude, '*') ||
           *prelude == '@' || *prelude == ':';
}

/* What a block is, whose inside begins at pos. */
static void
reading_open(Reading *reading, const char *prelude)
{
    gboolean is_page = g_ascii_strcasecmp(prelude, "@page") == 0;
    guint media = sheet_media(prelude);

    if (g_ascii_strncasecmp(prelude, "@media", 6) == 0) {
        if (media & SHEET_PAPER)
            return;
        if (media & SHEET_UNKNOWN)
            reading_say(reading, prelude);
    } else if (*prelude == '@' && !is_page) {
        reading_say(reading, prelude);
    } else if (reading_wants(reading, prelude)) {
        reading_block(reading, prelude);
        return;
    }
    reading->pos = sheet_block_end(reading->css, reading->pos);
}

static void
reading_run(Reading *reading)
{
    const char *css = reading->css;

    while (css[reading->pos]) {
        gsize end = sheet_part(css, reading->pos);
        g_autofree char *part = NULL;

        if (css[end] != '{') {
            reading->pos = end + (css[end] != '\0');
            continue;
        }
        part = sheet_strip(css + reading->pos, end - reading->pos);
        reading->pos = end + 1;
        reading_open(reading, part);
    }
}

static int
rules_compare(gconstpointer a, gconstpointer b)
{
    const CssRule *left = a, *right = b;
    guint x = css_selector_weight(left->selector);
    guint y = css_selector_weight(right->selector);

    if (x != y)
        return x < y ? -1 : 1;
    return left->order < right->order ? -1 : left->order > right->order;
}

void
css_rules_init(CssRules *rules, const A2bStyle *style, gboolean pages,
               A2bDiag *diag)
{
    g_autoptr(GHashTable) said =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    Reading reading = {
        .rules = rules, .css = style->print->str, .pages = pages,
        .outside = style->outside, .diag = diag, .said = said,
    };

    *rules = (CssRules) {
        .strings = g_string_chunk_new(1024),
        .rules = g_array_new(FALSE, FALSE, sizeof(CssRule)),
        .declarations = g_array_new(FALSE, FALSE, sizeof(CssDeclaration)),
    };
    reading_run(&reading);
    g_array_sort(rules->rules, rules_compare);
}

void
css_rules_clear(CssRules *rules)
{
    for (guint i = 0; i < rules->rules->len; i++)
        css_selector_free(g_array_index(rules->rules, CssRule, i).selector);
    g_string_chunk_free(rules->strings);
    g_array_unref(rules->rules);
    g_array_unref(rules->declarations);
}

/* The property that a declaration sets where left is start or not. */
static guint
rules_property(const CssDeclaration *declaration, gboolean rtl)
{
    guint id = declaration->property;
    guint side = (id - CSS_MARGIN) % 4;

    if (!declaration->physical || !rtl || side % 2 == 0)
        return id;
    return id - side + (side == CSS_START ? CSS_END : CSS_START);
}

void
css_rules_match(const CssRules *rules, const CssNode *node, gboolean rtl,
                const CssDeclaration *wins[N_CSS_PROPERTIES])
{
    memset(wins, 0, N_CSS_PROPERTIES * sizeof *wins);
    for (guint i = 0; i < rules->rules->len; i++) {
        const CssRule *rule = &g_array_index(rules->rules, CssRule, i);
        const CssDeclaration *d = &g_array_index(
            rules->declarations, CssDeclaration, rule->first);

        if (!css_selector_matches(rule->selector, node))
            continue;
        for (guint j = 0; j < rule->n; j++, d++) {
            guint id = rules_property(d, rtl);
            if (!wins[id] || !wins[id]->important || d->important)
                wins[id] = d;
        }
    }
}
