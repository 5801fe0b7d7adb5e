/* SPDX-License-Identifier: MIT */
/*
 * Decides which pieces of content the pages have and in which volumes the
 * pages are; what is painted waits until someone has time.
 *
 * Cairo numbers its tags on every page from 0 (marked content identifiers),
 * and so does this.  A tag is opened by the first thing that is painted, so
 * there are no empty ones.
 *
 * Volumes depend on the number of a page only, never on the threads: there
 * are more the longer the book is, and pages take turns between them, so
 * that several can be painted while few pages wait.
 */
#include "base/jobs.h"
#include "pdf/pen_queue.h"

#define VOLUMES 8               /* at most */
#define TURNS 64                /* between volumes in so many pages */
#define WAITING 128             /* pages, of about 60 KB */

typedef struct {
    Pen base;
    PenDesk desk;
    FontSet *fonts;
    Tags *tags;
    PenQueue *queue;
    guint canvases[VOLUMES];    /* numbers in queue + 1; 0: none so far */
    PenPage *sheet;             /* what is painted on */
    guint page;                 /* its number */
    guint mcid;                 /* the next on this page */
    Tag tag;                    /* what is painted belongs to */
    gboolean is_open;           /* a piece of it */
} CairoPen;

/* The canvas that a page is painted on. */
static guint
pen_canvas(CairoPen *pen, guint page)
{
    const guint pages = pen->desk.volume_pages;
    const guint n = MIN(page / pages + 1, VOLUMES);
    guint *canvas = &pen->canvases[page / MAX(pages / TURNS, 1) % n];

    if (*canvas == 0)
        *canvas = 1 + pen_queue_add(pen->queue,
                                    pen_canvas_new(pen->fonts,
                                                   pen->desk.width,
                                                   pen->desk.height));
    return *canvas - 1;
}

static void
pen_ink(CairoPen *pen, const PageInk *ink)
{
    pen_page_add(pen->sheet, ink);
}

static void
pen_close(CairoPen *pen)
{
    if (pen->is_open)
        pen_ink(pen, &(PageInk) { .kind = PAGE_CLOSE });
    pen->is_open = FALSE;
}

static void
pen_end_page(CairoPen *pen)
{
    if (pen->sheet == NULL)
        return;
    pen_close(pen);
    pen_queue_put(pen->queue, pen_canvas(pen, pen->page),
                  g_steal_pointer(&pen->sheet));
}

static void
cairo_pen_page(Pen *base, guint number, const char *label)
{
    CairoPen *pen = (CairoPen *) base;

    (void) label;               /* the finisher writes them */
    pen_end_page(pen);
    pen->sheet = pen_page_new(number);
    pen->page = number;
    pen->mcid = 0;
    pen->tag = TAG_NONE;
}

static void
cairo_pen_begin(Pen *base, Tag tag)
{
    CairoPen *pen = (CairoPen *) base;

    g_assert(!pen->is_open);
    pen->tag = tag;
}

static void
cairo_pen_end(Pen *base)
{
    CairoPen *pen = (CairoPen *) base;

    pen_close(pen);
    pen->tag = TAG_NONE;
}

static void
pen_open(CairoPen *pen)
{
    g_assert(pen->sheet != NULL);
    if (pen->is_open)
        return;
    pen_ink(pen, &(PageInk) { .kind = PAGE_OPEN,
                              .furniture = pen->tag == TAG_NONE });
    if (pen->tag != TAG_NONE)
        tags_content(pen->tags, pen->tag, pen->page, pen->mcid);
    pen->mcid++;
    pen->is_open = TRUE;
}

static void
pen_show(CairoPen *pen, const LineRun *run, double x, double y)
{
    if (run->n_glyphs == 0)
        return;
    pen_open(pen);
    pen_ink(pen, &(PageInk) { .kind = PAGE_RUN, .run = *run,
                              .x = x + run->x, .y = y - run->rise });
}

/* A run in two: the hyphen at its end, and what is before. */
static LineRun
run_divide(const LineRun *run, LineRun *hyphen)
{
    const LineCluster *last = &run->clusters[run->n_clusters - 1];
    LineRun word = *run;

    word.len -= last->n_bytes;
    word.n_glyphs -= last->n_glyphs;
    word.n_clusters--;
    *hyphen = *run;
    hyphen->str += word.len;
    hyphen->len = last->n_bytes;
    hyphen->clusters = last;
    hyphen->n_clusters = 1;
    hyphen->n_glyphs = last->n_glyphs;
    if (run->rtl)
        word.glyphs += last->n_glyphs;
    else
        hyphen->glyphs += word.n_glyphs;
    return word;
}

/* A hyphen that came by dividing a word is furniture: the word is whole in
 * the structure, and programs that read the page join its parts. */
static void
pen_show_divided(CairoPen *pen, const LineRun *run, double x, double y)
{
    const Tag tag = pen->tag;
    LineRun hyphen, word = run_divide(run, &hyphen);

    pen_show(pen, &word, x, y);
    pen_close(pen);
    pen->tag = TAG_NONE;
    pen_show(pen, &hyphen, x, y);
    pen_close(pen);
    pen->tag = tag;
}

static void
cairo_pen_run(Pen *base, const LineRun *run, double x, double y)
{
    CairoPen *pen = (CairoPen *) base;

    if (run->hyphen && run->n_clusters > 0 && pen->tag != TAG_NONE)
        pen_show_divided(pen, run, x, y);
    else
        pen_show(pen, run, x, y);
    /* A text beside ends that of its piece for poppler. */
    if (fontset_face(pen->fonts, run->face)->color && pen->tag != TAG_NONE)
        pen_close(pen);
}

static void
cairo_pen_rule(Pen *base, double x, double y, double width, double height)
{
    CairoPen *pen = (CairoPen *) base;

    pen_open(pen);
    pen_ink(pen, &(PageInk) { .kind = PAGE_RULE, .x = x, .y = y,
                              .width = width, .height = height });
}

static void
cairo_pen_image(Pen *base, const PenImage *image, double x, double y,
                double width, double height)
{
    CairoPen *pen = (CairoPen *) base;

    pen_open(pen);
    pen_ink(pen, &(PageInk) { .kind = PAGE_IMAGE, .image = *image, .x = x,
                              .y = y, .width = width, .height = height });
}

static void
cairo_pen_cells(Pen *base, const guchar *cells, guint size, double x,
                double y, double width)
{
    CairoPen *pen = (CairoPen *) base;

    pen_open(pen);
    pen_ink(pen, &(PageInk) { .kind = PAGE_CELLS, .cells = cells,
                              .size = size, .x = x, .y = y,
                              .width = width });
}

static gboolean
cairo_pen_help(Pen *base)
{
    return pen_queue_help(((CairoPen *) base)->queue);
}

static void
cairo_pen_free(Pen *base)
{
    CairoPen *pen = (CairoPen *) base;

    pen_queue_free(pen->queue);
    pen_page_free(pen->sheet);
    g_free(pen);
}

static const PenKind cairo_pen = {
    .page = cairo_pen_page,
    .begin = cairo_pen_begin,
    .end = cairo_pen_end,
    .run = cairo_pen_run,
    .rule = cairo_pen_rule,
    .image = cairo_pen_image,
    .cells = cairo_pen_cells,
    .help = cairo_pen_help,
    .free = cairo_pen_free,
};

Pen *
pen_cairo_new(FontSet *fonts, Tags *tags, const PenDesk *desk)
{
    CairoPen *pen = g_new0(CairoPen, 1);

    pen->base.kind = &cairo_pen;
    pen->desk = *desk;
    if (desk->volume_pages == 0)
        pen->desk.volume_pages = PEN_VOLUME_PAGES;
    pen->fonts = fonts;
    pen->tags = tags;
    pen->tag = TAG_NONE;
    pen->queue = pen_queue_new(jobs_count(desk->jobs) > 1 ? WAITING : 0);
    return &pen->base;
}

GPtrArray *
pen_cairo_end(Pen *base, GError **error)
{
    CairoPen *pen = (CairoPen *) base;

    pen_end_page(pen);
    return pen_queue_end(pen->queue, pen->desk.jobs, error);
}
