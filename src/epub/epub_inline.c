/* SPDX-License-Identifier: MIT */
/* How marks on a text are said in XHTML. */
#include <string.h>

#include "base/href.h"
#include "book/book.h"
#include "book/tags.h"
#include "epub/epub_xhtml.h"

#define LINE_SEPARATOR "\xE2\x80\xA8"       /* U+2028 */
#define OBJECT_REPLACEMENT "\xEF\xBF\xBC"   /* U+FFFC */

/* A mark that is open, and the element it is in: NULL if in none. */
typedef struct {
    const A2bSpan *span;
    const char *element;
    gboolean again;         /* it was written before, on another line */
} OpenMark;

typedef struct {
    const Xhtml *x;
    const A2bText *text;
    const GArray *pages;    /* of guint: that begin in the text, or NULL */
    guint next_page;        /* of these */
    GArray *open;           /* of OpenMark */
    guint links;            /* open <a>, which may not hold another */
    gboolean lines;         /* each line in a span of its own */
    gboolean in_line, any_line;
    guint breaks;           /* since the last line */
} Inline;

typedef const char *(*InlineEnter)(Inline *in, const A2bSpan *span,
                                   gboolean again);

static const char *inline_link(Inline *in, const A2bSpan *span,
                               gboolean again);
static const char *inline_note(Inline *in, const A2bSpan *span,
                               gboolean again);
static const char *inline_image(Inline *in, const A2bSpan *span,
                                gboolean again);
static const char *inline_lang(Inline *in, const A2bSpan *span,
                               gboolean again);

/* A mark is an element with a class or none, or what enter opens. */
static const struct {
    const char *element, *class;
    InlineEnter enter;
} marks[A2B_N_MARKS] = {
    [A2B_MARK_EMPH] = { "em", NULL, NULL },
    [A2B_MARK_STRONG] = { "strong", NULL, NULL },
    [A2B_MARK_UNDERLINE] = { "u", NULL, NULL },
    [A2B_MARK_STRIKE] = { "s", NULL, NULL },
    [A2B_MARK_CODE] = { "code", NULL, NULL },
    [A2B_MARK_SUB] = { "sub", NULL, NULL },
    [A2B_MARK_SUP] = { "sup", NULL, NULL },
    [A2B_MARK_SMALLCAPS] = { "span", "smallcaps", NULL },
    [A2B_MARK_INSERTED] = { "ins", NULL, NULL },
    [A2B_MARK_DELETED] = { "del", NULL, NULL },
    [A2B_MARK_LINK] = { NULL, NULL, inline_link },
    [A2B_MARK_NOTE] = { NULL, NULL, inline_note },
    [A2B_MARK_IMAGE] = { NULL, NULL, inline_image },
    [A2B_MARK_LANG] = { NULL, NULL, inline_lang },
};

/* "#id" on this page, "article-1-2.xhtml#id" on another. */
static char *
inline_anchor_href(const Xhtml *x, const EpubAnchor *anchor)
{
    g_autofree char *href = NULL;

    if (anchor->part == x->part)
        return g_strconcat("#", anchor->id, NULL);
    href = epub_plan_href(x->plan, anchor->part);
    return g_strconcat(href, "#", anchor->id, NULL);
}

char *
epub_inline_href(const Xhtml *x, const char *target)
{
    guint other;

    if (!target)
        return NULL;
    if (*target == '#') {
        const EpubAnchor *anchor =
            g_hash_table_lookup(x->plan->names, target + 1);
        return anchor ? inline_anchor_href(x, anchor) : NULL;
    }
    other = x->epub->digest
        ? book_find_url(x->epub->book, x->plan->article, target)
        : BOOK_NOWHERE;
    return other == BOOK_NOWHERE ? href_clean(target)
                                 : epub_article_href(other);
}

static const char *
inline_link(Inline *in, const A2bSpan *span, gboolean again G_GNUC_UNUSED)
{
    g_autofree char *href = in->links ? NULL
                                      : epub_inline_href(in->x, span->target);

    if (!href)
        return NULL;
    xml_open(in->x->xml, "a", "href", href, NULL);
    in->links++;
    return "a";
}

/* The number stands directly in the link: Apple Books shows no popup
 * otherwise.  The style raises it. */
static const char *
inline_note(Inline *in, const A2bSpan *span, gboolean again)
{
    EpubAnchor *note = span->target
        ? g_hash_table_lookup(in->x->plan->names, span->target) : NULL;
    g_autofree char *id = NULL, *href = NULL;

    if (!note)
        return NULL;
    if (!again)
        id = note->seen++ == 0
            ? g_strconcat("ref-", note->id, NULL)
            : g_strdup_printf("ref-%s_%u", note->id, note->seen);
    if (in->links) {
        xml_open(in->x->xml, "span", "class", "noteref", "id", id, NULL);
        return "span";
    }
    href = inline_anchor_href(in->x, note);
    xml_open(in->x->xml, "a", "class", "noteref", "id", id, "href", href,
             "epub:type", "noteref", "role", "doc-noteref", NULL);
    in->links++;
    return "a";
}

/* Pictures in the line are not in the book; their description is. */
static const char *
inline_image(Inline *in, const A2bSpan *span, gboolean again)
{
    if (again || !span->title || !*span->title)
        return NULL;
    xml_open(in->x->xml, "span", "class", "picture", NULL);
    xml_text(in->x->xml, span->title, -1);
    return "span";
}

static const char *
inline_lang(Inline *in, const A2bSpan *span, gboolean again G_GNUC_UNUSED)
{
    const char *tag = tags_clean(span->target);
    const char *dir;

    if (!tag)
        return NULL;
    dir = epub_dir(tag);
    if (!dir && epub_dir(in->x->plan->language))
        dir = "ltr";
    xml_open(in->x->xml, "span", "lang", tag, "xml:lang", tag, "dir", dir,
             NULL);
    return "span";
}

static void
inline_open(Inline *in, OpenMark *mark)
{
    A2bMark kind = mark->span->mark;

    if (marks[kind].enter) {
        mark->element = marks[kind].enter(in, mark->span, mark->again);
    } else {
        mark->element = marks[kind].element;
        xml_open(in->x->xml, mark->element, "class", marks[kind].class,
                 NULL);
    }
    mark->again = TRUE;
}

static void
inline_close(Inline *in, const OpenMark *mark)
{
    if (!mark->element)
        return;
    if (strcmp(mark->element, "a") == 0)
        in->links--;
    xml_close(in->x->xml, mark->element);
}

/* One break ends a line, more end a stanza. */
static void
inline_break(const Inline *in)
{
    if (in->breaks == 1) {
        xml_empty(in->x->xml, "br", NULL);
        return;
    }
    xml_close(in->x->xml, "p");
    xml_open(in->x->xml, "p", NULL);
}

/* A line begins only when it has something in it: marks wait for that. */
static void
inline_begin_line(Inline *in)
{
    if (!in->lines || in->in_line)
        return;
    if (in->any_line)
        inline_break(in);
    in->breaks = 0;
    in->in_line = in->any_line = TRUE;
    xml_open(in->x->xml, "span", "class", "line", NULL);
    for (guint i = 0; i < in->open->len; i++)
        inline_open(in, &g_array_index(in->open, OpenMark, i));
}

static void
inline_end_line(Inline *in)
{
    if (!in->in_line)
        return;
    for (guint i = in->open->len; i > 0; i--)
        inline_close(in, &g_array_index(in->open, OpenMark, i - 1));
    xml_close(in->x->xml, "span");
    in->in_line = FALSE;
}

static void
inline_enter(const A2bSpan *span, gpointer user)
{
    Inline *in = user;
    OpenMark mark = { span, NULL, FALSE };

    if (!in->lines || in->in_line)
        inline_open(in, &mark);
    g_array_append_val(in->open, mark);
}

static void
inline_leave(const A2bSpan *span G_GNUC_UNUSED, gpointer user)
{
    Inline *in = user;

    if (!in->lines || in->in_line)
        inline_close(in, &g_array_index(in->open, OpenMark,
                                        in->open->len - 1));
    g_array_set_size(in->open, in->open->len - 1);
}

/* str without the characters that stand for pictures. */
static void
inline_words(Inline *in, const char *str, gsize len)
{
    const char *end = str + len, *hole;

    while ((hole = memmem(str, end - str, OBJECT_REPLACEMENT,
                          strlen(OBJECT_REPLACEMENT)))) {
        if (hole > str)
            xml_text(in->x->xml, str, hole - str);
        str = hole + strlen(OBJECT_REPLACEMENT);
    }
    if (end > str)
        xml_text(in->x->xml, str, end - str);
}

static void
inline_line_end(Inline *in)
{
    if (!in->lines) {
        xml_empty(in->x->xml, "br", NULL);
        return;
    }
    inline_end_line(in);
    in->breaks++;
}

/* The byte at which the next page of the paper form begins. */
static const char *
inline_next_page(const Inline *in)
{
    guint page;

    if (!in->pages || in->next_page == in->pages->len)
        return NULL;
    page = g_array_index(in->pages, guint, in->next_page);
    return in->text->str + epub_pages_byte(in->x->epub, page, in->text);
}

static void
inline_mark_page(Inline *in)
{
    epub_pages_mark(in->x->epub, in->x->xml, in->x->file,
                    g_array_index(in->pages, guint, in->next_page++));
}

/* Words on one line, with the pages that begin among them. */
static void
inline_run(Inline *in, const char *str, const char *end)
{
    const char *page;

    inline_begin_line(in);
    while ((page = inline_next_page(in)) && page < end) {
        if (page > str) {
            inline_words(in, str, page - str);
            str = page;
        }
        inline_mark_page(in);
    }
    inline_words(in, str, end - str);
}

static void
inline_text(const char *str, gsize len, gpointer user)
{
    const char *end = str + len, *stop;
    Inline *in = user;

    while (str < end) {
        stop = memmem(str, end - str, LINE_SEPARATOR,
                      strlen(LINE_SEPARATOR));
        if (stop == str) {
            inline_line_end(in);
            str += strlen(LINE_SEPARATOR);
            continue;
        }
        if (!stop)
            stop = end;
        inline_run(in, str, stop);
        str = stop;
    }
}

static gboolean
inline_is_plain(const Inline *in)
{
    return in->text->n_spans == 0 && !in->lines && !in->pages
        && !strstr(in->text->str, LINE_SEPARATOR)
        && !strstr(in->text->str, OBJECT_REPLACEMENT);
}

static const GArray *
inline_pages(const Xhtml *x, gconstpointer key)
{
    return x->plan->pages ? g_hash_table_lookup(x->plan->pages, key) : NULL;
}

static void
inline_walk(Inline *in)
{
    static const A2bTextVisitor visitor = {
        inline_enter, inline_text, inline_leave
    };

    in->pages = inline_pages(in->x, in->text);
    if (inline_is_plain(in)) {
        xml_text(in->x->xml, in->text->str, in->text->len);
        return;
    }
    in->open = g_array_new(FALSE, FALSE, sizeof(OpenMark));
    a2b_text_walk(in->text, &visitor, in);
    inline_end_line(in);
    while (inline_next_page(in))
        inline_mark_page(in);
    g_array_unref(in->open);
}

void
epub_inline(const Xhtml *x, const A2bText *text)
{
    Inline in = { .x = x, .text = text };

    inline_walk(&in);
}

void
epub_inline_lines(const Xhtml *x, const A2bText *text)
{
    Inline in = { .x = x, .text = text, .lines = TRUE };

    xml_open(x->xml, "p", NULL);
    inline_walk(&in);
    xml_close(x->xml, "p");
}

void
epub_inline_link(const Xhtml *x, const A2bText *text, const char *href)
{
    Inline in = { .x = x, .text = text, .links = 1 };

    xml_open(x->xml, "a", "href", href, NULL);
    inline_walk(&in);
    xml_close(x->xml, "a");
}

void
epub_inline_pages(const Xhtml *x, gconstpointer key)
{
    const GArray *pages = inline_pages(x, key);

    for (guint i = 0; pages && i < pages->len; i++)
        epub_pages_mark(x->epub, x->xml, x->file,
                        g_array_index(pages, guint, i));
}
