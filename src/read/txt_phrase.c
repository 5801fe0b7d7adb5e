/* SPDX-License-Identifier: MIT */
/* Compares a line with the phrases that give lines away. */
#include "read/txt_phrase.h"

#include <string.h>

#include "base/lanes.h"
#include "base/utf8.h"
#include "read/txt_phrase_scan.h"

enum {
    FOLD_START = 400,       /* bytes of a unit's start that are looked at */
    FOLD_END = 80,          /* characters of its end */
    FOLD_END_BYTES = 320,
};

typedef enum { WHOLE, STARTS, ENDS, HAS, N_WHERE } Where;

static const struct {
    Evidence evidence;
    Where where;
    guint8 strength;
    guint8 len;
    const char *text;
} phrases[] = {
#define PHRASE(EVIDENCE, where, strength, text) \
    { EV_##EVIDENCE, where, strength, sizeof text - 1, text },
#include "read/phrases.def"
#undef PHRASE
};

/* The phrases by what must be there for them to be: for WHOLE and STARTS
 * the first byte, for ENDS the last; those of HAS are looked for in one
 * walk. */
typedef struct {
    guint16 first[N_WHERE][256];    /* by that byte: a phrase + 1, or 0 */
    guint16 next[G_N_ELEMENTS(phrases)];
    PhraseScan *has;
    char ascii[256];                /* folded; 0 for what is beyond it */
} Index;

static void
index_phrase(Index *index, guint i)
{
    gsize at = phrases[i].where == ENDS ? phrases[i].len - 1 : 0;
    guint16 *first = &index->first[phrases[i].where]
                                  [(guchar) phrases[i].text[at]];

    index->next[i] = *first;
    *first = (guint16) (i + 1);
}

static Index *
index_new(void)
{
    Index *index = g_new0(Index, 1);
    const char *has[G_N_ELEMENTS(phrases)] = { NULL };

    for (guint i = 0; i < G_N_ELEMENTS(phrases); i++) {
        index_phrase(index, i);
        has[i] = phrases[i].where == HAS ? phrases[i].text : NULL;
    }
    index->has = phrase_scan_new(has, G_N_ELEMENTS(has));
    index->ascii['\t'] = index->ascii['\n'] = ' ';
    for (char c = ' '; c < 127; c++)
        index->ascii[(guchar) c] = g_ascii_tolower(c);
    return index;
}

static const Index *
phrase_index(void)
{
    static Index *index;

    if (g_once_init_enter(&index))
        g_once_init_leave(&index, index_new());
    return index;
}

static gunichar
fold_wide(gunichar c)
{
    switch (c) {
    case 0x2018: case 0x2019: case 0x02bc:
        return '\'';
    case 0x201c: case 0x201d: case 0x201e:
        return '"';
    case 0x2013: case 0x2014: case 0x2011:
        return '-';
    default:
        return utf8_is_blank(c) ? ' ' : g_unichar_tolower(c);
    }
}

/* Folds LANES bytes if all are signs of ASCII with single blanks between
 * them; the byte behind them is looked at, too. */
static gboolean
fold_lanes(const char *str, char *out)
{
    Lanes c = lanes_load(str), next = lanes_load(str + 1);
    Lanes odd = ~lanes_among(c, ' ', '~') |
                ((Lanes) (c == ' ') & (Lanes) (next == ' '));

    lanes_store(c | (lanes_among(c, 'A', 'Z') & 0x20), out);
    return !lanes_any(odd);
}

gsize
txt_fold(const char *str, gsize len, char *out, gsize max)
{
    const char *ascii = phrase_index()->ascii, *p = str, *end = str + len;
    char *to = out, *full = out + max;

    while (p < end && to < full) {
        const char *stop = p + MIN(end - p, full - to);
        gunichar c;

        if (end - p > LANES && full - to >= LANES &&
            (*p != ' ' || (to > out && to[-1] != ' ')) &&
            fold_lanes(p, to)) {
            p += LANES;
            to += LANES;
            continue;
        }
        while (p < stop && ascii[(guchar) *p] > ' ')
            *to++ = ascii[(guchar) *p++];
        if (p == stop)
            continue;
        c = (guchar) ascii[(guchar) *p];
        if (c == 0)
            c = fold_wide(g_utf8_get_char(p));
        p = g_utf8_next_char(p);
        if (c != ' ')
            to += g_unichar_to_utf8(c, to);
        else if (to > out && to[-1] != ' ')
            *to++ = ' ';
    }
    if (to > out && to[-1] == ' ')
        to--;
    *to = '\0';
    return (gsize) (to - out);
}

static gboolean
is_mark(char c, gboolean ends)
{
    switch (c) {
    case '*': case '-': case '=': case '<': case '>': case '[': case ']':
    case ' ':
        return TRUE;
    case '.': case ':': case '!':
        return ends;
    default:
        return FALSE;
    }
}

/* Length without the punctuation that may end a button or a heading. */
static gsize
bare_length(const char *str, gsize len)
{
    while (len > 0 && is_mark(str[len - 1], TRUE))
        len--;
    return len;
}

static gsize
bare_start(const char *str, gsize len)
{
    gsize i = 0;
    while (i < len && is_mark(str[i], FALSE))
        i++;
    return i;
}

static void
strengthen(TxtEvidence *evidence, guint i)
{
    guint8 *strength = &evidence->of[phrases[i].evidence];

    *strength = MAX(*strength, phrases[i].strength);
}

static void
strengthen_held(guint i, gpointer evidence)
{
    strengthen(evidence, i);
}

/* Raises by the phrases of one kind that the text begins with, ends with
 * or is. */
static void
compare(Where where, const char *str, gsize len, TxtEvidence *evidence)
{
    const Index *index = phrase_index();
    guint i;

    if (len == 0)
        return;
    i = index->first[where][(guchar) str[where == ENDS ? len - 1 : 0]];
    for (; i > 0; i = index->next[i - 1]) {
        gsize n = phrases[i - 1].len;
        if ((where == WHOLE ? n == len : n <= len) &&
            !memcmp(where == ENDS ? str + len - n : str,
                    phrases[i - 1].text, n))
            strengthen(evidence, i - 1);
    }
}

static void
compare_start(const TxtUnit *unit, TxtEvidence *evidence)
{
    char str[FOLD_START + TXT_FOLD_ROOM];
    gsize len = txt_fold(unit->text, unit->len, str, FOLD_START);
    gsize bare = bare_start(str, len), bare_end = bare_length(str, len);

    if (unit->len <= FOLD_START) {
        compare(WHOLE, str, len, evidence);
        if (bare < bare_end && bare_end - bare < len)
            compare(WHOLE, str + bare, bare_end - bare, evidence);
    }
    compare(STARTS, str, len, evidence);
    phrase_scan_walk(phrase_index()->has, str, len, strengthen_held, evidence);
}

/* Where the last FOLD_END characters begin. */
static const char *
end_start(const char *str, gsize len)
{
    gsize n = MIN(len, FOLD_END);
    const char *p = str + len;

    if (utf8_ascii_length(p - n, n) == n)
        return p - n;
    for (n = 0; n < FOLD_END && p > str; n++)
        p = g_utf8_prev_char(p);
    return p;
}

static void
compare_end(const TxtUnit *unit, TxtEvidence *evidence)
{
    char str[FOLD_END_BYTES + TXT_FOLD_ROOM];
    const char *end = unit->text + unit->len;
    const char *from = end_start(unit->text, unit->len);
    gsize len;

    len = txt_fold(from, (gsize) (end - from), str, FOLD_END_BYTES);
    compare(ENDS, str, bare_length(str, len), evidence);
}

void
txt_phrases(const TxtUnit *unit, TxtEvidence *evidence)
{
    compare_start(unit, evidence);
    compare_end(unit, evidence);
}
