/* SPDX-License-Identifier: MIT */
/* A profile (ICC.1:2010) as Little CMS makes it, without the time at which
 * it does. */
#include "pdf/icc.h"

#include <string.h>

#include <lcms2.h>

#define DATE_AT 24              /* bytes of the header, 7.2 */
#define ID_AT 84
#define ID_LEN 16

GBytes *
icc_srgb(void)
{
    static const guchar date[12] = { 2000 >> 8, 2000 & 0xFF, 0, 1, 0, 1 };
    cmsHPROFILE profile = cmsCreate_sRGBProfile();
    cmsUInt32Number len = 0;
    g_autofree guchar *bytes = NULL;
    gboolean made = FALSE;

    if (profile == NULL)
        return NULL;
    if (cmsSaveProfileToMem(profile, NULL, &len) && len >= ID_AT + ID_LEN) {
        bytes = g_malloc(len);
        made = cmsSaveProfileToMem(profile, bytes, &len);
    }
    cmsCloseProfile(profile);
    if (!made)
        return NULL;
    memcpy(bytes + DATE_AT, date, sizeof date);
    memset(bytes + ID_AT, 0, ID_LEN);
    return g_bytes_new_take(g_steal_pointer(&bytes), len);
}
