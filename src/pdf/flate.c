/* SPDX-License-Identifier: MIT */
/* Decides how hard bytes are pressed. */
#include "pdf/flate.h"

#include <libdeflate.h>

#define LEVEL 6
#define ROOM_LEAST 4096         /* bytes; of pages six times theirs are
                                 * enough */
#define ROOM 6

struct Flate {
    struct libdeflate_compressor *packer;
    struct libdeflate_decompressor *unpacker;
};

Flate *
flate_new(void)
{
    Flate *flate = g_new(Flate, 1);

    flate->packer = libdeflate_alloc_compressor(LEVEL);
    flate->unpacker = libdeflate_alloc_decompressor();
    if (flate->packer == NULL || flate->unpacker == NULL)
        g_error("no memory");
    return flate;
}

void
flate_free(Flate *flate)
{
    if (flate == NULL)
        return;
    libdeflate_free_compressor(flate->packer);
    libdeflate_free_decompressor(flate->unpacker);
    g_free(flate);
}

void
flate_pack(Flate *flate, gconstpointer data, gsize len, GByteArray *out)
{
    g_byte_array_set_size(out, libdeflate_zlib_compress_bound(flate->packer,
                                                              len));
    g_byte_array_set_size(out, libdeflate_zlib_compress(
        flate->packer, data, len, out->data, out->len));
}

gboolean
flate_unpack(Flate *flate, gconstpointer data, gsize len, GByteArray *out)
{
    enum libdeflate_result result;
    gsize room = MAX(ROOM_LEAST, ROOM * len), used = 0;

    do {
        g_byte_array_set_size(out, room);
        result = libdeflate_zlib_decompress(flate->unpacker, data, len,
                                            out->data, room, &used);
        room *= 2;
    } while (result == LIBDEFLATE_INSUFFICIENT_SPACE);
    g_byte_array_set_size(out, used);
    return result == LIBDEFLATE_SUCCESS;
}
