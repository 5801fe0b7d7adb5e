/* SPDX-License-Identifier: MIT */
/*
 * Writes the blocks of an article from its labelled units: one function for
 * each label, and the groups that several units make together.
 */
#include <string.h>

#include "base/diag.h"
#include "read/txt_group.h"
#include "read/txt_see.h"
#include "read/txt_write.h"

typedef struct {
    TxtWriter *writer;
    const Txt *txt;
    guint quote;            /* quotations that are open */
    guint rule;             /* line of a rule since the last block, or 0 */
    gboolean any;           /* a block was written */
} Body;

static const TxtUnit *
unit_at(const Body *body, guint i)
{
    return txt_unit(body->txt->units, i);
}

static Label
label_at(const Body *body, guint i)
{
    return i < body->txt->units->len ? txt_label(body->txt->labels, i)
                                     : LABEL_RULE;
}

static void
set_quote(Body *body, guint depth, guint line)
{
    for (; body->quote > depth; body->quote--)
        build_close(body->writer->build);
    for (; body->quote < depth; body->quote++)
        build_open(body->writer->build, A2B_BLOCK_QUOTE, line);
}

/* A rule is worth a block between blocks, not at the ends. */
static void
begin_block(Body *body, const TxtUnit *unit)
{
    set_quote(body, unit->quote, unit->line);
    if (body->rule && body->any && unit->quote == 0)
        build_leaf(body->writer->build, A2B_BLOCK_RULE, body->rule);
    body->rule = 0;
    body->any = TRUE;
}

/* Units [i, returned) have the label of unit i and its depth of quotes. */
static guint
run_end(const Body *body, guint i)
{
    guint k = i + 1;

    while (k < body->txt->units->len && label_at(body, k) ==
           label_at(body, i) && unit_at(body, k)->quote ==
           unit_at(body, i)->quote)
        k++;
    return k;
}

static gboolean
ends_in_dash(const TxtUnit *unit)
{
    return g_str_has_suffix(unit->text, "\xe2\x80\x94") ||
           g_str_has_suffix(unit->text, "\xe2\x80\x93") ||
           g_str_has_suffix(unit->text, "--");
}

/* The unit that goes on with the sentence of unit i, which broke off; i if
 * there is none.  Buttons in between do not count. */
static guint
goes_on(const Body *body, guint i)
{
    const TxtUnit *unit = unit_at(body, i), *next;
    const TxtEvidence *e = txt_evidence(body->txt->evidence, i), *then;
    guint k = i + 1;

    while (k < body->txt->units->len && label_at(body, k) == LABEL_JUNK)
        k++;
    if (k >= body->txt->units->len || label_at(body, k) != LABEL_PARA ||
        e->of[EV_SENTENCE] || e->of[EV_COLON] || e->of[EV_URL] ||
        e->of[EV_EMAIL])
        return i;
    next = unit_at(body, k);
    then = txt_evidence(body->txt->evidence, k);
    if (next->quote != unit->quote || next->broken || unit->broken ||
        then->of[EV_URL] || then->of[EV_EMAIL] ||
        (!e->of[EV_PROSE] && !e->of[EV_BROKEN_OFF] &&
         e->of[EV_HEADLINE] < 100 && !e->of[EV_WORDY] &&
         next->stanza != unit->stanza))
        return i;
    if (then->of[EV_LOWER] || ends_in_dash(unit) ||
        (e->of[EV_BROKEN_OFF] && !e->of[EV_TINY]))
        return k;
    return i;
}

static void
say_junk(Body *body, guint i)
{
    if (label_at(body, i) == LABEL_JUNK)
        txt_say_unit(body->writer, DIAG_BOILERPLATE, unit_at(body, i));
}

/* A paragraph whose last sentence was torn off, with the rest of it, which
 * unit next begins. */
static guint
write_rejoined(Body *body, guint i, guint next)
{
    const TxtUnit *unit = unit_at(body, i);
    g_autoptr(GString) text = g_string_new_len(unit->text, unit->len);
    guint last = i;

    while (next > last) {
        const TxtUnit *more = unit_at(body, next);
        for (guint k = last + 1; k < next; k++)
            say_junk(body, k);
        diag_say(body->txt->diag, DIAG_REJOINED, body->txt->source->name,
                 more->line, 1);
        g_string_append_c(text, ' ');
        g_string_append_len(text, more->text, more->len);
        last = next;
        next = goes_on(body, last);
    }
    begin_block(body, unit);
    txt_write_block(body->writer, A2B_BLOCK_PARAGRAPH, unit->line,
                    text->str, text->len);
    return last + 1;
}

static guint
write_paragraph(Body *body, guint i)
{
    const TxtUnit *unit = unit_at(body, i);
    guint next = goes_on(body, i);

    if (next > i)
        return write_rejoined(body, i, next);
    begin_block(body, unit);
    txt_write_block(body->writer, A2B_BLOCK_PARAGRAPH, unit->line,
                    unit->text, unit->len);
    return i + 1;
}

/* Addresses alone, one below the other, are a list. */
static guint
addresses_end(const Body *body, guint i)
{
    guint k = i;

    while (k < body->txt->units->len && label_at(body, k) == LABEL_PARA &&
           txt_evidence(body->txt->evidence, k)->of[EV_URL])
        k++;
    return k;
}

static guint
write_para(Body *body, guint i)
{
    guint end = addresses_end(body, i);

    if (end > i + 2) {
        begin_block(body, unit_at(body, i));
        txt_write_list(body->writer, i, end);
        return end;
    }
    end = i + 1;

    while (end < body->txt->units->len && unit_at(body, i)->broken &&
           unit_at(body, end)->broken && label_at(body, end) == LABEL_PARA &&
           unit_at(body, end)->stanza == unit_at(body, i)->stanza)
        end++;
    if (end == i + 1)
        return write_paragraph(body, i);
    begin_block(body, unit_at(body, i));
    return txt_write_lines(body->writer, i, end);
}

static guint
write_heading(Body *body, guint i)
{
    const TxtUnit *unit = unit_at(body, i);
    A2bBlock *block;

    begin_block(body, unit);
    body->rule = 0;
    block = build_open(body->writer->build, A2B_BLOCK_HEADING, unit->line);
    block->as.heading.level = txt_heading_level(body->txt, i);
    txt_write_heading(body->writer, unit);
    build_close(body->writer->build);
    return i + 1;
}

static guint
write_items(Body *body, guint i)
{
    guint end = run_end(body, i);

    begin_block(body, unit_at(body, i));
    txt_write_list(body->writer, i, end);
    return end;
}

static guint
write_code(Body *body, guint i)
{
    const TxtUnit *unit = unit_at(body, i);

    begin_block(body, unit);
    build_simple(body->writer->build, A2B_BLOCK_CODE, unit->line,
                 unit->text);
    return i + 1;
}

static guint
write_table(Body *body, guint i)
{
    begin_block(body, unit_at(body, i));
    txt_write_table(body->writer, unit_at(body, i));
    return i + 1;
}

static guint
write_facts(Body *body, guint i)
{
    guint end = run_end(body, i);

    begin_block(body, unit_at(body, i));
    if (end - i < 2)
        txt_write_block(body->writer, A2B_BLOCK_PARAGRAPH,
                        unit_at(body, i)->line, unit_at(body, i)->text,
                        unit_at(body, i)->len);
    else
        txt_write_facts(body->writer, i, end);
    return end;
}

/* Paragraphs with a role beside the text; a run of them makes one box. */
static guint
write_aside(Body *body, guint i, A2bRole role)
{
    guint end = run_end(body, i);

    begin_block(body, unit_at(body, i));
    build_open(body->writer->build, A2B_BLOCK_ASIDE,
               unit_at(body, i)->line)->role = role;
    for (guint k = i; k < end; k++)
        if (!body->writer->taken[k])
            txt_write_block(body->writer, A2B_BLOCK_PARAGRAPH,
                            unit_at(body, k)->line, unit_at(body, k)->text,
                            unit_at(body, k)->len);
    build_close(body->writer->build);
    return end;
}

static guint
write_with_role(Body *body, guint i, A2bRole role)
{
    const TxtUnit *unit = unit_at(body, i);

    begin_block(body, unit);
    txt_write_block(body->writer, A2B_BLOCK_PARAGRAPH, unit->line,
                    unit->text, unit->len)->role = role;
    return i + 1;
}

static guint
write_signature(Body *body, guint i)
{
    guint end = run_end(body, i);

    begin_block(body, unit_at(body, i));
    build_open(body->writer->build, A2B_BLOCK_ASIDE,
               unit_at(body, i)->line)->role = A2B_ROLE_SIGNATURE;
    txt_write_signature(body->writer, i, end);
    build_close(body->writer->build);
    return end;
}

static guint
write_note(Body *body, guint i)
{
    begin_block(body, unit_at(body, i));
    txt_write_note(body->writer, unit_at(body, i));
    return i + 1;
}

/* A caption and a credit on lines of their own, in either order. */
static gboolean
parts_of_caption(const Body *body, guint i)
{
    TxtCredit a, b;
    gboolean first, second;

    if (label_at(body, i) != LABEL_CAPTION ||
        label_at(body, i + 1) != LABEL_CAPTION)
        return FALSE;
    first = txt_credit(unit_at(body, i)->text, unit_at(body, i)->len, &a);
    second = txt_credit(unit_at(body, i + 1)->text,
                        unit_at(body, i + 1)->len, &b);
    return (first && !second && a.caption_len == 0) ||
           (second && !first && b.caption_len == 0);
}

static guint
write_figure(Body *body, guint i)
{
    begin_block(body, unit_at(body, i));
    if (label_at(body, i) == LABEL_ALT && label_at(body, i + 1) ==
        LABEL_CAPTION) {
        txt_write_figure(body->writer, unit_at(body, i),
                         unit_at(body, i + 1));
        return i + 2;
    }
    if (parts_of_caption(body, i)) {
        txt_write_caption_lines(body->writer, unit_at(body, i),
                                unit_at(body, i + 1));
        return i + 2;
    }
    if (label_at(body, i) == LABEL_ALT)
        txt_write_figure(body->writer, unit_at(body, i), NULL);
    else
        txt_write_figure(body->writer, NULL, unit_at(body, i));
    return i + 1;
}

/* A labelled line that is no metadata: a caption, or words of the head. */
static guint
write_field(Body *body, guint i)
{
    const TxtUnit *unit = unit_at(body, i);
    gsize label = unit->len, value;

    txt_label_value(unit->text, unit->len, &label, &value);
    return header_meaning(unit->text, label) == HEADER_CAPTION
        ? write_figure(body, i) : write_aside(body, i, A2B_ROLE_HEADER);
}

static guint
leave_out(Body *body, guint i, A2bRole role)
{
    if (body->txt->options->keep_all)
        return write_with_role(body, i, role);
    txt_say_unit(body->writer, DIAG_BOILERPLATE, unit_at(body, i));
    return i + 1;
}

static guint
write_rule(Body *body, guint i)
{
    body->rule = unit_at(body, i)->line;
    return i + 1;
}

static guint
write_unit(Body *body, guint i)
{
    if (body->writer->taken[i])
        return i + 1;
    switch (label_at(body, i)) {
    case LABEL_JUNK:        return leave_out(body, i, A2B_ROLE_NONE);
    case LABEL_KICKER:
    case LABEL_TITLE:
    case LABEL_SUBTITLE:
    case LABEL_PUBLISHER:
    case LABEL_DATE:
    case LABEL_JOB:
    case LABEL_TAG:
    case LABEL_HEADER:      return write_aside(body, i, A2B_ROLE_HEADER);
    case LABEL_AUTHOR:
    case LABEL_ATTRIBUTION:
        return write_with_role(body, i, A2B_ROLE_ATTRIBUTION);
    case LABEL_FIELD:       return write_field(body, i);
    case LABEL_ALT:
    case LABEL_CAPTION:     return write_figure(body, i);
    case LABEL_PARA:        return write_para(body, i);
    case LABEL_HEADING:     return write_heading(body, i);
    case LABEL_ITEM:        return write_items(body, i);
    case LABEL_CODE:        return write_code(body, i);
    case LABEL_TABLE:       return write_table(body, i);
    case LABEL_FACT:        return write_facts(body, i);
    case LABEL_RELATED:     return write_aside(body, i, A2B_ROLE_RELATED);
    case LABEL_EDNOTE:      return write_aside(body, i, A2B_ROLE_EDITOR_NOTE);
    case LABEL_BIO:         return write_aside(body, i, A2B_ROLE_BIO);
    case LABEL_CONTRIB:
        return write_with_role(body, i, A2B_ROLE_CONTRIBUTORS);
    case LABEL_NOTICE:      return leave_out(body, i, A2B_ROLE_NOTICE);
    case LABEL_SIGNATURE:   return write_signature(body, i);
    case LABEL_SOURCE:      return write_with_role(body, i, A2B_ROLE_SOURCE);
    case LABEL_NOTE:        return write_note(body, i);
    case LABEL_RULE:        return write_rule(body, i);
    case N_LABELS:          break;
    }
    g_assert_not_reached();
}

void
txt_write_body(TxtWriter *writer)
{
    Body body = { .writer = writer, .txt = writer->txt };

    for (guint i = 0; i < body.txt->units->len; )
        i = write_unit(&body, i);
    set_quote(&body, 0, 0);
}
