/* SPDX-License-Identifier: MIT */
/* A page as a list of what is painted on it: made by one thread, painted by
 * another. */
#pragma once

#include "pdf/pen.h"

typedef enum {
    PAGE_OPEN, PAGE_CLOSE, PAGE_RUN, PAGE_RULE, PAGE_IMAGE, PAGE_CELLS,
} PageInkKind;
#define N_PAGE_INKS (PAGE_CELLS + 1)

/* Places and lengths as they are given to a pen. */
typedef struct {
    PageInkKind kind;
    double x, y, width, height;
    union {
        gboolean furniture;     /* a piece that is opened */
        LineRun run;
        PenImage image;
        struct {
            const guchar *cells;
            guint size;
        };
    };
} PageInk;

typedef struct PenPage PenPage;

/* number: of the book. */
PenPage *pen_page_new(guint number);
void pen_page_free(PenPage *page);

/* What is painted next.  All that it points to is copied. */
void pen_page_add(PenPage *page, const PageInk *ink);

guint pen_page_number(const PenPage *page);
const PageInk *pen_page_inks(const PenPage *page, guint *n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(PenPage, pen_page_free)
