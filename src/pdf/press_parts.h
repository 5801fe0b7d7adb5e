/* SPDX-License-Identifier: MIT */
/* What the parts of the press share. */
#pragma once

#include "pdf/pages.h"
#include "pdf/press.h"

/* A box that is set. */
typedef struct {
    const Box *box;
    Paragraph *text, *marker, *turned;
    Paragraph **cells;          /* of a row */
    double width, height;       /* points: of what is in it */
    double leading;             /* of its lines */
    double offset;              /* from the top of its grid lines to what is
                                 * in it */
    guint lines, before;        /* grid lines: its own, white */
    guint32 head;               /* of a row: number of the first head row
                                 * to be repeated */
    gboolean stays;             /* a head row: kept to the end */
    gboolean told;              /* that it is overfull */
} PressBox;

/* The boxes of a footnote, one below the other. */
typedef struct {
    PressBox *boxes;
    double *tops;               /* points from the note's top */
    guint n_boxes;
    guint32 caller;             /* box in which it is called; else
                                 * G_MAXUINT32 */
    double height;              /* points */
    guint lines;                /* grid lines */
} PressNote;

typedef struct PressWork PressWork;

#define PRESS_UNKNOWN G_MAXUINT32

/* What does not change while pages are made. */
typedef struct {
    Flow *flow;
    const Paper *paper;
    FontSet *fonts;
    double full;                /* measure over all columns */
    double base;                /* from a grid line's top to its baseline */
    PressBox *boxes;            /* by number */
    guint n_boxes;
    PressNote *notes;           /* as flow->notes */
    guint32 *pages;             /* on which boxes begin; PRESS_UNKNOWN */
    GHashTable *ids;            /* of boxes -> number + 1; NULL: nothing
                                 * asks for their pages */
    guint n_front;              /* pages before the articles */
    GHashTable *tables;         /* whose widths are known */
    GMutex lock;                /* of tables */
} PressJob;

/* press_set.c: makes the paragraphs of box and of its notes. */
void press_set(PressJob *job, Shaper *shaper, guint32 box);
void press_box_clear(PressBox *box);
void press_note_clear(PressNote *note);

/* From the top of a line to its baseline. */
double press_base(const PressJob *job, const FlowText *text);

/* The number of the note with id, -1 if there is none. */
int press_note(const PressJob *job, const char *id);

/* press_table.c */
void press_table_fit(PressJob *job, Shaper *shaper, guint32 row);

/* From the start edge of the table; the width of count columns. */
double press_table_at(const FlowTable *table, guint column);
double press_table_width(const FlowTable *table, guint column, guint count);

/* press_plan.c: what pages have to know of a box; notes is scratch. */
void press_plan(PressJob *job, guint32 box, PagesBox *plan, GArray *notes);

/* press_work.c: threads that set boxes ahead of who asks for them: n of
 * them, in the order of boxes (borrowed); and that help pen. */
PressWork *press_work_new(PressJob *job, Shaper *shaper, Pen *pen,
                          const guint32 *boxes, guint32 n, guint jobs);
void press_work_free(PressWork *work);

/* Until number i of them is set. */
void press_work_wait(PressWork *work, guint32 i);

typedef struct {
    guint page;                 /* sheet */
    double y;
} PressPlace;

/* A link that leads to a box. */
typedef struct {
    guint link;                 /* in Press.links */
    const char *id;
} PressAim;

/* A running head, shortened to its room. */
typedef struct {
    const char *title;
    char *shown;
} PressHead;

/* What paints; all about one page is set anew for each. */
typedef struct {
    PressJob *job;
    Press *press;
    Pen *pen;
    Shaper *shaper;
    A2bDiag *diag;
    GHashTable *places;         /* id -> PressPlace * */
    GArray *aims;               /* of PressAim */
    const char *running;        /* title of the article */
    PressHead heads[2];         /* of right-hand and left-hand pages */
    guint page, sheet;
    double left;                /* of the page on the sheet */
    guint n_marked;             /* pieces of content on the sheet */
    gboolean is_open;
    Tag open;                   /* whose content is being painted */
} PressPainter;

/* press_paint.c: one page. */
void press_paint(PressPainter *painter, const PagesPage *page);

/* The title of the article that the page begins with, or NULL; sets the
 * running head from here on. */
const Box *press_opens(PressPainter *painter, const PagesPage *page);

/* What is painted next is content of tag. */
void press_begin(PressPainter *painter, Tag tag);
void press_end(PressPainter *painter);

/* press_box.c: paints the part of a box that stands in grid lines from to
 * (of those that it has), the first of them at y; left: of its column; tops:
 * it is the first thing in its column.  repeat: as furniture. */
typedef struct {
    PressBox *set;
    guint variant, from, to;
    double left, measure, y;
    gboolean tops, repeat;
    gboolean exact;             /* from to are lines of its text */
} PressPiece;
void press_box(PressPainter *painter, const PressPiece *piece);

/* A note's grid lines from to, from y on; gives their height in points. */
double press_note_height(const PressJob *job, const PressNote *note,
                         guint from, guint to);
void press_note_paint(PressPainter *painter, PressNote *note, guint from,
                      guint to, double left, double y);

/* press_text.c: lines of a paragraph, the first one's top at y; x: where its
 * measure begins. */
typedef struct {
    const FlowText *text;
    Paragraph *paragraph;
    guint variant, from, to;
    double x, y, base, leading, measure;
    Tag tag;
    gboolean *told;             /* of lines that are too long */
} PressLines;
void press_text(PressPainter *painter, const PressLines *lines);

/* press_link.c: where the text of a link stands on a line; then the next
 * line or link. */
void press_link_add(PressPainter *painter, guint mark, Tag text, double x,
                    double y, double width, double height);
void press_links_aim(PressPainter *painter);

/* The same of the outline: in the order of pages, no level left out. */
void press_outline_sort(GArray *outline);

/* press_head.c: running head and folio; where an article begins the folio
 * alone, at the foot, as its title is aligned. */
void press_head(PressPainter *painter);
void press_foot(PressPainter *painter, SetAlign title);

/* press_sheet.c: how pages lie on sheets: side is that of a sheet. */
#define PRESS_BLANK G_MAXUINT
typedef struct {
    guint pages[2];             /* from left to right; PRESS_BLANK: none */
    guint n;
    guint marked;               /* pieces of content on the first */
} PressSide;

/* Of PressSide. */
GArray *press_sides(const Paper *paper, guint n_pages, gboolean rtl);
char *press_side_label(const PressJob *job, const PressSide *side);

/* Elements are read in the order of pages, not of sheets. */
void press_sides_sort(const GArray *sides, Tags *tags);

/* press_refs.c: the numbers of pages that are printed. */
void press_refs_init(PressJob *job);
void press_refs_clear(PressJob *job);

/* A page is made: where its boxes are is known from now on. */
void press_refs_take(PressJob *job, const PagesPage *page);

/* Whether all numbers that page shows are known. */
gboolean press_refs_known(const PressJob *job, const PagesPage *page);

/* The number that page bears.  Free with g_free(). */
char *press_refs_label(const PressJob *job, guint page);

/* All pages of the articles are made: gives texts to listings. */
void press_refs_list(PressJob *job);

/* The number at the end of a text's last line, if text goes so far. */
void press_refs_paint(PressPainter *painter, const PressPiece *piece,
                      const PressLines *text);

/* What page begins with. */
PressBreak press_refs_break(const PressJob *job, Shaper *shaper,
                            const PagesPage *page);
