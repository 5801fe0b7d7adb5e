/* SPDX-License-Identifier: MIT */
/* How strings find what is known about them: open addressing over entries
 * in an arena, hashed eight bytes at a time. */
#include "type/shape_cache.h"

#include <string.h>

#include "base/arena.h"

#define SLOTS_FIRST 2048

typedef struct {
    guint32 hash, key;
    guint32 len, data;          /* data begins so many bytes after str */
    char str[];
} Entry;

struct ShapeCache {
    Arena *arena;
    Entry **slots;
    guint32 n_slots, n_entries; /* n_slots: a power of two */
    gsize n_bytes;
};

static guint64
load(const char *str, gsize n)
{
    guint64 value = 0;

    memcpy(&value, str, n);
    return value;
}

static guint64
mix(guint64 hash, guint64 value)
{
    hash = (hash ^ value) * G_GUINT64_CONSTANT(0x9fb21c651e98df25);
    return hash ^ hash >> 29;
}

/* The last eight bytes are read whole, over the ones before if need be. */
static guint32
cache_hash(guint32 key, const char *str, gsize len)
{
    guint64 hash = mix(len, key);
    gsize i = 0;

    if (len >= 8) {
        for (; i + 8 < len; i += 8)
            hash = mix(hash, load(str + i, 8));
        hash = mix(hash, load(str + len - 8, 8));
    } else if (len >= 4) {
        hash = mix(hash, load(str, 4) << 32 | load(str + len - 4, 4));
    } else if (len > 0) {
        hash = mix(hash, (guint64) (guchar) str[0] << 16
                         | (guint64) (guchar) str[len / 2] << 8
                         | (guchar) str[len - 1]);
    }
    return (guint32) (hash ^ hash >> 32);
}

ShapeCache *
shape_cache_new(void)
{
    ShapeCache *cache = g_new0(ShapeCache, 1);

    cache->arena = arena_new();
    cache->n_slots = SLOTS_FIRST;
    cache->slots = g_new0(Entry *, cache->n_slots);
    return cache;
}

void
shape_cache_free(ShapeCache *cache)
{
    if (!cache)
        return;
    arena_free(cache->arena);
    g_free(cache->slots);
    g_free(cache);
}

static Entry **
cache_slot(const ShapeCache *cache, guint32 hash, guint32 key,
           const char *str, gsize len)
{
    guint32 mask = cache->n_slots - 1;
    guint32 i = hash & mask;

    for (Entry *entry; (entry = cache->slots[i]); i = (i + 1) & mask)
        if (entry->hash == hash && entry->key == key && entry->len == len
            && memcmp(entry->str, str, len) == 0)
            break;
    return &cache->slots[i];
}

gpointer
shape_cache_find(const ShapeCache *cache, guint32 key, const char *str,
                 gsize len)
{
    Entry *entry = *cache_slot(cache, cache_hash(key, str, len), key, str,
                               len);

    return entry ? entry->str + entry->data : NULL;
}

static void
cache_forget(ShapeCache *cache)
{
    arena_free(cache->arena);
    cache->arena = arena_new();
    memset(cache->slots, 0, cache->n_slots * sizeof *cache->slots);
    cache->n_entries = 0;
    cache->n_bytes = 0;
}

static void
cache_grow(ShapeCache *cache)
{
    Entry **old = cache->slots;
    guint32 n = cache->n_slots;

    cache->n_slots *= 2;
    cache->slots = g_new0(Entry *, cache->n_slots);
    for (guint32 i = 0; i < n; i++)
        if (old[i])
            *cache_slot(cache, old[i]->hash, old[i]->key, old[i]->str,
                        old[i]->len) = old[i];
    g_free(old);
}

gpointer
shape_cache_add(ShapeCache *cache, guint32 key, const char *str, gsize len,
                gsize size)
{
    guint32 hash = cache_hash(key, str, len);
    gsize data = (sizeof(Entry) + len + 7) / 8 * 8 - sizeof(Entry);
    gsize all = sizeof(Entry) + data + size;
    Entry *entry;

    if (cache->n_entries >= SHAPE_CACHE_ENTRIES
        || cache->n_bytes + all > SHAPE_CACHE_BYTES)
        cache_forget(cache);
    if (cache->n_entries * 2 >= cache->n_slots)
        cache_grow(cache);
    entry = arena_alloc(cache->arena, all);
    entry->hash = hash;
    entry->key = key;
    entry->len = len;
    entry->data = data;
    memcpy(entry->str, str, len);
    *cache_slot(cache, hash, key, str, len) = entry;
    cache->n_entries++;
    cache->n_bytes += all;
    return entry->str + data;
}

guint
shape_cache_size(const ShapeCache *cache)
{
    return cache->n_entries;
}
