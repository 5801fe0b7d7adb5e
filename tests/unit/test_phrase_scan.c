/* SPDX-License-Identifier: MIT */
/* Every string of a set is found wherever it stands, also in another. */
#include "read/txt_phrase_scan.h"

#include <string.h>

static void
found(guint which, gpointer data)
{
    *(guint *) data |= 1u << which;
}

static guint
walk(const PhraseScan *scan, const char *str)
{
    guint bits = 0;

    phrase_scan_walk(scan, str, strlen(str), found, &bits);
    return bits;
}

static void
test_walk(void)
{
    static const char *const strings[] = {
        "he", "she", "his", "hers", NULL, "(file photo)", " file photo",
        "\xc3\xa9t\xc3\xa9", "",
    };
    static const struct { const char *str; guint bits; } cases[] = {
        { "", 0 },
        { "x", 0 },
        { "h", 0 },
        { "ushers", 1 | 2 | 8 },
        { "hishe", 1 | 2 | 4 },
        { "hhe", 1 },
        { "a (file photo)", 1 << 5 },
        { "a (file photo of", 0 },
        { "a file photo)", 1 << 6 },
        { "l'\xc3\xa9t\xc3\xa9 is hers", 1 | 8 | 1 << 7 },
        { "\xc3\xa9t\xc3\xa8", 0 },
    };
    g_autoptr(PhraseScan) scan = phrase_scan_new(strings,
                                                 G_N_ELEMENTS(strings));

    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_test_message("%s", cases[i].str);
        g_assert_cmphex(walk(scan, cases[i].str), ==, cases[i].bits);
    }
}

static void
test_none(void)
{
    g_autoptr(PhraseScan) scan = phrase_scan_new(NULL, 0);

    g_assert_cmphex(walk(scan, "ushers"), ==, 0);
    phrase_scan_free(NULL);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/phrase-scan/walk", test_walk);
    g_test_add_func("/phrase-scan/none", test_none);
    return g_test_run();
}
