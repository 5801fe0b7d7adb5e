/* SPDX-License-Identifier: MIT */
#include "pdf/pages.h"

#include <string.h>

/* What a test knows of the pages that come out. */
typedef struct {
    const PagesShape *shape;
    const PagesBox *boxes;
    guint n_boxes;
    guint *done;                /* lines of each box that are placed */
    guint *noted;               /* grid lines of each note */
    guint *called;              /* page of its call + 1 */
    guint32 last;               /* box */
    guint left;                 /* lines of boxes that are begun */
    guint n_pages, widows, orphans, parted, broken, late;
    guint end[3];               /* of the last page: where columns end */
    guint uneven;               /* spreads */
    guint over;                 /* pieces that meet or stand below the foot */
    GString *text;              /* all pieces */
} Seen;

static PagesBox
box_of(guint lines)
{
    PagesBox box = {
        .n_variants = 1, .orphans = 2, .widows = 2,
        .variants[0].lines = lines,
    };

    return box;
}

static void
see_note(Seen *seen, const PagesPage *page, const PagesPiece *piece)
{
    g_assert_cmpuint(seen->noted[piece->box], ==, piece->from);
    g_assert_cmpuint(piece->to, >, piece->from);
    if (piece->from == 0 && seen->called[piece->box] != page->number + 1)
        seen->late++;
    seen->noted[piece->box] = piece->to;
    seen->over += piece->y < page->note_top[piece->column];
}

static void
see_calls(Seen *seen, const PagesPage *page, const PagesPiece *piece)
{
    const PagesBox *box = &seen->boxes[piece->box];

    for (guint i = 0; i < box->n_notes; i++) {
        guint line = box->notes[i].line[piece->variant];

        if (line >= piece->from && line < piece->to)
            seen->called[box->notes[i].note] = page->number + 1;
    }
}

static void
see_text(Seen *seen, const PagesPage *page, const PagesPiece *piece)
{
    const PagesBox *box = &seen->boxes[piece->box];
    guint n = box->variants[piece->variant].lines;

    if (!box->can_move) {
        g_assert_cmpuint(piece->box, >=, seen->last);
        seen->last = piece->box;
    }
    g_assert_cmpuint(seen->done[piece->box], ==, piece->from);
    g_assert_cmpuint(piece->to, >, piece->from);
    g_assert_cmpuint(piece->to, <=, n);
    seen->done[piece->box] = piece->to;
    seen->left += n * (piece->from == 0);
    seen->left -= piece->to - piece->from;
    seen->broken += box->solid && piece->to < n;
    if (piece->from == 0 && piece->to < n && piece->to < box->orphans)
        seen->orphans++;
    if (piece->from && piece->to == n && n - piece->from < box->widows)
        seen->widows++;
    see_calls(seen, page, piece);
}

/* Checks a page by itself. */
static void
see_page(Seen *seen, const PagesPage *page)
{
    guint end[3] = { 0 };
    guint lowest = 0;
    const PagesPiece *last = NULL;

    g_assert_cmpuint(page->number, ==, seen->n_pages);
    for (guint i = 0; i < page->n_pieces; i++) {
        const PagesPiece *piece = &page->pieces[i];
        guint8 c = piece->column;

        g_string_append_printf(seen->text, "%u:%u%s %u-%u @%u,%u v%u\n",
                               page->number, piece->box,
                               piece->note ? "n" : piece->repeat ? "r" : "",
                               piece->from, piece->to, c, piece->y,
                               piece->variant);
        g_assert_cmpuint(c, <, seen->shape->columns);
        seen->over += piece->y < end[c];
        end[c] = piece->y + piece->to - piece->from;
        seen->over += end[c] > seen->shape->height;
        if (!piece->note && !piece->repeat && seen->boxes[piece->box].span)
            end[1] = end[2] = end[0];
        if (piece->note) {
            see_note(seen, page, piece);
        } else if (!piece->repeat) {
            see_text(seen, page, piece);
            last = piece;
            lowest = MAX(lowest, end[c]);
        }
    }
    if (last && seen->boxes[last->box].keep_next &&
        last->box + 1 < seen->n_boxes &&
        !seen->boxes[last->box + 1].new_page)
        seen->parted++;
    /* The first page is a right-hand one. */
    if (page->number > 1 && page->number % 2 == 0)
        seen->uneven += end[0] != seen->end[0];
    memcpy(seen->end, end, sizeof end);
    seen->n_pages++;
}

static void
seen_free(Seen *seen)
{
    g_free(seen->done);
    g_free(seen->noted);
    g_free(seen->called);
    g_string_free(seen->text, TRUE);
    g_free(seen);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Seen, seen_free)

static Seen *
see(const PagesShape *shape, const PagesBox *boxes, guint n, guint n_notes)
{
    g_autoptr(Pages) pages = pages_new(shape);
    Seen *seen = g_new0(Seen, 1);
    const PagesPage *page;

    seen->shape = shape;
    seen->boxes = boxes;
    seen->n_boxes = n;
    seen->done = g_new0(guint, n + 1);
    seen->noted = g_new0(guint, n_notes + 1);
    seen->called = g_new0(guint, n_notes + 1);
    seen->text = g_string_new(NULL);
    for (guint i = 0; i < n; i++) {
        pages_add(pages, &boxes[i]);
        while ((page = pages_next(pages))) {
            see_page(seen, page);
            for (guint j = 0; j < pages_first_needed(pages); j++)
                g_assert_cmpuint(seen->done[j], >, 0);
        }
    }
    pages_end(pages);
    while ((page = pages_next(pages)))
        see_page(seen, page);
    for (guint i = 0; i < n; i++)
        g_assert_cmpuint(seen->done[i], >, 0);
    g_assert_cmpuint(seen->left, ==, 0);
    for (guint i = 0; i < n_notes; i++)
        g_assert_cmpuint(seen->noted[i], >, 0);
    if (shape->height > 9)
        g_assert_cmpuint(seen->over, ==, 0);
    return seen;
}

static void
test_simple(void)
{
    PagesShape shape = { .height = 10, .columns = 1, .recto_first = TRUE };
    PagesBox boxes[3] = { box_of(4), box_of(4), box_of(4) };
    g_autoptr(Seen) seen = NULL;

    boxes[1].before = boxes[2].before = 1;
    seen = see(&shape, boxes, 3, 0);
    g_assert_cmpuint(seen->n_pages, ==, 2);
    g_assert_cmpstr(seen->text->str, ==,
                    "0:0 0-4 @0,0 v0\n"
                    "0:1 0-4 @0,5 v0\n"
                    "1:2 0-4 @0,0 v0\n");
}

/* A line alone is avoided by another number of lines. */
static void
test_variants(void)
{
    PagesShape shape = { .height = 10, .columns = 1 };
    PagesBox boxes[2] = { box_of(7), box_of(4) };
    g_autoptr(Seen) seen = NULL;

    /* Ten lines in all: eleven would leave one alone. */
    boxes[1].variants[0].lines = 3;
    boxes[1].variants[0].cost = 5000;
    boxes[1].variants[1].lines = 4;
    boxes[1].n_variants = 2;
    seen = see(&shape, boxes, 2, 0);
    g_assert_cmpuint(seen->n_pages, ==, 1);
}

static void
test_keep(void)
{
    PagesShape shape = { .height = 10, .columns = 1 };
    PagesBox boxes[3] = { box_of(7), box_of(2), box_of(6) };
    g_autoptr(Seen) seen = NULL;

    boxes[1].keep_next = boxes[1].solid = TRUE;
    seen = see(&shape, boxes, 3, 0);
    g_assert_cmpuint(seen->parted, ==, 0);
    g_assert_cmpuint(seen->n_pages, ==, 2);
    g_assert_nonnull(strstr(seen->text->str, "1:1 0-2 @0,0"));
}

static void
test_high(void)
{
    PagesShape shape = { .height = 10, .columns = 1, .spreads = TRUE };
    PagesBox boxes[3] = { box_of(3), box_of(35), box_of(10) };
    g_autoptr(Seen) seen = NULL;

    boxes[1].solid = boxes[2].solid = TRUE;
    seen = see(&shape, boxes, 3, 0);
    g_assert_cmpuint(seen->done[1], ==, 35);
    g_assert_nonnull(strstr(seen->text->str, ":2 0-10 @0,0"));
}

static void
test_notes(void)
{
    PagesShape shape = { .height = 12, .columns = 1, .note_gap = 1 };
    PagesNote notes[2] = {
        { .note = 0, .line = { 2 }, .height = 2 },
        { .note = 1, .line = { 9 }, .height = 3 },
    };
    PagesBox box = box_of(14);
    g_autoptr(Seen) seen = NULL;

    box.notes = notes;
    box.n_notes = 2;
    seen = see(&shape, &box, 1, 2);
    g_assert_cmpuint(seen->n_pages, ==, 2);
    g_assert_cmpuint(seen->late, ==, 0);
    g_assert_cmpuint(seen->noted[0], ==, 2);
    g_assert_cmpuint(seen->noted[1], ==, 3);
    g_assert_nonnull(strstr(seen->text->str, "0:0n 0-2 @0,10"));
}

/* A note higher than the page goes on over several. */
static void
test_long_note(void)
{
    PagesShape shape = { .height = 12, .columns = 1, .note_gap = 1 };
    PagesNote note = { .note = 0, .line = { 1 }, .height = 40 };
    PagesBox boxes[2] = { box_of(4), box_of(3) };
    g_autoptr(Seen) seen = NULL;

    boxes[0].notes = &note;
    boxes[0].n_notes = 1;
    boxes[1].new_page = TRUE;
    seen = see(&shape, boxes, 2, 1);
    g_assert_cmpuint(seen->noted[0], ==, 40);
    g_assert_cmpuint(seen->late, ==, 0);
}

static void
test_table(void)
{
    PagesShape shape = { .height = 10, .columns = 1 };
    PagesBox boxes[8];
    g_autoptr(Seen) seen = NULL;

    for (int i = 0; i < 8; i++) {
        boxes[i] = box_of(2);
        boxes[i].solid = TRUE;
        boxes[i].repeat = i ? 1 : 0;
    }
    boxes[0].variants[0].lines = 1;
    boxes[0].keep_next = TRUE;
    seen = see(&shape, boxes, 8, 0);
    g_assert_nonnull(strstr(seen->text->str, "1:5r 0-1 @0,0"));
    g_assert_nonnull(strstr(seen->text->str, "1:5 0-2 @0,1"));
}

static void
test_new_page(void)
{
    PagesShape shape = {
        .height = 10, .columns = 1, .spreads = TRUE, .recto_first = TRUE
    };
    PagesBox boxes[3] = { box_of(3), box_of(3), box_of(3) };
    g_autoptr(Seen) seen = NULL;

    boxes[1].new_recto = TRUE;
    boxes[2].new_page = TRUE;
    seen = see(&shape, boxes, 3, 0);
    g_assert_cmpstr(seen->text->str, ==,
                    "0:0 0-3 @0,0 v0\n"
                    "2:1 0-3 @0,0 v0\n"
                    "3:2 0-3 @0,0 v0\n");
    g_assert_cmpuint(seen->n_pages, ==, 4);
}

static void
test_columns(void)
{
    PagesShape shape = { .height = 20, .columns = 2 };
    PagesBox boxes[8];
    g_autoptr(Seen) seen = NULL;

    for (int i = 0; i < 8; i++)
        boxes[i] = box_of(i ? 5 : 4);
    boxes[0].span = TRUE;
    boxes[7].ends = TRUE;
    seen = see(&shape, boxes, 8, 0);
    /* 32 + 3 lines: one page is full, three lines stay together. */
    g_assert_cmpuint(seen->widows + seen->orphans, ==, 0);
    g_assert_cmpuint(seen->n_pages, ==, 2);
}

static void
test_balance(void)
{
    for (guint columns = 2; columns <= 3; columns++) {
        for (guint total = 6; total < 60; total += 5) {
            PagesShape shape = { .height = 40, .columns = columns };
            PagesBox boxes[13];
            guint n = 0;
            g_autoptr(Seen) seen = NULL;

            boxes[n] = box_of(3);
            boxes[n++].span = TRUE;
            for (guint i = 0; i < total; i += 5)
                boxes[n++] = box_of(5);
            boxes[n - 1].ends = TRUE;
            seen = see(&shape, boxes, n, 0);
            g_assert_cmpuint(seen->n_pages, ==, 1);
            g_assert_cmpuint(seen->widows + seen->orphans, ==, 0);
            g_assert_cmpuint(seen->end[0], >=, seen->end[columns - 1]);
            g_assert_cmpuint(seen->end[0] - seen->end[columns - 1], <=, 4);
        }
    }
}

static void
test_picture(void)
{
    PagesShape shape = { .height = 20, .columns = 1 };
    PagesBox boxes[3] = { box_of(14), box_of(12), box_of(30) };
    g_autoptr(Seen) seen = NULL;

    boxes[1].can_move = boxes[1].solid = TRUE;
    seen = see(&shape, boxes, 3, 0);
    g_assert_nonnull(strstr(seen->text->str, "1:1 0-12 @0,0"));
    g_assert_nonnull(strstr(seen->text->str, "0:2 0-6 @0,14"));
}

static guint
random_variants(GRand *rand, PagesBox *box, gboolean many)
{
    guint lines = g_rand_int_range(rand, 1, 12);

    box->variants[0].lines = lines;
    box->n_variants = 1;
    if (many && lines > 3 && g_rand_int_range(rand, 0, 2)) {
        box->variants[1].lines = lines + 1;
        box->variants[1].cost = g_rand_int_range(rand, 1000, 20000);
        box->n_variants = 2;
    }
    return lines;
}

/* Boxes of every kind; notes may be NULL. */
static guint
random_boxes(GRand *rand, PagesBox *boxes, guint n, PagesNote *notes)
{
    guint n_notes = 0;

    for (guint i = 0; i < n; i++) {
        guint kind = g_rand_int_range(rand, 0, 20);
        PagesBox box = box_of(1);
        guint lines = random_variants(rand, &box, TRUE);

        box.before = g_rand_int_range(rand, 0, 3) / 2;
        box.hyphens[0] = g_rand_int(rand);
        box.solid = kind < 2;
        if (kind == 0) {
            box.variants[0].lines = box.n_variants = 1;
            box.keep_next = TRUE;
        }
        box.new_page = kind == 2 && g_rand_int_range(rand, 0, 5) == 0;
        box.new_recto = kind == 3 && g_rand_int_range(rand, 0, 5) == 0;
        box.can_move = kind == 4 && box.n_variants == 1;
        box.solid |= box.can_move;
        box.repeat = kind == 5;
        box.ends = kind == 6;
        if (notes && kind > 14) {
            PagesNote *note = &notes[n_notes];

            note->note = n_notes++;
            note->height = g_rand_int_range(rand, 1, 9);
            for (int v = 0; v < 8; v++)
                note->line[v] = g_rand_int_range(rand, 0, lines);
            box.notes = note;
            box.n_notes = 1;
        }
        boxes[i] = box;
    }
    return n_notes;
}

static void
test_random(void)
{
    g_autoptr(GRand) rand = g_rand_new_with_seed(7);
    PagesBox boxes[120];
    PagesNote notes[120];

    for (guint i = 0; i < 300; i++) {
        PagesShape shape = {
            .height = g_rand_int_range(rand, 12, 45),
            .columns = g_rand_int_range(rand, 1, 4),
            .spreads = g_rand_int_range(rand, 0, 2),
            .note_gap = 1,
            .recto_first = g_rand_int_range(rand, 0, 2),
        };
        guint n = g_rand_int_range(rand, 1, 120);
        guint n_notes = random_boxes(rand, boxes, n, i % 2 ? notes : NULL);
        g_autoptr(Seen) seen = see(&shape, boxes, n, n_notes);
        g_autoptr(Seen) again = see(&shape, boxes, n, n_notes);

        g_assert_cmpstr(seen->text->str, ==, again->text->str);
        for (guint j = 0; j < n_notes; j++)
            g_assert_cmpuint(seen->noted[j], ==, notes[j].height);
        g_assert_cmpuint(seen->late, ==, 0);
        g_assert_cmpuint(seen->broken, ==, 0);
    }
}

/* Pages on which notes hardly fit come to an end too. */
static void
test_tiny(void)
{
    g_autoptr(GRand) rand = g_rand_new_with_seed(19);
    PagesBox boxes[60];
    PagesNote notes[60];

    for (guint i = 0; i < 200; i++) {
        PagesShape shape = {
            .height = g_rand_int_range(rand, 1, 10),
            .columns = g_rand_int_range(rand, 1, 4),
            .spreads = i % 2, .note_gap = 1, .recto_first = TRUE,
        };
        guint n_notes = random_boxes(rand, boxes, 60, notes);
        g_autoptr(Seen) seen = see(&shape, boxes, 60, n_notes);

        for (guint j = 0; j < n_notes; j++)
            g_assert_cmpuint(seen->noted[j], ==, notes[j].height);
    }
}

/* The fewest bad places that any way to break the boxes has: pages may end
 * where they like. */
static guint
brute(const PagesBox *boxes, guint n, guint height, guint at, guint from,
      guint room)
{
    guint lines = boxes[at].variants[0].lines - from;
    guint best = G_MAXUINT;

    if (lines <= room) {
        if (at + 1 == n)
            return 0;
        best = brute(boxes, n, height, at + 1, 0, room - lines);
    }
    for (guint k = 0; k <= MIN(room, lines - 1) && best; k++) {
        guint bad = (from == 0 && k == 1) + (k && lines - k == 1);

        if (room == height && k == 0)
            continue;
        bad += brute(boxes, n, height, at, from + k, height);
        best = MIN(best, bad);
    }
    return best;
}

static void
test_brute(void)
{
    g_autoptr(GRand) rand = g_rand_new_with_seed(11);

    for (guint i = 0; i < 300; i++) {
        PagesBox boxes[5];
        PagesShape shape = {
            .height = g_rand_int_range(rand, 4, 8), .columns = 1
        };
        g_autoptr(Seen) seen = NULL;

        for (guint j = 0; j < 5; j++)
            boxes[j] = box_of(g_rand_int_range(rand, 1, 6));
        seen = see(&shape, boxes, 5, 0);
        g_assert_cmpuint(seen->widows + seen->orphans, ==,
                         brute(boxes, 5, shape.height, 0, 0, shape.height));
    }
}

/* As a book is: paragraphs of some lines, a few of which can be longer or
 * shorter, and headings. */
static void
realistic(GRand *rand, PagesBox *boxes, guint n)
{
    for (guint i = 0; i < n; i++) {
        guint lines = g_rand_int_range(rand, 1, 12);
        PagesBox box = box_of(lines);

        if (lines > 4 && g_rand_int_range(rand, 0, 2)) {
            box.n_variants = 2;
            box.variants[1].lines = lines + 1;
            box.variants[1].cost = g_rand_int_range(rand, 500, 30000);
        }
        if (i % 17 == 0 && i + 1 < n) {
            box.variants[0].lines = 1;
            box.n_variants = 1;
            box.before = i ? 2 : 0;
            box.keep_next = box.solid = TRUE;
        }
        boxes[i] = box;
    }
}

static void
test_real(void)
{
    g_autoptr(GRand) rand = g_rand_new_with_seed(3);
    PagesShape shape = {
        .height = 38, .columns = 1, .spreads = TRUE, .recto_first = TRUE
    };
    PagesBox *boxes = g_new(PagesBox, 2000);
    g_autoptr(Seen) seen = NULL;

    realistic(rand, boxes, 2000);
    seen = see(&shape, boxes, 2000, 0);
    g_assert_cmpuint(seen->widows, ==, 0);
    g_assert_cmpuint(seen->orphans, ==, 0);
    g_assert_cmpuint(seen->parted, ==, 0);
    g_assert_cmpuint(seen->uneven * 100, <=, seen->n_pages);
    g_free(boxes);
}

static void
test_speed(void)
{
    g_autoptr(GRand) rand = g_rand_new_with_seed(3);
    PagesShape shape = {
        .height = 38, .columns = 1, .spreads = TRUE, .recto_first = TRUE
    };
    PagesBox *boxes = g_new(PagesBox, 10000);
    g_autoptr(Pages) pages = pages_new(&shape);
    gint64 start;
    guint n = 0;

    realistic(rand, boxes, 10000);
    start = g_get_monotonic_time();
    for (guint i = 0; i < 10000; i++) {
        pages_add(pages, &boxes[i]);
        while (pages_next(pages))
            n++;
    }
    pages_end(pages);
    while (pages_next(pages))
        n++;
    g_test_message("10,000 boxes, %u pages: %.1f ms", n,
                   (g_get_monotonic_time() - start) / 1e3);
    g_assert_cmpint(g_get_monotonic_time() - start, <, 2 * G_USEC_PER_SEC);
    g_free(boxes);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/pages/simple", test_simple);
    g_test_add_func("/pages/variants", test_variants);
    g_test_add_func("/pages/keep", test_keep);
    g_test_add_func("/pages/high", test_high);
    g_test_add_func("/pages/notes", test_notes);
    g_test_add_func("/pages/long-note", test_long_note);
    g_test_add_func("/pages/table", test_table);
    g_test_add_func("/pages/new-page", test_new_page);
    g_test_add_func("/pages/columns", test_columns);
    g_test_add_func("/pages/balance", test_balance);
    g_test_add_func("/pages/picture", test_picture);
    g_test_add_func("/pages/random", test_random);
    g_test_add_func("/pages/tiny", test_tiny);
    g_test_add_func("/pages/brute", test_brute);
    g_test_add_func("/pages/real", test_real);
    g_test_add_func("/pages/speed", test_speed);
    return g_test_run();
}
