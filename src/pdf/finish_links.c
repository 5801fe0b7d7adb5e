/* SPDX-License-Identifier: MIT */
/* Links as annotations (ISO 32000-1, 12.5.6.5; ISO 14289-1, 7.18): they are
 * printed, have no border, and say what they are. */
#include "pdf/finish_links.h"

#include <string.h>

#include "pdf/finish_text.h"

void
links_put_place(Doc *doc, double height, guint page, double y)
{
    g_string_append_printf(doc->text, "[%d 0 R /XYZ 0 ",
                           doc->page_ids[MIN(page, doc->n_pages - 1)]);
    pdf_put_number(doc->text, height - y);
    g_string_append(doc->text, " null]");
}

/* Never as UTF-16: a reader takes its bytes. */
static void
links_put_uri(GString *out, const char *uri)
{
    g_string_append_c(out, '(');
    for (; *uri != '\0'; uri++) {
        if (strchr("()\\", *uri) != NULL)
            g_string_append_c(out, '\\');
        g_string_append_c(out, *uri);
    }
    g_string_append_c(out, ')');
}

static void
link_write(const Tree *tree, Doc *doc, guint i)
{
    const PdfLink *link = &tree->plan->links[i];
    const double height = tree->plan->height;

    g_string_assign(doc->text, "<< /Type /Annot /Subtype /Link /Rect ");
    pdf_put_box(doc->text, height, link->x, link->y, link->width,
                link->height);
    g_string_append_printf(doc->text,
                           " /Border [0 0 0] /F 4 /StructParent %u",
                           doc->n_pages + i);
    pdf_put_key(doc->text, "Contents", link->contents);
    if (link->uri != NULL) {
        g_string_append(doc->text, " /A << /S /URI /URI ");
        links_put_uri(doc->text, link->uri);
        g_string_append(doc->text, " >>");
    } else {
        g_string_append(doc->text, " /Dest ");
        links_put_place(doc, height, link->to_page, link->to_y);
    }
    g_string_append(doc->text, " >>");
    doc_define(doc, tree->link_ids[i], doc->text->str);
}

void
links_write(const Tree *tree, Doc *doc)
{
    const PdfPlan *plan = tree->plan;
    g_autofree GString **annots = g_new0(GString *, doc->n_pages);

    for (guint i = 0; i < plan->n_links; i++) {
        const guint page = plan->links[i].page;

        if (tree->link_ids[i] == 0)
            continue;
        link_write(tree, doc, i);
        if (annots[page] == NULL)
            annots[page] = g_string_new(" /Annots [");
        g_string_append_printf(annots[page], "%d 0 R ", tree->link_ids[i]);
    }
    for (guint i = 0; i < doc->n_pages; i++) {
        if (annots[i] == NULL)
            continue;
        g_string_append(doc->page_entries[i], annots[i]->str);
        g_string_append_c(doc->page_entries[i], ']');
        g_string_free(annots[i], TRUE);
    }
}
