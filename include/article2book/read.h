/* SPDX-License-Identifier: MIT */
#pragma once

#include "article.h"
#include "diag.h"

A2B_BEGIN_DECLS

typedef enum {
    A2B_FORMAT_GUESS,     /* by content, then by the name's ending */
    A2B_FORMAT_TEXT,
} A2bFormat;

typedef struct {
    A2bFormat format;
    const char *charset;  /* as iconv knows it; NULL: found out */
    gboolean plain;       /* leave quotes, dashes and blanks as they are */
    gboolean keep_all;    /* keep boilerplate in the article */
    A2bMeta given;        /* a field set here wins over what the text says;
                           * borrowed for the call */
} A2bReadOptions;

/* Reads one article.  options may be NULL: all zero.  Returns NULL and
 * sets error if nothing can be made of the input; anything less is a
 * message to diag.  A path of "-" is the standard input. */
A2bArticle *a2b_read_file(const char *path, const A2bReadOptions *options,
                          A2bDiag *diag, GError **error);

/* name: what messages call the input; its stem stands in for a title. */
A2bArticle *a2b_read_bytes(GBytes *bytes, const char *name,
                           const A2bReadOptions *options, A2bDiag *diag,
                           GError **error);

/* Why the text reader reads each line as it does: line, evidence, scores,
 * label (`--to evidence`).  Free with g_free(). */
char *a2b_explain_file(const char *path, const A2bReadOptions *options,
                       A2bDiag *diag, GError **error);

A2B_END_DECLS
