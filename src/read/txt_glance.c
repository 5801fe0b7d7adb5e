/* SPDX-License-Identifier: MIT */
/* Counts the letters, signs and words of a unit in one pass. */
#include "read/txt_glance.h"

#include <string.h>

#include "base/lanes.h"
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

enum {
    BACK = 4,               /* bytes of nothing before the text */
    ROOM = BACK + TXT_LOOK + LANES,
    TRUE_LANE = 0xff,
};

/* The text's bytes, and by byte whether it is what the name says.  Of a
 * character beyond ASCII the first byte is the capital or small letter. */
typedef struct {
    guint8 text[ROOM];
    guint8 lower[ROOM], upper[ROOM], special[ROOM];
    guint8 word[ROOM];      /* part of a word */
} Signs;

typedef struct {
    Lanes lower, upper, blanks, words, capital_words, small_words;
} Sums;

/* Letters of ASCII and blanks are told without a branch; the others are
 * special. */
static void
tell_letters(Signs *signs, gsize at)
{
    Lanes c = lanes_load(&signs->text[at]);
    Lanes lower = lanes_among(c, 'a', 'z'), upper = lanes_among(c, 'A', 'Z');
    Lanes word = lower | upper, special = ~(word | (Lanes) (c == ' '));

    lanes_store(lower, &signs->lower[at]);
    lanes_store(upper, &signs->upper[at]);
    lanes_store(word, &signs->word[at]);
    lanes_store(special, &signs->special[at]);
}

/* Words are counted where they begin, small ones at their fourth byte.  A
 * Boolean that is true is -1. */
static void
count_words(const Signs *signs, gsize at, Sums *sums)
{
    const guint8 *word = &signs->word[at];
    Lanes here = lanes_load(word), before = lanes_load(word - 1);
    Lanes begins = here & ~before, upper = lanes_load(&signs->upper[at]);

    sums->lower -= lanes_load(&signs->lower[at]);
    sums->upper -= upper;
    sums->blanks -= (Lanes) (lanes_load(&signs->text[at]) == ' ');
    sums->words -= begins;
    sums->capital_words -= begins & upper;
    sums->small_words -= here & before & lanes_load(word - 2)
        & lanes_load(word - 3) & ~lanes_load(word - 4)
        & lanes_load(&signs->lower[at - 3]);
}

static guint
sum(Lanes lanes)
{
    guint total = 0;

    for (guint i = 0; i < LANES; i++)
        total += lanes[i];
    return total;
}

/* Whether a word ends a sentence here, and another one follows. */
static gboolean
is_sentence_end(const Signs *signs, gsize at, gsize end)
{
    const guint8 *p = &signs->text[at];
    const guint8 *w = &signs->word[at];

    return (*p == '.' || *p == '!' || *p == '?') &&
           (w[-1] & w[-2] & w[-3]) && at + 2 < end && p[1] == ' ' &&
           !g_ascii_islower((char) p[2]);
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

/* Counts the special character and tells what it is; its length.  An
 * apostrophe behind a part of a word is one, too. */
static gsize
see_special(TxtGlance *glance, Signs *signs, const char *p, gsize at,
            gsize end)
{
    Seen kind = kinds_of_bytes()[(guchar) *p];
    gboolean joins = *p == '\'';
    const char *next = p + 1;

    if (kind == SEEN_BEYOND)
        kind = see_beyond(glance, p, &next, &joins);
    if (kind == SEEN_UPPER)
        signs->upper[at] = TRUE_LANE;
    else if (kind == SEEN_LOWER)
        signs->lower[at] = TRUE_LANE;
    else
        glance->of[kind]++;
    if (is_in_words(kind) || (joins && signs->word[at - 1]))
        memset(&signs->word[at], TRUE_LANE, MIN((gsize) (next - p), end - at));
    else
        glance->sentences += is_sentence_end(signs, at, end);
    return (gsize) (next - p);
}

/* The next special byte from at on, or the end. */
static gsize
next_special(const Signs *signs, gsize at, gsize end)
{
    const guint8 *special;

    if (at >= end || signs->special[at])
        return at;
    special = memchr(&signs->special[at], TRUE_LANE, end - at);
    return special ? (gsize) (special - signs->special) : end;
}

/* The last character may reach beyond the end: where it ends. */
static const char *
count(TxtGlance *glance, const char *str, gsize len)
{
    const gsize end = BACK + len;
    Signs signs;
    Sums sums = { { 0 } };
    gsize at = BACK;

    memset(signs.lower, 0, BACK);
    memset(signs.word, 0, BACK);
    memcpy(signs.text + BACK, str, len);
    memset(signs.text + end, ' ', LANES);
    for (gsize i = BACK; i < end; i += LANES)
        tell_letters(&signs, i);
    while ((at = next_special(&signs, at, end)) < end)
        at += see_special(glance, &signs, str + at - BACK, at, end);
    for (gsize i = BACK; i < end; i += LANES)
        count_words(&signs, i, &sums);
    glance->of[SEEN_LOWER] = sum(sums.lower);
    glance->of[SEEN_UPPER] = sum(sums.upper);
    glance->of[SEEN_BLANK] = sum(sums.blanks) - (LANES - len % LANES) % LANES;
    glance->words = sum(sums.words);
    glance->capital_words = sum(sums.capital_words);
    glance->small_words = sum(sums.small_words);
    return str + at - BACK;
}

void
txt_glance(const char *str, gsize len, TxtGlance *glance)
{
    const char *end;

    *glance = (TxtGlance) { .columns = (guint) len };
    end = count(glance, str, MIN(len, TXT_LOOK));
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
