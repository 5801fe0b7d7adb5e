/* SPDX-License-Identifier: MIT */
/*
 * What paints: one pen makes a PDF with Cairo, another writes down what is
 * painted as text.  Lengths are points from the page's top left corner, y
 * down.
 *
 * Everything is painted between pen_begin() and pen_end(), which say whose
 * content it is.
 */
#pragma once

#include "pdf/tags.h"
#include "type/paragraph.h"

typedef struct Pen Pen;

/* A picture as it is in the book's files; shared between uses by key. */
typedef struct {
    GBytes *bytes;              /* JPEG or PNG */
    const char *key;
} PenImage;

typedef struct {
    void (*page)(Pen *pen, guint number, const char *label);
    void (*begin)(Pen *pen, Tag tag);
    void (*end)(Pen *pen);
    void (*run)(Pen *pen, const LineRun *run, double x, double y);
    void (*rule)(Pen *pen, double x, double y, double width, double height);
    void (*image)(Pen *pen, const PenImage *image, double x, double y,
                  double width, double height);
    /* A square of size cells a side; a cell's bit 0 is 1 where it is
     * black (as libqrencode gives them). */
    void (*cells)(Pen *pen, const guchar *cells, guint size, double x,
                  double y, double width);
    gboolean (*help)(Pen *pen); /* or NULL */
    void (*free)(Pen *pen);
} PenKind;

struct Pen {
    const PenKind *kind;
};

static inline void pen_page(Pen *pen, guint number, const char *label)
{ pen->kind->page(pen, number, label); }

/* tag TAG_NONE: what follows is no content.  Pairs do not nest; each adds
 * a piece to tag. */
static inline void pen_begin(Pen *pen, Tag tag)
{ pen->kind->begin(pen, tag); }
static inline void pen_end(Pen *pen) { pen->kind->end(pen); }

/* A run whose own x counts from x; y is the line's baseline. */
static inline void pen_run(Pen *pen, const LineRun *run, double x, double y)
{ pen->kind->run(pen, run, x, y); }

/* A filled bar, its top left corner at x, y. */
static inline void pen_rule(Pen *pen, double x, double y, double width,
                            double height)
{ pen->kind->rule(pen, x, y, width, height); }
static inline void pen_image(Pen *pen, const PenImage *image, double x,
                             double y, double width, double height)
{ pen->kind->image(pen, image, x, y, width, height); }
static inline void pen_cells(Pen *pen, const guchar *cells, guint size,
                             double x, double y, double width)
{ pen->kind->cells(pen, cells, size, x, y, width); }

/* Does a part of what the pen has put off; FALSE if there is none that
 * nobody does.  From any thread. */
static inline gboolean pen_help(Pen *pen)
{ return pen->kind->help != NULL && pen->kind->help(pen); }
static inline void pen_free(Pen *pen) { if (pen) pen->kind->free(pen); }

/* What a pen of Cairo's works with. */
typedef struct {
    double width, height;       /* of a page, points */
    guint jobs;                 /* threads; 0: one a processor */
    guint volume_pages;         /* after so many there is one more volume; 0:
                                 * PEN_VOLUME_PAGES */
} PenDesk;

#define PEN_VOLUME_PAGES 512

/* Borrows fonts and tags, into which it hangs what it paints.  Pages are
 * painted by whoever calls pen_help(), or later. */
Pen *pen_cairo_new(FontSet *fonts, Tags *tags, const PenDesk *desk);

/* Ends the document: an array of Volume, for finish_pdf(); fails if Cairo
 * drew less than it was told.  The pen can then only be freed. */
GPtrArray *pen_cairo_end(Pen *pen, GError **error);

/* grid: the leading, so that a baseline is shown as a number of lines. */
Pen *pen_trace_new(FontSet *fonts, const Tags *tags, double top,
                   double grid);

/* What was painted; free with g_free(). */
char *pen_trace_end(Pen *pen);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Pen, pen_free)
