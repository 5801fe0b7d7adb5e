/* SPDX-License-Identifier: MIT */
/*
 * Paints with Cairo 1.16.
 *
 * Of its tags only flat ones are used, one around each piece: content
 * inside a tag that has children, or tags inside a group, would be lost or
 * worse.  Furniture is tagged too, so that the finisher finds it.
 */
#include "pdf/pen_canvas.h"

#include <string.h>

#include <cairo-pdf.h>

#include <article2book/diag.h>

#include "pdf/pen_image.h"
#include "pdf/pen_text.h"

#define TAG_OF_CONTENT "Span"
#define TAG_OF_FURNITURE "NonStruct"

struct PenCanvas {
    cairo_surface_t *surface;
    cairo_t *cr;
    GByteArray *bytes;
    GArray *pages;              /* guint */
    PenText *text;
    GHashTable *pictures;       /* of this page: key -> cairo_surface_t * */
    cairo_status_t status;      /* the first that was no success */
    const char *open;           /* name of Cairo's open tag */
};

static cairo_status_t
canvas_write(void *closure, const unsigned char *data, unsigned int len)
{
    GByteArray *bytes = closure;

    if (len > G_MAXUINT - bytes->len)
        return CAIRO_STATUS_WRITE_ERROR;
    g_byte_array_append(bytes, data, len);
    return CAIRO_STATUS_SUCCESS;
}

PenCanvas *
pen_canvas_new(FontSet *fonts, double width, double height)
{
    PenCanvas *canvas = g_new0(PenCanvas, 1);

    canvas->text = pen_text_new(fonts);
    canvas->pictures = g_hash_table_new_full(
        g_str_hash, g_str_equal, g_free,
        (GDestroyNotify) cairo_surface_destroy);
    canvas->pages = g_array_new(FALSE, FALSE, sizeof(guint));
    canvas->bytes = g_byte_array_new();
    canvas->surface = cairo_pdf_surface_create_for_stream(
        canvas_write, canvas->bytes, width, height);
    /* Otherwise Cairo looks at the clock. */
    cairo_pdf_surface_set_metadata(canvas->surface,
                                   CAIRO_PDF_METADATA_CREATE_DATE,
                                   "1980-01-01T00:00:00Z");
    canvas->cr = cairo_create(canvas->surface);
    return canvas;
}

void
pen_canvas_free(PenCanvas *canvas)
{
    if (canvas == NULL)
        return;
    g_clear_pointer(&canvas->cr, cairo_destroy);
    if (canvas->surface != NULL)
        cairo_surface_finish(canvas->surface);
    g_clear_pointer(&canvas->surface, cairo_surface_destroy);
    g_clear_pointer(&canvas->bytes, g_byte_array_unref);
    g_clear_pointer(&canvas->pages, g_array_unref);
    g_hash_table_unref(canvas->pictures);
    pen_text_free(canvas->text);
    g_free(canvas);
}

/* Cairo says nothing when it stops painting: it must be asked. */
static void
canvas_ask(PenCanvas *canvas)
{
    if (canvas->status == CAIRO_STATUS_SUCCESS)
        canvas->status = cairo_status(canvas->cr);
    if (canvas->status == CAIRO_STATUS_SUCCESS)
        canvas->status = cairo_surface_status(canvas->surface);
}

static void
canvas_open(PenCanvas *canvas, const PageInk *ink)
{
    canvas->open = ink->furniture ? TAG_OF_FURNITURE : TAG_OF_CONTENT;
    cairo_tag_begin(canvas->cr, canvas->open, NULL);
}

static void
canvas_close(PenCanvas *canvas, const PageInk *ink)
{
    (void) ink;
    pen_text_flush(canvas->text, canvas->cr);
    cairo_tag_end(canvas->cr, canvas->open);
}

static void
canvas_run(PenCanvas *canvas, const PageInk *ink)
{
    pen_text_show(canvas->text, canvas->cr, &ink->run, ink->x, ink->y);
}

static void
canvas_rule(PenCanvas *canvas, const PageInk *ink)
{
    cairo_rectangle(canvas->cr, ink->x, ink->y, ink->width, ink->height);
    cairo_fill(canvas->cr);
}

/* Cairo copies the pixels of a surface that ends before its page. */
static cairo_surface_t *
canvas_picture(PenCanvas *canvas, const PenImage *image)
{
    cairo_surface_t *surface = g_hash_table_lookup(canvas->pictures,
                                                   image->key);

    if (surface != NULL)
        return surface;
    surface = pen_image_load(image);
    if (surface != NULL)
        g_hash_table_insert(canvas->pictures, g_strdup(image->key), surface);
    return surface;
}

/* In place of a picture that cannot be read: its frame. */
static void
canvas_frame(PenCanvas *canvas, const PageInk *ink)
{
    const double line = 0.5;

    cairo_rectangle(canvas->cr, ink->x, ink->y, ink->width, ink->height);
    cairo_rectangle(canvas->cr, ink->x + ink->width - line, ink->y + line,
                    2 * line - ink->width, ink->height - 2 * line);
    cairo_fill(canvas->cr);
}

static void
canvas_image(PenCanvas *canvas, const PageInk *ink)
{
    cairo_surface_t *surface = canvas_picture(canvas, &ink->image);

    if (surface == NULL) {
        canvas_frame(canvas, ink);
        return;
    }
    cairo_save(canvas->cr);
    cairo_translate(canvas->cr, ink->x, ink->y);
    cairo_scale(canvas->cr,
                ink->width / cairo_image_surface_get_width(surface),
                ink->height / cairo_image_surface_get_height(surface));
    pen_image_paint(canvas->cr, surface, 0, 0);
    cairo_restore(canvas->cr);
}

/* All black cells in one path, a bar for those in a row: no hairlines
 * between them. */
static void
canvas_cells(PenCanvas *canvas, const PageInk *ink)
{
    const double side = ink->width / ink->size;

    for (guint row = 0; row < ink->size; row++) {
        const guchar *cell = ink->cells + (gsize) row * ink->size;

        for (guint from = 0, to; from < ink->size; from = to + 1) {
            for (to = from; to < ink->size && (cell[to] & 1) != 0; to++)
                ;
            if (to > from)
                cairo_rectangle(canvas->cr, ink->x + from * side,
                                ink->y + row * side, (to - from) * side,
                                side);
        }
    }
    cairo_fill(canvas->cr);
}

void
pen_canvas_paint(PenCanvas *canvas, const PenPage *page)
{
    static void (*const paint[N_PAGE_INKS])(PenCanvas *, const PageInk *) = {
        [PAGE_OPEN] = canvas_open, [PAGE_CLOSE] = canvas_close,
        [PAGE_RUN] = canvas_run, [PAGE_RULE] = canvas_rule,
        [PAGE_IMAGE] = canvas_image, [PAGE_CELLS] = canvas_cells,
    };
    const guint number = pen_page_number(page);
    guint n;
    const PageInk *inks = pen_page_inks(page, &n);

    for (guint i = 0; i < n; i++)
        paint[inks[i].kind](canvas, &inks[i]);
    cairo_show_page(canvas->cr);
    g_hash_table_remove_all(canvas->pictures);
    g_array_append_val(canvas->pages, number);
    canvas_ask(canvas);
}

void
pen_canvas_finish(PenCanvas *canvas)
{
    canvas_ask(canvas);
    g_clear_pointer(&canvas->cr, cairo_destroy);
    cairo_surface_finish(canvas->surface);
    if (canvas->status == CAIRO_STATUS_SUCCESS)
        canvas->status = cairo_surface_status(canvas->surface);
    g_clear_pointer(&canvas->surface, cairo_surface_destroy);
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

Volume *
pen_canvas_volume(PenCanvas *canvas, GError **error)
{
    Volume *volume;

    g_byte_array_append(canvas->bytes, (const guint8 *) "", 1);
    if (canvas->status != CAIRO_STATUS_SUCCESS) {
        g_set_error(error, A2B_ERROR, A2B_ERROR_RESOURCE,
                    "Cairo stopped painting: %s",
                    cairo_status_to_string(canvas->status));
        return NULL;
    }
    if (pages_written(canvas->bytes) != canvas->pages->len) {
        g_set_error(error, A2B_ERROR, A2B_ERROR_RESOURCE,
                    "Cairo painted fewer pages than the %u there are",
                    canvas->pages->len);
        return NULL;
    }
    g_byte_array_set_size(canvas->bytes, canvas->bytes->len - 1);
    volume = g_new(Volume, 1);
    volume->bytes = g_byte_array_free_to_bytes(
        g_steal_pointer(&canvas->bytes));
    volume->pages = g_steal_pointer(&canvas->pages);
    return volume;
}
