/* SPDX-License-Identifier: MIT */
/* Tables: which rows head the others, and what is in each column. */
#include <string.h>

#include "base/limits.h"
#include "book/classes.h"
#include "pdf/flow_maker.h"

#define LINE_GAP .25            /* ems of white below a line */
#define WHOLE 8                 /* rows of a table that is not parted */

/* A table while its rows are written. */
typedef struct {
    FlowTable *columns;
    FlowElement *part;          /* thead or tbody */
    const char *scope;          /* of cells that head; NULL: none does */
    const Box *head;            /* first row of the head */
    guint n_head;
} Table;

static gboolean
table_is_head(const A2bBlock *row)
{
    for (const A2bBlock *cell = row->first; cell; cell = cell->next)
        if (!cell->as.cell.header)
            return FALSE;
    return row->first != NULL;
}

static guint
table_span(const A2bBlock *cell)
{
    return CLAMP(cell->as.cell.span, 1, LIMIT_TABLE_COLUMNS);
}

static guint
table_row_columns(const A2bBlock *row)
{
    guint n = 0;

    for (const A2bBlock *cell = row->first; cell; cell = cell->next)
        n += table_span(cell);
    return n;
}

static void
table_attribute(FlowMaker *m, Tag tag, gboolean head, const char *scope,
                guint span)
{
    char text[80];

    if (!head && span == 1)
        return;
    g_snprintf(text, sizeof text, "/O /Table");
    if (head)
        g_snprintf(text, sizeof text, "/O /Table /Scope /%s", scope);
    if (span > 1) {
        gsize len = strlen(text);
        g_snprintf(text + len, sizeof text - len, " /ColSpan %u", span);
    }
    tags_set_attribute(m->flow->tags, tag, text);
}

/* Column heads are heads only above a body, row heads only with words. */
static void
table_cell(FlowMaker *m, FlowElement *row, const Table *table,
           const A2bBlock *block, FlowCell *cell)
{
    gboolean head = block->as.cell.header && table->scope
        && block->text->len > 0;
    FlowElement e = *row;

    e.style = flow_style(m, row->style, head ? "th" : "td",
                         classes_of_align(block->as.cell.align), NULL,
                         row->last);
    row->last = e.style;
    cell->span = table_span(block);
    cell->text.tag = flow_tag(m, row, head ? "TH" : "TD");
    table_attribute(m, cell->text.tag, head, table->scope, cell->span);
    flow_fill(m, e.style, block->text, &cell->text);
    flow_shape(m, &e, FALSE, &cell->text);
    /* Figures run from left to right in all scripts: their units stand below
     * each other at the right. */
    if (m->rtl && cell->text.shape.align == SET_END)
        cell->text.shape.align = SET_START;
    table->columns->gap = MAX(table->columns->gap,
                              e.style->css.padding[CSS_START]
                              + e.style->css.padding[CSS_END]);
}

/* The lines of cells are those of their row; they do not touch letters. */
static void
table_lines(Box *box, const FlowElement *row)
{
    const CssStyle *css = &row->last->css;

    if (css->border[CSS_TOP] > 0)
        box->above.width = css->border[CSS_TOP];
    if (css->border[CSS_BOTTOM] > 0)
        box->below.width = css->border[CSS_BOTTOM];
    if (box->above.width > 0)
        box->above.gap = MAX(box->above.gap, LINE_GAP * css->size);
    if (box->below.width > 0)
        box->below.gap = css->padding[CSS_BOTTOM];
}

static Box *
table_row(FlowMaker *m, const Table *table, const A2bBlock *block)
{
    guint columns = table_row_columns(block), n = 0;
    FlowElement row;
    FlowCell *cells;
    Box *box;

    m->block = block;
    for (const A2bBlock *cell = block->first; cell; cell = cell->next)
        n++;
    if (n == 0 || !flow_enter(m, &row, table->part, "tr", NULL,
                              flow_tag(m, table->part, "TR")))
        return NULL;
    if (block->id)
        flow_set_id(m, flow_id(m, block->id));
    cells = arena_alloc(m->arena, n * sizeof *cells);
    n = 0;
    for (const A2bBlock *cell = block->first; cell; cell = cell->next) {
        if (cell->id)
            flow_set_id(m, flow_id(m, cell->id));
        table_cell(m, &row, table, cell, &cells[n++]);
    }
    /* Each row has as many columns as the table. */
    if (columns < table->columns->n_columns)
        table_attribute(m, flow_tag(m, &row, "TD"), FALSE, NULL,
                        table->columns->n_columns - columns);
    box = flow_add(m, &row, BOX_ROW);
    box->cells = cells;
    box->n_cells = n;
    box->table = table->columns;
    box->solid = TRUE;
    table_lines(box, &row);
    flow_leave(m, &row);
    return box;
}

static void
table_head(FlowMaker *m, FlowElement *e, Table *table, const A2bBlock *row,
           const A2bBlock *body)
{
    FlowElement part;

    if (!flow_enter(m, &part, e, "thead", NULL, e->tag))
        return;
    table->part = &part;
    table->scope = "Column";
    for (; row != body; row = row->next) {
        Box *box = table_row(m, table, row);

        if (!box)
            continue;
        box->keep_next = TRUE;
        table->head = table->head ? table->head : box;
        table->n_head++;
    }
    flow_leave(m, &part);
}

static void
table_body(FlowMaker *m, FlowElement *e, Table *table, const A2bBlock *row,
           gboolean heads)
{
    FlowElement part;

    if (!flow_enter(m, &part, e, "tbody", NULL, e->tag))
        return;
    table->part = &part;
    table->scope = heads ? "Row" : NULL;
    for (; row; row = row->next) {
        Box *box = table_row(m, table, row);

        if (!box)
            continue;
        box->head = table->head;
        box->n_head = table->n_head;
        /* The last row does not stand alone. */
        box->keep_next = row->next && !row->next->next;
    }
    flow_leave(m, &part);
}

static FlowTable *
table_columns(FlowMaker *m, const A2bBlock *block)
{
    FlowTable *columns = arena_new_of(m->arena, FlowTable);

    for (const A2bBlock *row = block->first; row; row = row->next)
        columns->n_columns = MAX(columns->n_columns, table_row_columns(row));
    columns->widths = arena_alloc(m->arena, columns->n_columns
                                            * sizeof(double));
    return columns;
}

void
flow_table(FlowMaker *m, FlowElement *parent, const A2bBlock *block)
{
    Table table = { .columns = table_columns(m, block) };
    const A2bBlock *body = block->first;
    FlowElement e;

    if (!flow_enter_block(m, &e, parent, block, "table", NULL, "Table"))
        return;
    while (body && table_is_head(body))
        body = body->next;
    if (body && body != block->first)
        table_head(m, &e, &table, block->first, body);
    table_body(m, &e, &table, body ? body : block->first, body != NULL);
    for (guint i = e.first; i < m->boxes->len; i++) {
        Box *box = m->boxes->pdata[i];

        box->align = e.style->css.centred ? SET_CENTER : SET_START;
        box->keep_next |= m->boxes->len - e.first <= WHOLE
            && i + 1 < m->boxes->len;
    }
    flow_leave(m, &e);
}
