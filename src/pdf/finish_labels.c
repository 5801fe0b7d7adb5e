/* SPDX-License-Identifier: MIT */
/* Page labels (ISO 32000-1, 12.4.2): a run of numbers that count up is one
 * entry; what is no number is one for itself. */
#include "pdf/finish_links.h"

#include <string.h>

#include "pdf/finish_text.h"
#include "pdf/roman.h"

typedef struct {
    char style;                 /* 'D', 'r'; 0: text */
    guint number;
} Label;

static Label
label_read(const char *text)
{
    const gsize len = strlen(text);
    Label label = { 0 };

    if (len > 0 && len < 9 && *text != '0' &&
        strspn(text, "0123456789") == len) {
        label.style = 'D';
        label.number = g_ascii_strtoull(text, NULL, 10);
    } else if ((label.number = roman_value(text)) > 0) {
        label.style = 'r';
    }
    return label;
}

static void
label_put(Doc *doc, guint page, const Label *label, const char *text)
{
    g_string_append_printf(doc->text, "%u <<", page);
    if (label->style != 0)
        g_string_append_printf(doc->text, " /S /%c /St %u", label->style,
                               label->number);
    else
        pdf_put_key(doc->text, "P", text);
    g_string_append(doc->text, " >> ");
}

void
labels_write(const PdfPlan *plan, Doc *doc)
{
    Label before = { 0 };

    if (plan->labels == NULL)
        return;
    g_string_assign(doc->text, "<< /Nums [");
    for (guint i = 0; i < doc->n_pages; i++) {
        const char *text = plan->labels[i];
        const Label label = label_read(text);

        if (label.style == 0 || label.style != before.style ||
            label.number != before.number + 1)
            label_put(doc, i, &label, text);
        before = label;
    }
    g_string_append(doc->text, "] >>");
    g_string_append_printf(doc->catalog, " /PageLabels %s", doc->text->str);
}
