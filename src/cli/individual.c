/* SPDX-License-Identifier: MIT */
/* Makes a book of each input, several at a time, and writes them in the
 * order of the inputs: names do not depend on who was first. */
#include <errno.h>
#include <sysexits.h>

#include "crew.h"
#include "job.h"
#include "make.h"
#include "name.h"
#include "progress.h"
#include "reading.h"
#include "report.h"

#define AHEAD_OF_JOB 4          /* books made, not yet written, by thread */

/* A book on its way. */
typedef struct {
    Reading reading;
    A2bBook *book;          /* has the article; NULL: see reading.error */
    GBytes *bytes;          /* NULL: see there too */
    char *no_cover;         /* why not; NULL: it has one, or wants none */
} Single;

typedef struct {
    const Options *options;
    const Inputs *inputs;
    Form form;
    gboolean quiet;
    A2bStyle *style;        /* NULL unless the form needs one */
    Names *names;
    Single *singles;        /* by input */
    GMutex typeset;         /* held by who draws */
    guint left_out, written;
    gboolean said_no_cover;
    int status;             /* of the first failure */
} Singles;

static void
single_make(Singles *all, Single *single, const Input *input)
{
    const MakeNeeds needs = make_needs(all->options, all->form);
    const A2bPlace place = reading_place(input);
    g_autoptr(A2bDiag) diag = a2b_diag_new(heard_message,
                                           &single->reading.heard);
    Make make = {
        .options = all->options,
        .inputs = all->inputs,
        .book = a2b_book_new(),
        .style = all->style,
        .diag = diag,
        .jobs = needs.typeset ? options_jobs(all->options) : 1,
    };

    single->book = make.book;
    a2b_book_add_at(make.book, g_steal_pointer(&single->reading.article),
                    &place);
    a2b_book_set_series(make.book, all->options->series,
                        all->options->series_index);
    if (needs.typeset)
        g_mutex_lock(&all->typeset);
    if (!needs.cover ||
        make_cover(&make, &single->no_cover, &single->reading.error))
        single->bytes = make_form(&make, all->form, &single->reading.error);
    if (needs.typeset)
        g_mutex_unlock(&all->typeset);
    g_clear_pointer(&make.pages, a2b_pages_free);
}

static void
singles_work(guint i, gpointer user)
{
    Singles *all = user;
    Single *single = &all->singles[i];

    reading_do(&single->reading, all->options, all->inputs, i);
    if (all->quiet)
        heard_clear(&single->reading.heard);
    if (single->reading.article)
        single_make(all, single, inputs_at(all->inputs, i));
}

static void
single_clear(Single *single)
{
    g_clear_pointer(&single->book, a2b_book_free);
    g_clear_pointer(&single->bytes, g_bytes_unref);
    g_clear_pointer(&single->no_cover, g_free);
    reading_clear(&single->reading);
}

static void
singles_fail(Singles *all, int status)
{
    if (!all->left_out++)
        all->status = status;
}

static void
single_write(Singles *all, const Single *single, guint i)
{
    g_autofree char *name = names_next(
        all->names, a2b_book_article(single->book, 0), i + 1,
        form_ending(all->form));
    g_autofree char *path = g_build_filename(all->options->individual, name,
                                             NULL);
    g_autoptr(GError) error = NULL;
    gboolean force = all->options->force;

    if (force && inputs_hold(all->inputs, path)) {
        singles_fail(all, report_failure(EX_USAGE, "%s is also read; not "
                                         "written", path));
        return;
    }
    if (force ? a2b_write_file(path, single->bytes, &error)
              : a2b_write_new_file(path, single->bytes, &error)) {
        all->written++;
        return;
    }
    if (!force && g_file_test(path, G_FILE_TEST_EXISTS))
        singles_fail(all, report_failure(EX_CANTCREAT, "%s is there "
                                         "already; say --force to write "
                                         "over it", path));
    else
        singles_fail(all, report_error(error));
}

/* Whether all goes on after this one was not made. */
static gboolean
single_leave_out(Singles *all, const Single *single, guint i)
{
    const Input *input = inputs_at(all->inputs, i);
    int status;

    if (input->size == 0 && inputs_count(all->inputs) > 1) {
        if (!all->quiet)
            report_warning("%s: is empty; left out", input->path);
        return TRUE;
    }
    status = report_error(single->reading.error);
    singles_fail(all, status);
    return status != EX_UNAVAILABLE;
}

static gboolean
singles_take(guint i, gpointer user)
{
    Singles *all = user;
    Single *single = &all->singles[i];
    const gboolean strict = all->options->strict;
    const guint failed = all->left_out;
    gboolean goes_on = TRUE;

    heard_report(&single->reading.heard);
    if (single->no_cover && !all->said_no_cover) {
        report_note("%s; the books have no cover", single->no_cover);
        all->said_no_cover = TRUE;
    }
    if (!single->bytes)
        goes_on = single_leave_out(all, single, i);
    else if (strict && single->reading.heard.warnings)
        singles_fail(all, report_failure(
            EX_DATAERR, "%s: warnings and -W; not written",
            inputs_at(all->inputs, i)->path));
    else
        single_write(all, single, i);
    single_clear(single);
    progress_articles("made into books", i + 1, inputs_count(all->inputs));
    return goes_on && !(strict && all->left_out > failed);
}

/* One input has its own status; of several, one that is not there is as
 * bad as one that cannot be read. */
static int
singles_status(const Singles *all)
{
    const guint n = inputs_count(all->inputs);

    if (all->written)
        report_note("%u book%s in %s", all->written,
                    all->written > 1 ? "s" : "", all->options->individual);
    if (!all->left_out)
        return EX_OK;
    return n == 1 || all->status != EX_NOINPUT ? all->status : EX_DATAERR;
}

static gboolean
singles_init(Singles *all, GError **error)
{
    const MakeNeeds needs = make_needs(all->options, all->form);
    g_autoptr(A2bDiag) diag = a2b_diag_new(report_message, NULL);

    all->names = names_new(all->options->name_template,
                           inputs_count(all->inputs));
    all->singles = g_new0(Single, inputs_count(all->inputs));
    g_mutex_init(&all->typeset);
    if (needs.style)
        all->style = make_style(all->options, diag, error);
    return all->style || !needs.style;
}

static void
singles_clear(Singles *all)
{
    for (guint i = 0; i < inputs_count(all->inputs); i++)
        single_clear(&all->singles[i]);
    g_free(all->singles);
    names_free(all->names);
    g_mutex_clear(&all->typeset);
    a2b_style_free(all->style);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Singles, singles_clear)

int
individual_run(const Options *options, const Inputs *inputs, Form form,
               gboolean quiet)
{
    g_auto(Singles) all = {
        .options = options, .inputs = inputs, .form = form, .quiet = quiet,
    };
    const guint jobs = options_jobs(options);
    const Crew crew = {
        inputs_count(inputs), jobs, jobs * AHEAD_OF_JOB, singles_work,
        singles_take, &all,
    };
    g_autoptr(GError) error = NULL;

    if (!singles_init(&all, &error))
        return report_error(error);
    if (g_mkdir_with_parents(options->individual, 0777) < 0)
        return report_failure(EX_CANTCREAT, "%s: %s", options->individual,
                              g_strerror(errno));
    crew_run(&crew);
    return singles_status(&all);
}
