/* SPDX-License-Identifier: MIT */
/* How far signs may stand in the margin so that it looks straight: small
 * signs far, capitals with slanting sides a little (after Hàn Thế Thành,
 * Micro-typographic extensions to the TeX typesetting system, 2000). */
#include "type/shape_inner.h"

static const struct {
    guint32 c;
    guint8 end, start;          /* 1/100 of the width */
} table[] = {
    { '.', 70, 0 }, { ',', 70, 0 }, { ';', 50, 0 }, { ':', 50, 0 },
    { '-', 70, 20 }, { 0x2010, 70, 20 }, { 0x2011, 70, 20 },
    { 0xad, 70, 0 }, { 0x2013, 30, 20 }, { 0x2014, 20, 15 },
    { 0x2026, 20, 10 }, { 0xb7, 50, 0 },
    { '!', 20, 0 }, { '?', 20, 0 }, { ')', 10, 0 }, { '(', 0, 5 },
    { ']', 5, 0 }, { '[', 0, 5 },
    { '\'', 60, 60 }, { '"', 50, 50 },
    { 0x2018, 60, 60 }, { 0x2019, 70, 60 }, { 0x201a, 60, 60 },
    { 0x201c, 50, 50 }, { 0x201d, 60, 50 }, { 0x201e, 50, 50 },
    { 0xab, 30, 40 }, { 0xbb, 40, 30 },
    { 0x2039, 50, 50 }, { 0x203a, 50, 50 },
    { 'A', 5, 5 }, { 'T', 5, 5 }, { 'V', 5, 5 }, { 'W', 5, 5 },
    { 'Y', 5, 5 }, { 'J', 0, 5 }, { 'v', 5, 5 }, { 'w', 5, 5 },
    { 'y', 5, 5 }, { 0x410, 5, 5 }, { 0x413, 5, 0 }, { 0x422, 5, 5 },
    { 0x423, 5, 5 }, { 0x391, 5, 5 }, { 0x3a4, 5, 5 }, { 0x3a5, 5, 5 },
    /* what stands on its line or closes it, elsewhere */
    { 0x589, 50, 0 }, { 0x5be, 50, 0 }, { 0x5f3, 50, 0 }, { 0x5f4, 50, 0 },
    { 0x60c, 50, 0 }, { 0x61b, 40, 0 }, { 0x61f, 20, 0 }, { 0x6d4, 60, 0 },
    { 0x964, 40, 0 }, { 0x965, 30, 0 }, { 0x1362, 30, 0 }, { 0x17d4, 20, 0 },
    /* full-width signs of which one half is white */
    { 0x3001, 50, 0 }, { 0x3002, 50, 0 }, { 0xff0c, 50, 0 },
    { 0xff0e, 50, 0 },
    { 0x3008, 0, 50 }, { 0x3009, 50, 0 }, { 0x300a, 0, 50 },
    { 0x300b, 50, 0 }, { 0x300c, 0, 50 }, { 0x300d, 50, 0 },
    { 0x300e, 0, 50 }, { 0x300f, 50, 0 }, { 0x3010, 0, 50 },
    { 0x3011, 50, 0 }, { 0x3014, 0, 50 }, { 0x3015, 50, 0 },
    { 0x3016, 0, 50 }, { 0x3017, 50, 0 }, { 0xff08, 0, 50 },
    { 0xff09, 50, 0 }, { 0xff3b, 0, 50 }, { 0xff3d, 50, 0 },
    { 0xff5b, 0, 50 }, { 0xff5d, 50, 0 },
};

void
shape_hang_find(gunichar c, guint8 *hang, guint8 *hang_next)
{
    *hang = *hang_next = 0;
    for (gsize i = 0; i < G_N_ELEMENTS(table); i++)
        if (table[i].c == c) {
            *hang = table[i].end;
            *hang_next = table[i].start;
            return;
        }
}
