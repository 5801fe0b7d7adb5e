/* SPDX-License-Identifier: MIT */
/* Decides which families a text is set with.
 *
 * Scanning a font's file, or reading the system's configuration, costs more
 * than drawing a page.  So fontconfig is given patterns that we make
 * ourselves from our tables of faces, with the characters of this one text
 * for a character set; it is asked to look through its folders only for
 * characters, and families, that these faces are not. */
#include <string.h>

#include <hb-ot.h>

#include "type/fonts.h"
#include "type/fontset_face.h"
#include "type/fontset_parts.h"

static gboolean
row_covers(gunichar c, gconstpointer font)
{
    hb_codepoint_t glyph;

    return hb_font_get_nominal_glyph((hb_font_t *) font, c, &glyph);
}

static FcPattern *
row_pattern(const FontFace *face, const char *name, const FcCharSet *has)
{
    return FcPatternBuild(
        NULL, FC_FAMILY, FcTypeString, name,
        FC_FILE, FcTypeString, face->path,
        FC_INDEX, FcTypeInteger, (int) face->index,
        FC_SLANT, FcTypeInteger,
        face->style & FONT_ITALIC ? FC_SLANT_ITALIC : FC_SLANT_ROMAN,
        FC_WEIGHT, FcTypeInteger,
        face->style & FONT_BOLD ? FC_WEIGHT_BOLD : FC_WEIGHT_NORMAL,
        FC_WIDTH, FcTypeInteger, FC_WIDTH_NORMAL,
        FC_CHARSET, FcTypeCharSet, has, FC_COLOR, FcTypeBool, face->color,
        FC_SCALABLE, FcTypeBool, FcTrue,
        FC_OUTLINE, FcTypeBool, !face->color,
        FC_ANTIALIAS, FcTypeBool, !face->color,
        FC_FONTFORMAT, FcTypeString, "TrueType", NULL);
}

/* The face at path, which is taken; G_MAXUINT if it is none. */
static guint
row_open(FontSet *set, char *path, guint index, FontFace face)
{
    for (guint i = 0; i < set->faces->len; i++) {
        const FontFace *f = fontset_face(set, i);
        if (f->index == index && strcmp(f->path, path) == 0) {
            g_free(path);
            return i;
        }
    }
    if (!fontset_face_open(&face, path, index))
        return G_MAXUINT;
    g_array_append_val(set->faces, face);
    return set->faces->len - 1;
}

/* The face of family in exactly style; G_MAXUINT if there is none. */
static guint
row_exact(FontSet *set, const char *family, guint style, gboolean search)
{
    const Face *known = faces_find(family, style);
    FontFace face = { .family = family, .style = style,
                      .color = known && known->color };
    guint index = known ? known->index : 0;
    char *path = known ? faces_path(known) : NULL;

    if (!path && search)
        path = fonts_find(fontset_installed(set), family, style, &index);
    return path ? row_open(set, path, index, face) : G_MAXUINT;
}

static guint
row_nearest(FontSet *set, const char *family, guint style, gboolean search)
{
    guint face = G_MAXUINT;

    for (guint n = 0; n < N_FONT_STYLES && face == G_MAXUINT; n++)
        face = row_exact(set, family, faces_near(style, n), search);
    return face;
}

/* What face would be used for: emoji have figures, too. */
static FcCharSet *
row_letters(const FontSet *set, const FontFace *face)
{
    FcCharSet *most = face->color
        ? FcCharSetUnion(set->lacking, set->pictures)
        : FcCharSetCopy(set->wanted);
    FcCharSet *has = fontset_pick(most, row_covers, face->hb);

    FcCharSetDestroy(most);
    return has;
}

/* Tells fontconfig of a face in row; the first face's letters are those of
 * the row: a bold with more of them would set them in ordinary text, too. */
static void
row_tell(FontSet *set, FontRow *row, const FontFace *face)
{
    FcCharSet *has = row_letters(set, face);

    if (row->has) {
        FcCharSet *both = FcCharSetIntersect(has, row->has);
        FcCharSetDestroy(has);
        has = both;
    }
    FcFontSetAdd(FcConfigGetFonts(set->config, FcSetSystem),
                 row_pattern(face, row->name, has));
    if (row->has)
        FcCharSetDestroy(has);
    else
        row->has = has;
}

static gboolean
row_tells(const FontRow *row, guint style, guint face)
{
    for (guint s = 0; s < style; s++)
        if (row->face[s] == face)
            return TRUE;
    return FALSE;
}

/* The row's faces; the roman is there already.  A style that is not wanted
 * is the nearest that is. */
static void
row_fill(FontSet *set, FontRow *row, gboolean search)
{
    guint wanted = set->wants->styles | 1;

    for (guint s = 0; s < N_FONT_STYLES; s++) {
        guint near = s;
        for (guint n = 1; !(wanted >> near & 1); n++)
            near = faces_near(s, n);
        if (s > 0)
            row->face[s] = row_nearest(set, row->name, near, search);
        if (!row_tells(row, s, row->face[s]))
            row_tell(set, row, fontset_face(set, row->face[s]));
    }
}

static gboolean
row_lends(gunichar c, gconstpointer font)
{
    GUnicodeScript script = g_unichar_get_script(c);

    return (script == G_UNICODE_SCRIPT_LATIN
            || script == G_UNICODE_SCRIPT_GREEK
            || script == G_UNICODE_SCRIPT_CYRILLIC) && row_covers(c, font);
}

void
fontset_lend_italics(FontSet *set, guint row)
{
    const FontRow *to = fontset_row(set, row);
    const FontRow *text = set->own[FAMILY_TEXT] == G_MAXUINT
        ? to : fontset_row(set, set->own[FAMILY_TEXT]);

    for (guint s = FONT_ITALIC; s < N_FONT_STYLES; s++) {
        const FontFace *own = fontset_face(set, to->face[s]);
        const FontFace *lent = fontset_face(set, text->face[s]);
        if (own->style & FONT_ITALIC || !(lent->style & FONT_ITALIC)
            || (s > FONT_ITALIC && text->face[s] == text->face[s - 1]))
            continue;
        FcCharSet *has = fontset_pick(to->has, row_lends, lent->hb);
        if (FcCharSetCount(has) > 0)
            FcFontSetAdd(FcConfigGetFonts(set->config, FcSetSystem),
                         row_pattern(lent, to->name, has));
        FcCharSetDestroy(has);
    }
}

static guint
row_append(FontSet *set, const FontRow *row)
{
    FcCharSet *rest = FcCharSetSubtract(set->lacking, row->has);

    FcCharSetDestroy(set->lacking);
    set->lacking = rest;
    g_array_append_vals(set->rows, row, 1);
    return set->rows->len - 1;
}

static gboolean
row_helps(FontSet *set, guint face)
{
    const FontFace *f = fontset_face(set, face);
    FcCharSet *has = row_letters(set, f);
    gboolean helps = f->color
        ? FcCharSetCount(has) > 0
        : FcCharSetIntersectCount(has, set->lacking) > 0;

    FcCharSetDestroy(has);
    return helps;
}

guint
fontset_add_file(FontSet *set, const char *family, char *path, guint index,
                 gboolean color)
{
    FontRow row = { .name = g_string_chunk_insert(set->names, family) };
    FontFace face = { .family = row.name, .color = color };
    guint at = row_open(set, path, index, face);

    if (at == G_MAXUINT)
        return at;
    for (guint s = 0; s < N_FONT_STYLES; s++)
        row.face[s] = at;
    row_tell(set, &row, fontset_face(set, at));
    return row_append(set, &row);
}

static guint
row_by_name(const FontSet *set, const char *name)
{
    for (guint i = 0; i < set->rows->len; i++)
        if (g_ascii_strcasecmp(fontset_row(set, i)->name, name) == 0)
            return i;
    return G_MAXUINT;
}

guint
fontset_add_row(FontSet *set, const char *family, const Face *script,
                gboolean must_help)
{
    guint before = set->faces->len, there = row_by_name(set, family);
    gboolean search = !faces_here(family);
    FontRow row = { .script = script };

    if (there != G_MAXUINT)
        return there;
    row.name = g_string_chunk_insert(set->names, family);
    row.face[0] = row_nearest(set, row.name, 0, search);
    if (row.face[0] == G_MAXUINT)
        return G_MAXUINT;
    if (must_help && !row_helps(set, row.face[0])) {
        g_array_set_size(set->faces, before);
        return G_MAXUINT;
    }
    row_fill(set, &row, search);
    return row_append(set, &row);
}
