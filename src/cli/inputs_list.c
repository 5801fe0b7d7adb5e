/* SPDX-License-Identifier: MIT */
/* Decides where a list of inputs is divided. */
#include "inputs_parts.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sysexits.h>

#include "report.h"

#define LIST_BYTES_MOST (64 << 20)

/* The list with a NUL behind it; NULL after a message. */
static GString *
list_load(const char *path, int *status)
{
    gboolean is_stdin = g_str_equal(path, "-");
    FILE *file = is_stdin ? stdin : fopen(path, "re");
    g_autoptr(GString) list = g_string_new(NULL);
    char part[1 << 16];
    gsize n;
    gboolean failed;

    if (!file) {
        *status = report_failure(EX_NOINPUT, "%s: %s", path,
                                 g_strerror(errno));
        return NULL;
    }
    while (list->len <= LIST_BYTES_MOST &&
           (n = fread(part, 1, sizeof part, file)) > 0)
        g_string_append_len(list, part, n);
    failed = ferror(file) != 0;
    *status = failed ? report_failure(EX_IOERR, "%s: %s", path,
                                      g_strerror(errno)) : EX_OK;
    if (!is_stdin)
        fclose(file);
    if (list->len > LIST_BYTES_MOST)
        *status = report_failure(EX_DATAERR, "%s: over %d MB; that is no "
                                 "list of files", path,
                                 LIST_BYTES_MOST >> 20);
    return *status == EX_OK ? g_steal_pointer(&list) : NULL;
}

/* Names that hold newlines are parted by NULs: where there is one, all
 * are. */
int
inputs_add_list(Inputs *inputs, const char *path)
{
    static const InputPlace nowhere = { NULL, NULL, NULL };
    int status = EX_OK;
    g_autoptr(GString) list = list_load(path, &status);
    const char *met_before;
    InputState state;
    gboolean lines;
    char *at, *end;

    if (!list)
        return status;
    state = inputs_look(path);
    if (!g_str_equal(path, "-"))
        inputs_meet(inputs, path, &state, &met_before);
    lines = !memchr(list->str, '\0', list->len);
    end = list->str + list->len;
    for (at = list->str; at < end && status == EX_OK;) {
        char *stop = lines ? memchr(at, '\n', end - at) : at + strlen(at);
        char *next = stop ? stop + 1 : end;

        if (!stop)
            stop = end;
        if (lines && stop > at && stop[-1] == '\r')
            stop--;
        *stop = '\0';
        if (*at)
            status = inputs_add(inputs, at, &nowhere);
        at = next;
    }
    return status;
}
