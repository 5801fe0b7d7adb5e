/* SPDX-License-Identifier: MIT */
/* What the breaks module offers: where lines may break in scripts that are
 * written without blanks and that Pango does not know (Khmer, Lao,
 * Burmese).  ICU and its 30 MB of data are behind it, so it is opened by
 * base/module only where such text stands. */
#pragma once

#include <glib.h>

typedef struct {
    /* Calls found with each byte offset in str (valid UTF-8, len bytes),
     * in order, at which a line may break; not with 0 and len. */
    void (*line_breaks)(const char *str, gsize len, const char *language,
                        void (*found)(gsize at, gpointer user),
                        gpointer user);
} BreaksModule;
