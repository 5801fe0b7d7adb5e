/* SPDX-License-Identifier: MIT */
/* White around full-width signs: some between ideographs and Latin letters,
 * less where two signs meet that are half white (W3C: Requirements for
 * Japanese Text Layout, 3.1 and 3.2). */
#include "type/shape_inner.h"

#define MIXED_WHITE .125        /* em */

/* The side of a full-width sign that is white. */
typedef enum { WHITE_NONE, WHITE_BEFORE, WHITE_AFTER } White;

static White
white_of(const Shaper *shaper, guint32 i, const ShapeLanguage *language)
{
    gunichar c = shaper->chars[i];
    gboolean stop = c == 0x3001 || c == 0x3002 || c == 0xff0c || c == 0xff0e;

    if (!(shaper->what[i] & SIGN_CJK) || (stop && language->centred_stops))
        return WHITE_NONE;
    if (language->left_signs
        && (c == 0xff01 || c == 0xff1a || c == 0xff1b || c == 0xff1f))
        return WHITE_AFTER;
    switch ((int) g_unichar_break_type(c)) {
    case G_UNICODE_BREAK_OPEN_PUNCTUATION: return WHITE_BEFORE;
    case G_UNICODE_BREAK_CLOSE_PUNCTUATION: return WHITE_AFTER;
    default: return WHITE_NONE;
    }
}

static gboolean
is_ideograph(guint what)
{
    return (what & SIGN_CJK) && (what & SIGN_LETTER);
}

static gboolean
is_western(guint what)
{
    return (what & (SIGN_LETTER | SIGN_DIGIT))
           && !(what & (SIGN_CJK | SIGN_HANGUL));
}

/* A character whose last glyph is glyph, and the next. */
static void
set_white(Shaper *shaper, ShapedGlyph *glyph, guint32 first, guint32 next,
          const ShapeLanguage *language, gint32 em)
{
    guint what = shaper->what[next - 1], after = shaper->what[next];
    White white = white_of(shaper, first, language);
    gint32 more = 0;

    if ((is_ideograph(what) && is_western(after))
        || (is_western(what) && is_ideograph(after))) {
        more = em * MIXED_WHITE;
        shaper->trail[next - 1] += more;
        shaper->space[next - 1] = SPACE_IDEOGRAPH;
        shaper->has_trail = TRUE;
    } else if (glyph->advance * 10 < em * 9) {
        return;
    } else if (white == WHITE_AFTER
               && white_of(shaper, next, language) != WHITE_NONE) {
        more = -em / 2;
    } else if (white == WHITE_BEFORE && first > 0
               && white_of(shaper, first - 1, language) == WHITE_BEFORE) {
        more = -em / 2;
        glyph->dx += more;
    }
    glyph->advance += more;
    shaper->advance[first] += more;
}

void
shape_cjk(Shaper *shaper)
{
    for (guint k = 0; k < shaper->items->len; k++) {
        const ShapedItem *item =
            &g_array_index(shaper->items, ShapedItem, k);
        ShapedGlyph *glyphs =
            &g_array_index(shaper->glyphs, ShapedGlyph, item->glyph);
        guint32 end = item->first_char + item->n_chars;
        guint32 first = item->first_char, next;
        const ShapeStyle style =
            shape_item_style(shaper, shaper->text, item);
        const ShapeLanguage *language =
            shaper->languages->pdata[style.language];

        if (item->level & 1)
            continue;
        for (guint i = 0; i < item->n_glyphs; i++) {
            guint32 stop = i + 1 < item->n_glyphs ? glyphs[i + 1].at
                                                  : item->end;

            if (stop == glyphs[i].at)
                continue;
            for (next = first; next < end && shaper->byte[next] < stop;)
                next++;
            set_white(shaper, &glyphs[i], first, next, language,
                      (gint32) (item->size * UNIT));
            first = next;
        }
    }
}
