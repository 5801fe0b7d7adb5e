/* SPDX-License-Identifier: MIT */
/*
 * Pieces that are painted alike become one run, so that a line is one
 * operation of the PDF; and each cluster of glyphs is told which bytes it
 * shows, so that text can be taken out again.
 */
#include "type/setline_parts.h"

static const Piece *
piece_at(const Setline *set, guint i)
{
    return &g_array_index(set->pieces, Piece, i);
}

static const Look *
look_of(const Setline *set, const Piece *piece)
{
    return &set->shaped->text->looks[piece->item->look].look;
}

static gboolean
is_alike(const Setline *set, const Piece *a, const Piece *b)
{
    return a->item == b->item ? a->level == b->level :
           a->item->face == b->item->face &&
           a->item->size == b->item->size &&
           a->item->rise == b->item->rise &&
           a->item->missing == b->item->missing &&
           a->rigid == b->rigid && (a->level & 1) == (b->level & 1) &&
           look_of(set, a)->mark == look_of(set, b)->mark;
}

/* Adds the glyphs of a piece from left to right; returns where the next
 * stand. */
static double
runs_glyphs(Setline *set, const Piece *piece, double x)
{
    const Cell *cells = &g_array_index(set->cells, Cell, piece->cell);
    guint at = set->glyphs->len;
    LineGlyph *glyph;

    g_array_set_size(set->glyphs, at + piece->n_cells);
    glyph = &g_array_index(set->glyphs, LineGlyph, at);
    for (guint i = 0; i < piece->n_cells; i++, glyph++) {
        const Cell *cell = &cells[piece->level & 1 ?
                                  piece->n_cells - 1 - i : i];

        glyph->glyph = cell->glyph;
        glyph->x = (x + cell->dx) / UNIT;
        glyph->y = -cell->dy / (double) UNIT;
        x += cell->advance;
    }
    return x;
}

/* Appends what is shown of bytes start to end. */
static void
runs_text(Setline *set, guint32 start, guint32 end)
{
    const char *str = set->shaped->text->str;

    for (guint32 at = start, next; at < end; at = next) {
        for (next = at; next < end; next++)
            if (setline_is_spent(str + next, str + end))
                break;
        g_string_append_len(set->text, str + at, next - at);
        while (next < end && setline_is_spent(str + next, str + end))
            next = g_utf8_next_char(str + next) - str;
    }
}

/* A cluster for what was added to the text since from; several, where it is
 * longer than one can be. */
static void
runs_cluster(Setline *set, gsize from, guint n_glyphs)
{
    const char *text = set->text->str + from;
    gsize len = set->text->len - from;

    while (len > 0 || n_glyphs > 0) {
        gsize bytes = MIN(len, G_MAXUINT16);
        LineCluster cluster = { .n_glyphs = MIN(n_glyphs, G_MAXUINT16) };

        while (bytes < len && ((guchar) text[bytes] & 0xc0) == 0x80)
            bytes--;
        cluster.n_bytes = bytes;
        g_array_append_val(set->clusters, cluster);
        text += bytes;
        len -= bytes;
        n_glyphs -= cluster.n_glyphs;
    }
}

/* Adds text and clusters of a piece, in the order of the text. */
static void
runs_clusters(Setline *set, const Piece *piece)
{
    const Cell *cells = &g_array_index(set->cells, Cell, piece->cell);
    guint32 start = piece->start;

    for (guint i = 0, next; i < piece->n_cells; i = next) {
        gsize from = set->text->len;
        guint32 end;

        for (next = i + 1; next < piece->n_cells &&
                           cells[next].at == cells[i].at; next++)
            continue;
        end = next < piece->n_cells ? cells[next].at : piece->end;
        if (piece->tail)
            g_string_append_c(set->text, ' ');
        else if (piece->hyphen && cells[i].at >= piece->end)
            g_string_append_c(set->text, '-');
        else
            runs_text(set, start, end);
        runs_cluster(set, from, next - i);
        start = end;
    }
}

/* Pieces first to end (not with it), which are alike. */
static double
runs_add(Setline *set, guint first, guint end, double x)
{
    const Piece *piece = piece_at(set, first);
    gboolean rtl = piece->level & 1;
    guint logical = rtl ? end - 1 : first;
    RunStart start = { set->glyphs->len, set->clusters->len,
                       set->text->len };
    LineRun run = {
        .face = piece->item->face,
        .rtl = rtl,
        .missing = piece->item->missing,
        .mark = look_of(set, piece)->mark,
        .size = piece->item->size,
        .scale = piece->rigid ? 1 : set->scale,
        .x = x / UNIT,
        .rise = piece->item->rise / (double) UNIT + set->wish->rise,
        .at = piece_at(set, logical)->start + set->wish->offset,
    };
    double width = 0;

    for (guint i = first; i < end; i++)
        width = runs_glyphs(set, piece_at(set, i), width);
    for (guint i = first; i < end; i++)
        runs_clusters(set, piece_at(set, rtl ? end - 1 - (i - first) : i));
    run.width = width * run.scale / UNIT;
    run.len = set->text->len - start.text;
    run.n_glyphs = set->glyphs->len - start.glyph;
    run.n_clusters = set->clusters->len - start.cluster;
    g_array_append_val(set->runs, run);
    g_array_append_val(set->starts, start);
    return x + width * run.scale;
}

void
setline_runs(Setline *set, double x)
{
    guint n = set->pieces->len;

    for (guint first = 0, end; first < n; first = end) {
        for (end = first + 1; end < n; end++)
            if (!is_alike(set, piece_at(set, first), piece_at(set, end)))
                break;
        x = runs_add(set, first, end, x);
    }
}
