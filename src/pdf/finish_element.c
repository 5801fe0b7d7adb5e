/* SPDX-License-Identifier: MIT */
/* How a tag is written as an element (ISO 32000-1, 14.7.2 to 14.7.5). */
#include "pdf/finish_element.h"

#include <string.h>

#include "pdf/finish_text.h"

/* The page that most of an element's content is on: that of its first. */
static guint
element_page(const TagElement *element)
{
    if (element->kids != NULL)
        for (guint i = 0; i < element->kids->len; i++) {
            const TagKid *kid = &g_array_index(element->kids, TagKid, i);

            if (kid->kind == TAG_KID_CONTENT)
                return kid->page;
        }
    return element->placed ? element->page : G_MAXUINT;
}

static void
put_content(Doc *doc, const TagKid *kid, guint page)
{
    if (kid->page == page)
        g_string_append_printf(doc->text, "%u ", kid->value);
    else
        g_string_append_printf(doc->text,
                               "<< /Type /MCR /Pg %d 0 R /MCID %u >> ",
                               doc->page_ids[kid->page], kid->value);
}

static void
put_link(const Tree *tree, Doc *doc, guint link)
{
    if (tree->link_ids[link] != 0)
        g_string_append_printf(doc->text,
                               "<< /Type /OBJR /Pg %d 0 R /Obj %d 0 R >> ",
                               doc->page_ids[tree->plan->links[link].page],
                               tree->link_ids[link]);
}

static void
put_kids(const Tree *tree, Doc *doc, const TagElement *element, guint page)
{
    const guint n = element->kids == NULL ? 0 : element->kids->len;

    g_string_append(doc->text, " /K [");
    for (guint i = 0; i < n; i++) {
        const TagKid *kid = &g_array_index(element->kids, TagKid, i);

        switch (kid->kind) {
        case TAG_KID_CONTENT:
            put_content(doc, kid, page);
            break;
        case TAG_KID_LINK:
            put_link(tree, doc, kid->value);
            break;
        case TAG_KID_TAG:
            if (tree->tag_ids[kid->value] != 0)
                g_string_append_printf(doc->text, "%d 0 R ",
                                       tree->tag_ids[kid->value]);
            break;
        }
    }
    g_string_append_c(doc->text, ']');
}

static void
put_attributes(Doc *doc, const TagElement *element, double height)
{
    if (!element->placed && element->attribute == NULL)
        return;
    g_string_append(doc->text, " /A [");
    if (element->attribute != NULL)
        g_string_append_printf(doc->text, "<< %s >> ", element->attribute);
    if (element->placed) {
        g_string_append(doc->text,
                        "<< /O /Layout /Placement /Block /BBox ");
        pdf_put_box(doc->text, height, element->x, element->y,
                    element->width, element->height);
        g_string_append(doc->text, " >> ");
    }
    g_string_append_c(doc->text, ']');
}

static gboolean
element_has_link(const Tree *tree, const TagElement *element)
{
    if (element->kids != NULL)
        for (guint i = 0; i < element->kids->len; i++) {
            const TagKid *kid = &g_array_index(element->kids, TagKid, i);

            if (kid->kind == TAG_KID_LINK && tree->link_ids[kid->value] != 0)
                return TRUE;
        }
    return FALSE;
}

/* A link that leads nowhere is none. */
static const char *
element_type(const Tree *tree, const TagElement *element)
{
    if (strcmp(element->type, "Link") == 0 &&
        !element_has_link(tree, element))
        return "Span";
    return element->type;
}

void
element_write(const Tree *tree, Doc *doc, Tag tag, int root)
{
    const TagElement *element = tags_element(tree->plan->tags, tag);
    const guint page = element_page(element);

    g_string_printf(doc->text, "<< /Type /StructElem /S /%s /P %d 0 R",
                    element_type(tree, element),
                    tag == 0 ? root : tree->tag_ids[element->parent]);
    if (page < doc->n_pages)
        g_string_append_printf(doc->text, " /Pg %d 0 R",
                               doc->page_ids[page]);
    put_kids(tree, doc, element, page);
    put_attributes(doc, element, tree->plan->height);
    pdf_put_key(doc->text, "Alt", element->alt);
    pdf_put_key(doc->text, "ActualText", element->actual);
    pdf_put_key(doc->text, "Lang", element->language);
    pdf_put_key(doc->text, "ID", tree->names[tag]);
    g_string_append(doc->text, " >>");
    doc_define(doc, tree->tag_ids[tag], doc->text->str);
}

typedef struct {
    char *text;                 /* as it is written */
    int id;
} Name;

/* By their bytes: "(" comes before "<", which is FEFF and more; what ends a
 * string is none of it. */
static int
name_compare(gconstpointer a, gconstpointer b)
{
    const char *one = ((const Name *) a)->text;
    const char *two = ((const Name *) b)->text;
    const gsize one_len = strlen(one) - 1, two_len = strlen(two) - 1;
    const int order = memcmp(one, two, MIN(one_len, two_len));

    return order != 0 ? order : (one_len > two_len) - (one_len < two_len);
}

static void
name_clear(gpointer name)
{
    g_free(((Name *) name)->text);
}

char *
element_names(const Tree *tree, Doc *doc)
{
    const Tags *tags = tree->plan->tags;
    g_autoptr(GArray) names = g_array_new(FALSE, FALSE, sizeof(Name));

    g_array_set_clear_func(names, name_clear);
    for (Tag tag = 0; tag < tags_count(tags); tag++) {
        Name name = { .id = tree->tag_ids[tag] };

        if (tree->names[tag] == NULL)
            continue;
        g_string_truncate(doc->text, 0);
        pdf_put_text(doc->text, tree->names[tag]);
        name.text = g_strdup(doc->text->str);
        g_array_append_val(names, name);
    }
    if (names->len == 0)
        return g_strdup("");
    g_array_sort(names, name_compare);
    g_string_assign(doc->text, "<< /Names [");
    for (guint i = 0; i < names->len; i++)
        g_string_append_printf(doc->text, "%s %d 0 R ",
                               g_array_index(names, Name, i).text,
                               g_array_index(names, Name, i).id);
    g_string_append(doc->text, "] >>");
    return g_strdup_printf("/IDTree %d 0 R ", doc_add_text(doc));
}
