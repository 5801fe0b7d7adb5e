/* SPDX-License-Identifier: MIT */
/* Decides which font files a text is set with, and makes Pango use those.
 *
 * Scanning a font's file, or reading the system's configuration, costs more
 * than drawing a page.  So fontconfig is given patterns that we make
 * ourselves from our table of faces, with the characters of this one text
 * for a character set; it is asked to look through its folders only for
 * characters that none of these faces has. */
#include "type/fonts.h"

#include <string.h>

#include <fontconfig/fontconfig.h>
#include <hb.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

#include <article2book/diag.h>

static const char folders_xml[] =
    "<fontconfig>"
    "<dir>/usr/share/fonts</dir><dir>/usr/local/share/fonts</dir>"
    "<dir prefix=\"xdg\">fonts</dir>"
    "<cachedir>/var/cache/fontconfig</cachedir>"
    "<cachedir prefix=\"xdg\">fontconfig</cachedir>"
    "</fontconfig>";

typedef struct {
    FcConfig *config;
    FcFontSet *set;         /* of config */
    FcCharSet *missing;     /* characters that no face has yet */
    const char *language;
    GString *families;
    gboolean small_caps, color;
} Choice;

static gboolean
is_drawn(gunichar c)
{
    return g_unichar_isgraph(c) && g_unichar_type(c) != G_UNICODE_FORMAT
           && !(c >= 0xfe00 && c <= 0xfe0f);
}

static FcCharSet *
characters(const char *text)
{
    FcCharSet *set = FcCharSetCreate();
    for (const char *p = text; *p; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        if (is_drawn(c))
            FcCharSetAddChar(set, c);
    }
    return set;
}

/* Moves what face has of wanted characters to a new set. */
static FcCharSet *
covered(const char *path, guint index, const FcCharSet *wanted)
{
    FcCharSet *has = FcCharSetCreate();
    hb_blob_t *blob = hb_blob_create_from_file(path);
    hb_face_t *face = hb_face_create(blob, index);
    hb_font_t *font = hb_font_create(face);
    FcChar32 map[FC_CHARSET_MAP_SIZE], next;
    for (FcChar32 base = FcCharSetFirstPage(wanted, map, &next);
         base != FC_CHARSET_DONE;
         base = FcCharSetNextPage(wanted, map, &next)) {
        for (guint i = 0; i < FC_CHARSET_MAP_SIZE * 32; i++) {
            hb_codepoint_t glyph;
            if ((map[i / 32] >> (i % 32) & 1)
                && hb_font_get_nominal_glyph(font, base + i, &glyph))
                FcCharSetAddChar(has, base + i);
        }
    }
    hb_font_destroy(font);
    hb_face_destroy(face);
    hb_blob_destroy(blob);
    return has;
}

static FcPattern *
pattern(const Face *face, const char *path, const FcCharSet *has)
{
    return FcPatternBuild(
        NULL, FC_FAMILY, FcTypeString, face->family,
        FC_FILE, FcTypeString, path, FC_INDEX, FcTypeInteger, face->index,
        FC_SLANT, FcTypeInteger,
        face->italic ? FC_SLANT_ITALIC : FC_SLANT_ROMAN,
        FC_WEIGHT, FcTypeInteger, FC_WEIGHT_NORMAL,
        FC_WIDTH, FcTypeInteger, FC_WIDTH_NORMAL,
        FC_CHARSET, FcTypeCharSet, has, FC_COLOR, FcTypeBool, face->color,
        FC_SCALABLE, FcTypeBool, TRUE, FC_OUTLINE, FcTypeBool, !face->color,
        FC_ANTIALIAS, FcTypeBool, !face->color,
        FC_FONTFORMAT, FcTypeString, "TrueType", NULL);
}

/* Adds face if it has characters that are wanted; *has is theirs. */
static gboolean
add_face(Choice *choice, const Face *face, const FcCharSet *wanted)
{
    g_autofree char *path = faces_path(face);
    if (!path)
        return FALSE;
    FcCharSet *has = covered(path, face->index, wanted);
    gboolean any = FcCharSetCount(has) > 0;
    if (any) {
        FcFontSetAdd(choice->set, pattern(face, path, has));
        FcCharSet *rest = FcCharSetSubtract(choice->missing, has);
        FcCharSetDestroy(choice->missing);
        choice->missing = rest;
        g_string_append_printf(choice->families, "%s,", face->family);
        choice->color |= face->color;
        choice->small_caps |= face->small_caps;
    }
    FcCharSetDestroy(has);
    return any;
}

static gboolean
is_for_language(const Face *face, const char *language)
{
    if (!face->language)
        return TRUE;
    gsize len = strlen(face->language);
    return language && !g_ascii_strncasecmp(language, face->language, len)
           && (!language[len] || language[len] == '-');
}

/* Whether any character of text is of a script that face is for. */
static gboolean
is_for_text(const Face *face, const char *text)
{
    for (const char *p = text; *p; p = g_utf8_next_char(p)) {
        GUnicodeScript script = g_unichar_get_script(g_utf8_get_char(p));
        for (gsize i = 0; i < G_N_ELEMENTS(face->scripts); i++)
            if (face->scripts[i] && face->scripts[i] == script)
                return TRUE;
    }
    return FALSE;
}

/* The first family of text faces that is there, roman and italic. */
static void
add_text_faces(Choice *choice, const FcCharSet *all, gboolean italic)
{
    const char *family = NULL;
    for (const Face *face = faces_text(); face->family; face++)
        if ((family ? strcmp(family, face->family) == 0 : !face->italic)
            && (italic || !face->italic) && add_face(choice, face, all))
            family = face->family;
}

static void
add_script_faces(Choice *choice, const char *text, const FcCharSet *all)
{
    const char *last = "";
    for (const Face *face = faces_scripts(); face->family; face++)
        if (strcmp(last, face->family) != 0
            && is_for_language(face, choice->language)
            && is_for_text(face, text)
            && add_face(choice, face, all))
            last = face->family;
}

/* Characters that text wants as pictures although they may be letters:
 * those before U+FE0F. */
static FcCharSet *
pictures(const char *text)
{
    FcCharSet *set = FcCharSetCreate();
    gunichar last = 0;
    for (const char *p = text; *p; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        if (c == 0xfe0f && last)
            FcCharSetAddChar(set, last);
        last = c;
    }
    return set;
}

static void
add_symbol_faces(Choice *choice, const char *text)
{
    FcCharSet *drawn = pictures(text);
    for (const Face *face = faces_symbols(); face->family; face++) {
        FcCharSet *wanted = face->color
            ? FcCharSetUnion(choice->missing, drawn)
            : FcCharSetCopy(choice->missing);
        if (FcCharSetCount(wanted) > 0)
            add_face(choice, face, wanted);
        FcCharSetDestroy(wanted);
    }
    FcCharSetDestroy(drawn);
}

/* A configuration of all fonts that are installed. */
static FcConfig *
everything(void)
{
    FcConfig *config = FcConfigCreate();
    FcConfigParseAndLoadFromMemory(config, (const FcChar8 *)folders_xml,
                                   FcTrue);
    FcConfigBuildFonts(config);
    return config;
}

static Choice
choose(const char *text, const char *language, gboolean italic)
{
    Choice choice = { .config = FcConfigCreate(), .language = language,
                      .missing = characters(text),
                      .families = g_string_new(NULL) };
    FcConfigBuildFonts(choice.config);
    choice.set = FcConfigGetFonts(choice.config, FcSetSystem);
    FcCharSet *all = FcCharSetCopy(choice.missing);
    add_script_faces(&choice, text, all);
    add_text_faces(&choice, all, italic);
    add_symbol_faces(&choice, text);
    FcCharSetDestroy(all);
    if (FcCharSetCount(choice.missing) > 0 || choice.set->nfont == 0) {
        FcConfigDestroy(choice.config);
        choice.config = everything();
        choice.color = TRUE;
    }
    return choice;
}

static void
choice_clear(Choice *choice)
{
    FcCharSetDestroy(choice->missing);
    FcConfigDestroy(choice->config);
    g_string_free(choice->families, TRUE);
}

static PangoContext *
context_new(FcConfig *config, const char *language)
{
    /* Before Pango's first font map, or that reads the system's. */
    FcConfigSetCurrent(config);
    g_autoptr(PangoFontMap) map =
        pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map), config);
    pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(map), 72);
    PangoContext *context = pango_font_map_create_context(map);
    pango_context_set_round_glyph_positions(context, FALSE);
    pango_context_set_language(
        context, pango_language_from_string(language ? language : "en"));
    cairo_font_options_t *options = cairo_font_options_create();
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    pango_cairo_context_set_font_options(context, options);
    cairo_font_options_destroy(options);
    return context;
}

Fonts *
fonts_new(const char *text, const char *language, gboolean italic,
          GError **error)
{
    Choice choice = choose(text, language, italic);
    /* Pango ends the program where there is none. */
    if (FcConfigGetFonts(choice.config, FcSetSystem)->nfont == 0) {
        choice_clear(&choice);
        g_set_error_literal(error, A2B_ERROR, A2B_ERROR_UNAVAILABLE,
                            "no fonts are installed; install "
                            "fonts-ebgaramond");
        return NULL;
    }
    Fonts *fonts = g_new0(Fonts, 1);
    fonts->context = context_new(choice.config, language);
    fonts->families = g_strdup(choice.families->str);
    fonts->small_caps = choice.small_caps;
    fonts->color = choice.color;
    choice_clear(&choice);
    return fonts;
}

void
fonts_free(Fonts *fonts)
{
    if (!fonts)
        return;
    /* Pango's map does not let go of its configuration by itself. */
    pango_fc_font_map_set_config(
        PANGO_FC_FONT_MAP(pango_context_get_font_map(fonts->context)), NULL);
    FcConfigSetCurrent(NULL);
    g_object_unref(fonts->context);
    g_free(fonts->families);
    g_free(fonts);
}

static int
number(FcPattern *font, const char *what, int otherwise)
{
    int value;
    return FcPatternGetInteger(font, what, 0, &value) == FcResultMatch
           ? value : otherwise;
}

/* Whether font is of family in this weight and slant, not a stand-in. */
static gboolean
is_face(FcPattern *font, const char *family, gboolean bold, gboolean italic)
{
    FcChar8 *name;
    if ((number(font, FC_WEIGHT, FC_WEIGHT_NORMAL) >= FC_WEIGHT_DEMIBOLD)
            != bold
        || (number(font, FC_SLANT, FC_SLANT_ROMAN) != FC_SLANT_ROMAN)
            != italic)
        return FALSE;
    for (int i = 0;
         FcPatternGetString(font, FC_FAMILY, i, &name) == FcResultMatch; i++)
        if (g_ascii_strcasecmp((const char *)name, family) == 0)
            return TRUE;
    return FALSE;
}

/* The first in the order of the files' names, so that it is the same
 * everywhere. */
static char *
find_file(FcConfig *config, const char *family, gboolean bold,
          gboolean italic, guint *index)
{
    FcPattern *wanted = FcPatternBuild(NULL, FC_FAMILY, FcTypeString, family,
                                       FC_COLOR, FcTypeBool, FcFalse, NULL);
    FcObjectSet *what = FcObjectSetBuild(FC_FAMILY, FC_WEIGHT, FC_SLANT,
                                         FC_FILE, FC_INDEX, NULL);
    FcFontSet *set = FcFontList(config, wanted, what);
    const char *best = NULL;
    for (int i = 0; i < set->nfont; i++) {
        FcChar8 *file;
        if (is_face(set->fonts[i], family, bold, italic)
            && FcPatternGetString(set->fonts[i], FC_FILE, 0, &file)
               == FcResultMatch
            && (!best || strcmp((const char *)file, best) < 0)) {
            best = (const char *)file;
            *index = (guint)number(set->fonts[i], FC_INDEX, 0) & 0xffff;
        }
    }
    char *path = g_strdup(best);
    FcFontSetDestroy(set);
    FcObjectSetDestroy(what);
    FcPatternDestroy(wanted);
    return path;
}

/* Our own faces first: of EB Garamond there are two cuts of one name. */
static char *
own_file(const Face *faces, const char *family, gboolean italic,
         guint *index)
{
    for (const Face *face = faces; face->family; face++) {
        if (face->italic != italic || face->color
            || g_ascii_strcasecmp(face->family, family) != 0)
            continue;
        *index = face->index;
        return faces_path(face);
    }
    return NULL;
}

char *
fonts_file(const char *family, gboolean bold, gboolean italic, guint *index)
{
    const Face *const tables[] = { faces_text(), faces_scripts(),
                                   faces_symbols() };
    *index = 0;
    for (gsize i = 0; i < G_N_ELEMENTS(tables) && !bold; i++) {
        char *path = own_file(tables[i], family, italic, index);
        if (path)
            return path;
    }
    FcConfig *config = everything();
    char *path = find_file(config, family, bold, italic, index);
    FcConfigDestroy(config);
    return path;
}
