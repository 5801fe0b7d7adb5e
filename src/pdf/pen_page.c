/* SPDX-License-Identifier: MIT */
/* Decides what of a page is kept until it is painted: all, for lines are
 * set anew in the same memory. */
#include "pdf/pen_page.h"

#include <string.h>

#include "base/arena.h"

#define INKS 256                /* of a page, if it has not many */

struct PenPage {
    guint number;
    GArray *inks;               /* of PageInk */
    GPtrArray *images;          /* of GBytes */
    Arena *arena;
};

PenPage *
pen_page_new(guint number)
{
    PenPage *page = g_new(PenPage, 1);

    page->number = number;
    page->inks = g_array_sized_new(FALSE, FALSE, sizeof(PageInk), INKS);
    page->images = g_ptr_array_new_with_free_func(
        (GDestroyNotify) g_bytes_unref);
    page->arena = arena_new();
    return page;
}

void
pen_page_free(PenPage *page)
{
    if (page == NULL)
        return;
    g_array_unref(page->inks);
    g_ptr_array_unref(page->images);
    arena_free(page->arena);
    g_free(page);
}

static gconstpointer
page_copy(PenPage *page, gconstpointer from, gsize size)
{
    gpointer to = arena_alloc(page->arena, size);

    if (size > 0)
        memcpy(to, from, size);
    return to;
}

static void
page_keep_run(PenPage *page, LineRun *run)
{
    run->glyphs = page_copy(page, run->glyphs,
                            run->n_glyphs * sizeof *run->glyphs);
    run->clusters = page_copy(page, run->clusters,
                              run->n_clusters * sizeof *run->clusters);
    run->str = arena_strndup(page->arena, run->str, run->len);
}

void
pen_page_add(PenPage *page, const PageInk *given)
{
    PageInk ink = *given;

    switch (ink.kind) {
    case PAGE_RUN:
        page_keep_run(page, &ink.run);
        break;
    case PAGE_IMAGE:
        g_ptr_array_add(page->images, g_bytes_ref(ink.image.bytes));
        ink.image.key = arena_strdup(page->arena, ink.image.key);
        break;
    case PAGE_CELLS:
        ink.cells = page_copy(page, ink.cells, (gsize) ink.size * ink.size);
        break;
    case PAGE_OPEN:
    case PAGE_CLOSE:
    case PAGE_RULE:
        break;
    }
    g_array_append_val(page->inks, ink);
}

guint
pen_page_number(const PenPage *page)
{
    return page->number;
}

const PageInk *
pen_page_inks(const PenPage *page, guint *n)
{
    *n = page->inks->len;
    return (const PageInk *) page->inks->data;
}
