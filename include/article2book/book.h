/* SPDX-License-Identifier: MIT */
#pragma once

#include "article.h"
#include "diag.h"

A2B_BEGIN_DECLS

/* A book is one article, or a digest of several in order. */
typedef struct A2bBook A2bBook;

A2bBook *a2b_book_new(void);
void a2b_book_free(A2bBook *book);

/* Takes the article; it must not be used or freed afterwards. */
void a2b_book_add(A2bBook *book, A2bArticle *article);

guint a2b_book_n_articles(const A2bBook *book);
const A2bArticle *a2b_book_article(const A2bBook *book, guint index);

/* Overrides the title of the book; NULL goes back to what the articles
 * give. */
void a2b_book_set_title(A2bBook *book, const char *title);

/* A picture for the cover, JPEG or PNG; description is its text
 * alternative, NULL for one made from the title.  Fails (A2B_ERROR_INPUT)
 * if the bytes are no such picture. */
gboolean a2b_book_set_cover(A2bBook *book, GBytes *image,
                            const char *description, GError **error);

/* Draws a cover from the book's title, authors, publisher and date, and
 * sets it.  Loads the typesetting half of the program; fails
 * (A2B_ERROR_UNAVAILABLE) where that is not installed. */
gboolean a2b_book_draw_cover(A2bBook *book, A2bDiag *diag, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(A2bBook, a2b_book_free)

A2B_END_DECLS
