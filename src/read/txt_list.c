/* SPDX-License-Identifier: MIT */
/* Writes lists. */
#include <string.h>

#include "read/txt_group.h"

enum { NESTED = 6 };

typedef struct {
    guint indent[NESTED];
    Marker marker[NESTED];
    guint depth;            /* lists that are open */
} Lists;

static void
open_list(TxtWriter *writer, Lists *lists, const TxtUnit *unit)
{
    A2bBlock *list = build_open(writer->build, A2B_BLOCK_LIST, unit->line);

    list->as.list.ordered = unit->marker.kind > MARKER_BULLET;
    list->as.list.start = MAX(1, unit->marker.value);
    lists->indent[lists->depth] = unit->indent;
    lists->marker[lists->depth] = unit->marker;
    lists->depth++;
}

static void
open_item(TxtWriter *writer, const TxtUnit *unit)
{
    A2bBlock *item = build_open(writer->build, A2B_BLOCK_ITEM, unit->line);
    gsize len = unit->marker.text;

    if (unit->marker.kind <= MARKER_BULLET)
        return;
    while (len > 0 && strchr(" \t", unit->text[len - 1]))
        len--;
    if (len > 0)
        item->as.item.marker = arena_strndup(build_arena(writer->build),
                                             unit->text, len);
}

/* Closes the list opened last and, inside another, the item it is in. */
static void
close_list(TxtWriter *writer, Lists *lists)
{
    build_close(writer->build);                 /* item */
    build_close(writer->build);                 /* list */
    lists->depth--;
}

static gboolean
is_deeper(const Lists *lists, const TxtUnit *unit)
{
    return lists->depth > 0 && lists->depth < NESTED &&
           unit->indent > lists->indent[lists->depth - 1] + 1 &&
           !txt_marker_same(&lists->marker[lists->depth - 1],
                            &unit->marker);
}

static gboolean
goes_on(const Lists *lists, const TxtUnit *unit)
{
    const Marker *marker = &lists->marker[lists->depth - 1];

    return txt_marker_same(marker, &unit->marker) &&
           (marker->kind <= MARKER_BULLET ||
            unit->marker.value == marker->value + 1);
}

void
txt_write_list(TxtWriter *writer, guint first, guint end)
{
    Lists lists = { .depth = 0 };

    for (guint i = first; i < end; i++) {
        const TxtUnit *unit = txt_unit(writer->txt->units, i);

        if (!is_deeper(&lists, unit)) {
            while (lists.depth > 1 && !goes_on(&lists, unit))
                close_list(writer, &lists);
            if (lists.depth > 0 && !goes_on(&lists, unit))
                close_list(writer, &lists);
            if (lists.depth > 0)
                build_close(writer->build);     /* the item before */
        }
        if (lists.depth == 0 || is_deeper(&lists, unit))
            open_list(writer, &lists, unit);
        lists.marker[lists.depth - 1] = unit->marker;
        open_item(writer, unit);
        txt_write_block(writer, A2B_BLOCK_PARAGRAPH, unit->line,
                        unit->text + unit->marker.text,
                        unit->len - unit->marker.text);
    }
    while (lists.depth > 0)
        close_list(writer, &lists);
}
