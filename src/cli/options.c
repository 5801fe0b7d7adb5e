/* SPDX-License-Identifier: MIT */
/* The options in one table, from which the command line, the config file
 * and --help are read; the manual is compared with it. */
#include "options.h"

#include <stdio.h>
#include <sysexits.h>

#include "report.h"

static Options options;

#define TEXT(name, field, value, what) \
    { name, 0, 0, G_OPTION_ARG_FILENAME, &options.field, what, value }
#define TEXTS(name, field, value, what) \
    { name, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.field, what, value }
#define FLAG(name, letter, field, what) \
    { name, letter, 0, G_OPTION_ARG_NONE, &options.field, what, NULL }
#define END { NULL, 0, 0, 0, NULL, NULL, NULL }

/* All texts are of type FILENAME: GLib gives those unchanged, whatever the
 * locale. */
static const GOptionEntry entries_io[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME_ARRAY, &options.outputs,
      "write FILE: .epub .json .tree .evidence; repeatable", "FILE" },
    { "to", 't', 0, G_OPTION_ARG_FILENAME, &options.to,
      "form of an output whose name does not say it", "FORM" },
    { "from", 'f', 0, G_OPTION_ARG_FILENAME, &options.from,
      "what the input is: text (default: found out)", "FORMAT" },
    TEXT("charset", charset, "NAME",
         "character set of the input (default: found out)"),
    FLAG("keep-all", 0, keep_all, "keep adverts, buttons and the like"),
    FLAG("no-smart", 0, no_smart, "leave quotes, dashes and blanks alone"),
    END
};

static const GOptionEntry entries_meta[] = {
    TEXT("title", title, "TEXT", "title of the book"),
    TEXT("subtitle", subtitle, "TEXT", "its second title"),
    TEXTS("author", authors, "NAME", "who wrote it; again for more"),
    TEXT("date", date, "DATE", "YYYY-MM-DD, YYYY-MM or YYYY"),
    TEXT("lang", lang, "TAG", "language, as in en, pt-BR, zh-Hant"),
    TEXT("publisher", publisher, "NAME", "where it appeared"),
    TEXT("source-url", source_url, "URL", "where it was found"),
    TEXTS("tag", tags, "WORD", "a subject; again for more"),
    END
};

static const GOptionEntry entries_look[] = {
    TEXT("style", style, "NAME",
         "a style by name, or a CSS file (default: classic)"),
    TEXT("css", css, "FILE", "rules of your own, after the style's"),
    TEXT("cover", cover, "FILE",
         "a JPEG or PNG, or auto (default) or none"),
    { "toc-depth", 0, 0, G_OPTION_ARG_INT, &options.toc_depth,
      "levels in the contents, 1 to 7 (default: 3)", "N" },
    FLAG("embed-fonts", 0, embed_fonts,
         "put the letters that are used into the book"),
    END
};

static const GOptionEntry entries_messages[] = {
    FLAG("quiet", 'q', quiet, "errors only"),
    FLAG("verbose", 'v', verbose, "every note"),
    FLAG("strict", 'W', strict, "a warning fails: nothing is written"),
    END
};

static const GOptionEntry entries_about[] = {
    FLAG("no-config", 0, no_config, "leave your config file unread"),
    TEXT("explain", explain, "ID", "what a message means; all: every one"),
    FLAG("version", 0, version, "the version, and what is installed"),
    FLAG("help", 'h', help, "this page"),
    END
};

static const OptionGroup groups[] = {
    { "In and out", entries_io },
    { "What is known of the article (wins over what is found in it)",
      entries_meta },
    { "How the book looks", entries_look },
    { "Messages", entries_messages },
    { "About", entries_about },
    { NULL, NULL }
};

const OptionGroup *
option_groups(void)
{
    return groups;
}

Options *
options_parse(int argc, char **argv)
{
    static const GOptionEntry rest[] = {
        { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY,
          &options.inputs, NULL, NULL },
        END
    };
    g_autoptr(GOptionContext) context = g_option_context_new(NULL);
    g_autoptr(GError) error = NULL;

    g_option_context_set_help_enabled(context, FALSE);
    for (const OptionGroup *group = groups; group->heading; group++)
        g_option_context_add_main_entries(context, group->entries, NULL);
    g_option_context_add_main_entries(context, rest, NULL);
    if (!g_option_context_parse(context, &argc, &argv, &error)) {
        report_failure(EX_USAGE, "%s; --help lists the options",
                       error->message);
        return NULL;
    }
    return &options;
}

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

/* The values that must have a certain form, and what that form is. */
static int
options_check_values(void)
{
    const struct {
        const char *name, *value;
        gboolean (*is_right)(const char *value);
        const char *form;
    } checks[] = {
        { "title", options.title, option_is_text, "words in UTF-8" },
        { "subtitle", options.subtitle, option_is_text, "words in UTF-8" },
        { "publisher", options.publisher, option_is_text,
          "a name in UTF-8" },
        { "date", options.date, option_is_date,
          "a day as YYYY-MM-DD, a month as YYYY-MM or a year" },
        { "lang", options.lang, option_is_language,
          "a language as in en, pt-BR or zh-Hant" },
        { "source-url", options.source_url, option_is_url,
          "a whole URL, as in https://example.org/article" },
        { "from", options.from, option_is_format, "text" },
        { "charset", options.charset, option_is_text,
          "a name that iconv -l lists" },
    };

    for (gsize i = 0; i < G_N_ELEMENTS(checks); i++) {
        if (checks[i].value && !checks[i].is_right(checks[i].value))
            return report_failure(EX_USAGE, "--%s \"%s\"; give %s",
                                  checks[i].name, checks[i].value,
                                  checks[i].form);
    }
    return EX_OK;
}

static int
options_check_list(const char *name, char **values)
{
    for (; values && *values; values++) {
        if (!option_is_text(*values))
            return report_failure(EX_USAGE, "--%s \"%s\"; give words in "
                                  "UTF-8", name, *values);
    }
    return EX_OK;
}

int
options_check(const Options *given)
{
    int status = options_check_values();

    for (char **input = given->inputs; input && *input; input++)
        if (!**input)
            return report_failure(EX_USAGE, "an input is called \"\"; name a "
                                  "file, or - for the standard input");
    if (status == EX_OK)
        status = options_check_list("author", given->authors);
    if (status == EX_OK)
        status = options_check_list("tag", given->tags);
    if (status == EX_OK && (given->toc_depth < 0 || given->toc_depth > 7))
        status = report_failure(EX_USAGE, "--toc-depth %d; give 1 to 7",
                                given->toc_depth);
    return status;
}
