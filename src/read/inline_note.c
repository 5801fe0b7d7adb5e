/* SPDX-License-Identifier: MIT */
/* Which [1], * and raised digits behind a word point to a note. */
#include "read/inline_scan.h"

#include <string.h>

#define NOTE_MAX_DIGITS 3

static gboolean
add_note(InlineScan *scan, const char *mark, gsize len, gsize from,
         gsize to)
{
    const InlineContext *context = scan->context;
    const char *id =
        context->note ? context->note(mark, len, context->user) : NULL;

    if (!id)
        return FALSE;
    InlineToken *token = inline_scan_add(scan, INLINE_SPAN, to);
    token->mark = A2B_MARK_NOTE;
    token->from = (guint32) from;
    token->to = (guint32) to;
    token->target = arena_strdup(context->arena, id);
    return TRUE;
}

static gboolean
is_after_word(gunichar before)
{
    return before > ' ' && before != '[' && before != '(' && before != '*'
        && !g_unichar_isspace(before);
}

/* [1] [12] [*] */
static gboolean
scan_bracket(InlineScan *scan)
{
    gsize at = scan->at, start = at + 1;
    const char *mark = scan->str + start;
    gsize len = strspn(mark, "0123456789");

    if (len == 0)
        len = *mark == '*';
    if (len == 0 || len > NOTE_MAX_DIGITS || mark[len] != ']')
        return FALSE;
    return add_note(scan, mark, len, at, start + len + 1);
}

static gboolean
scan_star(InlineScan *scan)
{
    gunichar after = inline_scan_after(scan, scan->at + 1);

    if (after == '*' || g_unichar_isalnum(after) || scan->open[0])
        return FALSE;
    return add_note(scan, "*", 1, scan->at, scan->at + 1);
}

/* 0 to 9, or -1. */
static int
superscript_digit(gunichar c)
{
    static const gunichar latin1[] = { 0xB9, 0xB2, 0xB3 };

    for (int i = 0; i < 3; i++)
        if (c == latin1[i])
            return i + 1;
    if (c == 0x2070 || (c >= 0x2074 && c <= 0x2079))
        return (int) (c - 0x2070);
    return -1;
}

/* A single raised digit shows as an ordinary one, since notes are raised
 * anyway; several stay as they are. */
static gboolean
scan_superscript(InlineScan *scan)
{
    char mark[NOTE_MAX_DIGITS] = { 0 };
    gsize len = 0, end = scan->at;

    for (;;) {
        int digit = superscript_digit(inline_scan_after(scan, end));

        if (digit < 0)
            break;
        if (len == NOTE_MAX_DIGITS)
            return FALSE;
        mark[len++] = (char) ('0' + digit);
        end = (gsize) (g_utf8_next_char(scan->str + end) - scan->str);
    }
    gboolean unit = (mark[0] == '2' || mark[0] == '3')
        && inline_scan_before(scan, scan->at) == 'm';
    if (len == 0 || unit || !add_note(scan, mark, len, scan->at, end))
        return FALSE;
    if (len == 1)
        inline_scan_token(scan, scan->tokens->len - 1)->c =
            (gunichar) mark[0];
    return TRUE;
}

/* Whether the first two bytes of a character are those of a raised digit:
 * most that begin with the first are quotation marks. */
static gboolean
may_be_superscript(const char *str)
{
    return strchr(*str == '\xC2' ? "\xB2\xB3\xB9" : "\x81", str[1]) != NULL;
}

gboolean
inline_note_scan(InlineScan *scan)
{
    const char *str = scan->str + scan->at;

    if ((guchar) *str >= 0x80 && !may_be_superscript(str))
        return FALSE;
    if (!is_after_word(inline_scan_before(scan, scan->at))) {
        gboolean apart = scan->at > 1 && *str == '[' && str[-1] == ' ';
        return apart && scan_bracket(scan);
    }
    switch (*str) {
    case '[':
        return scan_bracket(scan);
    case '*':
        return scan_star(scan);
    default:
        return scan_superscript(scan);
    }
}
