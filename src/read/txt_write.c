/* SPDX-License-Identifier: MIT */
/* Writes texts: from a reader's string to marks and set characters. */
#include "read/txt_write.h"

#include <string.h>

#include "base/diag.h"
#include "read/inline.h"

static const char *
find_note(const char *mark, gsize len, gpointer user)
{
    TxtWriter *writer = user;
    g_autofree char *key = g_strndup(mark, len);

    return g_hash_table_lookup(writer->notes, key);
}

static void
set(TxtWriter *writer, QuoteState *quotes)
{
    if (!writer->txt->options->plain)
        typography_apply(&writer->draft, writer->language, quotes);
}

void
txt_write_text(TxtWriter *writer, const char *str, gsize len, guint line)
{
    InlineContext context = {
        .arena = build_arena(writer->build), .line = line,
        .note = find_note, .user = writer,
    };
    Draft *draft = &writer->draft;

    draft_empty(draft);
    inline_parse(draft, str, len, &context);
    set(writer, &writer->quotes);
    build_marked(writer->build, draft->str->str, draft->str->len,
                 (const A2bSpan *) (void *) draft->spans->data,
                 draft->spans->len);
}

A2bBlock *
txt_write_block(TxtWriter *writer, A2bBlockKind kind, guint line,
                const char *str, gsize len)
{
    A2bBlock *block = build_open(writer->build, kind, line);

    txt_write_text(writer, str, len, line);
    build_close(writer->build);
    return block;
}

/* Controls that turn the direction of whatever follows, also outside. */
static gboolean
is_direction(gunichar c)
{
    return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

/* Appends the character at p if it shows on a line of metadata. */
static void
append_shown(GString *out, const char *p)
{
    if (*p == '\n' || *p == '\t')
        g_string_append_c(out, ' ');
    else if ((guchar) *p >= 0x80 && !is_direction(g_utf8_get_char(p)))
        g_string_append_len(out, p, g_utf8_next_char(p) - p);
    else if ((guchar) *p < 0x80 && !(*p == ' ' && p[1] == ' '))
        g_string_append_c(out, *p);
}

const char *
txt_write_plain(TxtWriter *writer, const char *str, gsize len)
{
    g_autofree char *whole = g_strndup(str, len);
    g_autofree char *plain = inline_plain(whole);
    QuoteState quotes = { 0 };
    Draft *draft = &writer->draft;

    g_strstrip(plain);
    draft_empty(draft);
    for (const char *p = plain; *p; p = g_utf8_next_char(p))
        append_shown(draft->str, p);
    set(writer, &quotes);
    return draft->str->len == 0 ? NULL
        : arena_strndup(build_arena(writer->build), draft->str->str,
                        draft->str->len);
}

void
txt_say_unit(const TxtWriter *writer, guint diag, const TxtUnit *unit)
{
    diag_say(writer->txt->diag, (DiagId) diag, writer->txt->source->name,
             unit->line, unit->indent + 1, unit->text);
}
