/* SPDX-License-Identifier: MIT */
/* Drawn covers: lines, colours, and the picture as a reader decodes it. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include <glib.h>
#include <jpeglib.h>

#include "cover/balance.h"
#include "cover/draw.h"
#include "cover/palette.h"
#include "cover/plate.h"
#include "cover/repeat.h"
#include "cover/words.h"

typedef struct {
    guint width, height;
    guint8 *rgb;
} Picture;

static Picture
decode(GBytes *bytes)
{
    struct jpeg_decompress_struct info;
    struct jpeg_error_mgr trouble;
    gsize len;
    const guint8 *data = g_bytes_get_data(bytes, &len);

    info.err = jpeg_std_error(&trouble);
    jpeg_create_decompress(&info);
    jpeg_mem_src(&info, data, len);
    g_assert_cmpint(jpeg_read_header(&info, TRUE), ==, JPEG_HEADER_OK);
    jpeg_start_decompress(&info);
    Picture p = { info.output_width, info.output_height, NULL };
    g_assert_cmpint(info.output_components, ==, 3);
    p.rgb = g_malloc((gsize)p.width * p.height * 3);
    while (info.output_scanline < info.output_height) {
        JSAMPROW row = p.rgb + (gsize)info.output_scanline * p.width * 3;
        jpeg_read_scanlines(&info, &row, 1);
    }
    jpeg_finish_decompress(&info);
    g_assert_cmpint(trouble.num_warnings, ==, 0);
    jpeg_destroy_decompress(&info);
    return p;
}

/* Whether two colours are the same but for what a JPEG loses. */
static gboolean
is_near(const guint8 *rgb, guint32 color)
{
    return ABS(rgb[0] - (int)(color >> 16 & 255)) < 8
           && ABS(rgb[1] - (int)(color >> 8 & 255)) < 8
           && ABS(rgb[2] - (int)(color & 255)) < 8;
}

static double
luminance(guint32 rgb)
{
    double sum = 0;
    static const double weight[] = { 0.2126, 0.7152, 0.0722 };

    for (int i = 0; i < 3; i++) {
        double c = (double)(rgb >> (16 - 8 * i) & 255) / 255;
        sum += weight[i] * (c <= 0.03928 ? c / 12.92
                            : pow((c + 0.055) / 1.055, 2.4));
    }
    return sum;
}

static double
contrast(guint32 a, guint32 b)
{
    double x = luminance(a) + 0.05, y = luminance(b) + 0.05;

    return MAX(x, y) / MIN(x, y);
}

static void
test_contrast(void)
{
    g_assert_cmpuint(palette_count(), >=, 8);
    for (guint i = 0; i < palette_count(); i++) {
        const Palette *p = palette_at(i);
        g_assert_cmpfloat(contrast(p->paper, p->ink), >=, 7);
        g_assert_cmpfloat(contrast(p->paper, p->accent), >=, 3);
    }
}

static void
test_hash(void)
{
    g_assert_cmpuint(palette_hash(""), ==, 2166136261u ^ 2166136261u >> 15);
    g_assert_cmpuint(palette_hash("a"), !=, palette_hash("b"));
    g_assert_cmpuint(palette_hash("\xc3\xa9"), ==, palette_hash("é"));
}

/* Words of these widths with blanks of width 1 between them. */
static void
make_points(BreakPoint *points, const double *widths, guint n)
{
    double x = 0;

    for (guint i = 0; i < n; i++) {
        x += widths[i];
        points[i] = (BreakPoint) { x, x + 1, 0 };
        x += 1;
    }
}

static void
test_balance_even(void)
{
    static const double widths[] = { 4, 4, 4, 4, 4, 4 };
    BreakPoint points[6];
    guint chosen[3];

    make_points(points, widths, 6);
    g_assert_cmpfloat_with_epsilon(balance_width(points, 6, 3), 9, 1e-3);
    g_assert_cmpfloat_with_epsilon(balance_width(points, 6, 1), 29, 1e-3);
    g_assert_cmpfloat_with_epsilon(balance_width(points, 6, 6), 4, 1e-3);
    g_assert_cmpfloat(balance_break(points, 6, 3, 9, chosen), <, 1e-6);
    g_assert_cmpuint(chosen[0], ==, 1);
    g_assert_cmpuint(chosen[1], ==, 3);
    g_assert_cmpuint(chosen[2], ==, 5);
    g_assert_true(isinf(balance_break(points, 6, 2, 9, chosen)));
    g_assert_true(isinf(balance_break(points, 6, 3, 3, chosen)));
}

/* First-fit would leave the last word alone. */
static void
test_balance_widow(void)
{
    static const double widths[] = { 5, 5, 5, 5, 2 };
    BreakPoint points[5];
    guint chosen[2];

    make_points(points, widths, 5);
    balance_break(points, 5, 2, 23, chosen);
    g_assert_cmpuint(chosen[0], <=, 2);
    points[chosen[0]].penalty = 1;
    guint before = chosen[0];
    balance_break(points, 5, 2, 23, chosen);
    g_assert_cmpuint(chosen[0], !=, before);
}

static void
test_words(void)
{
    static const struct { const char *in, *out; guint most; } cases[] = {
        { "  a \n\t b\x01" "c\u2028d ", "a b c d", 20 },
        { "soft\u00adly \u202eno\u202c", "softly no", 20 },
        { "one two three", "one two\u2026", 9 },
        { "onetwothree", "onetwot\u2026", 8 },
        { "bad \xff byte", "bad \ufffd byte", 20 },
        { " \n ", NULL, 20 }, { "", NULL, 20 }, { NULL, NULL, 20 },
    };

    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *tidy = words_tidy(cases[i].in, cases[i].most);
        g_assert_cmpstr(tidy, ==, cases[i].out);
    }
    g_assert_true(words_are_rtl("1. \u05d0 b"));
    g_assert_true(words_are_rtl("\u0645 b"));
    g_assert_false(words_are_rtl("b \u0645"));
    g_assert_false(words_are_rtl("12"));
    g_assert_true(words_are_latin("Été 2024"));
    g_assert_false(words_are_latin("a \u0430"));
    g_autofree char *capitals = words_capitals("iı é я ß");
    g_assert_cmpstr(capitals, ==, "II É Я ß");
}

static void
test_repeat_refuses(void)
{
    static const guint rows[] = { 0 };
    static const guint8 broken[][12] = {
        { 0 }, { 0xff, 0xd8, 0xff, 0xc0, 0, 200 },
        { 0xff, 0xd8, 0xff, 0xda, 0, 2 }, { 0xff, 0xd8, 0xff, 0xff, 0, 0 },
    };

    for (gsize i = 0; i < G_N_ELEMENTS(broken); i++)
        for (gsize len = 0; len <= sizeof broken[i]; len++)
            g_assert_null(repeat_rows(broken[i], len, rows, 1, 16));
}

static GBytes *
draw(const CoverWords *words)
{
    g_autoptr(GError) error = NULL;
    GBytes *bytes = draw_cover(words, &error);

    g_assert_no_error(error);
    g_assert_nonnull(bytes);
    return bytes;
}

/* Strips of colours and shared blank rows end up where they belong. */
static void
test_plate(void)
{
    g_autoptr(GError) error = NULL;
    Plate plate;

    plate_init(&plate, FALSE);
    plate_strip(&plate, 0, 0xffffff, 0x000000);
    plate_strip(&plate, 640, 0x204060, 0xf0e0d0);
    plate_rule(&plate, 0, 320, PLATE_WIDTH, 32);
    plate_rule(&plate, 0, 1600, PLATE_WIDTH, 32);
    g_autoptr(GBytes) bytes = plate_finish(&plate, &error);
    plate_clear(&plate);
    g_assert_no_error(error);
    Picture p = decode(bytes);
    g_assert_cmpuint(p.width, ==, PLATE_WIDTH);
    g_assert_cmpuint(p.height, ==, PLATE_HEIGHT);
    for (guint y = 0; y < p.height; y++) {
        /* Colour is coded at half resolution: edges are soft. */
        if ((y + 2) % 16 < 4)
            continue;
        gboolean rule = (y >= 320 && y < 352) || (y >= 1600 && y < 1632);
        guint32 color = y < 640 ? (rule ? 0x000000 : 0xffffff)
                        : rule ? 0xf0e0d0 : 0x204060;
        g_assert_true(is_near(p.rgb + (gsize)y * p.width * 3, color));
        g_assert_true(is_near(p.rgb + ((gsize)y * p.width + 777) * 3,
                              color));
    }
    g_free(p.rgb);
}

/* Nothing may touch the edges of the page, whatever the words are. */
static void
assert_edges_free(const Picture *p, const char *title)
{
    gsize stride = (gsize)p->width * 3;

    for (guint y = 0; y < p->height; y++) {
        const guint8 *row = p->rgb + y * stride;
        for (guint x = 0; x < 40; x++) {
            const guint8 *right = row + (p->width - 1 - x) * 3;
            if (ABS(row[x * 3] - row[0]) > 24
                || ABS(right[0] - row[0]) > 24)
                g_error("\"%s\" reaches the edge at row %u", title, y);
        }
    }
}

static void
test_titles(void)
{
    g_autofree char *endless = g_strnfill(290, 'W');
    g_autoptr(GString) many = g_string_new(NULL);
    for (int i = 0; i < 200; i++)
        g_string_append(many, "many words ");
    const char *const titles[] = {
        "A", "Silence", "", "\n\x01\t", endless, many->str,
        "The Slow Return of the Night Train",
        "\u201cWho Goes There?\u201d: Notes on a Fence",
        "\u6d77\u8fba\u306e\u56f3\u66f8\u9928\u3067\u904e\u3054\u3057\u305f",
        "\u05d4\u05e2\u05d9\u05e8 abc \u05e9\u05dc\u05d0 12",
        "\u062d\u062f\u064a\u0642\u0629 \u0627\u0644\u0630\u0627\u0643\u0631",
        "\u092a\u0939\u093e\u095c\u094b\u0902 \u0915\u0947 \u092c\u0940\u091a",
        "\u0e2b\u0e49\u0e2d\u0e07\u0e2a\u0e21\u0e38\u0e14\u0e23\u0e34\u0e21",
        "Soup \U0001f372 and \u2600\ufe0f", "\U0001f468\u200d\U0001f469",
        "\ue000\U0010fffd\u0378", "\u0301\u0301\u0301", "- - - -",
        "a\u202eb\u2066c", "no\u00a0break\u00a0anywhere\u00a0in\u00a0here",
    };

    for (gsize i = 0; i < G_N_ELEMENTS(titles); i++) {
        CoverWords words = { .title = titles[i], .subtitle = many->str,
                             .kicker = endless, .authors = many->str,
                             .publisher = endless, .date = many->str };
        CoverWords alone = { .title = titles[i] };
        const CoverWords *both[] = { &words, &alone };
        for (gsize k = 0; k < G_N_ELEMENTS(both); k++) {
            g_autoptr(GBytes) bytes = draw(both[k]);
            Picture p = decode(bytes);
            g_assert_cmpuint(p.width, ==, PLATE_WIDTH);
            g_assert_cmpuint(p.height, ==, PLATE_HEIGHT);
            assert_edges_free(&p, titles[i]);
            g_free(p.rgb);
        }
    }
}

static void
test_same(void)
{
    CoverWords words = { .title = "The Lamp in the Orchard",
                         .subtitle = "A year of evenings",
                         .kicker = "Letters", .authors = "Ada Moss",
                         .publisher = "Hill Press", .date = "May 1931",
                         .language = "en" };
    g_autoptr(GBytes) first = draw(&words);
    g_autoptr(GBytes) second = draw(&words);

    g_assert_true(g_bytes_equal(first, second));
    words.date = "June 1931";
    g_autoptr(GBytes) third = draw(&words);
    g_assert_false(g_bytes_equal(first, third));
    g_assert_cmpuint(g_bytes_get_size(first), <, 250000);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/cover/contrast", test_contrast);
    g_test_add_func("/cover/hash", test_hash);
    g_test_add_func("/cover/balance/even", test_balance_even);
    g_test_add_func("/cover/balance/widow", test_balance_widow);
    g_test_add_func("/cover/words", test_words);
    g_test_add_func("/cover/repeat/refuses", test_repeat_refuses);
    g_test_add_func("/cover/plate", test_plate);
    g_test_add_func("/cover/titles", test_titles);
    g_test_add_func("/cover/same", test_same);
    return g_test_run();
}
