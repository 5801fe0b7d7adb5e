/* SPDX-License-Identifier: MIT */
/* Lists: what hangs before each item, and how wide. */
#include <string.h>

#include "pdf/flow_maker.h"

#define CHARACTER .55           /* ems that one of a marker takes */
#define GAP .6                  /* ems between it and the text */

/* By how deep the list stands in others. */
static const char *const bullets[] = { "•", "–", "·" };

/* What PDF calls a way of counting, by the first item's marker. */
static const char *
list_numbering(const A2bBlock *list)
{
    const char *marker = list->first ? list->first->as.item.marker : NULL;
    const char *first = marker ? marker + strspn(marker, "([") : "";

    if (!list->as.list.ordered && !*first)
        return "/O /List /ListNumbering /Disc";
    if (!*first || g_ascii_isdigit(*first))
        return "/O /List /ListNumbering /Decimal";
    if (*first == 'i' || *first == 'x' || *first == 'v')
        return "/O /List /ListNumbering /LowerRoman";
    if (*first == 'I' || *first == 'X' || *first == 'V')
        return "/O /List /ListNumbering /UpperRoman";
    if (g_ascii_islower(*first))
        return "/O /List /ListNumbering /LowerAlpha";
    if (g_ascii_isupper(*first))
        return "/O /List /ListNumbering /UpperAlpha";
    return "/O /List /ListNumbering /None";
}

static const char *
list_marker(FlowMaker *m, const A2bBlock *list, const A2bBlock *item,
            guint depth, gint64 number)
{
    char text[24];

    if (item->as.item.marker && *item->as.item.marker)
        return item->as.item.marker;
    if (!list->as.list.ordered)
        return bullets[MIN(depth, G_N_ELEMENTS(bullets) - 1)];
    g_snprintf(text, sizeof text, "%" G_GINT64_FORMAT ".", number);
    return arena_strdup(m->arena, text);
}

static guint
list_depth(const A2bBlock *list)
{
    guint depth = 0;

    for (const A2bBlock *b = list->parent; b; b = b->parent)
        depth += b->kind == A2B_BLOCK_LIST;
    return depth;
}

/* Ems that the widest marker needs. */
static double
list_room(const A2bBlock *list)
{
    glong most = 1;
    gint64 number = list->as.list.start;

    for (const A2bBlock *item = list->first; item; item = item->next) {
        const char *marker = item->as.item.marker;
        if (marker)
            most = MAX(most, g_utf8_strlen(marker, -1));
        number++;
    }
    for (; list->as.list.ordered && number >= 10; number /= 10)
        most++;
    return MIN(most, 12) * CHARACTER + GAP;
}

static void
list_item(FlowMaker *m, FlowElement *list, const A2bBlock *item,
          const char *marker, double room)
{
    Tag tag = flow_tag(m, list, "LI");
    FlowElement e;

    if (!flow_enter(m, &e, list, "li", NULL, tag))
        return;
    if (item->id)
        flow_set_id(m, flow_id(m, item->id));
    flow_set_marker(m, &e, marker, room, SET_END);
    e.tag = tags_add(m->flow->tags, tag, "LBody");
    flow_children(m, &e, item);
    flow_flush_marker(m);
    flow_leave(m, &e);
}

void
flow_list(FlowMaker *m, FlowElement *parent, const A2bBlock *block)
{
    const char *element = block->as.list.ordered ? "ol" : "ul";
    guint depth = list_depth(block);
    gint64 number = block->as.list.start;
    FlowElement e;
    double room;

    if (!flow_enter_block(m, &e, parent, block, element, NULL, "L"))
        return;
    tags_set_attribute(m->flow->tags, e.tag, list_numbering(block));
    room = MAX(e.style->css.padding[CSS_START],
               list_room(block) * e.style->look.size);
    if (e.start > parent->start)
        e.start += room - e.style->css.padding[CSS_START];
    for (const A2bBlock *item = block->first; item; item = item->next)
        list_item(m, &e, item, list_marker(m, block, item, depth, number++),
                  room);
    flow_leave(m, &e);
}
