/* SPDX-License-Identifier: MIT */
/* From bytes in any character set to well-formed UTF-8. */
#pragma once

#include <article2book/diag.h>

typedef struct {
    char *text;             /* owned; NULL: the bytes are well-formed UTF-8
                             * as they are */
    gsize len;
    const char *charset;    /* interned */
    gboolean guessed;
    guint bad;              /* malformed sequences, each now U+FFFD */
} Decoded;

/* charset NULL: found out.  FALSE only if charset is not known. */
gboolean charset_decode(const char *bytes, gsize len, const char *charset,
                        Decoded *decoded, GError **error);
