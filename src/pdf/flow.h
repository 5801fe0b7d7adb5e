/* SPDX-License-Identifier: MIT */
/*
 * A book becomes a row of boxes, in reading order: what src/pdf/press sets,
 * breaks into pages and paints.  Each knows its text and looks, its place in
 * the column, its white, what it keeps with, its element in the structure.
 * Nothing is measured here.
 */
#pragma once

#include "base/arena.h"
#include "book/book.h"
#include "book/pagelist.h"
#include "pdf/finish.h"
#include "style/paper.h"
#include "pdf/pen.h"

/* What a Look's mark stands for; mark 0 is the text itself. */
typedef enum {
    MARK_PLAIN,                 /* a Span or Code; or only lines */
    MARK_LINK,                  /* uri or to a box */
    MARK_CALL,                  /* of a note: a Reference with a Link in it
                                 * to that box */
} MarkKind;

/* Each mark is in one text only.  uri, id, contents, underline and strike
 * are also those of the marks around it: the press need not climb. */
typedef struct {
    MarkKind kind;
    guint parent;               /* the mark around it; 0: none */
    const char *type;           /* structure element of a MARK_PLAIN: "Span",
                                 * "Code"; NULL: none of its own */
    const char *language;       /* of that element; or NULL */
    guint link;                 /* the link or call that it is in: its own
                                 * number or that of a mark around it; 0:
                                 * none */
    const char *uri;
    const char *id;             /* of a block or note; or NULL */
    const char *contents;       /* of a link, for those who cannot see */
    gboolean underline, strike;
    Tag tag;                    /* see flow_mark_tag() */
} FlowMark;

/* A text with its shape in the column. */
typedef struct {
    TypeText text;              /* str, looks: owned by the flow */
    ParagraphShape shape;       /* measure is filled in by the press */
    double leading;             /* points from baseline to baseline */
    Tag tag;                    /* what it is content of */
    const struct FlowFrom *from;/* where it comes from; NULL: it is the
                                 * block's text, byte by byte */
    guint n_from;
} FlowText;

/* From byte at of a box's text on, it is that of its block from byte source
 * on. */
typedef struct FlowFrom {
    guint32 at, source;
} FlowFrom;

/* The number of the page that something is on; it stands at the end edge of
 * a box, on a level with its last line, in room of its own: so it is not
 * known, and need not be, when lines and pages are made. */
typedef struct {
    const char *id;             /* of the box whose page it is */
    const char *form;           /* "page #": WORD_NUMBER stands for it */
    FlowText text;              /* what it looks like; no str */
    double width;               /* points, in the box's end */
} FlowNumber;

/* Something with the pages on which it is found, as in an index. */
typedef struct {
    guint32 box;                /* of the flow, whose text it is */
    const char *words;          /* before the numbers */
    Look look;
    const char *const *ids;     /* of boxes, in order */
    const guint *marks;         /* likewise: links to them */
    guint n;
} FlowListing;

typedef struct {
    FlowText text;
    guint span;                 /* columns of the table */
} FlowCell;

/* A thin line along the edge of a box.  It stands in the white beside the
 * box and needs no room; where that white vanishes, so does the line. */
typedef struct {
    double width;               /* points thick; 0: none */
    double gap;                 /* points between it and the box */
    double start, end;          /* from the edges of the column; not of a
                                 * row: there it is as wide as the table */
} FlowLine;

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
    double marker_width;        /* points before start that it has, the
                                 * marker_gap between it and the text too */
    double marker_gap;
    FlowText *turned;           /* at start, in the room that a negative
                                 * indent leaves before each line but the
                                 * first, as furniture: a sign that a line of
                                 * code goes on; NULL: none */
    double bar;                 /* width of a bar at its start edge; 0.  It
                                 * goes on to the next box that has one at
                                 * the same place */
    double bar_at;              /* from the column's start edge */
    FlowCell *cells;
    guint n_cells;
    struct FlowTable *table;
    const Box *head;            /* of a row of the body: first head row to be
                                 * repeated; the others come after it in
                                 * boxes */
    guint n_head;
    double rule_width, rule_height;     /* rule_width 0: the whole column;
                                         * also the size of a picture */
    SetAlign align;             /* of a rule, picture or table */
    FlowLine above, below;      /* along its upper and lower edge */
    PenImage image;
    const char *qr;
    Tag tag;                    /* TAG_NONE: furniture */
    const char *id;             /* links and calls lead here; or NULL */
    const char *const *notes;   /* ids of the notes called in it, in order */
    const guint32 *note_at;     /* bytes of text at which; 0 in a row */
    guint n_notes;
    const char *outline;        /* entry of the outline; or NULL */
    guint outline_level;
    const char *running;        /* running head from this page on; or NULL;
                                 * a page that begins with it has none */
    const FlowNumber *number;   /* or NULL */
    gboolean whole_page;        /* a picture as large as the paper */
    PagePart part;              /* where in the book it comes from; see */
    guint index;                /* book/pagelist.h */
    const A2bBlock *block;
    gboolean behind;            /* it comes after all of block */
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
    guint32 body;               /* first box of the articles: page 1 */
    guint32 back;               /* first box behind them */
    gboolean numbered;          /* there are FlowNumbers: each page has to
                                 * show its own */
    GArray *listings;           /* of FlowListing: boxes behind the articles,
                                 * which get their text when all pages of
                                 * these are known */
    char *book_title;           /* for running heads; a box's running is the
                                 * title of its article */
    char *book_author;          /* all of them; NULL: none, or too many */
    Arena *arena;               /* boxes and strings */
} Flow;

/* How much farther apart the lines of a language are than those of Latin
 * letters; 1: no farther. */
double flow_tall(const char *language);

/* Borrows book and css.  run_on: articles do not begin pages. */
Flow *flow_new(const A2bBook *book, const Css *css, const Paper *paper,
               A2bLinks links, gboolean run_on);
void flow_free(Flow *flow);

/* Gives listing its text: numbers[i] is that of the page of ids[i], "" if
 * there is none. */
void flow_list_pages(Flow *flow, const FlowListing *listing,
                     const char *const *numbers);

/* The element that what has mark is content of, in an element text: made
 * when it is first asked for, so that elements come in the order in which
 * they are painted.  For the one thread that paints. */
Tag flow_mark_tag(Flow *flow, guint mark, Tag text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Flow, flow_free)
