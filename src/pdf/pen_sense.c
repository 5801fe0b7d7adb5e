/* SPDX-License-Identifier: MIT */
/*
 * A font of a PDF has one text for each glyph; type has the same letter for
 * Latin and Cyrillic, say.  What a glyph means besides could stand beside it
 * ("ActualText"), but most programs do not read that, and poppler parts
 * words there and ends an element's text.  So the face is in the file again,
 * with the few glyphs that need it.
 */
#include "pdf/pen_sense.h"

#define SEVERAL 0x80000000u     /* a text of several characters: its hash */
#define LATIN_END 0x250

struct PenSense {
    FontSet *fonts;
    guint32 **texts;            /* of each copy of each face; NULL: unused */
    guint *n_glyphs;            /* of each face */
    guint32 **usual;            /* of each face, by Latin letter; NULL:
                                 * unused */
};

PenSense *
pen_sense_new(FontSet *fonts)
{
    const guint n = fontset_n_faces(fonts);
    PenSense *sense = g_new(PenSense, 1);

    sense->fonts = fonts;
    sense->texts = g_new0(guint32 *, n * FONT_COPIES);
    sense->n_glyphs = g_new0(guint, n);
    sense->usual = g_new0(guint32 *, n);
    return sense;
}

void
pen_sense_free(PenSense *sense)
{
    if (sense == NULL)
        return;
    for (guint i = 0; i < fontset_n_faces(sense->fonts) * FONT_COPIES; i++)
        g_free(sense->texts[i]);
    for (guint i = 0; i < fontset_n_faces(sense->fonts); i++)
        g_free(sense->usual[i]);
    g_free(sense->usual);
    g_free(sense->texts);
    g_free(sense->n_glyphs);
    g_free(sense);
}

/* FNV-1a. */
static guint32
text_hash(const char *str, gsize len)
{
    guint32 hash = 2166136261u;

    for (gsize i = 0; i < len; i++)
        hash = (hash ^ (guchar) str[i]) * 16777619u;
    return hash | SEVERAL;
}

static guint32
text_key(const char *str, gsize len)
{
    if (len == 1)
        return (guchar) *str;
    if (g_utf8_next_char(str) == str + len)
        return g_utf8_get_char(str);
    return text_hash(str, len);
}

static guint32 *
sense_texts(PenSense *sense, guint face, guint copy)
{
    guint32 **texts = &sense->texts[face * FONT_COPIES + copy];

    if (*texts == NULL) {
        hb_face_t *hb = hb_font_get_face(fontset_face(sense->fonts,
                                                      face)->hb);

        sense->n_glyphs[face] = hb_face_get_glyph_count(hb);
        *texts = g_new0(guint32, sense->n_glyphs[face]);
    }
    return *texts;
}

static gboolean
sense_take(PenSense *sense, guint face, guint copy, guint32 glyph,
           guint32 key)
{
    guint32 *texts = sense_texts(sense, face, copy);

    if (glyph >= sense->n_glyphs[face])
        return FALSE;
    if (texts[glyph] == 0)
        texts[glyph] = key;
    return texts[glyph] == key;
}

gboolean
pen_sense_is_known(const PenSense *sense, guint face, guint32 glyph, char c)
{
    const guint32 *texts = sense->texts[face * FONT_COPIES];

    return texts != NULL && glyph < sense->n_glyphs[face] &&
        texts[glyph] == (guchar) c;
}

guint
pen_sense_copy(PenSense *sense, guint face, guint32 glyph, const char *str,
               gsize len, guint first)
{
    const guint32 key = text_key(str, len);

    if (sense_take(sense, face, first, glyph, key))
        return first;
    for (guint copy = 0; copy < PEN_SENSE_FORMS; copy++)
        if (sense_take(sense, face, copy, glyph, key))
            return copy;
    return first;
}

/* 0 for what is no letter. */
static const guint32 *
sense_usual(PenSense *sense, guint face)
{
    hb_font_t *hb = fontset_face(sense->fonts, face)->hb;
    guint32 **usual = &sense->usual[face];

    if (*usual != NULL)
        return *usual;
    *usual = g_new0(guint32, LATIN_END);
    for (gunichar c = 0; c < LATIN_END; c++)
        if (g_unichar_isalpha(c))
            hb_font_get_nominal_glyph(hb, c, &(*usual)[c]);
    return *usual;
}

gboolean
pen_sense_is_form(PenSense *sense, guint face, guint32 glyph, gunichar c)
{
    guint32 usual;

    if (c >= LATIN_END)
        return FALSE;
    usual = sense_usual(sense, face)[c];
    return usual != 0 && usual != glyph;
}

gunichar
pen_sense_composed(const char *str, gsize len)
{
    g_autofree char *composed = NULL;
    const char *second;

    if (len < 3)                /* a letter and a mark have more */
        return 0;
    second = g_utf8_next_char(str);
    if (second >= str + len || !g_unichar_ismark(g_utf8_get_char(second)))
        return 0;
    composed = g_utf8_normalize(str, len, G_NORMALIZE_DEFAULT_COMPOSE);
    return composed == NULL || *composed == '\0' ||
        *g_utf8_next_char(composed) != '\0' ? 0 : g_utf8_get_char(composed);
}
