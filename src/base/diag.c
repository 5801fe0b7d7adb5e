/* SPDX-License-Identifier: MIT */
/* What a message says, and how many of one kind are shown. */
#include "base/diag.h"

#include <string.h>

#include "base/limits.h"

struct A2bDiag {
    A2bDiagFunc func;
    gpointer user;
    A2bProgressFunc progress;
    gpointer progress_user;
    guint count[A2B_LEVEL_ERROR + 1];
    char *file;                 /* which said[] is about; may be NULL */
    guint said[N_DIAGS];
};

static const A2bMessageKind diag_kinds[] = {
#define MSG(ID, id, level, what, explanation) \
    { id, A2B_LEVEL_##level, what, explanation },
#include "base/diag.def"
#undef MSG
    { NULL, A2B_LEVEL_NOTE, NULL, NULL },
};

GQuark
a2b_error_quark(void)
{
    return g_quark_from_static_string("a2b-error");
}

const A2bMessageKind *
a2b_message_kinds(void)
{
    return diag_kinds;
}

A2bDiag *
a2b_diag_new(A2bDiagFunc func, gpointer user)
{
    A2bDiag *diag = g_new0(A2bDiag, 1);

    diag->func = func;
    diag->user = user;
    return diag;
}

void
a2b_diag_set_progress(A2bDiag *diag, A2bProgressFunc func, gpointer user)
{
    diag->progress = func;
    diag->progress_user = user;
}

void
diag_progress(const A2bDiag *diag, const A2bProgress *progress)
{
    if (diag != NULL && diag->progress != NULL)
        diag->progress(progress, diag->progress_user);
}

guint
a2b_diag_count(const A2bDiag *diag, A2bLevel at_least)
{
    guint sum = 0;

    if (diag == NULL)
        return 0;
    for (guint level = at_least; level <= A2B_LEVEL_ERROR; level++)
        sum += diag->count[level];
    return sum;
}

static gboolean
diag_is_control(gunichar c)
{
    return c < 0x20 || (c >= 0x7F && c < 0xA0);
}

/* Shown as a blank, so that words stay words. */
static gboolean
diag_is_space(gunichar c)
{
    return c == '\t' || c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029;
}

/* They could make a line of the terminal read as another. */
static gboolean
diag_is_bidi_control(gunichar c)
{
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

/* How many bytes at str are shown as they are: nearly all, mostly. */
static gsize
diag_plain(const char *str)
{
    gsize n = 0;

    while (str[n] >= 0x20 && str[n] < 0x7F)
        n++;
    return n;
}

/* str fit to be shown on one line; names of files may hold any bytes. */
static char *
diag_escape(const char *str)
{
    GString *out = g_string_sized_new(strlen(str) + 1);

    while (*str != '\0') {
        gsize plain = diag_plain(str);
        const char *next;
        gunichar c;

        if (plain > 0) {
            g_string_append_len(out, str, plain);
            str += plain;
            continue;
        }
        c = g_utf8_get_char_validated(str, -1);
        if (c == (gunichar) -1 || c == (gunichar) -2) {
            g_string_append_printf(out, "\\x%02X", (guchar) *str++);
            continue;
        }
        next = g_utf8_next_char(str);
        if (diag_is_space(c))
            g_string_append_c(out, ' ');
        else if (diag_is_control(c))
            g_string_append_printf(out, "\\x%02X", c);
        else if (!diag_is_bidi_control(c))
            g_string_append_len(out, str, next - str);
        str = next;
    }
    return g_string_free(out, FALSE);
}

static void
diag_show(A2bDiag *diag, DiagId id, const char *file, guint line,
          guint column, va_list args)
{
    const A2bMessageKind *kind = &diag_kinds[id];
    g_autofree char *raw = g_strdup_vprintf(kind->what, args);
    g_autofree char *what = diag_escape(raw);
    g_autofree char *name = file == NULL ? NULL : diag_escape(file);
    A2bMessage message = {
        kind->level, kind->id, name, line, column, what,
    };

    diag->func(&message, diag->user);
}

static void
diag_show_more(A2bDiag *diag, ...)
{
    va_list args;

    va_start(args, diag);
    diag_show(diag, DIAG_MORE, diag->file, 0, 0, args);
    va_end(args);
}

/* Text that is left out must always be said, and so must what may be
 * wrong: only notes on what was mended by rule are cut short. */
static gboolean
diag_is_limited(DiagId id)
{
    return diag_kinds[id].level == A2B_LEVEL_NOTE &&
           id != DIAG_BOILERPLATE && id != DIAG_TRANSPORT &&
           id != DIAG_FIELD && id != DIAG_CODE && id != DIAG_LABEL &&
           id != DIAG_DUPLICATE;
}

static void
diag_end_file(A2bDiag *diag)
{
    for (guint id = 0; id < N_DIAGS; id++)
        if (diag_is_limited(id) && diag->said[id] > LIMIT_NOTES_SHOWN &&
            diag->func != NULL)
            diag_show_more(diag, diag->said[id] - LIMIT_NOTES_SHOWN,
                           diag_kinds[id].id);
    memset(diag->said, 0, sizeof diag->said);
}

void
a2b_diag_free(A2bDiag *diag)
{
    if (diag == NULL)
        return;
    diag_end_file(diag);
    g_free(diag->file);
    g_free(diag);
}

void
diag_say(A2bDiag *diag, DiagId id, const char *file, guint line,
         guint column, ...)
{
    va_list args;

    if (diag == NULL)
        return;
    if (g_strcmp0(file, diag->file) != 0) {
        diag_end_file(diag);
        g_free(diag->file);
        diag->file = g_strdup(file);
    }
    diag->count[diag_kinds[id].level]++;
    diag->said[id]++;
    if (diag->func == NULL ||
        (diag_is_limited(id) && diag->said[id] > LIMIT_NOTES_SHOWN))
        return;
    va_start(args, column);
    diag_show(diag, id, file, line, column, args);
    va_end(args);
}
