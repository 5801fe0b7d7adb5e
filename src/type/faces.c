/* SPDX-License-Identifier: MIT */
/* Decides which faces are used for which letters.  Why these: fonts/README.md.
 * Paths are those of the distribution's packages; where they are elsewhere,
 * fontconfig finds them by family. */
#include "type/faces.h"

#define NOTO "truetype/noto/"
#define CJK "opentype/noto/NotoSerifCJK-Regular.ttc"
#define SCRIPT(name, called, path) \
    { .family = called, .file = NOTO path, \
      .scripts = { G_UNICODE_SCRIPT_ ## name } }
#define HAN_SCRIPTS { G_UNICODE_SCRIPT_HAN, G_UNICODE_SCRIPT_HIRAGANA, \
                      G_UNICODE_SCRIPT_KATAKANA, G_UNICODE_SCRIPT_BOPOMOFO }

static const Face text_faces[] = {
    { "EB Garamond",
      .file = "opentype/ebgaramond/EBGaramond12-Regular.otf",
      .small_caps = TRUE },
    { "EB Garamond", .file = "opentype/ebgaramond/EBGaramond12-Italic.otf",
      .italic = TRUE },
    { "Linux Libertine O",
      .file = "opentype/linux-libertine/LinLibertine_R.otf",
      .small_caps = TRUE },
    { "Linux Libertine O",
      .file = "opentype/linux-libertine/LinLibertine_RI.otf",
      .italic = TRUE },
    { "DejaVu Serif",
      .file = "truetype/dejavu/DejaVuSerif.ttf" },
    { "DejaVu Serif",
      .file = "truetype/dejavu/DejaVuSerif-Italic.ttf",
      .italic = TRUE },
    { "Liberation Serif",
      .file = "truetype/liberation/LiberationSerif-Regular.ttf" },
    { "Liberation Serif",
      .file = "truetype/liberation/LiberationSerif-Italic.ttf",
      .italic = TRUE },
    { .family = NULL }
};

static const Face script_faces[] = {
    { "Noto Serif CJK KR", .file = CJK, .index = 1,
      .scripts = { G_UNICODE_SCRIPT_HANGUL } },
    { "Noto Serif CJK KR", .file = CJK, .index = 1, .language = "ko",
      .scripts = HAN_SCRIPTS },
    { "Noto Serif CJK TC", .file = CJK, .index = 3, .language = "zh-hant",
      .scripts = HAN_SCRIPTS },
    { "Noto Serif CJK TC", .file = CJK, .index = 3, .language = "zh-tw",
      .scripts = HAN_SCRIPTS },
    { "Noto Serif CJK TC", .file = CJK, .index = 3, .language = "zh-hk",
      .scripts = HAN_SCRIPTS },
    { "Noto Serif CJK SC", .file = CJK, .index = 2, .language = "zh",
      .scripts = HAN_SCRIPTS },
    { "Noto Serif CJK JP", .file = CJK, .index = 0, .scripts = HAN_SCRIPTS },
    SCRIPT(ARABIC, "Noto Naskh Arabic", "NotoNaskhArabic-Regular.ttf"),
    SCRIPT(ARMENIAN, "Noto Serif Armenian", "NotoSerifArmenian-Regular.ttf"),
    SCRIPT(BENGALI, "Noto Serif Bengali", "NotoSerifBengali-Regular.ttf"),
    SCRIPT(DEVANAGARI, "Noto Serif Devanagari",
           "NotoSerifDevanagari-Regular.ttf"),
    SCRIPT(ETHIOPIC, "Noto Serif Ethiopic", "NotoSerifEthiopic-Regular.ttf"),
    SCRIPT(GEORGIAN, "Noto Serif Georgian", "NotoSerifGeorgian-Regular.ttf"),
    SCRIPT(GUJARATI, "Noto Serif Gujarati", "NotoSerifGujarati-Regular.ttf"),
    SCRIPT(GURMUKHI, "Noto Serif Gurmukhi", "NotoSerifGurmukhi-Regular.ttf"),
    SCRIPT(HEBREW, "Noto Serif Hebrew", "NotoSerifHebrew-Regular.ttf"),
    SCRIPT(KANNADA, "Noto Serif Kannada", "NotoSerifKannada-Regular.ttf"),
    SCRIPT(KHMER, "Noto Serif Khmer", "NotoSerifKhmer-Regular.ttf"),
    SCRIPT(LAO, "Noto Serif Lao", "NotoSerifLao-Regular.ttf"),
    SCRIPT(MALAYALAM, "Noto Serif Malayalam",
           "NotoSerifMalayalam-Regular.ttf"),
    SCRIPT(MYANMAR, "Noto Serif Myanmar", "NotoSerifMyanmar-Regular.ttf"),
    SCRIPT(ORIYA, "Noto Sans Oriya", "NotoSansOriya-Regular.ttf"),
    SCRIPT(SINHALA, "Noto Serif Sinhala", "NotoSerifSinhala-Regular.ttf"),
    SCRIPT(SYRIAC, "Noto Sans Syriac", "NotoSansSyriac-Regular.ttf"),
    SCRIPT(TAMIL, "Noto Serif Tamil", "NotoSerifTamil-Regular.ttf"),
    SCRIPT(TELUGU, "Noto Serif Telugu", "NotoSerifTelugu-Regular.ttf"),
    SCRIPT(THAANA, "Noto Sans Thaana", "NotoSansThaana-Regular.ttf"),
    SCRIPT(THAI, "Noto Serif Thai", "NotoSerifThai-Regular.ttf"),
    SCRIPT(TIBETAN, "Noto Serif Tibetan", "NotoSerifTibetan-Regular.ttf"),
    { .family = NULL }
};

static const Face symbol_faces[] = {
    { "Noto Serif", .file = NOTO "NotoSerif-Regular.ttf" },
    { "DejaVu Serif",
      .file = "truetype/dejavu/DejaVuSerif.ttf" },
    /* So Pango calls what it wants for emoji. */
    { "emoji", .file = NOTO "NotoColorEmoji.ttf", .color = TRUE },
    { "DejaVu Sans",
      .file = "truetype/dejavu/DejaVuSans.ttf" },
    { "Noto Sans Symbols2", .file = NOTO "NotoSansSymbols2-Regular.ttf" },
    { "Noto Sans Symbols", .file = NOTO "NotoSansSymbols-Regular.ttf" },
    { "Noto Sans Math", .file = NOTO "NotoSansMath-Regular.ttf" },
    { .family = NULL }
};

const Face *
faces_text(void)
{
    return text_faces;
}

const Face *
faces_scripts(void)
{
    return script_faces;
}

const Face *
faces_symbols(void)
{
    return symbol_faces;
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
