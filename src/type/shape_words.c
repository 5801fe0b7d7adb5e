/* SPDX-License-Identifier: MIT */
/* Fills items with glyphs.  Words that their face does not kern with the
 * blanks around them look the same wherever they stand: each is shaped
 * once, and kept for all sizes. */
#include "type/shape_inner.h"

#define WORD_BYTES 64           /* longer ones hardly come again */
#define TAB_COLUMNS 8

typedef struct {
    guint32 n;
    RawGlyph glyphs[];
} Word;

typedef struct {
    gint32 width;               /* parts of FONT_EM an em */
    guint32 n_clusters;
} Fragment;

/* One item on its way. */
typedef struct {
    Shaper *shaper;
    const ShapedItem *item;
    const FontFace *face;
    guint style;
    gint64 scale;
    gint32 tracking;
    gboolean cached;            /* words come from the cache */
    gboolean edges;             /* but not those at its ends */
} Filling;

gint32
shape_tracking(const Look *look, hb_script_t script)
{
    double units = look->tracking * UNIT;

    if (shape_is_joined(script))
        return 0;
    return (gint32) (units < 0 ? units - .5 : units + .5);
}

static void
put_glyph(Shaper *shaper, guint32 character, const ShapedGlyph *glyph,
          gboolean safe)
{
    shaper->advance[character] += glyph->advance;
    shaper->safe[character] = safe;
    g_array_append_vals(shaper->glyphs, glyph, 1);
}

/* White after the cluster that ends with raw[i], if it ends there: marks
 * and what is hidden stay with their letter. */
static gint32
tracking_after(const Filling *filling, const RawGlyph *raw, guint i, guint n,
               guint32 first, guint32 end)
{
    Shaper *shaper = filling->shaper;
    guint32 next = i + 1 < n ? first + raw[i + 1].n_chars : end;

    if (i + 1 < n && raw[i + 1].at == raw[i].at)
        return 0;
    if (next < shaper->n_chars
        && (shaper->what[next] & (SIGN_MARK | SIGN_HIDDEN | SIGN_SOFT)))
        return 0;
    shaper->trail[next - 1] = filling->tracking;
    return filling->tracking;
}

static void
put(const Filling *filling, const RawGlyph *raw, guint n, guint32 first,
    guint32 end)
{
    Shaper *shaper = filling->shaper;
    guint32 at = shaper->byte[first], old = shaper->glyphs->len;
    gint64 scale = filling->scale;
    ShapedGlyph *to;

    g_array_set_size(shaper->glyphs, old + n);
    to = &g_array_index(shaper->glyphs, ShapedGlyph, old);
    for (guint i = 0; i < n; i++) {
        guint32 character = first + raw[i].n_chars;

        to[i].glyph = raw[i].glyph;
        to[i].at = at + raw[i].at;
        to[i].advance = shape_scaled(raw[i].advance, scale);
        to[i].dx = shape_scaled(raw[i].dx, scale);
        to[i].dy = shape_scaled(raw[i].dy, scale);
        if (filling->tracking)
            to[i].advance += tracking_after(filling, raw, i, n, first, end);
        shaper->advance[character] += to[i].advance;
        shaper->safe[character] = !raw[i].unsafe;
    }
}

/* How many characters of a word are before each of its glyphs. */
static void
count_characters(Shaper *shaper, guint32 first)
{
    RawGlyph *raw = (RawGlyph *) shaper->raw->data;
    guint32 character = first;

    for (guint i = 0; i < shaper->raw->len; i++) {
        while (shaper->byte[character] - shaper->byte[first] < raw[i].at)
            character++;
        raw[i].n_chars = MIN(character - first, G_MAXUINT16);
    }
}

/* Short enough for what n_chars can count. */
static void
put_shaped(const Filling *filling, guint32 first, guint32 end)
{
    Shaper *shaper = filling->shaper;
    const TypeText *text = shaper->text;

    shape_raw(shaper, filling->style, text->str, text->len,
              shaper->byte[first], shaper->byte[end], FALSE);
    count_characters(shaper, first);
    put(filling, (const RawGlyph *) shaper->raw->data, shaper->raw->len,
        first, end);
}

static void
put_word(const Filling *filling, guint32 first, guint32 end)
{
    Shaper *shaper = filling->shaper;
    guint32 start = shaper->byte[first], len = shaper->byte[end] - start;
    guint32 key = KEY(filling->style, KEY_WORD);
    const char *str = shaper->text->str + start;
    const Word *word = shape_cache_find(shaper->cache, key, str, len);

    if (!word) {
        gsize size;
        Word *made;

        shape_raw(shaper, filling->style, str, len, 0, len, FALSE);
        count_characters(shaper, first);
        size = shaper->raw->len * sizeof(RawGlyph);
        made = shape_cache_add(shaper->cache, key, str, len,
                               sizeof *made + size);
        made->n = shaper->raw->len;
        for (guint i = 0; i < made->n; i++)
            made->glyphs[i] = g_array_index(shaper->raw, RawGlyph, i);
        word = made;
    }
    put(filling, word->glyphs, word->n, first, end);
}

static void
put_blank(const Filling *filling, guint32 character, guint n)
{
    Shaper *shaper = filling->shaper;
    ShapedGlyph glyph = {
        .glyph = filling->face->space_glyph,
        .at = shaper->byte[character],
    };

    if (n > 0) {
        gint32 one = shape_scaled(filling->face->space, filling->scale);

        glyph.advance = n * (one + filling->tracking);
        if (filling->tracking)
            shaper->trail[character] = filling->tracking;
    }
    put_glyph(shaper, character, &glyph, TRUE);
}

/* Columns that a tab has, from what stands before it on its line. */
static guint
tab_columns(const Shaper *shaper, guint32 tab)
{
    guint column = 0;

    for (guint32 i = tab; i > 0 && !(shaper->what[i - 1] & SIGN_LINE)
                          && column < 4 * TAB_COLUMNS; i--) {
        column++;
        if (shaper->what[i - 1] & SIGN_TAB)
            break;
    }
    return TAB_COLUMNS - column % TAB_COLUMNS;
}

static void
put_between(const Filling *filling, guint32 first, guint32 end)
{
    const ShapedItem *item = filling->item;
    const Shaper *shaper = filling->shaper;
    guint32 len = shaper->byte[end] - shaper->byte[first];
    gboolean edge = first == item->first_char
                    || end == item->first_char + item->n_chars;

    if (filling->cached && len <= WORD_BYTES && !(edge && filling->edges))
        put_word(filling, first, end);
    else
        for (guint32 next; first < end; first = next) {
            next = MIN(end, first + G_MAXINT16);
            put_shaped(filling, first, next);
        }
}

/* Whether the glyphs of the blank at i and of its neighbours do not touch
 * each other: what is on either side may be shaped by itself. */
static gboolean
stands_apart(const Filling *filling, guint32 i)
{
    Shaper *shaper = filling->shaper;
    guint32 first = filling->item->first_char;
    guint32 end = first + filling->item->n_chars;
    guint32 from = i > first ? i - 1 : i, to = MIN(i + 2, end);
    guint32 start = shaper->byte[from], len = shaper->byte[to] - start;
    const char *str = shaper->text->str + start;
    guint32 key = KEY(filling->style, KEY_BLANK);
    guint64 *known = shape_cache_find(shaper->cache, key, str, len);
    gboolean apart = TRUE;

    if (known)
        return *known != 0;
    shape_raw(shaper, filling->style, str, len, 0, len, FALSE);
    for (guint k = 0; k < shaper->raw->len; k++)
        apart &= !g_array_index(shaper->raw, RawGlyph, k).unsafe;
    known = shape_cache_add(shaper->cache, key, str, len, sizeof *known);
    *known = apart;
    return apart;
}

static gboolean
parts_words(const Filling *filling, guint32 i)
{
    return filling->cached && filling->shaper->chars[i] == ' '
           && (!filling->face->kerns_space || stands_apart(filling, i));
}

static void
fill(const Filling *filling)
{
    Shaper *shaper = filling->shaper;
    guint32 i = filling->item->first_char;
    guint32 end = i + filling->item->n_chars;

    while (i < end) {
        guint32 first = i;

        if (shaper->what[i] & SIGN_LINE) {
            put_blank(filling, i++, 0);
        } else if (shaper->what[i] & SIGN_TAB) {
            put_blank(filling, i, tab_columns(shaper, i));
            i++;
        } else if (parts_words(filling, i)) {
            put_blank(filling, i++, 1);
        } else {
            while (i < end && !(shaper->what[i] & SIGN_PARTS)
                   && (i == first || !parts_words(filling, i)))
                i++;
            put_between(filling, first, i);
        }
    }
}

void
shape_words(Shaper *shaper, const ShapedItem *item, guint style,
            gint32 tracking)
{
    const FontFace *face = fontset_face(shaper->fonts, item->face);
    const Filling filling = {
        .shaper = shaper, .item = item, .face = face, .style = style,
        .scale = shape_scale(item->size), .tracking = tracking,
        .cached = !shaper->no_words
                  && !shape_has_clusters(item->script)
                  && item->script != HB_SCRIPT_HAN
                  && item->script != HB_SCRIPT_HIRAGANA
                  && item->script != HB_SCRIPT_KATAKANA,
        .edges = shape_is_joined(item->script),
    };

    fill(&filling);
    shaper->has_trail |= tracking != 0;
    shaper->safe[item->first_char] = TRUE;
}

static Fragment
fragment_shape(Shaper *shaper, guint style, guint32 start, guint32 end,
               gboolean hyphen)
{
    const TypeText *text = shaper->text;
    Fragment fragment = { 0 };
    guint32 last = G_MAXUINT32;

    shape_raw(shaper, style, text->str, text->len, start, end, hyphen);
    for (guint i = 0; i < shaper->raw->len; i++) {
        const RawGlyph *raw = &g_array_index(shaper->raw, RawGlyph, i);

        fragment.width += raw->advance;
        fragment.n_clusters += raw->at != last;
        last = raw->at;
    }
    return fragment;
}

gint32
shape_fragment(Shaper *shaper, const ShapedItem *item, guint style,
               gint32 tracking, guint32 start, guint32 end, gboolean hyphen)
{
    const char *str = shaper->text->str + start;
    guint32 key = KEY(style, hyphen ? KEY_HYPHENED : KEY_FRAGMENT);
    gboolean cached = end - start <= WORD_BYTES
                      && !shape_is_joined(item->script);
    const Fragment *known = cached
        ? shape_cache_find(shaper->cache, key, str, end - start) : NULL;
    Fragment fragment;

    if (known) {
        fragment = *known;
    } else {
        fragment = fragment_shape(shaper, style, start, end, hyphen);
        if (cached)
            *(Fragment *) shape_cache_add(shaper->cache, key, str,
                                          end - start, sizeof fragment)
                = fragment;
    }
    return shape_scaled(fragment.width, shape_scale(item->size))
           + tracking * (gint32) fragment.n_clusters;
}
