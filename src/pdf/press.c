/* SPDX-License-Identifier: MIT */
/* A flow becomes painted pages: boxes are set, put on pages, painted and
 * forgotten, so that memory does not grow with the book. */
#include "pdf/press_parts.h"

#include <string.h>

#include "base/diag.h"
/* A page that is painted later. */
typedef struct {
    PagesPage *page;
    const char *running;        /* head before it */
} Kept;

typedef struct {
    PressJob job;
    PressPainter painter;
    Shaper *shaper;
    guint jobs;
    guint32 *order;             /* boxes as they are set */
    PressWork *work;
    Pages *pages;
    guint32 first;              /* box that is 0 to pages; and its page */
    guint first_page;
    GArray *kept;               /* of Kept: all pages of a booklet, else
                                 * those whose numbers are not known yet */
    guint32 freed;              /* boxes */
    GArray *notes;              /* of PagesNote: scratch */
} Run;

static Kept *
run_kept(const Run *run, guint i)
{
    return &g_array_index(run->kept, Kept, i);
}

/* Which rows are the heads of others, which notes are called where. */
static void
job_prepare(PressJob *job)
{
    for (guint32 i = 0; i < job->n_boxes; i++) {
        PressBox *set = &job->boxes[i];
        const Box *box = set->box = job->flow->boxes->pdata[i];

        for (guint j = 0; j < box->n_notes; j++) {
            int note = press_note(job, box->notes[j]);

            if (note >= 0 && job->notes[note].caller == G_MAXUINT32)
                job->notes[note].caller = i;
        }
        if (box->head == NULL)
            continue;
        set->head = i;
        if (i && set[-1].box->head == box->head)
            set->head = set[-1].head;
        while (set->head > 0 && job->boxes[set->head].box != box->head)
            set->head--;
        for (guint j = 0; j < box->n_head; j++)
            job->boxes[set->head + j].stays = TRUE;
    }
}

static void
job_init(PressJob *job, Flow *flow, const Paper *paper, FontSet *fonts)
{
    const FontFace *face = fontset_face(fonts, fontset_main(fonts,
                                                            FAMILY_TEXT, 0));

    job->flow = flow;
    job->paper = paper;
    job->fonts = fonts;
    job->full = paper->columns * paper->measure +
                (paper->columns - 1) * paper->gap;
    job->base = (paper->leading + (face->ascent - face->descent) *
                                      paper->size / FONT_EM) / 2;
    job->n_boxes = flow->boxes->len;
    job->boxes = g_new0(PressBox, job->n_boxes + 1);
    job->notes = g_new0(PressNote, flow->notes->len + 1);
    for (guint i = 0; i < flow->notes->len; i++)
        job->notes[i].caller = G_MAXUINT32;
    job->tables = g_hash_table_new(NULL, NULL);
    g_mutex_init(&job->lock);
    job_prepare(job);
    press_refs_init(job);
}

static void
job_clear(PressJob *job)
{
    for (guint i = 0; i < job->n_boxes; i++)
        press_box_clear(&job->boxes[i]);
    for (guint i = 0; i < job->flow->notes->len; i++)
        press_note_clear(&job->notes[i]);
    g_free(job->boxes);
    g_free(job->notes);
    g_hash_table_unref(job->tables);
    g_mutex_clear(&job->lock);
    press_refs_clear(job);
}

/* The notes that are called in box go with it. */
static void
run_free_box(Run *run, guint32 box)
{
    PressBox *set = &run->job.boxes[box];

    if (set->stays)
        return;
    for (guint i = 0; i < set->box->n_notes; i++) {
        int note = press_note(&run->job, set->box->notes[i]);

        if (note >= 0 && run->job.notes[note].caller == box)
            press_note_clear(&run->job.notes[note]);
    }
    press_box_clear(set);
}

/* What no page to come needs. */
static void
run_free_boxes(Run *run)
{
    guint32 end = MIN(run->first + pages_first_needed(run->pages),
                      run->job.n_boxes);

    for (; run->freed < end; run->freed++)
        run_free_box(run, run->freed);
}

/* A copy whose boxes and number are those of the whole book. */
static PagesPage *
run_page_dup(const Run *run, const PagesPage *page)
{
    gsize size = page->n_pieces * sizeof *page->pieces;
    PagesPage *copy = g_malloc(sizeof *copy + size);
    PagesPiece *pieces = (PagesPiece *) (copy + 1);

    *copy = *page;
    copy->number += run->first_page;
    copy->pieces = pieces;
    if (size)
        memcpy(pieces, page->pieces, size);
    for (guint i = 0; i < page->n_pieces; i++)
        pieces[i].box += pieces[i].note ? 0 : run->first;
    return copy;
}

/* Pages lie alone on their sheets. */
static void
run_paint(Run *run, const PagesPage *page)
{
    PressPainter *painter = &run->painter;
    g_autofree char *label = press_refs_label(&run->job, page->number);

    painter->sheet = page->number;
    pen_page(painter->pen, painter->sheet, label);
    press_paint(painter, page);
}

static void
run_take_page(Run *run, const PagesPage *given)
{
    PagesPage *page = run_page_dup(run, given);
    PressPainter *painter = &run->painter;
    Press *press = painter->press;
    Kept kept = { page, painter->running };
    PressBreak begin;

    press_refs_take(&run->job, page);
    begin = press_refs_break(&run->job, run->shaper, page);
    g_array_append_val(press->breaks, begin);
    press->n_pages++;
    if (!run->job.paper->booklet)
        g_ptr_array_add(press->labels, g_strdup(begin.label));
    if (run->job.paper->booklet || !press_refs_known(&run->job, page)) {
        press_opens(painter, page);
        g_array_append_val(run->kept, kept);
        return;
    }
    run_paint(run, page);
    g_free(page);
}

static void
run_take_pages(Run *run)
{
    const PagesPage *page;

    while ((page = pages_next(run->pages)))
        run_take_page(run, page);
    if (!run->job.paper->booklet)
        run_free_boxes(run);
}

static void
run_say_progress(const Run *run, guint done)
{
    const A2bProgress progress = {
        A2B_STEP_PAGES, done, run->job.n_boxes, run->painter.press->n_pages,
    };

    diag_progress(run->painter.diag, &progress);
}

/* Boxes first to end, which begin a page. */
static void
run_pages(Run *run, guint32 first, guint32 end)
{
    const Paper *paper = run->job.paper;
    const PagesShape shape = {
        .height = paper->lines, .columns = paper->columns,
        .spreads = paper->two_sided, .note_gap = 1,
        .recto_first = run->painter.press->n_pages % 2 == 0,
    };

    run->first = first;
    run->first_page = run->painter.press->n_pages;
    run->pages = pages_new(&shape);
    run->work = press_work_new(&run->job, run->shaper, run->painter.pen,
                               run->order + first, end - first, run->jobs);
    for (guint32 i = first; i < end; i++) {
        PagesBox plan;

        press_work_wait(run->work, i - first);
        press_plan(&run->job, i, &plan, run->notes);
        pages_add(run->pages, &plan);
        run_take_pages(run);
        run_say_progress(run, i + 1);
    }
    pages_end(run->pages);
    run_take_pages(run);
    g_clear_pointer(&run->pages, pages_free);
    g_clear_pointer(&run->work, press_work_free);
}

static void
run_paint_kept(Run *run, guint i)
{
    const Kept *kept = run_kept(run, i);

    run->painter.running = kept->running;
    press_paint(&run->painter, kept->page);
}

static void
run_side(Run *run, PressSide *side, guint number)
{
    PressPainter *painter = &run->painter;
    char *label = press_side_label(&run->job, side);

    painter->sheet = number;
    painter->n_marked = 0;
    g_ptr_array_add(painter->press->labels, label);
    pen_page(painter->pen, number, label);
    for (guint i = 0; i < side->n; i++) {
        painter->left = i * run->job.paper->width;
        if (side->pages[i] != PRESS_BLANK)
            run_paint_kept(run, side->pages[i]);
        if (i == 0)
            side->marked = painter->n_marked;
    }
}

static void
run_booklet(Run *run)
{
    Flow *flow = run->job.flow;
    g_autoptr(GArray) sides = press_sides(run->job.paper, run->kept->len,
                                          flow->rtl);

    for (guint i = 0; i < sides->len; i++)
        run_side(run, &g_array_index(sides, PressSide, i), i);
    press_sides_sort(sides, flow->tags);
}

/* The box that has to be set for a piece to be painted. */
static guint32
run_piece_box(const Run *run, const PagesPiece *piece)
{
    return piece->note ? run->job.notes[piece->box].caller : piece->box;
}

/* Boxes of pages that waited were forgotten: they are set once more.  of:
 * for each box its place in order + 1; last: the last page that has it. */
static guint32
run_late_boxes(Run *run, guint32 *of, guint32 *last)
{
    guint32 n = 0;

    for (guint i = 0; i < run->kept->len; i++) {
        const PagesPage *page = run_kept(run, i)->page;

        for (guint j = 0; j < page->n_pieces; j++) {
            guint32 box = run_piece_box(run, &page->pieces[j]);

            last[box] = i;
            if (of[box] || run->job.boxes[box].stays)
                continue;
            run_free_box(run, box);
            run->order[n] = box;
            of[box] = ++n;
        }
    }
    return n;
}

static void
run_late_page(Run *run, guint i, const guint32 *of, const guint32 *last)
{
    const PagesPage *page = run_kept(run, i)->page;

    for (guint j = 0; j < page->n_pieces; j++) {
        guint32 box = run_piece_box(run, &page->pieces[j]);

        if (of[box])
            press_work_wait(run->work, of[box] - 1);
    }
    run->painter.running = run_kept(run, i)->running;
    run_paint(run, page);
    for (guint j = 0; j < page->n_pieces; j++) {
        guint32 box = run_piece_box(run, &page->pieces[j]);

        if (last[box] == i)
            run_free_box(run, box);
    }
}

/* All pages are made, so all numbers are known. */
static void
run_late(Run *run)
{
    g_autofree guint32 *of = g_new0(guint32, run->job.n_boxes);
    g_autofree guint32 *last = g_new0(guint32, run->job.n_boxes);
    guint32 n = run_late_boxes(run, of, last);
    Press *press = run->painter.press;
    g_autoptr(GArray) sides = NULL;

    run->work = press_work_new(&run->job, run->shaper, run->painter.pen,
                               run->order, n, run->jobs);
    for (guint i = 0; i < run->kept->len; i++)
        run_late_page(run, i, of, last);
    g_clear_pointer(&run->work, press_work_free);
    sides = press_sides(run->job.paper, press->n_pages, FALSE);
    press_sides_sort(sides, run->job.flow->tags);
}

static void
run_all(Run *run)
{
    Flow *flow = run->job.flow;

    run_pages(run, 0, flow->back);
    press_refs_list(&run->job);
    if (flow->back < run->job.n_boxes)
        run_pages(run, flow->back, run->job.n_boxes);
    if (run->job.paper->booklet)
        run_booklet(run);
    else if (run->kept->len)
        run_late(run);
    press_links_aim(&run->painter);
    press_outline_sort(run->painter.press->outline);
}

static void
run_init(Run *run, Flow *flow, const Paper *paper, FontSet *fonts)
{
    job_init(&run->job, flow, paper, fonts);
    run->shaper = shaper_new(fonts);
    run->order = g_new(guint32, run->job.n_boxes + 1);
    for (guint32 i = 0; i < run->job.n_boxes; i++)
        run->order[i] = i;
    run->kept = g_array_new(FALSE, FALSE, sizeof(Kept));
    run->notes = g_array_new(FALSE, FALSE, sizeof(PagesNote));
}

static void
run_clear(Run *run)
{
    shaper_free(run->shaper);
    for (guint i = 0; i < run->kept->len; i++)
        g_free(run_kept(run, i)->page);
    g_array_unref(run->kept);
    g_array_unref(run->notes);
    g_free(run->order);
    g_hash_table_unref(run->painter.places);
    g_array_unref(run->painter.aims);
    for (int i = 0; i < 2; i++)
        g_free(run->painter.heads[i].shown);
    job_clear(&run->job);
}

static void
press_break_clear(gpointer data)
{
    g_free(((PressBreak *) data)->label);
}

static Press *
press_new(void)
{
    Press *press = g_new0(Press, 1);

    press->links = g_array_new(FALSE, FALSE, sizeof(PdfLink));
    press->outline = g_array_new(FALSE, FALSE, sizeof(PdfOutline));
    press->labels = g_ptr_array_new_with_free_func(g_free);
    press->breaks = g_array_new(FALSE, FALSE, sizeof(PressBreak));
    g_array_set_clear_func(press->breaks, press_break_clear);
    return press;
}

Press *
press_run(Flow *flow, const Paper *paper, FontSet *fonts, Pen *pen,
          guint jobs, A2bDiag *diag)
{
    Press *press = press_new();
    Run run = { .jobs = jobs };

    run_init(&run, flow, paper, fonts);
    run.painter = (PressPainter) {
        .job = &run.job, .press = press, .pen = pen, .shaper = run.shaper,
        .diag = diag,
        .places = g_hash_table_new_full(g_str_hash, g_str_equal, NULL,
                                        g_free),
        .aims = g_array_new(FALSE, FALSE, sizeof(PressAim)),
    };
    run_all(&run);
    run_clear(&run);
    return press;
}

void
press_free(Press *press)
{
    if (press == NULL)
        return;
    g_array_unref(press->links);
    g_array_unref(press->outline);
    g_ptr_array_unref(press->labels);
    g_array_unref(press->breaks);
    g_free(press);
}
