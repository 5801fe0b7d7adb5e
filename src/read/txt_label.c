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
    ROW = 32,               /* labels with room to add four at once */
    IMPOSSIBLE = G_MININT / 4 / KEPT,
    NO_TITLE = -2500,       /* entering the body without a title */
};
G_STATIC_ASSERT((int) N_LABELS <= ROW);

static const struct { const char *name; guint8 zones; } table[] = {
#define LABEL(NAME, name, zones) [LABEL_##NAME] = { name, zones },
#include "read/label.def"
#undef LABEL
};

static const gint16 weights[N_EVIDENCE][ROW] = {
#define W(LABEL, EVIDENCE, weight) \
    [EV_##EVIDENCE][LABEL_##LABEL] = weight,
#include "read/weights.def"
#undef W
};

/* To a label from another. */
static const int steps[N_LABELS][N_LABELS] = {
#define STEP(FROM, TO, weight) [LABEL_##TO][LABEL_##FROM] = weight * 100,
#include "read/transitions.def"
#undef STEP
};

/* The states of one unit.  A score is that of the best path that ends
 * there, less that of the best of all: only the difference counts. */
typedef struct {
    int score[N_ZONES][KEPT];
    guint8 label[KEPT];
} Column;

/* Where the best path to each state of a unit comes from. */
typedef struct {
    guint8 zone[N_ZONES][KEPT], at[N_ZONES][KEPT];
    guint8 label[KEPT];
} Trace;

const char *
txt_label_name(Label label)
{
    return table[label].name;
}

static void
score_labels(const TxtEvidence *evidence, int *scores)
{
    guint64 eights[(N_EVIDENCE + 7) / 8] = { 0 };

    memset(scores, 0, ROW * sizeof *scores);
    memcpy(eights, evidence->of, sizeof evidence->of);
    for (guint i = 0; i < G_N_ELEMENTS(eights); i++) {
        guint64 left = GUINT64_FROM_LE(eights[i]);

        while (left != 0) {
            guint at = (guint) __builtin_ctzll(left) & ~7u;
            const gint16 *weight = weights[8 * i + at / 8];
            int strength = (int) (left >> at & 0xff);

            for (guint label = 0; label < ROW; label++)
                scores[label] += weight[label] * strength;
            left &= ~(G_GUINT64_CONSTANT(0xff) << at);
        }
    }
}

int
txt_label_score(Label label, const TxtEvidence *evidence)
{
    int scores[ROW];

    score_labels(evidence, scores);
    return scores[label];
}

/* Indices of the best labels; those that anything may be, or that only the
 * label before them makes likely, are always among them.  A key is a score
 * and the label in one, of two labels with one score the first is better. */
static void
best_labels(const int *scores, guint8 *best)
{
    int keys[KEPT - 2];
    guint n = 0;

    for (guint label = 0; label < N_LABELS; label++) {
        int key = scores[label] * ROW + (ROW - 1 - (int) label);
        guint at = n;

        if (label == LABEL_PARA || label == LABEL_CAPTION ||
            (n == KEPT - 2 && key < keys[--at]))
            continue;
        for (; at > 0 && keys[at - 1] < key; at--)
            keys[at] = keys[at - 1];
        keys[at] = key;
        n = MIN(n + 1, KEPT - 2);
    }
    for (guint i = 0; i < n; i++)
        best[i] = ROW - 1 - (keys[i] & (ROW - 1));
    best[n++] = LABEL_PARA;
    best[n++] = LABEL_CAPTION;
}

/* The best states for the body to follow: of those with one label, the one
 * in any zone. */
static void
merge_zones(const Column *before, int *scores, guint8 *zones)
{
    for (guint k = 0; k < KEPT; k++) {
        int best = before->score[0][k] + NO_TITLE;

        zones[k] = 0;
        for (guint zone = 1; zone < N_ZONES; zone++)
            if (before->score[zone][k] > best) {
                best = before->score[zone][k];
                zones[k] = zone;
            }
        scores[k] = best;
    }
}

/* Which of the states before that have these scores is the best to come
 * from, with what each step weighs.  A key is as above. */
static guint
best_before(const int *scores, const int *moves)
{
    int best = G_MININT;

    for (int k = 0; k < KEPT; k++) {
        int key = (scores[k] + moves[k]) * KEPT + (KEPT - 1 - k);

        best = MAX(best, key);
    }
    return KEPT - 1 - ((guint) best & (KEPT - 1));
}

static void
settle(Column *column)
{
    int best = G_MININT;

    for (guint zone = 0; zone < N_ZONES; zone++)
        for (guint k = 0; k < KEPT; k++)
            best = MAX(best, column->score[zone][k]);
    for (guint zone = 0; zone < N_ZONES; zone++)
        for (guint k = 0; k < KEPT; k++)
            column->score[zone][k] =
                column->score[zone][k] < best + IMPOSSIBLE / 2
                    ? IMPOSSIBLE : column->score[zone][k] - best;
}

/* Zones do not go back; the title opens the second. */
static void
fill(Column *column, const Column *before, const TxtEvidence *evidence,
     Trace *trace)
{
    int scores[ROW], any[KEPT], moves[KEPT];
    guint8 any_zone[KEPT];

    score_labels(evidence, scores);
    merge_zones(before, any, any_zone);
    best_labels(scores, column->label);
    memcpy(trace->label, column->label, sizeof trace->label);
    for (guint k = 0; k < KEPT; k++) {
        guint label = column->label[k];

        for (guint i = 0; i < KEPT; i++)
            moves[i] = steps[label][before->label[i]];
        for (guint zone = 0; zone < N_ZONES; zone++) {
            guint from = label == LABEL_TITLE ? 0 : zone;
            const int *there = zone == 2 ? any : before->score[from];
            guint at;

            column->score[zone][k] = IMPOSSIBLE;
            if (!(table[label].zones & 1 << zone))
                continue;
            at = best_before(there, moves);
            column->score[zone][k] = scores[label] + there[at] + moves[at];
            trace->at[zone][k] = (guint8) at;
            trace->zone[zone][k] = zone == 2 ? any_zone[at] : (guint8) from;
        }
    }
    settle(column);
}

/* Before the first unit: in the head, as behind junk. */
static void
begin(Column *column)
{
    for (guint k = 0; k < KEPT; k++) {
        column->label[k] = LABEL_JUNK;
        for (guint zone = 0; zone < N_ZONES; zone++)
            column->score[zone][k] = zone == 0 ? 0 : IMPOSSIBLE;
    }
}

GArray *
txt_labels_new(const GArray *units, const GArray *evidence)
{
    guint n = units->len, at = 0, zone = 0;
    GArray *labels = g_array_sized_new(FALSE, TRUE, 1, n);
    g_autofree Trace *traces = g_new(Trace, n + 1);
    Column columns[2];
    const Column *last = &columns[n % 2];

    begin(&columns[0]);
    g_array_set_size(labels, n);
    for (guint i = 0; i < n; i++)
        fill(&columns[(i + 1) % 2], &columns[i % 2],
             txt_evidence(evidence, i), &traces[i]);
    for (guint k = 0; k < KEPT; k++)
        for (guint z = 0; z < N_ZONES; z++)
            if (last->score[z][k] > last->score[zone][at]) {
                at = k;
                zone = z;
            }
    for (guint i = n; i > 0; i--) {
        const Trace *trace = &traces[i - 1];
        guint8 from = trace->zone[zone][at];

        g_array_index(labels, guint8, i - 1) = trace->label[at];
        at = trace->at[zone][at];
        zone = from;
    }
    return labels;
}
