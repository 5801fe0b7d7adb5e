/* SPDX-License-Identifier: MIT */
/*
 * Where the text stands on the paper: a measure that is good to read, and
 * margins in the proportions of old books, the inner and upper ones the
 * smaller (J. Tschichold, Willkürfreie Maßverhältnisse der Buchseite und des
 * Satzspiegels, 1962; R. Bringhurst, The Elements of Typographic Style, 8).
 */
#include "style/paper.h"

#include <string.h>

#include "style/css_value.h"

#define PAPER_LEAST 50.0        /* mm a side */
#define PAPER_MOST 2000.0
#define PAPER_MM (72 / 25.4)

#define PAPER_LETTER .40        /* em: mean advance of a book face */
#define PAPER_LEAST_MARGIN .1   /* of the width */
#define PAPER_TALLEST 1.9       /* text of one column to its width */
#define PAPER_SHORTEST .6       /* text of one column to the page */
#define PAPER_LEAST_EMS 5       /* ten letters of a wide face */
#define PAPER_LEAST_LINES 3
#define PAPER_COLUMN_EMS 13     /* a style's columns are no narrower, */
#define PAPER_COLUMNS_FROM 130  /* nor the page that has them, mm */
#define PAPER_MAX_COLUMNS 3

static const struct {
    const char *name;
    double width, height;       /* mm */
} papers[] = {
    { "a4", 210, 297 },         { "a5", 148, 210 },
    { "a6", 105, 148 },         { "letter", 215.9, 279.4 },
    { "legal", 215.9, 355.6 },
};

/* How wide a page is, mm, and how large its text. */
static const struct { double width, size; } sizes[] = {
    { 80, 8.5 }, { 105, 9 }, { 128, 10 }, { 148, 10.5 }, { 176, 11 },
    { 210, 12 },
};

/* Letters on a line, by columns: the more of them, the shorter. */
static const double letters[PAPER_MAX_COLUMNS] = { 66, 45, 36 };

/* The part of the height that is text, the part of the white above it. */
static const struct { double text, above; } heights[] = {
    [FALSE] = { .74, 3 / 7.0 }, [TRUE] = { .72, 1 / 3.0 },
};

static gboolean
paper_fails(GError **error, const char *format, const char *what)
{
    g_set_error(error, A2B_ERROR, A2B_ERROR_INPUT, format, what);
    return FALSE;
}

/* "148mm" and "210mm" at the "x" of "148mmx210mm"; the first may leave its
 * unit to the second. */
static gboolean
paper_sides(const char *str, const char *x, Paper *paper)
{
    g_autofree char *bare = g_strndup(str, x - str);
    const char *unit = x + 1 + strspn(x + 1, "0123456789.");
    g_autofree char *full = g_strconcat(bare, unit, NULL);

    return css_points(x + 1, &paper->height) &&
           (css_points(bare, &paper->width) ||
            css_points(full, &paper->width));
}

static void
paper_turn(Paper *paper)
{
    double width = paper->width;

    paper->width = paper->height;
    paper->height = width;
}

static gboolean
paper_named(const char *str, Paper *paper)
{
    g_auto(GStrv) words = css_split(str, ' ');
    guint n = g_strv_length(words);

    if (n == 0 || n > 2 || (n == 2 && strcmp(words[1], "landscape") != 0))
        return FALSE;
    for (guint i = 0; i < G_N_ELEMENTS(papers); i++)
        if (strcmp(words[0], papers[i].name) == 0) {
            paper->width = papers[i].width * PAPER_MM;
            paper->height = papers[i].height * PAPER_MM;
            if (n == 2)
                paper_turn(paper);
            return TRUE;
        }
    return FALSE;
}

static gboolean
paper_read(const char *str, Paper *paper)
{
    g_autofree char *lower = g_ascii_strdown(str, -1);

    if (paper_named(lower, paper))
        return TRUE;
    for (const char *x = lower; (x = strchr(x, 'x')); x++)
        if (paper_sides(lower, x, paper))
            return TRUE;
    return FALSE;
}

static gboolean
paper_size(Paper *paper, const char *str, GError **error)
{
    if (!paper_read(str, paper))
        return paper_fails(error, "there is no paper \"%s\"; give a4, a5, "
                           "a6, letter, legal, or its width and height as "
                           "148mmx210mm", str);
    if (MIN(paper->width, paper->height) < PAPER_LEAST * PAPER_MM - .01 ||
        MAX(paper->width, paper->height) > PAPER_MOST * PAPER_MM + .01)
        return paper_fails(error, "paper of %s cannot be used; give sides "
                           "from 50mm to 2000mm", str);
    return TRUE;
}

/* The page on its sheet. */
static void
paper_fold(Paper *paper, const A2bPdfOptions *options)
{
    paper->booklet = options->booklet;
    paper->two_sided = options->two_sided || options->booklet;
    if (paper->booklet && paper->width < paper->height)
        paper_turn(paper);
    paper->sheet_width = paper->width;
    paper->sheet_height = paper->height;
    if (paper->booklet)
        paper->width /= 2;
}

/* The multiple of step that is nearest. */
static double
paper_round(double number, double step)
{
    return (guint) (number / step + .5) * step;
}

/* Between the rows of sizes in proportion; in half points. */
static double
paper_default_size(const Paper *paper)
{
    double width = paper->width / PAPER_MM;
    double less = paper->columns > 1 ? 1 : 0;
    guint i = 1;

    while (i + 1 < G_N_ELEMENTS(sizes) && width > sizes[i].width)
        i++;
    width = CLAMP(width, sizes[0].width,
                  sizes[G_N_ELEMENTS(sizes) - 1].width);
    width = (width - sizes[i - 1].width) /
            (sizes[i].width - sizes[i - 1].width);
    return paper_round(sizes[i - 1].size +
                       width * (sizes[i].size - sizes[i - 1].size), .5) -
           less;
}

/* One to four lengths, as CSS orders them. */
static gboolean
paper_margins(const char *str, double margins[4], GError **error)
{
    static const CssSide order[] = {
        CSS_TOP, CSS_END, CSS_BOTTOM, CSS_START
    };
    g_autofree char *spaced = g_strdelimit(g_strdup(str), ",", ' ');
    g_auto(GStrv) words = css_split(spaced, ' ');
    guint n = g_strv_length(words);

    for (guint i = 0; i < 4; i++) {
        const char *word = words[i < n ? i : i == 3 && n > 1 ? 1 : 0];
        double *margin = &margins[order[i]];
        if (n < 1 || n > 4 || !css_points(word, margin) || *margin < 0)
            return paper_fails(error, "\"%s\" are no margins; give one to "
                               "four lengths, as 20mm or \"20mm 15mm\": top, "
                               "outer, bottom, inner", str);
    }
    return TRUE;
}

static void
paper_set_margins(Paper *paper, const double margins[4])
{
    paper->top = margins[CSS_TOP];
    paper->outer = margins[CSS_END];
    paper->bottom = margins[CSS_BOTTOM];
    paper->inner = margins[CSS_START];
}

/* Margins that nobody gave. */
static void
paper_default_margins(Paper *paper)
{
    double n = paper->columns, leading = paper->leading;
    double least = paper->width * PAPER_LEAST_MARGIN * (n > 1 ? .75 : 1);
    double text = n * letters[paper->columns - 1] * PAPER_LETTER *
                  paper->size + (n - 1) * paper->gap;
    double furniture = (PAPER_FURNITURE + 1) * leading;
    double white, height;

    text = MIN(text, paper->width - 2 * least);
    white = paper->width - text;
    paper->inner = paper->two_sided ? MAX(white / 3, least) : white / 2;
    paper->outer = white - paper->inner;
    height = heights[paper->two_sided].text * paper->height;
    if (n == 1)
        height = MIN(height, MAX(text * PAPER_TALLEST,
                                 paper->height * PAPER_SHORTEST));
    white = paper->height - paper_round(height, leading);
    paper->top = MAX(white * heights[paper->two_sided].above, furniture);
    paper->bottom = MAX(white - paper->top, furniture);
}

static double
paper_measure(const Paper *paper, guint columns)
{
    return (paper->width - paper->inner - paper->outer -
            (columns - 1) * paper->gap) / columns;
}

/* The lines that fit; what is left of one is added to the bottom. */
static gboolean
paper_fill(Paper *paper, GError **error)
{
    double height = paper->height - paper->top - paper->bottom;
    double lines = height / paper->leading + 1e-6;

    paper->measure = paper_measure(paper, paper->columns);
    if (lines < PAPER_LEAST_LINES ||
        paper->measure < PAPER_LEAST_EMS * paper->size)
        return paper_fails(error, "%s", "margins, columns and size leave no "
                           "room for text; give smaller ones, or larger "
                           "paper");
    paper->lines = (guint) lines;
    paper->bottom += height - paper->lines * paper->leading;
    return TRUE;
}

/* What of a style's columns this paper has room for. */
static guint
paper_columns(const Paper *paper, const CssPage *page)
{
    double width = paper->width * (1 - 1.5 * PAPER_LEAST_MARGIN);
    double each = PAPER_COLUMN_EMS * paper->size + paper->gap;
    guint most = MAX((width + paper->gap) / each, 1);

    return CLAMP(page->columns, 1, MIN(most, PAPER_MAX_COLUMNS));
}

/* Size, leading, columns: from the options, else the style, else the
 * paper. */
static void
paper_text(Paper *paper, const A2bPdfOptions *options, const A2bStyle *style,
           CssPage *page)
{
    double natural, scale, leading;

    if (paper->width < PAPER_COLUMNS_FROM * PAPER_MM)
        page->columns = 1;
    paper->columns = options->columns ? options->columns : page->columns;
    natural = paper_default_size(paper);
    if (style)
        css_page(style, natural, page);
    if (paper->columns == 1)
        page->columns = 1;
    natural = page->size > 0 ? page->size : natural;
    paper->size = options->font_size > 0 ? options->font_size
                                         : CLAMP(natural, 4, 72);
    scale = paper->size / natural;
    leading = page->leading > 0 ? page->leading * scale
                                : paper->size * CSS_NORMAL_LINE;
    paper->leading = options->leading > 0
                         ? options->leading
                         : MAX(paper_round(leading, .25), paper->size * .8);
    paper->gap = page->column_gap > 0 ? page->column_gap * scale
                                      : 1.75 * paper->size;
    if (!options->columns)
        paper->columns = paper_columns(paper, page);
    paper->column_rule = paper->columns > 1 && page->column_rule;
}

static gboolean
paper_lay(Paper *paper, const A2bPdfOptions *options, const A2bStyle *style,
          GError **error)
{
    CssPage page = { 0 };
    double margins[4];

    memset(paper, 0, sizeof *paper);
    if (style)
        css_page(style, 12, &page);
    if (!options->paper && *page.paper && !paper_read(page.paper, paper))
        *page.paper = '\0';
    if (!paper_size(paper, options->paper ? options->paper
                           : *page.paper  ? page.paper : "a4", error))
        return FALSE;
    paper_fold(paper, options);
    paper_text(paper, options, style, &page);
    if (options->margin) {
        if (!paper_margins(options->margin, margins, error))
            return FALSE;
        paper_set_margins(paper, margins);
    } else if (page.margin_given) {
        paper_set_margins(paper, page.margin);
    } else {
        paper_default_margins(paper);
    }
    return paper_fill(paper, error);
}

gboolean
paper_init(Paper *paper, const A2bPdfOptions *options, const A2bStyle *style,
           GError **error)
{
    return a2b_pdf_check(options, error) &&
           paper_lay(paper, options, style, error);
}

/* Whether number, if there is one, is from least to most. */
static gboolean
paper_is_from(double number, double least, double most)
{
    return number == 0 || (number >= least && number <= most);
}

gboolean
a2b_pdf_check(const A2bPdfOptions *options, GError **error)
{
    Paper paper;

    if (!options)
        return TRUE;
    if (!paper_is_from(options->font_size, 4, 72))
        return paper_fails(error, "%s", "a size that cannot be read; give 4 "
                           "to 72 points");
    if (!paper_is_from(options->leading, 4, 144))
        return paper_fails(error, "%s", "lines that cannot be set; give a "
                           "leading of 4 to 144 points");
    if (options->columns > PAPER_MAX_COLUMNS)
        return paper_fails(error, "%s", "too many columns; give 1 to 3");
    return paper_lay(&paper, options, NULL, error);
}

double
paper_left(const Paper *paper, guint page, guint column, gboolean rtl)
{
    gboolean mirrored = paper->two_sided && (page % 2 == 1) != !!rtl;
    guint from_left = rtl ? paper->columns - 1 - column : column;

    return (mirrored ? paper->outer : paper->inner) +
           from_left * (paper->measure + paper->gap);
}
