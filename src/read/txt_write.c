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
set(TxtWriter *writer, Draft *draft)
{
    if (!writer->txt->options->plain)
        typography_apply(draft, writer->language, &writer->quotes);
}

/* The spans of a draft nest and are in order of opening. */
static void
build_draft(Build *build, const Draft *draft)
{
    const A2bSpan *spans = (const A2bSpan *) (void *) draft->spans->data;
    guint n = draft->spans->len, next = 0, depth = 0, at = 0;
    g_autofree guint32 *ends = g_new(guint32, n + 1);

    for (;;) {
        guint stop = next < n ? spans[next].start : draft->str->len;
        gboolean closing = depth > 0 && ends[depth - 1] <= stop;

        if (closing)
            stop = ends[depth - 1];
        if (stop > at)
            build_text(build, draft->str->str + at, stop - at);
        at = stop;
        if (closing) {
            build_mark_close(build);
            depth--;
        } else if (next < n) {
            build_mark_open(build, spans[next].mark, spans[next].target,
                            spans[next].line);
            ends[depth++] = spans[next++].end;
        } else
            break;
    }
}

void
txt_write_text(TxtWriter *writer, const char *str, gsize len, guint line)
{
    InlineContext context = {
        .arena = build_arena(writer->build), .line = line,
        .note = find_note, .user = writer,
    };
    Draft draft;

    draft_init(&draft);
    inline_parse(&draft, str, len, &context);
    set(writer, &draft);
    build_draft(writer->build, &draft);
    draft_clear(&draft);
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

const char *
txt_write_plain(TxtWriter *writer, const char *str, gsize len)
{
    g_autofree char *whole = g_strndup(str, len);
    g_autofree char *plain = inline_plain(whole);
    const char *kept;
    QuoteState quotes = { 0 };
    Draft draft;

    g_strstrip(plain);
    draft_init(&draft);
    for (const char *p = plain; *p; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        if (!(*p == ' ' && p[1] == ' ') && !is_direction(c))
            g_string_append_unichar(draft.str,
                                    c == '\n' || c == '\t' ? ' ' : c);
    }
    if (!writer->txt->options->plain)
        typography_apply(&draft, writer->language, &quotes);
    kept = arena_strndup(build_arena(writer->build), draft.str->str,
                         draft.str->len);
    draft_clear(&draft);
    return *kept ? kept : NULL;
}

void
txt_say_unit(const TxtWriter *writer, guint diag, const TxtUnit *unit)
{
    diag_say(writer->txt->diag, (DiagId) diag, writer->txt->source->name,
             unit->line, unit->indent + 1, unit->text);
}
