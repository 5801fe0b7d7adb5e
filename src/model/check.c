/* SPDX-License-Identifier: MIT */
/* Whether an article is what article.h promises. */
#include "model/model.h"

#include <string.h>

#include "base/control.h"
#include "base/limits.h"
#include "model/check_text.h"
#include "model/refs.h"

/* Returns why a block does not hold what its kind may; NULL: it does. */
static const char *
check_content(const A2bBlock *block)
{
    switch (block_holds(block->kind)) {
    case HOLDS_BLOCKS:
        if (block->text != NULL)
            return "a block of blocks holds a text";
        if (block->first == NULL && block->kind != A2B_BLOCK_ROOT)
            return "a block is empty";
        return NULL;
    case HOLDS_TEXT:
        if (block->first != NULL || block->last != NULL)
            return "a block of text holds blocks";
        if (block->text == NULL)
            return "a block of text holds none";
        return check_text(block->text, block->kind);
    case HOLDS_NOTHING:
        return block->text != NULL || block->first != NULL
                   ? "a block that holds nothing holds something" : NULL;
    }
    return "a block has no kind";
}

static const char *
check_links(const A2bBlock *block)
{
    const A2bBlock *child = block->first;

    if ((block->first == NULL) != (block->last == NULL))
        return "a first child has no last";
    if (child != NULL && child->prev != NULL)
        return "something stands before a first child";
    for (; child != NULL; child = child->next) {
        if (child->parent != block)
            return "a child has another parent";
        if (child->next == NULL ? block->last != child
                                : child->next->prev != child)
            return "sisters do not hold hands";
    }
    return NULL;
}

static const char *
check_children(const A2bBlock *block)
{
    guint seen = 0;

    for (const A2bBlock *child = block->first; child != NULL;
         child = child->next) {
        if (!block_may_hold(block->kind, child->kind))
            return "a block stands where its kind may not";
        if (block->kind == A2B_BLOCK_FIGURE && (seen >> child->kind & 1))
            return "a figure has two of a kind";
        if (block->kind == A2B_BLOCK_ROOT &&
            (seen >> A2B_BLOCK_NOTE & 1) && child->kind != A2B_BLOCK_NOTE)
            return "a block stands after a note";
        seen |= 1u << child->kind;
    }
    return NULL;
}

static const char *
check_values(const A2bBlock *block)
{
    if (block->kind == A2B_BLOCK_HEADING &&
        (block->as.heading.level < 1 || block->as.heading.level > 6))
        return "a heading's level is not 1..6";
    if (block->kind == A2B_BLOCK_CELL && block->as.cell.span < 1)
        return "a cell spans nothing";
    if ((guint) block->role >= A2B_N_ROLES)
        return "a block has no such role";
    return NULL;
}

static const char *
check_refs(const A2bBlock *block, GHashTable *ids)
{
    const A2bText *text = block->text;

    if (block->id != NULL && g_hash_table_lookup(ids, block->id) != block)
        return "an id stands twice";
    for (guint i = 0; text != NULL && i < text->n_spans; i++)
        if (refs_is_ref(&text->spans[i]) &&
            !refs_is_met(ids, &text->spans[i]))
            return "a mark points to nothing";
    return NULL;
}

static const char *
check_block(const A2bBlock *block, GHashTable *ids)
{
    const char *why = NULL;

    if ((guint) block->kind >= A2B_N_BLOCK_KINDS)
        return "a block has no kind";
    if ((why = check_content(block)) == NULL &&
        (why = check_children(block)) == NULL &&
        (why = check_values(block)) == NULL)
        why = check_refs(block, ids);
    return why;
}

static const char *
check_string(const char *str)
{
    if (str == NULL)
        return NULL;
    if (*str == '\0')
        return "a field is empty, not absent";
    if (!g_utf8_validate(str, -1, NULL))
        return "a field is not UTF-8";
    return control_is_clean(str, strlen(str))
               ? NULL : "a field holds a forbidden character";
}

/* YYYY, YYYY-MM or YYYY-MM-DD. */
static gboolean
check_is_date(const char *date)
{
    static const char form[] = "dddd-dd-dd";
    gsize len = strlen(date);

    if (len != 4 && len != 7 && len != 10)
        return FALSE;
    for (gsize i = 0; i < len; i++)
        if (form[i] == 'd' ? !g_ascii_isdigit(date[i]) : date[i] != form[i])
            return FALSE;
    return TRUE;
}

static const char *
check_meta(const A2bMeta *meta)
{
    const char *why = NULL;

    for (const MetaField *field = article_meta_fields();
         field->name != NULL && why == NULL; field++) {
        const char *const *each;

        if (field->string != NO_FIELD) {
            why = check_string(meta_string(meta, field));
            continue;
        }
        each = meta_strings(meta, field);
        for (; each != NULL && *each != NULL && why == NULL; each++)
            why = check_string(*each);
    }
    if (why == NULL && meta->date != NULL && !check_is_date(meta->date))
        why = "the date is not in ISO form";
    return why;
}

static guint
check_depth(const A2bBlock *block)
{
    guint depth = 0;

    for (; block->parent != NULL && depth <= LIMIT_DEPTH;
         block = block->parent)
        depth++;
    return depth;
}

/* The block that is not as it should be; NULL: all are. */
static const A2bBlock *
check_blocks(const A2bBlock *root, const char **why)
{
    g_autoptr(GHashTable) ids = NULL;
    const A2bBlock *block;

    /* Links first: what follows walks along them. */
    for (block = root; block != NULL; block = a2b_block_next(block, root))
        if ((*why = check_links(block)) != NULL)
            return block;
    ids = refs_ids(root);
    for (block = root; block != NULL; block = a2b_block_next(block, root)) {
        *why = check_block(block, ids);
        if (*why == NULL && check_depth(block) > LIMIT_DEPTH)
            *why = "a block stands too deep";
        if (*why != NULL)
            return block;
    }
    return NULL;
}

gboolean
a2b_article_check(const A2bArticle *article, char **why)
{
    const A2bBlock *root = article->root, *wrong = NULL;
    const char *reason = check_meta(&article->meta);

    if (reason == NULL)
        reason = article->stem != NULL ? check_string(article->stem)
                                       : "there is no stem";
    if (reason == NULL && (root->kind != A2B_BLOCK_ROOT ||
                           root->parent != NULL || root->next != NULL))
        reason = "the root is none";
    if (reason == NULL)
        wrong = check_blocks(root, &reason);
    if (reason == NULL)
        return TRUE;
    if (why != NULL)
        *why = wrong == NULL
                   ? g_strdup(reason)
                   : g_strdup_printf("%s (%s, line %u)", reason,
                                     a2b_block_kind_name(wrong->kind),
                                     wrong->line);
    return FALSE;
}
