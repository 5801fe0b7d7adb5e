/* SPDX-License-Identifier: MIT */
/*
 * How big a dropped capital is: its top is level with the capitals of the
 * first line, its foot stands on the baseline of the last line beside it.
 */
#include "type/paragraph_drop.h"

#define WHITE .18               /* of the text's size: after the letter */

static gboolean
is_opening(gunichar c)
{
    GUnicodeType type = g_unichar_type(c);

    return type == G_UNICODE_INITIAL_PUNCTUATION ||
           type == G_UNICODE_OPEN_PUNCTUATION || c == '"' || c == '\'' ||
           c == 0xbf || c == 0xa1;
}

static gboolean
is_dropped(gunichar c)
{
    GUnicodeScript script = g_unichar_get_script(c);

    return g_unichar_isalpha(c) && (script == G_UNICODE_SCRIPT_LATIN ||
                                    script == G_UNICODE_SCRIPT_GREEK ||
                                    script == G_UNICODE_SCRIPT_CYRILLIC);
}

/* Bytes of the letter with what belongs to it; 0 if there is none. */
static guint32
drop_length(const TypeText *text)
{
    const char *p = text->str, *end = text->str + text->len;

    while (p < end && is_opening(g_utf8_get_char(p)))
        p = g_utf8_next_char(p);
    if (p >= end || !is_dropped(g_utf8_get_char(p)))
        return 0;
    do
        p = g_utf8_next_char(p);
    while (p < end && g_unichar_ismark(g_utf8_get_char(p)));
    return p - text->str;
}

static guint32
blanks_after(const TypeText *text, guint32 at)
{
    guint32 n = 0;

    while (at + n < text->len && text->str[at + n] == ' ')
        n++;
    return n;
}

/* White at the left within the first glyph. */
static gint32
drop_bearing(const FontFace *face, const ShapedGlyph *glyph, double size)
{
    hb_glyph_extents_t extents;

    if (!hb_font_get_glyph_extents(face->hb, glyph->glyph, &extents))
        return 0;
    return MAX(extents.x_bearing, 0) * size * UNIT / FONT_EM;
}

gboolean
drop_cap_init(DropCap *drop, Shaper *shaper, const TypeText *text,
              guint lines, double leading)
{
    FontSet *fonts = shaper_fonts(shaper);
    const Look *look = text->n_looks ? &text->looks[0].look : NULL;
    guint32 len = lines > 1 && look && !text->rtl ? drop_length(text) : 0;
    const FontFace *face;
    double cap, size;

    if (len == 0 || len >= text->looks[0].end)
        return FALSE;
    face = fontset_face(fonts, fontset_main(fonts, look->family,
                                            look->style));
    if (face->cap_height <= 0)
        return FALSE;
    cap = face->cap_height / (double) FONT_EM;
    size = look->size + (lines - 1) * leading / cap;
    drop->look = (LookSpan) { 0, len, *look };
    drop->look.look.size = size;
    drop->look.look.flags &= ~(LOOK_SMALL_CAPS | LOOK_ALL_SMALL);
    drop->text = *text;
    drop->text.len = len;
    drop->text.looks = &drop->look;
    drop->text.n_looks = 1;
    drop->shaped = shape_text(shaper, &drop->text);
    drop->blanks = blanks_after(text, len);
    drop->lines = lines;
    drop->hang = drop->shaped->n_glyphs > 0 ?
                 drop_bearing(face, drop->shaped->glyphs, size) : 0;
    drop->width = drop->shaped->width[drop->shaped->n_chars] - drop->hang +
                  look->size * WHITE * UNIT;
    drop->rise = -(double) (lines - 1) * leading;
    return TRUE;
}

void
drop_cap_clear(DropCap *drop)
{
    g_clear_pointer(&drop->shaped, shaped_free);
}
