/* SPDX-License-Identifier: MIT */
/*
 * The numbers of pages that are printed.  No line and no page depends on
 * them: a number has room of its own, and an index is set when the pages
 * before it are made.  So they are true after one round; a page with a
 * number that is not known yet only has to wait until it can be painted.
 */
#include "pdf/press_parts.h"

#include <string.h>

#include "base/utf8.h"
#include "book/words.h"
#include "pdf/roman.h"

static void
refs_ids(PressJob *job)
{
    job->ids = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint32 i = 0; i < job->n_boxes; i++) {
        const Box *box = job->flow->boxes->pdata[i];

        if (box->id && !g_hash_table_contains(job->ids, box->id))
            g_hash_table_insert(job->ids, (gpointer) box->id,
                                GUINT_TO_POINTER(i + 1));
    }
}

void
press_refs_init(PressJob *job)
{
    if (!job->flow->numbered)
        return;
    job->pages = g_new(guint32, job->n_boxes + 1);
    memset(job->pages, 0xFF, (job->n_boxes + 1) * sizeof *job->pages);
    refs_ids(job);
}

void
press_refs_clear(PressJob *job)
{
    g_clear_pointer(&job->pages, g_free);
    g_clear_pointer(&job->ids, g_hash_table_unref);
}

void
press_refs_take(PressJob *job, const PagesPage *page)
{
    for (guint i = 0; i < page->n_pieces; i++) {
        const PagesPiece *piece = &page->pieces[i];

        if (piece->note || piece->repeat)
            continue;
        if (piece->box < job->flow->body)
            job->n_front = page->number + 1;
        if (job->pages && job->pages[piece->box] == PRESS_UNKNOWN)
            job->pages[piece->box] = page->number;
    }
    /* A blank page lets the articles begin on the right. */
    if (page->n_pieces == 0 && page->number == job->n_front)
        job->n_front += job->n_front > 0;
}

/* FALSE: there is no such page. */
static gboolean
refs_page(const PressJob *job, const char *id, guint *page)
{
    guint box = GPOINTER_TO_UINT(g_hash_table_lookup(job->ids, id));

    *page = box ? job->pages[box - 1] : 0;
    return box > 0;
}

gboolean
press_refs_known(const PressJob *job, const PagesPage *page)
{
    for (guint i = 0; job->pages && i < page->n_pieces; i++) {
        const PagesPiece *piece = &page->pieces[i];
        const Box *box = job->boxes[piece->box].box;
        guint on;

        if (!piece->note && box->number
            && refs_page(job, box->number->id, &on) && on == PRESS_UNKNOWN)
            return FALSE;
    }
    return TRUE;
}

char *
press_refs_label(const PressJob *job, guint page)
{
    return page < job->n_front
               ? roman_dup(page + 1)
               : g_strdup_printf("%u", page - job->n_front + 1);
}

void
press_refs_list(PressJob *job)
{
    Flow *flow = job->flow;

    for (guint i = 0; i < flow->listings->len; i++) {
        const FlowListing *listing = &g_array_index(flow->listings,
                                                    FlowListing, i);
        g_auto(GStrv) numbers = g_new0(char *, listing->n + 1);

        for (guint j = 0; j < listing->n; j++) {
            guint page;

            numbers[j] = refs_page(job, listing->ids[j], &page) &&
                                 page != PRESS_UNKNOWN
                             ? press_refs_label(job, page)
                             : g_strdup("");
        }
        flow_list_pages(flow, listing, (const char *const *) numbers);
    }
}

static char *
refs_text(const PressJob *job, const FlowNumber *number)
{
    const char *at = strchr(number->form, WORD_NUMBER);
    g_autofree char *label = NULL;
    guint page;

    if (!refs_page(job, number->id, &page) || page == PRESS_UNKNOWN || !at)
        return NULL;
    label = press_refs_label(job, page);
    return g_strdup_printf("%.*s%s%s", (int) (at - number->form),
                           number->form, label, at + 1);
}

void
press_refs_paint(PressPainter *painter, const PressPiece *piece,
                 const PressLines *text)
{
    const Box *box = piece->set->box;
    const FlowNumber *number = box->number;
    g_autofree char *str = refs_text(painter->job, number);
    g_autoptr(Paragraph) paragraph = NULL;
    PressLines lines = *text;
    FlowText own = number->text;
    LookSpan look = own.text.looks[0];

    if (!str || text->to < paragraph_n_lines(text->paragraph, text->variant))
        return;
    own.text.str = str;
    own.text.len = look.end = strlen(str);
    own.text.looks = &look;
    own.shape.measure = text->measure + number->width;
    paragraph = paragraph_new(painter->shaper, &own.text, &own.shape);
    lines.text = &own;
    lines.paragraph = paragraph;
    lines.variant = lines.from = 0;
    lines.to = 1;
    lines.x -= box->rtl ? number->width : 0;
    lines.y += (text->to - text->from - 1) * text->leading;
    lines.measure = own.shape.measure;
    lines.told = NULL;
    press_text(painter, &lines);
}

/* Of a text in lines: the byte that line begins with. */
static guint32
refs_at(const PressJob *job, Shaper *shaper, const PagesPiece *piece)
{
    const PressBox *set = &job->boxes[piece->box];
    guint variant, n, line = piece->from;

    if (piece->from == 0 || !set->text)
        return 0;
    variant = set->box->on_grid ? piece->variant
                                : paragraph_best(set->text);
    variant = MIN(variant, paragraph_n_variants(set->text) - 1);
    n = paragraph_n_lines(set->text, variant);
    if (!set->box->on_grid)
        line = (guint64) line * n / MAX(set->lines, 1);
    return paragraph_line(set->text, shaper, variant,
                          MIN(line, n - 1))->start;
}

/* The byte of the block's text that byte at of the box's comes from. */
static guint32
refs_source(const Box *box, guint32 at)
{
    const FlowFrom *from = box->text.from;
    const A2bText *text = box->block ? box->block->text : NULL;
    guint n = box->text.n_from;

    if (!text)
        return 0;
    if (box->behind)
        return text->len;
    while (n > 0 && from[n - 1].at > at)
        n--;
    if (n > 0)
        at = at - from[n - 1].at + from[n - 1].source;
    if (n > 0 && n < box->text.n_from)
        at = MIN(at, from[n].source);
    return utf8_floor(text->str, MIN(at, text->len));
}

PressBreak
press_refs_break(const PressJob *job, Shaper *shaper, const PagesPage *page)
{
    PressBreak found = {
        .box = G_MAXUINT32, .label = press_refs_label(job, page->number),
    };

    for (guint i = 0; i < page->n_pieces; i++) {
        const PagesPiece *piece = &page->pieces[i];

        if (piece->note)
            continue;
        found.box = piece->box;
        found.at = refs_source(job->boxes[piece->box].box,
                               refs_at(job, shaper, piece));
        break;
    }
    return found;
}
