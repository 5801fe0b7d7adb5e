/* SPDX-License-Identifier: MIT */
/*
 * A book becomes a row of boxes, in reading order: what src/pdf/press sets,
 * breaks into pages and paints.  Each knows its text and looks, its place in
 * the column, its white, what it keeps with, its element in the structure.
 * Nothing is measured here.
 */
#pragma once

#include "book/book.h"
#include "pdf/finish.h"
#include "style/paper.h"
#include "pdf/pen.h"

/* What a Look's mark stands for; mark 0 is the text itself. */
typedef enum {
    MARK_PLAIN,                 /* a Span: another language, say */
    MARK_LINK,                  /* uri or to a box */
    MARK_CALL,                  /* of a note: a Reference with a Link in it
                                 * to that box */
} MarkKind;

typedef struct {
    MarkKind kind;
    const char *language;       /* of a Span; or NULL */
    const char *uri;
    const char *id;             /* of a block or note; or NULL */
    const char *contents;       /* of a link, for those who cannot see */
    gboolean underline, strike;
} FlowMark;

/* A text with its shape in the column. */
typedef struct {
    TypeText text;              /* str, looks: owned by the flow */
    ParagraphShape shape;       /* measure is filled in by the press */
    double leading;             /* points from baseline to baseline */
    Tag tag;                    /* what it is content of */
} FlowText;

typedef struct {
    FlowText text;
    guint span;                 /* columns of the table */
} FlowCell;

typedef enum {
    BOX_TEXT,                   /* .text */
    BOX_ROW,                    /* .cells: of a table, side by side */
    BOX_RULE,                   /* a bar of .rule_width x .rule_height */
    BOX_PICTURE,                /* .image, or a QR code of .qr */
} BoxKind;

typedef struct Box Box;
struct Box {
    BoxKind kind;
    gboolean on_grid;           /* baselines stand on the grid and it may be
                                 * broken; else it has its own leading and is
                                 * as high as a whole number of grid lines */
    double start, end;          /* from the edges of the column, points */
    double before, after;       /* white, points; of two the larger counts */
    gboolean keep_next, new_page, new_recto, span_columns, solid, ends;
    guint orphans, widows;
    FlowText text;
    FlowText *marker;           /* hangs before the text: a list's number,
                                 * a note's; NULL: none */
    double marker_width;        /* points before start that it has */
    double bar;                 /* width of a bar at its start edge; 0 */
    double bar_at;              /* from the column's start edge */
    FlowCell *cells;
    guint n_cells;
    struct FlowTable *table;
    const Box *head;            /* of a row: first head row to be repeated */
    guint n_head;
    double rule_width, rule_height;     /* rule_width 0: the whole column */
    SetAlign align;             /* of a rule or picture */
    PenImage image;
    const char *qr;
    Tag tag;                    /* TAG_NONE: furniture */
    const char *id;             /* links and calls lead here; or NULL */
    const char *const *notes;   /* ids of the notes called in it, in order */
    const guint32 *note_at;     /* bytes of text at which */
    guint n_notes;
    const char *outline;        /* entry of the outline; or NULL */
    guint outline_level;
    const char *running;        /* running head from this page on; or NULL */
    gboolean rtl;
};

/* The columns of one table: widths are found by the press from all its
 * cells. */
typedef struct FlowTable {
    guint n_columns;
    double *widths;             /* filled in by the press */
    double gap;
} FlowTable;

typedef struct {
    GPtrArray *boxes;           /* of Box * */
    GPtrArray *notes;           /* of GPtrArray of Box *: footnotes, set at
                                 * the foot of the page that calls them */
    GHashTable *note_by_id;     /* id -> index in notes + 1 */
    GArray *marks;              /* of FlowMark */
    Tags *tags;
    Letters *letters;           /* all that is set */
    guint styles;               /* FontWants */
    char *families[N_FAMILIES];
    const char *language;
    GPtrArray *languages;       /* of all its texts, ends with NULL */
    gboolean rtl;
} Flow;

/* Borrows book and css. */
Flow *flow_new(const A2bBook *book, const Css *css, const Paper *paper,
               A2bLinks links, A2bDiag *diag);
void flow_free(Flow *flow);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Flow, flow_free)
