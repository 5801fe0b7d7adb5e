/* SPDX-License-Identifier: MIT */
/* Which language's small words and letters a text has most of. */
#include "model/language_words.h"

#define SURE_SCORE 6
#define SETTLED_WORDS 150
#define SLOT_BITS 12

typedef struct {
    const char *tag;
    GUnicodeScript script;
    const char *letters, *words;
} Language;

static const Language languages[N_LANGUAGES] = {
#define LANGUAGE(tag, script, letters, words) \
    { tag, G_UNICODE_SCRIPT_##script, letters, words },
#include "model/language.def"
#undef LANGUAGE
};

/* A language that has the word or letter, and the next of them. */
typedef struct {
    guint16 language, next;         /* next: 0, that was the last */
} Use;

/* A word or letter is known by the hash of its characters alone. */
typedef struct {
    guint32 rest;                   /* of the hash */
    guint16 first;                  /* of uses; 0: free */
} Slot;

/* The words and letters of all languages, open addressing. */
typedef struct {
    Slot slots[1 << SLOT_BITS];
    GArray *uses;
    guint8 small[256];              /* ASCII letters in lower case, else 0 */
} Lexicon;

/* 0: no character yet. */
static inline guint64
hash_add(guint64 hash, guint64 c)
{
    return (hash + c) * G_GUINT64_CONSTANT(0x9e3779b97f4a7c15);
}

/* A letter is another key than the word that is this letter. */
static guint64
hash_letter(gunichar c)
{
    return hash_add(0, c | G_GUINT64_CONSTANT(1) << 32);
}

static inline guint32
hash_rest(guint64 hash)
{
    return (guint32) (hash >> (32 - SLOT_BITS));
}

/* Where a key is, or would be. */
static inline guint
lexicon_at(const Lexicon *lexicon, guint64 hash)
{
    guint at = (guint) (hash >> (64 - SLOT_BITS));

    while (lexicon->slots[at].first
           && lexicon->slots[at].rest != hash_rest(hash))
        at = (at + 1) & ((1 << SLOT_BITS) - 1);
    return at;
}

static void
lexicon_add(Lexicon *lexicon, guint64 hash, guint language)
{
    Slot *slot = &lexicon->slots[lexicon_at(lexicon, hash)];
    const Use use = { (guint16) language, slot->first };

    slot->rest = hash_rest(hash);
    slot->first = (guint16) lexicon->uses->len;
    g_array_append_val(lexicon->uses, use);
}

static void
lexicon_add_language(Lexicon *lexicon, guint index)
{
    const Language *language = &languages[index];
    guint64 hash = 0;

    for (const char *p = language->letters; *p; p = g_utf8_next_char(p))
        lexicon_add(lexicon, hash_letter(g_utf8_get_char(p)), index);
    for (const char *p = language->words; *p; p = g_utf8_next_char(p)) {
        if (*p != ' ') {
            hash = hash_add(hash, g_utf8_get_char(p));
            continue;
        }
        lexicon_add(lexicon, hash, index);
        hash = 0;
    }
    lexicon_add(lexicon, hash, index);
}

static Lexicon *
lexicon_new(void)
{
    Lexicon *lexicon = g_new0(Lexicon, 1);

    lexicon->uses = g_array_new(FALSE, TRUE, sizeof(Use));
    g_array_set_size(lexicon->uses, 1);
    for (guint i = 0; i < N_LANGUAGES; i++)
        lexicon_add_language(lexicon, i);
    g_assert(lexicon->uses->len <= G_MAXUINT16);
    for (guint c = 0; c < 0x80; c++)
        if (g_ascii_isalpha((char) c))
            lexicon->small[c] = (guint8) g_ascii_tolower((char) c);
    return lexicon;
}

/* Made once, never freed. */
static const Lexicon *
lexicon_of_all(void)
{
    static gsize made;

    if (g_once_init_enter(&made))
        g_once_init_leave(&made, (gsize) lexicon_new());
    return (const Lexicon *) made;
}

static void
count_uses(const Lexicon *lexicon, guint64 hash, guint *hits)
{
    const Use *uses = (const Use *) (const void *) lexicon->uses->data;
    guint use = lexicon->slots[lexicon_at(lexicon, hash)].first;

    for (; use; use = uses[use].next)
        hits[uses[use].language]++;
}

/* A sign of Chinese, Japanese or Korean says as much as some letters. */
static guint
script_weight(GUnicodeScript script)
{
    return script == G_UNICODE_SCRIPT_HAN || script == G_UNICODE_SCRIPT_HANGUL
        || script == G_UNICODE_SCRIPT_HIRAGANA
        || script == G_UNICODE_SCRIPT_KATAKANA ? 3 : 1;
}

static void
count_script(LanguageCensus *census, gunichar c)
{
    GUnicodeScript script = g_unichar_get_script(c);

    census->scripts[(guint) script < N_SCRIPTS ? script
                                               : G_UNICODE_SCRIPT_COMMON] +=
        script_weight(script);
}

/* The hash with c, which is not ASCII, or 0 if that ends the word. */
static guint64
count_sign(const Lexicon *lexicon, LanguageCensus *census, gunichar c,
           guint64 hash)
{
    if (g_unichar_isalpha(c))
        count_script(census, c);
    else if (!g_unichar_ismark(c))
        return 0;
    c = g_unichar_tolower(c);
    count_uses(lexicon, hash_letter(c), census->letters);
    return hash_add(hash, c);
}

static void
count_word(const Lexicon *lexicon, LanguageCensus *census, guint64 hash)
{
    if (!hash)
        return;
    census->n_words++;
    count_uses(lexicon, hash, census->words);
}

/* From p, past what ends the word that hash is of. */
static const char *
count_past_word(const Lexicon *lexicon, LanguageCensus *census,
                const char *p, guint64 *hash)
{
    guint64 longer = 0;

    if ((guchar) *p < 0x80) {
        count_word(lexicon, census, *hash);
        *hash = 0;
        return p + 1;
    }
    longer = count_sign(lexicon, census, g_utf8_get_char(p), *hash);
    if (!longer)
        count_word(lexicon, census, *hash);
    *hash = longer;
    return g_utf8_next_char(p);
}

void
language_count(LanguageCensus *census, const char *text, gsize len)
{
    const Lexicon *lexicon = lexicon_of_all();
    const char *end = text + len;
    guint64 hash = 0;

    for (const char *p = text; p < end;) {
        const char *start = p;
        guint letter;

        while (p < end && (letter = lexicon->small[(guchar) *p])) {
            hash = hash_add(hash, letter);
            p++;
        }
        census->scripts[G_UNICODE_SCRIPT_LATIN] += (guint) (p - start);
        if (p < end)
            p = count_past_word(lexicon, census, p, &hash);
    }
    count_word(lexicon, census, hash);
}

/* Letters count for less than words, and words alone must show. */
static guint
score(const LanguageCensus *census, guint language)
{
    guint words = census->words[language];
    guint letters = census->letters[language];

    return 2 * words + MIN(letters, words + census->n_words / 20);
}

/* A clear winner is a good part of the words and well ahead of the next;
 * with one word in four, a little ahead is enough. */
static gboolean
is_clear(const LanguageCensus *census, guint best, guint second)
{
    if (best < SURE_SCORE || best * 6 < census->n_words)
        return FALSE;
    if (best * 2 >= census->n_words)
        return second * 10 <= best * 8;
    return second * 10 <= best * 6;
}

/* One that no more of the text would change. */
static gboolean
is_settled(const LanguageCensus *census, guint best, guint second)
{
    return census->n_words >= SETTLED_WORDS && best * 2 >= census->n_words
        && second * 3 <= best;
}

const char *
language_by_words(const LanguageCensus *census, GUnicodeScript script,
                  gboolean *settled)
{
    const Language *winner = NULL;
    guint best = 0, second = 0;

    for (guint i = 0; i < N_LANGUAGES; i++) {
        if (languages[i].script != script)
            continue;
        guint points = score(census, i);

        if (points > best) {
            second = best;
            best = points;
            winner = &languages[i];
        } else if (points > second) {
            second = points;
        }
    }
    *settled = is_settled(census, best, second);
    return winner && is_clear(census, best, second) ? winner->tag : NULL;
}
