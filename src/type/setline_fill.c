/* SPDX-License-Identifier: MIT */
/*
 * What gives way so that a line is as long as its measure: first all letters
 * a little, unseen (Hàn Thế Thành, Micro-typographic Extensions to the TeX
 * Typesetting System, 2000), then the spaces between words, then, in scripts
 * without them, the space between signs.
 */
#include "type/setline_parts.h"

#include <math.h>

#define SCALE_STEP .0025        /* so that few scales are used */
#define MODEST .1               /* of what word spaces can grow by: where
                                 * other gaps can help, they do first */
#define BEFORE_CAPITALS .06     /* the same: before capitals are spaced */
#define PHRASE .2               /* the same: of blanks between phrases, in
                                 * scripts that have none between words;
                                 * the line rather stays short */
#define NEARLY .2               /* the same: of a last line */

static double
sum_most(const Setline *set, guint8 kind)
{
    double sum = 0;

    for (guint i = 0; i < set->gaps->len; i++) {
        const Gap *gap = &g_array_index(set->gaps, Gap, i);

        sum += gap->kind == kind ? gap->most : 0;
    }
    return sum;
}

/* Lets gaps of kind grow until rest is used up or a part of their most is;
 * returns what is left of rest. */
static double
fill_grow(Setline *set, guint8 kind, double part, double rest)
{
    double most = sum_most(set, kind);

    if (most <= 0 || rest <= 0)
        return rest;
    part = MIN(part, rest / most);
    for (guint i = 0; i < set->gaps->len; i++) {
        Gap *gap = &g_array_index(set->gaps, Gap, i);

        if (gap->kind == kind)
            gap->add += gap->most * part;
    }
    return rest - most * part;
}

static void
fill_shrink(Setline *set, double rest)
{
    double most = 0, part;

    for (guint i = 0; i < set->gaps->len; i++)
        most += g_array_index(set->gaps, Gap, i).shrink;
    part = most > 0 ? MIN(-rest / most, 1) : 0;
    for (guint i = 0; i < set->gaps->len; i++) {
        Gap *gap = &g_array_index(set->gaps, Gap, i);

        gap->add = -gap->shrink * part;
    }
}

static void
fill_gaps(Setline *set, double rest)
{
    gboolean others = sum_most(set, SPACE_IDEOGRAPH) > 0 ||
                      sum_most(set, SPACE_CLUSTER) > 0;

    if (rest < 0) {
        fill_shrink(set, rest);
        return;
    }
    if (sum_most(set, SPACE_CAPITALS) > 0) {
        rest = fill_grow(set, SPACE_WORD, BEFORE_CAPITALS, rest);
        rest = fill_grow(set, SPACE_CAPITALS, 1, rest);
    }
    rest = fill_grow(set, SPACE_WORD, others ? MODEST : 1, rest);
    rest = fill_grow(set, SPACE_IDEOGRAPH, 1, rest);
    rest = fill_grow(set, SPACE_CLUSTER, 1, rest);
    if (others)
        fill_grow(set, SPACE_WORD, PHRASE, rest);
}

/* Gaps are as wide as they shall be whatever the letters' scale is. */
static void
fill_apply(Setline *set)
{
    double words = 0, grown = 0;

    set->width += set->letters * (set->scale - 1);
    for (guint i = 0; i < set->gaps->len; i++) {
        const Gap *gap = &g_array_index(set->gaps, Gap, i);
        Cell *cell = &g_array_index(set->cells, Cell, gap->cell);
        double scale = gap->rigid ? 1 : set->scale;

        set->width += gap->add;
        cell->advance += gap->add / scale;
        if (gap->kind != SPACE_WORD)
            continue;
        cell->advance += gap->width * (1 / scale - 1);
        words += gap->width;
        grown += gap->width + gap->add;
    }
    if (words > 0)
        set->line.ratio = grown / words;
}

static gboolean
must_fill(const Setline *set, double rest)
{
    const LineWish *wish = set->wish;
    gboolean last = wish->to->kind == BREAK_END ||
                    wish->to->kind == BREAK_FORCED;

    if (rest < 0)
        return TRUE;
    if (wish->align != SET_JUSTIFY)
        return FALSE;
    return !last || (rest <= wish->nearly &&
                     rest <= sum_most(set, SPACE_WORD) * MODEST * NEARLY +
                     set->letters * wish->expansion);
}

void
setline_fill(Setline *set)
{
    const LineWish *wish = set->wish;
    double rest = wish->length + wish->hang_start + wish->hang_end -
                  set->width;
    double give = set->letters * wish->expansion;
    double part;

    set->scale = 1;
    if (!must_fill(set, rest))
        return;
    if (give > 0) {
        part = CLAMP(rest / give, -1, 1) * wish->expansion;
        part = rint(part / SCALE_STEP) * SCALE_STEP;
        set->scale += part;
        rest -= set->letters * part;
    }
    fill_gaps(set, rest);
    fill_apply(set);
}
