/* SPDX-License-Identifier: MIT */
/* How the marks on a text follow when the text changes. */
#include "model/draft.h"

#include <string.h>

/* A change: bytes [start, end) of the old string become len bytes of the
 * pool at offset; what is behind it then stands shift bytes further on. */
typedef struct {
    guint32 start, end;
    guint32 offset, len;
    gint64 shift;
} Edit;

void
draft_init(Draft *draft)
{
    *draft = (Draft) {
        .str = g_string_new(NULL),
        .spans = g_array_new(FALSE, TRUE, sizeof(A2bSpan)),
    };
}

static void
free_string(GString **str)
{
    if (*str)
        g_string_free(g_steal_pointer(str), TRUE);
}

void
draft_clear(Draft *draft)
{
    free_string(&draft->str);
    free_string(&draft->pool);
    free_string(&draft->spare);
    g_clear_pointer(&draft->spans, g_array_unref);
    g_clear_pointer(&draft->edits, g_array_unref);
}

void
draft_empty(Draft *draft)
{
    g_string_truncate(draft->str, 0);
    g_array_set_size(draft->spans, 0);
}

guint
draft_open(Draft *draft, A2bMark mark, const char *target, guint line)
{
    guint32 at = (guint32) draft->str->len;
    A2bSpan span = {
        .start = at, .end = at, .line = line, .mark = mark, .target = target,
    };

    g_array_append_val(draft->spans, span);
    return draft->spans->len - 1;
}

void
draft_close(Draft *draft, guint index)
{
    g_array_index(draft->spans, A2bSpan, index).end =
        (guint32) draft->str->len;
}

void
draft_drop_empty(Draft *draft, guint first)
{
    guint kept = first;

    for (guint i = first; i < draft->spans->len; i++) {
        A2bSpan span = g_array_index(draft->spans, A2bSpan, i);

        if (span.start < span.end)
            g_array_index(draft->spans, A2bSpan, kept++) = span;
    }
    g_array_set_size(draft->spans, kept);
}

void
draft_edit(Draft *draft, guint32 start, guint32 end, const char *text)
{
    Edit edit = { .start = start, .end = end };

    if (!draft->edits) {
        draft->edits = g_array_new(FALSE, FALSE, sizeof(Edit));
        draft->pool = g_string_new(NULL);
        draft->spare = g_string_new(NULL);
    }
    edit.offset = (guint32) draft->pool->len;
    g_string_append(draft->pool, text);
    edit.len = (guint32) draft->pool->len - edit.offset;
    g_array_append_val(draft->edits, edit);
}

static Edit *
edit_at(const Draft *draft, guint index)
{
    return &g_array_index(draft->edits, Edit, index);
}

/* How many edits come before the boundary at, for a mark that begins or
 * ends there; an edit that at lies inside of is one of them. */
static guint
edits_before(const Draft *draft, guint32 at, gboolean begins)
{
    guint low = 0, high = draft->edits->len;

    while (low < high) {
        guint middle = (low + high) / 2;
        const Edit *edit = edit_at(draft, middle);
        gboolean insertion_here = begins && edit->end == at;

        if (edit->start < at || insertion_here)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static guint32
boundary_after(const Draft *draft, guint32 at, gboolean begins)
{
    guint n = edits_before(draft, at, begins);
    const Edit *edit = n > 0 ? edit_at(draft, n - 1) : NULL;

    return edit ? (guint32) (MAX(at, edit->end) + edit->shift) : at;
}

void
draft_apply(Draft *draft)
{
    guint n = draft->edits ? draft->edits->len : 0;
    GString *old = draft->str, *str = draft->spare;
    guint32 done = 0;
    char *to;

    if (n == 0)
        return;
    g_string_set_size(str, old->len + draft->pool->len);
    to = str->str;
    for (guint i = 0; i < n; i++) {
        Edit *edit = edit_at(draft, i);

        to = mempcpy(to, old->str + done, edit->start - done);
        to = mempcpy(to, draft->pool->str + edit->offset, edit->len);
        done = edit->end;
        edit->shift = to - str->str - (gint64) done;
    }
    to = mempcpy(to, old->str + done, old->len - done);
    g_string_truncate(str, to - str->str);
    for (guint i = 0; i < draft->spans->len; i++) {
        A2bSpan *span = &g_array_index(draft->spans, A2bSpan, i);

        span->start = boundary_after(draft, span->start, TRUE);
        span->end = boundary_after(draft, span->end, FALSE);
    }
    draft->str = str;
    draft->spare = old;
    g_array_set_size(draft->edits, 0);
    g_string_truncate(draft->pool, 0);
    draft_drop_empty(draft, 0);
}
