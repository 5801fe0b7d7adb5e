/* SPDX-License-Identifier: MIT */
/* Whether an article says its place and its source itself. */
#include "book/head.h"

#include <string.h>

#include "book/dates.h"

/* Whether the body begins with the place it was written at, so that it need
 * not be said above it. */
static gboolean
head_says_place(const A2bArticle *article, const char *place)
{
    const A2bBlock *b = a2b_article_root(article)->first;

    while (b && b->kind != A2B_BLOCK_PARAGRAPH)
        b = b->next;
    return b && strstr(b->text->str, place);
}

/* "Sat, 22 Nov 2008 15:04:59 +1100": seconds are a computer's words. */
static gboolean
head_is_stamp(const char *date)
{
    for (const char *p = date; *p; p++)
        if (p[0] == ':' && g_ascii_isdigit(p[1]) && g_ascii_isdigit(p[2])
            && p[3] == ':' && g_ascii_isdigit(p[4]))
            return TRUE;
    return FALSE;
}

gboolean
head_dateline(const A2bArticle *article, HeadDateline *dateline)
{
    const A2bMeta *meta = a2b_article_meta(article);

    dateline->iso = dates_parse(meta->date, NULL) ? meta->date : NULL;
    dateline->date = meta->date_as_written
        && !head_is_stamp(meta->date_as_written)
        ? g_strdup(meta->date_as_written) : dates_shown(meta);
    dateline->place = meta->dateline;
    if (meta->dateline && head_says_place(article, meta->dateline))
        dateline->place = NULL;
    return dateline->place || dateline->date;
}

void
head_dateline_clear(HeadDateline *dateline)
{
    g_clear_pointer(&dateline->date, g_free);
}

const char *
head_source(const A2bArticle *article)
{
    const char *url = a2b_article_meta(article)->source_url;

    if (!url || !*url)
        return NULL;
    for (const A2bBlock *b = a2b_article_root(article)->first; b; b = b->next)
        if (b->role == A2B_ROLE_SOURCE)
            return NULL;
    return url;
}
