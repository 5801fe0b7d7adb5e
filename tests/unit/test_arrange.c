/* SPDX-License-Identifier: MIT */
/* In which order the articles of a digest stand, and in which sections. */
#include "book_fixture.h"

#include "book/collate.h"

static A2bBook *
arranged(const Piece *pieces, guint n, A2bSort sort, A2bSections sections)
{
    A2bBook *book = fixture_book(pieces, n);
    A2bArrange how = { .sort = sort, .sections = sections };

    a2b_book_arrange(book, &how, NULL);
    return book;
}

static void
assert_order(const Piece *pieces, guint n, A2bSort sort, const char *titles)
{
    g_autoptr(A2bBook) book = arranged(pieces, n, sort,
                                       A2B_SECTIONS_NONE);
    g_autofree char *found = fixture_titles(book);

    g_assert_cmpstr(found, ==, titles);
    g_assert_cmpuint(book->sections->len, ==, 0);
}

static const Piece week[] = {
    { .title = "The Zebra", .author = "Ann Young", .publisher = "The Post",
      .date = "2025-10-09", .language = "en", .tag = "animals",
      .body = "One." },
    { .title = "“Apple” day", .publisher = "Courier", .date = "2025-10",
      .language = "en", .tag = "Food", .body = "Two." },
    { .title = "An owl", .author = "Bea Adams", .language = "en",
      .tag = "Animals", .url = "https://www.bulletin.example/owl",
      .body = "Three." },
    { .title = "Der Igel", .author = "Karl Adams", .publisher = "The Post",
      .date = "2025-10-08", .language = "de", .body = "Four." },
    { .title = "Émile", .author = "Ludwig van Baren",
      .publisher = "THE POST", .date = "2025-10-09", .language = "fr",
      .tag = "food", .body = "Five." },
};

static void
test_given(void)
{
    assert_order(week, G_N_ELEMENTS(week), A2B_SORT_GIVEN,
                 "The Zebra | “Apple” day | An owl | Der Igel | Émile");
}

static void
test_date(void)
{
    assert_order(week, G_N_ELEMENTS(week), A2B_SORT_DATE,
                 "“Apple” day | Der Igel | The Zebra | Émile | An owl");
}

static void
test_title(void)
{
    assert_order(week, G_N_ELEMENTS(week), A2B_SORT_TITLE,
                 "“Apple” day | Émile | Der Igel | An owl | The Zebra");
}

static void
test_author(void)
{
    assert_order(week, G_N_ELEMENTS(week), A2B_SORT_AUTHOR,
                 "An owl | Der Igel | Émile | The Zebra | “Apple” day");
}

static void
test_source(void)
{
    assert_order(week, G_N_ELEMENTS(week), A2B_SORT_SOURCE,
                 "An owl | “Apple” day | The Zebra | Der Igel | Émile");
}

/* Articles that are equal in what the order goes by stay as they came. */
static void
test_stable(void)
{
    g_autoptr(A2bBook) book = a2b_book_new();
    A2bArrange how = { .sort = A2B_SORT_DATE };

    for (guint i = 0; i < 300; i++) {
        g_autofree char *title = g_strdup_printf("T%03u", i);
        Piece piece = { .title = title,
                        .date = i % 3 == 0 ? "2025-01-02"
                                : i % 3 == 1 ? "2025-01-01" : NULL };
        fixture_add(book, &piece);
    }
    a2b_book_arrange(book, &how, NULL);
    g_assert_cmpuint(a2b_book_n_articles(book), ==, 300);
    for (guint i = 0; i < 100; i++) {
        static const guint rest[] = { 1, 0, 2 };
        for (guint k = 0; k < 3; k++) {
            g_autofree char *title = g_strdup_printf("T%03u",
                                                     3 * i + rest[k]);
            g_assert_cmpstr(title, ==, book_article_title(
                a2b_book_article(book, 100 * k + i)));
        }
    }
}

static void
test_collate(void)
{
    /* "A" alone is not dropped; "The A to Z" is filed under A. */
    static const char *const pairs[][4] = {
        { "A", "en", "The A to Z", "en" },
        { "Chapter 9", "en", "Chapter 10", "en" },
        { "cote", "fr", "côte", "fr" },
        { "côte", "fr", "Coteau", "fr" },
        { "L’été", "fr", "Le fer", "fr" },
        { "Le fer", "fr", "The fig", "en" },
        { "Die Äpfel", "de", "Birnen", "de" },
        { "A bird", "en", "A cat", "pt" },
        { "The sea", "en", "The sea", NULL },
        { "Ёлка", "ru", "Жук", "ru" },
    };

    for (guint i = 0; i < G_N_ELEMENTS(pairs); i++) {
        g_autofree char *a = collate_key(pairs[i][0], pairs[i][1]);
        g_autofree char *b = collate_key(pairs[i][2], pairs[i][3]);
        g_test_message("%s < %s", pairs[i][0], pairs[i][2]);
        g_assert_cmpstr(a, <, b);
    }
}

static void
assert_sections(const Piece *pieces, guint n, A2bSections by,
                const char *sections, const char *titles)
{
    g_autoptr(A2bBook) book = arranged(pieces, n, A2B_SORT_GIVEN, by);
    g_autofree char *found = fixture_sections(book);
    g_autofree char *order = fixture_titles(book);

    g_assert_cmpstr(found, ==, sections);
    g_assert_cmpstr(order, ==, titles);
}

static void
test_by_date(void)
{
    assert_sections(week, G_N_ELEMENTS(week), A2B_SECTIONS_DATE,
                    "October 2025: 1 | 8 October 2025: 1 | "
                    "9 October 2025: 2 | More: 1",
                    "“Apple” day | Der Igel | The Zebra | Émile | An owl");
}

static void
test_by_publisher(void)
{
    assert_sections(week, G_N_ELEMENTS(week), A2B_SECTIONS_PUBLISHER,
                    "Courier: 1 | The Post: 3 | More: 1",
                    "“Apple” day | The Zebra | Der Igel | Émile | An owl");
}

static void
test_by_tag(void)
{
    assert_sections(week, G_N_ELEMENTS(week), A2B_SECTIONS_TAG,
                    "animals: 2 | Food: 2 | More: 1",
                    "The Zebra | An owl | “Apple” day | Émile | Der Igel");
}

static const Piece placed[] = {
    { .title = "A", .section = "World", .folder = "day 10", .body = "a" },
    { .title = "B", .section = "Home", .folder = "day 9", .body = "b" },
    { .title = "C", .folder = "", .body = "c" },
    { .title = "D", .section = "World", .folder = "day 9", .body = "d" },
};

static void
test_given_sections(void)
{
    assert_sections(placed, G_N_ELEMENTS(placed), A2B_SECTIONS_GIVEN,
                    "World: 2 | Home: 1 | More: 1", "A | D | B | C");
    assert_sections(week, G_N_ELEMENTS(week), A2B_SECTIONS_GIVEN, "",
                    "The Zebra | “Apple” day | An owl | Der Igel | Émile");
}

static void
test_by_folder(void)
{
    assert_sections(placed, G_N_ELEMENTS(placed), A2B_SECTIONS_FOLDER,
                    "day 9: 2 | day 10: 1 | More: 1", "B | D | A | C");
}

/* Sorted within each section. */
static void
test_both(void)
{
    g_autoptr(A2bBook) book = arranged(week, G_N_ELEMENTS(week),
                                       A2B_SORT_AUTHOR,
                                       A2B_SECTIONS_PUBLISHER);
    g_autofree char *titles = fixture_titles(book);

    g_assert_cmpstr(titles, ==, "“Apple” day | Der Igel | Émile | "
                                "The Zebra | An owl");
}

/* The word for the rest and the days are in the language of the book. */
static void
test_language(void)
{
    static const Piece pieces[] = {
        { .title = "Eins", .date = "2026-03-05", .language = "en",
          .body = "Ein kurzer Text." },
        { .title = "Zwei", .language = "de",
          .body = "Ein längerer Text, der entscheidet, in welcher Sprache "
                  "dieses Buch steht." },
    };

    assert_sections(pieces, 2, A2B_SECTIONS_DATE,
                    "5. März 2026: 1 | Weiteres: 1", "Eins | Zwei");
}

/* One order of day and month in one book. */
static void
test_one_form(void)
{
    static const Piece pieces[] = {
        { .title = "A", .date = "2025-10-07", .language = "en" },
        { .title = "B", .date = "2025-10-09", .language = "en",
          .written = "October 9, 2025" },
        { .title = "C", .date = "2025-10-08", .language = "en",
          .written = "8 October 2025" },
    };

    assert_sections(pieces, 3, A2B_SECTIONS_DATE,
                    "October 7, 2025: 1 | October 8, 2025: 1 | "
                    "October 9, 2025: 1", "A | C | B");
}

/* An article that comes later undoes it; then it is done again. */
static void
test_again(void)
{
    g_autoptr(A2bBook) book = arranged(placed, G_N_ELEMENTS(placed),
                                       A2B_SORT_GIVEN, A2B_SECTIONS_GIVEN);
    g_autofree char *sections = NULL, *titles = NULL;
    A2bArrange how = { .sort = A2B_SORT_TITLE };

    fixture_add(book, &(Piece) { .title = "AA", .section = "Home" });
    g_assert_cmpuint(book->sections->len, ==, 0);
    g_assert_cmpuint(book_find_title(book, NULL, "B"), ==, BOOK_NOWHERE);
    a2b_book_arrange(book, &how, NULL);
    sections = fixture_sections(book);
    titles = fixture_titles(book);
    g_assert_cmpstr(sections, ==, "World: 2 | Home: 2 | More: 1");
    g_assert_cmpstr(titles, ==, "A | D | AA | B | C");
    g_assert_cmpuint(book_find_title(book, NULL, "B"), ==, 3);
}

static void
test_nothing(void)
{
    g_autoptr(A2bBook) empty = a2b_book_new();
    g_autoptr(A2bBook) bare = a2b_book_new();

    a2b_book_arrange(empty, NULL, NULL);
    g_assert_cmpuint(a2b_book_n_articles(empty), ==, 0);
    a2b_book_add(bare, fixture_article(&(Piece) { .title = NULL }));
    a2b_book_add(bare, fixture_article(&(Piece) { .title = NULL }));
    a2b_book_arrange(bare, NULL, NULL);
    g_assert_cmpuint(a2b_book_n_articles(bare), ==, 2);
    /* Again changes nothing. */
    a2b_book_arrange(bare, NULL, NULL);
    g_assert_cmpuint(a2b_book_n_articles(bare), ==, 2);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/arrange/sort/given", test_given);
    g_test_add_func("/arrange/sort/date", test_date);
    g_test_add_func("/arrange/sort/title", test_title);
    g_test_add_func("/arrange/sort/author", test_author);
    g_test_add_func("/arrange/sort/source", test_source);
    g_test_add_func("/arrange/sort/stable", test_stable);
    g_test_add_func("/arrange/collate", test_collate);
    g_test_add_func("/arrange/sections/given", test_given_sections);
    g_test_add_func("/arrange/sections/date", test_by_date);
    g_test_add_func("/arrange/sections/publisher", test_by_publisher);
    g_test_add_func("/arrange/sections/folder", test_by_folder);
    g_test_add_func("/arrange/sections/tag", test_by_tag);
    g_test_add_func("/arrange/sections/sorted", test_both);
    g_test_add_func("/arrange/sections/language", test_language);
    g_test_add_func("/arrange/sections/one-form", test_one_form);
    g_test_add_func("/arrange/again", test_again);
    g_test_add_func("/arrange/nothing", test_nothing);
    return g_test_run();
}
