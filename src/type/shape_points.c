/* SPDX-License-Identifier: MIT */
/* The places where lines may end, what they cost, and by how much a line
 * that ends there is wider than the sums say. */
#include "type/shape_inner.h"

enum {
    COST_HYPHEN = 50, COST_NAME = 50, COST_DASH = 20, COST_SLASH = 30,
    COST_WHOLE = 1000,           /* in a word of a heading */
    COST_RANGE = 200,           /* 1899–1912 */
    COST_DASH_NEXT = 100,       /* a line that begins with a dash */
    COST_SYLLABLE = 150,        /* Korean, where there are blanks */
    COST_ADDRESS = 100, COST_LATE = 700, COST_LAST_RESORT = 200,
    COST_WORD = 4000, COST_FORCED = -10000,
};

#define FRAGMENT_MOST 32        /* characters: glyphs do not touch farther */

/* A walk over the text. */
typedef struct {
    Shaper *shaper;
    const ShapedItem *items;
    guint item;                 /* of next of the last point */
    guint32 line;               /* where the last forced line began */
    const ShapedItem *styled;   /* what follows is of; NULL: nothing */
    guint style;
    gint32 tracking;
    gboolean blanks;            /* the text has word spaces */
} Walk;

static gboolean
is_dash(gunichar c)
{
    return c >= 0x2012 && c <= 0x2015;
}

static const ShapedItem *
item_at(const Walk *walk, guint32 character)
{
    guint i = walk->item;
    guint n = walk->shaper->items->len;

    while (i + 1 < n && walk->items[i].first_char + walk->items[i].n_chars
                        <= character)
        i++;
    return &walk->items[i];
}

static gint32
hang_of(const Walk *walk, guint32 character, gboolean next)
{
    const Shaper *shaper = walk->shaper;
    gunichar c = shaper->chars[character];
    guint i = shape_sign_index(c);
    guint8 hang[2];
    gint32 width = shaper->advance[character], em;

    if (i < N_SIGNS) {
        hang[0] = shape_signs()[i].hang;
        hang[1] = shape_signs()[i].hang_next;
    } else {
        shape_hang_find(c, &hang[0], &hang[1]);
    }
    if (hang[next] == 0 || width <= 0)
        return 0;
    if (!(shaper->what[character] & SIGN_CJK))
        return (width - (next ? 0 : shaper->trail[character])) * hang[next]
               / 100;
    /* Less of it where white was taken away already. */
    em = (gint32) (item_at(walk, character)->size * UNIT);
    return MAX(0, em * hang[next] / 100 - MAX(0, em - width));
}

/* Many points are of one item. */
static void
set_style(Walk *walk, const ShapedItem *item)
{
    Shaper *shaper = walk->shaper;

    if (walk->styled == item)
        return;
    const ShapeStyle style = shape_item_style(shaper, shaper->text, item);
    walk->style = shape_style(shaper, &style);
    walk->tracking = shape_tracking(&shaper->text->looks[item->look].look,
                                    item->script);
    walk->styled = item;
}

/* Fragments on both sides of a cut, up to where glyphs stay as they are. */
static void
measure_cut(Walk *walk, BreakPoint *point, gboolean hyphen)
{
    Shaper *shaper = walk->shaper;
    const ShapedItem *item = item_at(walk, point->end - 1);
    guint32 start = point->end - 1, end = point->next;
    guint32 item_end = item->first_char + item->n_chars;

    set_style(walk, item);
    while (start > item->first_char && !shaper->safe[start]
           && point->end - start < FRAGMENT_MOST)
        start--;
    if (hyphen || !shaper->safe[point->end])
        point->pre += shape_fragment(shaper, item, walk->style,
                                     walk->tracking, shaper->byte[start],
                                     shaper->byte[point->end], hyphen)
                      - shape_width_of(shaper, start, point->end);
    if (end >= item_end || shaper->safe[end])
        return;
    do
        end++;
    while (end < item_end && !shaper->safe[end]
           && end - point->next < FRAGMENT_MOST);
    point->post = shape_fragment(shaper, item, walk->style, walk->tracking,
                                 shaper->byte[point->next],
                                 shaper->byte[end], FALSE)
                  - shape_width_of(shaper, point->next, end);
}

/* Whether the dash before next is between figures. */
static gboolean
is_range(const Shaper *shaper, guint32 next)
{
    return next > 1 && (shaper->what[next] & SIGN_DIGIT)
           && (shaper->what[next - 2] & SIGN_DIGIT);
}

static void
set_plain_cost(const Walk *walk, BreakPoint *point, guint cut)
{
    const Shaper *shaper = walk->shaper;
    const ShapedItem *item = item_at(walk, point->end - 1);
    guint flags = shaper->text->looks[item->look].look.flags;
    gunichar last = shaper->chars[point->end - 1];
    guint both = shaper->what[point->end - 1] & shaper->what[point->next];

    if (cut & CUT_WORD) {
        point->penalty = COST_WORD;
    } else if (flags & LOOK_BREAK_ANYWHERE) {
        point->penalty = cut & CUT_LATE ? COST_LATE : COST_ADDRESS;
    } else if (cut & CUT_LATE) {
        point->penalty = COST_LAST_RESORT;
    } else if (last == '-' || last == 0x2010) {
        point->penalty = flags & LOOK_NO_HYPHENS ? COST_WHOLE : COST_HYPHEN;
        point->flagged = TRUE;
    } else if (is_dash(last)) {
        point->penalty = is_range(shaper, point->next) ? COST_RANGE
                                                       : COST_DASH;
    } else if (last == '/') {
        point->penalty = COST_SLASH;
    } else if ((both & SIGN_HANGUL) && walk->blanks) {
        point->penalty = flags & LOOK_NO_HYPHENS ? COST_WHOLE
                                                 : COST_SYLLABLE;
    }
}

static void
set_hangs(const Walk *walk, BreakPoint *point)
{
    const Shaper *shaper = walk->shaper;

    if (point->kind == BREAK_HYPHEN) {
        const ShapedItem *item = item_at(walk, point->end - 1);
        const FontFace *face = fontset_face(shaper->fonts, item->face);

        point->hang = shape_scaled(face->hyphen, shape_scale(item->size))
                      * shape_signs()['-'].hang / 100;
    } else if (point->end > walk->line) {
        point->hang = hang_of(walk, point->end - 1, FALSE);
    }
    if (point->next < shaper->n_chars)
        point->hang_next = hang_of(walk, point->next, TRUE);
}

static void
push(Walk *walk, BreakPoint *point)
{
    Shaper *shaper = walk->shaper;

    set_hangs(walk, point);
    if (shaper->has_trail && point->end > walk->line
        && point->kind != BREAK_HYPHEN)
        point->pre -= shaper->trail[point->end - 1];
    g_array_append_vals(shaper->points, point, 1);
    walk->item = item_at(walk, point->next) - walk->items;
    if (point->kind == BREAK_FORCED)
        walk->line = point->next;
}

/* Before blanks that end at next. */
static guint32
end_before(const Walk *walk, guint32 next)
{
    guint32 end = next;

    while (end > walk->line && (walk->shaper->what[end - 1] & SIGN_BLANK))
        end--;
    return end;
}

static void
add_forced(Walk *walk, guint32 next)
{
    BreakPoint point = {
        .end = end_before(walk, next), .next = next, .kind = BREAK_FORCED,
        .penalty = COST_FORCED,
    };

    push(walk, &point);
}

static void
add_line(Walk *walk, guint32 next, guint cut)
{
    Shaper *shaper = walk->shaper;
    BreakPoint point = { .end = end_before(walk, next), .next = next };

    if (point.end <= walk->line)
        return;
    if (point.end < next) {
        point.kind = BREAK_SPACE;
        if (is_dash(shaper->chars[next]))
            point.penalty = COST_DASH_NEXT;
    } else {
        point.kind = BREAK_PLAIN;
        set_plain_cost(walk, &point, cut);
    }
    if (!shaper->safe[point.end] || !shaper->safe[next])
        measure_cut(walk, &point, FALSE);
    push(walk, &point);
}

static void
add_division(Walk *walk, guint32 next, guint cut)
{
    Shaper *shaper = walk->shaper;
    guint32 end = shaper->what[next - 1] & SIGN_SOFT ? next - 1 : next;
    BreakPoint point = {
        .end = end, .next = next, .kind = BREAK_HYPHEN, .flagged = TRUE,
        .penalty = COST_HYPHEN + (cut & CUT_NAME ? COST_NAME : 0),
    };

    if (end <= walk->line)
        return;
    measure_cut(walk, &point, TRUE);
    push(walk, &point);
}

static gboolean
has_blanks(const Shaper *shaper)
{
    for (guint32 i = 0; i < shaper->n_chars; i++)
        if (shaper->chars[i] == ' ')
            return TRUE;
    return FALSE;
}

static void
add_end(Walk *walk)
{
    Shaper *shaper = walk->shaper;
    BreakPoint point = {
        .end = end_before(walk, shaper->n_chars), .next = shaper->n_chars,
        .kind = BREAK_END, .penalty = COST_FORCED,
    };

    push(walk, &point);
}

void
shape_points(Shaper *shaper)
{
    Walk walk = {
        .shaper = shaper, .items = (const ShapedItem *) shaper->items->data,
        .blanks = has_blanks(shaper),
    };

    for (guint32 i = 1; i < shaper->n_chars; i++) {
        guint cut = shaper->cuts[i];

        if (cut & CUT_FORCED)
            add_forced(&walk, i);
        else if (cut & CUT_LINE)
            add_line(&walk, i, cut);
        else if (cut & CUT_DIVIDE)
            add_division(&walk, i, cut);
    }
    add_end(&walk);
}
