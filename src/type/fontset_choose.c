/* SPDX-License-Identifier: MIT */
/* Decides which families a book is set with, and in which order. */
#include <string.h>

#include "type/fontset_parts.h"

static const struct {
    const char *name;
    FaceTable table;
} generic[] = {
    { "serif", FACES_SERIF }, { "ui-serif", FACES_SERIF },
    { "sans-serif", FACES_SANS }, { "ui-sans-serif", FACES_SANS },
    { "system-ui", FACES_SANS }, { "monospace", FACES_MONO },
    { "ui-monospace", FACES_MONO },
};

/* The first family of table that is installed where it says; then
 * anywhere. */
static guint
own_of(FontSet *set, FaceTable table)
{
    const char *last = "";

    for (const Face *face = faces_of(table); face->family; face++)
        if (faces_here(face->family))
            return fontset_add_row(set, face->family, NULL, FALSE);
    for (const Face *face = faces_of(table); face->family; face++) {
        guint row = strcmp(face->family, last) == 0 ? G_MAXUINT
            : fontset_add_row(set, face->family, NULL, FALSE);
        if (row != G_MAXUINT)
            return row;
        last = face->family;
    }
    return G_MAXUINT;
}

static guint
own_named(FontSet *set, const char *name)
{
    const Face *known = faces_find(name, 0);

    for (gsize i = 0; i < G_N_ELEMENTS(generic); i++)
        if (g_ascii_strcasecmp(generic[i].name, name) == 0)
            return own_of(set, generic[i].table);
    if (!*name || (known && known->color))
        return G_MAXUINT;
    return fontset_add_row(set, name, NULL, FALSE);
}

static guint
own_listed(FontSet *set, const char *css)
{
    g_auto(GStrv) list = g_strsplit(css, ",", -1);

    for (char **name = list; *name; name++) {
        guint row = own_named(
            set, g_strstrip(g_strdelimit(*name, "\"'", ' ')));
        if (row != G_MAXUINT)
            return row;
    }
    return G_MAXUINT;
}

void
fontset_add_own(FontSet *set, Family family, const char *css)
{
    guint row = css ? own_listed(set, css) : G_MAXUINT;

    if (row == G_MAXUINT && family == FAMILY_HEAD)
        row = set->own[FAMILY_TEXT];
    if (row == G_MAXUINT)
        row = own_of(set, family == FAMILY_MONO ? FACES_MONO : FACES_SERIF);
    set->own[family] = row;
}

/* The families whose own letters do for the scripts of face. */
static guint
script_spared(const FontSet *set, const Face *face)
{
    guint spared = 0;

    for (int family = 0; family < N_FAMILIES; family++)
        if (set->own[family] != G_MAXUINT
            && fontset_has_script(set, fontset_row(set, set->own[family]),
                                  face))
            spared |= 1u << family;
    return spared;
}

static void
script_add(FontSet *set, const Face *face)
{
    const guint all = 1u << FAMILY_TEXT | 1u << FAMILY_HEAD;
    guint spared = script_spared(set, face), row;

    if ((spared & all) == all)
        return;
    row = fontset_add_row(set, face->family, face, FALSE);
    if (row == G_MAXUINT || fontset_row(set, row)->script != face)
        return;
    fontset_row(set, row)->spared = spared;
    fontset_lend_italics(set, row);
}

static gboolean
script_is_here(const Face *face)
{
    g_autofree char *path = faces_path(face);

    return path != NULL;
}

/* The face that language wants for ideographs. */
static void
script_add_han(FontSet *set, const char *language)
{
    for (const Face *face = faces_of(FACES_SCRIPTS); face->family; face++)
        if (face->scripts[0] == G_UNICODE_SCRIPT_HAN
            && fontset_speaks(face, language) && script_is_here(face)) {
            script_add(set, face);
            return;
        }
}

static void
script_add_forms(FontSet *set)
{
    guint before = set->rows->len;

    for (const char *const *l = set->wants->languages; l && *l; l++)
        if (fontset_forms(*l))
            script_add_han(set, *l);
    if (set->rows->len == before)
        script_add_han(set, NULL);
}

void
fontset_add_scripts(FontSet *set)
{
    static const Face han = { .scripts = {
        G_UNICODE_SCRIPT_HAN, G_UNICODE_SCRIPT_HIRAGANA,
        G_UNICODE_SCRIPT_KATAKANA, G_UNICODE_SCRIPT_BOPOMOFO } };

    if (fontset_needs(set, &han))
        script_add_forms(set);
    for (const Face *face = faces_of(FACES_SCRIPTS); face->family; face++)
        if (face->style == 0 && face->scripts[0] != G_UNICODE_SCRIPT_HAN
            && fontset_needs(set, face) && script_is_here(face))
            script_add(set, face);
}

void
fontset_add_symbols(FontSet *set)
{
    for (const Face *face = faces_of(FACES_SYMBOLS); face->family; face++) {
        if (face->style != 0
            || (FcCharSetCount(set->lacking) == 0
                && !(face->color && FcCharSetCount(set->pictures) > 0)))
            continue;
        if (script_is_here(face))
            fontset_add_row(set, face->family, NULL, TRUE);
    }
}

static gboolean
replacement_is_there(const FontSet *set)
{
    const char sign[] = "\ufffd";

    for (guint i = 0; i < fontset_n_faces(set); i++)
        if (fontset_covers(set, i, sign, strlen(sign)))
            return TRUE;
    return FALSE;
}

void
fontset_add_replacement(FontSet *set)
{
    for (const Face *face = faces_of(FACES_SYMBOLS);
         face->family && !replacement_is_there(set); face++)
        if (face->style == 0 && script_is_here(face))
            fontset_add_row(set, face->family, NULL, FALSE);
}
