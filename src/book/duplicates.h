/* SPDX-License-Identifier: MIT */
/* The same article, given twice. */
#pragma once

#include "book/book.h"

/* Leaves one of articles that are the same out of the book: the fuller one
 * stays, in the place of the first of them, and a message names both.
 * jobs: threads, as in A2bArrange.  Returns how many shingles were looked at,
 * which tests hold to be linear in the text. */
guint64 duplicates_merge(A2bBook *book, guint jobs, A2bDiag *diag);
