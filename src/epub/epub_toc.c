/* SPDX-License-Identifier: MIT */
/* What a contents list shows: articles, and their headings as deep as is
 * asked for. */
#include "book/book.h"
#include "epub/epub.h"
#include "model/outline.h"

void
epub_entry_free(EpubEntry *entry)
{
    g_free(entry->label);
    g_free(entry->href);
    g_free(entry);
}

/* Takes label and href. */
static void
toc_add(GPtrArray *entries, guint depth, char *label, char *href,
        const char *language)
{
    EpubEntry *entry = g_new0(EpubEntry, 1);

    entry->depth = depth;
    entry->label = label;
    entry->href = href;
    entry->language = language;
    g_ptr_array_add(entries, entry);
}

static void
toc_headings(const Epub *epub, const EpubPlan *plan, GPtrArray *entries,
             guint depth)
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
        toc_add(entries, last + depth,
                a2b_text_plain(entry->heading->text),
                g_strconcat(file, "#", anchor->id, NULL), plan->language);
    }
}

void
epub_toc_article(const Epub *epub, const EpubPlan *plan, GPtrArray *entries)
{
    guint depth = epub->n_sections ? 2 : 1;

    toc_add(entries, depth, g_strdup(book_article_title(plan->article)),
            epub_plan_href(plan, 0), plan->language);
    if (epub->options.toc_depth > 1)
        toc_headings(epub, plan, entries, depth);
}

static void
toc_word(Epub *epub, Word word, const char *href)
{
    toc_add(epub->entries, 1, g_strdup(words_say(epub->language, word)),
            g_strdup(href), epub->language);
}

void
epub_toc_make(Epub *epub)
{
    guint section = 0;

    for (guint i = 0; i < epub->n_articles; i++) {
        for (; section < epub->n_sections; section++) {
            const BookSection *s = &g_array_index(epub->book->sections,
                                                  BookSection, section);
            if (s->first > i)
                break;
            toc_add(epub->entries, 1, g_strdup(s->title),
                    epub_section_href(section), epub->language);
        }
        g_ptr_array_extend_and_steal(epub->entries,
                                     g_steal_pointer(&epub->made[i].entries));
    }
    if (epub->has_sources)
        toc_word(epub, WORD_SOURCES, "sources.xhtml");
    if (epub->has_index)
        toc_word(epub, WORD_INDEX, "index.xhtml");
}
