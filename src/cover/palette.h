/* SPDX-License-Identifier: MIT */
/* The colours of drawn covers. */
#pragma once

#include <glib.h>

typedef struct {
    guint32 paper, ink, accent;     /* 0xRRGGBB */
} Palette;

guint palette_count(void);

/* Number index modulo their count. */
const Palette *palette_at(guint index);

/* The same number for the same str anywhere (FNV-1a). */
guint32 palette_hash(const char *str);
