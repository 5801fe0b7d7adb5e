/* SPDX-License-Identifier: MIT */
/* Whether a text begins with a message header, and what its fields say. */
#include "read/header.h"

#include <string.h>

#include "read/header_decode.h"
#include "read/header_names.h"
#include "read/header_scan.h"

#define PREFACE_LINES 3         /* before the fields, blank ones not counted */

static void
free_field(gpointer data)
{
    HeaderField *field = data;

    g_free(field->name);
    g_free(field->value);
    g_free(field);
}

void
header_free(HeaderBlock *block)
{
    if (block == NULL)
        return;
    g_ptr_array_unref(block->fields);
    g_free(block);
}

guint
header_n_fields(const HeaderBlock *block)
{
    return block != NULL ? block->fields->len : 0;
}

const HeaderField *
header_nth(const HeaderBlock *block, guint i)
{
    return block->fields->pdata[i];
}

const char *
header_field(const HeaderBlock *block, const char *name)
{
    for (guint i = 0; i < header_n_fields(block); i++) {
        const HeaderField *field = header_nth(block, i);

        if (g_ascii_strcasecmp(field->name, name) == 0)
            return field->value;
    }
    return NULL;
}

const char *
header_value(const HeaderBlock *block, HeaderMeaning meaning)
{
    for (guint i = 0; i < header_n_fields(block); i++) {
        const HeaderField *field = header_nth(block, i);

        if (field->meaning == meaning && *field->value != '\0')
            return field->value;
    }
    return NULL;
}

static gboolean
starts(const Scan *scan, const char *what)
{
    gsize n = strlen(what);

    return scan->line_len >= n && memcmp(scan->text + scan->pos, what, n) == 0;
}

/* What may stand before the fields: an mbox separator, the line that a
 * newsreader put before a saved article, a rule with words in it. */
static gboolean
is_preface(const Scan *scan)
{
    const char *line = scan->text + scan->pos;
    gsize len = scan->line_len;

    while (len > 0 && line[len - 1] == ' ')
        len--;
    if (starts(scan, "From "))
        return memchr(line, '@', len) != NULL
               || (len > 12 && g_ascii_isdigit(line[len - 1])
                   && g_ascii_isdigit(line[len - 4]));
    if (starts(scan, "Article "))
        return len > 9 && g_ascii_isdigit(line[8]) && line[len - 1] == ':';
    return starts(scan, "---") && len > 6 && line[len - 1] == '-';
}

static gboolean
skip_preface(Scan *scan)
{
    for (int n = 0; scan_more(scan); ) {
        if (scan_is_blank(scan)) {
            scan_next(scan);
            continue;
        }
        if (!is_preface(scan))
            return scan_name(scan) > 0;
        if (n++ == PREFACE_LINES)
            return FALSE;
        scan_next(scan);
    }
    return FALSE;
}

typedef struct {
    guint n_fields, n_known, n_mail, n_tokens;
} Tally;

static void
tally_field(Tally *tally, const HeaderField *field)
{
    gsize len = strlen(field->name);

    tally->n_fields++;
    tally->n_known += field->meaning != HEADER_UNKNOWN;
    tally->n_mail += header_is_mail(field->name, len);
    tally->n_tokens += strchr(field->name, ' ') == NULL;
}

/* Takes the name and all lines of the value. */
static HeaderField *
take_field(Scan *scan)
{
    HeaderField *field = g_new0(HeaderField, 1);
    gsize name = scan_name(scan), value = scan_value(scan, name);
    g_autoptr(GString) raw = g_string_new_len(
        scan->text + scan->pos + value,
        (gssize) (scan->line_len - value));

    field->name = g_strndup(scan->text + scan->pos, name);
    field->meaning = header_meaning(field->name, name);
    field->line = scan->line;
    scan_next(scan);
    while (scan_is_folded(scan)) {
        g_string_append_c(raw, ' ');
        g_string_append_len(raw, scan->text + scan->pos
                                 + scan_indent(scan),
                            (gssize) (scan->line_len - scan_indent(scan)));
        scan_next(scan);
    }
    field->n_lines = scan->line - field->line;
    field->value = g_strstrip(header_decode_words(raw->str, raw->len));
    return field;
}

static gboolean
is_field(const Scan *scan)
{
    gsize name = scan_name(scan);
    const char *line = scan->text + scan->pos;

    if (name == 0)
        return FALSE;
    return memchr(line, ' ', name) == NULL
           || header_meaning(line, name) != HEADER_UNKNOWN;
}

static gboolean
is_convincing(const Tally *tally, gboolean blank_behind)
{
    if (tally->n_mail == 0 || tally->n_fields < 2)
        return FALSE;
    if (tally->n_mail >= 2)
        return blank_behind || tally->n_mail >= 3;
    return blank_behind && tally->n_fields >= 3
           && tally->n_tokens == tally->n_fields
           && tally->n_known + 1 >= tally->n_fields;
}

/* Takes fields while they are wanted (NULL: any), gives what they are. */
static Tally
take_fields(HeaderBlock *block, Scan *scan,
            gboolean (*wanted)(const HeaderField *field))
{
    Tally tally = { 0 };

    while (scan_more(scan) && is_field(scan)) {
        Scan before = *scan;
        HeaderField *field = take_field(scan);

        if (wanted != NULL && !wanted(field)) {
            free_field(field);
            *scan = before;
            break;
        }
        tally_field(&tally, field);
        g_ptr_array_add(block->fields, field);
    }
    return tally;
}

static void
skip_blank(Scan *scan)
{
    while (scan_more(scan) && scan_is_blank(scan))
        scan_next(scan);
}

static gboolean
is_auxiliary(const HeaderField *field)
{
    return field->meaning == HEADER_OTHER
           || (field->meaning == HEADER_TRANSPORT
               && header_is_mail(field->name, strlen(field->name)));
}

/* Postings to the answers groups have a second, small header of their own
 * ("Archive-name:") above their text. */
static void
take_auxiliary(HeaderBlock *block, Scan *scan)
{
    Scan before = *scan;
    guint n = block->fields->len;
    Tally tally = take_fields(block, scan, is_auxiliary);

    if (tally.n_mail > 0 && scan_is_blank(scan)) {
        skip_blank(scan);
        return;
    }
    g_ptr_array_set_size(block->fields, (int) n);
    *scan = before;
}

HeaderBlock *
header_parse(const char *text, gsize len)
{
    Scan scan;
    Tally tally;
    HeaderBlock *block;

    scan_init(&scan, text, len);
    if (!skip_preface(&scan))
        return NULL;
    block = g_new0(HeaderBlock, 1);
    block->fields = g_ptr_array_new_with_free_func(free_field);
    tally = take_fields(block, &scan, NULL);
    if (!is_convincing(&tally, !scan_more(&scan) || scan_is_blank(&scan))) {
        header_free(block);
        return NULL;
    }
    skip_blank(&scan);
    take_auxiliary(block, &scan);
    block->body = scan.pos;
    block->n_lines = scan.line - 1;
    return block;
}
