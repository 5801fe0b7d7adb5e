/* SPDX-License-Identifier: MIT */
/* Character sets and languages that the guess module finds. */
#include "guess/guess.h"

#include "base/module.h"

#include <string.h>

typedef struct {
    const char *expected;       /* as iconv knows it */
    const char *from;           /* what the text is encoded in */
    const char *text;
} Case;

static const GuessModule *
module(void)
{
    g_autoptr(GError) error = NULL;
    const GuessModule *table = module_table("guess", &error);

    if (!table)
        g_test_skip(error->message);
    return table;
}

#define GERMAN "Die Brücke wird schöner, größer und später geöffnet, " \
    "sagte der Bürgermeister über die Pläne für das nächste Jahr."
#define RUSSIAN "Мост не откроют до конца лета, сказал мэр, и работы " \
    "будут идти дольше, чем думали. Это никого не удивило."
#define JAPANESE "市長は橋が夏の終わりまで開かないと言った。町の人は驚かなかった。"

static const Case cases[] = {
    { "WINDOWS-1252", "WINDOWS-1252", GERMAN },
    { "CP850", "CP850", GERMAN },
    { "WINDOWS-1252", "WINDOWS-1252", "It’s “so” – a naïve café in the "
      "middle of a long and quite plain English text." },
    { "WINDOWS-1252", "WINDOWS-1252", "The price is 5£, or 7 ° outside." },
    { "WINDOWS-1252", "WINDOWS-1252", "A text with one é in café alone." },
    { "MACINTOSH", "MACINTOSH", "It’s “so” he said, “and it’s not.” Don’t "
      "be so sure of it all." },
    { "CP437", "CP437", "╔══════════════╗\r\n║ A title here ║\r\n"
      "╚══════════════╝\r\nand text below that is plain.\r\n" },
    { "WINDOWS-1251", "WINDOWS-1251", RUSSIAN },
    { "KOI8-R", "KOI8-R", RUSSIAN },
    { "IBM866", "IBM866", RUSSIAN },
    { "SHIFT_JIS", "SHIFT_JIS", JAPANESE JAPANESE },
    { "EUC-JP", "EUC-JP", JAPANESE JAPANESE },
    { "WINDOWS-1252", "ISO-8859-1", "Borgarstjórinn sagði að brúin yrði ekki "
      "opnuð fyrr en í lok sumars, það er að segja þegar ævin þverr." },
};

static void
test_charset(void)
{
    const GuessModule *table = module();

    for (gsize i = 0; table && i < G_N_ELEMENTS(cases); i++) {
        gsize len;
        g_autofree char *bytes = g_convert(cases[i].text, -1, cases[i].from,
                                           "UTF-8", NULL, &len, NULL);
        g_assert_nonnull(bytes);
        g_autofree char *got = table->charset(bytes, len);
        g_assert_cmpstr(got, ==, cases[i].expected);
    }
}

static void
test_language(void)
{
    const GuessModule *table = module();
    if (!table)
        return;

    static const char text[] =
        "De boargemaster sei dat de brêge net foar it ein fan de simmer "
        "iepene wurde soe, en dat it wurk langer duorre as tocht waard.";
    g_autofree char *got = table->language(text, strlen(text));
    g_autofree char *none = table->language("short", 5);

    g_assert_cmpstr(got, ==, "fy");
    g_assert_null(none);
}

static void
test_nothing(void)
{
    const GuessModule *table = module();
    if (!table)
        return;

    g_autofree char *empty = table->charset("", 0);
    g_autofree char *noise = table->charset("\xFF\xFE\x80\x00\x81", 5);
    g_assert_nonnull(empty);
    g_assert_nonnull(noise);
}

int
main(int argc, char **argv)
{
    g_autofree char *here = g_path_get_dirname(argv[0]);
    g_autofree char *modules = g_build_filename(here, "..", "..", NULL);

    g_setenv("ARTICLE2BOOK_MODULES", modules, FALSE);
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/guess/charset", test_charset);
    g_test_add_func("/guess/language", test_language);
    g_test_add_func("/guess/nothing", test_nothing);
    return g_test_run();
}
