/* SPDX-License-Identifier: MIT */
/*
 * The cheapest ways to every point of a paragraph (Knuth and Plass, 1981).
 *
 * Nodes are kept in the order of their points, so that those from which a
 * line can still end here are the last of them: a window whose head moves on
 * as lines grow too long, and which is left as soon as lines are too short.
 * What a point costs so depends on the length of a line only.
 */
#include "type/breaker_pass.h"

#include <math.h>

#define LINE_PENALTY 10
#define MISMATCH 10000.         /* a tight line beside a loose one */
#define DOUBLE_HYPHEN 10000.
#define THIRD_HYPHEN 1e16       /* more than any loose line costs */
#define FINAL_HYPHEN 10000.     /* before a last line */
#define RUNT 20000.
#define RUNT_PART .13           /* of the measure */
#define RAGGED_PART .2          /* of a line that may stay empty */
#define RAGGED_HYPHEN 100       /* more than the point's own penalty */
#define BALANCE_LINE 1e10       /* least lines, then the best */
#define LEAST_STRETCH (1. / 64) /* of a line: bounds its ratio */
#define SLACK 32                /* UNITs; measures are rounded */
#define MOST_CHARS 16384        /* more on a line: sums have no meaning */
#define FORBIDDEN 10000         /* penalty, as TeX's */

enum { FITS = 4, SLOTS = 2 * FITS, KEYS = 32 };

typedef struct {
    double total;
    guint32 prev;
} Candidate;

/* What is known of the point that is looked at. */
typedef struct {
    const BreakPoint *point;
    guint32 width, stretch, shrink, expand;     /* sums up to it */
    gboolean last;              /* the line need not be full */
    gboolean end;
} Target;

/* A line from a node to the target. */
typedef struct {
    gint32 width;
    double ratio;
    gboolean overfull;
    gboolean hopeless;          /* too short, and so are all that begin
                                 * later */
} Try;

typedef struct {
    const BreakPass *pass;
    GArray *nodes;
    guint head;                 /* of the window */
    guint easy;                 /* lines from here on are equally long */
    gint32 least_length;
    gint32 runt;
    double most_ratio;
    guint32 used;               /* bit k: candidates[k] are set */
    guint32 lines[KEYS];
    Candidate candidates[KEYS][SLOTS];
} Walk;

gint32
breaker_length(const BreakShape *shape, guint line)
{
    gint32 length = shape->measure;

    if (line == 0)
        length -= shape->indent;
    if (line < shape->n_short)
        length -= shape->short_by;
    return MAX(length, UNIT);
}

static gboolean
must_end(const BreakPoint *point)
{
    return point->kind == BREAK_FORCED || point->kind == BREAK_END;
}

static Target
walk_target(const Walk *walk, guint p)
{
    const Shaped *shaped = walk->pass->shaped;
    const BreakShape *shape = walk->pass->shape;
    const BreakPoint *point = &shaped->points[p];
    guint32 hang = shape->protrude && !shape->ragged ? point->hang : 0;

    return (Target) {
        .point = point,
        .width = (guint32) shaped->width[point->end] + point->pre - hang,
        .stretch = shaped->stretch[point->end],
        .shrink = shaped->shrink[point->end],
        .expand = shaped->expand[point->end],
        .last = point->kind == BREAK_FORCED ||
                (point->kind == BREAK_END && !shape->balance),
        .end = point->kind == BREAK_END,
    };
}

/* How well a line from node to target fills length. */
static Try
walk_try(const Walk *walk, const BreakNode *node, const Target *target,
         gint32 length)
{
    const BreakShape *shape = walk->pass->shape;
    gint32 width = target->width - node->width;
    double expand = (gint32) (target->expand - node->expand) *
                    shape->expansion;
    double give;

    if (target->point->end > node->next + MOST_CHARS)
        return (Try) { .width = G_MAXINT32, .overfull = TRUE };
    if (width > length) {
        give = shape->ragged ? SLACK : SLACK + expand +
               (gint32) (target->shrink - node->shrink);
        return (Try) { width, -(width - length) / give,
                       width - length > give, FALSE };
    }
    if (target->last)
        return (Try) { .width = width };
    give = shape->ragged ? length * RAGGED_PART :
           expand + (gint32) (target->stretch - node->stretch);
    give = MAX(give, length * LEAST_STRETCH);
    return (Try) { width, (length - width) / give, FALSE,
                   walk->least_length - width - length / 16 >
                   give * walk->most_ratio };
}

static guint
fit_of(double ratio)
{
    return ratio < -.5 ? 0 : ratio <= .5 ? 1 : ratio <= 1 ? 2 : 3;
}

static double
walk_demerits(const Walk *walk, const BreakNode *node, const Target *target,
              const Try *try)
{
    const BreakShape *shape = walk->pass->shape;
    const BreakPoint *point = target->point;
    double badness = 100 * fabs(try->ratio * try->ratio * try->ratio);
    double demerits = (LINE_PENALTY + badness) * (LINE_PENALTY + badness);
    double penalty = must_end(point) ? 0 : point->penalty;

    if (shape->ragged && point->kind == BREAK_HYPHEN)
        penalty += RAGGED_HYPHEN;
    demerits += penalty * fabs(penalty);
    if (shape->balance)
        demerits += BALANCE_LINE;
    if (node->run > 0 && point->flagged)
        demerits += node->run > 1 ? THIRD_HYPHEN : DOUBLE_HYPHEN;
    if (node->run > 0 && target->end)
        demerits += FINAL_HYPHEN;
    if (node->line == 0)
        return demerits;
    if (target->end && try->width < walk->runt)
        demerits += RUNT;
    if (ABS((int) fit_of(try->ratio) - node->fit) > 1)
        demerits += MISMATCH;
    return demerits;
}

static void
walk_consider(Walk *walk, guint i, const Target *target, const Try *try)
{
    const BreakPass *pass = walk->pass;
    const BreakNode *node = &g_array_index(walk->nodes, BreakNode, i);
    guint line = node->line + 1;
    guint key = (pass->span ? line : MIN(line, walk->easy)) % KEYS;
    guint slot = fit_of(try->ratio);
    double total = node->total + walk_demerits(walk, node, target, try);

    if (node->run > 1 && target->point->flagged &&
        (pass->span || !pass->rescue))
        return;
    if (node->run > 0 && target->point->flagged)
        slot += FITS;
    if (!(walk->used >> key & 1)) {
        walk->used |= 1u << key;
        walk->lines[key] = line;
        for (int s = 0; s < SLOTS; s++)
            walk->candidates[key][s].total = INFINITY;
    }
    if (total < walk->candidates[key][slot].total)
        walk->candidates[key][slot] = (Candidate) { total, i };
}

static double
least_of(const Candidate *candidates, int from, int to)
{
    double least = INFINITY;

    for (int s = from; s < to; s++)
        least = MIN(least, candidates[s].total);
    return least;
}

static void
walk_add(Walk *walk, guint p, const Candidate *candidate, guint slot,
         gboolean overfull)
{
    const Shaped *shaped = walk->pass->shaped;
    const BreakPoint *point = &shaped->points[p];
    guint32 hang = walk->pass->shape->protrude ? point->hang_next : 0;
    const BreakNode *prev = &g_array_index(walk->nodes, BreakNode,
                                           candidate->prev);
    BreakNode node = {
        .total = candidate->total,
        .prev = candidate->prev,
        .point = p,
        .line = prev->line + 1,
        .next = point->next,
        .width = (guint32) shaped->width[point->next] - point->post + hang,
        .stretch = shaped->stretch[point->next],
        .shrink = shaped->shrink[point->next],
        .expand = shaped->expand[point->next],
        .fit = slot % FITS,
        .run = !point->flagged ? 0 : slot < FITS ? 1 : 2,
        .overfull = overfull,
    };

    g_array_append_val(walk->nodes, node);
}

/* Makes nodes of what can still win: a class that is dearer than another by
 * more than a mismatch cannot. */
static void
walk_commit(Walk *walk, guint p, gboolean overfull)
{
    double best = INFINITY;
    gint64 base = 0;
    guint span = walk->pass->span ? walk->pass->span : KEYS / 4;

    for (guint32 left = walk->used; left; left &= left - 1) {
        int key = g_bit_nth_lsf(left, -1);
        double least = least_of(walk->candidates[key], 0, SLOTS);

        if (least < best) {
            best = least;
            base = walk->lines[key];
        }
    }
    for (guint32 left = walk->used; left; left &= left - 1) {
        int key = g_bit_nth_lsf(left, -1);
        const Candidate *candidates = walk->candidates[key];
        double least = least_of(candidates, 0, FITS);

        if (ABS(walk->lines[key] - base) > span)
            continue;
        if (least == INFINITY)
            least = least_of(candidates, FITS, SLOTS);
        for (int s = 0; s < SLOTS; s++)
            if (candidates[s].total < least + MISMATCH)
                walk_add(walk, p, &candidates[s], s, overfull);
    }
}

/* Tries all lines that end at target; returns whether one that is not too
 * long remains for points to come. */
static gboolean
walk_window(Walk *walk, const Target *target)
{
    guint n = walk->nodes->len;
    gboolean alive = FALSE;
    guint32 point = 0;
    gint32 length = -1;
    Try try = { 0 };

    for (guint i = walk->head; i < n; i++) {
        const BreakNode *node = &g_array_index(walk->nodes, BreakNode, i);
        gint32 wanted = breaker_length(walk->pass->shape, node->line);

        if (node->point != point || wanted != length)
            try = walk_try(walk, node, target, wanted);
        point = node->point;
        length = wanted;
        if (try.overfull) {
            walk->head += i == walk->head;
            continue;
        }
        alive = TRUE;
        if (try.ratio <= walk->most_ratio)
            walk_consider(walk, i, target, &try);
        else if (try.hopeless)
            break;
    }
    return alive;
}

/* Lets lines from the last point that can be reached be too long. */
static void
walk_rescue(Walk *walk, const Target *target)
{
    const BreakNode *nodes = (const BreakNode *) walk->nodes->data;
    guint last = walk->nodes->len - 1;
    Try try = { .width = G_MAXINT32, .ratio = -1 };

    for (guint i = last; nodes[i].point == nodes[last].point; i--) {
        walk_consider(walk, i, target, &try);
        if (i == 0)
            break;
    }
}

static gboolean
walk_point(Walk *walk, guint p)
{
    Target target = walk_target(walk, p);
    guint n = walk->nodes->len;
    gboolean overfull = FALSE;
    gboolean closed;

    walk->used = 0;
    closed = !walk_window(walk, &target) || must_end(target.point);
    if (closed && walk->used == 0) {
        if (!walk->pass->rescue)
            return FALSE;
        overfull = TRUE;
        walk_rescue(walk, &target);
        if (walk->used == 0)
            return FALSE;
    }
    if (closed)
        walk->head = n;
    walk_commit(walk, p, overfull);
    return TRUE;
}

static void
walk_init(Walk *walk, const BreakPass *pass, GArray *nodes)
{
    const Shaped *shaped = pass->shaped;
    const BreakShape *shape = pass->shape;
    BreakNode start = {
        .point = BREAK_START,
        .width = (guint32) shaped->width[0] +
                 (shape->protrude ? shaped->hang_first : 0),
        .stretch = shaped->stretch[0],
        .shrink = shaped->shrink[0],
        .expand = shaped->expand[0],
        .fit = 1,
    };

    walk->pass = pass;
    walk->nodes = nodes;
    walk->head = 0;
    walk->easy = MAX(shape->n_short, 1);
    walk->least_length = MIN(breaker_length(shape, walk->easy - 1),
                             breaker_length(shape, walk->easy));
    walk->least_length = MIN(walk->least_length, breaker_length(shape, 0));
    walk->runt = MAX(shape->measure * RUNT_PART, shape->indent);
    walk->most_ratio = cbrt(pass->tolerance / 100);
    g_array_set_size(nodes, 0);
    g_array_append_val(nodes, start);
}

gboolean
breaker_pass(const BreakPass *pass, GArray *nodes, guint *ends)
{
    const Shaped *shaped = pass->shaped;
    Walk walk;

    walk_init(&walk, pass, nodes);
    for (guint p = 0; p < shaped->n_points; p++) {
        const BreakPoint *point = &shaped->points[p];

        *ends = nodes->len;
        if ((point->kind == BREAK_HYPHEN && !pass->hyphens) ||
            (point->penalty >= FORBIDDEN && !must_end(point)))
            continue;
        if (!walk_point(&walk, p))
            return FALSE;
    }
    return TRUE;
}
