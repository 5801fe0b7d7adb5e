/* SPDX-License-Identifier: MIT */
/* Which *, _ and / are put around words to stress them. */
#include "read/inline_scan.h"

#include "base/utf8.h"

#include <string.h>

#define EMPH_MAX_CHARS 200
#define EMPH_MAX_BYTES (4 * EMPH_MAX_CHARS)
#define SLASH_MAX_BYTES 80

/* Names that are written between double underscores. */
static const char *const dunders[] = {
    "init", "main", "name", "file", "doc", "all", "call", "len", "iter",
    "next", "enter", "exit", "new", "del", "dict", "class", "repr", "str",
    "version", "author", "line", "func", "attribute", "builtin",
};

static gboolean
is_blank_or_end(gunichar c)
{
    return c == 0 || c == '\n' || c == 0x2028 || utf8_is_blank(c);
}

/* Signs that stand for more than a mark when one of them is beside it:
 * comments of programs, paths, wild cards. */
static gboolean
is_code_neighbour(gunichar c)
{
    return c < 0x80 && c && strchr("/\\=+^%$#@", (int) c) != NULL;
}

static gboolean
may_open(gunichar sign, gunichar before, gunichar after)
{
    if (g_unichar_isalnum(before) || is_blank_or_end(after)
        || after == sign)
        return FALSE;
    if (after < 0x80 && strchr(",;:!?)]}", (int) after))
        return FALSE;
    return !is_code_neighbour(before);
}

static gboolean
may_close(gunichar sign, gunichar before, gunichar after)
{
    return !is_blank_or_end(before) && before != sign
        && !g_unichar_isalnum(after) && !is_code_neighbour(after);
}

/* Whether bytes [start, end) are fit to be stressed. */
static gboolean
is_stressable(const InlineScan *scan, gsize start, gsize end)
{
    const char *p = scan->str + start, *stop = scan->str + end;
    gsize len = end - start;

    if (start <= 2 && end + 2 >= scan->len)
        len = 0;                /* the whole paragraph is */
    if (len > EMPH_MAX_BYTES
        || (len > EMPH_MAX_CHARS
            && g_utf8_strlen(p, (gssize) len) > EMPH_MAX_CHARS))
        return FALSE;
    while (p < stop && !g_unichar_isalnum(g_utf8_get_char(p)))
        p = g_utf8_next_char(p);
    return p < stop;
}

static gboolean
is_dunder(const InlineScan *scan, gsize start, gsize end)
{
    for (guint i = 0; i < G_N_ELEMENTS(dunders); i++)
        if (strlen(dunders[i]) == end - start
            && memcmp(dunders[i], scan->str + start, end - start) == 0)
            return TRUE;
    return FALSE;
}

/* Makes a pair of the sign that is open in slot and the one at hand. */
static gboolean
close_slot(InlineScan *scan, guint slot, gsize end)
{
    guint index = scan->open[slot] - 1;
    InlineToken *opener = inline_scan_token(scan, index);
    gboolean single = slot % 2 == 0;

    scan->open[slot] = 0;
    if (!is_stressable(scan, opener->end, scan->at)
        || (!single && is_dunder(scan, opener->end, scan->at)))
        return FALSE;

    A2bMark mark = slot == 2 ? A2B_MARK_EMPH : A2B_MARK_STRONG;
    guint key = G_MAXUINT / 2 + ++scan->n_keys;

    opener->kind = INLINE_OPEN;
    opener->mark = mark;
    opener->key = key;
    for (guint i = 0; i < INLINE_SLOTS; i++)
        if (scan->open[i] > index)
            scan->open[i] = 0;
    inline_scan_add(scan, INLINE_CLOSE, end)->key = key;
    return TRUE;
}

gboolean
inline_emph_scan(InlineScan *scan)
{
    gunichar sign = (gunichar) scan->str[scan->at];
    gsize end = scan->at;

    while (scan->str[end] == (char) sign)
        end++;
    gsize n = end - scan->at;
    gunichar before = inline_scan_before(scan, scan->at);
    gunichar after = inline_scan_after(scan, end);
    guint slot = (sign == '_' ? 2 : 0) + (n == 2);

    if (n <= 2 && scan->open[slot] && may_close(sign, before, after)
        && close_slot(scan, slot, end))
        return TRUE;
    inline_scan_add(scan, INLINE_LITERAL, end);
    if (n <= 2 && may_open(sign, before, after)
        && !(after == '.' && scan->str[end + 1] != '.'))
        scan->open[slot] = scan->tokens->len;
    return TRUE;
}

/* Bytes up to the closing slash of "/The Evening Post/": two words or more
 * of letters, the first and the last with a capital; else 0. */
static gsize
masthead_length(const char *str)
{
    const char *p = str, *word = str;
    guint words = 0;

    for (; *p && *p != '/'; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);

        if (p - str > SLASH_MAX_BYTES)
            return 0;
        if (c == ' ') {
            words++;
            word = p + 1;
        } else if (!g_unichar_isalpha(c)
                   && !(c < 0x80 && strchr("'&-.", (int) c)))
            return 0;
    }
    if (*p != '/' || words == 0 || p == word || p[-1] == ' '
        || !g_unichar_isupper(g_utf8_get_char(str))
        || !g_unichar_isupper(g_utf8_get_char(word)))
        return 0;
    return (gsize) (p - str);
}

gboolean
inline_slash_scan(InlineScan *scan)
{
    gsize start = scan->at + 1;
    gsize len = masthead_length(scan->str + start);
    gunichar after = inline_scan_after(scan, start + len + 1);

    if (len == 0 || !is_blank_or_end(inline_scan_before(scan, scan->at))
        || g_unichar_isalnum(after) || after == '/')
        return FALSE;

    InlineToken *token =
        inline_scan_add(scan, INLINE_SPAN, start + len + 1);
    token->mark = A2B_MARK_EMPH;
    token->from = (guint32) start;
    token->to = (guint32) (start + len);
    return TRUE;
}
