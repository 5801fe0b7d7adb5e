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

/* What is known of an article beside what is in it; all may be NULL or
 * empty.  Strings are copied. */
typedef struct {
    const char *section;    /* title of the section it is to stand in */
    const char *folder;     /* its file's, as a section is called by it */
    const char *name;       /* of its file, for messages */
} A2bPlace;
/* As a2b_book_add(); place may be NULL: nothing is known. */
void a2b_book_add_at(A2bBook *book, A2bArticle *article,
                     const A2bPlace *place);

typedef enum {
    A2B_SORT_GIVEN, A2B_SORT_DATE, A2B_SORT_TITLE, A2B_SORT_AUTHOR,
    A2B_SORT_SOURCE
} A2bSort;

/* What articles have in common that stand in one section. */
typedef enum {
    A2B_SECTIONS_GIVEN,     /* those of A2bPlace, in the order in which they
                             * come; none if none is given */
    A2B_SECTIONS_NONE, A2B_SECTIONS_DATE, A2B_SECTIONS_PUBLISHER,
    A2B_SECTIONS_FOLDER, A2B_SECTIONS_TAG
} A2bSections;

typedef struct {
    A2bSort sort;               /* within each section; what it goes by may
                                 * be missing: such articles come last */
    A2bSections sections;
    gboolean keep_duplicates;
    gboolean summaries;         /* contents lists show them */
    guint jobs;                 /* threads; 0: one a processor */
} A2bArrange;

/* When all articles are added (how NULL: as given): merges duplicates (same
 * source URL, same text or nearly so; the fuller one stays, a message names
 * both), puts the others into order and sections, and finds which of them
 * lead to one another. */
void a2b_book_arrange(A2bBook *book, const A2bArrange *how, A2bDiag *diag);

/* The series that the book is a part of; name NULL: none.  index may be
 * NULL: "3", "2.5". */
void a2b_book_set_series(A2bBook *book, const char *name,
                         const char *index);

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
