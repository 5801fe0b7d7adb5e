/* SPDX-License-Identifier: MIT */
/* The outline (ISO 32000-1, 12.3.3): entries of the first level are shown,
 * those below only if there is just one of the first. */
#include "pdf/finish_links.h"

#include "pdf/finish_text.h"

#define NO_ENTRY G_MAXUINT

typedef struct {
    int id;
    guint parent, previous, next, first, last, n_below;
    guint level;
} Entry;

typedef struct {
    Entry *entries;
    guint n;
    guint first, last, n_top;   /* of the first level */
} Outline;

/* Hangs entry i behind its elder sisters; last is the one before it. */
static void
outline_hang(Outline *outline, guint i, guint last)
{
    Entry *entries = outline->entries;
    guint *parent_first, *parent_last;

    while (last != NO_ENTRY && entries[last].level >= entries[i].level)
        last = entries[last].parent;
    entries[i].parent = last;
    parent_first = last == NO_ENTRY ? &outline->first : &entries[last].first;
    parent_last = last == NO_ENTRY ? &outline->last : &entries[last].last;
    entries[i].previous = *parent_last;
    if (*parent_last == NO_ENTRY)
        *parent_first = i;
    else
        entries[*parent_last].next = i;
    *parent_last = i;
    if (last == NO_ENTRY)
        outline->n_top++;
    else
        entries[last].n_below++;
}

static void
put_entry(Doc *doc, const Outline *outline, const char *key, guint entry)
{
    if (entry != NO_ENTRY)
        g_string_append_printf(doc->text, " /%s %d 0 R", key,
                               outline->entries[entry].id);
}

/* /Count is negative where what is below is hidden. */
static void
entry_write(const PdfPlan *plan, Doc *doc, const Outline *outline, guint i,
            int root)
{
    const Entry *entry = &outline->entries[i];

    g_string_printf(doc->text, "<< /Parent %d 0 R",
                    entry->parent == NO_ENTRY ? root :
                    outline->entries[entry->parent].id);
    g_string_append(doc->text, " /Title ");
    pdf_put_text(doc->text, plan->outline[i].title);
    put_entry(doc, outline, "Prev", entry->previous);
    put_entry(doc, outline, "Next", entry->next);
    put_entry(doc, outline, "First", entry->first);
    put_entry(doc, outline, "Last", entry->last);
    if (entry->n_below > 0)
        g_string_append_printf(doc->text, " /Count %s%u",
                               outline->n_top == 1 &&
                               entry->parent == NO_ENTRY ? "" : "-",
                               entry->n_below);
    g_string_append(doc->text, " /Dest ");
    links_put_place(doc, plan->height, plan->outline[i].page,
                    plan->outline[i].y);
    g_string_append(doc->text, " >>");
    doc_define(doc, entry->id, doc->text->str);
}

void
outline_write(const PdfPlan *plan, Doc *doc)
{
    g_autofree Entry *entries = g_new(Entry, plan->n_outline);
    Outline outline = { .entries = entries, .n = plan->n_outline,
                        .first = NO_ENTRY, .last = NO_ENTRY };
    guint shown;
    int root;

    if (plan->n_outline == 0)
        return;
    root = doc_reserve(doc);
    for (guint i = 0; i < outline.n; i++) {
        entries[i] = (Entry) {
            .id = doc_reserve(doc), .level = plan->outline[i].level,
            .parent = NO_ENTRY, .previous = NO_ENTRY, .next = NO_ENTRY,
            .first = NO_ENTRY, .last = NO_ENTRY,
        };
        outline_hang(&outline, i, i == 0 ? NO_ENTRY : i - 1);
    }
    for (guint i = 0; i < outline.n; i++)
        entry_write(plan, doc, &outline, i, root);
    shown = outline.n_top == 1 ? 1 + entries[outline.first].n_below :
        outline.n_top;
    g_string_printf(doc->text, "<< /Type /Outlines /Count %u", shown);
    put_entry(doc, &outline, "First", outline.first);
    put_entry(doc, &outline, "Last", outline.last);
    g_string_append(doc->text, " >>");
    doc_define(doc, root, doc->text->str);
    g_string_append_printf(doc->catalog, " /Outlines %d 0 R", root);
}
