/* SPDX-License-Identifier: MIT */
/* Cuts a text into lines, measures them, and takes out what a pager or a
 * magazine's reader program left in them. */
#include "read/txt_line.h"

#include <string.h>

#include "base/utf8.h"

enum {
    TAB_COLUMNS = 8,
    CODED_LINES = 3,
    USUAL_BYTES = 64,       /* of a line, to begin with */
};

static const char *
skip_blanks(const char *p, const char *end, guint *column)
{
    while (p < end) {
        gunichar c = (guchar) *p < 0x80 ? (guchar) *p
                                        : g_utf8_get_char(p);
        if (!utf8_is_blank(c))
            break;
        if (c == '\t')
            *column += TAB_COLUMNS - *column % TAB_COLUMNS;
        else
            *column += c == 0x3000 ? 2 : 1;
        p = g_utf8_next_char(p);
    }
    return p;
}

static const char *
trim_end(const char *start, const char *end)
{
    while (end > start) {
        const char *p = g_utf8_find_prev_char(start, end);
        if (p == NULL || !utf8_is_blank(g_utf8_get_char(p)))
            break;
        end = p;
    }
    return end;
}

/* ">", "> >", "|>" and "JD>": how mail programs mark what they quote. */
static const char *
quote_mark(const char *p, const char *end)
{
    const char *q = p;

    if (q < end && *q == '|')
        q++;
    while (q < end && q - p < 3 && g_ascii_isupper(*q))
        q++;
    return q < end && *q == '>' ? q + 1 : p;
}

static const char *
skip_quotes(TxtLine *line, const char *p, const char *end)
{
    const char *q = quote_mark(p, end);

    while (q != p) {
        guint column = 0;
        const char *after = skip_blanks(q, end, &column);

        line->quote = MIN(line->quote + 1, 8);
        line->indent = column > 0 ? column - 1 : 0;
        p = after;
        q = *p == '>' && p < end ? p + 1 : p;
    }
    return p;
}

static TxtLine
measure(const char *start, const char *end, guint number)
{
    TxtLine line = { .number = number };
    guint column = 0;
    const char *p = skip_blanks(start, end, &column);

    end = trim_end(p, end);
    line.indent = column;
    line.start = p;
    if (p < end)
        p = skip_quotes(&line, p, end);
    line.str = p;
    line.len = end > p ? end - p : 0;
    line.width = line.indent + utf8_width(p, line.len);
    return line;
}

/* "More : <Y>es/<N>o ?", "--More--(45%)": a pager asked, nobody wrote it. */
static gboolean
is_pager_prompt(const TxtLine *line)
{
    static const char *const prompts[] = {
        "--more--", "-- more --", "[more]", "more : <y>es/<n>o",
        "more: <y>es/<n>o", "press any key to continue",
        "press return to continue", "press <return> to continue",
        "press enter to continue", "hit any key to continue",
        "[press return]", "<more>", "more? [y/n]", "(more)", "-more-",
        "---more---",
    };

    if (line->len == 0 || line->len > 60)
        return FALSE;
    for (guint i = 0; i < G_N_ELEMENTS(prompts); i++)
        if (g_ascii_tolower(*line->str) == *prompts[i] &&
            g_ascii_strncasecmp(line->str, prompts[i],
                                strlen(prompts[i])) == 0)
            return TRUE;
    return FALSE;
}

/* "{A", "{3": colour codes at the start of lines in disk magazines. */
static gsize
colour_code(const TxtLine *line)
{
    const char *s = line->str;

    if (line->len < 2 || s[0] != '{' ||
        !(g_ascii_isalnum(s[1]) || s[1] == '*'))
        return 0;
    return line->len == 2 || s[2] != '}' ? 2 : 0;
}

/* Page numbers and commands ("5", "1*", "-100") of the magazine's reader
 * stand alone on a line. */
static gboolean
is_page_code(const TxtLine *line)
{
    gboolean digit = FALSE;

    if (line->len == 0 || line->len > 6)
        return FALSE;
    for (guint i = 0; i < line->len; i++) {
        char c = line->str[i];
        digit |= g_ascii_isdigit(c);
        if (!g_ascii_isdigit(c) && c != '*' && c != '-')
            return FALSE;
    }
    return digit;
}

static gboolean
uses_colour_codes(const GArray *lines)
{
    guint coded = 0, closed = 0, first = 0, n = 0;

    for (guint i = 0; i < lines->len; i++)
        n += colour_code(txt_line(lines, i)) > 0;
    if (n == 0)
        return FALSE;
    while (first < lines->len && txt_line(lines, first)->len == 0)
        first++;
    for (guint i = first; i < lines->len; i++) {
        const TxtLine *line = txt_line(lines, i);
        gboolean closes = line->len && memchr(line->str, '}', line->len);
        closed += closes;
        coded += !closes && colour_code(line);
    }
    return coded > closed &&
           (coded >= CODED_LINES ||
            (first < lines->len && is_page_code(txt_line(lines, first))));
}

static const char *
first_word_end(const char *p, const char *end)
{
    while (p < end && *p != ' ')
        p++;
    return p;
}

static void
take_out_codes(GArray *lines, TxtDropped dropped, gpointer user)
{
    guint kept = 0;

    for (guint i = 0; i < lines->len; i++) {
        TxtLine line = *txt_line(lines, i);
        gsize code = colour_code(&line);

        if (is_page_code(&line)) {
            dropped(line.str, line.len, TRUE, &line, user);
            continue;
        }
        if (code) {
            guint column = line.indent;
            const char *end = line.str + line.len;
            const char *p = skip_blanks(line.str + code, end, &column);
            dropped(line.str, first_word_end(p, end) - line.str, FALSE,
                    &line, user);
            line.indent = column;
            line.len = end - p;
            line.str = p;
        }
        g_array_index(lines, TxtLine, kept++) = line;
    }
    g_array_set_size(lines, kept);
}

GArray *
txt_lines_new(const char *text, gsize len, guint number,
              TxtDropped dropped, gpointer user)
{
    GArray *lines = g_array_sized_new(FALSE, FALSE, sizeof(TxtLine),
                                      16 + len / USUAL_BYTES);
    const char *end = text + len;

    for (const char *p = text; p < end; number++) {
        const char *eol = memchr(p, '\n', end - p);
        TxtLine line = measure(p, eol ? eol : end, number);

        p = eol ? eol + 1 : end;
        if (dropped && is_pager_prompt(&line)) {
            dropped(line.str, line.len, TRUE, &line, user);
            continue;
        }
        if (dropped && line.quote && g_ascii_isupper(*line.start))
            dropped(line.start, line.str - line.start, FALSE, &line, user);
        g_array_append_val(lines, line);
    }
    if (dropped && uses_colour_codes(lines))
        take_out_codes(lines, dropped, user);
    return lines;
}

guint
txt_line_first_word(const TxtLine *line)
{
    const char *end = line->str + line->len, *p = line->str;

    while (p < end && *p != ' ' && *p != '\t')
        p++;
    return utf8_width(line->str, p - line->str);
}

gboolean
txt_starts_lower(const char *str, gsize len)
{
    const char *end = str + len;

    for (const char *p = str; p < end; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        if (g_unichar_isalpha(c))           /* but "iPhone", "eBay" */
            return g_unichar_islower(c) && !g_unichar_isupper(
                g_utf8_get_char(g_utf8_next_char(p)));
        if (g_unichar_isdigit(c) || g_unichar_isspace(c))
            return FALSE;
    }
    return FALSE;
}

/* "... end. [Laughter]": where the sentence before the remark ends. */
static gsize
without_remark(const char *str, gsize len)
{
    const char *open;

    if (len < 3 || str[len - 1] != ']')
        return len;
    open = g_strrstr_len(str, len, "[");
    return open && open > str && str + len - open < 40 ? (gsize) (open - str)
                                                       : len;
}

gboolean
txt_ends_sentence(const char *str, gsize len)
{
    const char *p = str + without_remark(str, len);

    while (p > str) {
        gunichar c;

        p = g_utf8_prev_char(p);
        c = g_utf8_get_char(p);
        if (c < 0x80 ? strchr(".!?", (int) c) != NULL && c != 0
                     : c == 0x2026 || c == 0x3002 || c == 0xff01 ||
                       c == 0xff1f || c == 0x0964 || c == 0x06d4 ||
                       c == 0x061f || c == 0x0589 || c == 0x1362)
            return TRUE;
        if (!(c < 0x80 ? c != 0 && strchr("\"')]*_ ", (int) c) != NULL
                       : c == 0x201d || c == 0x2019 || c == 0xbb ||
                         c == 0x201c || c == 0x300d || c == 0x300f ||
                         c == 0xff09 || c == 0x203a || c == 0xa0))
            return FALSE;
    }
    return FALSE;
}

/* Signs that rules are drawn with, also several of them in turn. */
static gboolean
is_rule_char(gunichar c)
{
    return c < 0x80 ? c != 0 && strchr("-=_*~#+", (int) c) != NULL
                    : (c >= 0x2500 && c <= 0x259f) || c == 0x2014 ||
                      c == 0x2013 || c == 0x2015 || c == 0xb7 ||
                      c == 0xaf || c == 0x2022 || c == 0x25cf;
}

/* The same sign ten times and more draws a rule, whatever it is. */
static gboolean
repeats(const char *str, const char *end)
{
    gunichar first = g_utf8_get_char(str);
    guint n = 0;

    for (const char *p = str; p < end; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        if (c != first && c != ' ')
            return FALSE;
        n += c == first;
    }
    return n >= 10 && !g_unichar_isalnum(first) && first != '>';
}

gboolean
txt_is_rule(const char *str, gsize len)
{
    const char *end = str + len;
    guint n = 0, letters = 0, others = 0;
    gunichar first = 0, second = 0;

    if (len == 0)
        return FALSE;
    if (repeats(str, end))
        return TRUE;
    for (const char *p = str; p < end; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        if (c == ' ' || c == '\t')
            continue;
        if (!is_rule_char(c)) {
            if (++letters > 2 || !g_unichar_isalpha(c))
                return FALSE;
            continue;
        }
        if (first == 0)
            first = c;
        if (second == 0 && c != first)
            second = c;
        others += c != first && c != second;
        n++;
    }
    if (letters > 0)                    /* "X-=-=-=-=-=-=-X" */
        return n >= 12 && others * 6 <= n;
    return n >= 3 && (second == 0 || (n >= 6 && others * 6 <= n));
}
