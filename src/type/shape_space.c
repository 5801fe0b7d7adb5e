/* SPDX-License-Identifier: MIT */
/* Sums over the characters: how wide they are, and what may grow or shrink
 * when a line is justified, by the customs of each script. */
#include "type/shape_inner.h"

#include <string.h>

/* Parts of an em that may come between signs, and go. */
#define IDEOGRAPH_MORE .03
#define IDEOGRAPH_LESS .01
#define MIXED_MORE .125         /* between ideographs and Latin letters */
#define MIXED_LESS .0625
#define CLUSTER_MORE .015
#define CLUSTER_LESS .005
#define CAPITALS_MORE .02
#define TSHEG 0x0f0b
#define TSHEG_MORE .06

typedef struct {
    gint32 width, stretch, shrink, expand;
} Room;

/* White that is no word space. */
static void
add_white(Shaper *shaper, guint32 i, guint32 end, SpaceKind kind, double em,
          Room *room)
{
    guint what = shaper->what[i], next = shaper->what[i + 1];

    if (shaper->space[i] == SPACE_IDEOGRAPH) {
        room->stretch = em * MIXED_MORE;
        room->shrink = em * MIXED_LESS;
        kind = SPACE_IDEOGRAPH;
    } else if ((what & next & SIGN_CJK) && !(next & SIGN_MARK)) {
        room->stretch = em * IDEOGRAPH_MORE;
        room->shrink = em * IDEOGRAPH_LESS;
        kind = SPACE_IDEOGRAPH;
    } else if (shaper->chars[i] == TSHEG) {
        room->stretch = em * TSHEG_MORE;
        kind = SPACE_CLUSTER;
    } else if (kind == SPACE_CLUSTER && i + 1 < end
               && !((what | next) & (SIGN_BLANK | SIGN_HIDDEN))
               && !(next & SIGN_MARK)
               && !(shaper->cuts[i + 1] & CUT_INSIDE)) {
        room->stretch = em * CLUSTER_MORE;
        room->shrink = em * CLUSTER_LESS;
    } else {
        return;
    }
    shaper->space[i] = kind;
}

/* Whether the item's capitals may be spaced. */
static gboolean
has_capitals(const Shaper *shaper, const ShapedItem *item)
{
    const Look *look = &shaper->text->looks[item->look].look;

    return (item->script == HB_SCRIPT_LATIN
            || item->script == HB_SCRIPT_GREEK
            || item->script == HB_SCRIPT_CYRILLIC)
           && look->family != FAMILY_MONO && look->tracking <= 0
           && !item->upper && !item->missing
           && !(look->flags & (LOOK_SMALL_CAPS | LOOK_ALL_SMALL
                               | LOOK_BREAK_ANYWHERE));
}

static Room
room_of(Shaper *shaper, guint32 i, guint32 end, SpaceKind kind, double em,
        gboolean special)
{
    gint32 width = shaper->advance[i];
    Room room = { .width = width };

    if (shaper->what[i] & SIGN_STRETCH) {
        shaper->space[i] = SPACE_WORD;
        room.stretch = width / 2;
        room.shrink = width / 3;
        return room;
    }
    if (!(shaper->what[i] & SIGN_BLANK))
        room.expand = width;
    if (special)
        add_white(shaper, i, end, kind, em, &room);
    return room;
}

static void
add_item(Shaper *shaper, const ShapedItem *item)
{
    const FontFace *face = fontset_face(shaper->fonts, item->face);
    guint32 end = item->first_char + item->n_chars;
    SpaceKind kind = shape_has_clusters(item->script)
        && item->script != HB_SCRIPT_TIBETAN ? SPACE_CLUSTER : SPACE_NONE;
    gboolean special = shaper->has_cjk || kind != SPACE_NONE
                       || item->script == HB_SCRIPT_TIBETAN;
    gboolean capitals = !shaper->text->blanks && has_capitals(shaper, item);

    for (guint32 i = item->first_char; i < end; i++) {
        Room room = { .width = shaper->advance[i] };

        if (!shaper->text->blanks)
            room = room_of(shaper, i, end, kind, item->size * UNIT, special);
        if (capitals && i + 1 < end
            && (shaper->what[i] & shaper->what[i + 1] & SIGN_UPPER)
            && shaper->space[i] == SPACE_NONE) {
            room.stretch = item->size * UNIT * CAPITALS_MORE;
            shaper->space[i] = SPACE_CAPITALS;
        }
        if (face->color)
            room.expand = 0;
        shaper->width[i + 1] = shaper->width[i] + (guint32) room.width;
        shaper->stretch[i + 1] = shaper->stretch[i] + (guint32) room.stretch;
        shaper->shrink[i + 1] = shaper->shrink[i] + (guint32) room.shrink;
        shaper->expand[i + 1] = shaper->expand[i] + (guint32) room.expand;
    }
}

void
shape_space(Shaper *shaper)
{
    shaper->width[0] = shaper->stretch[0] = 0;
    shaper->shrink[0] = shaper->expand[0] = 0;
    for (guint i = 0; i < shaper->items->len; i++)
        add_item(shaper, &g_array_index(shaper->items, ShapedItem, i));
}
