/* SPDX-License-Identifier: MIT */
/* Lines of made-up paragraphs: letters of one width, so that every number
 * can be worked out by hand. */
#include "type/breaker.h"

#include <math.h>
#include <string.h>
#include <time.h>

#define LETTER (5 * UNIT)
#define BLANK (3 * UNIT)

/* In a pattern ' ' is a blank, '~' a place where a word may be divided, '='
 * a hyphen that is there, '|' a place to break without a sign, '/' ends a
 * line; all else are letters. */
typedef struct {
    Shaped shaped;
    GArray *points;
} Made;

static void
made_free(Made *made)
{
    g_free(made->shaped.width);
    g_free(made->shaped.stretch);
    g_free(made->shaped.shrink);
    g_free(made->shaped.expand);
    g_array_unref(made->points);
    g_free(made);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Made, made_free)

static void
add_char(Shaped *shaped, guint32 width, guint32 stretch, guint32 shrink,
         guint32 expand)
{
    guint32 i = shaped->n_chars++;

    shaped->width[i + 1] = (guint32) shaped->width[i] + width;
    shaped->stretch[i + 1] = (guint32) shaped->stretch[i] + stretch;
    shaped->shrink[i + 1] = (guint32) shaped->shrink[i] + shrink;
    shaped->expand[i + 1] = (guint32) shaped->expand[i] + expand;
}

static BreakPoint
point_for(char c, guint32 at)
{
    switch (c) {
    case ' ':
        return (BreakPoint) { .end = at, .next = at + 1,
                              .kind = BREAK_SPACE };
    case '~':
        return (BreakPoint) { .end = at, .next = at, .pre = LETTER / 2,
                              .penalty = 50, .flagged = TRUE,
                              .kind = BREAK_HYPHEN };
    case '=':
        return (BreakPoint) { .end = at + 1, .next = at + 1, .penalty = 50,
                              .flagged = TRUE, .kind = BREAK_PLAIN };
    case '|':
        return (BreakPoint) { .end = at, .next = at, .kind = BREAK_PLAIN };
    default:
        return (BreakPoint) { .end = at, .next = at, .kind = BREAK_FORCED };
    }
}

static Made *
made_new(const char *pattern)
{
    Made *made = g_new0(Made, 1);
    Shaped *shaped = &made->shaped;
    gsize room = strlen(pattern) + 1;
    BreakPoint end = { .kind = BREAK_END };

    made->points = g_array_new(FALSE, FALSE, sizeof(BreakPoint));
    shaped->width = g_new0(gint32, room);
    shaped->stretch = g_new0(gint32, room);
    shaped->shrink = g_new0(gint32, room);
    shaped->expand = g_new0(gint32, room);
    for (const char *p = pattern; *p; p++) {
        if (strchr(" ~=|/", *p)) {
            BreakPoint point = point_for(*p, shaped->n_chars);

            g_array_append_val(made->points, point);
        }
        if (*p == ' ')
            add_char(shaped, BLANK, BLANK / 2, BLANK / 3, 0);
        else if (!strchr("~|/", *p))
            add_char(shaped, LETTER, 0, 0, LETTER);
    }
    end.end = end.next = shaped->n_chars;
    g_array_append_val(made->points, end);
    shaped->points = (BreakPoint *) made->points->data;
    shaped->n_points = made->points->len;
    return made;
}

static Breakings *
run(const Made *made, const BreakShape *shape)
{
    g_autoptr(Breaker) breaker = breaker_new();

    return breaker_run(breaker, &made->shaped, shape);
}

static gint32
line_width(const Made *made, const Breaking *breaking, guint i)
{
    const BreakPoint *points = made->shaped.points;
    const BreakPoint *to = &points[breaking->points[i]];
    guint32 from = i > 0 ? points[breaking->points[i - 1]].next : 0;

    return (guint32) made->shaped.width[to->end] -
           (guint32) made->shaped.width[from] + to->pre;
}

static gint32
line_shrink(const Made *made, const Breaking *breaking, guint i,
            double expansion)
{
    const BreakPoint *points = made->shaped.points;
    const BreakPoint *to = &points[breaking->points[i]];
    guint32 from = i > 0 ? points[breaking->points[i - 1]].next : 0;

    return made->shaped.shrink[to->end] - made->shaped.shrink[from] +
           expansion * (made->shaped.expand[to->end] -
                        made->shaped.expand[from]);
}

/* Words of random length, divided here and there; the same each time. */
static char *
random_pattern(GRand *rand, guint words, guint hyphens, guint longest)
{
    GString *pattern = g_string_new(NULL);

    for (guint w = 0; w < words; w++) {
        guint n = g_rand_int_range(rand, 1, longest + 1);

        if (w > 0)
            g_string_append_c(pattern, ' ');
        for (guint i = 0; i < n; i++) {
            g_string_append_c(pattern, 'x');
            if (i + 1 < n && hyphens > 0 &&
                g_rand_int_range(rand, 0, 100) < (int) hyphens)
                g_string_append_c(pattern,
                                  g_rand_int_range(rand, 0, 8) ? '~' : '=');
        }
    }
    return g_string_free(pattern, FALSE);
}

/* All ways to break a paragraph, with demerits as they are described. */
typedef struct {
    const Made *made;
    const BreakShape *shape;
    double tolerance, best;
    gboolean hyphens;
} Search;

static int
fit_of(double r)
{
    return r < -.5 ? 0 : r <= .5 ? 1 : r <= 1 ? 2 : 3;
}

static void
search(Search *s, guint point, guint32 next, guint line, int fit, int run,
       double total)
{
    const Shaped *shaped = &s->made->shaped;

    for (guint p = point; p < shaped->n_points; p++) {
        const BreakPoint *to = &shaped->points[p];
        gboolean end = to->kind == BREAK_END;
        gboolean lone = end && line && to->end - next <= 2;
        double length = s->shape->measure - (line ? 0 : s->shape->indent);
        double width = shaped->width[to->end] - shaped->width[next] + to->pre;
        double x = s->shape->expansion *
                   (shaped->expand[to->end] - shaped->expand[next]);
        double y = x + shaped->stretch[to->end] - shaped->stretch[next];
        double z = x + shaped->shrink[to->end] - shaped->shrink[next] + 32;
        double r = width > length ? (length - width) / z : end ? 0 :
                   (length - width) / MAX(y, length / 64);
        double d = pow(10 + 100 * pow(fabs(r), 3), 2);

        if (to->kind == BREAK_HYPHEN && !s->hyphens)
            continue;
        if (r < -1 || 100 * pow(fabs(r), 3) > s->tolerance)
            continue;
        d += to->penalty * to->penalty;
        if (to->flagged && run == 2)
            d += 1e16;
        else if (to->flagged && run)
            d += 10000;
        if (lone && s->tolerance < 1000)
            continue;
        if (end && run)
            d += 50000;
        if (lone)
            d += 1e6;
        if (line && end && width < MAX(.13 * s->shape->measure,
                                       s->shape->indent))
            d += 40000;
        if (line && ABS(fit_of(r) - fit) > 1)
            d += 10000;
        if (end)
            s->best = MIN(s->best, total + d);
        else
            search(s, p + 1, to->next, line + 1, fit_of(r),
                   to->flagged ? MIN(run + 1, 2) : 0, total + d);
    }
}

static double
best_of_all(const Made *made, const BreakShape *shape)
{
    static const double tolerances[] = { 100, 200, INFINITY };

    for (guint i = 0; i < G_N_ELEMENTS(tolerances); i++) {
        Search s = { made, shape, tolerances[i], INFINITY, i > 0 };

        search(&s, 0, 0, 0, 1, 0, 0);
        if (s.best < INFINITY)
            return s.best;
    }
    return INFINITY;
}

static void
test_optimum(void)
{
    g_autoptr(GRand) rand = g_rand_new_with_seed(1981);

    for (int i = 0; i < 400; i++) {
        g_autofree char *pattern = random_pattern(rand, 11, 10, 9);
        g_autoptr(Made) made = made_new(pattern);
        BreakShape shape = {
            .measure = g_rand_int_range(rand, 60, 150) * UNIT,
            .indent = g_rand_int_range(rand, 0, 15) * UNIT,
            .expansion = i % 3 * .01,
            .hyphens = TRUE,
            .most_variants = 1,
        };
        g_autoptr(Breakings) breakings = run(made, &shape);
        double best = best_of_all(made, &shape);

        g_assert_cmpuint(breakings->n_variants, ==, 1);
        if (best < INFINITY)
            g_assert_cmpfloat_with_epsilon(breakings->variants->demerits,
                                           best, 1e-6 * best);
    }
}

/* Hyphens in a row at the ends of lines. */
static guint
most_flagged(const Made *made, const Breaking *breaking)
{
    guint flagged = 0, most = 0;

    for (guint i = 0; i < breaking->n_lines; i++) {
        guint p = breaking->points[i];

        flagged = made->shaped.points[p].flagged ? flagged + 1 : 0;
        most = MAX(most, flagged);
    }
    return most;
}

/* What must be true of any lines. */
static void
check(const Made *made, const BreakShape *shape, const Breaking *breaking)
{
    const BreakPoint *points = made->shaped.points;
    gboolean overfull = FALSE;

    g_assert_cmpuint(breaking->n_lines, >, 0);
    g_assert_cmpuint(breaking->points[breaking->n_lines - 1], ==,
                     made->shaped.n_points - 1);
    for (guint i = 0; i < breaking->n_lines; i++) {
        guint p = breaking->points[i];
        guint first = i > 0 ? breaking->points[i - 1] + 1 : 0;
        gint32 over = line_width(made, breaking, i) -
                      breaker_length(shape, i) - 32 - (shape->ragged ? 0 :
                      line_shrink(made, breaking, i, shape->expansion));

        g_assert_cmpuint(p, >=, first);
        for (; first < p; first++)
            g_assert_cmpint(points[first].kind, !=, BREAK_FORCED);
        if (over <= 0)
            continue;
        overfull = TRUE;
        first = i > 0 ? breaking->points[i - 1] + 1 : 0;
        for (; first < p; first++)
            g_assert_true(points[first].kind == BREAK_HYPHEN &&
                          !shape->hyphens);
    }
    g_assert_cmpint(breaking->overfull, ==, overfull);
}

static void
test_always(void)
{
    g_autoptr(GRand) rand = g_rand_new_with_seed(2);

    for (int i = 0; i < 600; i++) {
        g_autofree char *pattern = random_pattern(rand, 1 + i % 80, i % 40,
                                                  3 + i % 14);
        g_autoptr(Made) made = made_new(pattern);
        BreakShape shape = {
            .measure = g_rand_int_range(rand, 30, 200) * UNIT,
            .indent = g_rand_int_range(rand, -10, 15) * UNIT,
            .n_short = i % 4,
            .short_by = 10 * UNIT,
            .ragged = i % 5 == 0,
            .balance = i % 10 == 0,
            .expansion = i % 3 * .01,
            .hyphens = i % 2,
            .most_variants = 1 + i % 6,
        };
        g_autoptr(Breakings) breakings = run(made, &shape);

        g_assert_cmpuint(breakings->n_variants, <=, shape.most_variants);
        g_assert_cmpuint(breakings->best, <, breakings->n_variants);
        for (guint v = 0; v < breakings->n_variants; v++) {
            check(made, &shape, &breakings->variants[v]);
            if (shape.measure > 2 * (3 + i % 14) * LETTER + 25 * UNIT)
                g_assert_cmpuint(most_flagged(made,
                                              &breakings->variants[v]),
                                 <=, 2);
            if (v > 0)
                g_assert_cmpuint(breakings->variants[v].n_lines, >,
                                 breakings->variants[v - 1].n_lines);
        }
    }
}

static const BreakShape wide = {
    .measure = 200 * UNIT, .expansion = .02, .hyphens = TRUE,
    .most_variants = 1,
};

/* Two hyphens in a row may be, not three, even where all else is bad. */
static void
test_hyphens(void)
{
    g_autoptr(GRand) rand = g_rand_new_with_seed(3);
    BreakShape shape = wide;

    shape.measure = 75 * UNIT;
    for (int i = 0; i < 200; i++) {
        g_autofree char *pattern = random_pattern(rand, 100, 60, 7);
        g_autoptr(Made) made = made_new(pattern);
        g_autoptr(Breakings) breakings = run(made, &shape);

        g_assert_false(breakings->variants->overfull);
        g_assert_cmpuint(most_flagged(made, breakings->variants), <=, 2);
    }
}

/* A hyphen is not used where it is not needed. */
static void
test_whole_words(void)
{
    g_autoptr(Made) made = made_new("xxxx xxxx xxxx xxxx xxxx xxxx xxxx xxxx "
                                    "xxxx xx~xx xxxx xxxx");
    g_autoptr(Breakings) breakings = run(made, &wide);
    const Breaking *best = breakings->variants;

    g_assert_cmpuint(best->n_lines, ==, 2);
    g_assert_cmpint(made->shaped.points[best->points[0]].kind, ==,
                    BREAK_SPACE);
    g_assert_cmpfloat_with_epsilon(line_width(made, best, 0) /
                                   (double) UNIT, 204, .01);
}

/* A last line is not one short word if that can be helped. */
static void
test_runt(void)
{
    const char *pattern = "xxx xxx xxx xxx xxx xxx xxx xxx xxx xxx xxx xxx "
                          "xxx xxx xxx xxx xxx xxx xxx xxx xxx xxx xxx";
    g_autoptr(Made) made = made_new(pattern);
    g_autoptr(Breakings) breakings = run(made, &wide);
    const Breaking *best = breakings->variants;

    g_assert_cmpint(line_width(made, best, best->n_lines - 1), >=,
                    .13 * wide.measure);
}

/* A sign is no line of its own where others can give way. */
static void
test_lone(void)
{
    g_autoptr(Made) made = made_new("xxxx xxxx xxxx xxxx xxxx xxxx xxxx xxxx "
                                    "xxxx xxxx xxxx xxxx xxxx xxxx xxxx x");
    BreakShape shape = wide;
    guint lone = 0;

    for (guint n = 10; n < 60; n++) {
        shape.measure = wide.measure * n / 40;
        g_autoptr(Breakings) breakings = run(made, &shape);
        const Breaking *best = breakings->variants;

        lone += line_width(made, best, best->n_lines - 1) <
                line_width(made, best, 0) / 10;
    }
    g_assert_cmpuint(lone, <, 5);
}

static void
test_forced(void)
{
    g_autoptr(Made) made = made_new("xxx/xxx xxx//xxx");
    g_autoptr(Breakings) breakings = run(made, &wide);

    g_assert_cmpuint(breakings->variants->n_lines, ==, 4);
    g_assert_cmpint(line_width(made, breakings->variants, 2), ==, 0);
    g_assert_false(breakings->variants->overfull);
}

static void
test_unbreakable(void)
{
    g_autoptr(Made) made = made_new("xxx xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
                                    "xxxxxxxxxxxxx xxx");
    g_autoptr(Breakings) breakings = run(made, &wide);

    g_assert_true(breakings->variants->overfull);
    g_assert_cmpuint(breakings->variants->n_lines, ==, 3);
}

static void
test_empty(void)
{
    g_autoptr(Made) made = made_new("");
    BreakShape shape = wide;
    g_autoptr(Breakings) breakings = NULL;

    shape.most_variants = 5;
    breakings = run(made, &shape);
    g_assert_cmpuint(breakings->n_variants, ==, 1);
    g_assert_cmpuint(breakings->variants->n_lines, ==, 1);
}

/* Lines beside a box are shorter, those below it are not. */
static void
test_short(void)
{
    g_autoptr(GRand) rand = g_rand_new_with_seed(4);
    g_autofree char *pattern = random_pattern(rand, 100, 0, 7);
    g_autoptr(Made) made = made_new(pattern);
    BreakShape shape = wide;
    g_autoptr(Breakings) breakings = NULL;

    shape.n_short = 3;
    shape.short_by = 60 * UNIT;
    breakings = run(made, &shape);
    for (guint i = 0; i + 1 < breakings->variants->n_lines; i++) {
        gint32 width = line_width(made, breakings->variants, i);

        g_assert_true((width <= 150 * UNIT) == (i < 3));
    }
}

static void
test_ragged(void)
{
    g_autoptr(GRand) rand = g_rand_new_with_seed(5);
    BreakShape shape = wide;

    shape.ragged = TRUE;
    shape.expansion = 0;
    for (int i = 0; i < 100; i++) {
        g_autofree char *pattern = random_pattern(rand, 60, 20, 9);
        g_autoptr(Made) made = made_new(pattern);
        g_autoptr(Breakings) breakings = run(made, &shape);
        const Breaking *best = breakings->variants;

        for (guint l = 0; l + 1 < best->n_lines; l++)
            g_assert_cmpint(line_width(made, best, l), >=,
                            .74 * shape.measure);
    }
}

/* As few lines as there can be, and equally long. */
static void
test_balance(void)
{
    g_autoptr(Made) made = made_new("xxxxx xxxxx xxxxx xxxxx xxxxx xxxxx xxxxx "
                                    "xxxxx");
    BreakShape shape = wide;
    g_autoptr(Breakings) breakings = NULL;

    shape.ragged = shape.balance = TRUE;
    shape.most_variants = 4;
    breakings = run(made, &shape);
    g_assert_cmpuint(breakings->n_variants, ==, 1);
    g_assert_cmpuint(breakings->variants->n_lines, ==, 2);
    g_assert_cmpint(line_width(made, breakings->variants, 0), ==,
                    line_width(made, breakings->variants, 1));
}

/* A long paragraph can be a line longer and a line shorter, at a price. */
static void
test_variants(void)
{
    g_autoptr(GRand) rand = g_rand_new_with_seed(6);
    BreakShape shape = wide;
    guint longer = 0, shorter = 0;

    shape.most_variants = 3;
    for (int i = 0; i < 50; i++) {
        g_autofree char *pattern = random_pattern(rand, 150, 20, 9);
        g_autoptr(Made) made = made_new(pattern);
        g_autoptr(Breakings) breakings = run(made, &shape);
        const Breaking *best = &breakings->variants[breakings->best];

        for (guint v = 0; v < breakings->n_variants; v++) {
            const Breaking *variant = &breakings->variants[v];

            if (v != breakings->best)
                g_assert_cmpfloat(variant->demerits, >, best->demerits);
            longer += variant->n_lines == best->n_lines + 1;
            shorter += variant->n_lines + 1 == best->n_lines;
        }
    }
    g_assert_cmpuint(longer, >, 40);
    g_assert_cmpuint(shorter, >, 0);
}

/* Seconds that a paragraph of n times the pattern takes. */
static double
seconds(const char *pattern, guint n, const BreakShape *shape)
{
    g_autoptr(GString) all = g_string_new(NULL);
    g_autoptr(Made) made = NULL;
    g_autoptr(Breakings) breakings = NULL;
    clock_t start;

    for (guint i = 0; i < n; i++)
        g_string_append(all, pattern);
    made = made_new(all->str);
    start = clock();
    breakings = run(made, shape);
    return (clock() - start) / (double) CLOCKS_PER_SEC;
}

static void
test_growth(void)
{
    static const char *const patterns[] = {
        "xxx xx~xxx xxxxx x xx~xx~xxx xxx xxxx xx ",
        "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "x|x|x|x|x|x|x|x|x|x|x|x|x|x|x|x|x|x|x|x|",
        "x~x~x~x~x~x~x~x~x~x~x~x~x~x~x~x~x~x~x~x~",
        "x/x/x/x/x/x/x/x/x/x/x/x/x/x/x/x/x/x/x/x/",
        "                                        ",
    };

    for (guint i = 0; i < G_N_ELEMENTS(patterns); i++)
        for (guint variants = 1; variants < 9; variants += 7) {
            BreakShape shape = wide;
            double one, four;

            shape.most_variants = variants;
            one = seconds(patterns[i], 1500, &shape);
            four = seconds(patterns[i], 6000, &shape);
            g_test_message("%u: %.3f s, %.3f s", i, one, four);
            g_assert_cmpfloat(four, <, 7 * one + .1);
        }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/breaker/optimum", test_optimum);
    g_test_add_func("/breaker/always", test_always);
    g_test_add_func("/breaker/hyphens", test_hyphens);
    g_test_add_func("/breaker/whole-words", test_whole_words);
    g_test_add_func("/breaker/runt", test_runt);
    g_test_add_func("/breaker/lone", test_lone);
    g_test_add_func("/breaker/forced", test_forced);
    g_test_add_func("/breaker/unbreakable", test_unbreakable);
    g_test_add_func("/breaker/empty", test_empty);
    g_test_add_func("/breaker/short", test_short);
    g_test_add_func("/breaker/ragged", test_ragged);
    g_test_add_func("/breaker/balance", test_balance);
    g_test_add_func("/breaker/variants", test_variants);
    g_test_add_func("/breaker/growth", test_growth);
    return g_test_run();
}
