/* SPDX-License-Identifier: MIT */
/* Decides how a line of words becomes glyphs in places. */
#include "cover/line.h"

#include <string.h>

#define SHAPED 100.0        /* size in which everything is shaped */
#define SPACING 0.09        /* between capitals, in sizes */

/* Whether letters may be spaced: not where they join or stack. */
static gboolean
is_spaceable(const char *text)
{
    for (const char *p = text; *p; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        if (c >= 0x0590 && c < 0x1e00 && g_unichar_isalpha(c))
            return FALSE;
    }
    return TRUE;
}

static PangoAttrList *
attributes(const Kit *kit, const Manner *manner)
{
    PangoAttrList *attrs = pango_attr_list_new();
    PangoFontDescription *font = pango_font_description_new();
    pango_font_description_set_family_static(font, kit->families);
    pango_font_description_set_absolute_size(font, SHAPED * PANGO_SCALE);
    if (manner->italic)
        pango_font_description_set_style(font, PANGO_STYLE_ITALIC);
    pango_attr_list_insert(attrs, pango_attr_font_desc_new(font));
    pango_font_description_free(font);
    if (manner->small_caps)
        pango_attr_list_insert(attrs,
                               pango_attr_font_features_new("smcp, c2sc"));
    return attrs;
}

/* Pieces of one font, script and direction, in logical order. */
static GList *
itemize(const Kit *kit, const char *text, const Manner *manner)
{
    PangoAttrList *attrs = attributes(kit, manner);
    GList *items = pango_itemize_with_base_dir(
        kit->context,
        manner->rtl ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR, text, 0,
        (int)strlen(text), attrs, NULL);
    pango_attr_list_unref(attrs);
    return items;
}

/* Between letters, in units of Pango. */
static int
spacing_for(const char *text, const Manner *manner)
{
    return manner->spaced && is_spaceable(text)
           ? (int)(SPACING * SHAPED * PANGO_SCALE) : 0;
}

static PangoGlyphItem *
run_new(const char *text, const PangoItem *item, int spacing)
{
    /* A glyph item is freed as one, and its parts with it. */
    PangoGlyphItem piece = { .item = (PangoItem *)item,
                             .glyphs = pango_glyph_string_new() };
    pango_shape_full(text + item->offset, item->length, text, -1,
                     &item->analysis, piece.glyphs);
    for (int i = 0; i < piece.glyphs->num_glyphs; i++)
        if (piece.glyphs->glyphs[i].attr.is_cluster_start)
            piece.glyphs->glyphs[i].geometry.width += spacing;
    PangoGlyphItem *run = pango_glyph_item_copy(&piece);
    pango_glyph_string_free(piece.glyphs);
    return run;
}

static void
free_item(gpointer item)
{
    pango_item_free(item);
}

static void
free_run(gpointer run)
{
    pango_glyph_item_free(run);
}

/* Takes what is before byte end off the front of items. */
static GList *
take_until(GList **items, const char *text, int end)
{
    GList *taken = NULL;
    while (*items) {
        PangoItem *item = (*items)->data;
        if (item->offset >= end)
            break;
        int length = end - item->offset;
        if (length < item->length) {
            taken = g_list_prepend(taken, pango_item_split(
                item, length,
                (int)g_utf8_strlen(text + item->offset, length)));
            break;
        }
        taken = g_list_prepend(taken, item);
        *items = g_list_delete_link(*items, *items);
    }
    return g_list_reverse(taken);
}

static void
measure_ink(Line *line)
{
    double x = 0, unit = line->scale / PANGO_SCALE;
    line->left = G_MAXDOUBLE;
    line->right = -G_MAXDOUBLE;
    for (GList *l = line->runs; l; l = l->next) {
        const PangoGlyphItem *run = l->data;
        PangoRectangle ink, logical;
        pango_glyph_string_extents(run->glyphs, run->item->analysis.font,
                                   &ink, &logical);
        if (ink.width > 0) {
            line->left = MIN(line->left, x + ink.x * unit);
            line->right = MAX(line->right, x + (ink.x + ink.width) * unit);
            line->above = MAX(line->above, -ink.y * unit);
            line->below = MAX(line->below, (ink.y + ink.height) * unit);
        }
        x += logical.width * unit;
    }
    if (line->right < line->left)
        line->left = line->right = 0;
}

static void
line_init(Line *line, const char *text, GList *items, int spacing)
{
    GList *visual = pango_reorder_items(items);
    for (GList *l = visual; l; l = l->next)
        line->runs = g_list_prepend(line->runs,
                                    run_new(text, l->data, spacing));
    line->runs = g_list_reverse(line->runs);
    g_list_free(visual);
    g_list_free_full(items, free_item);
    measure_ink(line);
}

Line *
lines_new(const Kit *kit, const char *text, const Manner *manner,
          double size, const guint *starts, const guint *ends, guint n)
{
    Line *lines = g_new0(Line, n);
    GList *items = itemize(kit, text, manner);
    int spacing = spacing_for(text, manner);
    for (guint i = 0; i < n; i++) {
        lines[i].scale = size / SHAPED;
        const char *start = g_utf8_offset_to_pointer(text, starts[i]);
        const char *end = g_utf8_offset_to_pointer(text, ends[i]);
        g_list_free_full(take_until(&items, text, (int)(start - text)),
                         free_item);
        line_init(&lines[i], text,
                  take_until(&items, text, (int)(end - text)), spacing);
    }
    g_list_free_full(items, free_item);
    return lines;
}

void
lines_free(Line *lines, guint n)
{
    for (guint i = 0; i < n; i++)
        g_list_free_full(lines[i].runs, free_run);
    g_free(lines);
}

void
line_draw(const Line *line, cairo_t *cr, double x, double y)
{
    cairo_save(cr);
    cairo_translate(cr, x, y);
    cairo_scale(cr, line->scale, line->scale);
    double at = 0;
    for (GList *l = line->runs; l; l = l->next) {
        PangoGlyphItem *run = l->data;
        cairo_move_to(cr, at, 0);
        pango_cairo_show_glyph_string(cr, run->item->analysis.font,
                                      run->glyphs);
        at += (double)pango_glyph_string_get_width(run->glyphs)
              / PANGO_SCALE;
    }
    cairo_restore(cr);
}

double *
line_positions(const Kit *kit, const char *text, const Manner *manner)
{
    gsize n = (gsize)g_utf8_strlen(text, -1), at = 0;
    double *x = g_new0(double, n + 1);
    GList *items = itemize(kit, text, manner);
    int spacing = spacing_for(text, manner);
    for (GList *l = items; l; l = l->next) {
        PangoGlyphItem *run = run_new(text, l->data, spacing);
        g_autofree int *widths = g_new(int, (gsize)run->item->num_chars);
        pango_glyph_item_get_logical_widths(run, text, widths);
        for (int i = 0; i < run->item->num_chars; i++, at++)
            x[at + 1] = x[at] + widths[i] / (SHAPED * PANGO_SCALE);
        pango_glyph_item_free(run);
    }
    g_list_free_full(items, free_item);
    return x;
}
