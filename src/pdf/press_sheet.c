/* SPDX-License-Identifier: MIT */
/*
 * How pages lie on what is printed: each alone, or two side by side so that
 * the sheets, printed on both sides and folded as one, are a booklet.
 */
#include "pdf/press_parts.h"

#include <stdlib.h>

static PressSide
side_of(guint left, guint right, guint n_pages, gboolean rtl)
{
    PressSide side = { .n = 2 };

    side.pages[rtl] = left < n_pages ? left : PRESS_BLANK;
    side.pages[!rtl] = right < n_pages ? right : PRESS_BLANK;
    return side;
}

GArray *
press_sides(const Paper *paper, guint n_pages, gboolean rtl)
{
    GArray *sides = g_array_new(FALSE, FALSE, sizeof(PressSide));
    guint all = (n_pages + 3) / 4 * 4;

    for (guint i = 0; !paper->booklet && i < n_pages; i++) {
        PressSide side = { .pages = { i }, .n = 1 };

        g_array_append_val(sides, side);
    }
    for (guint i = 0; paper->booklet && i < all / 2; i++) {
        guint last = all - 1 - i;
        PressSide side = i % 2 ? side_of(i, last, n_pages, rtl)
                               : side_of(last, i, n_pages, rtl);

        g_array_append_val(sides, side);
    }
    return sides;
}

char *
press_side_label(const PressJob *job, const PressSide *side)
{
    GString *label = g_string_new(NULL);

    for (guint i = 0; i < side->n; i++) {
        g_autofree char *page = NULL;

        if (side->pages[i] == PRESS_BLANK)
            continue;
        page = press_refs_label(job, side->pages[i]);
        g_string_append_printf(label, "%s%s", label->len ? ", " : "", page);
    }
    return g_string_free(label, FALSE);
}

/* A piece of an element with the page that it is on. */
typedef struct {
    guint page, number;
    TagKid kid;
} Placed;

static int
placed_compare(gconstpointer a, gconstpointer b)
{
    const Placed *x = a, *y = b;

    if (x->page != y->page)
        return x->page < y->page ? -1 : 1;
    return (x->number > y->number) - (x->number < y->number);
}

static guint
kid_page(const GArray *sides, const TagKid *kid, const guint *first,
         guint before)
{
    const PressSide *side;

    if (kid->kind == TAG_KID_TAG)
        return first[kid->value] == PRESS_BLANK ? before : first[kid->value];
    if (kid->kind == TAG_KID_LINK)
        return before;
    side = &g_array_index(sides, PressSide, kid->page);
    return side->pages[side->n > 1 && kid->value >= side->marked];
}

/* Puts the pieces of one element in order, if it has content of its own;
 * gives its first page. */
static guint
kids_sort(const GArray *sides, GArray *kids, const guint *first)
{
    g_autofree Placed *placed = g_new(Placed, kids->len);
    gboolean content = FALSE;
    guint page = 0, least = PRESS_BLANK;

    for (guint i = 0; i < kids->len; i++) {
        const TagKid *kid = &g_array_index(kids, TagKid, i);

        page = kid_page(sides, kid, first, page);
        placed[i] = (Placed) { page, i, *kid };
        content |= kid->kind == TAG_KID_CONTENT;
        least = MIN(least, page);
    }
    if (!content)
        return least;
    qsort(placed, kids->len, sizeof *placed, placed_compare);
    for (guint i = 0; i < kids->len; i++)
        g_array_index(kids, TagKid, i) = placed[i].kid;
    return least;
}

void
press_sides_sort(const GArray *sides, Tags *tags)
{
    guint n = tags_count(tags);
    g_autofree guint *first = g_new(guint, n);

    /* Children come after their parents. */
    for (guint i = n; i-- > 0;) {
        GArray *kids = tags_element(tags, i)->kids;

        first[i] = kids && kids->len ? kids_sort(sides, kids, first)
                                     : PRESS_BLANK;
    }
}
