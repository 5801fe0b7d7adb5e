/* SPDX-License-Identifier: MIT */
/* The order in which Cairo's file is finished. */
#include "pdf/finish.h"

#include "pdf/finish_doc.h"
#include "pdf/finish_links.h"
#include "pdf/finish_meta.h"
#include "pdf/finish_streams.h"
#include "pdf/finish_tree.h"
#include "pdf/finish_write.h"

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

static void
pages_write(Doc *doc)
{
    for (guint i = 0; i < doc->n_pages; i++)
        g_string_append_printf(doc->page_entries[i],
                               " /Tabs /S /StructParents %u", i);
}

static GBytes *
finish_doc(const PdfPlan *plan, Doc *doc, GError **error)
{
    int catalog;

    if (!finish_structure(plan, doc, error) ||
        !meta_write(plan, doc, error))
        return NULL;
    pages_write(doc);
    outline_write(plan, doc);
    labels_write(plan, doc);
    if ((catalog = doc_complete(doc)) > 0)
        return doc_write(doc, catalog, plan->jobs);
    doc_fail(error, "Cairo did not write all that its pages need");
    return NULL;
}

GBytes *
finish_pdf(const GPtrArray *volumes, const PdfPlan *plan, GError **error)
{
    GBytes *bytes = NULL;
    Doc doc;

    if (doc_open(&doc, volumes, error))
        bytes = finish_doc(plan, &doc, error);
    doc_clear(&doc);
    return bytes;
}
