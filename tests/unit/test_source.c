/* SPDX-License-Identifier: MIT */
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/source.h"

#define R "\357\277\275"
#define BYTES(literal) literal, sizeof literal - 1

static void
count_bad(const A2bMessage *message, gpointer user)
{
    if (strcmp(message->id, "bytes") == 0)
        *(guint *) user = g_ascii_strtoull(message->message, NULL, 10);
}

typedef struct {
    const char *name, *charset;
    const char *bytes;
    gsize len;
    const char *text, *found;
    guint bad;
} Case;

static const Case cases[] = {
    { "empty", NULL, BYTES(""), "", "UTF-8", 0 },
    { "ascii", NULL, BYTES("one\ntwo"), "one\ntwo", "UTF-8", 0 },
    { "mark", NULL, BYTES("\357\273\277caf\303\251"), "caf\303\251",
      "UTF-8", 0 },
    { "utf16le", NULL, BYTES("\377\376A\0\n\0\351\0"), "A\n\303\251",
      "UTF-16LE", 0 },
    { "utf16be", NULL, BYTES("\376\377\0A\330\075\336\000"),
      "A\360\237\230\200", "UTF-16BE", 0 },
    { "utf16-half", NULL, BYTES("\377\376A\0\075\330B\0C"), "A" R "B" R,
      "UTF-16LE", 2 },
    { "utf16-bare", NULL, BYTES("h\0e\0l\0l\0o\0\n\0"), "hello\n",
      "UTF-16LE", 0 },
    { "utf16-bare-be", NULL, BYTES("\0h\0e\0l\0l\0o\0\n"), "hello\n",
      "UTF-16BE", 0 },
    { "utf32", NULL, BYTES("\377\376\0\0A\0\0\0\0\366\001\0"),
      "A\360\237\230\200", "UTF-32LE", 0 },
    { "damaged", NULL, BYTES("\303\251\303\250\342\202\254 \351 \303\251"),
      "\303\251\303\250\342\202\254 " R " \303\251", "UTF-8", 1 },
    { "given-1252", "windows-1252", BYTES("\223caf\351\224 \200"),
      "\342\200\234caf\303\251\342\200\235 \342\202\254", "windows-1252", 0 },
    { "given-latin1", "ISO-8859-1", BYTES("caf\351 it\222s"),
      "caf\303\251 it\342\200\231s", "windows-1252", 0 },
    { "given-dos", "CP437", BYTES("caf\202\r\n\315\315"),
      "caf\303\251\n\342\225\220\342\225\220", "CP437", 0 },
    { "given-sjis", "SHIFT_JIS", BYTES("\223\372\226\173 \377 a"),
      "\346\227\245\346\234\254 " R " a", "SHIFT_JIS", 1 },
    { "given-utf8", "utf-8", BYTES("caf\351"), "caf" R, "UTF-8", 1 },
    { "iso2022", NULL, BYTES("a \033$BF|K\\\033(B b"),
      "a \346\227\245\346\234\254 b", "ISO-2022-JP", 0 },
    { "crlf", NULL, BYTES("a\r\nb\rc\r\r\nd\r\r"), "a\nb\nc\nd\n\n",
      "UTF-8", 0 },
    { "end", NULL, BYTES("text\n\032\032\0\0"), "text\n", "UTF-8", 0 },
    { "controls", NULL, BYTES("a\001b\032c\177"), "a" R "b" R "c" R,
      "UTF-8", 3 },
    { "controls-far", NULL, BYTES("text of some words\001 text of some\177"),
      "text of some words" R " text of some" R, "UTF-8", 2 },
    { "nul", NULL, BYTES("a longer text with a \0 in it"),
      "a longer text with a " R " in it", "UTF-8", 1 },
    { "feeds", NULL, BYTES("a\fb\vc"), "a\nb\nc", "UTF-8", 0 },
    { "c1", NULL, BYTES("it\302\222s \302\201"), "it\342\200\231s " R,
      "UTF-8", 1 },
    { "noncharacter", NULL, BYTES("a\357\277\276b\357\277\275"),
      "a" R "b" R, "UTF-8", 1 },
    { "escapes", NULL,
      BYTES("\033[1;31mred\033[0m \033]0;title\aa\033(Bb\033[3Cc\033Md\033"),
      "red ab   cd", "UTF-8", 0 },
    { "osc-open", NULL, BYTES("\033]0;no end\nb"), "0;no end\nb",
      "UTF-8", 0 },
    { "overstrike", NULL, BYTES("N\bNA\bAME _\bu_\bn \303\251\b\303\251"),
      "NAME un \303\251", "UTF-8", 0 },
    { "backspace", NULL, BYTES("\bab\bc\n\bx"), "abc\nx", "UTF-8", 0 },
};

static void
test_decode(gconstpointer data)
{
    const Case *c = data;
    g_autoptr(GBytes) bytes = g_bytes_new(c->bytes, c->len);
    guint bad = 0;
    g_autoptr(A2bDiag) diag = a2b_diag_new(count_bad, &bad);
    g_autoptr(Source) source = source_new(bytes, "x.txt", c->charset, diag,
                                          NULL);

    g_assert_cmpstr(source->text, ==, c->text);
    g_assert_cmpuint(source->len, ==, strlen(c->text));
    g_assert_cmpstr(source->charset, ==, c->found);
    g_assert_cmpstr(source->name, ==, "x.txt");
    g_assert_cmpuint(bad, ==, c->bad);
}

/* What is no Unicode is read by somebody's guess, and said to be. */
static void
test_guess(void)
{
    g_autoptr(GBytes) bytes = g_bytes_new_static(BYTES("un caf\351 noir\n"));
    g_autoptr(A2bDiag) diag = a2b_diag_new(NULL, NULL);
    g_autoptr(Source) source = source_new(bytes, "x", NULL, diag, NULL);

    g_assert_true(g_str_has_prefix(source->text, "un caf"));
    g_assert_true(g_str_has_suffix(source->text, " noir\n"));
    g_assert_true(g_utf8_validate(source->text, source->len, NULL));
    g_assert_cmpuint(a2b_diag_count(diag, A2B_LEVEL_NOTE), ==, 1);
}

static void
test_unknown_charset(void)
{
    g_autoptr(GBytes) bytes = g_bytes_new_static("a", 1);
    g_autoptr(GError) error = NULL;

    g_assert_null(source_new(bytes, "x", "no-such-set", NULL, &error));
    g_assert_error(error, A2B_ERROR, A2B_ERROR_UNAVAILABLE);
}

/* Whatever the bytes, the text is what the header promises. */
static void
test_any(void)
{
    static const char odd[] =
        "\033[]Pm;0C\b\r\n\f\v_a\302\205\357\277\276\303\251\342\200\250\0";
    g_autoptr(GRand) rand = g_rand_new_with_seed(3);

    for (int round = 0; round < 3000; round++) {
        char raw[48];
        g_autoptr(GBytes) bytes = NULL;
        g_autoptr(Source) source = NULL;

        for (gsize i = 0; i < sizeof raw; i++)
            raw[i] = odd[g_rand_int_range(rand, 0, sizeof odd)];
        bytes = g_bytes_new(raw, g_rand_int_range(rand, 0, sizeof raw));
        source = source_new(bytes, "x", round % 2 ? "utf-8" : NULL, NULL,
                            NULL);
        g_assert_true(g_utf8_validate(source->text, source->len, NULL));
        g_assert_cmpuint(strlen(source->text), ==, source->len);
        for (gsize i = 0; i < source->len; i++)
            g_assert_true((guchar) source->text[i] >= 0x20 ||
                          source->text[i] == '\n' || source->text[i] == '\t');
    }
}

/* Twice the bytes may cost no more than twice the time, whatever they are:
 * a quadratic search here would run for minutes. */
static void
test_linear(gconstpointer data)
{
    const char *piece = data;
    gsize len = strlen(piece);
    GString *much = g_string_new(NULL);
    g_autoptr(GBytes) bytes = NULL;
    g_autoptr(Source) source = NULL;

    while (much->len < (4 << 20))
        g_string_append_len(much, piece, len);
    bytes = g_string_free_to_bytes(much);
    g_test_timer_start();
    source = source_new(bytes, "x", NULL, NULL, NULL);
    g_assert_cmpfloat(g_test_timer_elapsed(), <, 20);
    g_assert_true(g_utf8_validate(source->text, source->len, NULL));
}

static void
test_load(void)
{
    g_autofree char *folder = g_dir_make_tmp("a2b-XXXXXX", NULL);
    g_autofree char *file = g_build_filename(folder, "in.txt", NULL);
    g_autofree char *fifo = g_build_filename(folder, "fifo", NULL);
    g_autofree char *large = g_strnfill(300000, 'x');
    g_autoptr(GBytes) bytes = NULL;
    g_autoptr(GError) error = NULL;

    g_assert_true(g_file_set_contents(file, large, -1, NULL));
    bytes = source_load(file, &error);
    g_assert_no_error(error);
    g_assert_cmpuint(g_bytes_get_size(bytes), ==, 300000);
    g_assert_null(source_load(folder, &error));
    g_assert_error(error, A2B_ERROR, A2B_ERROR_NO_INPUT);
    g_clear_error(&error);
    g_assert_cmpint(mkfifo(fifo, 0600), ==, 0);
    g_assert_null(source_load(fifo, &error));
    g_assert_error(error, A2B_ERROR, A2B_ERROR_NO_INPUT);
    g_clear_error(&error);
    g_assert_null(source_load("/dev/zero", &error));
    g_assert_error(error, A2B_ERROR, A2B_ERROR_NO_INPUT);
    g_clear_error(&error);
    unlink(file);
    g_assert_null(source_load(file, &error));
    g_assert_error(error, A2B_ERROR, A2B_ERROR_NO_INPUT);
    unlink(fifo);
    rmdir(folder);
}

/* A sparse file: its size is a claim that costs nothing. */
static void
test_load_too_large(void)
{
    g_autofree char *folder = g_dir_make_tmp("a2b-XXXXXX", NULL);
    g_autofree char *file = g_build_filename(folder, "in.txt", NULL);
    g_autoptr(GError) error = NULL;

    g_assert_true(g_file_set_contents(file, "", 0, NULL));
    g_assert_cmpint(truncate(file, (64 << 20) + 1), ==, 0);
    g_assert_null(source_load(file, &error));
    g_assert_error(error, A2B_ERROR, A2B_ERROR_LIMIT);
    unlink(file);
    rmdir(folder);
}

static const char *const pieces[] = {
    "\033]", "\033]a", "\033[", "\033P\033", "\b", "a\b", "_\b",
    "\377", "\342\200", "\r", "\r\r\n", "\033$x", "\302\205", "\032",
};

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *path = g_strconcat("/source/decode/",
                                            cases[i].name, NULL);

        g_test_add_data_func(path, &cases[i], test_decode);
    }
    g_test_add_func("/source/guess", test_guess);
    g_test_add_func("/source/unknown-charset", test_unknown_charset);
    g_test_add_func("/source/any", test_any);
    for (gsize i = 0; i < G_N_ELEMENTS(pieces); i++) {
        g_autofree char *path = g_strdup_printf(
            "/source/linear/%" G_GSIZE_FORMAT, i);

        g_test_add_data_func(path, pieces[i], test_linear);
    }
    g_test_add_func("/source/load", test_load);
    g_test_add_func("/source/load/too-large", test_load_too_large);
    return g_test_run();
}
