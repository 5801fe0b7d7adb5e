/* SPDX-License-Identifier: MIT */
/* Decides size and line breaks of the words on a cover.
 *
 * The words are measured once, in one long line of size 1; widths scale,
 * because nothing is hinted.  Then every number of lines is tried: each gives a
 * size, and what is near the ideal size with even lines wins. */
#include "cover/setting.h"

#include <math.h>
#include <string.h>

#include "cover/balance.h"

#define UNEVEN 2.2          /* weight of uneven lines against size */
#define NARROW 0.8          /* weight of measure that no line fills */
#define LINE_GAP 0.1        /* least space between lines' ink, in sizes */

/* The words as they can be broken. */
typedef struct {
    const char *text;
    gsize n;                /* characters */
    PangoLogAttr *attrs;    /* n + 1 */
    double *x;              /* n + 1 */
    GArray *points;         /* of BreakPoint */
    GArray *at;             /* guint: the character each point is before */
    gboolean japanese;
} Measured;

typedef struct {
    guint n_lines, chosen[SETTING_LINES];
    double size, score;
} Plan;

/* The character after the last one before i that is not blank. */
static gsize
trimmed(const Measured *m, gsize i)
{
    while (i > 0 && m->attrs[i - 1].is_white)
        i--;
    return i;
}

static gunichar
char_at(const Measured *m, gsize i)
{
    return g_utf8_get_char(g_utf8_offset_to_pointer(m->text, (glong)i));
}

/* How bad it is to end a line in a text without blanks between a and b.
 * Japanese words end in hiragana; Korean ones at blanks alone. */
static double
unspaced_penalty(gunichar a, gunichar b, gboolean japanese)
{
    GUnicodeScript left = g_unichar_get_script(a);
    GUnicodeScript right = g_unichar_get_script(b);
    if (left == G_UNICODE_SCRIPT_HANGUL && right == left)
        return 0.5;
    if (left == G_UNICODE_SCRIPT_KATAKANA && right == left)
        return 0.2;
    if (left == G_UNICODE_SCRIPT_HAN && right == G_UNICODE_SCRIPT_HIRAGANA)
        return 0.2;
    if (left == G_UNICODE_SCRIPT_HIRAGANA && right == G_UNICODE_SCRIPT_HAN)
        return 0;
    if (left == G_UNICODE_SCRIPT_HAN && right == left && japanese)
        return 0.35;
    return 0.08;
}

static gboolean
is_one_of(gunichar c, const gunichar *set)
{
    while (*set && *set != c)
        set++;
    return *set != 0;
}

/* How bad it is to end a line before character i: small words ("of",
 * "the") and initials belong to what follows; the end of a clause is a good
 * place. */
static double
break_penalty(const Measured *m, gsize i)
{
    static const gunichar clause[] = { ':', ';', '?', '!', '.', 0x2013,
        0x2014, 0x3002, 0xff01, 0xff1a, 0xff1f, 0 };
    static const gunichar comma[] = { ',', 0x3001, 0xff0c, 0x60c, 0 };
    static const gunichar hyphen[] = { '-', '/', 0x2010, 0 };
    gsize end = trimmed(m, i), start = end;
    gunichar last = end ? char_at(m, end - 1) : 0;
    if (!m->attrs[i].is_line_break)
        return 1;
    while (start > 0 && !m->attrs[start - 1].is_white)
        start--;
    if (last == '.' && end - start <= 3)
        return 0.25;
    if (is_one_of(last, clause))
        return -0.06;
    if (is_one_of(last, comma))
        return -0.04;
    if (end == i)
        return is_one_of(last, hyphen) ? 0.08
               : unspaced_penalty(last, char_at(m, i), m->japanese);
    return end - start <= 3 && last < 0x530 ? 0.08 : 0;
}

static void
find_points(Measured *m, gboolean anywhere)
{
    g_array_set_size(m->points, 0);
    g_array_set_size(m->at, 0);
    for (guint i = 1; i <= m->n; i++) {
        const PangoLogAttr *attr = &m->attrs[i];
        if (i < m->n && !attr->is_line_break
            && !(anywhere && attr->is_cursor_position))
            continue;
        BreakPoint point = { m->x[trimmed(m, i)], m->x[i],
                             i < m->n ? break_penalty(m, i) : 0 };
        g_array_append_val(m->points, point);
        g_array_append_val(m->at, i);
    }
}

static const BreakPoint *
point_at(const Measured *m, guint i)
{
    return &g_array_index(m->points, BreakPoint, i);
}

static double
longest_piece(const Measured *m)
{
    double longest = 0, start = 0;
    for (guint i = 0; i < m->points->len; i++) {
        longest = MAX(longest, point_at(m, i)->end - start);
        start = point_at(m, i)->start;
    }
    return longest;
}

static void
measure(Measured *m, const Kit *kit, const char *text,
        const Manner *manner)
{
    m->text = text;
    m->n = (gsize)g_utf8_strlen(text, -1);
    m->attrs = g_new0(PangoLogAttr, m->n + 1);
    pango_get_log_attrs(text, (int)strlen(text), -1,
                        pango_context_get_language(kit->context),
                        m->attrs, (int)m->n + 1);
    m->x = line_positions(kit, text, manner);
    for (const char *p = text; *p && !m->japanese; p = g_utf8_next_char(p))
        m->japanese = g_unichar_get_script(g_utf8_get_char(p))
                      == G_UNICODE_SCRIPT_HIRAGANA;
    m->points = g_array_new(FALSE, FALSE, sizeof(BreakPoint));
    m->at = g_array_new(FALSE, FALSE, sizeof(guint));
    find_points(m, FALSE);
    if (longest_piece(m) * manner->smallest > manner->width)
        find_points(m, TRUE);
}

static void
measured_clear(Measured *m)
{
    g_free(m->attrs);
    g_free(m->x);
    g_array_unref(m->points);
    g_array_unref(m->at);
}

/* Tries n_lines lines that are at most width wide in size 1. */
static void
try_plan(const Measured *m, const Manner *manner, guint n_lines,
         double width, Plan *best)
{
    Plan plan = { .n_lines = n_lines };
    double uneven = balance_break(point_at(m, 0), m->points->len, n_lines,
                                  width, plan.chosen);
    if (isinf(uneven))
        return;
    plan.size = MIN(manner->largest, manner->width / width);
    plan.size = MIN(plan.size,
                    manner->height / (n_lines * manner->leading));
    plan.score = fabs(log(plan.size / manner->ideal)) + UNEVEN * uneven;
    double used = plan.size * width / manner->width;
    plan.score += n_lines > 1 ? NARROW * MAX(1 - used, 0) : 0;
    if (plan.size < manner->smallest)
        plan.score += 10 * log(manner->smallest / plan.size);
    if (best->n_lines == 0 || plan.score < best->score)
        *best = plan;
}

static Plan
make_plan(const Measured *m, const Manner *manner)
{
    static const double slack[] = { 1, 1.05, 1.12, 1.25 };
    Plan best = { 0 };
    guint n = m->points->len;
    for (guint k = 1; k <= MIN(n, SETTING_LINES); k++) {
        double width = MAX(balance_width(point_at(m, 0), n, k), 0.01);
        for (gsize i = 0; i < G_N_ELEMENTS(slack); i++)
            try_plan(m, manner, k, width * slack[i], &best);
    }
    return best;
}

/* A quotation mark at the start of a line stands out of the block: the
 * letters make the edge that the eye sees. */
static double
hanging(const Measured *m, guint start)
{
    static const gunichar marks[] = { '"', '\'', 0x2018, 0x201c, 0x201a,
                                      0x201e, 0xab, 0 };
    return is_one_of(char_at(m, start), marks)
           ? m->x[start + 1] - m->x[start] : 0;
}

/* How much larger than its box it is. */
static double
excess(const Setting *s, const Manner *manner)
{
    double much = (s->height + s->depth) / manner->height;
    for (guint i = 0; i < s->n_lines; i++)
        much = MAX(much, (s->lines[i].right - s->lines[i].left
                          - s->hang[i] * s->size) / manner->width);
    return much;
}

/* Takes the heights of lines from their ink, because scripts differ. */
static void
measure_heights(Setting *s, double leading)
{
    s->leading = leading * s->size;
    for (guint i = 1; i < s->n_lines; i++)
        s->leading = MAX(s->leading, s->lines[i - 1].below
                         + s->lines[i].above + LINE_GAP * s->size);
    s->ascent = s->lines[0].above;
    s->height = s->ascent + (s->n_lines - 1) * s->leading;
    s->depth = s->lines[s->n_lines - 1].below;
}

static void
set_lines(Setting *s, const Kit *kit, const Measured *m,
          const Manner *manner, const Plan *plan)
{
    guint starts[SETTING_LINES], ends[SETTING_LINES], start = 0;
    for (guint i = 0; i < plan->n_lines; i++) {
        guint at = g_array_index(m->at, guint, plan->chosen[i]);
        starts[i] = start;
        ends[i] = (guint)trimmed(m, at);
        s->hang[i] = hanging(m, start);
        start = at;
    }
    s->n_lines = plan->n_lines;
    s->lines = lines_new(kit, m->text, manner, s->size, starts, ends,
                         s->n_lines);
    measure_heights(s, manner->leading);
}

Setting *
setting_new(const Kit *kit, const char *text, const Manner *manner)
{
    Measured m = { 0 };
    measure(&m, kit, text, manner);
    Plan plan = make_plan(&m, manner);
    Setting *s = g_new0(Setting, 1);
    s->width = manner->width;
    s->rtl = manner->rtl;
    s->size = plan.size;
    set_lines(s, kit, &m, manner, &plan);
    double much = excess(s, manner);
    if (much > 1) {
        lines_free(s->lines, s->n_lines);
        s->size /= much;
        set_lines(s, kit, &m, manner, &plan);
    }
    measured_clear(&m);
    return s;
}

void
setting_free(Setting *setting)
{
    if (!setting)
        return;
    lines_free(setting->lines, setting->n_lines);
    g_free(setting);
}

/* Where line i starts, so that its ink ends where the box does. */
static double
line_start(const Setting *s, guint i, Align align)
{
    const Line *line = &s->lines[i];
    if (align == ALIGN_CENTER)
        return (s->width - line->left - line->right) / 2;
    if ((align == ALIGN_END) != s->rtl)
        return s->width - line->right + (s->rtl ? s->hang[i] * s->size : 0);
    return -line->left - (s->rtl ? 0 : s->hang[i] * s->size);
}

void
setting_draw(const Setting *s, Align align, cairo_t *cr, double x, double y)
{
    for (guint i = 0; i < s->n_lines; i++)
        line_draw(&s->lines[i], cr, x + line_start(s, i, align),
                  y + s->ascent + i * s->leading);
}
