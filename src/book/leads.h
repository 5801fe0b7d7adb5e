/* SPDX-License-Identifier: MIT */
/* Which articles of a book lead to which. */
#pragma once

#include "book/book.h"

typedef struct BookLeads BookLeads;

void leads_free(BookLeads *leads);

/* Finds them, says which titles are those of several articles, and fills
 * in what each article is related to.  Returns how many titles were
 * compared, which tests hold to be linear in the lines. */
guint64 leads_find(A2bBook *book, gboolean keep_duplicates, A2bDiag *diag);
