/* SPDX-License-Identifier: MIT */
/* Decides which letters of a text a font must have, and of which script
 * they are. */
#include <string.h>

#include "model/language.h"
#include "type/fontset_parts.h"

/* What is never drawn although it is no space, control or format character
 * (Unicode, Default_Ignorable_Code_Point), and what stands for a picture. */
static const struct {
    gunichar first, last;
} not_drawn[] = {
    { 0x034f, 0x034f }, { 0x115f, 0x1160 }, { 0x17b4, 0x17b5 },
    { 0x180b, 0x180f }, { 0x2060, 0x206f }, { 0x3164, 0x3164 },
    { 0xfe00, 0xfe0f }, { 0xffa0, 0xffa0 }, { 0xfff0, 0xfff8 },
    { 0xfffc, 0xfffc }, { 0xe0000, 0xe0fff },
};

/* What Pango takes for a picture without being told (Unicode,
 * Emoji_Presentation), below those planes where most are. */
static const struct {
    guint16 first, last;
} emoji[] = {
    { 0x231a, 0x231b }, { 0x23e9, 0x23ec }, { 0x23f0, 0x23f0 },
    { 0x23f3, 0x23f3 }, { 0x25fd, 0x25fe }, { 0x2614, 0x2615 },
    { 0x2648, 0x2653 }, { 0x267f, 0x267f }, { 0x2693, 0x2693 },
    { 0x26a1, 0x26a1 }, { 0x26aa, 0x26ab }, { 0x26bd, 0x26be },
    { 0x26c4, 0x26c5 }, { 0x26ce, 0x26ce }, { 0x26d4, 0x26d4 },
    { 0x26ea, 0x26ea }, { 0x26f2, 0x26f3 }, { 0x26f5, 0x26f5 },
    { 0x26fa, 0x26fa }, { 0x26fd, 0x26fd }, { 0x2705, 0x2705 },
    { 0x270a, 0x270b }, { 0x2728, 0x2728 }, { 0x274c, 0x274c },
    { 0x274e, 0x274e }, { 0x2753, 0x2755 }, { 0x2757, 0x2757 },
    { 0x2795, 0x2797 }, { 0x27b0, 0x27b0 }, { 0x27bf, 0x27bf },
    { 0x2b1b, 0x2b1c }, { 0x2b50, 0x2b50 }, { 0x2b55, 0x2b55 },
};

static gboolean
letter_is_emoji(gunichar c)
{
    if (c >= 0x1f000)
        return c < 0x20000;
    for (gsize i = 0; i < G_N_ELEMENTS(emoji) && c >= emoji[i].first; i++)
        if (c <= emoji[i].last)
            return TRUE;
    return FALSE;
}

static gboolean
letter_is_drawn(gunichar c)
{
    switch ((int) g_unichar_type(c)) {
    case G_UNICODE_CONTROL:
    case G_UNICODE_FORMAT:
    case G_UNICODE_SURROGATE:
    case G_UNICODE_LINE_SEPARATOR:
    case G_UNICODE_PARAGRAPH_SEPARATOR:
    case G_UNICODE_SPACE_SEPARATOR:
        return FALSE;
    default:
        break;
    }
    for (gsize i = 0; i < G_N_ELEMENTS(not_drawn); i++)
        if (c >= not_drawn[i].first && c <= not_drawn[i].last)
            return FALSE;
    return TRUE;
}

static void
letter_see(gunichar c, gpointer user)
{
    FontSet *set = user;
    guint script;

    if (!letter_is_drawn(c))
        return;
    FcCharSetAddChar(set->wanted, c);
    if (letter_is_emoji(c) || letters_has_picture(set->wants->letters, c))
        FcCharSetAddChar(set->pictures, c);
    script = (guint) g_unichar_get_script(c);
    if (script < N_SCRIPTS)
        set->scripts[script] = TRUE;
}

void
fontset_see_letters(FontSet *set, const Letters *letters)
{
    letters_each(letters, letter_see, set);
    set->lacking = FcCharSetCopy(set->wanted);
}

static gboolean
letter_is_of(const Face *face, GUnicodeScript script)
{
    for (gsize i = 0; i < G_N_ELEMENTS(face->scripts); i++)
        if (face->scripts[i] && face->scripts[i] == script)
            return TRUE;
    return FALSE;
}

gboolean
fontset_needs(const FontSet *set, const Face *face)
{
    for (gsize i = 0; i < G_N_ELEMENTS(face->scripts); i++)
        if (face->scripts[i] && set->scripts[face->scripts[i]])
            return TRUE;
    return FALSE;
}

gboolean
fontset_speaks(const Face *face, const char *language)
{
    return !face->language || language_is(language, face->language);
}

gboolean
fontset_forms(const char *language)
{
    static const char *const forms[] = { "zh", "ja", "ko" };

    for (gsize i = 0; i < G_N_ELEMENTS(forms); i++)
        if (language_is(language, forms[i]))
            return TRUE;
    return FALSE;
}

FcCharSet *
fontset_pick(const FcCharSet *letters,
             gboolean (*each)(gunichar c, gconstpointer user),
             gconstpointer user)
{
    FcCharSet *picked = FcCharSetCreate();
    FcChar32 map[FC_CHARSET_MAP_SIZE], next;

    for (FcChar32 base = FcCharSetFirstPage(letters, map, &next);
         base != FC_CHARSET_DONE;
         base = FcCharSetNextPage(letters, map, &next))
        for (guint i = 0; i < FC_CHARSET_MAP_SIZE; i++)
            for (FcChar32 rest = map[i]; rest; rest &= rest - 1) {
                gunichar c = base + i * 32
                             + (gunichar) __builtin_ctz(rest);
                if (each(c, user))
                    FcCharSetAddChar(picked, c);
            }
    return picked;
}

static gboolean
letter_is_for(gunichar c, gconstpointer face)
{
    return letter_is_of(face, g_unichar_get_script(c));
}

gboolean
fontset_has_script(const FontSet *set, const FontRow *row, const Face *face)
{
    FcCharSet *rest = FcCharSetSubtract(set->wanted, row->has);
    FcCharSet *lacks = fontset_pick(rest, letter_is_for, face);
    gboolean has = FcCharSetCount(lacks) == 0;

    FcCharSetDestroy(lacks);
    FcCharSetDestroy(rest);
    return has;
}
