/* SPDX-License-Identifier: MIT */
/* Which script most of a text is in, and which language that says. */
#include "model/language.h"

#include "base/module.h"
#include "guess/guess.h"
#include "model/language_words.h"

#include <string.h>

#define SAMPLE_HEAD 8192        /* bytes from the start */
#define SAMPLE_MIDDLE 4096      /* bytes from the middle */
#define SAMPLE_PROBE 512        /* at both ends, often enough */
#define FEW_LETTERS 12          /* fewer say nothing */
#define ENOUGH_WORDS 6          /* to ask for their letters */

typedef struct {
    const char *text;
    gsize len;
} Piece;

/* The first two pieces are looked at alone, if they tell. */
#define SAMPLE_PROBES 2
typedef struct {
    Piece pieces[SAMPLE_PROBES + 1];
} Sample;

/* Scripts that one language has to itself, or nearly. */
static const struct {
    GUnicodeScript script;
    const char *language;
} one_language[] = {
    { G_UNICODE_SCRIPT_HANGUL, "ko" },
    { G_UNICODE_SCRIPT_HIRAGANA, "ja" },
    { G_UNICODE_SCRIPT_KATAKANA, "ja" },
    { G_UNICODE_SCRIPT_BOPOMOFO, "zh-Hant" },
    { G_UNICODE_SCRIPT_THAI, "th" },
    { G_UNICODE_SCRIPT_LAO, "lo" },
    { G_UNICODE_SCRIPT_KHMER, "km" },
    { G_UNICODE_SCRIPT_MYANMAR, "my" },
    { G_UNICODE_SCRIPT_GREEK, "el" },
    { G_UNICODE_SCRIPT_ARMENIAN, "hy" },
    { G_UNICODE_SCRIPT_GEORGIAN, "ka" },
    { G_UNICODE_SCRIPT_TAMIL, "ta" },
    { G_UNICODE_SCRIPT_TELUGU, "te" },
    { G_UNICODE_SCRIPT_KANNADA, "kn" },
    { G_UNICODE_SCRIPT_MALAYALAM, "ml" },
    { G_UNICODE_SCRIPT_GUJARATI, "gu" },
    { G_UNICODE_SCRIPT_GURMUKHI, "pa" },
    { G_UNICODE_SCRIPT_ORIYA, "or" },
    { G_UNICODE_SCRIPT_SINHALA, "si" },
    { G_UNICODE_SCRIPT_THAANA, "dv" },
    { G_UNICODE_SCRIPT_SYRIAC, "syr" },
    { G_UNICODE_SCRIPT_NKO, "nqo" },
    { G_UNICODE_SCRIPT_CHEROKEE, "chr" },
    { G_UNICODE_SCRIPT_VAI, "vai" },
    { G_UNICODE_SCRIPT_TIFINAGH, "zgh" },
    { G_UNICODE_SCRIPT_MONGOLIAN, "mn-Mong" },
    { G_UNICODE_SCRIPT_YI, "ii" },
    { G_UNICODE_SCRIPT_CANADIAN_ABORIGINAL, "iu" },
};

/* Characters that only one of the two ways to write Chinese has. */
static const char simplified[] =
    "这国们来说时会对为发还过产动现学经实进开关长问东车间门见业";
static const char traditional[] =
    "這國們來說時會對為發還過產動現學經實進開關長問東車間門見業";

/* Languages, or languages with a script, from right to left. */
static const char *const rtl[] = {
    "ar", "arc", "ckb", "dv", "fa", "he", "iw", "khw", "ks", "lrc", "mzn",
    "nqo", "pnb", "ps", "sd", "syr", "ug", "ur", "yi",
};
static const char *const rtl_scripts[] = {
    "Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm", "Rohg", "Mand", "Samr",
};

/* The script of most letters; UNKNOWN if they are too few or none is at
 * least half. */
static guint
main_script(const LanguageCensus *census)
{
    guint best = G_UNICODE_SCRIPT_COMMON, total = 0;
    guint count[N_SCRIPTS];

    memcpy(count, census->scripts, sizeof count);
    guint kana = count[G_UNICODE_SCRIPT_HIRAGANA]
        + count[G_UNICODE_SCRIPT_KATAKANA];
    if (kana > count[G_UNICODE_SCRIPT_HAN] / 20) {
        count[G_UNICODE_SCRIPT_HIRAGANA] =
            kana + count[G_UNICODE_SCRIPT_HAN];
        count[G_UNICODE_SCRIPT_HAN] = count[G_UNICODE_SCRIPT_KATAKANA] = 0;
    }
    for (guint i = 0; i < N_SCRIPTS; i++) {
        total += count[i];
        if (count[i] > count[best])
            best = i;
    }
    return total >= FEW_LETTERS && 2 * count[best] >= total
        ? best : G_UNICODE_SCRIPT_UNKNOWN;
}

/* The signs of the sample that are among characters. */
static guint
count_any(const Sample *sample, const char *characters)
{
    guint n = 0;

    for (guint i = 0; i < G_N_ELEMENTS(sample->pieces); i++) {
        const char *p = sample->pieces[i].text;
        const char *end = p + sample->pieces[i].len;

        for (; p < end; p = g_utf8_next_char(p))
            n += (guchar) *p >= 0x80
                && g_utf8_strchr(characters, -1, g_utf8_get_char(p)) != NULL;
    }
    return n;
}

static const char *
chinese(const Sample *sample)
{
    guint hans = count_any(sample, simplified);
    guint hant = count_any(sample, traditional);

    if (hans > 2 * hant)
        return "zh-Hans";
    return hant > 2 * hans ? "zh-Hant" : "zh";
}

/* The first blank from at on, or the end. */
static gsize
blank_at(const char *text, gsize at, gsize len)
{
    const char *blank = memchr(text + at, ' ', len - at);

    return blank ? (gsize) (blank - text) : len;
}

/* Start and middle of a long text, cut between characters. */
static void
sample_long(Sample *sample, const char *text, gsize len)
{
    const char *end = text + len;
    const char *head = g_utf8_find_prev_char(text, text + SAMPLE_HEAD);
    const char *middle = g_utf8_find_next_char(MAX(text + len / 2, head),
                                               end);
    const char *stop = end - middle > SAMPLE_MIDDLE
        ? g_utf8_find_prev_char(middle, middle + SAMPLE_MIDDLE) : end;

    sample->pieces[0].len = (gsize) (head - text);
    sample->pieces[1] = (Piece) { middle, (gsize) (stop - middle) };
}

static Sample
sample_of(const char *text, gsize len)
{
    Sample sample = { .pieces[0] = { text, len } };
    Piece *head = sample.pieces;

    if (len > SAMPLE_HEAD + SAMPLE_MIDDLE) {
        sample_long(&sample, text, len);
    } else if (len > 3 * SAMPLE_PROBE) {
        head->len = blank_at(text, len - SAMPLE_PROBE, len);
        sample.pieces[1] = (Piece) { text + head->len, len - head->len };
    }
    if (sample.pieces[1].len) {
        gsize probe = blank_at(text, SAMPLE_PROBE, head->len);

        sample.pieces[2] = (Piece) { text + probe, head->len - probe };
        head->len = probe;
    }
    return sample;
}

/* Its letter groups take longer to open than ten articles to read. */
static char *
ask_module(const LanguageCensus *census, const char *text, gsize len)
{
    const GuessModule *module = NULL;

    if (census->n_words >= ENOUGH_WORDS && len >= GUESS_SHORT_TEXT)
        module = module_table("guess", NULL);
    return module ? module->language(text, len) : NULL;
}

/* The language of a script that is not one language's own; NULL if there
 * are too few words of any. */
static const char *
by_words(LanguageCensus *census, const Sample *sample)
{
    const char *language = NULL;
    gboolean settled = FALSE;

    for (guint i = 0; i < G_N_ELEMENTS(sample->pieces) && !settled; i++) {
        const Piece *piece = &sample->pieces[i];

        language_count(census, piece->text, piece->len);
        if (i + 1 >= SAMPLE_PROBES)
            language = language_by_words(
                census, (GUnicodeScript) main_script(census), &settled);
    }
    return language;
}

char *
language_guess(const char *text, gsize len)
{
    const Sample sample = sample_of(text, len);
    LanguageCensus census = { 0 };
    const char *language = by_words(&census, &sample);
    if (language)
        return g_strdup(language);

    guint script = main_script(&census);
    if (script == G_UNICODE_SCRIPT_UNKNOWN)
        return NULL;
    if (script == G_UNICODE_SCRIPT_HAN)
        return g_strdup(chinese(&sample));
    for (guint i = 0; i < G_N_ELEMENTS(one_language); i++)
        if ((guint) one_language[i].script == script)
            return g_strdup(one_language[i].language);
    return ask_module(&census, text, len);
}

gboolean
language_begins(const char *language, const char *range, gsize len)
{
    return language && g_ascii_strncasecmp(language, range, len) == 0
        && (language[len] == '\0' || language[len] == '-'
            || language[len] == '_');
}

gboolean
language_is(const char *language, const char *range)
{
    return language_begins(language, range, strlen(range));
}

static gboolean
is_among(const char *tag, const char *const *list, gsize n)
{
    for (gsize i = 0; i < n; i++)
        if (language_is(tag, list[i]))
            return TRUE;
    return FALSE;
}

gboolean
language_is_rtl(const char *language)
{
    if (!language)
        return FALSE;

    gsize primary = strcspn(language, "-_");
    const char *script = language + primary + (language[primary] != '\0');

    if (strcspn(script, "-_") == 4 && g_ascii_isalpha(*script))
        return is_among(script, rtl_scripts, G_N_ELEMENTS(rtl_scripts));
    return is_among(language, rtl, G_N_ELEMENTS(rtl));
}
