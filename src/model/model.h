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
