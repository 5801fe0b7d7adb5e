/* SPDX-License-Identifier: MIT */
/* How a set of fonts is made and kept; for src/type/fontset*.c only. */
#pragma once

#include <fontconfig/fontconfig.h>

#include "type/fontset.h"

#define N_SCRIPTS 256           /* more than GUnicodeScript has */

/* A family as Pango is told of it. */
typedef struct {
    const char *name;           /* by which Pango asks for it */
    const Face *script;         /* it is for the scripts (and language) of
                                 * this; NULL: for any */
    FcCharSet *has;             /* wanted letters in its first face */
    guint face[N_FONT_STYLES];  /* the nearest real one */
    guint spared;               /* bit f: family f has all letters of its
                                 * scripts, so it is not wanted there */
} FontRow;

struct FontSet {
    const FontWants *wants;     /* while it is made */
    FcConfig *config;           /* what Pango is given: our faces only */
    FcConfig *installed;        /* all fonts; NULL until they are needed */
    GStringChunk *names;
    GArray *faces;              /* of FontFace */
    GArray *rows;               /* of FontRow, in the order of want */
    guint own[N_FAMILIES];      /* rows */
    FcCharSet *wanted;          /* letters that are drawn */
    FcCharSet *pictures;        /* of them, wanted as pictures */
    FcCharSet *lacking;         /* of them, in no row yet */
    gboolean scripts[N_SCRIPTS];        /* of wanted */
    char *missing;
    GMutex lock;                /* of: */
    cairo_font_face_t **cairo;  /* by face; NULL until asked for */
    GHashTable *families;       /* "0en" -> "A,B," */
};

static inline FontRow *
fontset_row(const FontSet *set, guint row)
{
    return &g_array_index(set->rows, FontRow, row);
}

/* Sees what letters are wanted. */
void fontset_see_letters(FontSet *set, const Letters *letters);

/* Calls each with every letter, in order; the set of those for which it
 * returns TRUE. */
FcCharSet *fontset_pick(const FcCharSet *letters,
                        gboolean (*each)(gunichar c, gconstpointer user),
                        gconstpointer user);

/* Whether face is for a script that is wanted; and for language (which may
 * be NULL). */
gboolean fontset_needs(const FontSet *set, const Face *face);
gboolean fontset_speaks(const Face *face, const char *language);

/* Whether ideographs have a form of their own in language. */
gboolean fontset_forms(const char *language);

/* Whether row has all wanted letters of the scripts of face. */
gboolean fontset_has_script(const FontSet *set, const FontRow *row,
                            const Face *face);

/* Adds family as a row, under name, with those of its faces that are
 * wanted; the row there is if it has been added before.  G_MAXUINT if it is
 * not installed, or has no letter that is wanted and must_help. */
guint fontset_add_row(FontSet *set, const char *family, const Face *script,
                      gboolean must_help);

/* Gives row, of a script without italics, those of the text for letters of
 * alphabets. */
void fontset_lend_italics(FontSet *set, guint row);

/* Adds the font at path, which is taken, as a row; G_MAXUINT if it is no
 * font. */
guint fontset_add_file(FontSet *set, const char *family, char *path,
                       guint index, gboolean color);

/* Adds the families that CSS lists (or may be NULL), or else those of our
 * tables, as row for family. */
void fontset_add_own(FontSet *set, Family family, const char *css);

/* Adds what other letters need; then what is lacking from all fonts. */
void fontset_add_scripts(FontSet *set);
void fontset_add_symbols(FontSet *set);
void fontset_add_found(FontSet *set);

/* A face that has U+FFFD, unless there is one. */
void fontset_add_replacement(FontSet *set);

/* All installed fonts. */
FcConfig *fontset_installed(FontSet *set);
