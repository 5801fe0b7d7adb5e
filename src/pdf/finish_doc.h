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

/* One of Cairo's files. */
typedef struct {
    CairoFile cairo;
    int *map;                   /* Cairo's numbers -> ours; 0: not needed
                                 * so far */
    guint *named;               /* of Cairo's: the dictionary of pictures that
                                 * it was in last */
} DocFile;

/* An object of Cairo's. */
typedef struct {
    DocFile *file;
    guint number;
} DocFrom;

typedef struct {
    DocFile *files;
    guint n_files;
    GArray *wanted;             /* of DocFrom: to be copied */
    guint n_named;              /* dictionaries of pictures */
    GArray *objects;            /* of DocObject, by number; 0 is none */
    GString *texts;
    guint n_pages;
    CairoObject *pages;
    DocFile **page_files;       /* that they are in */
    int *page_ids;              /* numbers of ours */
    GString **page_entries;     /* to be added to the pages; " /Key value" */
    GString *catalog;           /* entries; the same */
    int tree;                   /* the object of the page tree */
    int info;
    GString *text;              /* for whoever builds an object */
} Doc;

/* Borrows volumes; doc_clear() also after a failure. */
gboolean doc_open(Doc *doc, const GPtrArray *volumes, GError **error);
void doc_clear(Doc *doc);

static inline const DocObject *
doc_object(const Doc *doc, guint id)
{
    return &g_array_index(doc->objects, DocObject, id);
}

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
int doc_replace(Doc *doc, DocFile *file, guint number);

/* The pages, what they need, and the catalog, whose number it gives; 0 if
 * it cannot be done. */
int doc_complete(Doc *doc);

/* Fails with what is wrong within, which is no fault of the user's. */
gboolean doc_fail(GError **error, const char *what);
