/* SPDX-License-Identifier: MIT */
/*
 * Memory that an archive is written to and that becomes the book as it is.
 */
#pragma once

#include <glib.h>
#include <zip.h>

typedef struct {
    GByteArray *bytes;
    gsize at;               /* where the next are written */
    gboolean full;          /* more than memory takes was to be written */
} EpubTarget;

/* target must outlive it. */
zip_source_t *epub_target_source(EpubTarget *target, zip_error_t *why);
