/* SPDX-License-Identifier: MIT */
/* Which addresses are printed, and how the notes that hold them are
 * marked: never as one of the article's own notes is, and those keep their
 * marks, because its words may speak of them ("see note 3"). */
#include <string.h>

#include "pdf/flow_maker.h"

void
flow_url_marks(FlowMaker *m)
{
    GHashTableIter iter;
    gpointer value;
    gboolean letters = FALSE;
    guint most = 0;

    g_hash_table_iter_init(&iter, m->notes);
    while (g_hash_table_iter_next(&iter, NULL, &value)) {
        const char *mark = ((const FlowCalled *) value)->mark;
        const char *digits = mark + strcspn(mark, "0123456789");

        letters |= g_ascii_isalpha(mark[strcspn(mark, "abcdefghijklmnop"
                                                "qrstuvwxyz")]);
        if (*digits)
            most = MAX(most, g_ascii_strtoull(digits, NULL, 10) % 100000);
    }
    m->url_first = most;
    m->url_letters = most > 0 && !letters;
}

/* 1: a, 26: z, 27: aa. */
static const char *
url_mark(FlowMaker *m, guint number)
{
    char mark[16];
    char *p = mark + sizeof mark - 1;

    *p = '\0';
    if (!m->url_letters) {
        g_snprintf(mark, sizeof mark, "%u", number + m->url_first);
        return arena_strdup(m->arena, mark);
    }
    for (; number > 0; number = (number - 1) / 26)
        *--p = 'a' + (number - 1) % 26;
    return arena_strdup(m->arena, p);
}

/* "mailto:" is for machines. */
static const char *
url_shown(const char *target)
{
    return g_ascii_strncasecmp(target, "mailto:", 7) == 0 ? target + 7
                                                          : target;
}

/* Differs from flow_id() of any id. */
static const char *
url_id(FlowMaker *m, guint number)
{
    char id[32];

    g_snprintf(id, sizeof id, "a%u-%u", m->number, number);
    return arena_strdup(m->arena, id);
}

static FlowUrl *
url_new(FlowMaker *m, const FlowMark *link, const char *target)
{
    FlowUrl *url = arena_new_of(m->arena, FlowUrl);

    url->url = url_shown(target);
    url->uri = link->uri;
    return url;
}

FlowUrl *
flow_url(FlowMaker *m, guint mark, const char *target)
{
    const FlowMark *link = &g_array_index(m->flow->marks, FlowMark, mark);
    FlowUrl *url;

    if (m->links == A2B_LINKS_NONE || !link->uri)
        return NULL;
    if (m->in_note && m->links == A2B_LINKS_FOOTNOTES)
        return url_new(m, link, target);
    url = g_hash_table_lookup(m->urls, target);
    if (url)
        return url;
    url = url_new(m, link, target);
    g_ptr_array_add(m->url_notes, url);
    url->id = url_id(m, m->url_notes->len);
    url->mark = url_mark(m, m->url_notes->len);
    g_hash_table_insert(m->urls, (gpointer) target, url);
    return url;
}
