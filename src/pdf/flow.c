/* SPDX-License-Identifier: MIT */
/* What a book is made of: its articles one after the other, each on a new
 * page, each an element of the structure. */
#include "pdf/flow.h"

#include "book/tags.h"
#include "model/language.h"
#include "model/outline.h"
#include "model/refs.h"
#include "pdf/flow_maker.h"

#define AUTHORS_SHOWN 3         /* more do not fit into a running head */
#define RUN_ON_WHITE 2          /* lines, before an article that does not
                                 * begin a page */

void
flow_add_language(FlowMaker *m, const char *language)
{
    if (!g_str_equal(language, "und")
        && g_hash_table_add(m->languages, (gpointer) language))
        g_ptr_array_add(m->flow->languages, (gpointer) language);
}

static void
flow_article_begin(FlowMaker *m, const A2bArticle *article, guint number)
{
    m->article = article;
    m->number = number;
    m->language = book_article_language(article);
    m->rtl = language_is_rtl(m->language);
    m->art = tags_add(m->flow->tags, m->part, "Art");
    if (!g_str_equal(m->language, m->flow->language))
        tags_set_language(m->flow->tags, m->art, m->language);
    flow_add_language(m, m->language);
    m->outline = outline_new(article);
    m->next_heading = 0;
    m->level = 1 + m->base;
    m->blocks = refs_ids(a2b_article_root(article));
    m->where = PAGE_ARTICLE;
    m->index = number - 1;
    m->block = NULL;
    flow_notes_begin(m);
    m->next = (FlowNext) {
        .new_page = !m->run_on || m->fresh,
        .white = RUN_ON_WHITE * m->paper->leading,
    };
    m->fresh = FALSE;
}

static void
flow_article_end(FlowMaker *m)
{
    Box *last = flow_last(m);

    if (last) {
        last->ends = !m->run_on;
        last->keep_next = FALSE;
    }
    if (last && m->next.id && !last->id)
        last->id = m->next.id;
    else if (last && m->next.id)
        g_hash_table_insert(m->aliases, (gpointer) m->next.id,
                            (gpointer) last->id);
    g_array_unref(m->outline);
    g_clear_pointer(&m->blocks, g_hash_table_unref);
    m->behind = FALSE;
}

static void
flow_article(FlowMaker *m, const A2bArticle *article, guint number)
{
    FlowElement section = { 0 };
    const A2bBlock *last;

    flow_article_begin(m, article, number);
    section.style = flow_style(m, m->body, "section", NULL, m->language,
                               NULL);
    section.tag = m->art;
    flow_head(m, &section);
    flow_children(m, &section, a2b_article_root(article));
    m->behind = m->block != NULL;
    last = m->block;
    flow_notes(m, &section);
    m->block = last;
    flow_related(m, &section);
    flow_foot(m, &section);
    flow_article_end(m);
}

/* The section that begins with article i, if one does. */
static void
flow_begin_part(FlowMaker *m, guint i, guint *next)
{
    const GArray *sections = m->book->sections;

    if (!sections || *next >= sections->len
        || g_array_index(sections, BookSection, *next).first != i)
        return;
    flow_part(m, *next);
    ++*next;
}

/* All that is not the articles. */
static void
flow_digest(FlowMaker *m)
{
    guint n = a2b_book_n_articles(m->book), section = 0;

    m->fresh = m->flow->numbered = TRUE;
    flow_front(m);
    m->flow->body = m->boxes->len;
    for (guint i = 0; i < n; i++) {
        flow_begin_part(m, i, &section);
        flow_article(m, a2b_book_article(m->book, i), i + 1);
    }
    m->flow->back = m->boxes->len;
    flow_back(m);
}

static void
flow_find_sources(FlowMaker *m)
{
    for (guint i = a2b_book_n_articles(m->book); i > 0; i--) {
        const A2bArticle *article = a2b_book_article(m->book, i - 1);
        const char *url = a2b_article_meta(article)->source_url;

        if (url && *url)
            g_hash_table_insert(m->sources, (gpointer) url,
                                GUINT_TO_POINTER(i));
    }
}

static void
flow_maker_init(FlowMaker *m)
{
    m->arena = m->flow->arena;
    m->boxes = m->flow->boxes;
    m->styles = g_hash_table_new(flow_style_hash, flow_style_equal);
    m->sources = g_hash_table_new(g_str_hash, g_str_equal);
    m->aliases = g_hash_table_new(g_str_hash, g_str_equal);
    m->languages = g_hash_table_new(g_str_hash, g_str_equal);
    m->notes = g_hash_table_new(g_str_hash, g_str_equal);
    m->own_notes = g_ptr_array_new();
    m->urls = g_hash_table_new(g_str_hash, g_str_equal);
    m->url_notes = g_ptr_array_new();
    m->str = g_string_new(NULL);
    m->looks = g_array_new(FALSE, FALSE, sizeof(LookSpan));
    m->open = g_array_new(FALSE, FALSE, sizeof(FlowOpen));
    m->spare = g_array_new(FALSE, FALSE, sizeof(FlowOpen));
    m->calls = g_ptr_array_new();
    m->call_at = g_array_new(FALSE, FALSE, sizeof(guint32));
    m->from = g_array_new(FALSE, FALSE, sizeof(FlowFrom));
    flow_style_families(m);
    m->body = flow_style(m, NULL, "body", NULL, m->flow->language, NULL);
    flow_find_sources(m);
}

static void
flow_maker_clear(FlowMaker *m)
{
    g_hash_table_unref(m->styles);
    g_hash_table_unref(m->sources);
    g_hash_table_unref(m->aliases);
    g_hash_table_unref(m->languages);
    g_hash_table_unref(m->notes);
    g_ptr_array_unref(m->own_notes);
    g_hash_table_unref(m->urls);
    g_ptr_array_unref(m->url_notes);
    g_string_free(m->str, TRUE);
    g_array_unref(m->looks);
    g_array_unref(m->open);
    g_array_unref(m->spare);
    g_ptr_array_unref(m->calls);
    g_array_unref(m->call_at);
    g_array_unref(m->from);
}

static char *
flow_authors(const A2bBook *book)
{
    g_autofree const char **authors = book_authors(book);

    if (!*authors || g_strv_length((char **) authors) > AUTHORS_SHOWN)
        return NULL;
    return g_strjoinv(", ", (char **) authors);
}

static Flow *
flow_alloc(const A2bBook *book)
{
    const FlowMark plain = { .tag = TAG_NONE };
    Flow *flow = g_new0(Flow, 1);

    flow->boxes = g_ptr_array_new();
    flow->notes =
        g_ptr_array_new_with_free_func((GDestroyNotify) g_ptr_array_unref);
    flow->note_by_id = g_hash_table_new(g_str_hash, g_str_equal);
    flow->marks = g_array_new(FALSE, FALSE, sizeof(FlowMark));
    g_array_append_val(flow->marks, plain);
    flow->tags = tags_new();
    flow->letters = letters_new();
    flow->listings = g_array_new(FALSE, FALSE, sizeof(FlowListing));
    flow->languages = g_ptr_array_new();
    flow->language = book_language(book);
    flow->rtl = language_is_rtl(flow->language);
    flow->book_title = book_title(book);
    flow->book_author = flow_authors(book);
    flow->arena = arena_new();
    return flow;
}

Flow *
flow_new(const A2bBook *book, const Css *css, const Paper *paper,
         A2bLinks links, gboolean run_on)
{
    Flow *flow = flow_alloc(book);
    FlowMaker maker = {
        .flow = flow, .book = book, .css = css, .paper = paper,
        .links = links, .run_on = run_on,
    };

    flow_maker_init(&maker);
    if (a2b_book_n_articles(book) > 1) {
        flow_digest(&maker);
    } else if (a2b_book_n_articles(book) == 1) {
        flow_article(&maker, a2b_book_article(book, 0), 1);
        flow->back = flow->boxes->len;
    }
    flow_link_aliases(&maker);
    g_ptr_array_add(flow->languages, NULL);
    flow_maker_clear(&maker);
    return flow;
}

void
flow_free(Flow *flow)
{
    if (!flow)
        return;
    g_ptr_array_unref(flow->boxes);
    g_ptr_array_unref(flow->notes);
    g_hash_table_unref(flow->note_by_id);
    g_array_unref(flow->marks);
    tags_free(flow->tags);
    letters_free(flow->letters);
    g_array_unref(flow->listings);
    for (int i = 0; i < N_FAMILIES; i++)
        g_free(flow->families[i]);
    g_ptr_array_unref(flow->languages);
    g_free(flow->book_title);
    g_free(flow->book_author);
    arena_free(flow->arena);
    g_free(flow);
}
