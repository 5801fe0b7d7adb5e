/* SPDX-License-Identifier: MIT */
/* What the words of a unit say, as the recognisers know them: dates, names,
 * addresses, labels, tags, credits. */
#include "read/txt_see.h"

#include <string.h>

#include "read/date.h"
#include "read/header.h"
#include "read/inline.h"
#include "read/name.h"

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

static void
see_label(const TxtUnit *unit, TxtEvidence *e)
{
    gsize label, value;

    if (unit->len > 2000 || unit->shape != SHAPE_PROSE)
        return;
    if (!txt_label_value(unit->text, unit->len, &label, &value)) {
        HeaderMeaning meaning = header_meaning(unit->text, unit->len);
        if (meaning == HEADER_BODY || meaning == HEADER_CAPTION)
            e->of[EV_FIELD_SELF] = unit->len < 20 &&
                !txt_ends_sentence(unit->text, unit->len) ? 80 : 0;
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

static void
see_parts(const TxtUnit *unit, guint columns, TxtEvidence *e)
{
    TxtCredit credit;
    gsize a, b, c;

    if (columns <= 120 && (is_attribution(unit->text) ||
                           names_quoted(unit->text, unit->len)))
        e->of[EV_ATTRIBUTION] = 100;
    if (txt_note_mark(unit->text, unit->len, &a, &b, &c))
        e->of[EV_NOTE_MARK] = 100;
    if (txt_agency(unit->text, unit->len))
        e->of[EV_AGENCY] = 100;
    else if (columns < 400 && txt_credit(unit->text, unit->len, &credit))
        e->of[EV_CREDIT] = 90;
}

void
txt_see_words(const TxtUnit *unit, guint columns, TxtEvidence *e)
{
    see_markup(unit, e);
    if (unit->text[0] == '/' && unit->text[unit->len - 1] == '/')
        e->of[EV_MASTHEAD] = 100;
    if (is_host(unit->text))
        e->of[EV_JUNK] = MAX(e->of[EV_JUNK], 70);
    if (is_file_name(unit->text))
        e->of[EV_PROVENANCE] = 100;
    see_date(unit, e);
    see_name(unit, e);
    see_address(unit, e);
    see_label(unit, e);
    see_parts(unit, columns, e);
}
