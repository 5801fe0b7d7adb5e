/* SPDX-License-Identifier: MIT */
/* Lines of a text are painted, each stretch as content of its element. */
#include "base/diag.h"
#include "pdf/press_parts.h"

#include <stdlib.h>

#define LINE_THICK .05          /* of the size: underline and strike */
#define LINE_UNDER .11          /* below the baseline */
#define LINE_STRIKE .25         /* above it */
#define OVERFULL .7             /* of the size: more than signs hang */
#define WORDS_SHOWN 40          /* characters */

/* Where a link has got to on the line. */
typedef struct {
    PressPainter *painter;
    const PressLines *lines;
    const Line *line;
    double y;                   /* baseline */
    guint link;                 /* mark; 0: none is open */
    double from, to;
} Ink;

void
press_begin(PressPainter *painter, Tag tag)
{
    if (painter->is_open && painter->open == tag)
        return;
    press_end(painter);
    pen_begin(painter->pen, tag);
    painter->n_marked += tag != TAG_NONE;
    painter->is_open = TRUE;
    painter->open = tag;
}

void
press_end(PressPainter *painter)
{
    if (painter->is_open)
        pen_end(painter->pen);
    painter->is_open = FALSE;
}

static void
ink_link_end(Ink *ink)
{
    const PressLines *lines = ink->lines;

    if (ink->link)
        press_link_add(ink->painter, ink->link, lines->tag,
                       MIN(ink->from, ink->to), ink->y - lines->base,
                       ABS(ink->to - ink->from), lines->leading);
    ink->link = 0;
}

static void
ink_link(Ink *ink, guint link, double from, double to)
{
    if (link && link == ink->link) {
        ink->from = MIN(ink->from, from);
        ink->to = MAX(ink->to, to);
        return;
    }
    ink_link_end(ink);
    ink->link = link;
    ink->from = from;
    ink->to = to;
}

/* Lines through and under the letters are part of them; not of the blank at
 * the line's end. */
static void
ink_strokes(Ink *ink, const FlowMark *mark, const LineRun *run, double x)
{
    double thick = run->size * LINE_THICK;
    double left = MAX(run->x, ink->line->left);
    double width = MIN(run->x + run->width, ink->line->right) - left;

    if (mark->underline && width > 0)
        pen_rule(ink->painter->pen, x + left,
                 ink->y + run->size * LINE_UNDER, width, thick);
    if (mark->strike && width > 0)
        pen_rule(ink->painter->pen, x + left,
                 ink->y - run->size * LINE_STRIKE, width, thick);
}

static void
ink_run(Ink *ink, const LineRun *run)
{
    PressPainter *painter = ink->painter;
    const PressLines *lines = ink->lines;
    Flow *flow = painter->job->flow;
    const FlowMark *mark;
    Tag tag = lines->tag;

    if (tag == TAG_NONE || run->mark == 0) {
        ink_link_end(ink);
        press_begin(painter, tag);
        pen_run(painter->pen, run, lines->x, ink->y);
        return;
    }
    mark = &g_array_index(flow->marks, FlowMark, run->mark);
    ink_link(ink, mark->link, lines->x + run->x,
             lines->x + run->x + run->width);
    tag = flow_mark_tag(flow, run->mark, tag);
    press_begin(painter, tag);
    pen_run(painter->pen, run, lines->x, ink->y);
    ink_strokes(ink, mark, run, lines->x);
}

static int
ink_compare(gconstpointer a, gconstpointer b)
{
    const LineRun *x = *(const LineRun *const *) a;
    const LineRun *y = *(const LineRun *const *) b;

    return (x->at > y->at) - (x->at < y->at);
}

/* From left to right is not the order of reading. */
static void
ink_mixed(Ink *ink, const Line *line)
{
    g_autofree const LineRun **runs = g_new(const LineRun *, line->n_runs);

    for (guint i = 0; i < line->n_runs; i++)
        runs[i] = &line->runs[i];
    qsort(runs, line->n_runs, sizeof *runs, ink_compare);
    for (guint i = 0; i < line->n_runs; i++)
        ink_run(ink, runs[i]);
}

static void
ink_line(Ink *ink, const Line *line)
{
    gboolean mixed = FALSE;

    for (guint i = 0; i < line->n_runs; i++)
        mixed |= line->runs[i].rtl;
    if (mixed) {
        ink_mixed(ink, line);
    } else {
        for (guint i = 0; i < line->n_runs; i++)
            ink_run(ink, &line->runs[i]);
    }
    ink_link_end(ink);
}

static void
text_overfull(PressPainter *painter, const PressLines *lines,
              const Line *line)
{
    const char *str = lines->text->text.str + line->start;
    glong len = g_utf8_strlen(str, line->end - line->start);
    double hang = line->n_runs ? line->runs[0].size * OVERFULL : 0;
    g_autofree char *words = NULL;

    if (lines->told == NULL || *lines->told ||
        (line->right <= lines->measure + hang && line->left >= -hang))
        return;
    *lines->told = TRUE;
    words = g_utf8_substring(str, 0, MIN(len, WORDS_SHOWN));
    diag_say(painter->diag, DIAG_OVERFULL, NULL, 0, 0, words);
}

void
press_text(PressPainter *painter, const PressLines *lines)
{
    Ink ink = { .painter = painter, .lines = lines };

    ink.y = lines->y + lines->base;
    for (guint i = lines->from; i < lines->to; i++) {
        const Line *line = paragraph_line(lines->paragraph, painter->shaper,
                                          lines->variant, i);

        ink.line = line;
        text_overfull(painter, lines, line);
        ink_line(&ink, line);
        ink.y += lines->leading;
    }
}
