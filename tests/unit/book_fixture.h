/* SPDX-License-Identifier: MIT */
/* Articles for tests of whole books, made from a few words each. */
#pragma once

#include <article2book/article2book.h>
#include <string.h>

#include "book/book.h"
#include "model/build.h"

/* All may be NULL. */
typedef struct {
    const char *title, *author, *publisher, *date, *language, *url, *tag;
    const char *subtitle, *summary, *written;   /* written: the date */
    const char *body;           /* paragraphs parted by newlines */
    const char *related;        /* lines of an aside, parted likewise */
    const char *notice;
    const char *link;           /* where the last paragraph links to */
    const char *section, *folder, *name;
} Piece;

static void
fixture_lines(Build *build, const char *lines)
{
    g_auto(GStrv) each = g_strsplit(lines, "\n", -1);

    for (char **line = each; *line; line++)
        build_simple(build, A2B_BLOCK_PARAGRAPH, 0, *line);
}

static const char *const *
fixture_list(Build *build, const char *str)
{
    const char **list = arena_alloc(build_arena(build), 2 * sizeof *list);

    list[0] = arena_strdup(build_arena(build), str);
    list[1] = NULL;
    return list;
}

static void
fixture_meta(Build *build, const Piece *piece)
{
    A2bMeta *meta = build_meta(build);
    Arena *arena = build_arena(build);

    meta->title = arena_strdup(arena, piece->title);
    meta->subtitle = arena_strdup(arena, piece->subtitle);
    meta->summary = arena_strdup(arena, piece->summary);
    meta->publisher = arena_strdup(arena, piece->publisher);
    meta->date = arena_strdup(arena, piece->date);
    meta->date_as_written = arena_strdup(arena, piece->written);
    meta->language = arena_strdup(arena, piece->language);
    meta->source_url = arena_strdup(arena, piece->url);
    if (piece->author)
        meta->authors = fixture_list(build, piece->author);
    if (piece->tag)
        meta->tags = fixture_list(build, piece->tag);
}

static A2bArticle *
fixture_article(const Piece *piece)
{
    Build *build = build_new("file", NULL, NULL);

    fixture_meta(build, piece);
    if (piece->body)
        fixture_lines(build, piece->body);
    if (piece->related) {
        build_open(build, A2B_BLOCK_ASIDE, 0)->role = A2B_ROLE_RELATED;
        fixture_lines(build, piece->related);
        build_close(build);
    }
    if (piece->link) {
        build_open(build, A2B_BLOCK_PARAGRAPH, 0);
        build_text(build, "As we said ", -1);
        build_mark_open(build, A2B_MARK_LINK, piece->link, 0);
        build_text(build, "before", -1);
        build_mark_close(build);
        build_close(build);
    }
    if (piece->notice)
        build_simple(build, A2B_BLOCK_PARAGRAPH, 0,
                     piece->notice)->role = A2B_ROLE_NOTICE;
    return build_end(build);
}

static void
fixture_add(A2bBook *book, const Piece *piece)
{
    A2bPlace place = { piece->section, piece->folder, piece->name };

    a2b_book_add_at(book, fixture_article(piece), &place);
}

static A2bBook *
fixture_book(const Piece *pieces, guint n)
{
    A2bBook *book = a2b_book_new();

    for (guint i = 0; i < n; i++)
        fixture_add(book, &pieces[i]);
    return book;
}

/* n words that follow from seed, in sentences of a dozen; free with
 * g_free(). */
static inline char *
fixture_prose(guint32 seed, guint n)
{
    GString *out = g_string_new(NULL);

    seed = seed * 2654435761u + 12345;
    for (guint i = 0; i < n; i++) {
        gsize start = out->len;

        if (i > 0)
            g_string_append(out, i % 12 == 0 ? ". " : " ");
        start = out->len;
        for (guint k = 0; k < 2 + i % 3; k++) {
            seed = seed * 1664525 + 1013904223;
            g_string_append_c(out, "bdfgklmnprstvz"[(seed >> 20) % 14]);
            g_string_append_c(out, "aeiou"[(seed >> 12) % 5]);
        }
        if (i % 12 == 0)
            out->str[start] = g_ascii_toupper(out->str[start]);
    }
    g_string_append_c(out, '.');
    return g_string_free(out, FALSE);
}

/* The titles of its articles, with " | " between them. */
static inline char *
fixture_titles(const A2bBook *book)
{
    GString *out = g_string_new(NULL);

    for (guint i = 0; i < a2b_book_n_articles(book); i++)
        g_string_append_printf(out, "%s%s", i ? " | " : "",
                               book_article_title(a2b_book_article(book, i)));
    return g_string_free(out, FALSE);
}

/* Its sections: "Title: 2 | Other: 1". */
static inline char *
fixture_sections(const A2bBook *book)
{
    GString *out = g_string_new(NULL);
    guint next = 0;

    for (guint i = 0; i < book->sections->len; i++) {
        const BookSection *s = &g_array_index(book->sections, BookSection, i);

        g_assert_cmpuint(s->first, ==, next);
        next += s->n;
        g_string_append_printf(out, "%s%s: %u", i ? " | " : "", s->title,
                               s->n);
    }
    if (book->sections->len)
        g_assert_cmpuint(next, ==, a2b_book_n_articles(book));
    return g_string_free(out, FALSE);
}
