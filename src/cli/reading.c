/* SPDX-License-Identifier: MIT */
/* Reads one input by what the options and a book file say of it. */
#include "reading.h"

#include "report.h"

static void
message_clear(gpointer data)
{
    A2bMessage *message = data;

    g_free((char *) message->file);
    g_free((char *) message->message);
}

void
heard_message(const A2bMessage *message, gpointer user)
{
    Heard *heard = user;
    A2bMessage copy = *message;

    if (!heard->messages) {
        heard->messages = g_array_new(FALSE, FALSE, sizeof copy);
        g_array_set_clear_func(heard->messages, message_clear);
    }
    copy.file = g_strdup(message->file);
    copy.message = g_strdup(message->message);
    g_array_append_val(heard->messages, copy);
    heard->warnings += message->level >= A2B_LEVEL_WARNING;
}

void
heard_report(Heard *heard)
{
    for (guint i = 0; heard->messages && i < heard->messages->len; i++)
        report_message(&g_array_index(heard->messages, A2bMessage, i), NULL);
    heard_clear(heard);
}

void
heard_clear(Heard *heard)
{
    g_clear_pointer(&heard->messages, g_array_unref);
}

/* The fields of own, where it has them, over those of meta. */
static A2bMeta
meta_over(A2bMeta meta, const A2bMeta *own)
{
#define OVER(field) \
    if (own->field) \
        meta.field = own->field
    OVER(title);
    OVER(subtitle);
    OVER(authors);
    OVER(date);
    OVER(language);
    OVER(publisher);
    OVER(source_url);
    OVER(tags);
#undef OVER
    return meta;
}

A2bReadOptions
reading_options(const Options *options, const Inputs *inputs,
                const Input *input)
{
    A2bMeta given = options_meta(options);

    /* A digest's title is that of no article in it. */
    if (inputs_are_book(inputs))
        given.title = NULL;
    return (A2bReadOptions) {
        .format = options->from ? A2B_FORMAT_TEXT : A2B_FORMAT_GUESS,
        .charset = options->charset,
        .plain = options->no_smart,
        .keep_all = options->keep_all,
        .given = input->given ? meta_over(given, input->given) : given,
    };
}

void
reading_do(Reading *reading, const Options *options, const Inputs *inputs,
           guint i)
{
    const Input *input = inputs_at(inputs, i);
    const A2bReadOptions how = reading_options(options, inputs, input);
    g_autoptr(A2bDiag) diag = a2b_diag_new(heard_message, &reading->heard);

    reading->article = a2b_read_file(input->path, &how, diag,
                                     &reading->error);
}

void
reading_clear(Reading *reading)
{
    g_clear_pointer(&reading->article, a2b_article_free);
    g_clear_error(&reading->error);
    heard_clear(&reading->heard);
}

A2bPlace
reading_place(const Input *input)
{
    return (A2bPlace) {
        .section = input->section,
        .folder = input->folder,
        .name = input->path,
    };
}
