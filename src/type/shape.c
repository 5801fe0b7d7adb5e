/* SPDX-License-Identifier: MIT */
/* How a text is shaped, step by step, and what comes out of it. */
#include "type/shape_inner.h"

#include <string.h>

static void
language_free(gpointer data)
{
    ShapeLanguage *language = data;

    for (guint i = 0; i < N_FAMILIES; i++)
        for (guint k = 0; k < N_FONT_STYLES; k++)
            g_clear_pointer(&language->fonts[i][k],
                            pango_font_description_free);
    g_free(language->name);
    g_free(language);
}

/* The first face that can show that something is missing; else what the
 * text's face shows for that. */
static void
find_missing_face(Shaper *shaper)
{
    shaper->missing_face = fontset_main(shaper->fonts, FAMILY_TEXT, 0);
    for (guint i = 0; i < fontset_n_faces(shaper->fonts); i++) {
        hb_codepoint_t glyph;

        if (hb_font_get_nominal_glyph(fontset_face(shaper->fonts, i)->hb,
                                      0xfffd, &glyph)) {
            shaper->missing_face = i;
            shaper->missing_glyph = glyph;
            return;
        }
    }
}

Shaper *
shaper_new(FontSet *fonts)
{
    Shaper *shaper = g_new0(Shaper, 1);

    shaper->fonts = fonts;
    shaper->buffer = hb_buffer_create();
    shaper->cache = shape_cache_new();
    shaper->styles = g_array_new(FALSE, FALSE, sizeof(ShapeStyle));
    shaper->languages = g_ptr_array_new_with_free_func(language_free);
    shaper->covers = g_new0(guint32 *, fontset_n_faces(fonts));
    shaper->raw = g_array_new(FALSE, FALSE, sizeof(RawGlyph));
    shaper->items = g_array_new(FALSE, FALSE, sizeof(ShapedItem));
    shaper->glyphs = g_array_new(FALSE, FALSE, sizeof(ShapedGlyph));
    shaper->points = g_array_new(FALSE, FALSE, sizeof(BreakPoint));
    find_missing_face(shaper);
    return shaper;
}

static void
free_buffers(Shaper *shaper)
{
    gpointer buffers[] = {
        shaper->byte, shaper->chars, shaper->what, shaper->cuts,
        shaper->safe, shaper->space, shaper->advance, shaper->trail,
        shaper->width, shaper->stretch, shaper->shrink, shaper->expand,
        shaper->attrs,
    };
    GArray *arrays[] = {
        shaper->styles, shaper->raw, shaper->items, shaper->glyphs,
        shaper->points,
    };

    for (gsize i = 0; i < G_N_ELEMENTS(buffers); i++)
        g_free(buffers[i]);
    for (gsize i = 0; i < G_N_ELEMENTS(arrays); i++)
        g_array_unref(arrays[i]);
}

void
shaper_free(Shaper *shaper)
{
    if (!shaper)
        return;
    if (shaper->slot && shaper->free_slot)
        shaper->free_slot(shaper->slot);
    free_buffers(shaper);
    for (guint i = 0; i < fontset_n_faces(shaper->fonts); i++)
        g_free(shaper->covers[i]);
    g_free(shaper->covers);
    g_ptr_array_unref(shaper->languages);
    shape_cache_free(shaper->cache);
    hb_buffer_destroy(shaper->buffer);
    g_clear_object(&shaper->context);
    g_free(shaper);
}

FontSet *
shaper_fonts(const Shaper *shaper)
{
    return shaper->fonts;
}

gpointer *
shaper_slot(Shaper *shaper, GDestroyNotify free_slot)
{
    if (free_slot)
        shaper->free_slot = free_slot;
    return &shaper->slot;
}

/* Everything in one block; offsets are multiples of 8. */
typedef struct {
    char *base;                 /* NULL: only counting */
    gsize used;
} Block;

static gpointer
block_take(Block *block, gconstpointer from, gsize n, gsize size)
{
    char *to = block->base ? block->base + block->used : NULL;

    if (to && n > 0)
        memcpy(to, from, n * size);
    block->used += (n * size + 7) / 8 * 8;
    return to;
}

static gsize
lay_out(Block *block, Shaped *shaped, const Shaper *shaper)
{
    gsize n = shaper->n_chars + 1;

#define TAKE(field, from, count) \
    shaped->field = block_take(block, from, count, sizeof *shaped->field)
    block->used = (sizeof *shaped + 7) / 8 * 8;
    TAKE(byte, shaper->byte, n);
    TAKE(width, shaper->width, n);
    TAKE(stretch, shaper->stretch, n);
    TAKE(shrink, shaper->shrink, n);
    TAKE(expand, shaper->expand, n);
    TAKE(safe, shaper->safe, n);
    TAKE(space, shaper->space, n);
    TAKE(items, shaper->items->data, shaper->items->len);
    TAKE(glyphs, shaper->glyphs->data, shaper->glyphs->len);
    TAKE(points, shaper->points->data, shaper->points->len);
#undef TAKE
    return block->used;
}

static gint32
first_hang(const Shaper *shaper)
{
    guint i = shaper->n_chars > 0 ? shape_sign_index(shaper->chars[0])
                                  : G_MAXUINT;
    guint8 hang, hang_next = 0;

    if (i < N_SIGNS)
        hang_next = shape_signs()[i].hang_next;
    else if (shaper->n_chars > 0)
        shape_hang_find(shaper->chars[0], &hang, &hang_next);
    return shaper->n_chars > 0 ? shaper->advance[0] * hang_next / 100 : 0;
}

static Shaped *
shaped_new(const Shaper *shaper)
{
    Shaped counted = { 0 };
    Block block = { 0 };
    Shaped *shaped;

    block.base = g_malloc(lay_out(&block, &counted, shaper));
    shaped = (Shaped *) block.base;
    *shaped = (Shaped) {
        .text = shaper->text,
        .n_chars = shaper->n_chars,
        .n_items = shaper->items->len,
        .n_glyphs = shaper->glyphs->len,
        .n_points = shaper->points->len,
        .hang_first = first_hang(shaper),
    };
    lay_out(&block, shaped, shaper);
    return shaped;
}

static void
shape_begin(Shaper *shaper, const TypeText *text)
{
    guint32 n;

    shaper->text = text;
    shaper->has_trail = FALSE;
    g_array_set_size(shaper->items, 0);
    g_array_set_size(shaper->glyphs, 0);
    g_array_set_size(shaper->points, 0);
    n = shaper->n_chars + 1;
    memset(shaper->advance, 0, n * sizeof *shaper->advance);
    memset(shaper->trail, 0, n * sizeof *shaper->trail);
    memset(shaper->safe, 0, n);
    memset(shaper->space, SPACE_NONE, n);
    memset(shaper->cuts, 0, n);
    shaper->safe[n - 1] = TRUE;
}

/* Up to the sums. */
static void
shape_glyphs(Shaper *shaper, const TypeText *text)
{
    gboolean simple = shape_signs_read(shaper, text) && !text->rtl
                      && !shaper->no_simple;

    shape_begin(shaper, text);
    if (text->len > 0 && !(simple && shape_simple(shaper))) {
        if (!shaper->context)
            shaper->context = fontset_context(shaper->fonts);
        shape_items_pango(shaper);
    }
    if (shaper->has_cjk)
        shape_cjk(shaper);
    shape_space(shaper);
}

Shaped *
shape_text(Shaper *shaper, const TypeText *text)
{
    shape_glyphs(shaper, text);
    shape_divide(shaper);
    shape_points(shaper);
    return shaped_new(shaper);
}

Shaped *
shape_text_cut(Shaper *shaper, const TypeText *text, gint32 most,
               gboolean hyphens)
{
    shape_glyphs(shaper, text);
    shape_divide(shaper);
    shape_cut(shaper, most, hyphens);
    shape_points(shaper);
    return shaped_new(shaper);
}

void
shaped_free(Shaped *shaped)
{
    g_free(shaped);
}

double
shape_width(Shaper *shaper, const TypeText *text)
{
    shape_glyphs(shaper, text);
    return (double) (gint32) shaper->width[shaper->n_chars] / UNIT;
}
