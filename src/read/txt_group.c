/* SPDX-License-Identifier: MIT */
/* Writes figures, notes, headings and lines that stand for themselves. */
#include "read/txt_group.h"

#include <string.h>

#include "base/diag.h"

#include "read/txt_see.h"

#define LINE_BREAK "\xe2\x80\xa8"
#define EM_SPACE "\xe2\x80\x83"

enum { VERSE_LINES = 4, VERSE_WIDTH = 64 };

static gboolean
is_verse(const Txt *txt, guint first, guint end)
{
    guint capitals = 0, widest = 0, letters = 0, turns = 0;

    for (guint i = first; i < end; i++) {
        const TxtUnit *unit = txt_unit(txt->units, i);
        const TxtEvidence *e = txt_evidence(txt->evidence, i);
        capitals += g_unichar_isupper(g_utf8_get_char(unit->text)) ||
                    e->of[EV_QUOTE];
        letters += !e->of[EV_KEYVALUE] && !e->of[EV_EMAIL] &&
                   !e->of[EV_URL] && !e->of[EV_TINY];
        widest = MAX(widest, unit->width);
        turns += i > first && unit->indent != unit[-1].indent;
    }
    if (turns * 2 >= end - first)       /* lines that turn in and out */
        capitals = end - first;
    return end - first >= VERSE_LINES && widest <= VERSE_WIDTH &&
           capitals * 4 >= (end - first) * 3 &&
           letters * 4 >= (end - first) * 3;
}

/* Whether a line only goes on with the one before it. */
static gboolean
runs_on(const TxtUnit *unit)
{
    return txt_starts_lower(unit->text, unit->len) &&
           !txt_ends_sentence(unit[-1].text, unit[-1].len);
}

/* Lines below a colon list what it announces. */
static gboolean
is_plain_list(const Txt *txt, guint first, guint end)
{
    guint addresses = 0, turns = 0, pauses = 0, numbers = 0;

    for (guint i = first; i < end; i++) {
        const TxtUnit *unit = txt_unit(txt->units, i);
        const TxtEvidence *e = txt_evidence(txt->evidence, i);
        turns += i > first && unit->indent != unit[-1].indent;
        numbers += strcspn(unit->text, "0123456789") < unit->len &&
                   e->of[EV_TINY];
        pauses += strchr(",;", unit->text[unit->len - 1]) != NULL;
        addresses += e->of[EV_EMAIL] || e->of[EV_URL] || e->of[EV_PERSON];
    }
    return first > 0 && end - first >= 3 && addresses + numbers == 0 &&
           turns == 0 &&
           pauses * 3 < end - first &&
           txt_evidence(txt->evidence, first - 1)->of[EV_COLON] &&
           txt_label(txt->labels, first - 1) == LABEL_PARA;
}

guint
txt_write_lines(TxtWriter *writer, guint first, guint end)
{
    const Txt *txt = writer->txt;
    gboolean verse = is_verse(txt, first, end);
    guint indent = G_MAXUINT;
    GString *text;

    if (is_plain_list(txt, first, end)) {
        txt_write_list(writer, first, end);
        return end;
    }
    text = g_string_new(NULL);
    for (guint i = first; i < end; i++)
        indent = MIN(indent, txt_unit(txt->units, i)->indent);
    for (guint i = first; i < end; i++) {
        const TxtUnit *unit = txt_unit(txt->units, i);
        if (i > first)
            g_string_append(text, !verse && runs_on(unit) ? " "
                                                          : LINE_BREAK);
        for (guint k = indent + 2; verse && k <= unit->indent && k < 40;
             k += 2)
            g_string_append(text, EM_SPACE);
        g_string_append_len(text, unit->text, unit->len);
    }
    txt_write_block(writer, verse ? A2B_BLOCK_VERSE : A2B_BLOCK_PARAGRAPH,
                    txt_unit(txt->units, first)->line, text->str, text->len);
    g_string_free(text, TRUE);
    return end;
}

/* Whether blanks or signs make up a picture. */
static gboolean
is_drawn(const Txt *txt, guint first, guint end)
{
    for (guint i = first; i < end; i++) {
        const TxtUnit *unit = txt_unit(txt->units, i);
        if (unit->shape == SHAPE_CODE || unit->shape == SHAPE_TABLE ||
            strstr(unit->text, "  ") || strchr(unit->text, '|'))
            return TRUE;
    }
    return FALSE;
}

void
txt_write_signature(TxtWriter *writer, guint first, guint end)
{
    const Txt *txt = writer->txt;
    g_autoptr(GString) text = NULL;

    while (first < end && !strcmp(txt_unit(txt->units, first)->text, "--"))
        first++;
    if (first == end)
        return;
    if (!is_drawn(txt, first, end)) {
        txt_write_lines(writer, first, end);
        return;
    }
    text = g_string_new(NULL);
    for (guint i = first; i < end; i++) {
        const TxtUnit *unit = txt_unit(txt->units, i);
        if (i > first)
            g_string_append_c(text, '\n');
        for (guint k = 0; k < MIN(unit->indent, 60) &&
                          unit->shape == SHAPE_PROSE; k++)
            g_string_append_c(text, ' ');
        g_string_append_len(text, unit->text, unit->len);
    }
    build_simple(writer->build, A2B_BLOCK_CODE,
                 txt_unit(txt->units, first)->line, text->str);
}

/* "[Illustration: What is seen]": the text within; FALSE if it is none. */
static gboolean
illustration(const TxtUnit *unit, const char **str, gsize *len)
{
    const char *colon = memchr(unit->text, ':', MIN(unit->len, 16));

    if (unit->text[0] != '[' || unit->text[unit->len - 1] != ']' ||
        colon == NULL)
        return FALSE;
    for (*str = colon + 1; **str == ' '; )
        (*str)++;
    *len = unit->text + unit->len - 1 - *str;
    return *len > 0;
}

/* Whether a word such as "Photo:" before the credit goes. */
static gboolean
has_label(const TxtUnit *unit, const TxtCredit *credit)
{
    for (gsize i = credit->caption_len; i < credit->credit; i++)
        if (g_ascii_isalpha(unit->text[i]))
            return TRUE;
    return FALSE;
}

static void
write_caption(TxtWriter *writer, const TxtUnit *unit)
{
    TxtCredit credit;
    const char *str;
    gsize len;

    if (illustration(unit, &str, &len)) {
        txt_say_unit(writer, DIAG_LABEL, unit);
        txt_write_block(writer, A2B_BLOCK_CAPTION, unit->line, str, len);
        return;
    }

    if (!txt_credit(unit->text, unit->len, &credit)) {
        txt_write_block(writer, A2B_BLOCK_CAPTION, unit->line, unit->text,
                        unit->len);
        return;
    }
    if (has_label(unit, &credit))
        txt_say_unit(writer, DIAG_LABEL, unit);
    if (credit.caption_len > 0)
        txt_write_block(writer, A2B_BLOCK_CAPTION, unit->line,
                        unit->text + credit.caption, credit.caption_len);
    txt_write_block(writer, A2B_BLOCK_CREDIT, unit->line,
                    unit->text + credit.credit, credit.credit_len);
}

void
txt_write_caption_lines(TxtWriter *writer, const TxtUnit *one,
                        const TxtUnit *other)
{
    TxtCredit credit;

    if (txt_credit(one->text, one->len, &credit)) {
        const TxtUnit *swap = one;
        one = other;
        other = swap;
    }
    build_open(writer->build, A2B_BLOCK_FIGURE, MIN(one->line, other->line));
    write_caption(writer, one);
    write_caption(writer, other);
    build_close(writer->build);
}

void
txt_write_figure(TxtWriter *writer, const TxtUnit *alt,
                 const TxtUnit *caption)
{
    Build *build = writer->build;
    guint line = alt ? alt->line : caption->line;

    build_open(build, A2B_BLOCK_FIGURE, line);
    if (alt) {
        gsize n = txt_agency(alt->text, alt->len);
        A2bBlock *image = build_leaf(build, A2B_BLOCK_IMAGE, line);
        image->as.image.description =
            txt_write_plain(writer, alt->text + n, alt->len - n);
        if (caption)
            write_caption(writer, caption);
        txt_write_block(writer, A2B_BLOCK_CREDIT, line, alt->text, n);
    } else
        write_caption(writer, caption);
    build_close(build);
}

void
txt_write_note(TxtWriter *writer, const TxtUnit *unit)
{
    gsize mark, mark_len, text;
    A2bBlock *note;
    g_autofree char *key = NULL;

    txt_note_mark(unit->text, unit->len, &mark, &mark_len, &text);
    key = g_strndup(unit->text + mark, mark_len);
    note = build_open(writer->build, A2B_BLOCK_NOTE, unit->line);
    note->id = g_hash_table_lookup(writer->notes, key);
    note->as.note.mark = arena_strdup(build_arena(writer->build), key);
    g_hash_table_remove(writer->notes, key);
    txt_write_block(writer, A2B_BLOCK_PARAGRAPH, unit->line,
                    unit->text + text, unit->len - text);
    build_close(writer->build);
}

void
txt_write_heading(TxtWriter *writer, const TxtUnit *unit)
{
    const char *start = unit->text, *end = start + unit->len;

    while (end - start > 2 && strchr("*=~#_-", *start) &&
           (end[-1] == *start || *start == '#'))
        start++;
    while (end - start > 1 && strchr("*=~#_- ", end[-1]))
        end--;
    while (end - start > 1 && *start == ' ')
        start++;
    txt_write_text(writer, start, end - start, unit->line);
}

/* How strongly a heading is marked: two kinds make two levels. */
static guint
strength(const Txt *txt, guint i)
{
    const TxtEvidence *e = txt_evidence(txt->evidence, i);

    if (e->of[EV_UNDERLINED] || e->of[EV_CAPS] || e->of[EV_CENTRED])
        return 2;
    return 1;
}

guint
txt_heading_level(const Txt *txt, guint i)
{
    if (strength(txt, i) == 2)
        return 1;
    for (guint k = i; k > 0; k--)       /* a stronger one stands above */
        if (txt_label(txt->labels, k - 1) == LABEL_HEADING &&
            strength(txt, k - 1) == 2)
            return 2;
    return 1;
}
