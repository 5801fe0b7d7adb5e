/* SPDX-License-Identifier: MIT */
/* Decides what a cover asks of the fonts: the text's family, one size, one
 * weight. */
#include "cover/kit.h"

#include <string.h>

Kit *
kit_new(const char *text, const char *language, gboolean italic,
        GError **error)
{
    const char *const languages[] = { language, NULL };
    g_autoptr(Letters) letters = letters_new();
    const FontWants wants = {
        .unused = 1 << FAMILY_HEAD | 1 << FAMILY_MONO,
        .styles = 1u | (italic ? 1u << FONT_ITALIC : 0),
        .letters = letters,
        .languages = languages,
    };

    letters_add(letters, text, strlen(text));
    FontSet *set = fontset_new(&wants, error);
    if (!set)
        return NULL;
    Kit *kit = g_new0(Kit, 1);
    kit->set = set;
    kit->context = fontset_context(set);
    if (language)
        pango_context_set_language(kit->context,
                                   pango_language_from_string(language));
    kit->families = fontset_families(set, FAMILY_TEXT, language);
    const FontFace *face = fontset_face(set, fontset_main(set, FAMILY_TEXT,
                                                          0));
    kit->small_caps = face->small_caps && face->all_small_caps;
    for (guint i = 0; i < fontset_n_faces(set); i++)
        kit->color |= fontset_face(set, i)->color;
    return kit;
}

void
kit_free(Kit *kit)
{
    if (!kit)
        return;
    g_object_unref(kit->context);
    fontset_free(kit->set);
    g_free(kit);
}
