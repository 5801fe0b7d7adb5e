/* SPDX-License-Identifier: MIT */
/* Makes metadata of what was labelled title, byline, date and the like,
 * and of the fields of a mail header or an archive's labels. */
#include "read/txt_head.h"

#include <string.h>

#include "base/diag.h"
#include "read/name.h"
#include "read/txt_see.h"

static void
take_header(Head *head)
{
    const Txt *txt = head->writer->txt;

    for (guint i = 0; i < txt->header->fields->len; i++) {
        const HeaderField *field = txt->header->fields->pdata[i];
        g_autofree char *line = g_strconcat(field->name, ": ", field->value,
                                            NULL);
        gboolean taken = head_take_field(head, field->meaning,
                                         field->value,
                                         strlen(field->value),
                                         field->line);

        diag_say(txt->diag, taken ? DIAG_FIELD : DIAG_TRANSPORT,
                 txt->source->name, field->line, 1, line);
    }
}

/* Meanings that are of the machinery, not of the article. */
static gboolean
is_machinery(HeaderMeaning meaning)
{
    return meaning == HEADER_LENGTH || meaning == HEADER_LOAD_DATE ||
           meaning == HEADER_COPYRIGHT || meaning == HEADER_LANGUAGE ||
           meaning == HEADER_TRANSPORT || meaning == HEADER_OTHER ||
           meaning == HEADER_BODY;
}

/* A label whose value cannot be used stays with it in the text, unless it
 * is the machinery's. */
static gboolean
take_label(Head *head, const TxtUnit *unit)
{
    gsize label = unit->len, value = unit->len;
    HeaderMeaning meaning;

    txt_label_value(unit->text, unit->len, &label, &value);
    meaning = header_meaning(unit->text, label);
    if (value < unit->len &&
        head_take_field(head, meaning, unit->text + value,
                        unit->len - value, unit->line)) {
        txt_say_unit(head->writer, DIAG_FIELD, unit);
        return TRUE;
    }
    if (head->writer->txt->options->keep_all ||
        (value < unit->len && !is_machinery(meaning)))
        return FALSE;
    txt_say_unit(head->writer, is_machinery(meaning) ||
                 meaning == HEADER_CAPTION ? DIAG_TRANSPORT : DIAG_FIELD,
                 unit);
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

    head_take_authors(head, unit->text, unit->len);
    if (head->authors->len == before)
        return FALSE;
    return say_unless_whole(head, unit, head->authors->pdata[before]);
}

static gboolean
take_date_line(Head *head, const TxtUnit *unit)
{
    gboolean had = head->writer->meta->date != NULL;

    head_take_date(head, unit->text, unit->len, unit->line);
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
    return head_take_plain(head, &head->writer->meta->title, str, len);
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
        return head_take_plain(head, &meta->subtitle, unit->text, unit->len);
    case LABEL_KICKER:
        return head_take_plain(head, &meta->kicker, unit->text, unit->len);
    case LABEL_PUBLISHER:
        return head_take_plain(head, &meta->publisher, unit->text, unit->len);
    case LABEL_AUTHOR:
        return take_byline(head, unit);
    case LABEL_DATE:
        return take_date_line(head, unit);
    case LABEL_SOURCE:
        if (meta->source_url)
            return FALSE;
        head_take_url(head, unit->text, unit->len);
        return TRUE;
    case LABEL_TAG:
        head_take_tags(head, unit->text, unit->len);
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
            head_add_string(head, head->authors, name);
        if (txt_label(txt->labels, i - 1) != LABEL_PARA)
            continue;
        tail = name_tail(unit->text, unit->len);
        if (tail > 0)
            head_add_string(head, head->authors, unit->text + tail);
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
            head_take_date(head, unit->text, unit->len, unit->line);
            break;
        case LABEL_PARA:
            return;
        }
    }
}

/* What a label says goes before what was found without one. */
static void
take_units(Head *head, gboolean labelled)
{
    const Txt *txt = head->writer->txt;

    for (guint i = 0; i < txt->units->len; i++)
        if ((txt_label(txt->labels, i) == LABEL_FIELD) == labelled)
            head->writer->taken[i] = take_unit(
                head, txt_label(txt->labels, i), txt_unit(txt->units, i));
}

/* The first paragraph may say where it was written; it keeps its words. */
static void
take_dateline(Head *head)
{
    const Txt *txt = head->writer->txt;

    for (guint i = 0; i < txt->units->len; i++) {
        const TxtUnit *unit = txt_unit(txt->units, i);
        gsize city;

        if (txt_label(txt->labels, i) != LABEL_PARA)
            continue;
        if (txt_dateline(unit->text, unit->len, &city) > 0)
            head_take_plain(head, &head->writer->meta->dateline, unit->text,
                            city);
        return;
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

    head_settle_order(&head);
    if (txt->header)
        take_header(&head);
    take_units(&head, TRUE);
    take_units(&head, FALSE);
    take_dateline(&head);
    take_date_in_passing(&head);
    take_author_from_end(&head);
    writer->meta->authors = as_strv(&head, authors);
    writer->meta->tags = as_strv(&head, tags);
    writer->meta->language = arena_strdup(build_arena(writer->build),
                                          writer->language);
    take_given(writer);
}
