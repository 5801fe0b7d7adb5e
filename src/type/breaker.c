/* SPDX-License-Identifier: MIT */
/*
 * Which lines a paragraph has: first without dividing words, then with, then
 * at any price; and what it costs to have more lines or fewer (F. Mittelbach,
 * A General Framework for Globally Optimized Pagination, 2016).
 */
#include "type/breaker_pass.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define STRICT 100
#define TOLERANT 200
#define LOOSE 3200              /* saves to look at hopeless lines */
#define VARIANT_TOLERANCE (4. * TOLERANT)
#define VARIANTS_MOST 8
#define VARIED_LINES 200        /* longer paragraphs stay as they are */
#define KEEP_NEAR 8             /* lines: where they are not equally long,
                                 * ways so far apart are told apart */

struct Breaker {
    BreakTrail trail;
    GArray *points;             /* of guint32: of all variants, in turn */
};

Breaker *
breaker_new(void)
{
    Breaker *breaker = g_new0(Breaker, 1);

    breaker->points = g_array_new(FALSE, FALSE, sizeof(guint32));
    return breaker;
}

void
breaker_free(Breaker *breaker)
{
    if (!breaker)
        return;
    g_free(breaker->trail.nodes);
    g_free(breaker->trail.begins);
    g_array_unref(breaker->points);
    g_free(breaker);
}

/* The cheapest node that ends the paragraph; line: of those with so many
 * lines, or 0.  NULL if there is none. */
static const BreakNode *
cheapest(const Breaker *breaker, guint line)
{
    const BreakTrail *trail = &breaker->trail;
    const BreakBegin *ends = &trail->begins[trail->n_begins - 1];
    const BreakNode *best = NULL;

    for (guint i = 0; i < ends->n_nodes; i++) {
        const BreakNode *node = &trail->nodes[ends->node + i];

        if ((line == 0 || node->line == line) &&
            (!best || node->total < best->total))
            best = node;
    }
    return best;
}

/* Appends the points of the way to node end; .points is set when all are
 * known. */
static Breaking
trace(Breaker *breaker, const BreakNode *end)
{
    Breaking breaking = {
        .demerits = end->total,
        .n_lines = end->line,
    };
    guint first = breaker->points->len;
    guint32 *points;

    g_array_set_size(breaker->points, first + breaking.n_lines);
    points = &g_array_index(breaker->points, guint32, first);
    for (guint i = breaking.n_lines; i > 0; i--) {
        points[i - 1] = end->point;
        breaking.overfull |= end->overfull;
        end = &breaker->trail.nodes[end->prev];
    }
    return breaking;
}

/* Sets pass to what was found good enough. */
static const BreakNode *
run_best(Breaker *breaker, BreakPass *pass)
{
    static const struct {
        double tolerance;
        gboolean hyphens, rescue;
    } passes[] = {
        { STRICT, FALSE, FALSE }, { TOLERANT, TRUE, FALSE },
        { LOOSE, TRUE, FALSE }, { INFINITY, TRUE, TRUE },
    };
    gboolean balance = pass->shape->balance;

    pass->less = pass->more = KEEP_NEAR;
    for (guint i = 0; i < G_N_ELEMENTS(passes); i++) {
        pass->tolerance = balance ? INFINITY : passes[i].tolerance;
        pass->hyphens = passes[i].hyphens && pass->shape->hyphens;
        pass->rescue = passes[i].rescue;
        if (breaker_pass(pass, &breaker->trail))
            break;
    }
    return cheapest(breaker, 0);
}

/* Sets in pass how many lines more or less than n the paragraph could have:
 * all its lines together must give way so far.  FALSE if none. */
static gboolean
may_vary(BreakPass *pass, guint n)
{
    const Shaped *shaped = pass->shaped;
    const BreakShape *shape = pass->shape;
    guint32 chars = shaped->points[shaped->n_points - 1].end;
    double measure = shape->measure;
    double most = cbrt(VARIANT_TOLERANCE / 100);
    double width, stretch, shrink, expand, away;

    pass->less = pass->more = (shape->most_variants + 1) / 2;
    if (shape->balance || shape->most_variants < 2 || n > VARIED_LINES)
        return FALSE;
    if (shape->ragged || pass->tolerance > VARIANT_TOLERANCE)
        return TRUE;
    expand = (shaped->expand[chars] - shaped->expand[0]) * shape->expansion;
    width = shaped->width[chars] - shaped->width[0] + shape->indent +
            (double) MIN(n, shape->n_short) * shape->short_by;
    stretch = shaped->stretch[chars] - shaped->stretch[0] + expand;
    shrink = shaped->shrink[chars] - shaped->shrink[0] + expand;
    width = MAX(width, 1);
    away = (1 + stretch * most / width) * (width - measure / 10) / measure;
    pass->more = CLAMP(floor(away) - n + 1, 0, pass->more);
    away = n - ceil((width - shrink) / measure);
    pass->less = CLAMP(away, 0, pass->less);
    return pass->more > 0 || pass->less > 0;
}

static int
compare_lines(gconstpointer a, gconstpointer b)
{
    const Breaking *first = a, *second = b;

    return first->n_lines < second->n_lines ? -1 :
           first->n_lines > second->n_lines;
}

/* Adds the nearest numbers of lines other than those of variants[0], whose
 * demerits become those of the same pass.  Returns how many there are. */
static guint
run_variants(Breaker *breaker, BreakPass *pass, Breaking *variants)
{
    guint most = MIN(pass->shape->most_variants, VARIANTS_MOST);
    guint base = variants->n_lines, n = 1;
    const BreakNode *node;

    pass->apart = TRUE;
    pass->rescue = FALSE;
    pass->tolerance = MAX(pass->tolerance, VARIANT_TOLERANCE);
    pass->hyphens = pass->shape->hyphens;
    if (!breaker_pass(pass, &breaker->trail))
        return 1;
    node = cheapest(breaker, base);
    if (node)
        variants->demerits = node->total;
    for (guint away = 1; away < VARIANTS_MOST; away++) {
        node = cheapest(breaker, base + away);
        if (node && n < most)
            variants[n++] = trace(breaker, node);
        node = away < base ? cheapest(breaker, base - away) : NULL;
        if (node && n < most)
            variants[n++] = trace(breaker, node);
    }
    return n;
}

/* One block of memory for all. */
static Breakings *
pack(const Breaker *breaker, const Breaking *variants, guint n)
{
    gsize head = sizeof(Breakings) + n * sizeof(Breaking);
    gsize size = breaker->points->len * sizeof(guint32);
    Breakings *breakings = g_malloc(head + size);
    guint32 *points = (guint32 *) ((char *) breakings + head);
    guint best = variants[0].n_lines;

    memcpy(points, breaker->points->data, size);
    breakings->variants = (Breaking *) (breakings + 1);
    breakings->n_variants = n;
    for (guint i = 0; i < n; i++) {
        breakings->variants[i] = variants[i];
        breakings->variants[i].points = points;
        points += variants[i].n_lines;
    }
    qsort(breakings->variants, n, sizeof(Breaking), compare_lines);
    for (guint i = 0; i < n; i++)
        if (breakings->variants[i].n_lines == best)
            breakings->best = i;
    return breakings;
}

Breakings *
breaker_run(Breaker *breaker, const Shaped *shaped, const BreakShape *shape)
{
    BreakPass pass = { .shaped = shaped, .shape = shape };
    Breaking variants[VARIANTS_MOST];
    guint n = 1;

    g_array_set_size(breaker->points, 0);
    variants[0] = trace(breaker, run_best(breaker, &pass));
    if (may_vary(&pass, variants[0].n_lines))
        n = run_variants(breaker, &pass, variants);
    return pack(breaker, variants, n);
}

void
breakings_free(Breakings *breakings)
{
    g_free(breakings);
}
