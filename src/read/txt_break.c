/* SPDX-License-Identifier: MIT */
/*
 * Decides where one unit ends and the next begins.  Within lines that no
 * blank line parts, the test is the typesetter's: had the next word fitted
 * behind this line, the break was meant.
 */
#include "read/txt_maker.h"

#include <string.h>

#include "read/txt_shape.h"

enum { SLACK = 3 };         /* columns that a full line may fall short */

gboolean
maker_is_centred(const Maker *maker, const TxtLine *line)
{
    const TxtLayout *layout = maker->layout;
    guint width = layout->wrapped ? layout->width + layout->margin : 78;
    int left = (int) line->indent - (int) layout->margin;
    int right = (int) width - (int) line->width;

    return left >= 6 && right >= 4 && ABS(left - right) <= 12;
}

/* The item's own lines, from first on, before the marker is cut off. */
Marker
maker_marker(const Maker *maker, guint i)
{
    const TxtLine *line = txt_line(maker->lines, i);
    return txt_marker(line->str, line->len);
}

static gboolean
hangs(const Maker *maker, guint i, guint last)
{
    const TxtLine *next = txt_line(maker->lines, i + 1);

    return i + 2 >= last ||
           txt_line(maker->lines, i + 2)->indent == next->indent;
}

/* A title or byline before its text: the first line, far from full. */
static gboolean
stands_short(const Maker *maker, guint first, guint i)
{
    const TxtLine *line = txt_line(maker->lines, i);
    guint spare = maker->width / 2;

    return i == first && maker_marker(maker, i).kind == MARKER_NONE &&
           (maker_is_centred(maker, line) ||
            !txt_joint_is_full(line, line + 1, maker->width - spare)) &&
           !txt_ends_sentence(line->str, line->len) &&
           line->str[line->len - 1] != ',';
}

/* Whether line i + 1 begins something new; first: where the unit began. */
static gboolean
breaks_wrapped(const Maker *maker, guint first, guint i, guint last)
{
    const TxtLine *line = txt_line(maker->lines, i), *next = line + 1;
    const TxtLine *start = txt_line(maker->lines, first);
    gboolean item = maker_marker(maker, first).kind != MARKER_NONE;
    gboolean full = txt_joint_is_full(line, next, maker->width - SLACK);
    gboolean lower = txt_starts_lower(next->str, next->len);

    if (line->width > maker->width + maker->width / 3)
        return TRUE;
    if (maker->base != NO_BASE && next->indent > maker->base + 1 &&
        next->indent >= line->indent && !item)
        return TRUE;
    if (next->indent > line->indent + 1 && !(item && i == first))
        return !(i == first && hangs(maker, i, last) && full) && !lower;
    if (i > first && next->indent + 1 < line->indent &&
        next->indent <= start->indent && line->indent > start->indent + 1)
        return TRUE;
    if (full || (lower && !stands_short(maker, first, i)))
        return FALSE;
    if (maker->flows && line->width * 20 >= maker->width * 17 &&
        *next->str != '[')
        return FALSE;
    return lower || txt_ends_sentence(line->str, line->len) ||
           line->str[line->len - 1] == ':' ||
           (line->width - line->indent) * 10 < maker->width * 7;
}

/* The only sign that is left is a short line that ends a sentence. */
static gboolean
ends_glued(const Maker *maker, guint i)
{
    const TxtLine *line = txt_line(maker->lines, i), *next = line + 1;

    return line->width * 2 < maker->width && *next->str != '[' &&
           txt_ends_sentence(line->str, line->len) &&
           g_unichar_isupper(g_utf8_get_char(next->str));
}

static gboolean
begins_item(const Maker *maker, guint first, guint i)
{
    const TxtLine *line = txt_line(maker->lines, i);
    Marker next = maker_marker(maker, i + 1);
    Marker start = maker_marker(maker, first);

    if (next.kind == MARKER_NONE)
        return FALSE;
    if (start.kind != MARKER_NONE && txt_marker_same(&start, &next))
        return next.kind == MARKER_BULLET ||
               next.value == start.value + 1;
    return txt_ends_sentence(line->str, line->len) ||
           line->str[line->len - 1] == ':' ||
           !txt_joint_is_full(line, line + 1, maker->width - SLACK);
}

gboolean
maker_breaks(const Maker *maker, guint first, guint i, guint last)
{
    if (maker->width == 0 || i + 1 >= maker->signature)
        return TRUE;
    if (maker->layout->glued)
        return ends_glued(maker, i);
    return begins_item(maker, first, i) ||
           breaks_wrapped(maker, first, i, last);
}

/* Where blank lines part paragraphs and nearly all joints of a run are those
 * of wrapping, a line that is almost full does not end one. */
static gboolean
flows(const Maker *maker, guint first, guint last)
{
    guint meant = 0;

    for (guint i = first; i + 1 < last; i++) {
        const TxtLine *line = txt_line(maker->lines, i), *next = line + 1;
        meant += !txt_joint_is_full(line, next, maker->width - SLACK) &&
                 !txt_starts_lower(next->str, next->len);
    }
    return maker->layout->spaced && meant * 3 < last - first;
}

/* Columns of a full line among [first, last). */
static guint
local_width(const Maker *maker, guint first, guint last)
{
    guint width = maker->layout->width, widest = 0;

    if (!maker->layout->wrapped)
        return 0;
    for (guint i = first; i < last; i++)
        widest = MAX(widest, txt_line(maker->lines, i)->width);
    if (last - first >= 5 && widest >= width / 2)
        return MIN(width, widest);
    return width;
}

/* Where paragraphs begin with an indent, most lines stand at the base and
 * a line that stands in is followed by one that does not. */
static guint
find_base(const Maker *maker, guint first, guint last)
{
    guint base = G_MAXUINT, at_base = 0, stand_in = 0;

    for (guint i = first; i < last; i++)
        base = MIN(base, txt_line(maker->lines, i)->indent);
    for (guint i = first; i < last; i++) {
        guint indent = txt_line(maker->lines, i)->indent;
        at_base += indent == base;
        stand_in += indent >= base + 2 && indent <= base + 10;
    }
    return at_base >= 3 && stand_in > 0 && at_base + stand_in ==
           last - first && at_base > stand_in ? base : NO_BASE;
}

void
maker_measure(Maker *maker, guint first, guint last)
{
    maker->width = first >= maker->signature ||
        txt_is_verse(maker->lines, first, last, maker->layout)
        ? 0 : local_width(maker, first, last);
    maker->base = find_base(maker, first, last);
    maker->flows = maker->width > 0 && flows(maker, first, last);
}
