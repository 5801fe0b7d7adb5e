/* SPDX-License-Identifier: MIT */
/* Which characters make a word, and which of them are the same. */
#include "book/fold.h"

/* Codes of characters: these, or the letter that one is folded to. */
enum {
    CODE_UNKNOWN,
    CODE_BREAK,             /* ends a word */
    CODE_SKIP,              /* as if it were not there */
    CODE_MANY,              /* folds to several letters */
    CODE_ALONE = 1 << 30,   /* flag: a word of its own */
};

enum {
    BMP = 0x10000,
    EXPANSION = 18,         /* characters of a compatibility form, at most;
                             * Unicode 15 */
};

struct Fold {
    guint32 codes[BMP];     /* filled as characters are met */
    guint8 letters[256];    /* of ASCII, small; 0: any other byte */
};

static const struct { gunichar first, last; } alone_ranges[] = {
    { 0x0E01, 0x0EDF },     /* Thai, Lao */
    { 0x1000, 0x109F },     /* Burmese */
    { 0x1780, 0x17D3 },     /* Khmer */
    { 0x2E80, 0x2FDF }, { 0x3005, 0x3007 }, { 0x3021, 0x3029 },
    { 0x3031, 0x312F },     /* kana, bopomofo */
    { 0x31A0, 0x31FF }, { 0x3400, 0x4DBF }, { 0x4E00, 0xA48C },
    { 0xF900, 0xFAFF }, { 0xFF66, 0xFF9F }, { 0x1B000, 0x1B16F },
    { 0x20000, 0x3FFFF },
};

gboolean
fold_is_alone(gunichar c)
{
    if (c < alone_ranges[0].first)
        return FALSE;
    for (guint i = 0; i < G_N_ELEMENTS(alone_ranges); i++)
        if (c <= alone_ranges[i].last)
            return c >= alone_ranges[i].first;
    return FALSE;
}

/* Quotes within words, and what is not seen. */
static gboolean
fold_is_skipped(gunichar c)
{
    return c == 0x2018 || c == 0x2019 || c == 0x02BC ||
           c == 0x00AD || (c >= 0x200B && c <= 0x200F) || c == 0x2060 ||
           c == 0xFEFF || (c >= 0xFE00 && c <= 0xFE0F);
}

/* The letters that c is folded to; 0 if it ends a word. */
static guint
fold_expand(gunichar c, gunichar letters[EXPANSION])
{
    gboolean hangul = c >= 0xAC00 && c <= 0xD7A3;
    gsize n = hangul ? 1 : g_unichar_fully_decompose(c, TRUE, letters,
                                                     EXPANSION);
    guint kept = 0;

    if (hangul)
        letters[0] = c;
    for (gsize i = 0; i < MIN(n, EXPANSION); i++) {
        gunichar letter = g_unichar_tolower(letters[i]);
        if (g_unichar_isalnum(letter) ||
            (g_unichar_ismark(letter) && !g_unichar_combining_class(letter)))
            letters[kept++] = letter;
    }
    return kept;
}

static guint32
fold_code(gunichar c)
{
    gunichar letters[EXPANSION];
    guint n;

    if (c < 0x80)
        return g_ascii_isalnum(c) ? (guint32) g_ascii_tolower(c)
               : c == '\'' ? CODE_SKIP : CODE_BREAK;
    if (fold_is_skipped(c))
        return CODE_SKIP;
    if (g_unichar_combining_class(c))
        return CODE_SKIP;
    n = fold_expand(c, letters);
    if (n > 1)
        return CODE_MANY;
    if (n == 0)
        return CODE_BREAK;
    return fold_is_alone(letters[0]) ? letters[0] | CODE_ALONE : letters[0];
}

Fold *
fold_new(void)
{
    Fold *fold = g_new0(Fold, 1);

    for (gunichar c = 0; c < 0x80; c++) {
        guint32 code = fold_code(c);

        fold->codes[c] = code;
        fold->letters[c] = code > CODE_MANY ? (guint8) code : 0;
    }
    return fold;
}

void
fold_free(Fold *fold)
{
    g_free(fold);
}

static guint32
fold_learn(Fold *fold, gunichar c)
{
    guint32 code = fold_code(c);

    if (c < BMP)
        fold->codes[c] = code;
    return code;
}

/* FNV-1a, by characters. */
#define HASH_START G_GUINT64_CONSTANT(0xcbf29ce484222325)

static inline guint64
hash_add(guint64 hash, guint32 letter)
{
    return (hash ^ letter) * G_GUINT64_CONSTANT(0x100000001b3);
}

static guint64
hash_many(guint64 hash, gunichar c)
{
    gunichar letters[EXPANSION];
    guint n = fold_expand(c, letters);

    for (guint i = 0; i < n; i++)
        hash = hash_add(hash, letters[i]);
    return hash;
}

guint64
fold_hash(const char *word, gsize len)
{
    guint64 hash = HASH_START;

    for (const char *p = word; p < word + len; p = g_utf8_next_char(p))
        hash = hash_add(hash, g_utf8_get_char(p));
    return hash;
}

static guint32
fold_look_up(Fold *fold, gunichar c)
{
    guint32 code = c < BMP ? fold->codes[c] : CODE_UNKNOWN;

    return code == CODE_UNKNOWN ? fold_learn(fold, c) : code;
}

/* The words of a text on their way. */
typedef struct {
    guint64 hash;           /* of the one at hand */
    guint64 *out;           /* with room for one more */
    guint n, alone;         /* of out; of these, single characters */
} Hasher;

static inline void
hasher_end_word(Hasher *hasher)
{
    hasher->out[hasher->n] = hasher->hash;
    hasher->n += hasher->hash != HASH_START;
    hasher->hash = HASH_START;
}

static void
hasher_add(Hasher *hasher, Fold *fold, gunichar c)
{
    guint32 code = fold_look_up(fold, c);

    if (code == CODE_SKIP)
        return;
    if (code == CODE_MANY) {
        hasher->hash = hash_many(hasher->hash, c);
        return;
    }
    if (code == CODE_BREAK || code & CODE_ALONE)
        hasher_end_word(hasher);
    if (code == CODE_BREAK)
        return;
    hasher->hash = hash_add(hasher->hash, code & ~CODE_ALONE);
    if (code & CODE_ALONE) {
        hasher_end_word(hasher);
        hasher->alone++;
    }
}

/* Most of most texts: letters of ASCII from p on. */
static inline const char *
hasher_add_ascii(Hasher *hasher, const Fold *fold, const char *p)
{
    guint64 hash = hasher->hash;
    guint32 letter;

    for (; (letter = fold->letters[(guchar) *p]); p++)
        hash = hash_add(hash, letter);
    hasher->hash = hash;
    return p;
}

guint
fold_hashes(Fold *fold, const char *str, gsize len, GArray *hashes)
{
    const char *end = str + len;
    Hasher hasher = { HASH_START, NULL, hashes->len, 0 };

    /* A word takes a byte and another that ends it, at least. */
    g_array_set_size(hashes, hasher.n + len / 2 + 2);
    hasher.out = (guint64 *) (void *) hashes->data;
    for (const char *p = str;;) {
        p = hasher_add_ascii(&hasher, fold, p);
        if (p >= end)
            break;
        if (*p == ' ') {
            hasher_end_word(&hasher);
            p++;
        } else {
            hasher_add(&hasher, fold, fold_next(&p));
        }
    }
    hasher_end_word(&hasher);
    g_array_set_size(hashes, hasher.n);
    return hasher.alone;
}

static void
words_part(GString *out)
{
    if (out->len && out->str[out->len - 1] != ' ')
        g_string_append_c(out, ' ');
}

static void
words_append(GString *out, gunichar c, guint32 code)
{
    gunichar letters[EXPANSION] = { code & ~CODE_ALONE };
    guint n = code == CODE_MANY ? fold_expand(c, letters) : 1;

    if (code & CODE_ALONE)
        words_part(out);
    for (guint i = 0; i < n; i++)
        g_string_append_unichar(out, letters[i]);
    if (code & CODE_ALONE)
        words_part(out);
}

char *
fold_words(const char *str, gsize len)
{
    GString *out = g_string_sized_new(len + 1);
    const char *end = str + len;

    for (const char *p = str; p < end;) {
        /* Small letters are capitals and one bit; digits have it. */
        if (g_ascii_isalnum(*p)) {
            g_string_append_c(out, *p++ | 0x20);
            continue;
        }
        gunichar c = fold_next(&p);
        guint32 code = fold_code(c);

        if (code == CODE_BREAK)
            words_part(out);
        else if (code != CODE_SKIP)
            words_append(out, c, code);
    }
    if (out->len && out->str[out->len - 1] == ' ')
        g_string_truncate(out, out->len - 1);
    return g_string_free(out, FALSE);
}
