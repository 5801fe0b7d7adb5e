/* SPDX-License-Identifier: MIT */
/* Goes through a text line by line in search of fields, for header*.c. */
#pragma once

#include <glib.h>

typedef struct {
    const char *text;
    gsize len;
    gsize pos, line_len;    /* of the line; without its '\n' */
    guint line;             /* from 1 */
} Scan;

void scan_init(Scan *scan, const char *text, gsize len);
void scan_next(Scan *scan);

static inline gboolean
scan_more(const Scan *scan)
{
    return scan->pos < scan->len;
}

gboolean scan_is_blank(const Scan *scan);
gsize scan_indent(const Scan *scan);

/* Bytes of the name if the line is "Name: value" (with nothing before it),
 * or 0; and where, after such a name, the value begins. */
gsize scan_name(const Scan *scan);
gsize scan_value(const Scan *scan, gsize name);

/* Whether the line goes on with the value of the line before it. */
gboolean scan_is_folded(const Scan *scan);
