/* SPDX-License-Identifier: MIT */
/* What the pages of an article are made of: its head, its blocks, its notes,
 * where it comes from. */
#include "epub/epub_article.h"

#include <string.h>

#include "base/href.h"
#include "book/book.h"
#include "book/head.h"

static void
article_line(Xml *xml, const char *class, const char *role, const char *text)
{
    if (text && *text)
        xml_leaf(xml, "p", text, "class", class, "role", role, NULL);
}

void
epub_byline(Xml *xml, const char *const *authors)
{
    if (!authors || !*authors)
        return;
    xml_open(xml, "p", "class", "byline", NULL);
    for (guint i = 0; authors[i]; i++) {
        if (i > 0)
            xml_text(xml, ", ", -1);
        xml_leaf(xml, "bdi", authors[i], NULL);
    }
    xml_close(xml, "p");
}

/* The article's own words; the machine reads the attribute. */
static void
article_dateline(Xml *xml, const A2bArticle *article)
{
    g_auto(HeadDateline) line = { 0 };

    if (!head_dateline(article, &line))
        return;
    xml_open(xml, "p", "class", "dateline", NULL);
    if (line.place)
        xml_leaf(xml, "span", line.place, "class", "place", NULL);
    if (line.place && line.date)
        xml_text(xml, ", ", -1);
    if (line.date && line.iso)
        xml_leaf(xml, "time", line.date, "datetime", line.iso, NULL);
    else if (line.date)
        xml_text(xml, line.date, -1);
    xml_close(xml, "p");
}

static void
article_head(Xml *xml, const EpubPlan *plan)
{
    const A2bMeta *meta = a2b_article_meta(plan->article);

    xml_open(xml, "header", NULL);
    article_line(xml, "kicker", NULL, meta->kicker);
    xml_leaf(xml, "h1", book_article_title(plan->article), "id", "title",
             NULL);
    article_line(xml, "subtitle", "doc-subtitle", meta->subtitle);
    epub_byline(xml, meta->authors);
    article_line(xml, "publisher", NULL, meta->publisher);
    article_dateline(xml, plan->article);
    xml_close(xml, "header");
}

static void
article_source(Xml *xml, const EpubPlan *plan)
{
    const char *url = head_source(plan->article);
    g_autofree char *href = url ? href_clean(url) : NULL;

    if (!url)
        return;
    xml_open(xml, "footer", NULL);
    xml_open(xml, "p", "class", "source", NULL);
    xml_text(xml, words_say(plan->language, WORD_SOURCE), -1);
    xml_text(xml, ": ", -1);
    if (href)
        xml_leaf(xml, "a", url, "href", href, "dir", "ltr", NULL);
    else
        xml_leaf(xml, "bdi", url, NULL);
    xml_close(xml, "p");
    xml_close(xml, "footer");
}

/* "1" leads back to where the note was called; several calls have one way
 * back, to the first. */
static void
article_note_mark(Xhtml *x, const A2bBlock *note, const EpubAnchor *anchor)
{
    const char *mark = note->as.note.mark ? note->as.note.mark : "*";
    g_autofree char *file = NULL, *href = NULL;

    if (anchor->n_refs == 0) {
        xml_leaf(x->xml, "span", mark, "class", "note-mark", NULL);
    } else {
        if (anchor->ref_part != x->part)
            file = epub_plan_href(x->plan, anchor->ref_part);
        href = g_strconcat(file ? file : "", "#ref-", anchor->id, NULL);
        xml_leaf(x->xml, "a", mark, "class", "note-mark", "href", href,
                 "role", "doc-backlink", NULL);
    }
    xml_text(x->xml, " ", 1);
}

/* Apple Books shows a footnote only where it is called: one that nothing
 * calls is no footnote, or it would never be seen. */
void
epub_article_note(Xhtml *x, const A2bBlock *note)
{
    const EpubAnchor *anchor = g_hash_table_lookup(x->plan->anchors, note);
    const A2bBlock *first = note->first;
    gboolean called = anchor->n_refs > 0;
    const char *element = called ? "aside" : "div";

    xml_open(x->xml, element, "class", "note", "id", anchor->id,
             "epub:type", called ? "footnote" : NULL,
             "role", called ? "doc-footnote" : NULL, NULL);
    xml_open(x->xml, "p", NULL);
    article_note_mark(x, note, anchor);
    if (first && first->kind == A2B_BLOCK_PARAGRAPH) {
        epub_inline(x, first->text);
        first = first->next;
    }
    xml_close(x->xml, "p");
    for (; first; first = first->next)
        epub_xhtml_block(x, first);
    xml_close(x->xml, element);
}

/* The notes of this part; *next counts through all of the article's. */
static void
article_notes(Xhtml *x, guint *next)
{
    const GPtrArray *notes = x->plan->notes;
    gboolean any = FALSE;

    for (; *next < notes->len; ++*next) {
        const A2bBlock *note = notes->pdata[*next];
        const EpubAnchor *anchor =
            g_hash_table_lookup(x->plan->anchors, note);
        if (anchor->part != x->part)
            break;
        if (!any)
            xml_open(x->xml, "div", "class", "notes", NULL);
        any = TRUE;
        epub_article_note(x, note);
    }
    if (any)
        xml_close(x->xml, "div");
}

static void
article_blocks(Xhtml *x)
{
    const GPtrArray *parts = x->plan->parts;
    const A2bBlock *end = x->part + 1 < parts->len
        ? parts->pdata[x->part + 1] : NULL;

    for (const A2bBlock *b = parts->pdata[x->part]; b && b != end;
         b = b->next)
        if (b->kind != A2B_BLOCK_NOTE)
            epub_xhtml_block(x, b);
}

/* Articles of the book that this one names or that name it, if it does not
 * show the way itself. */
static void
article_related(const Xhtml *x)
{
    const A2bBook *book = x->epub->book;
    const BookEntry *entry = x->epub->digest && book->entries
        ? book->entries->pdata[x->plan->index] : NULL;
    const char *word = words_say(x->plan->language, WORD_IN_BOOK);
    gboolean any = FALSE;

    for (guint i = 0; entry && entry->related && i < entry->related->len;
         i++) {
        guint index = g_array_index(entry->related, guint, i);

        if (g_hash_table_contains(x->led, GUINT_TO_POINTER(index + 1)))
            continue;
        if (!any) {
            xml_open(x->xml, "aside", "class", "in-book", "role", "note",
                     "aria-label", word, NULL);
            xml_leaf(x->xml, "p", word, "class", "label", NULL);
            xml_open(x->xml, "ul", NULL);
        }
        any = TRUE;
        xml_open(x->xml, "li", NULL);
        epub_article_link(x->xml, x->plan->language, x->epub, index);
        xml_close(x->xml, "li");
    }
    if (any) {
        xml_close(x->xml, "ul");
        xml_close(x->xml, "aside");
    }
}

static void
article_open(const Xhtml *x, const char *title)
{
    gboolean first = x->part == 0;

    xml_open(x->xml, "section",
             "epub:type", first ? "chapter" : NULL,
             "role", first ? "doc-chapter" : NULL,
             "aria-labelledby", first ? "title" : NULL,
             "aria-label", first ? NULL : title, NULL);
    if (!first)
        return;
    epub_inline_pages(x, x->plan);
    article_head(x->xml, x->plan);
}

/* What stands below the last of its text. */
static void
article_close(const Xhtml *x)
{
    article_related(x);
    article_source(x->xml, x->plan);
    epub_pages_rest(x->epub, x->xml, x->file, x->plan->index);
}

static void
article_page(Xhtml *x, guint *note, EpubPacker *packer, GPtrArray *items)
{
    const char *title = book_article_title(x->plan->article);
    g_autofree char *id = g_strndup(x->file, strcspn(x->file, "."));

    x->xml = epub_page_new(title, x->plan->language, "bodymatter");
    article_open(x, title);
    article_blocks(x);
    article_notes(x, note);
    if (x->part + 1 == x->plan->parts->len)
        article_close(x);
    xml_close(x->xml, "section");
    g_ptr_array_add(items, epub_item_new(x->epub, packer, id, x->file,
                                         EPUB_TYPE_XHTML, NULL,
                                         epub_page_end(x->xml), TRUE));
}

void
epub_xhtml_add(const Epub *epub, EpubPlan *plan, EpubPacker *packer,
               GPtrArray *items)
{
    Xhtml x = { .epub = epub, .plan = plan, .level = 1 };
    guint note = 0;

    x.led = g_hash_table_new(NULL, NULL);
    for (x.part = 0; x.part < plan->parts->len; x.part++) {
        x.file = epub_plan_href(plan, x.part);
        article_page(&x, &note, packer, items);
        g_free(x.file);
    }
    g_hash_table_unref(x.led);
}
