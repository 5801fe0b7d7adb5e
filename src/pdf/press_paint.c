/* SPDX-License-Identifier: MIT */
/* A page: its boxes in order, then bars and rules, then its notes. */
#include "pdf/press_parts.h"

#define NOTE_RULE .25           /* of the measure */
#define NOTE_RULE_THICK .4      /* points */
#define NOTE_RULE_ABOVE .55     /* leadings above the notes */
#define COLUMN_RULE_THICK .4

/* What is known of the columns while a page is painted. */
typedef struct {
    PressPainter *painter;
    const PagesPage *page;
    gboolean begun[3];
    guint16 top, foot;          /* grid lines: below spans; the lowest */
    const Box *barred;          /* the last box, if it has a bar */
    guint bar_column;
    double bar_left, bar_top, bar_foot;
} Sheet;

static double
sheet_left(const PressPainter *painter, guint column)
{
    const PressJob *job = painter->job;

    return painter->left + paper_left(job->paper, painter->page, column,
                                      job->flow->rtl);
}

static double
sheet_y(const PressPainter *painter, guint line)
{
    const Paper *paper = painter->job->paper;

    return paper->top + line * paper->leading;
}

/* A bar is painted when it ends: it is one over several boxes. */
static void
sheet_bar_end(Sheet *sheet)
{
    const Box *box = sheet->barred;
    double x = sheet->bar_left;

    sheet->barred = NULL;
    if (box == NULL)
        return;
    x += box->rtl ? sheet->painter->job->paper->measure - box->bar_at -
                        box->bar
                  : box->bar_at;
    press_begin(sheet->painter, TAG_NONE);
    pen_rule(sheet->painter->pen, x, sheet->bar_top, box->bar,
             sheet->bar_foot - sheet->bar_top);
}

static void
sheet_bar(Sheet *sheet, const PagesPiece *piece, const PressPiece *part)
{
    const Box *box = part->set->box;
    double foot = part->y + (piece->to - piece->from) *
                                sheet->painter->job->paper->leading;

    if (sheet->barred && (box->bar != sheet->barred->bar ||
                          box->bar_at != sheet->barred->bar_at ||
                          piece->column != sheet->bar_column))
        sheet_bar_end(sheet);
    if (box->bar <= 0)
        return;
    if (!sheet->barred) {
        sheet->bar_left = part->left;
        sheet->bar_top = part->y + (part->tops ? 0 : part->set->offset);
        sheet->bar_column = piece->column;
    }
    sheet->barred = box;
    sheet->bar_foot = foot - (box->on_grid ? 0 : box->after);
}

/* Head rows that are repeated are no content. */
static void
sheet_repeat(Sheet *sheet, const PagesPiece *piece)
{
    PressPainter *painter = sheet->painter;
    PressJob *job = painter->job;
    const PressBox *row = &job->boxes[piece->box];
    guint y = piece->y;

    for (guint i = 0; i < row->box->n_head; i++) {
        PressPiece part = {
            .set = &job->boxes[row->head + i], .repeat = TRUE,
            .left = sheet_left(painter, piece->column),
            .measure = job->paper->measure, .y = sheet_y(painter, y),
            .tops = i == 0,
        };

        part.to = part.set->lines;
        press_box(painter, &part);
        y += part.set->lines;
    }
}

static double
sheet_span_left(const PressPainter *painter)
{
    const Paper *paper = painter->job->paper;

    return MIN(sheet_left(painter, 0),
               sheet_left(painter, paper->columns - 1));
}

static void
sheet_piece(Sheet *sheet, const PagesPiece *piece)
{
    PressPainter *painter = sheet->painter;
    PressJob *job = painter->job;
    PressBox *set = &job->boxes[piece->box];
    PressPiece part = {
        .set = set, .variant = piece->variant, .from = piece->from,
        .to = piece->to, .left = sheet_left(painter, piece->column),
        .measure = job->paper->measure, .y = sheet_y(painter, piece->y),
        .tops = !sheet->begun[piece->column] && piece->y <= sheet->top,
    };

    sheet->begun[piece->column] = TRUE;
    sheet->foot = MAX(sheet->foot, piece->y + piece->to - piece->from);
    if (piece->repeat) {
        sheet_repeat(sheet, piece);
        return;
    }
    if (set->box->span_columns && job->paper->columns > 1) {
        part.left = sheet_span_left(painter);
        part.measure = job->full;
        part.tops = piece->y == 0;
        sheet->top = piece->y + piece->to - piece->from;
        sheet->begun[piece->column] = FALSE;
    }
    sheet_bar(sheet, piece, &part);
    press_box(painter, &part);
}

/* The notes of a column stand on its foot, the last line on a level with
 * that of the text. */
static double
sheet_notes_top(const Sheet *sheet, guint column)
{
    const PressJob *job = sheet->painter->job;
    double height = 0, shift = 0;
    guint foot = 0;

    for (guint i = 0; i < sheet->page->n_pieces; i++) {
        const PagesPiece *piece = &sheet->page->pieces[i];
        const PressNote *note = &job->notes[piece->box];
        const PressBox *last;

        if (!piece->note || piece->column != column)
            continue;
        height += press_note_height(job, note, piece->from, piece->to);
        foot = piece->y + piece->to - piece->from;
        last = &note->boxes[note->n_boxes - 1];
        if (last->text)
            shift = job->base - job->paper->leading + last->leading -
                    press_base(job, &last->box->text);
    }
    return sheet_y(sheet->painter, foot) - height + shift;
}

static void
sheet_notes(Sheet *sheet, guint column)
{
    PressPainter *painter = sheet->painter;
    PressJob *job = painter->job;
    const Paper *paper = job->paper;
    double left = sheet_left(painter, column);
    double width = paper->measure * NOTE_RULE;
    double y = sheet_notes_top(sheet, column);

    press_begin(painter, TAG_NONE);
    pen_rule(painter->pen,
             job->flow->rtl ? left + paper->measure - width : left,
             y - paper->leading * NOTE_RULE_ABOVE, width, NOTE_RULE_THICK);
    for (guint i = 0; i < sheet->page->n_pieces; i++) {
        const PagesPiece *piece = &sheet->page->pieces[i];
        PressNote *note = &job->notes[piece->box];

        if (!piece->note || piece->column != column)
            continue;
        press_note_paint(painter, note, piece->from, piece->to, left, y);
        y += press_note_height(job, note, piece->from, piece->to);
        sheet->foot = MAX(sheet->foot, piece->y + piece->to - piece->from);
    }
}

static void
sheet_column_rules(const Sheet *sheet)
{
    PressPainter *painter = sheet->painter;
    const Paper *paper = painter->job->paper;

    for (guint i = 1; paper->column_rule && i < paper->columns; i++) {
        double left = MAX(sheet_left(painter, i),
                          sheet_left(painter, i - 1));

        if (!sheet->begun[i])
            continue;
        press_begin(painter, TAG_NONE);
        pen_rule(painter->pen, left - (paper->gap + COLUMN_RULE_THICK) / 2,
                 sheet_y(painter, sheet->top), COLUMN_RULE_THICK,
                 (sheet->foot - sheet->top) * paper->leading);
    }
}

/* Whether the page begins with the head that title is in. */
static gboolean
sheet_begins(const PressPainter *painter, const PagesPage *page,
             const Box *title)
{
    const PagesPiece *piece = page->pieces;
    const Box *first = painter->job->boxes[piece->box].box;

    return !piece->note && piece->from == 0 && first->block == NULL &&
           first->part == title->part && first->index == title->index;
}

const Box *
press_opens(PressPainter *painter, const PagesPage *page)
{
    const Box *title = NULL;

    for (guint i = 0; i < page->n_pieces; i++) {
        const PagesPiece *piece = &page->pieces[i];
        const Box *box;

        if (piece->note || piece->repeat || piece->from)
            continue;
        box = painter->job->boxes[piece->box].box;
        if (box->running == NULL)
            continue;
        painter->running = box->running;
        title = title ? title : box;
    }
    return title && sheet_begins(painter, page, title) ? title : NULL;
}

/* Whether all of the book stands on page. */
static gboolean
sheet_is_only(const PressPainter *painter, const PagesPage *page)
{
    guint32 last = painter->job->n_boxes - 1;
    guint n = page->n_pieces;

    while (n > 0 && page->pieces[n - 1].note)
        n--;
    return page->number == 0 && n > 0 && page->pieces[n - 1].box == last &&
           page->pieces[n - 1].to >= painter->job->boxes[last].lines;
}

void
press_paint(PressPainter *painter, const PagesPage *page)
{
    Sheet sheet = { .painter = painter, .page = page };
    gboolean noted[3] = { FALSE };
    const Box *title;

    painter->page = page->number;
    title = press_opens(painter, page);
    /* A page that an article begins with has no running head. */
    if (!title && page->n_pieces)
        press_head(painter);
    for (guint i = 0; i < page->n_pieces; i++) {
        const PagesPiece *piece = &page->pieces[i];

        if (piece->note)
            noted[piece->column] = TRUE;
        else
            sheet_piece(&sheet, piece);
    }
    sheet_bar_end(&sheet);
    for (guint i = 0; i < 3; i++)
        if (noted[i])
            sheet_notes(&sheet, i);
    sheet_column_rules(&sheet);
    if (title && *title->running && !sheet_is_only(painter, page))
        press_foot(painter, title->text.shape.align);
    press_end(painter);
    painter->press->widows += page->widows;
    painter->press->orphans += page->orphans;
}
