/* SPDX-License-Identifier: MIT */
/* Decides the colours of drawn covers: calm grounds on which the ink has a
 * contrast of at least 7 to 1, the accent at least 3 to 1 (WCAG 2). */
#include "cover/palette.h"

static const Palette palettes[] = {
    { 0xf4eddc, 0x1f1b16, 0xa6341b },   /* cream, black, vermilion */
    { 0x17324d, 0xf3ebd8, 0xe0b96a },   /* Prussian blue, cream, gold */
    { 0x6b1a1e, 0xf6ead7, 0xe9b97e },   /* oxblood, cream, ochre */
    { 0x1e3d32, 0xf2ebd6, 0xd9b66b },   /* bottle green, cream, gold */
    { 0xdde3e2, 0x16222c, 0x8a3b22 },   /* fog, blue black, rust */
    { 0xe0b65c, 0x221a0e, 0x7a1e14 },   /* ochre, sepia, brick */
    { 0x1c1b1a, 0xf1ede4, 0xd9623f },   /* black, paper white, red */
    { 0xefd9cb, 0x35141a, 0x9c3226 },   /* rose, wine, red */
    { 0x3a2744, 0xf4e9e0, 0xd9a9b0 },   /* plum, cream, pink */
};

guint
palette_count(void)
{
    return G_N_ELEMENTS(palettes);
}

const Palette *
palette_at(guint index)
{
    return &palettes[index % G_N_ELEMENTS(palettes)];
}

guint32
palette_hash(const char *str)
{
    guint32 hash = 2166136261u;
    for (; *str; str++)
        hash = (hash ^ (guchar)*str) * 16777619u;
    return hash ^ hash >> 15;
}
