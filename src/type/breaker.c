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
#define VARIANT_TOLERANCE (4 * TOLERANT)
#define VARIANTS_MOST 8

struct Breaker {
    GArray *nodes;              /* of BreakNode */
    GArray *points;             /* of guint32: of all variants, in turn */
};

Breaker *
breaker_new(void)
{
    Breaker *breaker = g_new(Breaker, 1);

    breaker->nodes = g_array_new(FALSE, FALSE, sizeof(BreakNode));
    breaker->points = g_array_new(FALSE, FALSE, sizeof(guint32));
    return breaker;
}

void
breaker_free(Breaker *breaker)
{
    if (!breaker)
        return;
    g_array_unref(breaker->nodes);
    g_array_unref(breaker->points);
    g_free(breaker);
}

static const BreakNode *
node_at(const Breaker *breaker, guint i)
{
    return &g_array_index(breaker->nodes, BreakNode, i);
}

/* The cheapest node from ends on; line: with so many lines, or 0. */
static guint
cheapest(const Breaker *breaker, guint ends, guint line)
{
    guint best = G_MAXUINT;

    for (guint i = ends; i < breaker->nodes->len; i++)
        if ((line == 0 || node_at(breaker, i)->line == line) &&
            (best == G_MAXUINT ||
             node_at(breaker, i)->total < node_at(breaker, best)->total))
            best = i;
    return best;
}

/* Appends the points of the way to node end; .points is set when all are
 * known. */
static Breaking
trace(Breaker *breaker, guint end)
{
    Breaking breaking = {
        .demerits = node_at(breaker, end)->total,
        .n_lines = node_at(breaker, end)->line,
    };
    guint first = breaker->points->len;
    guint32 *points;

    g_array_set_size(breaker->points, first + breaking.n_lines);
    points = &g_array_index(breaker->points, guint32, first);
    for (guint i = breaking.n_lines; i > 0; i--) {
        const BreakNode *node = node_at(breaker, end);

        points[i - 1] = node->point;
        breaking.overfull |= node->overfull;
        end = node->prev;
    }
    return breaking;
}

static guint
run_best(Breaker *breaker, BreakPass *pass)
{
    static const struct {
        double tolerance;
        gboolean hyphens, rescue;
    } filled[] = {
        { STRICT, FALSE, FALSE }, { TOLERANT, TRUE, FALSE },
        { INFINITY, TRUE, TRUE },
    }, balanced[] = {
        { INFINITY, FALSE, FALSE }, { INFINITY, TRUE, FALSE },
        { INFINITY, TRUE, TRUE },
    };
    guint ends = 0;

    for (guint i = 0; i < G_N_ELEMENTS(filled); i++) {
        gboolean balance = pass->shape->balance;

        pass->tolerance = (balance ? balanced : filled)[i].tolerance;
        pass->hyphens = filled[i].hyphens && pass->shape->hyphens;
        pass->rescue = filled[i].rescue;
        if (breaker_pass(pass, breaker->nodes, &ends))
            break;
    }
    return cheapest(breaker, ends, 0);
}

/* Whether a paragraph of n lines could be a line longer or shorter: all its
 * lines together must give way so far. */
static gboolean
may_vary(const BreakPass *pass, guint n)
{
    const Shaped *shaped = pass->shaped;
    const BreakShape *shape = pass->shape;
    guint32 chars = shaped->points[shaped->n_points - 1].end;
    double width = 0, stretch = 0, shrink = 0;
    double most = cbrt(VARIANT_TOLERANCE / 100);

    if (shape->balance)
        return FALSE;
    if (shape->ragged || pass->tolerance == INFINITY || chars > G_MAXUINT16)
        return TRUE;
    width = shaped->width[chars] - shaped->width[0];
    stretch = shaped->stretch[chars] - shaped->stretch[0];
    shrink = shaped->shrink[chars] - shaped->shrink[0];
    stretch += (shaped->expand[chars] - shaped->expand[0]) *
               shape->expansion;
    shrink += (shaped->expand[chars] - shaped->expand[0]) * shape->expansion;
    width += shape->indent + (double) MIN(n, shape->n_short) *
             shape->short_by;
    return width + stretch * most > (double) n * shape->measure ||
           width - shrink < (n - 1.) * shape->measure;
}

static int
compare_lines(gconstpointer a, gconstpointer b)
{
    const Breaking *first = a, *second = b;

    return first->n_lines < second->n_lines ? -1 :
           first->n_lines > second->n_lines;
}

/* Adds the cheapest numbers of lines other than those of variants[0], whose
 * demerits become those of the same pass.  Returns how many there are. */
static guint
run_variants(Breaker *breaker, BreakPass *pass, Breaking *variants)
{
    guint most = MIN(pass->shape->most_variants, VARIANTS_MOST);
    guint ends = 0, n = 1;
    guint base = variants->n_lines;
    guint same;

    pass->span = VARIANTS_MOST / 2;
    pass->tolerance = MAX(pass->tolerance, VARIANT_TOLERANCE);
    pass->hyphens = pass->shape->hyphens;
    if (!breaker_pass(pass, breaker->nodes, &ends))
        return 1;
    same = cheapest(breaker, ends, base);
    if (same != G_MAXUINT)
        variants->demerits = node_at(breaker, same)->total;
    for (guint away = 1; away <= pass->span; away++) {
        for (int side = 0; side < 2 && n < most; side++) {
            guint line = side ? base - away : base + away;
            guint end = away >= base && side ? G_MAXUINT :
                        cheapest(breaker, ends, line);

            if (end != G_MAXUINT)
                variants[n++] = trace(breaker, end);
        }
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
    if (shape->most_variants > 1 && may_vary(&pass, variants[0].n_lines))
        n = run_variants(breaker, &pass, variants);
    return pack(breaker, variants, n);
}

void
breakings_free(Breakings *breakings)
{
    g_free(breakings);
}
