/* SPDX-License-Identifier: MIT */
/* Small books and the boxes they become, for the tests of these. */
#pragma once

#include <string.h>

#include "model/build.h"
#include "pdf/flow.h"

/* A book and what becomes of it. */
typedef struct {
    A2bBook *book;
    A2bStyle *style;
    Css *css;
    Paper paper;
    Flow *flow;
} Print;

static inline void
print_init(Print *print)
{
    memset(print, 0, sizeof *print);
    print->book = a2b_book_new();
    print->paper = (Paper) {
        .width = 420, .height = 595, .measure = 280, .columns = 1,
        .size = 11, .leading = 15, .lines = 30,
    };
}

static inline void
print_flow(Print *print, A2bLinks links, const char *sheet)
{
    g_autoptr(GError) error = NULL;

    print->style = a2b_style_load("classic", NULL, &error);
    g_assert_no_error(error);
    if (sheet)
        g_string_append(print->style->print, sheet);
    print->css = css_new(print->style, 11, 15, NULL, 280, NULL);
    print->flow = flow_new(print->book, print->css, &print->paper, links,
                           FALSE);
}

static inline void
print_clear(Print *print)
{
    flow_free(print->flow);
    css_free(print->css);
    a2b_style_free(print->style);
    a2b_book_free(print->book);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Print, print_clear)

static inline Build *
start(const char *language)
{
    Build *build = build_new("stem", "x.txt", NULL);

    build_meta(build)->title = "Title";
    build_meta(build)->language = language;
    return build;
}

static inline void
end(Print *print, Build *build)
{
    A2bArticle *article = build_end(build);
    g_autofree char *why = NULL;

    a2b_article_check(article, &why);
    g_assert_cmpstr(why, ==, NULL);
    a2b_book_add(print->book, article);
}

static inline void
paragraph(Build *build, const char *str)
{
    build_simple(build, A2B_BLOCK_PARAGRAPH, 0, str);
}

static inline void
marked(Build *build, A2bMark mark, const char *target, const char *str)
{
    build_mark_open(build, mark, arena_strdup(build_arena(build), target), 0);
    build_text(build, str, -1);
    build_mark_close(build);
}

static inline void
note(Build *build, const char *id, const char *mark, const char *str)
{
    A2bBlock *block = build_open(build, A2B_BLOCK_NOTE, 0);

    block->id = arena_strdup(build_arena(build), id);
    block->as.note.mark = arena_strdup(build_arena(build), mark);
    paragraph(build, str);
    build_close(build);
}

static inline const char *
type(const Flow *flow, Tag tag)
{
    return tag == TAG_NONE ? "-" : tags_element(flow->tags, tag)->type;
}

/* "H1 Title", a line a box; a row's cells are parted by "|". */
static inline char *
say(const Flow *flow, const GPtrArray *boxes)
{
    GString *out = g_string_new(NULL);

    for (guint i = 0; i < boxes->len; i++) {
        const Box *box = boxes->pdata[i];

        g_string_append(out, type(flow, box->tag));
        if (box->marker)
            g_string_append_printf(out, " (%s)", box->marker->text.str);
        if (box->kind == BOX_TEXT)
            g_string_append_printf(out, " %s", box->text.text.str);
        for (guint k = 0; k < box->n_cells; k++)
            g_string_append_printf(out, "%s%s:%s", k ? "|" : " ",
                                   type(flow, box->cells[k].text.tag),
                                   box->cells[k].text.text.str);
        g_string_append_c(out, '\n');
    }
    return g_string_free(out, FALSE);
}

static inline void
expect(const Flow *flow, const GPtrArray *boxes, const char *want)
{
    g_autofree char *got = say(flow, boxes);

    g_assert_cmpstr(got, ==, want);
}

static inline const Box *
box(const Print *print, guint index)
{
    g_assert_cmpuint(index, <, print->flow->boxes->len);
    return print->flow->boxes->pdata[index];
}

static inline const FlowMark *
mark(const Print *print, guint index)
{
    return &g_array_index(print->flow->marks, FlowMark, index);
}

/* The looks of a box must cover its text. */
static inline void
check_looks(const TypeText *text)
{
    guint32 at = 0;

    g_assert_cmpuint(strlen(text->str), ==, text->len);
    g_assert_true(g_utf8_validate(text->str, text->len, NULL));
    for (guint i = 0; i < text->n_looks; i++) {
        g_assert_cmpuint(text->looks[i].start, ==, at);
        g_assert_cmpuint(text->looks[i].end, >, at);
        at = text->looks[i].end;
    }
    g_assert_cmpuint(at, ==, text->len);
}

static inline void
check(const Print *print)
{
    for (guint i = 0; i < print->flow->boxes->len; i++) {
        const Box *b = box(print, i);

        if (b->kind == BOX_TEXT)
            check_looks(&b->text.text);
        for (guint k = 0; k < b->n_cells; k++)
            check_looks(&b->cells[k].text.text);
        for (guint k = 0; k < b->n_notes; k++)
            g_assert_true(g_hash_table_contains(print->flow->note_by_id,
                                                b->notes[k]));
    }
}
