/* SPDX-License-Identifier: MIT */
/* What stands behind the articles of a digest: where they come from, and
 * who wrote them. */
#include <string.h>

#include "base/href.h"
#include "book/filed.h"
#include "book/words.h"
#include "pdf/flow_maker.h"

#define DIGITS "0123456789, "

static void
back_source(FlowMaker *m, FlowElement *list, guint number)
{
    const A2bArticle *article = a2b_book_article(m->book, number - 1);
    const char *url = a2b_article_meta(article)->source_url;
    g_autofree char *uri = href_clean(url);
    guint mark = flow_article_mark(m, number);
    FlowElement item = *list;
    Box *box;

    m->index = number - 1;
    flow_speak(m, article);
    item.tag = tags_add(m->flow->tags, flow_tag(m, list, "LI"), "LBody");
    if (!g_str_equal(m->language, m->flow->language))
        tags_set_language(m->flow->tags, item.tag, m->language);
    box = flow_line(m, &item, "entry", flow_tag(m, &item, "P"), mark,
                    book_article_title(article));
    if (box) {
        flow_number(m, box, item.style, mark, flow_article_id(m, number),
                    "#");
        box->keep_next = TRUE;
    }
    flow_speak(m, NULL);
    flow_address(m, &item, "source", NULL, url,
                 arena_strdup(m->arena, uri));
    list->last = item.last;
}

static void
back_sources(FlowMaker *m)
{
    guint n = a2b_book_n_articles(m->book);
    gboolean begun = FALSE;
    FlowElement e = { 0 };

    for (guint i = 0; i < n; i++) {
        const A2bMeta *meta = a2b_article_meta(a2b_book_article(m->book, i));

        if (!meta->source_url || !*meta->source_url)
            continue;
        if (!begun) {
            e = flow_matter(m, PAGE_SOURCES, i, "sources", "Sect");
            flow_heading(m, &e, words_say(m->language, WORD_SOURCES));
            e.tag = flow_tag(m, &e, "L");
            begun = TRUE;
        }
        back_source(m, &e, i + 1);
    }
}

/* Its text is made when the pages are known. */
static void
back_listing(FlowMaker *m, FlowElement *e, const Filed *filed)
{
    guint n = filed->articles->len;
    const char **ids = arena_alloc(m->arena, n * sizeof *ids);
    guint *marks = arena_alloc(m->arena, n * sizeof *marks);
    FlowListing listing = {
        .words = arena_strdup(m->arena, filed->name), .ids = ids,
        .marks = marks, .n = n,
    };
    Box *box = flow_line(m, e, NULL, flow_tag(m, e, "P"), 0,
                         listing.words);

    if (!box)
        return;
    box->solid = FALSE;
    for (guint i = 0; i < n; i++) {
        guint number = g_array_index(filed->articles, guint, i) + 1;

        ids[i] = flow_article_id(m, number);
        marks[i] = flow_article_mark(m, number);
    }
    listing.box = m->boxes->len - 1;
    listing.look = box->text.text.looks[0].look;
    g_array_append_val(m->flow->listings, listing);
}

static void
back_index(FlowMaker *m)
{
    g_autoptr(GPtrArray) names = NULL;
    FlowElement e;

    if (!filed_has_index(m->book))
        return;
    names = filed_names(m->book);
    e = flow_matter(m, PAGE_INDEX, 0, "index", "Index");
    flow_heading(m, &e, words_say(m->language, WORD_INDEX));
    letters_add(m->flow->letters, DIGITS, strlen(DIGITS));
    for (guint i = 0; i < names->len; i++)
        back_listing(m, &e, names->pdata[i]);
}

void
flow_back(FlowMaker *m)
{
    back_sources(m);
    back_index(m);
}

static void
listing_add(GString *str, GArray *looks, Look look)
{
    guint n = looks->len;
    LookSpan span = { .end = str->len, .look = look };

    span.start = n ? g_array_index(looks, LookSpan, n - 1).end : 0;
    g_array_append_val(looks, span);
}

/* A page is named once, however many articles begin on it. */
void
flow_list_pages(Flow *flow, const FlowListing *listing,
                const char *const *numbers)
{
    Box *box = flow->boxes->pdata[listing->box];
    g_autoptr(GString) str = g_string_new(listing->words);
    g_autoptr(GArray) looks = g_array_new(FALSE, FALSE, sizeof(LookSpan));
    const char *before = NULL;
    Look figures = listing->look;
    TypeText *text = &box->text.text;

    figures.flags &= ~(guint) LOOK_LINING;
    figures.flags |= LOOK_OLDSTYLE;
    for (guint i = 0; i < listing->n; i++) {
        if (!*numbers[i] || g_strcmp0(before, numbers[i]) == 0)
            continue;
        before = numbers[i];
        g_string_append(str, ", ");
        listing_add(str, looks, listing->look);
        figures.mark = listing->marks[i];
        g_string_append(str, numbers[i]);
        listing_add(str, looks, figures);
    }
    if (looks->len == 0)
        return;
    text->str = arena_strndup(flow->arena, str->str, str->len);
    text->len = str->len;
    text->n_looks = looks->len;
    text->looks = memcpy(arena_alloc(flow->arena,
                                     looks->len * sizeof(LookSpan)),
                         looks->data, looks->len * sizeof(LookSpan));
}
