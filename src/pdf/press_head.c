/* SPDX-License-Identifier: MIT */
/* What stands beside the text of a page: above it the running head in small
 * capitals on the side of the spine and the page's number at the outer edge;
 * where an article begins, the number alone, at the foot. */
#include "pdf/press_parts.h"

#include <string.h>

#define HEAD_SIZE .88           /* of the text's */
#define HEAD_TRACKING .05       /* of the head's size */
#define HEAD_GAP 2              /* ems between head and number */
#define FOOT .6                 /* leadings between text and number */
#define ELLIPSIS "\xe2\x80\xa6"

typedef struct {
    PressPainter *painter;
    LookSpan look;
    FlowText text;
} Head;

/* A title in capitals becomes small capitals as a whole. */
static guint
head_caps(const char *str)
{
    for (; *str; str = g_utf8_next_char(str))
        if (g_unichar_islower(g_utf8_get_char(str)))
            return LOOK_SMALL_CAPS;
    return LOOK_ALL_SMALL;
}

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
                                : head_caps(str) | LOOK_OLDSTYLE |
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
           SetAlign align, double y)
{
    const PressJob *job = painter->job;
    ParagraphShape shape = { .measure = job->full, .align = align,
                             .variants = 1 };
    g_autoptr(Paragraph) paragraph = NULL;
    PressLines lines = { .to = 1, .y = y, .measure = job->full,
                         .tag = TAG_NONE };
    Head head;

    /* Margins of one's own may leave no room. */
    if (y < 0 || y + job->paper->leading > job->paper->height)
        return;
    lines.x = painter->left +
              MIN(paper_left(job->paper, painter->page, 0, job->flow->rtl),
                  paper_left(job->paper, painter->page,
                             job->paper->columns - 1, job->flow->rtl));
    head_text(&head, painter, str, number);
    paragraph = paragraph_new(painter->shaper, &head.text.text, &shape);
    lines.text = &head.text;
    lines.paragraph = paragraph;
    lines.base = job->base;
    lines.leading = job->paper->leading;
    press_text(painter, &lines);
}

/* Whether the outer edge of the page is where its lines end: on odd pages,
 * and on all of a book with one kind. */
static gboolean
head_is_outer_end(const PressPainter *painter)
{
    return !painter->job->paper->two_sided || painter->page % 2 == 0;
}

void
press_head(PressPainter *painter)
{
    const PressJob *job = painter->job;
    const Paper *paper = job->paper;
    const char *title = head_title(painter);
    gboolean end = head_is_outer_end(painter);
    double y = paper->top - PAPER_FURNITURE * paper->leading;
    g_autofree char *number = press_refs_label(job, painter->page);

    if (title && *title) {
        PressHead *head = &painter->heads[painter->page % 2];

        if (head->title != title) {
            g_free(head->shown);
            head->title = title;
            head->shown = head_fit(painter, title,
                                   job->full - head_width(painter, number) -
                                       HEAD_GAP * paper->size);
        }
        head_paint(painter, head->shown, FALSE, end ? SET_START : SET_END,
                   y);
    }
    head_paint(painter, number, TRUE, end ? SET_END : SET_START, y);
}

void
press_foot(PressPainter *painter, SetAlign title)
{
    const Paper *paper = painter->job->paper;
    double y = paper->top + (paper->lines + FOOT) * paper->leading;
    g_autofree char *number = press_refs_label(painter->job, painter->page);
    SetAlign align = head_is_outer_end(painter) ? SET_END : SET_START;

    head_paint(painter, number, TRUE,
               title == SET_CENTER ? SET_CENTER : align, y);
}
