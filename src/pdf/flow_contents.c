/* SPDX-License-Identifier: MIT */
/* The contents of a digest: its sections, and of each article what it is
 * called, whose it is, how long it takes, what it is about, and where. */
#include "book/dates.h"
#include "book/words.h"
#include "pdf/flow_maker.h"

#define MIDDLE_DOT " \xC2\xB7 "

/* "Jane Roe, John Doe · The Paper · 3 May 2021 · 4 min". */
static const char *
contents_about(FlowMaker *m, const A2bArticle *article)
{
    const A2bMeta *meta = a2b_article_meta(article);
    g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func(g_free);
    const char *minutes = words_say(m->language, WORD_MINUTES);
    char *date = dates_shown(meta);
    g_autofree char *all = NULL;

    if (meta->authors && *meta->authors)
        g_ptr_array_add(parts, g_strjoinv(", ", (char **) meta->authors));
    if (meta->publisher)
        g_ptr_array_add(parts, g_strdup(meta->publisher));
    if (date)
        g_ptr_array_add(parts, date);
    g_ptr_array_add(parts, g_strdup_printf("%u\xC2\xA0%s",
                                           book_minutes(article), minutes));
    g_ptr_array_add(parts, NULL);
    all = g_strjoinv(MIDDLE_DOT, (char **) parts->pdata);
    return arena_strdup(m->arena, all);
}

static const char *
contents_summary(FlowMaker *m, const A2bArticle *article)
{
    g_autofree char *summary =
        m->book->summaries ? book_summary(article) : NULL;

    return arena_strdup(m->arena, summary);
}

/* An entry's element for what is a link; all of its lines are one. */
static Tag
contents_item(FlowMaker *m, Tag list, Tag *item)
{
    *item = tags_add(m->flow->tags, list, "TOCI");
    return tags_add(m->flow->tags, *item, "Reference");
}

static void
contents_article(FlowMaker *m, FlowElement *nav, Tag list, guint number)
{
    const A2bArticle *article = a2b_book_article(m->book, number - 1);
    guint mark = flow_article_mark(m, number), first = m->boxes->len;
    Tag item, tag = contents_item(m, list, &item);
    Box *box;

    m->index = number - 1;
    flow_speak(m, article);
    if (!g_str_equal(m->language, m->flow->language))
        tags_set_language(m->flow->tags, item, m->language);
    box = flow_line(m, nav, "entry", tag, mark, book_article_title(article));
    if (box)
        flow_number(m, box, nav->style, mark, flow_article_id(m, number),
                    "#");
    flow_line(m, nav, "about", tag, mark, contents_about(m, article));
    flow_line(m, nav, "summary", tag, mark, contents_summary(m, article));
    for (guint i = first; i + 1 < m->boxes->len; i++)
        ((Box *) m->boxes->pdata[i])->keep_next = TRUE;
    flow_speak(m, NULL);
}

/* A section; gives the list that its articles are put in. */
static Tag
contents_section(FlowMaker *m, FlowElement *nav, Tag list, guint number)
{
    const BookSection *section =
        &g_array_index(m->book->sections, BookSection, number);
    Tag item, tag = contents_item(m, list, &item);
    FlowMark *link;
    guint mark;
    char id[16];
    Box *box;

    m->index = section->first;
    g_snprintf(id, sizeof id, "s%u", number + 1);
    link = flow_mark(m, 0, MARK_LINK, &mark);
    link->id = arena_strdup(m->arena, id);
    link->contents = section->title;
    box = flow_line(m, nav, "section", tag, mark, section->title);
    if (box) {
        box->keep_next = TRUE;
        flow_number(m, box, nav->style, mark, arena_strdup(m->arena, id),
                    "#");
    }
    return tags_add(m->flow->tags, item, "TOC");
}

void
flow_contents(FlowMaker *m)
{
    FlowElement around = flow_matter(m, PAGE_CONTENTS, 0, NULL, "Sect");
    const GArray *sections = m->book->sections;
    guint n = a2b_book_n_articles(m->book), next = 0;
    FlowElement nav;
    Tag list, all;

    if (!flow_enter(m, &nav, &around, "nav", NULL, around.tag))
        return;
    flow_heading(m, &nav, words_say(m->language, WORD_CONTENTS));
    list = all = flow_tag(m, &nav, "TOC");
    for (guint i = 0; i < n; i++) {
        if (sections && next < sections->len
            && g_array_index(sections, BookSection, next).first == i)
            list = contents_section(m, &nav, all, next++);
        contents_article(m, &nav, list, i + 1);
    }
    flow_leave(m, &nav);
}
