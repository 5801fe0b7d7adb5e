/* SPDX-License-Identifier: MIT */
/* Every kind of block, role and mark goes into a book, and comes out of it
 * well-formed, whole and the same each time. */
#include <stdlib.h>
#include <time.h>

#include "epub_fixture.h"

static const char long_words[] =
    "The ferry leaves at seven whether or not the fog has lifted, and the "
    "people of the island have long since stopped looking at the clock; they "
    "listen for the bell instead, which can be heard as far as the mill. ";

/* --- Articles of our own ------------------------------------------------ */

static void
give_meta(Build *build)
{
    static const char *const authors[] = { "Ines Falk", "Otto van der Meer",
                                           NULL };
    static const char *const tags[] = { "islands", "ferries & fog", NULL };
    A2bMeta *meta = build_meta(build);

    meta->title = own(build, "The Ferry That Waits for Nobody");
    meta->subtitle = own(build, "How an island of 212 people learned to "
                                "tell the time by a bell");
    meta->kicker = own(build, "Letter from Norderoog");
    meta->authors = arena_strdupv(build_arena(build), authors);
    meta->publisher = own(build, "The Harbour Review");
    meta->date = own(build, "2024-03-09");
    meta->date_as_written = own(build, "March 9, 2024, 5:10 PM CET");
    meta->language = own(build, "en");
    meta->source_url = own(build, "https://example.org/2024/ferry?a=1&b=2");
    meta->summary = own(build, "A ferry, a bell & 212 people.");
    meta->dateline = own(build, "NORDEROOG");
    meta->tags = arena_strdupv(build_arena(build), tags);
}

static void
add_marks(Build *build)
{
    build_open(build, A2B_BLOCK_PARAGRAPH, 0);
    for (int mark = A2B_MARK_EMPH; mark <= A2B_MARK_DELETED; mark++)
        marked(build, mark, NULL, a2b_mark_name(mark));
    marked(build, A2B_MARK_LANG, own(build, "de"), "Fährmann");
    marked(build, A2B_MARK_LANG, own(build, "ar"), "عبّارة");
    marked(build, A2B_MARK_LINK, own(build, "https://example.org/a b[1]"),
           "a link");
    marked(build, A2B_MARK_LINK, own(build, "javascript:alert(1)"),
           "no link");
    marked(build, A2B_MARK_LINK, own(build, "#late"), "within");
    marked(build, A2B_MARK_LINK, own(build, "#nowhere"), "to nowhere");
    build_mark_open(build, A2B_MARK_LINK, own(build, "https://a.example"), 0);
    marked(build, A2B_MARK_NOTE, own(build, "fn1"), "1");
    build_text(build, "in a link", -1);
    build_mark_close(build);
    build_mark_open(build, A2B_MARK_STRONG, NULL, 0);
    marked(build, A2B_MARK_EMPH, NULL, "strong emphasis");
    build_mark_close(build);
    marked(build, A2B_MARK_IMAGE, own(build, "x.png"), "\xEF\xBF\xBC");
    build_text(build, "one line\xE2\x80\xA8" "and the next.", -1);
    build_close(build);
}

static void
add_list(Build *build, gboolean ordered, int start)
{
    A2bBlock *list = build_open(build, A2B_BLOCK_LIST, 0);

    list->as.list.ordered = ordered;
    list->as.list.start = start;
    for (int i = 0; i < 3; i++) {
        build_open(build, A2B_BLOCK_ITEM, 0);
        build_simple(build, A2B_BLOCK_PARAGRAPH, 0, "A thing to bring along");
        if (i == 1)
            build_simple(build, A2B_BLOCK_PARAGRAPH, 0, "and why.");
        build_close(build);
    }
    build_close(build);
}

static void
add_table(Build *build)
{
    static const char *const cells[3][3] = {
        { "Pier", "Sails", "Fare" }, { "North", "7:00", "4.50" },
        { "Mill", "7:35", "12.00" },
    };

    build_open(build, A2B_BLOCK_TABLE, 0);
    for (int row = 0; row < 3; row++) {
        build_open(build, A2B_BLOCK_ROW, 0);
        for (int column = 0; column < 3; column++) {
            A2bBlock *cell = build_open(build, A2B_BLOCK_CELL, 0);
            cell->as.cell.header = row == 0 || column == 0;
            cell->as.cell.span = 1;
            cell->as.cell.align = column == 2 ? A2B_ALIGN_END
                                              : A2B_ALIGN_NONE;
            build_text(build, cells[row][column], -1);
            build_close(build);
        }
        build_close(build);
    }
    build_close(build);
}

static void
add_figure(Build *build, const char *description, const char *caption,
           const char *credit)
{
    build_open(build, A2B_BLOCK_FIGURE, 0);
    if (description) {
        A2bBlock *image = build_leaf(build, A2B_BLOCK_IMAGE, 0);
        image->as.image.source = own(build, "../secret.png");
        image->as.image.description = own(build, description);
    }
    if (credit)
        build_simple(build, A2B_BLOCK_CREDIT, 0, credit);
    if (caption)
        build_simple(build, A2B_BLOCK_CAPTION, 0, caption);
    build_close(build);
}

static void
add_note(Build *build, const char *id, const char *mark, const char *str)
{
    A2bBlock *note = build_open(build, A2B_BLOCK_NOTE, 0);

    note->id = own(build, id);
    note->as.note.mark = own(build, mark);
    build_simple(build, A2B_BLOCK_PARAGRAPH, 0, str);
    build_simple(build, A2B_BLOCK_PARAGRAPH, 0, "A second paragraph.");
    build_close(build);
}

static void
add_asides(Build *build)
{
    for (int twice = 0; twice < 2; twice++) {
        for (int role = A2B_ROLE_NONE; role < A2B_N_ROLES; role++) {
            A2bBlock *aside = build_open(build, A2B_BLOCK_ASIDE, 0);
            aside->role = role;
            if (role == A2B_ROLE_FACTS)
                build_simple(build, A2B_BLOCK_HEADING, 0, "At a glance");
            build_simple(build, A2B_BLOCK_PARAGRAPH, 0,
                         "Beside the text: the winter timetable begins in "
                         "November.");
            build_simple(build, A2B_BLOCK_PARAGRAPH, 0, "And one more.");
            build_close(build);
        }
    }
    for (int role = A2B_ROLE_RELATED; role < A2B_N_ROLES; role++) {
        A2bBlock *block = build_open(build, A2B_BLOCK_PARAGRAPH, 0);
        if (role != A2B_ROLE_SOURCE)
            block->role = role;
        build_text(build, "A line with a part of its own.", -1);
        build_close(build);
    }
}

static void
add_headings(Build *build)
{
    static const guint levels[] = { 1, 3, 6, 2, 1, 5 };

    for (guint i = 0; i < G_N_ELEMENTS(levels); i++) {
        A2bBlock *heading = build_open(build, A2B_BLOCK_HEADING, 0);
        heading->as.heading.level = levels[i];
        if (i == 4)
            heading->id = own(build, "late");
        build_text(build, "The Bell & the <Mill>", -1);
        build_close(build);
        build_simple(build, A2B_BLOCK_PARAGRAPH, 0, long_words);
        build_simple(build, A2B_BLOCK_PARAGRAPH, 0, long_words);
    }
}

static void
add_texts(Build *build)
{
    build_simple(build, A2B_BLOCK_PARAGRAPH, 0, long_words);
    build_simple(build, A2B_BLOCK_PARAGRAPH, 0, long_words);
    build_open(build, A2B_BLOCK_QUOTE, 0);
    build_simple(build, A2B_BLOCK_PARAGRAPH, 0, "“We do not wait.”");
    build_open(build, A2B_BLOCK_QUOTE, 0);
    build_simple(build, A2B_BLOCK_HEADING, 0, "A heading in a quotation");
    build_simple(build, A2B_BLOCK_PARAGRAPH, 0, "“Never have.”");
    build_close(build);
    build_open(build, A2B_BLOCK_PARAGRAPH, 0)->role = A2B_ROLE_ATTRIBUTION;
    build_text(build, "— the ferryman", -1);
    build_close(build);
    build_close(build);
    build_open(build, A2B_BLOCK_CODE, 0)->as.code.language = "c";
    build_text(build, "if (fog < 3 && bell)\n    sail();\n\n\treturn;", -1);
    build_close(build);
    build_simple(build, A2B_BLOCK_VERSE, 0,
                 "The bell, the bell,\xE2\x80\xA8"
                 "\xE2\x80\x83it tells us well\xE2\x80\xA8\xE2\x80\xA8"
                 "what water will not say");
    build_open(build, A2B_BLOCK_VERSE, 0);
    build_mark_open(build, A2B_MARK_EMPH, NULL, 0);
    build_text(build, "and the fog\xE2\x80\xA8goes over\xE2\x80\xA8", -1);
    build_mark_close(build);
    build_text(build, "both of us.", -1);
    marked(build, A2B_MARK_NOTE, own(build, "fn2"), "*");
    build_close(build);
}

static A2bArticle *
full_article(void)
{
    Build *build = build_new("full", NULL, NULL);

    give_meta(build);
    build_open(build, A2B_BLOCK_PARAGRAPH, 0)->role = A2B_ROLE_HEADER;
    build_text(build, "Volume 3, number 7", -1);
    build_close(build);
    add_figure(build, "A ferry", "The ferry on a clear morning.",
               "Photo: I. Falk");
    add_texts(build);
    add_marks(build);
    add_headings(build);
    add_list(build, FALSE, 1);
    add_list(build, TRUE, 1);
    add_list(build, TRUE, 7);
    add_table(build);
    add_figure(build, "A mill seen from the water", NULL, "I. Falk");
    add_figure(build, NULL, "Only a caption.", NULL);
    build_leaf(build, A2B_BLOCK_IMAGE, 0)->as.image.description =
        own(build, "A bell");
    build_leaf(build, A2B_BLOCK_RULE, 0);
    add_asides(build);
    build_open(build, A2B_BLOCK_PARAGRAPH, 0);
    build_text(build, "Called again", -1);
    marked(build, A2B_MARK_NOTE, own(build, "fn1"), "1");
    marked(build, A2B_MARK_NOTE, own(build, "no-such-note"), "9");
    build_close(build);
    add_note(build, "fn1", "1", "It was cast in 1811.");
    add_note(build, "fn2", "*", "From a song.");
    add_note(build, "3rd note", "3", "Nothing calls this one.");
    return build_end(build);
}

static A2bArticle *
bare_article(void)
{
    Build *build = build_new("a-file", NULL, NULL);

    build_simple(build, A2B_BLOCK_PARAGRAPH, 0, long_words);
    return build_end(build);
}

static A2bArticle *
arabic_article(void)
{
    Build *build = build_new("ar", NULL, NULL);
    A2bMeta *meta = build_meta(build);

    meta->title = own(build, "العبّارة التي لا تنتظر أحدًا");
    meta->language = own(build, "ar");
    meta->date = own(build, "2024-03");
    meta->source_url = own(build, "https://example.org/ar");
    build_simple(build, A2B_BLOCK_HEADING, 0, "الجرس");
    build_simple(build, A2B_BLOCK_PARAGRAPH, 0,
                 "تغادر العبّارة في السابعة سواء انقشع الضباب أم لا (GPS).");
    build_simple(build, A2B_BLOCK_CODE, 0, "sail();");
    add_figure(build, NULL, "العبّارة في الصباح.", "I. Falk");
    add_list(build, TRUE, 1);
    return build_end(build);
}

static A2bArticle *
markup_article(void)
{
    Build *build = build_new("x", NULL, NULL);
    A2bMeta *meta = build_meta(build);

    meta->title = own(build, "<b>5 > 3 & \"you\" know]]> it</b> 🚢👩‍✈️ --");
    meta->language = own(build, "en_us");
    meta->date = own(build, "2024");
    meta->publisher = own(build, "A & B <C>");
    meta->source_url = own(build, "http://exa mple.org/--><x>");
    build_simple(build, A2B_BLOCK_HEADING, 0, "</h2> & <script>");
    build_simple(build, A2B_BLOCK_PARAGRAPH, 0,
                 "<script>alert('x')</script> ]]> &amp; -- \xF3\xA0\x80\xA1");
    return build_end(build);
}

static A2bArticle *
digest_article(guint n)
{
    g_autofree char *title = g_strdup_printf("Story %u: the Bell", n % 2);
    g_autofree char *url = g_strdup_printf("https://example.org/%u", n);
    Build *build = build_new("digest", NULL, NULL);
    A2bMeta *meta = build_meta(build);

    meta->title = own(build, title);
    meta->language = own(build, n == 2 ? "de" : "en");
    meta->date = n == 2 ? own(build, "2024-03-11") : NULL;
    meta->source_url = own(build, url);
    build_open(build, A2B_BLOCK_PARAGRAPH, 0);
    marked(build, A2B_MARK_LINK, own(build, "https://example.org/1"),
           "The other story");
    build_close(build);
    build_simple(build, A2B_BLOCK_HEADING, 0, "Fog");
    build_simple(build, A2B_BLOCK_PARAGRAPH, 0, long_words);
    return build_end(build);
}

static A2bArticle *
large_article(void)
{
    Build *build = build_new("large", NULL, NULL);

    build_meta(build)->title = own(build, "A Long Winter");
    build_meta(build)->language = own(build, "en");
    for (int i = 0; i < 2400; i++) {
        if (i % 40 == 0)
            build_simple(build, A2B_BLOCK_HEADING, 0, "Another Week");
        build_open(build, A2B_BLOCK_PARAGRAPH, 0);
        build_text(build, long_words, -1);
        if (i % 400 == 1)
            marked(build, A2B_MARK_NOTE, own(build, "n"), "1");
        if (i == 2000)
            marked(build, A2B_MARK_NOTE, own(build, "m"), "2");
        build_close(build);
    }
    add_note(build, "n", "1", "Called from many files.");
    add_note(build, "m", "2", "Called late.");
    add_note(build, "o", "3", "Never called.");
    return build_end(build);
}

/* A picture of 4 x 6 grey pixels. */
static GBytes *
small_picture(void)
{
    static const char base64[] =
        "iVBORw0KGgoAAAANSUhEUgAAAAQAAAAGCAAAAADBUmCJAAAADklEQVR42mNoAAMG"
        "HAwAlFQJAUyIaMsAAAAASUVORK5CYII=";
    gsize len;
    guchar *bytes = g_base64_decode(base64, &len);

    return g_bytes_new_take(bytes, len);
}

/* --- Tests ---------------------------------------------------------------- */

static GBytes *
make(const A2bBook *book, const char *style_name)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(A2bStyle) style = a2b_style_load(style_name, NULL, &error);
    GBytes *epub;

    g_assert_no_error(error);
    epub = a2b_epub(book, style, NULL, NULL, &error);
    g_assert_no_error(error);
    return epub;
}

/* Well-formed, whole, the same twice, in every style. */
static GBytes *
check(const char *name, const A2bBook *book)
{
    g_autofree char *model = words_of_model(book);

    for (const char *const *s = a2b_style_names(); *s; s++) {
        g_autoptr(GBytes) first = make(book, *s), second = make(book, *s);
        g_autofree char *words = words_of_book(first);
        g_autofree char *file = g_strconcat(name, "-", *s, NULL);

        g_assert_cmpstr(words, ==, model);
        g_assert_true(g_bytes_equal(first, second));
        leave(file, first);
    }
    return make(book, "classic");
}

static A2bBook *
book_of(A2bArticle *article)
{
    A2bBook *book = a2b_book_new();

    a2b_book_add(book, article);
    return book;
}

static void
test_full(void)
{
    g_autoptr(A2bBook) book = book_of(full_article());
    g_autoptr(GBytes) epub = check("full", book);
    g_autofree char *page = text_part(epub, "EPUB/article-1.xhtml");
    g_autofree char *opf = text_part(epub, "EPUB/package.opf");

    assert_has(page, "<time datetime=\"2024-03-09\">March 9, 2024");
    assert_has(page, "<span class=\"place\">NORDEROOG</span>");
    assert_has(page, "<p class=\"subtitle\" role=\"doc-subtitle\">");
    assert_has(page, "href=\"https://example.org/a%20b%5B1%5D\"");
    assert_has(page, "<a href=\"#late\">within</a>");
    assert_has(page, "<ol start=\"7\">");
    assert_has(page, "<th scope=\"col\">Pier</th>");
    assert_has(page, "<th scope=\"row\">North</th>");
    assert_has(page, "href=\"#ref-fn1\" role=\"doc-backlink\">1</a> It was");
    assert_has(page, "id=\"ref-fn1_2\"");
    assert_has(page, "id=\"n-3rd-note\"");
    assert_lacks(page, "javascript");
    assert_lacks(page, "secret");
    assert_lacks(page, "#nowhere");
    assert_has(opf, "property=\"file-as\" refines=\"#creator-1\">Falk, Ines<");
    assert_has(opf, ">van der Meer, Otto<");
    assert_has(opf, "<dc:source>https://example.org/2024/ferry?a=1&amp;b=2<");
    assert_has(opf, "<dc:subject>ferries &amp; fog</dc:subject>");
    assert_has(opf, ">2024-03-09T00:00:00Z</meta>");
    assert_lacks(opf, ">visual<");
}

/* Each level is at most one deeper than the one before. */
static void
test_levels(void)
{
    g_autoptr(A2bBook) book = book_of(full_article());
    g_autoptr(GBytes) epub = make(book, "classic");
    g_autofree char *page = text_part(epub, "EPUB/article-1.xhtml");
    int last = 0;

    for (const char *p = page; (p = strstr(p, "<h")); p++) {
        if (!g_ascii_isdigit(p[2]))
            continue;
        g_assert_cmpint(p[2] - '0', <=, last + 1);
        last = p[2] - '0';
    }
    g_assert_cmpint(last, >, 1);
}

static void
test_bare(void)
{
    g_autoptr(A2bBook) book = book_of(bare_article());
    g_autoptr(GBytes) epub = check("bare", book);
    g_autofree char *opf = text_part(epub, "EPUB/package.opf");

    assert_has(opf, "<dc:language>und</dc:language>");
    assert_has(opf, ">a-file</dc:title>");
    assert_has(opf, ">1980-01-01T00:00:00Z</meta>");
    assert_lacks(opf, "dc:date");
    assert_lacks(opf, "dc:creator");
    assert_lacks(opf, "dc:publisher");
    assert_lacks(opf, "dc:source");
    assert_lacks(opf, "idref=\"nav\"");
}

static void
test_rtl(void)
{
    g_autoptr(A2bBook) book = book_of(arabic_article());
    g_autoptr(GBytes) epub = check("rtl", book);
    g_autofree char *page = text_part(epub, "EPUB/article-1.xhtml");
    g_autofree char *opf = text_part(epub, "EPUB/package.opf");

    assert_has(page, "lang=\"ar\" xml:lang=\"ar\" dir=\"rtl\"");
    assert_has(page, "<pre dir=\"ltr\">");
    assert_has(opf, "page-progression-direction=\"rtl\"");
}

static void
test_markup(void)
{
    g_autoptr(A2bBook) book = book_of(markup_article());
    g_autoptr(GBytes) epub = check("markup", book);
    g_autofree char *opf = text_part(epub, "EPUB/package.opf");

    assert_has(opf, "<dc:language>en-US</dc:language>");
    assert_has(opf, "<dc:date>2024</dc:date>");
}

static void
test_digest(void)
{
    static const A2bArrange how = { .keep_duplicates = TRUE };
    g_autoptr(A2bBook) book = a2b_book_new();
    g_autoptr(GBytes) epub = NULL;
    g_autofree char *page = NULL, *opf = NULL, *nav = NULL;

    for (guint i = 1; i <= 3; i++)
        a2b_book_add(book, digest_article(i));
    a2b_book_arrange(book, &how, NULL);
    epub = check("digest", book);
    page = text_part(epub, "EPUB/article-3.xhtml");
    opf = text_part(epub, "EPUB/package.opf");
    nav = text_part(epub, "EPUB/nav.xhtml");
    assert_has(page, "<a href=\"article-1.xhtml\">The other story</a>");
    assert_has(opf, ">Digest, 11 March 2024</dc:title>");
    assert_lacks(opf, "idref=\"nav\"");
    assert_has(opf, "idref=\"contents\"");
    assert_has(nav, "lang=\"de\"");
    assert_has(nav, "href=\"article-3.xhtml#fog\"");
}

static void
test_cover(void)
{
    g_autoptr(A2bBook) book = book_of(full_article());
    g_autoptr(GBytes) picture = small_picture(), epub = NULL;
    g_autoptr(GBytes) text = g_bytes_new_static("GIF89a...........", 17);
    g_autoptr(GError) error = NULL;
    g_autofree char *page = NULL, *opf = NULL;

    g_assert_false(a2b_book_set_cover(book, text, NULL, &error));
    g_assert_error(error, A2B_ERROR, A2B_ERROR_INPUT);
    g_clear_error(&error);
    a2b_book_set_cover(book, picture, NULL, &error);
    g_assert_no_error(error);
    epub = check("cover", book);
    page = text_part(epub, "EPUB/cover.xhtml");
    opf = text_part(epub, "EPUB/package.opf");
    assert_has(page, "alt=\"Cover: The Ferry That Waits for Nobody\"");
    assert_has(opf, "properties=\"cover-image\"");
    assert_has(opf, "<meta name=\"cover\" content=\"cover-image\"/>");
    assert_has(opf, ">visual<");
}

static void
test_large(void)
{
    g_autoptr(A2bBook) book = book_of(large_article());
    g_autoptr(GBytes) epub = make(book, "classic");
    g_autofree char *second = text_part(epub, "EPUB/article-1-2.xhtml");
    g_autofree char *first = text_part(epub, "EPUB/article-1.xhtml");
    g_autofree char *nav = text_part(epub, "EPUB/nav.xhtml");
    g_autofree char *words = words_of_book(epub);

    leave("large", epub);
    g_assert_cmpuint(strlen(first), <, 260 << 10);
    g_assert_cmpuint(strlen(words), >, 300 << 10);
    assert_has(first, "epub:type=\"footnote\"");
    assert_has(second, "href=\"article-1.xhtml#n\"");
    assert_has(nav, "article-1-2.xhtml#another-week_");
}

static void
test_toc_depth(void)
{
    g_autoptr(A2bBook) book = book_of(full_article());
    g_autoptr(A2bStyle) style = a2b_style_load("classic", NULL, NULL);
    A2bEpubOptions options = { .toc_depth = 1 };
    g_autoptr(GBytes) epub = a2b_epub(book, style, &options, NULL, NULL);
    g_autofree char *nav = text_part(epub, "EPUB/nav.xhtml");

    assert_lacks(nav, "Bell");
}

/* EPUB 3.3 OCF: the type of the file can be read at its byte 38. */
static void
test_zip_head(void)
{
    g_autoptr(A2bBook) book = book_of(bare_article());
    g_autoptr(GBytes) epub = make(book, "classic");
    const guint8 *bytes = g_bytes_get_data(epub, NULL);
    static const guint8 head[] = {
        'P', 'K', 3, 4, 10, 0, 0, 0, 0, 0, 0, 0, 0x21, 0
    };

    g_assert_cmpmem(bytes, sizeof(head), head, sizeof(head));
    g_assert_cmpmem(bytes + 26, 4, "\x08\0\0\0", 4);
    g_assert_cmpmem(bytes + 30, 28, "mimetypeapplication/epub+zip", 28);
}

/* ZIP knows only local time; a book does not know where it was made. */
static void
test_zip_place(void)
{
    static const char *const zones[] = {
        "UTC", "Asia/Tokyo", "America/New_York", "Africa/Monrovia",
        "Pacific/Kiritimati", "JST-9EDT,0,365",
    };
    g_autofree char *before = g_strdup(g_getenv("TZ"));
    g_autoptr(A2bBook) book = book_of(full_article());
    g_autoptr(GBytes) here = make(book, "classic");

    for (guint i = 0; i < G_N_ELEMENTS(zones); i++) {
        g_autoptr(GBytes) there = NULL;
        g_setenv("TZ", zones[i], TRUE);
        tzset();
        there = make(book, "classic");
        g_assert_true(g_bytes_equal(here, there));
    }
    if (before)
        g_setenv("TZ", before, TRUE);
    else
        g_unsetenv("TZ");
    tzset();
}

/* A test of speed is a test of growth: ten thousand are ten times as much
 * work as a thousand, whatever the machine. */
static void
test_many_notes(void)
{
    Build *build = build_new("notes", NULL, NULL);
    g_autoptr(A2bBook) book = a2b_book_new();
    g_autoptr(GBytes) epub = NULL;
    g_autofree char *words = NULL;

    for (int i = 0; i < 10000; i++) {
        g_autofree char *id = g_strdup_printf("n%d", i);
        build_open(build, A2B_BLOCK_PARAGRAPH, 0);
        build_text(build, "Fog ", -1);
        marked(build, A2B_MARK_NOTE, own(build, id), "1");
        build_close(build);
        add_note(build, id, "1", "A note.");
    }
    a2b_book_add(book, build_end(build));
    epub = make(book, "classic");
    words = words_of_book(epub);
    g_assert_nonnull(words);
    leave("many-notes", epub);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/epub/full", test_full);
    g_test_add_func("/epub/levels", test_levels);
    g_test_add_func("/epub/bare", test_bare);
    g_test_add_func("/epub/rtl", test_rtl);
    g_test_add_func("/epub/markup", test_markup);
    g_test_add_func("/epub/digest", test_digest);
    g_test_add_func("/epub/cover", test_cover);
    g_test_add_func("/epub/large", test_large);
    g_test_add_func("/epub/toc-depth", test_toc_depth);
    g_test_add_func("/epub/zip/head", test_zip_head);
    g_test_add_func("/epub/zip/place", test_zip_place);
    g_test_add_func("/epub/many-notes", test_many_notes);
    return g_test_run();
}
