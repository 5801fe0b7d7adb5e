/* SPDX-License-Identifier: MIT */
/* Makes items of a piece of text: chooses features, or imitates small
 * capitals and superiors where the face has none, and shows U+FFFD for what
 * no face has. */
#include "type/shape_inner.h"

#define SMALL_CAPS_SIZE .8
#define SEAM_TRACKING .02       /* em: between letters of two sizes; those who
                                 * read the file see a blank in more */
#define RAISED_SIZE .65
#define SUPERIOR_RISE .33       /* em */
#define INFERIOR_RISE -.12

/* What an item is set in, beside its place. */
typedef struct {
    guint features;
    gboolean upper;
    double size;
    gint32 rise;
} Manner;

static const Look *
look_of(const Shaper *shaper, const Piece *piece)
{
    return &shaper->text->looks[piece->look].look;
}

static ShapeStyle
style_of(Shaper *shaper, const Piece *piece, const Manner *manner)
{
    return (ShapeStyle) {
        .face = piece->face, .features = manner->features,
        .rtl = piece->level & 1, .upper = manner->upper,
        .language = shape_look_language(shaper, shaper->text,
                                        look_of(shaper, piece)),
        .script = piece->script,
    };
}

static ShapedItem *
item_new(Shaper *shaper, const Piece *piece, const Manner *manner)
{
    ShapedItem item = {
        .start = shaper->byte[piece->first], .end = shaper->byte[piece->end],
        .first_char = piece->first, .n_chars = piece->end - piece->first,
        .glyph = shaper->glyphs->len,
        .look = piece->look, .face = piece->face, .level = piece->level,
        .upper = manner->upper, .size = manner->size, .rise = manner->rise,
        .script = piece->script,
    };

    item.features = shape_features(manner->features, &item.n_features);
    g_array_append_val(shaper->items, item);
    return &g_array_index(shaper->items, ShapedItem, shaper->items->len - 1);
}

/* One U+FFFD for each character that is no mark on another. */
static void
add_missing(Shaper *shaper, const Piece *piece, const Manner *manner)
{
    ShapedItem *item = item_new(shaper, piece, manner);
    const FontFace *face = fontset_face(shaper->fonts, shaper->missing_face);
    gint64 scale = shape_scale(item->size);
    gint32 advance = shape_scaled(
        hb_font_get_glyph_h_advance(face->hb, shaper->missing_glyph), scale);

    item->face = shaper->missing_face;
    item->missing = TRUE;
    for (guint32 i = piece->first; i < piece->end; i++) {
        ShapedGlyph glyph = {
            .glyph = shaper->missing_glyph, .at = shaper->byte[i],
            .advance = advance,
        };

        if (i > piece->first
            && (shaper->what[i] & (SIGN_MARK | SIGN_HIDDEN)))
            continue;
        g_array_append_val(shaper->glyphs, glyph);
        shaper->advance[i] = advance;
        shaper->safe[i] = TRUE;
        item->n_glyphs++;
    }
}

static void
add_glyphs(Shaper *shaper, const Piece *piece, const Manner *manner)
{
    const ShapeStyle style = style_of(shaper, piece, manner);
    ShapedItem *item = item_new(shaper, piece, manner);

    shape_words(shaper, item, shape_style(shaper, &style),
                shape_tracking(look_of(shaper, piece), piece->script));
    item->n_glyphs = shaper->glyphs->len - item->glyph;
}

/* Marks in safe[] which characters of a cluster that glyph 0 is in the face
 * lacks; all, if it has each. */
static void
find_lacking(Shaper *shaper, const Piece *piece, guint32 first, guint32 end)
{
    const FontFace *face = fontset_face(shaper->fonts, piece->face);
    gboolean any = FALSE;

    for (guint32 i = first; i < end; i++) {
        hb_codepoint_t glyph;

        shaper->safe[i] = !hb_font_get_nominal_glyph(face->hb,
                                                     shaper->chars[i],
                                                     &glyph);
        any |= shaper->safe[i];
    }
    for (guint32 i = first; !any && i < end; i++)
        shaper->safe[i] = TRUE;
}

/* Marks in safe[] the characters that glyph 0 stands for; FALSE if there
 * are none. */
static gboolean
find_missing(Shaper *shaper, const Piece *piece, const ShapedItem *item)
{
    const ShapedGlyph *glyphs =
        &g_array_index(shaper->glyphs, ShapedGlyph, item->glyph);
    guint32 character = piece->first;
    gboolean any = FALSE;

    for (guint i = 0; i < item->n_glyphs && !any; i++)
        any = glyphs[i].glyph == 0;
    if (!any)
        return FALSE;
    any = FALSE;
    for (guint i = 0; i < item->n_glyphs; i++) {
        guint32 end = i + 1 < item->n_glyphs ? glyphs[i + 1].at : item->end;
        guint32 first = character;

        any |= glyphs[i].glyph == 0;
        if (end == glyphs[i].at)
            continue;
        for (; character < piece->end && shaper->byte[character] < end;
             character++)
            shaper->safe[character] = FALSE;
        if (any)
            find_lacking(shaper, piece, first, character);
        any = FALSE;
    }
    return TRUE;
}

static void
add(Shaper *shaper, const Piece *piece, const Manner *manner)
{
    guint32 n_glyphs = shaper->glyphs->len;
    guint n_items = shaper->items->len;
    g_autofree guint8 *missing = NULL;

    add_glyphs(shaper, piece, manner);
    if (!find_missing(shaper, piece, &g_array_index(shaper->items, ShapedItem,
                                                    n_items)))
        return;
    g_array_set_size(shaper->glyphs, n_glyphs);
    g_array_set_size(shaper->items, n_items);
    missing = g_memdup2(shaper->safe + piece->first,
                        piece->end - piece->first);
    for (guint32 i = piece->first; i < piece->end; i++) {
        shaper->advance[i] = 0;
        shaper->trail[i] = 0;
        shaper->safe[i] = FALSE;
    }
    for (guint32 i = piece->first, end; i < piece->end; i = end) {
        gboolean none = missing[i - piece->first];
        Piece part = *piece;

        for (end = i; end < piece->end && missing[end - piece->first] == none;)
            end++;
        part.first = i;
        part.end = end;
        if (none)
            add_missing(shaper, &part, manner);
        else
            add_glyphs(shaper, &part, manner);
    }
}

/* Whether the features change the form of a character. */
static gboolean
reaches(Shaper *shaper, const Piece *piece, const Manner *manner,
        guint32 character)
{
    const ShapeStyle style = style_of(shaper, piece, manner);
    guint number = shape_style(shaper, &style);
    guint32 start = shaper->byte[character];
    guint32 len = shaper->byte[character + 1] - start;
    const char *str = shaper->text->str + start;
    const FontFace *face = fontset_face(shaper->fonts, piece->face);
    hb_codepoint_t glyph = 0;
    guint64 *known = shape_cache_find(shaper->cache, KEY(number, KEY_REACH),
                                      str, len);
    gboolean result;

    if (known)
        return *known != 0;
    hb_font_get_nominal_glyph(face->hb, shaper->chars[character], &glyph);
    shape_raw(shaper, number, str, len, 0, len, FALSE);
    result = shaper->raw->len != 1
             || g_array_index(shaper->raw, RawGlyph, 0).glyph != glyph;
    known = shape_cache_add(shaper->cache, KEY(number, KEY_REACH), str, len,
                            sizeof *known);
    *known = result;
    return result;
}

/* Whether a character has to be a smaller capital. */
static gboolean
is_imitated(Shaper *shaper, const Piece *piece, const Manner *manner,
            guint32 character)
{
    guint what = shaper->what[character];
    gboolean all = (look_of(shaper, piece)->flags & LOOK_ALL_SMALL) != 0;
    gunichar c = shaper->chars[character];

    if (!(what & SIGN_LETTER) || (!all && (what & SIGN_UPPER)))
        return FALSE;
    if (!(what & SIGN_UPPER) && g_unichar_toupper(c) == c && c != 0xdf)
        return FALSE;
    return !reaches(shaper, piece, manner, character);
}

/* Takes most of the white away after what was added, if letters follow. */
static void
join(Shaper *shaper, const Piece *piece, guint32 end)
{
    guint32 last = end - 1;
    gint32 most = (gint32) (look_of(shaper, piece)->size * UNIT
                            * SEAM_TRACKING);
    gint32 less = shaper->trail[last] - most;

    if (end == piece->end || less <= 0
        || ((shaper->what[last] | shaper->what[end]) & SIGN_BLANK))
        return;
    g_array_index(shaper->glyphs, ShapedGlyph,
                  shaper->glyphs->len - 1).advance -= less;
    shaper->advance[last] -= less;
    shaper->trail[last] = most;
}

static void
add_small_caps(Shaper *shaper, const Piece *piece, const Manner *manner)
{
    for (guint32 i = piece->first, end; i < piece->end; i = end) {
        gboolean imitate = is_imitated(shaper, piece, manner, i);
        Manner own = *manner;
        Piece part = *piece;

        for (end = i + 1; end < piece->end; end++)
            if (!(shaper->what[end] & SIGN_MARK)
                && is_imitated(shaper, piece, manner, end) != imitate)
                break;
        part.first = i;
        part.end = end;
        if (imitate) {
            own.upper = TRUE;
            own.size *= SMALL_CAPS_SIZE;
            own.features &= ~(FEATURE_SMCP | FEATURE_C2SC);
        }
        add(shaper, &part, &own);
        join(shaper, piece, end);
    }
}

/* Whether the face has superiors for all that is to be raised. */
static gboolean
has_superiors(Shaper *shaper, const Piece *piece, const Manner *manner)
{
    if (!(manner->features & FEATURE_SUPS))
        return FALSE;
    for (guint32 i = piece->first; i < piece->end; i++)
        if (!(shaper->what[i] & SIGN_BLANK)
            && !reaches(shaper, piece, manner, i))
            return FALSE;
    return TRUE;
}

static void
shift(Manner *manner, double rise)
{
    manner->rise = (gint32) (rise * manner->size * UNIT);
    manner->size *= RAISED_SIZE;
    manner->features &= ~FEATURE_SUPS;
}

void
shape_piece(Shaper *shaper, const Piece *piece)
{
    const Look *look = look_of(shaper, piece);
    const FontFace *face = fontset_face(shaper->fonts, piece->face);
    Manner manner = {
        .features = shape_features_for(look, face), .size = look->size,
    };

    if ((look->flags & LOOK_SUPERIOR)
        && !has_superiors(shaper, piece, &manner))
        shift(&manner, SUPERIOR_RISE);
    else if (look->flags & LOOK_INFERIOR)
        shift(&manner, INFERIOR_RISE);
    if (look->flags & (LOOK_SMALL_CAPS | LOOK_ALL_SMALL))
        add_small_caps(shaper, piece, &manner);
    else
        add(shaper, piece, &manner);
}
