/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "base/utf8.h"

#define R "\357\277\275"

/* The examples of Unicode 15, tables 3-8 to 3-11, and XML's rules. */
static const struct {
    const char *bytes, *clean;
    guint bad;
} cases[] = {
    { "", "", 0 },
    { "plain \303\251 \342\202\254 \360\237\230\200",
      "plain \303\251 \342\202\254 \360\237\230\200", 0 },
    { "\300\257\340\200\277\360\201\202\101", R R R R R R R R "A", 8 },
    { "\355\240\200\355\277\277\355\257\101", R R R R R R R R "A", 8 },
    { "\364\221\222\223\377\101\200\277\102", R R R R R "A" R R "B", 7 },
    { "\341\200\342\360\221\222\361\277\101", R R R R "A", 4 },
    { "\303", R, 1 },
    { "a\033b\001c\td\n", "a" R "b" R "c\td\n", 2 },
    { "\357\277\276\357\277\277\357\277\275", R R R, 2 },
    { "\357\267\220\364\217\277\277\360\237\277\276a", R R R "a", 3 },
    { "\357\267\217\357\267\260", "\357\267\217\357\267\260", 0 },
};

static void
test_clean(void)
{
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        gsize len;
        guint bad;
        g_autofree char *clean = utf8_clean(cases[i].bytes,
                                            strlen(cases[i].bytes), &len,
                                            &bad);

        g_assert_cmpstr(clean, ==, cases[i].clean);
        g_assert_cmpuint(len, ==, strlen(clean));
        g_assert_cmpuint(bad, ==, cases[i].bad);
    }
}

static void
test_clean_nul(void)
{
    gsize len;
    guint bad;
    g_autofree char *clean = utf8_clean("a\0b", 3, &len, &bad);

    g_assert_cmpmem(clean, len, "a" R "b", 5);
    g_assert_cmpuint(bad, ==, 1);
}

/* Whatever the bytes, what comes out is valid. */
static void
test_clean_any(void)
{
    g_autoptr(GRand) rand = g_rand_new_with_seed(7);

    for (int round = 0; round < 2000; round++) {
        char bytes[64];
        gsize len;
        guint bad;
        g_autofree char *clean = NULL;

        for (gsize i = 0; i < sizeof bytes; i++)
            bytes[i] = g_rand_int_range(rand, round % 2 ? 0 : 0x70, 256);
        clean = utf8_clean(bytes, sizeof bytes, &len, &bad);
        g_assert_true(g_utf8_validate(clean, len, NULL));
    }
}

static void
test_is_blank(void)
{
    g_assert_true(utf8_is_blank(' '));
    g_assert_true(utf8_is_blank('\t'));
    g_assert_true(utf8_is_blank(0xA0));
    g_assert_true(utf8_is_blank(0x3000));
    g_assert_false(utf8_is_blank('\n'));
    g_assert_false(utf8_is_blank(0x200B));
    g_assert_false(utf8_is_blank('x'));
}

static void
test_width(void)
{
    g_assert_cmpuint(utf8_width("abc\td", 5), ==, 5);
    g_assert_cmpuint(utf8_width("e\314\201", 3), ==, 1);
    g_assert_cmpuint(utf8_width("\346\227\245\346\234\254", 6), ==, 4);
    g_assert_cmpuint(utf8_width("\303\251\303\251", 2), ==, 1);
    g_assert_cmpuint(utf8_width("eight or more \346\227\245 bytes", 23), ==,
                     22);
}

/* Wherever the first byte beyond ASCII stands in a word, and behind it. */
static void
test_ascii_length(void)
{
    for (gsize at = 0; at < 20; at++) {
        char bytes[20];

        memset(bytes, 'a', sizeof bytes);
        bytes[at] = '\200';
        g_assert_cmpuint(utf8_ascii_length(bytes, sizeof bytes), ==, at);
        g_assert_cmpuint(utf8_ascii_length(bytes, at), ==, at);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/utf8/clean", test_clean);
    g_test_add_func("/utf8/clean/nul", test_clean_nul);
    g_test_add_func("/utf8/clean/any", test_clean_any);
    g_test_add_func("/utf8/is-blank", test_is_blank);
    g_test_add_func("/utf8/width", test_width);
    g_test_add_func("/utf8/ascii-length", test_ascii_length);
    return g_test_run();
}
