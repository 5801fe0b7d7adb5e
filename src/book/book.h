/* SPDX-License-Identifier: MIT */
/* The inside of a book, for the backends. */
#pragma once

#include <article2book/book.h>

#include "base/media.h"

typedef struct {
    GBytes *image;          /* NULL: no cover */
    Media media;
    char *description;      /* text alternative */
} BookCover;

struct A2bBook {
    GPtrArray *articles;    /* of A2bArticle *, owned */
    char *title;            /* override, or NULL */
    BookCover cover;
};

/* What the book is called: the override, the only article's title or stem,
 * or a title made for a digest.  Free with g_free(). */
char *book_title(const A2bBook *book);

/* Language of the book: that of most of its text; "und" if unknown. */
const char *book_language(const A2bBook *book);

/* Newest date of its articles as YYYY-MM-DD..., NULL if none has one. */
const char *book_date(const A2bBook *book);

/* Title of an article as a contents list shows it: its title or stem. */
const char *book_article_title(const A2bArticle *article);

/* Time of the last change as `YYYY-MM-DDThh:mm:ssZ`: SOURCE_DATE_EPOCH, else the
 * newest article's date, else 1980-01-01.  Free with g_free(). */
char *book_modified(const A2bBook *book);

/* Identifier that follows from the content.  Free with g_free(). */
char *book_identifier(const A2bBook *book);
