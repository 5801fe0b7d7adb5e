/* SPDX-License-Identifier: MIT */
/*
 * The cheapest ways to every point of a paragraph (Knuth and Plass, 1981).
 *
 * Where lines can begin is kept in order, so that those from which a line
 * can still end here are the last: a window whose head moves on as lines grow
 * too long, and which is left as soon as lines are too short.  So what a
 * point costs depends on the length of a line, not of the paragraph.
 */
#include "type/breaker_pass.h"

#include <math.h>

#define LINE_PENALTY 10
#define MISMATCH 10000.         /* a tight line beside a loose one */
#define DOUBLE_HYPHEN 10000.
#define THIRD_HYPHEN 1e16       /* more than any loose line costs */
#define FINAL_HYPHEN 50000.     /* before a last line */
#define RUNT 40000.
#define RUNT_PART .13           /* of the measure */
#define RAGGED_PART .2          /* of a line that may stay empty */
#define RAGGED_HYPHEN 100       /* more than the point's own penalty */
#define BALANCED_HYPHEN 600     /* the same, also of hyphens and dashes that
                                 * were there: of a title */
#define LONE 2                  /* characters: a sign and its full stop are
                                 * no last line, */
#define LONE_TOLERANCE 1000     /* unless lines would be worse than this, */
#define LONE_LINE 1e6           /* or it would cost more */
#define BALANCE_LINE 1e10       /* least lines, then the best */
#define LEAST_STRETCH (1. / 64) /* of a line: bounds its ratio */
#define SLACK 32                /* UNITs; measures are rounded */
#define MOST_CHARS 16384        /* more on a line: sums have no meaning */
#define MOST_STRETCH .7         /* of a line's width: no line has more */
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

/* A line that ends at the target. */
typedef struct {
    gint32 width;
    double ratio;
    double demerits;            /* whatever comes before it */
    guint fit;
    gboolean lone;              /* a last line of a sign or two */
} Try;

typedef enum { TRY_FITS, TRY_LONG, TRY_SHORT, TRY_HOPELESS } Tried;

typedef struct {
    const BreakPass *pass;
    BreakTrail *trail;
    guint head;                 /* of the window */
    guint easy;                 /* lines from here on are equally long */
    gint32 length;              /* of those */
    gint32 least_length;        /* of all */
    gint32 runt;
    gint32 far;                 /* no line that is worth a look is shorter */
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

/* How well a line from begin to target fills length. */
static inline Tried
walk_try(const Walk *walk, const BreakBegin *begin, const Target *target,
         gint32 length, Try *try)
{
    const BreakShape *shape = walk->pass->shape;
    gint32 width = target->width - begin->width;
    double expand = (gint32) (target->expand - begin->expand) *
                    shape->expansion;
    double give;

    if (target->point->end > begin->next + MOST_CHARS)
        return TRY_LONG;
    try->width = width;
    try->ratio = 0;
    if (width > length) {
        give = shape->ragged ? SLACK : SLACK + expand +
               (gint32) (target->shrink - begin->shrink);
        try->ratio = (length - width) / give;
        return try->ratio < -1 ? TRY_LONG : TRY_FITS;
    }
    if (target->last)
        return TRY_FITS;
    give = shape->ragged ? length * RAGGED_PART :
           expand + (gint32) (target->stretch - begin->stretch);
    give = MAX(give, length * LEAST_STRETCH);
    if (length - width <= give * walk->most_ratio) {
        try->ratio = (length - width) / give;
        return TRY_FITS;
    }
    return walk->least_length - width - length / 16 >
           give * walk->most_ratio ? TRY_HOPELESS : TRY_SHORT;
}

static void
walk_judge(const Walk *walk, const Target *target, Try *try)
{
    const BreakShape *shape = walk->pass->shape;
    const BreakPoint *point = target->point;
    double ratio = try->ratio;
    double part = LINE_PENALTY + 100 * fabs(ratio * ratio * ratio);
    double penalty = must_end(point) ? 0 : point->penalty;

    if (shape->ragged && point->kind == BREAK_HYPHEN)
        penalty += RAGGED_HYPHEN;
    if (shape->balance && penalty > 0)
        penalty += BALANCED_HYPHEN;
    try->fit = ratio < -.5 ? 0 : ratio <= .5 ? 1 : ratio <= 1 ? 2 : 3;
    try->demerits = part * part + penalty * fabs(penalty) +
                    (shape->balance ? BALANCE_LINE : 0) +
                    (try->lone ? LONE_LINE : 0);
}

static gboolean
is_lone(const Walk *walk, const BreakBegin *begin, const Target *target)
{
    guint32 before = walk->trail->nodes[begin->node].point;

    return target->end && target->point->end - begin->next <= LONE &&
           before != BREAK_START &&
           walk->pass->shaped->points[before].kind != BREAK_FORCED;
}

/* What a line costs because of the one before it. */
static inline double
walk_neighbour(const Walk *walk, const BreakNode *node, const Target *target,
               const Try *try)
{
    double demerits = 0;

    if (node->run > 0 && target->point->flagged)
        demerits += node->run > 1 ? THIRD_HYPHEN : DOUBLE_HYPHEN;
    if (node->run > 0 && target->end)
        demerits += FINAL_HYPHEN;
    if (node->line > 0 && target->end && try->width < walk->runt)
        demerits += RUNT;
    if (node->line > 0 && ABS((int) try->fit - node->fit) > 1)
        demerits += MISMATCH;
    return demerits;
}

static inline void
walk_consider(Walk *walk, guint i, const Target *target, const Try *try)
{
    const BreakPass *pass = walk->pass;
    const BreakNode *node = &walk->trail->nodes[i];
    guint line = node->line + 1;
    guint key = (pass->apart ? line : MIN(line, walk->easy)) % KEYS;
    guint slot = try->fit;
    double total = node->total + try->demerits +
                   walk_neighbour(walk, node, target, try);

    if (node->run > 1 && target->point->flagged &&
        (pass->apart || !pass->rescue))
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

/* Tries all lines from begin to target. */
static inline Tried
walk_begin(Walk *walk, const BreakBegin *begin, const Target *target)
{
    Tried tried = TRY_LONG, all = TRY_LONG;
    gint32 length = -1;
    Try try = { .lone = is_lone(walk, begin, target) };

    if (try.lone && walk->pass->tolerance < LONE_TOLERANCE)
        return TRY_SHORT;

    for (guint i = begin->node; i < begin->node + begin->n_nodes; i++) {
        guint line = walk->trail->nodes[i].line;
        gint32 wanted = line >= walk->easy ? walk->length :
                        breaker_length(walk->pass->shape, line);

        if (wanted != length) {
            tried = walk_try(walk, begin, target, wanted, &try);
            if (tried == TRY_FITS)
                walk_judge(walk, target, &try);
            length = wanted;
        }
        if (tried == TRY_FITS)
            walk_consider(walk, i, target, &try);
        all = all == TRY_LONG ? tried : MIN(all, tried);
    }
    return all;
}

/* Tries all lines that end at target; FALSE if all of them are too long. */
static gboolean
walk_window(Walk *walk, const Target *target)
{
    BreakTrail *trail = walk->trail;
    gboolean alive = FALSE;

    for (guint b = walk->head; b < trail->n_begins; b++) {
        switch (walk_begin(walk, &trail->begins[b], target)) {
        case TRY_LONG:
            walk->head += b == walk->head;
            break;
        case TRY_HOPELESS:
            return TRUE;
        case TRY_SHORT:
        case TRY_FITS:
            alive = TRUE;
            break;
        }
    }
    return alive;
}

/* Lets lines from the last point that can be reached be too long. */
static void
walk_rescue(Walk *walk, const Target *target)
{
    const BreakTrail *trail = walk->trail;
    const BreakBegin *begin = &trail->begins[trail->n_begins - 1];
    Try try = { .width = G_MAXINT32, .ratio = -1 };

    walk_judge(walk, target, &try);
    for (guint i = 0; i < begin->n_nodes; i++)
        walk_consider(walk, begin->node + i, target, &try);
}

static double
least_of(const Candidate *candidates, int from, int to)
{
    double least = INFINITY;

    for (int s = from; s < to; s++)
        least = MIN(least, candidates[s].total);
    return least;
}

static BreakBegin *
trail_begin(BreakTrail *trail)
{
    if (trail->n_begins == trail->begins_room) {
        trail->begins_room = trail->begins_room * 2 + 64;
        trail->begins = g_renew(BreakBegin, trail->begins,
                                trail->begins_room);
    }
    return &trail->begins[trail->n_begins++];
}

static BreakNode *
trail_node(BreakTrail *trail)
{
    if (trail->n_nodes == trail->nodes_room) {
        trail->nodes_room = trail->nodes_room * 2 + 256;
        trail->nodes = g_renew(BreakNode, trail->nodes, trail->nodes_room);
    }
    return &trail->nodes[trail->n_nodes++];
}

/* Makes nodes of what can still win: a class that is dearer than another by
 * more than a mismatch cannot. */
static void
walk_keep(Walk *walk, guint p, const Candidate *candidates,
          gboolean overfull)
{
    const BreakPoint *point = &walk->pass->shaped->points[p];
    double least = least_of(candidates, 0, FITS);

    if (least == INFINITY)
        least = least_of(candidates, FITS, SLOTS);
    for (int s = 0; s < (point->flagged ? SLOTS : FITS); s++) {
        const Candidate *candidate = &candidates[s];
        BreakNode *node;

        if (candidate->total >= least + MISMATCH)
            continue;
        node = trail_node(walk->trail);
        *node = (BreakNode) {
            .total = candidate->total,
            .prev = candidate->prev,
            .point = p,
            .line = walk->trail->nodes[candidate->prev].line + 1,
            .fit = s % FITS,
            .run = !point->flagged ? 0 : s < FITS ? 1 : 2,
            .overfull = overfull,
        };
    }
}

/* The number of lines of the cheapest way to the point. */
static guint32
walk_base(const Walk *walk)
{
    double best = INFINITY;
    guint32 base = 0;

    for (guint32 left = walk->used; left; left &= left - 1) {
        int key = __builtin_ctz(left);
        double least = least_of(walk->candidates[key], 0, SLOTS);

        if (least < best) {
            best = least;
            base = walk->lines[key];
        }
    }
    return base;
}

static void
walk_commit(Walk *walk, guint p, gboolean overfull)
{
    const Shaped *shaped = walk->pass->shaped;
    const BreakPoint *point = &shaped->points[p];
    guint32 hang = walk->pass->shape->protrude ? point->hang_next : 0;
    guint32 base = walk_base(walk);
    guint first = walk->trail->n_nodes;
    BreakBegin *begin;

    for (guint32 left = walk->used; left; left &= left - 1) {
        int key = __builtin_ctz(left);

        if (walk->lines[key] + walk->pass->less >= base &&
            walk->lines[key] <= base + walk->pass->more)
            walk_keep(walk, p, walk->candidates[key], overfull);
    }
    begin = trail_begin(walk->trail);
    *begin = (BreakBegin) {
        .node = first,
        .n_nodes = walk->trail->n_nodes - first,
        .next = point->next,
        .width = (guint32) shaped->width[point->next] - point->post + hang,
        .stretch = shaped->stretch[point->next],
        .shrink = shaped->shrink[point->next],
        .expand = shaped->expand[point->next],
    };
}

static gboolean
walk_point(Walk *walk, guint p)
{
    Target target = walk_target(walk, p);
    guint n = walk->trail->n_begins;
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
    if (walk->used)
        walk_commit(walk, p, overfull);
    return TRUE;
}

static void
walk_init(Walk *walk, const BreakPass *pass, BreakTrail *trail)
{
    const Shaped *shaped = pass->shaped;
    const BreakShape *shape = pass->shape;

    walk->pass = pass;
    walk->trail = trail;
    walk->head = 0;
    walk->easy = MAX(shape->n_short, 1);
    walk->length = breaker_length(shape, walk->easy);
    walk->least_length = MIN(breaker_length(shape, walk->easy - 1),
                             breaker_length(shape, 0));
    walk->least_length = MIN(walk->least_length, walk->length);
    walk->runt = MAX(shape->measure * RUNT_PART, shape->indent);
    walk->most_ratio = cbrt(pass->tolerance / 100);
    walk->far = shape->ragged ? 0 : walk->least_length /
                                    (1 + walk->most_ratio * MOST_STRETCH);
    trail->n_nodes = trail->n_begins = 0;
    *trail_node(trail) = (BreakNode) { .point = BREAK_START, .fit = 1 };
    *trail_begin(trail) = (BreakBegin) {
        .n_nodes = 1,
        .width = (guint32) shaped->width[0] +
                 (shape->protrude ? shaped->hang_first : 0),
        .stretch = shaped->stretch[0],
        .shrink = shaped->shrink[0],
        .expand = shaped->expand[0],
    };
}

/* Whether point is none, or so near to all beginnings that a line would be
 * much too short. */
static inline gboolean
walk_passes(const Walk *walk, const BreakPoint *point)
{
    const BreakTrail *trail = walk->trail;
    const BreakPass *pass = walk->pass;
    guint32 width;

    if (must_end(point))
        return FALSE;
    if ((point->kind == BREAK_HYPHEN && !pass->hyphens) ||
        point->penalty >= FORBIDDEN)
        return TRUE;
    width = pass->shaped->width[point->end];
    return (gint32) (width - trail->begins[walk->head].width) < walk->far;
}

gboolean
breaker_pass(const BreakPass *pass, BreakTrail *trail)
{
    const Shaped *shaped = pass->shaped;
    Walk walk;

    walk_init(&walk, pass, trail);
    for (guint p = 0; p < shaped->n_points; p++)
        if (!walk_passes(&walk, &shaped->points[p]) &&
            !walk_point(&walk, p))
            return FALSE;
    return TRUE;
}
