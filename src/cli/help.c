/* SPDX-License-Identifier: MIT */
/* Prints the manual's short form out of the tables the program works by. */
#include "help.h"

#include <stdio.h>
#include <sysexits.h>

#include "options.h"
#include "report.h"

static const char help_head[] =
    "Usage: article2book [OPTION...] INPUT...\n"
    "Makes a finished book, EPUB or PDF, of an article in plain text.\n"
    "\n"
    "  article2book essay.txt                     makes essay.epub here\n"
    "  article2book essay.txt -o ~/Books/it.epub  makes it there\n"
    "  article2book essay.txt -o it.epub -o it.pdf     both of one reading\n"
    "  article2book essay.txt -o it.pdf --paper a5 --two-sided\n"
    "  article2book -o - - < essay.txt > it.epub  reads and writes pipes\n"
    "  article2book essay.txt --title \"On Time\" --author \"A. Writer\"\n"
    "  article2book a.txt b.txt -o digest.epub    several, in this order\n"
    "  article2book essay.txt --to tree -o -      shows how it was read\n";

static const char help_tail[] =
    "\n"
    "The text is read as it lies around: title, date, author, headings, "
    "lists, notes\n"
    "and the rest are found in it; what is left out (adverts and the like) "
    "is said.\n"
    "Your own defaults: ~/.config/article2book/config.  "
    "More: man article2book\n";

#define HELP_COLUMN 28

static void
help_print_entry(const GOptionEntry *entry)
{
    g_autofree char *left = NULL;
    char letter[] = "    ";

    if (entry->short_name) {
        letter[0] = '-';
        letter[1] = entry->short_name;
        letter[2] = ',';
    }
    left = g_strdup_printf("  %s--%s%s%s", letter, entry->long_name,
                           entry->arg_description ? "=" : "",
                           entry->arg_description ? entry->arg_description
                                                  : "");
    printf("%-*s%s\n", HELP_COLUMN, left, entry->description);
}

void
help_print(void)
{
    fputs(help_head, stdout);
    for (const OptionGroup *g = option_groups(); g->heading; g++) {
        printf("\n%s:\n", g->heading);
        for (const GOptionEntry *e = g->entries; e->long_name; e++)
            help_print_entry(e);
    }
    fputs(help_tail, stdout);
}

void
help_print_version(void)
{
    static const struct { const char *part, *what; } parts[] = {
        { "guess", "guesses character sets and languages" },
        { "typeset", "draws covers, embeds fonts" },
        { "pdf", "makes PDFs" },
        { "breaks", "divides lines of Khmer, Lao and Burmese" },
    };

    printf("article2book %s\n", A2B_VERSION);
    printf("styles:");
    for (const char *const *name = a2b_style_names(); *name; name++)
        printf(" %s", *name);
    printf("\n");
    for (gsize i = 0; i < G_N_ELEMENTS(parts); i++)
        printf("%s: %s (%s)\n", parts[i].part,
               a2b_part_is_installed(parts[i].part) ? "installed"
                                                    : "not installed",
               parts[i].what);
}

static void
help_print_kind(const A2bMessageKind *kind)
{
    static const char *const levels[] = {
        [A2B_LEVEL_NOTE] = "note",
        [A2B_LEVEL_WARNING] = "warning",
        [A2B_LEVEL_ERROR] = "error",
    };

    printf("%s (%s): %s\n%s\n", kind->id, levels[kind->level], kind->what,
           kind->explanation);
}

int
help_explain(const char *id)
{
    gboolean all = g_str_equal(id, "all"), found = all;

    for (const A2bMessageKind *k = a2b_message_kinds(); k->id; k++) {
        if (!all && !g_str_equal(k->id, id))
            continue;
        if (all && k != a2b_message_kinds())
            printf("\n");
        help_print_kind(k);
        found = TRUE;
    }
    if (!found)
        return report_failure(EX_USAGE, "no message is called \"%s\"; "
                              "--explain all lists them", id);
    return EX_OK;
}
