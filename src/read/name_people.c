/* SPDX-License-Identifier: MIT */
/* Which parts of a byline are names, and which say what the people are. */
#include "read/name_people.h"

#include <string.h>

#include "base/utf8.h"
#include "read/name.h"
#include "read/name_shape.h"

#define LOOSE_BYTES 50          /* of a pen name after "Author:" */
#define ASIDE_PARTS 6           /* words of what may follow a name */

static char *
squeeze(const char *str, gsize len)
{
    GString *out = g_string_sized_new(len);

    for (const char *p = str; p < str + len; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);

        if (!utf8_is_blank(c) && c != '\n')
            g_string_append_unichar(out, c);
        else if (out->len > 0 && out->str[out->len - 1] != ' ')
            g_string_append_c(out, ' ');
    }
    return g_string_free(out, FALSE);
}

static void
add(People *people, const char *str, gsize len)
{
    g_autofree char *name = squeeze(str, len);

    for (guint i = 0; i < people->names->len; i++)
        if (strcmp(people->names->pdata[i], name) == 0)
            return;
    people->best = MAX(people->best, name_person_score(str, len));
    g_ptr_array_add(people->names, g_steal_pointer(&name));
}

gboolean
people_role(People *people, const char *str, gsize len)
{
    name_trim(&str, &len);
    if (!name_is_role(str, len))
        return FALSE;
    if (people->role == NULL)
        people->role = squeeze(str, len);
    return TRUE;
}

/* "Jason Burke in Jerusalem", "Staff writer Jane Doe", "Jane Doe (The
 * Daily)": the name alone, where some of the words are one. */
static gboolean
add_within(People *people, const NamePart *parts, guint n)
{
    const char *end = parts[n - 1].str + parts[n - 1].len;
    guint first = 0;

    while (first < n && parts[first].bits & (NAME_ROLE | NAME_GROUP))
        first++;
    for (guint i = first + 1; i <= n; i++) {
        gboolean over = i == n || parts[i].str[0] == '('
            || (parts[i].shape == SHAPE_SMALL
                && parts[i].bits & (NAME_PLACE | NAME_ROLE));
        const char *str = parts[first].str;

        if (!over)
            continue;
        gsize len = (gsize) (parts[i - 1].str + parts[i - 1].len - str);
        if (!name_is_person(str, len))
            continue;
        add(people, str, len);
        if (i < n && parts[i].bits & NAME_ROLE)
            people_role(people, parts[i].str, (gsize) (end - parts[i].str));
        if (first > 0)
            people_role(people, parts[0].str,
                        (gsize) (parts[first - 1].str
                                 + parts[first - 1].len - parts[0].str));
        return TRUE;
    }
    return FALSE;
}

/* "CNN staff", "The Associated Press": signs where nobody else does. */
static gboolean
is_group(const NamePart *parts, guint n)
{
    gboolean group = FALSE;

    for (guint i = 0; i < n; i++) {
        gboolean the = i == 0 && parts[i].bits & NAME_STOP
                       && parts[i].len == 3;

        group |= (parts[i].bits & NAME_GROUP) != 0;
        if (parts[i].shape == SHAPE_OTHER
            || (!the && parts[i].bits & NAME_STOP
                && !(parts[i].bits & NAME_GROUP))
            || (i == 0 && parts[i].shape == SHAPE_SMALL && !the
                && !(parts[i].bits & NAME_GROUP)))
            return FALSE;
    }
    return group && n <= ASIDE_PARTS;
}

/* What stands after "Author:" is meant as a name, if it can be one. */
static gboolean
is_loose_name(const NamePart *parts, guint n, gsize len)
{
    for (guint i = 0; i < n; i++)
        if (parts[i].shape == SHAPE_OTHER
            || parts[i].bits & (NAME_STOP | NAME_ROLE))
            return FALSE;
    return n <= 4 && len <= LOOSE_BYTES;
}

/* One item of the list; FALSE if the list cannot be one of names. */
static gboolean
read_item(People *people, const char *str, gsize len, gboolean comma)
{
    NamePart parts[NAME_PARTS];
    gboolean first = people->names->len == 0;
    guint n;

    name_trim(&str, &len);
    if (len == 0)
        return !first;
    if (name_is_person(str, len)) {
        add(people, str, len);
        return TRUE;
    }
    if (str[len - 1] == '.' && people->lead != LEAD_NONE
        && name_is_person(str, len - 1)) {
        add(people, str, len - 1);
        return TRUE;
    }
    n = name_parts(str, len, parts);
    if (n > 0 && add_within(people, parts, n))
        return TRUE;
    if (!first) {
        if (people_role(people, str, len))
            return TRUE;
        if (people->lead == LEAD_NONE)
            return FALSE;
        return (people->lead == LEAD_LABEL && people->best > 0)
               || (n > 0 && n <= ASIDE_PARTS
                   && (comma || is_group(parts, n)));
    }
    if (n == 0 || people->lead == LEAD_NONE)
        return FALSE;
    if (is_group(parts, n)
        || (people->lead == LEAD_LABEL && is_loose_name(parts, n, len))) {
        add(people, str, len);
        return TRUE;
    }
    return FALSE;
}

/* Bytes of a blank and a word for "and" at p, or 0. */
static gsize
and_length(const char *p, const char *end)
{
    const char *word = p + 1;

    if (p == end || *p != ' ')
        return 0;
    while (word < end && *word != ' ')
        word++;
    if (word == end || !(name_word(p + 1, (gsize) (word - p - 1)) & NAME_AND))
        return 0;
    return (gsize) (word - p);
}

/* Whether the list is parted at p: bytes of the mark or word, or 0.
 * *comma: something other than a name may follow. */
static gsize
divider(const char *p, const char *start, const char *end, gboolean *comma)
{
    static const char *const marks[] = {
        ",", ";", "&", "\xe3\x80\x81", "\xef\xbc\x8c", NULL
    };

    for (int i = 0; marks[i] != NULL; i++) {
        gsize n = strlen(marks[i]);

        *comma = i != 2;
        if ((gsize) (end - p) >= n && memcmp(p, marks[i], n) == 0)
            return n + and_length(p + n, end);
    }
    *comma = FALSE;
    return p > start ? and_length(p, end) : 0;
}

/* "Doe, Jane; Roe, John": turned round if that makes a name. */
static gboolean
add_inverted(People *people, const char *str, gsize len)
{
    const char *mark = memchr(str, ',', len);
    g_autofree char *turned = NULL;

    if (mark == NULL)
        return FALSE;
    const char *given = mark + 1, *family = str;
    gsize given_len = (gsize) (str + len - given);
    gsize family_len = (gsize) (mark - str);
    name_trim(&given, &given_len);
    name_trim(&family, &family_len);
    if (memchr(given, ',', given_len) != NULL
        || (memchr(given, ' ', given_len) != NULL
            && memchr(family, ' ', family_len) != NULL))
        return FALSE;
    turned = g_strdup_printf("%.*s %.*s", (int) given_len, given,
                             (int) family_len, family);
    if (!name_is_person(turned, strlen(turned)))
        return FALSE;
    add(people, turned, strlen(turned));
    return TRUE;
}

/* Bytes after a comma up to the next mark if they are a suffix: the comma
 * of "Doe, Jr." parts nothing. */
static gsize
suffix_length(const char *rest, const char *end)
{
    const char *word = rest;
    gsize len = 0, n;

    while (rest + len < end && strchr(",;&", rest[len]) == NULL)
        len++;
    n = len;
    name_trim(&word, &n);
    n -= n > 1 && word[n - 1] == '.';
    return n > 0 && name_word(word, n) & NAME_SUFFIX ? len : 0;
}

static gboolean
read_list(People *people, const char *str, gsize len)
{
    const char *end = str + len, *p = str;
    gboolean comma = FALSE, next_comma;

    while (p < end) {
        gsize n = divider(p, str, end, &next_comma);
        gsize suffix = *p == ',' && p > str ? suffix_length(p + n, end) : 0;

        if (n == 0) {
            p = g_utf8_next_char(p);
        } else if (suffix > 0) {
            p += n + suffix;
        } else {
            if (!read_item(people, str, (gsize) (p - str), comma))
                return FALSE;
            comma = next_comma;
            str = p += n;
        }
    }
    return read_item(people, str, (gsize) (end - str), comma);
}

gboolean
people_read(People *people, const char *str, gsize len)
{
    const char *end = str + len;

    if (memchr(str, ';', len) == NULL)
        return read_list(people, str, len);
    while (str < end) {
        const char *mark = memchr(str, ';', (gsize) (end - str));
        const char *stop = mark != NULL ? mark : end;
        gsize item = (gsize) (stop - str);

        if (!add_inverted(people, str, item)
            && !read_list(people, str, item))
            return FALSE;
        str = stop + (mark != NULL);
    }
    return people->names->len > 0;
}
