/* SPDX-License-Identifier: MIT */
/* Decides from all its lines whether a text is hard-wrapped, at which
 * width, and whether it stands in from the margin. */
#include "read/txt_layout.h"

#include <string.h>

enum {
    WIDEST_WRAP = 132,      /* no one wraps wider */
    NARROWEST_WRAP = 30,
    NARROW = 50,            /* below this it takes a second look */
};

gboolean
txt_joint_is_full(const TxtLine *line, const TxtLine *next, guint width)
{
    return line->width + 1 + txt_line_first_word(next) > width;
}

static gboolean
is_wrap_candidate(const TxtLine *line)
{
    return line->width >= NARROWEST_WRAP && line->width <= WIDEST_WRAP &&
           !txt_is_rule(line->str, line->len);
}

/* Columns that at most one in `outliers` of the candidate lines exceeds. */
static guint
usual_width(const guint *count, guint total, guint outliers)
{
    guint over = 0;

    for (guint width = WIDEST_WRAP; width > 0; width--) {
        over += count[width];
        if (over * outliers > total)
            return width;
    }
    return 0;
}

static guint
find_margin(const GArray *lines)
{
    guint count[64] = { 0 }, total = 0, below = 0;

    for (guint i = 0; i < lines->len; i++) {
        const TxtLine *line = txt_line(lines, i);
        if (line->len == 0)
            continue;
        total++;
        count[MIN(line->indent, 63)]++;
    }
    for (guint margin = 0; margin < 63; margin++) {
        below += count[margin];
        if (below * 20 > total)
            return margin;
    }
    return 0;
}

/* ".When" in the middle of a line, not "e.g." and not "U.S.A". */
static guint
count_glued(const GArray *lines)
{
    guint n = 0;

    for (guint k = 0; k + 1 < lines->len; k++) {
        const TxtLine *line = txt_line(lines, k);
        const char *s = line->str;

        for (guint i = 2; i + 2 < line->len; i++)
            n += g_ascii_isupper(s[i + 1]) && strchr(".?!", s[i]) &&
                 g_ascii_islower(s[i - 1]) && g_ascii_islower(s[i - 2]) &&
                 (g_ascii_islower(s[i + 2]) || s[i + 2] == ' ');
    }
    return n;
}

/* Counts by the first letters of a line. */
static void
count_case(const TxtLine *line, guint *letters, guint *small)
{
    for (guint i = 0; i < MIN(line->len, 12); i++) {
        *letters += g_ascii_isalpha(line->str[i]);
        *small += g_ascii_islower(line->str[i]);
    }
}

/* Verse among whole paragraphs looks as if wrapped, but narrowly, and the
 * paragraphs do not keep to it. */
static gboolean
keeps_to(const GArray *lines, guint width)
{
    guint over = 0;

    for (guint i = 0; i < lines->len && width < NARROW; i++)
        over += txt_line(lines, i)->width > width + width / 2;
    return over < 2;
}

/* What is counted of all lines; a joint is a line with another below it, a
 * candidate one whose first line may have been cut by wrapping. */
typedef struct {
    guint count[WIDEST_WRAP + 1];       /* candidates by width */
    guint joints, candidates, lower, blank;
    guint letters, small;
    gsize in_lines, in_paragraphs;      /* columns */
} Census;

static void
count_line(Census *census, const TxtLine *line)
{
    const TxtLine *next = line + 1;

    count_case(line, &census->letters, &census->small);
    census->blank += line->len == 0;
    *(line->width > WIDEST_WRAP ? &census->in_paragraphs
                                : &census->in_lines) += line->width;
    if (line->len == 0 || next->len == 0)
        return;
    census->joints++;
    if (!is_wrap_candidate(line))
        return;
    census->candidates++;
    census->count[line->width]++;
    census->lower += txt_starts_lower(next->str, next->len);
}

/* Joints that are full where a full line has this width. */
static guint
count_full(const GArray *lines, guint width)
{
    guint full = 0;

    for (guint i = 0; i + 1 < lines->len; i++) {
        const TxtLine *line = txt_line(lines, i), *next = line + 1;
        if (line->len && next->len && is_wrap_candidate(line))
            full += txt_joint_is_full(line, next, width - 2);
    }
    return full;
}

/* Notes and lists are often set wider than the text.  How many lines the
 * width of a text may leave out, and what the lines must show then: of ten
 * candidates, how many are full and how many run on in a small letter. */
typedef struct {
    guint outliers;                     /* one in so many */
    guint full, lower;
} Attempt;

static const Attempt attempts[] = { { 30, 0, 0 }, { 8, 0, 0 }, { 4, 8, 5 } };

/* Whether the lines break where a machine with this width breaks them. */
static gboolean
is_wrapped_at(const GArray *lines, const Census *n, guint width,
              const Attempt *least)
{
    gboolean caseless = n->small * 20 < n->letters;
    guint full = count_full(lines, width);

    return n->candidates >= 2 && n->in_lines >= n->in_paragraphs &&
           keeps_to(lines, width) &&
           full * 10 >= n->candidates * least->full &&
           n->lower * 10 >= n->candidates * least->lower &&
           ((n->lower * 8 >= n->candidates && n->lower * 12 >= n->joints &&
             full * 3 >= n->candidates) ||
            (n->candidates >= (caseless ? 4 : 10) &&
             full * 10 >= n->candidates * (caseless ? 6 : 7) &&
             n->candidates * 2 >= n->joints && width <= 90));
}

TxtLayout
txt_layout(const GArray *lines)
{
    TxtLayout layout = { .margin = find_margin(lines) };
    Census n = { .joints = 0 };

    for (guint i = 0; i + 1 < lines->len; i++)
        count_line(&n, txt_line(lines, i));
    for (guint i = 0; i < G_N_ELEMENTS(attempts) && !layout.wrapped; i++) {
        layout.width = usual_width(n.count, n.candidates,
                                   attempts[i].outliers);
        layout.wrapped = is_wrapped_at(lines, &n, layout.width,
                                       &attempts[i]);
    }
    layout.glued = n.blank * 20 < lines->len &&
                   n.lower * 4 >= n.joints &&
                   n.candidates * 2 >= n.joints && count_glued(lines) >= 3;
    layout.wrapped |= layout.glued;
    if (layout.glued)                   /* glued lines are overlong */
        layout.width = usual_width(n.count, n.candidates, 3);
    if (!layout.wrapped)
        layout.width = 0;
    layout.spaced = layout.wrapped && layout.width <= 90 &&
                    n.blank * 10 >= lines->len;
    return layout;
}
