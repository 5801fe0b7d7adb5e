/* SPDX-License-Identifier: MIT */
/* How a text is read from left to right. */
#include <article2book/text.h>

#include <string.h>

#include "base/limits.h"

#define LINE_BREAK "\342\200\250"       /* U+2028 */
#define PICTURE "\357\277\274"          /* U+FFFC */

static const char *const mark_names[A2B_N_MARKS] = {
    [A2B_MARK_EMPH] = "emph",
    [A2B_MARK_STRONG] = "strong",
    [A2B_MARK_UNDERLINE] = "underline",
    [A2B_MARK_STRIKE] = "strike",
    [A2B_MARK_CODE] = "code",
    [A2B_MARK_SUB] = "sub",
    [A2B_MARK_SUP] = "sup",
    [A2B_MARK_SMALLCAPS] = "smallcaps",
    [A2B_MARK_INSERTED] = "inserted",
    [A2B_MARK_DELETED] = "deleted",
    [A2B_MARK_LINK] = "link",
    [A2B_MARK_NOTE] = "note",
    [A2B_MARK_IMAGE] = "image",
    [A2B_MARK_LANG] = "lang",
};

const char *
a2b_mark_name(A2bMark mark)
{
    return mark_names[mark];
}

void
a2b_text_walk(const A2bText *text, const A2bTextVisitor *visitor,
              gpointer user)
{
    const A2bSpan *open[LIMIT_MARKS];
    guint32 next = 0, depth = 0, at = 0;

    for (;;) {
        guint32 stop = next < text->n_spans ? text->spans[next].start
                                            : text->len;
        gboolean leaving = depth > 0 && open[depth - 1]->end <= stop;

        if (leaving)
            stop = open[depth - 1]->end;
        if (stop > at && visitor->text != NULL)
            visitor->text(text->str + at, stop - at, user);
        at = stop;
        if (leaving) {
            depth--;
            if (visitor->leave != NULL)
                visitor->leave(open[depth], user);
        } else if (next < text->n_spans) {
            g_assert(depth < LIMIT_MARKS);
            open[depth++] = &text->spans[next++];
            if (visitor->enter != NULL)
                visitor->enter(open[depth - 1], user);
        } else {
            break;
        }
    }
}

typedef struct {
    GString *out;
    guint silent;               /* marks open whose text is not shown */
} Plain;

static gboolean
plain_is_silent(const A2bSpan *span)
{
    return span->mark == A2B_MARK_NOTE || span->mark == A2B_MARK_IMAGE;
}

static void
plain_enter(const A2bSpan *span, gpointer user)
{
    ((Plain *) user)->silent += plain_is_silent(span);
}

static void
plain_leave(const A2bSpan *span, gpointer user)
{
    ((Plain *) user)->silent -= plain_is_silent(span);
}

/* A blank stands between words only; what was left out leaves none. */
static void
plain_text(const char *str, gsize len, gpointer user)
{
    GString *out = ((Plain *) user)->out;
    const char *end = str + len;

    if (((Plain *) user)->silent > 0)
        return;
    for (gsize n; str < end; str += n) {
        gboolean is_break = end - str >= 3 &&
                            memcmp(str, LINE_BREAK, 3) == 0;

        n = is_break || (end - str >= 3 && memcmp(str, PICTURE, 3) == 0)
                ? 3 : 1;
        if (is_break || *str == ' ' || *str == '\n' || *str == '\t') {
            if (out->len > 0 && out->str[out->len - 1] != ' ')
                g_string_append_c(out, ' ');
        } else if (n == 1) {
            g_string_append_c(out, *str);
        }
    }
}

char *
a2b_text_plain(const A2bText *text)
{
    static const A2bTextVisitor visitor = {
        plain_enter, plain_text, plain_leave,
    };
    Plain plain = { g_string_sized_new(text->len + 1), 0 };

    a2b_text_walk(text, &visitor, &plain);
    if (plain.out->len > 0 && plain.out->str[plain.out->len - 1] == ' ')
        g_string_truncate(plain.out, plain.out->len - 1);
    return g_string_free(plain.out, FALSE);
}
