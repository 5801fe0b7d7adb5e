/* SPDX-License-Identifier: MIT */
/* Which rules hold for an element, and what they make of it. */
#include <article2book/article2book.h>
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "style/css.h"
#include "style/css_selector.h"
#include "style/css_value.h"

/* A style of one sheet, from outside. */
static A2bStyle *
style_of(const char *css)
{
    A2bStyle *style = g_new0(A2bStyle, 1);

    style->name = g_strdup("test");
    style->css = g_string_new(NULL);
    style->print = g_string_new(css);
    return style;
}

static gboolean
is_near(double a, double b)
{
    return fabs(a - b) < .001;
}

/* body > section(en) > element.class, after previous. */
static CssStyle
look(const char *css, const char *element, const char *class,
     const char *language, const CssNode *previous)
{
    g_autoptr(A2bStyle) style = style_of(css);
    g_autoptr(Css) cascade = css_new(style, 10, 0, NULL, 200, NULL);
    const CssNode body = { .element = "body" };
    const CssNode section = {
        .element = "section", .language = language, .parent = &body,
    };
    const CssNode node = {
        .element = element, .class = class, .parent = &section,
        .previous = previous,
    };
    CssStyle root, above, found;

    css_style(cascade, &body, NULL, &root);
    css_style(cascade, &section, &root, &above);
    css_style(cascade, &node, &above, &found);
    found.families = NULL;      /* is freed with cascade */
    return found;
}

static CssStyle
p(const char *css)
{
    return look(css, "p", NULL, NULL, NULL);
}

static void
test_length(void)
{
    static const struct { const char *str; double number; CssUnit unit; }
    rows[] = {
        { "0", 0, CSS_NUMBER }, { "1.5", 1.5, CSS_NUMBER },
        { "+.5em", .5, CSS_EM }, { "-2EM", -2, CSS_EM },
        { "2ex", 1, CSS_EM }, { "3ch", 1.5, CSS_EM }, { "2rem", 2, CSS_REM },
        { "10pt", 10, CSS_POINTS }, { "16px", 12, CSS_POINTS },
        { "1in", 72, CSS_POINTS }, { "25.4mm", 72, CSS_POINTS },
        { "2.54cm", 72, CSS_POINTS }, { "6pc", 72, CSS_POINTS },
        { "50%", .5, CSS_PART }, { "1lh", 1, CSS_LINE },
        { ".5rlh", .5, CSS_ROOT_LINE }, { "1e2pt", 100, CSS_POINTS },
    };
    static const char *const wrong[] = {
        "", "em", "1 em", "1vw", "0x10pt", "inf", "nan", "1e99pt", "--1pt",
        "1pt2", "auto",
    };
    CssLength length;

    for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_assert_true(css_length(rows[i].str, &length));
        g_assert_true(is_near(length.number, rows[i].number));
        g_assert_cmpint(length.unit, ==, rows[i].unit);
    }
    for (guint i = 0; i < G_N_ELEMENTS(wrong); i++)
        g_assert_false(css_length(wrong[i], &length));
}

static void
test_selector(void)
{
    static const struct { const char *selector; gboolean matches; } rows[] = {
        { "p", TRUE }, { "*", TRUE }, { "em", FALSE }, { ".a", TRUE },
        { ".b", TRUE }, { ".ab", FALSE }, { "p.a.b", TRUE },
        { "p.a.c", FALSE }, { "aside p", TRUE }, { "body p", TRUE },
        { "html p", TRUE }, { ":root > section p", TRUE },
        { "html > body > section > aside > p", TRUE },
        { "body > p", FALSE }, { "aside > p", TRUE },
        { "section > aside p", TRUE }, { "section>aside>p", TRUE },
        { "h2 + p", TRUE }, { "h2+p.a", TRUE }, { "h1 + p", FALSE },
        { "h1 + h2 + p", TRUE }, { "aside h2 + p", TRUE },
        { "header + aside > p", TRUE }, { "header + aside h2 + p", TRUE },
        { "footer + aside p", FALSE }, { "p:first-child", FALSE },
        { "aside:first-child p", FALSE }, { "section:first-child p", TRUE },
        { ":lang(pt)", TRUE }, { "p:lang(pt-br)", TRUE },
        { ":lang(p)", FALSE }, { ":lang(en, \"pt\") p", TRUE },
        { "section:lang(en) p", TRUE }, { "aside:lang(en) p", FALSE },
        { "section section p", FALSE }, { "body body p", FALSE },
    };
    static const char *const unknown[] = {
        "p:hover", "p::first-letter", "p[lang]", "p ~ p", "#a", "p >", "> p",
        "p > > q", "", "1", "p:lang(en", ".", "p:last-child",
        "a a a a a a a a a a a a a a a a a",
    };
    const CssNode body = { .element = "body" };
    const CssNode section = { .element = "section", .language = "en",
                              .parent = &body };
    const CssNode header = { .element = "header", .parent = &section };
    const CssNode aside = { .element = "aside", .language = "pt-BR",
                            .parent = &section, .previous = &header };
    const CssNode h1 = { .element = "h1", .parent = &aside };
    const CssNode h2 = { .element = "h2", .parent = &aside,
                         .previous = &h1 };
    const CssNode node = { .element = "p", .class = "a b", .parent = &aside,
                           .previous = &h2 };
    g_autoptr(GStringChunk) strings = g_string_chunk_new(64);

    for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
        CssSelector *s = css_selector_new(rows[i].selector, strings);
        g_assert_nonnull(s);
        if (css_selector_matches(s, &node) != rows[i].matches)
            g_error("%s", rows[i].selector);
        css_selector_free(s);
    }
    for (guint i = 0; i < G_N_ELEMENTS(unknown); i++)
        g_assert_null(css_selector_new(unknown[i], strings));
}

/* Who wins: the margin at the top says. */
static void
test_cascade(void)
{
    static const struct { const char *css; double top; } rows[] = {
        { "p{margin-top:1pt}p{margin-top:2pt}", 2 },
        { ".a{margin-top:1pt}p{margin-top:2pt}", 1 },
        { "section p{margin-top:1pt}p{margin-top:2pt}", 1 },
        { "section p{margin-top:1pt}.a{margin-top:2pt}", 2 },
        { "p{margin-top:1pt!important}.a{margin-top:2pt}", 1 },
        { "p{margin-top:1pt ! IMPORTANT}p.a{margin-top:2pt !important}", 2 },
        { "p{margin-top:1pt;margin-top:2vw}", 1 },
        { "p{margin-top:1pt;margin:2pt 3pt}", 2 },
        { "q,p{margin-top:1pt}p:hover,p{margin-top:2pt}", 2 },
        { "p{margin-top:1pt}@media print{p{margin-top:2pt}}", 2 },
        { "p{margin-top:1pt}@media screen{p{margin-top:2pt}}", 1 },
        { "@media screen, print{p{margin-top:2pt}}", 2 },
        { "p{margin-top:1pt}@media (width:1px){p{margin-top:2pt}}", 1 },
        { "@media print{@media screen{p{margin-top:2pt}}}", 0 },
        { "p{margin-top:1pt}@font-face{margin-top:2pt}", 1 },
        { "p{margin-top:1pt;q{margin-top:3pt}margin-bottom:2pt}", 1 },
        { "section{margin-top:3pt}p{margin-top:inherit}", 3 },
        { "section{margin-top:3pt}p{margin-top:1pt;margin-top:unset}", 0 },
        { "section{margin-top:3pt}", 0 },
        { "p{MARGIN-TOP:1PT", 1 },
    };

    for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
        CssStyle s = look(rows[i].css, "p", "a", NULL, NULL);
        if (!is_near(s.margin[CSS_TOP], rows[i].top))
            g_error("%s: %g", rows[i].css, s.margin[CSS_TOP]);
    }
}

static void
test_sizes(void)
{
    static const struct { const char *css; double size, line; } rows[] = {
        { "", 10, 12.5 },
        { "body{line-height:1.4}", 10, 14 },
        { "body{font-size:18pt;line-height:1.4}", 10, 14 },
        { "section{font-size:1.5em;line-height:1.2}p{font-size:80%}", 12,
          14.4 },
        { "section{line-height:150%}p{font-size:2em}", 20, 15 },
        { "section{line-height:13pt}p{font-size:2em}", 20, 13 },
        { "section{line-height:0}p{font-size:2em}", 20, 0 },
        { "p{font-size:large}", 12, 15 },
        { "section{font-size:20pt}p{font-size:smaller}", 16.667, 20.833 },
        { "section{font-size:20pt}p{font-size:1.2rem}", 12, 15 },
        { "section{font-size:20pt}p{font-size:inherit}", 20, 25 },
        { "p{line-height:1rlh;font-size:.8em}", 8, 12.5 },
        { "p{line-height:1.2;font-size:20pt}", 20, 24 },
        { "p{font:italic bold 8pt/1.5 Some Face, serif}", 8, 12 },
        { "p{font-size:0}", 1, 1.25 },
        { "p{font-size:-3pt}", 10, 12.5 },
    };

    for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
        CssStyle s = p(rows[i].css);
        if (!is_near(s.size, rows[i].size) ||
            !is_near(s.line_height, rows[i].line))
            g_error("%s: %g %g", rows[i].css, s.size, s.line_height);
    }
}

static void
test_text(void)
{
    CssStyle s = p("p{font-weight:700;font-style:oblique;"
                   "font-variant:small-caps oldstyle-nums tabular-nums;"
                   "text-transform:uppercase;text-indent:-2em;"
                   "letter-spacing:.05em;-epub-hyphens:auto;"
                   "text-wrap:balance;orphans:3;widows:4;"
                   "text-decoration:underline line-through;"
                   "vertical-align:super;page-break-before:always;"
                   "page-break-after:avoid;break-inside:avoid;"
                   "initial-letter:3;display:none;width:50%}");

    g_assert_true(s.bold && s.italic && s.tabular && s.uppercase);
    g_assert_cmpint(s.caps, ==, CSS_CAPS_SMALL);
    g_assert_cmpint(s.figures, ==, CSS_FIGURES_OLDSTYLE);
    g_assert_true(is_near(s.indent, -20) && is_near(s.tracking, .5));
    g_assert_true(s.hyphens && s.balance && s.underline && s.strike);
    g_assert_cmpuint(s.orphans, ==, 3);
    g_assert_cmpuint(s.widows, ==, 4);
    g_assert_cmpint(s.rise, ==, CSS_RISE_SUPER);
    g_assert_cmpint(s.break_before, ==, CSS_BREAK_PAGE);
    g_assert_cmpint(s.break_after, ==, CSS_BREAK_AVOID);
    g_assert_cmpint(s.break_inside, ==, CSS_BREAK_AVOID);
    g_assert_cmpuint(s.drop_cap, ==, 3);
    g_assert_true(s.hidden && is_near(s.width, 100));

    s = p("section{font-weight:bold;font-variant:small-caps;widows:3;"
          "text-decoration:underline;display:none}"
          "p{font-variant-caps:all-small-caps;text-decoration:none}");
    g_assert_true(s.bold && !s.underline && !s.hidden);
    g_assert_cmpint(s.caps, ==, CSS_CAPS_ALL_SMALL);
    g_assert_cmpuint(s.widows, ==, 3);
    s = p("section{font-variant:small-caps lining-nums}"
          "p{font-variant:normal;font-weight:300}");
    g_assert_cmpint(s.caps, ==, CSS_CAPS_NONE);
    g_assert_cmpint(s.figures, ==, CSS_FIGURES_NORMAL);
    g_assert_false(s.bold);
    g_assert_cmpint(p("").align, ==, CSS_JUSTIFY);
    g_assert_false(p("").hyphens);
}

/* Top, end, bottom, start of what stands around a paragraph. */
static void
test_boxes(void)
{
    static const struct {
        const char *css, *language;
        double margin[4], padding[4], border[4];
    } rows[] = {
        { "p{margin:1pt}", NULL, { 1, 1, 1, 1 }, { 0 }, { 0 } },
        { "p{margin:1pt 2pt}", NULL, { 1, 2, 1, 2 }, { 0 }, { 0 } },
        { "p{margin:1pt 2pt 3pt}", NULL, { 1, 2, 3, 2 }, { 0 }, { 0 } },
        { "p{margin:1pt 2pt 3pt 4pt}", NULL, { 1, 2, 3, 4 }, { 0 }, { 0 } },
        { "p{margin:1pt 2pt 3pt 4pt}", "ar", { 1, 4, 3, 2 }, { 0 }, { 0 } },
        { "p{margin-left:4pt;padding-right:2pt}", "he-IL", { 0, 4, 0, 0 },
          { 0, 0, 0, 2 }, { 0 } },
        { "p{margin-inline:4pt 2pt}", "ar", { 0, 2, 0, 4 }, { 0 }, { 0 } },
        { "p{padding:0 0 0 9pt;padding-inline:1em 0}", "ar", { 0 },
          { 0, 0, 0, 10 }, { 0 } },
        { "p{margin-block:1pt 2pt;margin-inline-start:-1em}", NULL,
          { 1, 0, 2, -10 }, { 0 }, { 0 } },
        { "p{border:thin solid currentColor}", NULL, { 0 }, { 0 },
          { .5, .5, .5, .5 } },
        { "p{border-top:solid;border-inline-start:.15em solid}", NULL, { 0 },
          { 0 }, { 1, 0, 0, 1.5 } },
        { "p{border-left:thick dotted red}", "ar", { 0 }, { 0 },
          { 0, 2, 0, 0 } },
        { "p{border-width:3pt}", NULL, { 0 }, { 0 }, { 0 } },
        { "p{border-style:solid none;border-width:3pt}", NULL, { 0 }, { 0 },
          { 3, 0, 3, 0 } },
        { "p{border:2pt solid;border:0}", NULL, { 0 }, { 0 }, { 0 } },
        { "p{border:2pt solid;border-bottom:none}", NULL, { 0 }, { 0 },
          { 2, 2, 0, 2 } },
        { "p{margin:10% auto}", NULL, { 20, 0, 20, 0 }, { 0 }, { 0 } },
        { "p{padding:-1pt}", NULL, { 0 }, { 0 }, { 0 } },
    };

    for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
        CssStyle s = look(rows[i].css, "p", NULL, rows[i].language, NULL);
        for (guint side = 0; side < 4; side++)
            if (!is_near(s.margin[side], rows[i].margin[side]) ||
                !is_near(s.padding[side], rows[i].padding[side]) ||
                !is_near(s.border[side], rows[i].border[side]))
                g_error("%s, side %u", rows[i].css, side);
    }
    g_assert_true(p("p{margin:1em auto}").centred);
    g_assert_false(p("p{margin:1em auto 1em 0}").centred);
}

static void
test_sides(void)
{
    static const struct {
        const char *css, *language;
        CssAlign align;
    } rows[] = {
        { "p{text-align:left}", "en", CSS_ALIGN_START },
        { "p{text-align:left}", "ar", CSS_ALIGN_END },
        { "p{text-align:right}", "fa-Arab", CSS_ALIGN_START },
        { "p{text-align:right;text-align:end}", "ar", CSS_ALIGN_END },
        { "section{text-align:center}", NULL, CSS_ALIGN_CENTER },
        { "p{text-align:justify}", NULL, CSS_JUSTIFY },
    };

    for (guint i = 0; i < G_N_ELEMENTS(rows); i++)
        g_assert_cmpint(look(rows[i].css, "p", NULL, rows[i].language,
                             NULL).align, ==, rows[i].align);
}

/* What the neighbours are changes what is remembered of a place. */
static void
test_places(void)
{
    g_autoptr(A2bStyle) style = style_of(
        "p+p{text-indent:1em}p:first-child{orphans:5}"
        "p.a+p.b{text-indent:2em}p:lang(zh){text-indent:3em}");
    g_autoptr(Css) css = css_new(style, 10, 16, "Mine, serif", 200, NULL);
    const CssNode body = { .element = "body" };
    const CssNode first = { .element = "p", .parent = &body };
    const CssNode second = { .element = "p", .parent = &body,
                             .previous = &first, .class = "a" };
    const CssNode third = { .element = "p", .parent = &body,
                            .previous = &second, .class = "b" };
    const CssNode chinese = { .element = "p", .parent = &body,
                              .previous = &second, .language = "zh-Hant" };
    CssStyle root, s;

    css_style(css, &body, NULL, &root);
    g_assert_cmpstr(root.families, ==, "Mine, serif");
    g_assert_true(is_near(root.line_height, 16));
    for (guint round = 0; round < 2; round++) {
        css_style(css, &first, &root, &s);
        g_assert_true(is_near(s.indent, 0) && s.orphans == 5);
        css_style(css, &second, &root, &s);
        g_assert_true(is_near(s.indent, 10) && s.orphans == 2);
        css_style(css, &third, &root, &s);
        g_assert_true(is_near(s.indent, 20));
        css_style(css, &chinese, &root, &s);
        g_assert_true(is_near(s.indent, 30));
        g_assert_cmpstr(s.families, ==, "Mine, serif");
    }
}

static void
test_page(void)
{
    static const struct {
        const char *css, *paper;
        double size, leading, gap;
        guint columns;
        gboolean rule, margins;
    } rows[] = {
        { "", "", 0, 12.5, 0, 0, FALSE, FALSE },
        { "body{line-height:1.4}", "", 0, 14, 0, 0, FALSE, FALSE },
        { "html{font-size:16px}body{line-height:1.5}", "", 12, 18, 0, 0,
          FALSE, FALSE },
        { "body{font-size:2em;columns:2;column-gap:1em;"
          "column-rule:thin solid}", "", 20, 25, 20, 2, TRUE, FALSE },
        { "body{column-count:3;column-rule-style:none}", "", 0, 12.5, 0, 3,
          FALSE, FALSE },
        { "p{columns:2}", "", 0, 12.5, 0, 0, FALSE, FALSE },
        { "@page{size:A5;margin:2cm}", "a5", 0, 12.5, 0, 0, FALSE, TRUE },
        { "@page{size:148mm 210mm;margin-top:1cm}", "148mmx210mm", 0, 12.5,
          0, 0, FALSE, FALSE },
        { "@page{size:letter landscape}", "letter landscape", 0, 12.5, 0, 0,
          FALSE, FALSE },
        { "@page :left{size:a6}@page{margin:0 auto}", "", 0, 12.5, 0, 0,
          FALSE, FALSE },
        { "@media print{@page{size:a6}}@media screen{@page{size:a4}}", "a6",
          0, 12.5, 0, 0, FALSE, FALSE },
    };

    for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autoptr(A2bStyle) style = style_of(rows[i].css);
        CssPage page;

        css_page(style, 10, &page);
        g_assert_cmpstr(page.paper, ==, rows[i].paper);
        g_assert_true(is_near(page.size, rows[i].size));
        g_assert_true(is_near(page.leading, rows[i].leading));
        g_assert_true(is_near(page.column_gap, rows[i].gap));
        g_assert_cmpuint(page.columns, ==, rows[i].columns);
        g_assert_cmpint(page.column_rule, ==, rows[i].rule);
        g_assert_cmpint(page.margin_given, ==, rows[i].margins);
    }
}

static void
collect(const A2bMessage *message, gpointer user)
{
    g_string_append_printf(user, "%s|", message->message);
}

static void
test_unused(void)
{
    g_autoptr(GString) said = g_string_new(NULL);
    g_autoptr(A2bDiag) diag = a2b_diag_new(collect, said);
    g_autoptr(A2bStyle) style = style_of(
        "p{color:red;background:none}a:hover{color:blue}q{COLOR:x}"
        "p{list-style:none;width:50vw;margin:1em;border:1pt solid red}"
        "@font-face{font-family:x}@media screen{p{cursor:wait}}"
        "@media (width:1em){p{x:y}}@media print{p{cursor:wait}}");

    css_free(css_new(style, 10, 0, NULL, 200, diag));
    g_assert_cmpstr(said->str, ==,
                    "\"color\" is not used on paper|"
                    "\"background\" is not used on paper|"
                    "\"COLOR\" is not used on paper|"
                    "\"width:50vw\" is not used on paper|"
                    "\"@font-face\" is not used on paper|"
                    "\"@media (width:1em)\" is not used on paper|"
                    "\"cursor\" is not used on paper|");
    g_string_truncate(said, 0);
    style->outside = style->print->len;
    css_free(css_new(style, 10, 0, NULL, 200, diag));
    g_assert_cmpstr(said->str, ==, "");
}

/* Our own sheets say nothing that paper does not know, but for colour. */
static void
test_builtin(void)
{
    const char *const *names = a2b_style_names();

    for (; *names; names++) {
        g_autoptr(GString) said = g_string_new(NULL);
        g_autoptr(A2bDiag) diag = a2b_diag_new(collect, said);
        g_autoptr(A2bStyle) style = a2b_style_load(*names, NULL, NULL);

        css_free(css_new(style, 10, 0, NULL, 200, diag));
        g_assert_cmpstr(said->str, ==, "");
        style->outside = 0;
        css_free(css_new(style, 10, 0, NULL, 200, diag));
        g_assert_cmpstr(said->str, ==, "\"color\" is not used on paper|");
    }
}

/* Nothing of this is CSS; all of it must be passed over. */
static void
test_hostile(void)
{
    static const char *const sheets[] = {
        "}", "{", "p{", "p{:}", "p{margin}", "p{margin:}", "@", "@media",
        "@media print{", "@page", "@page{", "p{font:}", "p{font:12pt}",
        "p{font:bold}", "p{columns:}", "p{margin:1pt 1pt 1pt 1pt 1pt}",
        "p{font-family:}", "p{!important}", "p{margin-top:!important}",
        ",{a:b}", "p,{margin:1pt}", "p{border:a b c d}", "p{columns:2 3}",
        "p{margin:\"", "/*", "p{font-size:1e5em}", "p{orphans:99999999}",
        "p{line-height:-1}", "p{initial-letter:3 2}", "@page{size:}",
        "@page{size:a b c}", "p{width:calc(1pt + 2pt)}",
    };

    for (guint i = 0; i < G_N_ELEMENTS(sheets); i++) {
        g_autoptr(A2bStyle) style = style_of(sheets[i]);
        CssStyle s = p(sheets[i]);
        CssPage page;

        g_assert_true(isfinite(s.size) && s.size > 0);
        g_assert_cmpuint(s.orphans, <, 100);
        css_page(style, 10, &page);
    }
}

static void
test_speed(void)
{
    g_autoptr(A2bStyle) style = a2b_style_load("newspaper", NULL, NULL);
    g_autoptr(Css) css = css_new(style, 10, 0, NULL, 200, NULL);
    const CssNode body = { .element = "body", .language = "en" };
    const CssNode before = { .element = "p", .parent = &body };
    const CssNode node = { .element = "p", .parent = &body,
                           .previous = &before };
    CssStyle root, s;

    css_style(css, &body, NULL, &root);
    g_test_timer_start();
    for (guint i = 0; i < 10000; i++)
        css_style(css, &node, &root, &s);
    g_test_minimized_result(g_test_timer_elapsed() * 1e5,
                            "microseconds for one hundred paragraphs");
    g_assert_true(is_near(s.indent, 10));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/css/length", test_length);
    g_test_add_func("/css/selector", test_selector);
    g_test_add_func("/css/cascade", test_cascade);
    g_test_add_func("/css/sizes", test_sizes);
    g_test_add_func("/css/text", test_text);
    g_test_add_func("/css/boxes", test_boxes);
    g_test_add_func("/css/sides", test_sides);
    g_test_add_func("/css/places", test_places);
    g_test_add_func("/css/page", test_page);
    g_test_add_func("/css/unused", test_unused);
    g_test_add_func("/css/builtin", test_builtin);
    g_test_add_func("/css/hostile", test_hostile);
    g_test_add_func("/css/speed", test_speed);
    return g_test_run();
}
