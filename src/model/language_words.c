/* SPDX-License-Identifier: MIT */
/* Which language's small words and letters a text has most of. */
#include "model/language_words.h"

#include <string.h>

#define WORD_MAX_BYTES 64       /* longer ones are no small words */
#define ENOUGH_WORDS 6
#define SURE_SCORE 6

typedef struct {
    const char *tag;
    GUnicodeScript script;
    const char *letters, *words;
} Language;

static const Language languages[] = {
#define LANGUAGE(tag, script, letters, words) \
    { tag, G_UNICODE_SCRIPT_##script, letters, words },
#include "model/language.def"
#undef LANGUAGE
};

typedef struct {
    GHashTable *words;      /* lower-case word -> how often, a guint * */
    GHashTable *letters;    /* lower-case character -> how often */
    guint n_words;
} Census;

static void
count_word(Census *census, GString *word)
{
    if (word->len == 0)
        return;
    census->n_words++;
    if (word->len <= WORD_MAX_BYTES) {
        guint *n = g_hash_table_lookup(census->words, word->str);

        if (!n) {
            n = g_new0(guint, 1);
            g_hash_table_insert(census->words, g_strdup(word->str), n);
        }
        (*n)++;
    }
    g_string_truncate(word, 0);
}

static void
count_letter(Census *census, gunichar c)
{
    gpointer key = GUINT_TO_POINTER(c);
    guint n = GPOINTER_TO_UINT(g_hash_table_lookup(census->letters, key));

    g_hash_table_insert(census->letters, key, GUINT_TO_POINTER(n + 1));
}

static void
census_take(Census *census, const char *text)
{
    g_autoptr(GString) word = g_string_new(NULL);

    census->words =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    census->letters = g_hash_table_new(NULL, NULL);
    for (const char *p = text; *p; p = g_utf8_next_char(p)) {
        if (g_ascii_isalpha(*p)) {
            g_string_append_c(word, g_ascii_tolower(*p));
            continue;
        }
        gunichar c = g_utf8_get_char(p);
        if (c < 0x80 || (!g_unichar_isalpha(c) && !g_unichar_ismark(c))) {
            count_word(census, word);
            continue;
        }
        c = g_unichar_tolower(c);
        count_letter(census, c);
        g_string_append_unichar(word, c);
    }
    count_word(census, word);
}

static void
census_clear(Census *census)
{
    g_hash_table_unref(census->words);
    g_hash_table_unref(census->letters);
}

static guint
word_hits(const Census *census, const Language *language)
{
    char word[WORD_MAX_BYTES + 1];
    guint hits = 0;

    for (const char *p = language->words; *p;) {
        gsize len = strcspn(p, " ");

        memcpy(word, p, len);
        word[len] = '\0';
        const guint *n = g_hash_table_lookup(census->words, word);
        hits += n ? *n : 0;
        p += len;
        p += *p == ' ';
    }
    return hits;
}

static guint
letter_hits(const Census *census, const Language *language)
{
    guint hits = 0;

    for (const char *p = language->letters; *p; p = g_utf8_next_char(p))
        hits += GPOINTER_TO_UINT(g_hash_table_lookup(
            census->letters, GUINT_TO_POINTER(g_utf8_get_char(p))));
    return hits;
}

/* Letters count for less than words, and words alone must show. */
static guint
score(const Census *census, const Language *language)
{
    guint words = word_hits(census, language);
    guint letters = letter_hits(census, language);

    return 2 * words + MIN(letters, words + census->n_words / 20);
}

/* A clear winner is a good part of the words and well ahead of the next;
 * with one word in four, a little ahead is enough. */
static gboolean
is_clear(const Census *census, guint best, guint second)
{
    if (best < SURE_SCORE || best * 6 < census->n_words)
        return FALSE;
    if (best * 2 >= census->n_words)
        return second * 10 <= best * 8;
    return second * 10 <= best * 6;
}

const char *
language_by_words(const char *text, GUnicodeScript script, gboolean *enough)
{
    Census census = { 0 };
    const Language *winner = NULL;
    guint best = 0, second = 0;

    census_take(&census, text);
    for (guint i = 0; i < G_N_ELEMENTS(languages); i++) {
        if (languages[i].script != script)
            continue;
        guint points = score(&census, &languages[i]);

        if (points > best) {
            second = best;
            best = points;
            winner = &languages[i];
        } else if (points > second) {
            second = points;
        }
    }
    gboolean clear = winner && is_clear(&census, best, second);
    *enough = census.n_words >= ENOUGH_WORDS;
    census_clear(&census);
    return clear ? winner->tag : NULL;
}
