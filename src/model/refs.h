/* SPDX-License-Identifier: MIT */
/* Marks that point to a block of the same article. */
#pragma once

#include <article2book/article.h>

/* A NOTE mark, or a LINK to "#id". */
gboolean refs_is_ref(const A2bSpan *span);

/* The id that a mark points to. */
const char *refs_id(const A2bSpan *span);

/* The blocks below root that have an id, by id (the first, if several have
 * the same).  Free with g_hash_table_unref(). */
GHashTable *refs_ids(const A2bBlock *root);

/* Whether a mark points to a block that it may point to. */
gboolean refs_is_met(GHashTable *ids, const A2bSpan *span);

/* Unmarks what points to nothing and takes an id from all blocks but the
 * first that have it: the article is still being built. */
void refs_settle(A2bArticle *article);
