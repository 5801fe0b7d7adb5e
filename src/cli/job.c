/* SPDX-License-Identifier: MIT */
/* Reads, makes and writes, in this order: nothing is written before
 * everything is made. */
#include "job.h"

#include <sysexits.h>

#include "crew.h"
#include "make.h"
#include "progress.h"
#include "reading.h"
#include "report.h"

#define AHEAD 64                /* articles read, not yet taken */

/* What a run holds. */
typedef struct {
    Make make;
    Reading *readings;      /* by input */
    A2bStyle *style;        /* NULL unless a book is made */
    guint warnings;         /* in inputs */
    guint left_out;         /* inputs */
    int status;             /* of the first that was left out */
} Job;

static void
job_init(Job *job, const Options *options, const Inputs *inputs)
{
    *job = (Job) {
        .make = {
            .options = options,
            .inputs = inputs,
            .book = a2b_book_new(),
            .diag = a2b_diag_new(report_message, NULL),
            .jobs = options_jobs(options),
        },
        .readings = g_new0(Reading, inputs_count(inputs)),
    };
    a2b_diag_set_progress(job->make.diag, progress_library, NULL);
}

static void
job_clear(Job *job)
{
    for (guint i = 0; i < inputs_count(job->make.inputs); i++)
        reading_clear(&job->readings[i]);
    g_free(job->readings);
    a2b_style_free(job->style);
    g_clear_pointer(&job->make.pages, a2b_pages_free);
    a2b_book_free(job->make.book);
    a2b_diag_free(job->make.diag);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Job, job_clear)

static void
job_read_one(guint i, gpointer user)
{
    Job *job = user;

    reading_do(&job->readings[i], job->make.options, job->make.inputs, i);
}

/* A file with nothing in it is no loss; a missing part of the program is
 * not the fault of one input. */
static gboolean
job_leave_out(Job *job, guint i, const GError *error)
{
    const Input *input = inputs_at(job->make.inputs, i);
    int status;

    if (input->size == 0 && inputs_count(job->make.inputs) > 1) {
        report_warning("%s: is empty; left out", input->path);
        job->warnings++;
        return !job->make.options->strict;
    }
    status = report_error(error);
    if (!job->left_out++)
        job->status = status;
    return status != EX_UNAVAILABLE && !job->make.options->strict;
}

static gboolean
job_take_one(guint i, gpointer user)
{
    Job *job = user;
    Reading *reading = &job->readings[i];
    const A2bPlace place = reading_place(inputs_at(job->make.inputs, i));
    gboolean goes_on = TRUE;

    heard_report(&reading->heard);
    job->warnings += reading->heard.warnings;
    if (reading->article)
        a2b_book_add_at(job->make.book, g_steal_pointer(&reading->article),
                        &place);
    else
        goes_on = job_leave_out(job, i, reading->error);
    progress_articles("read", i + 1, inputs_count(job->make.inputs));
    return goes_on;
}

/* Where nothing is left, the reason is that of the first. */
static int
job_no_book(const Job *job)
{
    const guint n = inputs_count(job->make.inputs);

    if (job->left_out && job->make.options->strict)
        return n == 1 ? job->status
             : report_failure(job->status, "-W; nothing is written");
    if (a2b_book_n_articles(job->make.book))
        return job->status == EX_UNAVAILABLE ? job->status : EX_OK;
    if (!job->left_out)
        return report_failure(EX_DATAERR, "all inputs are empty");
    return job->status;
}

static int
job_read(Job *job)
{
    const Options *options = job->make.options;
    const Inputs *inputs = job->make.inputs;
    const Crew crew = {
        inputs_count(inputs), job->make.jobs, AHEAD, job_read_one,
        job_take_one, job,
    };
    const A2bArrange how = options_arrange(options);
    int status;

    crew_run(&crew);
    status = job_no_book(job);
    if (status != EX_OK)
        return status;
    if (inputs_are_book(inputs)) {
        a2b_book_set_title(job->make.book, options->title);
        a2b_book_arrange(job->make.book, &how, job->make.diag);
    }
    a2b_book_set_series(job->make.book, options->series,
                        options->series_index);
    return EX_OK;
}

static int
job_style_and_cover(Job *job, gboolean style, gboolean cover)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *why = NULL;

    if (style) {
        job->style = make_style(job->make.options, job->make.diag, &error);
        job->make.style = job->style;
        if (!job->style)
            return report_error(error);
    }
    if (cover && !make_cover(&job->make, &why, &error))
        return report_error(error);
    if (why)
        report_note("%s; the book has no cover", why);
    return EX_OK;
}

static int
job_prepare(Job *job, const GArray *targets)
{
    gboolean book = FALSE, style = FALSE, cover = FALSE, digest = FALSE;
    int status = EX_OK;

    for (guint i = 0; i < targets->len; i++) {
        const MakeNeeds needs = make_needs(
            job->make.options, g_array_index(targets, Target, i).form);

        book |= needs.book;
        style |= needs.style;
        cover |= needs.cover;
        digest |= needs.digest_cover;
    }
    if (book)
        status = job_read(job);
    if (status == EX_OK && digest)
        cover |= a2b_book_n_articles(job->make.book) > 1;
    return status == EX_OK ? job_style_and_cover(job, style, cover) : status;
}

/* The bytes of every target, by its number.  PDFs are made first: the EPUB
 * names their pages. */
static int
job_make(Job *job, const GArray *targets, GPtrArray *made)
{
    g_ptr_array_set_size(made, targets->len);
    for (int print = TRUE; print >= FALSE; print--) {
        for (guint i = 0; i < targets->len; i++) {
            Form form = g_array_index(targets, Target, i).form;
            g_autoptr(GError) error = NULL;

            if ((form == FORM_PDF) != print)
                continue;
            made->pdata[i] = make_form(&job->make, form, &error);
            if (!made->pdata[i])
                return report_error(error);
        }
    }
    return EX_OK;
}

static int
job_write(Job *job, const GArray *targets, const GPtrArray *made)
{
    const guint warnings = job->warnings +
        a2b_diag_count(job->make.diag, A2B_LEVEL_WARNING);

    if (job->make.options->strict && warnings)
        return report_failure(EX_DATAERR, "%u warning%s and -W; nothing is "
                              "written", warnings, warnings > 1 ? "s" : "");
    for (guint i = 0; i < targets->len; i++) {
        g_autoptr(GError) error = NULL;

        if (!a2b_write_file(g_array_index(targets, Target, i).path,
                            made->pdata[i], &error))
            return report_error(error);
    }
    if (!job->left_out)
        return EX_OK;
    return report_failure(EX_DATAERR, "%u of %u inputs %s not in the book",
                          job->left_out, inputs_count(job->make.inputs),
                          job->left_out > 1 ? "are" : "is");
}

static void
bytes_free(gpointer bytes)
{
    if (bytes)
        g_bytes_unref(bytes);
}

int
job_run(const Options *options, const Inputs *inputs, const GArray *targets)
{
    g_auto(Job) job;
    g_autoptr(GPtrArray) made = g_ptr_array_new_with_free_func(bytes_free);
    int status;

    job_init(&job, options, inputs);
    status = job_prepare(&job, targets);
    if (status == EX_OK)
        status = job_make(&job, targets, made);
    return status == EX_OK ? job_write(&job, targets, made) : status;
}
