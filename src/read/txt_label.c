/* SPDX-License-Identifier: MIT */
/*
 * Viterbi's algorithm (IEEE Trans. Inf. Theory IT-13, 1967) over the units.
 * A state is a label in a zone; only the best few labels of each unit are
 * followed, since the others cannot win.
 */
#include "read/txt_label.h"

#include <string.h>

enum { ZONE_H = 1, ZONE_T = 2, ZONE_B = 4, N_ZONES = 3 };
enum {
    KEPT = 8,               /* labels followed for each unit */
    STATES = KEPT * N_ZONES,
    IMPOSSIBLE = G_MININT / 4,
    NO_TITLE = -2500,       /* entering the body without a title */
};

static const struct { const char *name; guint8 zones; } table[] = {
#define LABEL(NAME, name, zones) [LABEL_##NAME] = { name, zones },
#include "read/label.def"
#undef LABEL
};

static const struct { guint8 label, evidence; gint16 weight; } weights[] = {
#define W(LABEL, EVIDENCE, weight) { LABEL_##LABEL, EV_##EVIDENCE, weight },
#include "read/weights.def"
#undef W
};

static const gint16 steps[N_LABELS][N_LABELS] = {
#define STEP(FROM, TO, weight) [LABEL_##FROM][LABEL_##TO] = weight,
#include "read/transitions.def"
#undef STEP
};

typedef struct {
    int score;              /* of the best path that ends here */
    guint8 label, zone;
    guint8 from;            /* index of the state before, in its column */
} State;

typedef struct {
    State states[STATES];
    guint n;
} Column;

/* What the way back needs of a column. */
typedef struct {
    guint8 label[STATES], from[STATES];
} Trace;

static void
keep_trace(Trace *trace, const Column *column)
{
    for (guint i = 0; i < column->n; i++) {
        trace->label[i] = column->states[i].label;
        trace->from[i] = column->states[i].from;
    }
}

const char *
txt_label_name(Label label)
{
    return table[label].name;
}

static void
score_labels(const TxtEvidence *evidence, int *scores)
{
    memset(scores, 0, N_LABELS * sizeof *scores);
    for (guint i = 0; i < G_N_ELEMENTS(weights); i++)
        scores[weights[i].label] +=
            weights[i].weight * evidence->of[weights[i].evidence];
}

int
txt_label_score(Label label, const TxtEvidence *evidence)
{
    int scores[N_LABELS];

    score_labels(evidence, scores);
    return scores[label];
}

/* Indices of the best labels; those that anything may be, or that only the
 * label before them makes likely, are always among them. */
static guint
best_labels(const int *scores, guint8 *best)
{
    guint n = 0;

    for (guint label = 0; label < N_LABELS; label++) {
        guint at = MIN(n, KEPT - 3);
        if (label == LABEL_PARA || label == LABEL_CAPTION)
            continue;
        if (n > at && scores[best[at]] >= scores[label])
            continue;
        while (at > 0 && scores[best[at - 1]] < scores[label]) {
            best[at] = best[at - 1];
            at--;
        }
        best[at] = label;
        n = MIN(n + 1, KEPT - 2);
    }
    best[n++] = LABEL_PARA;
    best[n++] = LABEL_CAPTION;
    return n;
}

/* Zones do not go back; the title opens the second. */
static gboolean
may_follow(guint from, guint to, guint label)
{
    if (to == from)
        return label != LABEL_TITLE;
    return to > from && (to == 1) == (label == LABEL_TITLE);
}

static int
step(const State *from, guint label, guint zone)
{
    int score = steps[from->label][label] * 100;

    if (zone == 2 && from->zone == 0)
        score += NO_TITLE;
    return score;
}

static void
reach(const Column *before, State *state)
{
    int best = IMPOSSIBLE;

    for (guint i = 0; i < before->n; i++) {
        const State *from = &before->states[i];
        int score;

        if (!may_follow(from->zone, state->zone, state->label))
            continue;
        score = from->score + step(from, state->label, state->zone);
        if (score > best) {
            best = score;
            state->from = i;
        }
    }
    state->score = best == IMPOSSIBLE ? IMPOSSIBLE : state->score + best;
}

static void
fill(Column *column, const Column *before, const TxtEvidence *evidence)
{
    int scores[N_LABELS];
    guint8 best[KEPT];
    guint n;

    score_labels(evidence, scores);
    n = best_labels(scores, best);
    column->n = 0;
    for (guint i = 0; i < n; i++)
        for (guint zone = 0; zone < N_ZONES; zone++) {
            State *state = &column->states[column->n];
            if (!(table[best[i]].zones & 1 << zone))
                continue;
            *state = (State) { scores[best[i]], best[i], zone, 0 };
            reach(before, state);
            column->n += state->score > IMPOSSIBLE;
        }
}

GArray *
txt_labels_new(const GArray *units, const GArray *evidence)
{
    guint n = units->len, at = 0;
    GArray *labels = g_array_sized_new(FALSE, TRUE, 1, n);
    g_autofree Trace *traces = g_new(Trace, n + 1);
    Column columns[2] = { { .states = {{ 0, LABEL_JUNK, 0, 0 }}, .n = 1 } };
    const Column *last = &columns[n % 2];

    g_array_set_size(labels, n);
    for (guint i = 0; i < n; i++) {
        fill(&columns[(i + 1) % 2], &columns[i % 2],
             txt_evidence(evidence, i));
        keep_trace(&traces[i], &columns[(i + 1) % 2]);
    }
    for (guint i = 1; i < last->n; i++)
        if (last->states[i].score > last->states[at].score)
            at = i;
    for (guint i = n; i > 0; i--) {
        g_array_index(labels, guint8, i - 1) = traces[i - 1].label[at];
        at = traces[i - 1].from[at];
    }
    return labels;
}
