/* SPDX-License-Identifier: MIT */
/* Looks at one unit: how long it is, how it is written, how it ends, and
 * what the recognisers say of it. */
#include "read/txt_see.h"

#include <string.h>

#include "read/txt_glance.h"
#include "read/txt_phrase.h"

enum {
    LINE_COLUMNS = 100,     /* what still fits a line */
    PROSE_COLUMNS = 160,    /* longer than any heading */
};

static gboolean
is_quote(gunichar c)
{
    return c == '"' || c == '\'' || c == 0x201c || c == 0x2018 ||
           c == 0xab || c == 0x201e || c == '`' || c == 0x300c;
}

static void
see_size(const TxtUnit *unit, const TxtGlance *n, TxtEvidence *e)
{
    guint columns = n->columns;
    gboolean ends = e->of[EV_SENTENCE] == 100 &&
                    e->of[EV_QUESTION] == 0 && e->of[EV_EXCLAMATION] == 0;

    if (n->words <= 3 && columns <= 32)
        e->of[EV_TINY] = 100;
    if (columns <= LINE_COLUMNS)
        e->of[EV_SHORT] = 100;
    else if (columns <= PROSE_COLUMNS || e->of[EV_QUESTION])
        e->of[EV_SHORT] = 40;
    if (n->words >= 4 && n->words <= 24 && columns <= PROSE_COLUMNS)
        e->of[EV_HEADLINE] = 100;
    else if (columns >= 12 && columns <= PROSE_COLUMNS && n->words < 24)
        e->of[EV_HEADLINE] = n->words == 3 ? 60 : n->words == 2 ? 30 : 40;
    if (n->words >= 10 && columns > 64 && columns <= 200 &&
        e->of[EV_BARE_END])
        e->of[EV_WORDY] = 100;
    if (unit->n_lines >= 2)
        e->of[EV_MULTILINE] = 100;
    if (e->of[EV_COLON] && n->words >= 6 &&
        n->of[SEEN_LOWER] > n->of[SEEN_UPPER])
        e->of[EV_INTRO] = n->words >= 8 ? 100
                                        : MIN(75, 25 * n->small_words);
    if (columns > 240 || unit->n_lines >= 4)
        e->of[EV_PROSE] = 100;
    else if (columns > PROSE_COLUMNS + (e->of[EV_QUESTION] &&
                                        n->sentences == 0 ? 60 : 0) ||
             (n->sentences >= 1 && ends && columns > 60) ||
             (n->sentences >= 1 && columns > 120))
        e->of[EV_PROSE] = 90;
    else if (columns > 100 && ends)
        e->of[EV_PROSE] = 80;
    else if (ends && n->words > 6)
        e->of[EV_PROSE] = 50;
}

static gboolean
breaks_off(const char *str, gsize len)
{
    static const char *const small[] = {
        "the", "of", "a", "an", "to", "and", "that", "in", "for", "with",
        "by", "or", "as", "at", "from", "is", "was",
    };
    const char *end = str + len, *word = end;

    if (len > 1 && (end[-1] == ',' || end[-1] == ';'))
        return TRUE;
    while (word > str && end - word <= 4 && word[-1] != ' ')
        word--;
    if (word == end || end - word > 4 || word < str + 2)
        return FALSE;
    for (guint i = 0; i < G_N_ELEMENTS(small); i++)
        if (*word == *small[i] && !strncmp(word, small[i], end - word) &&
            small[i][end - word] == '\0')
            return TRUE;
    return FALSE;
}

static void
see_end(const TxtUnit *unit, const TxtGlance *n, TxtEvidence *e)
{
    const char *s = unit->text;
    gsize len = unit->len;
    char last = len ? s[len - 1] : 0;

    if (txt_ends_sentence(s, len))
        e->of[EV_SENTENCE] = 100;
    if (n->last == '?' || n->last == 0xff1f || n->last == 0x61f)
        e->of[EV_QUESTION] = 100;
    if (last == '!' && unit->n_lines == 1)
        e->of[EV_EXCLAMATION] = 100;
    if (last == ':')
        e->of[EV_COLON] = 100;
    else if (g_unichar_isalnum(n->last) || strchr(")\"'", last))
        e->of[EV_BARE_END] = e->of[EV_SENTENCE] ? 0 : 100;
    if (n->last == 0x2014 || n->last == 0x2013 || g_str_has_suffix(s, "--"))
        e->of[EV_DASH_END] = 100;
    if (breaks_off(s, len))
        e->of[EV_BROKEN_OFF] = 100;
}

static void
see_case(const TxtUnit *unit, const TxtGlance *n, TxtEvidence *e)
{
    if (n->of[SEEN_UPPER] >= 3 &&
        n->of[SEEN_LOWER] * 8 <= n->of[SEEN_UPPER])
        e->of[EV_CAPS] = 100;
    else if (n->words >= 2 && n->capital_words > 0 &&
             n->small_words * 4 <= n->capital_words)
        e->of[EV_TITLE_CASE] = 100;
    if (txt_starts_lower(unit->text, unit->len))
        e->of[EV_LOWER] = 100;
    if (is_quote(n->first))
        e->of[EV_QUOTE] = 100;
    if (unit->text[0] == '*' && unit->text[unit->len - 1] == '*' &&
        unit->len > 4)
        e->of[EV_STARRED] = 100;
}

static void
see_shape(const TxtUnit *unit, TxtEvidence *e)
{
    e->of[EV_RULE] = unit->shape == SHAPE_RULE ? 100 : 0;
    e->of[EV_CODE] = unit->shape == SHAPE_CODE ? 100 : 0;
    e->of[EV_TABLE] = unit->shape == SHAPE_TABLE ? 100 : 0;
    e->of[EV_ITEM] = unit->shape == SHAPE_ITEM ? 100 : 0;
    e->of[EV_GAP] = unit->gap > 0 ? 100 : 0;
    e->of[EV_CENTRED] = unit->centred ? 100 : 0;
    e->of[EV_INDENTED] = unit->indent >= 3 ? 100 : 0;
    e->of[EV_UNDERLINED] = unit->underlined ? 100 : 0;
    e->of[EV_BROKEN] = unit->broken ? 100 : 0;
    e->of[EV_QUOTED] = unit->quote ? 100 : 0;
    if (unit->shape == SHAPE_ITEM && unit->marker.kind == MARKER_NUMBER)
        e->of[EV_NUMBERED] = 100;
}

static void
see_signs(const TxtUnit *unit, const TxtGlance *n, TxtEvidence *e)
{
    guint digits = n->of[SEEN_DIGIT], plain = n->letters + digits;

    if (strcmp(unit->text, "--") == 0)
        e->of[EV_SIGN_OFF] = 100;
    else if (plain == 0)
        e->of[EV_NO_LETTERS] = 100;
    if (plain * 3 < (n->characters - n->of[SEEN_BLANK]) * 2)
        e->of[EV_SIGNS] = n->letters > 0 ? 100 : 0;
    if (n->letters == 0 && n->columns <= 5 && digits < 4)
        e->of[EV_JUNK] = 60;
}

void
txt_see(const TxtUnit *unit, TxtEvidence *e)
{
    TxtGlance n;

    e->of[EV_ONE] = 100;
    see_shape(unit, e);
    if (unit->shape == SHAPE_RULE || unit->shape == SHAPE_CODE)
        return;
    txt_glance(unit->text, unit->len, &n);
    see_signs(unit, &n, e);
    see_end(unit, &n, e);
    see_size(unit, &n, e);
    see_case(unit, &n, e);
    txt_see_words(unit, &n, e);
    txt_phrases(unit, e);
}
