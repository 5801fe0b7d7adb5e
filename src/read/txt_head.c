/* SPDX-License-Identifier: MIT */
/* Makes metadata of what was labelled title, byline, date and the like,
 * and of the fields of a mail header or an archive's labels. */
#include <string.h>

#include "base/diag.h"
#include "read/date.h"
#include "read/name.h"
#include "read/txt_see.h"
#include "read/txt_write.h"

enum { TITLE_START = 12 };  /* bytes that make a title known again */

typedef struct {
    TxtWriter *writer;
    GPtrArray *authors, *tags;      /* of strings of the article */
    gboolean day_first, day_first_known;
} Head;

static void
add_string(Head *head, GPtrArray *array, const char *str)
{
    char *kept;

    for (guint i = 0; i < array->len; i++)
        if (g_ascii_strcasecmp(array->pdata[i], str) == 0)
            return;
    kept = arena_strdup(build_arena(head->writer->build), str);
    g_ptr_array_add(array, kept);
}

/* What the text's other dates say, and if they say nothing, its language. */
static void
settle_order(Head *head)
{
    const Source *source = head->writer->txt->source;

    head->day_first = date_prefers_day_first(source->text, source->len,
                                             &head->day_first_known);
    if (!head->day_first_known &&
        date_language_day_first(head->writer->language))
        head->day_first = head->day_first_known = TRUE;
}

static void
take_date(Head *head, const char *str, gsize len, guint line)
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

static void
take_authors(Head *head, const char *str, gsize len)
{
    NameByline info = { 0 };
    g_autoptr(GPtrArray) names = name_byline(str, len, &info);

    for (guint i = 0; names && i < names->len; i++)
        add_string(head, head->authors,
                   txt_write_plain(head->writer, names->pdata[i],
                                   strlen(names->pdata[i])));
    if ((names == NULL || names->len == 0) && name_is_person(str, len)) {
        g_autofree char *name = g_strndup(str, len);
        add_string(head, head->authors, name);
    }
    name_byline_clear(&info);
}

/* The value of "Byline:", which may go on with the title. */
static void
take_labelled_authors(Head *head, const char *str, gsize len)
{
    const char *title = head->writer->meta->title;
    g_autofree char *line = NULL;
    const char *comma = memchr(str, ',', len);

    for (const char *p = comma; title && p; p = memchr(p + 1, ',',
                                                        str + len - p - 1))
        if (p + TITLE_START + 2 < str + len &&
            !g_ascii_strncasecmp(title, p + 2, TITLE_START)) {
            len = p - str;
            break;
        }
    line = g_strdup_printf("By %.*s", (int) len, str);
    take_authors(head, line, strlen(line));
}

static void
take_address(Head *head, const char *from)
{
    g_autofree char *name = name_from_address(from);

    if (name)
        add_string(head, head->authors, name);
}

static void
take_tags(Head *head, const char *str, gsize len)
{
    g_autofree char *all = g_strndup(str, len);
    g_auto(GStrv) tags = g_strsplit_set(all, ",;", 40);

    for (guint i = 0; tags[i]; i++) {
        g_strstrip(tags[i]);
        if (*tags[i])
            add_string(head, head->tags, tags[i]);
    }
}

static void
take_url(Head *head, const char *str, gsize len)
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

/* FALSE if the field has its value already. */
static gboolean
take_plain(Head *head, const char **field, const char *str, gsize len)
{
    if (*field != NULL)
        return FALSE;
    *field = txt_write_plain(head->writer, str, len);
    return TRUE;
}

/* What a field of a known meaning gives; FALSE if nothing is made of it. */
static gboolean
take_field(Head *head, HeaderMeaning meaning, const char *str, gsize len,
           guint line)
{
    A2bMeta *meta = head->writer->meta;

    switch (meaning) {
    case HEADER_TITLE:
        return take_plain(head, &meta->title, str, len);
    case HEADER_SUBTITLE:
        return take_plain(head, &meta->subtitle, str, len);
    case HEADER_AUTHOR:
        if (memchr(str, '@', len)) {
            g_autofree char *from = g_strndup(str, len);
            take_address(head, from);
        } else
            take_labelled_authors(head, str, len);
        return TRUE;
    case HEADER_DATE:
        take_date(head, str, len, line);
        return TRUE;
    case HEADER_PUBLISHER:
        return take_plain(head, &meta->publisher, str, len);
    case HEADER_SECTION:
        return take_plain(head, &meta->kicker, str, len);
    case HEADER_SUMMARY:
        return take_plain(head, &meta->summary, str, len);
    case HEADER_TAGS:
        take_tags(head, str, len);
        return TRUE;
    case HEADER_URL:
        take_url(head, str, len);
        return TRUE;
    case HEADER_DATELINE:
        return take_plain(head, &meta->dateline, str, len);
    case HEADER_CAPTION: case HEADER_LANGUAGE: case HEADER_COPYRIGHT:
    case HEADER_LENGTH: case HEADER_LOAD_DATE: case HEADER_BODY:
    case HEADER_TRANSPORT: case HEADER_OTHER: case HEADER_UNKNOWN:
        return FALSE;
    }
    return FALSE;
}

static void
take_header(Head *head)
{
    const Txt *txt = head->writer->txt;

    for (guint i = 0; i < txt->header->fields->len; i++) {
        const HeaderField *field = txt->header->fields->pdata[i];
        g_autofree char *line = g_strconcat(field->name, ": ", field->value,
                                            NULL);
        gboolean taken = take_field(head, field->meaning, field->value,
                                    strlen(field->value), field->line + 1);

        diag_say(txt->diag, taken ? DIAG_FIELD : DIAG_TRANSPORT,
                 txt->source->name, field->line + 1, 1, line);
    }
}

/* A caption's label stays with its caption, a whole line of unknown use
 * stays a line. */
static gboolean
take_label(Head *head, const TxtUnit *unit)
{
    gsize label = unit->len, value = unit->len;
    HeaderMeaning meaning;

    txt_label_value(unit->text, unit->len, &label, &value);
    meaning = header_meaning(unit->text, label);
    if (take_field(head, meaning, unit->text + value, unit->len - value,
                   unit->line) || value >= unit->len) {
        txt_say_unit(head->writer, DIAG_FIELD, unit);
        return TRUE;
    }
    if (meaning == HEADER_CAPTION || head->writer->txt->options->keep_all)
        return FALSE;
    txt_say_unit(head->writer, DIAG_TRANSPORT, unit);
    return TRUE;
}

/* Says a byline or date line whose words are not all metadata now. */
static gboolean
say_unless_whole(Head *head, const TxtUnit *unit, const char *value)
{
    if (value == NULL || strcmp(value, unit->text) != 0)
        txt_say_unit(head->writer, DIAG_FIELD, unit);
    return TRUE;
}

static gboolean
take_byline(Head *head, const TxtUnit *unit)
{
    guint before = head->authors->len;

    take_authors(head, unit->text, unit->len);
    if (head->authors->len == before)
        return FALSE;
    return say_unless_whole(head, unit, head->authors->pdata[before]);
}

static gboolean
take_date_line(Head *head, const TxtUnit *unit)
{
    gboolean had = head->writer->meta->date != NULL;

    take_date(head, unit->text, unit->len, unit->line);
    if (had || head->writer->meta->date == NULL)
        return FALSE;
    return say_unless_whole(head, unit,
                            head->writer->meta->date_as_written);
}

static gboolean
take_title(Head *head, const TxtUnit *unit)
{
    const char *str = unit->text;
    gsize len = unit->len;

    while (len > 2 && strchr("*=~-", str[0]) && str[0] == str[len - 1]) {
        str++;
        len -= 2;
    }
    return take_plain(head, &head->writer->meta->title, str, len);
}

/* Whether all that the unit says is metadata now. */
static gboolean
take_unit(Head *head, Label label, const TxtUnit *unit)
{
    A2bMeta *meta = head->writer->meta;

    switch ((int) label) {
    case LABEL_TITLE:
        return take_title(head, unit);
    case LABEL_SUBTITLE:
        return take_plain(head, &meta->subtitle, unit->text, unit->len);
    case LABEL_KICKER:
        return take_plain(head, &meta->kicker, unit->text, unit->len);
    case LABEL_PUBLISHER:
        return take_plain(head, &meta->publisher, unit->text, unit->len);
    case LABEL_AUTHOR:
        return take_byline(head, unit);
    case LABEL_DATE:
        return take_date_line(head, unit);
    case LABEL_SOURCE:
        if (meta->source_url)
            return FALSE;
        take_url(head, unit->text, unit->len);
        return TRUE;
    case LABEL_TAG:
        take_tags(head, unit->text, unit->len);
        return TRUE;
    case LABEL_FIELD:
        return take_label(head, unit);
    default:
        return FALSE;
    }
}

/* Where no byline names the author, the note about the author does, or
 * the last words of the text. */
static void
take_author_from_end(Head *head)
{
    const Txt *txt = head->writer->txt;

    for (guint i = txt->units->len; i > 0 && head->authors->len == 0; i--) {
        const TxtUnit *unit = txt_unit(txt->units, i - 1);
        g_autofree char *name = NULL;
        gsize tail;

        if (txt_label(txt->labels, i - 1) == LABEL_BIO &&
            (name = name_from_bio(unit->text, unit->len)) != NULL)
            add_string(head, head->authors, name);
        if (txt_label(txt->labels, i - 1) != LABEL_PARA)
            continue;
        tail = name_tail(unit->text, unit->len);
        if (tail > 0)
            add_string(head, head->authors, unit->text + tail);
        return;
    }
}

/* A date that stands in a line of the head with other words. */
static void
take_date_in_passing(Head *head)
{
    const Txt *txt = head->writer->txt;

    for (guint i = 0; i < txt->units->len; i++) {
        const TxtUnit *unit = txt_unit(txt->units, i);
        switch ((int) txt_label(txt->labels, i)) {
        case LABEL_KICKER: case LABEL_TITLE: case LABEL_SUBTITLE:
        case LABEL_HEADER: case LABEL_PUBLISHER: case LABEL_AUTHOR:
            take_date(head, unit->text, unit->len, unit->line);
            break;
        case LABEL_PARA:
            return;
        }
    }
}

static const char *const *
as_strv(Head *head, GPtrArray *array)
{
    if (array->len == 0)
        return NULL;
    g_ptr_array_add(array, NULL);
    return arena_strdupv(build_arena(head->writer->build),
                         (const char *const *) array->pdata);
}

/* What the caller gave wins. */
static void
take_given(TxtWriter *writer)
{
    const A2bMeta *given = &writer->txt->options->given;
    A2bMeta *meta = writer->meta;
    Arena *arena = build_arena(writer->build);
    const struct { const char *from; const char **to; } fields[] = {
        { given->title, &meta->title },
        { given->subtitle, &meta->subtitle },
        { given->kicker, &meta->kicker },
        { given->publisher, &meta->publisher },
        { given->date, &meta->date },
        { given->source_url, &meta->source_url },
        { given->summary, &meta->summary },
        { given->dateline, &meta->dateline },
        { given->language, &meta->language },
    };

    for (guint i = 0; i < G_N_ELEMENTS(fields); i++)
        if (fields[i].from)
            *fields[i].to = arena_strdup(arena, fields[i].from);
    if (given->date)
        meta->date_as_written = arena_strdup(arena, given->date_as_written);
    if (given->authors)
        meta->authors = arena_strdupv(arena, given->authors);
    if (given->tags)
        meta->tags = arena_strdupv(arena, given->tags);
}

void
txt_write_head(TxtWriter *writer)
{
    g_autoptr(GPtrArray) authors = g_ptr_array_new();
    g_autoptr(GPtrArray) tags = g_ptr_array_new();
    Head head = { .writer = writer, .authors = authors, .tags = tags };
    const Txt *txt = writer->txt;

    settle_order(&head);
    if (txt->header)
        take_header(&head);
    for (guint i = 0; i < txt->units->len; i++)
        writer->taken[i] = take_unit(&head, txt_label(txt->labels, i),
                                     txt_unit(txt->units, i));
    take_date_in_passing(&head);
    take_author_from_end(&head);
    writer->meta->authors = as_strv(&head, authors);
    writer->meta->tags = as_strv(&head, tags);
    writer->meta->language = arena_strdup(build_arena(writer->build),
                                          writer->language);
    take_given(writer);
}
