/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "base/arena.h"

static void
test_alloc_is_zero_and_aligned(void)
{
    g_autoptr(Arena) arena = arena_new();

    for (gsize size = 1; size < 3000; size += 7) {
        guint8 *bytes = arena_alloc(arena, size);

        g_assert_cmpuint((guintptr) bytes % 16, ==, 0);
        for (gsize i = 0; i < size; i++)
            g_assert_cmpuint(bytes[i], ==, 0);
        memset(bytes, 0xFF, size);
        arena_strndup(arena, "x", 1);
    }
}

static void
test_alloc_large(void)
{
    g_autoptr(Arena) arena = arena_new();
    char *large = arena_alloc(arena, 5 << 20);
    char *after = arena_strdup(arena, "after");

    memset(large, 'x', 5 << 20);
    g_assert_cmpstr(after, ==, "after");
}

static void
test_strings(void)
{
    static const char *const names[] = { "one", "", "three", NULL };
    g_autoptr(Arena) arena = arena_new();
    const char *const *copy = arena_strdupv(arena, names);

    g_assert_cmpstr(arena_strndup(arena, "a\0b", 3), ==, "a");
    g_assert_cmpstr(arena_strdup(arena, ""), ==, "");
    g_assert_null(arena_strdup(arena, NULL));
    g_assert_null(arena_strdupv(arena, NULL));
    g_assert_cmpstr(copy[0], ==, "one");
    g_assert_cmpstr(copy[1], ==, "");
    g_assert_cmpstr(copy[2], ==, "three");
    g_assert_null(copy[3]);
    arena_free(NULL);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/arena/alloc/zero", test_alloc_is_zero_and_aligned);
    g_test_add_func("/arena/alloc/large", test_alloc_large);
    g_test_add_func("/arena/strings", test_strings);
    return g_test_run();
}
