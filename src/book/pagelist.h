/* SPDX-License-Identifier: MIT */
/* Where the pages of a book's paper form begin in its text: what the PDF
 * side knows once it has set them, and the EPUB tells its readers. */
#pragma once

#include <article2book/write.h>

/* In the order of the book.  A part that the other form has not got counts
 * as the beginning of what comes next in it. */
typedef enum {
    PAGE_COVER,
    PAGE_TITLE,
    PAGE_CONTENTS,          /* index: the article listed first on the page */
    PAGE_SECTION,           /* index: the section that it opens */
    PAGE_ARTICLE,           /* index: the article */
    PAGE_SOURCES,           /* index: the article listed first on the page */
    PAGE_INDEX,
} PagePart;
#define N_PAGE_PARTS (PAGE_INDEX + 1)

typedef struct {
    PagePart part;
    guint index;            /* as said above; else 0 */
    const A2bBlock *block;  /* of an article: that stands first on the page,
                             * or goes on there; NULL: the article's head */
    guint32 at;             /* byte of the block's text that begins the page;
                             * between characters */
    char *label;            /* "iv", "12": the number that the page bears */
} PageBreak;

struct A2bPages {
    GArray *breaks;         /* of PageBreak, in the order of reading */
    char *source;           /* what the pages are those of: an identifier or
                             * a description; NULL: the book's PDF */
};

A2bPages *pagelist_new(const char *source);

/* label is copied. */
void pagelist_add(A2bPages *pages, PagePart part, guint index,
                  const A2bBlock *block, guint32 at, const char *label);
