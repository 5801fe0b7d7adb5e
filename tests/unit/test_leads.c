/* SPDX-License-Identifier: MIT */
/* Which addresses and lines of an article lead to another of its book. */
#include "book_fixture.h"

#include "book/fold.h"
#include "book/leads.h"
#include "book/titles.h"
#include "book/urls.h"

static void
test_urls_same(void)
{
    static const char key[] = "example.com/a/b%20c";
    static const char *const same[] = {
        "http://example.com/a/b%20c", "https://www.example.com/a/b%20c/",
        "HTTPS://WWW.Example.COM:443/a/b%20c", "//example.com/a/b%20c",
        "https://example.com/a/b%20c#part", "example.com/%61/b%20c",
        "https://example.com./a/b%20c//", " <http://example.com/a/b%20c> ",
        "http://example.com:80/a/b%20c?utm_source=x&utm_medium=y",
        "http://me@example.com/a/b%20c?fbclid=1&amp;gclid=2",
        "http://example.com/a/b%20c?ref=rss", "http://example.com/a/b%20c?",
        "http://example.com/a/b%20c?UTM_Campaign=z#at",
    };

    for (guint i = 0; i < G_N_ELEMENTS(same); i++) {
        g_autofree char *found = urls_key(same[i]);
        g_test_message("%s", same[i]);
        g_assert_cmpstr(found, ==, key);
    }
}

static void
test_urls_keys(void)
{
    static const char *const rows[][2] = {
        { "https://example.com/", NULL }, { "https://example.com", NULL },
        { "https://www.example.com/?utm_source=x", NULL },
        { "https://example.com/?id=7", "example.com?id=7" },
        { "https://example.com/a?b=2&a=1", "example.com/a?a=1&b=2" },
        { "https://example.com/a?a=1&utm_id=3&b=2#x",
          "example.com/a?a=1&b=2" },
        { "https://example.com/Ab", "example.com/Ab" },
        { "https://example.com/caf%c3%a9", "example.com/caf%C3%A9" },
        { "https://example.com/café", "example.com/caf%C3%A9" },
        { "https://example.com/a%2fb", "example.com/a%2Fb" },
        { "https://example.com/100%", "example.com/100%" },
        { "https://example.com:8080/a", "example.com:8080/a" },
        { "https://example.com:8/a", "example.com:8/a" },
        { "www.example.com/a", "example.com/a" },
        { "mailto:me@example.com", NULL }, { "ftp://example.com/a", NULL },
        { "#note-1", NULL }, { "", NULL }, { "https://", NULL },
        { "images/a.jpg", NULL }, { "http:///a", NULL },
    };

    for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *key = urls_key(rows[i][0]);
        g_test_message("%s", rows[i][0]);
        g_assert_cmpstr(key, ==, rows[i][1]);
    }
}

static void
test_urls_site(void)
{
    static const char *const rows[][2] = {
        { "https://www.Example.org/a?b", "example.org" },
        { "http://example.org", "example.org" },
        { "https://me@example.org:8080/", "example.org:8080" },
        { "ftp://example.org/a", "example.org" },
        { "www.example.org/?from=http://a.example", "example.org" },
        { "https://bücher.example/", "bücher.example" },
        { "mailto:me@example.org", NULL }, { "https://", NULL },
        { "images/a.jpg", NULL }, { "", NULL },
    };

    for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *site = urls_site(rows[i][0]);

        g_assert_cmpstr(site, ==, rows[i][1]);
    }
}

static void
test_fold(void)
{
    static const char *const rows[][2] = {
        { "The “Good” Day—Again", "the good day again" },
        { "Don’t, don't", "dont dont" }, { "Ünïcode ÉCOLE", "unicode ecole" },
        { "ﬁnd ﬂow", "find flow" }, { "soft\u00ADhyphen", "softhyphen" },
        { "ＡＢＣ１", "abc1" }, { "港口 abc", "港 口 abc" },
        { "한국어 기사", "한국어 기사" }, { "Ёлка", "елка" },
        { " …!? ", "" }, { "हिन्दी", "हिनदी" },
    };
    g_autoptr(Fold) fold = fold_new();

    for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
        const char *str = rows[i][0];
        g_autofree char *folded = fold_words(str, strlen(str));
        g_auto(GStrv) words = g_strsplit(folded, " ", -1);
        g_autoptr(GArray) hashes = g_array_new(FALSE, FALSE,
                                               sizeof(guint64));

        g_assert_cmpstr(folded, ==, rows[i][1]);
        fold_hashes(fold, str, strlen(str), hashes);
        g_assert_cmpuint(hashes->len, ==, g_strv_length(words));
        for (guint k = 0; k < hashes->len; k++)
            g_assert_cmpuint(g_array_index(hashes, guint64, k), ==,
                             fold_hash(words[k], strlen(words[k])));
    }
}

static const char *const shelf[] = {
    "The lighthouse keeper’s long night",           /* 0 */
    "Election results 2024: who won where",         /* 1 */
    "Election results 2020: who won where",         /* 2 */
    "Mayor of Lisbon opens the harbour bridge after ten years of delay",
    "Water",                                        /* 4 */
    "Morning briefing",                             /* 5 and 6 */
    "Morning briefing",
    "港口的早晨与三十年的雾",                         /* 7 */
    "What the tide leaves on our beaches",          /* 8 */
    "Ёлки и ели: как отличить",                     /* 9 */
};

static Titles *
shelf_titles(void)
{
    Titles *titles = titles_new();

    for (guint i = 0; i < G_N_ELEMENTS(shelf); i++)
        titles_add(titles, shelf[i], i);
    titles_ready(titles);
    return titles;
}

typedef struct { const char *line; guint article; } Line;

static void
assert_lines(const Line *lines, guint n)
{
    Titles *titles = shelf_titles();

    for (guint i = 0; i < n; i++) {
        g_test_message("%s", lines[i].line);
        g_assert_cmpuint(titles_find(titles, lines[i].line, NULL), ==,
                         lines[i].article);
    }
    titles_free(titles);
}

static void
test_titles_exact(void)
{
    static const Line lines[] = {
        { "The lighthouse keeper's long night", 0 },
        { "Related article: THE LIGHTHOUSE KEEPER’S LONG NIGHT", 0 },
        { "Read more: “The Lighthouse Keeper’s Long Night”", 0 },
        { "Lesen Sie auch – The lighthouse keeper’s long night", 0 },
        { "Explained: What the tide leaves on our beaches", 8 },
        { "What the tide leaves on our beaches | The Evening Tide", 8 },
        { "READ MORE: What the tide leaves on our beaches - The Tide", 8 },
        { "Election results 2020: who won where", 2 },
        { "Related: Election results 2024: who won where", 1 },
        { "Water", 4 }, { "Related: water", 4 },
        { "関連記事：港口的早晨与三十年的雾", 7 },
        { "相关阅读: 港口的早晨与三十年的雾", 7 },
        { "Читайте также: Елки и ели — как отличить", 9 },
    };

    assert_lines(lines, G_N_ELEMENTS(lines));
}

static void
test_titles_fuzzy(void)
{
    static const Line lines[] = {
        { "The lighthose keeper’s long night", 0 },
        { "Lighthouse keeper’s long night", 0 },
        { "Related article: The lighthouse keeper’s very long night", 0 },
        { "The lighthouse keeper’s long night (The Tide, 3 May 2021)", 0 },
        { "Mayor of Lisbon opens the harbour bridge after ten…", 3 },
        { "Mayor of Lisbon opens harbour bridge after ten years’ delay", 3 },
        { "What the tide laeves on our beaches", 8 },
        { "Related: 港口的早晨与三十年的浓雾", 7 },
    };

    assert_lines(lines, G_N_ELEMENTS(lines));
}

static void
test_titles_unsure(void)
{
    static const Line lines[] = {
        { "Morning briefing", TITLES_NONE },            /* of two */
        { "The morning briefing", TITLES_NONE },
        { "Election results: who won where", TITLES_NONE },
        { "Election results 2016: who won where", TITLES_NONE },
        { "Mayor of Porto opens the harbour bridge after ten years of delay",
          TITLES_NONE },
        { "The lighthouse", TITLES_NONE },
        { "Water and fire", TITLES_NONE }, { "Warer", TITLES_NONE },
        { "The keeper of the long lighthouse list", TITLES_NONE },
        { "Related articles", TITLES_NONE }, { "", TITLES_NONE },
        { "…", TITLES_NONE }, { "Nothing of this kind", TITLES_NONE },
        { "One: Water", TITLES_NONE },
        { "What the tide leaves", TITLES_NONE },
        { "港口的早晨", TITLES_NONE },
    };

    assert_lines(lines, G_N_ELEMENTS(lines));
}

static const Piece pieces[] = {
    { .title = "What the tide leaves", .url = "https://example.com/tide",
      .body = "Shells and rope.", .link = "http://www.example.com/keeper/",
      .related = "Read more: A bridge at last\nRelated articles\n"
                 "Not in this book at all" },
    { .title = "The lighthouse keeper", .url = "https://example.com/keeper",
      .body = "He reads.", .related = "The lighthouse keeper",
      .link = "https://example.com/nowhere" },
    { .title = "A bridge at last", .body = "It is open." },
    { .title = "A day alone", .body = "Nobody came." },
};

static const A2bBlock *
related_line(const A2bBook *book, guint article, guint line)
{
    const A2bBlock *b = a2b_article_root(a2b_book_article(book,
                                                          article))->first;

    while (b->role != A2B_ROLE_RELATED)
        b = b->next;
    for (b = b->first; line > 0; line--)
        b = b->next;
    return b;
}

static void
assert_related(const A2bBook *book, guint article, const char *list)
{
    const BookEntry *entry = book->entries->pdata[article];
    g_autoptr(GString) found = g_string_new(NULL);

    for (guint i = 0; entry->related && i < entry->related->len; i++)
        g_string_append_printf(found, "%s%u", i ? " " : "",
                               g_array_index(entry->related, guint, i));
    g_assert_cmpstr(found->str, ==, list);
}

static void
test_book(void)
{
    g_autoptr(A2bBook) book = fixture_book(pieces, G_N_ELEMENTS(pieces));
    const A2bArticle *tide = a2b_book_article(book, 0);
    const A2bArticle *keeper = a2b_book_article(book, 1);

    g_assert_cmpuint(book_find_url(book, tide, pieces[1].url), ==,
                     BOOK_NOWHERE);
    g_assert_cmpuint(book_find_title(book, tide, pieces[1].title), ==,
                     BOOK_NOWHERE);
    g_assert_cmpuint(book_block_leads(book, tide, related_line(book, 0, 0)),
                     ==, BOOK_NOWHERE);
    a2b_book_arrange(book, NULL, NULL);
    g_assert_cmpuint(book_find_url(book, tide, pieces[1].url), ==, 1);
    g_assert_cmpuint(book_find_url(book, keeper, pieces[1].url), ==,
                     BOOK_NOWHERE);
    g_assert_cmpuint(book_find_url(book, tide, "#note"), ==, BOOK_NOWHERE);
    g_assert_cmpuint(book_find_title(book, tide, "Related: a bridge at last"),
                     ==, 2);
    g_assert_cmpuint(book_block_leads(book, tide, related_line(book, 0, 0)),
                     ==, 2);
    g_assert_cmpuint(book_block_leads(book, tide, related_line(book, 0, 1)),
                     ==, BOOK_NOWHERE);
    g_assert_cmpuint(book_block_leads(book, tide, related_line(book, 0, 2)),
                     ==, BOOK_NOWHERE);
    g_assert_cmpuint(book_block_leads(book, keeper,
                                      related_line(book, 1, 0)),
                     ==, BOOK_NOWHERE);
    assert_related(book, 0, "1 2");
    assert_related(book, 1, "0");
    assert_related(book, 2, "0");
    assert_related(book, 3, "");
}

/* All name the middle one; the nearest are in its list. */
static void
test_nearest(void)
{
    g_autoptr(A2bBook) book = NULL;
    Piece many[15] = { { 0 } };
    char titles[15][24];

    for (guint i = 0; i < G_N_ELEMENTS(many); i++) {
        g_snprintf(titles[i], sizeof titles[i], "Number %c of them",
                   'A' + i);
        many[i].title = many[i].body = titles[i];
        if (i == 5)
            many[i].url = "https://example.com/middle";
        else
            many[i].link = "https://example.com/middle";
    }
    book = fixture_book(many, G_N_ELEMENTS(many));
    a2b_book_arrange(book, NULL, NULL);
    assert_related(book, 5, "1 2 3 4 6 7 8 9");
    assert_related(book, 0, "5");
}

/* What was merged into an article is still found, by its address and by
 * its title; and places are those after sorting. */
static void
test_merged(void)
{
    static const Piece given[] = {
        { .title = "Zoo", .body = "Look at it.",
          .related = "See also: The old name of it" },
        { .title = "The old name of it", .url = "https://a.example/1",
          .body = "A text that is the same in both of these articles, and "
                  "long enough." },
        { .title = "A new name", .url = "https://b.example/2",
          .body = "A text that is the same in both of these articles, and "
                  "long enough. More." },
        { .title = "A new name", .url = "https://a.example/1",
          .body = "Short." },
    };
    g_autoptr(A2bBook) book = fixture_book(given, G_N_ELEMENTS(given));
    A2bArrange how = { .sort = A2B_SORT_TITLE };

    a2b_book_arrange(book, &how, NULL);
    g_assert_cmpuint(a2b_book_n_articles(book), ==, 3);
    g_assert_cmpstr(book_article_title(a2b_book_article(book, 1)), ==,
                    "The old name of it");
    g_assert_cmpuint(book_find_url(book, NULL, "https://a.example/1"), ==,
                     1);
    assert_related(book, 2, "1");
    assert_related(book, 1, "2");
}

static void
count(const A2bMessage *message, gpointer user)
{
    g_assert_cmpstr(message->id, ==, "same-title");
    g_assert_cmpstr(message->file, ==, "b.txt");
    g_assert_cmpstr(message->message, ==,
                    "has the title of \"a.txt\" too; "
                    "lines that name it become no links");
    ++*(guint *) user;
}

static void
test_same_title(void)
{
    static const Piece given[] = {
        { .title = "Letters", .body = "From one.", .name = "a.txt" },
        { .title = "LETTERS", .body = "From two.", .name = "b.txt" },
        { .title = "Letters", .body = "From three.", .name = "c.txt" },
    };
    g_autoptr(A2bBook) book = fixture_book(given, G_N_ELEMENTS(given));
    guint n = 0;
    A2bDiag *diag = a2b_diag_new(count, &n);

    a2b_book_arrange(book, NULL, diag);
    a2b_diag_free(diag);
    g_assert_cmpuint(n, ==, 1);
    g_assert_cmpuint(book_find_title(book, NULL, "Letters"), ==,
                     BOOK_NOWHERE);
}

/* n articles, each with ten lines: other titles as they are, with a slip,
 * and of other books. */
static guint64
steps_for(guint n)
{
    g_autoptr(A2bBook) book = a2b_book_new();
    guint64 steps;

    for (guint i = 0; i < n; i++) {
        g_autofree char *title = fixture_prose(i, 7);
        g_autoptr(GString) lines = g_string_new(NULL);

        for (guint k = 1; k <= 10; k++) {
            g_autofree char *other = fixture_prose(
                k == 10 ? n + i : (i * k + k) % n, k % 2 ? 7 : 6);
            g_string_append_printf(lines, "%sRelated: %s", k > 1 ? "\n" : "",
                                   other);
        }
        fixture_add(book, &(Piece) { .title = title, .body = title,
                                     .related = lines->str });
    }
    steps = leads_find(book, FALSE, NULL);
    for (guint i = 0; i < n; i++) {
        const BookEntry *entry = book->entries->pdata[i];
        g_assert_nonnull(entry->related);
        g_assert_cmpuint(entry->related->len, >=, 2);
    }
    return steps;
}

static void
test_linear(void)
{
    guint64 one = steps_for(150), four = steps_for(600);

    g_assert_cmpuint(one, >, 0);
    g_assert_cmpuint(four, <, one * 5);
    g_assert_cmpuint(four, <, 600 * 10 * 16);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/leads/urls/same", test_urls_same);
    g_test_add_func("/leads/urls/keys", test_urls_keys);
    g_test_add_func("/leads/urls/site", test_urls_site);
    g_test_add_func("/leads/fold", test_fold);
    g_test_add_func("/leads/titles/exact", test_titles_exact);
    g_test_add_func("/leads/titles/fuzzy", test_titles_fuzzy);
    g_test_add_func("/leads/titles/unsure", test_titles_unsure);
    g_test_add_func("/leads/book", test_book);
    g_test_add_func("/leads/nearest", test_nearest);
    g_test_add_func("/leads/merged", test_merged);
    g_test_add_func("/leads/same-title", test_same_title);
    g_test_add_func("/leads/linear", test_linear);
    return g_test_run();
}
