/* SPDX-License-Identifier: MIT */
/* Where everything in an article will stand: into which files it is cut,
 * and which id each block has that something points to. */
#include <string.h>

#include "base/limits.h"
#include "base/slug.h"
#include "book/book.h"
#include "epub/epub.h"
#include "model/outline.h"

/* Bytes of text after which a file ends at the next heading, and at which
 * it ends wherever a block does: reading systems lay out a file whole. */
#define PART_WANTED (150 << 10)
#define PART_MOST (200 << 10)
#define BLOCK_BYTES 40          /* markup of a block, about */

typedef struct {
    const Epub *epub;
    EpubPlan *plan;
    GHashTable *taken;          /* id -> last number tried after it */
    guint part;
} Planner;

/* How ids begin that stand for something else: references to notes, and
 * what some books have besides. */
static gboolean
plan_is_reserved(const Epub *epub, const char *name)
{
    return g_str_has_prefix(name, "ref-")
        || (epub->pages && g_str_has_prefix(name, "page-"))
        || (epub->options.kepub && (g_str_has_prefix(name, "kobo.")
                                    || g_str_has_prefix(name, "book-")));
}

/* An id that no other element of the article has: ASCII, and an XML name. */
static char *
plan_id(Planner *planner, const char *wanted, const char *otherwise)
{
    g_autofree char *name = NULL;
    char *id;
    guint n;

    if (!wanted || !*wanted || !g_str_is_ascii(wanted))
        wanted = otherwise;
    name = g_strconcat(g_ascii_isalpha(*wanted) ? "" : "n-",
                       plan_is_reserved(planner->epub, wanted) ? "n-" : "",
                       wanted, NULL);
    g_strcanon(name, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "-_.", '-');
    n = GPOINTER_TO_UINT(g_hash_table_lookup(planner->taken, name));
    id = g_strdup(name);
    while (g_hash_table_contains(planner->taken, id)) {
        g_free(id);
        id = g_strdup_printf("%s_%u", name, ++n);
    }
    g_hash_table_insert(planner->taken, g_strdup(id), GUINT_TO_POINTER(1));
    g_hash_table_insert(planner->taken, g_steal_pointer(&name),
                        GUINT_TO_POINTER(MAX(n, 1)));
    return id;
}

static void
plan_anchor_free(gpointer data)
{
    EpubAnchor *anchor = data;

    g_free(anchor->id);
    g_free(anchor);
}

static EpubAnchor *
plan_anchor(Planner *planner, const A2bBlock *block, const char *wanted,
            const char *otherwise)
{
    EpubAnchor *anchor = g_new0(EpubAnchor, 1);

    anchor->id = plan_id(planner, block->id ? block->id : wanted, otherwise);
    anchor->part = planner->part;
    g_hash_table_insert(planner->plan->anchors, (gpointer) block, anchor);
    if (block->id)
        g_hash_table_insert(planner->plan->names, (gpointer) block->id,
                            anchor);
    return anchor;
}

/* Headings first, so that each has the id that its words suggest. */
static void
plan_headings(Planner *planner)
{
    g_autoptr(GArray) outline = outline_new(planner->plan->article);

    for (guint i = 0; i < outline->len; i++) {
        const OutlineEntry *entry = &g_array_index(outline, OutlineEntry, i);
        g_autofree char *plain = a2b_text_plain(entry->heading->text);
        g_autofree char *slug = slug_make(plain, LIMIT_ID_CHARS);
        EpubAnchor *anchor;

        if (!*g_strstrip(plain))
            continue;           /* a picture alone heads nothing */
        anchor = plan_anchor(planner, entry->heading, slug, "section");
        anchor->depth = entry->depth;
    }
}

/* Counts the references to notes in a block. */
static void
plan_refs(Planner *planner, const A2bText *text)
{
    for (guint i = 0; i < text->n_spans; i++) {
        EpubAnchor *note;

        if (text->spans[i].mark != A2B_MARK_NOTE || !text->spans[i].target)
            continue;
        note = g_hash_table_lookup(planner->plan->names,
                                   text->spans[i].target);
        if (note && note->n_refs++ == 0)
            note->ref_part = planner->part;
    }
}

/* Gives every block of branch its part. */
static gsize
plan_branch(Planner *planner, const A2bBlock *branch)
{
    gsize size = 0;

    for (const A2bBlock *b = branch; b; b = a2b_block_next(b, branch)) {
        EpubAnchor *anchor = g_hash_table_lookup(planner->plan->anchors, b);

        size += BLOCK_BYTES + (b->text ? b->text->len : 0);
        if (anchor)
            anchor->part = planner->part;
        else if (b->id)
            plan_anchor(planner, b, NULL, "block");
        if (b->text)
            plan_refs(planner, b->text);
    }
    return size;
}

static gsize
plan_size(const A2bBlock *branch)
{
    gsize size = 0;

    for (const A2bBlock *b = branch; b; b = a2b_block_next(b, branch))
        size += BLOCK_BYTES + (b->text ? b->text->len : 0);
    return size;
}

static void
plan_body(Planner *planner, const A2bBlock *root)
{
    GPtrArray *parts = planner->plan->parts;
    gsize size = 0;

    for (const A2bBlock *b = root->first; b; b = b->next) {
        if (b->kind == A2B_BLOCK_NOTE)
            continue;
        if ((size > PART_WANTED && b->kind == A2B_BLOCK_HEADING)
            || (size && size + plan_size(b) > PART_MOST
                && !(b->prev && b->prev->kind == A2B_BLOCK_HEADING)))
            size = 0;
        if (size == 0) {
            planner->part = parts->len;
            g_ptr_array_add(parts, (gpointer) b);
        }
        size += plan_branch(planner, b);
    }
    if (parts->len == 0)
        g_ptr_array_add(parts, NULL);
}

static int
plan_by_part(gconstpointer a, gconstpointer b, gpointer user)
{
    GHashTable *anchors = user;
    const EpubAnchor *x =
        g_hash_table_lookup(anchors, *(const A2bBlock *const *) a);
    const EpubAnchor *y =
        g_hash_table_lookup(anchors, *(const A2bBlock *const *) b);

    return (x->part > y->part) - (x->part < y->part);
}

/* A note stands at the end of the file that first refers to it; one that
 * nothing in the body refers to, at the end of the article. */
static void
plan_notes(Planner *planner, const A2bBlock *root)
{
    for (const A2bBlock *b = root->first; b; b = b->next) {
        const EpubAnchor *note = b->kind == A2B_BLOCK_NOTE
            ? g_hash_table_lookup(planner->plan->anchors, b) : NULL;

        if (!note)
            continue;
        g_ptr_array_add(planner->plan->notes, (gpointer) b);
        planner->part = note->n_refs ? note->ref_part
                                     : planner->plan->parts->len - 1;
        plan_branch(planner, b);
    }
    /* The sort is stable: notes of one part stay in order. */
    g_ptr_array_sort_with_data(planner->plan->notes, plan_by_part,
                               planner->plan->anchors);
}

static void
plan_declare_notes(Planner *planner, const A2bBlock *root)
{
    for (const A2bBlock *b = root->first; b; b = b->next)
        if (b->kind == A2B_BLOCK_NOTE)
            plan_anchor(planner, b, NULL, "note");
}

EpubPlan *
epub_plan_new(const Epub *epub, guint index)
{
    EpubPlan *plan = g_new0(EpubPlan, 1);
    const A2bArticle *article = a2b_book_article(epub->book, index);
    const A2bBlock *root = a2b_article_root(article);
    Planner planner = { epub, plan, NULL, 0 };

    plan->article = article;
    plan->index = index;
    plan->language = book_article_language(article);
    plan->anchors = g_hash_table_new_full(NULL, NULL, NULL,
                                          plan_anchor_free);
    plan->names = g_hash_table_new(g_str_hash, g_str_equal);
    plan->parts = g_ptr_array_new();
    plan->notes = g_ptr_array_new();
    planner.taken = g_hash_table_new_full(g_str_hash, g_str_equal, g_free,
                                          NULL);
    g_hash_table_insert(planner.taken, g_strdup("title"),
                        GUINT_TO_POINTER(1));
    plan_headings(&planner);
    plan_declare_notes(&planner, root);
    plan_body(&planner, root);
    plan_notes(&planner, root);
    g_hash_table_unref(planner.taken);
    if (epub->pages)
        epub_pages_plan(epub, plan);
    return plan;
}

void
epub_plan_free(EpubPlan *plan)
{
    g_hash_table_unref(plan->anchors);
    g_hash_table_unref(plan->names);
    g_ptr_array_unref(plan->parts);
    g_ptr_array_unref(plan->notes);
    g_clear_pointer(&plan->pages, g_hash_table_unref);
    g_free(plan);
}

/* A format takes some times as long, and a digest has thousands of these. */
char *
epub_numbered(const char *before, guint number, const char *after)
{
    char digits[] = "4294967295";
    char *first = digits + sizeof digits - 1;

    do
        *--first = '0' + number % 10;
    while ((number /= 10) > 0);
    return g_strconcat(before, first, after, NULL);
}

char *
epub_plan_href(const EpubPlan *plan, guint part)
{
    if (part == 0)
        return epub_article_href(plan->index);
    return g_strdup_printf("article-%u-%u.xhtml", plan->index + 1, part + 1);
}

char *
epub_article_href(guint index)
{
    return epub_numbered("article-", index + 1, ".xhtml");
}

char *
epub_section_href(guint index)
{
    return epub_numbered("section-", index + 1, ".xhtml");
}
