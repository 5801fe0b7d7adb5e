/* SPDX-License-Identifier: MIT */
/* Decides in which size and letters each piece of a cover is set. */
#include "cover/pieces.h"

#include <math.h>

#include "base/limits.h"
#include "cover/words.h"

#define SMALL_SIZE 46.0     /* of small capitals */
#define CAPITALS 0.72       /* size of capitals that stand for them */
#define MOST_SMALL 90       /* characters of a kicker or a date */
#define MOST_LINE 240       /* characters of a subtitle or the authors */
#define ORNAMENT "\xe2\x9d\xa6"     /* where there is no title */
#define DOT " \xc2\xb7 "

/* Size of type that suits a title of so many characters: large for a word,
 * and such that a long one is still a block and not a page. */
static double
title_size(const char *title)
{
    return CLAMP(330 - 44 * log((double)g_utf8_strlen(title, -1) + 1), 84,
                 230);
}

static Setting *
set(const Pieces *p, const char *text, Manner manner)
{
    manner.rtl = words_are_rtl(text);
    return setting_new(p->kit, text, &manner);
}

static Setting *
set_text(const Pieces *p, const char *text, gboolean italic)
{
    return text ? set(p, text, (Manner) {
        .ideal = 62, .smallest = 40, .largest = 64, .leading = 1.18,
        .width = PIECES_MEASURE, .height = 260, .italic = italic }) : NULL;
}

/* In small capitals of size, or in capitals as high where the face has no
 * small ones, or as it is where the script has neither. */
static Setting *
set_small(const Pieces *p, const char *text, double width, double size)
{
    if (!text)
        return NULL;
    gboolean small = p->kit->small_caps && words_are_latin(text);
    g_autofree char *capitals = small ? g_strdup(text)
                                : words_capitals(text);
    gboolean changed = !g_str_equal(capitals, text);
    double scale = changed ? CAPITALS : 1;
    Setting *s = set(p, capitals, (Manner) {
        .ideal = size * scale, .smallest = 28 * scale,
        .largest = size * scale, .leading = 1.25, .width = width,
        .height = 110, .small_caps = small, .spaced = small || changed });
    s->nominal = s->size / scale;
    return s;
}

/* Publisher and date side by side in one size. */
static void
set_sides(Pieces *p)
{
    double left = p->date_words ? PIECES_MEASURE * 0.6 : PIECES_MEASURE;
    double right = p->publisher_words ? PIECES_MEASURE - left - 40
                   : PIECES_MEASURE;
    p->publisher = set_small(p, p->publisher_words, left, SMALL_SIZE);
    p->date = set_small(p, p->date_words, right, SMALL_SIZE);
    if (!p->publisher || !p->date)
        return;
    double size = MIN(p->publisher->nominal, p->date->nominal);
    if (p->publisher->nominal > size) {
        setting_free(p->publisher);
        p->publisher = set_small(p, p->publisher_words, left, size);
    } else if (p->date->nominal > size) {
        setting_free(p->date);
        p->date = set_small(p, p->date_words, right, size);
    }
}

static char *
all_words(const char *const *words, gsize n)
{
    GString *all = g_string_new("0" DOT);
    for (gsize i = 0; i < n; i++) {
        g_autofree char *capitals = words[i] ? words_capitals(words[i])
                                    : NULL;
        g_string_append(all, words[i] ? words[i] : "");
        g_string_append(all, capitals ? capitals : "");
    }
    return g_string_free(all, FALSE);
}

Pieces *
pieces_new(const CoverWords *words, GError **error)
{
    Pieces *p = g_new0(Pieces, 1);
    g_autofree char *subtitle = words_tidy(words->subtitle, MOST_LINE);
    g_autofree char *authors = words_tidy(words->authors, MOST_LINE);
    g_autofree char *head = words_tidy(words->kicker, MOST_SMALL);
    p->title_words = words_tidy(words->title, LIMIT_TITLE_CHARS);
    p->publisher_words = words_tidy(words->publisher, MOST_SMALL);
    p->date_words = words_tidy(words->date, MOST_SMALL);
    if (!p->title_words)
        p->title_words = g_strdup(ORNAMENT);
    if (!head)
        head = g_steal_pointer(&p->publisher_words);
    const char *const used[] = { p->title_words, subtitle, authors, head,
                                 p->publisher_words, p->date_words };
    g_autofree char *all = all_words(used, G_N_ELEMENTS(used));
    p->kit = kit_new(all, words->language, subtitle != NULL, error);
    if (!p->kit) {
        pieces_free(p);
        return NULL;
    }
    p->head = set_small(p, head, PIECES_MEASURE, SMALL_SIZE);
    p->subtitle = set_text(p, subtitle, TRUE);
    p->authors = set_text(p, authors, FALSE);
    set_sides(p);
    return p;
}

void
pieces_free(Pieces *p)
{
    if (!p)
        return;
    setting_free(p->title);
    setting_free(p->head);
    setting_free(p->subtitle);
    setting_free(p->authors);
    setting_free(p->publisher);
    setting_free(p->date);
    g_free(p->title_words);
    g_free(p->publisher_words);
    g_free(p->date_words);
    kit_free(p->kit);
    g_free(p);
}

void
pieces_set_title(Pieces *p, double height)
{
    double ideal = title_size(p->title_words);
    p->title = set(p, p->title_words, (Manner) {
        .ideal = ideal, .smallest = 56, .largest = MIN(ideal * 1.25, 250),
        .leading = 1, .width = PIECES_MEASURE, .height = MAX(height, 300) });
}

void
pieces_join_foot(Pieces *p)
{
    g_autofree char *line = p->publisher_words && p->date_words
        ? g_strconcat(p->publisher_words, DOT, p->date_words, NULL)
        : g_strdup(p->date_words ? p->date_words : p->publisher_words);
    setting_free(p->date);
    g_clear_pointer(&p->publisher, setting_free);
    p->date = set_small(p, line, PIECES_MEASURE, SMALL_SIZE);
}
