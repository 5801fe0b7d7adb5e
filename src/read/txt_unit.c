/* SPDX-License-Identifier: MIT */
/*
 * Decides where one unit ends and the next begins.  Within lines that no
 * blank line parts, the test is the typesetter's: had the next word fitted
 * behind this line, the break was meant.
 */
#include "read/txt_unit.h"

#include <string.h>

#include "read/date.h"
#include "read/txt_join.h"
#include "read/txt_shape.h"

enum {
    SLACK = 3,              /* columns that a full line may fall short */
    SHORT_LINES = 60,       /* columns of lines that stand for themselves */
};

#define NO_BASE G_MAXUINT

typedef struct {
    const GArray *lines;
    const TxtLayout *layout;
    Arena *arena;
    TxtJoiner *joiner;
    GArray *units;
    GString *text;          /* of the unit being made */
    guint stanza, gap;
    guint width;            /* of full lines here; 0: every line is whole */
    guint base;             /* indent of lines that begin no paragraph, where
                             * first lines stand in; else NO_BASE */
    Marker list;            /* of the item before, if the list may go on */
} Maker;

static gboolean
is_centred(const TxtLine *line, const TxtLayout *layout)
{
    guint width = layout->wrapped ? layout->width + layout->margin : 78;
    int left = (int) line->indent - (int) layout->margin;
    int right = (int) width - (int) line->width;

    return left >= 6 && right >= 4 && ABS(left - right) <= 12;
}

static TxtUnit *
add_unit(Maker *maker, TxtShape shape, guint first, guint last)
{
    const TxtLine *line = txt_line(maker->lines, first);
    TxtUnit unit = {
        .shape = shape, .line = line->number, .stanza = maker->stanza,
        .gap = maker->gap, .n_lines = last - first, .quote = line->quote,
        .indent = line->indent > maker->layout->margin
            ? line->indent - maker->layout->margin : 0,
        .text = arena_strndup(maker->arena, maker->text->str,
                              maker->text->len),
        .len = maker->text->len,
        .centred = last - first == 1 && is_centred(line, maker->layout),
    };

    for (guint i = first; i < last; i++)
        unit.width = MAX(unit.width, txt_line(maker->lines, i)->width);
    maker->gap = 0;
    g_array_append_val(maker->units, unit);
    return txt_unit(maker->units, maker->units->len - 1);
}

/* The item's own lines, from first on, before the marker is cut off. */
static Marker
marker_of(const Maker *maker, guint i)
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

    return i == first && marker_of(maker, i).kind == MARKER_NONE &&
           (is_centred(line, maker->layout) ||
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
    gboolean item = marker_of(maker, first).kind != MARKER_NONE;
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
    return lower || txt_ends_sentence(line->str, line->len) ||
           line->str[line->len - 1] == ':' ||
           (line->width - line->indent) * 10 < maker->width * 7;
}

static gboolean
is_glued(const Maker *maker)
{
    return maker->layout->glued;
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
    Marker next = marker_of(maker, i + 1), start = marker_of(maker, first);

    if (next.kind == MARKER_NONE)
        return FALSE;
    if (start.kind != MARKER_NONE && txt_marker_same(&start, &next))
        return next.kind == MARKER_BULLET ||
               next.value == start.value + 1;
    return txt_ends_sentence(line->str, line->len) ||
           line->str[line->len - 1] == ':' ||
           !txt_joint_is_full(line, line + 1, maker->width - SLACK);
}

static gboolean
breaks(const Maker *maker, guint first, guint i, guint last)
{
    if (maker->width == 0)
        return TRUE;
    if (is_glued(maker))
        return ends_glued(maker, i);
    return begins_item(maker, first, i) ||
           breaks_wrapped(maker, first, i, last);
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

static void
add_prose(Maker *maker, guint first, guint last)
{
    Marker marker = marker_of(maker, first);
    TxtUnit *unit;

    g_string_truncate(maker->text, 0);
    for (guint i = first; i < last; i++)
        txt_join(maker->joiner, maker->text, txt_line(maker->lines, i));
    unit = add_unit(maker, SHAPE_PROSE, first, last);
    if (marker.kind == MARKER_NONE)
        return;
    unit->shape = SHAPE_ITEM;
    unit->marker = marker;
}

/* "December 2014If ...": the date line lost its end, too. */
static gsize
glued_date(const char *text)
{
    DateFound date;

    if (!date_find(text, MIN(strlen(text), 40), &date) || date.start > 0 ||
        !g_ascii_isupper(text[date.end]))
        return 0;
    return date.end;
}

/* "end.Begin" and "end.[2] Begin": where the second part begins if the
 * first ends at p, else NULL. */
static const char *
glued_joint(const char *start, const char *p)
{
    const char *q = p + 1;

    if (*q == '[' && *p != ' ' && p > start && g_ascii_isdigit(q[1])) {
        const char *close = q + 1 + strspn(q + 1, "0123456789");
        if (*close == ']' && close[1] == ' ')
            return q;
    }
    if (p - start < 3 || !strchr(".?!", *p) || !g_ascii_islower(p[-1]) ||
        !g_ascii_islower(p[-2]))
        return NULL;
    while (*q == '"' || *q == ')')
        q++;
    return g_ascii_isupper(*q) &&
           (g_ascii_islower(q[1]) || q[1] == ' ' || q[1] == '\'')
        ? q : NULL;
}

/* A part of lines [first, last) that fills some of them. */
static void
add_glued_part(Maker *maker, guint first, guint last)
{
    TxtUnit *unit = add_unit(maker, SHAPE_PROSE, first, last);

    unit->n_lines = 1 + unit->len / maker->width;
}

/* Text parted again where a lost line break glued two paragraphs. */
static void
add_glued(Maker *maker, guint first, guint last)
{
    g_autofree char *text = NULL;
    const char *start, *p;

    g_string_truncate(maker->text, 0);
    for (guint i = first; i < last; i++)
        txt_join(maker->joiner, maker->text, txt_line(maker->lines, i));
    text = g_strdup(maker->text->str);
    start = p = text + glued_date(text);
    if (start > text) {
        g_string_truncate(maker->text, start - text);
        add_glued_part(maker, first, last);
    }
    for (; *p; p++) {
        const char *q = glued_joint(start, p);
        if (q != NULL) {
            g_string_truncate(maker->text, 0);
            g_string_append_len(maker->text, start, q - start);
            add_glued_part(maker, first, last);
            start = q;
        }
    }
    g_string_assign(maker->text, start);
    add_glued_part(maker, first, last);
}

/* Lines that stand for themselves are marked as broken: where most joints
 * of the run are meant, and in whole-line texts where they are short. */
static void
mark_broken(Maker *maker, guint unit, guint n_lines)
{
    guint n = maker->units->len - unit, widest = 0;

    for (guint i = unit; i < maker->units->len; i++)
        widest = MAX(widest, txt_unit(maker->units, i)->width);
    if (n < 2 || n * 2 < n_lines + 1)
        return;
    if (maker->width == 0 && (widest > SHORT_LINES || n < 3))
        return;
    for (guint i = unit; i < maker->units->len; i++)
        txt_unit(maker->units, i)->broken =
            txt_unit(maker->units, i)->n_lines == 1;
}

static void
add_run(Maker *maker, guint first, guint last)
{
    guint unit = maker->units->len, start = first;

    maker->width = local_width(maker, first, last);
    maker->base = find_base(maker, first, last);
    for (guint i = first; i < last; i++) {
        if (i + 1 < last && !breaks(maker, start, i, last))
            continue;
        if (is_glued(maker))
            add_glued(maker, start, i + 1);
        else
            add_prose(maker, start, i + 1);
        start = i + 1;
    }
    mark_broken(maker, unit, last - first);
}

static void
add_drawn(Maker *maker, TxtShape shape, guint first, guint last)
{
    guint margin = G_MAXUINT;

    for (guint i = first; i < last; i++)
        margin = MIN(margin, txt_line(maker->lines, i)->indent);
    g_string_truncate(maker->text, 0);
    for (guint i = first; i < last; i++) {
        const TxtLine *line = txt_line(maker->lines, i);
        if (i > first)
            g_string_append_c(maker->text, '\n');
        for (guint k = margin; k < line->indent && k < 200; k++)
            g_string_append_c(maker->text, ' ');
        g_string_append_len(maker->text, line->str, line->len);
    }
    add_unit(maker, shape, first, last);
}

/* A rule right below a line of about its length underlines it. */
static gboolean
underlines(const Maker *maker, guint first, guint i)
{
    const TxtLine *rule = txt_line(maker->lines, i), *line;
    int over, under;

    if (i <= first)
        return FALSE;
    line = rule - 1;
    over = line->width - line->indent;
    under = rule->width - rule->indent;
    return !txt_is_rule(line->str, line->len) && over < 100 &&
           ABS(over - under) <= MAX(5, over / 3);
}

static void
add_rule(Maker *maker, guint first, guint i)
{
    if (underlines(maker, first, i) && maker->units->len > 0) {
        TxtUnit *unit = txt_unit(maker->units, maker->units->len - 1);
        if (unit->n_lines == 1) {
            unit->underlined = TRUE;
            unit->broken = FALSE;
            return;
        }
    }
    g_string_truncate(maker->text, 0);
    g_string_append_len(maker->text, txt_line(maker->lines, i)->str,
                        txt_line(maker->lines, i)->len);
    add_unit(maker, SHAPE_RULE, i, i + 1);
}

/* A title over its rule must not flow into the text before it. */
static gboolean
is_over_rule(const Maker *maker, guint i, guint last)
{
    return i + 1 < last &&
           txt_is_rule(txt_line(maker->lines, i + 1)->str,
                       txt_line(maker->lines, i + 1)->len) &&
           underlines(maker, i, i + 1);
}

static void
add_stanza(Maker *maker, guint first, guint last)
{
    guint start = first;
    TxtShape shape = txt_shape(maker->lines, first, last, maker->layout);

    maker->stanza++;
    if (shape != SHAPE_PROSE) {
        add_drawn(maker, shape, first, last);
        return;
    }
    for (guint i = first; i <= last; i++) {
        gboolean rule = i < last &&
            txt_is_rule(txt_line(maker->lines, i)->str,
                        txt_line(maker->lines, i)->len);
        gboolean title = i < last && is_over_rule(maker, i, last);

        if (i < last && !rule && !title)
            continue;
        if (i > start)
            add_run(maker, start, i);
        if (title)
            add_run(maker, i, i + 1);
        else if (rule)
            add_rule(maker, first, i);
        start = i + 1;
    }
}

GArray *
txt_units_new(const GArray *lines, const TxtLayout *layout, Arena *arena)
{
    Maker maker = {
        .lines = lines, .layout = layout, .arena = arena,
        .joiner = txt_joiner_new(lines),
        .units = g_array_new(FALSE, TRUE, sizeof(TxtUnit)),
        .text = g_string_new(NULL),
    };
    guint i = 0;

    while (i < lines->len) {
        guint first = i;
        if (txt_line(lines, i)->len == 0) {
            maker.gap++;
            i++;
            continue;
        }
        while (i < lines->len && txt_line(lines, i)->len > 0 &&
               txt_line(lines, i)->quote == txt_line(lines, first)->quote)
            i++;
        add_stanza(&maker, first, i);
    }
    g_string_free(maker.text, TRUE);
    txt_joiner_free(maker.joiner);
    return maker.units;
}
