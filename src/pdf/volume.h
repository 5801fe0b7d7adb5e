/* SPDX-License-Identifier: MIT */
/*
 * A part of the book's pages as Cairo has painted them.  A file of Cairo's
 * can be written by one thread at a time only; so a long book is painted as
 * several, which the finisher joins.
 */
#pragma once

#include <glib.h>

typedef struct {
    GBytes *bytes;              /* Cairo's file */
    GArray *pages;              /* guint: which pages of the book are in it,
                                 * in the order of the file */
} Volume;

static inline void
volume_free(Volume *volume)
{
    if (volume == NULL)
        return;
    g_bytes_unref(volume->bytes);
    g_array_unref(volume->pages);
    g_free(volume);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Volume, volume_free)
