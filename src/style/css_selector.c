/* SPDX-License-Identifier: MIT */
/* Which elements a selector means; after Selectors Level 4, of which
 * elements, classes, :lang(), :first-child, :root and the combinators " ",
 * ">" and "+" are read. */
#include "style/css_selector.h"

#include <string.h>

#include "model/language.h"

#define SELECTOR_PARTS 16       /* parts of one selector at most */
#define PART_CLASSES 4          /* classes of one part */

/* What is said of one element. */
typedef struct {
    const char *element;        /* NULL: any */
    const char *classes[PART_CLASSES];
    guint n_classes;
    const char *languages;      /* with commas, or NULL */
    gboolean first, root;
    char before;                /* what joins it to the part at its left:
                                 * ' ', '>', '+'; '\0': there is none */
} Part;

struct CssSelector {
    guint weight, reach, n_parts;
    Part parts[];               /* from the right to the left */
};

/* The name at *str, in strings; NULL if none begins there. */
static const char *
selector_name(const char **str, GStringChunk *strings)
{
    const char *end = *str, *name;

    while (g_ascii_isalnum(*end) || *end == '-' || *end == '_' ||
           (guchar) *end & 0x80)
        end++;
    if (end == *str || g_ascii_isdigit(**str))
        return NULL;
    name = g_string_chunk_insert_len(strings, *str, end - *str);
    *str = end;
    return name;
}

/* A class that begins with ".", or a state that begins with ":". */
static gboolean
selector_detail(const char **str, Part *part, GStringChunk *strings)
{
    gboolean is_class = *(*str)++ == '.';
    const char *name = selector_name(str, strings), *end;

    if (!name)
        return FALSE;
    if (is_class) {
        if (part->n_classes == PART_CLASSES)
            return FALSE;
        part->classes[part->n_classes++] = name;
        return TRUE;
    }
    if (g_ascii_strcasecmp(name, "first-child") == 0)
        return part->first = TRUE;
    if (g_ascii_strcasecmp(name, "root") == 0)
        return part->root = TRUE;
    if (g_ascii_strcasecmp(name, "lang") != 0 || **str != '(' ||
        !(end = strchr(*str, ')')))
        return FALSE;
    part->languages = g_string_chunk_insert_len(strings, *str + 1,
                                                end - *str - 1);
    *str = end + 1;
    return TRUE;
}

static gboolean
selector_part(const char **str, Part *part, GStringChunk *strings)
{
    const char *start = *str;

    if (**str == '*') {
        ++*str;
    } else if (**str != '.' && **str != ':') {
        if (!(part->element = selector_name(str, strings)))
            return FALSE;
        if (g_ascii_strcasecmp(part->element, "html") == 0) {
            part->element = NULL;
            part->root = TRUE;
        }
    }
    while (**str == '.' || **str == ':')
        if (!selector_detail(str, part, strings))
            return FALSE;
    return *str > start;
}

/* The combinator at *str. */
static char
selector_joint(const char **str)
{
    char joint = '\0';

    for (; **str && strchr(" \t\r\n\f>+", **str); ++*str)
        if (g_ascii_isspace(**str))
            joint = joint ? joint : ' ';
        else if (joint == '\0' || joint == ' ')
            joint = **str;
        else
            return '\0';
    return joint;
}

/* The parts of str from the left to the right; 0 if it is not known. */
static guint
selector_parts(const char *str, Part *parts, GStringChunk *strings)
{
    guint n = 0;

    for (; n < SELECTOR_PARTS; n++) {
        memset(&parts[n], 0, sizeof parts[n]);
        if (n && !(parts[n].before = selector_joint(&str)))
            return 0;
        if (!selector_part(&str, &parts[n], strings))
            return 0;
        if (!*str)
            return n + 1;
    }
    return 0;
}

/* The root here is the body: "html body" is only one element. */
static gboolean
selector_root_doubles(const Part *parts, guint n)
{
    return n > 1 && parts[0].root && !parts[0].element &&
           (parts[1].before == ' ' || parts[1].before == '>') &&
           g_strcmp0(parts[1].element, "body") == 0;
}

CssSelector *
css_selector_new(const char *str, GStringChunk *strings)
{
    Part parts[SELECTOR_PARTS];
    guint n = selector_parts(str, parts, strings), first;
    CssSelector *selector;

    if (!n)
        return NULL;
    first = selector_root_doubles(parts, n);
    parts[first].before = '\0';
    n -= first;
    selector = g_malloc0(sizeof *selector + n * sizeof(Part));
    selector->n_parts = n;
    for (guint i = 0; i < n; i++) {
        const Part *part = &parts[first + i];

        selector->parts[n - 1 - i] = *part;
        selector->weight += (part->element != NULL) +
            256 * (part->n_classes + part->first + part->root +
                   (part->languages != NULL));
        selector->reach += part->before == '+' || part->first;
    }
    return selector;
}

CssSelector *
css_selector_element(const char *element)
{
    CssSelector *selector = g_malloc0(sizeof *selector + sizeof(Part));

    selector->n_parts = 1;
    selector->parts[0].element = element;
    return selector;
}

void
css_selector_free(CssSelector *selector)
{
    g_free(selector);
}

guint
css_selector_weight(const CssSelector *selector)
{
    return selector->weight;
}

guint
css_selector_reach(const CssSelector *selector)
{
    return selector->reach;
}

const char *
css_language(const CssNode *node)
{
    while (node && !node->language)
        node = node->parent;
    return node ? node->language : NULL;
}

/* Whether language is one of ranges ("zh, ja") or begins with it. */
static gboolean
selector_language(const char *ranges, const char *language)
{
    static const char between[] = " ,\t\"'*-";

    while (*(ranges += strspn(ranges, between))) {
        gsize len = strcspn(ranges, " ,\t\"'*");

        if (language_begins(language, ranges, len))
            return TRUE;
        ranges += len;
    }
    return FALSE;
}

static gboolean
selector_has_class(const char *classes, const char *class)
{
    gsize len = strlen(class);

    for (const char *at = classes; at && (at = strstr(at, class)); at += len)
        if ((at == classes || at[-1] == ' ') && strchr(" ", at[len]))
            return TRUE;
    return FALSE;
}

static gboolean
selector_is(const Part *part, const CssNode *node)
{
    if (part->element && strcmp(part->element, node->element) != 0)
        return FALSE;
    for (guint i = 0; i < part->n_classes; i++)
        if (!selector_has_class(node->class, part->classes[i]))
            return FALSE;
    if ((part->first && node->previous) || (part->root && node->parent))
        return FALSE;
    return !part->languages ||
           selector_language(part->languages, css_language(node));
}

/* Whether the parts from *i on, as far as no " " stands between them, mean
 * *node; if so both go on to the part after and its nearest element. */
static gboolean
selector_run(const CssSelector *selector, guint *i, const CssNode **node)
{
    const CssNode *at = *node;
    guint part = *i;

    for (;; part++) {
        char before = selector->parts[part].before;

        if (!at || !selector_is(&selector->parts[part], at))
            return FALSE;
        if (before == '+') {
            at = at->previous;
            continue;
        }
        at = at->parent;
        if (before == '>')
            continue;
        *i = part + 1;
        *node = at;
        return TRUE;
    }
}

/* The nearest place for each run leaves the most to those at its left, so
 * none needs to be tried again. */
gboolean
css_selector_matches(const CssSelector *selector, const CssNode *node)
{
    guint part = 0;

    if (!selector_run(selector, &part, &node))
        return FALSE;
    while (part < selector->n_parts) {
        if (!node)
            return FALSE;
        if (!selector_run(selector, &part, &node))
            node = node->parent;
    }
    return TRUE;
}
