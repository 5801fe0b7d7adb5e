/* SPDX-License-Identifier: MIT */
/* Quotes, dashes and blanks as each language sets them. */
#include "model/typography.h"

#include <string.h>

/* Blanks that do not break are shown as "~" (U+00A0) and "_" (U+202F). */
typedef struct {
    const char *language, *in, *out;
} Case;

static char *
shown(const char *str)
{
    g_autoptr(GString) out = g_string_new(str);

    g_string_replace(out, "\xC2\xA0", "~", 0);
    g_string_replace(out, "\xE2\x80\xAF", "_", 0);
    return g_strdup(out->str);
}

static char *
set(const char *in, const char *language, QuoteState *state)
{
    Draft draft;

    draft_init(&draft);
    g_string_append(draft.str, in);
    typography_apply(&draft, language, state);
    char *out = g_strdup(draft.str->str);
    draft_clear(&draft);
    return out;
}

static void
check(const Case *cases, gsize n)
{
    for (gsize i = 0; i < n; i++) {
        g_autofree char *once = set(cases[i].in, cases[i].language, NULL);
        g_autofree char *twice = set(once, cases[i].language, NULL);
        g_autofree char *out = shown(once);

        g_assert_cmpstr(out, ==, cases[i].out);
        g_assert_cmpstr(twice, ==, once);
    }
}

static void
test_english(void)
{
    static const Case cases[] = {
        { "en", "\"Yes,\" he said. \"No.\"", "“Yes,” he said. “No.”" },
        { "en-GB", "'Yes,' he said, 'it is Tom's.'",
          "‘Yes,’ he said, ‘it is Tom’s.’" },
        { "en", "\"'Yes,' he said,\" she said", "“‘Yes,’ he said,” she said" },
        { "en", "don't, '90s, the 1990's, James' cat, 'tis, rock 'n' roll",
          "don’t, ’90s, the 1990’s, James’ cat, ’tis, rock ’n’ roll" },
        { "en", "6'2\" tall, a 12\" disk, 5' long", "6′2″ tall, a 12″ disk, "
          "5′ long" },
        { "en", "\"in 1990\" and \"of 12\"", "“in 1990” and “of 12”" },
        { "en", "word--word, word -- word, word - word---so",
          "word—word, word — word, word – word—so" },
        { "en", "\"I was--\" he began", "“I was—” he began" },
        { "en", "so--\"Yes\"--it (\"is\") [\"so\"]",
          "so—“Yes”—it (“is”) [“so”]" },
        { "en", "Well... so.... and ..... it", "Well… so…. and ..... it" },
        { "en", "\"...and so\"", "“…and so”" },
        { "en", "1 - 2, a-b, 1990-95, 1990--95, --help, <!-- x --> ----",
          "1 - 2, a-b, 1990-95, 1990–95, --help, <!-- x --> ----" },
        { "en", "Mr. X, p. 12, No. 5, No. So, J. R. Hay, 5 km, 5 kmx",
          "Mr.~X, p.~12, No.~5, No. So, J.~R.~Hay, 5~km, 5 kmx" },
        { "en", "''So'' ''it''", "“So” “it”" },
        { "en", "“set” and ‘set’ – it’s…", "“set” and ‘set’ – it’s…" },
        { "en", "(\"a\"), \"b\"; '\"c\"'", "(“a”), “b”; ‘“c”’" },
        { "en", "\"", "\"" }, { "en", "'", "'" }, { "en", "", "" },
        { "en", "don`t and don\xC2\xB4t", "don’t and don’t" },
        { "en", "--A. Writer", "—A.~Writer" },
    };

    check(cases, G_N_ELEMENTS(cases));
}

static void
test_german(void)
{
    static const Case cases[] = {
        { "de", "\"Ja\", sagte er, \"so 'was' da.\"",
          "„Ja“, sagte er, „so ‚was‘ da.“" },
        { "de", "Wort - Wort, Wort--Wort, gibt's, Hans' Hut, Nr. 5, z. B.",
          "Wort – Wort, Wort – Wort, gibt’s, Hans’ Hut, Nr.~5, z.~B." },
        { "de", ",,Ja'', sagte er", "„Ja“, sagte er" },
        { "de-CH", "\"Ja\"", "«Ja»" },
        { "de-AT", "\"Ja\"", "„Ja“" },
        { "de", "„Ja“ und „Nein“", "„Ja“ und „Nein“" },
    };

    check(cases, G_N_ELEMENTS(cases));
}

static void
test_french(void)
{
    static const Case cases[] = {
        { "fr", "\"Oui\", dit-il, c'est \" bon \".",
          "«_Oui_», dit-il, c’est «_bon_»." },
        { "fr", "Quoi ? Oui ! Bien: ceci ; cela?!",
          "Quoi_? Oui_! Bien~: ceci_; cela_?!" },
        { "fr", "« Oui » et «Non»", "«_Oui_» et «_Non_»" },
        { "fr", "12:30 http://x.example :) M. Blanc, p. 12, 10 000 euros",
          "12:30 http://x.example :) M.~Blanc, p.~12, 10~000 euros" },
        { "fr", "\"Quoi ?\"", "«_Quoi_?_»" },
        { "fr", "un mot - un autre -- et", "un mot – un autre — et" },
        { "fr-CA", "Quoi ? \"Oui\"", "Quoi ? «_Oui_»" },
    };

    check(cases, G_N_ELEMENTS(cases));
}

static void
test_others(void)
{
    static const Case cases[] = {
        { "es", "\"Sí\", dijo. Sr. X", "«Sí», dijo. Sr.~X" },
        { "ru", "ООО \"Ромашка\" - это", "ООО «Ромашка»~— это" },
        { "ru", "\"Завод \"Север\"\" и он", "«Завод „Север“» и~он" },
        { "ru", "слово -- слово--слово — да", "слово~— слово~— слово~— да" },
        { "uk", "п'ять \"слів\"", "п’ять «слів»" },
        { "it", "l'uomo \"bravo\"", "l’uomo «bravo»" },
        { "pt", "\"Sim\" - disse", "“Sim” – disse" },
        { "nl", "\"Ja\" 's avonds", "“Ja” ’s avonds" },
        { "pl", "\"Tak\" i nie", "„Tak” i~nie" },
        { "cs", "\"Ano\" v lese", "„Ano“ v~lese" },
        { "sv", "\"Ja\" - nej", "”Ja” – nej" },
        { "fi", "\"Kyll\xC3\xA4\"", "”Kyllä”" },
        { "da", "\"Ja\" sagde", "»Ja« sagde" },
        { "nb", "\"Ja\"", "«Ja»" },
    };

    check(cases, G_N_ELEMENTS(cases));
}

/* What is right everywhere, and nothing else. */
static void
test_unknown(void)
{
    static const Case cases[] = {
        { NULL, "\"so\" don't 'x' - ... Mr. X", "“so” don’t 'x' - … Mr. X" },
        { "ja", "彼は\"本\"と'言'った", "彼は\"本\"と'言'った" },
        { "ko", "그는 \"책\"을", "그는 \"책\"을" },
        { "he", "צה\"ל \"שלום\"", "צה\"ל ”שלום”" },
        { "xx-Latn", "\"so\"", "“so”" },
        { "en", "the word \"本\" is", "the word \"本\" is" },
    };

    check(cases, G_N_ELEMENTS(cases));
}

/* What decides lies in the bytes beside a blank, hyphen or dot. */
static void
test_beside(void)
{
    static const Case cases[] = {
        { "en", "5 km, 5 kmh, ٣ km, No. ٣", "5~km, 5 kmh, ٣~km, No.~٣" },
        { "en", "so no 5, no. 5 and p. x", "so no 5, no.~5 and p. x" },
        { "en", "É. Zola, well-known -- x", "É.~Zola, well-known — x" },
        { "pl", "alfa i z ż, o\xC2\xA0i w", "alfa i~z~ż, o~i~w" },
        { "cs", "čl. 5, řčl. 5", "čl.~5, řčl. 5" },
        { "ru", "в лесу - и № 5", "в~лесу~— и №~5" },
        { "de-AT-1996", "Nr. 5,,x, ,,ja\"", "Nr.~5,,x, „ja“" },
        { "fr-BE", "il dit\xE3\x80\x80! Non ;", "il dit_! Non_;" },
    };

    check(cases, G_N_ELEMENTS(cases));
}

/* A quotation over paragraphs opens again in each. */
static void
test_state(void)
{
    static const char *const in[] = {
        "\"So it began", "\"and went on", "\"and ended.\" Then",
        "\"Again", "he said", "5\" wide",
    };
    static const char *const out[] = {
        "“So it began", "“and went on", "“and ended.” Then", "“Again",
        "he said", "5″ wide",
    };
    QuoteState state = { 0 };

    for (gsize i = 0; i < G_N_ELEMENTS(in); i++) {
        g_autofree char *got = set(in[i], "en", &state);
        g_assert_cmpstr(got, ==, out[i]);
    }
}

/* Code and addresses stay, and spans follow. */
static void
test_spans(void)
{
    static const A2bSpan spans[] = {
        { .start = 0, .end = 3, .mark = A2B_MARK_EMPH },
        { .start = 4, .end = 9, .mark = A2B_MARK_CODE },
        { .start = 10, .end = 24, .mark = A2B_MARK_LINK },
        { .start = 25, .end = 30, .mark = A2B_MARK_LINK },
    };
    Draft draft;

    draft_init(&draft);
    g_string_append(draft.str, "\"a\" --'x' www.a--b.org/' it's.");
    g_array_append_vals(draft.spans, spans, G_N_ELEMENTS(spans));
    typography_apply(&draft, "en", NULL);

    static const char *const expected[] = {
        "“a”", "--'x'", "www.a--b.org/'", "it’s.",
    };
    for (guint i = 0; i < draft.spans->len; i++) {
        const A2bSpan *s = &g_array_index(draft.spans, A2bSpan, i);
        g_autofree char *text =
            g_strndup(draft.str->str + s->start, s->end - s->start);
        g_assert_cmpstr(text, ==, expected[i]);
    }
    g_assert_cmpuint(draft.spans->len, ==, 4);
    draft_clear(&draft);
}

/* Letters and digits in order, and how many words: neither may change. */
static char *
words_of(const char *str)
{
    GString *out = g_string_new(NULL);
    gboolean parted = FALSE;

    for (; *str; str = g_utf8_next_char(str)) {
        gunichar c = g_utf8_get_char(str);

        if (!g_unichar_isalnum(c)) {
            parted = TRUE;
            continue;
        }
        if (parted && out->len)
            g_string_append_c(out, ' ');
        parted = FALSE;
        g_string_append_unichar(out, c);
    }
    return g_string_free(out, FALSE);
}

/* Random strings of what is dangerous: twice is once, words stay. */
static void
test_twice(void)
{
    static const char *const parts[] = {
        "a", "B", "12", "'", "\"", "-", "--", "...", " ", " ", ". ", "! ",
        "?", ":", "«", "»", "“", "”", "„", "‘", "’", "(", ")", "—", "km",
        "\xC2\xA0", "\xE2\x80\xAF", "`", "\xC2\xB4", ",", "n", "s", "\n",
        "\xE2\x80\xA8", "ж", "本",
    };
    static const char *const languages[] = {
        "en", "de", "fr", "es", "ru", "sv", "da", "hu", NULL,
    };
    GRand *random = g_rand_new_with_seed(7);

    for (guint n = 0; n < 60000; n++) {
        const char *language = languages[n % G_N_ELEMENTS(languages)];
        g_autoptr(GString) in = g_string_new(NULL);

        for (gint32 i = g_rand_int_range(random, 1, 12); i > 0; i--)
            g_string_append(in, parts[g_rand_int_range(
                random, 0, G_N_ELEMENTS(parts))]);
        g_autofree char *once = set(in->str, language, NULL);
        g_autofree char *twice = set(once, language, NULL);
        g_autofree char *before = words_of(in->str);
        g_autofree char *after = words_of(once);

        g_assert_true(g_utf8_validate(once, -1, NULL));
        g_assert_cmpstr(after, ==, before);
        if (strcmp(once, twice) != 0)
            g_printerr("%s: [%s] [%s]\n", language, in->str, once);
        g_assert_cmpstr(twice, ==, once);
    }
    g_rand_free(random);
}

static void
test_linear(void)
{
    static const char *const units[] = {
        "\"", "'", "-", "- ", ".", " ", "\" ", "a'", " '", "1'", "1 ", "?",
        " ?", "a - ", "1\"", "'n", "« ", "''", ",,", "A. ",
    };

    for (gsize i = 0; i < G_N_ELEMENTS(units); i++) {
        g_autoptr(GString) in = g_string_new(NULL);
        for (guint n = 0; n < 50000; n++)
            g_string_append(in, units[i]);
        gint64 start = g_get_monotonic_time();
        g_autofree char *got = set(in->str, i % 2 ? "fr" : "en", NULL);

        g_assert_cmpint(g_get_monotonic_time() - start, <,
                        30 * G_USEC_PER_SEC);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/typography/english", test_english);
    g_test_add_func("/typography/german", test_german);
    g_test_add_func("/typography/french", test_french);
    g_test_add_func("/typography/others", test_others);
    g_test_add_func("/typography/unknown", test_unknown);
    g_test_add_func("/typography/beside", test_beside);
    g_test_add_func("/typography/state", test_state);
    g_test_add_func("/typography/spans", test_spans);
    g_test_add_func("/typography/twice", test_twice);
    g_test_add_func("/typography/linear", test_linear);
    return g_test_run();
}
