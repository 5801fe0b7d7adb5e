/* SPDX-License-Identifier: MIT */
/* A flow becomes painted pages: boxes are set, put on pages, painted and
 * forgotten, so that memory does not grow with the book. */
#include "pdf/press_parts.h"

#include <string.h>

#include "base/diag.h"

typedef struct {
    PressJob job;
    PressPainter painter;
    Shaper *shaper;
    PressWork *work;
    Pages *pages;
    GPtrArray *kept;            /* of PagesPage *: all, of a booklet */
    guint32 freed;              /* boxes */
    GArray *notes;              /* of PagesNote: scratch */
} Run;

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
}

/* What no page to come needs. */
static void
run_free_boxes(Run *run)
{
    guint32 end = MIN(pages_first_needed(run->pages), run->job.n_boxes);

    for (; run->freed < end; run->freed++) {
        PressBox *set = &run->job.boxes[run->freed];

        if (set->stays)
            continue;
        for (guint i = 0; i < set->box->n_notes; i++) {
            int note = press_note(&run->job, set->box->notes[i]);

            if (note >= 0 && run->job.notes[note].caller == run->freed)
                press_note_clear(&run->job.notes[note]);
        }
        press_box_clear(set);
    }
}

static PagesPage *
page_dup(const PagesPage *page)
{
    gsize size = page->n_pieces * sizeof *page->pieces;
    PagesPage *copy = g_malloc(sizeof *copy + size);

    *copy = *page;
    copy->pieces = (const PagesPiece *) (copy + 1);
    if (size)
        memcpy(copy + 1, page->pieces, size);
    return copy;
}

/* Pages lie alone on their sheets. */
static void
run_paint(Run *run, const PagesPage *page)
{
    PressPainter *painter = &run->painter;
    char *label = g_strdup_printf("%u", page->number + 1);

    painter->sheet = page->number;
    g_ptr_array_add(painter->press->labels, label);
    pen_page(painter->pen, painter->sheet, label);
    press_paint(painter, page);
}

static void
run_take_pages(Run *run)
{
    const PagesPage *page;

    while ((page = pages_next(run->pages))) {
        run->painter.press->n_pages++;
        if (run->job.paper->booklet) {
            g_ptr_array_add(run->kept, page_dup(page));
            continue;
        }
        run_paint(run, page);
    }
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

static void
run_pages(Run *run)
{
    const Paper *paper = run->job.paper;
    const PagesShape shape = {
        .height = paper->lines, .columns = paper->columns,
        .spreads = paper->two_sided, .note_gap = 1, .recto_first = TRUE,
    };

    run->pages = pages_new(&shape);
    for (guint32 i = 0; i < run->job.n_boxes; i++) {
        PagesBox plan;

        press_work_wait(run->work, i);
        press_plan(&run->job, i, &plan, run->notes);
        pages_add(run->pages, &plan);
        run_take_pages(run);
        run_say_progress(run, i + 1);
    }
    pages_end(run->pages);
    run_take_pages(run);
}

static void
run_side(Run *run, PressSide *side, guint number)
{
    PressPainter *painter = &run->painter;
    char *label = press_side_label(side);

    painter->sheet = number;
    painter->n_marked = 0;
    g_ptr_array_add(painter->press->labels, label);
    pen_page(painter->pen, number, label);
    for (guint i = 0; i < side->n; i++) {
        painter->left = i * run->job.paper->width;
        if (side->pages[i] != PRESS_BLANK)
            press_paint(painter, run->kept->pdata[side->pages[i]]);
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

static void
run_clear(Run *run)
{
    pages_free(run->pages);
    press_work_free(run->work);
    shaper_free(run->shaper);
    g_ptr_array_unref(run->kept);
    g_array_unref(run->notes);
    g_hash_table_unref(run->painter.places);
    g_array_unref(run->painter.aims);
    for (int i = 0; i < 2; i++)
        g_free(run->painter.heads[i].shown);
    job_clear(&run->job);
}

Press *
press_run(Flow *flow, const Paper *paper, FontSet *fonts, Pen *pen,
          guint jobs, A2bDiag *diag)
{
    Press *press = g_new0(Press, 1);
    Run run = { .freed = 0 };

    press->links = g_array_new(FALSE, FALSE, sizeof(PdfLink));
    press->outline = g_array_new(FALSE, FALSE, sizeof(PdfOutline));
    press->labels = g_ptr_array_new_with_free_func(g_free);
    job_init(&run.job, flow, paper, fonts);
    run.shaper = shaper_new(fonts);
    run.work = press_work_new(&run.job, run.shaper, jobs);
    run.kept = g_ptr_array_new_with_free_func(g_free);
    run.notes = g_array_new(FALSE, FALSE, sizeof(PagesNote));
    run.painter = (PressPainter) {
        .job = &run.job, .press = press, .pen = pen, .shaper = run.shaper,
        .diag = diag,
        .places = g_hash_table_new_full(g_str_hash, g_str_equal, NULL,
                                        g_free),
        .aims = g_array_new(FALSE, FALSE, sizeof(PressAim)),
    };
    run_pages(&run);
    if (paper->booklet)
        run_booklet(&run);
    press_links_aim(&run.painter);
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
    g_free(press);
}
