/* SPDX-License-Identifier: MIT */
/*
 * Where on the page the pieces of a line stand: their order in lines of both
 * directions (Unicode Standard Annex 9, rule L2) and their alignment.
 */
#include "type/setline_parts.h"

Setline *
setline_new(void)
{
    Setline *set = g_new0(Setline, 1);

    set->fresh = g_array_new(FALSE, FALSE, sizeof(ShapedGlyph));
    set->cells = g_array_new(FALSE, FALSE, sizeof(Cell));
    set->pieces = g_array_new(FALSE, FALSE, sizeof(Piece));
    set->gaps = g_array_new(FALSE, FALSE, sizeof(Gap));
    set->glyphs = g_array_new(FALSE, FALSE, sizeof(LineGlyph));
    set->clusters = g_array_new(FALSE, FALSE, sizeof(LineCluster));
    set->text = g_string_new(NULL);
    set->runs = g_array_new(FALSE, FALSE, sizeof(LineRun));
    set->starts = g_array_new(FALSE, FALSE, sizeof(RunStart));
    return set;
}

void
setline_free(Setline *set)
{
    if (!set)
        return;
    g_array_unref(set->fresh);
    g_array_unref(set->cells);
    g_array_unref(set->pieces);
    g_array_unref(set->gaps);
    g_array_unref(set->glyphs);
    g_array_unref(set->clusters);
    g_string_free(set->text, TRUE);
    g_array_unref(set->runs);
    g_array_unref(set->starts);
    g_free(set);
}

void
setline_begin(Setline *set)
{
    g_array_set_size(set->glyphs, 0);
    g_array_set_size(set->clusters, 0);
    g_string_truncate(set->text, 0);
    g_array_set_size(set->runs, 0);
    g_array_set_size(set->starts, 0);
    set->line = (Line) { .ratio = 1, .start = G_MAXUINT32 };
}

static void
reverse(Piece *pieces, guint from, guint to)
{
    for (; from + 1 < to; from++, to--) {
        Piece piece = pieces[from];

        pieces[from] = pieces[to - 1];
        pieces[to - 1] = piece;
    }
}

static void
set_order(Setline *set)
{
    Piece *pieces = (Piece *) set->pieces->data;
    guint n = set->pieces->len, highest = 0;

    for (guint i = 0; i < n; i++)
        highest = MAX(highest, pieces[i].level);
    for (guint level = highest; level > 0; level--)
        for (guint i = 0, end; i < n; i = end + 1) {
            for (end = i; end < n && pieces[end].level >= level; end++)
                continue;
            reverse(pieces, i, end);
        }
}

/* Where the line's letters begin. */
static double
set_left(const Setline *set)
{
    const LineWish *wish = set->wish;
    gboolean rtl = set->shaped->text->rtl;
    double start = wish->left - wish->hang_start;
    double end = wish->left + wish->length + wish->hang_end - set->width;

    if (rtl) {
        start = wish->left + wish->length + wish->hang_start - set->width;
        end = wish->left - wish->hang_end;
    }
    if (wish->align == SET_CENTER)
        return wish->left + (wish->length - set->width) / 2;
    return wish->align == SET_END ? end : start;
}

/* The first piece may be the blank that a line from right to left ends with:
 * it stands before the line. */
static double
set_blank(const Setline *set)
{
    const Piece *piece = (const Piece *) set->pieces->data;

    if (set->pieces->len == 0 || !piece->tail || !set->shaped->text->rtl)
        return 0;
    return g_array_index(set->cells, Cell, piece->cell).advance;
}

void
setline_add(Setline *set, Shaper *shaper, const Shaped *shaped,
            const LineWish *wish)
{
    Line *line = &set->line;
    gboolean first = line->start == G_MAXUINT32;
    guint32 begin = wish->from ? wish->from->next : 0;
    double left;

    set->shaper = shaper;
    set->shaped = shaped;
    set->wish = wish;
    setline_cut(set);
    setline_fill(set);
    set_order(set);
    left = set_left(set);
    setline_runs(set, left - set_blank(set) * set->scale);
    left /= UNIT;
    line->left = first ? left : MIN(left, line->left);
    line->right = MAX(first ? left : line->right, left + set->width / UNIT);
    line->hyphen = wish->to->kind == BREAK_HYPHEN;
    line->last = wish->to->kind == BREAK_END;
    line->start = MIN(line->start, shaped->byte[begin] + wish->offset);
    line->end = shaped->byte[wish->to->next] + wish->offset + wish->blanks;
}

const Line *
setline_end(Setline *set)
{
    LineRun *runs = (LineRun *) set->runs->data;

    for (guint i = 0; i < set->runs->len; i++) {
        const RunStart *start = &g_array_index(set->starts, RunStart, i);

        runs[i].str = set->text->str + start->text;
        runs[i].glyphs = &g_array_index(set->glyphs, LineGlyph,
                                        start->glyph);
        runs[i].clusters = &g_array_index(set->clusters, LineCluster,
                                          start->cluster);
    }
    set->line.runs = runs;
    set->line.n_runs = set->runs->len;
    return &set->line;
}
