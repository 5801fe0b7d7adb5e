/* SPDX-License-Identifier: MIT */
/* Decides what is taken for a file of Cairo's: one table of objects at the
 * end (ISO 32000-1, 7.5.4), a flat page tree, lengths of streams before or
 * behind them. */
#include "pdf/finish_cairo.h"

#include "pdf/finish_lex.h"

#define ENTRY_BYTES 20          /* of the table */
#define LEAST_BYTES 64          /* of a file */

static gboolean
read_number(const char **at, const char *end, gsize *number)
{
    const char *start = lex_next(*at, end), *p = start;

    for (*number = 0; p < end && g_ascii_isdigit(*p) && p - start < 10; p++)
        *number = *number * 10 + (*p - '0');
    *at = p;
    return p > start;
}

/* The last place of word. */
static const char *
find_last(const char *data, gsize len, const char *word)
{
    const gsize word_len = strlen(word);

    for (gsize i = len; i >= word_len; i--)
        if (memcmp(data + i - word_len, word, word_len) == 0)
            return data + i - word_len;
    return NULL;
}

static gboolean
file_read_table(CairoFile *file, const char *at)
{
    const char *end = file->data + file->len;
    gsize first, n;

    if (!g_str_has_prefix(at, "xref"))
        return FALSE;
    at += strlen("xref");
    if (!read_number(&at, end, &first) || !read_number(&at, end, &n) ||
        first != 0)
        return FALSE;
    at = lex_past(at, end, '\n');
    if ((gsize) (end - at) / ENTRY_BYTES < n)
        return FALSE;
    file->n_objects = n;
    file->offsets = g_new0(gsize, n);
    for (gsize i = 1; i < n; i++) {
        const char *entry = at + i * ENTRY_BYTES;

        if (entry[17] == 'n')
            read_number(&entry, end, &file->offsets[i]);
        if (file->offsets[i] >= file->len)
            return FALSE;
    }
    return TRUE;
}

/* Behind the value that begins at at. */
static const char *
value_end(const char *at, const char *end)
{
    guint depth = 0;

    while (at < end) {
        const char *to = lex_token(at, end);

        if (*at == '[' || lex_is(at, to, "<<"))
            depth++;
        else if (*at == ']' || lex_is(at, to, ">>"))
            depth--;
        if (depth == 0)
            return to;
        at = lex_next(to, end);
    }
    return end;
}

/* What "/Key" is followed by in a dictionary's outermost level. */
static const char *
object_value(const CairoObject *object, const char *key)
{
    const char *end = object->text_end;
    const char *at = end;

    if (lex_is_dictionary(object->text, end))
        at = lex_next(object->text + 2, end);
    while (at < end && *at == '/') {
        const char *to = lex_token(at, end);
        const char *value = lex_next(to, end);
        const char *past;
        guint number;

        if (value == end || lex_is(at, to, key))
            return value;
        if (!lex_reference(value, end, &number, &past))
            past = value_end(value, end);
        at = lex_next(past, end);
    }
    return end;
}

guint
cairo_object_ref(const CairoObject *object, const char *key)
{
    const char *value = object_value(object, key), *past;
    guint number;

    return value < object->text_end &&
        lex_reference(value, object->text_end, &number, &past) ? number : 0;
}

gboolean
cairo_file_open(CairoFile *file, GBytes *bytes)
{
    const char *start, *trailer;
    CairoObject object;
    gsize table;

    *file = (CairoFile) { 0 };
    file->data = g_bytes_get_data(bytes, &file->len);
    if (file->len < LEAST_BYTES)
        return FALSE;
    start = find_last(file->data, file->len, "startxref");
    trailer = find_last(file->data, file->len, "trailer");
    if (start == NULL || trailer == NULL || trailer > start)
        return FALSE;
    object.text = lex_next(trailer + strlen("trailer"), start);
    object.text_end = value_end(object.text, start);
    file->root = cairo_object_ref(&object, "/Root");
    start += strlen("startxref");
    return read_number(&start, file->data + file->len, &table) &&
        table < file->len - ENTRY_BYTES &&
        file_read_table(file, file->data + table);
}

void
cairo_file_clear(CairoFile *file)
{
    g_clear_pointer(&file->offsets, g_free);
}

static gboolean
object_length(const CairoFile *file, CairoObject *object)
{
    const char *end = file->data + file->len;
    const char *value = object_value(object, "/Length");
    const guint number = cairo_object_ref(object, "/Length");
    CairoObject length;

    if (number == 0)
        return read_number(&value, end, &object->stream_len);
    if (number >= file->n_objects || file->offsets[number] == 0)
        return FALSE;
    length.text = file->data + file->offsets[number];
    length.text = lex_past(length.text, end, '\n');
    return read_number(&length.text, end, &object->stream_len);
}

static gboolean
object_stream(const CairoFile *file, CairoObject *object, const char *at)
{
    const char *end = file->data + file->len;

    object->stream = lex_past(at, end, '\n');
    return object_length(file, object) &&
        object->stream_len < (gsize) (end - object->stream);
}

gboolean
cairo_file_object(const CairoFile *file, guint number, CairoObject *object)
{
    const char *end = file->data + file->len;
    const char *at, *to;

    if (number >= file->n_objects || file->offsets[number] == 0)
        return FALSE;
    *object = (CairoObject) { 0 };
    at = lex_past(file->data + file->offsets[number], end, '\n');
    object->text = lex_next(at, end);
    if (object->text == end)
        return FALSE;
    object->text_end = value_end(object->text, end);
    at = lex_next(object->text_end, end);
    to = at == end ? end : lex_token(at, end);
    if (lex_is(at, to, "endobj"))
        return TRUE;
    return lex_is(at, to, "stream") && object_stream(file, object, at);
}

GArray *
cairo_file_pages(const CairoFile *file, guint *tree)
{
    GArray *pages = g_array_new(FALSE, FALSE, sizeof(guint));
    CairoObject object;
    const char *at;
    guint number;

    if (!cairo_file_object(file, file->root, &object))
        return pages;
    *tree = cairo_object_ref(&object, "/Pages");
    if (!cairo_file_object(file, *tree, &object))
        return pages;
    at = object_value(&object, "/Kids");
    if (at < object.text_end)
        at = lex_next(at + 1, object.text_end);
    while (at < object.text_end &&
           lex_reference(at, object.text_end, &number, &at)) {
        g_array_append_val(pages, number);
        at = lex_next(at, object.text_end);
    }
    return pages;
}
