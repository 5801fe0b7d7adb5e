/* SPDX-License-Identifier: MIT */
#include "base/slug.h"

static const struct {
    const char *title;
    guint max;
    const char *slug;
} cases[] = {
    { "A Title: for \303\234n\303\257", 64, "a-title-for-uni" },
    { "  -- Don't   stop! ", 64, "dont-stop" },
    { "Don\342\200\231t", 64, "dont" },
    { "", 64, "" },
    { "?!", 64, "" },
    { "one two three", 9, "one-two" },
    { "one two three", 7, "one-two" },
    { "one two three", 6, "one" },
    { "incomprehensibility", 5, "incom" },
    { "\320\237\321\200\320\270\320\262\320\265\321\202, \320\274\320\270\321"
      "\200", 64,
      "\320\277\321\200\320\270\320\262\320\265\321\202-\320\274\320\270\321"
      "\200" },
    { "\355\225\234\352\270\200", 64, "\355\225\234\352\270\200" },
    { "\340\244\271\340\244\277\340\244\250\340\245\215\340\244\246\340\245"
      "\200", 64,
      "\340\244\271\340\244\277\340\244\250\340\245\215\340\244\246\340\245"
      "\200" },
};

static void
test_make(void)
{
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *slug = slug_make(cases[i].title, cases[i].max);

        g_assert_cmpstr(slug, ==, cases[i].slug);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/slug/make", test_make);
    return g_test_run();
}
