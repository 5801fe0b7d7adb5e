/* SPDX-License-Identifier: MIT */
/* Which hyphens at line ends are part of a word. */
#include "read/txt_join.h"

#include "txt_fixture.h"

/* The lines of text put together. */
static char *
joined(const char *text)
{
    g_autoptr(GArray) lines = lines_of(text);
    TxtJoiner *joiner = txt_joiner_new(lines);
    GString *out = g_string_new(NULL);

    for (guint i = 0; i < lines->len; i++)
        txt_join(joiner, out, txt_line(lines, i));
    txt_joiner_free(joiner);
    return g_string_free(out, FALSE);
}

#define assert_joined(text, wanted) G_STMT_START { \
    g_autofree char *is = joined(text); \
    g_assert_cmpstr(is, ==, wanted); \
} G_STMT_END

/* As assert_joined(), in a text that cuts words at its line ends. */
#define assert_cut(text, wanted) G_STMT_START { \
    g_autofree char *is = joined( \
        text "\nand it goes on for as long as a line of it can con-\n" \
        "tain what it says before the next of its lines must be-\ngin"); \
    g_assert_true(g_str_has_prefix(is, wanted " and it goes")); \
} G_STMT_END

static void
test_blank(void)
{
    assert_joined("one\ntwo\n  three  ", "one two three");
    assert_joined("one", "one");
}

static void
test_cut_word(void)
{
    assert_cut("the tele-\nphone", "the telephone");
    assert_cut("die Stra\xc3\x9f" "en-\nbahn", "die Stra\xc3\x9f" "enbahn");
}

/* What stands elsewhere in the text decides. */
static void
test_word_of_the_text(void)
{
    assert_cut("a well-known man, a well-\nknown book",
               "a well-known man, a well-known book");
    assert_cut("cooperate, and co-\noperate", "cooperate, and cooperate");
    assert_joined("the telephone, the tele-\nphone",
                  "the telephone, the telephone");
}

static void
test_compound(void)
{
    assert_cut("a self-\ntaught man", "a self-taught man");
    assert_cut("in mid-nineteen-\nthirty", "in mid-nineteen-thirty");
}

static void
test_before_capital(void)
{
    assert_cut("the Anglo-\nSaxon", "the Anglo-Saxon");
    assert_cut("from 1980-\n1990", "from 1980-1990");
}

/* A text that cuts no words has hyphens of its own. */
static void
test_no_cut_text(void)
{
    assert_joined("It was a long and rather slow-\nmoving afternoon",
                  "It was a long and rather slow-moving afternoon");
}

static void
test_soft_hyphen(void)
{
    assert_joined("every\xc2\xad\none", "everyone");
}

static void
test_dashes(void)
{
    assert_cut("he went --\nand came", "he went -- and came");
    assert_cut("he went--\nand came", "he went-- and came");
    assert_cut("he went -\nand came", "he went - and came");
}

static void
test_unspaced(void)
{
    assert_joined("\xe5\xb1\xb1\xe3\x81\xae\n\xe9\xa7\x85\xe3\x81\xab",
                  "\xe5\xb1\xb1\xe3\x81\xae\xe9\xa7\x85\xe3\x81\xab");
    assert_joined("\xec\x84\xac\xeb\xa7\x88\n\xec\x9d\x84",
                  "\xec\x84\xac\xeb\xa7\x88 \xec\x9d\x84");     /* Korean */
    assert_joined("\xe5\xb1\xb1\nMt.", "\xe5\xb1\xb1 Mt.");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/join/blank", test_blank);
    g_test_add_func("/join/cut-word", test_cut_word);
    g_test_add_func("/join/word-of-the-text", test_word_of_the_text);
    g_test_add_func("/join/compound", test_compound);
    g_test_add_func("/join/before-capital", test_before_capital);
    g_test_add_func("/join/no-cut-text", test_no_cut_text);
    g_test_add_func("/join/soft-hyphen", test_soft_hyphen);
    g_test_add_func("/join/dashes", test_dashes);
    g_test_add_func("/join/unspaced", test_unspaced);
    return g_test_run();
}
