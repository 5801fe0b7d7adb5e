/* SPDX-License-Identifier: MIT */
/* Identifiers that follow from names (RFC 9562, 5.5). */
#include "base/uuid.h"

#include <string.h>

static const guint8 uuid_url_space[16] = {
    0x6b, 0xa7, 0xb8, 0x11, 0x9d, 0xad, 0x11, 0xd1,
    0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8,
};

char *
uuid_urn(const char *name)
{
    g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA1);
    guint8 u[20];
    gsize len = sizeof u;

    g_checksum_update(sum, uuid_url_space, sizeof uuid_url_space);
    g_checksum_update(sum, (const guchar *) name, strlen(name));
    g_checksum_get_digest(sum, u, &len);
    u[6] = (u[6] & 0x0F) | 0x50;
    u[8] = (u[8] & 0x3F) | 0x80;
    return g_strdup_printf(
        "urn:uuid:%02x%02x%02x%02x-%02x%02x-%02x%02x-%02x%02x-"
        "%02x%02x%02x%02x%02x%02x",
        u[0], u[1], u[2], u[3], u[4], u[5], u[6], u[7], u[8], u[9],
        u[10], u[11], u[12], u[13], u[14], u[15]);
}
