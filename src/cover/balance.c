/* SPDX-License-Identifier: MIT */
/* Decides where the lines of a title end: the total-fit idea of Knuth and
 * Plass, "Breaking Paragraphs into Lines" (1981), for ragged lines. */
#include "cover/balance.h"

#include <math.h>

/* A last line that is shorter than this part of the width is a widow. */
#define WIDOW 0.35

/* Rounding must not part what just fits. */
#define NEARLY 1e-6

typedef struct {
    double cost;
    guint from;
} Node;

/* Width of the line after point a (-1: the start) up to point b. */
static double
line_width(const BreakPoint *points, int a, guint b)
{
    return points[b].end - (a < 0 ? 0 : points[a].start);
}

static guint
lines_needed(const BreakPoint *points, guint n, double width)
{
    guint lines = 1;
    int start = -1;
    for (guint i = 0; i < n; i++) {
        if (line_width(points, start, i) <= width + NEARLY)
            continue;
        if (i == 0 || (int)i - 1 == start)
            return G_MAXUINT;
        start = (int)i - 1;
        lines++;
        i--;
    }
    return lines;
}

double
balance_width(const BreakPoint *points, guint n, guint n_lines)
{
    double low = 0, high = points[n - 1].end;
    for (int i = 0; i < 24; i++) {
        double middle = (low + high) / 2;
        if (lines_needed(points, n, middle) <= n_lines)
            high = middle;
        else
            low = middle;
    }
    return high;
}

static double
line_cost(const BreakPoint *points, guint n, int a, guint b, double width)
{
    double rest = (width - line_width(points, a, b)) / width;
    if (b + 1 < n)
        return rest * rest + points[b].penalty;
    /* The last line may be shorter, but not by much. */
    return 0.7 * rest * rest + (a >= 0 && rest > 1 - WIDOW ? 0.5 : 0);
}

/* The best way to end line `line` at point b. */
static Node
best_node(const BreakPoint *points, guint n, const Node *before, guint line,
          guint b, double width)
{
    Node best = { INFINITY, 0 };
    if (line == 0) {
        if (line_width(points, -1, b) <= width + NEARLY)
            best.cost = line_cost(points, n, -1, b, width);
        return best;
    }
    for (int a = (int)b - 1; a >= 0; a--) {
        if (line_width(points, a, b) > width + NEARLY)
            break;
        double cost = before[a].cost + line_cost(points, n, a, b, width);
        if (cost < best.cost)
            best = (Node) { cost, (guint)a };
    }
    return best;
}

double
balance_break(const BreakPoint *points, guint n, guint n_lines, double width,
              guint *chosen)
{
    g_autofree Node *nodes = g_new(Node, (gsize)n * n_lines);
    for (guint line = 0; line < n_lines; line++)
        for (guint b = 0; b < n; b++)
            nodes[line * n + b] = best_node(
                points, n, line ? &nodes[(line - 1) * n] : NULL, line, b,
                width);
    double cost = nodes[n_lines * n - 1].cost;
    if (isinf(cost))
        return cost;
    guint b = n - 1;
    for (guint line = n_lines; line-- > 0; b = nodes[line * n + b].from)
        chosen[line] = b;
    return cost / n_lines;
}
