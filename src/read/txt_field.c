/* SPDX-License-Identifier: MIT */
/* Makes metadata of values whose meaning is known. */
#include "read/txt_head.h"

#include <string.h>

#include "base/diag.h"
#include "read/date.h"
#include "read/name.h"
#include "read/txt_see.h"

void
head_add_string(Head *head, GPtrArray *array, const char *str)
{
    char *kept;

    for (guint i = 0; i < array->len; i++)
        if (g_ascii_strcasecmp(array->pdata[i], str) == 0)
            return;
    kept = arena_strdup(build_arena(head->writer->build), str);
    g_ptr_array_add(array, kept);
}

void
head_settle_order(Head *head)
{
    const Source *source = head->writer->txt->source;

    head->day_first = date_prefers_day_first(source->text, source->len,
                                             &head->day_first_known);
    if (!head->day_first_known &&
        date_language_day_first(head->writer->language))
        head->day_first = head->day_first_known = TRUE;
}

void
head_take_date(Head *head, const char *str, gsize len, guint line)
{
    A2bMeta *meta = head->writer->meta;
    const Txt *txt = head->writer->txt;
    g_autofree char *iso = NULL, *written = NULL;
    DateFound date;

    if (meta->date != NULL || !date_find(str, len, &date))
        return;
    written = g_strndup(str + date.start, date.end - date.start);
    if (date.reading == DATE_DAY_OR_MONTH_FIRST) {
        if (!head->day_first_known) {
            diag_say(txt->diag, DIAG_DATE_AMBIGUOUS, txt->source->name, line,
                     0, written);
            return;
        }
        date_settle(&date, head->day_first);
    }
    iso = date_iso(&date);
    meta->date = arena_strdup(build_arena(head->writer->build), iso);
    meta->date_as_written = arena_strdup(build_arena(head->writer->build),
                                         written);
}

/* The name that is all of a line, or of a byline of one word. */
static void
take_lone_name(Head *head, const char *str, gsize len)
{
    g_autofree char *name = NULL;
    gboolean by = len > 3 && !g_ascii_strncasecmp(str, "by ", 3);

    if (by) {
        str += 3;
        len -= 3;
    } else if (txt_name_with_job(str, len) > 0)
        len = txt_name_with_job(str, len);
    if (by ? memchr(str, ' ', len) != NULL : !name_is_person(str, len))
        return;
    name = g_strndup(str, len);
    head_add_string(head, head->authors, name);
}

void
head_take_authors(Head *head, const char *str, gsize len)
{
    NameByline info = { 0 };
    g_autoptr(GPtrArray) names = name_byline(str, len, &info);

    for (guint i = 0; names && i < names->len; i++)
        head_add_string(head, head->authors,
                        txt_write_plain(head->writer, names->pdata[i],
                                        strlen(names->pdata[i])));
    if (names == NULL || names->len == 0)
        take_lone_name(head, str, len);
    if (info.role && g_str_has_prefix(info.role, "The "))
        head_take_plain(head, &head->writer->meta->publisher, info.role,
                        strlen(info.role));
    name_byline_clear(&info);
}

/* The value of "Byline:", which may go on with the title or a job. */
static void
take_labelled_authors(Head *head, const char *str, gsize len)
{
    guint before = head->authors->len;
    const char *comma = memchr(str, ',', len);

    for (gsize part = len; part > 0 && head->authors->len == before;
         part = part == len && comma ? comma - str : 0) {
        g_autofree char *line = g_strdup_printf("By %.*s", (int) part, str);
        head_take_authors(head, line, strlen(line));
    }
}

static void
take_address(Head *head, const char *from)
{
    g_autofree char *name = name_from_address(from);

    if (name)
        head_add_string(head, head->authors, name);
}

void
head_take_tags(Head *head, const char *str, gsize len)
{
    g_autofree char *all = g_strndup(str, len);
    g_auto(GStrv) tags = g_strsplit_set(all, ",;", 40);

    for (guint i = 0; tags[i]; i++) {
        g_strstrip(tags[i]);
        if (*tags[i])
            head_add_string(head, head->tags, tags[i]);
    }
}

void
head_take_url(Head *head, const char *str, gsize len)
{
    while (len > 0 && strchr("<( ", *str)) {
        str++;
        len--;
    }
    while (len > 0 && strchr(">) ", str[len - 1]))
        len--;
    if (head->writer->meta->source_url == NULL && len > 0)
        head->writer->meta->source_url =
            arena_strndup(build_arena(head->writer->build), str, len);
}

gboolean
head_take_plain(Head *head, const char **field, const char *str, gsize len)
{
    if (*field != NULL)
        return FALSE;
    *field = txt_write_plain(head->writer, str, len);
    return TRUE;
}

gboolean
head_take_field(Head *head, HeaderMeaning meaning, const char *str, gsize len,
           guint line)
{
    A2bMeta *meta = head->writer->meta;

    switch (meaning) {
    case HEADER_TITLE:
        return head_take_plain(head, &meta->title, str, len);
    case HEADER_SUBTITLE:
        return head_take_plain(head, &meta->subtitle, str, len);
    case HEADER_AUTHOR:
        if (memchr(str, '@', len)) {
            g_autofree char *from = g_strndup(str, len);
            take_address(head, from);
        } else
            take_labelled_authors(head, str, len);
        return TRUE;
    case HEADER_DATE:
        head_take_date(head, str, len, line);
        return TRUE;
    case HEADER_PUBLISHER:
        return head_take_plain(head, &meta->publisher, str, len);
    case HEADER_SECTION:
        return head_take_plain(head, &meta->kicker, str, len);
    case HEADER_SUMMARY:
        return head_take_plain(head, &meta->summary, str, len);
    case HEADER_TAGS:
        head_take_tags(head, str, len);
        return TRUE;
    case HEADER_URL:
        head_take_url(head, str, len);
        return TRUE;
    case HEADER_DATELINE:
        return head_take_plain(head, &meta->dateline, str, len);
    case HEADER_CAPTION: case HEADER_LANGUAGE: case HEADER_COPYRIGHT:
    case HEADER_LENGTH: case HEADER_LOAD_DATE: case HEADER_BODY:
    case HEADER_TRANSPORT: case HEADER_OTHER: case HEADER_UNKNOWN:
        return FALSE;
    }
    return FALSE;
}
