/* SPDX-License-Identifier: MIT */
/* Undoes the encodings of mail. */
#pragma once

#include <glib.h>

/* A header value as it is meant: encoded words (RFC 2047) decoded, those
 * that cannot be decoded left as they are.  Valid UTF-8; free with
 * g_free(). */
char *header_decode_words(const char *str, gsize len);

/* Quoted-printable (underscores are blanks in words, not in bodies), and
 * base64.  Whatever is not well-formed stays or is passed over.  The
 * result ends with a NUL that *out_len does not count; free with
 * g_free(). */
char *header_decode_quoted(const char *str, gsize len, gboolean word,
                           gsize *out_len);
char *header_decode_base64(const char *str, gsize len, gsize *out_len);

/* Bytes of a charset as valid UTF-8; an unknown one is taken as UTF-8 or,
 * if they are no UTF-8, as windows-1252.  charset may be NULL.  Free with
 * g_free(). */
char *header_decode_charset(const char *bytes, gsize len,
                            const char *charset, gsize *out_len);
