/* SPDX-License-Identifier: MIT */
/* Where words may be divided. */
#include <dlfcn.h>
#include <string.h>

#include <glib.h>

#include "type/hyph.h"

/* word with a "-" at each place. */
static char *
divided(const Hyph *hyph, const char *word)
{
    GString *str = g_string_new(NULL);
    guint64 places = hyph_word(hyph, word, strlen(word));

    for (const char *p = word; *p; p = g_utf8_next_char(p), places >>= 1) {
        g_string_append_unichar(str, g_utf8_get_char(p));
        if (places & 1)
            g_string_append_c(str, '-');
    }
    return g_string_free(str, FALSE);
}

static void
test_words(void)
{
    static const struct {
        const char *language, *word, *divided;
    } cases[] = {
        { "en", "hyphenation", "hy-phen-ation" },
        { "en", "HYPHENATION", "HY-PHEN-ATION" },
        { "en", "Extraordinary", "Ex-tra-or-di-nary" },
        { "en", "a", "a" }, { "en", "table", "ta-ble" },
        { "en-US", "record", "record" },
        { "en", "", "" }, { "en", "x1y2z3w4", "x1y2z3w4" },
        { "en-GB", "atmosphere", "at-mo-sphere" },
        { "de", "Donaudampfschifffahrt", "Do-nau-dampf-schiff-fahrt" },
        { "de", "Straßenbahn", "Stra-ßen-bahn" },
        { "fr", "bibliothèque", "bi-blio-thèque" },
        { "ru", "ПЕРЕНОСЫ", "ПЕ-РЕ-НОСЫ" },
        { "sr-Latn", "gramatika", "gra-ma-tika" },
        { "sr", "граматика", "гра-ма-тика" },
        { "el", "ελληνικά", "ελ-λη-νικά" },
    };

    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        const Hyph *hyph = hyph_for(cases[i].language);
        if (!hyph)
            continue;
        g_autofree char *found = divided(hyph, cases[i].word);
        g_test_message("%s %s", cases[i].language, found);
        g_assert_cmpstr(found, ==, cases[i].divided);
    }
}

/* Accents may stand after their letters. */
static void
test_accents(void)
{
    const Hyph *hyph = hyph_for("fr");

    if (!hyph) {
        g_test_skip("there are no French patterns");
        return;
    }
    g_autofree char *found = divided(hyph, "bibliothe\u0300que");
    g_assert_cmpstr(found, ==, "bi-blio-the\u0300que");
}

static void
test_long(void)
{
    const Hyph *hyph = hyph_for("en");
    g_autofree char *most = g_strnfill(HYPH_WORD_MOST, 'a');
    g_autofree char *more = g_strnfill(HYPH_WORD_MOST + 1, 'a');

    if (!hyph) {
        g_test_skip("there are no English patterns");
        return;
    }
    memcpy(most, "hyphenation", strlen("hyphenation"));
    memcpy(more, "hyphenation", strlen("hyphenation"));
    g_assert_true(hyph_word(hyph, most, strlen(most)) & 2);
    g_assert_true(hyph_word(hyph, more, strlen(more)) == 0);
}

static void
test_languages(void)
{
    static const struct {
        const char *language, *same;
    } cases[] = {
        { "en", "en-US" }, { "en-GB", "en-AU" }, { "en_GB", "en-Latn-GB" },
        { "EN-gb", "en-IE" }, { "de-AT", "de" }, { "de-CH-1901", "de" },
        { "de-x-private", "de" }, { "no", "nb" }, { "sr-Cyrl-RS", "sr" },
        { "sr-Latn-ME", "sr-Latn" }, { "pt", "pt-PT" }, { "es-419", "es" },
        { "zh", "zh-Hant" }, { "ja", "tlh" }, { "th", "" }, { "x", "-" },
    };

    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++)
        g_assert_true(hyph_for(cases[i].language)
                      == hyph_for(cases[i].same));
    g_assert_null(hyph_for(NULL));
    g_assert_null(hyph_for("zh"));
    if (hyph_for("en") && hyph_for("en-GB"))
        g_assert_true(hyph_for("en") != hyph_for("en-GB"));
    if (hyph_for("pt") && hyph_for("pt-BR"))
        g_assert_true(hyph_for("pt") != hyph_for("pt-BR"));
    if (hyph_for("sr") && hyph_for("sr-Latn"))
        g_assert_true(hyph_for("sr") != hyph_for("sr-Latn"));
}

/* libhyphen forgets memory; that is no fault of ours. */
void __lsan_disable(void) __attribute__((weak));
void __lsan_enable(void) __attribute__((weak));

/* libhyphen, if it is installed. */
typedef struct {
    void *(*load)(const char *path);
    int (*hyphenate)(void *dict, const char *word, int len, char *hyphens,
                     char *hyphenated, char ***rep, int **pos, int **cut);
    void (*free)(void *dict);
} Libhyphen;

static gboolean
libhyphen_open(Libhyphen *lib)
{
    void *handle = dlopen("libhyphen.so.0", RTLD_NOW);

    if (!handle)
        return FALSE;
    *(void **) &lib->load = dlsym(handle, "hnj_hyphen_load");
    *(void **) &lib->hyphenate = dlsym(handle, "hnj_hyphen_hyphenate2");
    *(void **) &lib->free = dlsym(handle, "hnj_hyphen_free");
    return lib->load && lib->hyphenate && lib->free;
}

static char *
charset_of(const char *path)
{
    g_autofree char *text = NULL;

    if (!g_file_get_contents(path, &text, NULL, NULL))
        return NULL;
    return g_strndup(text, strcspn(text, "\r\n"));
}

/* What libhyphen says of a word in lower case, with our least numbers of
 * letters at either end. */
static guint64
libhyphen_word(const Libhyphen *lib, void *dict, const char *charset,
               const char *word)
{
    g_autofree char *bytes = g_convert(word, -1, charset, "UTF-8", NULL,
                                       NULL, NULL);
    int len = (int) strlen(bytes), n = (int) g_utf8_strlen(word, -1);
    g_autofree char *hyphens = g_malloc0((gsize) len + 5);
    char **rep = NULL;
    int *pos = NULL, *cut = NULL;
    guint64 places = 0;

    lib->hyphenate(dict, bytes, len, hyphens, NULL, &rep, &pos, &cut);
    for (int i = 1; i < n - 3; i++)
        if ((hyphens[i] & 1) && !(rep && rep[i]))
            places |= G_GUINT64_CONSTANT(1) << i;
    for (int i = 0; rep && i < len; i++)
        g_free(rep[i]);
    g_free(rep);
    g_free(pos);
    g_free(cut);
    return places;
}

static void
compare(const Libhyphen *lib, const char *language, const char *path,
        const char *text)
{
    g_autofree char *charset = charset_of(path);
    const Hyph *hyph = hyph_for(language);
    g_auto(GStrv) words = g_strsplit(text, " ", -1);
    void *dict = NULL;

    if (__lsan_disable)
        __lsan_disable();
    if (charset && hyph)
        dict = lib->load(path);
    if (__lsan_enable)
        __lsan_enable();
    for (char **word = words; dict && *word; word++) {
        guint64 theirs = libhyphen_word(lib, dict, charset, *word);
        guint64 ours = hyph_word(hyph, *word, strlen(*word));
        g_test_message("%s %s", language, *word);
        g_assert_cmphex(ours, ==, theirs);
    }
    if (dict)
        lib->free(dict);
}

static void
test_libhyphen(void)
{
    /* Dictionaries in which longer patterns hold what shorter ones say; of
     * others libhyphen leaves out patterns that TeX, for which they were
     * made, does not. */
    static const struct {
        const char *language, *file, *words;
    } cases[] = {
        { "en", "en_US", "the lighthouse keeper climbed every evening "
          "towards enormous lanterns whatever weather anybody remembered "
          "nevertheless understanding photographs institutional" },
        { "en-GB", "en_GB", "colourful programmes organisation travelling "
          "neighbourhood manoeuvre encyclopaedia considerable" },
        { "fr", "fr", "lumière gardienne navigateur extraordinaire "
          "développement constitutionnel montagne chaque" },
        { "de", "de_DE", "leuchtturmwärter klarheit bedingungen sammlung "
          "donaudampfschifffahrt verantwortlichkeit straßenbahn" },
        { "bg", "bg_BG", "фарът пазачът всяка вечер отговорност "
          "правителство" },
        { "es", "es_ES", "guardián iluminación extraordinario desarrollo "
          "ferrocarril" },
        { "nl", "nl_NL", "vuurtorenwachter geschiedenis verantwoordelijk "
          "ontwikkeling" },
        { "sl", "sl_SI", "svetilnik zgodovina razumevanje odgovornost" },
        { "hr", "hr_HR", "svjetionik povijest razumijevanje odgovornost" },
        { "pl", "pl_PL", "latarnia odpowiedzialność przedsiębiorstwo" },
        { "sr", "sr_RS", "светионик одговорност предузеће" },
        { "hu", "hu_HU", "világítótorony felelősség asszonnyal könnyen" },
        { "ca", "ca_ES", "il·luminació responsabilitat desenvolupament" },
    };
    Libhyphen lib;

    if (!libhyphen_open(&lib)) {
        g_test_skip("libhyphen is not installed");
        return;
    }
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        /* Which takes libhyphen seconds to load. */
        if (strcmp(cases[i].language, "de") == 0 && !g_test_slow())
            continue;
        g_autofree char *path = g_strdup_printf(
            "/usr/share/hyphen/hyph_%s.dic", cases[i].file);
        compare(&lib, cases[i].language, path, cases[i].words);
    }
}

int
main(int argc, char **argv)
{
    g_autofree char *tests = g_path_get_dirname(argv[0]);
    g_autofree char *modules = g_build_filename(tests, "..", "..", NULL);

    g_setenv("ARTICLE2BOOK_MODULES", modules, FALSE);
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/hyph/words", test_words);
    g_test_add_func("/hyph/accents", test_accents);
    g_test_add_func("/hyph/long", test_long);
    g_test_add_func("/hyph/languages", test_languages);
    g_test_add_func("/hyph/libhyphen", test_libhyphen);
    return g_test_run();
}
