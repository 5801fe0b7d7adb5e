/* SPDX-License-Identifier: MIT */
/* Which kinds of block there are, and which may hold which. */
#include "model/model.h"

#define BIT(kind) (1u << A2B_BLOCK_##kind)

/* What may stand where text flows. */
#define FLOW                                                              \
    (BIT(PARAGRAPH) | BIT(HEADING) | BIT(QUOTE) | BIT(LIST) | BIT(TABLE) | \
     BIT(FIGURE) | BIT(ASIDE) | BIT(CODE) | BIT(VERSE) | BIT(IMAGE) |      \
     BIT(RULE))

typedef struct {
    const char *name;
    Holds holds;
    guint children;             /* bits of the kinds it may hold */
} BlockKind;

static const BlockKind block_kinds[A2B_N_BLOCK_KINDS] = {
    [A2B_BLOCK_ROOT] = { "root", HOLDS_BLOCKS, FLOW | BIT(NOTE) },
    [A2B_BLOCK_QUOTE] = { "quote", HOLDS_BLOCKS, FLOW },
    [A2B_BLOCK_LIST] = { "list", HOLDS_BLOCKS, BIT(ITEM) },
    [A2B_BLOCK_ITEM] = { "item", HOLDS_BLOCKS, FLOW },
    [A2B_BLOCK_TABLE] = { "table", HOLDS_BLOCKS, BIT(ROW) },
    [A2B_BLOCK_ROW] = { "row", HOLDS_BLOCKS, BIT(CELL) },
    [A2B_BLOCK_FIGURE] = { "figure", HOLDS_BLOCKS,
                           BIT(IMAGE) | BIT(CAPTION) | BIT(CREDIT) },
    [A2B_BLOCK_NOTE] = { "note", HOLDS_BLOCKS, FLOW },
    [A2B_BLOCK_ASIDE] = { "aside", HOLDS_BLOCKS, FLOW },
    [A2B_BLOCK_PARAGRAPH] = { "paragraph", HOLDS_TEXT, 0 },
    [A2B_BLOCK_HEADING] = { "heading", HOLDS_TEXT, 0 },
    [A2B_BLOCK_CODE] = { "code", HOLDS_TEXT, 0 },
    [A2B_BLOCK_VERSE] = { "verse", HOLDS_TEXT, 0 },
    [A2B_BLOCK_CELL] = { "cell", HOLDS_TEXT, 0 },
    [A2B_BLOCK_CAPTION] = { "caption", HOLDS_TEXT, 0 },
    [A2B_BLOCK_CREDIT] = { "credit", HOLDS_TEXT, 0 },
    [A2B_BLOCK_IMAGE] = { "image", HOLDS_NOTHING, 0 },
    [A2B_BLOCK_RULE] = { "rule", HOLDS_NOTHING, 0 },
};

static const char *const block_roles[A2B_N_ROLES] = {
    [A2B_ROLE_RELATED] = "related",
    [A2B_ROLE_EDITOR_NOTE] = "editor-note",
    [A2B_ROLE_BIO] = "bio",
    [A2B_ROLE_SIGNATURE] = "signature",
    [A2B_ROLE_CONTRIBUTORS] = "contributors",
    [A2B_ROLE_NOTICE] = "notice",
    [A2B_ROLE_ATTRIBUTION] = "attribution",
    [A2B_ROLE_HEADER] = "header",
    [A2B_ROLE_SOURCE] = "source",
    [A2B_ROLE_FACTS] = "facts",
};

const char *
a2b_block_kind_name(A2bBlockKind kind)
{
    return block_kinds[kind].name;
}

const char *
a2b_role_name(A2bRole role)
{
    return block_roles[role];
}

Holds
block_holds(A2bBlockKind kind)
{
    return block_kinds[kind].holds;
}

gboolean
block_may_hold(A2bBlockKind parent, A2bBlockKind kind)
{
    return (block_kinds[parent].children >> kind & 1) != 0;
}

const A2bBlock *
a2b_block_next(const A2bBlock *block, const A2bBlock *within)
{
    if (block->first != NULL)
        return block->first;
    while (block != within && block->next == NULL)
        block = block->parent;
    return block == within ? NULL : block->next;
}
