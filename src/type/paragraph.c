/* SPDX-License-Identifier: MIT */
/* What is asked of the breaker and of setline for a paragraph of a given
 * shape, and what is kept of it. */
#include "type/paragraph.h"

#include <math.h>

#include "type/paragraph_drop.h"
#include "type/setline.h"

#define NEARLY (1. / 30)        /* of the measure: see LineWish */
#define NARROW 20               /* ems: a measure of less has so few spaces
                                 * in a line that letters give way more */
#define NARROW_EXPANSION 1.25
#define LATE 200                /* penalty: a line ends there only where
                                 * nothing else helps */

struct Paragraph {
    ParagraphShape shape;
    BreakShape lines;
    Shaped *shaped;             /* of all but the drop cap */
    Breakings *breakings;
    DropCap drop;
    guint32 offset;             /* bytes of the text before shaped's */
    TypeText rest;              /* the text after a drop cap */
    LookSpan *rest_looks;
};

/* What a shaper keeps for us. */
typedef struct {
    Breaker *breaker;
    Setline *set;
} Desk;

static void
desk_free(gpointer data)
{
    Desk *desk = data;

    breaker_free(desk->breaker);
    setline_free(desk->set);
    g_free(desk);
}

static Desk *
desk_of(Shaper *shaper)
{
    gpointer *slot = shaper_slot(shaper, desk_free);
    Desk *desk = *slot;

    if (!desk) {
        *slot = desk = g_new(Desk, 1);
        desk->breaker = breaker_new();
        desk->set = setline_new();
    }
    return desk;
}

static gint32
units(double points)
{
    return lrint(CLAMP(points, -1e6, 1e6) * UNIT);
}

static BreakShape
break_shape(const ParagraphShape *shape, const TypeText *text)
{
    gboolean ragged = shape->align != SET_JUSTIFY || shape->balance;
    double em = text->n_looks ? text->looks[0].look.size : 0;
    double part = shape->measure < NARROW * em ? NARROW_EXPANSION : 1;

    return (BreakShape) {
        .measure = units(shape->measure + MIN(shape->indent, 0)),
        .indent = units(shape->indent),
        .ragged = ragged,
        .balance = shape->balance,
        .protrude = shape->protrude && (shape->align == SET_JUSTIFY ||
                                        shape->align == SET_START),
        .expansion = ragged ? 0 : shape->expansion * part,
        .hyphens = shape->hyphens,
        .most_variants = MAX(shape->variants, 1),
    };
}

/* The text without its first letter. */
static void
set_rest(Paragraph *paragraph, const TypeText *text)
{
    guint32 offset = paragraph->drop.text.len + paragraph->drop.blanks;
    TypeText *rest = &paragraph->rest;
    LookSpan *looks = g_new(LookSpan, text->n_looks);
    guint n = 0;

    for (guint i = 0; i < text->n_looks; i++) {
        LookSpan span = text->looks[i];

        if (span.end <= offset)
            continue;
        span.start = span.start > offset ? span.start - offset : 0;
        span.end -= offset;
        looks[n++] = span;
    }
    *rest = *text;
    rest->str = text->str + offset;
    rest->len = text->len - offset;
    rest->looks = paragraph->rest_looks = looks;
    rest->n_looks = n;
    paragraph->offset = offset;
}

/* Forgets variants with too few lines to stand beside the drop cap; FALSE
 * if the best is one. */
static gboolean
stands_beside(Breakings *breakings, guint lines)
{
    guint from = 0;

    while (from < breakings->n_variants &&
           breakings->variants[from].n_lines <= lines)
        from++;
    if (from > breakings->best)
        return FALSE;
    breakings->variants += from;
    breakings->n_variants -= from;
    breakings->best -= from;
    return TRUE;
}

/* Words are cut only if a line would be too long for its measure. */
static void
set_lines(Paragraph *paragraph, Shaper *shaper, const TypeText *text,
          const BreakShape *lines)
{
    Breaker *breaker = desk_of(shaper)->breaker;
    gint32 most = breaker_length(lines, lines->n_short);
    const Breakings *found;

    paragraph->shaped = shape_text(shaper, text);
    paragraph->breakings = breaker_run(breaker, paragraph->shaped, lines);
    found = paragraph->breakings;
    if (!found->variants[found->best].overfull)
        return;
    breakings_free(paragraph->breakings);
    shaped_free(paragraph->shaped);
    most = MIN(most, breaker_length(lines, 0));
    paragraph->shaped = shape_text_cut(shaper, text, most, lines->hyphens);
    paragraph->breakings = breaker_run(breaker, paragraph->shaped, lines);
}

static gboolean
set_dropped(Paragraph *paragraph, Shaper *shaper, const TypeText *text)
{
    DropCap *drop = &paragraph->drop;
    BreakShape lines = paragraph->lines;

    if (!drop_cap_init(drop, shaper, text, paragraph->shape.drop_cap,
                       paragraph->shape.leading))
        return FALSE;
    set_rest(paragraph, text);
    lines.indent = 0;
    lines.n_short = drop->lines;
    lines.short_by = drop->width;
    set_lines(paragraph, shaper, &paragraph->rest, &lines);
    if (drop->width < lines.measure / 2 &&
        stands_beside(paragraph->breakings, drop->lines)) {
        paragraph->lines = lines;
        return TRUE;
    }
    g_clear_pointer(&paragraph->breakings, breakings_free);
    g_clear_pointer(&paragraph->shaped, shaped_free);
    g_clear_pointer(&paragraph->rest_looks, g_free);
    drop_cap_clear(drop);
    paragraph->offset = 0;
    return FALSE;
}

Paragraph *
paragraph_new(Shaper *shaper, const TypeText *text,
              const ParagraphShape *shape)
{
    Paragraph *paragraph = g_new0(Paragraph, 1);

    paragraph->shape = *shape;
    paragraph->lines = break_shape(shape, text);
    if (set_dropped(paragraph, shaper, text))
        return paragraph;
    set_lines(paragraph, shaper, text, &paragraph->lines);
    return paragraph;
}

void
paragraph_free(Paragraph *paragraph)
{
    if (!paragraph)
        return;
    breakings_free(paragraph->breakings);
    shaped_free(paragraph->shaped);
    drop_cap_clear(&paragraph->drop);
    g_free(paragraph->rest_looks);
    g_free(paragraph);
}

guint
paragraph_n_variants(const Paragraph *paragraph)
{
    return paragraph->breakings->n_variants;
}

static const Breaking *
variant_of(const Paragraph *paragraph, guint variant)
{
    g_assert(variant < paragraph->breakings->n_variants);
    return &paragraph->breakings->variants[variant];
}

guint
paragraph_n_lines(const Paragraph *paragraph, guint variant)
{
    return variant_of(paragraph, variant)->n_lines;
}

guint
paragraph_best(const Paragraph *paragraph)
{
    return paragraph->breakings->best;
}

double
paragraph_cost(const Paragraph *paragraph, guint variant)
{
    double best = variant_of(paragraph, paragraph_best(paragraph))->demerits;

    return MAX(variant_of(paragraph, variant)->demerits - best, 0);
}

static const BreakPoint *
point_of(const Paragraph *paragraph, guint variant, guint i)
{
    const Breaking *breaking = variant_of(paragraph, variant);

    g_assert(i < breaking->n_lines);
    return &paragraph->shaped->points[breaking->points[i]];
}

gboolean
paragraph_hyphen(const Paragraph *paragraph, guint variant, guint i)
{
    return point_of(paragraph, variant, i)->kind == BREAK_HYPHEN;
}

guint
paragraph_line_at(const Paragraph *paragraph, guint variant, guint32 at)
{
    const guint32 *bytes = paragraph->shaped->byte;
    guint low = 0, high = paragraph_n_lines(paragraph, variant) - 1;

    at = at > paragraph->offset ? at - paragraph->offset : 0;
    while (low < high) {
        guint middle = low + (high - low) / 2;

        if (bytes[point_of(paragraph, variant, middle)->next] <= at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static void
add_drop(const Paragraph *paragraph, Shaper *shaper, Setline *set)
{
    const DropCap *drop = &paragraph->drop;
    const LineWish wish = {
        .to = &drop->shaped->points[drop->shaped->n_points - 1],
        .length = drop->width,
        .align = SET_START,
        .hang_start = drop->hang,
        .rise = drop->rise,
        .blanks = drop->blanks,
    };

    setline_add(set, shaper, drop->shaped, &wish);
}

const Line *
paragraph_line(Paragraph *paragraph, Shaper *shaper, guint variant, guint i)
{
    const Shaped *shaped = paragraph->shaped;
    const BreakShape *lines = &paragraph->lines;
    SetAlign align = paragraph->shape.align;
    Setline *set = desk_of(shaper)->set;
    LineWish wish = {
        .from = i > 0 ? point_of(paragraph, variant, i - 1) : NULL,
        .to = point_of(paragraph, variant, i),
        .length = breaker_length(lines, i),
        .align = align == SET_JUSTIFY && lines->ragged ? SET_START : align,
        .expansion = lines->expansion,
        .nearly = MAX(ABS(lines->indent), lines->measure * NEARLY),
        .offset = paragraph->offset,
    };

    wish.left = shaped->text->rtl ? 0 :
                units(paragraph->shape.measure) - wish.length;
    if (lines->protrude)
        wish.hang_start = wish.from ? wish.from->hang_next :
                          shaped->hang_first;
    if (lines->protrude && !lines->ragged)
        wish.hang_end = wish.to->hang;
    setline_begin(set);
    if (i == 0 && paragraph->drop.shaped)
        add_drop(paragraph, shaper, set);
    setline_add(set, shaper, shaped, &wish);
    return setline_end(set);
}

static gint32
width_between(const Shaped *shaped, guint32 from, guint32 to)
{
    return (guint32) shaped->width[to] - (guint32) shaped->width[from];
}

void
paragraph_widths(Shaper *shaper, const TypeText *text, double *least,
                 double *most)
{
    g_autoptr(Shaped) shaped = shape_text(shaper, text);
    guint32 word = 0, line = 0;
    gint32 least_units = 0, most_units = 0;

    for (guint i = 0; i < shaped->n_points; i++) {
        const BreakPoint *point = &shaped->points[i];
        gboolean closed = point->kind == BREAK_FORCED ||
                          point->kind == BREAK_END;

        if (point->kind == BREAK_HYPHEN ||
            (point->penalty >= LATE && !closed))
            continue;
        least_units = MAX(least_units,
                          width_between(shaped, word, point->end));
        word = point->next;
        if (!closed)
            continue;
        most_units = MAX(most_units, width_between(shaped, line, point->end));
        line = point->next;
    }
    *least = least_units / (double) UNIT;
    *most = most_units / (double) UNIT;
}
