/* SPDX-License-Identifier: MIT */
/*
 * What the files of the shaper share; nobody else includes it but tests.
 *
 * A text goes through: signs (characters and what they are) -> items and
 * breaks (the simple way or Pango's) -> glyphs (words from a cache, or
 * HarfBuzz) -> space (sums) -> points.  All of it lies in buffers of the
 * shaper that are used again; what comes out is copied to one block.
 */
#pragma once

#include "type/hyph.h"
#include "type/shape.h"
#include "type/shape_cache.h"

/* What a character is to us: a sum of these. */
enum {
    SIGN_LETTER = 1, SIGN_UPPER = 2, SIGN_DIGIT = 4, SIGN_MARK = 8,
    SIGN_BLANK = 16,            /* vanishes at a line's end */
    SIGN_STRETCH = 32,          /* a word space */
    SIGN_CJK = 64,              /* ideographs, kana, their punctuation */
    SIGN_HANGUL = 128,
    SIGN_LINE = 256,            /* ends a line */
    SIGN_TAB = 512,
    SIGN_SOFT = 1024,           /* a soft hyphen */
    SIGN_SIMPLE = 2048,         /* may go the simple way */
    SIGN_FREE = 4096,           /* any face will do for it */
    SIGN_NO_WORD = 8192,        /* joins words to an address */
    SIGN_HIDDEN = 16384,        /* shows nothing: joiners, selectors */
};
/* What is shown as a blank of its own and parts words. */
#define SIGN_PARTS (SIGN_LINE | SIGN_TAB)

typedef struct {
    guint16 what;
    guint8 class;               /* of the Unicode line breaking algorithm */
    guint8 script;              /* SignScript */
    guint8 hang, hang_next;     /* 1/100 of its width that may stand in the
                                 * margin, at a line's end, at its start */
} Sign;
typedef enum { SIGNS_COMMON, SIGNS_LATIN, SIGNS_GREEK, SIGNS_CYRILLIC }
    SignScript;

/* The table of signs below N_SIGNS; G_MAXUINT if c is not in it. */
#define N_SIGNS_LOW 0x530u
#define N_SIGNS (N_SIGNS_LOW + 0x220u)
const Sign *shape_signs(void);
guint shape_sign_index(gunichar c);
guint shape_sign_what(gunichar c);

/* What the cache knows of a string. */
enum {
    KEY_WORD, KEY_FRAGMENT, KEY_HYPHENED, KEY_REACH, KEY_DIVISION, KEY_BLANK
};
#define KEY(number, kind) ((guint32) (number) << 3 | (kind))

/* Whether a line may end before a character: a sum of these. */
enum {
    CUT_LINE = 1, CUT_FORCED = 2,
    CUT_INSIDE = 4,             /* of a cluster: never */
    CUT_DIVIDE = 8,             /* a word, with a hyphen */
    CUT_NAME = 16,              /* it begins with a capital */
    CUT_LATE = 32,              /* only if nothing else helps */
    CUT_WORD = 64,              /* of a word that no line has room for */
};

typedef struct {
    char *name;
    hb_language_t hb;
    PangoLanguage *pango;
    const Hyph *hyph;
    gboolean centred_stops;     /* full stops stand in the middle */
    gboolean left_signs;        /* colons and the like stand on the left */
    PangoFontDescription *fonts[N_FAMILIES][N_FONT_STYLES];
} ShapeLanguage;

/* How glyphs are made, but for their size. */
typedef struct {
    guint16 face;
    guint8 features;            /* set of ShapeFeature */
    guint8 rtl;
    guint16 upper;              /* letters are shown as capitals */
    guint16 language;           /* index in languages */
    hb_script_t script;
} ShapeStyle;

/* A glyph in parts of FONT_EM an em. */
typedef struct {
    guint32 glyph;
    gint32 advance, dx, dy;
    guint32 at;                 /* bytes from where shaping began */
    guint16 n_chars;            /* of the word before it */
    guint16 unsafe;
} RawGlyph;

struct Shaper {
    FontSet *fonts;
    PangoContext *context;
    hb_buffer_t *buffer;
    ShapeCache *cache;
    GArray *styles;             /* of ShapeStyle */
    GPtrArray *languages;       /* of ShapeLanguage * */
    guint32 **covers;           /* by face: signs that it has; or NULL */
    guint missing_face;         /* has U+FFFD */
    guint32 missing_glyph;
    gpointer slot;
    GDestroyNotify free_slot;
    gboolean no_simple;         /* for tests: always ask Pango */
    gboolean no_words;          /* for tests: shape items as a whole */

    /* Of the text at hand; arrays by character. */
    const TypeText *text;
    guint32 n_chars, room;
    guint32 *byte;
    gunichar *chars;
    guint16 *what;
    guint8 *cuts, *safe, *space;
    gint32 *advance;
    gint32 *trail;              /* white in advance that a line's end does
                                 * not need */
    guint32 *width, *stretch, *shrink, *expand;
    PangoLogAttr *attrs;
    guint32 attrs_room;
    gboolean has_cjk, has_trail;
    hb_script_t simple_script;
    GArray *raw;                /* of RawGlyph */
    GArray *items;              /* of ShapedItem */
    GArray *glyphs;             /* of ShapedGlyph */
    GArray *points;             /* of BreakPoint */
};

/* shape_signs.c: fills chars, byte, what; TRUE if all may go the simple
 * way. */
gboolean shape_signs_read(Shaper *shaper, const TypeText *text);
gboolean shape_signs_covers(Shaper *shaper, guint face, guint first,
                            guint end);

/* shape_style.c */
guint shape_style(Shaper *shaper, const ShapeStyle *style);
guint shape_language(Shaper *shaper, const char *name);
guint shape_look_language(Shaper *shaper, const TypeText *text,
                          const Look *look);
ShapeStyle shape_item_style(Shaper *shaper, const TypeText *text,
                            const ShapedItem *item);

/* shape_features.c */
typedef enum {
    FEATURE_SMCP = 1, FEATURE_C2SC = 2, FEATURE_ONUM = 4, FEATURE_LNUM = 8,
    FEATURE_TNUM = 16, FEATURE_SUPS = 32,
    FEATURE_NO_LIGATURES = 64,  /* letters are spaced, or it is code */
} ShapeFeature;
#define N_FEATURE_SETS 128
const hb_feature_t *shape_features(guint set, guint *n);
guint shape_features_set(const hb_feature_t *features, guint n);
guint shape_features_for(const Look *look, const FontFace *face);

/* shape_items.c, shape_simple.c: fill items, glyphs and cuts. */
void shape_items_pango(Shaper *shaper);
gboolean shape_simple(Shaper *shaper);

/* shape_piece.c: characters first to end of one look, face, script and
 * level become items. */
typedef struct {
    guint32 first, end;
    guint look, face, level;
    hb_script_t script;
} Piece;
void shape_piece(Shaper *shaper, const Piece *piece);

/* shape_glyphs.c: text's bytes start to end, in logical order, into
 * shaper->raw. */
void shape_raw(Shaper *shaper, guint style, const char *str, guint32 len,
               guint32 start, guint32 end, gboolean hyphen);
gint64 shape_scale(double size);
static inline gint32
shape_scaled(gint32 value, gint64 scale)
{
    return (gint32) ((value * scale + ((gint64) 1 << 31)) >> 32);
}

/* shape_words.c: the glyphs of a new item, from words known already where
 * its face allows that. */
void shape_words(Shaper *shaper, const ShapedItem *item, guint style,
                 gint32 tracking);
/* In units of the item; what a fragment of it, with a hyphen or not, would
 * be wide. */
gint32 shape_fragment(Shaper *shaper, const ShapedItem *item, guint style,
                      gint32 tracking, guint32 start, guint32 end,
                      gboolean hyphen);
gint32 shape_tracking(const Look *look, hb_script_t script);

/* Of characters start to end, when sums are made. */
static inline gint32
shape_width_of(const Shaper *shaper, guint32 start, guint32 end)
{
    return (gint32) (shaper->width[end] - shaper->width[start]);
}

/* shape_space.c, shape_cjk.c, shape_divide.c, shape_cut.c, shape_points.c,
 * shape_hang.c, shape_clusters.c */
void shape_space(Shaper *shaper);
void shape_cjk(Shaper *shaper);
void shape_divide(Shaper *shaper);
void shape_cut(Shaper *shaper, gint32 most, gboolean hyphens);
void shape_points(Shaper *shaper);
void shape_clusters(Shaper *shaper);
void shape_hang_find(gunichar c, guint8 *hang, guint8 *hang_next);
gboolean shape_has_clusters(hb_script_t script);
gboolean shape_is_joined(hb_script_t script);
