/* SPDX-License-Identifier: MIT */
/* Lines become glyphs at their places. */
#include "type/setline.h"

#include <math.h>

#include "set_fixture.h"

static void
test_filled(void)
{
    g_autoptr(Shaper) shaper = shaper_new(set_fonts);
    ParagraphShape shape = book_shape(200);
    Sample sample;

    sample_init(&sample, ENGLISH, "en");
    shape.indent = 11;
    g_autoptr(Paragraph) paragraph = paragraph_new(shaper, &sample.text,
                                                   &shape);
    guint n = paragraph_n_lines(paragraph, 0);

    g_assert_cmpuint(n, >, 6);
    for (guint i = 0; i < n; i++) {
        const Line *line = paragraph_line(paragraph, shaper, 0, i);
        double steps = (line->runs[0].scale - 1) / .0025;

        check_line(line);
        g_assert_cmpuint(line->n_runs, ==, 1);
        g_assert_cmpfloat_with_epsilon(line->left, i == 0 ? 11 : 0, .001);
        g_assert_cmpint(line->last, ==, i == n - 1);
        g_assert_cmpfloat(fabs(steps), <=, 10.01);  /* a narrow measure */
        g_assert_cmpfloat_with_epsilon(steps, rint(steps), 1e-6);
        if (i < n - 1)
            g_assert_cmpfloat_with_epsilon(line->right, 200, .01);
        else
            g_assert_cmpfloat(line->right, <=, 200.01);
    }
}

/* Words can be taken out again as they were put in. */
static void
test_text(void)
{
    g_autoptr(Shaper) shaper = shaper_new(set_fonts);
    static const char str[] = ENGLISH;
    guint hyphens = 0;

    for (int measure = 60; measure < 260; measure += 20) {
        ParagraphShape shape = book_shape(measure);
        g_autoptr(GString) all = g_string_new(NULL);
        Sample sample;

        sample_init(&sample, str, "en");
        g_autoptr(Paragraph) paragraph = paragraph_new(shaper, &sample.text,
                                                       &shape);
        for (guint i = 0; i < paragraph_n_lines(paragraph, 0); i++) {
            const Line *line = paragraph_line(paragraph, shaper, 0, i);
            g_autofree char *text = line_text(line);

            check_line(line);
            g_assert_cmpuint(line->start, ==, all->len);
            g_string_append(all, text);
            g_assert_cmpint(line->hyphen, ==,
                            paragraph_hyphen(paragraph, 0, i));
            if (line->hyphen)
                g_string_truncate(all, all->len - 1);
            g_assert_cmpuint(line->end, ==, all->len);
            hyphens += line->hyphen;
        }
        g_assert_cmpstr(all->str, ==, str);
    }
    g_assert_cmpuint(hyphens, >, 3);
}

/* A hyphen that came is a cluster of its own. */
static void
test_hyphen(void)
{
    g_autoptr(Shaper) shaper = shaper_new(set_fonts);
    ParagraphShape shape = book_shape(70);
    Sample sample;
    guint n = 0;

    sample_init(&sample, ENGLISH, "en");
    g_autoptr(Paragraph) paragraph = paragraph_new(shaper, &sample.text,
                                                   &shape);
    for (guint i = 0; i < paragraph_n_lines(paragraph, 0); i++) {
        const Line *line = paragraph_line(paragraph, shaper, 0, i);
        const LineRun *run = &line->runs[line->n_runs - 1];
        const LineCluster *last = &run->clusters[run->n_clusters - 1];

        if (!line->hyphen)
            continue;
        n++;
        g_assert_cmpuint(last->n_bytes, ==, 1);
        g_assert_cmpuint(last->n_glyphs, ==, 1);
        g_assert_cmpint(run->str[run->len - 1], ==, '-');
        g_assert_true(run->hyphen);
    }
    g_assert_cmpuint(n, >, 0);
}

static void
test_align(void)
{
    g_autoptr(Shaper) shaper = shaper_new(set_fonts);

    for (int rtl = 0; rtl < 2; rtl++)
        for (SetAlign align = SET_START; align <= SET_CENTER; align++) {
            ParagraphShape shape = book_shape(150);
            const Line *line;
            Sample sample;

            sample_init(&sample, rtl ? HEBREW : ENGLISH, rtl ? "he" : "en");
            shape.align = align;
            g_autoptr(Paragraph) paragraph = paragraph_new(shaper,
                                                           &sample.text,
                                                           &shape);
            line = paragraph_line(paragraph, shaper, 0, 0);
            check_line(line);
            g_assert_cmpfloat(line->right - line->left, <, 150.1);
            g_assert_cmpfloat_with_epsilon(line->runs[0].scale, 1, 1e-9);
            if (align == SET_CENTER)
                g_assert_cmpfloat_with_epsilon(line->left,
                                               150 - line->right, .01);
            else if ((align == SET_START) == (rtl == 0))
                g_assert_cmpfloat_with_epsilon(line->left, 0, .01);
            else
                g_assert_cmpfloat_with_epsilon(line->right, 150, .01);
        }
}

/* What is read from right to left begins at the right, what is not within
 * it does not, and the blank at a line's end stands before the line. */
static void
test_rtl(void)
{
    g_autoptr(Shaper) shaper = shaper_new(set_fonts);
    ParagraphShape shape = book_shape(180);
    gboolean number = FALSE, english = FALSE;
    Sample sample;

    sample_init(&sample, ARABIC, "ar");
    g_autoptr(Paragraph) paragraph = paragraph_new(shaper, &sample.text,
                                                   &shape);
    guint n = paragraph_n_lines(paragraph, 0);
    g_assert_cmpuint(n, >, 2);
    for (guint i = 0; i < n; i++) {
        const Line *line = paragraph_line(paragraph, shaper, 0, i);
        const LineRun *right = &line->runs[line->n_runs - 1];

        check_line(line);
        g_assert_cmpfloat_with_epsilon(line->right, 180, .01);
        g_assert_cmpuint(right->at, ==, line->start);
        g_assert_true(right->rtl);
        if (i + 1 < n) {
            g_assert_cmpfloat_with_epsilon(line->left, 0, .01);
            g_assert_cmpfloat(line->runs[0].x, <, -1);
        }
        for (guint r = 0; r < line->n_runs; r++) {
            const LineRun *run = &line->runs[r];

            number |= !run->rtl && strncmp(run->str, "1987", 4) == 0;
            english |= !run->rtl && strncmp(run->str, "the storm", 9) == 0;
        }
    }
    g_assert_true(number && english);
}

/* Glyphs of a run from right to left meet their bytes from its end. */
static void
test_backward(void)
{
    g_autoptr(Shaper) shaper = shaper_new(set_fonts);
    ParagraphShape shape = book_shape(400);
    Sample sample;

    sample_init(&sample, HEBREW, "he");
    g_autoptr(Paragraph) paragraph = paragraph_new(shaper, &sample.text,
                                                   &shape);
    const LineRun *run = paragraph_line(paragraph, shaper, 0, 0)->runs;
    guint glyph = run->n_glyphs, bytes = 0;
    const FontFace *face = fontset_face(set_fonts, run->face);

    g_assert_true(run->rtl);
    for (guint i = 0; i < run->n_clusters; i++) {
        hb_codepoint_t wanted = 0;

        glyph -= run->clusters[i].n_glyphs;
        g_assert_true(hb_font_get_nominal_glyph(
            face->hb, g_utf8_get_char(run->str + bytes), &wanted));
        g_assert_cmpuint(run->glyphs[glyph].glyph, ==, wanted);
        bytes += run->clusters[i].n_bytes;
    }
    for (guint i = 1; i < run->n_glyphs; i++)
        g_assert_cmpfloat(run->glyphs[i].x, >=, run->glyphs[i - 1].x);
}

/* Lines without word spaces are filled between signs, or not at all. */
static void
test_no_spaces(void)
{
    static const struct {
        const char *str, *language;
        double off;
    } texts[] = { { CHINESE, "zh", .02 }, { THAI, "th", 12 } };
    g_autoptr(Shaper) shaper = shaper_new(set_fonts);

    for (guint t = 0; t < G_N_ELEMENTS(texts); t++) {
        ParagraphShape shape = book_shape(150);
        Sample sample;

        sample_init(&sample, texts[t].str, texts[t].language);
        g_autoptr(Paragraph) paragraph = paragraph_new(shaper, &sample.text,
                                                       &shape);
        guint n = paragraph_n_lines(paragraph, 0);

        g_assert_cmpuint(n, >, 1);
        for (guint i = 0; i < n; i++) {
            const Line *line = paragraph_line(paragraph, shaper, 0, i);

            check_line(line);
            g_assert_cmpfloat(line->right, <, 150.02);
            if (i + 1 < n)
                g_assert_cmpfloat(line->right, >, 150 - texts[t].off);
        }
    }
}

/* Lines in capitals are filled by these too, in one run. */
static void
test_capitals(void)
{
    g_autoptr(Shaper) shaper = shaper_new(set_fonts);
    g_autofree char *upper = g_utf8_strup(ENGLISH, -1);
    ParagraphShape shape = book_shape(300);
    Sample sample;

    sample_init(&sample, upper, "en");
    g_autoptr(Paragraph) paragraph = paragraph_new(shaper, &sample.text,
                                                   &shape);
    guint n = paragraph_n_lines(paragraph, 0);

    g_assert_cmpuint(n, >, 5);
    for (guint i = 0; i + 1 < n; i++) {
        const Line *line = paragraph_line(paragraph, shaper, 0, i);

        check_line(line);
        g_assert_cmpuint(line->n_runs, ==, 1);
        g_assert_cmpfloat_with_epsilon(line->right, 300, .01);
        g_assert_cmpfloat(line->ratio, <, 1.8);
    }
}

/* What has done its work is not shown. */
static void
test_spent(void)
{
    g_autoptr(Shaper) shaper = shaper_new(set_fonts);
    ParagraphShape shape = book_shape(400);
    Sample sample;

    sample_init(&sample, "\xc2\xad" "in\xc2\xadter\xc2\xad\xc2\xadnational "
                "a\xe2\x80\x8b" "b\xe2\x81\xa0 c\xc2\xad", "en");
    g_autoptr(Paragraph) paragraph = paragraph_new(shaper, &sample.text,
                                                   &shape);
    const Line *line = paragraph_line(paragraph, shaper, 0, 0);
    g_autofree char *text = line_text(line);

    check_line(line);
    g_assert_cmpstr(text, ==, "international ab c");
}

/* Looks that differ in nothing that is painted are one run. */
static void
test_runs(void)
{
    g_autoptr(Shaper) shaper = shaper_new(set_fonts);
    ParagraphShape shape = book_shape(400);
    Sample sample;

    sample_init(&sample, "one two three four five", "en");
    for (guint i = 0; i < 5; i++) {
        static const guint32 ends[] = { 4, 8, 14, 19, 23 };

        sample.spans[i].start = i > 0 ? ends[i - 1] : 0;
        sample.spans[i].end = ends[i];
        sample.spans[i].look = (Look) { .size = 11 };
    }
    sample.spans[2].look.mark = 7;
    sample.spans[4].look.flags = LOOK_SUPERIOR;
    sample.text.n_looks = 5;
    g_autoptr(Paragraph) paragraph = paragraph_new(shaper, &sample.text,
                                                   &shape);
    const Line *line = paragraph_line(paragraph, shaper, 0, 0);

    check_line(line);
    g_assert_cmpuint(line->n_runs, >=, 3);
    g_assert_cmpuint(line->runs[0].len, ==, 8);
    g_assert_cmpuint(line->runs[1].mark, ==, 7);
    g_assert_cmpuint(line->runs[1].at, ==, 8);
    g_assert_cmpuint(line->runs[2].at, ==, 14);
}

static void
test_forced(void)
{
    g_autoptr(Shaper) shaper = shaper_new(set_fonts);
    ParagraphShape shape = book_shape(200);
    Sample sample;

    sample_init(&sample, "one two\xe2\x80\xa8three", "en");
    g_autoptr(Paragraph) paragraph = paragraph_new(shaper, &sample.text,
                                                   &shape);
    const Line *line = paragraph_line(paragraph, shaper, 0, 0);
    g_autofree char *text = line_text(line);

    check_line(line);
    g_assert_cmpuint(paragraph_n_lines(paragraph, 0), ==, 2);
    g_assert_cmpstr(text, ==, "one two ");
    g_assert_false(line->last);
    g_assert_cmpfloat(line->right, <, 100);
}

/* Small signs stand in the margin. */
static void
test_protrude(void)
{
    g_autoptr(Shaper) shaper = shaper_new(set_fonts);
    ParagraphShape shape = book_shape(150);
    guint out = 0, in = 0;
    Sample sample;

    sample_init(&sample, "“" ENGLISH, "en");
    shape.protrude = TRUE;
    g_autoptr(Paragraph) paragraph = paragraph_new(shaper, &sample.text,
                                                   &shape);
    for (guint i = 0; i + 1 < paragraph_n_lines(paragraph, 0); i++) {
        const Line *line = paragraph_line(paragraph, shaper, 0, i);
        g_autofree char *text = g_strchomp(line_text(line));
        gboolean sign = strchr("-,.;", text[strlen(text) - 1]) != NULL;

        if (i == 0)
            g_assert_cmpfloat(line->left, <, -.5);
        if (sign)
            g_assert_cmpfloat(line->right, >, 150.5);
        out += sign;
        in += !sign;
    }
    g_assert_true(out > 0 && in > 0);
}

/* A letter under more accents than a cluster can count. */
static void
test_accents(void)
{
    g_autoptr(Shaper) shaper = shaper_new(set_fonts);
    ParagraphShape shape = book_shape(200);
    g_autoptr(GString) str = g_string_new("e");
    Sample sample;

    for (int i = 0; i < 40000; i++)
        g_string_append(str, i % 2 ? "\xcc\x81" : "\xcc\x82");
    sample_init(&sample, str->str, "en");
    g_autoptr(Paragraph) paragraph = paragraph_new(shaper, &sample.text,
                                                   &shape);
    for (guint i = 0; i < paragraph_n_lines(paragraph, 0); i++)
        check_line(paragraph_line(paragraph, shaper, 0, i));
}

/* A letter has the bytes of its marks, wherever these are painted. */
static void
test_marks(void)
{
    g_autoptr(Shaper) shaper = shaper_new(set_fonts);
    ParagraphShape shape = book_shape(200);
    Sample sample;

    sample_init(&sample, "x\xcc\x82q\xcc\x81\xcc\x82 z\xcc\x82y", "en");
    g_autoptr(Paragraph) paragraph = paragraph_new(shaper, &sample.text,
                                                   &shape);
    const Line *line = paragraph_line(paragraph, shaper, 0, 0);
    g_autofree char *text = line_text(line);

    check_line(line);
    g_assert_cmpstr(text, ==, sample.text.str);
    for (guint i = 0; i < line->n_runs; i++) {
        const LineRun *run = &line->runs[i];
        guint32 at = 0;

        for (guint k = 0; k < run->n_clusters; k++) {
            if (run->clusters[k].n_bytes > 0)
                g_assert_cmpint(run->str[at] & 0xff, !=, 0xcc);
            at += run->clusters[k].n_bytes;
        }
    }
}

static void
test_empty(void)
{
    static const char *const texts[] = { "", " ", "   ", "\xc2\xad" };
    g_autoptr(Shaper) shaper = shaper_new(set_fonts);
    ParagraphShape shape = book_shape(200);

    for (guint i = 0; i < G_N_ELEMENTS(texts); i++) {
        Sample sample;

        sample_init(&sample, texts[i], "en");
        g_autoptr(Paragraph) paragraph = paragraph_new(shaper, &sample.text,
                                                       &shape);
        g_assert_cmpuint(paragraph_n_lines(paragraph, 0), ==, 1);
        check_line(paragraph_line(paragraph, shaper, 0, 0));
    }
}

int
main(int argc, char **argv)
{
    int status;

    set_fixture_init(argv[0]);
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/setline/filled", test_filled);
    g_test_add_func("/setline/text", test_text);
    g_test_add_func("/setline/hyphen", test_hyphen);
    g_test_add_func("/setline/align", test_align);
    g_test_add_func("/setline/rtl", test_rtl);
    g_test_add_func("/setline/backward", test_backward);
    g_test_add_func("/setline/no-spaces", test_no_spaces);
    g_test_add_func("/setline/capitals", test_capitals);
    g_test_add_func("/setline/spent", test_spent);
    g_test_add_func("/setline/runs", test_runs);
    g_test_add_func("/setline/forced", test_forced);
    g_test_add_func("/setline/protrude", test_protrude);
    g_test_add_func("/setline/accents", test_accents);
    g_test_add_func("/setline/marks", test_marks);
    g_test_add_func("/setline/empty", test_empty);
    status = g_test_run();
    fontset_free(set_fonts);
    return status;
}
