/* SPDX-License-Identifier: MIT */
/* Decides what a drawn cover looks like: one serif face, a title that fills
 * its measure, thin rules, one small accent, and air.  The title alone
 * decides which of three plans and which colours it gets. */
#include "cover/draw.h"

#include <math.h>

#include "cover/palette.h"
#include "cover/pieces.h"
#include "cover/plate.h"
#include "cover/words.h"

#define TOP 132.0           /* of the first line's ink */
#define FOOT (PLATE_HEIGHT - 132.0)     /* last baseline */
#define TITLE_TOP 300.0
#define PANEL 1280.0        /* height of the coloured panel */
#define THIN 2.5
#define THICK 12.0
#define MOST_PLAN 110       /* characters: a longer title takes the column */

typedef struct {
    Pieces *pieces;
    Palette colors;
    Align align;
    Plate plate;
} Cover;

static void
put(Cover *cover, const Setting *s, double y)
{
    setting_draw(s, cover->align, cover->plate.cr, PIECES_MARGIN, y);
}

static void
put_rule(Cover *cover, double y, double width, double height)
{
    double x = PIECES_MARGIN, rest = PIECES_MEASURE - width;
    if (cover->align == ALIGN_CENTER)
        x += rest / 2;
    else if (cover->pieces->title->rtl)
        x += rest;
    plate_rule(&cover->plate, x, round(y), width, height);
}

/* Publisher at the side where lines start, date at the other. */
static void
put_side(Cover *cover, Setting *s, gboolean at_start)
{
    gboolean same = s->rtl == cover->pieces->title->rtl;
    s->width = PIECES_MEASURE;
    setting_draw(s, at_start == same ? ALIGN_START : ALIGN_END,
                 cover->plate.cr, PIECES_MARGIN, FOOT - s->height);
}

/* Where the authors begin. */
static double
foot_top(const Pieces *p)
{
    double y = FOOT;
    double small = MAX(p->publisher ? p->publisher->height : 0,
                       p->date ? p->date->height : 0);
    if (small > 0)
        y -= small + 52;
    return p->authors ? y - 44 - p->authors->height : y;
}

static void
put_foot(Cover *cover)
{
    Pieces *p = cover->pieces;
    double y = foot_top(p);
    if (p->authors) {
        put(cover, p->authors, y);
        y += p->authors->height + 44;
    }
    put_rule(cover, y, PIECES_MEASURE, THIN);
    if (cover->align == ALIGN_CENTER) {
        if (p->date)
            put(cover, p->date, FOOT - p->date->height);
        return;
    }
    if (p->publisher)
        put_side(cover, p->publisher, TRUE);
    if (p->date)
        put_side(cover, p->date, !p->publisher);
}

static void
put_head(Cover *cover)
{
    double y = TOP;
    if (cover->pieces->head) {
        put(cover, cover->pieces->head, y);
        y += cover->pieces->head->height + 40;
    }
    put_rule(cover, y, PIECES_MEASURE, THIN);
}

/* Sets the title into what is left above bottom, with room for what comes
 * between. */
static double
title_room(const Cover *cover, double top, double bottom, double between)
{
    const Setting *s = cover->pieces->subtitle;
    return bottom - top - between - (s ? s->height + s->depth + 56 : 0);
}

/* Title, accent, subtitle, from y down. */
static void
put_block(Cover *cover, double y)
{
    const Pieces *p = cover->pieces;
    const Palette *c = &cover->colors;
    put(cover, p->title, y);
    y += p->title->height + p->title->depth + 76;
    y = ceil(y / JPEG_ROW) * JPEG_ROW;
    plate_strip(&cover->plate, y, c->paper, c->accent);
    put_rule(cover, y + 2, 150, THICK);
    plate_strip(&cover->plate, y + JPEG_ROW, c->paper, c->ink);
    if (p->subtitle)
        put(cover, p->subtitle, y + JPEG_ROW + 56);
}

/* The title hangs from a rule; all lines start at the same edge. */
static void
draw_column(Cover *cover)
{
    double room = title_room(cover, TITLE_TOP, foot_top(cover->pieces), 250);
    pieces_set_title(cover->pieces, room);
    put_head(cover);
    put_block(cover, TITLE_TOP);
    put_foot(cover);
}

/* The title stands on a panel; the foot is in the same colours, turned
 * round. */
static void
draw_panel(Cover *cover)
{
    const Pieces *p = cover->pieces;
    const Palette *c = &cover->colors;
    if (foot_top(p) < PANEL + 120) {
        draw_column(cover);
        return;
    }
    pieces_set_title(cover->pieces,
                     title_room(cover, TITLE_TOP, PANEL, 100));
    put_head(cover);
    put(cover, p->title, TITLE_TOP);
    if (p->subtitle)
        put(cover, p->subtitle, TITLE_TOP + p->title->height
                                + p->title->depth + 64);
    plate_strip(&cover->plate, PANEL, c->accent, c->accent);
    plate_strip(&cover->plate, PANEL + JPEG_ROW, c->ink, c->paper);
    put_foot(cover);
}

/* All on the middle axis below a heavy rule. */
static void
draw_axis(Cover *cover)
{
    Pieces *p = cover->pieces;
    double top = 350, bottom = foot_top(p);
    cover->align = ALIGN_CENTER;
    pieces_join_foot(p);
    pieces_set_title(p, MIN(title_room(cover, top, bottom, 250), 760));
    put_rule(cover, 124, PIECES_MEASURE, THICK);
    put_rule(cover, 146, PIECES_MEASURE, THIN);
    if (p->head)
        put(cover, p->head, 226);
    double all = p->title->height + p->title->depth;
    put_block(cover, CLAMP(690 - all / 2, top, bottom));
    put_foot(cover);
}

GBytes *
draw_cover(const CoverWords *words, GError **error)
{
    static void (*const plans[])(Cover *) = { draw_column, draw_panel,
                                              draw_axis };
    g_autoptr(Pieces) pieces = pieces_new(words, error);
    if (!pieces)
        return NULL;
    const char *title = pieces->title_words;
    guint32 hash = palette_hash(title);
    Cover cover = { .pieces = pieces, .align = ALIGN_START,
                    .colors = *palette_at(hash) };
    guint plan = g_utf8_strlen(title, -1) > MOST_PLAN ? 0
                 : hash / palette_count() % G_N_ELEMENTS(plans);
    plate_init(&cover.plate, pieces->kit->color);
    plate_strip(&cover.plate, 0, cover.colors.paper, cover.colors.ink);
    plans[plan](&cover);
    GBytes *bytes = plate_finish(&cover.plate, error);
    plate_clear(&cover.plate);
    return bytes;
}
