/* SPDX-License-Identifier: MIT */
/* What a picture is, from its first bytes, without decoding it. */
#pragma once

#include <glib.h>

typedef struct {
    const char *type;       /* "image/jpeg"; static */
    const char *ending;     /* "jpg"; static */
    guint width, height;    /* pixels */
} Media;

/* FALSE if the bytes are no JPEG or PNG with a sane size. */
gboolean media_sniff(GBytes *bytes, Media *media);
