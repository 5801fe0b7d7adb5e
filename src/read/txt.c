/* SPDX-License-Identifier: MIT */
/* Takes a text through the stages of the reader. */
#include "read/txt.h"

#include "base/diag.h"

static void
say_dropped(const TxtLine *line, gpointer user)
{
    Txt *txt = user;
    g_autofree char *text = g_strndup(line->str, line->len);

    diag_say(txt->diag, DIAG_BOILERPLATE, txt->source->name, line->number,
             line->indent + 1, text);
}

static void
find_body(Txt *txt, gsize *start, guint *number)
{
    txt->header = header_parse(txt->source->text, txt->source->len);
    *start = txt->header ? txt->header->body : 0;
    *number = 1;
    for (gsize i = 0; i < *start; i++)
        *number += txt->source->text[i] == '\n';
}

Txt *
txt_new(const Source *source, const A2bReadOptions *options, A2bDiag *diag)
{
    Txt *txt = g_new0(Txt, 1);
    TxtContext context = { 0 };
    gsize start;
    guint number;

    txt->source = source;
    txt->options = options;
    txt->diag = diag;
    txt->arena = arena_new();
    find_body(txt, &start, &number);
    txt->lines = txt_lines_new(source, start, number,
                               options->keep_all ? NULL : say_dropped, txt);
    txt->layout = txt_layout(txt->lines);
    txt->units = txt_units_new(txt->lines, &txt->layout, txt->arena);
    context.titled = txt->header && header_field(txt->header, "subject");
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
    header_free(txt->header);
    arena_free(txt->arena);
    g_free(txt);
}
