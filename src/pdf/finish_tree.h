/* SPDX-License-Identifier: MIT */
/* The tags become a structure tree (ISO 32000-1, 14.7). */
#pragma once

#include "pdf/finish_doc.h"

typedef struct {
    const PdfPlan *plan;
    int *tag_ids;               /* objects of the tags; 0: left out */
    char **names;               /* of the tags, no two alike; NULL: none */
    int *link_ids;              /* annotations of the links; 0: none */
    Tag *link_tags;             /* what the links are pieces of */
    GPtrArray *marks;           /* of streams_mend() */
} Tree;

/* Decides what is in the tree; borrows plan and marks.  tree_clear() also
 * after a failure. */
gboolean tree_init(Tree *tree, Doc *doc, const PdfPlan *plan,
                   GPtrArray *marks, GError **error);
void tree_clear(Tree *tree);

/* The tree and all that leads into it. */
void tree_write(const Tree *tree, Doc *doc);
