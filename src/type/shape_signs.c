/* SPDX-License-Identifier: MIT */
/* What a character is to the shaper, and which texts are so plain that they
 * can go the simple way: those of one script of Europe, in characters that
 * stand alone. */
#include "type/shape_inner.h"

#include <string.h>

static Sign signs[N_SIGNS];

guint
shape_sign_index(gunichar c)
{
    if (c < N_SIGNS_LOW)
        return c;
    return c - 0x2000u < N_SIGNS - N_SIGNS_LOW ? c - 0x2000u + N_SIGNS_LOW
                                               : G_MAXUINT;
}

static guint
cjk_what(gunichar c)
{
    static const gunichar ranges[][2] = {
        { 0x2e80, 0x312f }, { 0x3190, 0x4dbf }, { 0x4e00, 0x9fff },
        { 0xf900, 0xfaff }, { 0xfe30, 0xfe4f }, { 0xff00, 0xff60 },
        { 0xffe0, 0xffe6 }, { 0x1b000, 0x1b16f }, { 0x20000, 0x3ffff },
    };

    if ((c >= 0xac00 && c <= 0xd7ff) || (c >= 0x1100 && c <= 0x11ff)
        || (c >= 0x3130 && c <= 0x318f))
        return SIGN_HANGUL;
    for (gsize i = 0; i < G_N_ELEMENTS(ranges); i++)
        if (c >= ranges[i][0] && c <= ranges[i][1])
            return SIGN_CJK;
    return 0;
}

static guint
type_what(gunichar c)
{
    switch ((int) g_unichar_type(c)) {
    case G_UNICODE_UPPERCASE_LETTER:
    case G_UNICODE_TITLECASE_LETTER:
        return SIGN_LETTER | SIGN_UPPER;
    case G_UNICODE_LOWERCASE_LETTER:
    case G_UNICODE_MODIFIER_LETTER:
    case G_UNICODE_OTHER_LETTER:
        return SIGN_LETTER;
    case G_UNICODE_DECIMAL_NUMBER:
        return SIGN_DIGIT;
    case G_UNICODE_SPACING_MARK:
    case G_UNICODE_ENCLOSING_MARK:
    case G_UNICODE_NON_SPACING_MARK:
        return SIGN_MARK;
    case G_UNICODE_FORMAT:
        return SIGN_HIDDEN;
    case G_UNICODE_SPACE_SEPARATOR:
        return c == 0xa0 || c == 0x2007 || c == 0x202f ? SIGN_FREE
               : SIGN_BLANK | SIGN_FREE;
    default:
        return 0;
    }
}

static guint
sign_compute(gunichar c)
{
    switch (c) {
    case '\n': case '\r': case '\f': case '\v': case 0x85: case 0x2028:
    case 0x2029:
        return SIGN_BLANK | SIGN_LINE | SIGN_FREE;
    case '\t':
        return SIGN_BLANK | SIGN_TAB | SIGN_FREE;
    case ' ':
        return SIGN_BLANK | SIGN_STRETCH | SIGN_FREE;
    case 0xa0:
        return SIGN_STRETCH | SIGN_FREE;
    case 0xad:
        return SIGN_SOFT | SIGN_FREE;
    case '@': case '/': case '_': case '\\':
        return SIGN_NO_WORD;
    default:
        return type_what(c) | cjk_what(c);
    }
}

/* What stands alone: no marks, no Coptic, nothing that is drawn as a
 * picture. */
static gboolean
is_simple(gunichar c)
{
    static const char marks[] = "‐‑–—‘’‚“”„†‡•…‰′″‹›€№™− \u202f\u2028";

    if (c < N_SIGNS_LOW)
        return g_unichar_isprint(c) && !g_unichar_ismark(c)
               && (c < 0x180 || c >= 0x370) && !(c >= 0x3e2 && c <= 0x3ef)
               && (c < 0x180 || g_unichar_isalpha(c));
    for (const char *p = marks; *p; p = g_utf8_next_char(p))
        if (g_utf8_get_char(p) == c)
            return TRUE;
    return FALSE;
}

static guint
script_of(gunichar c)
{
    switch ((int) g_unichar_get_script(c)) {
    case G_UNICODE_SCRIPT_LATIN: return SIGNS_LATIN;
    case G_UNICODE_SCRIPT_GREEK: return SIGNS_GREEK;
    case G_UNICODE_SCRIPT_CYRILLIC: return SIGNS_CYRILLIC;
    default: return SIGNS_COMMON;
    }
}

static void
signs_fill(void)
{
    for (guint i = 0; i < N_SIGNS; i++) {
        gunichar c = i < N_SIGNS_LOW ? i : i - N_SIGNS_LOW + 0x2000;
        gboolean simple = is_simple(c) || c == 0xad;

        signs[i].what = sign_compute(c) | (simple ? SIGN_SIMPLE : 0);
        signs[i].class = g_unichar_break_type(c);
        signs[i].script = script_of(c);
        shape_hang_find(c, &signs[i].hang, &signs[i].hang_next);
    }
}

const Sign *
shape_signs(void)
{
    static gsize filled;

    if (g_once_init_enter(&filled)) {
        signs_fill();
        g_once_init_leave(&filled, 1);
    }
    return signs;
}

guint
shape_sign_what(gunichar c)
{
    guint i = shape_sign_index(c);

    return i < N_SIGNS ? shape_signs()[i].what : sign_compute(c);
}

/* For n characters and one more. */
static void
reserve(Shaper *shaper, guint32 n)
{
    if (shaper->room > n)
        return;
    shaper->room = MAX(n + 1, shaper->room * 2);
#define RESERVE(field) \
    shaper->field = g_realloc_n(shaper->field, shaper->room, \
                                sizeof *shaper->field)
    RESERVE(byte);
    RESERVE(chars);
    RESERVE(what);
    RESERVE(cuts);
    RESERVE(safe);
    RESERVE(space);
    RESERVE(advance);
    RESERVE(trail);
    RESERVE(width);
    RESERVE(stretch);
    RESERVE(shrink);
    RESERVE(expand);
#undef RESERVE
}

static const hb_script_t simple_scripts[] = {
    [SIGNS_COMMON] = HB_SCRIPT_LATIN, [SIGNS_LATIN] = HB_SCRIPT_LATIN,
    [SIGNS_GREEK] = HB_SCRIPT_GREEK, [SIGNS_CYRILLIC] = HB_SCRIPT_CYRILLIC,
};

gboolean
shape_signs_read(Shaper *shaper, const TypeText *text)
{
    const Sign *table = shape_signs();
    const char *end = text->str + text->len;
    guint all = 0, simple = SIGN_SIMPLE, scripts = 0;
    guint32 n = 0;

    reserve(shaper, text->len);
    for (const char *p = text->str; p < end; n++) {
        gunichar c = (guchar) *p;
        guint i, what;

        shaper->byte[n] = p - text->str;
        if (c < 0x80) {
            p++;
        } else {
            c = g_utf8_get_char(p);
            p = g_utf8_next_char(p);
        }
        i = shape_sign_index(c);
        what = i < N_SIGNS ? table[i].what : sign_compute(c);
        scripts |= 1u << (i < N_SIGNS ? table[i].script : 0);
        simple &= what;
        all |= what;
        shaper->chars[n] = c;
        shaper->what[n] = what;
    }
    shaper->byte[n] = text->len;
    shaper->chars[n] = 0;
    shaper->what[n] = 0;
    shaper->n_chars = n;
    shaper->has_cjk = (all & SIGN_CJK) != 0;
    scripts >>= 1;
    shaper->simple_script = simple_scripts[scripts < 3 ? scripts : 3];
    return simple && (scripts & (scripts - 1)) == 0;
}

static void
cover(Shaper *shaper, guint face)
{
    const FontFace *font = fontset_face(shaper->fonts, face);
    const Sign *table = shape_signs();
    guint32 *bits = g_new0(guint32, (N_SIGNS + 31) / 32);

    for (guint i = 0; i < N_SIGNS; i++) {
        gunichar c = i < N_SIGNS_LOW ? i : i - N_SIGNS_LOW + 0x2000;
        hb_codepoint_t glyph;

        if ((table[i].what & SIGN_SIMPLE)
            && ((table[i].what & SIGN_FREE)
                || hb_font_get_nominal_glyph(font->hb, c, &glyph)))
            bits[i / 32] |= 1u << i % 32;
    }
    shaper->covers[face] = bits;
}

gboolean
shape_signs_covers(Shaper *shaper, guint face, guint first, guint end)
{
    const guint32 *bits;

    if (!shaper->covers[face])
        cover(shaper, face);
    bits = shaper->covers[face];
    for (guint i = first; i < end; i++) {
        guint sign = shape_sign_index(shaper->chars[i]);

        if (!(bits[sign / 32] >> sign % 32 & 1))
            return FALSE;
    }
    return TRUE;
}
