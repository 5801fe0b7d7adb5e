/* SPDX-License-Identifier: MIT */
#include "flow_fixture.h"
#include "pdf/flow.h"

static void
test_notes(void)
{
    g_auto(Print) print;
    Build *build = start("en");
    const Box *b;

    print_init(&print);
    build_open(build, A2B_BLOCK_PARAGRAPH, 0);
    build_text(build, "One", -1);
    marked(build, A2B_MARK_NOTE, "n1", "1");
    build_text(build, " and again", -1);
    marked(build, A2B_MARK_NOTE, "n1", "1");
    build_close(build);
    note(build, "n1", "1", "First.");
    note(build, "n2", "2", "Nothing calls it.");
    end(&print, build);
    print_flow(&print, A2B_LINKS_FOOTNOTES, NULL);
    check(&print);
    b = box(&print, 1);
    g_assert_cmpuint(b->n_notes, ==, 1);
    g_assert_cmpuint(b->note_at[0], ==, 3);
    g_assert_cmpuint(b->text.text.looks[1].look.flags & LOOK_SUPERIOR, !=, 0);
    g_assert_cmpuint(print.flow->notes->len, ==, 1);
    expect(print.flow, print.flow->notes->pdata[0], "P (1) First.\n");
    expect(print.flow, print.flow->boxes,
           "H1 Title\nP One1 and again1\nP (2) Nothing calls it.\n");
    g_assert_cmpstr(mark(&print, 1)->id, ==, b->notes[0]);
}

/* What heads only what stands at the feet of pages is left out; a call
 * needs no brackets. */
static void
test_heading(void)
{
    for (guint more = 0; more < 2; more++) {
        g_auto(Print) print;
        Build *build = start("en");

        print_init(&print);
        build_open(build, A2B_BLOCK_PARAGRAPH, 0);
        build_text(build, "One", -1);
        marked(build, A2B_MARK_NOTE, "n1", "[1]");
        build_close(build);
        build_open(build, A2B_BLOCK_HEADING, 0);
        build_text(build, "Notes", -1);
        build_close(build);
        note(build, "n1", "1", "First.");
        if (more)
            note(build, "n2", "2", "Nothing calls it.");
        end(&print, build);
        print_flow(&print, A2B_LINKS_FOOTNOTES, NULL);
        check(&print);
        expect(print.flow, print.flow->boxes,
               more ? "H1 Title\nP One1\nH2 Notes\n"
                      "P (2) Nothing calls it.\n"
                    : "H1 Title\nP One1\n");
    }
}

static void
test_links(void)
{
    g_auto(Print) print;
    Build *build = start("en");

    print_init(&print);
    build_open(build, A2B_BLOCK_PARAGRAPH, 0);
    marked(build, A2B_MARK_LINK, "https://a.example/x", "words");
    build_text(build, " ", -1);
    marked(build, A2B_MARK_LINK, "https://b.example/", "b.example");
    build_text(build, " ", -1);
    marked(build, A2B_MARK_LINK, "https://a.example/x", "more");
    marked(build, A2B_MARK_NOTE, "n1", "1");
    build_close(build);
    note(build, "n1", "1", "Own.");
    end(&print, build);
    print_flow(&print, A2B_LINKS_FOOTNOTES, NULL);
    check(&print);
    expect(print.flow, print.flow->boxes,
           "H1 Title\nP wordsa b.example morea1\n");
    g_assert_cmpuint(print.flow->notes->len, ==, 2);
    g_assert_cmpuint(box(&print, 1)->n_notes, ==, 2);
    expect(print.flow, print.flow->notes->pdata[1],
           "P (a) https://a.example/x\n");
}

static void
test_endnotes(void)
{
    g_auto(Print) print;
    Build *build = start("de");

    print_init(&print);
    build_open(build, A2B_BLOCK_PARAGRAPH, 0);
    marked(build, A2B_MARK_LINK, "https://a.example/x", "Wort");
    build_close(build);
    end(&print, build);
    print_flow(&print, A2B_LINKS_ENDNOTES, NULL);
    check(&print);
    g_assert_cmpuint(print.flow->notes->len, ==, 0);
    expect(print.flow, print.flow->boxes,
           "H1 Title\nP Wort1\nH2 Links\nP (1) https://a.example/x\n");
}

static void
test_url_marks(void)
{
    static const struct { const char *own[2], *url; } rows[] = {
        { { NULL, NULL }, "1" }, { { "1", "2" }, "a" }, { { "*", NULL }, "1" },
        { { "a", "b" }, "1" }, { { "7", "b" }, "8" }, { { "[3]", NULL }, "a" },
    };

    for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_auto(Print) print;
        Build *build = start("en");
        const GPtrArray *last;

        print_init(&print);
        build_open(build, A2B_BLOCK_PARAGRAPH, 0);
        marked(build, A2B_MARK_LINK, "https://a.example/x", "words");
        build_close(build);
        for (guint k = 0; k < 2 && rows[i].own[k]; k++)
            note(build, k ? "n1" : "n0", rows[i].own[k], "Own.");
        end(&print, build);
        print_flow(&print, A2B_LINKS_FOOTNOTES, NULL);
        check(&print);
        g_assert_cmpuint(print.flow->notes->len, ==, 1);
        last = print.flow->notes->pdata[0];
        g_assert_cmpstr(((const Box *) last->pdata[0])->marker->text.str, ==,
                        rows[i].url);
    }
}

static void
test_notes_in_notes(void)
{
    g_auto(Print) print;
    Build *build = start("en");
    A2bBlock *block;

    print_init(&print);
    build_open(build, A2B_BLOCK_PARAGRAPH, 0);
    build_text(build, "One", -1);
    marked(build, A2B_MARK_NOTE, "n1", "1");
    build_close(build);
    block = build_open(build, A2B_BLOCK_NOTE, 0);
    block->id = "n1";
    block->as.note.mark = "1";
    build_open(build, A2B_BLOCK_PARAGRAPH, 0);
    marked(build, A2B_MARK_LINK, "https://a.example/x", "There");
    marked(build, A2B_MARK_NOTE, "n2", "2");
    build_close(build);
    build_close(build);
    note(build, "n2", "2", "Further.");
    end(&print, build);
    print_flow(&print, A2B_LINKS_FOOTNOTES, NULL);
    check(&print);
    g_assert_cmpuint(print.flow->notes->len, ==, 1);
    expect(print.flow, print.flow->notes->pdata[0],
           "P (1) There (https://a.example/x)2\n");
    expect(print.flow, print.flow->boxes,
           "H1 Title\nP One1\nP (2) Further.\n");
}

static void
test_digest(void)
{
    g_auto(Print) print;

    print_init(&print);
    for (guint i = 1; i <= 2; i++) {
        Build *build = start(i == 1 ? "en" : "he");
        char *url = arena_strdup(build_arena(build),
                                 "https://lamp.example/1");

        url[strlen(url) - 1] = '0' + i;
        build_meta(build)->source_url = url;
        build_open(build, A2B_BLOCK_PARAGRAPH, 0);
        marked(build, A2B_MARK_LINK, i == 1 ? "https://lamp.example/2"
                                            : "https://lamp.example/1",
               "other");
        marked(build, A2B_MARK_NOTE, "n", "*");
        build_close(build);
        note(build, "n", "*", "Here.");
        end(&print, build);
    }
    print_flow(&print, A2B_LINKS_FOOTNOTES, NULL);
    check(&print);
    g_assert_cmpuint(print.flow->notes->len, ==, 2);
    g_assert_cmpuint(g_hash_table_size(print.flow->note_by_id), ==, 2);
    /* The contents have the first two. */
    g_assert_cmpstr(mark(&print, 3)->id, ==, "a2");
    g_assert_null(mark(&print, 3)->uri);
    for (guint i = 0; i < print.flow->boxes->len; i++)
        if (box(&print, i)->id && g_str_equal(box(&print, i)->id, "a2")) {
            g_assert_true(box(&print, i)->new_page);
            g_assert_true(box(&print, i)->rtl);
        }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/flow_notes/notes", test_notes);
    g_test_add_func("/flow_notes/heading", test_heading);
    g_test_add_func("/flow_notes/links", test_links);
    g_test_add_func("/flow_notes/endnotes", test_endnotes);
    g_test_add_func("/flow_notes/url_marks", test_url_marks);
    g_test_add_func("/flow_notes/notes_in_notes", test_notes_in_notes);
    g_test_add_func("/flow_notes/digest", test_digest);
    return g_test_run();
}
