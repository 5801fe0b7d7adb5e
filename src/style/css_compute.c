/* SPDX-License-Identifier: MIT */
/* How a declared value becomes one in points, and what is inherited. */
#include "style/css_compute.h"

#include <string.h>

#include "model/language.h"

#define CSS_SMALLEST 1.0        /* points: no text is smaller */
#define CSS_LARGEST 1000.0      /* or larger, */
#define CSS_FARTHEST 20000.0    /* and no length longer */
#define CSS_LINES 99            /* orphans, widows and drop caps at most */

const CssWork css_initial = {
    .style = {
        .size = 10, .line_height = 12.5, .align = CSS_JUSTIFY,
        .orphans = 2, .widows = 2,
    },
    .align = CSS_JUSTIFY,
    .border_width = { 1, 1, 1, 1 },
    .rule_width = 1,
};

/* em: what an em is. */
static double
compute_unit(CssUnit unit, double em, const CssWork *work,
             const CssContext *context)
{
    switch (unit) {
    case CSS_NUMBER:
    case CSS_POINTS:
        return 1;
    case CSS_EM:
        return em;
    case CSS_REM:
        return context->size;
    case CSS_LINE:
        return work->style.line_height;
    case CSS_ROOT_LINE:
        return context->root_line;
    case CSS_PART:
        return context->measure;
    case CSS_AUTO:
        return 0;
    }
    return 0;
}

static double
compute_length(CssLength length, double em, const CssWork *work,
               const CssContext *context)
{
    double points = length.number * compute_unit(length.unit, em, work,
                                                 context);

    return CLAMP(points, -CSS_FARTHEST, CSS_FARTHEST);
}

static void
compute_set_size(CssWork *work, CssLength length, const CssContext *context)
{
    double em = context->parent ? context->parent->style.size
                                : context->size;

    if (length.unit == CSS_PART)
        length.unit = CSS_EM;
    work->style.size = CLAMP(compute_length(length, em, work, context),
                             CSS_SMALLEST, CSS_LARGEST);
}

static void
compute_set_line_height(CssWork *work, CssLength length,
                        const CssContext *context)
{
    double size = work->style.size;

    if (length.unit == CSS_PART)
        length.unit = CSS_EM;
    work->style.line_fixed = length.unit != CSS_NUMBER;
    if (length.unit == CSS_NUMBER)
        length.unit = CSS_EM;
    work->style.line_height = compute_length(length, size, work, context);
}

static int
compute_whole(guint property, double number)
{
    if (property == CSS_WEIGHT)
        return number >= 600;
    return CLAMP(number, 0, CSS_LINES);
}

static void
compute_copy(CssWork *work, const CssWork *from, guint id)
{
    const CssProperty *property = &css_properties[id];
    gsize len = property->whole ? sizeof(int)
                : property->takes & CSS_TAKES_STRING ? sizeof(char *)
                                                     : sizeof(double);

    memcpy((char *) work + property->offset,
           (const char *) from + property->offset, len);
    if (id == CSS_LINE_HEIGHT)
        work->style.line_fixed = from->style.line_fixed;
}

static void
compute_set(CssWork *work, guint id, const CssDeclaration *declaration,
            const CssContext *context)
{
    const CssProperty *property = &css_properties[id];
    const CssLength length = declaration->length;
    void *field = (char *) work + property->offset;
    CssForm form = declaration->form;

    if (form == CSS_AS_UNSET)
        form = property->inherited ? CSS_AS_INHERIT : CSS_AS_INITIAL;
    if (form == CSS_AS_INHERIT && context->parent)
        compute_copy(work, context->parent, id);
    else if (form == CSS_AS_STRING)
        *(const char **) field = declaration->string;
    else if (form != CSS_AS_LENGTH)
        compute_copy(work, &css_initial, id);
    else if (id == CSS_FONT_SIZE)
        compute_set_size(work, length, context);
    else if (id == CSS_LINE_HEIGHT)
        compute_set_line_height(work, length, context);
    else if (property->whole)
        *(int *) field = compute_whole(id, length.number);
    else
        *(double *) field = compute_length(length, work->style.size, work,
                                           context);
}

/* What is inherited comes from the parent; the rest is as at first. */
static void
compute_inherit(CssWork *work, const CssContext *context)
{
    const CssWork *from = context->parent;

    *work = css_initial;
    if (!from) {
        work->style.size = context->size;
        work->style.line_height = context->root_line;
        return;
    }
    memcpy(&work->style, &from->style, G_STRUCT_OFFSET(CssStyle, margin));
    work->align = from->align;
}

/* What follows from several properties. */
static void
compute_finish(CssWork *work, const CssWinners *winners)
{
    CssStyle *style = &work->style;
    guint autos = 0;

    for (guint i = 0; i < winners->n; i++) {
        guint id = winners->set[i].property;
        const CssDeclaration *declaration = winners->set[i].declaration;

        if ((id == CSS_MARGIN + CSS_START || id == CSS_MARGIN + CSS_END) &&
            declaration->form == CSS_AS_LENGTH)
            autos += declaration->length.unit == CSS_AUTO;
    }
    style->centred = autos == 2;
    for (guint side = 0; side < 4; side++)
        style->border[side] = work->border[side] ? work->border_width[side]
                                                 : 0;
    if (work->align == CSS_ALIGN_LEFT)
        work->align = winners->rtl ? CSS_ALIGN_END : CSS_ALIGN_START;
    else if (work->align == CSS_ALIGN_RIGHT)
        work->align = winners->rtl ? CSS_ALIGN_START : CSS_ALIGN_END;
    style->align = work->align;
}

void
css_apply(CssWork *work, const CssWinners *winners, const CssContext *context)
{
    double size;
    guint i = 0;

    compute_inherit(work, context);
    size = work->style.size;
    if (i < winners->n && winners->set[i].property == CSS_FONT_SIZE) {
        if (!context->keep_size)
            compute_set(work, CSS_FONT_SIZE, winners->set[i].declaration,
                        context);
        i++;
    }
    if (!work->style.line_fixed)
        work->style.line_height *= work->style.size / size;
    for (; i < winners->n; i++)
        compute_set(work, winners->set[i].property,
                    winners->set[i].declaration, context);
    compute_finish(work, winners);
}

CssWinners *
css_winners(const CssRules *rules, const CssNode *node)
{
    const CssDeclaration *wins[N_CSS_PROPERTIES];
    const gboolean rtl = language_is_rtl(css_language(node));
    CssWinners *winners;
    guint n = 0;

    css_rules_match(rules, node, rtl, wins);
    for (guint id = 0; id < N_CSS_PROPERTIES; id++)
        n += wins[id] != NULL;
    winners = g_malloc(sizeof *winners + n * sizeof *winners->set);
    winners->rtl = rtl;
    winners->n = 0;
    for (guint id = 0; id < N_CSS_PROPERTIES; id++)
        if (wins[id]) {
            winners->set[winners->n].property = id;
            winners->set[winners->n++].declaration = wins[id];
        }
    return winners;
}
