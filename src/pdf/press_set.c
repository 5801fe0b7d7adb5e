/* SPDX-License-Identifier: MIT */
/* The texts of a box become paragraphs of their measure. */
#include "pdf/press_parts.h"

#define MEASURE_LEAST 12.0      /* points: narrower is never set */

static Paragraph *
set_text(Shaper *shaper, const FlowText *text, double measure)
{
    ParagraphShape shape = text->shape;

    shape.measure = measure;
    return paragraph_new(shaper, &text->text, &shape);
}

double
press_base(const PressJob *job, const FlowText *text)
{
    const Look *look = &text->text.looks[0].look;
    const FontFace *face;

    if (text->text.n_looks == 0)
        return text->leading * .75;
    face = fontset_face(job->fonts, fontset_main(job->fonts, look->family,
                                                 look->style));
    return (text->leading +
            (face->ascent - face->descent) * look->size / FONT_EM) / 2;
}

static double
set_height(const PressBox *set, Paragraph *paragraph, const FlowText *text)
{
    double leading = set->box->on_grid ? set->leading : text->leading;

    return paragraph_n_lines(paragraph, paragraph_best(paragraph)) * leading;
}

static void
set_row(PressJob *job, Shaper *shaper, PressBox *set)
{
    const Box *box = set->box;
    guint column = 0;

    set->cells = g_new0(Paragraph *, box->n_cells + 1);
    for (guint i = 0; i < box->n_cells; i++) {
        const FlowCell *cell = &box->cells[i];
        guint span = MAX(cell->span, 1);
        double width = press_table_width(box->table, column, span);

        column += span;
        if (cell->text.text.len == 0)
            continue;
        set->cells[i] = set_text(shaper, &cell->text, MAX(width, 1));
        set->height = MAX(set->height,
                          set_height(set, set->cells[i], &cell->text));
    }
    set->width = press_table_width(box->table, 0, box->table->n_columns);
    if (set->height == 0)
        set->height = job->paper->leading;
}

static void
set_paragraph(PressJob *job, Shaper *shaper, PressBox *set)
{
    const Box *box = set->box;

    set->text = set_text(shaper, &box->text, set->width);
    set->leading = box->on_grid ? job->paper->leading : box->text.leading;
    set->height = set_height(set, set->text, &box->text);
    if (box->marker)
        set->marker = set_text(shaper, box->marker,
                               MAX(box->marker_width - box->marker_gap,
                                   1));
    if (box->turned)
        set->turned = set_text(shaper, box->turned, set->width);
}

/* A picture of no size of its own is as wide as its pixels at 96 dpi. */
static void
set_picture(PressJob *job, PressBox *set)
{
    const Box *box = set->box;
    double column = job->paper->lines * job->paper->leading;
    double most = column - box->after;
    double width = box->rule_width, height = box->rule_height;
    double scale;
    Media media;

    if (box->whole_page) {
        set->height = column;
        return;
    }
    if (width <= 0 && height <= 0 && box->image.bytes &&
        media_sniff(box->image.bytes, &media)) {
        width = media.width * .75;
        height = media.height * .75;
    }
    if (width <= 0)
        width = height > 0 ? height : 5 * job->paper->leading;
    if (height <= 0)
        height = width;
    scale = MIN(1, MIN(set->width / width, most / height));
    set->width = width * scale;
    set->height = height * scale;
}

static void
set_box(PressJob *job, Shaper *shaper, PressBox *set)
{
    const Box *box = set->box;

    set->width = (box->span_columns ? job->full : job->paper->measure) -
                 box->start - box->end;
    set->width = MAX(set->width, MEASURE_LEAST);
    set->leading = job->paper->leading;
    switch (box->kind) {
    case BOX_TEXT:
        set_paragraph(job, shaper, set);
        return;
    case BOX_ROW:
        set_row(job, shaper, set);
        return;
    case BOX_RULE:
        set->height = box->rule_height;
        if (box->rule_width > 0)
            set->width = MIN(set->width, box->rule_width);
        return;
    case BOX_PICTURE:
        set_picture(job, set);
        return;
    }
}

/* One below the other, the white between them as it is; whole grid lines in
 * all. */
static void
set_note(PressJob *job, Shaper *shaper, guint number)
{
    const GPtrArray *boxes = job->flow->notes->pdata[number];
    PressNote *note = &job->notes[number];
    double grid = job->paper->leading;

    note->height = 0;
    note->n_boxes = boxes->len;
    note->boxes = g_new0(PressBox, boxes->len);
    note->tops = g_new0(double, boxes->len);
    for (guint i = 0; i < boxes->len; i++) {
        PressBox *set = &note->boxes[i];

        set->box = boxes->pdata[i];
        set_box(job, shaper, set);
        if (i)
            note->height += MAX(set->box->before, set[-1].box->after);
        note->tops[i] = note->height;
        note->height += set->height;
    }
    note->lines = MAX(1, (guint) (note->height / grid + .99));
}

int
press_note(const PressJob *job, const char *id)
{
    return GPOINTER_TO_INT(g_hash_table_lookup(job->flow->note_by_id, id)) -
           1;
}

void
press_set(PressJob *job, Shaper *shaper, guint32 number)
{
    PressBox *set = &job->boxes[number];
    const Box *box = set->box;

    if (box->kind == BOX_ROW)
        press_table_fit(job, shaper, number);
    set_box(job, shaper, set);
    for (guint i = 0; i < box->n_notes; i++) {
        int note = press_note(job, box->notes[i]);

        if (note >= 0 && job->notes[note].caller == number &&
            job->notes[note].boxes == NULL)
            set_note(job, shaper, note);
    }
}

void
press_box_clear(PressBox *set)
{
    g_clear_pointer(&set->text, paragraph_free);
    g_clear_pointer(&set->marker, paragraph_free);
    g_clear_pointer(&set->turned, paragraph_free);
    for (guint i = 0; set->cells && i < set->box->n_cells; i++)
        paragraph_free(set->cells[i]);
    g_clear_pointer(&set->cells, g_free);
}

void
press_note_clear(PressNote *note)
{
    for (guint i = 0; i < note->n_boxes; i++)
        press_box_clear(&note->boxes[i]);
    g_clear_pointer(&note->boxes, g_free);
    g_clear_pointer(&note->tops, g_free);
    note->n_boxes = 0;
}
