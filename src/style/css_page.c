/* SPDX-License-Identifier: MIT */
/* What a style says of the pages: `@page`, and of body its size and
 * columns. */
#include <string.h>

#include "style/css_compute.h"

static const CssLength *
page_length(const CssWinners *winners, guint property)
{
    for (guint i = 0; i < winners->n; i++)
        if (winners->set[i].property == property &&
            winners->set[i].declaration->form == CSS_AS_LENGTH)
            return &winners->set[i].declaration->length;
    return NULL;
}

static void
page_margins(const CssWinners *winners, const CssWork *work, CssPage *page)
{
    for (guint side = 0; side < 4; side++) {
        const CssLength *length = page_length(winners, CSS_MARGIN + side);

        if (!length || length->unit == CSS_AUTO)
            return;
        page->margin[side] = work->style.margin[side];
    }
    page->margin_given = TRUE;
}

/* "A5 landscape" and "148mm 210mm" as the options have them. */
static void
page_paper(const char *size, CssPage *page)
{
    g_auto(GStrv) words = css_split(size ? size : "", ' ');
    g_autofree char *paper = NULL;
    double points;
    guint n = g_strv_length(words);

    if (n == 1 || n == 2) {
        gboolean both = n == 2 && css_points(words[0], &points) &&
                        css_points(words[1], &points);
        paper = g_ascii_strdown(words[0], -1);
        g_strlcpy(page->paper, paper, sizeof page->paper);
        if (both || (n == 1 && css_points(words[0], &points)))
            g_snprintf(page->paper, sizeof page->paper, "%.14sx%.14s",
                       words[0], words[n - 1]);
        else if (n == 2 && g_ascii_strcasecmp(words[1], "landscape") == 0)
            g_strlcat(page->paper, " landscape", sizeof page->paper);
    }
}

static void
page_body(const CssRules *rules, double size, CssPage *page)
{
    static const CssNode body = { .element = "body" };
    const CssContext context = {
        .size = size, .root_line = size * CSS_NORMAL_LINE,
    };
    g_autofree CssWinners *winners = css_winners(rules, &body);
    CssWork work;

    css_apply(&work, winners, &context);
    if (page_length(winners, CSS_FONT_SIZE))
        page->size = work.style.size;
    page->leading = work.style.line_height;
    page->columns = work.columns;
    page->column_gap = work.column_gap;
    page->column_rule = work.rule && work.rule_width > 0;
}

void
css_page(const A2bStyle *style, double size, CssPage *page)
{
    static const CssNode node = { .element = CSS_PAGE_ELEMENT };
    const CssContext context = {
        .size = size, .root_line = size * CSS_NORMAL_LINE,
    };
    g_auto(CssRules) rules = { 0 };
    g_autofree CssWinners *winners = NULL;
    CssWork work;

    memset(page, 0, sizeof *page);
    css_rules_init(&rules, style, TRUE, NULL);
    winners = css_winners(&rules, &node);
    css_apply(&work, winners, &context);
    page_margins(winners, &work, page);
    page_paper(work.page_size, page);
    page_body(&rules, size, page);
}
