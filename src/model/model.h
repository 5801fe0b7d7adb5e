/* SPDX-License-Identifier: MIT */
/* The inside of an article, for src/model alone. */
#pragma once

#include <article2book/article.h>

#include "base/arena.h"

struct A2bArticle {
    Arena *arena;           /* owns everything below */
    A2bMeta meta;
    A2bBlock *root;
    const char *stem;
};

/* What a kind of block may hold. */
typedef enum { HOLDS_BLOCKS, HOLDS_TEXT, HOLDS_NOTHING } Holds;
Holds block_holds(A2bBlockKind kind);

/* Whether a block of kind may be a child of one of parent. */
gboolean block_may_hold(A2bBlockKind parent, A2bBlockKind kind);

/* The metadata by name, in the order of JSON and tree.  Exactly one of
 * the two offsets (in A2bMeta) is not NO_FIELD. */
typedef struct {
    const char *name;
    gsize string;           /* of a const char * */
    gsize strings;          /* of a const char *const * */
} MetaField;
#define NO_FIELD G_MAXSIZE

/* Ends with a name of NULL. */
const MetaField *article_meta_fields(void);
const char *meta_string(const A2bMeta *meta, const MetaField *field);
const char *const *meta_strings(const A2bMeta *meta, const MetaField *field);
