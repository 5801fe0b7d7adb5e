/* SPDX-License-Identifier: MIT */
/*
 * How wide the columns of a table are: as all their cells need on one line,
 * else columns are made narrower, step by step, always that which takes the
 * fewest new lines for what it gives.
 */
#include "pdf/press_parts.h"

#include <math.h>
#include <string.h>

#define SHRINK .8               /* letters of a table that is too wide */
#define STEPS 24                /* from the widest to the narrowest */
#define LOST 1.1                /* of lines, as words do not fill them */

typedef struct {
    double *least, *most;       /* by column */
    GArray **cells;             /* of float: what each needs on one line */
    guint n;
    double gap;
} Fit;

/* A column while it is made narrower. */
typedef struct {
    guint at, best;             /* steps: now, and where to go next */
    double price;               /* of that: lines for each point */
    double lines[STEPS + 1];    /* of all its cells */
} Narrow;

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
        if (end == column + 1) {
            float width = most;
            g_array_append_val(fit->cells[column], width);
        }
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

/* Where each word has room none is divided. */
static void
fit_whole(const Box *row)
{
    for (guint i = 0; i < row->n_cells; i++)
        row->cells[i].text.shape.hyphens = FALSE;
}

static double
fit_step(const Fit *fit, guint column, guint step)
{
    return fit->most[column] -
           (fit->most[column] - fit->least[column]) * step / STEPS;
}

static double
fit_lines(const GArray *cells, double width)
{
    double lines = 0;

    for (guint i = 0; i < cells->len; i++) {
        double cell = g_array_index(cells, float, i);
        lines += cell <= width ? 1 : ceil(cell / width * LOST);
    }
    return lines;
}

/* The step from here on that gives most for its lines. */
static void
narrow_choose(const Fit *fit, guint column, Narrow *narrow)
{
    double here = fit_step(fit, column, narrow->at);

    narrow->price = HUGE_VAL;
    for (guint i = narrow->at + 1; i <= STEPS; i++) {
        double gain = here - fit_step(fit, column, i);
        double price = (narrow->lines[i] - narrow->lines[narrow->at]) / gain;

        if (gain <= 0 || price >= narrow->price)
            continue;
        narrow->price = price;
        narrow->best = i;
    }
}

/* There is room for the least of all. */
static void
fit_narrow(FlowTable *table, const Fit *fit, double room)
{
    g_autofree Narrow *columns = g_new0(Narrow, fit->n);
    double sum = fit_sum(fit->most, fit->n);

    for (guint i = 0; i < fit->n; i++) {
        table->widths[i] = fit->most[i];
        for (guint j = 0; j <= STEPS; j++)
            columns[i].lines[j] = fit_lines(fit->cells[i],
                                            fit_step(fit, i, j));
        narrow_choose(fit, i, &columns[i]);
    }
    while (sum > room + .01) {
        guint best = 0;
        double gain;

        for (guint i = 1; i < fit->n; i++)
            if (columns[i].price < columns[best].price)
                best = i;
        if (columns[best].price == HUGE_VAL)
            return;
        columns[best].at = columns[best].best;
        narrow_choose(fit, best, &columns[best]);
        gain = table->widths[best] - fit_step(fit, best, columns[best].at);
        gain = MIN(gain, sum - room);
        table->widths[best] -= gain;
        sum -= gain;
    }
}

static void
fit_share(FlowTable *table, const Fit *fit, double room)
{
    double least = fit_sum(fit->least, fit->n);

    if (least <= room) {
        fit_narrow(table, fit, room);
        return;
    }
    for (guint i = 0; i < fit->n; i++)
        table->widths[i] = room * fit->least[i] / least;
}

/* What all rows need. */
static void
fit_rows(Fit *fit, PressJob *job, Shaper *shaper, guint32 first, guint32 end)
{
    memset(fit->least, 0, fit->n * sizeof *fit->least);
    memset(fit->most, 0, fit->n * sizeof *fit->most);
    for (guint i = 0; i < fit->n; i++)
        g_array_set_size(fit->cells[i], 0);
    for (guint32 i = first; i < end; i++)
        fit_row(fit, shaper, job->boxes[i].box);
}

static void
table_fit(PressJob *job, Shaper *shaper, guint32 first, guint32 end)
{
    const Box *row = job->boxes[first].box;
    FlowTable *table = row->table;
    guint n = table->n_columns;
    g_autofree double *widths = g_new0(double, 2 * n);
    g_autofree GArray **cells = g_new(GArray *, n);
    Fit fit = {
        .least = widths, .most = widths + n, .cells = cells, .n = n,
        .gap = table->gap,
    };
    double room = (row->span_columns ? job->full : job->paper->measure) -
                  row->start - row->end - table->gap * (n - 1);

    for (guint i = 0; i < n; i++)
        cells[i] = g_array_new(FALSE, FALSE, sizeof(float));
    fit_rows(&fit, job, shaper, first, end);
    if (fit_sum(fit.least, n) > room) {
        for (guint32 i = first; i < end; i++)
            fit_squeeze(job, job->boxes[i].box);
        fit_rows(&fit, job, shaper, first, end);
    } else {
        for (guint32 i = first; i < end; i++)
            fit_whole(job->boxes[i].box);
    }
    fit_share(table, &fit, MAX(room, n));
    for (guint i = 0; i < n; i++)
        g_array_unref(cells[i]);
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
