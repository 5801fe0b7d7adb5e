/* SPDX-License-Identifier: MIT */
/* Boxes that are set become numbers of grid lines. */
#include "pdf/press_parts.h"

#include <math.h>

#define SQUEEZE .25             /* of a grid line: white gives so much way
                                 * before a box takes one more */

/* White above a box that the one before it has not got already. */
static double
plan_white(const PressJob *job, guint32 number)
{
    const Box *box = job->boxes[number].box;
    const Box *last;

    if (number == 0)
        return box->before;
    last = job->boxes[number - 1].box;
    if (last->on_grid)
        return MAX(box->before, last->after);
    return MAX(0, box->before - last->after);
}

static guint
plan_lines(double height, double white, double grid)
{
    double give = MIN(SQUEEZE, .5 * white / grid);

    return MAX(ceil(height / grid - .02),
               ceil((height + white) / grid - .02 - give));
}

/* Rows stand close, the line between them in what is left of their own grid
 * lines; only white below that is a line takes one more. */
static void
plan_row(const PressJob *job, PressBox *set)
{
    const FlowLine *line = &set->box->below;
    double grid = job->paper->leading;
    double white = set->box->after - line->gap - line->width;
    guint own = MAX(1, ceil(set->height / grid - .02));

    set->lines = own + (guint) (MAX(0, white) / grid + .7);
    set->offset = MAX(0, own * grid - set->height) / 2;
}

/* A box off the grid: what is left of its lines is white above a heading,
 * shared by both sides of all else. */
static void
plan_off_grid(PressJob *job, PressBox *set, double white)
{
    const Box *box = set->box;
    double grid = job->paper->leading;
    guint all = plan_lines(set->height, white + box->after, grid);
    double left;

    if (box->kind == BOX_ROW) {
        plan_row(job, set);
        set->before = floor(white / grid + .7);
        return;
    }
    set->lines = MAX(1, plan_lines(set->height, box->after, grid));
    set->before = MAX(all, set->lines) - set->lines;
    left = set->lines * grid - set->height - box->after;
    set->offset = MAX(0, left) * (box->kind == BOX_TEXT ? 1 : .5);
}

static void
plan_on_grid(PressJob *job, PressBox *set, double white, PagesBox *plan)
{
    guint n = MIN(paragraph_n_variants(set->text), PAGES_VARIANTS);

    /* A third of a line is seen as a line, less as none. */
    set->before = floor(white / job->paper->leading + .7);
    plan->n_variants = n;
    for (guint v = 0; v < n; v++) {
        guint lines = paragraph_n_lines(set->text, v);

        plan->variants[v].lines = MIN(lines, G_MAXUINT16);
        plan->variants[v].cost = paragraph_cost(set->text, v);
        for (guint i = 0; i < lines && i < 64; i++)
            plan->hyphens[v] |=
                (guint64) paragraph_hyphen(set->text, v, i) << i;
    }
    set->lines = plan->variants[0].lines;
}

static guint
plan_head(const PressJob *job, guint32 number)
{
    const PressBox *set = &job->boxes[number];
    guint lines = 0;

    for (guint i = 0; i < set->box->n_head; i++)
        lines += job->boxes[set->head + i].lines;
    return lines;
}

static guint
plan_note_line(const PressBox *set, guint variant, guint32 at)
{
    if (!set->text || !set->box->on_grid)
        return 0;
    variant = MIN(variant, paragraph_n_variants(set->text) - 1);
    return paragraph_line_at(set->text, variant, at);
}

static void
plan_notes(const PressJob *job, guint32 number, GArray *notes)
{
    const PressBox *set = &job->boxes[number];

    g_array_set_size(notes, 0);
    for (guint i = 0; i < set->box->n_notes; i++) {
        int id = press_note(job, set->box->notes[i]);
        PagesNote note = { .note = id };

        if (id < 0 || job->notes[id].caller != number)
            continue;
        note.height = MIN(job->notes[id].lines, G_MAXUINT16);
        for (guint v = 0; v < PAGES_VARIANTS; v++)
            note.line[v] = plan_note_line(set, v, set->box->note_at[i]);
        g_array_append_val(notes, note);
    }
}

void
press_plan(PressJob *job, guint32 number, PagesBox *plan, GArray *notes)
{
    PressBox *set = &job->boxes[number];
    const Box *box = set->box;
    double white = plan_white(job, number);

    *plan = (PagesBox) {
        .n_variants = 1, .solid = box->solid,
        .orphans = MAX(box->orphans, box->text.shape.drop_cap),
        .widows = box->widows, .keep_next = box->keep_next,
        .new_page = box->new_page,
        .new_recto = box->new_recto && job->paper->two_sided,
        .before_stays = box->new_page || box->new_recto,
        .span = box->span_columns && job->paper->columns > 1,
        .can_move = box->kind == BOX_PICTURE && box->image.bytes &&
                    !box->keep_next,
        .ends = box->ends,
        /* Only that above a heading in the text may. */
        .fixed = !box->outline || box->running,
    };
    if (box->new_recto)
        plan->new_page = TRUE;
    if (box->kind == BOX_TEXT && box->on_grid) {
        plan_on_grid(job, set, white, plan);
    } else {
        plan_off_grid(job, set, white);
        plan->variants[0].lines = MIN(set->lines, G_MAXUINT16);
        plan->solid = TRUE;
        plan->orphans = plan->widows = 0;
    }
    plan->before = set->before;
    if (box->head)
        plan->repeat = plan_head(job, number);
    plan_notes(job, number, notes);
    plan->notes = (const PagesNote *) notes->data;
    plan->n_notes = notes->len;
}
