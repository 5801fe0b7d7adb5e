/* SPDX-License-Identifier: MIT */
/* Decides which faces are used for which letters.  Why these: fonts/README.md.
 * Paths are those of the distribution's packages; where they are elsewhere,
 * fontconfig finds them by family. */
#include "type/faces.h"

#define GARAMOND "opentype/ebgaramond/EBGaramond12-"
#define LIBERTINE "opentype/linux-libertine/LinLibertine_"
#define DEJAVU "truetype/dejavu/DejaVu"
#define LIBERATION "truetype/liberation/Liberation"
#define NOTO "truetype/noto/Noto"
#define CJK "opentype/noto/NotoSerifCJK-"

#define FOUR(called, path, roman, bold, slanted, both) \
    { .family = called, .file = path roman }, \
    { .family = called, .file = path bold, .style = FONT_BOLD }, \
    { .family = called, .file = path slanted, .style = FONT_ITALIC }, \
    { .family = called, .file = path both, .style = FONT_BOLD | FONT_ITALIC }
#define TWO(path, ending, ...) \
    { .file = path "Regular" ending, __VA_ARGS__ }, \
    { .file = path "Bold" ending, .style = FONT_BOLD, __VA_ARGS__ }
#define SCRIPT(name, called, path) \
    TWO(NOTO path "-", ".ttf", .family = called, \
        .scripts = { G_UNICODE_SCRIPT_ ## name })
#define HAN(region, at, where) \
    TWO(CJK, ".ttc", .family = "Noto Serif CJK " region, .index = at, \
        .language = where, \
        .scripts = { G_UNICODE_SCRIPT_HAN, G_UNICODE_SCRIPT_HIRAGANA, \
                     G_UNICODE_SCRIPT_KATAKANA, G_UNICODE_SCRIPT_BOPOMOFO })

static const Face serif_faces[] = {
    { .family = "EB Garamond", .file = GARAMOND "Regular.otf" },
    { .family = "EB Garamond", .file = GARAMOND "Italic.otf",
      .style = FONT_ITALIC },
    /* Its own bold has hardly more than ASCII. */
    { .family = "EB Garamond", .file = LIBERTINE "RB.otf",
      .style = FONT_BOLD },
    { .family = "EB Garamond", .file = LIBERTINE "RBI.otf",
      .style = FONT_BOLD | FONT_ITALIC },
    { .family = "EB Garamond", .file = GARAMOND "Bold.otf",
      .style = FONT_BOLD },
    FOUR("Linux Libertine O", LIBERTINE, "R.otf", "RB.otf", "RI.otf",
         "RBI.otf"),
    FOUR("DejaVu Serif", DEJAVU "Serif", ".ttf", "-Bold.ttf", "-Italic.ttf",
         "-BoldItalic.ttf"),
    FOUR("Liberation Serif", LIBERATION "Serif-", "Regular.ttf", "Bold.ttf",
         "Italic.ttf", "BoldItalic.ttf"),
    { .family = NULL }
};

static const Face sans_faces[] = {
    FOUR("DejaVu Sans", DEJAVU "Sans", ".ttf", "-Bold.ttf", "-Oblique.ttf",
         "-BoldOblique.ttf"),
    FOUR("Liberation Sans", LIBERATION "Sans-", "Regular.ttf", "Bold.ttf",
         "Italic.ttf", "BoldItalic.ttf"),
    { .family = NULL }
};

static const Face mono_faces[] = {
    FOUR("DejaVu Sans Mono", DEJAVU "SansMono", ".ttf", "-Bold.ttf",
         "-Oblique.ttf", "-BoldOblique.ttf"),
    FOUR("Liberation Mono", LIBERATION "Mono-", "Regular.ttf", "Bold.ttf",
         "Italic.ttf", "BoldItalic.ttf"),
    { .family = NULL }
};

static const Face script_faces[] = {
    HAN("KR", 1, "ko"),
    HAN("TC", 3, "zh-hant"),
    HAN("TC", 3, "zh-tw"),
    HAN("TC", 3, "zh-hk"),
    HAN("SC", 2, "zh"),
    HAN("JP", 0, NULL),
    TWO(CJK, ".ttc", .family = "Noto Serif CJK KR", .index = 1,
        .scripts = { G_UNICODE_SCRIPT_HANGUL }),
    SCRIPT(ARABIC, "Noto Naskh Arabic", "NaskhArabic"),
    SCRIPT(ARMENIAN, "Noto Serif Armenian", "SerifArmenian"),
    SCRIPT(BENGALI, "Noto Serif Bengali", "SerifBengali"),
    SCRIPT(DEVANAGARI, "Noto Serif Devanagari", "SerifDevanagari"),
    SCRIPT(ETHIOPIC, "Noto Serif Ethiopic", "SerifEthiopic"),
    SCRIPT(GEORGIAN, "Noto Serif Georgian", "SerifGeorgian"),
    SCRIPT(GUJARATI, "Noto Serif Gujarati", "SerifGujarati"),
    SCRIPT(GURMUKHI, "Noto Serif Gurmukhi", "SerifGurmukhi"),
    SCRIPT(HEBREW, "Noto Serif Hebrew", "SerifHebrew"),
    SCRIPT(KANNADA, "Noto Serif Kannada", "SerifKannada"),
    SCRIPT(KHMER, "Noto Serif Khmer", "SerifKhmer"),
    SCRIPT(LAO, "Noto Serif Lao", "SerifLao"),
    SCRIPT(MALAYALAM, "Noto Serif Malayalam", "SerifMalayalam"),
    SCRIPT(MYANMAR, "Noto Serif Myanmar", "SerifMyanmar"),
    SCRIPT(ORIYA, "Noto Sans Oriya", "SansOriya"),
    SCRIPT(SINHALA, "Noto Serif Sinhala", "SerifSinhala"),
    SCRIPT(SYRIAC, "Noto Sans Syriac", "SansSyriac"),
    SCRIPT(TAMIL, "Noto Serif Tamil", "SerifTamil"),
    SCRIPT(TELUGU, "Noto Serif Telugu", "SerifTelugu"),
    SCRIPT(THAANA, "Noto Sans Thaana", "SansThaana"),
    SCRIPT(THAI, "Noto Serif Thai", "SerifThai"),
    SCRIPT(TIBETAN, "Noto Serif Tibetan", "SerifTibetan"),
    { .family = NULL }
};

static const Face symbol_faces[] = {
    FOUR("Noto Serif", NOTO "Serif-", "Regular.ttf", "Bold.ttf",
         "Italic.ttf", "BoldItalic.ttf"),
    FOUR("DejaVu Serif", DEJAVU "Serif", ".ttf", "-Bold.ttf", "-Italic.ttf",
         "-BoldItalic.ttf"),
    /* So Pango calls what it wants for emoji. */
    { "emoji", .file = NOTO "ColorEmoji.ttf", .color = TRUE },
    { "DejaVu Sans", .file = DEJAVU "Sans.ttf" },
    { "Noto Sans Symbols2", .file = NOTO "SansSymbols2-Regular.ttf" },
    { "Noto Sans Symbols", .file = NOTO "SansSymbols-Regular.ttf" },
    { "Noto Sans Math", .file = NOTO "SansMath-Regular.ttf" },
    { .family = NULL }
};

const Face *
faces_of(FaceTable table)
{
    static const Face *const tables[N_FACE_TABLES] = {
        [FACES_SERIF] = serif_faces, [FACES_SANS] = sans_faces,
        [FACES_MONO] = mono_faces, [FACES_SCRIPTS] = script_faces,
        [FACES_SYMBOLS] = symbol_faces,
    };

    return tables[table];
}

static gboolean
faces_is(const Face *face, const char *family)
{
    return g_ascii_strcasecmp(face->family, family) == 0;
}

static gboolean
faces_is_there(const Face *face)
{
    g_autofree char *path = faces_path(face);

    return path != NULL;
}

const Face *
faces_find(const char *family, guint style)
{
    const Face *first = NULL;

    for (int table = 0; table < N_FACE_TABLES; table++)
        for (const Face *f = faces_of(table); f->family; f++) {
            if (f->style != style || !faces_is(f, family))
                continue;
            if (faces_is_there(f))
                return f;
            first = first ? first : f;
        }
    return first;
}

guint
faces_near(guint style, guint nth)
{
    G_STATIC_ASSERT(FONT_BOLD == 1 && FONT_ITALIC == 2);
    return style ^ nth;
}

char *
faces_path(const Face *face)
{
    static const char *const folders[] = {
        "/usr/share/fonts", "/usr/local/share/fonts",
    };
    for (gsize i = 0; i < G_N_ELEMENTS(folders); i++) {
        g_autofree char *path =
            g_build_filename(folders[i], face->file, NULL);
        if (g_file_test(path, G_FILE_TEST_IS_REGULAR))
            return g_steal_pointer(&path);
    }
    return NULL;
}

gboolean
faces_here(const char *family)
{
    for (guint style = 0; style < N_FONT_STYLES; style++) {
        const Face *face = faces_find(family, style);
        g_autofree char *path = face ? faces_path(face) : NULL;
        if (path)
            return TRUE;
    }
    return FALSE;
}
