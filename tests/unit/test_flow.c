/* SPDX-License-Identifier: MIT */
#include "flow_fixture.h"
#include "pdf/flow.h"

#define BR "\342\200\250"
#define PICTURE "\357\277\274"

static void
test_head(void)
{
    static const char *const authors[] = { "Ann Hill", "Bo Lee", NULL };
    g_auto(Print) print;
    Build *build = start("en");
    A2bMeta *meta = build_meta(build);

    print_init(&print);
    print.paper.columns = 2;
    meta->kicker = "Coast";
    meta->subtitle = "A night at sea";
    meta->authors = authors;
    meta->publisher = "The Daily Lamp";
    meta->date = "2023-11-28";
    meta->dateline = "BRIGHTON";
    meta->source_url = "https://lamp.example/a";
    paragraph(build, "One.");
    paragraph(build, "Two.");
    end(&print, build);
    print_flow(&print, A2B_LINKS_FOOTNOTES, NULL);
    check(&print);
    expect(print.flow, print.flow->boxes,
           "P Coast\nH1 Title\nP A night at sea\nP Ann Hill, Bo Lee\n"
           "P The Daily Lamp\nP BRIGHTON, 28 November 2023\nP One.\n"
           "P Two.\nP Source: https://lamp.example/a\n-\n");
    g_assert_true(box(&print, 0)->new_page);
    g_assert_true(box(&print, 5)->span_columns);
    g_assert_true(box(&print, 5)->keep_next);
    g_assert_false(box(&print, 6)->span_columns);
    g_assert_false(box(&print, 1)->on_grid);
    g_assert_true(box(&print, 6)->on_grid);
    g_assert_cmpfloat(box(&print, 6)->text.shape.indent, ==, 0);
    g_assert_cmpfloat(box(&print, 7)->text.shape.indent, >, 5);
    g_assert_cmpstr(box(&print, 1)->outline, ==, "Title");
    g_assert_cmpstr(box(&print, 9)->qr, ==, "https://lamp.example/a");
    g_assert_true(box(&print, 9)->ends);
    g_assert_cmpstr(print.flow->book_author, ==, "Ann Hill, Bo Lee");
}

static void
test_marks(void)
{
    g_auto(Print) print;
    Build *build = start("en");
    const TypeText *text;
    Tag link, word, p;

    print_init(&print);
    build_open(build, A2B_BLOCK_PARAGRAPH, 0);
    build_text(build, "a ", -1);
    marked(build, A2B_MARK_EMPH, NULL, "b");
    build_mark_open(build, A2B_MARK_LINK, "https://x.example/", 0);
    build_text(build, "c ", -1);
    marked(build, A2B_MARK_LANG, "fr", "mot");
    build_mark_close(build);
    marked(build, A2B_MARK_CODE, NULL, "x()");
    marked(build, A2B_MARK_UNDERLINE, NULL, "u");
    build_close(build);
    end(&print, build);
    print_flow(&print, A2B_LINKS_NONE, NULL);
    check(&print);
    text = &box(&print, 1)->text.text;
    g_assert_cmpstr(text->str, ==, "a bc motx()u");
    g_assert_cmpuint(text->looks[1].look.style, ==, FONT_ITALIC);
    g_assert_cmpint(mark(&print, text->looks[2].look.mark)->kind, ==,
                    MARK_LINK);
    g_assert_cmpstr(mark(&print, text->looks[2].look.mark)->contents, ==,
                    "c mot");
    g_assert_cmpstr(text->looks[3].look.language, ==, "fr");
    g_assert_cmpuint(mark(&print, text->looks[3].look.mark)->link, ==,
                     text->looks[2].look.mark);
    g_assert_cmpint(text->looks[4].look.family, ==, FAMILY_MONO);
    g_assert_cmpuint(text->looks[4].look.flags & LOOK_BREAK_ANYWHERE, !=, 0);
    g_assert_true(mark(&print, text->looks[5].look.mark)->underline);

    p = box(&print, 1)->text.tag;
    word = flow_mark_tag(print.flow, text->looks[3].look.mark, p);
    link = flow_mark_tag(print.flow, text->looks[2].look.mark, p);
    g_assert_cmpuint(tags_element(print.flow->tags, word)->parent, ==, link);
    g_assert_cmpuint(tags_element(print.flow->tags, link)->parent, ==, p);
    g_assert_cmpuint(flow_mark_tag(print.flow, 0, p), ==, p);
}

static void
test_pictures(void)
{
    g_auto(Print) print;
    Build *build = start("en");
    const A2bSpan span = { 2, 5, 0, A2B_MARK_IMAGE, "x.png", "a lamp" };

    print_init(&print);
    build_open(build, A2B_BLOCK_PARAGRAPH, 0);
    build_marked(build, "A " PICTURE " B", 7, &span, 1);
    build_close(build);
    build_open(build, A2B_BLOCK_FIGURE, 0);
    build_simple(build, A2B_BLOCK_CAPTION, 0, "The pier");
    build_simple(build, A2B_BLOCK_CREDIT, 0, "Ann Hill");
    build_close(build);
    end(&print, build);
    print_flow(&print, A2B_LINKS_NONE, NULL);
    check(&print);
    expect(print.flow, print.flow->boxes,
           "H1 Title\nP A a lamp B\nCaption The pier Ann Hill\n");
}

static void
test_lists(void)
{
    g_auto(Print) print;
    Build *build = start("en");

    print_init(&print);
    paragraph(build, "These:");
    build_open(build, A2B_BLOCK_LIST, 0)->as.list.ordered = TRUE;
    build_open(build, A2B_BLOCK_ITEM, 0)->as.item.marker = "7)";
    paragraph(build, "seven");
    build_open(build, A2B_BLOCK_LIST, 0);
    build_open(build, A2B_BLOCK_ITEM, 0);
    paragraph(build, "inner");
    build_close(build);
    build_close(build);
    build_close(build);
    build_open(build, A2B_BLOCK_ITEM, 0);
    build_open(build, A2B_BLOCK_LIST, 0);
    build_open(build, A2B_BLOCK_ITEM, 0);
    paragraph(build, "deep");
    build_close(build);
    build_close(build);
    build_close(build);
    build_close(build);
    end(&print, build);
    print_flow(&print, A2B_LINKS_NONE, NULL);
    check(&print);
    expect(print.flow, print.flow->boxes,
           "H1 Title\nP These:\nP (7)) seven\nP (–) inner\n"
           "Lbl 2.\nP (–) deep\n");
    g_assert_true(box(&print, 1)->keep_next);
    g_assert_cmpfloat(box(&print, 3)->start, >, box(&print, 2)->start + 5);
    g_assert_cmpfloat(box(&print, 2)->marker_width, >, 5);
    g_assert_cmpfloat(box(&print, 2)->start, >=,
                      box(&print, 2)->marker_width);
}

static void
cells(Build *build, const char *a, const char *b, gboolean header)
{
    const char *const str[] = { a, b };

    build_open(build, A2B_BLOCK_ROW, 0);
    for (guint i = 0; i < 2 && str[i]; i++) {
        A2bBlock *cell = build_open(build, A2B_BLOCK_CELL, 0);
        cell->as.cell.header = header;
        cell->as.cell.span = 1;
        build_text(build, str[i], -1);
        build_close(build);
    }
    build_close(build);
}

static void
test_table(void)
{
    g_auto(Print) print;
    Build *build = start("en");
    const TagElement *tag;

    print_init(&print);
    build_open(build, A2B_BLOCK_TABLE, 0);
    cells(build, "Port", "Boats", TRUE);
    cells(build, "Rye", "12", FALSE);
    cells(build, "Hove", NULL, FALSE);
    build_close(build);
    end(&print, build);
    print_flow(&print, A2B_LINKS_NONE, NULL);
    check(&print);
    expect(print.flow, print.flow->boxes,
           "H1 Title\nTR TH:Port|TH:Boats\nTR TD:Rye|TD:12\nTR TD:Hove\n");
    tag = tags_element(print.flow->tags, box(&print, 1)->cells[0].text.tag);
    g_assert_cmpstr(tag->attribute, ==, "/O /Table /Scope /Column");
    g_assert_true(box(&print, 2)->head == box(&print, 1));
    g_assert_cmpuint(box(&print, 2)->n_head, ==, 1);
    g_assert_null(box(&print, 1)->head);
    g_assert_cmpuint(box(&print, 3)->table->n_columns, ==, 2);
    /* A row that is too short is filled up in the structure. */
    tag = tags_element(print.flow->tags, box(&print, 3)->tag);
    g_assert_cmpuint(tag->kids->len, ==, 2);
    g_assert_cmpfloat(box(&print, 1)->below.width, >, 0);
    g_assert_cmpfloat(box(&print, 1)->above.width, >, 0);
    g_assert_cmpfloat(box(&print, 3)->below.width, >, 0);
}

static void
test_verse(void)
{
    g_auto(Print) print;
    Build *build = start("en");
    const Box *b;

    print_init(&print);
    build_open(build, A2B_BLOCK_VERSE, 0);
    build_mark_open(build, A2B_MARK_EMPH, NULL, 0);
    build_text(build, "one" BR "two", -1);
    build_mark_close(build);
    build_text(build, BR BR "three", -1);
    build_close(build);
    end(&print, build);
    print_flow(&print, A2B_LINKS_NONE, NULL);
    check(&print);
    expect(print.flow, print.flow->boxes,
           "H1 Title\nP one\nP two\nP three\n");
    b = box(&print, 2);
    g_assert_cmpuint(b->text.text.looks[0].look.style, ==, FONT_ITALIC);
    g_assert_cmpfloat(b->text.shape.indent, <, 0);
    g_assert_true(box(&print, 1)->keep_next);
    g_assert_false(b->keep_next);
    g_assert_cmpfloat(box(&print, 3)->before, >, 0);
}

static void
test_code(void)
{
    g_auto(Print) print;
    Build *build = start("ar");
    const Box *b;

    print_init(&print);
    build_simple(build, A2B_BLOCK_CODE, 0, "if (a)\n\tb();\n\nend");
    end(&print, build);
    print_flow(&print, A2B_LINKS_NONE, NULL);
    check(&print);
    expect(print.flow, print.flow->boxes,
           "H1 Title\nCode if (a)\nCode         b();\n-  \nCode end\n");
    b = box(&print, 4);
    g_assert_true(b->text.text.blanks);
    g_assert_false(b->text.text.rtl);
    g_assert_true(box(&print, 0)->text.text.rtl);
    g_assert_cmpint(b->text.text.looks[0].look.family, ==, FAMILY_MONO);
}

/* What is too long is turned over with a sign. */
static void
test_turned(void)
{
    g_auto(Print) print;
    Build *build = start("en");

    print_init(&print);
    build_simple(build, A2B_BLOCK_CODE, 0,
                 "short\nlong long long long long long long long long long "
                 "long long long");
    end(&print, build);
    print_flow(&print, A2B_LINKS_NONE, NULL);
    check(&print);
    g_assert_null(box(&print, 1)->turned);
    g_assert_nonnull(box(&print, 2)->turned);
    g_assert_cmpfloat(box(&print, 2)->text.shape.indent, <, 0);
}

/* However deep blocks stand, there is room for their text. */
static void
test_deep(void)
{
    g_auto(Print) print;
    Build *build = start("en");
    const Box *b;

    print_init(&print);
    for (guint i = 0; i < 30; i++)
        build_open(build, A2B_BLOCK_QUOTE, 0);
    build_open(build, A2B_BLOCK_LIST, 0);
    build_open(build, A2B_BLOCK_ITEM, 0);
    paragraph(build, "deep");
    end(&print, build);
    print_flow(&print, A2B_LINKS_NONE, NULL);
    check(&print);
    b = box(&print, 1);
    g_assert_cmpstr(b->text.text.str, ==, "deep");
    g_assert_cmpfloat(b->start + b->end, <, 200);
    g_assert_cmpfloat(b->start, >=, b->marker_width);
}

static void
test_attribution(void)
{
    g_auto(Print) print;
    Build *build = start("en");

    print_init(&print);
    build_open(build, A2B_BLOCK_QUOTE, 0);
    paragraph(build, "Burn on.");
    build_close(build);
    build_open(build, A2B_BLOCK_PARAGRAPH, 0)->role = A2B_ROLE_ATTRIBUTION;
    build_text(build, "the keeper", -1);
    build_close(build);
    end(&print, build);
    print_flow(&print, A2B_LINKS_NONE, NULL);
    check(&print);
    g_assert_true(box(&print, 1)->keep_next);
    g_assert_cmpfloat(box(&print, 1)->after, ==, 0);
    g_assert_cmpfloat(box(&print, 2)->after, >, 3);
}

/* Marks of notes with addresses are never those of other notes. */
/* A link in a note has its address beside it. */
static void
test_tall(void)
{
    g_assert_cmpfloat(flow_tall("en-GB"), ==, 1);
    g_assert_cmpfloat(flow_tall(NULL), ==, 1);
    g_assert_cmpfloat(flow_tall("my"), >, 1.3);
    g_assert_cmpfloat(flow_tall("JA-Hrkt"), >, 1.2);
    g_assert_cmpfloat(flow_tall("th"), ==, flow_tall("th-TH"));
}

static void
test_headings(void)
{
    g_auto(Print) print;
    Build *build = start("en");

    print_init(&print);
    build_simple(build, A2B_BLOCK_HEADING, 0, "Deep")->as.heading.level = 3;
    paragraph(build, "One.");
    build_open(build, A2B_BLOCK_QUOTE, 0);
    build_simple(build, A2B_BLOCK_HEADING, 0, "Within");
    paragraph(build, "Two.");
    build_close(build);
    end(&print, build);
    print_flow(&print, A2B_LINKS_NONE, NULL);
    check(&print);
    expect(print.flow, print.flow->boxes,
           "H1 Title\nH2 Deep\nP One.\nH3 Within\nP Two.\n");
    g_assert_cmpstr(box(&print, 1)->outline, ==, "Deep");
    g_assert_cmpuint(box(&print, 1)->outline_level, ==, 2);
    g_assert_null(box(&print, 3)->outline);
    g_assert_cmpfloat(box(&print, 4)->start, >, 5);
}

static void
test_style(void)
{
    g_auto(Print) print;
    Build *build = start("de");
    const Box *b;

    print_init(&print);
    build_meta(build)->kicker = "Große Fahrt";
    build_open(build, A2B_BLOCK_ASIDE, 0)->role = A2B_ROLE_FACTS;
    paragraph(build, "Eins");
    paragraph(build, "Zwei");
    build_close(build);
    build_leaf(build, A2B_BLOCK_RULE, 0);
    paragraph(build, "Drei");
    end(&print, build);
    print_flow(&print, A2B_LINKS_NONE,
               ".kicker { text-transform: uppercase } h1 { display: none }");
    check(&print);
    expect(print.flow, print.flow->boxes,
           "P GROSSE FAHRT\nP Eins\nP Zwei\n-\nP Drei\n");
    b = box(&print, 0);
    g_assert_cmpstr(tags_element(print.flow->tags, b->tag)->actual, ==,
                    "Große Fahrt");
    b = box(&print, 1);
    g_assert_cmpfloat(b->bar, >, 0);
    g_assert_cmpfloat(b->start, >, b->bar_at + b->bar);
    g_assert_true(b->keep_next && b->solid);
    g_assert_cmpint(box(&print, 3)->kind, ==, BOX_RULE);
    g_assert_cmpfloat(box(&print, 3)->rule_width, >, 20);
    g_assert_cmpfloat(box(&print, 3)->rule_width, <, 200);
}

/* Articles lead to each other, and each id is the book's only one. */
int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/flow/head", test_head);
    g_test_add_func("/flow/marks", test_marks);
    g_test_add_func("/flow/pictures", test_pictures);
    g_test_add_func("/flow/lists", test_lists);
    g_test_add_func("/flow/table", test_table);
    g_test_add_func("/flow/verse", test_verse);
    g_test_add_func("/flow/code", test_code);
    g_test_add_func("/flow/turned", test_turned);
    g_test_add_func("/flow/deep", test_deep);
    g_test_add_func("/flow/attribution", test_attribution);
    g_test_add_func("/flow/headings", test_headings);
    g_test_add_func("/flow/tall", test_tall);
    g_test_add_func("/flow/style", test_style);
    return g_test_run();
}
