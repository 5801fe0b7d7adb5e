/* SPDX-License-Identifier: MIT */
/*
 * Names of people as articles give them.  Nobody can know every name, so
 * these answer from the shape of the words, from small lists of words that
 * names hold or never hold, and from what a byline says around them.
 */
#pragma once

#include <glib.h>

/* How much str (len bytes, one line) looks like one person's name and
 * nothing else: 0 not at all, 50 by its shape alone, up to 100 when also a
 * part of it is a well-known name. */
guint name_person_score(const char *str, gsize len);

/* The same as yes or no. */
gboolean name_is_person(const char *str, gsize len);

/* Whether str is what somebody is, and nothing else: "Technology
 * reporter", "Staff Writer, The Daily". */
gboolean name_is_role(const char *str, gsize len);

typedef struct {
    gboolean word;          /* "By" or a word like it stands before */
    char *role;             /* "Technology reporter"; may be NULL */
    char *email;            /* may be NULL */
} NameByline;

void name_byline_clear(NameByline *info);

/* The authors in a line that says who wrote the article: an array of
 * strings, free with g_ptr_array_unref(); NULL if it is no such line.
 * Without a word like "By", a role, an address or a date must stand beside
 * the name: a name alone is no byline.  info (may be NULL) is set
 * in any case; free its strings with name_byline_clear(). */
GPtrArray *name_byline(const char *str, gsize len, NameByline *info);

/* The name in a line about the author: "Jane Doe is a staff writer at
 * ...", "Jane Doe covers ..."; NULL if it is no such line.  Prose about
 * others reads the same, so where the line stands must tell as well.  Free
 * with g_free(). */
char *name_from_bio(const char *str, gsize len);

/* Where the name begins that signs the end of a paragraph: "... and that
 * was all.  JANE DOE", "... all. -- Jane Doe"; 0 if there is none. */
gsize name_tail(const char *str, gsize len);

/* The name in the value of a From: field, encoded words decoded; NULL if
 * it gives an address only.  Free with g_free(). */
char *name_from_address(const char *from);
