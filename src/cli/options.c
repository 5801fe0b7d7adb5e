/* SPDX-License-Identifier: MIT */
/* The options in one table, from which the command line, the config file
 * and --help are read; the manual is compared with it. */
#include "options.h"

#include <sysexits.h>

#include "report.h"

static Options options;

#define TEXT(name, field, value, what) \
    { name, 0, 0, G_OPTION_ARG_FILENAME, &options.field, what, value }
#define TEXTS(name, field, value, what) \
    { name, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.field, what, value }
#define FLAG(name, letter, field, what) \
    { name, letter, 0, G_OPTION_ARG_NONE, &options.field, what, NULL }
#define NUMBER(name, letter, field, value, what) \
    { name, letter, 0, G_OPTION_ARG_INT, &options.field, what, value }
#define END { NULL, 0, 0, 0, NULL, NULL, NULL }

/* All texts are of type FILENAME: GLib gives those unchanged, whatever the
 * locale. */
static const GOptionEntry entries_io[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME_ARRAY, &options.outputs,
      "write FILE: .epub .pdf .json .tree ...; repeatable", "FILE" },
    { "to", 't', 0, G_OPTION_ARG_FILENAME, &options.to,
      "form of an output whose name does not say it", "FORM" },
    { "from", 'f', 0, G_OPTION_ARG_FILENAME, &options.from,
      "what the input is: text (default: found out)", "FORMAT" },
    TEXT("files-from", files_from, "FILE",
         "inputs are named in FILE, one a line; - is stdin"),
    TEXT("charset", charset, "NAME",
         "character set of the input (default: found out)"),
    NUMBER("jobs", 'j', jobs, "N",
           "threads (default: one a processor)"),
    FLAG("keep-all", 0, keep_all, "keep adverts, buttons and the like"),
    FLAG("no-smart", 0, no_smart, "leave quotes, dashes and blanks alone"),
    END
};

static const GOptionEntry entries_digest[] = {
    TEXT("sort", sort, "ORDER",
         "given (default) date title author source"),
    TEXT("section-by", section_by, "WHAT",
         "none date publisher folder tag"),
    FLAG("keep-duplicates", 0, keep_duplicates,
         "keep articles that are nearly the same"),
    FLAG("summaries", 0, summaries, "contents with summaries"),
    TEXT("series", series, "NAME", "the series the book is part of"),
    TEXT("series-index", series_index, "N", "its number in it"),
    TEXT("individual", individual, "DIR",
         "a book of each input, in this folder"),
    TEXT("name-template", name_template, "TEXT",
         "their names (default: {date} {title})"),
    FLAG("force", 0, force, "write over those that are there"),
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
    NUMBER("toc-depth", 0, toc_depth, "N",
           "levels in the contents, 1 to 7 (default: 3)"),
    FLAG("embed-fonts", 0, embed_fonts,
         "put the letters that are used into the EPUB"),
    END
};

static const GOptionEntry entries_pages[] = {
    TEXT("paper", paper, "SIZE",
         "a4 (default) a5 a6 letter legal, or as 148x210mm"),
    TEXT("margin", margin, "LENGTHS",
         "one to four: top, outer, bottom, inner"),
    TEXT("font", font, "FAMILY", "family of the text"),
    TEXT("font-size", font_size, "PT", "size of the text in points"),
    TEXT("leading", leading, "PT", "from baseline to baseline"),
    NUMBER("columns", 0, columns, "N", "columns of text, 1 to 3"),
    FLAG("two-sided", 0, two_sided,
         "inner and outer margins change sides"),
    FLAG("booklet", 0, booklet, "two pages a sheet, to be folded"),
    FLAG("run-on", 0, run_on, "articles begin on the page they can"),
    FLAG("large-print", 0, large_print,
         "the style large-print, in 18 points"),
    TEXT("links", links, "WHERE",
         "addresses as footnotes (default) endnotes none"),
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
    { "A digest of several articles", entries_digest },
    { "How the book looks", entries_look },
    { "Pages (of a PDF)", entries_pages },
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
