/* SPDX-License-Identifier: MIT */
/* How a file is written whole or not at all: beside its place, synced,
 * renamed. */
#include <article2book/write.h>

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define LINKS_MOST 40           /* symbolic links on the way: as Linux has */

typedef struct {
    const char *path;           /* as the caller names it */
    int number;                 /* errno; 0: nothing failed */
    A2bError code;              /* if it is not one of permission */
} Failure;

static gboolean
outfile_fail(Failure *failure, A2bError code)
{
    if (failure->number == 0) {
        failure->number = errno;
        failure->code = code;
    }
    return FALSE;
}

static gboolean
outfile_report(const Failure *failure, GError **error)
{
    gboolean permission = failure->number == EACCES ||
                          failure->number == EPERM ||
                          failure->number == EROFS;

    if (failure->number == 0)
        return TRUE;
    g_set_error(error, A2B_ERROR,
                permission ? A2B_ERROR_PERMISSION : failure->code,
                "%s: %s", failure->path, g_strerror(failure->number));
    return FALSE;
}

static gboolean
outfile_put(int fd, GBytes *bytes, Failure *failure)
{
    gsize len;
    const char *at = g_bytes_get_data(bytes, &len);

    while (len > 0) {
        gssize n = write(fd, at, len);

        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return outfile_fail(failure, A2B_ERROR_IO);
        at += n;
        len -= n;
    }
    return TRUE;
}

/* The path that a chain of symbolic links ends at, whether or not there is
 * a file; the links themselves are kept.  NULL if the chain has no end. */
static char *
outfile_resolve(const char *path)
{
    char *at = g_strdup(path);

    for (int i = 0; i < LINKS_MOST; i++) {
        g_autofree char *target = g_file_read_link(at, NULL);
        g_autofree char *folder = NULL;

        if (target == NULL)
            return at;
        folder = g_path_get_dirname(at);
        g_free(at);
        at = g_path_is_absolute(target)
                 ? g_strdup(target) : g_build_filename(folder, target, NULL);
    }
    g_free(at);
    errno = ELOOP;
    return NULL;
}

static void
outfile_through(const char *path, GBytes *bytes, Failure *failure)
{
    int fd = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY);

    if (fd < 0) {
        outfile_fail(failure, A2B_ERROR_OUTPUT);
        return;
    }
    outfile_put(fd, bytes, failure);
    if (close(fd) < 0)
        outfile_fail(failure, A2B_ERROR_IO);
}

/* The rename itself must outlast a power cut. */
static void
outfile_sync_folder(const char *folder)
{
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

    if (fd < 0)
        return;
    /* Some file systems cannot; the file is there all the same. */
    (void) !fsync(fd);
    close(fd);
}

/* Gives a file its name unless that is taken.  Not every file system knows
 * how to move so; nor how to link. */
static int
outfile_move_new(const char *beside, const char *path)
{
    if (renameat2(AT_FDCWD, beside, AT_FDCWD, path, RENAME_NOREPLACE) == 0)
        return 0;
    if (errno != EINVAL && errno != ENOSYS)
        return -1;
    if (link(beside, path) < 0)
        return -1;
    unlink(beside);
    return 0;
}

/* old: what is there; NULL: nothing.  is_new: nothing may be. */
static void
outfile_replace(const char *path, const struct stat *old, gboolean is_new,
                GBytes *bytes, Failure *failure)
{
    g_autofree char *folder = g_path_get_dirname(path);
    g_autofree char *beside = g_build_filename(folder, ".a2b-XXXXXX", NULL);
    int fd = g_mkstemp_full(beside, O_WRONLY | O_CLOEXEC, 0666);

    if (fd < 0) {
        outfile_fail(failure, A2B_ERROR_OUTPUT);
        return;
    }
    if (outfile_put(fd, bytes, failure) && old != NULL &&
        fchmod(fd, old->st_mode & 07777) < 0)
        outfile_fail(failure, A2B_ERROR_OUTPUT);
    if (fsync(fd) < 0)
        outfile_fail(failure, A2B_ERROR_IO);
    if (close(fd) < 0)
        outfile_fail(failure, A2B_ERROR_IO);
    if (failure->number == 0 &&
        (is_new ? outfile_move_new(beside, path) : rename(beside, path)) < 0)
        outfile_fail(failure, A2B_ERROR_OUTPUT);
    if (failure->number == 0)
        outfile_sync_folder(folder);
    else
        unlink(beside);
}

/* Signals that would kill the program half-way.  Those that a write brings
 * on itself are seen as its error; the others wait until the temporary file
 * is gone or in its place. */
static void
outfile_hold_signals(gboolean all, sigset_t *before)
{
    static const int from_writing[] = { SIGPIPE, SIGXFSZ };
    static const int from_outside[] = { SIGINT, SIGTERM, SIGHUP, SIGQUIT };
    sigset_t held;

    sigemptyset(&held);
    for (guint i = 0; i < G_N_ELEMENTS(from_writing); i++)
        sigaddset(&held, from_writing[i]);
    for (guint i = 0; all && i < G_N_ELEMENTS(from_outside); i++)
        sigaddset(&held, from_outside[i]);
    pthread_sigmask(SIG_BLOCK, &held, before);
}

static void
outfile_let_signals(const Failure *failure, const sigset_t *before)
{
    static const struct timespec now = { 0, 0 };
    sigset_t own;

    sigemptyset(&own);
    if (failure->number == EPIPE)
        sigaddset(&own, SIGPIPE);
    if (failure->number == EFBIG)
        sigaddset(&own, SIGXFSZ);
    if (failure->number == EPIPE || failure->number == EFBIG)
        sigtimedwait(&own, NULL, &now);
    pthread_sigmask(SIG_SETMASK, before, NULL);
}

gboolean
a2b_write_file(const char *path, GBytes *bytes, GError **error)
{
    gboolean is_stdout = strcmp(path, "-") == 0;
    g_autofree char *target = is_stdout ? NULL : outfile_resolve(path);
    Failure failure = { .path = is_stdout ? "standard output" : path };
    struct stat old;
    gboolean is_old = target != NULL && stat(target, &old) == 0;
    gboolean through = is_stdout || (is_old && !S_ISREG(old.st_mode));
    sigset_t before;

    if (!is_stdout && target == NULL) {
        outfile_fail(&failure, A2B_ERROR_OUTPUT);
        return outfile_report(&failure, error);
    }
    outfile_hold_signals(!through, &before);
    if (is_stdout)
        outfile_put(STDOUT_FILENO, bytes, &failure);
    else if (through)
        outfile_through(target, bytes, &failure);
    else
        outfile_replace(target, is_old ? &old : NULL, FALSE, bytes,
                        &failure);
    outfile_let_signals(&failure, &before);
    return outfile_report(&failure, error);
}

gboolean
a2b_write_new_file(const char *path, GBytes *bytes, GError **error)
{
    Failure failure = { .path = path };
    sigset_t before;
    struct stat old;

    if (lstat(path, &old) == 0) {
        errno = EEXIST;
        outfile_fail(&failure, A2B_ERROR_OUTPUT);
        return outfile_report(&failure, error);
    }
    outfile_hold_signals(TRUE, &before);
    outfile_replace(path, NULL, TRUE, bytes, &failure);
    outfile_let_signals(&failure, &before);
    return outfile_report(&failure, error);
}

gboolean
a2b_same_file(const char *a, const char *b)
{
    struct stat one, other;

    return stat(a, &one) == 0 && stat(b, &other) == 0 &&
           one.st_dev == other.st_dev && one.st_ino == other.st_ino;
}
