/* SPDX-License-Identifier: MIT */
/* What was found out about a string once; forgets all when it grows too
 * large. */
#pragma once

#include <glib.h>

typedef struct ShapeCache ShapeCache;

#define SHAPE_CACHE_ENTRIES 65536
#define SHAPE_CACHE_BYTES (8 << 20)

ShapeCache *shape_cache_new(void);
void shape_cache_free(ShapeCache *cache);

/* The data for a string under key, NULL if there are none.  Valid until
 * something is added. */
gpointer shape_cache_find(const ShapeCache *cache, guint32 key,
                          const char *str, gsize len);

/* Room for size bytes of data, aligned for 8 bytes; the string must not be
 * in cache yet. */
gpointer shape_cache_add(ShapeCache *cache, guint32 key, const char *str,
                         gsize len, gsize size);
guint shape_cache_size(const ShapeCache *cache);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(ShapeCache, shape_cache_free)
