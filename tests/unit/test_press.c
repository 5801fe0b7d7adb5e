/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "model/build.h"
#include "pdf/press.h"

/* A book and the pages that become of it, as text. */
typedef struct {
    A2bBook *book;
    A2bStyle *style;
    Css *css;
    Paper paper;
    Flow *flow;
    FontSet *fonts;
    Press *press;
    char *trace;
} Print;

static void
print_clear(Print *print)
{
    press_free(print->press);
    fontset_free(print->fonts);
    flow_free(print->flow);
    css_free(print->css);
    a2b_style_free(print->style);
    a2b_book_free(print->book);
    g_free(print->trace);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Print, print_clear)

/* Takes book. */
static void
print_init(Print *print, A2bBook *book, const A2bPdfOptions *options)
{
    FontWants wants = { .styles = 15 };
    g_autoptr(GError) error = NULL;

    memset(print, 0, sizeof *print);
    print->book = book;
    print->style = a2b_style_load("classic", NULL, &error);
    g_assert_no_error(error);
    g_assert_true(paper_init(&print->paper, options, print->style, &error));
    print->css = css_new(print->style, print->paper.size,
                         print->paper.leading, NULL, print->paper.measure,
                         NULL);
    print->flow = flow_new(book, print->css, &print->paper,
                           A2B_LINKS_NONE, FALSE);
    wants.letters = print->flow->letters;
    print->fonts = fontset_new(&wants, &error);
    g_assert_no_error(error);
}

/* Takes book. */
static void
print_run(Print *print, A2bBook *book, const A2bPdfOptions *options,
          guint jobs)
{
    g_autoptr(Pen) pen = NULL;

    print_init(print, book, options);
    pen = pen_trace_new(print->fonts, print->flow->tags, print->paper.top,
                        print->paper.leading);
    print->press = press_run(print->flow, &print->paper, print->fonts, pen,
                             jobs, NULL);
    print->trace = pen_trace_end(pen);
}

static const char *const words[] = {
    "harbour", "lamp", "of", "the", "keeper", "and", "storm", "in", "a",
    "winter", "contradiction", "letter", "was", "oil", "rope", "by",
};

/* n words without sense, the same each time. */
static char *
prose(guint seed, guint n)
{
    GString *str = g_string_new("So");
    g_autoptr(GRand) rand = g_rand_new_with_seed(seed);

    for (guint i = 0; i < n; i++)
        g_string_append_printf(str, " %s", words[g_rand_int_range(
            rand, 0, G_N_ELEMENTS(words))]);
    g_string_append(str, " end.");
    return g_string_free(str, FALSE);
}

static Build *
start(const char *title)
{
    Build *build = build_new("stem", "x.txt", NULL);

    build_meta(build)->title = arena_strdup(build_arena(build), title);
    build_meta(build)->language = "en";
    return build;
}

static void
add_prose(Build *build, guint first, guint n)
{
    for (guint i = first; i < first + n; i++) {
        g_autofree char *str = prose(i, 20 + i * 7 % 90);

        build_simple(build, A2B_BLOCK_PARAGRAPH, 0, str);
    }
}

/* A paragraph that calls a note. */
static void
add_called(Build *build, guint number)
{
    g_autofree char *id = g_strdup_printf("n%u", number);
    g_autofree char *mark = g_strdup_printf("%u", number);
    g_autofree char *body = prose(number, 25);
    g_autofree char *text = prose(number + 100, 30);
    A2bBlock *note;

    build_open(build, A2B_BLOCK_PARAGRAPH, 0);
    build_text(build, text, -1);
    build_mark_open(build, A2B_MARK_NOTE,
                    arena_strdup(build_arena(build), id), 0);
    build_text(build, mark, -1);
    build_mark_close(build);
    build_text(build, " More of it.", -1);
    build_close(build);
    note = build_open(build, A2B_BLOCK_NOTE, 0);
    note->id = arena_strdup(build_arena(build), id);
    note->as.note.mark = arena_strdup(build_arena(build), mark);
    build_simple(build, A2B_BLOCK_PARAGRAPH, 0, body);
    build_close(build);
}

static A2bBook *
book_of(guint n_articles, guint n_paragraphs)
{
    A2bBook *book = a2b_book_new();

    for (guint i = 0; i < n_articles; i++) {
        g_autofree char *title = g_strdup_printf("Article Number %u", i + 1);
        Build *build = start(title);

        add_prose(build, i * 10, n_paragraphs);
        add_called(build, 1);
        build_simple(build, A2B_BLOCK_HEADING, 0, "A Heading");
        add_prose(build, i * 10 + 5, n_paragraphs);
        add_called(build, 2);
        a2b_book_add(book, build_end(build));
    }
    return book;
}

static void
test_empty(void)
{
    const A2bPdfOptions options = { .paper = "a5" };
    g_auto(Print) print;
    A2bBook *book = a2b_book_new();

    a2b_book_add(book, build_end(start("Nothing")));
    print_run(&print, book, &options, 1);
    g_assert_nonnull(strstr(print.trace, "page 1"));
}

/* The same pages, whoever sets them. */
static void
test_jobs(void)
{
    const A2bPdfOptions options = { .paper = "a6", .two_sided = TRUE };
    g_auto(Print) one, three;

    print_run(&one, book_of(4, 20), &options, 1);
    print_run(&three, book_of(4, 20), &options, 3);
    g_assert_cmpuint(one.press->n_pages, >, 20);
    g_assert_cmpstr(one.trace, ==, three.trace);
    g_assert_cmpuint(one.press->widows, ==, 0);
    g_assert_cmpuint(one.press->orphans, ==, 0);
}

/* As volumes of few pages. */
static GPtrArray *
print_volumes(Print *print, A2bBook *book, const A2bPdfOptions *options,
              guint jobs)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Pen) pen = NULL;
    GPtrArray *volumes;
    PenDesk desk;

    print_init(print, book, options);
    desk = (PenDesk) {
        .width = print->paper.sheet_width, .volume_pages = 3,
        .height = print->paper.sheet_height, .jobs = jobs,
    };
    pen = pen_cairo_new(print->fonts, print->flow->tags, &desk);
    print->press = press_run(print->flow, &print->paper, print->fonts, pen,
                             jobs, NULL);
    volumes = pen_cairo_end(pen, &error);
    g_assert_no_error(error);
    return volumes;
}

/* Each page is in one volume, the same bytes whoever paints. */
static void
test_volumes(void)
{
    const A2bPdfOptions options = { .paper = "a6", .two_sided = TRUE };
    g_auto(Print) one;
    g_autoptr(GPtrArray) first = print_volumes(&one, book_of(4, 20),
                                               &options, 1);
    guint n_pages = 0;

    g_assert_cmpuint(first->len, ==, 8);
    for (guint i = 0; i < first->len; i++)
        n_pages += ((const Volume *) first->pdata[i])->pages->len;
    g_assert_cmpuint(n_pages, ==, one.press->n_pages);
    for (guint jobs = 2; jobs <= 4; jobs += 2) {
        g_auto(Print) more;
        g_autoptr(GPtrArray) volumes = print_volumes(&more, book_of(4, 20),
                                                     &options, jobs);

        g_assert_cmpuint(volumes->len, ==, first->len);
        for (guint i = 0; i < volumes->len; i++) {
            const Volume *a = first->pdata[i], *b = volumes->pdata[i];

            g_assert_true(g_bytes_equal(a->bytes, b->bytes));
            g_assert_cmpmem(a->pages->data, a->pages->len * sizeof(guint),
                            b->pages->data, b->pages->len * sizeof(guint));
        }
    }
}

static void
test_places(void)
{
    const A2bPdfOptions options = { .paper = "a6" };
    g_auto(Print) print;
    const Press *press;

    print_run(&print, book_of(2, 20), &options, 1);
    press = print.press;
    g_assert_cmpuint(press->labels->len, ==, press->n_pages);
    g_assert_cmpstr(press->labels->pdata[0], ==, "i");
    g_assert_cmpstr(press->labels->pdata[2], ==, "1");
    g_assert_cmpuint(press->links->len, >=, 4);
    for (guint i = 0; i < press->links->len; i++) {
        const PdfLink *link = &g_array_index(press->links, PdfLink, i);

        g_assert_cmpuint(link->to_page, <, press->n_pages);
        g_assert_cmpfloat(link->width, >, 1);
        g_assert_nonnull(link->contents);
        g_assert_cmpstr(tags_element(print.flow->tags, link->tag)->type, ==,
                        "Link");
    }
    g_assert_cmpuint(press->outline->len, >=, 4);
    for (guint i = 1; i < press->outline->len; i++)
        g_assert_cmpuint(
            g_array_index(press->outline, PdfOutline, i).page, >=,
            g_array_index(press->outline, PdfOutline, i - 1).page);
}

/* Notes stand on the page of their call. */
static void
test_notes(void)
{
    const A2bPdfOptions options = { .paper = "a6" };
    g_auto(Print) print;

    print_run(&print, book_of(3, 12), &options, 1);
    for (guint i = 0; i < print.press->links->len; i++) {
        const PdfLink *link = &g_array_index(print.press->links, PdfLink, i);

        if (!g_str_has_prefix(link->contents, "Article"))
            g_assert_cmpuint(link->page, ==, link->to_page);
    }
}

static void
test_booklet(void)
{
    const A2bPdfOptions options = { .paper = "a5", .booklet = TRUE };
    g_auto(Print) print;
    guint sheets;

    print_run(&print, book_of(3, 20), &options, 1);
    sheets = (print.press->n_pages + 3) / 4 * 2;
    g_assert_cmpuint(print.press->labels->len, ==, sheets);
    g_assert_true(g_str_has_suffix(print.press->labels->pdata[0], "i"));
    g_assert_true(g_str_has_prefix(print.press->labels->pdata[1], "ii"));
}

/* Content of an element comes in the order of the book's pages. */
static void
test_booklet_order(void)
{
    const A2bPdfOptions options = { .paper = "a5", .booklet = TRUE };
    g_auto(Print) print;
    const Tags *tags;

    print_run(&print, book_of(3, 20), &options, 1);
    tags = print.flow->tags;
    for (Tag i = 0; i < tags_count(tags); i++) {
        const GArray *kids = tags_element(tags, i)->kids;
        guint last = G_MAXUINT;

        for (guint j = 0; kids && j < kids->len; j++) {
            const TagKid *kid = &g_array_index(kids, TagKid, j);

            if (kid->kind != TAG_KID_CONTENT)
                continue;
            /* Pages that follow are on sheets that are neighbours. */
            if (last != G_MAXUINT)
                g_assert_cmpint(ABS((int) kid->page - (int) last), <=, 1);
            last = kid->page;
        }
    }
}

static void
add_table(Build *build, guint rows)
{
    build_open(build, A2B_BLOCK_TABLE, 0);
    for (guint i = 0; i < rows; i++) {
        build_open(build, A2B_BLOCK_ROW, 0);
        for (guint j = 0; j < 3; j++) {
            A2bBlock *cell = build_open(build, A2B_BLOCK_CELL, 0);

            cell->as.cell.header = i == 0;
            build_text(build, i ? "Word" : "Headword", -1);
            build_close(build);
        }
        build_close(build);
    }
    build_close(build);
}

static guint
count(const char *str, const char *what)
{
    guint n = 0;

    while ((str = strstr(str, what))) {
        str += strlen(what);
        n++;
    }
    return n;
}

/* Heads are repeated on each page, cells never. */
static void
test_table(void)
{
    const A2bPdfOptions options = { .paper = "a6" };
    g_auto(Print) print;
    A2bBook *book = a2b_book_new();
    Build *build = start("Tables");

    add_table(build, 90);
    a2b_book_add(book, build_end(build));
    print_run(&print, book, &options, 1);
    g_assert_cmpuint(print.press->n_pages, >, 2);
    g_assert_cmpuint(count(print.trace, "Headword"), ==,
                     3 * print.press->n_pages);
    g_assert_cmpuint(count(print.trace, "Word"), ==, 89 * 3);
}

static void
test_columns(void)
{
    const A2bPdfOptions options = { .paper = "a4", .columns = 2 };
    g_auto(Print) print;

    print_run(&print, book_of(3, 15), &options, 1);
    g_assert_cmpuint(count(print.trace, "end."), ==, 3 * (30 + 2 + 2));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/press/empty", test_empty);
    g_test_add_func("/press/jobs", test_jobs);
    g_test_add_func("/press/volumes", test_volumes);
    g_test_add_func("/press/places", test_places);
    g_test_add_func("/press/notes", test_notes);
    g_test_add_func("/press/booklet", test_booklet);
    g_test_add_func("/press/booklet-order", test_booklet_order);
    g_test_add_func("/press/table", test_table);
    g_test_add_func("/press/columns", test_columns);
    return g_test_run();
}
