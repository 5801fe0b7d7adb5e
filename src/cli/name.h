/* SPDX-License-Identifier: MIT */
/* What a file is called that holds the book of one article. */
#pragma once

#include <article2book/article.h>

#define NAME_FIELDS "{date}, {title}, {author}, {publisher} and {n}"

/* Whether str can be a template: no slash, no other field in it, and a
 * character that may stand in a name. */
gboolean name_is_template(const char *str);

/* Names of one run; no two are equal, whatever the case of their
 * letters. */
typedef struct Names Names;

/* n_articles decides how many digits {n} has. */
Names *names_new(const char *pattern, guint n_articles);
void names_free(Names *names);

/* The name of article number n (from 1), with ending ("epub"): safe on any
 * system, at most 200 bytes.  Free with g_free(). */
char *names_next(Names *names, const A2bArticle *article, guint n,
                 const char *ending);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Names, names_free)
