/* SPDX-License-Identifier: MIT */
/* Which values an option can have: all are looked at before anything is
 * read. */
#include <stdio.h>
#include <sysexits.h>

#include "name.h"
#include "options.h"
#include "report.h"

#define LARGE_PRINT 18          /* points: what the American Council of the
                                 * Blind asks of large print */
#define JOBS_MOST 256

/* Something that can be seen: a book with a blank for a title is not
 * valid. */
static gboolean
option_is_text(const char *str)
{
    gboolean is_seen = FALSE;

    if (!g_utf8_validate(str, -1, NULL))
        return FALSE;
    for (; *str; str = g_utf8_next_char(str)) {
        gunichar c = g_utf8_get_char(str);

        if (c < 0x20 || (c >= 0x7f && c < 0xa0) || (c & 0xfffe) == 0xfffe)
            return FALSE;
        is_seen |= g_unichar_isgraph(c);
    }
    return is_seen;
}

static gboolean
option_is_date(const char *str)
{
    guint year = 0, month = 1, day = 1;

    if (!g_regex_match_simple("^\\d{4}(-\\d\\d(-\\d\\d)?)?\\z", str, 0, 0))
        return FALSE;
    sscanf(str, "%u-%u-%u", &year, &month, &day);
    return year > 0 && g_date_valid_dmy(day, month, year);
}

/* Well-formed by the grammar of RFC 5646, section 2.1. */
static gboolean
option_is_language(const char *str)
{
    static const char grammar[] =
        "^(?:(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{5,8})"
        "(?:-[a-z]{4})?"
        "(?:-(?:[a-z]{2}|[0-9]{3}))?"
        "(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*"
        "(?:-[0-9a-wyz](?:-[a-z0-9]{2,8})+)*"
        "(?:-x(?:-[a-z0-9]{1,8})+)?"
        "|x(?:-[a-z0-9]{1,8})+)\\z";

    return g_regex_match_simple(grammar, str, G_REGEX_CASELESS, 0);
}

static gboolean
option_is_url(const char *str)
{
    return option_is_text(str) && g_uri_is_valid(str, G_URI_FLAGS_NONE, NULL);
}

static gboolean
option_is_format(const char *str)
{
    return g_str_equal(str, "text");
}

/* Points, as in "11", "10.5" or "12pt". */
static gboolean
option_is_points(const char *str)
{
    return g_regex_match_simple("^\\d{1,3}(\\.\\d{1,3})?(pt)?\\z", str, 0,
                                0) &&
           g_ascii_strtod(str, NULL) > 0;
}

static const struct { const char *name; A2bLinks links; } link_places[] = {
    { "footnotes", A2B_LINKS_FOOTNOTES },
    { "endnotes", A2B_LINKS_ENDNOTES },
    { "none", A2B_LINKS_NONE },
};

static gboolean
option_is_link_place(const char *str)
{
    for (gsize i = 0; i < G_N_ELEMENTS(link_places); i++)
        if (g_str_equal(link_places[i].name, str))
            return TRUE;
    return FALSE;
}

static const struct { const char *name; A2bSort sort; } sorts[] = {
    { "given", A2B_SORT_GIVEN },
    { "date", A2B_SORT_DATE },
    { "title", A2B_SORT_TITLE },
    { "author", A2B_SORT_AUTHOR },
    { "source", A2B_SORT_SOURCE },
};

static gboolean
option_is_sort(const char *str)
{
    for (gsize i = 0; i < G_N_ELEMENTS(sorts); i++)
        if (g_str_equal(sorts[i].name, str))
            return TRUE;
    return FALSE;
}

static const struct { const char *name; A2bSections sections; } shelves[] = {
    { "none", A2B_SECTIONS_NONE },
    { "date", A2B_SECTIONS_DATE },
    { "publisher", A2B_SECTIONS_PUBLISHER },
    { "folder", A2B_SECTIONS_FOLDER },
    { "tag", A2B_SECTIONS_TAG },
};

static gboolean
option_is_shelf(const char *str)
{
    for (gsize i = 0; i < G_N_ELEMENTS(shelves); i++)
        if (g_str_equal(shelves[i].name, str))
            return TRUE;
    return FALSE;
}

/* As calibre has it: whole numbers, and halves for what came between. */
static gboolean
option_is_series_index(const char *str)
{
    return g_regex_match_simple("^\\d{1,6}(\\.\\d{1,2})?\\z", str, 0, 0);
}

/* The values that must have a certain form, and what that form is. */
static int
check_texts(const Options *options)
{
    const struct {
        const char *name, *value;
        gboolean (*is_right)(const char *value);
        const char *form;
    } checks[] = {
        { "title", options->title, option_is_text, "words in UTF-8" },
        { "subtitle", options->subtitle, option_is_text, "words in UTF-8" },
        { "publisher", options->publisher, option_is_text,
          "a name in UTF-8" },
        { "date", options->date, option_is_date,
          "a day as YYYY-MM-DD, a month as YYYY-MM or a year" },
        { "lang", options->lang, option_is_language,
          "a language as in en, pt-BR or zh-Hant" },
        { "source-url", options->source_url, option_is_url,
          "a whole URL, as in https://example.org/article" },
        { "from", options->from, option_is_format, "text" },
        { "charset", options->charset, option_is_text,
          "a name that iconv -l lists" },
        { "font", options->font, option_is_text,
          "a family, as fc-list lists them" },
        { "font-size", options->font_size, option_is_points,
          "points, as in 11 or 10.5" },
        { "leading", options->leading, option_is_points,
          "points, as in 14 or 13.5" },
        { "links", options->links, option_is_link_place,
          "footnotes, endnotes or none" },
        { "sort", options->sort, option_is_sort,
          "given, date, title, author or source" },
        { "section-by", options->section_by, option_is_shelf,
          "none, date, publisher, folder or tag" },
        { "series", options->series, option_is_text, "a name in UTF-8" },
        { "series-index", options->series_index, option_is_series_index,
          "a number, as in 3 or 2.5" },
        { "name-template", options->name_template, name_is_template,
          "a name without a slash, with some of " NAME_FIELDS },
    };

    for (gsize i = 0; i < G_N_ELEMENTS(checks); i++) {
        if (checks[i].value && !checks[i].is_right(checks[i].value))
            return report_failure(EX_USAGE, "--%s \"%s\"; give %s",
                                  checks[i].name, checks[i].value,
                                  checks[i].form);
    }
    return EX_OK;
}

/* 0 stands for what was not given. */
static int
check_numbers(const Options *options)
{
    const struct { const char *name; int value, most; } checks[] = {
        { "toc-depth", options->toc_depth, 7 },
        { "columns", options->columns, 3 },
        { "jobs", options->jobs, JOBS_MOST },
    };

    for (gsize i = 0; i < G_N_ELEMENTS(checks); i++) {
        if (checks[i].value < 0 || checks[i].value > checks[i].most)
            return report_failure(EX_USAGE, "--%s %d; give 1 to %d",
                                  checks[i].name, checks[i].value,
                                  checks[i].most);
    }
    return EX_OK;
}

static int
check_list(const char *name, char **values)
{
    for (; values && *values; values++) {
        if (!option_is_text(*values))
            return report_failure(EX_USAGE, "--%s \"%s\"; give words in "
                                  "UTF-8", name, *values);
    }
    return EX_OK;
}

/* Options that mean nothing alone. */
static int
check_together(const Options *options)
{
    if (options->series_index && !options->series)
        return report_failure(EX_USAGE, "--series-index without a series; "
                              "name it with --series");
    return EX_OK;
}

/* Pages are the library's own to judge. */
static int
check_pages(const Options *options)
{
    const A2bPdfOptions pdf = options_pdf(options);
    g_autoptr(GError) error = NULL;

    return a2b_pdf_check(&pdf, &error) ? EX_OK
         : report_failure(EX_USAGE, "%s", error->message);
}

int
options_check(const Options *options)
{
    int status = check_texts(options);

    for (char **input = options->inputs; input && *input; input++)
        if (!**input)
            return report_failure(EX_USAGE, "an input is called \"\"; name a "
                                  "file, or - for the standard input");
    if (status == EX_OK)
        status = check_list("author", options->authors);
    if (status == EX_OK)
        status = check_list("tag", options->tags);
    if (status == EX_OK)
        status = check_numbers(options);
    if (status == EX_OK)
        status = check_together(options);
    return status == EX_OK ? check_pages(options) : status;
}

A2bMeta
options_meta(const Options *options)
{
    return (A2bMeta) {
        .title = options->title,
        .subtitle = options->subtitle,
        .authors = (const char *const *) options->authors,
        .date = options->date,
        .language = options->lang,
        .publisher = options->publisher,
        .source_url = options->source_url,
        .tags = (const char *const *) options->tags,
    };
}

A2bArrange
options_arrange(const Options *options)
{
    A2bArrange how = {
        .keep_duplicates = options->keep_duplicates,
        .summaries = options->summaries,
        .jobs = (guint) options->jobs,
    };

    for (gsize i = 0; options->sort && i < G_N_ELEMENTS(sorts); i++)
        if (g_str_equal(sorts[i].name, options->sort))
            how.sort = sorts[i].sort;
    for (gsize i = 0; options->section_by && i < G_N_ELEMENTS(shelves); i++)
        if (g_str_equal(shelves[i].name, options->section_by))
            how.sections = shelves[i].sections;
    return how;
}

guint
options_jobs(const Options *options)
{
    return options->jobs ? (guint) options->jobs : g_get_num_processors();
}

static double
points_of(const char *str)
{
    return str ? g_ascii_strtod(str, NULL) : 0;
}

static A2bLinks
links_of(const char *str)
{
    for (gsize i = 0; str && i < G_N_ELEMENTS(link_places); i++)
        if (g_str_equal(link_places[i].name, str))
            return link_places[i].links;
    return A2B_LINKS_FOOTNOTES;
}

A2bPdfOptions
options_pdf(const Options *options)
{
    const double size = points_of(options->font_size);

    return (A2bPdfOptions) {
        .paper = options->paper,
        .margin = options->margin,
        .font = options->font,
        .font_size = !size && options->large_print ? LARGE_PRINT : size,
        .leading = points_of(options->leading),
        .columns = options->columns,
        .two_sided = options->two_sided,
        .booklet = options->booklet,
        .links = links_of(options->links),
        .run_on = options->run_on,
        .jobs = options->jobs,
    };
}

const char *
options_style(const Options *options)
{
    if (options->style)
        return options->style;
    return options->large_print ? "large-print" : "classic";
}
