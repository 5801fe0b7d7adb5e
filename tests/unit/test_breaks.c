/* SPDX-License-Identifier: MIT */
/* Line breaks in scripts without blanks. */
#include <string.h>

#include <glib.h>

#include "breaks/breaks.h"

extern const BreaksModule a2b_module;

static void
note(gsize at, gpointer user)
{
    g_array_append_val((GArray *) user, at);
}

/* str with a "|" at each break; what comes is in order, and no end. */
static char *
broken(const char *str, const char *language)
{
    g_autoptr(GArray) at = g_array_new(FALSE, FALSE, sizeof(gsize));
    GString *out = g_string_new(str);
    gsize last = strlen(str);

    a2b_module.line_breaks(str, strlen(str), language, note, at);
    for (guint i = at->len; i-- > 0;) {
        gsize here = g_array_index(at, gsize, i);
        g_assert_cmpuint(here, >, 0);
        g_assert_cmpuint(here, <, last);
        g_string_insert_c(out, (gssize) here, '|');
        last = here;
    }
    g_assert_true(g_utf8_validate(out->str, -1, NULL));
    return g_string_free(out, FALSE);
}

static void
test_words(void)
{
    static const struct {
        const char *str, *language;
        const char *broken;     /* NULL: somewhere, as its dictionary says */
    } cases[] = {
        { "one two", "en", "one |two" },
        { "one", NULL, "one" },
        { "", "km", "" },
        { "ខ្ញុំស្រឡាញ់ភាសាខ្មែរ", "km", NULL },
        { "ສະບາຍດີຊາວໂລກ", "lo", NULL },
        { "မြန်မာဘာသာစကား", "my", NULL },
        { "a\U0001f600 b", "en", "a|\U0001f600 |b" },
        { "one two", "no such language", "one |two" },
    };

    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *found = broken(cases[i].str, cases[i].language);
        if (cases[i].broken)
            g_assert_cmpstr(found, ==, cases[i].broken);
        else
            g_assert_nonnull(strchr(found, '|'));
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/breaks/words", test_words);
    return g_test_run();
}
