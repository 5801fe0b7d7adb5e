/* SPDX-License-Identifier: MIT */
/* layout MODE FILE MILLIMETRES ROUNDS: sets every line of FILE as a paragraph
 * and prints how many lines come of it.  MODE: ours, or greedy for what
 * PangoLayout does with the same font, or none for what both cost that set
 * nothing. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <pango/pangocairo.h>

#include "type/paragraph.h"

#define SIZE 11
#define FAMILY "EB Garamond 12"

static guint
set_paragraph(Shaper *shaper, const char *str, double measure)
{
    const ParagraphShape shape = {
        .measure = measure, .indent = SIZE, .align = SET_JUSTIFY,
        .hyphens = TRUE, .expansion = .02, .protrude = TRUE,
        .leading = 13.5, .variants = 3,
    };
    const LookSpan look = { .end = strlen(str), .look = { .size = SIZE } };
    const TypeText text = {
        .str = str, .len = look.end, .looks = &look, .n_looks = 1,
        .language = "en",
    };
    g_autoptr(Paragraph) set = paragraph_new(shaper, &text, &shape);
    const guint best = paragraph_best(set);
    const guint lines = paragraph_n_lines(set, best);

    for (guint i = 0; i < lines; i++)
        paragraph_line(set, shaper, best, i);
    return lines;
}

static guint
set_ours(char **paragraphs, double measure, guint rounds)
{
    static const char *const languages[] = { "en", NULL };
    g_autoptr(Letters) letters = letters_new();
    g_autoptr(FontSet) fonts = NULL;
    g_autoptr(Shaper) shaper = NULL;
    FontWants wants = {
        .families = { FAMILY }, .styles = 1, .letters = letters,
        .languages = languages,
    };
    guint lines = 0;

    for (char **p = paragraphs; *p; p++)
        letters_add(letters, *p, strlen(*p));
    fonts = fontset_new(&wants, NULL);
    shaper = shaper_new(fonts);
    for (; rounds > 0; rounds--)
        for (char **p = paragraphs; *p; p++)
            lines += set_paragraph(shaper, *p, measure);
    return lines;
}

static guint
set_greedy(char **paragraphs, double measure, guint rounds)
{
    g_autoptr(PangoFontMap) map = pango_cairo_font_map_new();
    PangoContext *context = pango_font_map_create_context(map);
    g_autoptr(PangoLayout) layout = NULL;
    PangoFontDescription *font =
        pango_font_description_from_string(FAMILY ",");
    guint lines = 0;

    pango_cairo_context_set_resolution(context, 72);
    pango_context_set_round_glyph_positions(context, FALSE);
    pango_font_description_set_size(font, SIZE * PANGO_SCALE);
    layout = pango_layout_new(context);
    pango_layout_set_font_description(layout, font);
    pango_layout_set_width(layout, (int) (measure * PANGO_SCALE));
    pango_layout_set_indent(layout, SIZE * PANGO_SCALE);
    pango_layout_set_justify(layout, TRUE);
    for (; rounds > 0; rounds--)
        for (char **p = paragraphs; *p; p++) {
            pango_layout_set_text(layout, *p, -1);
            lines += pango_layout_get_line_count(layout);
        }
    pango_font_description_free(font);
    g_object_unref(context);
    return lines;
}

int
main(int argc, char **argv)
{
    g_autofree char *content = NULL;
    g_auto(GStrv) paragraphs = NULL;
    double measure;
    guint rounds;

    if (argc != 5 || !g_file_get_contents(argv[2], &content, NULL, NULL))
        return 64;
    paragraphs = g_strsplit(g_strchomp(content), "\n", 0);
    measure = atoi(argv[3]) * 72 / 25.4;
    rounds = atoi(argv[4]);
    if (strcmp(argv[1], "ours") == 0)
        printf("%u\n", set_ours(paragraphs, measure, rounds));
    else if (strcmp(argv[1], "greedy") == 0)
        printf("%u\n", set_greedy(paragraphs, measure, rounds));
    return 0;
}
