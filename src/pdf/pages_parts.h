/* SPDX-License-Identifier: MIT */
/* What the parts of pages share. */
#pragma once

#include "pdf/pages.h"

/* What something ugly costs, beside demerits of paragraphs: a line that a
 * paragraph gives or takes costs some thousands. */
#define COST_KEEP 2e7           /* boxes parted that belong together */
#define COST_SOLID 2e7          /* a box broken that is not to be */
#define COST_NOTE_LATE 1e7      /* a note not on the page of its call */
#define COST_WIDOW 5e6          /* a widow or an orphan */
#define COST_SPLIT 4e5          /* a note on two pages */
#define COST_MISSING 3e5        /* a line missing at a column's foot */
#define COST_MISSING_MOST 12    /* lines that count */
#define COST_GAP 1e5            /* the same above notes, but for the first */
#define COST_GAP_ONE 2e4
#define COST_SHORT 1.2e5            /* a page that is to be a line shorter */
#define COST_WHITE 3e4          /* a line more above a heading */
#define COST_RUNT 6e4           /* a line missing on an almost empty page */
#define COST_MOVED 5e4          /* a picture later than its place */
#define COST_TURN 2.5e4         /* a hyphen where the page is turned */
#define COST_HYPHEN 8e3         /* a hyphen at another column's foot */

#define PAGES_STATES 12         /* that are followed: with more pages are no
                                 * better to the eye */
#define PAGES_BOUND 6e6         /* worse than the best by more: dropped */
#define PAGES_OPEN 12           /* pages not yet settled */
#define PAGES_RUNT 4            /* lines: fewer look lost on a page */

/* All that matters to the boxes that come. */
typedef union {
    struct {
        guint16 used;           /* grid lines in the column, white too */
        guint16 notes;          /* at its foot, the gap too */
        guint16 top;            /* where columns begin, below spans */
        guint16 carry;          /* lines of notes that wait for room */
        guint8 shorter;         /* lines that the page is to lack */
        guint8 column, recto;
        guint8 fresh;           /* nothing stands in the column */
        guint32 pending;        /* box that waits for a column's top + 1 */
    };
    guint64 key[2];
} PagesState;

typedef enum {
    NODE_PLACE,                 /* lines of a box */
    NODE_OPEN,                  /* a column or, if it is the first, a page */
    NODE_END,                   /* the same; an article ended before */
    NODE_DEFER,                 /* a box waits for the next column */
} PagesNodeKind;

/* A step to a state; steps are linked back to the first. */
typedef struct {
    PagesState state;
    double cost;
    guint32 parent, box, page;
    guint16 lines;
    guint8 variant;
    guint8 kind;
} PagesNode;

/* What is still to be placed of a box, from a node on. */
typedef struct {
    guint32 node;
    guint16 from;
    guint8 variant;
} PagesItem;

/* A note that is called and not wholly on a page. */
typedef struct {
    guint32 note, box;
    guint16 from, height;
} PagesWaiting;

/* A page being made of steps that are settled. */
typedef struct {
    GArray *pieces, *notes;     /* of PagesPiece */
    GArray *waiting;            /* of PagesWaiting */
    guint first_waiting;
    guint32 box;                /* being placed */
    guint16 from;               /* its lines that are */
    guint32 pending;            /* box that waits for a column + 1 */
    guint32 first;              /* box that the page has to do with */
    guint32 number;
    guint16 height;
    guint16 note_lines[3];
    gboolean carried;           /* notes were carried to it */
    guint widows, orphans;
} PagesBuild;

typedef struct {
    PagesPage page;
    guint32 first;              /* box that it has to do with */
    PagesPiece pieces[];
} PagesMade;

struct Pages {
    PagesShape shape;
    GArray *boxes;              /* of PagesBox: from first_box on */
    guint32 first_box, n_boxes;
    PagesNode *nodes;
    guint32 n_nodes, room;      /* that are used, that there are */
    guint32 settled;            /* node up to which build has come */
    guint32 live[PAGES_STATES * 4];     /* nodes after the last box */
    guint n_live;
    double best;                /* cost of the best of them */
    GArray *items[2];           /* of PagesItem: this round's, the next's */
    GArray *ids;                /* of guint32: scratch */
    PagesBuild build;
    GQueue made;                /* of PagesMade */
    PagesMade *taken;
    guint since;                /* boxes since it was tried to settle */
    gboolean keep;              /* the box before keeps with the next */
    gboolean balancing;         /* columns of one page are being tried */
};

static inline PagesNode *
pages_node(const Pages *pages, guint32 id)
{
    return &pages->nodes[id];
}

static inline const PagesBox *
pages_box(const Pages *pages, guint32 box)
{
    return &g_array_index(pages->boxes, PagesBox, box - pages->first_box);
}

void pages_grow(Pages *pages);

/* Adds a node; gives its number.  Not a GArray: this is done hundreds of
 * thousands of times a book. */
static inline guint32
pages_node_add(Pages *pages, const PagesNode *node)
{
    if (pages->n_nodes == pages->room)
        pages_grow(pages);
    pages->nodes[pages->n_nodes] = *node;
    return pages->n_nodes++;
}

void pages_node_set(Pages *pages, guint32 *id, const PagesNode *node);

/* A state after the last box: kept unless a better one is the same. */
void pages_live_add(Pages *pages, const PagesNode *node);

/* Only the best state is left, and all that leads to it is built. */
void pages_finish(Pages *pages);

/* All states after box, from those before it. */
void pages_place(Pages *pages, const PagesBox *box, guint32 number);

/* A column is begun after node; calls each with every way to do so.  head:
 * grid lines repeated at its top. */
typedef void (*PagesOpened)(Pages *pages, const PagesNode *node,
                            gpointer user);
void pages_open(Pages *pages, guint32 node, guint32 box, guint16 head,
                PagesNodeKind kind, gboolean page, PagesOpened opened,
                gpointer user);

/* Builds pages of all that every live state shares; all: of the best. */
void pages_settle(Pages *pages, gboolean all);

void pages_build_init(PagesBuild *build, const PagesShape *shape);
void pages_build_clear(PagesBuild *build);
void pages_build_step(Pages *pages, const PagesNode *node,
                      const PagesNode *parent);
void pages_build_count(Pages *pages, const PagesPiece *piece);
void pages_build_close(Pages *pages, gboolean ends);

/* The first box that the page being built has to do with. */
guint32 pages_build_first(const Pages *pages);

/* Makes the columns of the page that is built equally high. */
void pages_balance(Pages *pages);
