/* SPDX-License-Identifier: MIT */
/*
 * The border: bytes come in, clean UTF-8 goes on.  After this nobody checks
 * again: the text is valid UTF-8, holds only characters that XML 1.0 allows
 * (others became U+FFFD), and its lines end with '\n' alone.
 */
#pragma once

#include <article2book/diag.h>

typedef struct {
    char *name;             /* what messages call it */
    char *text;             /* ends with a NUL that len does not count */
    gsize len;
    const char *charset;    /* "UTF-8", "windows-1252" ...; interned */
} Source;

/* Reads path whole; "-" is the standard input.  A folder, a device, a FIFO
 * or a file over LIMIT_INPUT_BYTES is an error. */
GBytes *source_load(const char *path, GError **error);

/* Decodes bytes.  charset: as iconv knows it, or NULL to find out: byte
 * order mark, UTF-16 without one, UTF-8, then a guess by the guess module.
 * CR LF, CR CR LF and a bare CR become '\n'; ^Z at the end goes, terminal
 * escape sequences go, form feeds become blank lines. */
Source *source_new(GBytes *bytes, const char *name, const char *charset,
                   A2bDiag *diag, GError **error);
void source_free(Source *source);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Source, source_free)
