/* SPDX-License-Identifier: MIT */
/* Which strings of a set stand in a text, a step for each of its bytes. */
#include "read/txt_phrase_scan.h"

#include <string.h>

/* What was read last, as far as some string begins with it; state 0 is the
 * beginning of all. */
typedef struct {
    guint16 string;         /* that ends here: its number + 1 */
    guint16 tail;           /* the longest end of it that begins a string */
    guint16 shorter;        /* the longest end of it that is a string */
} State;

struct PhraseScan {
    State *states;
    guint16 *steps;         /* next state by state and kind of byte; as
                             * soon as all are known, that state's row */
    guint8 *says;           /* by row: a string ends here */
    guint n_states, n_kinds;
    gsize longest;          /* bytes of a string */
    guint8 kinds[256];      /* of bytes; kind 0 is in no string */
};

static guint16 *
step(const PhraseScan *scan, guint state, char byte)
{
    return &scan->steps[state * scan->n_kinds + scan->kinds[(guchar) byte]];
}

static void
add(PhraseScan *scan, const char *str, guint which)
{
    guint state = 0;

    for (; *str; str++) {
        guint16 *next = step(scan, state, *str);
        if (*next == 0)
            *next = (guint16) scan->n_states++;
        state = *next;
    }
    scan->states[state].string = (guint16) (which + 1);
}

/* What a state's child says of its own and by its tail. */
static void
settle_child(PhraseScan *scan, guint16 child, guint16 tail)
{
    State *state = &scan->states[child];

    state->tail = tail;
    state->shorter = scan->states[tail].string ? tail
                                               : scan->states[tail].shorter;
}

/* Where a state has no child its tail's step is taken.  State by state, the
 * shortest first: a tail is settled before it is needed. */
static void
settle(PhraseScan *scan)
{
    g_autofree guint16 *queue = g_new0(guint16, scan->n_states);

    for (guint i = 0, n = 1; i < n; i++) {
        guint16 *steps = &scan->steps[queue[i] * scan->n_kinds];
        guint tail = scan->states[queue[i]].tail;
        const guint16 *tails = &scan->steps[tail * scan->n_kinds];

        for (guint kind = 1; kind < scan->n_kinds; kind++) {
            if (steps[kind] == 0) {
                steps[kind] = tails[kind];
                continue;
            }
            settle_child(scan, steps[kind], i > 0 ? tails[kind] : 0);
            queue[n++] = steps[kind];
        }
    }
}

/* A step tells where the row of its state is, for a walk without a
 * multiplication. */
static void
settle_rows(PhraseScan *scan)
{
    gsize n_steps = scan->n_states * scan->n_kinds;

    g_assert(n_steps <= G_MAXUINT16);
    scan->says = g_new0(guint8, n_steps);
    for (gsize i = 0; i < n_steps; i++)
        scan->steps[i] = (guint16) (scan->steps[i] * scan->n_kinds);
    for (guint i = 0; i < scan->n_states; i++)
        scan->says[i * scan->n_kinds] = scan->states[i].string > 0
            || scan->states[i].shorter > 0;
}

PhraseScan *
phrase_scan_new(const char *const *strings, guint n)
{
    PhraseScan *scan = g_new0(PhraseScan, 1);
    gsize bytes = 1;

    scan->n_states = scan->n_kinds = 1;
    for (guint i = 0; i < n; i++) {
        gsize len = strings[i] ? strlen(strings[i]) : 0;

        for (const char *p = strings[i]; len > 0 && *p; p++)
            if (scan->kinds[(guchar) *p] == 0)
                scan->kinds[(guchar) *p] = (guint8) scan->n_kinds++;
        bytes += len;
        scan->longest = MAX(scan->longest, len);
    }
    scan->states = g_new0(State, bytes);
    scan->steps = g_new0(guint16, bytes * scan->n_kinds);
    for (guint i = 0; i < n; i++)
        if (strings[i] && *strings[i])
            add(scan, strings[i], i);
    settle(scan);
    settle_rows(scan);
    return scan;
}

void
phrase_scan_free(PhraseScan *scan)
{
    if (scan == NULL)
        return;
    g_free(scan->states);
    g_free(scan->says);
    g_free(scan->steps);
    g_free(scan);
}

/* Apart, so that nothing of it slows the walk. */
static G_GNUC_NO_INLINE void
say(const PhraseScan *scan, gsize row, PhraseFound found, gpointer data)
{
    guint state = (guint) row / scan->n_kinds;

    if (scan->states[state].string == 0)
        state = scan->states[state].shorter;
    for (; state > 0; state = scan->states[state].shorter)
        found(scan->states[state].string - 1u, data);
}

/* Two walks in turn, as each step waits for the one before; they overlap
 * by what a string across the middle needs. */
void
phrase_scan_walk(const PhraseScan *scan, const char *str, gsize len,
                 PhraseFound found, gpointer data)
{
    const guint16 *steps = scan->steps;
    const guint8 *kinds = scan->kinds, *says = scan->says;
    gsize n = MIN(len, (len + scan->longest) / 2), row = 0, late_row = 0;
    const char *late = str + len - n;

    for (gsize i = 0; i < n; i++) {
        row = steps[row + kinds[(guchar) str[i]]];
        late_row = steps[late_row + kinds[(guchar) late[i]]];
        if (says[row] | says[late_row]) {
            say(scan, row, found, data);
            say(scan, late_row, found, data);
        }
    }
}
