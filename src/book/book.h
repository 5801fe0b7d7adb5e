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

/* A run of articles under one title. */
typedef struct {
    char *title;
    guint first, n;         /* of the articles */
} BookSection;

/* What is known of an article as a part of the book. */
typedef struct {
    char *section, *folder, *name;      /* of its A2bPlace */
    GPtrArray *urls, *titles;           /* of the duplicates that it stands
                                         * for, as written; NULL: none */
    GArray *related;        /* of guint: other articles that it names or
                             * links to, or that do so to it, each once, in
                             * order, but only the few nearest; NULL: none */
} BookEntry;

struct A2bBook {
    GPtrArray *articles;    /* of A2bArticle *, owned */
    GPtrArray *entries;     /* of BookEntry *: of each article */
    GArray *sections;       /* of BookSection; they hold all articles, or
                             * there are none */
    struct BookLeads *leads;            /* NULL before it is arranged */
    char *title;            /* override, or NULL */
    char *series, *series_index;
    gboolean summaries;
    const char *language;   /* static; NULL: not known before arranged */
    BookCover cover;
};

#define BOOK_NOWHERE G_MAXUINT

/* The article of this book that url (as it was written) was taken from, or
 * that a line which names one by its title means (close to it, and to no
 * other); BOOK_NOWHERE.  Of from itself: BOOK_NOWHERE.  Both find nothing
 * before a2b_book_arrange(). */
guint book_find_url(const A2bBook *book, const A2bArticle *from,
                    const char *url);
guint book_find_title(const A2bBook *book, const A2bArticle *from,
                      const char *line);

/* The article that a block (a paragraph or item of role RELATED, or in an
 * aside that has it) leads to as a whole: by its text, without a link to
 * somewhere else in it; BOOK_NOWHERE. */
guint book_block_leads(const A2bBook *book, const A2bArticle *article,
                       const A2bBlock *block);

/* Minutes that reading takes (200 words a minute; 400 characters of scripts
 * without blanks), at least 1. */
guint book_minutes(const A2bArticle *article);

/* A line or two on what it is about: its summary, subtitle, or the
 * beginning of its text, ended at a sentence or with an ellipsis; NULL if
 * it has none.  Free with g_free(). */
char *book_summary(const A2bArticle *article);

/* The next block whose text is the article's own, in reading order: not
 * what stands around it on a page (related articles, notices, its source
 * and head).  NULL at the end. */
const A2bBlock *book_next_block(const A2bBlock *block, const A2bBlock *root);

/* "in/a.txt": what messages call an article of the book. */
const char *book_article_name(const A2bBook *book, guint index);

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

/* Of a digest, in its language: the days from its oldest article to its
 * newest, NULL if none has one; "12 articles"; the first titles as one line.
 * Free with g_free(). */
char *book_days_shown(const A2bBook *book);
char *book_count_shown(const A2bBook *book);
char *book_first_titles(const A2bBook *book);

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
