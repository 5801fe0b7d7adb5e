/* SPDX-License-Identifier: MIT */
/* Reads, makes and writes, in this order: nothing is written before
 * everything is made. */
#include "job.h"

#include <string.h>
#include <sysexits.h>

#include "report.h"

/* What a run holds. */
typedef struct {
    const Options *options;
    A2bReadOptions read;
    A2bDiag *diag;
    A2bBook *book;          /* all inputs */
    A2bStyle *style;        /* NULL unless a book is made */
} Job;

static void
job_init(Job *job, const Options *options)
{
    const A2bMeta given = {
        .title = options->title,
        .subtitle = options->subtitle,
        .authors = (const char *const *) options->authors,
        .date = options->date,
        .language = options->lang,
        .publisher = options->publisher,
        .source_url = options->source_url,
        .tags = (const char *const *) options->tags,
    };

    *job = (Job) {
        .options = options,
        .read = {
            .format = options->from ? A2B_FORMAT_TEXT : A2B_FORMAT_GUESS,
            .charset = options->charset,
            .plain = options->no_smart,
            .keep_all = options->keep_all,
            .given = given,
        },
        .diag = a2b_diag_new(report_message, NULL),
        .book = a2b_book_new(),
    };
}

static void
job_clear(Job *job)
{
    a2b_style_free(job->style);
    a2b_book_free(job->book);
    a2b_diag_free(job->diag);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Job, job_clear)

static gboolean
job_read(Job *job, GError **error)
{
    /* A digest's title is that of no article in it. */
    if (job->options->inputs[1]) {
        job->read.given.title = NULL;
        a2b_book_set_title(job->book, job->options->title);
    }
    for (char **input = job->options->inputs; *input; input++) {
        A2bArticle *article = a2b_read_file(*input, &job->read, job->diag,
                                            error);
        if (!article)
            return FALSE;
        a2b_book_add(job->book, article);
    }
    return TRUE;
}

static gboolean
job_cover_from(Job *job, const char *path, GError **error)
{
    g_autoptr(GError) failure = NULL;
    g_autoptr(GBytes) image = NULL;
    char *bytes = NULL;
    gsize len = 0;

    if (!g_file_test(path, G_FILE_TEST_IS_REGULAR)) {
        g_set_error(error, A2B_ERROR, A2B_ERROR_NO_INPUT,
                    "%s: is no file; give a picture, or auto or none", path);
        return FALSE;
    }
    if (!g_file_get_contents(path, &bytes, &len, &failure)) {
        g_set_error_literal(error, A2B_ERROR, A2B_ERROR_NO_INPUT,
                            failure->message);
        return FALSE;
    }
    image = g_bytes_new_take(bytes, len);
    if (a2b_book_set_cover(job->book, image, NULL, error))
        return TRUE;
    g_prefix_error(error, "%s: ", path);
    return FALSE;
}

static gboolean
job_cover(Job *job, GError **error)
{
    const char *cover = job->options->cover;
    GError *failure = NULL;

    if (g_strcmp0(cover, "none") == 0)
        return TRUE;
    if (cover && !g_str_equal(cover, "auto"))
        return job_cover_from(job, cover, error);
    if (a2b_book_draw_cover(job->book, job->diag, &failure))
        return TRUE;
    if (!g_error_matches(failure, A2B_ERROR, A2B_ERROR_UNAVAILABLE)) {
        g_propagate_error(error, failure);
        return FALSE;
    }
    report_note("%s; the book has no cover", failure->message);
    g_error_free(failure);
    return TRUE;
}

static gboolean
job_style(Job *job, GError **error)
{
    const Options *options = job->options;

    job->style = a2b_style_load(options_style(options), job->diag, error);
    return job->style &&
           (!options->css ||
            a2b_style_add(job->style, options->css, job->diag, error));
}

static GBytes *
make_epub(Job *job, GError **error)
{
    const A2bEpubOptions how = {
        .toc_depth = job->options->toc_depth,
        .embed_fonts = job->options->embed_fonts,
    };

    return a2b_epub(job->book, job->style, &how, job->diag, error);
}

static GBytes *
make_pdf(Job *job, GError **error)
{
    const A2bPdfOptions how = options_pdf(job->options);

    return a2b_pdf(job->book, job->style, &how, job->diag, error);
}

static GBytes *
make_trace(Job *job, GError **error)
{
    const A2bPdfOptions how = options_pdf(job->options);
    char *trace = a2b_pdf_trace(job->book, job->style, &how, job->diag,
                                error);

    return trace ? g_bytes_new_take(trace, strlen(trace)) : NULL;
}

/* What print makes of each article, one after another. */
static GBytes *
make_prints(Job *job, char *(*print)(const A2bArticle *))
{
    GString *all = g_string_new(NULL);

    for (guint i = 0; i < a2b_book_n_articles(job->book); i++) {
        g_autofree char *one = print(a2b_book_article(job->book, i));

        g_string_append(all, one);
        if (!g_str_has_suffix(one, "\n"))
            g_string_append_c(all, '\n');
    }
    return g_string_free_to_bytes(all);
}

static GBytes *
make_json(Job *job, GError **error)
{
    (void) error;
    return make_prints(job, a2b_article_json);
}

static GBytes *
make_tree(Job *job, GError **error)
{
    (void) error;
    return make_prints(job, a2b_article_tree);
}

static GBytes *
make_evidence(Job *job, GError **error)
{
    GString *all = g_string_new(NULL);

    for (char **input = job->options->inputs; *input; input++) {
        g_autofree char *one = a2b_explain_file(*input, &job->read, NULL,
                                                error);
        if (!one) {
            g_string_free(all, TRUE);
            return NULL;
        }
        g_string_append(all, one);
    }
    return g_string_free_to_bytes(all);
}

/* What stands before each form is made of it. */
static const struct {
    GBytes *(*make)(Job *job, GError **error);
    gboolean book, style, cover;
} makers[N_FORMS] = {
    [FORM_EPUB] = { make_epub, TRUE, TRUE, TRUE },
    [FORM_PDF] = { make_pdf, TRUE, TRUE, FALSE },
    [FORM_JSON] = { make_json, TRUE, FALSE, FALSE },
    [FORM_TREE] = { make_tree, TRUE, FALSE, FALSE },
    [FORM_TRACE] = { make_trace, TRUE, TRUE, FALSE },
    [FORM_EVIDENCE] = { make_evidence, FALSE, FALSE, FALSE },
};

static gboolean
job_prepare(Job *job, const GArray *targets, GError **error)
{
    gboolean book = FALSE, style = FALSE, cover = FALSE;

    for (guint i = 0; i < targets->len; i++) {
        Form form = g_array_index(targets, Target, i).form;

        book |= makers[form].book;
        style |= makers[form].style;
        cover |= makers[form].cover;
    }
    return (!book || job_read(job, error)) &&
           (!style || job_style(job, error)) &&
           (!cover || job_cover(job, error));
}

/* The bytes of every target, in order; NULL if one cannot be made. */
static GPtrArray *
job_make(Job *job, const GArray *targets, GError **error)
{
    g_autoptr(GPtrArray) made =
        g_ptr_array_new_with_free_func((GDestroyNotify) g_bytes_unref);

    if (!job_prepare(job, targets, error))
        return NULL;
    for (guint i = 0; i < targets->len; i++) {
        Form form = g_array_index(targets, Target, i).form;
        GBytes *bytes = makers[form].make(job, error);

        if (!bytes)
            return NULL;
        g_ptr_array_add(made, bytes);
    }
    return g_steal_pointer(&made);
}

int
job_run(const Options *options, const GArray *targets)
{
    g_auto(Job) job;
    g_autoptr(GPtrArray) made = NULL;
    g_autoptr(GError) error = NULL;
    guint warnings;

    job_init(&job, options);
    made = job_make(&job, targets, &error);
    if (!made)
        return report_error(error);
    warnings = a2b_diag_count(job.diag, A2B_LEVEL_WARNING);
    if (options->strict && warnings)
        return report_failure(EX_DATAERR, "%u warning%s and -W; nothing is "
                              "written", warnings, warnings > 1 ? "s" : "");
    for (guint i = 0; i < targets->len; i++) {
        if (!a2b_write_file(g_array_index(targets, Target, i).path,
                            made->pdata[i], &error))
            return report_error(error);
    }
    return EX_OK;
}
