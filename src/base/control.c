/* SPDX-License-Identifier: MIT */
/* What stands in a text for each control character (ECMA-48 for the
 * sequences that begin with ESC). */
#include "base/control.h"

#include <string.h>

#include "base/lanes.h"
#include "base/utf8.h"

#define REPLACEMENT "\357\277\275"
#define ESC 0x1B
#define MOST_BLANKS 16          /* of a cursor move: files must not swell */

/* windows-1252 between 0x80 and 0x9F; 0: nothing stands there. */
static const gunichar control_c1[32] = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
    0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,
};

typedef struct {
    const char *at, *end;
    GString *out;
    guint bad;
    const char *endless;        /* up to here no string ends on its line */
} Control;

static gboolean
control_is_noncharacter(const char *at, const char *end)
{
    return end - at >= 3 && utf8_is_noncharacter(g_utf8_get_char(at));
}

static gboolean
control_is_c1(const char *at, const char *end)
{
    return end - at >= 2 && (guchar) at[0] == 0xC2 && (guchar) at[1] < 0xA0;
}

/* Whether the byte at is the first of something to be resolved. */
static gboolean
control_is_odd(const char *at, const char *end)
{
    guchar c = *at;

    if (c >= 0x20 && c < 0x7F)          /* nearly all */
        return FALSE;
    if (c < 0x20)
        return c != '\n' && c != '\t';
    return c == 0x7F || (c == 0xC2 && control_is_c1(at, end)) ||
           (c >= 0xEF && control_is_noncharacter(at, end));
}

#define LOOK (4 * LANES)      /* bytes: one answer for several vectors */

/* Whether one of so many bytes may begin something odd. */
static inline gboolean
control_any_odd(const char *at)
{
    guint8 any = 0;

    for (guint i = 0; i < LOOK; i++) {
        guint8 c = at[i];
        any |= ((c < 0x20) & (c != '\n') & (c != '\t')) | (c == 0x7F) |
               (c == 0xC2) | (c >= 0xEF);
    }
    return any;
}

/* The first odd byte from at on, or end. */
static const char *
control_next(const char *at, const char *end)
{
    while (at < end) {
        const char *stop = at + MIN(end - at, LOOK);

        if (stop - at == LOOK && !control_any_odd(at)) {
            at = stop;
            continue;
        }
        for (; at < stop; at++)
            if (control_is_odd(at, end))
                return at;
    }
    return end;
}

gboolean
control_is_clean(const char *text, gsize len)
{
    return control_next(text, text + len) == text + len;
}

static void
control_replace(Control *control)
{
    g_string_append(control->out, REPLACEMENT);
    control->bad++;
}

/* The end of a string that a sequence carries (OSC, DCS and their kin): at
 * BEL or at ESC with a backslash.  One that does not end on its line is not
 * one; NULL then, and what was searched in vain is not searched again. */
static const char *
control_string_end(Control *control, const char *at)
{
    const char *end = control->end;

    if (control->endless != NULL && at <= control->endless)
        return NULL;
    for (; at < end && *at != '\n' && *at != '\r'; at++) {
        if (*at == '\a')
            return at + 1;
        if (*at == ESC && end - at >= 2 && at[1] == '\\')
            return at + 2;
    }
    control->endless = at;
    return NULL;
}

/* Words that were set apart by moving the cursor stay apart. */
static void
control_move(Control *control, char final, const char *parameters)
{
    int n = 0;

    while (g_ascii_isdigit(*parameters) && n < MOST_BLANKS)
        n = n * 10 + g_ascii_digit_value(*parameters++);
    n = CLAMP(n, 1, MOST_BLANKS);
    if (final == 'C')
        while (n-- > 0)
            g_string_append_c(control->out, ' ');
    else if (strchr("BEHf", final) != NULL)
        g_string_append_c(control->out, '\n');
}

static void
control_csi(Control *control)
{
    const char *at = control->at + 2, *end = control->end;
    const char *parameters = at;

    while (at < end && *at >= 0x20 && *at < 0x40)
        at++;
    control->at = at;
    if (at < end && *at >= 0x40 && *at < 0x7F) {
        control_move(control, *at, parameters);
        control->at++;
    }
}

static void
control_escape(Control *control)
{
    const char *at = control->at + 1, *end = control->end;
    const char *after;

    if (at < end && *at == '[') {
        control_csi(control);
        return;
    }
    if (at < end && strchr("]P^_X", *at) != NULL && *at != '\0') {
        after = control_string_end(control, at + 1);
        control->at = after != NULL ? after : at + 1;
        return;
    }
    while (at < end && *at >= 0x20 && *at < 0x30)
        at++;
    if (at < end && *at >= 0x30 && *at < 0x7F)
        at++;
    control->at = at;
}

/* CR LF and CR CR LF are one line end, as is a CR alone. */
static void
control_return(Control *control)
{
    const char *at = control->at + 1, *end = control->end;

    if (at < end && *at == '\n')
        at++;
    else if (end - at >= 2 && at[0] == '\r' && at[1] == '\n')
        at += 2;
    g_string_append_c(control->out, '\n');
    control->at = at;
}

/* Bold type on a printer was a letter struck twice, underlined type one
 * struck over "_". */
static void
control_backspace(Control *control)
{
    const char *next = ++control->at;
    const char *start = control->out->str, *tail = start + control->out->len;
    const char *before = g_utf8_find_prev_char(start, tail);
    gsize n;

    if (before == NULL || *before == '\n' || next >= control->end)
        return;
    n = g_utf8_next_char(next) - next;
    if (*next == '_' && *before != '_')
        control->at++;
    else if (*before == '_' && g_ascii_iscntrl(*next) == FALSE)
        g_string_truncate(control->out, before - start);
    else if ((gsize) (tail - before) == n && memcmp(before, next, n) == 0)
        control->at += n;
}

/* A page ends: that is the end of a line, and no more, so that lines keep
 * their numbers. */
static void
control_page(Control *control)
{
    const GString *out = control->out;

    if (out->len > 0 && out->str[out->len - 1] != '\n' &&
        control->at + 1 < control->end && control->at[1] != '\n' &&
        control->at[1] != '\r')
        g_string_append_c(control->out, '\n');
}

/* Resolves the odd character that control->at is at. */
static void
control_odd(Control *control)
{
    guchar c = *control->at;
    gunichar letter;

    switch (c) {
    case '\r': control_return(control); return;
    case ESC: control_escape(control); return;
    case '\b': control_backspace(control); return;
    case '\f': control_page(control); break;
    case '\v': g_string_append_c(control->out, '\n'); break;
    case 0xC2:
        letter = control_c1[(guchar) *++control->at & 0x1F];
        if (letter != 0)
            g_string_append_unichar(control->out, letter);
        else
            control_replace(control);
        break;
    default:
        control->at += g_utf8_skip[c] - 1;
        control_replace(control);
        break;
    }
    control->at++;
}

char *
control_resolve(const char *text, gsize len, gsize *out_len, guint *bad)
{
    Control control = {
        .at = text, .end = text + len, .out = g_string_sized_new(len + 1),
    };

    while (control.at < control.end) {
        const char *from = control.at;

        control.at = control_next(control.at, control.end);
        g_string_append_len(control.out, from, control.at - from);
        if (control.at < control.end)
            control_odd(&control);
    }
    *bad += control.bad;
    *out_len = control.out->len;
    return g_string_free(control.out, FALSE);
}
