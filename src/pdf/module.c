/* SPDX-License-Identifier: MIT */
/* What the pdf module gives to the program: a book, put on pages. */
#include "pdf/pdf.h"

#include "base/diag.h"
#include "pdf/finish.h"
#include "pdf/press.h"

#pragma GCC visibility push(default)
extern const PdfModule a2b_module;
#pragma GCC visibility pop

/* What both pens need, from the book's text to its fonts. */
typedef struct {
    Paper paper;
    Css *css;
    Flow *flow;
    FontSet *fonts;
} Print;

static void
print_clear(Print *print)
{
    g_clear_pointer(&print->flow, flow_free);
    g_clear_pointer(&print->fonts, fontset_free);
    g_clear_pointer(&print->css, css_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Print, print_clear)

static void
print_say_missing(const FontSet *fonts, A2bDiag *diag)
{
    const char *missing = fontset_missing(fonts);

    for (const char *p = missing; *p; p = g_utf8_next_char(p))
        diag_say(diag, DIAG_NO_FONT, NULL, 0, 0, g_utf8_get_char(p));
}

/* The grid is that of the book's language, whatever the style's leading. */
static gboolean
print_paper(Print *print, const A2bBook *book, const A2bStyle *style,
            const A2bPdfOptions *options, GError **error)
{
    A2bPdfOptions taller = *options;
    double tall = flow_tall(book_language(book));

    if (!paper_init(&print->paper, options, style, error))
        return FALSE;
    if (tall == 1 || options->leading > 0)
        return TRUE;
    taller.leading = print->paper.leading * tall;
    return paper_init(&print->paper, &taller, style, error);
}

static gboolean
print_init(Print *print, const A2bBook *book, const A2bStyle *style,
           const A2bPdfOptions *options, A2bDiag *diag, GError **error)
{
    FontWants wants = { .styles = 1 };

    if (!print_paper(print, book, style, options, error))
        return FALSE;
    print->css = css_new(style, print->paper.size,
                         print->paper.leading, options->font,
                         print->paper.measure, diag);
    print->flow = flow_new(book, print->css, &print->paper, options->links,
                           options->run_on);
    for (int i = 0; i < N_FAMILIES; i++)
        wants.families[i] = print->flow->families[i];
    wants.styles |= print->flow->styles;
    wants.letters = print->flow->letters;
    wants.languages = (const char *const *) print->flow->languages->pdata;
    if (!(print->fonts = fontset_new(&wants, error)))
        return FALSE;
    print_say_missing(print->fonts, diag);
    return TRUE;
}

static GBytes *
print_finish(const Print *print, const Press *press, const A2bBook *book,
             const A2bPdfOptions *options, const GPtrArray *volumes,
             GError **error)
{
    g_autofree char *title = book_title(book);
    g_autofree char *modified = book_modified(book);
    g_autofree const char **authors = book_authors(book);
    const A2bMeta *meta = book_only_meta(book);
    const PdfPlan plan = {
        .title = title,
        .authors = authors,
        .subject = meta ? meta->summary : NULL,
        .publisher = book_publisher(book),
        .source = meta ? meta->source_url : NULL,
        .keywords = meta ? meta->tags : NULL,
        .language = book_language(book),
        .modified = modified,
        .tags = print->flow->tags,
        .links = (const PdfLink *) press->links->data,
        .n_links = press->links->len,
        .outline = (const PdfOutline *) press->outline->data,
        .n_outline = press->outline->len,
        .labels = (const char *const *) press->labels->pdata,
        .height = print->paper.sheet_height,
        .rtl = print->flow->rtl,
        .two_sided = print->paper.two_sided,
        .jobs = options->jobs,
    };

    return finish_pdf(volumes, &plan, error);
}

/* Where pages begin that have text of the book on them.  An empty one
 * begins where the next does. */
static A2bPages *
print_pages(const Print *print, const Press *press)
{
    A2bPages *pages = pagelist_new(NULL);
    const GPtrArray *boxes = print->flow->boxes;

    for (guint i = 0; i < press->breaks->len; i++) {
        const PressBreak *begin = &g_array_index(press->breaks, PressBreak,
                                                 i);
        const PressBreak *next = begin;
        const Box *box;

        while (next->box == G_MAXUINT32
               && next + 1 < begin + press->breaks->len - i)
            next++;
        if (next->box == G_MAXUINT32)
            break;
        box = boxes->pdata[next->box];
        pagelist_add(pages, box->part, box->index, box->block, next->at,
                     begin->label);
    }
    return pages;
}

static void
print_count(gunichar c, gpointer n)
{
    (void) c;
    ++*(guint *) n;
}

/* Each volume has its letters' outlines again: they weigh little where there
 * are fewer letters than pages. */
static guint
print_volume_pages(const Flow *flow)
{
    guint n_letters = 0;

    letters_each(flow->letters, print_count, &n_letters);
    return MAX(n_letters, PEN_VOLUME_PAGES);
}

static GBytes *
module_pdf(const A2bBook *book, const A2bStyle *style,
           const A2bPdfOptions *options, A2bPages **pages, A2bDiag *diag,
           GError **error)
{
    static const A2bPdfOptions defaults;
    g_auto(Print) print = { 0 };
    g_autoptr(Pen) pen = NULL;
    g_autoptr(Press) press = NULL;
    g_autoptr(GPtrArray) volumes = NULL;
    PenDesk desk;
    GBytes *pdf;

    options = options ? options : &defaults;
    if (!print_init(&print, book, style, options, diag, error))
        return NULL;
    desk = (PenDesk) {
        .width = print.paper.sheet_width,
        .height = print.paper.sheet_height,
        .jobs = options->jobs,
        .volume_pages = print_volume_pages(print.flow),
    };
    pen = pen_cairo_new(print.fonts, print.flow->tags, &desk);
    press = press_run(print.flow, &print.paper, print.fonts, pen,
                      options->jobs, diag);
    if (!(volumes = pen_cairo_end(pen, error)))
        return NULL;
    pdf = print_finish(&print, press, book, options, volumes, error);
    if (pdf && pages)
        *pages = print_pages(&print, press);
    return pdf;
}

static char *
module_trace(const A2bBook *book, const A2bStyle *style,
             const A2bPdfOptions *options, A2bDiag *diag, GError **error)
{
    static const A2bPdfOptions defaults;
    g_auto(Print) print = { 0 };
    g_autoptr(Pen) pen = NULL;
    g_autoptr(Press) press = NULL;

    options = options ? options : &defaults;
    if (!print_init(&print, book, style, options, diag, error))
        return NULL;
    pen = pen_trace_new(print.fonts, print.flow->tags, print.paper.top,
                        print.paper.leading);
    press = press_run(print.flow, &print.paper, print.fonts, pen,
                      options->jobs, diag);
    return pen_trace_end(pen);
}

const PdfModule a2b_module = {
    .pdf = module_pdf,
    .trace = module_trace,
};
