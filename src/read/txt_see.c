/* SPDX-License-Identifier: MIT */
/* Looks at one unit: how long it is, how it is written, how it ends, and
 * what the recognisers say of it. */
#include "read/txt_see.h"

#include <string.h>

#include "base/utf8.h"
#include "read/date.h"
#include "read/header.h"
#include "read/inline.h"
#include "read/name.h"
#include "read/txt_phrase.h"

enum {
    LINE_COLUMNS = 100,     /* what still fits a line */
    PROSE_COLUMNS = 160,    /* longer than any heading */
    LOOK = 600,             /* bytes of a unit whose letters are counted */
};

typedef struct {
    guint words, upper, lower, capital_words, small_words, digits, letters;
    guint sentences, blanks, characters;
    gunichar first, last;
} Letters;

static void
count_word(Letters *n, const char *start, const char *end)
{
    gunichar c = g_utf8_get_char(start);

    n->words++;
    if (g_unichar_isupper(c))
        n->capital_words++;
    else if (g_unichar_islower(c) && end - start > 3)
        n->small_words++;
}

static Letters
count_letters(const char *str, gsize len)
{
    Letters n = { 0 };
    const char *end = str + MIN(len, LOOK), *word = NULL;

    for (const char *p = str; p < end; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        gboolean letter = g_unichar_isalnum(c);

        if (letter && !word)
            word = p;
        if (!letter && word && c != '\'' && c != 0x2019) {
            if (strchr(".!?", *p) && p - word > 2 && p + 2 < end &&
                p[1] == ' ' && !g_ascii_islower(p[2]))
                n.sentences++;
            count_word(&n, word, p);
            word = NULL;
        }
        n.upper += g_unichar_isupper(c);
        n.lower += g_unichar_islower(c);
        n.digits += g_unichar_isdigit(c);
        n.letters += g_unichar_isalpha(c);
        n.blanks += c == ' ';
        n.characters++;
        if (n.first == 0)
            n.first = c;
        n.last = c;
    }
    if (word)
        count_word(&n, word, end);
    return n;
}

static gboolean
is_quote(gunichar c)
{
    return c == '"' || c == '\'' || c == 0x201c || c == 0x2018 ||
           c == 0xab || c == 0x201e || c == '`' || c == 0x300c;
}

static void
see_size(const TxtUnit *unit, const Letters *n, guint columns,
         TxtEvidence *e)
{
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
    if (e->of[EV_COLON] && n->words >= 5 && n->lower > n->upper)
        e->of[EV_INTRO] = n->words >= 8 ? 100
                                        : MIN(75, 25 * n->small_words);
    if (columns > 240 || unit->n_lines >= 4)
        e->of[EV_PROSE] = 100;
    else if (columns > PROSE_COLUMNS + (e->of[EV_QUESTION] &&
                                        n->sentences == 0 ? 60 : 0) ||
             (n->sentences >= 1 && ends && columns > 60))
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
        " the", " of", " a", " an", " to", " and", " that", " in", " for",
        " with", " by", " or", " as", " at", " from", " is", " was",
    };

    if (len > 1 && (str[len - 1] == ',' || str[len - 1] == ';'))
        return TRUE;
    for (guint i = 0; i < G_N_ELEMENTS(small); i++)
        if (len > strlen(small[i]) &&
            !memcmp(str + len - strlen(small[i]), small[i],
                    strlen(small[i])))
            return TRUE;
    return FALSE;
}

static void
see_end(const TxtUnit *unit, const Letters *n, TxtEvidence *e)
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
see_case(const TxtUnit *unit, const Letters *n, TxtEvidence *e)
{
    if (n->upper >= 3 && n->lower * 8 <= n->upper)
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
see_date(const TxtUnit *unit, TxtEvidence *e)
{
    DateFound date;

    if (unit->len > 120)
        return;
    if (date_is_whole(unit->text, unit->len, &date))
        e->of[EV_DATE] = 100;
    else if (unit->len <= 90 && date_find(unit->text, unit->len, &date))
        e->of[EV_DATE_IN] = 100;
}

static void
see_name(const TxtUnit *unit, TxtEvidence *e)
{
    NameByline info = { 0 };
    g_autoptr(GPtrArray) names = NULL;

    if (unit->len > 160 || unit->shape != SHAPE_PROSE)
        return;
    e->of[EV_PERSON] = name_person_score(unit->text, unit->len);
    if (name_is_role(unit->text, unit->len))
        e->of[EV_JOB] = 90;
    names = name_byline(unit->text, unit->len, &info);
    if (names != NULL && names->len > 0) {
        e->of[EV_BYLINE] = info.word ? 100 : 70;
        e->of[EV_PERSON] = MAX(e->of[EV_PERSON], 90);
    }
    name_byline_clear(&info);
}

static void
see_address(const TxtUnit *unit, TxtEvidence *e)
{
    const char *s = unit->text;
    gsize len = unit->len, n;

    if (*s == '<' && s[len - 1] == '>' && len > 2) {
        s++;
        len -= 2;
    }
    n = inline_url_length(s, 0);
    if (n > 0 && n + 1 >= len)
        e->of[EV_URL] = 100;
    n = inline_email_length(s, 0);
    if (n > 0 && n + 1 >= len)
        e->of[EV_EMAIL] = 100;
}

static void
see_label(const TxtUnit *unit, TxtEvidence *e)
{
    gsize label, value;

    if (unit->len > 2000 || unit->shape != SHAPE_PROSE)
        return;
    if (!txt_label_value(unit->text, unit->len, &label, &value)) {
        HeaderMeaning meaning = header_meaning(unit->text, unit->len);
        if (meaning == HEADER_BODY || meaning == HEADER_CAPTION)
            e->of[EV_FIELD_SELF] = unit->len < 20 ? 80 : 0;
        return;
    }
    if (header_meaning(unit->text, label) != HEADER_UNKNOWN)
        e->of[value < unit->len ? EV_FIELD : EV_FIELD_SELF] = 100;
    else if (value < unit->len)
        e->of[EV_KEYVALUE] = 100;
}

/* A tag alone on a line, and a line between tags. */
static void
see_markup(const TxtUnit *unit, TxtEvidence *e)
{
    const char *s = unit->text;
    const char *name = s + 1 + (s[1] == '/' || s[1] == '!');

    if (s[0] != '<' || s[unit->len - 1] != '>' || !g_ascii_isalpha(*name))
        return;
    e->of[EV_MARKUP] = 100;
    if (strpbrk(s + 1, "<@:") == NULL)
        e->of[EV_JUNK] = 100;
}

/* "Example.com" alone: whose advertisement stood here. */
static gboolean
is_host(const char *str)
{
    const char *dot = strrchr(str, '.');

    return dot != NULL && dot > str && strpbrk(str, " /@:") == NULL &&
           (!strcmp(dot, ".com") || !strcmp(dot, ".net") ||
            !strcmp(dot, ".org"));
}

static gboolean
is_file_name(const char *str)
{
    const char *dot = strrchr(str, '.');

    return dot != NULL && dot > str && strpbrk(str, " /") == NULL &&
           (!g_ascii_strcasecmp(dot, ".txt") ||
            !g_ascii_strcasecmp(dot, ".doc") ||
            !g_ascii_strcasecmp(dot, ".asc"));
}

/* "-- Name": whose words the ones before it are. */
static gboolean
is_attribution(const char *str)
{
    if (g_str_has_prefix(str, "--"))
        str += 2;
    else if (g_str_has_prefix(str, "\xe2\x80\x94") ||
             g_str_has_prefix(str, "\xe2\x80\x95"))
        str += 3;
    else
        return FALSE;
    while (*str == ' ')
        str++;
    return *str == '"' || g_unichar_isupper(g_utf8_get_char(str));
}

/* "In article <...> Name wrote:": what follows is quoted. */
static gboolean
names_quoted(const char *str, gsize len)
{
    static const char *const ends[] = {
        "wrote:", "writes:", "said:", "schrieb:", "schreibt:", "kirjoitti:",
        "a \xc3\xa9" "crit :", "escribi\xc3\xb3:", "skrev:",
    };

    for (guint i = 0; i < G_N_ELEMENTS(ends); i++)
        if (len > strlen(ends[i]) + 4 && g_str_has_suffix(str, ends[i]) &&
            (memchr(str, '@', len) || memchr(str, '<', len)))
            return TRUE;
    return FALSE;
}

void
txt_see(const TxtUnit *unit, TxtEvidence *e)
{
    Letters n = count_letters(unit->text, unit->len);
    guint columns = unit->len > 2 * PROSE_COLUMNS * 3
        ? unit->len : utf8_width(unit->text, unit->len);
    TxtCredit credit;
    gsize a, b, c;

    e->of[EV_ONE] = 100;
    see_shape(unit, e);
    if (unit->shape == SHAPE_RULE || unit->shape == SHAPE_CODE)
        return;
    if (strcmp(unit->text, "--") == 0)
        e->of[EV_SIGN_OFF] = 100;
    else if (n.letters + n.digits == 0)
        e->of[EV_NO_LETTERS] = 100;
    if ((n.letters + n.digits) * 3 < (n.characters - n.blanks) * 2)
        e->of[EV_SIGNS] = n.letters > 0 ? 100 : 0;
    if (n.letters == 0 && columns <= 5 && n.digits < 4)
        e->of[EV_JUNK] = MAX(e->of[EV_JUNK], 60);
    see_markup(unit, e);
    if (unit->text[0] == '/' && unit->text[unit->len - 1] == '/')
        e->of[EV_MASTHEAD] = 100;
    if (is_host(unit->text))
        e->of[EV_JUNK] = MAX(e->of[EV_JUNK], 70);
    if (is_file_name(unit->text))
        e->of[EV_PROVENANCE] = 100;
    see_end(unit, &n, e);
    see_size(unit, &n, columns, e);
    see_case(unit, &n, e);
    see_date(unit, e);
    see_name(unit, e);
    see_address(unit, e);
    see_label(unit, e);
    txt_phrases(unit, e);
    if (columns <= 120 && (is_attribution(unit->text) ||
                           names_quoted(unit->text, unit->len)))
        e->of[EV_ATTRIBUTION] = 100;
    if (txt_note_mark(unit->text, unit->len, &a, &b, &c))
        e->of[EV_NOTE_MARK] = 100;
    if (unit->gap == 0 && txt_agency(unit->text, unit->len))
        e->of[EV_AGENCY] = 100;
    if (columns < 400 && txt_credit(unit->text, unit->len, &credit))
        e->of[EV_CREDIT] = MAX(e->of[EV_CREDIT], 90);
}
