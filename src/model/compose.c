/* SPDX-License-Identifier: MIT */
/* Which white space of a text is kept, and where marks begin and end. */
#include "model/compose.h"

#include <string.h>

#include "base/lanes.h"
#include "base/limits.h"

#define MARK_IGNORED G_MAXUINT
#define LINE_BREAK "\342\200\250"       /* U+2028 */
#define PICTURE "\357\277\274"          /* U+FFFC */

/* What the byte at a place begins. */
typedef enum { IS_PLAIN, IS_BLANK, IS_BREAK, IS_PICTURE } ByteClass;

void
compose_init(Compose *compose)
{
    *compose = (Compose) { 0 };
    compose->str = g_string_sized_new(1024);
    compose->spans = g_array_new(FALSE, FALSE, sizeof(A2bSpan));
    compose->open = g_array_new(FALSE, FALSE, sizeof(guint));
}

void
compose_clear(Compose *compose)
{
    g_string_free(compose->str, TRUE);
    g_array_unref(compose->spans);
    g_array_unref(compose->open);
}

void
compose_begin(Compose *compose, Space space)
{
    compose->now = (ComposeText) {
        .space = space,
        .str_at = compose->str->len,
        .span_at = compose->spans->len,
        .open_at = compose->open->len,
        .unset_at = compose->open->len,
    };
}

static gsize
compose_len(const Compose *compose)
{
    return compose->str->len - compose->now.str_at;
}

/* The span of the mark opened last but n; NULL if that is ignored. */
static A2bSpan *
compose_span(const Compose *compose, guint open)
{
    guint index = g_array_index(compose->open, guint, open);

    return index == MARK_IGNORED
               ? NULL : &g_array_index(compose->spans, A2bSpan, index);
}

static A2bSpan *
compose_innermost(const Compose *compose)
{
    return compose->open->len == compose->now.open_at
               ? NULL : compose_span(compose, compose->open->len - 1);
}

/* A character is about to be written: white space before it counts now,
 * and marks opened before it begin at it, not at the white space. */
static void
compose_flush(Compose *compose)
{
    ComposeText *now = &compose->now;

    if (compose_len(compose) > 0) {
        gsize blanks = now->space == SPACE_FLOW ? MIN(now->blanks, 1)
                                                : now->blanks;

        for (gsize i = 0; i < now->breaks; i++)
            g_string_append(compose->str, LINE_BREAK);
        for (gsize i = 0; i < blanks && now->breaks == 0; i++)
            g_string_append_c(compose->str, ' ');
    }
    now->blanks = now->breaks = 0;
    for (; now->unset_at < compose->open->len; now->unset_at++) {
        A2bSpan *span = compose_span(compose, now->unset_at);

        if (span != NULL)
            span->start = compose_len(compose);
    }
}

static ByteClass
compose_class(Space space, const char *at, const char *end)
{
    switch (*at) {
    case '\n':
        return space == SPACE_CODE ? IS_PLAIN
               : space == SPACE_VERSE ? IS_BREAK : IS_BLANK;
    case ' ': case '\t': case '\r': case '\f': case '\v':
        return space == SPACE_CODE ? IS_PLAIN : IS_BLANK;
    case '\342':
        return end - at >= 3 && at[1] == '\200' &&
               (at[2] == '\250' || at[2] == '\251') ? IS_BREAK : IS_PLAIN;
    case '\357':
        return end - at >= 3 && memcmp(at, PICTURE, 3) == 0 ? IS_PICTURE
                                                            : IS_PLAIN;
    default:
        return IS_PLAIN;
    }
}

/* Bytes that are plain whatever follows: nearly all. */
static inline gboolean
compose_is_letter(guchar c)
{
    return (c > ' ' && c < 0xE2) || (c > 0xE2 && c != 0xEF);
}

/* Whether so many bytes are letters and single blanks before letters; the
 * byte after them is one more to look at. */
static gboolean
compose_all_plain(const char *at)
{
    const guint8 *s = (const guint8 *) at;
    guint8 odd = 0;

    for (guint i = 0; i < LANES; i++)
        odd |= (s[i] < ' ') | (s[i] == 0xE2) | (s[i] == 0xEF) |
               ((s[i] == ' ') & ((s[i + 1] <= ' ') | (s[i + 1] == 0xE2) |
                                 (s[i + 1] == 0xEF)));
    return !odd;
}

/* The end of what can be copied as it is: single blanks between words go
 * along. */
static const char *
compose_plain_end(Space space, const char *at, const char *end)
{
    for (;;) {
        while (end - at > LANES && compose_all_plain(at))
            at += LANES;
        while (at < end && compose_is_letter(*at))
            at++;
        if (end - at >= 2 && *at == ' ' &&
            (compose_is_letter(at[1]) ||
             compose_class(space, at + 1, end) == IS_PLAIN))
            at += 2;
        else if (at < end && compose_class(space, at, end) == IS_PLAIN)
            at++;
        else
            return at;
    }
}

static void
compose_break(Compose *compose)
{
    if (compose->now.space == SPACE_CODE) {
        compose_flush(compose);
        g_string_append_c(compose->str, '\n');
    } else {
        compose->now.breaks++;
        compose->now.blanks = 0;
    }
}

/* Under an IMAGE mark stands one U+FFFC and nothing else. */
static void
compose_picture(Compose *compose, const char *str, gsize len)
{
    if (compose->now.unset_at == compose->open->len ||
        g_strstr_len(str, len, PICTURE) == NULL)
        return;
    compose_flush(compose);
    g_string_append(compose->str, PICTURE);
}

void
compose_append(Compose *compose, const char *str, gsize len)
{
    const char *end = str + len, *stop;
    A2bSpan *innermost = compose_innermost(compose);

    if (innermost != NULL && innermost->mark == A2B_MARK_IMAGE) {
        compose_picture(compose, str, len);
        return;
    }
    while (str < end) {
        switch (compose_class(compose->now.space, str, end)) {
        case IS_PLAIN:
            stop = compose_plain_end(compose->now.space, str, end);
            compose_flush(compose);
            g_string_append_len(compose->str, str, stop - str);
            str = stop;
            break;
        case IS_BLANK:
            compose->now.blanks++;
            str++;
            break;
        case IS_BREAK:
            compose_break(compose);
            str += *str == '\n' ? 1 : 3;
            break;
        case IS_PICTURE:        /* of nothing */
            str += 3;
            break;
        }
    }
}

static gboolean
compose_is_usable(const Compose *compose, const A2bSpan *span)
{
    const A2bSpan *innermost = compose_innermost(compose);
    gboolean has_target = span->target != NULL && *span->target != '\0';

    if (compose->now.depth == LIMIT_MARKS ||
        (innermost != NULL && innermost->mark == A2B_MARK_IMAGE))
        return FALSE;
    return has_target || span->mark < A2B_MARK_LINK;
}

void
compose_mark_open(Compose *compose, const A2bSpan *span)
{
    guint index = MARK_IGNORED;

    if (compose_is_usable(compose, span)) {
        index = compose->spans->len;
        g_array_append_val(compose->spans, *span);
        compose->now.depth++;
    }
    g_array_append_val(compose->open, index);
}

void
compose_mark_close(Compose *compose)
{
    guint last = compose->open->len - 1;
    A2bSpan *span;

    if (compose->open->len == compose->now.open_at)
        return;
    span = compose_span(compose, last);
    if (span != NULL) {
        compose->now.depth--;
        if (last < compose->now.unset_at)
            span->end = compose_len(compose);
        else                    /* nothing was marked */
            g_array_set_size(compose->spans, compose->spans->len - 1);
    }
    g_array_set_size(compose->open, last);
    compose->now.unset_at = MIN(compose->now.unset_at, last);
}

/* Blank lines at the end of code. */
static void
compose_trim(Compose *compose)
{
    GArray *spans = compose->spans;
    gsize len = compose->str->len;
    guint kept = compose->now.span_at;

    while (len > compose->now.str_at &&
           strchr(" \t\n", compose->str->str[len - 1]) != NULL)
        len--;
    g_string_truncate(compose->str, len);
    for (guint i = kept; i < spans->len; i++) {
        A2bSpan span = g_array_index(spans, A2bSpan, i);

        span.end = MIN(span.end, compose_len(compose));
        if (span.start < span.end)
            g_array_index(spans, A2bSpan, kept++) = span;
    }
    g_array_set_size(spans, kept);
}

static const A2bText *
compose_freeze(const Compose *compose, Arena *arena)
{
    A2bText *text = arena_new_of(arena, A2bText);
    guint n = compose->spans->len - compose->now.span_at;

    text->len = compose_len(compose);
    text->str = arena_strndup(arena, compose->str->str + compose->now.str_at,
                              text->len);
    if (n > 0) {
        A2bSpan *spans = arena_alloc(arena, n * sizeof *spans);

        memcpy(spans, &g_array_index(compose->spans, A2bSpan,
                                     compose->now.span_at),
               n * sizeof *spans);
        text->spans = spans;
        text->n_spans = n;
    }
    return text;
}

const A2bText *
compose_end(Compose *compose, Arena *arena, gboolean empty)
{
    const A2bText *text = NULL;

    while (compose->open->len > compose->now.open_at)
        compose_mark_close(compose);
    if (compose->now.space == SPACE_CODE)
        compose_trim(compose);
    if (empty || compose_len(compose) > 0)
        text = compose_freeze(compose, arena);
    g_string_truncate(compose->str, compose->now.str_at);
    g_array_set_size(compose->spans, compose->now.span_at);
    return text;
}
