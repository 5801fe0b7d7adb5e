/* SPDX-License-Identifier: MIT */
/*
 * Tells prose from program code, drawings and tables by the share of signs
 * in the lines and by columns that stand below each other.
 */
#include "read/txt_shape.h"

#include <string.h>

enum { COLUMNS = 160, VERSE_COLUMNS = 60 };

typedef struct {
    guint letters, signs, blanks, gaps;
} Tally;

static Tally
tally_line(const TxtLine *line)
{
    Tally tally = { 0 };
    const char *end = line->str + line->len;
    guint run = 0;

    for (const char *p = line->str; p < end; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);

        if (c == ' ' || c == '\t') {
            tally.blanks++;
            run += c == '\t' ? 2 : 1;
            continue;
        }
        tally.gaps += run >= 2;
        run = 0;
        if (c < 0x80 && g_ascii_isalnum((char) c))
            tally.letters++;
        else if (c < 0x80 ? strchr("|\\/{}[]<>=+*#~^;@_&$%`", (int) c) != NULL
                     : (c >= 0x2500 && c <= 0x25ff))
            tally.signs++;
        else if (g_unichar_isalnum(c))
            tally.letters++;
    }
    return tally;
}

/* "LD A,B   ; the remark": an assembler's, a column apart. */
static gboolean
has_remark(const TxtLine *line)
{
    for (guint i = 2; i + 2 < line->len; i++)
        if (line->str[i] == ';' && line->str[i + 1] == ' ' &&
            (line->str[i - 1] == '\t' ||
             (line->str[i - 1] == ' ' && line->str[i - 2] == ' ')))
            return TRUE;
    return FALSE;
}

/* "x = f(y);", "$ make", "#include <x>": a line that a machine reads. */
static gboolean
is_statement(const TxtLine *line)
{
    static const char *const openers[] = {
        "$ ", "#include", "#define", "# ", "/*", "*/", "//", "if (", "for (",
        "while (", "return ", "def ", "import ", "; ",
    };
    const char *s = line->str;
    char last = s[line->len - 1];

    if (line->len < 2)
        return strchr("{};", last) != NULL;
    if (has_remark(line))
        return TRUE;
    for (guint i = 0; i < G_N_ELEMENTS(openers); i++)
        if (g_str_has_prefix(s, openers[i]))
            return TRUE;
    return (last == ';' || last == '{' || last == '}') &&
           (memchr(s, '(', line->len) || memchr(s, '=', line->len) ||
            last != ';');
}

static gboolean
is_code(const GArray *lines, guint first, guint last)
{
    guint drawn = 0, statements = 0, rules = 0, n = last - first;

    for (guint i = first; i < last; i++) {
        const TxtLine *line = txt_line(lines, i);
        Tally tally = tally_line(line);

        if (txt_is_rule(line->str, line->len))
            rules++;
        else
            drawn += tally.signs * 2 > tally.letters && line->width > 3;
        statements += is_statement(line);
    }
    return n >= 3 && ((drawn > 0 && drawn * 2 > n - rules) ||
                      statements * 2 > n);
}

/* Counts for each column how many lines begin a word there behind a gap. */
static void
count_columns(const TxtLine *line, guint8 *count, guint *gaps)
{
    const char *end = line->str + line->len;
    guint column = line->indent, run = 0;

    for (const char *p = line->str; p < end; p = g_utf8_next_char(p)) {
        char c = *p;
        if (c == '\t') {
            column += 8 - column % 8;
            run += 2;
            continue;
        }
        if (c != ' ') {
            if (run >= 2 && column < COLUMNS) {
                count[column] += count[column] < 255;
                (*gaps)++;
            }
            run = 0;
        } else
            run++;
        column++;
    }
}

/* Cells of signs are strokes of a drawing, not a table's. */
static gboolean
is_drawn(const GArray *lines, guint first, guint last)
{
    guint signs = 0, letters = 0;

    for (guint i = first; i < last; i++) {
        Tally tally = tally_line(txt_line(lines, i));
        if (txt_is_rule(txt_line(lines, i)->str, txt_line(lines, i)->len))
            continue;
        signs += tally.signs;
        letters += tally.letters;
    }
    return signs * 5 > letters;
}

/* All lines but the last end at one column. */
static gboolean
is_justified(const GArray *lines, guint first, guint last)
{
    guint n = 0, width = txt_line(lines, first)->width;

    for (guint i = first; i + 1 < last; i++) {
        guint w = txt_line(lines, i)->width;
        n += w + 1 >= width && w <= width + 1;
    }
    return n * 3 >= (last - 1 - first) * 2 && n >= 2 && width >= 45;
}

static gboolean
is_table(const GArray *lines, guint first, guint last)
{
    guint8 count[COLUMNS] = { 0 };
    guint n = last - first, with_gap = 0, best = 0, long_lines = 0;

    if (n < 3)
        return FALSE;
    for (guint i = first; i < last; i++) {
        const TxtLine *line = txt_line(lines, i);
        guint gaps = 0;

        if (line->width > COLUMNS)
            return FALSE;
        count_columns(line, count, &gaps);
        with_gap += gaps > 0;
        long_lines += txt_ends_sentence(line->str, line->len) &&
                      gaps == 0;
    }
    for (guint i = 0; i + 1 < COLUMNS; i++)
        best = MAX(best, (guint) count[i] + count[i + 1]);
    return with_gap * 10 >= n * 7 && best * 10 >= MIN(n, 255) * 6 &&
           long_lines * 5 <= n &&
           (best >= n || !is_justified(lines, first, last));
}

TxtShape
txt_shape(const GArray *lines, guint first, guint last)
{
    if (last - first < 3)               /* nothing is drawn in two lines */
        return SHAPE_PROSE;
    if (is_code(lines, first, last) && !is_justified(lines, first, last))
        return SHAPE_CODE;
    if (is_table(lines, first, last))
        return is_drawn(lines, first, last) ? SHAPE_CODE : SHAPE_TABLE;
    return SHAPE_PROSE;
}

gboolean
txt_goes_on_as_code(const GArray *lines, guint first, guint last,
                    const TxtLayout *layout)
{
    guint statements = 0, indented = 0;

    for (guint i = first; i < last; i++) {
        const TxtLine *line = txt_line(lines, i);
        statements += is_statement(line);
        indented += line->indent >= layout->margin + 2;
    }
    return statements * 3 >= last - first ||
           (indented == last - first && statements > 0);
}

gboolean
txt_is_verse(const GArray *lines, guint first, guint last,
             const TxtLayout *layout)
{
    guint n = last - first, widest = 0, indent = G_MAXUINT;
    guint meant = 0, turns = 0, capitals = 0;

    for (guint i = first; i < last; i++) {
        const TxtLine *line = txt_line(lines, i);
        if (txt_marker(line->str, line->len).kind != MARKER_NONE)
            return FALSE;
        widest = MAX(widest, line->width);
        indent = MIN(indent, line->indent);
        capitals += !txt_starts_lower(line->str, line->len);
    }
    for (guint i = first; i + 1 < last; i++) {
        const TxtLine *line = txt_line(lines, i);
        meant += !txt_joint_is_full(line, line + 1, widest - 1);
        turns += line->indent != line[1].indent;
    }
    return n >= 3 && layout->wrapped && widest - indent <= VERSE_COLUMNS &&
           widest * 20 <= (layout->width + layout->margin) * 17 &&
           ((n >= 4 && turns * 2 >= n) ||
            (meant * 3 >= n && capitals * 4 >= n * 3));
}

void
txt_cells(const char *str, gsize len, GArray *cells)
{
    gsize at = 0;

    while (at < len) {
        gsize start, end;

        while (at < len && (str[at] == ' ' || str[at] == '\t'))
            at++;
        for (start = end = at; at < len; at++) {
            if (str[at] == '\t' ||
                (str[at] == ' ' && at + 1 < len && str[at + 1] == ' '))
                break;
            if (str[at] != ' ')
                end = at + 1;
        }
        if (end > start) {
            g_array_append_val(cells, start);
            g_array_append_val(cells, end);
        }
    }
}
