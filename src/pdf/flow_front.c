/* SPDX-License-Identifier: MIT */
/* What stands before the articles of a digest: its cover if it has one, the
 * title page; and the pages that part its sections. */
#include <string.h>

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

static void
front_title(FlowMaker *m)
{
    FlowElement e = flow_matter(m, PAGE_TITLE, 0, NULL, "Sect"), page;
    const char *series = m->book->series;
    g_autofree char *title = book_title(m->book);
    g_autofree char *days = book_days_shown(m->book);
    g_autofree char *count = book_count_shown(m->book);

    if (!flow_enter(m, &page, &e, "section", "titlepage", e.tag))
        return;
    m->next.running = "";
    if (series)
        flow_leaf_str(m, &page, "p", "kicker",
                      arena_strdup(m->arena, series), "P");
    flow_leaf_str(m, &page, "h1", NULL, arena_strdup(m->arena, title), "P");
    flow_leaf_str(m, &page, "p", "byline", m->flow->book_author, "P");
    flow_leaf_str(m, &page, "p", "publisher", book_publisher(m->book), "P");
    if (days && !strstr(title, days))
        flow_leaf_str(m, &page, "p", "dateline",
                      arena_strdup(m->arena, days), "P");
    flow_leaf_str(m, &page, "p", "dateline", arena_strdup(m->arena, count),
                  "P");
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
