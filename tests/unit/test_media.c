/* SPDX-License-Identifier: MIT */
#include "base/media.h"

/* A PNG of 3 x 5, as far as its IHDR. */
static const guint8 png[] = {
    0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13,
    'I', 'H', 'D', 'R', 0, 0, 0, 3, 0, 0, 0, 5, 8, 2, 0, 0, 0,
};

/* A JPEG of 300 x 200: APP0, a fill byte, DHT, SOF2. */
static const guint8 jpeg[] = {
    0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 0xFF, 0xFF, 0xC4, 0, 3, 0,
    0xFF, 0xC2, 0, 17, 8, 0, 200, 0x01, 0x2C, 3,
};

static gboolean
sniff(const guint8 *bytes, gsize len, Media *media)
{
    /* A copy of the exact size, so that reading past it is seen. */
    g_autoptr(GBytes) copy = g_bytes_new(bytes, len);

    return media_sniff(copy, media);
}

static void
test_png(void)
{
    Media media;

    g_assert_true(sniff(png, sizeof png, &media));
    g_assert_cmpstr(media.type, ==, "image/png");
    g_assert_cmpstr(media.ending, ==, "png");
    g_assert_cmpuint(media.width, ==, 3);
    g_assert_cmpuint(media.height, ==, 5);
}

static void
test_jpeg(void)
{
    Media media;

    g_assert_true(sniff(jpeg, sizeof jpeg, &media));
    g_assert_cmpstr(media.type, ==, "image/jpeg");
    g_assert_cmpstr(media.ending, ==, "jpg");
    g_assert_cmpuint(media.width, ==, 300);
    g_assert_cmpuint(media.height, ==, 200);
}

static void
test_cut_short(void)
{
    Media media;

    for (gsize len = 0; len < 23; len++) {
        g_assert_false(sniff(png, len, &media));
        g_assert_false(sniff(jpeg, len, &media));
    }
}

static void
test_no_sane_size(void)
{
    guint8 bytes[sizeof png];
    Media media;

    for (gsize i = 0; i < sizeof png; i++)
        bytes[i] = png[i];
    bytes[16] = 0x7F;
    g_assert_false(sniff(bytes, sizeof bytes, &media));
    bytes[16] = bytes[19] = 0;
    g_assert_false(sniff(bytes, sizeof bytes, &media));
    g_assert_false(sniff((const guint8 *) "GIF89a....", 10, &media));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/media/png", test_png);
    g_test_add_func("/media/jpeg", test_jpeg);
    g_test_add_func("/media/cut-short", test_cut_short);
    g_test_add_func("/media/no-sane-size", test_no_sane_size);
    return g_test_run();
}
