/* SPDX-License-Identifier: MIT */
/*
 * Decides what text the glyphs of a run stand for in the file.
 *
 * Cairo writes a glyph's text once, into its font, and where the same glyph
 * means something else, beside it ("ActualText").  The first text that comes
 * is the font's: so a text that may not be there, or that would be there by
 * chance, is given with a second, empty glyph, for which Cairo always writes
 * it beside.
 *
 * What has no ink Cairo drops, with its text.  So a run of nothing but blanks
 * waits, and is shown with the face of the run after it; where none comes,
 * the second glyph of the last stands a little apart, which looks like
 * something to Cairo.
 */
#include "pdf/pen_text.h"

#include <string.h>

#include "pdf/pen_emoji.h"
#include "pdf/pen_font.h"
#include "pdf/pen_sense.h"

/* A blank that waits. */
typedef struct {
    double x, y;
} Blank;

struct PenText {
    FontSet *fonts;
    PenFonts *scaled;
    PenEmoji *emoji;
    PenSense *sense;
    GArray *glyphs;             /* of cairo_glyph_t; reused */
    GArray *clusters;           /* of cairo_text_cluster_t; reused */
    GString *str;               /* reused */
    GArray *blanks;             /* of Blank: U+0020 that wait */
    guint blank_face;
    double blank_size;
};

/* Where glyphs of a run stand on the page. */
typedef struct {
    const LineRun *run;
    double x, y;
    double apart;               /* points to a guard, in both directions */
} Spot;

#define BLANKS_APART 0.02
#define NO_BREAK_SPACE "\302\240"
#define SOFT_HYPHEN "\302\255"

PenText *
pen_text_new(FontSet *fonts)
{
    PenText *text = g_new(PenText, 1);

    text->fonts = fonts;
    text->scaled = pen_fonts_new(fonts);
    text->emoji = pen_emoji_new(text->scaled);
    text->sense = pen_sense_new(fonts);
    text->glyphs = g_array_new(FALSE, FALSE, sizeof(cairo_glyph_t));
    text->clusters = g_array_new(FALSE, FALSE, sizeof(cairo_text_cluster_t));
    text->str = g_string_new(NULL);
    text->blanks = g_array_new(FALSE, FALSE, sizeof(Blank));
    return text;
}

void
pen_text_free(PenText *text)
{
    if (text == NULL)
        return;
    pen_emoji_free(text->emoji);
    pen_sense_free(text->sense);
    pen_fonts_free(text->scaled);
    g_array_unref(text->glyphs);
    g_array_unref(text->clusters);
    g_array_unref(text->blanks);
    g_string_free(text->str, TRUE);
    g_free(text);
}

static inline cairo_glyph_t
spot_glyph(const Spot *spot, const LineGlyph *glyph)
{
    return (cairo_glyph_t) {
        .index = glyph->glyph,
        .x = spot->x + glyph->x * spot->run->scale,
        .y = spot->y + glyph->y,
    };
}

/* Whether Unicode says nothing about it, or a font's table of texts may
 * not hold it (ISO 19005-2, 6.2.11.7). */
static gboolean
char_is_private(gunichar c)
{
    return (c >= 0xE000 && c <= 0xF8FF) || c >= 0xF0000 || c == 0xFEFF ||
        c == 0xFFFE;
}

/* Whether str is what its only glyph shall stand for all over the file. */
static gboolean
cluster_is_plain(const FontFace *face, guint32 glyph, const char *str,
                 guint len)
{
    if (len == 1)
        return glyph != face->space_glyph || *str == ' ';
    return glyph != face->space_glyph && len > 0 &&
        !char_is_private(g_utf8_get_char(str)) &&
        pen_sense_composed(str, len) == 0;
}

/* Whether there is no ink in it. */
static gboolean
run_is_blank(const LineRun *run)
{
    for (const char *p = run->str; p < run->str + run->len;
         p = g_utf8_next_char(p)) {
        const gunichar c = g_utf8_get_char(p);

        if (!g_unichar_isspace(c) && g_unichar_type(c) != G_UNICODE_FORMAT)
            return FALSE;
    }
    return TRUE;
}

static gboolean
run_is_plain(const FontFace *face, const LineRun *run)
{
    const char *str = run->str;
    guint glyph = run->rtl ? run->n_glyphs : 0;

    if (run->missing || face->color)
        return FALSE;
    for (guint i = 0; i < run->n_clusters; i++) {
        const LineCluster *cluster = &run->clusters[i];

        if (run->rtl)
            glyph -= cluster->n_glyphs;
        if (cluster->n_glyphs == 1 &&
            !cluster_is_plain(face, run->glyphs[glyph].glyph, str,
                              cluster->n_bytes))
            return FALSE;
        if (!run->rtl)
            glyph += cluster->n_glyphs;
        str += cluster->n_bytes;
    }
    return TRUE;
}

static void
text_start(PenText *text)
{
    g_array_set_size(text->glyphs, 0);
    g_array_set_size(text->clusters, 0);
    g_string_truncate(text->str, 0);
}

static void
text_add_cluster(PenText *text, guint n_bytes, guint n_glyphs)
{
    const cairo_text_cluster_t cluster = { n_bytes, n_glyphs };

    g_array_append_val(text->clusters, cluster);
}

static void
text_show(PenText *text, cairo_t *cr, const char *str, guint len,
          gboolean backward)
{
    cairo_show_text_glyphs(cr, str, len,
                           (const cairo_glyph_t *) text->glyphs->data,
                           text->glyphs->len,
                           (const cairo_text_cluster_t *)
                           text->clusters->data, text->clusters->len,
                           backward ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD : 0);
}

/* Blanks that wait come before what comes now. */
static void
text_take_blanks(PenText *text, const FontFace *face)
{
    for (guint i = 0; i < text->blanks->len; i++) {
        const Blank *blank = &g_array_index(text->blanks, Blank, i);
        const cairo_glyph_t glyph = { face->space_glyph, blank->x,
                                      blank->y };

        g_array_append_val(text->glyphs, glyph);
        g_string_append_c(text->str, ' ');
        text_add_cluster(text, 1, 1);
    }
    g_array_set_size(text->blanks, 0);
}

/* Whether run, of blanks only, may wait. */
static gboolean
run_may_wait(const FontFace *face, const LineRun *run)
{
    return !run->rtl && !run->missing && !face->color &&
        face->space_glyph != 0 && run->n_glyphs == run->len &&
        strspn(run->str, " ") >= run->len;
}

static void
text_let_wait(PenText *text, const Spot *spot)
{
    const LineRun *run = spot->run;

    for (guint i = 0; i < run->n_glyphs; i++) {
        const cairo_glyph_t glyph = spot_glyph(spot, &run->glyphs[i]);
        const Blank blank = { glyph.x, glyph.y };

        g_array_append_val(text->blanks, blank);
    }
    text->blank_face = run->face;
    text->blank_size = run->size;
}

static void
show_plain(PenText *text, cairo_t *cr, const Spot *spot)
{
    const LineRun *run = spot->run;
    cairo_text_cluster_t *clusters;
    cairo_glyph_t *glyphs;

    g_array_set_size(text->glyphs, run->n_glyphs);
    g_array_set_size(text->clusters, run->n_clusters);
    glyphs = (cairo_glyph_t *) text->glyphs->data;
    clusters = (cairo_text_cluster_t *) text->clusters->data;
    for (guint i = 0; i < run->n_glyphs; i++)
        glyphs[i] = spot_glyph(spot, &run->glyphs[i]);
    for (guint i = 0; i < run->n_clusters; i++) {
        clusters[i].num_bytes = run->clusters[i].n_bytes;
        clusters[i].num_glyphs = run->clusters[i].n_glyphs;
    }
    text_show(text, cr, run->str, run->len, run->rtl);
}

/* A glyph without ink after the last; where a face has none, the last one
 * again, upon itself. */
static void
text_guard(PenText *text, const FontFace *face, double apart)
{
    cairo_glyph_t guard =
        g_array_index(text->glyphs, cairo_glyph_t, text->glyphs->len - 1);

    if (face->space_glyph != 0)
        guard.index = face->space_glyph;
    guard.x += apart;
    guard.y += apart;
    g_array_append_val(text->glyphs, guard);
}

static void
text_reverse(PenText *text)
{
    cairo_glyph_t *glyphs = (cairo_glyph_t *) text->glyphs->data;

    for (guint i = 0, j = text->glyphs->len; i + 1 < j; i++) {
        const cairo_glyph_t glyph = glyphs[i];

        glyphs[i] = glyphs[--j];
        glyphs[j] = glyph;
    }
}

/* A place where a word could have been divided, and was not, is no text;
 * nor is what only says where lines may end. */
static gboolean
cluster_is_nothing(const FontFace *face, const LineCluster *cluster,
                   guint32 glyph, const char *str)
{
    return cluster->n_glyphs == 1 && glyph == face->space_glyph &&
        (cluster->n_bytes == 0 ||
         (cluster->n_bytes == 2 && memcmp(str, SOFT_HYPHEN, 2) == 0));
}

/* What the glyph of a cluster stands for, and is searched for as, instead
 * of its text; 0 if for that. */
static gunichar
cluster_other(const LineCluster *cluster, const char *str)
{
    if (cluster->n_glyphs != 1)
        return 0;
    if (cluster->n_bytes == 2 && memcmp(str, NO_BREAK_SPACE, 2) == 0)
        return ' ';
    return pen_sense_composed(str, cluster->n_bytes);
}

/* Appends a cluster with the glyphs from glyph on, backwards if the run
 * is. */
static void
text_add(PenText *text, const FontFace *face, const Spot *spot,
         const LineCluster *cluster, guint glyph, const char *str)
{
    const LineRun *run = spot->run;
    const gunichar other = cluster_other(cluster, str);
    const gsize before = text->str->len;
    gboolean plain = cluster->n_glyphs != 1 && spot->apart == 0;

    if (cluster_is_nothing(face, cluster, run->glyphs[glyph].glyph, str))
        return;
    for (guint i = 0; i < cluster->n_glyphs; i++) {
        const guint at = run->rtl ? cluster->n_glyphs - 1 - i : i;
        const cairo_glyph_t placed =
            spot_glyph(spot, &run->glyphs[glyph + at]);

        g_array_append_val(text->glyphs, placed);
        plain = plain || (spot->apart == 0 &&
                          cluster_is_plain(face, placed.index, str,
                                           cluster->n_bytes));
    }
    if (!plain && spot->apart == 0 && other != 0) {
        g_string_append_unichar(text->str, other);
        text_add_cluster(text, text->str->len - before, 1);
        return;
    }
    plain = plain || cluster->n_glyphs == 0;
    if (!plain)
        text_guard(text, face, spot->apart);
    g_string_append_len(text->str, str, cluster->n_bytes);
    text_add_cluster(text, cluster->n_bytes, cluster->n_glyphs + !plain);
}

static void
show_guarded(PenText *text, cairo_t *cr, const FontFace *face,
             const Spot *spot)
{
    const LineRun *run = spot->run;
    const char *str = run->str;
    guint glyph = run->rtl ? run->n_glyphs : 0;

    text_start(text);
    text_take_blanks(text, face);
    for (guint i = 0; i < run->n_clusters; i++) {
        const LineCluster *cluster = &run->clusters[i];

        if (run->rtl)
            glyph -= cluster->n_glyphs;
        text_add(text, face, spot, cluster, glyph, str);
        if (!run->rtl)
            glyph += cluster->n_glyphs;
        str += cluster->n_bytes;
    }
    if (run->rtl)
        text_reverse(text);
    text_show(text, cr, text->str->str, text->str->len, run->rtl);
}

/* What no font has: as many U+FFFD as there are glyphs, all the text beside
 * them. */
static void
show_missing(PenText *text, cairo_t *cr, const FontFace *face,
             const Spot *spot)
{
    const LineRun *run = spot->run;

    text_start(text);
    for (guint i = 0; i < run->n_glyphs; i++) {
        const cairo_glyph_t glyph = spot_glyph(spot, &run->glyphs[i]);

        g_array_append_val(text->glyphs, glyph);
    }
    if (text->glyphs->len == 0)
        return;
    text_guard(text, face, 0);
    text_add_cluster(text, run->len, text->glyphs->len);
    text_show(text, cr, run->str, run->len, FALSE);
}

/* Pictures have no text: blanks of the text's face at the same place
 * have it. */
static void
show_emoji(PenText *text, cairo_t *cr, const Spot *spot)
{
    const LineRun *run = spot->run;
    const guint face = fontset_main(text->fonts, FAMILY_TEXT, 0);
    const guint32 space = fontset_face(text->fonts, face)->space_glyph;
    guint glyph = run->rtl ? run->n_glyphs : 0;

    text_start(text);
    for (guint i = 0; i < run->n_clusters; i++) {
        const LineCluster *cluster = &run->clusters[i];
        cairo_glyph_t blank = { .index = space, .x = spot->x, .y = spot->y };

        if (run->rtl)
            glyph -= cluster->n_glyphs;
        for (guint j = glyph; j < glyph + cluster->n_glyphs; j++) {
            blank = spot_glyph(spot, &run->glyphs[j]);
            pen_emoji_paint(text->emoji, cr, run, &blank);
            blank.index = space;
        }
        g_array_append_val(text->glyphs, blank);
        text_guard(text, fontset_face(text->fonts, face), BLANKS_APART);
        text_add_cluster(text, cluster->n_bytes, 2);
        if (!run->rtl)
            glyph += cluster->n_glyphs;
    }
    if (run->rtl)
        text_reverse(text);
    cairo_set_scaled_font(cr, pen_font(text->scaled, face, 0, run->size,
                                       run->scale));
    text_show(text, cr, run->str, run->len, run->rtl);
}

void
pen_text_flush(PenText *text, cairo_t *cr)
{
    const FontFace *face;
    cairo_text_cluster_t *last;

    if (text->blanks->len == 0)
        return;
    face = fontset_face(text->fonts, text->blank_face);
    text_start(text);
    text_take_blanks(text, face);
    text_guard(text, face, BLANKS_APART);
    last = &g_array_index(text->clusters, cairo_text_cluster_t,
                          text->clusters->len - 1);
    last->num_glyphs++;
    cairo_set_scaled_font(cr, pen_font(text->scaled, text->blank_face, 0,
                                       text->blank_size, 1));
    text_show(text, cr, text->str->str, text->str->len, FALSE);
}

static void
show_part(PenText *text, cairo_t *cr, const Spot *spot, guint copy)
{
    const LineRun *run = spot->run;
    const FontFace *face = fontset_face(text->fonts, run->face);

    cairo_set_scaled_font(cr, pen_font(text->scaled, run->face, copy,
                                       run->size, run->scale));
    if (run->missing)
        show_missing(text, cr, face, spot);
    else if (spot->apart == 0 && text->blanks->len == 0 &&
             run_is_plain(face, run))
        show_plain(text, cr, spot);
    else
        show_guarded(text, cr, face, spot);
}

/* Takes its first cluster from a run. */
static void
run_skip(LineRun *run)
{
    const LineCluster *cluster = run->clusters++;

    run->n_clusters--;
    run->str += cluster->n_bytes;
    run->len -= cluster->n_bytes;
    run->glyphs += run->rtl ? 0 : cluster->n_glyphs;
    run->n_glyphs -= cluster->n_glyphs;
}

/* A run up to where such a rest begins. */
static LineRun
run_until(const LineRun *run, const LineRun *rest)
{
    LineRun part = *run;

    part.n_clusters -= rest->n_clusters;
    part.len -= rest->len;
    part.n_glyphs -= rest->n_glyphs;
    part.glyphs += run->rtl ? rest->n_glyphs : 0;
    return part;
}

/* The copy for a glyph that stands for c, if that before has copy before.  A
 * word stays in one; else the first is tried first: copies shall be small. */
static guint
copy_first(PenText *text, guint face, guint32 glyph, gunichar c,
           guint before)
{
    if (pen_sense_is_form(text->sense, face, glyph, c))
        return PEN_SENSE_FORMS;
    return before == PEN_SENSE_FORMS || !g_unichar_isalpha(c) ? 0 : before;
}

/* The copy for the first cluster of run, if that before has another. */
static guint
run_copy(PenText *text, const FontFace *face, const LineRun *run,
         guint before)
{
    const LineCluster *cluster = run->clusters;
    const guint32 glyph = run->glyphs[run->rtl ? run->n_glyphs - 1 :
                                      0].glyph;
    const char *str = run->str;
    gsize len = cluster->n_bytes;
    gunichar composed;
    char other[6];

    if (*str == ' ')
        return 0;
    if (cluster->n_glyphs != 1)
        return before;
    composed = pen_sense_composed(str, len);
    if (composed != 0) {
        len = g_unichar_to_utf8(composed, other);
        str = other;
    } else if (!cluster_is_plain(face, glyph, str, len)) {
        return before;
    }
    before = copy_first(text, run->face, glyph, g_utf8_get_char(str),
                        before);
    return pen_sense_copy(text->sense, run->face, glyph, str, len, before);
}

/* Whether the first cluster of run is in the first copy, as was found out
 * before: most are. */
static gboolean
run_is_usual(const PenText *text, const LineRun *run)
{
    const LineCluster *cluster = run->clusters;

    return cluster->n_bytes == 1 && cluster->n_glyphs == 1 &&
        (*run->str == ' ' ||
         pen_sense_is_known(text->sense, run->face,
                            run->glyphs[run->rtl ? run->n_glyphs - 1
                                                 : 0].glyph, *run->str));
}

/* Shows a run, in which is ink, part by part, each with one copy of its
 * face.  Blanks are of the part after them. */
static void
show_parts(PenText *text, cairo_t *cr, const Spot *spot)
{
    const FontFace *face = fontset_face(text->fonts, spot->run->face);
    LineRun part = *spot->run, rest = part;
    Spot at = *spot;
    guint copy = 0;
    gboolean inked = FALSE;

    at.run = &part;
    /* Clusters that are too long are for Cairo to refuse. */
    while (rest.n_clusters > 0 && rest.clusters->n_bytes <= rest.len &&
           rest.clusters->n_glyphs <= rest.n_glyphs) {
        const guint next = copy == 0 && run_is_usual(text, &rest)
                               ? 0 : run_copy(text, face, &rest, copy);

        if (next != copy && inked) {
            const LineRun all = part;

            part = run_until(&all, &rest);
            show_part(text, cr, &at, copy);
            part = rest;
            inked = FALSE;
        }
        copy = next;
        inked |= *rest.str != ' ';
        run_skip(&rest);
    }
    if (inked || rest.n_clusters > 0)
        show_part(text, cr, &at, copy);
    else
        pen_text_show(text, cr, &part, at.x, at.y);
}

void
pen_text_show(PenText *text, cairo_t *cr, const LineRun *run, double x,
              double y)
{
    const FontFace *face = fontset_face(text->fonts, run->face);
    const Spot spot = { .run = run, .x = x, .y = y,
                        .apart = run_is_blank(run) ? BLANKS_APART : 0 };

    if (spot.apart > 0 && run_may_wait(face, run)) {
        text_let_wait(text, &spot);
        return;
    }
    if (run->rtl || run->missing || face->color || face->space_glyph == 0)
        pen_text_flush(text, cr);
    if (face->color && !run->missing)
        show_emoji(text, cr, &spot);
    else if (run->missing || spot.apart > 0)
        show_part(text, cr, &spot, 0);
    else
        show_parts(text, cr, &spot);
}
