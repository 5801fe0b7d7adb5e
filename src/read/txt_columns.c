/* SPDX-License-Identifier: MIT */
/*
 * Finds the columns of a table drawn with blanks: a river is a run of
 * columns that are blank in every line, and two blanks wide in most.
 */
#include "read/txt_columns.h"

#include <string.h>

#include "read/txt_line.h"
#include "read/txt_shape.h"

enum { WIDEST = 200 };

struct TxtColumns {
    GArray *starts;         /* of guint: first column behind each river */
};

typedef struct {
    guint blank[WIDEST];    /* lines that are blank at a column */
    guint wide[WIDEST];     /* of them, those with another blank beside */
    guint lines, widest;
} Tally;

/* FALSE if the line has tabs: columns are where they say. */
static gboolean
tally_line(Tally *tally, const char *str, gsize len)
{
    const char *end = str + len, *p = str;
    gboolean before = FALSE;

    for (guint c = 0; c < WIDEST; c++) {
        gboolean blank = p >= end || *p == ' ';
        gboolean after = p >= end || p + 1 >= end || p[1] == ' ';

        if (p < end && *p == '\t')
            return FALSE;
        tally->blank[c] += blank;
        tally->wide[c] += blank && (before || after);
        before = blank;
        if (p < end) {
            p = g_utf8_next_char(p);
            tally->widest = MAX(tally->widest, c + 1);
        }
    }
    tally->lines++;
    return TRUE;
}

static gboolean
tally_text(Tally *tally, const char *text, gsize len)
{
    const char *end = text + len;

    for (const char *p = text; p < end; ) {
        const char *eol = memchr(p, '\n', end - p);
        gsize n = (eol ? eol : end) - p;

        if (n > 0 && !txt_is_rule(p, n) && !tally_line(tally, p, n))
            return FALSE;
        p = eol ? eol + 1 : end;
    }
    return tally->lines > 1;
}

TxtColumns *
txt_columns_new(const char *text, gsize len)
{
    TxtColumns *columns = g_new0(TxtColumns, 1);
    Tally tally = { .lines = 0 };
    guint river = 0;

    columns->starts = g_array_new(FALSE, FALSE, sizeof(guint));
    if (!tally_text(&tally, text, len))
        return columns;
    for (guint c = 0; c < MIN(tally.widest, WIDEST); c++) {
        if (tally.blank[c] == tally.lines) {
            river = MAX(river, tally.wide[c]);
            continue;
        }
        if (c > 0 && river * 4 >= tally.lines * 3)
            g_array_append_val(columns->starts, c);
        river = 0;
    }
    return columns;
}

void
txt_columns_free(TxtColumns *columns)
{
    g_array_unref(columns->starts);
    g_free(columns);
}

/* Appends bytes [start, end) of str without the blanks around them. */
static void
add_cell(GArray *cells, const char *str, gsize start, gsize end)
{
    while (start < end && str[start] == ' ')
        start++;
    while (end > start && str[end - 1] == ' ')
        end--;
    g_array_append_val(cells, start);
    g_array_append_val(cells, end);
}

void
txt_columns_cut(const TxtColumns *columns, const char *str, gsize len,
                GArray *cells)
{
    const char *p = str, *end = str + len;
    guint column = 0;
    gsize from = 0;

    if (columns->starts->len == 0) {
        txt_cells(str, len, cells);
        return;
    }
    for (guint i = 0; i < columns->starts->len; i++) {
        guint start = g_array_index(columns->starts, guint, i);

        for (; p < end && column < start; column++)
            p = g_utf8_next_char(p);
        if (start > 0 && !(i == 0 && from == 0 && p - str ==
                           (gssize) strspn(str, " ") && p < end))
            add_cell(cells, str, from, p - str);
        from = p - str;
    }
    add_cell(cells, str, from, len);
}
