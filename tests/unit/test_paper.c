/* SPDX-License-Identifier: MIT */
/* Papers, margins and measures, and what of them is refused. */
#include <article2book/article2book.h>
#include <math.h>
#include <string.h>

#include "style/paper.h"

#define MM (72 / 25.4)

static Paper
lay(const char *name, const A2bPdfOptions *options)
{
    g_autoptr(A2bStyle) style = a2b_style_load(name, NULL, NULL);
    g_autoptr(GError) error = NULL;
    Paper paper;

    paper_init(&paper, options, style, &error);
    g_assert_no_error(error);
    return paper;
}

static gboolean
is_near(double a, double b)
{
    return fabs(a - b) < .01;
}

static void
test_size(void)
{
    static const struct {
        const char *paper;
        double width, height;   /* mm */
    } rows[] = {
        { "a4", 210, 297 }, { "A5", 148, 210 }, { "a6", 105, 148 },
        { "letter", 215.9, 279.4 }, { "Legal", 215.9, 355.6 },
        { "148mmx210mm", 148, 210 }, { "148x210mm", 148, 210 },
        { "14.8cmX21cm", 148, 210 }, { "5inx8in", 127, 203.2 },
        { "360ptx576pt", 127, 203.2 }, { "480pxx768px", 127, 203.2 },
        { "a5 landscape", 210, 148 }, { NULL, 210, 297 },
    };

    for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
        const A2bPdfOptions options = { .paper = rows[i].paper };
        Paper paper = lay("classic", &options);
        g_assert_true(is_near(paper.width, rows[i].width * MM));
        g_assert_true(is_near(paper.height, rows[i].height * MM));
        g_assert_true(is_near(paper.sheet_width, paper.width));
    }
}

/* What must hold of every page. */
static void
check_geometry(const Paper *p)
{
    double text = p->columns * p->measure + (p->columns - 1) * p->gap;

    g_assert_true(is_near(p->inner + text + p->outer, p->width));
    g_assert_true(is_near(p->top + p->lines * p->leading + p->bottom,
                          p->height));
    g_assert_cmpfloat(p->top, >=, PAPER_FURNITURE * p->leading);
    g_assert_cmpfloat(p->bottom, >=, PAPER_FURNITURE * p->leading);
    g_assert_cmpfloat(p->inner, >=, .07 * p->width);
    g_assert_cmpfloat(p->outer, >=, p->inner - .01);
    g_assert_cmpfloat(p->bottom, >=, p->top);
    g_assert_true(is_near(p->leading * 4, (guint) (p->leading * 4 + .1)));
}

static void
test_geometry(void)
{
    static const char *const papers[] = {
        "a4", "a5", "a6", "letter", "legal", "297mmx210mm", "90mmx140mm",
    };
    const char *const *names = a2b_style_names();

    for (; *names; names++)
        for (guint i = 0; i < 4 * G_N_ELEMENTS(papers); i++) {
            const A2bPdfOptions options = {
                .paper = papers[i / 4],
                .two_sided = i & 1,
                .columns = i & 2 ? 2 : 0,
            };
            Paper paper = lay(*names, &options);
            check_geometry(&paper);
            g_assert_cmpuint(paper.two_sided, ==, options.two_sided);
            if (options.columns)
                g_assert_cmpuint(paper.columns, ==, 2);
        }
}

/* A good line has 66 letters, a column 45; small paper has less. */
static void
test_measure(void)
{
    static const struct {
        const char *style, *paper;
        guint columns;
        double size, least, most;       /* letters of .4 em */
    } rows[] = {
        { "classic", "a4", 1, 12, 65, 67 },
        { "classic", "letter", 1, 12, 65, 67 },
        { "classic", "a5", 1, 10.5, 65, 67 },
        { "classic", "a6", 1, 9, 55, 67 },
        { "classic", "80mmx120mm", 1, 8.5, 45, 66 },
        { "newspaper", "a4", 2, 11, 43, 47 },
        { "newspaper", "letter", 2, 11, 43, 47 },
        { "newspaper", "a6", 1, 9, 55, 67 },
        { "large-print", "a4", 1, 18, 60, 67 },
    };

    for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
        const A2bPdfOptions options = { .paper = rows[i].paper };
        Paper paper = lay(rows[i].style, &options);
        double letters = paper.measure / paper.size / .4;
        g_assert_cmpuint(paper.columns, ==, rows[i].columns);
        g_assert_true(is_near(paper.size, rows[i].size));
        g_assert_cmpfloat(letters, >=, rows[i].least);
        g_assert_cmpfloat(letters, <=, rows[i].most);
    }
}

static void
test_options(void)
{
    const A2bPdfOptions options = {
        .paper = "a5", .margin = "20mm 15mm 25mm, 18mm", .font_size = 11,
        .leading = 14, .columns = 3, .two_sided = TRUE,
    };
    Paper paper = lay("newspaper", &options);

    g_assert_true(is_near(paper.top, 20 * MM));
    g_assert_true(is_near(paper.outer, 15 * MM));
    g_assert_true(is_near(paper.inner, 18 * MM));
    g_assert_cmpfloat(paper.bottom, >=, 25 * MM - .01);
    g_assert_cmpfloat(paper.bottom, <, 25 * MM + 14);
    g_assert_true(is_near(paper.size, 11));
    g_assert_true(is_near(paper.leading, 14));
    g_assert_cmpuint(paper.columns, ==, 3);
    g_assert_true(paper.column_rule);
}

static void
test_margin(void)
{
    static const struct { const char *margin; double mm[4]; } rows[] = {
        { "20mm", { 20, 20, 20, 20 } },
        { "20mm 15mm", { 20, 15, 20, 15 } },
        { "2cm 15mm 30mm", { 20, 15, 30, 15 } },
        { "20mm 15mm 30mm 10mm", { 20, 15, 30, 10 } },
        { "0", { 0, 0, 0, 0 } },
    };

    for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
        const A2bPdfOptions options = { .margin = rows[i].margin };
        Paper paper = lay("classic", &options);
        g_assert_true(is_near(paper.top, rows[i].mm[0] * MM));
        g_assert_true(is_near(paper.outer, rows[i].mm[1] * MM));
        g_assert_cmpfloat(paper.bottom, >=, rows[i].mm[2] * MM - .01);
        g_assert_true(is_near(paper.inner, rows[i].mm[3] * MM));
    }
}

static void
test_booklet(void)
{
    const A2bPdfOptions options = { .paper = "a4", .booklet = TRUE };
    const A2bPdfOptions alone = { .paper = "a5", .two_sided = TRUE };
    Paper paper = lay("classic", &options), a5 = lay("classic", &alone);

    g_assert_true(paper.booklet && paper.two_sided);
    g_assert_true(is_near(paper.sheet_width, 297 * MM));
    g_assert_true(is_near(paper.sheet_height, 210 * MM));
    g_assert_true(is_near(paper.width, 148.5 * MM));
    g_assert_true(is_near(paper.size, a5.size));
    check_geometry(&paper);
}

static void
test_left(void)
{
    const A2bPdfOptions sides = { .two_sided = TRUE, .columns = 2 };
    const A2bPdfOptions plain = { .margin = "20mm 10mm 20mm 30mm" };
    Paper p = lay("classic", &sides), one = lay("classic", &plain);
    double step = p.measure + p.gap;

    g_assert_cmpfloat(p.outer, >, p.inner);
    g_assert_true(is_near(paper_left(&p, 0, 0, FALSE), p.inner));
    g_assert_true(is_near(paper_left(&p, 1, 0, FALSE), p.outer));
    g_assert_true(is_near(paper_left(&p, 0, 1, FALSE), p.inner + step));
    g_assert_true(is_near(paper_left(&p, 0, 0, TRUE), p.outer + step));
    g_assert_true(is_near(paper_left(&p, 1, 1, TRUE), p.inner));
    g_assert_true(is_near(paper_left(&one, 0, 0, FALSE), 30 * MM));
    g_assert_true(is_near(paper_left(&one, 1, 0, TRUE), 30 * MM));
}

static void
test_check(void)
{
    static const A2bPdfOptions wrong[] = {
        { .paper = "a7" }, { .paper = "" }, { .paper = "148x210" },
        { .paper = "148mm" }, { .paper = "10mmx10mm" },
        { .paper = "3000mmx3000mm" }, { .paper = "-1inx8in" },
        { .paper = "nanmmx210mm" }, { .paper = "a5 sideways" },
        { .margin = "" }, { .margin = "20" },
        { .margin = "1mm 1mm 1mm 1mm 1mm" },
        { .margin = "-5mm" }, { .margin = "wide" }, { .margin = "2em" },
        { .margin = "110mm" }, { .margin = "145mm 10mm" },
        { .font_size = 3 }, { .font_size = -12 }, { .font_size = 73 },
        { .font_size = NAN }, { .font_size = INFINITY },
        { .leading = 1 }, { .leading = 1000 }, { .columns = 4 },
        { .paper = "a6", .font_size = 72 },
        { .paper = "a6", .columns = 3, .font_size = 20 },
    };
    static const A2bPdfOptions right[] = {
        { 0 }, { .paper = "a6", .booklet = TRUE }, { .font_size = 72 },
        { .paper = "50mmx50mm", .margin = "3mm", .font_size = 4 },
        { .paper = "2000mmx2000mm" }, { .columns = 3, .leading = 12 },
    };
    g_autoptr(GError) error = NULL;

    for (guint i = 0; i < G_N_ELEMENTS(wrong); i++) {
        g_assert_false(a2b_pdf_check(&wrong[i], &error));
        g_assert_error(error, A2B_ERROR, A2B_ERROR_INPUT);
        g_assert_nonnull(strstr(error->message, "give"));
        g_clear_error(&error);
    }
    for (guint i = 0; i < G_N_ELEMENTS(right); i++) {
        g_assert_true(a2b_pdf_check(&right[i], &error));
        g_assert_no_error(error);
    }
    g_assert_true(a2b_pdf_check(NULL, NULL));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/paper/size", test_size);
    g_test_add_func("/paper/geometry", test_geometry);
    g_test_add_func("/paper/measure", test_measure);
    g_test_add_func("/paper/options", test_options);
    g_test_add_func("/paper/margin", test_margin);
    g_test_add_func("/paper/booklet", test_booklet);
    g_test_add_func("/paper/left", test_left);
    g_test_add_func("/paper/check", test_check);
    return g_test_run();
}
