/* SPDX-License-Identifier: MIT */
/*
 * A text becomes glyphs, once, and the places where its lines may end.
 *
 * Pango tells pieces of one font, script and direction apart and where lines
 * may break; HarfBuzz shapes each piece as a whole, and its
 * unsafe-to-break flags tell where a piece can be cut without shaping it
 * again.  All lengths are in UNITs of a point unless said otherwise.
 */
#pragma once

#include "type/fontset.h"

#define UNIT 1024               /* of a point, as Pango's */

/* What letters want of the font beyond its face. */
enum {
    LOOK_SMALL_CAPS = 1,        /* lower case as small capitals */
    LOOK_ALL_SMALL = 2,         /* capitals too */
    LOOK_OLDSTYLE = 4, LOOK_LINING = 8, LOOK_TABULAR = 16,
    LOOK_SUPERIOR = 32,         /* real superiors, where the font has them;
                                 * else raised and made smaller */
    LOOK_INFERIOR = 64,         /* lowered and made smaller */
    LOOK_NO_HYPHENS = 128,      /* words are not divided */
    LOOK_BREAK_ANYWHERE = 256,  /* code, addresses: a line may end after any
                                 * character, better ones first */
};

/* How a stretch of text is set. */
typedef struct {
    Family family;
    guint style;                /* FONT_BOLD ... */
    guint flags;                /* LOOK_... */
    double size;                /* points */
    double tracking;            /* points after each letter */
    const char *language;       /* BCP 47; NULL: that of the text */
    guint mark;                 /* the caller's: carried to the lines */
} Look;

typedef struct {
    guint32 start, end;         /* bytes */
    Look look;
} LookSpan;

/* What is to be set; borrowed by whatever is made from it. */
typedef struct {
    const char *str;            /* valid UTF-8; U+2028 ends a line; U+00AD
                                 * is where a word may be divided */
    guint32 len;                /* bytes */
    const LookSpan *looks;      /* cover str, in order, do not meet */
    guint n_looks;
    const char *language;       /* BCP 47 or NULL */
    gboolean rtl;               /* direction of the paragraph */
    gboolean blanks;            /* every blank counts: code */
} TypeText;

typedef struct {
    guint32 glyph;
    guint32 at;                 /* byte of str where its cluster begins */
    gint32 advance;
    gint32 dx, dy;              /* to the right, up */
} ShapedGlyph;

/* A piece of one look, face, script and direction. */
typedef struct {
    guint32 start, end;         /* bytes */
    guint32 first_char, n_chars;
    guint32 glyph, n_glyphs;    /* in logical order, whatever the direction */
    guint16 look;               /* index in looks */
    guint16 face;
    guint8 level;               /* odd: from right to left */
    gboolean missing;           /* no font has it: glyphs are those of
                                 * U+FFFD */
    double size;                /* points: smaller than the look's for
                                 * emulated small capitals and superiors */
    gboolean upper;             /* emulated: letters are shown as capitals */
    gint32 rise;                /* of the baseline */
    hb_script_t script;
    const hb_feature_t *features;   /* static or owned by Shaper */
    guint n_features;
} ShapedItem;

typedef enum {
    BREAK_SPACE,                /* blanks at the end of the line vanish */
    BREAK_HYPHEN,               /* a hyphen comes to the line's end */
    BREAK_PLAIN,                /* nothing vanishes or comes */
    BREAK_FORCED,               /* U+2028 */
    BREAK_END,                  /* of the paragraph */
} BreakKind;

/* A place where a line may end. */
typedef struct {
    guint32 end, next;          /* characters: where what is on the line
                                 * ends; where the next line begins */
    gint32 pre;                 /* what the line is wider by than the sums
                                 * say (a hyphen, another last glyph) */
    gint32 post;                /* the same of the next line */
    gint32 hang;                /* how far the line's last sign may stand in
                                 * the margin */
    gint32 hang_next;           /* the same of the next line's first */
    gint16 penalty;             /* as TeX's */
    guint8 kind;                /* BreakKind */
    gboolean flagged;           /* two in a row are ugly: hyphens */
} BreakPoint;

/* A text ready to be broken at any measure.  Arrays with n_chars + 1
 * members are sums over the characters before, modulo 2^32 (add them as
 * guint32): of a very long text only differences mean something. */
typedef struct {
    const TypeText *text;
    guint32 n_chars;
    guint32 *byte;              /* of each character; n_chars + 1 */
    ShapedItem *items;
    guint n_items;
    ShapedGlyph *glyphs;
    guint32 n_glyphs;
    gint32 *width, *stretch, *shrink, *expand;  /* expand: width of what may
                                                 * be made wider or narrower
                                                 * by a part of itself */
    guint8 *safe;               /* whether glyphs may be cut before it */
    guint8 *space;              /* SpaceKind of the character: where what
                                 * is left over on a line is put */
    gint32 hang_first;          /* as hang_next, of the first line */
    BreakPoint *points;         /* in order; the last is BREAK_END */
    guint n_points;
} Shaped;

/* What may grow after a character when a line is justified, in the order in
 * which it is asked to: word spaces; else between ideographs and the like;
 * else between clusters of scripts without blanks (Thai), a little.
 * Capitals of words that are in capitals are spaced a little before word
 * spaces grow much. */
typedef enum {
    SPACE_NONE, SPACE_WORD, SPACE_IDEOGRAPH, SPACE_CLUSTER, SPACE_CAPITALS
} SpaceKind;

/* Fonts, buffers and caches of one thread. */
typedef struct Shaper Shaper;
Shaper *shaper_new(FontSet *fonts);       /* borrows fonts */
void shaper_free(Shaper *shaper);
FontSet *shaper_fonts(const Shaper *shaper);

/* Where paragraph.c keeps its buffers with the shaper: *slot is NULL at
 * first; shaper_free() frees it with free_slot, if that was given. */
gpointer *shaper_slot(Shaper *shaper, GDestroyNotify free_slot);

/* Never fails: a character without a font is shown as U+FFFD. */
Shaped *shape_text(Shaper *shaper, const TypeText *text);

/* The same; parts wider than most (UNITs) that lines cannot break in, or not
 * without hyphens if there are to be none, can be cut between letters: for
 * words that no line is long enough for. */
Shaped *shape_text_cut(Shaper *shaper, const TypeText *text, gint32 most,
                       gboolean hyphens);
void shaped_free(Shaped *shaped);

/* Shapes bytes start to end of an item again, as if the line began and
 * ended there, with a hyphen after it or not; appended to glyphs (array of
 * ShapedGlyph, logical order; a hyphen's at is end).  For cuts that are not
 * safe. */
void shape_again(Shaper *shaper, const Shaped *shaped, const ShapedItem *item,
                 guint32 start, guint32 end, gboolean hyphen,
                 GArray *glyphs);

/* Width of a text on one line, in points. */
double shape_width(Shaper *shaper, const TypeText *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Shaper, shaper_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Shaped, shaped_free)
