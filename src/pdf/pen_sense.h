/* SPDX-License-Identifier: MIT */
/* Which text each glyph stands for in the fonts of the file. */
#pragma once

#include "type/fontset.h"
#include "type/line.h"

typedef struct PenSense PenSense;

/* Borrows fonts. */
PenSense *pen_sense_new(FontSet *fonts);
void pen_sense_free(PenSense *sense);

/* The copy (see fontset_cairo()) of face in which glyph stands for str, len
 * bytes, from now on if it stood for nothing; first is tried before the
 * others (but for that of forms), and given where there is none. */
guint pen_sense_copy(PenSense *sense, guint face, guint32 glyph,
                     const char *str, gsize len, guint first);

/* Whether glyph stands for c, of ASCII, in the first copy of face so far. */
gboolean pen_sense_is_known(const PenSense *sense, guint face, guint32 glyph,
                            char c);

/* The copy for forms of Latin letters that are not the usual ones: small
 * capitals, say.  Cairo writes text shorter in which every letter has one
 * form. */
#define PEN_SENSE_FORMS (FONT_COPIES - 1)

/* Whether glyph, which stands for c, is such a form. */
gboolean pen_sense_is_form(PenSense *sense, guint face, guint32 glyph,
                           gunichar c);

/* The one character that str, len bytes, is as well; 0 if there is none, or
 * if str is one already. */
gunichar pen_sense_composed(const char *str, gsize len);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(PenSense, pen_sense_free)
