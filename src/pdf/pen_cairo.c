/* SPDX-License-Identifier: MIT */
/*
 * Paints with Cairo 1.16.
 *
 * Of its tags only flat ones are used, one around each piece: content
 * inside a tag that has children, or tags inside a group, would be lost or
 * worse.  Cairo numbers its tags on every page from 0 (marked content
 * identifiers), and so does this.  A tag is opened by the first thing that
 * is painted, so there are no empty ones.  Furniture is tagged too, so that
 * the finisher finds it.
 */
#include "pdf/pen.h"

#include <string.h>

#include <cairo-pdf.h>

#include <article2book/diag.h>

#include "pdf/pen_image.h"
#include "pdf/pen_text.h"

#define TAG_OF_CONTENT "Span"
#define TAG_OF_FURNITURE "NonStruct"

typedef struct {
    Pen base;
    FontSet *fonts;
    Tags *tags;
    cairo_surface_t *surface;
    cairo_t *cr;
    GByteArray *bytes;
    PenText *text;
    GHashTable *pictures;       /* of this page: key -> cairo_surface_t * */
    cairo_status_t status;      /* the first that was no success */
    guint page, n_pages;
    guint mcid;                 /* the next on this page */
    Tag tag;                    /* what is painted belongs to */
    const char *open;           /* name of Cairo's open tag; NULL: none */
} CairoPen;

static cairo_status_t
pen_write(void *closure, const unsigned char *data, unsigned int len)
{
    GByteArray *bytes = closure;

    if (len > G_MAXUINT - bytes->len)
        return CAIRO_STATUS_WRITE_ERROR;
    g_byte_array_append(bytes, data, len);
    return CAIRO_STATUS_SUCCESS;
}

/* Cairo says nothing when it stops painting: it must be asked. */
static void
pen_ask(CairoPen *pen)
{
    if (pen->status == CAIRO_STATUS_SUCCESS)
        pen->status = cairo_status(pen->cr);
    if (pen->status == CAIRO_STATUS_SUCCESS)
        pen->status = cairo_surface_status(pen->surface);
}

static void
pen_end_page(CairoPen *pen)
{
    if (pen->n_pages == 0)
        return;
    cairo_show_page(pen->cr);
    g_hash_table_remove_all(pen->pictures);
    pen_ask(pen);
}

static void
cairo_pen_page(Pen *base, guint number, const char *label)
{
    CairoPen *pen = (CairoPen *) base;

    (void) label;               /* the finisher writes them */
    pen_end_page(pen);
    pen->page = number;
    pen->n_pages++;
    pen->mcid = 0;
    pen->tag = TAG_NONE;
}

static void
cairo_pen_begin(Pen *base, Tag tag)
{
    CairoPen *pen = (CairoPen *) base;

    g_assert(pen->open == NULL);
    pen->tag = tag;
}

static void
pen_close(CairoPen *pen)
{
    if (pen->open != NULL) {
        pen_text_flush(pen->text, pen->cr);
        cairo_tag_end(pen->cr, pen->open);
    }
    pen->open = NULL;
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
    g_assert(pen->n_pages > 0);
    if (pen->open != NULL)
        return;
    pen->open = pen->tag == TAG_NONE ? TAG_OF_FURNITURE : TAG_OF_CONTENT;
    cairo_tag_begin(pen->cr, pen->open, NULL);
    if (pen->tag != TAG_NONE)
        tags_content(pen->tags, pen->tag, pen->page, pen->mcid);
    pen->mcid++;
}

static void
pen_show(CairoPen *pen, const LineRun *run, double x, double y)
{
    if (run->n_glyphs == 0)
        return;
    pen_open(pen);
    pen_text_show(pen->text, pen->cr, run, x + run->x, y - run->rise);
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
    cairo_rectangle(pen->cr, x, y, width, height);
    cairo_fill(pen->cr);
}

/* Cairo copies the pixels of a surface that ends before its page. */
static cairo_surface_t *
pen_picture(CairoPen *pen, const PenImage *image)
{
    cairo_surface_t *surface = g_hash_table_lookup(pen->pictures,
                                                   image->key);

    if (surface != NULL)
        return surface;
    surface = pen_image_load(image);
    if (surface != NULL)
        g_hash_table_insert(pen->pictures, g_strdup(image->key), surface);
    return surface;
}

/* In place of a picture that cannot be read: its frame. */
static void
pen_frame(CairoPen *pen, double x, double y, double width, double height)
{
    const double line = 0.5;

    cairo_rectangle(pen->cr, x, y, width, height);
    cairo_rectangle(pen->cr, x + width - line, y + line, 2 * line - width,
                    height - 2 * line);
    cairo_fill(pen->cr);
}

static void
cairo_pen_image(Pen *base, const PenImage *image, double x, double y,
                double width, double height)
{
    CairoPen *pen = (CairoPen *) base;
    cairo_surface_t *surface = pen_picture(pen, image);

    pen_open(pen);
    if (surface == NULL) {
        pen_frame(pen, x, y, width, height);
        return;
    }
    cairo_save(pen->cr);
    cairo_translate(pen->cr, x, y);
    cairo_scale(pen->cr, width / cairo_image_surface_get_width(surface),
                height / cairo_image_surface_get_height(surface));
    pen_image_paint(pen->cr, surface, 0, 0);
    cairo_restore(pen->cr);
}

/* All black cells in one path, a bar for those in a row: no hairlines
 * between them. */
static void
cairo_pen_cells(Pen *base, const guchar *cells, guint size, double x,
                double y, double width)
{
    CairoPen *pen = (CairoPen *) base;
    const double side = width / size;

    pen_open(pen);
    for (guint row = 0; row < size; row++) {
        const guchar *cell = cells + (gsize) row * size;

        for (guint from = 0, to; from < size; from = to + 1) {
            for (to = from; to < size && (cell[to] & 1) != 0; to++)
                ;
            if (to > from)
                cairo_rectangle(pen->cr, x + from * side, y + row * side,
                                (to - from) * side, side);
        }
    }
    cairo_fill(pen->cr);
}

static void
cairo_pen_free(Pen *base)
{
    CairoPen *pen = (CairoPen *) base;

    g_clear_pointer(&pen->cr, cairo_destroy);
    if (pen->surface != NULL)
        cairo_surface_finish(pen->surface);
    g_clear_pointer(&pen->surface, cairo_surface_destroy);
    g_clear_pointer(&pen->bytes, g_byte_array_unref);
    g_hash_table_unref(pen->pictures);
    pen_text_free(pen->text);
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
    .free = cairo_pen_free,
};

Pen *
pen_cairo_new(FontSet *fonts, Tags *tags, double width, double height)
{
    CairoPen *pen = g_new0(CairoPen, 1);

    pen->base.kind = &cairo_pen;
    pen->fonts = fonts;
    pen->tags = tags;
    pen->tag = TAG_NONE;
    pen->text = pen_text_new(fonts);
    pen->pictures = g_hash_table_new_full(g_str_hash, g_str_equal, g_free,
                                          (GDestroyNotify)
                                          cairo_surface_destroy);
    pen->bytes = g_byte_array_new();
    pen->surface = cairo_pdf_surface_create_for_stream(pen_write, pen->bytes,
                                                       width, height);
    /* Otherwise Cairo looks at the clock. */
    cairo_pdf_surface_set_metadata(pen->surface,
                                   CAIRO_PDF_METADATA_CREATE_DATE,
                                   "1980-01-01T00:00:00Z");
    pen->cr = cairo_create(pen->surface);
    return &pen->base;
}

/* How many pages Cairo says it has written: its page tree, which comes
 * after all pages, holds "/Count N" last. */
static guint64
pages_written(const GByteArray *bytes)
{
    static const char count[] = "/Count ";

    for (gsize i = bytes->len; i-- > 0;)
        if (bytes->data[i] == '/' && bytes->len - i > sizeof count &&
            memcmp(bytes->data + i, count, sizeof count - 1) == 0)
            return g_ascii_strtoull((const char *) bytes->data + i +
                                    sizeof count - 1, NULL, 10);
    return 0;
}

GBytes *
pen_cairo_end(Pen *base, GError **error)
{
    CairoPen *pen = (CairoPen *) base;

    pen_end_page(pen);
    pen_ask(pen);
    g_clear_pointer(&pen->cr, cairo_destroy);
    cairo_surface_finish(pen->surface);
    if (pen->status == CAIRO_STATUS_SUCCESS)
        pen->status = cairo_surface_status(pen->surface);
    g_clear_pointer(&pen->surface, cairo_surface_destroy);
    g_byte_array_append(pen->bytes, (const guint8 *) "", 1);
    if (pen->status != CAIRO_STATUS_SUCCESS) {
        g_set_error(error, A2B_ERROR, A2B_ERROR_RESOURCE,
                    "Cairo stopped painting: %s",
                    cairo_status_to_string(pen->status));
        return NULL;
    }
    if (pages_written(pen->bytes) != pen->n_pages) {
        g_set_error(error, A2B_ERROR, A2B_ERROR_RESOURCE,
                    "Cairo painted fewer pages than the %u there are",
                    pen->n_pages);
        return NULL;
    }
    g_byte_array_set_size(pen->bytes, pen->bytes->len - 1);
    return g_byte_array_free_to_bytes(g_steal_pointer(&pen->bytes));
}
