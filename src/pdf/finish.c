/* SPDX-License-Identifier: MIT */
/* The order in which Cairo's file is finished. */
#include "pdf/finish.h"

#include "pdf/finish_doc.h"
#include "pdf/finish_links.h"
#include "pdf/finish_meta.h"
#include "pdf/finish_pages.h"
#include "pdf/finish_streams.h"
#include "pdf/finish_tree.h"

static gboolean
finish_structure(const PdfPlan *plan, Doc *doc, GError **error)
{
    g_autoptr(GPtrArray) marks = streams_mend(doc, plan->jobs, error);
    Tree tree = { 0 };
    gboolean done = FALSE;

    if (marks == NULL)
        return FALSE;
    if (tree_init(&tree, doc, plan, marks, error)) {
        tree_write(&tree, doc);
        links_write(&tree, doc);
        done = TRUE;
    }
    tree_clear(&tree);
    return done;
}

GBytes *
finish_pdf(GBytes *cairo, const PdfPlan *plan, GError **error)
{
    GBytes *bytes = NULL;
    Doc doc;

    if (doc_open(&doc, cairo, error)) {
        pages_mend(&doc);
        if (finish_structure(plan, &doc, error) &&
            meta_write(plan, &doc, error)) {
            outline_write(plan, &doc);
            labels_write(plan, &doc);
            bytes = doc_finish(&doc, error);
        }
    }
    doc_clear(&doc);
    return bytes;
}
