/* SPDX-License-Identifier: MIT */
/*
 * Fonts without the system's configuration: what is set depends on the text
 * and on the fonts that are installed, on nothing else, and only faces that
 * the text needs are opened.
 */
#pragma once

#include <cairo.h>
#include <hb.h>
#include <pango/pango.h>

#include "type/faces.h"
#include "type/letters.h"

/* The families of a book, by what they are for. */
typedef enum { FAMILY_TEXT, FAMILY_HEAD, FAMILY_MONO } Family;
#define N_FAMILIES (FAMILY_MONO + 1)

/* What is asked of fonts. */
typedef struct {
    const char *families[N_FAMILIES];   /* as CSS lists them; NULL or none
                                         * installed: those of our table, for
                                         * FAMILY_HEAD those of the text */
    guint unused;               /* bit f: Family f is not used: it is not
                                 * opened, and stands for that of the text */
    guint styles;               /* bit s: FONT style s is wanted */
    const Letters *letters;     /* what must be found */
    const char *const *languages;       /* BCP 47, of the texts; end with
                                         * NULL; may be NULL */
} FontWants;

/* All metrics are in parts of FONT_EM an em. */
#define FONT_EM 65536

/* One face that is used; the same number in every thread.  All that it
 * points to is the set's. */
typedef struct {
    char *path;
    guint index;                /* in a collection */
    const char *family;
    guint style;
    gboolean color;             /* pictures (emoji), not outlines */
    gboolean small_caps, all_small_caps, oldstyle, lining, tabular,
             superior;          /* features it has: smcp, c2sc, onum, lnum,
                                 * tnum, sups */
    gboolean kerns_space;       /* words may not be shaped by themselves */
    int ascent, descent, cap_height, x_height;  /* descent is positive */
    int space, hyphen;          /* advances */
    hb_codepoint_t space_glyph, hyphen_glyph;
    hb_font_t *hb;              /* immutable, FONT_EM an em: may be used
                                 * from any thread */
} FontFace;

typedef struct FontSet FontSet;

/* wants is needed during the call only.  NULL with A2B_ERROR_UNAVAILABLE if
 * no font at all is installed. */
FontSet *fontset_new(const FontWants *wants, GError **error);
void fontset_free(FontSet *set);

guint fontset_n_faces(const FontSet *set);
const FontFace *fontset_face(const FontSet *set, guint face);

/* The face that family and style mean for ordinary letters; where there is
 * no such style the nearest real one, never a synthetic one. */
guint fontset_main(const FontSet *set, Family family, guint style);

/* Whether face has every character of str. */
gboolean fontset_covers(const FontSet *set, guint face, const char *str,
                        gsize len);

/* Characters (as a string, each once, in order) that no face has; "" if
 * none. */
const char *fontset_missing(const FontSet *set);

/* A context of its own for each thread; 72 dpi, so that sizes are points;
 * nothing rounded or hinted.  Free with g_object_unref(). */
PangoContext *fontset_context(const FontSet *set);

/* For a font description: the families for family, then all that letters
 * need in language (which decides the form of ideographs; may be NULL), as
 * "A,B,". */
const char *fontset_families(const FontSet *set, Family family,
                             const char *language);

/* Which face Pango chose; G_MAXUINT if it is none of ours. */
guint fontset_which(const FontSet *set, PangoFont *font);

/* For cairo_set_font_face(), in any thread; owned by set.  Each copy (from
 * 0) looks the same, but is a font of its own to Cairo. */
#define FONT_COPIES 4
cairo_font_face_t *fontset_cairo(FontSet *set, guint face, guint copy);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(FontSet, fontset_free)
