/* SPDX-License-Identifier: MIT */
/*
 * How wide the columns of a table are: as all their cells need on one line,
 * else columns are made narrower, step by step, always that which takes the
 * fewest new lines for what it gives.
 */
#include "pdf/press_parts.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define CLOSER .65              /* white between columns that fill the room */
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

/* A cell's own looks, to be changed. */
static LookSpan *
cell_looks(PressJob *job, FlowText *text)
{
    guint n = text->text.n_looks;
    LookSpan *looks = arena_alloc(job->flow->arena, n * sizeof *looks);

    if (n)
        memcpy(looks, text->text.looks, n * sizeof *looks);
    text->text.looks = looks;
    return looks;
}

static void
cell_shrink(PressJob *job, FlowText *text)
{
    LookSpan *looks = cell_looks(job, text);

    for (guint i = 0; i < text->text.n_looks; i++)
        looks[i].look.size *= SHRINK;
    text->leading *= SHRINK;
}

/* Words are divided, or cut, only in cells that are too narrow for them. */
static void
cell_cut(PressJob *job, Shaper *shaper, FlowText *text, double width)
{
    double least = 0, most;
    LookSpan *looks;

    text->shape.hyphens = FALSE;
    if (text->text.len)
        paragraph_widths(shaper, &text->text, &least, &most);
    if (least <= width)
        return;
    looks = cell_looks(job, text);
    for (guint i = 0; i < text->text.n_looks; i++)
        looks[i].look.flags |= LOOK_BREAK_ANYWHERE;
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

static int
share_compare(gconstpointer a, gconstpointer b)
{
    double x = *(const double *) a, y = *(const double *) b;

    return (x > y) - (x < y);
}

/* There is no room for the least of all: no column is wider than a width
 * that makes them fit. */
static void
fit_share(FlowTable *table, const Fit *fit, double room)
{
    g_autofree double *least = g_memdup2(fit->least,
                                         fit->n * sizeof *fit->least);
    double width = 0;

    qsort(least, fit->n, sizeof *least, share_compare);
    for (guint i = 0; i < fit->n; i++) {
        width = room / (fit->n - i);
        if (least[i] > width)
            break;
        room -= least[i];
    }
    for (guint i = 0; i < fit->n; i++)
        table->widths[i] = MIN(fit->least[i], width);
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

typedef struct {
    PressJob *job;
    Shaper *shaper;
    FlowTable *table;
    guint32 first, end;         /* boxes */
    double room;                /* for its columns and the white between */
} Table;

static double
table_room(const Table *table)
{
    guint n = table->table->n_columns;

    return MAX(table->room - table->table->gap * (n - 1), n);
}

/* Whether all words have room. */
static gboolean
table_fits(const Table *table, Fit *fit)
{
    fit->gap = table->table->gap;
    fit_rows(fit, table->job, table->shaper, table->first, table->end);
    return fit_sum(fit->least, fit->n) <= table_room(table);
}

static void
table_shrink(const Table *table)
{
    for (guint32 i = table->first; i < table->end; i++) {
        const Box *row = table->job->boxes[i].box;

        for (guint j = 0; j < row->n_cells; j++)
            cell_shrink(table->job, &row->cells[j].text);
    }
}

static void
table_cut(const Table *table)
{
    for (guint32 i = table->first; i < table->end; i++) {
        const Box *row = table->job->boxes[i].box;
        guint column = 0;

        for (guint j = 0; j < row->n_cells; j++) {
            guint span = MAX(row->cells[j].span, 1);
            double width = press_table_width(table->table, column, span);

            cell_cut(table->job, table->shaper, &row->cells[j].text, width);
            column += span;
        }
    }
}

/* What has no room is set closer, then smaller, then its words are cut. */
static void
table_fit(const Table *table)
{
    guint n = table->table->n_columns;
    g_autofree double *widths = g_new0(double, 2 * n);
    g_autofree GArray **cells = g_new(GArray *, n);
    Fit fit = { .least = widths, .most = widths + n, .cells = cells, .n = n };
    gboolean fits;

    for (guint i = 0; i < n; i++)
        cells[i] = g_array_new(FALSE, FALSE, sizeof(float));
    fits = table_fits(table, &fit);
    if (!fits || fit_sum(fit.most, n) > table_room(table)) {
        table->table->gap *= CLOSER;
        fits = table_fits(table, &fit);
    }
    if (!fits) {
        table_shrink(table);
        fits = table_fits(table, &fit);
    }
    if (fits)
        fit_narrow(table->table, &fit, table_room(table));
    else
        fit_share(table->table, &fit, table_room(table));
    table_cut(table);
    for (guint i = 0; i < n; i++)
        g_array_unref(cells[i]);
}

void
press_table_fit(PressJob *job, Shaper *shaper, guint32 row)
{
    const Box *box = job->boxes[row].box;
    double measure = box->span_columns ? job->full : job->paper->measure;
    Table table = {
        .job = job, .shaper = shaper, .table = box->table, .first = row,
        .end = row + 1, .room = measure - box->start - box->end,
    };

    g_mutex_lock(&job->lock);
    if (g_hash_table_add(job->tables, table.table)) {
        while (table.first > 0 &&
               job->boxes[table.first - 1].box->table == table.table)
            table.first--;
        while (table.end < job->n_boxes &&
               job->boxes[table.end].box->table == table.table)
            table.end++;
        table_fit(&table);
    }
    g_mutex_unlock(&job->lock);
}
