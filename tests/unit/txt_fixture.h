/* SPDX-License-Identifier: MIT */
/* Small texts in the stages of their reader, for the tests of each stage. */
#pragma once

#include <string.h>

#include "read/txt.h"

/* lines points into text. */
static inline GArray *
lines_of(const char *text)
{
    return txt_lines_new(text, strlen(text), 1, NULL, NULL);
}

/* The first line of text alone. */
static inline TxtLine
line_of(const char *text)
{
    g_autoptr(GArray) lines = lines_of(text);

    g_assert_cmpuint(lines->len, ==, 1);
    return *txt_line(lines, 0);
}

static const A2bReadOptions english = { .given = { .language = "en" } };

/* A text with its source, which must outlive it. */
typedef struct {
    Source *source;
    Txt *txt;
} Reading;

static inline Reading
reading_new(const char *text)
{
    g_autoptr(GBytes) bytes = g_bytes_new(text, strlen(text));
    Reading reading;

    reading.source = source_new(bytes, "case.txt", "UTF-8", NULL, NULL);
    g_assert_nonnull(reading.source);
    reading.txt = txt_new(reading.source, &english, NULL);
    return reading;
}

static inline void
reading_clear(Reading *reading)
{
    txt_free(reading->txt);
    source_free(reading->source);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Reading, reading_clear)

/* Paragraphs of three short sentences each, wrapped at width (0: not);
 * before each stands separator, and indent before its first line. */
static inline char *
prose(guint width, guint paragraphs, const char *separator,
      const char *indent)
{
    static const char words[] =
        "The harbour was quiet when the boat came in and nobody stood on "
        "the quay to take her rope. A dog barked once at the far end of the "
        "wall. Then it lay down again and slept until the next one came, "
        "as it had done every evening since the old keeper went away.";
    g_auto(GStrv) word = g_strsplit(words, " ", -1);
    GString *out = g_string_new(NULL);

    for (guint p = 0; p < paragraphs; p++) {
        gsize column = strlen(indent);

        g_string_append_printf(out, "%s%s", p ? separator : "", indent);
        for (guint i = 0; word[i]; i++) {
            gboolean first = i == 0;
            gboolean fits = width == 0 ||
                            column + 1 + strlen(word[i]) <= width;
            if (!first)
                g_string_append_c(out, fits ? ' ' : '\n');
            column = first || fits ? column + !first : 0;
            g_string_append(out, word[i]);
            column += strlen(word[i]);
        }
        g_string_append_c(out, '\n');
    }
    return g_string_free(out, FALSE);
}

/* What is written of text if its units have these labels, "title
 * paragraph ..."; the article as its tree without metadata. */
static inline char *
written_as(const char *text, const char *labels)
{
    g_auto(Reading) reading = reading_new(text);
    g_auto(GStrv) names = g_strsplit(labels, " ", -1);
    g_autoptr(A2bArticle) article = NULL;
    g_autofree char *tree = NULL;
    const char *blocks;

    g_assert_cmpuint(g_strv_length(names), ==, reading.txt->units->len);
    for (guint i = 0; names[i]; i++) {
        guint label = 0;

        while (strcmp(txt_label_name(label), names[i]) != 0)
            g_assert_cmpuint(++label, <, N_LABELS);
        g_array_index(reading.txt->labels, guint8, i) = label;
    }
    article = txt_article(reading.txt);
    g_assert_true(a2b_article_check(article, NULL));
    tree = a2b_article_tree(article);
    blocks = strstr(tree, "language: en\n");
    g_assert_nonnull(blocks);
    return g_strdup(blocks + strlen("language: en\n"));
}
