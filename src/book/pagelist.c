/* SPDX-License-Identifier: MIT */
/* Who owns what in a list of pages. */
#include "book/pagelist.h"

static void
pagelist_clear(gpointer data)
{
    g_free(((PageBreak *) data)->label);
}

A2bPages *
pagelist_new(const char *source)
{
    A2bPages *pages = g_new0(A2bPages, 1);

    pages->breaks = g_array_new(FALSE, FALSE, sizeof(PageBreak));
    g_array_set_clear_func(pages->breaks, pagelist_clear);
    pages->source = g_strdup(source);
    return pages;
}

void
a2b_pages_free(A2bPages *pages)
{
    if (!pages)
        return;
    g_array_unref(pages->breaks);
    g_free(pages->source);
    g_free(pages);
}

void
pagelist_add(A2bPages *pages, PagePart part, guint index,
             const A2bBlock *block, guint32 at, const char *label)
{
    PageBreak page = { part, index, block, at, g_strdup(label) };

    g_array_append_val(pages->breaks, page);
}
