/* SPDX-License-Identifier: MIT */
/* What the words of a unit say, as the recognisers know them: dates, names,
 * addresses, labels, tags, credits. */
#include "read/txt_see.h"

#include <string.h>

#include "read/date.h"
#include "read/header.h"
#include "read/inline.h"
#include "read/name.h"

enum { LONGEST_BARE_LABEL = 20 };   /* bytes, and one */

static void
see_date(const TxtUnit *unit, TxtEvidence *e)
{
    DateFound date;

    if (date_is_whole(unit->text, unit->len, &date))
        e->of[EV_DATE] = 100;
    else if (unit->len <= 90 && date_find(unit->text, unit->len, &date))
        e->of[EV_DATE_IN] = 100;
}

/* "by Static": a byline with a name that is none. */
static gboolean
is_handle(const char *str, gsize len)
{
    return len > 4 && len < 32 && !g_ascii_strncasecmp(str, "by ", 3) &&
           g_ascii_isupper(str[3]) && strchr(str + 3, ' ') == NULL &&
           !txt_ends_sentence(str, len);
}

gsize
txt_name_with_job(const char *str, gsize len)
{
    static const char *const jobs[] = {
        "reporter", "correspondent", "editor", "writer", "columnist",
        "critic", "contributor", "producer", "journalist",
    };
    const char *comma = memchr(str, ',', MIN(len, 48));

    if (comma == NULL || len > 90 || !name_is_person(str, comma - str))
        return 0;
    for (guint i = 0; i < G_N_ELEMENTS(jobs); i++)
        if (g_strstr_len(comma, str + len - comma, jobs[i]) != NULL)
            return comma - str;
    return 0;
}

static void
see_name(const TxtUnit *unit, TxtEvidence *e)
{
    NameByline info = { 0 };
    g_autoptr(GPtrArray) names = NULL;

    e->of[EV_PERSON] = name_person_score(unit->text, unit->len);
    if (name_is_role(unit->text, unit->len))
        e->of[EV_JOB] = 90;
    names = name_byline(unit->text, unit->len, &info);
    if (names != NULL && names->len > 0) {
        e->of[EV_BYLINE] = info.word ? 100 : 70;
        e->of[EV_PERSON] = MAX(e->of[EV_PERSON], 90);
    }
    else if (is_handle(unit->text, unit->len) ||
             txt_name_with_job(unit->text, unit->len) > 0)
        e->of[EV_BYLINE] = 70;
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

/* "Caption" without a colon: what stands below it is no running text. */
static gboolean
is_bare_label(const char *str, gsize len)
{
    HeaderMeaning meaning = header_meaning(str, len);

    return (meaning == HEADER_BODY || meaning == HEADER_CAPTION) &&
           !txt_ends_sentence(str, len);
}

static void
see_label(const TxtUnit *unit, TxtEvidence *e)
{
    gsize label, value;

    if (!txt_label_value(unit->text, unit->len, &label, &value)) {
        if (unit->len < LONGEST_BARE_LABEL &&
            is_bare_label(unit->text, unit->len))
            e->of[EV_FIELD_SELF] = 80;
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

static void
see_masthead(const TxtUnit *unit, TxtEvidence *e)
{
    if (unit->text[0] == '/' && unit->text[unit->len - 1] == '/')
        e->of[EV_MASTHEAD] = 100;
}

/* The last four bytes if they are a dot and what may follow it in the name
 * of a host or file; "" if they are not. */
static const char *
ending(const TxtUnit *unit)
{
    return unit->len > 4 && unit->text[unit->len - 4] == '.'
        ? unit->text + unit->len - 4 : "";
}

/* "Example.com" alone: whose advertisement stood here. */
static void
see_host(const TxtUnit *unit, TxtEvidence *e)
{
    const char *dot = ending(unit);

    if ((!strcmp(dot, ".com") || !strcmp(dot, ".net") ||
         !strcmp(dot, ".org")) && strpbrk(unit->text, " /@:") == NULL)
        e->of[EV_JUNK] = MAX(e->of[EV_JUNK], 70);
}

static void
see_file_name(const TxtUnit *unit, TxtEvidence *e)
{
    const char *dot = ending(unit);

    if ((!g_ascii_strcasecmp(dot, ".txt") ||
         !g_ascii_strcasecmp(dot, ".doc") ||
         !g_ascii_strcasecmp(dot, ".asc")) &&
        strpbrk(unit->text, " /") == NULL)
        e->of[EV_PROVENANCE] = 100;
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

static void
see_attribution(const TxtUnit *unit, TxtEvidence *e)
{
    if (is_attribution(unit->text))
        e->of[EV_ATTRIBUTION] = 100;
}

static void
see_quoted(const TxtUnit *unit, TxtEvidence *e)
{
    if (names_quoted(unit->text, unit->len))
        e->of[EV_ATTRIBUTION] = 100;
}

static void
see_note_mark(const TxtUnit *unit, TxtEvidence *e)
{
    gsize mark, mark_len, text;

    if (txt_note_mark(unit->text, unit->len, &mark, &mark_len, &text))
        e->of[EV_NOTE_MARK] = 100;
}

static void
see_agency(const TxtUnit *unit, TxtEvidence *e)
{
    if (txt_agency(unit->text, unit->len))
        e->of[EV_AGENCY] = 100;
}

static void
see_credit(const TxtUnit *unit, TxtEvidence *e)
{
    TxtCredit credit;

    if (e->of[EV_AGENCY] == 0 && txt_credit(unit->text, unit->len, &credit))
        e->of[EV_CREDIT] = 90;
}

/* Who is asked of which units: a bound of 0 is none. */
typedef struct {
    void (*see)(const TxtUnit *unit, TxtEvidence *e);
    guint bytes, columns;   /* at most, of the text */
    guint blanks_below;     /* fewer, in what was glanced at */
    guint kinds;            /* one of these must be there */
    gboolean prose;         /* asked of no item and no table */
} Recogniser;

#define IN(kind) (1u << SEEN_##kind)

static const Recogniser recognisers[] = {
    { see_markup, .kinds = IN(LESS) },
    { see_masthead, .kinds = IN(SLASH) },
    { see_host, .blanks_below = 1 },
    { see_file_name, .blanks_below = 1 },
    { see_date, .bytes = 120, .kinds = IN(DIGIT) },
    { see_name, .bytes = 160, .prose = TRUE,
      .kinds = IN(UPPER) | IN(LOWER) | IN(LETTER) },
    { see_address, .blanks_below = 2, .kinds = IN(DOT) | IN(COLON) },
    { see_label, .bytes = 2000, .prose = TRUE,
      .kinds = IN(UPPER) | IN(LOWER) | IN(LETTER) },
    { see_attribution, .columns = 120, .kinds = IN(DASH) | IN(BEYOND) },
    { see_quoted, .columns = 120, .kinds = IN(AT) | IN(LESS) },
    { see_note_mark, .kinds = IN(BRACKET) },
    { see_agency, .kinds = IN(UPPER) },
    { see_credit, .columns = 399 },
};

static gboolean
is_asked(const Recogniser *asked, const TxtUnit *unit,
         const TxtGlance *glance, guint kinds)
{
    return (asked->bytes == 0 || unit->len <= asked->bytes) &&
           (asked->columns == 0 || glance->columns <= asked->columns) &&
           (asked->blanks_below == 0 ||
            glance->of[SEEN_BLANK] < asked->blanks_below) &&
           (asked->kinds == 0 || (kinds & asked->kinds) != 0) &&
           (!asked->prose || unit->shape == SHAPE_PROSE);
}

void
txt_see_words(const TxtUnit *unit, const TxtGlance *glance, TxtEvidence *e)
{
    guint kinds = 0;

    for (guint kind = 0; kind < N_SEEN; kind++)
        kinds |= (glance->of[kind] > 0 ? 1u : 0u) << kind;
    for (guint i = 0; i < G_N_ELEMENTS(recognisers); i++)
        if (is_asked(&recognisers[i], unit, glance, kinds))
            recognisers[i].see(unit, e);
}
