/* SPDX-License-Identifier: MIT */
/* What stands above the text of every page: the running head in small
 * capitals, the number of the page at the outer edge. */
#include "pdf/press_parts.h"

#include <string.h>

#define HEAD_SIZE .88           /* of the text's */
#define HEAD_TRACKING .05       /* of the head's size */
#define ELLIPSIS "\xe2\x80\xa6"

typedef struct {
    PressPainter *painter;
    LookSpan look;
    FlowText text;
} Head;

static void
head_text(Head *head, PressPainter *painter, const char *str,
          gboolean number)
{
    const Flow *flow = painter->job->flow;
    double size = painter->job->paper->size * HEAD_SIZE;

    *head = (Head) {
        .painter = painter,
        .look = {
            .end = strlen(str),
            .look = {
                .family = FAMILY_TEXT, .size = size,
                .flags = number ? LOOK_OLDSTYLE
                                : LOOK_SMALL_CAPS | LOOK_OLDSTYLE |
                                  LOOK_NO_HYPHENS,
                .tracking = number ? 0 : size * HEAD_TRACKING,
            },
        },
    };
    head->text = (FlowText) {
        .text = {
            .str = str, .len = head->look.end, .looks = &head->look,
            .n_looks = 1, .language = flow->language, .rtl = flow->rtl,
        },
        .leading = painter->job->paper->leading, .tag = TAG_NONE,
    };
}

static double
head_width(PressPainter *painter, const char *str)
{
    Head head;

    head_text(&head, painter, str, FALSE);
    return shape_width(painter->shaper, &head.text.text);
}

/* As many words of str as there is room for. */
static char *
head_fit(PressPainter *painter, const char *str, double room)
{
    glong least = 0, most = g_utf8_strlen(str, -1);
    g_autofree char *best = NULL;

    if (head_width(painter, str) <= room)
        return g_strdup(str);
    while (least < most) {
        glong n = (least + most + 1) / 2;
        g_autofree char *part = g_utf8_substring(str, 0, n);
        g_autofree char *with = NULL;
        char *end = strrchr(part, ' ');

        if (end && end > part + strlen(part) / 2)
            *end = '\0';
        with = g_strconcat(part, ELLIPSIS, NULL);
        if (head_width(painter, with) > room) {
            most = n - 1;
            continue;
        }
        least = n;
        g_free(best);
        best = g_steal_pointer(&with);
    }
    return best ? g_steal_pointer(&best) : g_strdup("");
}

/* Author or title of the book on left-hand pages, of the article on
 * right-hand ones. */
static const char *
head_title(const PressPainter *painter)
{
    const Flow *flow = painter->job->flow;
    const char *left = flow->book_title;

    if (!painter->job->paper->two_sided || painter->page % 2 == 0)
        return painter->running;
    if (left == NULL || g_strcmp0(left, painter->running) == 0)
        left = flow->book_author;
    return left ? left : painter->running;
}

static void
head_paint(PressPainter *painter, const char *str, gboolean number,
           SetAlign align, double x)
{
    const PressJob *job = painter->job;
    ParagraphShape shape = { .measure = job->full, .align = align,
                             .variants = 1 };
    g_autoptr(Paragraph) paragraph = NULL;
    PressLines lines = { .to = 1, .x = x, .measure = job->full,
                         .tag = TAG_NONE };
    Head head;

    head_text(&head, painter, str, number);
    paragraph = paragraph_new(painter->shaper, &head.text.text, &shape);
    lines.text = &head.text;
    lines.paragraph = paragraph;
    lines.base = job->base;
    lines.leading = job->paper->leading;
    lines.y = job->paper->top - PAPER_FURNITURE * lines.leading;
    press_text(painter, &lines);
}

void
press_head(PressPainter *painter)
{
    const PressJob *job = painter->job;
    const Paper *paper = job->paper;
    const char *title = head_title(painter);
    double left = MIN(
        paper_left(paper, painter->page, 0, job->flow->rtl),
        paper_left(paper, painter->page, paper->columns - 1,
                   job->flow->rtl));
    /* Odd pages, and all of a book with one kind, have it at the right. */
    gboolean right = !paper->two_sided ||
                     (painter->page % 2 == 0) != !!job->flow->rtl;
    g_autofree char *number = g_strdup_printf("%u", painter->page + 1);
    double x = painter->left + left;

    if (title && *title) {
        PressHead *head = &painter->heads[painter->page % 2];

        if (head->title != title) {
            g_free(head->shown);
            head->title = title;
            head->shown = head_fit(painter, title,
                                   job->full - 5 * paper->size);
        }
        head_paint(painter, head->shown, FALSE, SET_CENTER, x);
    }
    head_paint(painter, number, TRUE,
               right != !!job->flow->rtl ? SET_END : SET_START, x);
}
