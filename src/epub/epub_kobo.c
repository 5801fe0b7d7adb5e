/* SPDX-License-Identifier: MIT */
/* Where Kobo's readers can keep a place: each sentence, and each piece of
 * one that an element cuts off, in a span of its own; P counts blocks, S the
 * spans in one (as kepubify writes them). */
#include <string.h>

#include "epub/epub.h"

/* Elements that stand in a line: no others begin a new block. */
static const char *const in_line[] = {
    "a", "bdi", "br", "code", "del", "em", "img", "ins", "s", "span",
    "strong", "sub", "sup", "time", "u", NULL
};

typedef struct {
    GString *out;
    guint block, span;
    gboolean new_block;
} Kobo;

static gboolean
kobo_is(const char *tag, gsize len, const char *name)
{
    return strlen(name) == len && memcmp(tag, name, len) == 0;
}

static gboolean
kobo_is_inline(const char *tag, gsize len)
{
    for (const char *const *name = in_line; *name; name++)
        if (kobo_is(tag, len, *name))
            return TRUE;
    return FALSE;
}

static void
kobo_open(Kobo *kobo)
{
    if (kobo->new_block) {
        kobo->block++;
        kobo->span = 0;
    }
    kobo->new_block = FALSE;
    g_string_append_printf(kobo->out,
                           "<span class=\"koboSpan\" id=\"kobo.%u.%u\">",
                           kobo->block, ++kobo->span);
}

/* What may stand between the end of a sentence and the blank after it. */
static const char *
kobo_past_closers(const char *p, const char *end)
{
    static const char *const closers[] = {
        "\"", "'", ")", "]", "\u201D", "\u2019", "\u00BB", "\u203A",
        "&quot;", "\u300D", "\u300F", "\uFF09", NULL
    };

    for (guint i = 0; closers[i];) {
        gsize len = strlen(closers[i]);
        gboolean there = (gsize) (end - p) >= len
            && memcmp(p, closers[i], len) == 0;
        p += there ? len : 0;
        i = there ? 0 : i + 1;
    }
    return p;
}

/* Bytes of a mark that ends a sentence at p, or 0; *blank: only if a blank
 * follows. */
static gsize
kobo_ends(const char *p, const char *end, gboolean *blank)
{
    static const char *const marks[] = {
        "\u2026", "\u0964", "\u061F", "\u06D4", "\u3002", "\uFF01", "\uFF1F",
    };

    *blank = TRUE;
    if (strchr(".!?:", *p))
        return 1;
    for (guint i = 0; (guchar) *p >= 0x80 && i < G_N_ELEMENTS(marks); i++) {
        gsize len = strlen(marks[i]);
        *blank = i < 4;
        if ((gsize) (end - p) >= len && memcmp(p, marks[i], len) == 0)
            return len;
    }
    return 0;
}

/* The end of the sentence that begins at str, with the blanks after it. */
static const char *
kobo_sentence(const char *str, const char *end)
{
    for (const char *p = str; p < end; p++) {
        gboolean blank;
        gsize len = kobo_ends(p, end, &blank);
        const char *past;

        if (len == 0)
            continue;
        past = kobo_past_closers(p + len, end);
        if (past < end && blank && !g_ascii_isspace(*past))
            continue;
        while (past < end && g_ascii_isspace(*past))
            past++;
        return past;
    }
    return end;
}

static gboolean
kobo_is_blank(const char *str, const char *end)
{
    while (str < end && g_ascii_isspace(*str))
        str++;
    return str == end;
}

static void
kobo_text(Kobo *kobo, const char *str, const char *end)
{
    while (str < end) {
        const char *stop = kobo_sentence(str, end);

        /* A line end between blocks is no text. */
        if (kobo_is_blank(str, stop)) {
            g_string_append_len(kobo->out, str, stop - str);
        } else {
            kobo_open(kobo);
            g_string_append_len(kobo->out, str, stop - str);
            g_string_append(kobo->out, "</span>");
        }
        str = stop;
    }
}

/* A tag, "<" to ">". */
static void
kobo_tag(Kobo *kobo, const char *tag, gsize len)
{
    const char *name = tag + 1 + (tag[1] == '/');
    gsize size = strcspn(name, " />\n");
    gboolean picture = kobo_is(name, size, "img");

    if (!kobo_is_inline(name, size))
        kobo->new_block = TRUE;
    if (picture)
        kobo_open(kobo);
    g_string_append_len(kobo->out, tag, len);
    if (picture)
        g_string_append(kobo->out, "</span>");
}

static void
kobo_body(Kobo *kobo, const char *p, const char *end)
{
    while (p < end) {
        const char *stop = memchr(p, *p == '<' ? '>' : '<', end - p);

        stop = !stop ? end : stop + (*p == '<');
        if (*p == '<')
            kobo_tag(kobo, p, stop - p);
        else
            kobo_text(kobo, p, stop);
        p = stop;
    }
}

GBytes *
epub_kobo(GBytes *bytes)
{
    gsize size;
    const char *page = g_bytes_get_data(bytes, &size);
    const char *body = g_strstr_len(page, size, "<body");
    const char *end = g_strrstr_len(page, size, "</body>");
    Kobo kobo = { NULL, 0, 0, TRUE };

    body = body ? memchr(body, '>', page + size - body) : NULL;
    if (!body || !end)
        return bytes;
    body++;
    kobo.out = g_string_sized_new(size + size / 2);
    g_string_append_len(kobo.out, page, body - page);
    g_string_append(kobo.out,
                    "<div id=\"book-columns\"><div id=\"book-inner\">");
    kobo_body(&kobo, body, end);
    g_string_append(kobo.out, "</div></div>");
    g_string_append_len(kobo.out, end, page + size - end);
    g_bytes_unref(bytes);
    return g_string_free_to_bytes(kobo.out);
}
