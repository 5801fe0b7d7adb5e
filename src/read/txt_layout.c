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
count_glued(const TxtLine *line)
{
    const char *s = line->str;
    guint n = 0;

    for (guint i = 2; i + 2 < line->len; i++)
        if (g_ascii_isupper(s[i + 1]) && strchr(".?!", s[i]) &&
            g_ascii_islower(s[i - 1]) && g_ascii_islower(s[i - 2]) &&
            (g_ascii_islower(s[i + 2]) || s[i + 2] == ' '))
            n++;
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

TxtLayout
txt_layout(const GArray *lines)
{
    guint count[WIDEST_WRAP + 1] = { 0 }, candidates = 0;
    guint joints = 0, lower = 0, full = 0, glued = 0, blank = 0;
    gsize in_lines = 0, in_paragraphs = 0;      /* columns */
    guint letters = 0, small = 0;
    gboolean caseless;
    TxtLayout layout = { .margin = find_margin(lines) };

    for (guint i = 0; i + 1 < lines->len; i++) {
        const TxtLine *line = txt_line(lines, i), *next = line + 1;

        count_case(line, &letters, &small);
        blank += line->len == 0;
        *(line->width > WIDEST_WRAP ? &in_paragraphs : &in_lines) +=
            line->width;
        glued += count_glued(line);
        if (line->len == 0 || next->len == 0)
            continue;
        joints++;
        if (!is_wrap_candidate(line))
            continue;
        candidates++;
        count[line->width]++;
        lower += txt_starts_lower(next->str, next->len);
    }
    layout.width = usual_width(count, candidates, 30);
    caseless = small * 20 < letters;
    for (guint i = 0; i + 1 < lines->len; i++) {
        const TxtLine *line = txt_line(lines, i), *next = line + 1;
        if (line->len && next->len && is_wrap_candidate(line))
            full += txt_joint_is_full(line, next, layout.width - 2);
    }
    layout.wrapped = candidates >= 2 && in_lines >= in_paragraphs &&
                     keeps_to(lines, layout.width) &&
                     ((lower * 8 >= candidates && lower * 12 >= joints &&
                       full * 3 >= candidates) ||
                      (candidates >= (caseless ? 4 : 10) &&
                       full * 10 >= candidates * (caseless ? 6 : 7) &&
                       candidates * 2 >= joints && layout.width <= 90));
    layout.glued = glued >= 3 && blank * 20 < lines->len &&
                   lower * 4 >= joints && candidates * 2 >= joints;
    layout.wrapped |= layout.glued;
    if (layout.glued)                   /* glued lines are overlong */
        layout.width = usual_width(count, candidates, 3);
    if (!layout.wrapped)
        layout.width = 0;
    return layout;
}
