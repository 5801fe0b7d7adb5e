/* SPDX-License-Identifier: MIT */
/* What a contents list shows: articles, and their headings as deep as is
 * asked for. */
#include "book/book.h"
#include "epub/epub.h"
#include "model/outline.h"

/* Takes label and href. */
static void
toc_add(Epub *epub, guint depth, char *label, char *href,
        const char *language)
{
    EpubEntry *entry = g_new0(EpubEntry, 1);

    entry->depth = depth;
    entry->label = label;
    entry->href = href;
    entry->language = language;
    g_ptr_array_add(epub->entries, entry);
}

static void
toc_headings(Epub *epub, const EpubPlan *plan)
{
    g_autoptr(GArray) outline = outline_new(plan->article);
    guint last = 0;

    for (guint i = 0; i < outline->len; i++) {
        const OutlineEntry *entry = &g_array_index(outline, OutlineEntry, i);
        const EpubAnchor *anchor =
            g_hash_table_lookup(plan->anchors, entry->heading);
        g_autofree char *file = NULL;

        /* One without words was left out, with it perhaps a level. */
        if (!anchor || entry->depth + 1 > epub->options.toc_depth)
            continue;
        last = MIN(entry->depth, last + 1);
        file = epub_plan_href(plan, anchor->part);
        toc_add(epub, last + 1, a2b_text_plain(entry->heading->text),
                g_strconcat(file, "#", anchor->id, NULL), plan->language);
    }
}

void
epub_toc_make(Epub *epub)
{
    for (guint i = 0; i < epub->plans->len; i++) {
        const EpubPlan *plan = epub->plans->pdata[i];

        toc_add(epub, 1, g_strdup(book_article_title(plan->article)),
                epub_plan_href(plan, 0), plan->language);
        if (epub->options.toc_depth > 1)
            toc_headings(epub, plan);
    }
}
