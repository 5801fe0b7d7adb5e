/* SPDX-License-Identifier: MIT */
/* The program around libarticle2book: sets up the process and decides which
 * of the things asked for is done. */
#include <fcntl.h>
#include <signal.h>
#include <sysexits.h>
#include <unistd.h>

#include "config.h"
#include "help.h"
#include "job.h"
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

static int
convert(const Options *options)
{
    g_autoptr(GArray) targets = NULL;
    int status;

    if (!options->inputs)
        return report_failure(EX_USAGE, "no input; name a file, or - for "
                              "the standard input, or say --help");
    targets = targets_new(options, &status);
    if (!targets)
        return status;
    status = job_run(options, targets);
    if (status == EX_OK && !options->outputs) {
        const char *path = g_array_index(targets, Target, 0).path;

        if (!g_str_equal(path, "-"))
            report_note("the book is %s", path);
    }
    return status;
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

static int
run(const Options *options)
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
    if (status == EX_OK && !options->no_config)
        status = apply_config(options);
    report_setup(options->quiet ? REPORT_QUIET
                                : options->verbose ? REPORT_VERBOSE
                                                   : REPORT_NORMAL);
    return status == EX_OK ? convert(options) : status;
}

int
main(int argc, char **argv)
{
    const Options *options;

    guard_streams();
    guard_signals();
    report_setup(REPORT_NORMAL);
    options = options_parse(argc, argv);
    if (!options)
        return EX_USAGE;
    return report_end_output(run(options));
}
