/* SPDX-License-Identifier: MIT */
/* What parts of an article are called in a style and to a reader: the same
 * in every kind of book. */
#pragma once

#include <article2book/article.h>

/* The class of a block with this role, NULL for none; static. */
const char *classes_of_role(A2bRole role);

/* How an aside with this role is announced in language (BCP 47); NULL if it
 * need not be; static. */
const char *classes_label(A2bRole role, const char *language);

/* The class of a table's cell that is set so, NULL for none; static. */
const char *classes_of_align(A2bAlign align);
