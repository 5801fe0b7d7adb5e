/* SPDX-License-Identifier: MIT */
/* Memory that is given back all at once: what an article is made of. */
#pragma once

#include <glib.h>

typedef struct Arena Arena;

Arena *arena_new(void);
void arena_free(Arena *arena);

/* About size bytes will be asked for: few that are not used, or that lie
 * elsewhere. */
void arena_expect(Arena *arena, gsize size);

/* size bytes of zeros, aligned for anything. */
gpointer arena_alloc(Arena *arena, gsize size);

/* A copy of len bytes of str and a NUL; NULL gives NULL. */
char *arena_strndup(Arena *arena, const char *str, gsize len);
char *arena_strdup(Arena *arena, const char *str);

/* A copy of an array of strings that ends with NULL; NULL gives NULL. */
const char *const *arena_strdupv(Arena *arena, const char *const *strv);

#define arena_new_of(arena, Type) ((Type *) arena_alloc(arena, sizeof(Type)))

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Arena, arena_free)
