/* SPDX-License-Identifier: MIT */
/* Which lines are fields and which go on with one (RFC 5322, leniently). */
#include "read/header_scan.h"

#include <string.h>

#define NAME_BYTES 40

static void
measure(Scan *scan)
{
    const char *start = scan->text + scan->pos;
    const char *end = scan->pos < scan->len
        ? memchr(start, '\n', scan->len - scan->pos) : NULL;

    scan->line_len = end != NULL ? (gsize) (end - start)
                                 : scan->len - scan->pos;
    if (scan->line_len > 0 && start[scan->line_len - 1] == '\r')
        scan->line_len--;
}

void
scan_init(Scan *scan, const char *text, gsize len)
{
    *scan = (Scan) { .text = text, .len = len, .line = 1 };
    measure(scan);
}

void
scan_next(Scan *scan)
{
    scan->pos += scan->line_len;
    if (scan->pos < scan->len && scan->text[scan->pos] == '\r')
        scan->pos++;
    if (scan->pos < scan->len)
        scan->pos++;
    scan->line++;
    measure(scan);
}

gsize
scan_indent(const Scan *scan)
{
    gsize n = 0;

    while (n < scan->line_len && strchr(" \t", scan->text[scan->pos + n]))
        n++;
    return n;
}

gboolean
scan_is_blank(const Scan *scan)
{
    return scan_indent(scan) == scan->line_len;
}

gsize
scan_name(const Scan *scan)
{
    const char *line = scan->text + scan->pos;
    const char *colon = memchr(line, ':', MIN(scan->line_len, NAME_BYTES));
    gsize n = colon != NULL ? (gsize) (colon - line) : 0;

    if (n == 0 || strchr(" \t-.\"'(<[*#>", *line) != NULL
        || g_ascii_isdigit(*line))
        return 0;
    /* A scheme or a time is no name. */
    if (n + 2 < scan->line_len && colon[1] == '/' && colon[2] == '/')
        return 0;
    while (n > 0 && strchr(" .\t", line[n - 1]) != NULL)
        n--;
    for (gsize i = 0; i < n; i++)
        if (g_ascii_iscntrl(line[i])
            || strchr("\"<>@,;?!=[]{}", line[i]) != NULL)
            return 0;
    return n;
}

gsize
scan_value(const Scan *scan, gsize name)
{
    const char *line = scan->text + scan->pos;

    while (name < scan->line_len && line[name] != ':')
        name++;
    name++;
    while (name < scan->line_len && strchr(" \t", line[name]) != NULL)
        name++;
    return MIN(name, scan->line_len);
}

/* A line of blanks alone goes on with a value only if more of the header
 * follows at once: some mailers fold so after an encoded word. */
gboolean
scan_is_folded(const Scan *scan)
{
    Scan next = *scan;

    if (!scan_more(scan) || scan_indent(scan) == 0)
        return FALSE;
    if (!scan_is_blank(scan))
        return TRUE;
    scan_next(&next);
    if (!scan_more(&next) || scan_is_blank(&next))
        return FALSE;
    gsize name = scan_name(&next);
    return name > 2 && memchr(next.text + next.pos, ' ', name) == NULL
           && memchr(next.text + next.pos, '-', name) != NULL;
}
