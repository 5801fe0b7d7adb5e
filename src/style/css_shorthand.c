/* SPDX-License-Identifier: MIT */
/* Properties that set several at once: what each of their words is for. */
#include "style/css_property.h"

#include <string.h>

typedef struct {
    const char *name;
    CssSide sides[4];
    guint n_sides;
    gboolean physical;
} Sides;

static const Sides sides[] = {
    { "", { CSS_TOP, CSS_END, CSS_BOTTOM, CSS_START }, 4, TRUE },
    { "-top", { CSS_TOP }, 1, FALSE },
    { "-right", { CSS_END }, 1, TRUE },
    { "-bottom", { CSS_BOTTOM }, 1, FALSE },
    { "-left", { CSS_START }, 1, TRUE },
    { "-inline", { CSS_START, CSS_END }, 2, FALSE },
    { "-inline-start", { CSS_START }, 1, FALSE },
    { "-inline-end", { CSS_END }, 1, FALSE },
    { "-block", { CSS_TOP, CSS_BOTTOM }, 2, FALSE },
    { "-block-start", { CSS_TOP }, 1, FALSE },
    { "-block-end", { CSS_BOTTOM }, 1, FALSE },
};

/* Property names are prefix, sides, suffix. */
static const struct {
    const char *prefix, *suffix;
    CssPropertyId property;
} boxes[] = {
    { "margin", "", CSS_MARGIN },
    { "padding", "", CSS_PADDING },
    { "border", "-width", CSS_BORDER_WIDTH },
    { "border", "-style", CSS_BORDER_STYLE },
};

static const Sides *
shorthand_sides(const char *name, const char *prefix, const char *suffix)
{
    gsize before = strlen(prefix), len = strlen(name), after = strlen(suffix);

    if (len < before + after || strncmp(name, prefix, before) != 0 ||
        strcmp(name + len - after, suffix) != 0)
        return NULL;
    len -= before + after;
    for (guint i = 0; i < G_N_ELEMENTS(sides); i++)
        if (strlen(sides[i].name) == len &&
            strncmp(sides[i].name, name + before, len) == 0)
            return &sides[i];
    return NULL;
}

/* One word is for all sides, two for the opposite ones. */
static gboolean
shorthand_box(const CssSink *sink, const Sides *s, CssPropertyId property,
              char **words)
{
    guint n = g_strv_length(words);

    if (n > s->n_sides)
        return FALSE;
    for (guint i = 0; i < s->n_sides; i++) {
        const char *word = words[i < n ? i : i == 3 && n > 1 ? 1 : 0];
        if (!css_declare(sink, property + s->sides[i], s->physical, word))
            return FALSE;
    }
    return TRUE;
}

/* Declares with the first of the properties that takes word; which, or -1. */
static int
shorthand_one(const CssSink *sink, const guint8 *properties, guint n,
              guint *taken, const char *word)
{
    for (guint i = 0; i < n; i++)
        if (!(*taken & (1u << i)) &&
            css_declare(sink, properties[i], FALSE, word)) {
            *taken |= 1u << i;
            return i;
        }
    return -1;
}

/* A width, a style and a colour, of which there is one on paper. */
static gboolean
shorthand_line(const CssSink *sink, guint8 width, guint8 style, char **words)
{
    const guint8 properties[] = { width, style };
    guint taken = 0, others = 0;

    css_declare(sink, width, FALSE, "initial");
    css_declare(sink, style, FALSE, "initial");
    for (char **word = words; *word; word++)
        others += shorthand_one(sink, properties, 2, &taken, *word) < 0;
    return others <= 1 && taken + others > 0;
}

static gboolean
shorthand_border(const CssSink *sink, const Sides *s, char **words)
{
    guint first = sink->declarations->len;

    for (guint i = 0; i < s->n_sides; i++)
        if (!shorthand_line(sink, CSS_BORDER_WIDTH + s->sides[i],
                            CSS_BORDER_STYLE + s->sides[i], words))
            return FALSE;
    for (guint i = first; i < sink->declarations->len; i++)
        g_array_index(sink->declarations, CssDeclaration, i).physical =
            s->physical;
    return TRUE;
}

/* Words in any order, each for one of some properties; those that none
 * names go back to what they are at first. */
typedef struct {
    const char *name;
    guint8 properties[3];
    guint n;
    const char *other;          /* a word that is for none of them */
} AnyOrder;

static const AnyOrder any_order[] = {
    { "font-variant", { CSS_CAPS, CSS_FIGURES, CSS_SPACING }, 3, NULL },
    { "font-variant-numeric", { CSS_FIGURES, CSS_SPACING }, 2, NULL },
    { "text-decoration", { CSS_UNDERLINE, CSS_STRIKE }, 2, "solid" },
    { "text-decoration-line", { CSS_UNDERLINE, CSS_STRIKE }, 2, NULL },
    { "columns", { CSS_COLUMN_COUNT }, 1, NULL },
};

static gboolean
shorthand_any_order(const CssSink *sink, const AnyOrder *row, char **words)
{
    gboolean alone = words[0] && !words[1];
    guint taken = 0;

    for (guint i = 0; i < row->n; i++)
        if (!alone || !css_declare(sink, row->properties[i], FALSE, *words))
            css_declare(sink, row->properties[i], FALSE, "initial");
        else
            taken |= 1u << i;
    if (alone && taken)
        return TRUE;
    for (char **word = words; *word; word++)
        if (shorthand_one(sink, row->properties, row->n, &taken, *word) < 0
            && g_strcmp0(row->other, *word) != 0)
            return FALSE;
    return TRUE;
}

/* Style, weight and capitals in any order, then size[/line-height], then
 * families. */
static gboolean
shorthand_font(const CssSink *sink, const char *value, char **words)
{
    static const guint8 first[] = { CSS_STYLE, CSS_WEIGHT, CSS_CAPS };
    guint taken = 0;
    const char *rest = value;

    for (guint i = 0; i < G_N_ELEMENTS(first); i++)
        css_declare(sink, first[i], FALSE, "initial");
    for (; *words; words++) {
        g_auto(GStrv) size = NULL;

        rest = strstr(rest, *words) + strlen(*words);
        if (strcmp(*words, "normal") == 0 ||
            shorthand_one(sink, first, G_N_ELEMENTS(first), &taken,
                          *words) >= 0)
            continue;
        size = g_strsplit(*words, "/", 2);
        while (g_ascii_isspace(*rest))
            rest++;
        return *rest && css_declare(sink, CSS_FONT_SIZE, FALSE, size[0]) &&
               css_declare(sink, CSS_LINE_HEIGHT, FALSE,
                           size[1] ? size[1] : "normal") &&
               css_declare(sink, CSS_FAMILY, FALSE, rest);
    }
    return FALSE;
}

static gboolean
shorthand_sided(const CssSink *sink, const char *name, char **words,
                gboolean *done)
{
    const Sides *s;

    for (guint i = 0; i < G_N_ELEMENTS(boxes); i++)
        if ((s = shorthand_sides(name, boxes[i].prefix, boxes[i].suffix))) {
            *done = shorthand_box(sink, s, boxes[i].property, words);
            return TRUE;
        }
    if (!(s = shorthand_sides(name, "border", "")))
        return FALSE;
    *done = shorthand_border(sink, s, words);
    return TRUE;
}

/* Whether name is a shorthand; *done: whether its words are values. */
static gboolean
shorthand_find(const CssSink *sink, const char *name, const char *value,
               char **words, gboolean *done)
{
    if (shorthand_sided(sink, name, words, done))
        return TRUE;
    for (guint i = 0; i < G_N_ELEMENTS(any_order); i++)
        if (strcmp(any_order[i].name, name) == 0) {
            *done = shorthand_any_order(sink, &any_order[i], words);
            return TRUE;
        }
    if (strcmp(name, "column-rule") == 0)
        *done = shorthand_line(sink, CSS_RULE_WIDTH, CSS_RULE_STYLE, words);
    else if (strcmp(name, "font") == 0)
        *done = shorthand_font(sink, value, words);
    else
        return FALSE;
    return TRUE;
}

CssUse
css_shorthand(const CssSink *sink, const char *name, const char *value,
              char **words)
{
    gboolean done = FALSE;

    if (!*words)
        return CSS_NO_VALUE;
    if (!shorthand_find(sink, name, value, words, &done))
        return CSS_NO_PROPERTY;
    return done ? CSS_USED : CSS_NO_VALUE;
}
