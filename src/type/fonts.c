/* SPDX-License-Identifier: MIT */
/* Decides which file a family means, among all that are installed. */
#include "type/fonts.h"

#include <string.h>

#include "type/faces.h"

static const char folders_xml[] =
    "<fontconfig>"
    "<dir>/usr/share/fonts</dir><dir>/usr/local/share/fonts</dir>"
    "<dir prefix=\"xdg\">fonts</dir>"
    "<cachedir>/var/cache/fontconfig</cachedir>"
    "<cachedir prefix=\"xdg\">fontconfig</cachedir>"
    "</fontconfig>";

FcConfig *
fonts_installed(void)
{
    FcConfig *config = FcConfigCreate();

    FcConfigParseAndLoadFromMemory(config, (const FcChar8 *) folders_xml,
                                   FcTrue);
    FcConfigBuildFonts(config);
    return config;
}

static int
fonts_number(FcPattern *font, const char *what, int otherwise)
{
    int value;

    return FcPatternGetInteger(font, what, 0, &value) == FcResultMatch
           ? value : otherwise;
}

static gboolean
fonts_is_family(FcPattern *font, const char *family)
{
    FcChar8 *name;

    for (int i = 0;
         FcPatternGetString(font, FC_FAMILY, i, &name) == FcResultMatch; i++)
        if (g_ascii_strcasecmp((const char *) name, family) == 0)
            return TRUE;
    return FALSE;
}

/* How far font is from family in style; G_MAXINT: it is something else.
 * Families come in weights and widths besides; what varies (a number above
 * 0xffff) is set as it is by default. */
static int
fonts_distance(FcPattern *font, const char *family, guint style)
{
    int weight = fonts_number(font, FC_WEIGHT, FC_WEIGHT_NORMAL);
    int width = fonts_number(font, FC_WIDTH, FC_WIDTH_NORMAL);
    int slant = fonts_number(font, FC_SLANT, FC_SLANT_ROMAN);
    int wanted = style & FONT_BOLD ? FC_WEIGHT_BOLD : FC_WEIGHT_NORMAL;

    if ((weight >= FC_WEIGHT_DEMIBOLD) != ((style & FONT_BOLD) != 0)
        || (slant != FC_SLANT_ROMAN) != ((style & FONT_ITALIC) != 0)
        || !fonts_is_family(font, family))
        return G_MAXINT;
    return ABS(weight - wanted) + ABS(width - FC_WIDTH_NORMAL)
           + (fonts_number(font, FC_INDEX, 0) > 0xffff ? 1000 : 0);
}

/* The nearest; of several the first in the order of the files' names, so
 * that it is the same everywhere. */
static const char *
fonts_nearest(const FcFontSet *set, const char *family, guint style,
              guint *index)
{
    const char *best = NULL;
    int least = G_MAXINT;

    for (int i = 0; i < set->nfont; i++) {
        FcPattern *font = set->fonts[i];
        int distance = fonts_distance(font, family, style);
        FcChar8 *file;
        if (distance == G_MAXINT || distance > least
            || FcPatternGetString(font, FC_FILE, 0, &file) != FcResultMatch)
            continue;
        if (best && distance == least
            && strcmp((const char *) file, best) >= 0)
            continue;
        best = (const char *) file;
        least = distance;
        *index = (guint) fonts_number(font, FC_INDEX, 0) & 0xffff;
    }
    return best;
}

char *
fonts_find(FcConfig *installed, const char *family, guint style,
           guint *index)
{
    FcPattern *wanted = FcPatternBuild(NULL, FC_FAMILY, FcTypeString, family,
                                       FC_COLOR, FcTypeBool, FcFalse, NULL);
    FcObjectSet *what = FcObjectSetBuild(FC_FAMILY, FC_WEIGHT, FC_WIDTH,
                                         FC_SLANT, FC_FILE, FC_INDEX, NULL);
    FcFontSet *set = FcFontList(installed, wanted, what);

    *index = 0;
    char *path = g_strdup(fonts_nearest(set, family, style, index));
    FcFontSetDestroy(set);
    FcObjectSetDestroy(what);
    FcPatternDestroy(wanted);
    return path;
}

/* Our own faces first: of EB Garamond there are two cuts of one name. */
char *
fonts_file(const char *family, guint style, guint *index)
{
    const Face *face = faces_find(family, style);
    char *path = face && !face->color ? faces_path(face) : NULL;

    *index = path ? face->index : 0;
    if (path)
        return path;
    FcConfig *installed = fonts_installed();
    path = fonts_find(installed, family, style, index);
    FcConfigDestroy(installed);
    return path;
}
