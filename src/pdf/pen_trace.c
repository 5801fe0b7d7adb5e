/* SPDX-License-Identifier: MIT */
/*
 * Writes down what is painted, for golden tests: a line for each line of
 * text, with its column, its line of the grid, and what elements its parts
 * belong to; a line for all else.  What underlines a text comes below it.
 *
 *     page 3 (1)
 *         72.0    1.0  P 12         Where the | Link 13  river | P 12  ends.
 *        101.5    1.1  Link 13      [rule 40.0 x 0.5]
 */
#include "pdf/pen.h"

#include <math.h>
#include <string.h>

typedef struct {
    guint number;
    gsize start;                /* in out */
} TracePage;

typedef struct {
    Pen base;
    const Tags *tags;
    double top, grid;
    GString *out;
    GArray *pages;              /* of TracePage, as they were painted */
    GString *line;              /* the text of the line so far */
    GString *boxes;             /* what is no text, since the line began */
    double line_x, line_y;      /* where it begins */
    double line_end;            /* where its last run ends */
    Tag line_first, line_last;  /* what its parts belong to */
    gboolean line_is_open;
    Tag tag;
} TracePen;

static void
out_number(GString *out, double number, int width)
{
    char digits[G_ASCII_DTOSTR_BUF_SIZE];
    const double tenths = round(number * 10) / 10;

    g_ascii_formatd(digits, sizeof digits, "%.1f",
                    tenths == 0 ? 0 : tenths);      /* no -0.0 */
    g_string_append_printf(out, "%*s", width, digits);
}

/* "P 12" or "furniture". */
static void
out_tag(const TracePen *pen, GString *out, Tag tag)
{
    if (tag == TAG_NONE)
        g_string_append(out, "furniture");
    else
        g_string_append_printf(out, "%s %u",
                               tags_element(pen->tags, tag)->type, tag);
}

static void
out_pad(GString *out, gsize from, gsize width)
{
    while (out->len < from + width)
        g_string_append_c(out, ' ');
}

/* Column, line of the grid, element. */
static void
out_place(const TracePen *pen, GString *out, double x, double y, Tag tag)
{
    gsize from;

    out_number(out, x, 8);
    out_number(out, (y - pen->top) / pen->grid, 7);
    g_string_append(out, "  ");
    from = out->len;
    out_tag(pen, out, tag);
    out_pad(out, from, 12);
    g_string_append_c(out, ' ');
}

/* The blank that every line ends with is not seen. */
static void
trace_end_line(TracePen *pen)
{
    if (pen->line_is_open) {
        out_place(pen, pen->out, pen->line_x, pen->line_y, pen->line_first);
        g_strchomp(pen->line->str);
        g_string_append(pen->out, pen->line->str);
        g_string_append_c(pen->out, '\n');
    }
    g_string_append_len(pen->out, pen->boxes->str, pen->boxes->len);
    g_string_truncate(pen->boxes, 0);
    pen->line_is_open = FALSE;
}

static void
trace_page(Pen *base, guint number, const char *label)
{
    TracePen *pen = (TracePen *) base;
    TracePage page = { .number = number };

    trace_end_line(pen);
    if (pen->out->len > 0)
        g_string_append_c(pen->out, '\n');
    page.start = pen->out->len;
    g_array_append_val(pen->pages, page);
    g_string_append_printf(pen->out, "page %u (%s)\n", number + 1,
                           label == NULL ? "" : label);
}

static void
trace_begin(Pen *base, Tag tag)
{
    ((TracePen *) base)->tag = tag;
}

static void
trace_end(Pen *base)
{
    ((TracePen *) base)->tag = TAG_NONE;
}

/* Signs that would break the line of the trace or not be seen in it. */
static void
out_text(GString *out, const char *str, gsize len)
{
    for (const char *p = str; p < str + len; p = g_utf8_next_char(p)) {
        const gunichar c = g_utf8_get_char(p);

        if (g_unichar_iscntrl(c) || c == 0x2028 || c == 0x2029 ||
            (c != 0x20 && g_unichar_isspace(c)) ||
            g_unichar_type(c) == G_UNICODE_FORMAT)
            g_string_append_printf(out, "<%04X>", c);
        else
            g_string_append_unichar(out, c);
    }
}

/* Runs far from each other are columns of a table, say. */
#define APART 1.0               /* ems */

static void
trace_run(Pen *base, const LineRun *run, double x, double y)
{
    TracePen *pen = (TracePen *) base;

    x += run->x;
    if (!pen->line_is_open || pen->line_y != y ||
        (pen->tag == TAG_NONE) != (pen->line_last == TAG_NONE)) {
        trace_end_line(pen);
        g_string_truncate(pen->line, 0);
        pen->line_x = pen->line_end = x;
        pen->line_y = y;
        pen->line_first = pen->line_last = pen->tag;
        pen->line_is_open = TRUE;
    }
    if (x > pen->line_end + APART * run->size)
        g_string_append(pen->line, "    ");
    pen->line_end = x + run->width;
    if (pen->line_last != pen->tag) {
        g_string_append(pen->line, " | ");
        out_tag(pen, pen->line, pen->tag);
        g_string_append(pen->line, "  ");
        pen->line_last = pen->tag;
    }
    if (run->missing)
        g_string_append(pen->line, "<missing>");
    out_text(pen->line, run->str, run->len);
}

static void
trace_box(TracePen *pen, const char *what, double x, double y, double width,
          double height)
{
    out_place(pen, pen->boxes, x, y, pen->tag);
    g_string_append_printf(pen->boxes, "[%s ", what);
    out_number(pen->boxes, width, 0);
    g_string_append(pen->boxes, " x ");
    out_number(pen->boxes, height, 0);
    g_string_append(pen->boxes, "]\n");
}

static void
trace_rule(Pen *base, double x, double y, double width, double height)
{
    trace_box((TracePen *) base, "rule", x, y, width, height);
}

static void
trace_image(Pen *base, const PenImage *image, double x, double y,
            double width, double height)
{
    g_autofree char *what = g_strdup_printf("image %s", image->key);

    trace_box((TracePen *) base, what, x, y, width, height);
}

static void
trace_cells(Pen *base, const guchar *cells, guint size, double x, double y,
            double width)
{
    g_autofree char *what = g_strdup_printf("cells %u", size);

    (void) cells;
    trace_box((TracePen *) base, what, x, y, width, width);
}

static void
trace_free(Pen *base)
{
    TracePen *pen = (TracePen *) base;

    if (pen->out != NULL)
        g_string_free(pen->out, TRUE);
    g_array_unref(pen->pages);
    g_string_free(pen->line, TRUE);
    g_string_free(pen->boxes, TRUE);
    g_free(pen);
}

static const PenKind trace_pen = {
    .page = trace_page,
    .begin = trace_begin,
    .end = trace_end,
    .run = trace_run,
    .rule = trace_rule,
    .image = trace_image,
    .cells = trace_cells,
    .free = trace_free,
};

Pen *
pen_trace_new(FontSet *fonts, const Tags *tags, double top, double grid)
{
    TracePen *pen = g_new0(TracePen, 1);

    (void) fonts;
    pen->base.kind = &trace_pen;
    pen->tags = tags;
    pen->top = top;
    pen->grid = grid;
    pen->out = g_string_new(NULL);
    pen->pages = g_array_new(FALSE, FALSE, sizeof(TracePage));
    pen->line = g_string_new(NULL);
    pen->boxes = g_string_new(NULL);
    pen->tag = TAG_NONE;
    return &pen->base;
}

static int
trace_compare(gconstpointer a, gconstpointer b)
{
    const TracePage *x = *(const TracePage *const *) a;
    const TracePage *y = *(const TracePage *const *) b;

    return (x->number > y->number) - (x->number < y->number);
}

/* Some pages are painted late. */
static char *
trace_sorted(const TracePen *pen)
{
    g_autoptr(GPtrArray) pages = g_ptr_array_new();
    GString *sorted = g_string_new(NULL);
    guint n = pen->pages->len;

    for (guint i = 0; i < n; i++)
        g_ptr_array_add(pages, &g_array_index(pen->pages, TracePage, i));
    g_ptr_array_sort(pages, trace_compare);
    for (guint i = 0; i < n; i++) {
        const TracePage *page = pages->pdata[i];
        guint place = page - (const TracePage *) pen->pages->data;
        gsize to = place + 1 < n ? page[1].start - 1 : pen->out->len;

        if (i)
            g_string_append_c(sorted, '\n');
        g_string_append_len(sorted, pen->out->str + page->start,
                            to - page->start);
    }
    return g_string_free(sorted, FALSE);
}

char *
pen_trace_end(Pen *base)
{
    TracePen *pen = (TracePen *) base;

    trace_end_line(pen);
    return pen->pages->len ? trace_sorted(pen)
        : g_string_free(g_steal_pointer(&pen->out), FALSE);
}
