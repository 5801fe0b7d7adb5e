/* SPDX-License-Identifier: MIT */
/* How files lie in the archive (EPUB OCF 3.3): order, times, modes. */
#include "epub/epub_zip.h"

#include <article2book/diag.h>
#include <string.h>
#include <zip.h>

#include "epub/epub_target.h"

#define SHARE_STEP 0.01         /* how often its progress is said */
#define DOS_1980_01_01 0x0021   /* the oldest day that ZIP can name */

struct EpubZip {
    EpubTarget target;
    zip_t *archive;             /* written to it when it is closed */
    gboolean failed;
    EpubZipShare say;           /* called while it is closed */
    gpointer user;
};

/* What the archive reads a file from when it is closed. */
typedef struct {
    GBytes *bytes;
    gsize size, at;
    guint32 crc;
    int method;
} EpubZipFile;

static void
epub_zip_fail(GError **error, const char *why)
{
    g_set_error(error, A2B_ERROR, A2B_ERROR_IO,
                "the book cannot be packed: %s", why);
}

EpubZip *
epub_zip_new(GError **error)
{
    g_autoptr(EpubZip) zip = g_new0(EpubZip, 1);
    zip_source_t *source;
    zip_error_t why;

    zip_error_init(&why);
    zip->target.bytes = g_byte_array_new();
    source = epub_target_source(&zip->target, &why);
    if (source)
        zip->archive = zip_open_from_source(source, ZIP_TRUNCATE, &why);
    if (!zip->archive) {
        epub_zip_fail(error, zip_error_strerror(&why));
        zip_error_fini(&why);
        if (source)
            zip_source_free(source);
        return NULL;
    }
    return g_steal_pointer(&zip);
}

void
epub_zip_free(EpubZip *zip)
{
    if (!zip)
        return;
    if (zip->archive)
        zip_discard(zip->archive);
    g_clear_pointer(&zip->target.bytes, g_byte_array_unref);
    g_free(zip);
}

static zip_int64_t
epub_zip_read(EpubZipFile *file, void *data, zip_uint64_t len)
{
    gsize size;
    const char *from = g_bytes_get_data(file->bytes, &size);

    len = MIN(len, size - file->at);
    memcpy(data, from + file->at, len);
    file->at += len;
    return len;
}

/* Says that the data are deflated already: then they are copied. */
static zip_int64_t
epub_zip_stat(const EpubZipFile *file, zip_stat_t *stat)
{
    zip_stat_init(stat);
    stat->size = file->size;
    stat->comp_size = g_bytes_get_size(file->bytes);
    stat->crc = file->crc;
    stat->comp_method = file->method;
    stat->encryption_method = ZIP_EM_NONE;
    stat->valid = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_CRC
        | ZIP_STAT_COMP_METHOD | ZIP_STAT_ENCRYPTION_METHOD;
    return sizeof(*stat);
}

static void
epub_zip_file_free(EpubZipFile *file)
{
    g_bytes_unref(file->bytes);
    g_free(file);
}

static zip_int64_t
epub_zip_source(void *user, void *data, zip_uint64_t len,
                zip_source_cmd_t command)
{
    EpubZipFile *file = user;

    switch ((int) command) {
    case ZIP_SOURCE_SUPPORTS:
        return zip_source_make_command_bitmap(
            ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE,
            ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE, -1);
    case ZIP_SOURCE_OPEN:
        file->at = 0;
        return 0;
    case ZIP_SOURCE_READ:
        return epub_zip_read(file, data, len);
    case ZIP_SOURCE_CLOSE:
        return 0;
    case ZIP_SOURCE_STAT:
        return epub_zip_stat(file, data);
    case ZIP_SOURCE_ERROR:
        memset(data, 0, 2 * sizeof(int));
        return 2 * sizeof(int);
    case ZIP_SOURCE_FREE:
        epub_zip_file_free(file);
        return 0;
    default:
        return -1;
    }
}

/* The file's index in the archive, or -1. */
static zip_int64_t
epub_zip_put(EpubZip *zip, const char *name, const EpubPacked *packed,
             int method)
{
    EpubZipFile *file = g_new0(EpubZipFile, 1);
    zip_source_t *source;
    zip_int64_t index;

    file->bytes = g_bytes_ref(packed->bytes);
    file->size = packed->size;
    file->crc = packed->crc;
    file->method = method;
    source = zip_source_function(zip->archive, epub_zip_source, file);
    if (!source) {
        epub_zip_file_free(file);
        return -1;
    }
    index = zip_file_add(zip->archive, name, source, ZIP_FL_ENC_UTF_8);
    if (index < 0)
        zip_source_free(source);
    return index;
}

void
epub_zip_add(EpubZip *zip, const char *name, const EpubPacked *packed)
{
    int method = packed->method == EPUB_ZIP_DEFLATE ? ZIP_CM_DEFLATE
                                                    : ZIP_CM_STORE;
    zip_int64_t index = epub_zip_put(zip, name, packed, method);

    if (index < 0
        || zip_set_file_compression(zip->archive, index, method, 0) != 0
        || zip_file_set_dostime(zip->archive, index, 0, DOS_1980_01_01, 0)
        || zip_file_set_external_attributes(zip->archive, index, 0,
                                            ZIP_OPSYS_UNIX,
                                            (zip_uint32_t) 0100644 << 16))
        zip->failed = TRUE;
}

static void
epub_zip_share(zip_t *archive G_GNUC_UNUSED, double share, void *user)
{
    const EpubZip *zip = user;

    zip->say(share, zip->user);
}

GBytes *
epub_zip_end(EpubZip *zip, EpubZipShare say, gpointer user, GError **error)
{
    zip->say = say;
    zip->user = user;
    zip_register_progress_callback_with_state(
        zip->archive, SHARE_STEP, epub_zip_share, NULL, zip);
    if (zip->failed || zip_close(zip->archive) != 0) {
        epub_zip_fail(error, zip_strerror(zip->archive));
        return NULL;
    }
    zip->archive = NULL;
    return g_byte_array_free_to_bytes(g_steal_pointer(&zip->target.bytes));
}
