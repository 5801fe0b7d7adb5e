/* SPDX-License-Identifier: MIT */
/* Decides what of Cairo's page dictionaries is changed: reading order for
 * the tabulator, numbers of the parent tree, and how glyphs of TrueType
 * fonts are found (ISO 19005-2, 6.2.11.3.2). */
#include "pdf/finish_pages.h"

static void
descendant_mend(Doc *doc, qpdf_oh font)
{
    const qpdf_oh type = qpdf_oh_get_key(doc->qpdf, font, "/Subtype");
    const char *pdf;

    if (!qpdf_oh_is_name_and_equals(doc->qpdf, type, "/CIDFontType2") ||
        qpdf_oh_has_key(doc->qpdf, font, "/CIDToGIDMap"))
        return;
    qpdf_oh_replace_key(doc->qpdf, font, "/CIDToGIDMap",
                        qpdf_oh_new_name(doc->qpdf, "/Identity"));
    pdf = qpdf_oh_unparse_resolved(doc->qpdf, font);
    doc_define(doc, qpdf_oh_get_object_id(doc->qpdf, font), pdf);
}

static void
font_mend(Doc *doc, qpdf_oh font)
{
    const qpdf_oh kids = qpdf_oh_get_key(doc->qpdf, font,
                                         "/DescendantFonts");
    const int n = qpdf_oh_is_array(doc->qpdf, kids) ?
        qpdf_oh_get_array_n_items(doc->qpdf, kids) : 0;

    for (int i = 0; i < n; i++)
        descendant_mend(doc, qpdf_oh_get_array_item(doc->qpdf, kids, i));
}

/* Fonts that are used on a page and were not met before (seen: numbers of
 * objects). */
static void
page_mend_fonts(Doc *doc, qpdf_oh page, GHashTable *seen)
{
    const qpdf_oh resources = qpdf_oh_get_key(doc->qpdf, page,
                                              "/Resources");
    const qpdf_oh fonts = qpdf_oh_get_key_if_dict(doc->qpdf, resources,
                                                  "/Font");

    if (qpdf_oh_is_dictionary(doc->qpdf, fonts))
        for (qpdf_oh_begin_dict_key_iter(doc->qpdf, fonts);
             qpdf_oh_dict_more_keys(doc->qpdf);) {
            const char *key = qpdf_oh_dict_next_key(doc->qpdf);
            const qpdf_oh font = qpdf_oh_get_key(doc->qpdf, fonts, key);
            const int id = qpdf_oh_get_object_id(doc->qpdf, font);

            if (g_hash_table_add(seen, GINT_TO_POINTER(id)))
                font_mend(doc, font);
            qpdf_oh_release(doc->qpdf, font);
        }
    qpdf_oh_release(doc->qpdf, fonts);
    qpdf_oh_release(doc->qpdf, resources);
}

void
pages_mend(Doc *doc)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);

    for (guint i = 0; i < doc->n_pages; i++) {
        page_mend_fonts(doc, doc->pages[i], seen);
        qpdf_oh_remove_key(doc->qpdf, doc->pages[i], "/StructParents");
        g_string_append_printf(doc->page_entries[i],
                               " /Tabs /S /StructParents %u", i);
    }
}
