/* SPDX-License-Identifier: MIT */
/* Decides which files are written, in which form, and refuses those that
 * would cost the user something. */
#include <string.h>
#include <sysexits.h>
#include <unistd.h>

#include "job.h"
#include "report.h"

#define FORMS "epub, kepub, pdf, json, tree, trace or evidence"
static const struct {
    const char *name;
    const char *ending;
    const char *book;       /* what it is called; NULL: it is text */
} forms[N_FORMS] = {
    [FORM_EPUB] = { "epub", "epub", "an EPUB" },
    [FORM_KEPUB] = { "kepub", "kepub.epub", "an EPUB" },
    [FORM_PDF] = { "pdf", "pdf", "a PDF" },
    [FORM_JSON] = { "json", "json", NULL },
    [FORM_TREE] = { "tree", "tree", NULL },
    [FORM_TRACE] = { "trace", "trace", NULL },
    [FORM_EVIDENCE] = { "evidence", "evidence", NULL },
};

const char *
form_ending(Form form)
{
    return forms[form].ending;
}

static int
form_by_name(const char *name)
{
    for (int form = 0; form < N_FORMS; form++)
        if (g_ascii_strcasecmp(forms[form].name, name) == 0)
            return form;
    return -1;
}

/* What follows the last dot of a file's name; NULL if there is none. */
static const char *
ending_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    const char *name = slash ? slash + 1 : path;
    const char *dot = strrchr(name, '.');

    return dot && dot != name ? dot + 1 : NULL;
}

/* The form that a file's name says it has, or -1. */
static int
form_by_ending(const char *path)
{
    const char *ending = ending_of(path);
    g_autofree char *lower = g_ascii_strdown(path, -1);

    if (g_str_has_suffix(lower, ".kepub.epub"))
        return FORM_KEPUB;
    return ending ? form_by_name(ending) : -1;
}

static gboolean
is_stdio(const char *path)
{
    return g_str_equal(path, "-");
}

static void
target_free(gpointer target)
{
    g_free(((Target *) target)->path);
}

/* Where a book goes if nobody says so: beside nothing, under the name of
 * its input in the current folder. */
static char *
target_default(const Options *options, Form form, int *status)
{
    const char *input = options->inputs ? options->inputs[0] : NULL;
    const char *ending;
    g_autofree char *name = NULL, *path = NULL;

    if (!forms[form].book || (input && is_stdio(input)))
        return g_strdup("-");
    if (!input || options->inputs[1] || options->files_from) {
        *status = report_failure(EX_USAGE, "several inputs make one book; "
                                 "name it with -o");
        return NULL;
    }
    name = g_path_get_basename(input);
    ending = g_file_test(input, G_FILE_TEST_IS_DIR) ? NULL : ending_of(name);
    path = g_strdup_printf("%.*s.%s", ending ? (int) (ending - name) - 1
                                             : (int) strlen(name), name,
                           forms[form].ending);
    if (g_file_test(path, G_FILE_TEST_EXISTS)) {
        *status = report_failure(EX_CANTCREAT, "%s is there already; say "
                                 "-o %s to write over it", path, path);
        return NULL;
    }
    return g_steal_pointer(&path);
}

/* Whether path is one of the files that are read. */
static gboolean
target_is_input(const Options *options, const Inputs *inputs,
                const char *path)
{
    const char *const others[] = {
        options->style, options->css, options->cover
    };

    if (inputs_hold(inputs, path))
        return TRUE;
    for (gsize i = 0; i < G_N_ELEMENTS(others); i++)
        if (others[i] && a2b_same_file(others[i], path))
            return TRUE;
    return FALSE;
}

/* Whether two outputs would be written over each other; a device may well
 * take both. */
static gboolean
is_one_output(const char *a, const char *b)
{
    g_autofree char *one = NULL, *other = NULL;

    if (is_stdio(a) || is_stdio(b))
        return g_str_equal(a, b);
    if (g_file_test(a, G_FILE_TEST_EXISTS))
        return g_str_equal(a, b) ||
               (g_file_test(a, G_FILE_TEST_IS_REGULAR) &&
                a2b_same_file(a, b));
    one = g_canonicalize_filename(a, NULL);
    other = g_canonicalize_filename(b, NULL);
    return g_str_equal(one, other);
}

static int
target_check(const Options *options, const Inputs *inputs,
             const GArray *before, Form form, const char *path)
{
    if (!*path)
        return report_failure(EX_USAGE, "-o \"\"; give a file name, or - "
                              "for the standard output");
    if (is_stdio(path) && forms[form].book && isatty(STDOUT_FILENO))
        return report_failure(EX_USAGE, "%s is not for reading on a "
                              "terminal; name a file with -o",
                              forms[form].book);
    if (!is_stdio(path) && target_is_input(options, inputs, path))
        return report_failure(EX_USAGE, "%s is also read; name another "
                              "output", path);
    for (guint i = 0; i < before->len; i++) {
        const char *other = g_array_index(before, Target, i).path;

        if (is_one_output(path, other))
            return report_failure(EX_USAGE, "-o %s and -o %s are one "
                                  "output; name another", other, path);
    }
    return EX_OK;
}

/* A standard input can be read once. */
static int
targets_check_stdin(const Options *options, const Inputs *inputs,
                    const GArray *targets)
{
    guint readings = 0, explained = 0;

    if (!inputs_take_stdin(inputs) ||
        g_strcmp0(options->files_from, "-") == 0)
        return EX_OK;
    for (guint i = 0; i < targets->len; i++) {
        if (g_array_index(targets, Target, i).form == FORM_EVIDENCE)
            explained++;
        else
            readings = 1;
    }
    if (readings + explained + !!options->individual > 1)
        return report_failure(EX_USAGE, "the standard input can be read "
                              "once; save it as a file first");
    return EX_OK;
}

static int
targets_add(const Options *options, const Inputs *inputs, GArray *targets,
            Form form, const char *path)
{
    int status = target_check(options, inputs, targets, form, path);
    Target target = { form, NULL };

    if (status != EX_OK)
        return status;
    target.path = g_strdup(path);
    g_array_append_val(targets, target);
    return EX_OK;
}

/* The outputs that -o names. */
static int
targets_add_named(const Options *options, const Inputs *inputs,
                  GArray *targets, int to)
{
    gboolean used = to < 0 || options->individual;

    for (char **path = options->outputs; *path; path++) {
        const char *ending = ending_of(*path);
        int form = form_by_ending(*path), status;

        if (form < 0 && to < 0 && ending)
            return report_failure(EX_USAGE, "-o %s: what form \".%s\" has "
                                  "is not known; say --to " FORMS, *path,
                                  ending);
        if (form < 0)
            form = to < 0 ? FORM_EPUB : to;
        if (form == FORM_EPUB && to == FORM_KEPUB)
            form = FORM_KEPUB;
        used |= form == to;
        status = targets_add(options, inputs, targets, form, *path);
        if (status != EX_OK)
            return status;
    }
    if (!used)
        return report_failure(EX_USAGE, "--to %s, but every -o names "
                              "another form", options->to);
    return EX_OK;
}

static int
targets_fill(const Options *options, const Inputs *inputs, GArray *targets)
{
    int to = options->to ? form_by_name(options->to) : -1, status = EX_OK;
    g_autofree char *path = NULL;

    if (options->to && to < 0)
        return report_failure(EX_USAGE, "--to \"%s\"; give " FORMS,
                              options->to);
    if (options->outputs) {
        status = targets_add_named(options, inputs, targets, to);
    } else if (!options->individual) {
        to = to < 0 ? FORM_EPUB : to;
        path = target_default(options, to, &status);
        if (path)
            status = targets_add(options, inputs, targets, to, path);
    }
    return status == EX_OK ? targets_check_stdin(options, inputs, targets)
                           : status;
}

GArray *
targets_new(const Options *options, const Inputs *inputs, int *status)
{
    g_autoptr(GArray) targets = g_array_new(FALSE, FALSE, sizeof(Target));

    g_array_set_clear_func(targets, target_free);
    *status = targets_fill(options, inputs, targets);
    return *status == EX_OK ? g_steal_pointer(&targets) : NULL;
}

Form
target_individual(const Options *options, int *status)
{
    int form = options->to ? form_by_name(options->to) : FORM_EPUB;

    if (form != FORM_EVIDENCE)
        return form;
    *status = report_failure(EX_USAGE, "--individual makes no evidence; "
                             "name an output with -o");
    return N_FORMS;
}
