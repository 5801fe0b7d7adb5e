/* SPDX-License-Identifier: MIT */
/* Paragraphs as the pages see them: numbers of lines, costs, drop caps. */
#include "type/paragraph.h"

#include "set_fixture.h"

static void
test_variants(void)
{
    g_autoptr(Shaper) shaper = shaper_new(set_fonts);
    guint most = 0;

    for (int measure = 120; measure < 300; measure += 10) {
        ParagraphShape shape = book_shape(measure);
        Sample sample;

        sample_init(&sample, ENGLISH, "en");
        shape.variants = 4;
        g_autoptr(Paragraph) paragraph = paragraph_new(shaper, &sample.text,
                                                       &shape);
        guint n = paragraph_n_variants(paragraph);
        guint best = paragraph_best(paragraph);

        g_assert_cmpuint(n, <=, 4);
        g_assert_cmpfloat(paragraph_cost(paragraph, best), ==, 0);
        for (guint v = 0; v < n; v++) {
            guint lines = paragraph_n_lines(paragraph, v);

            g_assert_cmpfloat(paragraph_cost(paragraph, v), >=, 0);
            check_line(paragraph_line(paragraph, shaper, v, lines - 1));
            if (v > 0)
                g_assert_cmpuint(lines, >,
                                 paragraph_n_lines(paragraph, v - 1));
        }
        most = MAX(most, n);
    }
    g_assert_cmpuint(most, >=, 2);
}

static void
test_line_at(void)
{
    g_autoptr(Shaper) shaper = shaper_new(set_fonts);
    ParagraphShape shape = book_shape(150);

    for (guint drop = 0; drop < 3; drop += 2) {
        Sample sample;
        guint n, at = 0;

        sample_init(&sample, ENGLISH, "en");
        shape.drop_cap = drop;
        g_autoptr(Paragraph) paragraph = paragraph_new(shaper, &sample.text,
                                                       &shape);
        n = paragraph_n_lines(paragraph, 0);
        for (guint i = 0; i < n; i++) {
            const Line *line = paragraph_line(paragraph, shaper, 0, i);

            g_assert_cmpuint(line->start, ==, at);
            for (; at < line->end; at++)
                g_assert_cmpuint(paragraph_line_at(paragraph, 0, at), ==, i);
        }
        g_assert_cmpuint(at, ==, sample.text.len);
        g_assert_cmpuint(paragraph_line_at(paragraph, 0, at), ==, n - 1);
    }
}

/* First lines of others are indented where the measure hangs. */
static void
test_indent(void)
{
    g_autoptr(Shaper) shaper = shaper_new(set_fonts);

    for (int rtl = 0; rtl < 2; rtl++)
        for (int indent = -20; indent <= 20; indent += 20) {
            ParagraphShape shape = book_shape(150);
            Sample sample;

            sample_init(&sample, rtl ? HEBREW : ENGLISH, rtl ? "he" : "en");
            shape.indent = indent;
            g_autoptr(Paragraph) paragraph = paragraph_new(shaper,
                                                           &sample.text,
                                                           &shape);
            for (guint i = 0; i < 2; i++) {
                const Line *line = paragraph_line(paragraph, shaper, 0, i);
                double wanted = i == 0 ? MAX(indent, 0) : MAX(-indent, 0);
                double found = rtl ? 150 - line->right : line->left;

                g_assert_cmpfloat_with_epsilon(found, wanted, .01);
            }
        }
}

static Paragraph *
dropped(Shaper *shaper, Sample *sample, const char *str, double measure)
{
    ParagraphShape shape = book_shape(measure);

    sample_init(sample, str, "en");
    shape.indent = 11;
    shape.drop_cap = 3;
    shape.variants = 3;
    return paragraph_new(shaper, &sample->text, &shape);
}

/* It is as high as from the capitals of the first line to the foot of the
 * third; three lines stand beside it, those below do not. */
static void
test_drop_cap(void)
{
    g_autoptr(Shaper) shaper = shaper_new(set_fonts);
    Sample sample;
    g_autoptr(Paragraph) paragraph = dropped(shaper, &sample, ENGLISH, 250);
    const Line *line = paragraph_line(paragraph, shaper, 0, 0);
    const LineRun *run = line->runs;
    const FontFace *face = fontset_face(set_fonts, run->face);
    double cap = face->cap_height / (double) FONT_EM;
    double width = run->x + run->width;

    check_run(run);
    g_assert_cmpuint(line->n_runs, ==, 2);
    g_assert_cmpuint(run->len, ==, 1);
    g_assert_cmpint(run->str[0], ==, 'T');
    g_assert_cmpuint(run->at, ==, 0);
    g_assert_cmpuint(run[1].at, ==, 1);
    g_assert_cmpint(run[1].str[0], ==, 'h');
    g_assert_cmpfloat_with_epsilon(run->rise, -27, 1e-6);
    g_assert_cmpfloat_with_epsilon(run->rise + cap * run->size,
                                   cap * 11, .001);
    for (guint i = 0; i < 5; i++) {
        line = paragraph_line(paragraph, shaper, 0, i);
        g_assert_cmpfloat_with_epsilon(line->right, 250, .01);
        g_assert_cmpfloat_with_epsilon(line->runs[line->n_runs - 1].x,
                                       i < 3 ? width + 2 : 0, 3);
    }
}

static void
test_drop_words(void)
{
    static const struct {
        const char *str, *first;
    } texts[] = {
        { "“" ENGLISH, "“T" },
        { "A " ENGLISH, "A " },
        { "e\xcc\x81t\xc3\xa9 " ENGLISH, "e\xcc\x81" },
        { "Б " ENGLISH, "Б " },
    };
    g_autoptr(Shaper) shaper = shaper_new(set_fonts);

    for (guint i = 0; i < G_N_ELEMENTS(texts); i++) {
        Sample sample;
        g_autoptr(Paragraph) paragraph = dropped(shaper, &sample,
                                                 texts[i].str, 250);
        const Line *line = paragraph_line(paragraph, shaper, 0, 0);
        g_autofree char *first = g_strndup(line->runs->str, line->runs->len);

        g_assert_cmpstr(first, ==, texts[i].first);
        g_assert_cmpuint(line->runs[1].at, ==, strlen(texts[i].first));
        g_assert_cmpfloat(line->runs[0].size, >, 30);
    }
}

/* A text that is too short, or does not begin with such a letter, has
 * none, and is indented as others are. */
static void
test_no_drop_cap(void)
{
    static const char *const texts[] = {
        "Only one line.", "The keeper had counted the ships for years and "
        "years and wrote it down in his old book.", CHINESE CHINESE,
        "1984 " ENGLISH, "", "A", "“",
    };
    g_autoptr(Shaper) shaper = shaper_new(set_fonts);

    for (guint i = 0; i < G_N_ELEMENTS(texts); i++) {
        Sample sample;
        g_autoptr(Paragraph) paragraph = dropped(shaper, &sample, texts[i],
                                                 250);
        const Line *line = paragraph_line(paragraph, shaper, 0, 0);

        for (guint r = 0; r < line->n_runs; r++)
            g_assert_cmpfloat(line->runs[r].size, <=, 11);
        if (*texts[i])
            g_assert_cmpfloat_with_epsilon(line->left, 11, .01);
    }
}

/* A column as wide as the widest line needs one line, one as wide as the
 * longest word has no line too long. */
static void
test_widths(void)
{
    static const char *const texts[] = { ENGLISH, HEBREW, CHINESE, "x" };
    static const char *const languages[] = { "en", "he", "zh", "en" };
    g_autoptr(Shaper) shaper = shaper_new(set_fonts);

    for (guint i = 0; i < G_N_ELEMENTS(texts); i++) {
        double least, most;
        Sample sample;

        sample_init(&sample, texts[i], languages[i]);
        paragraph_widths(shaper, &sample.text, &least, &most);
        g_assert_cmpfloat(least, >, 0);
        g_assert_cmpfloat(least, <=, most);
        for (guint wide = 0; wide < 2; wide++) {
            ParagraphShape shape = book_shape(wide ? most : least);

            shape.align = SET_START;
            shape.hyphens = FALSE;
            g_autoptr(Paragraph) paragraph = paragraph_new(shaper,
                                                           &sample.text,
                                                           &shape);
            guint n = paragraph_n_lines(paragraph, 0);

            if (wide)
                g_assert_cmpuint(n, ==, 1);
            for (guint l = 0; l < n; l++) {
                const Line *line = paragraph_line(paragraph, shaper, 0, l);

                g_assert_cmpfloat(line->right - line->left, <=,
                                  shape.measure + .05);
            }
        }
    }
}

static gpointer
make_elsewhere(gpointer data)
{
    Sample *sample = data;
    g_autoptr(Shaper) shaper = shaper_new(set_fonts);
    ParagraphShape shape = book_shape(100);

    shape.drop_cap = 2;
    return paragraph_new(shaper, &sample->text, &shape);
}

/* What one thread made another sets. */
/* What no line has room for is cut, without a hyphen; other words are
 * not. */
static void
test_cut(void)
{
    static const struct { const char *str, *language; } texts[] = {
        { "A row: 0123456789abcdefghijklmnopqrstuvwxyz0123456789"
          "ABCDEFGHIJKLMNOPQRSTUVWXYZ is long.", "en" },
        { "بببببببببببببببببببببببببببببببببببببببببببببببببب ب", "ar" },
    };
    g_autoptr(Shaper) shaper = shaper_new(set_fonts);

    for (guint t = 0; t < G_N_ELEMENTS(texts); t++) {
        ParagraphShape shape = book_shape(90);
        Sample sample;
        guint n;

        sample_init(&sample, texts[t].str, texts[t].language);
        g_autoptr(Paragraph) paragraph = paragraph_new(shaper, &sample.text,
                                                       &shape);
        n = paragraph_n_lines(paragraph, 0);
        g_assert_cmpuint(n, >, 1);
        for (guint i = 0; i < n; i++) {
            const Line *line = paragraph_line(paragraph, shaper, 0, i);

            check_line(line);
            g_assert_cmpfloat(line->right - line->left, <, 90.1);
            g_assert_false(line->hyphen);
        }
    }
}

static void
test_threads(void)
{
    g_autoptr(Shaper) shaper = shaper_new(set_fonts);
    Sample sample;

    sample_init(&sample, ENGLISH, "en");
    g_autoptr(Paragraph) here = make_elsewhere(&sample);
    g_autoptr(Paragraph) there = g_thread_join(
        g_thread_new("make", make_elsewhere, &sample));
    g_assert_cmpuint(paragraph_n_lines(here, 0), ==,
                     paragraph_n_lines(there, 0));
    for (guint i = 0; i < paragraph_n_lines(here, 0); i++) {
        g_autofree char *text = line_text(paragraph_line(here, shaper, 0,
                                                         i));
        const Line *line = paragraph_line(there, shaper, 0, i);
        g_autofree char *other = line_text(line);

        check_run(line->runs);
        g_assert_cmpstr(text, ==, other);
    }
}

/* Titles have lines of about one length. */
static void
test_balance(void)
{
    g_autoptr(Shaper) shaper = shaper_new(set_fonts);
    ParagraphShape shape = book_shape(300);
    double shortest = 300, longest = 0;
    Sample sample;

    sample_init(&sample, "The keeper who counted ships for thirty years and "
                "what he wrote into a book that nobody read", "en");
    shape.align = SET_CENTER;
    shape.balance = TRUE;
    shape.hyphens = FALSE;
    g_autoptr(Paragraph) paragraph = paragraph_new(shaper, &sample.text,
                                                   &shape);
    g_assert_cmpuint(paragraph_n_variants(paragraph), ==, 1);
    g_assert_cmpuint(paragraph_n_lines(paragraph, 0), ==, 2);
    for (guint i = 0; i < 2; i++) {
        const Line *line = paragraph_line(paragraph, shaper, 0, i);

        shortest = MIN(shortest, line->right - line->left);
        longest = MAX(longest, line->right - line->left);
    }
    g_assert_cmpfloat(longest - shortest, <, 40);
}

int
main(int argc, char **argv)
{
    int status;

    set_fixture_init(argv[0]);
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/paragraph/variants", test_variants);
    g_test_add_func("/paragraph/line-at", test_line_at);
    g_test_add_func("/paragraph/indent", test_indent);
    g_test_add_func("/paragraph/drop-cap", test_drop_cap);
    g_test_add_func("/paragraph/drop-words", test_drop_words);
    g_test_add_func("/paragraph/no-drop-cap", test_no_drop_cap);
    g_test_add_func("/paragraph/widths", test_widths);
    g_test_add_func("/paragraph/cut", test_cut);
    g_test_add_func("/paragraph/threads", test_threads);
    g_test_add_func("/paragraph/balance", test_balance);
    status = g_test_run();
    fontset_free(set_fonts);
    return status;
}
