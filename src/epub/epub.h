/* SPDX-License-Identifier: MIT */
/*
 * An EPUB under construction: what its parts share.  The order of work is
 * plan (where everything will stand), pages, navigation, package, archive.
 */
#pragma once

#include <article2book/write.h>

#include "base/xml.h"
#include "book/words.h"

/* A file of the book. */
typedef struct {
    char *id;               /* in the package */
    char *href;             /* from the package's folder */
    const char *type;       /* media type; static */
    const char *properties; /* of the manifest, or NULL; static */
    GBytes *bytes;
    gboolean spine;         /* a page, in the order of reading */
} EpubItem;

/* Where a block stands that something points to. */
typedef struct {
    char *id;               /* of the element */
    guint part;             /* which file of the article, from 0 */
    guint depth;            /* of a heading in the outline; else 0 */
    guint n_refs;           /* how often a note is referred to */
    guint ref_part;         /* part of the first of these */
    guint seen;             /* references written so far */
} EpubAnchor;

/* What is decided about an article before a line of it is written. */
typedef struct {
    const A2bArticle *article;
    guint number;           /* from 1 */
    const char *language;   /* well-formed; static */
    GHashTable *anchors;    /* const A2bBlock * -> EpubAnchor * */
    GHashTable *names;      /* A2bBlock.id -> EpubAnchor *, borrowed */
    GPtrArray *parts;       /* const A2bBlock *: the first of each file */
    GPtrArray *notes;       /* const A2bBlock *: by the file they are in */
} EpubPlan;

/* A line of the contents list. */
typedef struct {
    guint depth;            /* from 1; never more than one deeper than the
                             * line before it */
    char *label, *href;
    const char *language;   /* static */
} EpubEntry;

typedef struct {
    const A2bBook *book;
    const A2bStyle *style;
    A2bEpubOptions options;
    A2bDiag *diag;
    char *title, *identifier;
    const char *language;
    GPtrArray *items;       /* of EpubItem * */
    GPtrArray *plans;       /* of EpubPlan * */
    GPtrArray *entries;     /* of EpubEntry * */
    GHashTable *sources;    /* source URL -> EpubPlan *, borrowed */
    GString *css;           /* the style's, and its fonts */
    gboolean has_cover, has_fonts, contents_in_spine;
} Epub;

#define EPUB_TYPE_XHTML "application/xhtml+xml"

/* epub.c */

/* Takes bytes; href is copied. */
void epub_add(Epub *epub, const char *id, const char *href,
              const char *type, const char *properties, GBytes *bytes,
              gboolean spine);

/* epub_page.c: the frame of a page.  type: "frontmatter", "bodymatter". */
Xml *epub_page_new(const char *title, const char *language,
                   const char *type);
GBytes *epub_page_end(Xml *xml);

/* "rtl" or NULL. */
const char *epub_dir(const char *language);

/* epub_plan.c */
EpubPlan *epub_plan_new(const A2bArticle *article, guint number);
void epub_plan_free(EpubPlan *plan);

/* File name of a part; free with g_free(). */
char *epub_plan_href(const EpubPlan *plan, guint part);

/* epub_xhtml.c: writes the pages of an article. */
void epub_xhtml_add(Epub *epub, EpubPlan *plan);

/* epub_front.c: cover and title page. */
void epub_front_add(Epub *epub);

/* epub_toc.c: fills epub->entries. */
void epub_toc_make(Epub *epub);

/* epub_nav.c, epub_ncx.c, epub_opf.c: navigation and package. */
GBytes *epub_nav(const Epub *epub);
GBytes *epub_ncx(const Epub *epub);
GBytes *epub_opf(const Epub *epub);

/* epub_fonts.c: adds the style's fonts and names them in epub->css. */
gboolean epub_fonts_add(Epub *epub, GError **error);

/* epub_url.c: url as it may stand in a book, percent-encoded; NULL if it is
 * none that a reading system should open.  Free with g_free(). */
char *epub_url(const char *url);
