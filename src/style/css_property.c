/* SPDX-License-Identifier: MIT */
/* Which property takes which values, and which field of a style it sets. */
#include "style/css_property.h"

#include <string.h>

#define IS(n) { (n), CSS_NUMBER }
#define WORDS(...) (const CssWord[]) { __VA_ARGS__, { NULL, IS(0) } }

#define LENGTH CSS_TAKES_LENGTH
#define ANY_LENGTH (CSS_TAKES_LENGTH | CSS_TAKES_NEGATIVE)
#define NUMBER CSS_TAKES_NUMBER

#define FIELD(words, takes, field) \
    { words, takes, FALSE, FALSE, G_STRUCT_OFFSET(CssWork, field) }
#define WHOLE(words, takes, field) \
    { words, takes, FALSE, TRUE, G_STRUCT_OFFSET(CssWork, field) }
#define FIELD_INHERITED(words, takes, field) \
    { words, takes, TRUE, FALSE, G_STRUCT_OFFSET(CssWork, field) }
#define WHOLE_INHERITED(words, takes, field) \
    { words, takes, TRUE, TRUE, G_STRUCT_OFFSET(CssWork, field) }
#define SIDE(id, side, words, takes, field) \
    [(id) + (side)] = FIELD(words, takes, field[side])
#define SIDES(id, words, takes, field) \
    SIDE(id, CSS_TOP, words, takes, field), \
    SIDE(id, CSS_END, words, takes, field), \
    SIDE(id, CSS_BOTTOM, words, takes, field), \
    SIDE(id, CSS_START, words, takes, field)

static const CssWord sizes[] = {
    { "smaller", { 1 / 1.2, CSS_EM } }, { "larger", { 1.2, CSS_EM } },
    { "xx-small", { .6, CSS_REM } },    { "x-small", { .75, CSS_REM } },
    { "small", { .89, CSS_REM } },      { "medium", { 1, CSS_REM } },
    { "large", { 1.2, CSS_REM } },      { "x-large", { 1.5, CSS_REM } },
    { "xx-large", { 2, CSS_REM } },     { NULL, IS(0) },
};
static const CssWord widths[] = {
    { "thin", { .5, CSS_POINTS } }, { "medium", { 1, CSS_POINTS } },
    { "thick", { 2, CSS_POINTS } }, { NULL, IS(0) },
};
static const CssWord lines[] = {
    { "none", IS(0) },   { "hidden", IS(0) }, { "solid", IS(1) },
    { "dotted", IS(1) }, { "dashed", IS(1) }, { "double", IS(1) },
    { "groove", IS(1) }, { "ridge", IS(1) },  { "inset", IS(1) },
    { "outset", IS(1) }, { NULL, IS(0) },
};
static const CssWord automatic[] = {
    { "auto", { 0, CSS_AUTO } }, { NULL, IS(0) },
};
static const CssWord normal[] = { { "normal", IS(0) }, { NULL, IS(0) } };
static const CssWord breaks[] = {
    { "auto", IS(CSS_BREAK_AUTO) },   { "avoid", IS(CSS_BREAK_AVOID) },
    { "page", IS(CSS_BREAK_PAGE) },   { "always", IS(CSS_BREAK_PAGE) },
    { "left", IS(CSS_BREAK_PAGE) },   { "right", IS(CSS_BREAK_PAGE) },
    { "recto", IS(CSS_BREAK_PAGE) },  { "verso", IS(CSS_BREAK_PAGE) },
    { "all", IS(CSS_BREAK_PAGE) },    { "avoid-page", IS(CSS_BREAK_AVOID) },
    { "avoid-column", IS(CSS_BREAK_AVOID) },    { NULL, IS(0) },
};
static const CssWord aligns[] = {
    { "justify", IS(CSS_JUSTIFY) },    { "start", IS(CSS_ALIGN_START) },
    { "end", IS(CSS_ALIGN_END) },      { "center", IS(CSS_ALIGN_CENTER) },
    { "left", IS(CSS_ALIGN_LEFT) },    { "right", IS(CSS_ALIGN_RIGHT) },
    { NULL, IS(0) },
};
/* What a block is laid out as is decided by what it is. */
static const CssWord displays[] = {
    { "none", IS(1) },          { "block", IS(0) }, { "inline", IS(0) },
    { "inline-block", IS(0) },  { "list-item", IS(0) },
    { "table", IS(0) },         { "table-row", IS(0) },
    { "table-cell", IS(0) },    { "flow-root", IS(0) }, { NULL, IS(0) },
};
static const CssWord weights[] = {
    { "bold", IS(600) },        { "bolder", IS(600) },
    { "normal", IS(400) },      { "lighter", IS(400) }, { NULL, IS(0) },
};

const CssProperty css_properties[N_CSS_PROPERTIES] = {
    [CSS_FONT_SIZE] = FIELD_INHERITED(sizes, LENGTH, style.size),
    [CSS_LINE_HEIGHT] = FIELD_INHERITED(
        WORDS({ "normal", IS(CSS_NORMAL_LINE) }), LENGTH | NUMBER,
        style.line_height),
    [CSS_FAMILY] = FIELD_INHERITED(NULL, CSS_TAKES_STRING, style.families),
    [CSS_STYLE] = WHOLE_INHERITED(
        WORDS({ "normal", IS(0) }, { "italic", IS(1) },
              { "oblique", IS(1) }), 0, style.italic),
    [CSS_WEIGHT] = WHOLE_INHERITED(weights, NUMBER, style.bold),
    [CSS_CAPS] = WHOLE_INHERITED(
        WORDS({ "normal", IS(CSS_CAPS_NONE) },
              { "small-caps", IS(CSS_CAPS_SMALL) },
              { "all-small-caps", IS(CSS_CAPS_ALL_SMALL) }), 0, style.caps),
    [CSS_FIGURES] = WHOLE_INHERITED(
        WORDS({ "normal", IS(CSS_FIGURES_NORMAL) },
              { "lining-nums", IS(CSS_FIGURES_LINING) },
              { "oldstyle-nums", IS(CSS_FIGURES_OLDSTYLE) }), 0,
        style.figures),
    [CSS_SPACING] = WHOLE_INHERITED(
        WORDS({ "normal", IS(0) }, { "proportional-nums", IS(0) },
              { "tabular-nums", IS(1) }), 0, style.tabular),
    [CSS_TRANSFORM] = WHOLE_INHERITED(
        WORDS({ "none", IS(0) }, { "uppercase", IS(1) }), 0,
        style.uppercase),
    [CSS_TEXT_ALIGN] = WHOLE_INHERITED(aligns, 0, align),
    [CSS_INDENT] = FIELD_INHERITED(NULL, ANY_LENGTH, style.indent),
    [CSS_TRACKING] = FIELD_INHERITED(normal, ANY_LENGTH, style.tracking),
    [CSS_HYPHENS] = WHOLE_INHERITED(
        WORDS({ "none", IS(0) }, { "manual", IS(0) }, { "auto", IS(1) }), 0,
        style.hyphens),
    [CSS_TEXT_WRAP] = WHOLE_INHERITED(
        WORDS({ "balance", IS(1) }, { "wrap", IS(0) }, { "auto", IS(0) },
              { "pretty", IS(0) }, { "stable", IS(0) }), 0, style.balance),
    [CSS_ORPHANS] = WHOLE_INHERITED(NULL, NUMBER, style.orphans),
    [CSS_WIDOWS] = WHOLE_INHERITED(NULL, NUMBER, style.widows),
    SIDES(CSS_MARGIN, automatic, ANY_LENGTH, style.margin),
    SIDES(CSS_PADDING, NULL, LENGTH, style.padding),
    SIDES(CSS_BORDER_WIDTH, widths, LENGTH, border_width),
    [CSS_BORDER_STYLE + CSS_TOP] = WHOLE(lines, 0, border[CSS_TOP]),
    [CSS_BORDER_STYLE + CSS_END] = WHOLE(lines, 0, border[CSS_END]),
    [CSS_BORDER_STYLE + CSS_BOTTOM] = WHOLE(lines, 0, border[CSS_BOTTOM]),
    [CSS_BORDER_STYLE + CSS_START] = WHOLE(lines, 0, border[CSS_START]),
    [CSS_WIDTH] = FIELD(automatic, LENGTH, style.width),
    [CSS_RISE] = WHOLE(
        WORDS({ "baseline", IS(CSS_RISE_NONE) },
              { "super", IS(CSS_RISE_SUPER) }, { "sub", IS(CSS_RISE_SUB) },
              { "top", IS(CSS_RISE_NONE) }, { "middle", IS(CSS_RISE_NONE) },
              { "bottom", IS(CSS_RISE_NONE) }), 0, style.rise),
    [CSS_UNDERLINE] = WHOLE(
        WORDS({ "none", IS(0) }, { "underline", IS(1) }), 0,
        style.underline),
    [CSS_STRIKE] = WHOLE(
        WORDS({ "none", IS(0) }, { "line-through", IS(1) }), 0,
        style.strike),
    [CSS_BEFORE] = WHOLE(breaks, 0, style.break_before),
    [CSS_AFTER] = WHOLE(breaks, 0, style.break_after),
    [CSS_INSIDE] = WHOLE(breaks, 0, style.break_inside),
    [CSS_DROP_CAP] = WHOLE(normal, NUMBER, style.drop_cap),
    [CSS_DISPLAY] = WHOLE(displays, 0, style.hidden),
    [CSS_COLUMN_COUNT] = WHOLE(automatic, NUMBER, columns),
    [CSS_COLUMN_GAP] = FIELD(normal, LENGTH, column_gap),
    [CSS_RULE_WIDTH] = FIELD(widths, LENGTH, rule_width),
    [CSS_RULE_STYLE] = WHOLE(lines, 0, rule),
    [CSS_PAGE_SIZE] = FIELD(NULL, CSS_TAKES_STRING, page_size),
};

/* Names of one property each. */
static const struct {
    const char *name;
    CssPropertyId property;
} names[] = {
    { "font-size", CSS_FONT_SIZE },
    { "line-height", CSS_LINE_HEIGHT },
    { "font-family", CSS_FAMILY },
    { "font-style", CSS_STYLE },
    { "font-weight", CSS_WEIGHT },
    { "font-variant-caps", CSS_CAPS },
    { "text-transform", CSS_TRANSFORM },
    { "text-align", CSS_TEXT_ALIGN },
    { "text-indent", CSS_INDENT },
    { "letter-spacing", CSS_TRACKING },
    { "hyphens", CSS_HYPHENS },
    { "text-wrap", CSS_TEXT_WRAP },
    { "text-wrap-style", CSS_TEXT_WRAP },
    { "orphans", CSS_ORPHANS },
    { "widows", CSS_WIDOWS },
    { "width", CSS_WIDTH },
    { "vertical-align", CSS_RISE },
    { "break-before", CSS_BEFORE },
    { "break-after", CSS_AFTER },
    { "break-inside", CSS_INSIDE },
    { "page-break-before", CSS_BEFORE },
    { "page-break-after", CSS_AFTER },
    { "page-break-inside", CSS_INSIDE },
    { "initial-letter", CSS_DROP_CAP },
    { "display", CSS_DISPLAY },
    { "column-count", CSS_COLUMN_COUNT },
    { "column-gap", CSS_COLUMN_GAP },
    { "column-rule-width", CSS_RULE_WIDTH },
    { "column-rule-style", CSS_RULE_STYLE },
    { "size", CSS_PAGE_SIZE },
};

/* What paper does in any case, or has no need of. */
static const char *const silent[] = {
    "border-collapse", "border-spacing", "color-scheme", "font-kerning",
    "height", "line-break", "list-style", "list-style-position",
    "list-style-type", "max-height", "max-width", "overflow-wrap",
    "print-color-adjust", "text-rendering",
    "text-size-adjust", "white-space", "word-break", "word-wrap", NULL
};

/* As EPUB 2, Chrome and Firefox called what had no standard yet. */
static const char *const prefixes[] = { "-epub-", "-webkit-", "-moz-" };

static const struct { const char *word; CssForm form; } everywhere[] = {
    { "inherit", CSS_AS_INHERIT }, { "initial", CSS_AS_INITIAL },
    { "unset", CSS_AS_UNSET },     { "revert", CSS_AS_UNSET },
};

/* The value of property that word is. */
static gboolean
property_value(const CssProperty *property, const char *word,
               CssDeclaration *declaration)
{
    CssLength *length = &declaration->length;

    for (guint i = 0; i < G_N_ELEMENTS(everywhere); i++)
        if (g_ascii_strcasecmp(word, everywhere[i].word) == 0) {
            declaration->form = everywhere[i].form;
            return TRUE;
        }
    for (const CssWord *w = property->words; w && w->word; w++)
        if (g_ascii_strcasecmp(word, w->word) == 0) {
            *length = w->value;
            return TRUE;
        }
    if (!css_length(word, length) ||
        (length->number < 0 && !(property->takes & CSS_TAKES_NEGATIVE)))
        return FALSE;
    if (length->unit == CSS_NUMBER && property->takes & CSS_TAKES_NUMBER)
        return TRUE;
    return property->takes & CSS_TAKES_LENGTH &&
           (length->unit != CSS_NUMBER || length->number == 0);
}

gboolean
css_declare(const CssSink *sink, guint id, gboolean physical,
            const char *word)
{
    const CssProperty *property = &css_properties[id];
    CssDeclaration declaration = {
        .property = id, .physical = physical, .form = CSS_AS_LENGTH,
    };

    if (!property_value(property, word, &declaration)) {
        if (!(property->takes & CSS_TAKES_STRING))
            return FALSE;
        declaration.form = CSS_AS_STRING;
        declaration.string =
            g_string_chunk_insert_const(sink->strings, word);
    }
    g_array_append_val(sink->declarations, declaration);
    return TRUE;
}

static CssUse
property_read(const CssSink *sink, const char *name, const char *value)
{
    g_auto(GStrv) words = NULL;

    for (guint i = 0; i < G_N_ELEMENTS(names); i++)
        if (strcmp(names[i].name, name) == 0)
            return css_declare(sink, names[i].property, FALSE, value)
                       ? CSS_USED : CSS_NO_VALUE;
    words = css_split(value, ' ');
    return css_shorthand(sink, name, value, words);
}

/* Cuts "!important" off; whether it was there. */
static gboolean
property_important(char *value)
{
    char *mark = strrchr(value, '!');

    if (!mark || g_ascii_strcasecmp(g_strchug(mark + 1), "important") != 0)
        return FALSE;
    *mark = '\0';
    g_strchomp(value);
    return TRUE;
}

static const char *
property_name(const char *name)
{
    for (guint i = 0; i < G_N_ELEMENTS(prefixes); i++)
        if (g_str_has_prefix(name, prefixes[i]))
            return name + strlen(prefixes[i]);
    return name;
}

CssUse
css_read_declaration(const CssSink *sink, const char *str)
{
    const char *colon = strchr(str, ':');
    g_autofree char *lower = NULL, *value = NULL;
    guint first = sink->declarations->len;
    const char *name;
    gboolean important;
    CssUse use;

    if (!colon)
        return CSS_NO_PROPERTY;
    lower = g_strchomp(g_ascii_strdown(str, colon - str));
    name = property_name(lower);
    if (g_strv_contains(silent, name))
        return CSS_SILENT;
    value = g_strstrip(g_strdup(colon + 1));
    important = property_important(value);
    if ((use = property_read(sink, name, value)) != CSS_USED)
        g_array_set_size(sink->declarations, first);
    for (guint i = first; i < sink->declarations->len; i++)
        g_array_index(sink->declarations, CssDeclaration, i).important =
            important;
    return use;
}
