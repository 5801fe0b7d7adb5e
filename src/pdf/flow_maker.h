/* SPDX-License-Identifier: MIT */
/*
 * A flow in the making: what the files of flow_* share.
 *
 * Elements are those of the EPUB side, with the same classes, so that one
 * style means the same on both; each element is entered, its boxes are
 * added, it is left.
 */
#pragma once

#include "pdf/flow.h"
#include "style/css.h"

/* What a style says of an element, worked out once for all that are alike:
 * the same sort with the same sort of sisters before it in the same place. */
typedef struct FlowStyle FlowStyle;
struct FlowStyle {
    CssNode node, before, before2;      /* it and its sisters */
    CssStyle css;
    Look look;
};

/* An element that is open, on the stack of who opened it. */
typedef struct {
    const FlowStyle *style;
    const FlowStyle *last;      /* of its child before this one, or NULL */
    Tag tag;                    /* what its children are put in */
    double start, end;          /* of its content, from the column's edges */
    double line_start, line_end;        /* likewise of its border */
    double bar, bar_at;
    guint first;                /* its first box */
} FlowElement;

/* What waits for the box that is added next. */
typedef struct {
    double white;
    FlowLine above;
    const char *id, *outline, *running;
    guint outline_level;
    gboolean new_page;
    const FlowElement *item;    /* whose marker it is; NULL: none */
    const char *marker;
    double marker_width;
    SetAlign marker_align;
    Tag marker_tag;             /* Lbl */
} FlowNext;

/* A note of the article. */
typedef struct {
    const A2bBlock *block;
    const char *id, *mark;
    gboolean in_body;           /* called there: it stands at the foot of a
                                 * page; else at the article's end */
    gboolean met;               /* a box has its first call */
} FlowCalled;

/* The address of a link that is printed as a note. */
typedef struct {
    const char *url;            /* as it is shown */
    const char *uri;
    const char *id, *mark;      /* NULL: it is printed after the link */
    gboolean met;
} FlowUrl;

typedef struct {
    Flow *flow;
    const A2bBook *book;
    const Css *css;
    const Paper *paper;
    A2bLinks links;
    gboolean run_on;
    Arena *arena;
    GHashTable *styles;         /* FlowStyle, by itself */
    const FlowStyle *memo;      /* the one looked for last */
    const FlowStyle *body;
    GHashTable *sources;        /* source URL -> number of the article */
    GHashTable *aliases;        /* id -> id of the box it stands for */
    GHashTable *languages;      /* those that the flow has */

    /* of the article */
    const A2bArticle *article;
    guint number;               /* from 1 */
    const char *language;
    gboolean rtl;
    gboolean fresh;             /* it begins a page */
    Tag part;                   /* of the section it is in; 0 */
    guint base;                 /* levels above that of its title */
    Tag art;
    GArray *outline;            /* of OutlineEntry */
    guint next_heading;         /* in outline */
    guint level;                /* of the heading written last: 1 for H1 */
    GHashTable *blocks;         /* id -> A2bBlock * */
    GHashTable *notes;          /* id -> FlowCalled * */
    GPtrArray *own_notes;       /* of FlowCalled *, in order */
    GHashTable *urls;           /* URL -> FlowUrl * */
    GPtrArray *url_notes;       /* of FlowUrl *, in order */
    gboolean url_letters;       /* they are marked a, b, c; else by numbers */
    guint url_first;            /* after this one */
    gboolean in_note;

    PagePart where;             /* of boxes */
    guint index;
    const A2bBlock *block;
    gboolean behind;
    GPtrArray *boxes;           /* where boxes go: the flow's or a note's */
    FlowNext next;

    /* for the text that is written */
    GString *str;
    GArray *looks;              /* of LookSpan */
    GArray *open, *spare;       /* of FlowOpen */
    GPtrArray *calls;           /* ids of notes called in it */
    GArray *call_at;            /* guint32 */
    GArray *from;               /* of FlowFrom */
} FlowMaker;

/* flow_style.c: previous: style of the sister before, or NULL. */
const FlowStyle *flow_style(FlowMaker *m, const FlowStyle *parent,
                            const char *element, const char *class,
                            const char *language, const FlowStyle *previous);
void flow_style_families(FlowMaker *m);
guint flow_style_hash(gconstpointer style);
gboolean flow_style_equal(gconstpointer a, gconstpointer b);

/* flow_element.c */

/* FALSE: the style hides it; then it must not be left.  tag: what its
 * children are put in. */
gboolean flow_enter(FlowMaker *m, FlowElement *e, FlowElement *parent,
                    const char *element, const char *class, Tag tag);
void flow_leave(FlowMaker *m, const FlowElement *e);

/* For a block: with the class of its role (class: where that has none), its
 * id, and an element of the structure of its own. */
gboolean flow_enter_block(FlowMaker *m, FlowElement *e, FlowElement *parent,
                          const A2bBlock *block, const char *element,
                          const char *class, const char *tag);

/* Boxes from first on are not parted. */
void flow_keep(FlowMaker *m, guint first);

/* A new element of the structure in that of parent. */
Tag flow_tag(FlowMaker *m, const FlowElement *parent, const char *type);

/* What id is called in all of the book. */
const char *flow_id(FlowMaker *m, const char *id);

/* The next box is where id leads to. */
void flow_set_id(FlowMaker *m, const char *id);

/* flow_text.c */

/* How a text stands in an element. */
void flow_shape(FlowMaker *m, const FlowElement *e, gboolean on_grid,
                FlowText *text);

/* A text all in one look; str is borrowed. */
void flow_plain(FlowMaker *m, const FlowStyle *style, const char *str,
                FlowText *text);
void flow_fill(FlowMaker *m, const FlowStyle *style, const A2bText *from,
               FlowText *text);

/* str and looks are there: the rest of it, and what it asks of fonts. */
void flow_finish(FlowMaker *m, TypeText *text);

/* Stands for a picture in a text: U+FFFC. */
#define FLOW_PICTURE "\xEF\xBF\xBC"

/* flow_ink.c */

/* A mark that is open. */
typedef struct {
    const A2bSpan *span;
    const FlowStyle *style;
    guint mark;
    guint flags;                /* LOOK_..., beside the style's */
    FlowUrl *url;               /* to be called after it; or NULL */
} FlowOpen;

/* Who writes a text.  line: if not NULL, called where stop stands in the
 * text, to take what is written so far; else line breaks stay. */
typedef struct FlowInk FlowInk;
struct FlowInk {
    FlowMaker *m;
    const char *stop;
    void (*line)(FlowInk *ink);
    gpointer user;              /* of line */
    const A2bText *text;
    FlowOpen last;              /* what was written last is in */
    guint flags;                /* of flow_ink_str(): LOOK_... */
    gboolean again;             /* marks are opened a second time */
    gboolean tabs;              /* become blanks */
    guint column;               /* where the next character stands */
};

void flow_ink_begin(FlowInk *ink, FlowMaker *m);
void flow_ink_write(FlowInk *ink, const FlowOpen *in, const char *str,
                    gsize len);
void flow_ink_str(FlowInk *ink, const FlowStyle *style, guint mark,
                  const char *str);

/* Gives what was written and begins anew. */
void flow_ink_take(FlowInk *ink, FlowText *text);

/* flow_marks.c */
void flow_ink_text(FlowInk *ink, const FlowStyle *style, const A2bText *text);

/* flow_box.c */

/* What waits for a box, and notes that were called, are its. */
Box *flow_add(FlowMaker *m, const FlowElement *e, BoxKind kind);

/* The box added last to where boxes go; NULL: none yet. */
Box *flow_last(const FlowMaker *m);

/* A text as an element of its own: one box, NULL if it has no words. */
Box *flow_leaf(FlowMaker *m, FlowElement *parent, const char *element,
               const char *class, const A2bText *text, const char *tag);
Box *flow_leaf_str(FlowMaker *m, FlowElement *parent, const char *element,
                   const char *class, const char *str, const char *tag);

/* The same with what ink has written; e is open and stays so. */
Box *flow_leaf_ink(FlowElement *e, Tag tag, FlowInk *ink);

/* marker hangs in the width points before what comes next in e, which must
 * stay until then or until flow_flush_marker(), which gives it a line of its
 * own if it still waits. */
void flow_set_marker(FlowMaker *m, const FlowElement *e, const char *marker,
                     double width, SetAlign align);
void flow_flush_marker(FlowMaker *m);

/* flow_case.c: str in capitals of language, after out. */
void flow_case_upper(GString *out, const char *str, gsize len,
                     const char *language);
/* str with tabs going to each eighth column; column: that of out's end.
 * Gives the new one. */
guint flow_case_untab(GString *out, const char *str, gsize len,
                      guint column);

/* flow_links.c */

/* A new mark in the mark parent (0: none), with all that that has. */
FlowMark *flow_mark(FlowMaker *m, guint parent, MarkKind kind, guint *mark);

/* A link in the mark parent; words: what it says.  0: it leads nowhere. */
guint flow_link(FlowMaker *m, guint parent, const char *target,
                const char *words, gsize len);
guint flow_link_call(FlowMaker *m, guint parent, const char *id,
                     const char *mark);

/* Whether words say where they lead to. */
gboolean flow_link_is_address(const char *words, gsize len,
                              const char *target);
void flow_link_aliases(FlowMaker *m);

/* flow_urls.c: the note for the address of the link mark; NULL: none. */
FlowUrl *flow_url(FlowMaker *m, guint mark, const char *target);
void flow_url_marks(FlowMaker *m);

/* flow_notes.c */

/* The note that target names, or NULL. */
const FlowCalled *flow_called(const FlowMaker *m, const char *target);

/* Whether a note stands at the foot of the page that calls it. */
gboolean flow_at_foot(const FlowMaker *m, const A2bBlock *note);

/* Whether the box that is made calls a note, so that it has to stand at the
 * foot of its page; once for each. */
gboolean flow_calls(FlowMaker *m, const char *target);
gboolean flow_calls_url(FlowMaker *m, FlowUrl *url);

/* Which notes there are and which of them are called; then their boxes. */
void flow_notes_begin(FlowMaker *m);
void flow_notes(FlowMaker *m, FlowElement *section);

/* flow.c */
void flow_add_language(FlowMaker *m, const char *language);

/* flow_refs.c: what leads to articles of a book. */

/* What the title of article number (from 1) is called as a place. */
const char *flow_article_id(FlowMaker *m, guint number);

/* A link to an article, as a mark. */
guint flow_article_mark(FlowMaker *m, guint number);

/* The number of the page of id, at the end of box; form: "#". */
void flow_number(FlowMaker *m, Box *box, const FlowStyle *style, guint mark,
                 const char *id, const char *form);

/* What is made next is an article's: in its language; or the book's. */
void flow_speak(FlowMaker *m, const A2bArticle *article);

/* A line of a list in e, which is in the book's direction: str as a link of
 * mark (0: none), content of tag. */
Box *flow_line(FlowMaker *m, FlowElement *e, const char *class, Tag tag,
               guint mark, const char *str);

/* A title above a list of the book's, with entry in the outline and running
 * head; begins a page. */
void flow_heading(FlowMaker *m, FlowElement *e, const char *title);

/* A line that leads to an article as a whole: box is it. */
void flow_leads(FlowMaker *m, Box *box, const A2bBlock *block);

/* "In this book", below an article. */
void flow_related(FlowMaker *m, FlowElement *section);

/* flow_front.c, flow_contents.c, flow_back.c */

/* Begins what is no article: on a new page, in the book's language; type:
 * of its element. */
FlowElement flow_matter(FlowMaker *m, PagePart where, guint index,
                        const char *class, const char *type);
void flow_front(FlowMaker *m);
void flow_contents(FlowMaker *m);
void flow_part(FlowMaker *m, guint section);
void flow_back(FlowMaker *m);

/* flow_head.c, flow_block.c, flow_list.c, flow_lines.c, flow_table.c */
void flow_head(FlowMaker *m, FlowElement *section);
void flow_foot(FlowMaker *m, FlowElement *section);
/* A paragraph with label (may be NULL) and a URL, which is a link where uri
 * is one. */
Box *flow_address(FlowMaker *m, FlowElement *parent, const char *class,
                  const char *label, const char *url, const char *uri);
void flow_block(FlowMaker *m, FlowElement *parent, const A2bBlock *block);
void flow_children(FlowMaker *m, FlowElement *e, const A2bBlock *block);
void flow_list(FlowMaker *m, FlowElement *parent, const A2bBlock *block);
void flow_verse(FlowMaker *m, FlowElement *parent, const A2bBlock *block);
void flow_code(FlowMaker *m, FlowElement *parent, const A2bBlock *block);
void flow_table(FlowMaker *m, FlowElement *parent, const A2bBlock *block);
