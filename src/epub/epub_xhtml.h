/* SPDX-License-Identifier: MIT */
/* What the writers of blocks and of the text in them share. */
#pragma once

#include "epub/epub.h"

typedef struct {
    const Epub *epub;
    EpubPlan *plan;
    Xml *xml;
    guint part;             /* which file of the article */
    guint level;            /* of the heading written last: 1 for h1 */
    char *file;             /* its name */
    GHashTable *led;        /* index + 1 of articles that a line of this one
                             * leads to as a whole */
} Xhtml;

/* The text with its marks. */
void epub_inline(const Xhtml *x, const A2bText *text);

/* The same as one link, in which there are no others. */
void epub_inline_link(const Xhtml *x, const A2bText *text, const char *href);

/* Marks for pages of the paper form that begin at key (see EpubPlan). */
void epub_inline_pages(const Xhtml *x, gconstpointer key);

/* The same, line for line: each in a span of its own with a break between
 * them, and a new paragraph after an empty line. */
void epub_inline_lines(const Xhtml *x, const A2bText *text);

/* Where target points to from this page; NULL if nowhere.  Free with
 * g_free(). */
char *epub_inline_href(const Xhtml *x, const char *target);
