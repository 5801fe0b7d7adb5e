/* SPDX-License-Identifier: MIT */
/* The lines of a text as they stand on the page. */
#pragma once

#include <glib.h>

typedef struct {
    const char *start;      /* first that is no blank: quote marks, too */
    const char *str;        /* without blanks and quote marks around it */
    guint32 len;            /* bytes; 0: a blank line */
    guint32 number;         /* in the source, from 1 */
    guint32 indent;         /* columns of blanks before str */
    guint32 width;          /* columns up to its end, indent included */
    guint8 quote;           /* marks of quoted mail (">") before it */
} TxtLine;

/* What was taken off on the way, for whoever reports it: a whole line, or
 * a mark before its first word (which is given with it, to show where). */
typedef void (*TxtDropped)(const char *str, gsize len, gboolean whole,
                           const TxtLine *line, gpointer user);

/* The lines of text, the first of which has this number; an array of
 * TxtLine that points into text.  What a pager or the reader program of a
 * disk magazine put into the text is taken out and reported, unless
 * dropped is NULL. */
GArray *txt_lines_new(const char *text, gsize len, guint number,
                      TxtDropped dropped, gpointer user);

static inline const TxtLine *
txt_line(const GArray *lines, guint i)
{
    return &g_array_index(lines, TxtLine, i);
}

/* Columns of the first word of a line. */
guint txt_line_first_word(const TxtLine *line);

/* Whether the first letter of a line (after quotes and brackets) is lower
 * case; FALSE for scripts without case. */
gboolean txt_starts_lower(const char *str, gsize len);

/* Whether it ends as a sentence does: full stop, question or exclamation
 * mark, ellipsis, with quotes or brackets after it. */
gboolean txt_ends_sentence(const char *str, gsize len);

/* Whether a line is drawn, not written: three or more of - = _ * ~ # and
 * the like, perhaps with blanks between. */
gboolean txt_is_rule(const char *str, gsize len);
