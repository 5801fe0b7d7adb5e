/* SPDX-License-Identifier: MIT */
/* How the memory of an article is cut: from a chunk of what is expected, and
 * from chunks that double in size. */
#include "base/arena.h"

#include <stddef.h>
#include <string.h>

#define ARENA_FIRST 1024
#define ARENA_LARGEST (256 << 10)

typedef struct Chunk Chunk;
struct Chunk {
    Chunk *next;
    max_align_t bytes[];
};

struct Arena {
    Chunk *chunks;
    char *at, *end;
    gsize next_size;
};

Arena *
arena_new(void)
{
    Arena *arena = g_new0(Arena, 1);

    arena->next_size = ARENA_FIRST;
    return arena;
}

void
arena_free(Arena *arena)
{
    if (arena == NULL)
        return;
    for (Chunk *chunk = arena->chunks, *next; chunk != NULL; chunk = next) {
        next = chunk->next;
        g_free(chunk);
    }
    g_free(arena);
}

static void
arena_grow(Arena *arena, gsize size)
{
    gsize room = MAX(size, arena->next_size);
    Chunk *chunk = g_malloc(sizeof *chunk + room);

    chunk->next = arena->chunks;
    arena->chunks = chunk;
    arena->at = (char *) chunk->bytes;
    arena->end = arena->at + room;
    arena->next_size = MIN(arena->next_size * 2, ARENA_LARGEST);
}

void
arena_expect(Arena *arena, gsize size)
{
    const gsize next_size = arena->next_size;

    arena_grow(arena, size);
    arena->next_size = next_size;
}

static char *
arena_take(Arena *arena, gsize size, gsize align)
{
    gsize pad = -(guintptr) arena->at & (align - 1);
    char *taken;

    if (arena->at == NULL || size > (gsize) (arena->end - arena->at) ||
        pad > (gsize) (arena->end - arena->at) - size) {
        arena_grow(arena, size);
        pad = 0;
    }
    taken = arena->at + pad;
    arena->at = taken + size;
    return taken;
}

gpointer
arena_alloc(Arena *arena, gsize size)
{
    return memset(arena_take(arena, size, _Alignof(max_align_t)), 0, size);
}

char *
arena_strndup(Arena *arena, const char *str, gsize len)
{
    char *copy;

    if (str == NULL)
        return NULL;
    copy = arena_take(arena, len + 1, 1);
    memcpy(copy, str, len);
    copy[len] = '\0';
    return copy;
}

char *
arena_strdup(Arena *arena, const char *str)
{
    return str == NULL ? NULL : arena_strndup(arena, str, strlen(str));
}

const char *const *
arena_strdupv(Arena *arena, const char *const *strv)
{
    const char **copy;
    gsize n = 0;

    if (strv == NULL)
        return NULL;
    while (strv[n] != NULL)
        n++;
    copy = arena_alloc(arena, (n + 1) * sizeof *copy);
    for (gsize i = 0; i < n; i++)
        copy[i] = arena_strdup(arena, strv[i]);
    return copy;
}
