/* SPDX-License-Identifier: MIT */
/* Which script most of a text is in, and which language that says. */
#include "model/language.h"

#include "base/module.h"
#include "guess/guess.h"
#include "model/language_words.h"

#include <string.h>

#define SAMPLE_HEAD 8192        /* bytes from the start */
#define SAMPLE_MIDDLE 4096      /* bytes from the middle */
#define FEW_LETTERS 12          /* fewer say nothing */

#define N_SCRIPTS (G_UNICODE_SCRIPT_MATH + 1)

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

static guint
script_of(gunichar c)
{
    if (c < 0x80)
        return G_UNICODE_SCRIPT_LATIN;
    GUnicodeScript script = g_unichar_get_script(c);
    return (guint) script < N_SCRIPTS ? (guint) script
                                      : G_UNICODE_SCRIPT_COMMON;
}

/* A sign of Chinese, Japanese or Korean says as much as some letters. */
static guint
weight_of(guint script)
{
    return script == G_UNICODE_SCRIPT_HAN || script == G_UNICODE_SCRIPT_HANGUL
        || script == G_UNICODE_SCRIPT_HIRAGANA
        || script == G_UNICODE_SCRIPT_KATAKANA ? 3 : 1;
}

/* The script of most letters; UNKNOWN if they are too few or none is at
 * least half. */
static guint
main_script(const char *text, guint *count)
{
    guint best = G_UNICODE_SCRIPT_COMMON, total = 0;

    for (const char *p = text; *p; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        if (c < 0x80 ? !g_ascii_isalpha(*p) : !g_unichar_isalpha(c))
            continue;
        guint script = script_of(c), weight = weight_of(script);

        count[script] += weight;
        total += weight;
    }
    guint kana = count[G_UNICODE_SCRIPT_HIRAGANA]
        + count[G_UNICODE_SCRIPT_KATAKANA];
    if (kana > count[G_UNICODE_SCRIPT_HAN] / 20) {
        count[G_UNICODE_SCRIPT_HIRAGANA] =
            kana + count[G_UNICODE_SCRIPT_HAN];
        count[G_UNICODE_SCRIPT_HAN] = 0;
    }
    for (guint i = 0; i < N_SCRIPTS; i++)
        if (count[i] > count[best])
            best = i;
    return total >= FEW_LETTERS && 2 * count[best] >= total
        ? best : G_UNICODE_SCRIPT_UNKNOWN;
}

static guint
count_any(const char *text, const char *characters)
{
    guint n = 0;

    for (const char *p = text; *p; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);

        n += c >= 0x80 && g_utf8_strchr(characters, -1, c) != NULL;
    }
    return n;
}

static const char *
chinese(const char *text)
{
    guint hans = count_any(text, simplified);
    guint hant = count_any(text, traditional);

    if (hans > 2 * hant)
        return "zh-Hans";
    return hant > 2 * hans ? "zh-Hant" : "zh";
}

/* Start and middle of a text, cut between characters; free with
 * g_free(). */
static char *
dup_sample(const char *text, gsize len)
{
    const char *end = text + len;
    if (len <= SAMPLE_HEAD + SAMPLE_MIDDLE)
        return g_strndup(text, len);

    const char *head = g_utf8_find_prev_char(text, text + SAMPLE_HEAD);
    const char *middle = text + len / 2;
    if (middle < head)
        middle = head;
    middle = g_utf8_find_next_char(middle, end);
    const char *stop = middle && end - middle > SAMPLE_MIDDLE
        ? g_utf8_find_prev_char(middle, middle + SAMPLE_MIDDLE) : end;
    if (!middle || !stop)
        return g_strndup(text, (gsize) (head - text));

    GString *sample = g_string_new_len(text, head - text);
    g_string_append_c(sample, '\n');
    g_string_append_len(sample, middle, stop - middle);
    return g_string_free(sample, FALSE);
}

static char *
ask_module(const char *sample)
{
    const GuessModule *module = module_table("guess", NULL);

    return module ? module->language(sample, strlen(sample)) : NULL;
}

char *
language_guess(const char *text, gsize len)
{
    g_autofree char *sample = dup_sample(text, len);
    guint count[N_SCRIPTS] = { 0 };
    guint script = main_script(sample, count);

    if (script == G_UNICODE_SCRIPT_UNKNOWN)
        return NULL;
    if (script == G_UNICODE_SCRIPT_HAN)
        return g_strdup(chinese(sample));
    for (guint i = 0; i < G_N_ELEMENTS(one_language); i++)
        if ((guint) one_language[i].script == script)
            return g_strdup(one_language[i].language);

    gboolean enough;
    const char *language =
        language_by_words(sample, (GUnicodeScript) script, &enough);
    if (language)
        return g_strdup(language);
    return enough ? ask_module(sample) : NULL;
}

static gboolean
is_among(const char *tag, gsize len, const char *const *list, gsize n)
{
    for (gsize i = 0; i < n; i++)
        if (strlen(list[i]) == len
            && g_ascii_strncasecmp(list[i], tag, len) == 0)
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
    gsize len = strcspn(script, "-_");

    if (len == 4 && g_ascii_isalpha(*script))
        return is_among(script, len, rtl_scripts,
                        G_N_ELEMENTS(rtl_scripts));
    return is_among(language, primary, rtl, G_N_ELEMENTS(rtl));
}
