/* SPDX-License-Identifier: MIT */
/* What Cairo painted on a page, as text: its tags are mended. */
#pragma once

#include <glib.h>

/* What Cairo's piece number i on a page is. */
typedef enum { MARK_ABSENT, MARK_CONTENT, MARK_FURNITURE } ContentMark;

/* Appends content to out: furniture becomes an artifact, texts that stand
 * beside nothing go.  marks[i] (array of guint8) says what piece i is.
 * FALSE if something is painted outside of all pieces, or it is not
 * understood. */
gboolean content_mend(const char *content, gsize len, GByteArray *out,
                      GByteArray *marks);
