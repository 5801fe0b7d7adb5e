/* SPDX-License-Identifier: MIT */
/* Decides nothing of how a picture looks: it copies coded rows.
 *
 * Most of a cover is blank paper, and coding blank rows again and again is
 * a third of the whole work.  After a restart marker (ITU T.81, B.2.1)
 * nothing depends on what was before, so the bytes of a row may be used as
 * often as one likes; only the markers' numbers run on. */
#include "cover/repeat.h"

#include <string.h>

#define SOF0 0xc0
#define RST0 0xd0
#define RST7 0xd7
#define SOI 0xd8
#define EOI 0xd9
#define SOS 0xda

typedef struct {
    gsize scan;             /* where the coded rows start */
    gsize height;           /* where the height stands, two bytes */
} Places;

/* Walks the marker segments before the scan. */
static gboolean
find_places(const guint8 *bytes, gsize len, Places *places)
{
    *places = (Places) { 0 };
    if (len < 4 || bytes[0] != 0xff || bytes[1] != SOI)
        return FALSE;
    for (gsize at = 2; at + 9 < len && bytes[at] == 0xff;) {
        guint marker = bytes[at + 1];
        gsize size = (gsize)bytes[at + 2] << 8 | bytes[at + 3];
        if (marker == SOF0)
            places->height = at + 5;
        at += 2 + size;
        if (marker == SOS) {
            places->scan = at;
            return places->height > 0 && at < len;
        }
    }
    return FALSE;
}

/* Where every coded row starts, and last where the scan ends. */
static GArray *
row_starts(const guint8 *bytes, gsize len, gsize scan)
{
    GArray *starts = g_array_new(FALSE, FALSE, sizeof(gsize));
    g_array_append_val(starts, scan);
    const guint8 *p = bytes + scan, *end = bytes + len;
    while ((p = memchr(p, 0xff, (gsize)(end - p))) && p + 1 < end) {
        gsize next = (gsize)(p - bytes) + 2;
        if ((p[1] >= RST0 && p[1] <= RST7) || p[1] == EOI)
            g_array_append_val(starts, next);
        p += 2;
    }
    return starts;
}

GBytes *
repeat_rows(const guint8 *bytes, gsize len, const guint *rows, guint n,
            guint height)
{
    Places places;
    if (!find_places(bytes, len, &places))
        return NULL;
    g_autoptr(GArray) starts = row_starts(bytes, len, places.scan);
    GByteArray *out = g_byte_array_sized_new((guint)len * 2);
    g_byte_array_append(out, bytes, (guint)places.scan);
    out->data[places.height] = (guint8)(height >> 8);
    out->data[places.height + 1] = (guint8)height;
    for (guint i = 0; i < n; i++) {
        if (rows[i] + 1 >= starts->len) {
            g_byte_array_unref(out);
            return NULL;
        }
        gsize start = g_array_index(starts, gsize, rows[i]);
        gsize end = g_array_index(starts, gsize, rows[i] + 1);
        g_byte_array_append(out, bytes + start, (guint)(end - start));
        out->data[out->len - 1] = i + 1 < n ? (guint8)(RST0 + i % 8) : EOI;
    }
    return g_byte_array_free_to_bytes(out);
}
