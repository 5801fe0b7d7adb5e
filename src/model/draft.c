/* SPDX-License-Identifier: MIT */
/* How the marks on a text follow when the text changes. */
#include "model/draft.h"

void
draft_init(Draft *draft)
{
    draft->str = g_string_new(NULL);
    draft->spans = g_array_new(FALSE, TRUE, sizeof(A2bSpan));
}

void
draft_clear(Draft *draft)
{
    if (draft->str)
        g_string_free(g_steal_pointer(&draft->str), TRUE);
    g_clear_pointer(&draft->spans, g_array_unref);
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
draft_edits_init(DraftEdits *edits)
{
    *edits = (DraftEdits) { 0 };
}

void
draft_edits_clear(DraftEdits *edits)
{
    if (edits->pool)
        g_string_free(g_steal_pointer(&edits->pool), TRUE);
    g_clear_pointer(&edits->list, g_array_unref);
}

void
draft_edit(DraftEdits *edits, guint32 start, guint32 end, const char *text)
{
    if (!edits->list) {
        edits->list = g_array_new(FALSE, FALSE, sizeof(DraftEdit));
        edits->pool = g_string_new(NULL);
    }
    DraftEdit edit = {
        .start = start, .end = end, .offset = (guint32) edits->pool->len,
    };

    g_string_append(edits->pool, text);
    edit.len = (guint32) edits->pool->len - edit.offset;
    g_array_append_val(edits->list, edit);
}

static const DraftEdit *
edit_at(const DraftEdits *edits, guint index)
{
    return &g_array_index(edits->list, DraftEdit, index);
}

/* How many edits come before the boundary at, for a mark that begins or
 * ends there; an edit that at lies inside of is one of them. */
static guint
edits_before(const DraftEdits *edits, guint32 at, gboolean begins)
{
    guint low = 0, high = edits->list->len;

    while (low < high) {
        guint middle = (low + high) / 2;
        const DraftEdit *edit = edit_at(edits, middle);
        gboolean insertion_here = begins && edit->end == at;

        if (edit->start < at || insertion_here)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static guint32
boundary_after(const DraftEdits *edits, const gint64 *shift, guint32 at,
               gboolean begins)
{
    guint n = edits_before(edits, at, begins);

    if (n > 0 && edit_at(edits, n - 1)->end > at)
        at = edit_at(edits, n - 1)->end;
    return (guint32) (at + (n ? shift[n - 1] : 0));
}

void
draft_apply(Draft *draft, const DraftEdits *edits)
{
    if (!edits->list)
        return;
    guint n = edits->list->len;

    g_autofree gint64 *shift = g_new(gint64, n);
    GString *str = g_string_sized_new(draft->str->len + edits->pool->len);
    guint32 done = 0;

    for (guint i = 0; i < n; i++) {
        const DraftEdit *edit = edit_at(edits, i);

        g_string_append_len(str, draft->str->str + done, edit->start - done);
        g_string_append_len(str, edits->pool->str + edit->offset, edit->len);
        done = edit->end;
        shift[i] = (gint64) str->len - done;
    }
    g_string_append_len(str, draft->str->str + done, draft->str->len - done);

    for (guint i = 0; i < draft->spans->len; i++) {
        A2bSpan *span = &g_array_index(draft->spans, A2bSpan, i);

        span->start = boundary_after(edits, shift, span->start, TRUE);
        span->end = boundary_after(edits, shift, span->end, FALSE);
    }
    g_string_free(draft->str, TRUE);
    draft->str = str;
    draft_drop_empty(draft, 0);
}
