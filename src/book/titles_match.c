/* SPDX-License-Identifier: MIT */
/* How much a line is like a title: by the words that both have, weighted by
 * their length; a slip of one letter in a long word is forgiven, another
 * number or another name is not. */
#include "book/titles_match.h"

#include <string.h>

#include "book/fold.h"

enum {
    WEIGHT_MAX = 8,
    SLIP_LETTERS = 5,       /* a word of so many may have a slip */
    ENOUGH = 12,            /* weight that must be shared */
    ONLY_MORE = 65,         /* per cent, where one just says more */
    INSTEAD = 85,           /* where each says what the other does not */
    WITHIN = 80,            /* of a title that stands whole in the line */
};

guint
titles_words(const char *folded, TitlesWord words[TITLES_WORDS])
{
    guint n = 0;

    for (const char *p = folded; *p;) {
        gsize len = strcspn(p, " ");
        gsize letters = g_utf8_strlen(p, len);
        gboolean alone = letters == 1 && fold_is_alone(g_utf8_get_char(p));

        if (n == TITLES_WORDS)
            return 0;
        words[n++] = (TitlesWord) { p, len, alone ? 2 : MIN(letters,
                                                           WEIGHT_MAX),
                                    fold_hash(p, len) };
        p += len + (p[len] == ' ');
    }
    return n;
}

static gboolean
word_equal(const TitlesWord *a, const TitlesWord *b)
{
    return a->hash == b->hash && a->len == b->len;
}

static gboolean
word_has_digit(const TitlesWord *word)
{
    for (guint i = 0; i < word->len; i++)
        if (g_ascii_isdigit(word->str[i]))
            return TRUE;
    return FALSE;
}

/* One letter (of ASCII, or byte of another) is added, missing, another or
 * has changed places with the next; never the first. */
static gboolean
word_is_slip(const TitlesWord *a, const TitlesWord *b)
{
    guint short_len = MIN(a->len, b->len), from = 0, to = 0;

    if (a->weight < SLIP_LETTERS || b->weight < SLIP_LETTERS ||
        MAX(a->len, b->len) - short_len > 2)
        return FALSE;
    while (from < short_len && a->str[from] == b->str[from])
        from++;
    while (to < short_len - from &&
           a->str[a->len - 1 - to] == b->str[b->len - 1 - to])
        to++;
    if (from == 0)
        return FALSE;
    if (a->len == b->len && a->len - from - to == 2)
        return a->str[from] == b->str[from + 1] &&
               a->str[from + 1] == b->str[from];
    return MAX(a->len, b->len) - from - to <=
           ((guchar) a->str[from] < 0x80 ? 1 : 2) &&
           !word_has_digit(a) && !word_has_digit(b);
}

/* Weight of the title if all of its words stand in the line one after the
 * other. */
static guint
likeness_within(const TitlesWord *line, guint n_line,
                const TitlesWord *title, guint n_title)
{
    for (guint i = 0; i + n_title <= n_line; i++) {
        guint k = 0, weight = 0;
        while (k < n_title && word_equal(&line[i + k], &title[k]))
            weight += title[k++].weight;
        if (k == n_title)
            return weight;
    }
    return 0;
}

/* The line is the title up to some word, or a part of that. */
static gboolean
likeness_begins(const TitlesWord *line, guint n_line,
                const TitlesWord *title, guint n_title)
{
    const TitlesWord *last = &line[n_line - 1], *same;

    if (n_line > n_title || n_line < 4)
        return FALSE;
    for (guint i = 0; i + 1 < n_line; i++)
        if (!word_equal(&line[i], &title[i]))
            return FALSE;
    same = &title[n_line - 1];
    return last->len <= same->len && !memcmp(last->str, same->str, last->len);
}

typedef struct {
    guint shared, line, title;      /* weights: in both, in one only */
    guint n;                        /* words in both */
    gboolean number;                /* one has a number of its own */
} Shares;

static void
likeness_pair(const TitlesWord *line, guint n_line, const TitlesWord *title,
              guint n_title, Shares *s)
{
    gboolean used[TITLES_WORDS] = { FALSE };

    for (guint i = 0; i < n_line; i++) {
        guint found = n_title;
        for (guint k = 0; k < n_title && found == n_title; k++)
            if (!used[k] && word_equal(&line[i], &title[k]))
                found = k;
        for (guint k = 0; k < n_title && found == n_title; k++)
            if (!used[k] && word_is_slip(&line[i], &title[k]))
                found = k;
        if (found == n_title) {
            s->line += line[i].weight;
            s->number |= word_has_digit(&line[i]);
            continue;
        }
        used[found] = TRUE;
        s->shared += title[found].weight;
        s->n++;
    }
    for (guint k = 0; k < n_title; k++)
        if (!used[k]) {
            s->title += title[k].weight;
            s->number |= word_has_digit(&title[k]);
        }
}

guint
titles_likeness(const TitlesWord *line, guint n_line, gboolean cut,
                const TitlesWord *title, guint n_title)
{
    Shares s = { 0 };
    guint all = 0, within, score, needed;

    if (n_line == 0 || n_title == 0)
        return 0;
    for (guint i = 0; i < n_line; i++)
        all += line[i].weight;
    within = likeness_within(line, n_line, title, n_title);
    if (within >= ENOUGH && n_title > 2 && within * 2 >= all)
        return WITHIN + (100 - WITHIN) * within / all;
    if (cut && all >= ENOUGH && likeness_begins(line, n_line, title, n_title))
        return WITHIN;
    likeness_pair(line, n_line, title, n_title, &s);
    if (s.number || s.shared < ENOUGH || s.n < 3)
        return 0;
    score = 100 * s.shared / (s.shared + s.line + s.title);
    needed = s.line > 3 && s.title > 3 ? INSTEAD : ONLY_MORE;
    return score >= needed ? score : 0;
}
