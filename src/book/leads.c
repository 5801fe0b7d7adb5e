/* SPDX-License-Identifier: MIT */
/* What leads from one article of a book to another: an address, or a line
 * that names it by its title; and which are related by that. */
#include "book/leads.h"

#include "base/diag.h"
#include "book/entries.h"
#include "book/titles.h"
#include "book/urls.h"

struct BookLeads {
    GHashTable *urls;       /* normalised -> index + 1 */
    Titles *titles;
    GHashTable *blocks;     /* A2bBlock that leads as a whole -> index + 1 */
};

#define RELATED_MOST 8          /* articles: more are no help at an end */

/* One article leads to another. */
typedef struct { guint from, to; } Pair;

void
leads_free(BookLeads *leads)
{
    if (!leads)
        return;
    g_hash_table_unref(leads->urls);
    g_hash_table_unref(leads->blocks);
    titles_free(leads->titles);
    g_free(leads);
}

static guint
leads_at(GHashTable *table, gconstpointer key)
{
    guint found = GPOINTER_TO_UINT(g_hash_table_lookup(table, key));

    return found ? found - 1 : BOOK_NOWHERE;
}

/* Of two articles at one address that are not the same neither is meant;
 * of two that are, the first. */
static void
leads_add_url(BookLeads *leads, const char *url, guint index,
              gboolean first_is_meant)
{
    char *key = url ? urls_key(url) : NULL;
    guint found;

    if (!key)
        return;
    if (!g_hash_table_contains(leads->urls, key)) {
        g_hash_table_insert(leads->urls, key, GUINT_TO_POINTER(index + 1));
        return;
    }
    found = leads_at(leads->urls, key);
    if (found != index && !first_is_meant)
        g_hash_table_insert(leads->urls, key, NULL);
    else
        g_free(key);
}

static void
leads_add_others(BookLeads *leads, const BookEntry *entry, guint index)
{
    for (guint i = 0; entry->urls && i < entry->urls->len; i++)
        leads_add_url(leads, entry->urls->pdata[i], index, TRUE);
    for (guint i = 0; entry->titles && i < entry->titles->len; i++) {
        const char *title = entry->titles->pdata[i];
        /* A title that it had elsewhere does not make another's unsure. */
        if (titles_exact(leads->titles, title) == TITLES_NONE)
            titles_add(leads->titles, title, index);
    }
}

static void
leads_add(A2bBook *book, gboolean first_is_meant, A2bDiag *diag)
{
    BookLeads *leads = book->leads;

    for (guint i = 0; i < book->articles->len; i++) {
        const A2bMeta *meta = a2b_article_meta(book->articles->pdata[i]);
        guint same;

        leads_add_url(leads, meta->source_url, i, first_is_meant);
        if (!meta->title)
            continue;
        same = titles_exact(leads->titles, meta->title);
        if (same != TITLES_NONE)
            diag_say(diag, DIAG_SAME_TITLE, book_article_name(book, i), 0, 0,
                     book_article_name(book, same));
        titles_add(leads->titles, meta->title, i);
    }
    for (guint i = 0; i < book->articles->len; i++)
        leads_add_others(leads, entries_of(book, i), i);
    titles_ready(leads->titles);
}

static guint
leads_not_itself(const A2bBook *book, const A2bArticle *from, guint index)
{
    return index == BOOK_NOWHERE || book->articles->pdata[index] == from
        ? BOOK_NOWHERE : index;
}

guint
book_find_url(const A2bBook *book, const A2bArticle *from, const char *url)
{
    g_autofree char *key = book->leads && url ? urls_key(url) : NULL;

    return key ? leads_not_itself(book, from,
                                  leads_at(book->leads->urls, key))
               : BOOK_NOWHERE;
}

guint
book_find_title(const A2bBook *book, const A2bArticle *from,
                const char *line)
{
    return book->leads && line
        ? leads_not_itself(book, from, titles_find(book->leads->titles, line,
                                                   NULL))
        : BOOK_NOWHERE;
}

guint
book_block_leads(const A2bBook *book, const A2bArticle *article,
                 const A2bBlock *block)
{
    return book->leads
        ? leads_not_itself(book, article,
                           leads_at(book->leads->blocks, block))
        : BOOK_NOWHERE;
}

static gboolean
leads_is_related(const A2bBlock *block)
{
    for (; block; block = block->parent)
        if (block->role == A2B_ROLE_RELATED)
            return TRUE;
    return FALSE;
}

static gboolean
leads_has_link(const A2bText *text)
{
    for (guint i = 0; i < text->n_spans; i++)
        if (text->spans[i].mark == A2B_MARK_LINK)
            return TRUE;
    return FALSE;
}

/* A book of one article leads nowhere; BOOK_NOWHERE: no pair. */
static void
leads_pair(GArray *pairs, guint from, guint to)
{
    Pair there = { from, to }, back = { to, from };

    if (to == BOOK_NOWHERE)
        return;
    g_array_append_val(pairs, there);
    g_array_append_val(pairs, back);
}

/* A link to somewhere else in the line leads there, not the line. */
static void
leads_of_line(A2bBook *book, guint i, const A2bBlock *block, GArray *pairs,
              guint64 *steps)
{
    const A2bArticle *article = book->articles->pdata[i];
    const char *line = block->text->str;
    g_autofree char *plain = NULL;
    guint to;

    if (leads_has_link(block->text))
        return;
    if (block->text->n_spans)
        line = plain = a2b_text_plain(block->text);
    to = leads_not_itself(book, article,
                          titles_find(book->leads->titles, line, steps));
    if (to == BOOK_NOWHERE)
        return;
    g_hash_table_insert(book->leads->blocks, (gpointer) block,
                        GUINT_TO_POINTER(to + 1));
    leads_pair(pairs, i, to);
}

static void
leads_of_article(A2bBook *book, guint i, GArray *pairs, guint64 *steps)
{
    const A2bArticle *article = book->articles->pdata[i];
    const A2bBlock *root = a2b_article_root(article);

    for (const A2bBlock *b = root; b; b = a2b_block_next(b, root)) {
        if (!b->text)
            continue;
        for (guint k = 0; k < b->text->n_spans; k++)
            if (b->text->spans[k].mark == A2B_MARK_LINK)
                leads_pair(pairs, i,
                           book_find_url(book, article,
                                         b->text->spans[k].target));
        if (b->kind == A2B_BLOCK_PARAGRAPH && leads_is_related(b))
            leads_of_line(book, i, b, pairs, steps);
    }
}

static int
pair_compare(gconstpointer a, gconstpointer b)
{
    const Pair *x = a, *y = b;

    if (x->from != y->from)
        return x->from < y->from ? -1 : 1;
    return x->to < y->to ? -1 : x->to > y->to;
}

/* Each pair once, in order. */
static void
leads_sort(GArray *pairs)
{
    Pair *all = (Pair *) (void *) pairs->data;
    guint n = 0;

    g_array_sort(pairs, pair_compare);
    for (guint i = 0; i < pairs->len; i++)
        if (n == 0 || pair_compare(&all[n - 1], &all[i]) != 0)
            all[n++] = all[i];
    g_array_set_size(pairs, n);
}

/* Of what the pairs of one article lead to, in order, those that stand
 * nearest: in most orders a book can have, what is most like it. */
static GArray *
leads_nearest(const Pair *pairs, guint n)
{
    GArray *nearest = g_array_new(FALSE, FALSE, sizeof(guint));
    const Pair *end = pairs + n;

    while (end - pairs > RELATED_MOST) {
        const guint before = MAX(pairs->from, pairs->to) - pairs->to;
        const guint after = MAX(end[-1].from, end[-1].to) - end[-1].from;

        if (before > after)
            pairs++;
        else
            end--;
    }
    for (; pairs < end; pairs++)
        g_array_append_val(nearest, pairs->to);
    return nearest;
}

static void
leads_relate(A2bBook *book, GArray *pairs)
{
    const Pair *pair, *end;

    leads_sort(pairs);
    pair = (const Pair *) (const void *) pairs->data;
    end = pair + pairs->len;
    while (pair < end) {
        const Pair *next = pair;

        while (next < end && next->from == pair->from)
            next++;
        entries_of(book, pair->from)->related =
            leads_nearest(pair, next - pair);
        pair = next;
    }
}

guint64
leads_find(A2bBook *book, gboolean keep_duplicates, A2bDiag *diag)
{
    g_autoptr(GArray) pairs = g_array_new(FALSE, FALSE, sizeof(Pair));
    guint64 steps = 0;

    leads_free(book->leads);
    book->leads = g_new0(BookLeads, 1);
    book->leads->urls = g_hash_table_new_full(g_str_hash, g_str_equal,
                                              g_free, NULL);
    book->leads->blocks = g_hash_table_new(NULL, NULL);
    book->leads->titles = titles_new();
    leads_add(book, keep_duplicates, diag);
    for (guint i = 0; i < book->articles->len; i++) {
        g_clear_pointer(&entries_of(book, i)->related, g_array_unref);
        leads_of_article(book, i, pairs, &steps);
    }
    leads_relate(book, pairs);
    return steps;
}
