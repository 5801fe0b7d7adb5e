/* SPDX-License-Identifier: MIT */
/* Takes a text through the stages of the reader. */
#include "read/txt.h"

#include <string.h>

#include "base/diag.h"

static void
say_dropped(const char *str, gsize len, gboolean whole, const TxtLine *line,
            gpointer user)
{
    Txt *txt = user;
    g_autofree char *text = g_strndup(str, len);

    diag_say(txt->diag, whole ? DIAG_BOILERPLATE : DIAG_CODE,
             txt->source->name, line->number, line->indent + 1, text);
}

/* What stands before a header block: who forwarded it, an mbox line. */
static void
say_before_header(Txt *txt)
{
    const HeaderField *first = txt->header->fields->pdata[0];
    const char *p = txt->source->text;

    for (guint i = 0; i + 1 < first->line; i++) {
        const char *eol = strchr(p, '\n');
        g_autofree char *line = g_strndup(p, eol - p);

        if (*g_strstrip(line))
            diag_say(txt->diag, DIAG_TRANSPORT, txt->source->name, i + 1, 1,
                     line);
        p = eol + 1;
    }
}

/* Mail may be encoded: what it stands for is decoded and read instead. */
static void
decode_body(Txt *txt, const char **text, gsize *len)
{
    gsize decoded_len;
    char *decoded = header_decode_body(txt->header, *text, *len,
                                       &decoded_len);
    g_autoptr(GBytes) bytes = NULL;

    if (decoded == NULL)
        return;
    diag_say(txt->diag, DIAG_DECODED, txt->source->name,
             txt->header->n_lines + 1, 1);
    bytes = g_bytes_new_take(decoded, decoded_len);
    txt->body = source_new(bytes, txt->source->name, "UTF-8", txt->diag,
                           NULL);
    if (txt->body) {
        *text = txt->body->text;
        *len = txt->body->len;
    }
}

static GArray *
body_lines(Txt *txt)
{
    const char *text = txt->source->text;
    gsize len = txt->source->len;
    guint number = 1;

    txt->header = header_parse(text, len);
    if (txt->header) {
        say_before_header(txt);
        text += txt->header->body;
        len -= txt->header->body;
        number += txt->header->n_lines;
        decode_body(txt, &text, &len);
    }
    return txt_lines_new(text, len, number,
                         txt->options->keep_all ? NULL : say_dropped, txt);
}

Txt *
txt_new(const Source *source, const A2bReadOptions *options, A2bDiag *diag)
{
    Txt *txt = g_new0(Txt, 1);
    TxtContext context = { 0 };

    txt->source = source;
    txt->options = options;
    txt->diag = diag;
    txt->arena = arena_new();
    arena_expect(txt->arena, source->len);
    txt->lines = body_lines(txt);
    txt->layout = txt_layout(txt->lines);
    txt->units = txt_units_new(txt->lines, &txt->layout, txt->arena);
    context.titled = txt->header &&
                     header_value(txt->header, HEADER_TITLE);
    context.layout = &txt->layout;
    txt->evidence = txt_evidence_new(txt->units, &context);
    txt->labels = txt_labels_new(txt->units, txt->evidence);
    return txt;
}

void
txt_free(Txt *txt)
{
    if (txt == NULL)
        return;
    g_array_unref(txt->labels);
    g_array_unref(txt->evidence);
    g_array_unref(txt->units);
    g_array_unref(txt->lines);
    g_clear_pointer(&txt->header, header_free);
    g_clear_pointer(&txt->body, source_free);
    arena_free(txt->arena);
    g_free(txt);
}
