/* SPDX-License-Identifier: MIT */
/*
 * An EPUB under construction: what its parts share.  The order of work is
 * articles (each planned, written and packed by itself, on any thread), what
 * stands around them, navigation, package, archive.
 */
#pragma once

#include <article2book/write.h>

#include "base/xml.h"
#include "book/pagelist.h"
#include "book/words.h"
#include "epub/epub_zip.h"

/* A file of the book. */
typedef struct {
    char *id;               /* in the package */
    char *href;             /* from the package's folder */
    const char *type;       /* media type; static */
    const char *properties; /* of the manifest, or NULL; static */
    EpubPacked packed;
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
    guint index;            /* of the article in the book */
    const char *language;   /* well-formed; static */
    GHashTable *anchors;    /* const A2bBlock * -> EpubAnchor * */
    GHashTable *names;      /* A2bBlock.id -> EpubAnchor *, borrowed */
    GPtrArray *parts;       /* const A2bBlock *: the first of each file */
    GPtrArray *notes;       /* const A2bBlock *: by the file they are in */
    GHashTable *pages;      /* what a page of the paper begins in (text,
                             * block, or the plan: the head) -> GArray * of
                             * guint: the pages; NULL: none */
} EpubPlan;

/* A line of the contents list. */
typedef struct {
    guint depth;            /* from 1; never more than one deeper than the
                             * line before it */
    char *label, *href;
    const char *language;   /* static */
} EpubEntry;

/* The pages of the paper form while their places are written: those of
 * one article or of one part by one thread. */
typedef struct {
    const A2bPages *list;
    char **hrefs;           /* of each page, NULL until it is written */
    GArray **articles;      /* of guint: the pages in each; NULL: none */
    guint n_articles;
    GArray *parts[N_PAGE_PARTS];    /* of guint, likewise, and how many of
                                     * them are written */
    guint written[N_PAGE_PARTS];
} EpubPages;

/* What writing an article gives. */
typedef struct {
    GPtrArray *items;       /* of EpubItem * */
    GPtrArray *entries;     /* of EpubEntry *: the article and its headings */
    guint minutes;          /* to read it; 0: nothing says them */
} EpubMade;

typedef struct {
    const A2bBook *book;
    const A2bStyle *style;
    A2bEpubOptions options;
    A2bDiag *diag;
    char *title, *identifier;
    const char *language;
    GPtrArray *items;       /* of EpubItem * */
    GPtrArray *entries;     /* of EpubEntry * */
    GString *css;           /* the style's, and its fonts */
    EpubPacker *packer;     /* of what is no article */
    EpubMade *made;         /* by article; NULL until they are written */
    EpubPages *pages;       /* NULL: no paper form is known */
    guint n_articles, n_sections;
    gboolean digest;        /* several articles */
    gboolean has_cover, has_fonts, has_sources, has_index;
    const char *contents;   /* the visible contents list, or NULL; static */
} Epub;

#define EPUB_TYPE_XHTML "application/xhtml+xml"

/* epub_item.c */

/* Takes bytes; id and href are copied.  Pages of the spine get Kobo's marks
 * if they are asked for. */
EpubItem *epub_item_new(const Epub *epub, EpubPacker *packer, const char *id,
                        const char *href, const char *type,
                        const char *properties, GBytes *bytes,
                        gboolean spine);
void epub_item_free(EpubItem *item);

/* The same, into epub->items. */
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
EpubPlan *epub_plan_new(const Epub *epub, guint index);
void epub_plan_free(EpubPlan *plan);

/* Three strings as one; free with g_free(). */
char *epub_numbered(const char *before, guint number, const char *after);

/* File name of a part; free with g_free(). */
char *epub_plan_href(const EpubPlan *plan, guint part);

/* That of the first part of an article, of a section. */
char *epub_article_href(guint index);
char *epub_section_href(guint index);

/* epub_xhtml.c: writes the pages of an article. */
void epub_xhtml_add(const Epub *epub, EpubPlan *plan, EpubPacker *packer,
                    GPtrArray *items);

/* epub_work.c: writes all articles. */
EpubMade *epub_work(const Epub *epub);
void epub_work_free(EpubMade *made, guint n);

/* epub_front.c: cover, title page, dividers of sections. */
void epub_front_add(Epub *epub);
void epub_section_add(Epub *epub, guint index);

/* epub_contents.c, epub_sources.c, epub_index.c: lists of all articles. */
void epub_contents_add(Epub *epub);
void epub_sources_add(Epub *epub);
void epub_index_add(Epub *epub);
gboolean epub_sources_any(const A2bBook *book);

/* Publisher and date of an article as far as it has them, each with " · "
 * before it if there is *any before. */
void epub_article_where(Xml *xml, const Epub *epub, guint index,
                        gboolean *any);

/* A link to an article by its title, in a text of that language. */
void epub_article_link(Xml *xml, const char *language, const Epub *epub,
                       guint index);

/* epub_toc.c: the lines of one article; and all of them in epub->entries,
 * which takes those of epub->made. */
void epub_toc_article(const Epub *epub, const EpubPlan *plan,
                      GPtrArray *entries);
void epub_toc_make(Epub *epub);
void epub_entry_free(EpubEntry *entry);

/* epub_pages.c: where the pages of the paper form begin. */
EpubPages *epub_pages_new(const Epub *epub);
void epub_pages_free(EpubPages *pages);
void epub_pages_plan(const Epub *epub, EpubPlan *plan);

/* Writes a mark for the page. */
void epub_pages_mark(const Epub *epub, Xml *xml, const char *file,
                     guint page);

/* Marks for what is not written yet: all pages of a part up to that index;
 * all in an article. */
void epub_pages_part(const Epub *epub, Xml *xml, const char *file,
                     PagePart part, guint index);
void epub_pages_rest(const Epub *epub, Xml *xml, const char *file,
                     guint article);

/* Where the page begins in text: before a character, or at its end. */
guint32 epub_pages_byte(const Epub *epub, guint page, const A2bText *text);

/* epub_kobo.c: a page with Kobo's marks in it; takes bytes. */
GBytes *epub_kobo(GBytes *bytes);

/* epub_nav.c, epub_ncx.c, epub_opf.c: navigation and package. */
GBytes *epub_nav(const Epub *epub);
GBytes *epub_ncx(const Epub *epub);
GBytes *epub_opf(const Epub *epub);

/* epub_fonts.c: adds the style's fonts and names them in epub->css. */
gboolean epub_fonts_add(Epub *epub, GError **error);

