/* SPDX-License-Identifier: MIT */
/*
 * A ZIP archive in memory whose bytes follow from its content alone.  Files
 * are deflated before they are added, each by any thread.
 */
#pragma once

#include <glib.h>

typedef enum { EPUB_ZIP_STORE, EPUB_ZIP_DEFLATE } EpubZipMethod;

/* A file as it lies in the archive. */
typedef struct {
    GBytes *bytes;
    gsize size;             /* before it was deflated */
    guint32 crc;            /* likewise */
    EpubZipMethod method;
} EpubPacked;

/* To be used by one thread. */
typedef struct EpubPacker EpubPacker;

EpubPacker *epub_packer_new(void);
void epub_packer_free(EpubPacker *packer);

/* Takes bytes; clear what it gives.  Those that do not become smaller are
 * stored. */
EpubPacked epub_pack(EpubPacker *packer, GBytes *bytes,
                     EpubZipMethod method);
void epub_packed_clear(EpubPacked *packed);

typedef struct EpubZip EpubZip;

EpubZip *epub_zip_new(GError **error);
void epub_zip_free(EpubZip *zip);

/* Adds a file.  A failure is remembered for the end. */
void epub_zip_add(EpubZip *zip, const char *name, const EpubPacked *packed);

/* The archive; call once.  Meanwhile says, now and then, which share of the
 * files is in it. */
typedef void (*EpubZipShare)(double share, gpointer user);
GBytes *epub_zip_end(EpubZip *zip, EpubZipShare say, gpointer user,
                     GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(EpubPacker, epub_packer_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(EpubZip, epub_zip_free)
