/* SPDX-License-Identifier: MIT */
/* How files lie in the archive (EPUB OCF 3.3): order, times, modes. */
#include "epub/epub_zip.h"

#include <article2book/diag.h>
#include <zip.h>

#define DOS_1980_01_01 0x0021   /* the oldest day that ZIP can name */
#define LEVEL 6                 /* 9 costs 3 % more time for 0.1 % */

struct EpubZip {
    zip_source_t *target;       /* what the archive is written to */
    zip_t *archive;
    GPtrArray *bytes;           /* read only when the archive is closed */
    gboolean failed;
};

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
    zip_error_t why;

    zip_error_init(&why);
    zip->bytes = g_ptr_array_new_with_free_func(
        (GDestroyNotify) g_bytes_unref);
    zip->target = zip_source_buffer_create(NULL, 0, 0, &why);
    if (zip->target)
        zip->archive = zip_open_from_source(zip->target, ZIP_TRUNCATE, &why);
    if (!zip->archive) {
        epub_zip_fail(error, zip_error_strerror(&why));
        zip_error_fini(&why);
        return NULL;
    }
    zip_source_keep(zip->target);   /* the archive holds one, we another */
    return g_steal_pointer(&zip);
}

void
epub_zip_free(EpubZip *zip)
{
    if (!zip)
        return;
    if (zip->archive)
        zip_discard(zip->archive);
    if (zip->target)
        zip_source_free(zip->target);
    g_ptr_array_unref(zip->bytes);
    g_free(zip);
}

void
epub_zip_add(EpubZip *zip, const char *name, GBytes *bytes,
             EpubZipMethod method)
{
    gboolean deflate = method == EPUB_ZIP_DEFLATE;
    zip_source_t *source;
    zip_int64_t index;

    g_ptr_array_add(zip->bytes, bytes);
    source = zip_source_buffer(zip->archive, g_bytes_get_data(bytes, NULL),
                               g_bytes_get_size(bytes), 0);
    if (!source) {
        zip->failed = TRUE;
        return;
    }
    index = zip_file_add(zip->archive, name, source, ZIP_FL_ENC_UTF_8);
    if (index < 0) {
        zip_source_free(source);
        zip->failed = TRUE;
        return;
    }
    if (zip_set_file_compression(zip->archive, index,
                                 deflate ? ZIP_CM_DEFLATE : ZIP_CM_STORE,
                                 deflate ? LEVEL : 0) != 0
        || zip_file_set_dostime(zip->archive, index, 0, DOS_1980_01_01, 0)
        || zip_file_set_external_attributes(zip->archive, index, 0,
                                            ZIP_OPSYS_UNIX,
                                            (zip_uint32_t) 0100644 << 16))
        zip->failed = TRUE;
}

/* What was written to the target; NULL if it cannot be read back. */
static GBytes *
epub_zip_written(zip_source_t *target)
{
    g_autofree char *data = NULL;
    zip_stat_t stat;
    zip_int64_t got;

    if (zip_source_open(target) != 0)
        return NULL;
    if (zip_source_stat(target, &stat) != 0 || !(stat.valid & ZIP_STAT_SIZE)
        || !(data = g_try_malloc(stat.size))) {
        zip_source_close(target);
        return NULL;
    }
    got = zip_source_read(target, data, stat.size);
    zip_source_close(target);
    if (got < 0 || (zip_uint64_t) got != stat.size)
        return NULL;
    return g_bytes_new_take(g_steal_pointer(&data), stat.size);
}

GBytes *
epub_zip_end(EpubZip *zip, GError **error)
{
    GBytes *written;

    if (zip->failed || zip_close(zip->archive) != 0) {
        epub_zip_fail(error, zip_strerror(zip->archive));
        return NULL;
    }
    zip->archive = NULL;
    written = epub_zip_written(zip->target);
    if (!written)
        epub_zip_fail(error, zip_error_strerror(
                          zip_source_error(zip->target)));
    return written;
}
