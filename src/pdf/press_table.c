/* SPDX-License-Identifier: MIT */
/*
 * How wide the columns of a table are: as all their cells need on one line,
 * else what there is is shared out by what they could use, as browsers do it
 * (CSS 2.1, 17.5.2.2).
 */
#include "pdf/press_parts.h"

#include <string.h>

#define SHRINK .8               /* letters of a table that is too wide */

typedef struct {
    double *least, *most;       /* by column */
    guint n;
    double gap;
} Fit;

double
press_table_at(const FlowTable *table, guint column)
{
    double at = 0;

    for (guint i = 0; i < column && i < table->n_columns; i++)
        at += table->widths[i] + table->gap;
    return at;
}

double
press_table_width(const FlowTable *table, guint column, guint count)
{
    guint end = MIN(column + count, table->n_columns);

    if (end <= column)
        return 0;
    return press_table_at(table, end) - press_table_at(table, column) -
           table->gap;
}

/* Adds what columns from to lack of width, to each the same. */
static void
fit_widen(double *widths, guint from, guint to, double width, double gap)
{
    double lack = width - gap * (to - from - 1);

    for (guint i = from; i < to; i++)
        lack -= widths[i];
    for (guint i = from; lack > 0 && i < to; i++)
        widths[i] += lack / (to - from);
}

static void
fit_row(Fit *fit, Shaper *shaper, const Box *row)
{
    guint column = 0;

    for (guint i = 0; i < row->n_cells && column < fit->n; i++) {
        const FlowCell *cell = &row->cells[i];
        guint end = MIN(column + MAX(cell->span, 1), fit->n);
        double least = 0, most = 0;

        if (cell->text.text.len)
            paragraph_widths(shaper, &cell->text.text, &least, &most);
        /* Lengths are rounded: what just fits must not be broken. */
        fit_widen(fit->least, column, end, least + .1, fit->gap);
        fit_widen(fit->most, column, end, most + .1, fit->gap);
        column = end;
    }
}

static double
fit_sum(const double *widths, guint n)
{
    double sum = 0;

    for (guint i = 0; i < n; i++)
        sum += widths[i];
    return sum;
}

/* Cells of what does not fit are set smaller and broken anywhere. */
static void
fit_squeeze(PressJob *job, const Box *row)
{
    for (guint i = 0; i < row->n_cells; i++) {
        FlowText *text = &row->cells[i].text;
        guint n = text->text.n_looks;
        LookSpan *looks = arena_alloc(job->flow->arena, n * sizeof *looks);

        if (n)
            memcpy(looks, text->text.looks, n * sizeof *looks);
        for (guint j = 0; j < n; j++) {
            looks[j].look.flags |= LOOK_BREAK_ANYWHERE;
            looks[j].look.size *= SHRINK;
        }
        text->text.looks = looks;
        text->leading *= SHRINK;
    }
}

static void
fit_share(FlowTable *table, const Fit *fit, double room)
{
    double least = fit_sum(fit->least, fit->n);
    double most = fit_sum(fit->most, fit->n);

    for (guint i = 0; i < fit->n; i++) {
        if (most <= room)
            table->widths[i] = fit->most[i];
        else if (least <= room)
            table->widths[i] = fit->least[i] + (room - least) *
                (fit->most[i] - fit->least[i]) / (most - least);
        else
            table->widths[i] = room * fit->least[i] / least;
    }
}

static void
table_fit(PressJob *job, Shaper *shaper, guint32 first, guint32 end)
{
    const Box *row = job->boxes[first].box;
    FlowTable *table = row->table;
    g_autofree double *widths = g_new0(double, 2 * table->n_columns);
    Fit fit = {
        .least = widths, .most = widths + table->n_columns,
        .n = table->n_columns, .gap = table->gap,
    };
    double room = (row->span_columns ? job->full : job->paper->measure) -
                  row->start - row->end -
                  table->gap * (table->n_columns - 1);

    for (guint32 i = first; i < end; i++)
        fit_row(&fit, shaper, job->boxes[i].box);
    if (fit_sum(fit.least, fit.n) > room) {
        for (guint32 i = first; i < end; i++)
            fit_squeeze(job, job->boxes[i].box);
        memset(widths, 0, 2 * table->n_columns * sizeof *widths);
        for (guint32 i = first; i < end; i++)
            fit_row(&fit, shaper, job->boxes[i].box);
    }
    fit_share(table, &fit, MAX(room, table->n_columns));
}

void
press_table_fit(PressJob *job, Shaper *shaper, guint32 row)
{
    FlowTable *table = job->boxes[row].box->table;
    guint32 first = row, end = row + 1;

    g_mutex_lock(&job->lock);
    if (g_hash_table_add(job->tables, table)) {
        while (first > 0 && job->boxes[first - 1].box->table == table)
            first--;
        while (end < job->n_boxes && job->boxes[end].box->table == table)
            end++;
        table_fit(job, shaper, first, end);
    }
    g_mutex_unlock(&job->lock);
}
