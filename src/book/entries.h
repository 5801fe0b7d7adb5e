/* SPDX-License-Identifier: MIT */
/* What a book knows of its articles, and its sections. */
#pragma once

#include "book/book.h"

/* Ends a BookEntry. */
void entries_free(gpointer entry);

/* Of BookSection. */
GArray *entries_sections_new(void);

BookEntry *entries_of(const A2bBook *book, guint index);
