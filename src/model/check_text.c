/* SPDX-License-Identifier: MIT */
/* Whether a text is what text.h promises. */
#include "model/check_text.h"

#include <string.h>

#include "base/control.h"
#include "base/limits.h"

#define LINE_BREAK "\342\200\250"       /* U+2028 */
#define PICTURE "\357\277\274"          /* U+FFFC */

static gboolean
check_is_boundary(const A2bText *text, guint32 at)
{
    return at == text->len || ((guchar) text->str[at] & 0xC0) != 0x80;
}

static const char *
check_span(const A2bText *text, const A2bSpan *span)
{
    if ((guint) span->mark >= A2B_N_MARKS)
        return "a span has no mark";
    if (span->start >= span->end || span->end > text->len)
        return "a span is empty or reaches past its text";
    if (!check_is_boundary(text, span->start) ||
        !check_is_boundary(text, span->end))
        return "a span cuts a character";
    if (span->mark >= A2B_MARK_LINK &&
        (span->target == NULL || *span->target == '\0'))
        return "a mark has no target";
    if (span->mark == A2B_MARK_IMAGE &&
        (span->end - span->start != 3 ||
         memcmp(text->str + span->start, PICTURE, 3) != 0))
        return "an image is not one U+FFFC";
    return NULL;
}

static const char *
check_spans(const A2bText *text)
{
    const A2bSpan *open[LIMIT_MARKS];
    guint depth = 0;

    if ((text->spans == NULL) != (text->n_spans == 0))
        return "spans and their number do not agree";
    for (guint i = 0; i < text->n_spans; i++) {
        const A2bSpan *span = &text->spans[i];
        const char *why = check_span(text, span);

        if (why != NULL)
            return why;
        if (i > 0 && span->start < span[-1].start)
            return "spans are not in the order in which they open";
        while (depth > 0 && open[depth - 1]->end <= span->start)
            depth--;
        if (depth > 0 && span->end > open[depth - 1]->end)
            return "spans cross";
        if (depth == LIMIT_MARKS)
            return "marks are too deep";
        open[depth++] = span;
    }
    return NULL;
}

static const char *
check_pictures(const A2bText *text)
{
    guint pictures = 0, images = 0;

    for (const char *at = text->str; (at = strstr(at, PICTURE)) != NULL;
         at += 3)
        pictures++;
    for (guint i = 0; i < text->n_spans; i++)
        images += text->spans[i].mark == A2B_MARK_IMAGE;
    return pictures == images ? NULL : "a U+FFFC is no image";
}

/* White space that the builder should have settled. */
static const char *
check_blanks(const A2bText *text, A2bBlockKind kind)
{
    const char *str = text->str;

    if (kind == A2B_BLOCK_CODE)
        return strchr(" \t\n", str[text->len - 1]) != NULL
                   ? "code ends with a blank" : NULL;
    if (strpbrk(str, "\n\t") != NULL)
        return "a text holds a line end or tab";
    if (kind != A2B_BLOCK_VERSE && strstr(str, "  ") != NULL)
        return "a text holds two blanks";
    if (str[0] == ' ' || str[text->len - 1] == ' ' ||
        g_str_has_prefix(str, LINE_BREAK) ||
        g_str_has_suffix(str, LINE_BREAK))
        return "a text begins or ends with a blank";
    if (strstr(str, " " LINE_BREAK) != NULL ||
        strstr(str, LINE_BREAK " ") != NULL)
        return "a blank stands beside a line break";
    return NULL;
}

const char *
check_text(const A2bText *text, A2bBlockKind kind)
{
    const char *why;

    if (text->str == NULL || strlen(text->str) != text->len)
        return "a text is not as long as it says";
    if (text->len == 0)
        return kind == A2B_BLOCK_CELL && text->n_spans == 0
                   ? NULL : "a text is empty";
    if (!g_utf8_validate(text->str, text->len, NULL))
        return "a text is not UTF-8";
    if (!control_is_clean(text->str, text->len))
        return "a text holds a forbidden character";
    if ((why = check_blanks(text, kind)) == NULL &&
        (why = check_spans(text)) == NULL)
        why = check_pictures(text);
    return why;
}
