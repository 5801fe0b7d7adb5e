/* SPDX-License-Identifier: MIT */
/* Where what no line has room for is cut: a word, an address, a row of
 * figures.  Between letters that do not touch each other; if even these are
 * too wide together, between any. */
#include "type/shape_inner.h"

/* What the text is cut for. */
typedef struct {
    Shaper *shaper;
    gint32 most;
    guint points;               /* cuts that lines can use already */
} Cutting;

/* Whether a line can begin with a character; safe: without harm. */
static gboolean
begins_line(const Shaper *shaper, guint32 i, gboolean safe)
{
    guint what = shaper->what[i], before = shaper->what[i - 1];

    if ((shaper->cuts[i] & CUT_INSIDE) || shaper->advance[i] <= 0
        || (what & (SIGN_MARK | SIGN_HIDDEN | SIGN_SOFT))
        || ((what | before) & (SIGN_BLANK | SIGN_LINE))
        || (before & SIGN_HIDDEN))
        return FALSE;
    return !safe || (shaper->safe[i] && (what & (SIGN_LETTER | SIGN_DIGIT))
                     && shaper->chars[i - 1] != '-');
}

/* Between characters first and end nothing can be cut. */
static void
cut_part(const Cutting *cutting, guint32 first, guint32 end, gboolean safe)
{
    Shaper *shaper = cutting->shaper;
    guint32 from = first;

    if (shape_width_of(shaper, first, end) <= cutting->most)
        return;
    for (guint32 i = first + 1; i <= end; i++) {
        if (i < end && !begins_line(shaper, i, safe))
            continue;
        if (i < end)
            shaper->cuts[i] |= CUT_LINE | CUT_WORD;
        if (safe)
            cut_part(cutting, from, i, FALSE);
        from = i;
    }
}

static guint32
next_blank(const Shaper *shaper, guint32 i)
{
    while (i < shaper->n_chars && (shaper->what[i] & SIGN_BLANK))
        i++;
    return i;
}

void
shape_cut(Shaper *shaper, gint32 most, gboolean hyphens)
{
    Cutting cutting = {
        .shaper = shaper, .most = most,
        .points = hyphens ? CUT_LINE | CUT_DIVIDE : CUT_LINE,
    };
    guint32 first = 0;

    for (guint32 i = 1; i <= shaper->n_chars; i++) {
        guint32 end = i;

        if (i < shaper->n_chars && !(shaper->cuts[i] & cutting.points))
            continue;
        while (end > first && (shaper->what[end - 1] & SIGN_BLANK))
            end--;
        cut_part(&cutting, first, end, TRUE);
        first = next_blank(shaper, i);
        i = MAX(i, first);
    }
}
