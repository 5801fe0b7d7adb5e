/* SPDX-License-Identifier: MIT */
/*
 * Which glyphs a line has: those of the whole text wherever it may be cut
 * without harm; only the word at an end that may not is shaped again.
 */
#include "type/setline_parts.h"

#define WORD_MOST 5.            /* a word space grows to six times itself; a
                                 * line that lacks more stays short */
#define IDEOGRAPH_MOST .25      /* of an em */
#define CLUSTER_MOST .03
#define CAPITALS_MOST .04

gboolean
setline_spends(const char *str, const char *end)
{
    gunichar three;

    if (end - str >= 2 && (guchar) str[0] == 0xc2)
        return (guchar) str[1] == 0xad;
    if (end - str < 3)
        return FALSE;
    three = g_utf8_get_char(str);
    return three == 0x200b || three == 0x200e || three == 0x200f ||
           (three >= 0x202a && three <= 0x202e) || three == 0x2060 ||
           (three >= 0x2066 && three <= 0x2069) || three == 0xfeff;
}

static void
cut_gap(Setline *set, const ShapedItem *item, guint32 character, guint cell,
        double width)
{
    static const double most[] = {
        [SPACE_IDEOGRAPH] = IDEOGRAPH_MOST,
        [SPACE_CLUSTER] = CLUSTER_MOST,
        [SPACE_CAPITALS] = CAPITALS_MOST,
    };
    const Shaped *shaped = set->shaped;
    Gap gap = {
        .cell = cell,
        .kind = shaped->space[character],
        .width = width,
        .shrink = (gint32) ((guint32) shaped->shrink[character + 1] -
                            (guint32) shaped->shrink[character]),
    };

    gap.most = gap.kind == SPACE_WORD ? gap.width * WORD_MOST :
               item->size * UNIT * most[gap.kind];
    g_array_append_val(set->gaps, gap);
}

/* Takes glyphs for the characters from on, up to the byte end, over. */
static void
cut_copy(Setline *set, const ShapedItem *item, guint32 from, guint32 end,
         const ShapedGlyph *glyphs, guint n)
{
    const guint32 *byte = set->shaped->byte;
    const guint8 *space = set->shaped->space;
    const char *str = set->shaped->text->str;
    guint first = set->cells->len, at = first;
    gint64 width = 0;
    Cell *cells;

    g_array_set_size(set->cells, first + n);
    cells = (Cell *) set->cells->data;
    for (guint i = 0; i < n; i++) {
        const ShapedGlyph glyph = glyphs[i];
        guint32 next = i + 1 < n ? MIN(glyphs[i + 1].at, end) : end;

        if (glyph.at < end && setline_is_spent(str + glyph.at, str + end))
            continue;
        cells[at++] = (Cell) {
            glyph.glyph, glyph.at, glyph.advance, glyph.dx, glyph.dy,
            FALSE
        };
        width += glyph.advance;
        if (next <= glyph.at)
            continue;
        while (byte[from + 1] < next)
            from++;
        if (space[from] != SPACE_NONE)
            cut_gap(set, item, from, at - 1, glyph.advance);
        from++;
    }
    set->width += width;
    g_array_set_size(set->cells, at);
}

/* The first glyph of item at or after byte at. */
static guint32
glyph_from(const Shaped *shaped, const ShapedItem *item, guint32 at)
{
    guint32 low = item->glyph, high = item->glyph + item->n_glyphs;

    while (low < high) {
        guint32 middle = low + (high - low) / 2;

        if (shaped->glyphs[middle].at < at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static void
cut_slice(Setline *set, const ShapedItem *item, guint32 from, guint32 to)
{
    const Shaped *shaped = set->shaped;
    guint32 first, end;

    if (from >= to)
        return;
    first = glyph_from(shaped, item, shaped->byte[from]);
    end = glyph_from(shaped, item, shaped->byte[to]);
    cut_copy(set, item, from, shaped->byte[to], &shaped->glyphs[first],
             end - first);
}

static void
cut_again(Setline *set, const ShapedItem *item, guint32 from, guint32 to,
          gboolean hyphen)
{
    const Shaped *shaped = set->shaped;

    if (from >= to)
        return;
    g_array_set_size(set->fresh, 0);
    shape_again(set->shaper, shaped, item, shaped->byte[from],
                shaped->byte[to], hyphen, set->fresh);
    cut_copy(set, item, from, shaped->byte[to],
             (const ShapedGlyph *) set->fresh->data, set->fresh->len);
}

/* Whether a word begins at character i of an item and can be cut off. */
static gboolean
begins_word(const Shaped *shaped, guint32 i)
{
    return shaped->safe[i] && shaped->space[i - 1] == SPACE_WORD;
}

/* Characters from to to of item, as a line has them. */
static void
cut_cells(Setline *set, const ShapedItem *item, guint32 from, guint32 to,
          gboolean hyphen)
{
    const Shaped *shaped = set->shaped;
    guint32 item_end = item->first_char + item->n_chars;
    guint32 head = from, tail = to;

    if (from > item->first_char && !shaped->safe[from])
        do
            head++;
        while (head < to && !begins_word(shaped, head));
    if (hyphen || (to < item_end && !shaped->safe[to]))
        do
            tail--;
        while (tail > from && !begins_word(shaped, tail));
    if (head > tail || (head == to && tail < to)) {
        cut_again(set, item, from, to, hyphen);
        return;
    }
    cut_again(set, item, from, head, FALSE);
    cut_slice(set, item, head, tail);
    cut_again(set, item, tail, to, hyphen);
}

static void
cut_piece(Setline *set, const ShapedItem *item, guint32 from, guint32 to,
          gboolean hyphen)
{
    const Shaped *shaped = set->shaped;
    guint gap = set->gaps->len;
    double before = set->width, letters;
    Piece piece = {
        .item = item,
        .start = shaped->byte[from],
        .end = shaped->byte[to],
        .cell = set->cells->len,
        .level = item->level,
        .hyphen = hyphen,
        .rigid = shaped->expand[to] == shaped->expand[from],
    };

    cut_cells(set, item, from, to, hyphen);
    piece.n_cells = set->cells->len - piece.cell;
    letters = set->width - before;
    for (; gap < set->gaps->len; gap++) {
        Gap *each = &g_array_index(set->gaps, Gap, gap);

        each->rigid = piece.rigid;
        if (each->kind == SPACE_WORD)
            letters -= each->width;
    }
    if (!piece.rigid)
        set->letters += letters;
    if (piece.n_cells > 0)
        g_array_append_val(set->pieces, piece);
}

/* A blank where the line ends, so that words do not meet when the text is
 * taken out of the file again. */
static void
cut_tail(Setline *set)
{
    const Shaped *shaped = set->shaped;
    const BreakPoint *to = set->wish->to;
    Piece piece = { .tail = TRUE, .level = shaped->text->rtl };
    const FontFace *face;
    Cell cell = { .at = shaped->byte[to->end] };

    if (set->pieces->len == 0)
        return;
    if (set->wish->blanks == 0 && to->kind != BREAK_FORCED &&
        (to->kind != BREAK_SPACE || to->next == to->end))
        return;
    piece.item = g_array_index(set->pieces, Piece,
                               set->pieces->len - 1).item;
    piece.rigid = g_array_index(set->pieces, Piece,
                                set->pieces->len - 1).rigid;
    piece.start = piece.end = cell.at;
    piece.cell = set->cells->len;
    piece.n_cells = 1;
    face = fontset_face(shaper_fonts(set->shaper), piece.item->face);
    cell.glyph = face->space_glyph;
    cell.advance = face->space * piece.item->size * UNIT / FONT_EM;
    g_array_append_val(set->cells, cell);
    g_array_append_val(set->pieces, piece);
}

/* The item that character i is in. */
static guint
item_of(const Shaped *shaped, guint32 i)
{
    guint low = 0, high = shaped->n_items;

    while (low + 1 < high) {
        guint middle = low + (high - low) / 2;

        if (shaped->items[middle].first_char <= i)
            low = middle;
        else
            high = middle;
    }
    return low;
}

void
setline_cut(Setline *set)
{
    const Shaped *shaped = set->shaped;
    const BreakPoint *to = set->wish->to;
    guint32 from = set->wish->from ? set->wish->from->next : 0;

    g_array_set_size(set->cells, 0);
    g_array_set_size(set->pieces, 0);
    g_array_set_size(set->gaps, 0);
    set->width = set->letters = 0;
    for (guint i = item_of(shaped, from);
         i < shaped->n_items && shaped->items[i].first_char < to->end; i++) {
        const ShapedItem *item = &shaped->items[i];
        guint32 start = MAX(from, item->first_char);
        guint32 end = MIN(to->end, item->first_char + item->n_chars);

        if (start < end)
            cut_piece(set, item, start, end, to->kind == BREAK_HYPHEN &&
                      end == to->end);
    }
    if (set->gaps->len > 0 &&
        g_array_index(set->gaps, Gap, set->gaps->len - 1).cell ==
        set->cells->len - 1)
        g_array_set_size(set->gaps, set->gaps->len - 1);
    /* White in the last sign stands in the margin. */
    if (to->kind != BREAK_HYPHEN && shaped->safe[to->end])
        set->width += to->pre;
    cut_tail(set);
}
