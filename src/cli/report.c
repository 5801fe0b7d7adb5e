/* SPDX-License-Identifier: MIT */
/* Decides which messages are printed, in which form, and which exit status
 * an error of the library has. */
#include "report.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sysexits.h>
#include <unistd.h>

#include "progress.h"

static ReportLevel report_level = REPORT_NORMAL;
static gboolean report_colour;

/* Notes that are printed without being asked for: they say that words of
 * the input, or an article, are not in the book. */
static const char *const report_losses[] = {
    "boilerplate", "transport", "field", "code", "label",
    "duplicate", NULL
};

static const int report_status[] = {
    [A2B_ERROR_INPUT] = EX_DATAERR,
    [A2B_ERROR_NO_INPUT] = EX_NOINPUT,
    [A2B_ERROR_OUTPUT] = EX_CANTCREAT,
    [A2B_ERROR_IO] = EX_IOERR,
    [A2B_ERROR_PERMISSION] = EX_NOPERM,
    [A2B_ERROR_LIMIT] = EX_DATAERR,
    [A2B_ERROR_RESOURCE] = EX_CONFIG,
    [A2B_ERROR_UNAVAILABLE] = EX_UNAVAILABLE,
};

static const struct { const char *word, *colour; } report_levels[] = {
    [A2B_LEVEL_NOTE] = { "note", "\033[36m" },
    [A2B_LEVEL_WARNING] = { "warning", "\033[35m" },
    [A2B_LEVEL_ERROR] = { "error", "\033[31m" },
};

void
report_setup(ReportLevel level)
{
    const char *term = g_getenv("TERM");

    report_level = level;
    report_colour = isatty(STDERR_FILENO) && !g_getenv("NO_COLOR") &&
                    term && strcmp(term, "dumb") != 0;
}

/* Characters that could move the cursor, change colours or turn the
 * direction of what follows. */
static gboolean
report_is_unsafe(gunichar c)
{
    return c < 0x20 || (c >= 0x7f && c < 0xa0) ||
           (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

static void
report_append(GString *line, const char *str)
{
    while (*str) {
        gunichar c = g_utf8_get_char_validated(str, -1);

        if (c == (gunichar) -1 || c == (gunichar) -2) {
            g_string_append_printf(line, "\\x%02x", (guchar) *str++);
            continue;
        }
        if (report_is_unsafe(c))
            g_string_append_printf(line, "\\u%04x", c);
        else
            g_string_append_unichar(line, c);
        str = g_utf8_next_char(str);
    }
}

/* One line in one write, so that lines of several programs do not mix. */
static void
report_line(const char *place, A2bLevel level, const char *text)
{
    g_autoptr(GString) line = g_string_new("article2book: ");

    report_append(line, place);
    if (report_colour)
        g_string_append(line, report_levels[level].colour);
    g_string_append(line, report_levels[level].word);
    g_string_append(line, report_colour ? ":\033[0m " : ": ");
    report_append(line, text);
    g_string_append_c(line, '\n');
    progress_hide();
    fwrite(line->str, 1, line->len, stderr);
}

static gboolean
report_is_wanted(const A2bMessage *message)
{
    if (report_level == REPORT_VERBOSE || message->level == A2B_LEVEL_ERROR)
        return TRUE;
    if (report_level == REPORT_QUIET)
        return FALSE;
    return message->level == A2B_LEVEL_WARNING ||
           g_strv_contains(report_losses, message->id);
}

void
report_message(const A2bMessage *message, gpointer user)
{
    g_autoptr(GString) place = g_string_new(NULL);

    (void) user;
    if (!report_is_wanted(message))
        return;
    if (message->file) {
        g_string_append_printf(place, "%s:", message->file);
        if (message->line)
            g_string_append_printf(place, "%u:", message->line);
        if (message->line && message->column)
            g_string_append_printf(place, "%u:", message->column);
        g_string_append_c(place, ' ');
    }
    report_line(place->str, message->level, message->message);
}

void
report_note(const char *format, ...)
{
    g_autofree char *text = NULL;
    va_list args;

    if (report_level == REPORT_QUIET)
        return;
    va_start(args, format);
    text = g_strdup_vprintf(format, args);
    va_end(args);
    report_line("", A2B_LEVEL_NOTE, text);
}

void
report_warning(const char *format, ...)
{
    g_autofree char *text = NULL;
    va_list args;

    if (report_level == REPORT_QUIET)
        return;
    va_start(args, format);
    text = g_strdup_vprintf(format, args);
    va_end(args);
    report_line("", A2B_LEVEL_WARNING, text);
}

int
report_failure(int status, const char *format, ...)
{
    g_autofree char *text = NULL;
    va_list args;

    va_start(args, format);
    text = g_strdup_vprintf(format, args);
    va_end(args);
    report_line("", A2B_LEVEL_ERROR, text);
    return status;
}

int
report_error(const GError *error)
{
    int status = EX_SOFTWARE;

    if (error->domain == A2B_ERROR && error->code >= 0 &&
        (gsize) error->code < G_N_ELEMENTS(report_status))
        status = report_status[error->code];
    return report_failure(status, "%s", error->message);
}

int
report_end_output(int status)
{
    gboolean failed = fflush(stdout) != 0 || ferror(stdout);

    progress_hide();
    if (failed && status == EX_OK)
        return report_failure(EX_IOERR, "standard output: %s; what was "
                              "printed is not complete", strerror(errno));
    return status;
}
