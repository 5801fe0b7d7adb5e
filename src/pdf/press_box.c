/* SPDX-License-Identifier: MIT */
/* What stands in a box is painted, or that part of it that stands on one
 * page. */
#include "pdf/press_parts.h"

#include <qrencode.h>

#define TOP_WHITE .5            /* of what white is left above a heading that
                                 * is not needed at the head of a page */
#define EDGE_GAP 2.0            /* points from letters to a line, at least */
#define ROW_LINE .06            /* leadings: letters rise more than they sink,
                                 * so that the middle of rows is higher */

/* From the edge of its column to the left edge of what is in a box. */
static double
box_left(const PressPiece *piece)
{
    const Box *box = piece->set->box;

    return piece->left + (box->rtl ? box->end : box->start);
}

/* How many lines end in the first n grid lines: those of n lines with a
 * leading of their own that begin at offset. */
static guint
box_lines(const PressJob *job, const PressBox *set, guint n,
          double leading, guint grid)
{
    double room = grid * job->paper->leading - set->offset + .05;

    if (grid >= set->lines)
        return n;
    return CLAMP(room / leading, 0, n);
}

/* The part of a text that is in piece. */
static void
box_text(PressPainter *painter, const PressPiece *piece,
         const FlowText *text, Paragraph *paragraph, PressLines *lines)
{
    const PressJob *job = painter->job;
    PressBox *set = piece->set;
    gboolean on_grid = set->box->on_grid;
    guint n;

    lines->text = text;
    lines->paragraph = paragraph;
    lines->tag = piece->repeat ? TAG_NONE : text->tag;
    lines->told = &set->told;
    lines->variant = on_grid ? piece->variant : paragraph_best(paragraph);
    lines->variant = MIN(lines->variant,
                         paragraph_n_variants(paragraph) - 1);
    lines->leading = on_grid ? job->paper->leading : text->leading;
    lines->base = on_grid ? job->base : press_base(job, text);
    lines->from = piece->from;
    lines->to = piece->to;
    if (on_grid || piece->exact)
        return;
    n = paragraph_n_lines(paragraph, lines->variant);
    lines->from = box_lines(job, set, n, lines->leading, piece->from);
    lines->to = box_lines(job, set, n, lines->leading, piece->to);
}

/* A number before the text, on its first line. */
static void
box_marker(PressPainter *painter, const PressPiece *piece,
           const PressLines *text)
{
    const Box *box = piece->set->box;
    double width = box->marker_width - box->marker_gap;
    PressLines lines = {
        .text = box->marker, .paragraph = piece->set->marker, .to = 1,
        .x = box->rtl ? text->x + text->measure + box->marker_gap
                      : text->x - box->marker_width,
        .y = text->y, .base = text->base, .leading = text->leading,
        .measure = width, .tag = box->marker->tag,
    };

    press_text(painter, &lines);
}

static void
box_turned(PressPainter *painter, const PressPiece *piece,
           const PressLines *text)
{
    guint first = MAX(text->from, 1);

    for (guint i = first; i < text->to; i++) {
        PressLines lines = *text;

        lines.text = piece->set->box->turned;
        lines.paragraph = piece->set->turned;
        lines.variant = lines.from = 0;
        lines.to = 1;
        lines.y += (i - text->from) * text->leading;
        lines.tag = TAG_NONE;
        lines.told = NULL;
        press_text(painter, &lines);
    }
}

static void
box_paragraph(PressPainter *painter, const PressPiece *piece, double y)
{
    PressBox *set = piece->set;
    PressLines lines = { .x = box_left(piece), .y = y,
                         .measure = set->width };

    box_text(painter, piece, &set->box->text, set->text, &lines);
    if (set->marker && piece->from == 0 && !piece->repeat)
        box_marker(painter, piece, &lines);
    press_text(painter, &lines);
    if (set->turned)
        box_turned(painter, piece, &lines);
    if (set->box->number && !piece->repeat)
        press_refs_paint(painter, piece, &lines);
}

static double
box_aligned(const PressPiece *piece, double width)
{
    const Box *box = piece->set->box;
    double room = piece->measure - box->start - box->end - width;
    gboolean end = box->align == SET_END;

    if (box->align == SET_CENTER)
        return box_left(piece) + room / 2;
    return box_left(piece) + (end != !!box->rtl ? room : 0);
}

static void
box_row(PressPainter *painter, const PressPiece *piece, double y)
{
    PressBox *set = piece->set;
    const Box *box = set->box;
    double left = box_aligned(piece, set->width);
    guint column = 0;

    for (guint i = 0; i < box->n_cells; i++) {
        const FlowCell *cell = &box->cells[i];
        guint span = MAX(cell->span, 1);
        double at = press_table_at(box->table, column);
        double width = press_table_width(box->table, column, span);
        PressLines lines = { .y = y, .measure = width };

        column += span;
        if (!set->cells[i])
            continue;
        lines.x = left + (box->rtl ? set->width - at - width : at);
        box_text(painter, piece, &cell->text, set->cells[i], &lines);
        press_text(painter, &lines);
    }
}

static void
box_rule(PressPainter *painter, const PressPiece *piece, double y)
{
    const PressBox *set = piece->set;

    press_begin(painter, piece->repeat ? TAG_NONE : set->box->tag);
    pen_rule(painter->pen, box_aligned(piece, set->width), y, set->width,
             set->height);
}

static void
box_qr(PressPainter *painter, const Box *box, double x, double y,
       double width)
{
    QRcode *code = QRcode_encodeString8bit(box->qr, 0, QR_ECLEVEL_M);

    if (code == NULL)
        return;
    pen_cells(painter->pen, code->data, code->width, x, y, width);
    QRcode_free(code);
}

#define SHAPE_OFF 0.03          /* a picture's from the paper's */
#define PLATE 0.88              /* then it is a plate with white around it:
                                 * strips at two sides look like a fault */

/* As large as the paper, without being cut. */
static double
box_cover_scale(const Paper *paper, const Media *media)
{
    const double across = paper->width / media->width;
    const double down = paper->height / media->height;
    const double scale = MIN(across, down);

    return scale < (1 - SHAPE_OFF) * MAX(across, down) ? scale * PLATE : scale;
}

static void
box_whole_page(const PressPainter *painter, const Box *box, double *x,
               double *y, double *width, double *height)
{
    const Paper *paper = painter->job->paper;
    Media media;

    *width = paper->width;
    *height = paper->height;
    if (media_sniff(box->image.bytes, &media)) {
        const double scale = box_cover_scale(paper, &media);

        *width = media.width * scale;
        *height = media.height * scale;
    }
    *x = painter->left + (paper->width - *width) / 2;
    *y = (paper->height - *height) / 2;
}

static void
box_picture(PressPainter *painter, const PressPiece *piece, double y)
{
    const PressBox *set = piece->set;
    const Box *box = set->box;
    double x = box_aligned(piece, set->width);
    double width = set->width, height = set->height;

    if (box->whole_page)
        box_whole_page(painter, box, &x, &y, &width, &height);
    press_begin(painter, box->tag);
    if (box->qr)
        box_qr(painter, box, x, y, width);
    else if (box->image.bytes)
        pen_image(painter->pen, &box->image, x, y, width, height);
    if (box->tag != TAG_NONE)
        tags_set_place(painter->job->flow->tags, box->tag, painter->sheet,
                       x, y, width, height);
}

/* Links and the outline lead to where a box begins. */
static void
box_place(PressPainter *painter, const Box *box, double y)
{
    if (box->id && !g_hash_table_contains(painter->places, box->id)) {
        PressPlace *place = g_new(PressPlace, 1);

        *place = (PressPlace) { .page = painter->sheet, .y = y };
        g_hash_table_insert(painter->places, (gpointer) box->id, place);
    }
    if (box->outline) {
        PdfOutline entry = {
            .title = box->outline, .page = painter->sheet, .y = y,
            .level = box->outline_level,
        };

        g_array_append_val(painter->press->outline, entry);
    }
}

static void
box_edge(PressPainter *painter, const PressPiece *piece,
         const FlowLine *line, double y)
{
    const PressBox *set = piece->set;
    const Box *box = set->box;
    double width = piece->measure - line->start - line->end;
    double x = piece->left + (box->rtl ? line->end : line->start);

    if (box->kind == BOX_ROW) {
        width = set->width;
        x = box_aligned(piece, width);
    }
    press_begin(painter, TAG_NONE);
    pen_rule(painter->pen, x, y, width, line->width);
}

/* Thin lines in the white above and below; at a column's top there is no
 * white. */
static void
box_edges(PressPainter *painter, const PressPiece *piece, double y,
          double foot)
{
    const Box *box = piece->set->box;

    if (box->above.width > 0 && piece->from == 0 && !piece->tops)
        box_edge(painter, piece, &box->above,
                 y - MAX(box->above.gap, EDGE_GAP) - box->above.width);
    if (box->below.width > 0 && piece->to >= piece->set->lines)
        box_edge(painter, piece, &box->below, foot + box->below.gap);
}

static void
box_ink(PressPainter *painter, const PressPiece *piece, double y)
{
    switch (piece->set->box->kind) {
    case BOX_TEXT:
        box_paragraph(painter, piece, y);
        return;
    case BOX_ROW:
        box_row(painter, piece, y);
        return;
    case BOX_RULE:
        box_rule(painter, piece, y);
        return;
    case BOX_PICTURE:
        box_picture(painter, piece, y);
        return;
    }
}

/* Where a line below is counted from.  Rows stand close: between them it is
 * in the middle, and as far below the last. */
static double
box_foot(const PressJob *job, const PressPiece *piece, double y)
{
    const Box *box = piece->set->box;
    double lines = piece->to - piece->from;

    if (box->kind == BOX_ROW)
        return y + piece->set->height + piece->set->offset -
               box->below.gap - box->below.width / 2 -
               ROW_LINE * job->paper->leading;
    if (box->on_grid)
        return y + lines * job->paper->leading;
    return y + piece->set->height;
}

void
press_box(PressPainter *painter, const PressPiece *piece)
{
    PressBox *set = piece->set;
    const Box *box = set->box;
    double y = piece->y;
    double foot;

    if (piece->from == 0)
        y += piece->tops && box->kind == BOX_TEXT ? set->offset * TOP_WHITE
                                                  : set->offset;
    foot = box_foot(painter->job, piece, y);
    if (piece->from == 0 && !piece->repeat)
        box_place(painter, box, y);
    box_ink(painter, piece, y);
    box_edges(painter, piece, y, foot);
}

/* Whether what ends at foot, points from the note's top, is in its grid
 * lines from to. */
static gboolean
note_has(const PressJob *job, const PressNote *note, guint from, guint to,
         double foot)
{
    double grid = job->paper->leading;

    return (from == 0 || foot > from * grid + .05) &&
           (to >= note->lines || foot <= to * grid + .05);
}

/* The lines of box i of a note that are in from to. */
static guint
note_lines(const PressJob *job, const PressNote *note, guint i, guint from,
           guint to, guint *first)
{
    const PressBox *set = &note->boxes[i];
    guint n = 1, in = 0;

    if (set->text)
        n = paragraph_n_lines(set->text, paragraph_best(set->text));
    for (guint j = 0; j < n; j++) {
        double foot = note->tops[i] + (set->text ? (j + 1) * set->leading
                                                 : set->height);

        if (!note_has(job, note, from, to, foot))
            continue;
        if (in++ == 0)
            *first = j;
    }
    return in;
}

static double
note_top(const PressNote *note, guint i, guint first)
{
    return note->tops[i] + first * note->boxes[i].leading;
}

double
press_note_height(const PressJob *job, const PressNote *note, guint from,
                  guint to)
{
    double top = -1, foot = 0;

    for (guint i = 0; i < note->n_boxes; i++) {
        const PressBox *set = &note->boxes[i];
        guint first = 0;
        guint n = note_lines(job, note, i, from, to, &first);

        if (n == 0)
            continue;
        if (top < 0)
            top = note_top(note, i, first);
        foot = set->text ? note_top(note, i, first + n)
                         : note->tops[i] + set->height;
    }
    return top < 0 ? 0 : foot - top;
}

void
press_note_paint(PressPainter *painter, PressNote *note, guint from,
                 guint to, double left, double y)
{
    double top = -1;

    for (guint i = 0; i < note->n_boxes; i++) {
        PressBox *set = &note->boxes[i];
        guint first = 0;
        guint n = note_lines(painter->job, note, i, from, to, &first);
        PressPiece piece = {
            .set = set, .from = first, .to = first + n, .left = left,
            .measure = painter->job->paper->measure, .exact = TRUE,
        };

        if (n == 0)
            continue;
        if (top < 0)
            top = note_top(note, i, first);
        piece.y = y + note_top(note, i, first) - top;
        piece.variant = set->text ? paragraph_best(set->text) : 0;
        press_box(painter, &piece);
    }
}
