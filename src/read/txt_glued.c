/* SPDX-License-Identifier: MIT */
/* Parts paragraphs again whose breaks were lost: "... end.Begin ...". */
#include "read/txt_maker.h"

#include <string.h>

#include "read/date.h"

/* "December 2014If ...": the date line lost its end, too. */
static gsize
glued_date(const char *text)
{
    DateFound date;

    if (!date_find(text, MIN(strlen(text), 40), &date) || date.start > 0 ||
        !g_ascii_isupper(text[date.end]))
        return 0;
    return date.end;
}

/* "end.Begin" and "end.[2] Begin": where the second part begins if the
 * first ends at p, else NULL. */
static const char *
glued_joint(const char *start, const char *p)
{
    const char *q = p + 1;

    if (*q == '[' && *p != ' ' && p > start && g_ascii_isdigit(q[1])) {
        const char *close = q + 1 + strspn(q + 1, "0123456789");
        if (*close == ']' && close[1] == ' ')
            return q;
    }
    if (p - start < 3 || !strchr(".?!", *p) || !g_ascii_islower(p[-1]) ||
        !g_ascii_islower(p[-2]))
        return NULL;
    while (*q == '"' || *q == ')')
        q++;
    return g_ascii_isupper(*q) &&
           (g_ascii_islower(q[1]) || q[1] == ' ' || q[1] == '\'')
        ? q : NULL;
}

/* A part of lines [first, last) that fills some of them. */
static void
add_glued_part(Maker *maker, guint first, guint last)
{
    TxtUnit *unit;

    if (maker->text->len == 0)
        return;
    unit = maker_add(maker, SHAPE_PROSE, first, last);
    unit->n_lines = maker->width > 0 ? 1 + unit->len / maker->width
                                     : last - first;
}

/* Text parted again where a lost line break glued two paragraphs. */
void
maker_add_glued(Maker *maker, guint first, guint last)
{
    g_autofree char *text = NULL;
    const char *start, *p;

    g_string_truncate(maker->text, 0);
    for (guint i = first; i < last; i++)
        txt_join(maker->joiner, maker->text, txt_line(maker->lines, i));
    text = g_strdup(maker->text->str);
    start = p = text + glued_date(text);
    if (start > text) {
        g_string_truncate(maker->text, start - text);
        add_glued_part(maker, first, last);
    }
    for (; *p; p++) {
        const char *q = glued_joint(start, p);
        if (q != NULL) {
            g_string_truncate(maker->text, 0);
            g_string_append_len(maker->text, start, q - start);
            add_glued_part(maker, first, last);
            start = q;
        }
    }
    g_string_assign(maker->text, start);
    add_glued_part(maker, first, last);
}
