/* SPDX-License-Identifier: MIT */
/* Who wrote the article, from a line that says so. */
#include "read/name.h"

#include <string.h>

#include "base/utf8.h"
#include "read/date.h"
#include "read/name_lead.h"
#include "read/name_people.h"
#include "read/name_shape.h"

#define BYLINE_BYTES 300

void
name_byline_clear(NameByline *info)
{
    g_clear_pointer(&info->role, g_free);
    g_clear_pointer(&info->email, g_free);
}

/* Blanks out the address around the "@" at byte at, with its brackets;
 * keeps it in info if it is one. */
static void
take_address(GString *line, gsize at, NameByline *info)
{
    gsize start = at, end = at + 1;

    while (start > 0 && strchr(" <([|,;:", line->str[start - 1]) == NULL)
        start--;
    while (end < line->len && strchr(" >)]|,;", line->str[end]) == NULL)
        end++;
    if (start < at && end > at + 1 && info->email == NULL)
        info->email = g_strndup(line->str + start, end - start);
    memset(line->str + start, ' ', end - start);
}

/* Removes addresses, and what else stands in <>, and empty brackets. */
static void
take_addresses(GString *line, NameByline *info)
{
    char *at, *open, *close;

    while ((at = strchr(line->str, '@')) != NULL)
        take_address(line, (gsize) (at - line->str), info);
    while ((open = strchr(line->str, '<')) != NULL
           && (close = strchr(open, '>')) != NULL)
        memset(open, ' ', (gsize) (close + 1 - open));
    for (open = line->str; (open = strpbrk(open, "([")) != NULL; open++) {
        close = open + 1 + strspn(open + 1, " ");
        if (*close == ')' || *close == ']')
            *open = *close = ' ';
    }
}

/* Without the marks around the whole of it: "* by X *", "(by X)". */
static void
undress(const char **str, gsize *len)
{
    static const char marks[] = "*_-~#|>= ";

    name_trim(str, len);
    while (*len > 0 && strchr(marks, **str) != NULL) {
        (*str)++;
        (*len)--;
    }
    while (*len > 0 && strchr(marks, (*str)[*len - 1]) != NULL)
        (*len)--;
    if (*len > 2 && ((**str == '(' && (*str)[*len - 1] == ')')
                     || (**str == '[' && (*str)[*len - 1] == ']'))
        && memchr(*str, **str == '(' ? ')' : ']', *len - 1) == NULL) {
        (*str)++;
        *len -= 2;
    }
    name_trim(str, len);
}

/* Where the next segment ends: at a bar, a bullet or a dash between
 * blanks, a slash before someone else's work; *skip: bytes of that. */
static gsize
segment_length(const char *str, gsize len, gsize *skip)
{
    static const char *const bars[] = {
        "|", "\t", "\xe2\x80\xa2", " \xc2\xb7 ", " - ", " -- ",
        " \xe2\x80\x93 ", " \xe2\x80\x94 ", " / ", "\xe3\x80\x80\xe3\x80\x80",
        NULL
    };

    for (gsize i = 0; i < len; i++) {
        for (int k = 0; bars[k] != NULL; k++) {
            if (bars[k][0] != str[i])
                continue;
            *skip = strlen(bars[k]);
            if (len - i >= *skip && memcmp(str + i, bars[k], *skip) == 0)
                return i;
        }
        if (str[i] == '/' && i > 0) {
            const char *rest = str + i + 1;
            gsize rest_len = len - i - 1;

            *skip = 1;
            if (name_lead(&rest, &rest_len) == LEAD_HELPER)
                return i;
        }
    }
    *skip = 0;
    return len;
}

/* Cuts a date off the start of the segment, or off its end with the word
 * before it. */
static gboolean
cut_date(const char **segment, gsize *len)
{
    const char *str = *segment;
    DateFound date;
    gsize start;

    if (!date_find(str, *len, &date))
        return FALSE;
    if (date.start == 0) {
        *segment += date.end;
        *len -= date.end;
        undress(segment, len);
        return TRUE;
    }
    if (date.end + 2 < *len)
        return FALSE;
    start = date.start;
    while (start > 0 && strchr(" ,(:", str[start - 1]) != NULL)
        start--;
    if (start > 3 && g_ascii_strncasecmp(str + start - 3, " on", 3) == 0)
        start -= 3;
    while (start > 0 && strchr(" ,(:", str[start - 1]) != NULL)
        start--;
    *len = start;
    return TRUE;
}

typedef struct {
    People people;
    gboolean lead, dated;
} Reading;

static gboolean
has_letters(const char *str, gsize len)
{
    for (const char *p = str; p < str + len; p = g_utf8_next_char(p))
        if (g_unichar_isalpha(g_utf8_get_char(p)))
            return TRUE;
    return FALSE;
}

/* FALSE if the segment has no place in a byline. */
static gboolean
read_segment(Reading *reading, const char *str, gsize len)
{
    DateFound date;
    NameLead lead;

    undress(&str, &len);
    if (date_is_whole(str, len, &date)) {
        reading->dated = TRUE;
        return TRUE;
    }
    if (!has_letters(str, len))
        return TRUE;
    reading->dated |= cut_date(&str, &len);
    lead = name_lead(&str, &len);
    if (lead == LEAD_HELPER)
        return TRUE;
    if (lead == LEAD_NONE && reading->people.names->len > 0)
        return len == 0 || people_role(&reading->people, str, len)
               || reading->lead;
    reading->lead |= lead != LEAD_NONE;
    reading->people.lead = lead;
    return people_read(&reading->people, str, len);
}

static gboolean
read_line(Reading *reading, const char *str, gsize len)
{
    gsize skip, n;

    for (; len > 0; str += n + skip, len -= n + skip) {
        n = segment_length(str, len, &skip);
        if (!read_segment(reading, str, n))
            return FALSE;
    }
    return reading->people.names->len > 0;
}

/* Without a word like "By" something else must tell. */
static gboolean
is_told(const Reading *reading, const NameByline *info)
{
    if (reading->lead || info->email != NULL)
        return TRUE;
    if (reading->people.role != NULL)
        return TRUE;
    return reading->dated && reading->people.best > 50;
}

typedef struct {
    gboolean digit, mark, beyond_ascii;
} Glance;

static Glance
glance(const char *str, gsize len)
{
    Glance seen = { FALSE, FALSE, FALSE };

    for (gsize i = 0; i < len; i++) {
        seen.digit |= g_ascii_isdigit(str[i]);
        seen.beyond_ascii |= (guchar) str[i] >= 0x80;
        seen.mark |= str[i] == '<' || str[i] == ',' || str[i] == '|'
                     || str[i] == '-' || str[i] == '/' || str[i] == '('
                     || str[i] == '\t';
    }
    return seen;
}

/* Most lines are prose, and need not be looked at any closer: a byline
 * begins with its lead, or with a name beside something else, and is no
 * sentence. */
static gboolean
may_be_byline(const char *str, gsize len)
{
    gsize first = 0;
    Glance seen;

    undress(&str, &len);
    if (len == 0)
        return FALSE;
    if (memchr(str, '@', len) != NULL)
        return TRUE;
    if (name_lead(&str, &len) != LEAD_NONE)
        return TRUE;
    if (g_unichar_islower(g_utf8_get_char(str))
        || strchr(".?!:;", str[len - 1]) != NULL)
        return FALSE;
    seen = glance(str, len);
    if (seen.digit)
        return TRUE;
    while (first < len && str[first] != ' ')
        first++;
    if ((name_word(str, first) & (NAME_STOP | NAME_ROLE | NAME_GROUP))
        == NAME_STOP)
        return FALSE;
    return seen.beyond_ascii || seen.mark;
}

GPtrArray *
name_byline(const char *str, gsize len, NameByline *info)
{
    NameByline none = { 0 };
    Reading reading = { 0 };
    gboolean told;

    if (info != NULL)
        *info = none;
    if (len == 0 || len > BYLINE_BYTES || !may_be_byline(str, len))
        return NULL;
    g_autoptr(GString) line = g_string_new_len(str, (gssize) len);
    take_addresses(line, &none);
    str = line->str;
    len = line->len;
    undress(&str, &len);
    reading.people.names = g_ptr_array_new_with_free_func(g_free);
    told = read_line(&reading, str, len) && is_told(&reading, &none);
    if (told && info != NULL) {
        info->word = reading.lead;
        info->role = g_steal_pointer(&reading.people.role);
        info->email = g_steal_pointer(&none.email);
    }
    g_free(reading.people.role);
    name_byline_clear(&none);
    if (told)
        return reading.people.names;
    g_ptr_array_unref(reading.people.names);
    return NULL;
}
