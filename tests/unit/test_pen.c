/* SPDX-License-Identifier: MIT */
/* What goes wrong with Cairo 1.16, and must not. */
#include <article2book/diag.h>


#include "pdf/pen.h"
#include "pen_fixture.h"

static const TagKid *
kid(const Desk *desk, Tag tag, guint i)
{
    const GArray *kids = tags_element(desk->tags, tag)->kids;

    g_assert_nonnull(kids);
    g_assert_cmpuint(i, <, kids->len);
    return &g_array_index(kids, TagKid, i);
}

/* Text beside a child, or in what gets a child later, would stay untagged
 * or be lost: each piece is a leaf of its own, counted as Cairo counts. */
static void
test_pieces(void)
{
    g_auto(Desk) desk = { 0 };
    g_autoptr(GBytes) bytes = NULL;
    g_autofree char *one = NULL, *two = NULL;
    Tag p, link;

    desk_init(&desk);
    p = tags_add(desk.tags, 0, "P");
    link = tags_add(desk.tags, p, "Link");
    pen_page(desk.pen, 0, "1");
    piece(&desk, TAG_NONE, "a", 20);
    piece(&desk, p, "b", 40);
    pen_begin(desk.pen, p);             /* nothing is painted: no piece */
    pen_end(desk.pen);
    piece(&desk, link, "c", 60);
    piece(&desk, p, "x", 80);
    pen_page(desk.pen, 1, "2");
    piece(&desk, p, "y", 40);
    bytes = desk_end(&desk);

    g_assert_cmpuint(kid(&desk, p, 1)->value, ==, 1);
    g_assert_cmpuint(kid(&desk, link, 0)->value, ==, 2);
    g_assert_cmpuint(kid(&desk, p, 2)->value, ==, 3);
    g_assert_cmpuint(kid(&desk, p, 3)->value, ==, 0);
    g_assert_cmpuint(kid(&desk, p, 3)->page, ==, 1);
    one = page_content(bytes, 0);
    two = page_content(bytes, 1);
    g_assert_nonnull(strstr(one, "/NonStruct << /MCID 0 >> BDC"));
    g_assert_nonnull(strstr(one, "/Span << /MCID 3 >> BDC"));
    g_assert_null(strstr(one, "/MCID 4"));
    g_assert_nonnull(strstr(two, "/Span << /MCID 0 >> BDC"));
}

/* The hyphen of a divided word is furniture, the word is of one element. */
static void
test_hyphen(void)
{
    g_auto(Desk) desk = { 0 };
    g_autoptr(GBytes) bytes = NULL;
    g_autofree char *content = NULL;
    Shaping s;
    Tag p;

    desk_init(&desk);
    p = tags_add(desk.tags, 0, "P");
    pen_page(desk.pen, 0, "1");
    pen_begin(desk.pen, p);
    shape(&desk, &s, "ab-", FALSE);
    s.run.hyphen = TRUE;
    pen_run(desk.pen, &s.run, 20, 40);
    say(&desk, "xy", 20, 60);
    shape(&desk, &s, "-", FALSE);
    s.run.hyphen = TRUE;
    pen_run(desk.pen, &s.run, 40, 60);
    pen_end(desk.pen);
    bytes = desk_end(&desk);
    g_assert_cmpuint(tags_element(desk.tags, p)->kids->len, ==, 2);
    g_assert_cmpuint(kid(&desk, p, 0)->value, ==, 0);
    g_assert_cmpuint(kid(&desk, p, 1)->value, ==, 2);
    content = page_content(bytes, 0);
    g_assert_nonnull(strstr(content, "/NonStruct << /MCID 1 >> BDC"));
    g_assert_nonnull(strstr(content, "/NonStruct << /MCID 3 >> BDC"));
    g_assert_null(strstr(content, "(ab-)"));
}

/* Cairo drops what has no ink, with its text. */
static void
test_blanks(void)
{
    g_auto(Desk) desk = { 0 };
    g_autoptr(GBytes) bytes = NULL;
    g_autofree char *content = NULL;

    desk_init(&desk);
    pen_page(desk.pen, 0, "1");
    piece(&desk, tags_add(desk.tags, 0, "P"), " ", 20);
    pen_begin(desk.pen, tags_add(desk.tags, 0, "P"));
    say(&desk, " ", 20, 40);
    say(&desk, "abc", 30, 40);
    pen_end(desk.pen);
    bytes = desk_end(&desk);
    content = page_content(bytes, 0);
    g_assert_nonnull(strstr(content, "/ActualText <feff0020>"));
    g_assert_nonnull(strstr(content, "[( )"));
    g_assert_nonnull(strstr(content, "(abc)"));
}

static char *
content_of(const char *str, gboolean missing)
{
    g_auto(Desk) desk = { 0 };
    g_autoptr(GBytes) bytes = NULL;
    Shaping s;

    desk_init(&desk);
    pen_page(desk.pen, 0, "1");
    pen_begin(desk.pen, tags_add(desk.tags, 0, "P"));
    shape(&desk, &s, str, FALSE);
    s.run.missing = missing;
    pen_run(desk.pen, &s.run, 20, 40);
    pen_end(desk.pen);
    bytes = desk_end(&desk);
    return page_content(bytes, 0);
}

/* A private character must not be the text of a glyph, nor anything but a
 * blank that of the blank. */
static void
test_texts_beside(void)
{
    g_autofree char *private = content_of("a" PRIVATE "b", FALSE);
    g_autofree char *missing = content_of(PRIVATE PRIVATE, TRUE);
    g_autofree char *soft = content_of("abc\302\255xyz", FALSE);

    g_assert_nonnull(strstr(private, "/ActualText <feffe000>"));
    g_assert_nonnull(strstr(missing, "/ActualText <feffe000e000>"));
    g_assert_null(strstr(soft, "/ActualText"));
}

/* As if a letter of the face were that of str too. */
static void
say_as(const Desk *desk, const char *str, double y)
{
    Shaping s;

    shape(desk, &s, "a", FALSE);
    s.run.str = str;
    s.run.len = strlen(str);
    s.clusters[0].n_bytes = s.run.len;
    pen_run(desk->pen, &s.run, 20, y);
}

/* What one letter stands for besides is in another font, not beside it; what
 * is one letter is one character. */
static void
test_copies(void)
{
    g_auto(Desk) desk = { 0 };
    g_autoptr(GBytes) bytes = NULL;
    g_autofree char *content = NULL;

    desk_init(&desk);
    pen_page(desk.pen, 0, "1");
    pen_begin(desk.pen, tags_add(desk.tags, 0, "P"));
    say(&desk, "a", 20, 40);
    say_as(&desk, "\320\260", 60);
    say_as(&desk, "u\314\211", 80);
    say_as(&desk, "\341\273\247", 100);
    say(&desk, "a", 20, 120);
    pen_end(desk.pen);
    bytes = desk_end(&desk);
    content = page_content(bytes, 0);
    g_assert_null(strstr(content, "/ActualText"));
    g_assert_cmpuint(count(bytes, "/ToUnicode"), ==, 3);
}

/* Right to left: the last letter is painted first, the text is in order. */
static void
test_backward(void)
{
    g_auto(Desk) desk = { 0 };
    g_autoptr(GBytes) bytes = NULL;
    Shaping s;

    desk_init(&desk);
    pen_page(desk.pen, 0, "1");
    pen_begin(desk.pen, tags_add(desk.tags, 0, "P"));
    shape(&desk, &s, HEBREW, TRUE);
    pen_run(desk.pen, &s.run, 20, 40);
    shape(&desk, &s, HEBREW PRIVATE "\327\251", TRUE);
    pen_run(desk.pen, &s.run, 20, 60);
    pen_end(desk.pen);
    bytes = desk_end(&desk);
    g_assert_cmpuint(count(bytes, "/Type /Page "), ==, 1);
}

/* Emoji would be painted with a pixel a point, without a text, each time
 * anew. */
static void
test_emoji(void)
{
    g_auto(Desk) desk = { 0 };
    g_autoptr(GBytes) bytes = NULL;
    g_autofree char *content = NULL;
    guint n = 0;

    desk_init(&desk);
    pen_page(desk.pen, 0, "1");
    for (int i = 0; i < 20; i++)
        piece(&desk, tags_add(desk.tags, 0, "P"), EMOJI, 20 + i * 15);
    bytes = desk_end(&desk);
    content = page_content(bytes, 0);
    for (const char *p = content;
         (p = strstr(p, "<feffd83dde00>")) != NULL; p++)
        n++;
    g_assert_cmpuint(n, ==, 20);
    g_assert_cmpuint(count(bytes, "/Subtype /Image"), ==, 2);  /* and mask */
    g_assert_cmpuint(count(bytes, "/Interpolate true"), ==, 0);
    g_assert_cmpuint(count(bytes, "/Width 1\n"), ==, 0);
    g_assert_cmpuint(g_bytes_get_size(bytes), >, 5000);
}

/* Pictures are stored once, as they are, without smoothing; one that can be
 * seen through inside a piece is no trouble (tags inside of Cairo's groups
 * would be). */
static void
test_pictures(void)
{
    g_auto(Desk) desk = { 0 };
    g_autoptr(GBytes) bytes = NULL;
    g_autoptr(GBytes) rgb = jpeg_new(3), cmyk = jpeg_new(4);
    g_autoptr(GBytes) png = png_new(), bad = g_bytes_new("x", 1);
    const PenImage images[] = {
        { rgb, "a" }, { cmyk, "b" }, { png, "c" }, { bad, "d" },
    };

    desk_init(&desk);
    for (guint page = 0; page < 2; page++) {
        pen_page(desk.pen, page, "1");
        for (guint i = 0; i < G_N_ELEMENTS(images); i++) {
            pen_begin(desk.pen, tags_add(desk.tags, 0, "Figure"));
            pen_image(desk.pen, &images[i], 20, 20 + 60 * i, 50, 50);
            pen_end(desk.pen);
        }
    }
    bytes = desk_end(&desk);
    g_assert_nonnull(memmem(g_bytes_get_data(bytes, NULL),
                            g_bytes_get_size(bytes),
                            g_bytes_get_data(rgb, NULL),
                            g_bytes_get_size(rgb)));
    g_assert_cmpuint(count(bytes, "/DCTDecode"), ==, 1);
    g_assert_cmpuint(count(bytes, "/DeviceCMYK"), ==, 0);
    g_assert_cmpuint(count(bytes, "/Subtype /Image"), ==, 4);  /* and mask */
    g_assert_cmpuint(count(bytes, "/Interpolate true"), ==, 0);
}

/* Synthetic faces would become outlines with such a name. */
static void
test_faces(void)
{
    g_auto(Desk) desk = { 0 };
    g_autoptr(GBytes) bytes = NULL;
    Shaping s;

    desk_init(&desk);
    pen_page(desk.pen, 0, "1");
    pen_begin(desk.pen, tags_add(desk.tags, 0, "P"));
    for (guint style = 0; style < N_FONT_STYLES; style++) {
        shape(&desk, &s, "abc", FALSE);
        s.run.face = fontset_main(desk.fonts, FAMILY_TEXT, style);
        s.run.scale = 1 + style * .01;
        pen_run(desk.pen, &s.run, 20, 20 + 20 * style);
    }
    pen_end(desk.pen);
    bytes = desk_end(&desk);
    g_assert_cmpuint(count(bytes, "CairoFont"), ==, 0);
}

static void
test_cells(void)
{
    static const guchar cells[] = { 1, 0, 1, 0, 2, 3, 1, 1, 1 };
    g_auto(Desk) desk = { 0 };
    g_autoptr(GBytes) bytes = NULL;
    g_autofree char *content = NULL;

    desk_init(&desk);
    pen_page(desk.pen, 0, "1");
    pen_cells(desk.pen, cells, 3, 10, 10, 30);
    pen_rule(desk.pen, 10, 50, 30, .5);
    bytes = desk_end(&desk);
    content = page_content(bytes, 0);
    g_assert_nonnull(strstr(content, "/NonStruct"));
    g_assert_nonnull(strstr(content, "10 50 30 0.5 re f"));
}

/* Cairo stops painting and says nothing. */
static void
test_failure(void)
{
    g_auto(Desk) desk = { 0 };
    g_autoptr(GPtrArray) volumes = NULL;
    g_autoptr(GError) error = NULL;
    Shaping s;

    desk_init(&desk);
    pen_page(desk.pen, 0, "1");
    shape(&desk, &s, "abc", FALSE);
    s.clusters[0].n_bytes = 7;          /* of three */
    pen_run(desk.pen, &s.run, 20, 20);
    pen_page(desk.pen, 1, "2");
    volumes = pen_cairo_end(desk.pen, &error);
    g_assert_null(volumes);
    g_assert_error(error, A2B_ERROR, A2B_ERROR_RESOURCE);
}

/* The same bytes, whatever the clock. */
static void
test_repeatable(void)
{
    g_autoptr(GBytes) first = NULL;

    for (int i = 0; i < 2; i++) {
        g_auto(Desk) desk = { 0 };
        g_autoptr(GBytes) bytes = NULL;

        desk_init(&desk);
        pen_page(desk.pen, 0, "1");
        piece(&desk, tags_add(desk.tags, 0, "P"), "abc " HEBREW, 20);
        bytes = desk_end(&desk);
        if (first == NULL)
            first = g_bytes_ref(bytes);
        else
            g_assert_true(g_bytes_equal(first, bytes));
    }
}

static void
trace_say(const Desk *desk, Pen *pen, Tag tag, const char *str, double x,
          double y)
{
    Shaping s;

    shape(desk, &s, str, FALSE);
    pen_begin(pen, tag);
    pen_run(pen, &s.run, x, y);
    pen_end(pen);
}

static void
test_trace(void)
{
    static const guchar cells[1] = { 1 };
    g_auto(Desk) desk = { 0 };
    g_autoptr(Pen) pen = NULL;
    g_autofree char *trace = NULL;
    Tag p, link;

    desk_init(&desk);
    p = tags_add(desk.tags, 0, "P");
    link = tags_add(desk.tags, p, "Link");
    pen = pen_trace_new(desk.fonts, desk.tags, 50, 10);
    pen_page(pen, 0, "i");
    trace_say(&desk, pen, p, "abc ", 20, 60);
    trace_say(&desk, pen, link, "xyz", 34, 60);
    trace_say(&desk, pen, p, ". ", 46, 60);
    trace_say(&desk, pen, p, "far", 200, 60);
    pen_begin(pen, link);
    pen_rule(pen, 34, 61, 12, .4);
    pen_end(pen);
    trace_say(&desk, pen, p, "a\302\255b-", 20, 75);
    pen_page(pen, 1, "1");
    pen_cells(pen, cells, 1, 19.96, 50, 40.04);
    trace = pen_trace_end(pen);
    g_assert_cmpstr(trace, ==,
        "page 1 (i)\n"
        "    20.0    1.0  P 1          abc  | Link 2  xyz | P 1  .     far\n"
        "    34.0    1.1  Link 2       [rule 12.0 x 0.4]\n"
        "    20.0    2.5  P 1          a<00AD>b-\n"
        "\n"
        "page 2 (1)\n"
        "    20.0    0.0  furniture    [cells 1 40.0 x 40.0]\n");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/pen/pieces", test_pieces);
    g_test_add_func("/pen/hyphen", test_hyphen);
    g_test_add_func("/pen/blanks", test_blanks);
    g_test_add_func("/pen/texts-beside", test_texts_beside);
    g_test_add_func("/pen/copies", test_copies);
    g_test_add_func("/pen/backward", test_backward);
    g_test_add_func("/pen/emoji", test_emoji);
    g_test_add_func("/pen/pictures", test_pictures);
    g_test_add_func("/pen/faces", test_faces);
    g_test_add_func("/pen/cells", test_cells);
    g_test_add_func("/pen/failure", test_failure);
    g_test_add_func("/pen/repeatable", test_repeatable);
    g_test_add_func("/pen/trace", test_trace);
    return g_test_run();
}
