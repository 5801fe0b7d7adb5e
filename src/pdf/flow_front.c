/* SPDX-License-Identifier: MIT */
/* What stands before the articles of a digest: its cover if it has one, the
 * title page; and the pages that part its sections. */
#include <string.h>

#include "book/dates.h"
#include "book/words.h"
#include "pdf/flow_maker.h"

FlowElement
flow_matter(FlowMaker *m, PagePart where, guint index, const char *class,
            const char *type)
{
    FlowElement e = { 0 };
    Box *last = flow_last(m);

    if (last)
        last->ends = TRUE;
    flow_speak(m, NULL);
    m->where = where;
    m->index = index;
    m->block = NULL;
    m->behind = FALSE;
    m->next = (FlowNext) { .new_page = TRUE };
    e.style = flow_style(m, m->body, "section", class, m->language, NULL);
    e.tag = tags_add(m->flow->tags, 0, type);
    return e;
}

static void
front_cover(FlowMaker *m)
{
    const BookCover *cover = &m->book->cover;
    FlowElement e;
    Box *box;

    if (!cover->image)
        return;
    e = flow_matter(m, PAGE_COVER, 0, "cover", "Sect");
    e.tag = flow_tag(m, &e, "Figure");
    tags_set_alt(m->flow->tags, e.tag, cover->description);
    m->next.running = "";
    box = flow_add(m, &e, BOX_PICTURE);
    box->whole_page = TRUE;
    box->span_columns = m->paper->columns > 1;
    box->image = (PenImage) { cover->image, "cover" };
}

/* The day as the book's language writes it; in the arena. */
static const char *
front_day(FlowMaker *m, const A2bMeta *meta)
{
    A2bMeta day = *meta;
    g_autofree char *shown = NULL;

    day.language = m->flow->language;
    shown = dates_shown(&day);
    return arena_strdup(m->arena, shown);
}

/* From the oldest to the newest article. */
static const char *
front_dates(FlowMaker *m)
{
    const A2bMeta *first = NULL, *last = NULL;
    g_autofree char *both = NULL;

    for (guint i = 0; i < a2b_book_n_articles(m->book); i++) {
        const A2bMeta *meta = a2b_article_meta(a2b_book_article(m->book, i));

        if (!dates_parse(meta->date, NULL))
            continue;
        if (!first || strcmp(meta->date, first->date) < 0)
            first = meta;
        if (!last || strcmp(meta->date, last->date) > 0)
            last = meta;
    }
    if (!first)
        return NULL;
    if (strcmp(first->date, last->date) == 0)
        return front_day(m, first);
    both = g_strdup_printf("%s \xE2\x80\x93 %s", front_day(m, first),
                           front_day(m, last));
    return arena_strdup(m->arena, both);
}

static const char *
front_count(FlowMaker *m)
{
    const char *form = words_say(m->language, WORD_ARTICLES);
    const char *at = strchr(form, WORD_NUMBER);
    g_autofree char *text =
        g_strdup_printf("%.*s%u%s", (int) (at - form), form,
                        a2b_book_n_articles(m->book), at + 1);

    return arena_strdup(m->arena, text);
}

static void
front_title(FlowMaker *m)
{
    FlowElement e = flow_matter(m, PAGE_TITLE, 0, NULL, "Sect"), page;
    const char *series = m->book->series, *dates = front_dates(m);
    g_autofree char *title = book_title(m->book);

    if (!flow_enter(m, &page, &e, "section", "titlepage", e.tag))
        return;
    m->next.running = "";
    if (series)
        flow_leaf_str(m, &page, "p", "kicker",
                      arena_strdup(m->arena, series), "P");
    flow_leaf_str(m, &page, "h1", NULL, arena_strdup(m->arena, title), "P");
    flow_leaf_str(m, &page, "p", "byline", m->flow->book_author, "P");
    flow_leaf_str(m, &page, "p", "publisher", book_publisher(m->book), "P");
    if (dates && !strstr(title, dates))
        flow_leaf_str(m, &page, "p", "dateline", dates, "P");
    flow_leaf_str(m, &page, "p", "dateline", front_count(m), "P");
    flow_leave(m, &page);
}

void
flow_part(FlowMaker *m, guint number)
{
    const BookSection *section =
        &g_array_index(m->book->sections, BookSection, number);
    FlowElement e = flow_matter(m, PAGE_SECTION, number, NULL, "Sect");
    FlowElement page;
    char id[16];

    m->part = e.tag;
    m->base = 1;
    m->fresh = TRUE;
    g_snprintf(id, sizeof id, "s%u", number + 1);
    if (!flow_enter(m, &page, &e, "section", "part", e.tag))
        return;
    flow_set_id(m, arena_strdup(m->arena, id));
    flow_heading(m, &page, section->title);
    flow_leave(m, &page);
}

void
flow_front(FlowMaker *m)
{
    front_cover(m);
    front_title(m);
    flow_contents(m);
}
