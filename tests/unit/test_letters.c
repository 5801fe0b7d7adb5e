/* SPDX-License-Identifier: MIT */
/* Which characters a text has. */
#include <string.h>

#include <glib.h>

#include "type/letters.h"

static void
letters_append(gunichar c, gpointer user)
{
    g_string_append_unichar(user, c);
}

static void
add(Letters *letters, const char *str)
{
    letters_add(letters, str, strlen(str));
}

static void
test_has(void)
{
    g_autoptr(Letters) letters = letters_new();
    g_autoptr(GString) all = g_string_new(NULL);

    letters_each(letters, letters_append, all);
    g_assert_cmpstr(all->str, ==, "");
    add(letters, "banana é \U0010fffd");
    add(letters, "ñ\u4e00a");
    letters_each(letters, letters_append, all);
    g_assert_cmpstr(all->str, ==, " abnéñ\u4e00\U0010fffd");
    g_assert_true(letters_has(letters, 'b'));
    g_assert_true(letters_has(letters, 0x10fffd));
    g_assert_false(letters_has(letters, 'c'));
    g_assert_false(letters_has(letters, 0x4e01));
    g_assert_false(letters_has(letters, 0x110000));
    g_assert_false(letters_has(letters, 0xffffffff));
}

/* Only so many bytes are read. */
static void
test_part(void)
{
    g_autoptr(Letters) letters = letters_new();

    letters_add(letters, "abcé", 2);
    g_assert_true(letters_has(letters, 'b'));
    g_assert_false(letters_has(letters, 'c'));
    letters_add(letters, "", 0);
}

static void
test_pictures(void)
{
    g_autoptr(Letters) letters = letters_new();

    add(letters, "1 \u263a");
    g_assert_false(letters_has_picture(letters, 0x263a));
    add(letters, "\ufe0f\u263a\ufe0f");
    g_assert_true(letters_has_picture(letters, 0x263a));
    g_assert_false(letters_has_picture(letters, '1'));
    g_assert_false(letters_has_picture(letters, 0xffffffff));
    letters_free(NULL);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/letters/has", test_has);
    g_test_add_func("/letters/part", test_part);
    g_test_add_func("/letters/pictures", test_pictures);
    return g_test_run();
}
