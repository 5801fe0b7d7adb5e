/* SPDX-License-Identifier: MIT */
/* Which articles of a digest are the same, and which of them stays. */
#include "book_fixture.h"

#include "book/duplicates.h"

/* The last message, and how many there were. */
typedef struct {
    char *id, *file, *text;
    guint n;
} Heard;

static void
hear(const A2bMessage *message, gpointer user)
{
    Heard *heard = user;

    g_free(heard->id);
    g_free(heard->file);
    g_free(heard->text);
    heard->id = g_strdup(message->id);
    heard->file = g_strdup(message->file);
    heard->text = g_strdup(message->message);
    heard->n++;
}

static void
heard_clear(Heard *heard)
{
    g_free(heard->id);
    g_free(heard->file);
    g_free(heard->text);
}

/* What is left of pieces; said: how the last message ends, NULL: none. */
static void
assert_left(const Piece *pieces, guint n, const char *titles,
            const char *file, const char *said)
{
    g_autoptr(A2bBook) book = fixture_book(pieces, n);
    g_autofree char *left = NULL;
    Heard heard = { 0 };
    A2bDiag *diag = a2b_diag_new(hear, &heard);

    duplicates_merge(book, 1, diag);
    a2b_diag_free(diag);
    left = fixture_titles(book);
    g_assert_cmpstr(left, ==, titles);
    g_assert_cmpuint(book->entries->len, ==, book->articles->len);
    g_assert_cmpstr(heard.file, ==, file);
    if (said) {
        g_assert_cmpstr(heard.id, ==, "duplicate");
        g_assert_cmpstr(heard.text, ==, said);
    }
    heard_clear(&heard);
}

static void
test_url(void)
{
    static const Piece pieces[] = {
        { .title = "One", .url = "http://www.example.com/a/?utm_source=x",
          .body = "A few words.", .name = "one.txt" },
        { .title = "Between", .url = "https://example.com/b",
          .body = "Something else.", .name = "between.txt" },
        { .title = "Two", .url = "https://example.com/a#top",
          .body = "A few words and some more of them.", .name = "two.txt" },
    };

    /* The fuller one stays, in the place of the first. */
    assert_left(pieces, 3, "Two | Between", "one.txt",
                "comes from the same address as \"two.txt\"; left out");
}

/* Many articles name only the front page that they come from; some the
 * page of a section. */
static void
test_url_of_many(void)
{
    g_autofree char *a = fixture_prose(1, 90), *b = fixture_prose(2, 90);
    const Piece pieces[] = {
        { .title = "One", .url = "https://example.com/", .body = "One." },
        { .title = "Two", .url = "https://example.com", .body = "Two." },
        { .title = "A long road", .url = "https://example.com/news",
          .body = a },
        { .title = "A short way", .url = "https://example.com/news",
          .body = b },
    };

    assert_left(pieces, 4, "One | Two | A long road | A short way", NULL,
                NULL);
}

static void
test_text(void)
{
    static const Piece pieces[] = {
        { .title = "First", .body = "It’s a “good”\nday — they said, and "
          "went to see the harbour.", .name = "a.txt", .section = "S",
          .folder = "f" },
        { .title = "Second", .body = "IT'S A \"GOOD\" DAY -- THEY SAID, AND "
          "WENT TO SEE THE HARBOUR.", .name = "b.txt", .section = "T" },
    };
    g_autoptr(A2bBook) book = fixture_book(pieces, 2);
    const BookEntry *entry;

    assert_left(pieces, 2, "First", "b.txt",
                "has the same text as \"a.txt\"; left out");
    duplicates_merge(book, 1, NULL);
    entry = book->entries->pdata[0];
    g_assert_cmpstr(entry->section, ==, "S");
    g_assert_cmpstr(entry->folder, ==, "f");
    g_assert_cmpstr(entry->name, ==, "a.txt");
    g_assert_cmpuint(entry->titles->len, ==, 1);
    g_assert_cmpstr(entry->titles->pdata[0], ==, "Second");
}

/* The place is that of the first, what else is known that of what stays. */
static void
test_place(void)
{
    static const Piece pieces[] = {
        { .title = "Short", .url = "https://example.com/a", .body = "Few.",
          .name = "a.txt", .section = "S", .folder = "f" },
        { .title = "Long", .url = "https://example.com/a",
          .body = "Many more words.", .name = "b.txt", .section = "T" },
    };
    g_autoptr(A2bBook) book = fixture_book(pieces, 2);
    const BookEntry *entry;

    duplicates_merge(book, 1, NULL);
    g_assert_cmpuint(book->entries->len, ==, 1);
    entry = book->entries->pdata[0];
    g_assert_cmpstr(entry->section, ==, "S");
    g_assert_cmpstr(entry->folder, ==, "f");
    g_assert_cmpstr(entry->name, ==, "b.txt");
    g_assert_cmpstr(entry->urls->pdata[0], ==, "https://example.com/a");
}

/* Little text is the same only if the title is, and never nearly so. */
static void
test_tiny(void)
{
    static const Piece pieces[] = {
        { .title = "Sunrise", .body = "Photo of the day." },
        { .title = "The market", .body = "Photo of the day." },
        { .title = "Sunrise", .body = "Photo of the day", .name = "c" },
        { .title = "Sunrise", .body = "Photo of the week" },
        { .title = "Nothing" }, { .title = "Nothing" }, { .title = "Void" },
    };

    assert_left(pieces, G_N_ELEMENTS(pieces), "Sunrise | The market | "
                "Sunrise | Nothing | Nothing | Void", "c",
                "has the same text as \"Sunrise\"; left out");
}

/* Of a few sentences one word more may make another article. */
static void
test_few(void)
{
    g_autofree char *text = fixture_prose(20, 38);
    g_autofree char *more = g_strconcat(text, " More.", NULL);
    const Piece pieces[] = {
        { .title = "One", .body = text }, { .title = "One", .body = more },
    };

    assert_left(pieces, 2, "One | One", NULL, NULL);
}

/* A sentence in the middle is another one. */
static void
test_changed(void)
{
    g_autofree char *start = fixture_prose(1, 150);
    g_autofree char *end = fixture_prose(2, 150);
    g_autofree char *a = g_strdup_printf("%s\nThe mayor said no.\n%s", start,
                                         end);
    g_autofree char *b = g_strdup_printf(
        "%s\nOn Friday the mayor said yes after all.\n%s", start, end);
    const Piece pieces[] = {
        { .title = "Mayor says no", .body = a, .name = "a.txt" },
        { .title = "A change of mind in town hall", .body = b },
    };

    assert_left(pieces, 2, "A change of mind in town hall", "a.txt",
                "has nearly the same text as "
                "\"A change of mind in town hall\"; left out");
}

static void
test_added(void)
{
    g_autofree char *text = fixture_prose(3, 200);
    g_autofree char *more = fixture_prose(4, 25);
    g_autofree char *longer = g_strdup_printf("%s\n%s", text, more);
    const Piece pieces[] = {
        { .title = "Harbour opens", .body = longer, .name = "b.txt" },
        { .title = "Harbour opens", .body = text, .name = "a.txt" },
    };

    assert_left(pieces, 2, "Harbour opens", "a.txt",
                "has nearly the same text as \"b.txt\"; left out");
}

/* The first fifth of an article is a part of it. */
static void
test_cut(void)
{
    g_autofree char *text = fixture_prose(5, 400);
    g_autofree char *start = g_strndup(text, strlen(text) / 5);
    g_autofree char *few = g_strndup(text, strlen(text) / 10);
    const Piece pieces[] = {
        { .title = "Cut", .body = start, .name = "cut.txt" },
        { .title = "The whole of it", .body = text, .name = "whole.txt" },
    };
    const Piece others[] = {
        { .title = "Few", .body = few, .name = "cut.txt" },
        { .title = "The whole of it", .body = text, .name = "whole.txt" },
    };

    assert_left(pieces, 2, "The whole of it", "cut.txt",
                "is a part of \"whole.txt\"; left out");
    /* Less than 60 words may be the beginning of anything. */
    assert_left(others, 2, "Few | The whole of it", NULL, NULL);
}

/* Whatever the words are: of a hundred pairs each is found. */
static void
test_many(void)
{
    g_autoptr(A2bBook) book = a2b_book_new();

    for (guint i = 0; i < 100; i++) {
        g_autofree char *text = fixture_prose(1000 + i, 70 + 9 * i);
        g_autofree char *part = g_strndup(text, MAX(strlen(text) / 3, 450));
        g_autofree char *name = g_strdup_printf("Title of %u", i);
        g_autofree char *changed = g_strconcat(
            "They say so. ", text, " And nothing else.", NULL);

        fixture_add(book, &(Piece) { .title = name, .body = text });
        fixture_add(book, &(Piece) { .title = "Said", .body = changed });
        if (strlen(part) < strlen(text))
            fixture_add(book, &(Piece) { .title = name, .body = part });
    }
    duplicates_merge(book, 1, NULL);
    for (guint i = 0; i < a2b_book_n_articles(book); i++)
        g_assert_cmpstr(book_article_title(a2b_book_article(book, i)), ==,
                        "Said");
    g_assert_cmpuint(a2b_book_n_articles(book), ==, 100);
}

/* What all articles of a site end with does not make them one, however
 * short they are. */
static void
test_boilerplate(void)
{
    g_autofree char *foot = fixture_prose(6, 300);
    g_autofree char *a = fixture_prose(7, 30), *b = fixture_prose(8, 30);
    g_autofree char *c = fixture_prose(9, 900);
    g_autofree char *body_a = g_strdup_printf("%s\n%s", a, foot);
    g_autofree char *body_b = g_strdup_printf("%s\n%s", b, foot);
    g_autofree char *body_c = g_strdup_printf("%s\n%s", c, foot);
    const Piece pieces[] = {
        { .title = "Rain on Monday", .body = body_a },
        { .title = "A museum for boats", .body = body_b },
        { .title = "The long story", .body = body_c },
    };

    assert_left(pieces, 3,
                "Rain on Monday | A museum for boats | The long story",
                NULL, NULL);
}

/* What stands around an article does not count. */
static void
test_around(void)
{
    g_autofree char *text = fixture_prose(10, 40);
    g_autofree char *notice = fixture_prose(11, 200);
    const Piece pieces[] = {
        { .title = "One", .body = text, .related = "Another\nA third" },
        { .title = "Two", .body = text, .notice = notice, .name = "b" },
    };

    assert_left(pieces, 2, "One", "b",
                "has the same text as \"One\"; left out");
}

/* Shingles of a script without blanks are of characters. */
static void
test_chinese(void)
{
    static const char half[] =
        "清晨的港口笼罩在薄雾之中，渔船一艘接着一艘驶回码头。老渔民把网里的鱼倒进木箱，"
        "孩子们在石阶上数着贝壳。市场还没有开门，茶馆里已经坐满了人，大家谈论着昨夜的风浪"
        "和今天的鱼价。灯塔的看守人说，他在这里住了三十年，从来没有见过这么早的雾。";
    static const char other[] =
        "山里的小学今年只剩下七名学生，校长决定把图书室改成一间温室。孩子们每天轮流浇水，"
        "还在笔记本上画下每一片新长出来的叶子。";
    static const char end[] =
        "中午时分，太阳终于穿过云层，海面变得明亮起来。游客开始在堤岸上散步，"
        "画家支起画架，卖糖水的老人推着小车经过。一天就这样慢慢地展开了。";
    g_autofree char *a = g_strconcat(half, "他笑了。", end, NULL);
    g_autofree char *b = g_strconcat(half, "他摇了摇头。", end, NULL);
    const Piece pieces[] = {
        { .title = "港口的早晨", .body = a, .language = "zh", .name = "a" },
        { .title = "港口的早晨", .body = b, .language = "zh", .name = "b" },
        { .title = "山里的小学", .body = other, .language = "zh" },
    };

    assert_left(pieces, 3, "港口的早晨 | 山里的小学", "a",
                "has nearly the same text as \"b\"; left out");
}

/* Copies of copies: each goes into the one that stays. */
static void
test_several(void)
{
    g_autofree char *text = fixture_prose(12, 100);
    const Piece pieces[] = {
        { .title = "Other", .body = "Nothing of the kind." },
        { .title = "A", .body = text, .url = "https://a.example/1" },
        { .title = "B", .body = "Short.", .url = "https://b.example/1" },
        { .title = "C", .body = text, .url = "https://b.example/1",
          .name = "c" },
    };
    g_autoptr(A2bBook) book = fixture_book(pieces, 4);
    const BookEntry *entry;

    assert_left(pieces, 4, "Other | A", "c",
                "has the same text as \"A\"; left out");
    duplicates_merge(book, 1, NULL);
    entry = book->entries->pdata[1];
    g_assert_cmpuint(entry->urls->len, ==, 2);
}

static void
test_kept(void)
{
    static const Piece pieces[] = {
        { .title = "A", .body = "The same.", .url = "https://a.example/1" },
        { .title = "A", .body = "The same.", .url = "https://a.example/1" },
    };
    g_autoptr(A2bBook) book = fixture_book(pieces, 2);
    A2bArrange how = { .keep_duplicates = TRUE };

    a2b_book_arrange(book, &how, NULL);
    g_assert_cmpuint(a2b_book_n_articles(book), ==, 2);
    how.keep_duplicates = FALSE;
    a2b_book_arrange(book, &how, NULL);
    g_assert_cmpuint(a2b_book_n_articles(book), ==, 1);
}

/* Half of n articles end with the same words, a fifth are nearly like
 * another. */
static guint64
steps_for(guint n, guint *left)
{
    g_autoptr(A2bBook) book = a2b_book_new();
    g_autofree char *foot = fixture_prose(1, 60);
    guint64 steps;

    for (guint i = 0; i < n; i++) {
        g_autofree char *own = fixture_prose(i - (i % 5 == 4), 80);
        g_autofree char *body = g_strconcat(
            own, i % 5 == 4 ? "\nAnd so on." : "", "\n",
            i % 2 ? foot : "", NULL);
        g_autofree char *title = g_strdup_printf("Title of %u",
                                                 i - (i % 5 == 4));
        fixture_add(book, &(Piece) { .title = title, .body = body });
    }
    steps = duplicates_merge(book, 3, NULL);
    *left = a2b_book_n_articles(book);
    return steps;
}

static void
test_linear(void)
{
    guint left;
    guint64 one = steps_for(200, &left), four;

    g_assert_cmpuint(left, >=, 160);
    g_assert_cmpuint(left, <, 200);
    four = steps_for(800, &left);
    g_assert_cmpuint(four, <, one * 44 / 10);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/duplicates/url", test_url);
    g_test_add_func("/duplicates/url/of-many", test_url_of_many);
    g_test_add_func("/duplicates/text", test_text);
    g_test_add_func("/duplicates/place", test_place);
    g_test_add_func("/duplicates/tiny", test_tiny);
    g_test_add_func("/duplicates/few", test_few);
    g_test_add_func("/duplicates/changed-sentence", test_changed);
    g_test_add_func("/duplicates/added-paragraph", test_added);
    g_test_add_func("/duplicates/cut", test_cut);
    g_test_add_func("/duplicates/many", test_many);
    g_test_add_func("/duplicates/boilerplate", test_boilerplate);
    g_test_add_func("/duplicates/around", test_around);
    g_test_add_func("/duplicates/chinese", test_chinese);
    g_test_add_func("/duplicates/several", test_several);
    g_test_add_func("/duplicates/kept", test_kept);
    g_test_add_func("/duplicates/linear", test_linear);
    return g_test_run();
}
