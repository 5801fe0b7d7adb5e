/* SPDX-License-Identifier: MIT */
/* What a book of several articles has beside them: sections, lists, links
 * from one to the other, the pages of its paper form. */
#include <stdlib.h>

#include "book/book.h"
#include "epub_fixture.h"

/* Sentences that no other story has: alike ones would be one. */
static void
add_story_text(Build *build, guint n)
{
    for (guint i = 0; i < 6; i++) {
        g_autofree char *text = g_strdup_printf(
            "Boat %u of pier %u left at %u, with mail for %u houses & a bell "
            "of %u pounds. “Was it late?” asked nobody %u times.",
            n * 17 + i, n + i * 31, n * n + i, n * 7 + i * 3, n + 100 * i,
            n * 5 + i * i);
        build_simple(build, A2B_BLOCK_PARAGRAPH, 0, text);
    }
}

static const char *const titles[] = {
    "The Pier at Noon", "Letters from a Lighthouse", "Four Ways to Cook Eel",
    "A Museum of Ropes",
};

static A2bArticle *
story(guint n, const char *related, const char *link)
{
    static const char *const authors[][2] = {
        { "Ines Falk", NULL }, { "Otto van der Meer", NULL },
        { "Édith Noyer", NULL }, { "Ines Falk", NULL },
    };
    Build *build = build_new("story", NULL, NULL);
    g_autofree char *url = g_strdup_printf("https://www.pier%u.example/%u",
                                           n % 3, n);
    g_autofree char *title = n < 4
        ? g_strdup(titles[n]) : g_strdup_printf("Harbour Log %u", n * 37);
    A2bMeta *meta = build_meta(build);

    meta->title = own(build, title);
    meta->language = own(build, n == 2 ? "fr" : "en");
    meta->source_url = own(build, url);
    meta->authors = arena_strdupv(build_arena(build), authors[n % 4]);
    meta->publisher = n == 1 ? own(build, "The Harbour Review") : NULL;
    meta->date = own(build, n == 0 ? "2024-03-09" : "2024-03");
    add_story_text(build, n);
    build_simple(build, A2B_BLOCK_HEADING, 0, "Page-1");
    if (related) {
        build_open(build, A2B_BLOCK_PARAGRAPH, 0)->role = A2B_ROLE_RELATED;
        build_text(build, related, -1);
        build_close(build);
    }
    if (link) {
        build_open(build, A2B_BLOCK_PARAGRAPH, 0);
        marked(build, A2B_MARK_LINK, own(build, link), "as was said");
        build_close(build);
    }
    return build_end(build);
}

static void
add_at(A2bBook *book, A2bArticle *article, const char *section)
{
    A2bPlace place = { section, NULL, "story.txt" };

    a2b_book_add_at(book, article, &place);
}

static A2bBook *
four_stories(gboolean sections)
{
    static const A2bArrange how = { .summaries = TRUE };
    A2bBook *book = a2b_book_new();

    add_at(book, story(0, "Related article: Letters from a Lighthouse",
                       "https://elsewhere.example/x"),
           sections ? "Ships & Shoes" : NULL);
    add_at(book, story(1, NULL, "http://www.pier2.example/2"),
           sections ? "Ships & Shoes" : NULL);
    add_at(book, story(2, NULL, NULL), sections ? "Wax" : NULL);
    add_at(book, story(3, NULL, NULL), sections ? "Wax" : NULL);
    a2b_book_arrange(book, &how, NULL);
    return book;
}

static GBytes *
make_with(const char *name, const A2bBook *book, A2bEpubOptions *options)
{
    g_autoptr(A2bStyle) style = a2b_style_load("classic", NULL, NULL);
    g_autoptr(GError) error = NULL;
    g_autofree char *words = NULL;
    GBytes *epub = a2b_epub(book, style, options, NULL, &error);

    g_assert_no_error(error);
    words = words_of_book(epub);
    g_assert_nonnull(words);
    leave(name, epub);
    return epub;
}

/* --- Every link leads to a place that is there --------------------------- */

static GHashTable *
ids_of_page(const char *page)
{
    GHashTable *ids = g_hash_table_new_full(g_str_hash, g_str_equal, g_free,
                                            NULL);

    for (const char *p = page; (p = strstr(p, " id=\"")); ) {
        p += strlen(" id=\"");
        g_assert_true(g_hash_table_add(ids, g_strndup(p, strcspn(p, "\""))));
    }
    return ids;
}

static GHashTable *
ids_of_book(GBytes *epub)
{
    GHashTable *pages = g_hash_table_new_full(
        g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_hash_table_unref);
    zip_t *zip = open_book(epub);

    for (zip_int64_t i = 0; i < zip_get_num_entries(zip, 0); i++) {
        const char *name = zip_get_name(zip, i, 0);
        g_autofree char *page = NULL;
        gsize len;

        page = part_of(zip, name, &len);
        if (g_str_has_suffix(name, ".xhtml"))
            g_hash_table_insert(pages, g_strdup(name + strlen("EPUB/")),
                                ids_of_page(page));
    }
    zip_discard(zip);
    return pages;
}

static void
follow(GHashTable *pages, const char *from, const char *href)
{
    gsize size = strcspn(href, "#");
    g_autofree char *file = size ? g_strndup(href, size) : g_strdup(from);
    GHashTable *ids = g_hash_table_lookup(pages, file);

    if (strstr(href, "://") || g_str_has_suffix(href, ".css"))
        return;
    g_assert_nonnull(ids);
    if (href[size] && !g_hash_table_contains(ids, href + size + 1))
        g_error("%s: %s leads nowhere", from, href);
}

static guint
follow_all(GBytes *epub)
{
    g_autoptr(GHashTable) pages = ids_of_book(epub);
    GHashTableIter iter;
    gpointer name;
    guint n = 0;

    g_hash_table_iter_init(&iter, pages);
    while (g_hash_table_iter_next(&iter, &name, NULL)) {
        g_autofree char *path = g_strconcat("EPUB/", name, NULL);
        g_autofree char *page = text_part(epub, path);

        for (const char *p = page; (p = strstr(p, " href=\"")); n++) {
            g_autofree char *href = NULL;
            p += strlen(" href=\"");
            href = g_strndup(p, strcspn(p, "\""));
            follow(pages, name, href);
        }
    }
    return n;
}

/* --- Tests ---------------------------------------------------------------- */

static void
test_sections(void)
{
    g_autoptr(A2bBook) book = four_stories(TRUE);
    g_autoptr(GBytes) epub = make_with("sections", book, NULL);
    g_autofree char *nav = text_part(epub, "EPUB/nav.xhtml");
    g_autofree char *ncx = text_part(epub, "EPUB/toc.ncx");
    g_autofree char *part = text_part(epub, "EPUB/section-1.xhtml");
    g_autofree char *opf = text_part(epub, "EPUB/package.opf");

    assert_has(nav, "<li><a href=\"section-1.xhtml\">Ships &amp; Shoes</a>\n"
               "          <ol>\n"
               "            <li><a href=\"article-1.xhtml\">The Pier");
    assert_has(nav, "epub:type=\"bodymatter\" href=\"section-1.xhtml\"");
    assert_has(ncx, "name=\"dtb:depth\" content=\"3\"");
    assert_has(part, "epub:type=\"part\" role=\"doc-part\"");
    g_assert_true(strstr(opf, "idref=\"section-2\"")
                  < strstr(opf, "idref=\"article-3\""));
    g_assert_true(strstr(opf, "idref=\"section-2\"")
                  > strstr(opf, "idref=\"article-2\""));
    g_assert_cmpuint(follow_all(epub), >, 30);
}

/* The depth counts from the articles. */
static void
test_depth(void)
{
    g_autoptr(A2bBook) book = four_stories(TRUE);
    A2bEpubOptions options = { .toc_depth = 1 };
    g_autoptr(GBytes) epub = make_with("depth", book, &options);
    g_autofree char *nav = text_part(epub, "EPUB/nav.xhtml");

    assert_has(nav, "article-4.xhtml");
    assert_lacks(nav, "article-4.xhtml#");
}

static void
test_contents(void)
{
    g_autoptr(A2bBook) book = four_stories(FALSE);
    g_autoptr(GBytes) epub = make_with("contents", book, NULL);
    g_autofree char *page = text_part(epub, "EPUB/contents.xhtml");
    g_autofree char *nav = text_part(epub, "EPUB/nav.xhtml");

    assert_has(page, "<a href=\"article-2.xhtml\">Letters from a "
               "Lighthouse</a></p>\n          <p class=\"details\">"
               "<bdi>Otto van der Meer</bdi> · <bdi>The Harbour Review</bdi>"
               " · <time datetime=\"2024-03\">March 2024</time> · 1\xC2\xA0min</p>");
    assert_has(page, "<p class=\"summary\">Boat 0 of pier 0 left at 0");
    assert_has(page, "<a href=\"article-3.xhtml\" lang=\"fr\" "
               "xml:lang=\"fr\" dir=\"auto\">");
    assert_has(nav, "epub:type=\"toc\" href=\"contents.xhtml#toc\"");
    g_assert_cmpuint(follow_all(epub), >, 20);
}

static void
test_links(void)
{
    g_autoptr(A2bBook) book = four_stories(FALSE);
    g_autoptr(GBytes) epub = make_with("links", book, NULL);
    g_autofree char *first = text_part(epub, "EPUB/article-1.xhtml");
    g_autofree char *second = text_part(epub, "EPUB/article-2.xhtml");
    g_autofree char *third = text_part(epub, "EPUB/article-3.xhtml");
    g_autofree char *fourth = text_part(epub, "EPUB/article-4.xhtml");

    assert_has(first, "<p class=\"related\"><a href=\"article-2.xhtml\">"
               "Related article: Letters from a Lighthouse</a></p>");
    assert_has(first, "<a href=\"https://elsewhere.example/x\">");
    assert_lacks(first, "in-book");
    assert_has(second, "<a href=\"article-3.xhtml\">as was said</a>");
    assert_has(second, "<aside class=\"in-book\" role=\"note\" "
               "aria-label=\"In this book\">");
    assert_has(second, "<li><a href=\"article-1.xhtml\">The Pier");
    assert_has(third, "<p class=\"label\">Dans ce livre</p>");
    assert_lacks(fourth, "in-book");
}

static void
test_sources(void)
{
    g_autoptr(A2bBook) book = four_stories(FALSE);
    g_autoptr(GBytes) epub = make_with("sources", book, NULL);
    g_autofree char *page = text_part(epub, "EPUB/sources.xhtml");
    g_autofree char *nav = text_part(epub, "EPUB/nav.xhtml");
    g_autofree char *opf = text_part(epub, "EPUB/package.opf");

    assert_has(page, "Lighthouse</a> · <bdi>The Harbour Review</bdi> · <time");
    assert_has(page, "<a href=\"https://www.pier1.example/1\" dir=\"ltr\">");
    assert_has(nav, "epub:type=\"bibliography\" href=\"sources.xhtml\"");
    assert_lacks(opf, "index.xhtml");
}

static A2bBook *
many_stories(guint n)
{
    static const A2bArrange how = { .keep_duplicates = TRUE };
    A2bBook *book = a2b_book_new();

    for (guint i = 0; i < n; i++)
        a2b_book_add(book, story(i, NULL, NULL));
    a2b_book_arrange(book, &how, NULL);
    return book;
}

static void
test_index(void)
{
    g_autoptr(A2bBook) book = many_stories(30);
    g_autoptr(GBytes) epub = make_with("index", book, NULL);
    g_autofree char *page = text_part(epub, "EPUB/index.xhtml");
    g_autofree char *nav = text_part(epub, "EPUB/nav.xhtml");
    const char *const order[] = {
        "<h2>F</h2>", ">Falk, Ines<", ">The Pier at Noon<",
        ">A Museum of Ropes<", "<h2>H</h2>", ">The Harbour Review<",
        "<h2>N</h2>", ">Noyer, Édith<", "<h2>P</h2>", ">pier0.example<",
        ">pier2.example<", "<h2>V</h2>", ">van der Meer, Otto<",
    };
    const char *last = page;

    for (guint i = 0; i < G_N_ELEMENTS(order); i++) {
        const char *at = strstr(last, order[i]);
        if (!at)
            g_error("%s is not in its place in:\n%s", order[i], page);
        last = at;
    }
    assert_has(nav, "epub:type=\"index\" href=\"index.xhtml\"");
    follow_all(epub);
}

static void
test_series(void)
{
    g_autoptr(A2bBook) book = four_stories(FALSE);
    g_autoptr(GBytes) epub = NULL, other = NULL;
    g_autofree char *opf = NULL, *second = NULL;

    a2b_book_set_series(book, "My <Week>", "2.5");
    epub = make_with("series", book, NULL);
    opf = text_part(epub, "EPUB/package.opf");
    assert_has(opf, "property=\"belongs-to-collection\" id=\"series\"");
    assert_has(opf, "refines=\"#series\">series</meta>");
    assert_has(opf, "property=\"group-position\" refines=\"#series\">2.5<");
    assert_has(opf, "name=\"calibre:series\" content=\"My &lt;Week&gt;\"");
    assert_has(opf, "name=\"calibre:series_index\" content=\"2.5\"");
    a2b_book_set_series(book, "My Week", "two");
    other = make_with("series-two", book, NULL);
    second = text_part(other, "EPUB/package.opf");
    assert_lacks(second, "group-position");
}

/* --- Pages of the paper form --------------------------------------------- */

static const A2bBlock *
nth_block(const A2bArticle *article, guint n)
{
    const A2bBlock *b = a2b_article_root(article)->first;

    while (n--)
        b = b->next;
    return b;
}

static A2bPages *
some_pages(const A2bBook *book)
{
    const A2bArticle *first = a2b_book_article(book, 0);
    const A2bArticle *last = a2b_book_article(book, 3);
    A2bPages *pages = pagelist_new("urn:isbn:9780000000002");

    pagelist_add(pages, PAGE_COVER, 0, NULL, 0, "i");
    pagelist_add(pages, PAGE_CONTENTS, 0, NULL, 0, "ii");
    pagelist_add(pages, PAGE_CONTENTS, 2, NULL, 0, "iii");
    pagelist_add(pages, PAGE_SECTION, 0, NULL, 0, "1");
    pagelist_add(pages, PAGE_ARTICLE, 0, NULL, 0, "2");
    pagelist_add(pages, PAGE_ARTICLE, 0, nth_block(first, 1), 10, "3");
    pagelist_add(pages, PAGE_ARTICLE, 0, nth_block(first, 1), 20, "4");
    pagelist_add(pages, PAGE_ARTICLE, 0, nth_block(first, 6), 0, "5");
    pagelist_add(pages, PAGE_ARTICLE, 1, NULL, 0, "6");
    pagelist_add(pages, PAGE_ARTICLE, 2, nth_block(last, 0), 0, "7");
    pagelist_add(pages, PAGE_ARTICLE, 3, nth_block(last, 2), 99999, "8");
    pagelist_add(pages, PAGE_SOURCES, 0, NULL, 0, "9");
    pagelist_add(pages, PAGE_SOURCES, 3, NULL, 0, "10");
    pagelist_add(pages, PAGE_INDEX, 0, NULL, 0, "11");
    return pages;
}

static void
test_pages(void)
{
    g_autoptr(A2bBook) book = four_stories(TRUE);
    g_autoptr(A2bPages) pages = some_pages(book);
    A2bEpubOptions options = { .pages = pages };
    g_autoptr(GBytes) epub = make_with("pages", book, &options);
    g_autofree char *page = text_part(epub, "EPUB/article-1.xhtml");
    g_autofree char *nav = text_part(epub, "EPUB/nav.xhtml");
    g_autofree char *ncx = text_part(epub, "EPUB/toc.ncx");
    g_autofree char *opf = text_part(epub, "EPUB/package.opf");
    const char *last = strstr(nav, "page-list");

    assert_has(page, "Boat 1 of <span id=\"page-6\" epub:type=\"pagebreak\" "
               "role=\"doc-pagebreak\" aria-label=\"3\"></span>pier 31");
    assert_has(page, "<h2 id=\"n-page-1\"><span id=\"page-8\"");
    for (guint i = 0; i < pages->breaks->len; i++) {
        g_autofree char *line = g_strdup_printf(
            "#page-%u\">%s</a>", i + 1,
            g_array_index(pages->breaks, PageBreak, i).label);
        last = strstr(last, line);
        g_assert_nonnull(last);
    }
    assert_has(nav, "title.xhtml#page-1\"");
    assert_has(nav, "contents.xhtml#page-3\"");
    assert_has(nav, "section-1.xhtml#page-4\"");
    assert_has(nav, "article-3.xhtml#page-10\"");
    assert_has(nav, "sources.xhtml#page-14\"");
    assert_has(ncx, "name=\"dtb:maxPageNumber\" content=\"11\"");
    assert_has(opf, ">pageBreakMarkers<");
    assert_has(opf, "property=\"pageBreakSource\">urn:isbn:9780000000002<");
    follow_all(epub);
}

/* A page may begin anywhere: in marks, lines of verse, cells, notes. */
static void
add_everything(Build *build)
{
    A2bBlock *note;

    build_open(build, A2B_BLOCK_PARAGRAPH, 0);
    build_mark_open(build, A2B_MARK_STRONG, NULL, 0);
    marked(build, A2B_MARK_EMPH, NULL, "strong emphasis é");
    build_mark_close(build);
    marked(build, A2B_MARK_NOTE, own(build, "n"), "1");
    build_close(build);
    build_simple(build, A2B_BLOCK_VERSE, 0, "The bell\xE2\x80\xA8\xE2\x80\xA8"
                 "and the fog");
    build_open(build, A2B_BLOCK_LIST, 0);
    build_open(build, A2B_BLOCK_ITEM, 0);
    build_simple(build, A2B_BLOCK_PARAGRAPH, 0, "a thing");
    build_close(build);
    build_close(build);
    build_open(build, A2B_BLOCK_TABLE, 0);
    build_open(build, A2B_BLOCK_ROW, 0);
    build_simple(build, A2B_BLOCK_CELL, 0, "Pier");
    build_close(build);
    build_close(build);
    build_open(build, A2B_BLOCK_FIGURE, 0);
    build_leaf(build, A2B_BLOCK_IMAGE, 0);
    build_close(build);
    build_leaf(build, A2B_BLOCK_RULE, 0);
    build_simple(build, A2B_BLOCK_CODE, 0, "sail();\n  return;");
    note = build_open(build, A2B_BLOCK_NOTE, 0);
    note->id = own(build, "n");
    note->as.note.mark = own(build, "1");
    build_simple(build, A2B_BLOCK_PARAGRAPH, 0, "It was cast in 1811.");
    build_close(build);
}

/* One page for every byte of every block, in order. */
static A2bPages *
pages_everywhere(const A2bArticle *article)
{
    const A2bBlock *root = a2b_article_root(article);
    A2bPages *pages = pagelist_new(NULL);

    for (const A2bBlock *b = root; b; b = a2b_block_next(b, root)) {
        for (guint32 at = 0; at <= (b->text ? b->text->len : 0); at++) {
            g_autofree char *label =
                g_strdup_printf("%u", pages->breaks->len + 1);
            pagelist_add(pages, PAGE_ARTICLE, 0, b, at, label);
        }
    }
    return pages;
}

static void
test_pages_everywhere(void)
{
    Build *build = build_new("everywhere", NULL, NULL);
    g_autoptr(A2bBook) book = a2b_book_new();
    g_autoptr(A2bPages) pages = NULL;
    g_autoptr(GBytes) epub = NULL, plain = NULL;
    g_autofree char *words = NULL, *before = NULL, *nav = NULL;
    A2bEpubOptions options = { 0 };

    add_everything(build);
    a2b_book_add(book, build_end(build));
    plain = make_with("everywhere-plain", book, &options);
    pages = pages_everywhere(a2b_book_article(book, 0));
    options.pages = pages;
    epub = make_with("everywhere", book, &options);
    words = words_of_book(epub);
    before = words_of_book(plain);
    nav = text_part(epub, "EPUB/nav.xhtml");
    g_assert_cmpstr(words, ==, before);
    for (guint i = 1; i <= pages->breaks->len; i++) {
        g_autofree char *line = g_strdup_printf("#page-%u\">%u</a>", i, i);
        assert_has(nav, line);
    }
    follow_all(epub);
}

/* --- Kobo ----------------------------------------------------------------- */

/* str without tags and blanks. */
static char *
bare_words(const char *str)
{
    GString *out = g_string_new(NULL);
    gboolean tag = FALSE;

    for (const char *p = strstr(str, "<body"); *p; p++) {
        tag |= *p == '<';
        if (!tag && !g_ascii_isspace(*p))
            g_string_append_c(out, *p);
        tag &= *p != '>';
    }
    return g_string_free(out, FALSE);
}

static void
test_kobo(void)
{
    g_autoptr(A2bBook) book = four_stories(TRUE);
    A2bEpubOptions options = { .kepub = TRUE };
    g_autoptr(GBytes) epub = make_with("kobo.kepub", book, &options);
    g_autoptr(GBytes) plain = make_with("kobo-plain", book, NULL);
    g_autofree char *page = text_part(epub, "EPUB/article-1.xhtml");
    g_autofree char *other = text_part(plain, "EPUB/article-1.xhtml");
    g_autofree char *words = bare_words(page), *before = bare_words(other);

    assert_has(page, "<div id=\"book-columns\"><div id=\"book-inner\">");
    assert_has(page, "<p><span class=\"koboSpan\" id=\"kobo.4.1\">Boat 0 of "
               "pier 0 left at 0, with mail for 0 houses &amp; a bell of 0 "
               "pounds. </span><span class=\"koboSpan\" id=\"kobo.4.2\">"
               "“Was it late?” </span><span");
    assert_has(page, "<a href=\"article-2.xhtml\"><span class=\"koboSpan\"");
    g_assert_cmpstr(words, ==, before);
    follow_all(epub);
}

static void
test_kobo_sentences(void)
{
    static const struct { const char *in, *out; } cases[] = {
        { "One. Two", "[One. ][Two]" },
        { "3.14 is one", "[3.14 is one]" },
        { "你好。再见！", "[你好。][再见！]" },
        { "“What?” he said… Yes", "[“What?” ][he said… ][Yes]" },
        { "a &amp; b: &quot;c.&quot; d", "[a &amp; b: ][&quot;c.&quot; ][d]" },
        { " ", " " }, { "", "" }, { "...", "[...]" },
    };

    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *in = g_strdup_printf(
            "<html><body><p>%s</p></body></html>", cases[i].in);
        g_autoptr(GBytes) page =
            epub_kobo(g_bytes_new(in, strlen(in)));
        g_autofree char *got = g_strndup(g_bytes_get_data(page, NULL),
                                         g_bytes_get_size(page));
        g_autoptr(GRegex) open = g_regex_new("<span [^>]*>", 0, 0, NULL);
        g_autofree char *half = g_regex_replace_literal(open, got, -1, 0,
                                                        "[", 0, NULL);
        g_autoptr(GRegex) close = g_regex_new("</span>", 0, 0, NULL);
        g_autofree char *whole = g_regex_replace_literal(close, half, -1, 0,
                                                         "]", 0, NULL);
        g_autofree char *want = g_strdup_printf(
            "<html><body><div id=\"book-columns\"><div id=\"book-inner\">"
            "<p>%s</p></div></div></body></html>", cases[i].out);
        g_assert_cmpstr(whole, ==, want);
    }
}

/* --- Many ------------------------------------------------------------------ */

static void
test_jobs(void)
{
    g_autoptr(A2bBook) book = many_stories(200);
    A2bEpubOptions options = { .jobs = 1 };
    g_autoptr(GBytes) one = make_with("jobs", book, &options);

    for (options.jobs = 2; options.jobs < 6; options.jobs++) {
        g_autoptr(GBytes) more = make_with("jobs", book, &options);
        g_assert_true(g_bytes_equal(one, more));
    }
}

typedef struct { guint written, packed, files; } Seen;

static void
see_progress(const A2bProgress *progress, gpointer user)
{
    Seen *seen = user;

    g_assert_cmpuint(progress->done, <=, progress->total);
    if (progress->step == A2B_STEP_EPUB) {
        g_assert_cmpuint(seen->files, ==, 0);
        seen->written = progress->done;
    } else {
        g_assert_cmpint(progress->step, ==, A2B_STEP_PACK);
        g_assert_cmpuint(progress->done, >=, seen->packed);
        seen->packed = progress->done;
        seen->files = progress->total;
    }
}

/* From the first article to the last file. */
static void
test_progress(void)
{
    g_autoptr(A2bBook) book = many_stories(30);
    g_autoptr(A2bStyle) style = a2b_style_load("classic", NULL, NULL);
    g_autoptr(A2bDiag) diag = a2b_diag_new(NULL, NULL);
    const A2bEpubOptions options = { .jobs = 1 };
    g_autoptr(GBytes) bytes = NULL;
    Seen seen = { 0 };

    a2b_diag_set_progress(diag, see_progress, &seen);
    bytes = a2b_epub(book, style, &options, diag, NULL);
    g_assert_nonnull(bytes);
    g_assert_cmpuint(seen.written, ==, 30);
    g_assert_cmpuint(seen.files, >, 30);
    g_assert_cmpuint(seen.packed, ==, seen.files);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/epub/digest/sections", test_sections);
    g_test_add_func("/epub/digest/depth", test_depth);
    g_test_add_func("/epub/digest/contents", test_contents);
    g_test_add_func("/epub/digest/links", test_links);
    g_test_add_func("/epub/digest/sources", test_sources);
    g_test_add_func("/epub/digest/index", test_index);
    g_test_add_func("/epub/digest/series", test_series);
    g_test_add_func("/epub/digest/pages", test_pages);
    g_test_add_func("/epub/digest/pages-everywhere", test_pages_everywhere);
    g_test_add_func("/epub/digest/kobo", test_kobo);
    g_test_add_func("/epub/digest/kobo-sentences", test_kobo_sentences);
    g_test_add_func("/epub/digest/jobs", test_jobs);
    g_test_add_func("/epub/digest/progress", test_progress);
    return g_test_run();
}
