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

/* Language of the book: that of most of its text; "und" if unknown.
 * Always a well-formed BCP 47 tag; static. */
const char *book_language(const A2bBook *book);

/* Newest date of its articles as YYYY-MM-DD..., NULL if none has one. */
const char *book_date(const A2bBook *book);

/* That date as a reader is shown it; NULL if there is none.  Free with
 * g_free(). */
char *book_date_shown(const A2bBook *book);

/* What all articles have in common, NULL if they differ: their publisher;
 * and for a book of one article its metadata, else NULL. */
const char *book_publisher(const A2bBook *book);
const A2bMeta *book_only_meta(const A2bBook *book);

/* The authors of all articles, each once, in order; borrowed strings that
 * end with NULL.  Free the array with g_free(). */
const char **book_authors(const A2bBook *book);

/* Title of an article as a contents list shows it: its title or stem. */
const char *book_article_title(const A2bArticle *article);

/* Language of an article as a well-formed BCP 47 tag; "und"; static. */
const char *book_article_language(const A2bArticle *article);

/* A string from outside as a book may hold it; free with g_free(). */
char *book_clean(const char *str);

/* Time of the last change as `YYYY-MM-DDThh:mm:ssZ`: SOURCE_DATE_EPOCH, else
 * the newest article's date, else 1980-01-01.  Free with g_free(). */
char *book_modified(const A2bBook *book);

/* Identifier that follows from the content.  Free with g_free(). */
char *book_identifier(const A2bBook *book);
