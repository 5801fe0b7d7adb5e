/* SPDX-License-Identifier: MIT */
/* What is decided about a book: its names, dates, language and identity. */
#include "book_fixture.h"

#include "book/dates.h"
#include "book/names.h"
#include "book/tags.h"
#include "book/words.h"

static A2bArticle *
article(const char *title, const char *publisher, const char *date,
        const char *language, const char *body)
{
    Build *build = build_new("file", NULL, NULL);
    A2bMeta *meta = build_meta(build);
    Arena *arena = build_arena(build);

    meta->title = arena_strdup(arena, title);
    meta->publisher = arena_strdup(arena, publisher);
    meta->date = arena_strdup(arena, date);
    meta->language = arena_strdup(arena, language);
    build_simple(build, A2B_BLOCK_PARAGRAPH, 0, body);
    return build_end(build);
}

static void
test_dates_parse(void)
{
    static const char *const good[] = {
        "2024", "2024-02", "2024-02-29", "0800-01-01"
    };
    static const char *const bad[] = {
        "", "24", "2024-2", "2024-13", "2023-02-29", "2024-02-29T10:00",
        "0000", "2024/02", "2024-02-2x", "soon"
    };
    Date date;

    for (guint i = 0; i < G_N_ELEMENTS(good); i++)
        g_assert_true(dates_parse(good[i], &date));
    g_assert_cmpint(date.year, ==, 800);
    for (guint i = 0; i < G_N_ELEMENTS(bad); i++)
        g_assert_false(dates_parse(bad[i], NULL));
    g_assert_false(dates_parse(NULL, NULL));
}

static void
test_dates_shown(void)
{
    static const char *const rows[][4] = {
        { "2025-10-09", "en", NULL, "9 October 2025" },
        { "2025-10-09", "en", "October 09, 2025", "October 9, 2025" },
        { "2025-10-09", "en-GB", "October 09, 2025", "9 October 2025" },
        { "2025-10-09", "en-US", "09/10/2025", "October 9, 2025" },
        { "2025-10", "en", NULL, "October 2025" },
        { "2025", "en", NULL, "2025" },
        { "2026-03-05", "de-AT", NULL, "5. März 2026" },
        { "2025-08-01", "fr", NULL, "1 août 2025" },
        { "2026-03-03", "es", NULL, "3 de marzo de 2026" },
        { "2025-10-09", "ru", NULL, "9 октября 2025 г." },
        { "2025-10", "ru", NULL, "октябрь 2025 г." },
        { "2026-04-02", "vi", NULL, "2 tháng 4, 2026" },
        { "2026-04-02", "ja", NULL, "2026年4月2日" },
        { "2026-04-02", "fi", NULL, "2. huhtikuuta 2026" },
        { "2026-04-02", "eu", NULL, "2026-04-02" },
        { "2026-04-02", "eu", "2026(e)ko apirilaren 2a",
          "2026(e)ko apirilaren 2a" },
        { "2026-04-02", NULL, NULL, "2026-04-02" },
        { NULL, "en", "last winter", "last winter" },
        { NULL, "en", NULL, NULL },
    };

    for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
        A2bMeta meta = { .date = rows[i][0], .language = rows[i][1],
                         .date_as_written = rows[i][2] };
        g_autofree char *shown = dates_shown(&meta);
        g_assert_cmpstr(shown, ==, rows[i][3]);
    }
}

static void
test_names(void)
{
    static const char *const names[][2] = {
        { "Kali Hays", "Hays, Kali" },
        { "The Moscow Times", "Moscow Times, The" },
        { "Ludwig van Beethoven", "van Beethoven, Ludwig" },
        { "Martin Luther King Jr.", "King, Martin Luther, Jr." },
        { "Associated Press", "Associated Press" },
        { "Reuters", "Reuters" },
        { "Hays, Kali", "Hays, Kali" },
        { "김상윤", "김상윤" }, { "山田 太郎", "山田 太郎" },
        { "Юрий Ушаков", "Ушаков, Юрий" },
        { "van Gogh", "Gogh, van" }, { "", "" }, { " ", " " },
        { "reader42 of today", "reader42 of today" },
    };

    for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
        g_autofree char *filed = names_file_as(names[i][0]);
        g_assert_cmpstr(filed, ==, names[i][1]);
    }
}

static void
test_tags(void)
{
    static const char *const tags[][2] = {
        { "en", "en" }, { "EN_us", "en-US" }, { "zh-hant-tw", "zh-Hant-TW" },
        { "sr-Cyrl", "sr-Cyrl" }, { "de-1996", "de-1996" },
        { "es-419", "es-419" }, { "en-US-", "en-US" },
        { "en_US.UTF-8", "en" }, { "en-US-GB", "en-US" },
        { "C", NULL }, { "", NULL }, { "english", NULL }, { "e1", NULL },
        { NULL, NULL }, { "-en", NULL },
    };

    for (guint i = 0; i < G_N_ELEMENTS(tags); i++)
        g_assert_cmpstr(tags_clean(tags[i][0]), ==, tags[i][1]);
}

static void
test_words(void)
{
    static const char *const languages[] = {
        "en", "de", "fr", "es", "ru", "uk", "it", "pt", "nl", "pl", "sv",
        "fi", "vi", "ar", "he", "ja", "ko", "zh"
    };

    for (guint i = 0; i < G_N_ELEMENTS(languages); i++)
        for (guint word = 0; word < N_WORDS; word++) {
            const char *said = words_say(languages[i], word);
            g_assert_nonnull(said);
            g_assert_cmpstr(said, !=, "");
        }
    g_assert_cmpstr(words_say("de-CH", WORD_CONTENTS), ==, "Inhalt");
    g_assert_cmpstr(words_say("und", WORD_CONTENTS), ==, "Contents");
}

static void
assert_title(const A2bBook *book, const char *expected)
{
    g_autofree char *title = book_title(book);

    g_assert_cmpstr(title, ==, expected);
}

static void
test_title(void)
{
    g_autoptr(A2bBook) book = a2b_book_new();

    a2b_book_add(book, article(NULL, NULL, NULL, NULL, "One."));
    assert_title(book, "file");
    a2b_book_set_title(book, "Given\x01");
    assert_title(book, "Given\xEF\xBF\xBD");
    a2b_book_set_title(book, NULL);
    a2b_book_add(book, article("B", NULL, "2024-03", "de", "Zwei und mehr."));
    assert_title(book, "Artikelsammlung, März 2024");
}

static void
test_common(void)
{
    g_autoptr(A2bBook) book = a2b_book_new();

    a2b_book_add(book, article("A", "The Bell", "2024-03-01", "en", "One."));
    a2b_book_add(book, article("B", "The Bell", "2024-02", "en", "Two."));
    assert_title(book, "The Bell, 1 March 2024");
    g_assert_cmpstr(book_date(book), ==, "2024-03-01");
    g_assert_cmpstr(book_publisher(book), ==, "The Bell");
    a2b_book_add(book, article("C", "The Fog", "never", "de",
                               "Viel mehr als alles andere zusammen."));
    g_assert_null(book_publisher(book));
    g_assert_cmpstr(book_language(book), ==, "de");
    g_assert_cmpstr(book_date(book), ==, "2024-03-01");
}

static char *
identifier_of(const char *title, const char *body)
{
    g_autoptr(A2bBook) book = a2b_book_new();

    a2b_book_add(book, article(title, NULL, NULL, NULL, body));
    return book_identifier(book);
}

static void
test_identifier(void)
{
    g_autofree char *a = identifier_of("A", "One."),
                    *same = identifier_of("A", "One."),
                    *title = identifier_of("B", "One."),
                    *body = identifier_of("A", "Two.");

    g_assert_true(g_str_has_prefix(a, "urn:uuid:"));
    g_assert_cmpstr(a, ==, same);
    g_assert_cmpstr(a, !=, title);
    g_assert_cmpstr(a, !=, body);
}

/* In a digest, too, each text counts, and where it stands. */
static void
test_identifier_of_several(void)
{
    static const char *const bodies[][2] = {
        { "One.", "Two." }, { "Two.", "One." }, { "One.T", "wo." },
        { "One.", "Two" }, { "One.\nTwo.", "" }, { "A longer text.", "Two." },
    };
    g_autoptr(GHashTable) seen = g_hash_table_new_full(
        g_str_hash, g_str_equal, g_free, NULL);

    for (guint i = 0; i < 2 * G_N_ELEMENTS(bodies); i++) {
        const char *const *body = bodies[i / 2];
        g_autoptr(A2bBook) book = fixture_book((const Piece[]) {
            { .title = "A", .body = body[0] },
            { .title = "B", .body = body[1] } }, 2);
        char *id = book_identifier(book);

        g_assert_cmpint(g_hash_table_add(seen, id), ==, i % 2 == 0);
    }
}

static void
assert_modified(const A2bBook *book, const char *epoch, const char *expected)
{
    g_autofree char *modified = NULL;

    if (epoch)
        g_setenv("SOURCE_DATE_EPOCH", epoch, TRUE);
    else
        g_unsetenv("SOURCE_DATE_EPOCH");
    modified = book_modified(book);
    g_unsetenv("SOURCE_DATE_EPOCH");
    g_assert_cmpstr(modified, ==, expected);
}

static void
test_modified(void)
{
    g_autoptr(A2bBook) book = a2b_book_new();

    a2b_book_add(book, article("A", NULL, NULL, NULL, "One."));
    assert_modified(book, NULL, "1980-01-01T00:00:00Z");
    assert_modified(book, "1700000000", "2023-11-14T22:13:20Z");
    assert_modified(book, "soon", "1980-01-01T00:00:00Z");
    assert_modified(book, "99999999999999", "1980-01-01T00:00:00Z");
    a2b_book_add(book, article("B", NULL, "2024-03", NULL, "Two."));
    assert_modified(book, NULL, "2024-03-01T00:00:00Z");
}

static void
assert_minutes(const char *body, guint minutes)
{
    g_autoptr(A2bArticle) read = fixture_article(&(Piece) {
        .title = "A", .body = body, .notice = body });

    g_assert_cmpuint(book_minutes(read), ==, minutes);
}

static void
test_minutes(void)
{
    g_autofree char *thousand = fixture_prose(1, 1000);
    g_autofree char *some = fixture_prose(2, 310);
    g_autofree char *accents = g_strnfill(2 * 900, 'x');
    g_autoptr(GString) chinese = g_string_new(NULL);
    g_autoptr(GString) russian = g_string_new(NULL);

    for (guint i = 0; i < 1200; i++)
        g_string_append(chinese, i % 20 == 19 ? "港。" : "港");
    for (guint i = 0; i < 600; i++)
        g_string_append(russian, i % 9 ? "слово " : "ёлки — это ");
    assert_minutes(NULL, 1);
    assert_minutes("A few words.", 1);
    assert_minutes(accents, 1);
    assert_minutes(some, 2);
    assert_minutes(thousand, 5);
    assert_minutes(chinese->str, 3);
    assert_minutes(russian->str, 3);
}

static void
assert_summary(const Piece *piece, const char *expected)
{
    g_autoptr(A2bArticle) read = fixture_article(piece);
    g_autofree char *summary = book_summary(read);

    g_assert_cmpstr(summary, ==, expected);
}

static void
test_summary(void)
{
    assert_summary(&(Piece) { .body = NULL }, NULL);
    assert_summary(&(Piece) { .related = "Another" }, NULL);
    assert_summary(&(Piece) { .summary = "In short.", .subtitle = "Sub",
                              .body = "Text." }, "In short.");
    assert_summary(&(Piece) { .subtitle = "Sub", .body = "Text." }, "Sub");
    assert_summary(&(Piece) { .body = "Text.\nMore of it." }, "Text.");
    assert_summary(&(Piece) { .body = "Dear reader,\nText." }, "Text.");
    assert_summary(&(Piece) { .body = "Dear reader," }, "Dear reader,");
    assert_summary(&(Piece) { .body = "No.\nText." }, "Text.");
    assert_summary(&(Piece) { .body = "Oh!\nText." }, "Oh!");
    /* At the last sentence that fits; neither "Dr." nor "J." ends one. */
    assert_summary(&(Piece) { .body =
        "The tide came in before anybody had noticed that it was late, and "
        "Dr. J. Marsh closed her book. She walked up to the road. From there "
        "the lights of the boats could be seen, all of them, one behind the "
        "other, as far as the point and beyond it." },
        "The tide came in before anybody had noticed that it was late, and "
        "Dr. J. Marsh closed her book. She walked up to the road.");
    assert_summary(&(Piece) { .body =
        "All of the boats that had left the harbour that morning, and the "
        "three that had been out since the day before, were now on their way "
        "back, low in the water and slow, because the nets had been full, "
        "and nobody wanted to be the last." },
        "All of the boats that had left the harbour that morning, and the "
        "three that had been out since the day before, were now on their way "
        "back, low in the water and slow, because the nets had been full…");
    assert_summary(&(Piece) { .body =
        "清晨的港口笼罩在薄雾之中，渔船一艘接着一艘驶回码头，老渔民把网里的鱼倒进木箱。"
        "孩子们在石阶上数着贝壳，市场还没有开门，茶馆里已经坐满了人，大家谈论着昨夜的风浪"
        "和今天的鱼价，还有灯塔的看守人在这里住了三十年的故事，"
        "从来没有见过这么早的雾。" },
        "清晨的港口笼罩在薄雾之中，渔船一艘接着一艘驶回码头，老渔民把网里的鱼倒进木箱。");
}

static void
test_place(void)
{
    g_autoptr(A2bBook) book = a2b_book_new();
    const BookEntry *entry;
    char section[] = "World";

    a2b_book_add_at(book, fixture_article(&(Piece) { .title = "A" }),
                    &(A2bPlace) { section, "in/world", "in/world/a.txt" });
    a2b_book_add(book, fixture_article(&(Piece) { .title = "B" }));
    memset(section, 'x', sizeof section - 1);
    entry = book->entries->pdata[0];
    g_assert_cmpstr(entry->section, ==, "World");
    g_assert_cmpstr(entry->folder, ==, "in/world");
    g_assert_cmpstr(book_article_name(book, 0), ==, "in/world/a.txt");
    entry = book->entries->pdata[1];
    g_assert_null(entry->section);
    g_assert_null(entry->folder);
    g_assert_cmpstr(book_article_name(book, 1), ==, "B");
    g_assert_cmpuint(book->sections->len, ==, 0);
}

static void
test_series(void)
{
    g_autoptr(A2bBook) book = a2b_book_new();

    g_assert_null(book->series);
    a2b_book_set_series(book, "My weeks", "2.5");
    g_assert_cmpstr(book->series, ==, "My weeks");
    g_assert_cmpstr(book->series_index, ==, "2.5");
    a2b_book_set_series(book, "My weeks", NULL);
    g_assert_null(book->series_index);
    a2b_book_set_series(book, NULL, "3");
    g_assert_null(book->series);
    g_assert_null(book->series_index);
}

/* What is said of the whole stays true when articles come later. */
static void
test_language(void)
{
    g_autoptr(A2bBook) book = fixture_book((const Piece[]) {
        { .title = "A", .language = "en", .body = "Some words." },
        { .title = "B", .language = "en", .body = "Other words." } }, 2);

    a2b_book_arrange(book, NULL, NULL);
    g_assert_cmpstr(book_language(book), ==, "en");
    fixture_add(book, &(Piece) { .title = "C", .language = "fr", .body =
        "Un texte assez long pour décider de la langue." });
    g_assert_cmpstr(book_language(book), ==, "fr");
    fixture_add(book, &(Piece) { .title = "D", .language = "th", .body =
        "ข้อความที่ยาวไม่มากนักแต่มีหลายไบต์" });
    g_assert_cmpstr(book_language(book), ==, "fr");
}

static void
test_extent(void)
{
    g_autoptr(A2bBook) book = fixture_book((const Piece[]) {
        { .title = "Late", .language = "en", .date = "2024-03-15",
          .written = "15 March 2024", .body = "Some words of the day." },
        { .title = "Early", .language = "en", .date = "1865-03-04",
          .written = "March 4, 1865", .body = "Other words of it." },
        { .title = "Never", .language = "ja", .body = "短い。" } }, 3);
    g_autofree char *days = book_days_shown(book);
    g_autofree char *count = book_count_shown(book);
    g_autofree char *titles = book_first_titles(book);

    g_assert_cmpstr(days, ==, "4 March 1865 – 15 March 2024");
    g_assert_cmpstr(count, ==, "3 articles");
    g_assert_cmpstr(titles, ==, "Late\u00a0· Early\u00a0· Never");
}

/* A language that we have no form for writes neither as its articles do. */
static void
test_extent_of_unknown(void)
{
    g_autoptr(A2bBook) book = fixture_book((const Piece[]) {
        { .title = "A", .language = "th", .date = "1948-12-10",
          .written = "1948.12.10", .body = "Some words." },
        { .title = "B", .language = "th", .date = "1948-12-10",
          .body = "Other words." } }, 2);
    g_autofree char *days = book_days_shown(book);

    g_assert_cmpstr(days, ==, "1948-12-10");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/book/dates/parse", test_dates_parse);
    g_test_add_func("/book/dates/shown", test_dates_shown);
    g_test_add_func("/book/names", test_names);
    g_test_add_func("/book/tags", test_tags);
    g_test_add_func("/book/words", test_words);
    g_test_add_func("/book/title", test_title);
    g_test_add_func("/book/common", test_common);
    g_test_add_func("/book/identifier", test_identifier);
    g_test_add_func("/book/identifier/several", test_identifier_of_several);
    g_test_add_func("/book/modified", test_modified);
    g_test_add_func("/book/minutes", test_minutes);
    g_test_add_func("/book/summary", test_summary);
    g_test_add_func("/book/place", test_place);
    g_test_add_func("/book/series", test_series);
    g_test_add_func("/book/language", test_language);
    g_test_add_func("/book/extent", test_extent);
    g_test_add_func("/book/extent/unknown", test_extent_of_unknown);
    return g_test_run();
}
