/* SPDX-License-Identifier: MIT */
/* Where links stand and where they lead to. */
#include "pdf/press_parts.h"

void
press_link_add(PressPainter *painter, guint number, Tag text, double x,
               double y, double width, double height)
{
    Flow *flow = painter->job->flow;
    const FlowMark *mark = &g_array_index(flow->marks, FlowMark, number);
    PdfLink link = {
        .page = painter->sheet, .x = x, .y = y, .width = width,
        .height = height, .uri = mark->uri,
        .contents = mark->contents ? mark->contents : "",
    };
    PressAim aim = { .link = painter->press->links->len, .id = mark->id };

    if (text == TAG_NONE || width <= 0 || (!mark->uri && !mark->id))
        return;
    link.tag = flow_mark_tag(flow, number, text);
    tags_link(flow->tags, link.tag, aim.link);
    g_array_append_val(painter->press->links, link);
    if (!mark->uri)
        g_array_append_val(painter->aims, aim);
}

/* All is painted: links learn the places of what they lead to. */
void
press_links_aim(PressPainter *painter)
{
    for (guint i = 0; i < painter->aims->len; i++) {
        const PressAim *aim = &g_array_index(painter->aims, PressAim, i);
        const PressPlace *place =
            g_hash_table_lookup(painter->places, aim->id);
        PdfLink *link = &g_array_index(painter->press->links, PdfLink,
                                       aim->link);

        if (place == NULL)
            continue;
        link->to_page = place->page;
        link->to_y = place->y;
    }
}

static int
outline_compare(gconstpointer a, gconstpointer b)
{
    const PdfOutline *x = a, *y = b;

    return (x->page > y->page) - (x->page < y->page);
}

/* Entries of a page stay as they were painted. */
void
press_outline_sort(GArray *outline)
{
    guint most = 1;

    g_array_sort(outline, outline_compare);
    for (guint i = 0; i < outline->len; i++) {
        PdfOutline *entry = &g_array_index(outline, PdfOutline, i);

        entry->level = CLAMP(entry->level, 1, most);
        most = entry->level + 1;
    }
}
