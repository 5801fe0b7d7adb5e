/* SPDX-License-Identifier: MIT */
/* Which article a line means: the one whose title it is, with or without a
 * label before it and a name of the paper behind it; else the one whose
 * title it is most like, if no other is nearly as much. */
#include "book/titles.h"

#include <stdlib.h>
#include <string.h>

#include "book/fold.h"
#include "book/titles_match.h"

enum {
    RAREST = 6,             /* words of a line that lead to titles */
    POSTS = 64,             /* titles that one word may lead to */
    COMPARED = 16,          /* titles that a line is compared with */
    CLEARLY = 10,           /* better than the second best, per cent */
    SEVERAL = G_MAXUINT - 1,
};

typedef struct {
    guint64 word;
    guint title;
} Post;

typedef struct {
    guint article;
    guint first, n;         /* of words */
} Title;

struct Titles {
    GHashTable *exact;      /* folded, owned -> article + 1, or SEVERAL */
    GArray *titles;         /* of Title */
    GArray *words;          /* of TitlesWord, in the keys of exact */
    GArray *posts;          /* of Post, by word and title */
    GPtrArray *labels;      /* folded, the longest first */
};

static const char *const labels[] = {
#define LABEL(text) text,
#include "book/labels.def"
#undef LABEL
};

static int
label_compare(gconstpointer a, gconstpointer b)
{
    const char *x = *(const char *const *) a, *y = *(const char *const *) b;
    gsize n = strlen(x), m = strlen(y);

    return n != m ? (n > m ? -1 : 1) : strcmp(x, y);
}

Titles *
titles_new(void)
{
    Titles *titles = g_new0(Titles, 1);

    titles->exact = g_hash_table_new_full(g_str_hash, g_str_equal, g_free,
                                          NULL);
    titles->titles = g_array_new(FALSE, FALSE, sizeof(Title));
    titles->words = g_array_new(FALSE, FALSE, sizeof(TitlesWord));
    titles->posts = g_array_new(FALSE, FALSE, sizeof(Post));
    titles->labels = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < G_N_ELEMENTS(labels); i++)
        g_ptr_array_add(titles->labels,
                        fold_words(labels[i], strlen(labels[i])));
    g_ptr_array_sort(titles->labels, label_compare);
    return titles;
}

void
titles_free(Titles *titles)
{
    if (!titles)
        return;
    g_hash_table_unref(titles->exact);
    g_array_unref(titles->titles);
    g_array_unref(titles->words);
    g_array_unref(titles->posts);
    g_ptr_array_unref(titles->labels);
    g_free(titles);
}

/* Article + 1, SEVERAL or 0. */
static guint
titles_look_up(const Titles *titles, const char *folded)
{
    return GPOINTER_TO_UINT(g_hash_table_lookup(titles->exact, folded));
}

static guint
titles_article(guint found)
{
    return found == 0 || found == SEVERAL ? TITLES_NONE : found - 1;
}

guint
titles_exact(const Titles *titles, const char *title)
{
    g_autofree char *folded = fold_words(title, strlen(title));

    return titles_article(titles_look_up(titles, folded));
}

static void
titles_index(Titles *titles, const char *folded, guint article)
{
    TitlesWord words[TITLES_WORDS];
    Title title = { article, titles->words->len, 0 };

    title.n = titles_words(folded, words);
    g_array_append_vals(titles->words, words, title.n);
    for (guint i = 0; i < title.n; i++) {
        Post post = { words[i].hash, titles->titles->len };
        g_array_append_val(titles->posts, post);
    }
    g_array_append_val(titles->titles, title);
}

void
titles_add(Titles *titles, const char *title, guint article)
{
    g_autofree char *folded = fold_words(title, strlen(title));
    gpointer key = NULL, found = NULL;

    if (!*folded)
        return;
    if (!g_hash_table_lookup_extended(titles->exact, folded, &key, &found)) {
        key = folded;
        g_hash_table_insert(titles->exact, g_steal_pointer(&folded),
                            GUINT_TO_POINTER(article + 1));
    } else if (GPOINTER_TO_UINT(found) == article + 1)
        return;
    else
        g_hash_table_insert(titles->exact, g_strdup(key),
                            GUINT_TO_POINTER(SEVERAL));
    /* Also a second time, lest a line that is like it be sure of one. */
    titles_index(titles, key, article);
}

static int
post_compare(gconstpointer a, gconstpointer b)
{
    const Post *x = a, *y = b;

    if (x->word != y->word)
        return x->word < y->word ? -1 : 1;
    return x->title < y->title ? -1 : x->title > y->title;
}

void
titles_ready(Titles *titles)
{
    g_array_sort(titles->posts, post_compare);
}

/* The first post at or after a word. */
static guint
titles_posts(const Titles *titles, guint64 word)
{
    guint from = 0, to = titles->posts->len;

    while (from < to) {
        guint mid = from + (to - from) / 2;
        if (g_array_index(titles->posts, Post, mid).word < word)
            from = mid + 1;
        else
            to = mid;
    }
    return from;
}

/* Posts of a word. */
typedef struct { guint first, n; } Range;

static Range
titles_range(const Titles *titles, guint64 word)
{
    Range range = { titles_posts(titles, word), 0 };

    while (range.first + range.n < titles->posts->len && range.n <= POSTS &&
           g_array_index(titles->posts, Post,
                         range.first + range.n).word == word)
        range.n++;
    return range;
}

/* The ranges of the rarest words that are in any title; how many. */
static guint
titles_rarest(const Titles *titles, const TitlesWord *words, guint n,
              Range rarest[RAREST])
{
    guint kept = 0;

    for (guint i = 0; i < n; i++) {
        Range range = titles_range(titles, words[i].hash);
        guint at;

        if (range.n == 0 || range.n > POSTS)
            continue;
        if (kept == RAREST && rarest[kept - 1].n <= range.n)
            continue;
        at = kept < RAREST ? kept++ : RAREST - 1;
        for (; at > 0 && rarest[at - 1].n > range.n; at--)
            rarest[at] = rarest[at - 1];
        rarest[at] = range;
    }
    return kept;
}

static int
guint_compare(const void *a, const void *b)
{
    guint x = *(const guint *) a, y = *(const guint *) b;

    return x < y ? -1 : x > y;
}

/* Titles with the most of the rarest words (half of them at least), best
 * first; how many. */
static guint
titles_likely(const Titles *titles, const TitlesWord *words, guint n,
              guint likely[COMPARED])
{
    guint all[RAREST * POSTS], counts[COMPARED], n_all = 0, kept = 0;
    Range rarest[RAREST];
    guint n_rarest = titles_rarest(titles, words, n, rarest);

    for (guint i = 0; i < n_rarest; i++)
        for (guint k = 0; k < rarest[i].n; k++)
            all[n_all++] = g_array_index(titles->posts, Post,
                                         rarest[i].first + k).title;
    qsort(all, n_all, sizeof *all, guint_compare);
    for (guint i = 0, k; i < n_all; i = k) {
        guint at;

        for (k = i; k < n_all && all[k] == all[i]; k++)
            ;
        if ((k - i) * 2 < n_rarest ||
            (kept == COMPARED && counts[kept - 1] >= k - i))
            continue;
        at = kept < COMPARED ? kept++ : COMPARED - 1;
        for (; at > 0 && counts[at - 1] < k - i; at--) {
            counts[at] = counts[at - 1];
            likely[at] = likely[at - 1];
        }
        counts[at] = k - i;
        likely[at] = all[i];
    }
    return kept;
}

static guint
titles_fuzzy(const Titles *titles, const char *folded, gboolean cut,
             guint64 *steps)
{
    TitlesWord words[TITLES_WORDS];
    guint likely[COMPARED], n = titles_words(folded, words);
    guint n_likely = titles_likely(titles, words, n, likely);
    guint best = TITLES_NONE, score = 0, second = 0;

    for (guint i = 0; i < n_likely; i++) {
        const Title *title = &g_array_index(titles->titles, Title, likely[i]);
        guint like = titles_likeness(
            words, n, cut,
            &g_array_index(titles->words, TitlesWord, title->first),
            title->n);

        if (like > score) {
            if (best != title->article)
                second = score;
            best = title->article;
            score = like;
        } else if (title->article != best)
            second = MAX(second, like);
    }
    if (steps)
        *steps += n_likely;
    return score >= second + CLEARLY ? best : TITLES_NONE;
}

/* Past a label, or folded itself. */
static const char *
titles_past_label(const Titles *titles, const char *folded)
{
    for (guint i = 0; i < titles->labels->len; i++) {
        const char *label = titles->labels->pdata[i];
        gsize len;

        if (*folded != *label)
            continue;
        len = strlen(label);
        if (!strncmp(folded, label, len) && folded[len] == ' ')
            return folded + len + 1;
    }
    return folded;
}

/* A part of the line that is a title of more than one word. */
static guint
titles_part(const Titles *titles, const char *str, gsize len)
{
    g_autofree char *folded = fold_words(str, len);

    return strchr(folded, ' ')
        ? titles_look_up(titles, titles_past_label(titles, folded)) : 0;
}

/* The last mark with blanks around it that may part a title from the name
 * of its paper; NULL if there is none. */
static const char *
titles_last_mark(const char *line)
{
    static const char *const marks[] = { " | ", " – ", " — ", " - " };
    const char *last = NULL;

    for (const char *p = strchr(line, ' '); p; p = strchr(p + 1, ' '))
        for (guint i = 0; !g_ascii_isalnum(p[1]) && i < G_N_ELEMENTS(marks);
             i++)
            if (g_str_has_prefix(p, marks[i]))
                last = p;
    return last;
}

/* "Explained: The title", "The title | The Paper". */
static guint
titles_around(const Titles *titles, const char *line)
{
    const char *colon = strchr(line, ':'), *mark = titles_last_mark(line);
    guint found = 0;

    if (!colon && (colon = strstr(line, "：")))
        colon += strlen("：") - 1;
    if (colon)
        found = titles_part(titles, colon + 1, strlen(colon + 1));
    if (!found && mark)
        found = titles_part(titles, line, mark - line);
    return found;
}

static gboolean
titles_is_cut(const char *line)
{
    const char *end = line + strlen(line);

    while (end > line && g_ascii_isspace(end[-1]))
        end--;
    return end - line > 3 && (!strncmp(end - 3, "…", 3) ||
                              !strncmp(end - 3, "...", 3));
}

guint
titles_find(const Titles *titles, const char *line, guint64 *steps)
{
    g_autofree char *folded = fold_words(line, strlen(line));
    const char *bare = titles_past_label(titles, folded);
    guint found = titles_look_up(titles, folded);

    if (!found && bare != folded)
        found = titles_look_up(titles, bare);
    if (!found)
        found = titles_around(titles, line);
    if (found)
        return titles_article(found);
    return titles_fuzzy(titles, bare, titles_is_cut(line), steps);
}
