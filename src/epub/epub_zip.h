/* SPDX-License-Identifier: MIT */
/* A ZIP archive in memory whose bytes follow from its content alone. */
#pragma once

#include <glib.h>

typedef enum { EPUB_ZIP_STORE, EPUB_ZIP_DEFLATE } EpubZipMethod;

typedef struct EpubZip EpubZip;

EpubZip *epub_zip_new(GError **error);
void epub_zip_free(EpubZip *zip);

/* Adds a file; takes bytes.  A failure is remembered for the end. */
void epub_zip_add(EpubZip *zip, const char *name, GBytes *bytes,
                  EpubZipMethod method);

/* The archive; call once. */
GBytes *epub_zip_end(EpubZip *zip, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(EpubZip, epub_zip_free)
