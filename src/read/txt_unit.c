/* SPDX-License-Identifier: MIT */
/* Makes units of lines: prose put together again, drawings as they are. */
#include "read/txt_unit.h"

#include <string.h>

#include "read/txt_maker.h"
#include "read/txt_shape.h"

enum {
    SHORT_LINES = 60,       /* columns of lines that stand for themselves */
    SIGNATURE_LINES = 16,
    USUAL_BYTES = 1024,     /* more than most units need */
};

TxtUnit *
maker_add(Maker *maker, TxtShape shape, guint first, guint last)
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
        .centred = last - first == 1 && maker_is_centred(maker, line),
    };

    for (guint i = first; i < last; i++)
        unit.width = MAX(unit.width, txt_line(maker->lines, i)->width);
    maker->gap = 0;
    g_array_append_val(maker->units, unit);
    return txt_unit(maker->units, maker->units->len - 1);
}

static void
add_prose(Maker *maker, guint first, guint last)
{
    Marker marker = maker_marker(maker, first);
    TxtUnit *unit;

    g_string_truncate(maker->text, 0);
    for (guint i = first; i < last; i++)
        txt_join(maker->joiner, maker->text, txt_line(maker->lines, i));
    unit = maker_add(maker, SHAPE_PROSE, first, last);
    if (marker.kind == MARKER_NONE)
        return;
    unit->shape = SHAPE_ITEM;
    unit->marker = marker;
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

    maker_measure(maker, first, last);
    for (guint i = first; i < last; i++) {
        if (i + 1 < last && !maker_breaks(maker, start, i, last))
            continue;
        if (maker->layout->glued)
            maker_add_glued(maker, start, i + 1);
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
        if (txt_line(maker->lines, i)->len > 0)
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
    maker_add(maker, shape, first, last);
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
    maker_add(maker, SHAPE_RULE, i, i + 1);
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
add_written(Maker *maker, guint first, guint last)
{
    guint start = first;

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

/* The line below the last "--", if a signature's lines are left after it;
 * else past the end. */
static guint
find_signature(const GArray *lines)
{
    guint from = lines->len > SIGNATURE_LINES
        ? lines->len - SIGNATURE_LINES : 0;

    for (guint i = lines->len; i > from; i--)
        if (txt_line(lines, i - 1)->len == 2 &&
            !memcmp(txt_line(lines, i - 1)->str, "--", 2))
            return i;
    return G_MAXUINT;
}

/* Lines that no blank line parts. */
typedef struct {
    guint first, last, gap;
    TxtShape shape;
} Stanza;

static GArray *
find_stanzas(const Maker *maker)
{
    const GArray *lines = maker->lines;
    GArray *stanzas = g_array_sized_new(FALSE, FALSE, sizeof(Stanza),
                                        lines->len / 2 + 1);
    guint gap = 0, i = 0;

    while (i < lines->len) {
        Stanza stanza = { .first = i, .gap = gap };
        if (txt_line(lines, i)->len == 0) {
            gap++;
            i++;
            continue;
        }
        while (i < lines->len && txt_line(lines, i)->len > 0 &&
               txt_line(lines, i)->quote ==
               txt_line(lines, stanza.first)->quote)
            i++;
        stanza.last = i;
        stanza.shape = txt_shape(lines, stanza.first, i);
        g_array_append_val(stanzas, stanza);
        gap = 0;
    }
    return stanzas;
}

/* A stanza beside one of code is code if it can be; step: 1 or -1. */
static void
spread_code(const Maker *maker, GArray *stanzas, guint i, int step)
{
    for (guint k = i + step; k < stanzas->len; k += step) {
        Stanza *stanza = &g_array_index(stanzas, Stanza, k);
        guint gap = g_array_index(stanzas, Stanza, step > 0 ? k : k + 1).gap;
        if (stanza->shape != SHAPE_PROSE || gap > 1 ||
            !txt_goes_on_as_code(maker->lines, stanza->first, stanza->last,
                                 maker->layout))
            return;
        stanza->shape = SHAPE_CODE;
    }
}

/* Adds stanza i, and those after it that are one piece of code with it;
 * gives the next. */
static guint
add_stanza(Maker *maker, const GArray *stanzas, guint i)
{
    const Stanza *stanza = &g_array_index(stanzas, Stanza, i);
    guint last = stanza->last;

    maker->stanza++;
    maker->gap += stanza->gap;
    if (stanza->shape == SHAPE_PROSE) {
        add_written(maker, stanza->first, stanza->last);
        return i + 1;
    }
    for (i++; i < stanzas->len && stanza->shape == SHAPE_CODE; i++) {
        const Stanza *next = &g_array_index(stanzas, Stanza, i);
        if (next->shape != SHAPE_CODE || next->gap > 1)
            break;
        last = next->last;
    }
    add_drawn(maker, stanza->shape, stanza->first, last);
    return i;
}

GArray *
txt_units_new(const GArray *lines, const TxtLayout *layout, Arena *arena)
{
    Maker maker = {
        .lines = lines, .layout = layout, .arena = arena,
        .joiner = txt_joiner_new(lines),
        .text = g_string_sized_new(USUAL_BYTES),
        .signature = find_signature(lines),
    };
    g_autoptr(GArray) stanzas = find_stanzas(&maker);

    maker.units = g_array_sized_new(FALSE, TRUE, sizeof(TxtUnit),
                                    stanzas->len);
    for (guint i = 0; i < stanzas->len; i++)
        if (g_array_index(stanzas, Stanza, i).shape == SHAPE_CODE) {
            spread_code(&maker, stanzas, i, 1);
            spread_code(&maker, stanzas, i, -1);
        }
    for (guint i = 0; i < stanzas->len; )
        i = add_stanza(&maker, stanzas, i);
    g_string_free(maker.text, TRUE);
    txt_joiner_free(maker.joiner);
    return maker.units;
}
