/* SPDX-License-Identifier: MIT */
/* Decides where letters come from that no family of ours has: from whatever
 * is installed. */
#include <string.h>

#include "type/fonts.h"
#include "type/fontset_parts.h"

#define FOUND_MOST 32           /* such families */

FcConfig *
fontset_installed(FontSet *set)
{
    if (!set->installed)
        set->installed = fonts_installed();
    return set->installed;
}

static const char *
found_string(FcPattern *font, const char *what)
{
    FcChar8 *value;

    return FcPatternGetString(font, what, 0, &value) == FcResultMatch
           ? (const char *) value : NULL;
}

static gboolean
found_is(FcPattern *font, const char *what)
{
    FcBool value;

    return FcPatternGetBool(font, what, 0, &value) == FcResultMatch
           && value == FcTrue;
}

/* How many of letters font has; plain is worth a little more than bold or
 * slanted.  0: it is of no use. */
static guint
found_worth(FcPattern *font, const FcCharSet *letters)
{
    FcCharSet *has;
    guint n;
    int value;

    if (FcPatternGetCharSet(font, FC_CHARSET, 0, &has) != FcResultMatch
        || !found_string(font, FC_FAMILY) || !found_string(font, FC_FILE)
        || !(found_is(font, FC_SCALABLE) || found_is(font, FC_COLOR)))
        return 0;
    n = 4 * FcCharSetIntersectCount(letters, has);
    if (n == 0)
        return 0;
    if (FcPatternGetInteger(font, FC_WEIGHT, 0, &value) == FcResultMatch
        && ABS(value - FC_WEIGHT_NORMAL) < FC_WEIGHT_DEMIBOLD
                                           - FC_WEIGHT_NORMAL)
        n += 2;
    if (FcPatternGetInteger(font, FC_SLANT, 0, &value) == FcResultMatch
        && value == FC_SLANT_ROMAN)
        n += 1;
    return n;
}

/* The font that has most of letters; the first of several by the names of
 * their files.  NULL if none has any. */
static FcPattern *
found_best(const FcFontSet *fonts, const FcCharSet *letters)
{
    FcPattern *best = NULL;
    guint most = 0;

    for (int i = 0; fonts && i < fonts->nfont; i++) {
        FcPattern *font = fonts->fonts[i];
        guint worth = found_worth(font, letters);
        if (worth > most
            || (worth > 0 && worth == most
                && strcmp(found_string(font, FC_FILE),
                          found_string(best, FC_FILE)) < 0)) {
            most = worth;
            best = font;
        }
    }
    return best;
}

static void
found_add(FontSet *set, FcPattern *font)
{
    int index = 0;

    FcPatternGetInteger(font, FC_INDEX, 0, &index);
    fontset_add_file(set, found_string(font, FC_FAMILY),
                     g_strdup(found_string(font, FC_FILE)),
                     (guint) index & 0xffff, found_is(font, FC_COLOR));
}

/* What stands in for all our families. */
static void
found_add_any(FontSet *set, const FcFontSet *fonts)
{
    FcCharSet *letters = FcCharSetCreate();
    FcPattern *font;

    FcCharSetAddChar(letters, 'a');
    if ((font = found_best(fonts, letters)))
        found_add(set, font);
    FcCharSetDestroy(letters);
}

void
fontset_add_found(FontSet *set)
{
    FcChar32 before = 0, lacking = FcCharSetCount(set->lacking);
    FcFontSet *fonts;

    if (lacking == 0 && set->rows->len > 0)
        return;
    fonts = FcConfigGetFonts(fontset_installed(set), FcSetSystem);
    for (int n = 0; n < FOUND_MOST && lacking != before; n++) {
        FcPattern *font = found_best(fonts, set->lacking);
        if (!font)
            break;
        found_add(set, font);
        before = lacking;
        lacking = FcCharSetCount(set->lacking);
    }
    if (set->rows->len == 0)
        found_add_any(set, fonts);
}
