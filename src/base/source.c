/* SPDX-License-Identifier: MIT */
/* What may be read, and what of it goes on as text. */
#include "base/source.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/charset.h"
#include "base/control.h"
#include "base/diag.h"
#include "base/limits.h"

#define READ_SIZE (64 << 10)
#define BYTE_ORDER_MARK "\357\273\277"

static void
source_fail(GError **error, const char *path, int number)
{
    A2bError code = number == EACCES || number == EPERM
                        ? A2B_ERROR_PERMISSION : A2B_ERROR_NO_INPUT;

    g_set_error(error, A2B_ERROR, code, "%s: %s", path, g_strerror(number));
}

/* A FIFO must not hang the program and a device not feed it for ever. */
static int
source_open(const char *path, gsize *size, GError **error)
{
    struct stat info;
    int fd;

    if (strcmp(path, "-") == 0)
        return STDIN_FILENO;
    fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
    if (fd < 0 || fstat(fd, &info) < 0) {
        source_fail(error, path, errno);
    } else if (!S_ISREG(info.st_mode)) {
        g_set_error(error, A2B_ERROR, A2B_ERROR_NO_INPUT,
                    S_ISDIR(info.st_mode)
                        ? "%s: is a folder; name the files in it"
                        : "%s: is no file; give its content to \"-\"",
                    path);
    } else {
        *size = CLAMP(info.st_size, 0, LIMIT_INPUT_BYTES);
        return fd;
    }
    if (fd >= 0)
        close(fd);
    return -1;
}

/* The standard input may be non-blocking: that is its sender's affair. */
static gboolean
source_may_retry(int fd)
{
    GPollFD ready = { .fd = fd, .events = G_IO_IN };

    if (errno == EAGAIN || errno == EWOULDBLOCK)
        g_poll(&ready, 1, -1);
    else if (errno != EINTR)
        return FALSE;
    return TRUE;
}

/* The size a file claims is a hint only: it may change while it is read.  A
 * read that had room for more and ends there has met the end.  Of what is no
 * file size is 0. */
static GByteArray *
source_read(int fd, gsize size, const char *path, GError **error)
{
    g_autoptr(GByteArray) bytes = g_byte_array_new();
    gsize len = 0;
    gssize n;

    g_byte_array_set_size(bytes, (size > 0 ? size : READ_SIZE) + 1);
    do {
        if (len == bytes->len)
            g_byte_array_set_size(bytes, len + READ_SIZE);
        n = read(fd, bytes->data + len, bytes->len - len);
        if (n < 0 && source_may_retry(fd))
            continue;
        if (n < 0) {
            g_set_error(error, A2B_ERROR, A2B_ERROR_IO, "%s: %s", path,
                        g_strerror(errno));
            return NULL;
        }
        len += n;
        if (len == size)
            break;
    } while (n != 0 && len <= LIMIT_INPUT_BYTES);
    if (len > LIMIT_INPUT_BYTES) {
        g_set_error(error, A2B_ERROR, A2B_ERROR_LIMIT,
                    "%s: is larger than %d MiB; split it", path,
                    LIMIT_INPUT_BYTES >> 20);
        return NULL;
    }
    g_byte_array_set_size(bytes, len);
    return g_steal_pointer(&bytes);
}

GBytes *
source_load(const char *path, GError **error)
{
    gsize size = 0;
    int fd = source_open(path, &size, error);
    GByteArray *bytes;

    if (fd < 0)
        return NULL;
    bytes = source_read(fd, size,
                        fd == STDIN_FILENO ? "standard input" : path, error);
    if (fd != STDIN_FILENO)
        close(fd);
    return bytes == NULL ? NULL : g_byte_array_free_to_bytes(bytes);
}

/* Padding of systems whose files end with a block. */
static gsize
source_trim(const char *text, gsize len)
{
    while (len > 0 && (text[len - 1] == 0x1A || text[len - 1] == '\0'))
        len--;
    return len;
}

static void
source_say(A2bDiag *diag, const Source *source, const Decoded *decoded,
           guint bad)
{
    if (decoded->guessed)
        diag_say(diag, DIAG_CHARSET, source->name, 0, 0, source->charset);
    if (bad > 0)
        diag_say(diag, DIAG_BYTES, source->name, 0, 0, bad);
}

Source *
source_new(GBytes *bytes, const char *name, const char *charset,
           A2bDiag *diag, GError **error)
{
    gsize len, skip;
    const char *data = g_bytes_get_data(bytes, &len);
    const char *text;
    Decoded decoded;
    Source *source;
    guint bad;

    if (data == NULL)
        data = "";
    if (!charset_decode(data, len, charset, &decoded, error))
        return NULL;
    text = decoded.text != NULL ? decoded.text : data;
    skip = decoded.len >= 3 && memcmp(text, BYTE_ORDER_MARK, 3) == 0 ? 3 : 0;
    text += skip;
    len = source_trim(text, decoded.len - skip);
    bad = decoded.bad;

    source = g_new0(Source, 1);
    source->name = g_strdup(name);
    source->charset = g_intern_string(decoded.charset);
    source->len = len;
    if (control_is_clean(text, len))
        source->text = g_strndup(text, len);
    else
        source->text = control_resolve(text, len, &source->len, &bad);
    g_free(decoded.text);
    source_say(diag, source, &decoded, bad);
    return source;
}

void
source_free(Source *source)
{
    if (source == NULL)
        return;
    g_free(source->name);
    g_free(source->text);
    g_free(source);
}
