/* SPDX-License-Identifier: MIT */
/* Decides what is shown while the program works, where and how often. */
#include "progress.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "report.h"

#define WAIT (300 * 1000)           /* microseconds; shorter runs show none */
#define PAUSE (100 * 1000)          /* between two pictures of the bar */
#define PAUSE_LINES (5000 * 1000)   /* between two plain lines */
#define BAR 20                      /* its width in characters */

typedef enum { PROGRESS_NONE, PROGRESS_BAR, PROGRESS_LINES } ProgressForm;

static struct {
    ProgressForm form;
    gint64 began;                   /* the program, or this step */
    gint64 next;                    /* when something is shown again */
    const char *verb;               /* of the step */
    gboolean is_seen;
} shown;

void
progress_setup(gboolean quiet, gboolean verbose)
{
    const char *term = g_getenv("TERM");
    gboolean can_erase = isatty(STDERR_FILENO) && term &&
                         strcmp(term, "dumb") != 0;

    shown.form = quiet ? PROGRESS_NONE
               : verbose ? PROGRESS_LINES
               : can_erase ? PROGRESS_BAR : PROGRESS_NONE;
    shown.next = g_get_monotonic_time() +
                 (verbose ? PAUSE_LINES : WAIT);
}

/* "0:07" */
static void
append_time(GString *line, gint64 seconds)
{
    g_string_append_printf(line, "%d:%02d", (int) (seconds / 60),
                           (int) (seconds % 60));
}

/* "1,234 of 2,000 articles read, 800/s, 0:01 left" */
static char *
progress_words(const A2bProgress *at, const char *what, gint64 now)
{
    const gint64 spent = MAX(now - shown.began, 1);
    const guint made = at->pages ? at->pages : at->done;
    GString *words = g_string_new(NULL);

    if (at->pages)
        g_string_append_printf(words, "%u pages %s", at->pages, shown.verb);
    else
        g_string_append_printf(words, "%u of %u %s %s", at->done, at->total,
                               what, shown.verb);
    g_string_append_printf(words, ", %" G_GINT64_FORMAT "/s",
                           (gint64) made * G_USEC_PER_SEC / spent);
    if (at->done && at->done < at->total) {
        g_string_append(words, ", ");
        append_time(words, spent * (at->total - at->done) / at->done /
                           G_USEC_PER_SEC);
        g_string_append(words, " left");
    }
    return g_string_free(words, FALSE);
}

static void
progress_draw(const A2bProgress *at, const char *words)
{
    const guint full = (guint64) at->done * BAR / MAX(at->total, 1);
    g_autoptr(GString) line = g_string_new("\r[");

    for (guint i = 0; i < BAR; i++)
        g_string_append_c(line, i < full ? '#' : '.');
    g_string_append_printf(line, "] %s\033[K", words);
    fwrite(line->str, 1, line->len, stderr);
    shown.is_seen = TRUE;
}

static void
progress_show(const A2bProgress *at, const char *what, const char *verb)
{
    const gint64 now = g_get_monotonic_time();
    const gboolean lines = shown.form == PROGRESS_LINES;
    const gboolean is_end = lines && at->done == at->total;
    g_autofree char *words = NULL;

    if (verb != shown.verb) {
        shown.verb = verb;
        shown.began = now;
    }
    if (now < shown.next && !is_end)
        return;
    shown.next = now + (lines ? PAUSE_LINES : PAUSE);
    words = progress_words(at, what, now);
    if (lines)
        report_note("%s", words);
    else
        progress_draw(at, words);
}

void
progress_articles(const char *verb, guint done, guint total)
{
    const A2bProgress at = { .done = done, .total = total };

    if (shown.form != PROGRESS_NONE && total > 1)
        progress_show(&at, "articles", verb);
}

void
progress_library(const A2bProgress *progress, gpointer user)
{
    static const struct { const char *what, *verb; } steps[] = {
        [A2B_STEP_EPUB] = { "articles", "written" },
        [A2B_STEP_PAGES] = { "articles", "set" },
        [A2B_STEP_PACK] = { "files", "packed" },
    };

    (void) user;
    if (shown.form != PROGRESS_NONE)
        progress_show(progress, steps[progress->step].what,
                      steps[progress->step].verb);
}

void
progress_hide(void)
{
    static const char erase[] = "\r\033[K";

    if (!shown.is_seen)
        return;
    fwrite(erase, 1, sizeof erase - 1, stderr);
    shown.is_seen = FALSE;
}
