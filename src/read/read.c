/* SPDX-License-Identifier: MIT */
/* The door of the readers: bytes in, an article out. */
#include <article2book/read.h>

#include <string.h>

#include "base/diag.h"
#include "base/source.h"
#include "read/txt.h"

typedef struct {
    A2bFormat format;
    const char *endings;    /* blank-separated */
    int (*sniff)(const Source *source);     /* 0..100 */
    A2bArticle *(*read)(const Source *source, const A2bReadOptions *options,
                        A2bDiag *diag);
} Reader;

static int
sniff_text(const Source *source G_GNUC_UNUSED)
{
    return 10;              /* anything may be a text */
}

static A2bArticle *
read_text(const Source *source, const A2bReadOptions *options,
          A2bDiag *diag)
{
    g_autoptr(Txt) txt = txt_new(source, options, diag);
    return txt_article(txt);
}

static const Reader readers[] = {
    { A2B_FORMAT_TEXT, "txt text asc eml", sniff_text, read_text },
};

static const Reader *
choose(const Source *source, A2bFormat format)
{
    const Reader *best = &readers[0];
    int score = -1;

    for (guint i = 0; i < G_N_ELEMENTS(readers); i++) {
        int s = readers[i].format == format ? 1000
                                            : readers[i].sniff(source);
        if (s > score) {
            score = s;
            best = &readers[i];
        }
    }
    return best;
}

static gboolean
is_blank(const Source *source)
{
    return strspn(source->text, " \t\n\xc2\xa0\xef\xbb\xbf") >= source->len;
}

static Source *
open_source(GBytes *bytes, const char *name, const A2bReadOptions *options,
            A2bDiag *diag, GError **error)
{
    Source *source = source_new(bytes, name, options->charset, diag, error);

    if (source == NULL || !is_blank(source))
        return source;
    g_set_error(error, A2B_ERROR, A2B_ERROR_INPUT,
                "%s: there is no text in it; give a file that holds an "
                "article", name);
    source_free(source);
    return NULL;
}

/* Takes the article; refuses it if nothing was left of the text. */
static A2bArticle *
with_words(A2bArticle *article, const char *name, GError **error)
{
    const A2bMeta *meta = a2b_article_meta(article);

    if (a2b_article_root(article)->first != NULL || meta->title != NULL ||
        meta->subtitle != NULL || meta->kicker != NULL ||
        meta->publisher != NULL || meta->summary != NULL ||
        meta->authors != NULL || meta->tags != NULL || meta->date != NULL)
        return article;
    a2b_article_free(article);
    g_set_error(error, A2B_ERROR, A2B_ERROR_INPUT,
                "%s: nothing in it is an article; --keep-all keeps what was "
                "left out", name);
    return NULL;
}

A2bArticle *
a2b_read_bytes(GBytes *bytes, const char *name,
               const A2bReadOptions *options, A2bDiag *diag, GError **error)
{
    static const A2bReadOptions defaults = { 0 };
    g_autoptr(Source) source = NULL;

    if (options == NULL)
        options = &defaults;
    source = open_source(bytes, name, options, diag, error);
    if (source == NULL)
        return NULL;
    return with_words(choose(source, options->format)->read(source, options,
                                                            diag),
                      name, error);
}

A2bArticle *
a2b_read_file(const char *path, const A2bReadOptions *options,
              A2bDiag *diag, GError **error)
{
    g_autoptr(GBytes) bytes = source_load(path, error);

    if (bytes == NULL)
        return NULL;
    return a2b_read_bytes(bytes, path, options, diag, error);
}

char *
a2b_explain_file(const char *path, const A2bReadOptions *options,
                 A2bDiag *diag, GError **error)
{
    static const A2bReadOptions defaults = { 0 };
    g_autoptr(GBytes) bytes = source_load(path, error);
    g_autoptr(Source) source = NULL;
    g_autoptr(Txt) txt = NULL;

    if (options == NULL)
        options = &defaults;
    if (bytes)
        source = open_source(bytes, path, options, diag, error);
    if (source == NULL)
        return NULL;
    txt = txt_new(source, options, diag);
    return txt_explain(txt);
}
