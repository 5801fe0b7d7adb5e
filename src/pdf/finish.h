/* SPDX-License-Identifier: MIT */
/*
 * Cairo's PDF becomes one that lasts (PDF/A-2a, ISO 19005-2) and that can be
 * heard (PDF/UA-1, ISO 14289-1): structure, links, outline, page labels,
 * language, metadata and colour profile are written here, from our own
 * tables; of Cairo's file only pages, fonts and pictures stay.
 */
#pragma once

#include <article2book/diag.h>

#include "pdf/tags.h"
#include "pdf/volume.h"

/* A part of a page that leads somewhere; points from the top left corner. */
typedef struct {
    guint page;
    double x, y, width, height;
    Tag tag;                    /* a "Link" */
    const char *uri;            /* as href_clean() gives it; or NULL: */
    guint to_page;              /* a place in this document */
    double to_y;
    const char *contents;       /* what it is, for those who cannot see;
                                 * never NULL */
} PdfLink;

typedef struct {
    const char *title;
    guint level;                /* from 1; at most one more than that of the
                                 * entry before */
    guint page;
    double y;
} PdfOutline;

typedef struct {
    const char *title;          /* never NULL */
    const char *const *authors; /* end with NULL; may be NULL */
    const char *subject, *publisher, *source;   /* may be NULL */
    const char *const *keywords;
    const char *language;       /* BCP 47 */
    const char *modified;       /* YYYY-MM-DDThh:mm:ssZ */
    const Tags *tags;
    const PdfLink *links;
    guint n_links;
    const PdfOutline *outline;
    guint n_outline;
    const char *const *labels;  /* of each page; NULL: numbers from 1 */
    double height;              /* of a page, points */
    gboolean rtl;               /* the book is read from right to left */
    gboolean two_sided;         /* shown as spreads */
    guint jobs;                 /* threads */
} PdfPlan;

/* volumes: array of Volume; each page is in one of them. */
GBytes *finish_pdf(const GPtrArray *volumes, const PdfPlan *plan,
                   GError **error);
