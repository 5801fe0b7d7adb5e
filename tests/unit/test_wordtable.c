/* SPDX-License-Identifier: MIT */
/* Words are found whatever their case, with the bits of all their rows. */
#include <string.h>

#include "read/wordtable.h"

static const WordRow rows[] = {
    { "one uno|two dos|||five", 1, 8 },
    { "dos|don't_mind", 2, 8 },
    { "été a_cura_di", 4, 0 },
};

static guint32
find(const WordTable *table, const char *str)
{
    return wordtable_find(table, str, strlen(str));
}

static void
test_find(void)
{
    g_autoptr(WordTable) table = wordtable_new(rows, G_N_ELEMENTS(rows));

    g_assert_cmpuint(find(table, "one"), ==, 1 | 1 << 8);
    g_assert_cmpuint(find(table, "UNO"), ==, 1 | 1 << 8);
    g_assert_cmpuint(find(table, "five"), ==, 1 | 5 << 8);
    g_assert_cmpuint(find(table, "dos"), ==, 3 | 2 << 8);
    g_assert_cmpuint(find(table, "\xc3\x89T\xc3\x89"), ==, 4);
    g_assert_cmpuint(find(table, "e\xcc\x81te\xcc\x81"), ==, 4);
    g_assert_cmpuint(find(table, "a cura di"), ==, 4);
    g_assert_cmpuint(find(table, "three"), ==, 0);
    g_assert_cmpuint(find(table, ""), ==, 0);
    g_assert_cmpuint(wordtable_find(table, "onex", 3), ==, 1 | 1 << 8);
}

static void
test_long(void)
{
    g_autoptr(WordTable) table = wordtable_new(rows, G_N_ELEMENTS(rows));
    g_autofree char *word = g_strnfill(1000, 'o');

    g_assert_cmpuint(find(table, word), ==, 0);
    g_assert_cmpuint(wordtable_find(table, word, 64), ==, 0);
}

static void
test_empty(void)
{
    g_autoptr(WordTable) table = wordtable_new(NULL, 0);

    g_assert_cmpuint(find(table, "one"), ==, 0);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/wordtable/find", test_find);
    g_test_add_func("/wordtable/long", test_long);
    g_test_add_func("/wordtable/empty", test_empty);
    return g_test_run();
}
