/* SPDX-License-Identifier: MIT */
/* How libzip writes to memory: that of its own would be copied at the end. */
#include "epub/epub_target.h"

#include <string.h>

#define MOST (G_MAXUINT / 2)    /* an array of GLib may double */

static zip_int64_t
target_begin(EpubTarget *target)
{
    target->at = 0;
    g_byte_array_set_size(target->bytes, 0);
    return 0;
}

static zip_int64_t
target_write(EpubTarget *target, const void *data, zip_uint64_t len)
{
    if (len > MOST - target->at) {
        target->full = TRUE;
        return -1;
    }
    if (target->at + len > target->bytes->len)
        g_byte_array_set_size(target->bytes, target->at + len);
    memcpy(target->bytes->data + target->at, data, len);
    target->at += len;
    return len;
}

static zip_int64_t
target_seek(EpubTarget *target, void *data, zip_uint64_t len)
{
    const zip_int64_t at = zip_source_seek_compute_offset(
        target->at, target->bytes->len, data, len, NULL);

    if (at < 0)
        return -1;
    target->at = at;
    return 0;
}

static zip_int64_t
target_error(const EpubTarget *target, void *data, zip_uint64_t len)
{
    zip_error_t error;

    zip_error_init(&error);
    zip_error_set(&error, target->full ? ZIP_ER_MEMORY : ZIP_ER_INTERNAL, 0);
    return zip_error_to_data(&error, data, len);
}

static zip_int64_t
target_do(void *user, void *data, zip_uint64_t len, zip_source_cmd_t command)
{
    EpubTarget *target = user;

    switch ((int) command) {
    case ZIP_SOURCE_SUPPORTS:
        return ZIP_SOURCE_SUPPORTS_WRITABLE;
    case ZIP_SOURCE_STAT:
        zip_stat_init(data);
        return sizeof(zip_stat_t);
    case ZIP_SOURCE_OPEN:
    case ZIP_SOURCE_CLOSE:
    case ZIP_SOURCE_COMMIT_WRITE:
    case ZIP_SOURCE_ROLLBACK_WRITE:
    case ZIP_SOURCE_FREE:
        return 0;
    case ZIP_SOURCE_BEGIN_WRITE:
    case ZIP_SOURCE_REMOVE:
        return target_begin(target);
    case ZIP_SOURCE_WRITE:
        return target_write(target, data, len);
    case ZIP_SOURCE_SEEK_WRITE:
        return target_seek(target, data, len);
    case ZIP_SOURCE_TELL_WRITE:
        return target->at;
    case ZIP_SOURCE_ERROR:
        return target_error(target, data, len);
    default:
        return -1;
    }
}

zip_source_t *
epub_target_source(EpubTarget *target, zip_error_t *why)
{
    return zip_source_function_create(target_do, target, why);
}
