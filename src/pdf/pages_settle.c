/* SPDX-License-Identifier: MIT */
/* What all states have behind them is settled: it is built and its steps
 * are forgotten. */
#include "pdf/pages_parts.h"

#include <string.h>

static guint32
settle_best(const Pages *pages)
{
    guint32 best = pages->live[0];

    for (guint i = 1; i < pages->n_live; i++)
        if (pages_node(pages, pages->live[i])->cost <
            pages_node(pages, best)->cost)
            best = pages->live[i];
    return best;
}

/* The last step that all live states come from.  Every step comes after
 * the one it hangs on, so one walk back over all of them finds it. */
static guint32
settle_common(const Pages *pages)
{
    g_autofree guint8 *wanted = g_new0(guint8, pages->n_nodes);
    guint open = 0;
    guint32 at = 0;

    for (guint i = 0; i < pages->n_live; i++) {
        open += !wanted[pages->live[i]];
        wanted[pages->live[i]] = 1;
        at = MAX(at, pages->live[i]);
    }
    for (; open > 1; at--) {
        guint32 parent = pages_node(pages, at)->parent;

        if (!wanted[at])
            continue;
        open -= wanted[parent];
        wanted[parent] = 1;
    }
    while (!wanted[at])
        at--;
    return at;
}

/* Too much is open: of the best way the earlier half is taken as it is, and
 * what does not come from there is dropped. */
static void
settle_by_force(Pages *pages)
{
    guint32 at = settle_best(pages);
    guint32 page = pages_node(pages, at)->page;
    guint kept = 0;
    g_autofree guint8 *comes = g_new0(guint8, pages->n_nodes);

    while (at != pages->settled &&
           pages_node(pages, at)->page + PAGES_OPEN / 2 > page)
        at = pages_node(pages, at)->parent;
    comes[at] = 1;
    for (guint32 i = at + 1; i < pages->n_nodes; i++)
        comes[i] = comes[pages_node(pages, i)->parent];
    for (guint i = 0; i < pages->n_live; i++)
        if (comes[pages->live[i]])
            pages->live[kept++] = pages->live[i];
    pages->n_live = kept;
}

/* Builds all steps from the one settled to at. */
static void
settle_build(Pages *pages, guint32 at)
{
    GArray *path = pages->ids;

    g_array_set_size(path, 0);
    for (guint32 i = at; i != pages->settled;
         i = pages_node(pages, i)->parent)
        g_array_append_val(path, i);
    for (guint i = path->len; i-- > 0;) {
        const PagesNode *node =
            pages_node(pages, g_array_index(path, guint32, i));

        pages_build_step(pages, node, pages_node(pages, node->parent));
    }
    pages->settled = at;
}

/* Only what hangs on the settled step and leads to live states is kept. */
static void
settle_forget(Pages *pages)
{
    guint len = pages->n_nodes;
    g_autofree guint32 *place = g_new0(guint32, len);
    guint n = 0;

    for (guint i = 0; i < pages->n_live; i++)
        place[pages->live[i]] = 1;
    for (guint32 i = len - 1; i > pages->settled; i--)
        if (place[i])
            place[pages_node(pages, i)->parent] = 1;
    place[pages->settled] = 1;
    for (guint32 i = pages->settled; i < len; i++) {
        PagesNode *node = pages_node(pages, i);

        if (!place[i])
            continue;
        place[i] = n;
        if (i != pages->settled)
            node->parent = place[node->parent];
        *pages_node(pages, n++) = *node;
    }
    for (guint i = 0; i < pages->n_live; i++)
        pages->live[i] = place[pages->live[i]];
    pages->settled = 0;
    pages->n_nodes = n;
}

void
pages_settle(Pages *pages, gboolean all)
{
    const PagesNode *best = pages_node(pages, settle_best(pages));

    if (all) {
        pages->live[0] = settle_best(pages);
        pages->n_live = 1;
        pages->best = best->cost;
    } else if (best->page >
               pages_node(pages, pages->settled)->page + PAGES_OPEN) {
        settle_by_force(pages);
    }
    settle_build(pages, settle_common(pages));
    settle_forget(pages);
}
