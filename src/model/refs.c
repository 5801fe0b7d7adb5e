/* SPDX-License-Identifier: MIT */
/* Which marks point into the article, and whether something is there. */
#include "model/refs.h"

gboolean
refs_is_ref(const A2bSpan *span)
{
    return span->target != NULL &&
           (span->mark == A2B_MARK_NOTE ||
            (span->mark == A2B_MARK_LINK && span->target[0] == '#'));
}

const char *
refs_id(const A2bSpan *span)
{
    return span->mark == A2B_MARK_LINK ? span->target + 1 : span->target;
}

GHashTable *
refs_ids(const A2bBlock *root)
{
    GHashTable *ids = g_hash_table_new(g_str_hash, g_str_equal);

    for (const A2bBlock *block = root; block != NULL;
         block = a2b_block_next(block, root))
        if (block->id != NULL && !g_hash_table_contains(ids, block->id))
            g_hash_table_insert(ids, (gpointer) block->id,
                                (gpointer) block);
    return ids;
}

gboolean
refs_is_met(GHashTable *ids, const A2bSpan *span)
{
    const A2bBlock *block = g_hash_table_lookup(ids, refs_id(span));

    return block != NULL && (span->mark != A2B_MARK_NOTE ||
                             block->kind == A2B_BLOCK_NOTE);
}

static void
refs_drop_in(A2bText *text, GHashTable *ids)
{
    A2bSpan *spans = (A2bSpan *) text->spans;
    guint kept = 0;

    for (guint i = 0; i < text->n_spans; i++)
        if (!refs_is_ref(&spans[i]) || refs_is_met(ids, &spans[i]))
            spans[kept++] = spans[i];
    text->n_spans = kept;
    if (kept == 0)
        text->spans = NULL;
}

void
refs_settle(A2bArticle *article)
{
    const A2bBlock *root = a2b_article_root(article);
    g_autoptr(GHashTable) ids = refs_ids(root);

    for (const A2bBlock *block = root; block != NULL;
         block = a2b_block_next(block, root)) {
        if (block->id != NULL &&
            g_hash_table_lookup(ids, block->id) != block)
            ((A2bBlock *) block)->id = NULL;
        if (block->text != NULL)
            refs_drop_in((A2bText *) block->text, ids);
    }
}
