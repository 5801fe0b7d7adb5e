/* SPDX-License-Identifier: MIT */
/* What leads to articles of a book: lines that are links, with the number
 * of the page that they lead to. */
#include <string.h>

#include "book/words.h"
#include "model/language.h"
#include "pdf/flow_maker.h"

#define DIGIT .5                /* ems of a figure */
#define CHARACTER .46           /* and of other signs beside it */
#define WIDE 1.                 /* and of one of a script without blanks */
#define GAP 1.                  /* ems between a text and a number */
#define DIGITS "0123456789"

const char *
flow_article_id(FlowMaker *m, guint number)
{
    char id[16];

    g_snprintf(id, sizeof id, "a%u", number);
    return arena_strdup(m->arena, id);
}

guint
flow_article_mark(FlowMaker *m, guint number)
{
    const A2bArticle *to = a2b_book_article(m->book, number - 1);
    guint mark;
    FlowMark *link = flow_mark(m, 0, MARK_LINK, &mark);

    link->id = flow_article_id(m, number);
    link->contents = book_article_title(to);
    return mark;
}

/* Books have hardly more than two pages an article. */
static guint
refs_digits(const FlowMaker *m)
{
    guint digits = 2;

    for (guint n = a2b_book_n_articles(m->book); n >= 25; n /= 10)
        digits++;
    return digits;
}

static double
refs_width(const FlowMaker *m, const char *form, double size)
{
    double ems = refs_digits(m) * DIGIT + GAP;

    for (const char *p = form; *p; p = g_utf8_next_char(p))
        if (*p != WORD_NUMBER)
            ems += g_unichar_iswide(g_utf8_get_char(p)) ? WIDE : CHARACTER;
    return ems * size;
}

void
flow_number(FlowMaker *m, Box *box, const FlowStyle *style, guint mark,
            const char *id, const char *form)
{
    FlowNumber *number = arena_new_of(m->arena, FlowNumber);
    LookSpan *look = arena_new_of(m->arena, LookSpan);

    look->look = style->look;
    look->look.flags &= ~(guint) LOOK_LINING;
    look->look.flags |= LOOK_OLDSTYLE | LOOK_NO_HYPHENS;
    look->look.mark = mark;
    number->id = id;
    number->form = form;
    number->width = refs_width(m, form, style->look.size);
    number->text = box->text;
    number->text.text = (TypeText) {
        .looks = look, .n_looks = 1, .language = m->language, .rtl = box->rtl,
    };
    number->text.shape = (ParagraphShape) { .align = SET_END,
                                            .variants = 1 };
    letters_add(m->flow->letters, DIGITS, strlen(DIGITS));
    letters_add(m->flow->letters, form, strlen(form));
    box->end += number->width;
    box->number = number;
}

void
flow_speak(FlowMaker *m, const A2bArticle *article)
{
    m->language = article ? book_article_language(article)
                          : m->flow->language;
    m->rtl = language_is_rtl(m->language);
    flow_add_language(m, m->language);
}

/* A line in the other direction still begins where the list does. */
static void
refs_direct(const FlowMaker *m, Box *box)
{
    SetAlign *align = &box->text.shape.align;

    box->rtl = m->flow->rtl;
    if (m->rtl != m->flow->rtl && *align != SET_CENTER)
        *align = *align == SET_END ? SET_START : SET_END;
}

Box *
flow_line(FlowMaker *m, FlowElement *parent, const char *class, Tag tag,
          guint mark, const char *str)
{
    const FlowStyle *style;
    FlowElement e;
    FlowInk ink;
    Box *box;

    if (!str || !*str || !flow_enter(m, &e, parent, "p", class, tag))
        return NULL;
    style = mark ? flow_style(m, e.style, "a", NULL, NULL, NULL) : e.style;
    flow_ink_begin(&ink, m);
    flow_ink_str(&ink, style, mark, str);
    box = flow_leaf_ink(&e, tag, &ink);
    box->solid = TRUE;
    refs_direct(m, box);
    flow_leave(m, &e);
    return box;
}

void
flow_heading(FlowMaker *m, FlowElement *e, const char *title)
{
    m->next.outline = m->next.running = title;
    m->next.outline_level = 1;
    m->next.new_page = TRUE;
    flow_leaf_str(m, e, "h1", NULL, title, "H1");
}

void
flow_leads(FlowMaker *m, Box *box, const A2bBlock *block)
{
    guint to = m->in_note ? BOOK_NOWHERE
                          : book_block_leads(m->book, m->article, block);
    LookSpan *looks = (LookSpan *) box->text.text.looks;
    const FlowStyle *style;
    const FlowMark *link;
    guint mark;

    if (to == BOOK_NOWHERE)
        return;
    mark = flow_article_mark(m, to + 1);
    for (guint i = 0; i < box->text.text.n_looks; i++)
        if (looks[i].look.mark == 0)
            looks[i].look.mark = mark;
    link = &g_array_index(m->flow->marks, FlowMark, mark);
    style = flow_style(m, m->body, "p", NULL, m->language, NULL);
    flow_number(m, box, style, mark, link->id,
                words_say(m->language, WORD_PAGE));
}

static void
related_item(FlowMaker *m, FlowElement *list, guint to)
{
    guint mark = flow_article_mark(m, to + 1);
    const char *id = flow_article_id(m, to + 1);
    const A2bArticle *article = a2b_book_article(m->book, to);
    Tag item = flow_tag(m, list, "LI");
    Tag body = tags_add(m->flow->tags, item, "LBody");
    Box *box;

    flow_speak(m, article);
    box = flow_line(m, list, NULL, body, mark, book_article_title(article));
    flow_speak(m, m->article);
    if (!box)
        return;
    flow_number(m, box, list->style, mark, id, "#");
}

void
flow_related(FlowMaker *m, FlowElement *section)
{
    const BookEntry *entry = m->book->entries->pdata[m->number - 1];
    const char *title = words_say(m->language, WORD_IN_BOOK);
    FlowElement e;
    Box *box;

    if (!entry->related || entry->related->len == 0
        || !flow_enter(m, &e, section, "aside", "in-book", section->tag))
        return;
    e.tag = flow_tag(m, section, "Sect");
    box = flow_leaf_str(m, &e, "p", "heading", title, "P");
    if (box)
        box->keep_next = TRUE;
    e.tag = flow_tag(m, &e, "L");
    for (guint i = 0; i < entry->related->len; i++)
        related_item(m, &e, g_array_index(entry->related, guint, i));
    flow_keep(m, e.first);
    box = m->boxes->pdata[m->boxes->len - 1];
    /* Where the article is from does not stand on a page of its own. */
    box->keep_next = TRUE;
    flow_leave(m, &e);
}
