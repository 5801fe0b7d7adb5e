/* SPDX-License-Identifier: MIT */
#pragma once

#include "macros.h"

A2B_BEGIN_DECLS

/*
 * A text is one UTF-8 string and the marks on it.
 *
 * Marks are spans of bytes [start, end), kept in the order in which they
 * open; of any two, one holds the other or they do not meet.  So a text is
 * a tree laid flat: read in order it writes XHTML, and each span alone is
 * a Pango attribute.  No span is empty.
 *
 * Two characters stand for what is not a letter: U+2028 breaks the line,
 * and U+FFFC, under an IMAGE mark, is a picture in the line.
 */

typedef enum {
    A2B_MARK_EMPH,
    A2B_MARK_STRONG,
    A2B_MARK_UNDERLINE,
    A2B_MARK_STRIKE,
    A2B_MARK_CODE,
    A2B_MARK_SUB,
    A2B_MARK_SUP,
    A2B_MARK_SMALLCAPS,
    A2B_MARK_INSERTED,
    A2B_MARK_DELETED,
    A2B_MARK_LINK,        /* target: a URL, or "#id" in this article */
    A2B_MARK_NOTE,        /* target: id of a note block; text: its mark */
    A2B_MARK_IMAGE,       /* target: the picture; title: its description */
    A2B_MARK_LANG,        /* target: a BCP 47 tag */
} A2bMark;
#define A2B_N_MARKS (A2B_MARK_LANG + 1)

typedef struct {
    guint32 start, end;   /* bytes of str */
    guint32 line;         /* where it opens in the source, from 1, or 0 */
    A2bMark mark;
    const char *target;   /* both owned by the article, may be NULL */
    const char *title;
} A2bSpan;

/* Owned by the article and never changed once it is built. */
typedef struct {
    const char *str;      /* ends with a NUL */
    guint32 len;          /* bytes */
    guint32 n_spans;
    const A2bSpan *spans; /* NULL if there are none */
} A2bText;

typedef struct {
    void (*enter)(const A2bSpan *span, gpointer user);
    void (*text)(const char *str, gsize len, gpointer user);
    void (*leave)(const A2bSpan *span, gpointer user);
} A2bTextVisitor;

/* Visits a text from left to right, entering and leaving every mark. */
void a2b_text_walk(const A2bText *text, const A2bTextVisitor *visitor,
                   gpointer user);

/* The words alone: no note marks, no pictures, line breaks as blanks; for
 * contents lists, ids and attributes.  Free with g_free(). */
char *a2b_text_plain(const A2bText *text);

/* "emph", "link" ...: the name in JSON and in the tree. */
const char *a2b_mark_name(A2bMark mark);

A2B_END_DECLS
