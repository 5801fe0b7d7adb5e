/* SPDX-License-Identifier: MIT */
/*
 * Pieces that are painted alike become one run, so that a line is one
 * operation of the PDF; and each cluster of glyphs is told which bytes it
 * shows, so that text can be taken out again.
 */
#include "type/setline_parts.h"

#define WIDE_TRACKING (1. / 13) /* em: words so spaced are one cluster */

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
    const Cell *cell = &g_array_index(set->cells, Cell, piece->cell);
    guint at = set->glyphs->len, n = piece->n_cells;
    int step = piece->level & 1 ? -1 : 1;
    LineGlyph *glyph;

    g_array_set_size(set->glyphs, at + n);
    glyph = &g_array_index(set->glyphs, LineGlyph, at);
    cell += step < 0 ? n - 1 : 0;
    for (guint i = 0; i < n; i++, glyph++, cell += step) {
        glyph->glyph = cell->glyph;
        glyph->x = (x + cell->dx) * (1. / UNIT);
        glyph->y = cell->dy * (-1. / UNIT);
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

static gboolean
has_spent(const Setline *set, const Piece *piece)
{
    const char *str = set->shaped->text->str;

    for (guint32 at = piece->start; at < piece->end; at++)
        if (setline_is_spent(str + at, str + piece->end))
            return TRUE;
    return piece->end - piece->start > G_MAXUINT16 ||
           piece->n_cells > G_MAXUINT16;
}

/* Where the next cluster after that of cell i begins. */
static guint
next_cluster(const Piece *piece, const Cell *cells, guint i)
{
    guint next = i + 1;

    while (next < piece->n_cells && cells[next].at == cells[i].at)
        next++;
    return next;
}

/* The same; more of them if readers of the file would see a blank between
 * them. */
static guint
next_whole(const Setline *set, const Piece *piece, const Cell *cells, guint i,
           guint n)
{
    const char *str = set->shaped->text->str;
    guint next = next_cluster(piece, cells, i);
    gboolean wide = look_of(set, piece)->tracking >
                    look_of(set, piece)->size * WIDE_TRACKING;

    if ((next == i + 1 && !wide) || str[cells[i].at] == ' ')
        return next;
    while (next < n && str[cells[next].at] != ' ' &&
           (wide ||
            setline_falls_short(set, &cells[i], next - i, piece)))
        next = next_cluster(piece, cells, next);
    return next;
}

/* The first cells of a piece that shows all its text, as most do. */
static void
runs_simple(Setline *set, const Piece *piece, Cell *cells, guint n)
{
    guint first = set->clusters->len;
    guint32 start = piece->start;
    LineCluster *cluster;

    g_string_append_len(set->text, set->shaped->text->str + start,
                        piece->end - start);
    g_array_set_size(set->clusters, first + n);
    cluster = &g_array_index(set->clusters, LineCluster, first);
    for (guint i = 0, next, marks; i < n; i = next) {
        guint32 end;

        next = next_whole(set, piece, cells, i, n);
        end = next < n ? cells[next].at : piece->end;
        marks = next > i + 1 ? setline_marks(&cells[i], next - i, piece) : 0;
        *cluster++ = (LineCluster) { end - start, next - i - marks };
        if (marks > 0)
            *cluster++ = (LineCluster) { 0, marks };
        start = end;
    }
    g_array_set_size(set->clusters, cluster - (LineCluster *)
                                    set->clusters->data);
}

static void
runs_careful(Setline *set, const Piece *piece, Cell *cells, guint n)
{
    guint32 start = piece->start;

    for (guint i = 0, next, marks; i < n; i = next) {
        gsize from = set->text->len;
        guint32 end;

        next = next_whole(set, piece, cells, i, n);
        end = next < n ? cells[next].at : piece->end;
        marks = next > i + 1 ? setline_marks(&cells[i], next - i, piece) : 0;
        runs_text(set, start, end);
        runs_cluster(set, from, next - i - marks);
        runs_cluster(set, set->text->len, marks);
        start = end;
    }
}

/* Adds text and clusters of a piece, in the order of the text. */
static void
runs_clusters(Setline *set, const Piece *piece)
{
    Cell *cells = &g_array_index(set->cells, Cell, piece->cell);
    const char *sign = piece->tail ? " " : "-";
    guint n = piece->n_cells, shown = piece->tail ? 0 : n;

    while (piece->hyphen && shown > 0 && cells[shown - 1].at >= piece->end)
        shown--;
    if (has_spent(set, piece))
        runs_careful(set, piece, cells, shown);
    else if (shown > 0)
        runs_simple(set, piece, cells, shown);
    if (shown == n)
        return;
    g_string_append(set->text, sign);
    runs_cluster(set, set->text->len - 1, n - shown);
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
        .hyphen = piece_at(set, rtl ? first : end - 1)->hyphen,
        .mark = look_of(set, piece)->mark,
        .size = piece->item->size,
        .scale = piece->rigid ? 1 : set->scale,
        .x = x / UNIT,
        .rise = piece->item->rise / (double) UNIT + set->wish->rise,
        .at = piece_at(set, logical)->start + set->wish->offset,
    };
    double width = 0;

    for (guint i = first; i < end; i++)
        runs_clusters(set, piece_at(set, rtl ? end - 1 - (i - first) : i));
    for (guint i = first; i < end; i++)
        width = runs_glyphs(set, piece_at(set, i), width);
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
