/* SPDX-License-Identifier: MIT */
/*
 * The document that is made: objects of ours, written as PDF text, and those
 * of Cairo's that its pages need.  What comes from outside goes through
 * pdf_put_text().
 */
#pragma once

#include "pdf/finish.h"
#include "pdf/finish_cairo.h"

typedef struct {
    gsize text, text_len;       /* in texts; of a stream: its dictionary's
                                 * entries beside its length */
    gconstpointer stream;       /* NULL: it is none */
    gsize stream_len;
    gpointer owned;             /* to be freed; or NULL */
} DocObject;

typedef struct {
    CairoFile cairo;
    int *map;                   /* Cairo's numbers -> ours; 0: not needed
                                 * so far */
    GArray *wanted;             /* guint: Cairo's, to be copied */
    guint *named;               /* of Cairo's: the dictionary of pictures that
                                 * it was in last */
    guint n_named;              /* such dictionaries */
    GArray *objects;            /* of DocObject, by number; 0 is none */
    GString *texts;
    guint n_pages;
    CairoObject *pages;
    int *page_ids;              /* numbers of ours */
    GString **page_entries;     /* to be added to the pages; " /Key value" */
    GString *catalog;           /* entries; the same */
    int info;                   /* the object */
    GString *text;              /* for whoever builds an object */
} Doc;

/* Borrows cairo; doc_clear() also after a failure.  order: PdfPlan's. */
gboolean doc_open(Doc *doc, GBytes *cairo, const guint *order,
                  GError **error);
void doc_clear(Doc *doc);

/* The number of a new object, to be defined later. */
int doc_reserve(Doc *doc);
void doc_define(Doc *doc, int id, const char *pdf);

/* The same for a stream.  Borrows data, or if owned is not NULL takes that,
 * to be freed with g_free(). */
void doc_define_stream(Doc *doc, int id, const char *entries,
                       gconstpointer data, gsize len, gpointer owned);

/* A new object: what doc->text holds. */
int doc_add_text(Doc *doc);

/* Our number for an object of Cairo's that someone else defines. */
int doc_replace(Doc *doc, guint number);

/* The pages, what they need, and the catalog, whose number it gives; 0 if
 * it cannot be done. */
int doc_complete(Doc *doc);

/* Fails with what is wrong within, which is no fault of the user's. */
gboolean doc_fail(GError **error, const char *what);
