/* SPDX-License-Identifier: MIT */
/* What an article is as a whole. */
#include "model/model.h"

#include <stddef.h>

#define STRING(name) { #name, offsetof(A2bMeta, name), NO_FIELD }
#define STRINGS(name) { #name, NO_FIELD, offsetof(A2bMeta, name) }

static const MetaField article_fields[] = {
    STRING(title),
    STRING(subtitle),
    STRING(kicker),
    STRINGS(authors),
    STRING(publisher),
    STRING(date),
    STRING(date_as_written),
    STRING(language),
    STRING(source_url),
    STRING(summary),
    STRING(dateline),
    STRINGS(tags),
    { NULL, NO_FIELD, NO_FIELD },
};

const MetaField *
article_meta_fields(void)
{
    return article_fields;
}

const char *
meta_string(const A2bMeta *meta, const MetaField *field)
{
    return G_STRUCT_MEMBER(const char *, meta, field->string);
}

const char *const *
meta_strings(const A2bMeta *meta, const MetaField *field)
{
    return G_STRUCT_MEMBER(const char *const *, meta, field->strings);
}

void
a2b_article_free(A2bArticle *article)
{
    if (article == NULL)
        return;
    arena_free(article->arena);
    g_free(article);
}

const A2bMeta *
a2b_article_meta(const A2bArticle *article)
{
    return &article->meta;
}

const A2bBlock *
a2b_article_root(const A2bArticle *article)
{
    return article->root;
}

const char *
a2b_article_stem(const A2bArticle *article)
{
    return article->stem;
}
