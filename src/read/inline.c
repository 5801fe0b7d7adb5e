/* SPDX-License-Identifier: MIT */
/* How the tokens of a paragraph become a text with properly nested marks. */
#include "read/inline.h"

#include "base/limits.h"
#include "read/entity.h"
#include "read/inline_scan.h"

#include <string.h>

typedef struct {
    A2bMark mark;
    guint key;
    const char *target;
    guint span;             /* index in the draft */
} OpenMark;

typedef struct {
    Draft *draft;
    const InlineScan *scan;
    guint line;
    OpenMark open[LIMIT_MARKS];
    guint n_open;
} Emitter;

static gboolean
is_inside(const Emitter *emitter, A2bMark mark)
{
    for (guint i = 0; i < emitter->n_open; i++)
        if (emitter->open[i].mark == mark)
            return TRUE;
    return FALSE;
}

static void
emit_source(Emitter *emitter, gsize start, gsize end)
{
    g_string_append_len(emitter->draft->str, emitter->scan->str + start,
                        (gssize) (end - start));
}

static void
reopen(Emitter *emitter, guint index)
{
    OpenMark *open = &emitter->open[index];

    open->span = draft_open(emitter->draft, open->mark, open->target,
                            emitter->line);
}

/* Closes the mark that key opened; those opened after it and not closed
 * are closed too and go on behind it. */
static gboolean
close_key(Emitter *emitter, guint key)
{
    guint at = emitter->n_open;

    while (at > 0 && emitter->open[at - 1].key != key)
        at--;
    if (at == 0)
        return FALSE;
    for (guint i = emitter->n_open; i >= at; i--)
        draft_close(emitter->draft, emitter->open[i - 1].span);
    for (guint i = at; i < emitter->n_open; i++) {
        emitter->open[i - 1] = emitter->open[i];
        reopen(emitter, i - 1);
    }
    emitter->n_open--;
    return TRUE;
}

/* A sign that cannot open shows; a tag that cannot is gone. */
static void
emit_open(Emitter *emitter, const InlineToken *token)
{
    if (emitter->n_open == LIMIT_MARKS
        || (!token->tag && is_inside(emitter, A2B_MARK_CODE))) {
        if (!token->tag)
            emit_source(emitter, token->start, token->end);
        return;
    }
    if (token->mark == A2B_MARK_LINK)
        close_key(emitter, token->key);
    emitter->open[emitter->n_open] = (OpenMark) {
        .mark = token->mark, .key = token->key, .target = token->target,
    };
    reopen(emitter, emitter->n_open++);
}

static void
emit_span(Emitter *emitter, const InlineToken *token)
{
    gboolean code = token->mark == A2B_MARK_CODE;
    gboolean points = !code && token->mark != A2B_MARK_EMPH;
    gboolean marked = !is_inside(emitter, A2B_MARK_CODE)
        && !(points && is_inside(emitter, A2B_MARK_LINK))
        && (!points || token->target);
    guint span = 0;

    if (!marked && !code) {
        entity_append(emitter->draft->str,
                      emitter->scan->str + token->start,
                      token->end - token->start);
        return;
    }
    if (marked)
        span = draft_open(emitter->draft, token->mark, token->target,
                          emitter->line);
    if (token->c)
        g_string_append_unichar(emitter->draft->str, token->c);
    else if (code)
        emit_source(emitter, token->from, token->to);
    else
        entity_append(emitter->draft->str,
                      emitter->scan->str + token->from,
                      token->to - token->from);
    if (marked)
        draft_close(emitter->draft, span);
}

static void
emit_token(Emitter *emitter, const InlineToken *token)
{
    switch (token->kind) {
    case INLINE_LITERAL:
        emit_source(emitter, token->start, token->end);
        break;
    case INLINE_TEXT:
        if (token->c)
            g_string_append_unichar(emitter->draft->str, token->c);
        break;
    case INLINE_OPEN:
        emit_open(emitter, token);
        break;
    case INLINE_CLOSE:
        if (!close_key(emitter, token->key) && !token->tag)
            emit_source(emitter, token->start, token->end);
        break;
    case INLINE_SPAN:
        emit_span(emitter, token);
        break;
    }
}

static void
emit(Draft *draft, const InlineScan *scan, guint line)
{
    Emitter emitter = { .draft = draft, .scan = scan, .line = line };
    guint first_span = draft->spans->len;
    gsize done = 0;

    for (guint i = 0; i < inline_scan_n_tokens(scan); i++) {
        const InlineToken *token = inline_scan_token(scan, i);

        emit_source(&emitter, done, token->start);
        emit_token(&emitter, token);
        done = token->end;
    }
    emit_source(&emitter, done, scan->len);
    while (emitter.n_open > 0)
        draft_close(draft, emitter.open[--emitter.n_open].span);
    draft_drop_empty(draft, first_span);
}

static void
parse(Draft *draft, const char *str, gsize len, const InlineContext *context)
{
    InlineScan scan = { .str = str, .len = len, .context = context };

    inline_scan_run(&scan);
    emit(draft, &scan, context ? context->line : 0);
    g_clear_pointer(&scan.tokens, g_array_unref);
}

void
inline_parse(Draft *draft, const char *str, gssize len,
             const InlineContext *context)
{
    if (len < 0)
        len = (gssize) strlen(str);
    if (str[len] == '\0') {
        parse(draft, str, (gsize) len, context);
        return;
    }
    g_autofree char *ended = g_strndup(str, (gsize) len);
    parse(draft, ended, (gsize) len, context);
}

char *
inline_plain(const char *str)
{
    Draft draft;

    draft_init(&draft);
    parse(&draft, str, strlen(str), NULL);
    char *plain = g_string_free(g_steal_pointer(&draft.str), FALSE);
    draft_clear(&draft);
    return g_strstrip(plain);
}
