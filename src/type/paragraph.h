/* SPDX-License-Identifier: MIT */
/* A text set in lines: shape, break, set.  What src/pdf and src/cover use
 * of this folder. */
#pragma once

#include "type/line.h"

typedef enum {
    SET_JUSTIFY, SET_START, SET_END, SET_CENTER
} SetAlign;

/* The shape of a paragraph; lengths in points. */
typedef struct {
    double measure;
    double indent;              /* of the first line; negative: the others
                                 * are indented (hanging) */
    SetAlign align;
    gboolean hyphens, balance;
    double expansion;           /* at most, in a narrow measure a quarter
                                 * more; 0: none */
    gboolean protrude;          /* optical margins */
    guint drop_cap;             /* lines that the first letter is high; 0 */
    double leading;             /* needed for a drop cap only */
    guint variants;             /* how many numbers of lines at most */
} ParagraphShape;

typedef struct Paragraph Paragraph;

/* Shapes and breaks; text must live as long.  What comes back may be used
 * by another thread. */
Paragraph *paragraph_new(Shaper *shaper, const TypeText *text,
                         const ParagraphShape *shape);
void paragraph_free(Paragraph *paragraph);

/* The numbers of lines that it can have, ascending, with their cost above
 * the best (as demerits, 0 for the best). */
guint paragraph_n_variants(const Paragraph *paragraph);
guint paragraph_n_lines(const Paragraph *paragraph, guint variant);
double paragraph_cost(const Paragraph *paragraph, guint variant);
guint paragraph_best(const Paragraph *paragraph);

/* Whether line i (from 0) of variant ends with a hyphen. */
gboolean paragraph_hyphen(const Paragraph *paragraph, guint variant,
                          guint i);

/* Which line of variant byte at of the text is on. */
guint paragraph_line_at(const Paragraph *paragraph, guint variant,
                        guint32 at);

/* Sets line i of variant; valid until the next call with this shaper. */
const Line *paragraph_line(Paragraph *paragraph, Shaper *shaper,
                           guint variant, guint i);

/* The least and the most that a text needs on one line (longest word; all
 * of it), in points: for columns of tables. */
void paragraph_widths(Shaper *shaper, const TypeText *text, double *least,
                      double *most);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Paragraph, paragraph_free)
