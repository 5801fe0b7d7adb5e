/* SPDX-License-Identifier: MIT */
/* What the user asks for. */
#pragma once

#include <article2book/article2book.h>

/* A string that was not given is NULL.  All of it lives as long as the
 * program. */
typedef struct {
    char **inputs;
    char **outputs;
    char *from, *to, *charset, *files_from;
    char *individual, *name_template;
    gboolean no_smart, keep_all, force;

    char *title, *subtitle, **authors, *date, *lang, *publisher;
    char *source_url, **tags;

    char *sort, *section_by, *series, *series_index;
    gboolean keep_duplicates, summaries;

    char *style, *css, *cover;
    int toc_depth;          /* 0: the library's own */
    gboolean embed_fonts;

    char *paper, *margin, *font, *font_size, *leading, *links;
    int columns, jobs;      /* 0: the library's own */
    gboolean two_sided, booklet, large_print, run_on;

    gboolean quiet, verbose, strict, no_config;
    gboolean help, version;
    char *explain;
} Options;

/* One group of options, as --help shows them. */
typedef struct {
    const char *heading;
    const GOptionEntry *entries;    /* ends with a name of NULL */
} OptionGroup;

/* All groups, ending with a heading of NULL; the entries point into what
 * options_parse() gives. */
const OptionGroup *option_groups(void);

/* Reads the command line; NULL after a message if it cannot be read. */
Options *options_parse(int argc, char **argv);

/* What the options say of each article; borrowed. */
A2bMeta options_meta(const Options *options);

/* How the articles of a digest are put into order. */
A2bArrange options_arrange(const Options *options);

/* Threads; at least 1. */
guint options_jobs(const Options *options);

/* What the options say of pages, and of the style: large print is a style and
 * a size, where these are not given. */
A2bPdfOptions options_pdf(const Options *options);
const char *options_style(const Options *options);

/* Whether every value can be used; EX_OK, or EX_USAGE after a message. */
int options_check(const Options *options);
