/* SPDX-License-Identifier: MIT */
/* Which backticks hold code, and which are the quotes of TeX or of a
 * typewriter. */
#include "read/inline_scan.h"

#include <string.h>

#define CODE_MAX_BYTES 200
#define CODE_MAX_BLANKS 3       /* more words than that are prose */

/* Finds needle within CODE_MAX_BYTES of byte at; 0 if it is not there. */
static gsize
find(const InlineScan *scan, gsize at, const char *needle)
{
    gsize max = MIN(scan->len - at, CODE_MAX_BYTES);
    const char *found =
        memmem(scan->str + at, max, needle, strlen(needle));

    return found ? (gsize) (found - scan->str) : 0;
}

static gboolean
is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n';
}

/* Whether bytes [start, end) between backticks are code, not prose. */
static gboolean
is_code(const InlineScan *scan, gsize start, gsize end)
{
    guint blanks = 0, signs = 0;

    if (start >= end || is_blank(scan->str[start])
        || is_blank(scan->str[end - 1]))
        return FALSE;
    for (gsize i = start; i < end; i++) {
        blanks += is_blank(scan->str[i]);
        signs += strchr("(){}<>=_/\\$;|", scan->str[i]) != NULL;
    }
    return blanks < CODE_MAX_BLANKS || signs > 0;
}

static gboolean
add_code(InlineScan *scan, gsize start, gsize close, gsize end)
{
    InlineToken *token = inline_scan_add(scan, INLINE_SPAN, end);

    token->mark = A2B_MARK_CODE;
    token->from = (guint32) start;
    token->to = (guint32) close;
    return TRUE;
}

static gboolean
add_quote(InlineScan *scan, gsize end, gunichar quote)
{
    inline_scan_add(scan, INLINE_TEXT, end)->c = quote;
    return TRUE;
}

/* ``quoted'' or ``code``. */
static gboolean
scan_double(InlineScan *scan, gunichar before)
{
    gsize start = scan->at + 2;
    gsize tick = find(scan, start, "``");
    gsize quote = find(scan, start, "''");

    if (tick && (!quote || tick < quote) && is_code(scan, start, tick)
        && !g_unichar_isalnum(inline_scan_after(scan, tick + 2)))
        return add_code(scan, start, tick, tick + 2);
    if (g_unichar_isalnum(before))
        return FALSE;
    scan->in_tex_quotes = TRUE;
    return add_quote(scan, start, '"');
}

/* `code`, `quoted', or `a whole sentence in backticks`. */
static gboolean
scan_single(InlineScan *scan, gunichar before)
{
    gsize start = scan->at + 1;
    gsize tick = find(scan, start, "`");
    gboolean word = g_unichar_isalnum(before);

    if (!word && tick && is_code(scan, start, tick)
        && scan->str[tick + 1] != '`'
        && !g_unichar_isalnum(inline_scan_after(scan, tick + 1)))
        return add_code(scan, start, tick, tick + 1);

    gsize quote = find(scan, start, "'");
    gboolean opens = !word && quote && (!tick || quote < tick)
        && g_unichar_isalnum(inline_scan_after(scan, start));
    return opens ? add_quote(scan, start, '\'') : FALSE;
}

gboolean
inline_code_scan(InlineScan *scan)
{
    const char *str = scan->str + scan->at;
    gunichar before;
    gsize run;

    if (*str == '\'') {
        if (!scan->in_tex_quotes || str[1] != '\'' || str[2] == '\'')
            return FALSE;
        scan->in_tex_quotes = FALSE;
        return add_quote(scan, scan->at + 2, '"');
    }
    before = inline_scan_before(scan, scan->at);
    run = strspn(str, "`");
    if (run == 1)
        return scan_single(scan, before);
    if (run == 2)
        return scan_double(scan, before);
    inline_scan_add(scan, INLINE_LITERAL, scan->at + run);
    return TRUE;
}
