/* SPDX-License-Identifier: MIT */
/* Counts the letters, signs and words of a unit in one pass. */
#include "read/txt_glance.h"

#include <string.h>

#include "base/utf8.h"

typedef struct {
    guint8 of[256];         /* Seen, by a character's first byte */
} Kinds;

static Kinds *
kinds_new(void)
{
    static const struct { char sign; guint8 kind; } signs[] = {
        { ' ', SEEN_BLANK }, { '.', SEEN_DOT }, { ':', SEEN_COLON },
        { ',', SEEN_COMMA }, { '/', SEEN_SLASH }, { '-', SEEN_DASH },
        { '@', SEEN_AT }, { '<', SEEN_LESS }, { '[', SEEN_BRACKET },
    };
    Kinds *kinds = g_new0(Kinds, 1);

    for (guint c = 0; c < 256; c++)
        kinds->of[c] = c >= 0x80 ? SEEN_BEYOND
            : g_ascii_isupper((char) c) ? SEEN_UPPER
            : g_ascii_islower((char) c) ? SEEN_LOWER
            : g_ascii_isdigit((char) c) ? SEEN_DIGIT : SEEN_OTHER;
    for (guint i = 0; i < G_N_ELEMENTS(signs); i++)
        kinds->of[(guchar) signs[i].sign] = signs[i].kind;
    return kinds;
}

static const guint8 *
kinds_of_bytes(void)
{
    static Kinds *kinds;

    if (g_once_init_enter(&kinds))
        g_once_init_leave(&kinds, kinds_new());
    return kinds->of;
}

static Seen
kind_beyond_ascii(gunichar c)
{
    switch ((int) g_unichar_type(c)) {
    case G_UNICODE_UPPERCASE_LETTER:
        return SEEN_UPPER;
    case G_UNICODE_LOWERCASE_LETTER:
        return SEEN_LOWER;
    case G_UNICODE_TITLECASE_LETTER:
    case G_UNICODE_MODIFIER_LETTER:
    case G_UNICODE_OTHER_LETTER:
        return SEEN_LETTER;
    case G_UNICODE_DECIMAL_NUMBER:
        return SEEN_DIGIT;
    case G_UNICODE_LETTER_NUMBER:
    case G_UNICODE_OTHER_NUMBER:
        return SEEN_NUMBER;
    default:
        return SEEN_OTHER;
    }
}

static gboolean
is_in_words(Seen kind)
{
    return kind >= SEEN_UPPER && kind <= SEEN_NUMBER;
}

typedef struct {
    const char *start;      /* NULL: between words */
    Seen first;             /* kind of its first character */
} Word;

static void
end_word(TxtGlance *glance, Word *word, const char *end)
{
    glance->words++;
    if (word->first == SEEN_UPPER)
        glance->capital_words++;
    else if (word->first == SEEN_LOWER && end - word->start > 3)
        glance->small_words++;
    word->start = NULL;
}

/* Whether the word ends a sentence at p, and another one follows. */
static gboolean
is_sentence_end(const Word *word, const char *p, const char *end)
{
    return (*p == '.' || *p == '!' || *p == '?') && p - word->start > 2 &&
           p + 2 < end && p[1] == ' ' && !g_ascii_islower(p[2]);
}

/* The kind of a character beyond ASCII, and where the next one begins. */
static Seen
see_beyond(TxtGlance *glance, const char *p, const char **next,
           gboolean *joins)
{
    gunichar c = g_utf8_get_char(p);

    *next = g_utf8_next_char(p);
    *joins = c == 0x2019;
    glance->of[SEEN_BEYOND]++;
    return kind_beyond_ascii(c);
}

/* Counts the words from p on that are of small letters, the first may be a
 * capital, with a blank behind them, as most of a text is; where something
 * else begins. */
static const char *
count_plain(TxtGlance *glance, const guint8 *kinds, const char *p,
            const char *end)
{
    guint lower = 0, capitals = 0, words = 0, small = 0;

    for (const char *q = p; q < end; p = ++q, words++) {
        gboolean capital = kinds[(guchar) *q] == SEEN_UPPER;

        for (q += capital; q < end && kinds[(guchar) *q] == SEEN_LOWER; )
            q++;
        if (q == p || q == end || *q != ' ')
            break;
        lower += (guint) (q - p);
        capitals += capital;
        small += !capital && q - p > 3;
    }
    glance->of[SEEN_LOWER] += lower - capitals;
    glance->of[SEEN_UPPER] += capitals;
    glance->of[SEEN_BLANK] += words;
    glance->words += words;
    glance->capital_words += capitals;
    glance->small_words += small;
    return p;
}

/* The last character may reach beyond the end: where it ends. */
static const char *
count(TxtGlance *glance, const char *str, const char *end)
{
    const guint8 *kinds = kinds_of_bytes();
    const char *p = count_plain(glance, kinds, str, end);
    Word word = { NULL, SEEN_OTHER };

    while (p < end) {
        const char *from = p++;
        Seen kind = kinds[(guchar) *from];
        gboolean joins = *from == '\'';

        if (kind == SEEN_BEYOND)
            kind = see_beyond(glance, from, &p, &joins);
        glance->of[kind]++;
        if (is_in_words(kind)) {
            if (word.start == NULL)
                word = (Word) { from, kind };
            for (from = p; p < end && kinds[(guchar) *p] == SEEN_LOWER; )
                p++;
            glance->of[SEEN_LOWER] += (guint) (p - from);
        } else if (word.start != NULL && !joins) {
            if (kind != SEEN_BLANK)
                glance->sentences += is_sentence_end(&word, from, end);
            end_word(glance, &word, from);
        }
        if (kind == SEEN_BLANK)
            p = count_plain(glance, kinds, p, end);
    }
    if (word.start != NULL)
        end_word(glance, &word, end);
    return p;
}

void
txt_glance(const char *str, gsize len, TxtGlance *glance)
{
    const char *end;

    *glance = (TxtGlance) { .columns = (guint) len };
    end = count(glance, str, str + MIN(len, TXT_LOOK));
    for (guint kind = 0; kind < SEEN_BEYOND; kind++)
        glance->characters += glance->of[kind];
    glance->letters = glance->of[SEEN_UPPER] + glance->of[SEEN_LOWER] +
                      glance->of[SEEN_LETTER];
    if (end > str) {
        glance->first = g_utf8_get_char(str);
        glance->last = g_utf8_get_char(g_utf8_prev_char(end));
    }
    if (glance->of[SEEN_BEYOND] > 0 && len <= TXT_LOOK)
        glance->columns = utf8_width(str, len);
}
