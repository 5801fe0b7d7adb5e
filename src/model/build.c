/* SPDX-License-Identifier: MIT */
/* Where a block comes to stand that a reader opens. */
#include "model/build.h"

#include <string.h>

#include "base/control.h"
#include "base/diag.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "model/compose.h"
#include "model/model.h"
#include "model/refs.h"

/* A block that was opened.  It lives until it is closed by the reader or
 * because something was opened that cannot stand in it; then its frame
 * waits for the reader's close. */
typedef struct {
    A2bBlock *block;
    int below;                  /* frame of the living block around it */
    guint depth;                /* 0: the root */
    gboolean living;
    gboolean implied;           /* the reader did not open it */
    ComposeText interrupted;    /* for a note: the text it stands in */
} Frame;

struct Build {
    A2bArticle *article;
    A2bDiag *diag;
    char *file;
    Compose compose;
    GArray *frames;
    int living;                 /* innermost living frame */
    A2bBlock *notes;            /* holds the notes until the end */
    gboolean said_depth;
};

/* What a block needs around it that not every block is. */
static const A2bBlockKind build_wrapper[A2B_N_BLOCK_KINDS] = {
    [A2B_BLOCK_ITEM] = A2B_BLOCK_LIST,
    [A2B_BLOCK_ROW] = A2B_BLOCK_TABLE,
    [A2B_BLOCK_CELL] = A2B_BLOCK_ROW,
    [A2B_BLOCK_CAPTION] = A2B_BLOCK_FIGURE,
    [A2B_BLOCK_CREDIT] = A2B_BLOCK_FIGURE,
};
#define NO_WRAPPER A2B_BLOCK_ROOT

/* How many blocks must find room below for a text to stand in it. */
static const guint8 build_room[A2B_N_BLOCK_KINDS] = {
    [A2B_BLOCK_LIST] = 2, [A2B_BLOCK_ITEM] = 1, [A2B_BLOCK_TABLE] = 2,
    [A2B_BLOCK_ROW] = 1, [A2B_BLOCK_QUOTE] = 1, [A2B_BLOCK_FIGURE] = 1,
    [A2B_BLOCK_ASIDE] = 1,
};

static Frame *
build_frame(const Build *build, int index)
{
    return &g_array_index(build->frames, Frame, index);
}

static A2bBlock *
build_top(const Build *build)
{
    return build_frame(build, build->living)->block;
}

static gboolean
build_in_text(const Build *build)
{
    return block_holds(build_top(build)->kind) == HOLDS_TEXT;
}

static A2bBlock *
build_block(Build *build, A2bBlockKind kind, guint line)
{
    A2bBlock *block = arena_new_of(build->article->arena, A2bBlock);

    block->kind = kind;
    block->line = line;
    return block;
}

static void
build_link(A2bBlock *parent, A2bBlock *block)
{
    block->parent = parent;
    block->prev = parent->last;
    *(parent->last != NULL ? &parent->last->next : &parent->first) = block;
    parent->last = block;
}

static void
build_unlink(A2bBlock *block)
{
    A2bBlock *parent = block->parent;

    *(block->prev != NULL ? &block->prev->next : &parent->first) =
        block->next;
    *(block->next != NULL ? &block->next->prev : &parent->last) =
        block->prev;
    block->parent = block->prev = block->next = NULL;
}

static void
build_push(Build *build, A2bBlock *block, guint depth, gboolean implied)
{
    Frame frame = {
        .block = block, .below = build->living, .depth = depth,
        .living = TRUE, .implied = implied,
        .interrupted = build->compose.now,
    };

    g_array_append_val(build->frames, frame);
    build->living = build->frames->len - 1;
}

/* A file may be called by any bytes, or by none that can be seen. */
static const char *
build_stem(Arena *arena, const char *name)
{
    gsize len = name != NULL ? strlen(name) : 0;
    guint bad;
    g_autofree char *valid = utf8_clean(name, len, &len, &bad);
    g_autofree char *stem = control_resolve(valid, len, &len, &bad);
    gboolean is_seen = FALSE;

    g_strstrip(g_strdelimit(stem, "\t\n", ' '));
    for (const char *p = stem; *p != '\0'; p = g_utf8_next_char(p))
        is_seen |= g_unichar_isgraph(g_utf8_get_char(p));
    return arena_strdup(arena, is_seen ? stem : "article");
}

Build *
build_new(const char *stem, const char *file, A2bDiag *diag)
{
    Build *build = g_new0(Build, 1);
    A2bArticle *article = g_new0(A2bArticle, 1);

    article->arena = arena_new();
    article->stem = build_stem(article->arena, stem);
    build->article = article;
    build->diag = diag;
    build->file = g_strdup(file);
    build->frames = g_array_new(FALSE, FALSE, sizeof(Frame));
    build->living = -1;
    compose_init(&build->compose);
    article->root = build_block(build, A2B_BLOCK_ROOT, 0);
    build->notes = build_block(build, A2B_BLOCK_ROOT, 0);
    build_push(build, article->root, 0, FALSE);
    return build;
}

void
build_free(Build *build)
{
    if (build == NULL)
        return;
    compose_clear(&build->compose);
    g_array_unref(build->frames);
    a2b_article_free(build->article);
    g_free(build->file);
    g_free(build);
}

Arena *
build_arena(Build *build)
{
    return build->article->arena;
}

A2bMeta *
build_meta(Build *build)
{
    return &build->article->meta;
}

static gboolean
build_is_empty(const A2bBlock *block)
{
    switch (block_holds(block->kind)) {
    case HOLDS_BLOCKS: return block->first == NULL;
    case HOLDS_TEXT: return block->text == NULL;
    case HOLDS_NOTHING: return FALSE;
    }
    return FALSE;
}

/* Frames for which no close of the reader will come. */
static void
build_forget(Build *build)
{
    GArray *frames = build->frames;
    const Frame *last = build_frame(build, frames->len - 1);

    for (; last->implied && !last->living; last--)
        g_array_set_size(frames, frames->len - 1);
}

/* Ends the innermost living block. */
static void
build_end_block(Build *build)
{
    Frame *frame = build_frame(build, build->living);
    A2bBlock *block = frame->block;

    frame->living = FALSE;
    build->living = frame->below;
    /* An empty cell keeps the cells beside it in their columns. */
    if (block_holds(block->kind) == HOLDS_TEXT)
        block->text = compose_end(&build->compose, build->article->arena,
                                  block->kind == A2B_BLOCK_CELL);
    if (block->kind == A2B_BLOCK_NOTE)
        build->compose.now = frame->interrupted;
    if (block->kind == A2B_BLOCK_HEADING)
        block->as.heading.level = CLAMP(block->as.heading.level, 1, 6);
    if (build_is_empty(block))
        build_unlink(block);
    build_forget(build);
}

static gboolean
build_may_stand(const A2bBlock *parent, A2bBlockKind kind)
{
    if (!block_may_hold(parent->kind, kind))
        return FALSE;
    if (parent->kind == A2B_BLOCK_FIGURE)       /* one of each */
        for (const A2bBlock *child = parent->first; child != NULL;
             child = child->next)
            if (child->kind == kind)
                return FALSE;
    return TRUE;
}

/* What is to be opened in frame so that kind may stand, or comes nearer to
 * it; NO_WRAPPER: the frame's block must end first. */
static A2bBlockKind
build_wrapper_in(const Frame *frame, A2bBlockKind kind)
{
    A2bBlockKind wrapper = build_wrapper[kind];

    if (frame->block->kind == kind)
        return NO_WRAPPER;
    while (wrapper != NO_WRAPPER && !build_may_stand(frame->block, wrapper))
        wrapper = build_wrapper[wrapper];
    if (wrapper == NO_WRAPPER && !frame->implied &&
        frame->block->kind == A2B_BLOCK_LIST)
        return A2B_BLOCK_ITEM;
    return wrapper;
}

static gboolean
build_fits(const Frame *frame, A2bBlockKind kind)
{
    return frame->depth + 1 + build_room[kind] <= LIMIT_DEPTH;
}

static void
build_start(Build *build, A2bBlock *block, gboolean implied)
{
    build_link(build_top(build), block);
    build_push(build, block, build_frame(build, build->living)->depth + 1,
               implied);
    if (block->kind == A2B_BLOCK_LIST)
        block->as.list.start = 1;
    if (block->kind == A2B_BLOCK_CELL)
        block->as.cell.span = 1;
    if (block_holds(block->kind) == HOLDS_TEXT)
        compose_begin(&build->compose,
                      block->kind == A2B_BLOCK_CODE ? SPACE_CODE
                      : block->kind == A2B_BLOCK_VERSE ? SPACE_VERSE
                      : SPACE_FLOW);
}

/* Ends and opens blocks until kind may stand in the innermost one.  FALSE:
 * it would stand too deep.  A text that would is made a paragraph. */
static gboolean
build_place(Build *build, A2bBlockKind *kind, guint line)
{
    if (build_in_text(build))
        build_end_block(build);
    while (!build_may_stand(build_top(build), *kind)) {
        const Frame *frame = build_frame(build, build->living);
        A2bBlockKind wrapper = build_wrapper_in(frame, *kind);

        if (wrapper == NO_WRAPPER)
            build_end_block(build);
        else if (build_fits(frame, wrapper))
            build_start(build, build_block(build, wrapper, line), TRUE);
        else if (block_holds(*kind) == HOLDS_TEXT)
            *kind = A2B_BLOCK_PARAGRAPH;
        else
            return FALSE;
    }
    return build_fits(build_frame(build, build->living), *kind);
}

static A2bBlock *
build_flatten(Build *build, A2bBlockKind kind, guint line)
{
    A2bBlock *nowhere = build_block(build, kind, line);

    if (!build->said_depth)
        diag_say(build->diag, DIAG_DEPTH, build->file, line, 0, LIMIT_DEPTH);
    build->said_depth = TRUE;
    build_push(build, nowhere, 0, FALSE);
    build_frame(build, build->living)->living = FALSE;
    build->living = build_frame(build, build->living)->below;
    return nowhere;
}

static A2bBlock *
build_open_note(Build *build, guint line)
{
    A2bBlock *note = build_block(build, A2B_BLOCK_NOTE, line);

    build_link(build->notes, note);
    build_push(build, note, 1, FALSE);
    return note;
}

A2bBlock *
build_open(Build *build, A2bBlockKind kind, guint line)
{
    A2bBlock *block;

    g_assert(kind != A2B_BLOCK_ROOT && block_holds(kind) != HOLDS_NOTHING);
    if (kind == A2B_BLOCK_NOTE)
        return build_open_note(build, line);
    if (!build_place(build, &kind, line))
        return build_flatten(build, kind, line);
    block = build_block(build, kind, line);
    build_start(build, block, FALSE);
    return block;
}

void
build_close(Build *build)
{
    GArray *frames = build->frames;

    while (build_frame(build, frames->len - 1)->implied)
        build_end_block(build);
    if (frames->len == 1)
        return;
    if (build_frame(build, frames->len - 1)->living)
        build_end_block(build);
    g_array_set_size(frames, frames->len - 1);
    build_forget(build);
}

A2bBlock *
build_leaf(Build *build, A2bBlockKind kind, guint line)
{
    A2bBlock *block = build_block(build, kind, line);

    g_assert(block_holds(kind) == HOLDS_NOTHING);
    build_place(build, &kind, line);
    build_link(build_top(build), block);
    return block;
}

static void
build_need_text(Build *build)
{
    A2bBlockKind kind = A2B_BLOCK_PARAGRAPH;

    if (build_in_text(build))
        return;
    build_place(build, &kind, 0);
    build_start(build, build_block(build, kind, 0), TRUE);
}

void
build_text(Build *build, const char *str, gssize len)
{
    gsize n = len < 0 ? strlen(str) : (gsize) len, blank = 0;

    if (!build_in_text(build)) {
        while (blank < n && g_ascii_isspace(str[blank]))
            blank++;
        if (blank == n)
            return;
        build_need_text(build);
    }
    compose_append(&build->compose, str, n);
}

static void
build_mark(Build *build, const A2bSpan *span)
{
    Arena *arena = build->article->arena;
    A2bSpan copy = *span;

    /* Where no text can be, a mark has nothing to mark. */
    if (!build_in_text(build) &&
        !block_may_hold(build_top(build)->kind, A2B_BLOCK_PARAGRAPH))
        return;
    build_need_text(build);
    copy.target = arena_strdup(arena, span->target);
    copy.title = arena_strdup(arena, span->title);
    compose_mark_open(&build->compose, &copy);
}

void
build_mark_open(Build *build, A2bMark mark, const char *target, guint line)
{
    A2bSpan span = { .mark = mark, .target = target, .line = line };

    build_mark(build, &span);
}

void
build_mark_close(Build *build)
{
    if (build_in_text(build))
        compose_mark_close(&build->compose);
}

void
build_marked(Build *build, const char *str, gsize len,
             const A2bSpan *spans, guint n)
{
    g_autofree gsize *ends = n > 0 ? g_new(gsize, n) : NULL;
    guint depth = 0;
    gsize at = 0;

    for (guint next = 0; next < n || depth > 0 || at < len;) {
        gsize end = depth == 0 ? G_MAXSIZE : ends[depth - 1];
        gsize stop = next < n ? MIN(spans[next].start, end) : MIN(len, end);

        g_assert(stop <= len);
        if (stop > at)
            build_text(build, str + at, stop - at);
        at = MAX(at, stop);
        if (end <= at) {
            build_mark_close(build);
            depth--;
        } else if (next < n) {
            ends[depth++] = MIN(spans[next].end, len);
            build_mark(build, &spans[next++]);
        }
    }
}

A2bBlock *
build_simple(Build *build, A2bBlockKind kind, guint line, const char *str)
{
    A2bBlock *block = build_open(build, kind, line);

    build_text(build, str, -1);
    build_close(build);
    return block;
}

A2bArticle *
build_end(Build *build)
{
    A2bArticle *article;

    while (build->frames->len > 1)
        build_close(build);
    for (A2bBlock *note; (note = build->notes->first) != NULL;) {
        build_unlink(note);
        build_link(build->article->root, note);
    }
    refs_settle(build->article);
    article = g_steal_pointer(&build->article);
    build_free(build);
    return article;
}
