/* SPDX-License-Identifier: MIT */
/* What a digest has beside its articles. */
#include "flow_fixture.h"
#include "pdf/flow.h"

static void
article(Print *print, const char *title, const char *section,
        const char *more)
{
    Build *build = build_new("stem", "x.txt", NULL);
    A2bMeta *meta = build_meta(build);
    const A2bPlace place = { .section = section };
    const char **authors = arena_alloc(build_arena(build),
                                       2 * sizeof *authors);
    g_autofree char *url = g_strdup_printf("https://lamp.example/%c",
                                           *title);

    authors[0] = "Jane Keeper";
    meta->title = arena_strdup(build_arena(build), title);
    meta->language = "en";
    meta->authors = (const char *const *) authors;
    meta->date = "2024-03-14";
    meta->source_url = arena_strdup(build_arena(build), url);
    paragraph(build, "The lamp burned all night.");
    if (more) {
        build_open(build, A2B_BLOCK_PARAGRAPH, 0);
        marked(build, A2B_MARK_LINK, more, "More");
        build_close(build);
    }
    a2b_book_add_at(print->book, build_end(build), &place);
}

static void
arrange(Print *print)
{
    const A2bArrange how = { .keep_duplicates = TRUE };

    a2b_book_arrange(print->book, &how, NULL);
    print_flow(print, A2B_LINKS_NONE, NULL);
    check(print);
}

/* The boxes from first to end, as expect() shows them. */
static void
expect_from(const Print *print, guint first, guint end, const char *want)
{
    g_autoptr(GPtrArray) boxes = g_ptr_array_new();

    for (guint i = first; i < end; i++)
        g_ptr_array_add(boxes, print->flow->boxes->pdata[i]);
    expect(print->flow, boxes, want);
}

static void
test_front(void)
{
    g_auto(Print) print;
    const Flow *flow;

    print_init(&print);
    article(&print, "A Lamp", NULL, "https://lamp.example/B");
    article(&print, "Boats", NULL, NULL);
    arrange(&print);
    flow = print.flow;
    expect_from(&print, 0, flow->body,
                "P Digest, 14 March 2024\nP Jane Keeper\nP 2 articles\n"
                "H1 Contents\n"
                "Reference A Lamp\n"
                "Reference Jane Keeper · 14 March 2024 · 1\xC2\xA0min\n"
                "Reference Boats\n"
                "Reference Jane Keeper · 14 March 2024 · 1\xC2\xA0min\n");
    expect_from(&print, flow->back, flow->boxes->len,
                "H1 Sources\nP A Lamp\nP https://lamp.example/A\n"
                "P Boats\nP https://lamp.example/B\n");
    g_assert_true(flow->numbered);
    g_assert_true(box(&print, 0)->new_page);
    g_assert_true(box(&print, 3)->new_page);
    g_assert_cmpint(box(&print, 0)->part, ==, PAGE_TITLE);
    g_assert_cmpint(box(&print, 6)->part, ==, PAGE_CONTENTS);
    g_assert_cmpuint(box(&print, 6)->index, ==, 1);
    g_assert_cmpstr(box(&print, 6)->number->id, ==, "a2");
    g_assert_true(box(&print, 6)->keep_next);
    g_assert_false(box(&print, 7)->keep_next);
    g_assert_cmpstr(type(flow, tags_element(flow->tags,
                                            box(&print, 6)->tag)->parent),
                    ==, "TOCI");
}

/* Both articles name each other at their ends. */
static void
test_related(void)
{
    g_auto(Print) print;
    guint found = 0;

    print_init(&print);
    article(&print, "A Lamp", NULL, "https://lamp.example/B");
    article(&print, "Boats", NULL, NULL);
    arrange(&print);
    for (guint i = print.flow->body; i < print.flow->back; i++) {
        const Box *b = box(&print, i);

        if (!b->number)
            continue;
        g_assert_cmpstr(b->number->id, ==, found ? "a1" : "a2");
        g_assert_cmpstr(type(print.flow, b->tag), ==, "LBody");
        g_assert_cmpstr(b->text.text.str, ==, found ? "A Lamp" : "Boats");
        g_assert_true(b->behind);
        g_assert_cmpfloat(b->end, >=, b->number->width);
        found++;
    }
    g_assert_cmpuint(found, ==, 2);
}

static void
test_sections(void)
{
    static const char *const titles[] = {
        "Contents", "North", "A Lamp", "South", "Boats", "Sources"
    };
    static const guint levels[] = { 1, 1, 2, 1, 2, 1 };
    g_auto(Print) print;
    guint n = 0;

    print_init(&print);
    article(&print, "A Lamp", "North", NULL);
    article(&print, "Boats", "South", NULL);
    arrange(&print);
    for (guint i = 0; i < print.flow->boxes->len; i++) {
        const Box *b = box(&print, i);

        if (!b->outline)
            continue;
        g_assert_cmpuint(n, <, G_N_ELEMENTS(titles));
        g_assert_cmpstr(b->outline, ==, titles[n]);
        g_assert_cmpuint(b->outline_level, ==, levels[n]);
        g_assert_cmpstr(type(print.flow, b->tag), ==,
                        levels[n] == 1 ? "H1" : "H2");
        g_assert_true(b->new_page);
        n++;
    }
    g_assert_cmpuint(n, ==, G_N_ELEMENTS(titles));
}

/* One entry for the author and one for the site, and for each page once. */
static void
test_index(void)
{
    g_auto(Print) print;
    const FlowListing *listing;
    const char *numbers[22];
    char title[] = "A Lamp";

    print_init(&print);
    for (guint i = 0; i < 22; i++) {
        title[0] = 'A' + i;
        article(&print, title, NULL, NULL);
    }
    arrange(&print);
    g_assert_cmpuint(print.flow->listings->len, ==, 2);
    listing = &g_array_index(print.flow->listings, FlowListing, 1);
    g_assert_cmpstr(listing->words, ==, "lamp.example");
    listing = &g_array_index(print.flow->listings, FlowListing, 0);
    g_assert_cmpstr(listing->words, ==, "Keeper, Jane");
    g_assert_cmpuint(listing->n, ==, 22);
    for (guint i = 0; i < 22; i++)
        numbers[i] = i < 2 ? "1" : i == 2 ? "3" : "";
    flow_list_pages(print.flow, listing, numbers);
    g_assert_cmpstr(box(&print, listing->box)->text.text.str, ==,
                    "Keeper, Jane, 1, 3");
    check(&print);
}

/* A text with marks knows where its parts come from. */
static void
test_from(void)
{
    g_auto(Print) print;
    Build *build = start("en");
    const Box *b;

    print_init(&print);
    build_open(build, A2B_BLOCK_PARAGRAPH, 0);
    build_text(build, "See ", -1);
    marked(build, A2B_MARK_LINK, "https://lamp.example/x", "there");
    build_text(build, " again", -1);
    build_close(build);
    end(&print, build);
    print_flow(&print, A2B_LINKS_FOOTNOTES, NULL);
    b = box(&print, print.flow->boxes->len - 1);
    g_assert_cmpstr(b->text.text.str, ==, "See there1 again");
    g_assert_cmpuint(b->text.n_from, ==, 3);
    g_assert_cmpuint(b->text.from[2].at, ==, 10);
    g_assert_cmpuint(b->text.from[2].source, ==, 9);
    g_assert_true(b->block->text->str[9] == ' ');
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/flow_front/front", test_front);
    g_test_add_func("/flow_front/related", test_related);
    g_test_add_func("/flow_front/sections", test_sections);
    g_test_add_func("/flow_front/index", test_index);
    g_test_add_func("/flow_front/from", test_from);
    return g_test_run();
}
