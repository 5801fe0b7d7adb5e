/* SPDX-License-Identifier: MIT */
/* How deep a heading stands below those before it. */
#include "model/outline.h"

#define LEVELS 6

static gboolean
outline_is_beside(const A2bBlock *block)
{
    return block->kind == A2B_BLOCK_QUOTE ||
           block->kind == A2B_BLOCK_ASIDE || block->kind == A2B_BLOCK_NOTE;
}

/* The block after block and all that it holds. */
static const A2bBlock *
outline_skip(const A2bBlock *block)
{
    while (block != NULL && block->next == NULL)
        block = block->parent;
    return block == NULL ? NULL : block->next;
}

GArray *
outline_new(const A2bArticle *article)
{
    GArray *outline = g_array_new(FALSE, FALSE, sizeof(OutlineEntry));
    const A2bBlock *root = a2b_article_root(article), *block = root;
    guint levels[LEVELS];               /* of the headings around */
    guint depth = 0;

    while (block != NULL) {
        OutlineEntry entry = { .heading = block };

        if (outline_is_beside(block)) {
            block = outline_skip(block);
            continue;
        }
        if (block->kind == A2B_BLOCK_HEADING) {
            while (depth > 0 && levels[depth - 1] >= block->as.heading.level)
                depth--;
            levels[depth++] = block->as.heading.level;
            entry.depth = depth;
            g_array_append_val(outline, entry);
        }
        block = a2b_block_next(block, root);
    }
    return outline;
}
