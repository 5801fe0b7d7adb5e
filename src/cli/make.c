/* SPDX-License-Identifier: MIT */
/* Calls the library for each form of output, with what the options say. */
#include "make.h"

#include <string.h>

#include "reading.h"

static gboolean
cover_from(A2bBook *book, const char *path, GError **error)
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
    if (a2b_book_set_cover(book, image, NULL, error))
        return TRUE;
    g_prefix_error(error, "%s: ", path);
    return FALSE;
}

static gboolean
cover_is_drawn(const char *cover)
{
    return !cover || g_str_equal(cover, "auto");
}

gboolean
make_cover(const Make *make, char **why, GError **error)
{
    const char *cover = make->options->cover;
    GError *failure = NULL;

    if (g_strcmp0(cover, "none") == 0)
        return TRUE;
    if (!cover_is_drawn(cover))
        return cover_from(make->book, cover, error);
    if (a2b_book_draw_cover(make->book, make->diag, &failure))
        return TRUE;
    if (!g_error_matches(failure, A2B_ERROR, A2B_ERROR_UNAVAILABLE)) {
        g_propagate_error(error, failure);
        return FALSE;
    }
    *why = g_strdup(failure->message);
    g_error_free(failure);
    return TRUE;
}

A2bStyle *
make_style(const Options *options, A2bDiag *diag, GError **error)
{
    g_autoptr(A2bStyle) style = a2b_style_load(options_style(options), diag,
                                               error);

    if (!style || (options->css &&
                   !a2b_style_add(style, options->css, diag, error)))
        return NULL;
    return g_steal_pointer(&style);
}

static GBytes *
make_epub(Make *make, Form form, GError **error)
{
    const A2bEpubOptions how = {
        .toc_depth = make->options->toc_depth,
        .embed_fonts = make->options->embed_fonts,
        .kepub = form == FORM_KEPUB,
        .jobs = make->jobs,
        .pages = make->pages,
    };

    return a2b_epub(make->book, make->style, &how, make->diag, error);
}

static GBytes *
make_pdf(Make *make, Form form, GError **error)
{
    A2bPdfOptions how = options_pdf(make->options);

    (void) form;
    how.jobs = make->jobs;
    g_clear_pointer(&make->pages, a2b_pages_free);
    return a2b_pdf_pages(make->book, make->style, &how, &make->pages,
                         make->diag, error);
}

static GBytes *
make_trace(Make *make, Form form, GError **error)
{
    A2bPdfOptions how = options_pdf(make->options);
    char *trace;

    (void) form;
    how.jobs = make->jobs;
    trace = a2b_pdf_trace(make->book, make->style, &how, make->diag, error);
    return trace ? g_bytes_new_take(trace, strlen(trace)) : NULL;
}

/* What is printed of each article, one after another. */
static GBytes *
make_prints(Make *make, Form form, GError **error)
{
    GString *all = g_string_new(NULL);

    (void) error;
    for (guint i = 0; i < a2b_book_n_articles(make->book); i++) {
        const A2bArticle *article = a2b_book_article(make->book, i);
        g_autofree char *one = form == FORM_JSON ? a2b_article_json(article)
                                                 : a2b_article_tree(article);

        g_string_append(all, one);
        if (!g_str_has_suffix(one, "\n"))
            g_string_append_c(all, '\n');
    }
    return g_string_free_to_bytes(all);
}

static GBytes *
make_evidence(Make *make, Form form, GError **error)
{
    g_autoptr(GString) all = g_string_new(NULL);

    (void) form;
    for (guint i = 0; i < inputs_count(make->inputs); i++) {
        const Input *input = inputs_at(make->inputs, i);
        const A2bReadOptions how = reading_options(make->options,
                                                   make->inputs, input);
        g_autofree char *one = a2b_explain_file(input->path, &how, NULL,
                                                error);

        if (!one)
            return NULL;
        g_string_append(all, one);
    }
    return g_string_free_to_bytes(g_steal_pointer(&all));
}

static const struct {
    GBytes *(*make)(Make *make, Form form, GError **error);
    gboolean book, style, cover, digest_cover;
} makers[N_FORMS] = {
    [FORM_EPUB] = { make_epub, TRUE, TRUE, TRUE },
    [FORM_KEPUB] = { make_epub, TRUE, TRUE, TRUE },
    [FORM_PDF] = { make_pdf, TRUE, TRUE, FALSE, TRUE },
    [FORM_JSON] = { make_prints, TRUE, FALSE, FALSE },
    [FORM_TREE] = { make_prints, TRUE, FALSE, FALSE },
    [FORM_TRACE] = { make_trace, TRUE, TRUE, FALSE },
    [FORM_EVIDENCE] = { make_evidence, FALSE, FALSE, FALSE },
};

MakeNeeds
make_needs(const Options *options, Form form)
{
    return (MakeNeeds) {
        .book = makers[form].book,
        .style = makers[form].style,
        .cover = makers[form].cover,
        .digest_cover = makers[form].digest_cover,
        .typeset = form == FORM_PDF || form == FORM_TRACE ||
                   (makers[form].cover && (options->embed_fonts ||
                                           cover_is_drawn(options->cover))),
    };
}

GBytes *
make_form(Make *make, Form form, GError **error)
{
    return makers[form].make(make, form, error);
}
