/* SPDX-License-Identifier: MIT */
#pragma once

#include "text.h"

A2B_BEGIN_DECLS

/*
 * An article is a tree of blocks and what is known of it as a whole.
 * A block holds blocks, or a text, or nothing, by its kind; never two of
 * them.  The article owns every block, text and string in it, and does not
 * change once it is read.
 */

typedef enum {
    /* hold blocks */
    A2B_BLOCK_ROOT,
    A2B_BLOCK_QUOTE,
    A2B_BLOCK_LIST,       /* holds items */
    A2B_BLOCK_ITEM,
    A2B_BLOCK_TABLE,      /* holds rows */
    A2B_BLOCK_ROW,        /* holds cells */
    A2B_BLOCK_FIGURE,     /* image? caption? credit?, at least one */
    A2B_BLOCK_NOTE,       /* body of a footnote; children of the root only,
                           * after everything else */
    A2B_BLOCK_ASIDE,      /* beside the text: see role */
    /* hold a text */
    A2B_BLOCK_PARAGRAPH,
    A2B_BLOCK_HEADING,
    A2B_BLOCK_CODE,       /* lines parted by '\n', blanks kept */
    A2B_BLOCK_VERSE,      /* lines parted by U+2028; indents as U+2003 */
    A2B_BLOCK_CELL,
    A2B_BLOCK_CAPTION,
    A2B_BLOCK_CREDIT,
    /* hold nothing */
    A2B_BLOCK_IMAGE,
    A2B_BLOCK_RULE,
} A2bBlockKind;
#define A2B_N_BLOCK_KINDS (A2B_BLOCK_RULE + 1)

/* What a block is for, beyond its kind; most have none. */
typedef enum {
    A2B_ROLE_NONE,
    A2B_ROLE_RELATED,     /* links to other articles */
    A2B_ROLE_EDITOR_NOTE, /* editor's note, correction, update */
    A2B_ROLE_BIO,         /* about the author */
    A2B_ROLE_SIGNATURE,   /* closing name, address, mail signature */
    A2B_ROLE_CONTRIBUTORS,/* "X contributed to this report" */
    A2B_ROLE_NOTICE,      /* copyright, terms, distribution */
    A2B_ROLE_ATTRIBUTION, /* whose words the quotation before it is */
    A2B_ROLE_HEADER,      /* lines of the head that are no metadata */
    A2B_ROLE_SOURCE,      /* where the article was taken from */
    A2B_ROLE_FACTS,       /* box of facts, key: value */
} A2bRole;
#define A2B_N_ROLES (A2B_ROLE_FACTS + 1)

typedef enum {
    A2B_ALIGN_NONE, A2B_ALIGN_START, A2B_ALIGN_CENTER, A2B_ALIGN_END
} A2bAlign;

typedef struct A2bBlock A2bBlock;
struct A2bBlock {
    A2bBlockKind kind;
    A2bRole role;
    guint32 line;                      /* in the source, from 1; 0 unknown */
    A2bBlock *parent, *prev, *next;
    A2bBlock *first, *last;            /* of the blocks it holds */
    const A2bText *text;               /* NULL unless the kind holds one */
    const char *id;                    /* unique in the article, or NULL */
    union {
        struct { guint level; } heading;              /* 1..6; 1 is the
                                                       * highest below the
                                                       * article's title */
        struct { gboolean ordered; int start; } list;
        struct { const char *marker; } item;          /* "2)" as written;
                                                       * NULL: a bullet */
        struct { const char *language; } code;        /* may be NULL */
        struct { gboolean header; guint span; A2bAlign align; } cell;
        struct { const char *source, *description; } image;
        struct { const char *mark; } note;            /* "1", "*" */
    } as;
};

/* What is known of the article.  A field that the input does not give is
 * NULL: nothing is invented. */
typedef struct {
    const char *title, *subtitle, *kicker;
    const char *const *authors;        /* ends with NULL; may be NULL */
    const char *publisher;
    const char *date;                  /* YYYY, YYYY-MM or YYYY-MM-DD */
    const char *date_as_written;
    const char *language;              /* BCP 47 */
    const char *source_url;
    const char *summary;
    const char *dateline;              /* "BANGKOK" */
    const char *const *tags;           /* ends with NULL; may be NULL */
} A2bMeta;

typedef struct A2bArticle A2bArticle;

void a2b_article_free(A2bArticle *article);
const A2bMeta *a2b_article_meta(const A2bArticle *article);
const A2bBlock *a2b_article_root(const A2bArticle *article);

/* Name of the input without folders and ending ("seed" of "in/seed.txt"):
 * what stands in for a title that is not there.  Never NULL. */
const char *a2b_article_stem(const A2bArticle *article);

/* The block that comes next in reading order, NULL at the end: first its
 * children, then its sisters, then those of its parents, up to within
 * (which is not itself given). */
const A2bBlock *a2b_block_next(const A2bBlock *block, const A2bBlock *within);

/* "paragraph", "figure" ...: the names in JSON and in the tree; those of
 * roles are NULL for A2B_ROLE_NONE. */
const char *a2b_block_kind_name(A2bBlockKind kind);
const char *a2b_role_name(A2bRole role);

/* The tree as text, a line a block (`--to tree`), and the model as one
 * JSON object (`--to json`; schema in article2book(1)).  Free with
 * g_free(). */
char *a2b_article_tree(const A2bArticle *article);
char *a2b_article_json(const A2bArticle *article);

/* Whether all that this header promises holds; if not, *why (free with
 * g_free()) says where it fails.  For tests and fuzzing. */
gboolean a2b_article_check(const A2bArticle *article, char **why);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(A2bArticle, a2b_article_free)

A2B_END_DECLS
