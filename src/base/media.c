/* SPDX-License-Identifier: MIT */
/* Where JPEG (ITU-T T.81, annex B) and PNG say how large they are. */
#include "base/media.h"

#include <string.h>

#include "base/limits.h"

#define JPEG_SEGMENTS_MOST 10000        /* before the frame header */

static guint
media_uint16(const guchar *s)
{
    return (guint) s[0] << 8 | s[1];
}

static guint
media_uint32(const guchar *s)
{
    return media_uint16(s) << 16 | media_uint16(s + 2);
}

static gboolean
media_png(const guchar *s, gsize len, Media *media)
{
    if (len < 24 || memcmp(s, "\211PNG\r\n\032\n", 8) != 0 ||
        memcmp(s + 12, "IHDR", 4) != 0)
        return FALSE;
    *media = (Media) {
        "image/png", "png", media_uint32(s + 16), media_uint32(s + 20),
    };
    return TRUE;
}

/* SOF0..SOF15, but not DHT, JPG and DAC, which lie among them. */
static gboolean
media_is_frame(guchar marker)
{
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 &&
           marker != 0xC8 && marker != 0xCC;
}

static gboolean
media_jpeg(const guchar *s, gsize len, Media *media)
{
    gsize at = 2;

    if (len < 4 || memcmp(s, "\377\330\377", 3) != 0)
        return FALSE;
    for (guint n = 0; n < JPEG_SEGMENTS_MOST; n++) {
        while (at + 1 < len && s[at] == 0xFF && s[at + 1] == 0xFF)
            at++;                       /* fill bytes */
        if (at + 9 > len || s[at] != 0xFF)
            return FALSE;
        if (media_is_frame(s[at + 1])) {
            *media = (Media) {
                "image/jpeg", "jpg",
                media_uint16(s + at + 7), media_uint16(s + at + 5),
            };
            return TRUE;
        }
        at += 2 + media_uint16(s + at + 2);
    }
    return FALSE;
}

gboolean
media_sniff(GBytes *bytes, Media *media)
{
    gsize len;
    const guchar *s = g_bytes_get_data(bytes, &len);

    return (media_png(s, len, media) || media_jpeg(s, len, media)) &&
           media->width > 0 && media->width <= LIMIT_COVER_SIDE &&
           media->height > 0 && media->height <= LIMIT_COVER_SIDE;
}
