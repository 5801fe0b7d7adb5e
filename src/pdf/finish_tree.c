/* SPDX-License-Identifier: MIT */
/*
 * Decides which tags become elements.  Tags nothing was painted for are
 * left out, with all that hold nothing else; cells stay, or the rows of
 * their table would not be equally long.
 *
 * A tag comes after its parent in the array, so one walk from the end
 * settles all.
 */
#include "pdf/finish_tree.h"

#include <string.h>

#include "pdf/finish_element.h"

static const TagKid *
element_kids(const TagElement *element, guint *n)
{
    *n = element->kids == NULL ? 0 : element->kids->len;
    return *n == 0 ? NULL : (const TagKid *) element->kids->data;
}

static gboolean
content_is_there(const Tree *tree, const TagKid *kid)
{
    const GByteArray *marks;

    if (kid->page >= tree->marks->len)
        return FALSE;
    marks = g_ptr_array_index(tree->marks, kid->page);
    return kid->value < marks->len &&
        marks->data[kid->value] == MARK_CONTENT;
}

/* An annotation for every link that may be followed; whether this may. */
static gboolean
tree_take_link(Tree *tree, Doc *doc, Tag tag, guint32 number)
{
    const PdfLink *link = &tree->plan->links[number];

    if (link->page >= doc->n_pages)
        return FALSE;
    if (link->uri == NULL && link->to_page >= doc->n_pages)
        return FALSE;
    tree->link_ids[number] = doc_reserve(doc);
    tree->link_tags[number] = tag;
    return TRUE;
}

static gboolean
tree_look_at(Tree *tree, Doc *doc, Tag tag, gboolean *keep)
{
    const TagElement *element = tags_element(tree->plan->tags, tag);
    guint n;
    const TagKid *kids = element_kids(element, &n);

    *keep = *keep || tag == 0 || strcmp(element->type, "TD") == 0 ||
        strcmp(element->type, "TH") == 0;
    for (guint i = 0; i < n; i++) {
        if (kids[i].kind == TAG_KID_CONTENT) {
            if (!content_is_there(tree, &kids[i]))
                return FALSE;
            *keep = TRUE;
        } else if (kids[i].kind == TAG_KID_LINK) {
            if (kids[i].value >= tree->plan->n_links ||
                tree->link_ids[kids[i].value] != 0)
                return FALSE;
            if (tree_take_link(tree, doc, tag, kids[i].value))
                *keep = TRUE;
        }
    }
    return TRUE;
}

static gboolean
tree_decide(Tree *tree, Doc *doc, GError **error)
{
    const Tags *tags = tree->plan->tags;
    const guint n = tags_count(tags);
    g_autofree gboolean *keep = g_new0(gboolean, n);

    for (guint i = n; i-- > 0;) {
        if (!tree_look_at(tree, doc, i, &keep[i]))
            return doc_fail(error, "the tags are not as it was painted");
        if (keep[i] && i > 0)
            keep[tags_element(tags, i)->parent] = TRUE;
    }
    for (guint i = 0; i < n; i++)
        if (keep[i])
            tree->tag_ids[i] = doc_reserve(doc);
    return TRUE;
}

/* A name that was there before has the tag's number behind it. */
static void
tree_name(Tree *tree)
{
    const Tags *tags = tree->plan->tags;
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);

    for (Tag tag = 0; tag < tags_count(tags); tag++) {
        const char *id = tags_element(tags, tag)->id;

        if (id == NULL || *id == '\0' || tree->tag_ids[tag] == 0)
            continue;
        tree->names[tag] = g_hash_table_contains(seen, id) ?
            g_strdup_printf("%s.%u", id, tag) : g_strdup(id);
        g_hash_table_add(seen, tree->names[tag]);
    }
}

gboolean
tree_init(Tree *tree, Doc *doc, const PdfPlan *plan, GPtrArray *marks,
          GError **error)
{
    *tree = (Tree) {
        .plan = plan,
        .marks = marks,
        .tag_ids = g_new0(int, tags_count(plan->tags)),
        .names = g_new0(char *, tags_count(plan->tags)),
        .link_ids = g_new0(int, plan->n_links),
        .link_tags = g_new0(Tag, plan->n_links),
    };
    if (!tree_decide(tree, doc, error))
        return FALSE;
    tree_name(tree);
    return TRUE;
}

void
tree_clear(Tree *tree)
{
    if (tree->plan != NULL)
        for (Tag tag = 0; tag < tags_count(tree->plan->tags); tag++)
            g_free(tree->names[tag]);
    g_clear_pointer(&tree->names, g_free);
    g_clear_pointer(&tree->tag_ids, g_free);
    g_clear_pointer(&tree->link_ids, g_free);
    g_clear_pointer(&tree->link_tags, g_free);
}

/* Whose each piece of each page is: owners[first[page] + mcid]. */
typedef struct {
    guint *first;
    Tag *owners;
} Owners;

static Owners
owners_new(const Tree *tree)
{
    const Tags *tags = tree->plan->tags;
    Owners all = { .first = g_new0(guint, tree->marks->len + 1) };

    for (guint i = 0; i < tree->marks->len; i++)
        all.first[i + 1] = all.first[i] +
            ((const GByteArray *) g_ptr_array_index(tree->marks, i))->len;
    all.owners = g_new(Tag, all.first[tree->marks->len] + 1);
    for (guint i = 0; i < all.first[tree->marks->len]; i++)
        all.owners[i] = TAG_NONE;
    for (Tag tag = 0; tag < tags_count(tags); tag++) {
        guint n;
        const TagKid *kids = element_kids(tags_element(tags, tag), &n);

        for (guint i = 0; i < n; i++)
            if (kids[i].kind == TAG_KID_CONTENT)
                all.owners[all.first[kids[i].page] + kids[i].value] = tag;
    }
    return all;
}

static int
tree_write_page(const Tree *tree, Doc *doc, const Owners *all, guint page)
{
    g_string_assign(doc->text, "[");
    for (guint i = all->first[page]; i < all->first[page + 1]; i++)
        if (all->owners[i] == TAG_NONE)
            g_string_append(doc->text, "null ");
        else
            g_string_append_printf(doc->text, "%d 0 R ",
                                   tree->tag_ids[all->owners[i]]);
    g_string_append_c(doc->text, ']');
    return doc_add_text(doc);
}

#define LEAF_ENTRIES 64         /* of the number tree */

/* Object numbers by key, 0 for none, as a number tree. */
static int
numbers_write(Doc *doc, const int *ids, guint n)
{
    g_autoptr(GString) kids = g_string_new("<< /Kids [");

    for (guint from = 0; from < n; from += LEAF_ENTRIES) {
        const guint to = MIN(from + LEAF_ENTRIES, n);

        g_string_printf(doc->text, "<< /Limits [%u %u] /Nums [", from,
                        to - 1);
        for (guint i = from; i < to; i++)
            if (ids[i] != 0)
                g_string_append_printf(doc->text, "%u %d 0 R ", i, ids[i]);
        g_string_append(doc->text, "] >>");
        g_string_append_printf(kids, "%d 0 R ", doc_add_text(doc));
    }
    g_string_append(kids, "] >>");
    g_string_assign(doc->text, kids->str);
    return doc_add_text(doc);
}

/* Keys are pages, then links. */
static int
tree_write_parents(const Tree *tree, Doc *doc)
{
    const guint n = doc->n_pages + tree->plan->n_links;
    g_autofree int *ids = g_new0(int, n);
    Owners all = owners_new(tree);

    for (guint i = 0; i < doc->n_pages; i++)
        ids[i] = tree_write_page(tree, doc, &all, i);
    for (guint i = 0; i < tree->plan->n_links; i++)
        if (tree->link_ids[i] != 0)
            ids[doc->n_pages + i] = tree->tag_ids[tree->link_tags[i]];
    g_free(all.first);
    g_free(all.owners);
    return numbers_write(doc, ids, n);
}

void
tree_write(const Tree *tree, Doc *doc)
{
    const int root = doc_reserve(doc);
    const int parents = tree_write_parents(tree, doc);
    g_autofree char *ids = NULL;

    for (Tag tag = 0; tag < tags_count(tree->plan->tags); tag++)
        if (tree->tag_ids[tag] != 0)
            element_write(tree, doc, tag, root);
    ids = element_names(tree, doc);
    g_string_printf(doc->text, "<< /Type /StructTreeRoot /K %d 0 R "
                    "/ParentTree %d 0 R /ParentTreeNextKey %u %s>>",
                    tree->tag_ids[0], parents,
                    doc->n_pages + tree->plan->n_links, ids);
    doc_define(doc, root, doc->text->str);
    g_string_append_printf(doc->catalog, " /StructTreeRoot %d 0 R "
                           "/MarkInfo << /Marked true >>", root);
}
