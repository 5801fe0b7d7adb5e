/* SPDX-License-Identifier: MIT */
/* The program around libarticle2book: sets up the process and decides which
 * of the things asked for is done. */
#include <fcntl.h>
#include <malloc.h>
#include <signal.h>
#include <sysexits.h>
#include <unistd.h>

#include "config.h"
#include "help.h"
#include "inputs.h"
#include "job.h"
#include "progress.h"
#include "report.h"

/* A closed standard stream would give its number to the first file that is
 * opened.  It becomes one that fails when it is used. */
static void
guard_streams(void)
{
    static const int modes[] = { O_WRONLY, O_RDONLY, O_RDONLY };

    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
        if (fcntl(fd, F_GETFD) < 0)
            (void) !open("/dev/null", modes[fd]);
}

/* A full disk or a reader that went away is an error to be reported, not a
 * reason to die. */
static void
guard_signals(void)
{
    signal(SIGPIPE, SIG_IGN);
    signal(SIGXFSZ, SIG_IGN);
}

/* Each article takes and gives back some hundred KB: memory that went back
 * to the system would come again as page faults, by the thousand. */
static void
keep_memory(void)
{
    mallopt(M_TOP_PAD, 1 << 20);
    mallopt(M_TRIM_THRESHOLD, 1 << 26);
}

/* The book as a whole, unless only single ones are wanted, and these. */
static int
make_all(const Options *options, const Inputs *inputs)
{
    int status = EX_OK, single = EX_OK;
    const guint lost = inputs_lost_folders(inputs);
    g_autoptr(GArray) targets = NULL;
    Form form = N_FORMS;

    if (lost && options->strict)
        return report_failure(EX_NOINPUT, "-W; nothing is written");
    targets = targets_new(options, inputs, &status);
    if (targets && options->individual)
        form = target_individual(options, &status);
    if (status != EX_OK)
        return status;
    if (targets->len)
        status = job_run(options, inputs, targets);
    if (form != N_FORMS && (status == EX_OK || !options->strict))
        single = individual_run(options, inputs, form, targets->len > 0);
    if (status == EX_OK && targets->len && !options->outputs) {
        const char *path = g_array_index(targets, Target, 0).path;

        if (!g_str_equal(path, "-"))
            report_note("the book is %s", path);
    }
    if (status == EX_OK)
        status = single;
    return status == EX_OK && lost
        ? report_failure(EX_DATAERR, "%u folder%s left out", lost,
                         lost > 1 ? "s are" : " is") : status;
}

/* A default that cannot be used is no fault of the command line. */
static int
apply_config(const Options *options)
{
    int status = config_apply();

    if (status == EX_OK && options_check(options) != EX_OK)
        return report_failure(EX_CONFIG, "the file with your defaults says "
                              "so; mend it, or say --no-config");
    return status;
}

static void
set_up_reports(const Options *options)
{
    report_setup(options->quiet ? REPORT_QUIET
                                : options->verbose ? REPORT_VERBOSE
                                                   : REPORT_NORMAL);
    progress_setup(options->quiet, options->verbose);
}

/* What the command line leaves open is set by a book file, then by the
 * user's defaults. */
static int
convert(Options *options)
{
    g_autoptr(Inputs) inputs = NULL;
    int status = EX_OK;

    set_up_reports(options);
    inputs = inputs_new(options, &status);
    if (inputs && !options->no_config)
        status = apply_config(options);
    set_up_reports(options);
    return status == EX_OK ? make_all(options, inputs) : status;
}

static int
run(Options *options)
{
    int status;

    if (options->help) {
        help_print();
        return EX_OK;
    }
    if (options->version) {
        help_print_version();
        return EX_OK;
    }
    if (options->explain)
        return help_explain(options->explain);
    status = options_check(options);
    if (status == EX_OK && !options->inputs && !options->files_from)
        return report_failure(EX_USAGE, "no input; name a file, or - for "
                              "the standard input, or say --help");
    return status == EX_OK ? convert(options) : status;
}

int
main(int argc, char **argv)
{
    Options *options;

    guard_streams();
    guard_signals();
    keep_memory();
    report_setup(REPORT_NORMAL);
    options = options_parse(argc, argv);
    if (!options)
        return EX_USAGE;
    return report_end_output(run(options));
}
