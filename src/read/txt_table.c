/* SPDX-License-Identifier: MIT */
/* Writes tables: of columns that stand below each other, and of labels with
 * their values. */
#include <string.h>

#include "base/limits.h"
#include "read/txt_columns.h"
#include "read/txt_group.h"
#include "read/txt_see.h"

static gboolean
is_number(const char *str, gsize len)
{
    return len > 0 && len < 16 && strspn(str, "0123456789.,-+$% ") >= len;
}

static void
write_cell(TxtWriter *writer, const char *str, gsize len, guint line,
           gboolean header, gboolean end)
{
    A2bBlock *cell = build_open(writer->build, A2B_BLOCK_CELL, line);

    cell->as.cell.header = header;
    cell->as.cell.span = 1;
    if (end)
        cell->as.cell.align = A2B_ALIGN_END;
    txt_write_text(writer, str, len, line);
    build_close(writer->build);
}

static gboolean
has_digit(const char *str, gsize len)
{
    for (gsize i = 0; i < len; i++)
        if (g_ascii_isdigit(str[i]))
            return TRUE;
    return FALSE;
}

/* Whether cell i (counted in pairs of offsets) of a line is a number. */
static gboolean
is_numeric_column(const TxtColumns *columns, const char *line, guint i)
{
    g_autoptr(GArray) cells = g_array_new(FALSE, FALSE, sizeof(gsize));
    gsize start, end;

    txt_columns_cut(columns, line, strcspn(line, "\n"), cells);
    if (i + 1 >= cells->len)
        return FALSE;
    start = g_array_index(cells, gsize, i);
    end = g_array_index(cells, gsize, i + 1);
    return is_number(line + start, end - start);
}

/* below: the line below it if it names the columns, else NULL. */
static void
write_row(TxtWriter *writer, const TxtColumns *columns, const char *str,
          gsize len, guint line, const char *below)
{
    gboolean header = below != NULL;
    g_autoptr(GArray) cells = g_array_new(FALSE, FALSE, sizeof(gsize));

    if (txt_is_rule(str, len))
        return;
    txt_columns_cut(columns, str, len, cells);
    if (cells->len == 0)
        return;
    build_open(writer->build, A2B_BLOCK_ROW, line);
    for (guint i = 0; i + 1 < cells->len; i += 2) {
        gsize start = g_array_index(cells, gsize, i);
        gsize end = g_array_index(cells, gsize, i + 1);
        if (i / 2 == LIMIT_TABLE_COLUMNS - 1)
            end = len;
        write_cell(writer, str + start, end - start, line, header,
                   header ? is_numeric_column(columns, below, i)
                          : is_number(str + start, end - start));
        if (i / 2 == LIMIT_TABLE_COLUMNS - 1)
            break;
    }
    build_close(writer->build);
}

/* Whether the first line has no number and all below it have one. */
static gboolean
names_columns(const char *str, gsize len)
{
    const char *end = str + len, *eol = memchr(str, '\n', len);

    if (eol == NULL || has_digit(str, eol - str))
        return FALSE;
    for (const char *p = eol + 1; p < end; p = eol + 1) {
        eol = memchr(p, '\n', end - p);
        if (eol == NULL)
            eol = end;
        if (!has_digit(p, eol - p) && !txt_is_rule(p, eol - p))
            return FALSE;
    }
    return TRUE;
}

void
txt_write_table(TxtWriter *writer, const TxtUnit *unit)
{
    const char *end = unit->text + unit->len;
    guint line = unit->line;
    gboolean header = names_columns(unit->text, unit->len);
    g_autoptr(TxtColumns) columns = txt_columns_new(unit->text, unit->len);

    build_open(writer->build, A2B_BLOCK_TABLE, unit->line);
    for (const char *p = unit->text; p < end; line++) {
        const char *eol = memchr(p, '\n', end - p);
        write_row(writer, columns, p, (eol ? eol : end) - p, line,
                  header && eol ? eol + 1 : NULL);
        header = FALSE;
        p = eol ? eol + 1 : end;
    }
    build_close(writer->build);
}

void
txt_write_facts(TxtWriter *writer, guint first, guint end)
{
    build_open(writer->build, A2B_BLOCK_TABLE,
               txt_unit(writer->txt->units, first)->line)->role =
        A2B_ROLE_FACTS;
    for (guint i = first; i < end; i++) {
        const TxtUnit *unit = txt_unit(writer->txt->units, i);
        gsize label = 0, value = 0;

        txt_label_value(unit->text, unit->len, &label, &value);
        build_open(writer->build, A2B_BLOCK_ROW, unit->line);
        write_cell(writer, unit->text, label, unit->line, TRUE, FALSE);
        write_cell(writer, unit->text + value, unit->len - value,
                   unit->line, FALSE, FALSE);
        build_close(writer->build);
    }
    build_close(writer->build);
}
