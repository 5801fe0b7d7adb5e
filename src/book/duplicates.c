/* SPDX-License-Identifier: MIT */
/* Which articles are the same.  Each is compared with the fuller ones that
 * stay, so what is left out is in what stays: by source URL, by text, and
 * by all shingles with the few that share most of a sample with it. */
#include "book/duplicates.h"

#include <string.h>

#include "base/diag.h"
#include "base/jobs.h"
#include "book/entries.h"
#include "book/shingles.h"
#include "book/urls.h"

enum {
    TITLES_AGREE = 50,      /* per cent of their words */
    NEARLY = 85,            /* of the shingles of both */
    CONTAINED = 90,         /* of those of a cut article */
    SHORT = 2 * 60,         /* halves of words: a text of less is no cut */
    FEW = 2 * 40,           /* less text is the same, or another */
    TINY = 2 * 12,          /* less text says nothing without its title */
    OTHER_TEXT = 20,        /* in common: less is another article */
    POSTS = 16,             /* articles that one shingle leads to */
    COMMON = 4,             /* a shingle of so many is likely boilerplate */
    CHECKED = 4,            /* articles that one is compared with in full */
    THREADS_FROM = 64,      /* articles: fewer are read before a second
                             * thread is ready */
};

/* The reasons, as the message goes on after the name of a file. */
static const char by_url[] = "comes from the same address as";
static const char by_text[] = "has the same text as";
static const char by_nearly[] = "has nearly the same text as";
static const char by_part[] = "is a part of";

typedef struct {
    guint article, next;    /* next: index + 1 of posts, 0: none */
} Post;

/* The articles that stay which a shingle is in. */
typedef struct {
    guint64 shingle;        /* 0: free */
    guint first, n;         /* of posts; n may be more than are posted */
} List;

/* An article that shares shingles with the one at hand. */
typedef struct {
    guint shared;           /* samples */
    guint rare;             /* of these, those that are no boilerplate */
    guint stamp;            /* of the article at hand, + 1 */
} Hits;

typedef struct {
    guint stays;            /* index; itself if it stays */
    const char *why;
    guint first;            /* of those merged, itself included */
} Fate;

typedef struct {
    A2bBook *book;
    Shingles *shingles;
    ShingleSum *sums;
    guint read;             /* article that nobody has begun; atomic */
    Fate *fates;
    GHashTable *urls, *texts;
    List *lists;
    guint n_lists;          /* a power of two */
    Post *posts;            /* no more than there are samples */
    guint n_posts;
    Hits *hits;
    guint *touched;         /* indices of hits */
    guint n_touched;
    guint64 steps;
} Merger;

static const A2bArticle *
merger_article(const Merger *m, guint i)
{
    return m->book->articles->pdata[i];
}

static List *
merger_list(const Merger *m, guint64 shingle)
{
    guint at = shingle >> 8 & (m->n_lists - 1);

    while (m->lists[at].shingle && m->lists[at].shingle != shingle)
        at = (at + 1) & (m->n_lists - 1);
    return &m->lists[at];
}

static void
merger_post(Merger *m, guint i)
{
    const ShingleSum *sum = &m->sums[i];

    for (guint k = 0; k < sum->n; k++) {
        guint64 shingle = sum->sample[k];
        List *list = merger_list(m, shingle);

        m->steps++;
        list->shingle = shingle;
        if (list->first && m->posts[list->first - 1].article == i)
            continue;
        list->n++;
        if (list->n > POSTS)
            continue;
        m->posts[m->n_posts++] = (Post) { i, list->first };
        list->first = m->n_posts;
    }
}

static void
merger_hit(Merger *m, guint i, const List *list)
{
    for (guint p = list->first; p;) {
        const Post *post = &m->posts[p - 1];
        Hits *hits = &m->hits[post->article];

        if (hits->stamp != i + 1) {
            *hits = (Hits) { .stamp = i + 1 };
            m->touched[m->n_touched++] = post->article;
        }
        hits->shared++;
        hits->rare += list->n < COMMON;
        m->steps++;
        p = post->next;
    }
}

/* Fills m->touched.  Returns the samples of i that are no boilerplate; those
 * of very many articles do not count at all. */
static guint
merger_find(Merger *m, guint i, guint *n)
{
    const ShingleSum *sum = &m->sums[i];
    guint rare = 0;

    *n = 0;
    m->n_touched = 0;
    for (guint k = 0; k < sum->n; k++) {
        const List *list = merger_list(m, sum->sample[k]);
        m->steps++;
        rare += list->n < COMMON;
        if (list->n > POSTS)
            continue;
        (*n)++;
        merger_hit(m, i, list);
    }
    return rare;
}

static gboolean
merger_titles_agree(Merger *m, guint a, guint b)
{
    const char *title_a = a2b_article_meta(merger_article(m, a))->title;
    const char *title_b = a2b_article_meta(merger_article(m, b))->title;

    return !title_a || !title_b ||
           shingles_titles(m->shingles, title_a, title_b) >= TITLES_AGREE;
}

static ShingleShare
merger_share(Merger *m, guint a, guint b)
{
    ShingleShare share = shingles_share(m->shingles, merger_article(m, a),
                                        merger_article(m, b));

    m->steps += share.a + share.b;
    return share;
}

/* What a says of itself must be what b begins to say, lest one notice that
 * both end with makes them one. */
static const char *
merger_verify(Merger *m, guint a, guint b, gboolean rarely)
{
    gboolean titles = merger_titles_agree(m, a, b);
    ShingleShare s = merger_share(m, a, b);

    if (!titles && s.head_common * 2 < s.head)
        return NULL;
    if (s.common * 100 >= (s.a + s.b - s.common) * NEARLY)
        return by_nearly;
    if (s.common * 100 >= s.a * CONTAINED && m->sums[a].size >= SHORT &&
        s.head_common * 2 >= s.head && (titles || !rarely))
        return by_part;
    return NULL;
}

static int
merger_compare_hits(gconstpointer a, gconstpointer b, gpointer data)
{
    const Merger *m = data;
    guint i = *(const guint *) a, k = *(const guint *) b;

    if (m->hits[i].shared != m->hits[k].shared)
        return m->hits[i].shared > m->hits[k].shared ? -1 : 1;
    return i < k ? -1 : i > k;
}

/* Only those that share half of n samples, the nearest first. */
static void
merger_keep_near(Merger *m, guint n)
{
    guint kept = 0;

    for (guint k = 0; k < m->n_touched; k++) {
        guint other = m->touched[k];

        if (m->hits[other].shared * 2 >= n)
            m->touched[kept++] = other;
    }
    m->n_touched = kept;
    g_qsort_with_data(m->touched, kept, sizeof *m->touched,
                      merger_compare_hits, m);
}

static gboolean
merger_nearly(Merger *m, guint i)
{
    guint n, rare;

    if (m->sums[i].size < FEW)
        return FALSE;
    rare = merger_find(m, i, &n);
    merger_keep_near(m, n);
    for (guint k = 0; k < MIN(m->n_touched, CHECKED); k++) {
        guint other = m->touched[k];
        const Hits *hits = &m->hits[other];
        gboolean rarely = rare * 4 < m->sums[i].n ||
                          hits->rare * 4 < rare * 3;
        const char *why = merger_verify(m, i, other, rarely);

        if (why) {
            m->fates[i] = (Fate) { other, why, i };
            return TRUE;
        }
    }
    return FALSE;
}

/* Two texts of some length that say different things under different
 * titles are two articles, whatever page both were taken from. */
static gboolean
merger_contradict(Merger *m, guint a, guint b)
{
    ShingleShare s;

    if (m->sums[a].size < SHORT || m->sums[b].size < SHORT ||
        merger_titles_agree(m, a, b))
        return FALSE;
    s = merger_share(m, a, b);
    return s.common * 100 < s.a * OTHER_TEXT;
}

/* The articles are kept as index + 1. */
static gboolean
merger_same_url(Merger *m, guint i, const char *key)
{
    guint other = GPOINTER_TO_UINT(g_hash_table_lookup(m->urls, key));

    if (!other || merger_contradict(m, i, other - 1))
        return FALSE;
    m->fates[i] = (Fate) { other - 1, by_url, i };
    return TRUE;
}

static gboolean
merger_same_text(Merger *m, guint i)
{
    const ShingleSum *sum = &m->sums[i];
    guint other = GPOINTER_TO_UINT(g_hash_table_lookup(m->texts,
                                                       &sum->text));

    if (!other || !sum->size || sum->size != m->sums[other - 1].size ||
        (sum->size < TINY && !merger_titles_agree(m, i, other - 1)))
        return FALSE;
    m->fates[i] = (Fate) { other - 1, by_text, i };
    return TRUE;
}

static void
merger_judge(Merger *m, guint i)
{
    const char *url = a2b_article_meta(merger_article(m, i))->source_url;
    char *key = url ? urls_key(url) : NULL;
    Fate *fate = &m->fates[i];

    *fate = (Fate) { i, NULL, i };
    if (!(key && merger_same_url(m, i, key)) && !merger_same_text(m, i) &&
        !merger_nearly(m, i)) {
        if (!g_hash_table_contains(m->texts, &m->sums[i].text))
            g_hash_table_insert(m->texts, &m->sums[i].text,
                                GUINT_TO_POINTER(i + 1));
        merger_post(m, i);
    }
    /* An address of what is left out is one of what stays for it. */
    if (key && !g_hash_table_contains(m->urls, key))
        g_hash_table_insert(m->urls, key, GUINT_TO_POINTER(fate->stays + 1));
    else
        g_free(key);
    m->fates[fate->stays].first = MIN(m->fates[fate->stays].first, i);
}

/* The fullest first; of two that are equal, the first. */
static int
merger_compare_size(gconstpointer a, gconstpointer b, gpointer data)
{
    const Merger *m = data;
    guint i = *(const guint *) a, k = *(const guint *) b;

    if (m->sums[i].size != m->sums[k].size)
        return m->sums[i].size > m->sums[k].size ? -1 : 1;
    return i < k ? -1 : i > k;
}

static gpointer
merger_read_some(gpointer data)
{
    Merger *m = data;
    g_autoptr(Shingles) shingles = shingles_new();
    guint i;

    while ((i = (guint) g_atomic_int_add(&m->read, 1))
           < m->book->articles->len)
        shingles_sum(shingles, merger_article(m, i), &m->sums[i]);
    return NULL;
}

static void
merger_read(Merger *m, guint jobs)
{
    guint n = m->book->articles->len, samples = 0;

    jobs_share(n < THREADS_FROM ? 1 : jobs, merger_read_some, m);
    for (guint i = 0; i < n; i++) {
        samples += m->sums[i].n;
        m->steps += m->sums[i].size;
    }
    m->n_lists = 64;
    while (m->n_lists < 2 * samples)
        m->n_lists *= 2;
    m->lists = g_new0(List, m->n_lists);
    m->posts = g_new(Post, samples);
}

static void
merger_decide(Merger *m)
{
    guint n = m->book->articles->len;
    g_autofree guint *order = g_new(guint, n);

    for (guint i = 0; i < n; i++)
        order[i] = i;
    g_qsort_with_data(order, n, sizeof *order, merger_compare_size, m);
    for (guint i = 0; i < n; i++)
        merger_judge(m, order[i]);
}

static void
merger_remember(GPtrArray **list, const char *str)
{
    if (!str)
        return;
    if (!*list)
        *list = g_ptr_array_new_with_free_func(g_free);
    g_ptr_array_add(*list, g_strdup(str));
}

/* The one that stays is also what the other was known by. */
static void
merger_say(Merger *m, guint i, A2bDiag *diag)
{
    const Fate *fate = &m->fates[i];
    const A2bMeta *meta = a2b_article_meta(merger_article(m, i));
    BookEntry *stays = entries_of(m->book, fate->stays);

    diag_say(diag, DIAG_DUPLICATE, book_article_name(m->book, i), 0, 0,
             fate->why, book_article_name(m->book, fate->stays));
    merger_remember(&stays->urls, meta->source_url);
    merger_remember(&stays->titles, meta->title);
}

/* Moves article and entry from i of the old arrays into the new ones. */
static void
merger_move(Merger *m, guint i, GPtrArray *articles, GPtrArray *entries)
{
    g_ptr_array_add(articles, m->book->articles->pdata[i]);
    g_ptr_array_add(entries, m->book->entries->pdata[i]);
    m->book->articles->pdata[i] = m->book->entries->pdata[i] = NULL;
}

static void
merger_place(Merger *m, guint first, guint stays)
{
    BookEntry *from = entries_of(m->book, first);
    BookEntry *to = entries_of(m->book, stays);

    if (first == stays)
        return;
    if (from->section) {
        g_free(to->section);
        to->section = g_strdup(from->section);
    }
    if (from->folder) {
        g_free(to->folder);
        to->folder = g_strdup(from->folder);
    }
}

static void
merger_apply(Merger *m, A2bDiag *diag)
{
    A2bBook *book = m->book;
    guint n = book->articles->len;
    g_autoptr(GPtrArray) articles = g_ptr_array_sized_new(n);
    g_autoptr(GPtrArray) entries = g_ptr_array_sized_new(n);

    for (guint i = 0; i < n; i++)
        if (m->fates[i].stays != i)
            merger_say(m, i, diag);
    for (guint i = 0; i < n; i++) {
        guint stays = m->fates[i].stays;
        if (m->fates[stays].first == i)
            merger_place(m, i, stays);
    }
    for (guint i = 0; i < n; i++) {
        guint stays = m->fates[i].stays;
        if (m->fates[stays].first == i)
            merger_move(m, stays, articles, entries);
    }
    /* What is left in the old arrays goes with them. */
    for (guint i = 0; i < n; i++) {
        if (!book->entries->pdata[i])
            continue;
        a2b_article_free(book->articles->pdata[i]);
        entries_free(book->entries->pdata[i]);
    }
    for (guint i = 0; i < articles->len; i++) {
        book->articles->pdata[i] = articles->pdata[i];
        book->entries->pdata[i] = entries->pdata[i];
    }
    book->articles->len = book->entries->len = articles->len;
}

guint64
duplicates_merge(A2bBook *book, guint jobs, A2bDiag *diag)
{
    guint n = book->articles->len;
    Merger m = { .book = book, .shingles = shingles_new() };

    m.touched = g_new(guint, n);
    m.sums = g_new0(ShingleSum, n);
    m.fates = g_new0(Fate, n);
    m.hits = g_new0(Hits, n);
    m.urls = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    m.texts = g_hash_table_new(g_int64_hash, g_int64_equal);
    merger_read(&m, jobs);
    merger_decide(&m);
    merger_apply(&m, diag);
    g_hash_table_unref(m.texts);
    g_hash_table_unref(m.urls);
    g_free(m.hits);
    g_free(m.fates);
    for (guint i = 0; i < n; i++)
        g_free(m.sums[i].sample);
    g_free(m.sums);
    g_free(m.lists);
    g_free(m.touched);
    g_free(m.posts);
    shingles_free(m.shingles);
    return m.steps;
}
