/* SPDX-License-Identifier: MIT */
/*
 * Cairo's document and what is changed in it.  Objects are written as PDF
 * text; what comes from outside goes through pdf_put_text().
 */
#pragma once

#include <qpdf/qpdf-c.h>

#include "pdf/finish.h"

typedef struct {
    GBytes *cairo;
    qpdf_data qpdf;             /* reads it */
    guint n_pages;
    qpdf_oh *pages;
    int *page_ids;
    GString **page_entries;     /* to be added to the pages; " /Key value" */
    GString *catalog;           /* entries of ours */
    int info;                   /* object of Info */
    GString *text;              /* for whoever builds an object */
    GByteArray *update;         /* objects that are new or changed */
    GArray *offsets;            /* gsize, by object number: where in update
                                 * it begins, + 1; 0: it is not there */
} Doc;

/* doc_clear() ends it, also after a failure. */
gboolean doc_open(Doc *doc, GBytes *cairo, GError **error);
void doc_clear(Doc *doc);

/* The number of a new object, to be defined later. */
int doc_reserve(Doc *doc);

/* Object id, new or one of Cairo's, becomes pdf. */
void doc_define(Doc *doc, int id, const char *pdf);

/* The same for a stream; entries: of its dictionary beside its length. */
void doc_define_stream(Doc *doc, int id, const char *entries,
                       gconstpointer data, gsize len);

/* A new object: what doc->text holds. */
int doc_add_text(Doc *doc);

/* Whether qpdf is content. */
gboolean doc_check(qpdf_data qpdf, GError **error);

/* The document with all changes. */
GBytes *doc_finish(Doc *doc, GError **error);

/* Fails with what is wrong within, which is no fault of the user's. */
gboolean doc_fail(GError **error, const char *what);
