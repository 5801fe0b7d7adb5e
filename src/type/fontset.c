/* SPDX-License-Identifier: MIT */
/* Decides what a set of fonts is made of, in which order, and answers for
 * it. */
#include "type/fontset.h"

#include <article2book/diag.h>

#include "type/fontset_face.h"
#include "type/fontset_parts.h"

static void
fontset_clear_face(gpointer face)
{
    fontset_face_clear(face);
}

static void
fontset_clear_row(gpointer row)
{
    FcCharSetDestroy(((FontRow *) row)->has);
}

static FontSet *
fontset_alloc(const FontWants *wants)
{
    FontSet *set = g_new0(FontSet, 1);

    set->wants = wants;
    set->config = FcConfigCreate();
    FcConfigBuildFonts(set->config);
    set->names = g_string_chunk_new(256);
    set->faces = g_array_new(FALSE, FALSE, sizeof(FontFace));
    g_array_set_clear_func(set->faces, fontset_clear_face);
    set->rows = g_array_new(FALSE, FALSE, sizeof(FontRow));
    g_array_set_clear_func(set->rows, fontset_clear_row);
    set->wanted = FcCharSetCreate();
    set->pictures = FcCharSetCreate();
    set->families = g_hash_table_new_full(g_str_hash, g_str_equal, g_free,
                                          g_free);
    g_mutex_init(&set->lock);
    for (int family = 0; family < N_FAMILIES; family++)
        set->own[family] = G_MAXUINT;
    return set;
}

/* What only making needs. */
static void
fontset_forget(FontSet *set)
{
    g_clear_pointer(&set->wanted, FcCharSetDestroy);
    g_clear_pointer(&set->pictures, FcCharSetDestroy);
    g_clear_pointer(&set->lacking, FcCharSetDestroy);
    g_clear_pointer(&set->installed, FcConfigDestroy);
    set->wants = NULL;
}

void
fontset_free(FontSet *set)
{
    if (!set)
        return;
    fontset_forget(set);
    FcConfigSetCurrent(NULL);
    for (guint i = 0; set->cairo && i < set->faces->len * FONT_COPIES; i++)
        cairo_font_face_destroy(set->cairo[i]);
    g_free(set->cairo);
    FcConfigDestroy(set->config);
    g_array_unref(set->rows);
    g_array_unref(set->faces);
    g_string_chunk_free(set->names);
    g_hash_table_unref(set->families);
    g_mutex_clear(&set->lock);
    g_free(set->missing);
    g_free(set);
}

static gboolean
fontset_spell(gunichar c, gconstpointer str)
{
    g_string_append_unichar((GString *) str, c);
    return FALSE;
}

/* What lacks is what the text's family lacks, whatever others have. */
static void
fontset_fill_own(FontSet *set, const FontWants *wants)
{
    for (int family = 0; family < N_FAMILIES; family++)
        if (!(wants->unused >> family & 1))
            fontset_add_own(set, (Family) family, wants->families[family]);
    if (set->own[FAMILY_TEXT] == G_MAXUINT)
        return;
    FcCharSetDestroy(set->lacking);
    set->lacking = FcCharSetSubtract(
        set->wanted, fontset_row(set, set->own[FAMILY_TEXT])->has);
}

static void
fontset_fill(FontSet *set, const FontWants *wants)
{
    fontset_see_letters(set, wants->letters);
    fontset_fill_own(set, wants);
    fontset_add_scripts(set);
    fontset_add_symbols(set);
    fontset_add_found(set);
    if (FcCharSetCount(set->lacking) > 0)
        fontset_add_replacement(set);
    for (int family = 0; family < N_FAMILIES; family++)
        if (set->own[family] == G_MAXUINT)
            set->own[family] = family == FAMILY_TEXT
                               ? 0 : set->own[FAMILY_TEXT];
}

FontSet *
fontset_new(const FontWants *wants, GError **error)
{
    g_autoptr(FontSet) set = fontset_alloc(wants);

    fontset_fill(set, wants);
    /* Pango ends the program where there is none. */
    if (set->rows->len == 0) {
        g_set_error_literal(error, A2B_ERROR, A2B_ERROR_UNAVAILABLE,
                            "no fonts are installed; install "
                            "fonts-ebgaramond");
        return NULL;
    }
    GString *missing = g_string_new(NULL);
    FcCharSetDestroy(fontset_pick(set->lacking, fontset_spell, missing));
    set->missing = g_string_free(missing, FALSE);
    set->cairo = g_new0(cairo_font_face_t *,
                        set->faces->len * FONT_COPIES);
    fontset_forget(set);
    return g_steal_pointer(&set);
}

guint
fontset_n_faces(const FontSet *set)
{
    return set->faces->len;
}

const FontFace *
fontset_face(const FontSet *set, guint face)
{
    return &g_array_index(set->faces, FontFace, face);
}

guint
fontset_main(const FontSet *set, Family family, guint style)
{
    return fontset_row(set, set->own[family])->face[style];
}

gboolean
fontset_covers(const FontSet *set, guint face, const char *str, gsize len)
{
    hb_font_t *font = fontset_face(set, face)->hb;
    hb_codepoint_t glyph;

    for (const char *p = str; p < str + len; p = g_utf8_next_char(p))
        if (!hb_font_get_nominal_glyph(font, g_utf8_get_char(p), &glyph))
            return FALSE;
    return TRUE;
}

const char *
fontset_missing(const FontSet *set)
{
    return set->missing;
}
