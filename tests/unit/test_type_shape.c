/* SPDX-License-Identifier: MIT */
/* Texts become glyphs and break points, the same by the fast way and by
 * Pango. */
#include <string.h>

#include "type/shape_inner.h"

static FontSet *fonts;

/* Beside the alphabets and texts below. */
static const char others[] =
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZÇê ܀ "
    "שלוםעטב السلام عليكم ورحمة الله पढ़ना लिखना है। ไม่มีช่องว่าง "
    "漢字本当、。「」（）ちょっとすごてデーター 한국글어문장은띄쓰기를합니다 "
    "ქართული ტექსტი არის 👨‍👩‍👧 🇩🇪🇫🇷 👍🏽 Αθήνα και πόλεις Москва и другие города";

static Look
plain(void)
{
    return (Look) { .size = 10 };
}

static TypeText
text_of(const char *str, LookSpan *span, const char *language)
{
    *span = (LookSpan) { 0, strlen(str), plain() };
    return (TypeText) {
        .str = str, .len = strlen(str), .looks = span, .n_looks = 1,
        .language = language,
    };
}

static Shaped *
shape(Shaper *shaper, const char *str, LookSpan *span, TypeText *text,
      const char *language)
{
    *text = text_of(str, span, language);
    return shape_text(shaper, text);
}

static void
assert_same_items(const Shaped *a, const Shaped *b)
{
    g_assert_cmpuint(a->n_items, ==, b->n_items);
    for (guint i = 0; i < a->n_items; i++) {
        const ShapedItem *x = &a->items[i], *y = &b->items[i];

        g_assert_cmpuint(x->start, ==, y->start);
        g_assert_cmpuint(x->end, ==, y->end);
        g_assert_cmpuint(x->first_char, ==, y->first_char);
        g_assert_cmpuint(x->n_chars, ==, y->n_chars);
        g_assert_cmpuint(x->glyph, ==, y->glyph);
        g_assert_cmpuint(x->n_glyphs, ==, y->n_glyphs);
        g_assert_cmpuint(x->look, ==, y->look);
        g_assert_cmpuint(x->face, ==, y->face);
        g_assert_cmpuint(x->level, ==, y->level);
        g_assert_cmpuint(x->script, ==, y->script);
        g_assert_true(x->features == y->features);
        g_assert_true(x->size == y->size && x->rise == y->rise);
    }
}

static void
assert_same_glyphs(const Shaped *a, const Shaped *b)
{
    gsize n = a->n_chars;

    g_assert_cmpuint(a->n_glyphs, ==, b->n_glyphs);
    for (guint i = 0; i < a->n_glyphs; i++) {
        g_assert_cmpuint(a->glyphs[i].glyph, ==, b->glyphs[i].glyph);
        g_assert_cmpuint(a->glyphs[i].at, ==, b->glyphs[i].at);
        g_assert_cmpint(a->glyphs[i].advance, ==, b->glyphs[i].advance);
        g_assert_cmpint(a->glyphs[i].dx, ==, b->glyphs[i].dx);
        g_assert_cmpint(a->glyphs[i].dy, ==, b->glyphs[i].dy);
    }
    g_assert_cmpuint(n, ==, b->n_chars);
    g_assert_cmpmem(a->byte, n * 4 + 4, b->byte, n * 4 + 4);
    g_assert_cmpmem(a->width, n * 4 + 4, b->width, n * 4 + 4);
    g_assert_cmpmem(a->stretch, n * 4 + 4, b->stretch, n * 4 + 4);
    g_assert_cmpmem(a->shrink, n * 4 + 4, b->shrink, n * 4 + 4);
    g_assert_cmpmem(a->expand, n * 4 + 4, b->expand, n * 4 + 4);
    g_assert_cmpmem(a->space, n, b->space, n);
}

static void
assert_same_points(const Shaped *a, const Shaped *b)
{
    guint n = MIN(a->n_points, b->n_points);

    for (guint i = 0; i < n; i++) {
        const BreakPoint *x = &a->points[i], *y = &b->points[i];

        g_assert_cmpuint(x->next, ==, y->next);
        g_assert_cmpuint(x->end, ==, y->end);
        g_assert_cmpuint(x->kind, ==, y->kind);
        g_assert_cmpint(x->pre, ==, y->pre);
        g_assert_cmpint(x->post, ==, y->post);
        g_assert_cmpint(x->hang, ==, y->hang);
        g_assert_cmpint(x->hang_next, ==, y->hang_next);
        g_assert_cmpint(x->penalty, ==, y->penalty);
        g_assert_cmpint(x->flagged, ==, y->flagged);
    }
    g_assert_cmpuint(a->n_points, ==, b->n_points);
}

/* Characters of plain text, likely ones more often. */
static const char *const alphabets[] = {
    "aeinrstlfQyÄéß VAT  1905 12,5 .,;:!?…–—-‐‑‘’“”„‚«»‹›()[]{}/\\&%$€£°",
    "the of and in fi ffl office  -  — \"',. (1) [2] 10 % $5 50–60 "
    "\u00a0\u202f\u00ad\u2028 #*+<=>@^_`|~§¶©®±²³´·¹º»¼½×÷†‡•′″™−",
    "οικια Αθήνα Ωμέγα ,.;·— 12 «» ()",
    "Москва и мир, «ёлка» — 10 км. № 5 Їжак",
};

static char *
random_text(GRand *rand, const char *alphabet)
{
    glong n = g_utf8_strlen(alphabet, -1);
    guint len = g_rand_int_range(rand, 0, 60);
    GString *str = g_string_new(NULL);

    while (len--)
        g_string_append_unichar(str, g_utf8_get_char(g_utf8_offset_to_pointer(
            alphabet, g_rand_int_range(rand, 0, n))));
    return g_string_free(str, FALSE);
}

/* Up to three looks, cut between characters. */
static void
random_looks(GRand *rand, const char *str, LookSpan *spans, TypeText *text)
{
    glong n = g_utf8_strlen(str, -1);
    guint32 start = 0;

    text->n_looks = 0;
    for (guint i = 0; i < 3 && start < text->len; i++) {
        glong to = g_rand_int_range(rand, 0, n + 1);
        guint32 end = i == 2 ? text->len
                      : g_utf8_offset_to_pointer(str, to) - str;

        if (end <= start)
            continue;
        spans[text->n_looks] = (LookSpan) { start, end, plain() };
        spans[text->n_looks].look.style =
            g_rand_int_range(rand, 0, N_FONT_STYLES);
        spans[text->n_looks].look.size = 8 + g_rand_int_range(rand, 0, 4);
        spans[text->n_looks].look.flags = g_rand_boolean(rand)
            ? g_rand_int_range(rand, 0, 512) : 0;
        spans[text->n_looks].look.tracking = g_rand_int_range(rand, 0, 4) / 3;
        text->n_looks++;
        start = end;
    }
    text->looks = spans;
}

static void
test_same(void)
{
    g_autoptr(Shaper) fast = shaper_new(fonts);
    g_autoptr(Shaper) slow = shaper_new(fonts);
    g_autoptr(GRand) rand = g_rand_new_with_seed(1);

    slow->no_simple = TRUE;
    for (guint i = 0; i < 4000; i++) {
        g_autofree char *str =
            random_text(rand, alphabets[i % G_N_ELEMENTS(alphabets)]);
        LookSpan spans[3];
        TypeText text = text_of(str, spans, i % 3 ? "en" : "fr");

        if (i % 2)
            random_looks(rand, str, spans, &text);
        text.blanks = i % 7 == 0;
        g_autoptr(Shaped) a = shape_text(fast, &text);
        g_autoptr(Shaped) b = shape_text(slow, &text);
        assert_same_items(a, b);
        assert_same_glyphs(a, b);
        assert_same_points(a, b);
    }
}

/* Words from the cache, in faces that kern with the blank and others. */
static void
test_random_words(void)
{
    g_autoptr(Shaper) words = shaper_new(fonts);
    g_autoptr(Shaper) whole = shaper_new(fonts);
    g_autoptr(GRand) rand = g_rand_new_with_seed(2);

    whole->no_words = TRUE;
    for (guint i = 0; i < 2000; i++) {
        g_autofree char *str =
            random_text(rand, alphabets[i % G_N_ELEMENTS(alphabets)]);
        LookSpan span;
        TypeText text = text_of(str, &span, "en");

        span.look.style = i / 4 % N_FONT_STYLES;
        g_autoptr(Shaped) a = shape_text(words, &text);
        g_autoptr(Shaped) b = shape_text(whole, &text);
        assert_same_items(a, b);
        assert_same_glyphs(a, b);
        assert_same_points(a, b);
    }
}

/* Nobody asks Pango about them. */
static void
test_fast(void)
{
    g_autoptr(Shaper) shaper = shaper_new(fonts);

    for (gsize i = 0; i < G_N_ELEMENTS(alphabets); i++) {
        LookSpan span;
        TypeText text;
        g_autoptr(Shaped) shaped =
            shape(shaper, alphabets[i], &span, &text, "en");

        g_test_message("%" G_GSIZE_FORMAT, i);
        g_assert_null(shaper->context);
    }
    {
        LookSpan span;
        TypeText text;
        g_autoptr(Shaped) shaped = shape(shaper, "漢", &span, &text, "en");

        g_assert_nonnull(shaper->context);
    }
}

static void
test_words(void)
{
    static const char *const texts[] = {
        "The quick brown fox, “fifty-two” (or so) AVATAR offices; T. Yo!",
        "Ça coûte « 1 000 € », n’est-ce pas — peut-être…",
        "Αθήνα και πόλεις", "Москва и другие города", "पढ़ना लिखना है।",
        "한국어 문장은 띄어쓰기를 합니다.", "السلام عليكم ورحمة الله",
        "שלום עולם טוב", "ქართული ტექსტი არის",
    };
    g_autoptr(Shaper) words = shaper_new(fonts);
    g_autoptr(Shaper) whole = shaper_new(fonts);

    whole->no_words = TRUE;
    for (guint i = 0; i < 2 * G_N_ELEMENTS(texts); i++) {
        LookSpan span;
        TypeText text = text_of(texts[i / 2], &span, "en");

        span.look.style = i % 2 ? FONT_ITALIC : 0;
        g_test_message("%s", texts[i / 2]);
        g_autoptr(Shaped) a = shape_text(words, &text);
        g_autoptr(Shaped) b = shape_text(whole, &text);
        assert_same_items(a, b);
        assert_same_glyphs(a, b);
        assert_same_points(a, b);
        g_assert_cmpmem(a->safe, a->n_chars, b->safe, b->n_chars);
    }
}

static gint32
advances(const GArray *glyphs)
{
    gint32 sum = 0;

    for (guint i = 0; i < glyphs->len; i++)
        sum += g_array_index(glyphs, ShapedGlyph, i).advance;
    return sum;
}

/* Lines that end where they may are as wide as the sums say. */
static void
test_again(void)
{
    static const char str[] =
        "Difficult waffles, AVAILABLE offices afford half-finished flying "
        "kitty\u00adcats; To\u00adwer Wave\u00ading off.";
    g_autoptr(Shaper) shaper = shaper_new(fonts);
    g_autoptr(GArray) glyphs =
        g_array_new(FALSE, FALSE, sizeof(ShapedGlyph));
    guint n_hyphens = 0;

    for (guint style = 0; style < 3; style++) {
        LookSpan span;
        TypeText text = text_of(str, &span, "en");

        span.look.style = style;
        g_autoptr(Shaped) shaped = shape_text(shaper, &text);
        g_assert_cmpuint(shaped->n_items, ==, 1);
        for (guint i = 0; i < shaped->n_points; i++) {
            const BreakPoint *point = &shaped->points[i];
            gint32 width = shaped->width[point->end] + point->pre;
            gint32 rest = shaped->width[shaped->n_chars]
                          - shaped->width[point->next] + point->post;

            g_array_set_size(glyphs, 0);
            shape_again(shaper, shaped, shaped->items, 0,
                        shaped->byte[point->end],
                        point->kind == BREAK_HYPHEN, glyphs);
            g_assert_cmpint(ABS(advances(glyphs) - width), <=, 8);
            g_array_set_size(glyphs, 0);
            shape_again(shaper, shaped, shaped->items,
                        shaped->byte[point->next], text.len, FALSE, glyphs);
            g_assert_cmpint(ABS(advances(glyphs) - rest), <=, 8);
            n_hyphens += point->kind == BREAK_HYPHEN;
        }
    }
    g_assert_cmpuint(n_hyphens, >, 12);
}

static char *
marked(const char *str, const char *language, guint flags, gboolean blanks)
{
    g_autoptr(Shaper) shaper = shaper_new(fonts);
    static const char *const kinds[] = { " ", "-", "|", "!", "." };
    LookSpan span;
    TypeText text = text_of(str, &span, language);
    GString *out = g_string_new(NULL);
    guint32 from = 0;

    span.look.flags = flags;
    text.blanks = blanks;
    g_autoptr(Shaped) shaped = shape_text(shaper, &text);
    for (guint i = 0; i < shaped->n_points; i++) {
        const BreakPoint *point = &shaped->points[i];

        g_string_append_len(out, str + shaped->byte[from],
                            shaped->byte[point->end] - shaped->byte[from]);
        g_string_append(out, kinds[point->kind]);
        from = point->next;
    }
    return g_string_free(out, FALSE);
}

static void
assert_marked(const char *str, const char *language, const char *expected)
{
    g_autofree char *out = marked(str, language, 0, FALSE);

    g_assert_cmpstr(out, ==, expected);
}

/* Of the point that character next follows. */
static void
assert_penalty(const char *str, guint flags, guint32 next, int penalty)
{
    g_autoptr(Shaper) shaper = shaper_new(fonts);
    LookSpan span;
    TypeText text = text_of(str, &span, "en");
    guint n = 0;

    span.look.flags = flags;
    g_autoptr(Shaped) shaped = shape_text(shaper, &text);
    for (guint i = 0; i < shaped->n_points; i++)
        if (shaped->points[i].next == next) {
            g_assert_cmpint(shaped->points[i].penalty, ==, penalty);
            n++;
        }
    g_assert_cmpuint(n, ==, 1);
}

static void
test_points(void)
{
    g_autofree char *whole = NULL, *address = NULL, *code = NULL;

    assert_marked("", "en", ".");
    assert_marked("one two", "en", "one two.");
    assert_marked("  one two  ", "en", "  one two.");
    assert_marked("a–b c—d e/f", "en", "a–|b c|—|d e/|f.");
    assert_marked("10\u00a0km 5\u202f%", "en", "10\u00a0km 5\u202f%.");
    assert_marked("one \u2028two", "en", "one!two.");
    assert_marked("one\u2028\u2028two", "en", "one!!two.");
    assert_marked("well-known", "en", "well-|known.");
    assert_marked("hyphenation", "en", "hy-phen-ation.");
    assert_marked("re-hyphenation", "en", "re-|hyphen-ation.");
    assert_marked("hyphen\u00adation", "en", "hyphen-ation.");
    assert_marked("example.com/hyphenation", "en",
                  "example.com/|hyphenation.");
    assert_marked("hyphenation", "xx", "hyphenation.");
    whole = marked("hyphen\u00adation", "en", LOOK_NO_HYPHENS, FALSE);
    g_assert_cmpstr(whole, ==, "hyphen\u00adation.");
    address = marked("ab.c", "en", LOOK_BREAK_ANYWHERE, FALSE);
    g_assert_cmpstr(address, ==, "a|b|.|c.");
    g_free(address);
    address = marked("ab-c--d", "en", LOOK_BREAK_ANYWHERE, FALSE);
    g_assert_cmpstr(address, ==, "a|b|-c|-|-d.");
    assert_penalty("ab-c", LOOK_BREAK_ANYWHERE, 2, 100);
    assert_penalty("1899–1912", 0, 5, 200);
    assert_penalty("s://a", LOOK_BREAK_ANYWHERE, 2, 700);
    assert_penalty("s://a", LOOK_BREAK_ANYWHERE, 4, 100);
    code = marked("    if (x)", "en", 0, TRUE);
    g_assert_cmpstr(code, ==, "    if (x).");
}

static void
test_penalties(void)
{
    g_autoptr(Shaper) shaper = shaper_new(fonts);
    LookSpan span;
    TypeText text = text_of("A–b well-known hyphen Hyphen", &span, "en");
    g_autoptr(Shaped) shaped = shape_text(shaper, &text);
    static const struct { guint kind; gint penalty; gboolean flagged; }
    expected[] = {
        { BREAK_PLAIN, 20, FALSE }, { BREAK_SPACE, 0, FALSE },
        { BREAK_PLAIN, 50, TRUE }, { BREAK_SPACE, 0, FALSE },
        { BREAK_HYPHEN, 50, TRUE }, { BREAK_SPACE, 0, FALSE },
        { BREAK_HYPHEN, 100, TRUE }, { BREAK_END, -10000, FALSE },
    };

    g_assert_cmpuint(shaped->n_points, ==, G_N_ELEMENTS(expected));
    for (guint i = 0; i < shaped->n_points; i++) {
        g_assert_cmpuint(shaped->points[i].kind, ==, expected[i].kind);
        g_assert_cmpint(shaped->points[i].penalty, ==, expected[i].penalty);
        g_assert_cmpint(shaped->points[i].flagged, ==, expected[i].flagged);
    }
}

static void
test_space(void)
{
    g_autoptr(Shaper) shaper = shaper_new(fonts);
    LookSpan span;
    TypeText text;
    g_autoptr(Shaped) shaped = shape(shaper, "a b\u00a0c", &span, &text, "en");
    gint32 space = shaped->width[2] - shaped->width[1];

    g_assert_cmpint(space, >, 0);
    g_assert_cmpint(shaped->space[1], ==, SPACE_WORD);
    g_assert_cmpint(shaped->space[3], ==, SPACE_WORD);
    g_assert_cmpint(shaped->stretch[5], ==, 2 * (space / 2));
    g_assert_cmpint(shaped->shrink[5], ==, 2 * (space / 3));
    g_assert_cmpint(shaped->expand[5], ==, shaped->width[5] - 2 * space);
    text.blanks = TRUE;
    g_autoptr(Shaped) code = shape_text(shaper, &text);
    g_assert_cmpint(code->width[5], ==, shaped->width[5]);
    g_assert_cmpint(code->stretch[5] | code->expand[5], ==, 0);
    g_assert_true(shape_width(shaper, &text) == shaped->width[5] / 1024.);
}

/* Words in capitals may be spaced, code may not. */
static void
test_capitals(void)
{
    g_autoptr(Shaper) shaper = shaper_new(fonts);
    LookSpan span;
    TypeText text;
    g_autoptr(Shaped) shaped = shape(shaper, "No NASA", &span, &text, "en");

    g_assert_cmpint(shaped->stretch[2], ==, 0);
    for (guint i = 3; i < 6; i++) {
        g_assert_cmpint(shaped->space[i], ==, SPACE_CAPITALS);
        g_assert_cmpint(shaped->stretch[i + 1], >, shaped->stretch[i]);
    }
    g_assert_cmpint(shaped->space[6], ==, SPACE_NONE);
    span.look.family = FAMILY_MONO;
    g_autoptr(Shaped) code = shape_text(shaper, &text);
    g_assert_cmpint(code->space[4], ==, SPACE_NONE);
}

static void
test_tracking(void)
{
    g_autoptr(Shaper) shaper = shaper_new(fonts);
    LookSpan span;
    TypeText text;
    g_autoptr(Shaped) shaped = shape(shaper, "abc fi", &span, &text, "en");

    span.look.tracking = 1;
    g_autoptr(Shaped) wide = shape_text(shaper, &text);
    g_assert_cmpint(wide->width[4] - shaped->width[4], ==, 4 * UNIT);
    g_assert_cmpint(wide->points[0].pre, ==, -UNIT);
}

static void
test_small_caps(void)
{
    g_autoptr(Shaper) shaper = shaper_new(fonts);
    LookSpan span;
    TypeText text = text_of("Ab Straße", &span, "de");

    span.look.flags = LOOK_SMALL_CAPS;
    g_autoptr(Shaped) real = shape_text(shaper, &text);
    g_assert_cmpuint(real->n_items, ==, 1);
    g_assert_cmpuint(real->items[0].n_features, ==, 1);
    span.look.family = FAMILY_MONO;
    g_autoptr(Shaped) made = shape_text(shaper, &text);
    g_assert_cmpuint(made->n_items, ==, 4);
    g_assert_false(made->items[0].upper);
    g_assert_true(made->items[1].upper);
    g_assert_true(made->items[1].size == 8);
    g_assert_true(made->items[3].upper);
    /* ß is two letters, which stand for its bytes. */
    g_assert_cmpuint(made->items[3].n_chars, ==, 5);
    g_assert_cmpuint(made->items[3].n_glyphs, ==, 6);
    g_assert_cmpuint(made->glyphs[made->n_glyphs - 1].at, ==, 9);
    g_assert_cmpuint(made->glyphs[made->n_glyphs - 2].at, ==, 7);
    g_assert_cmpuint(made->glyphs[made->n_glyphs - 3].at, ==, 7);
    /* Letters of two sizes are hardly spaced, blanks and letters are. */
    span.look.tracking = 1;
    g_autoptr(Shaped) wide = shape_text(shaper, &text);
    g_assert_cmpint(wide->width[1] - made->width[1], ==, .2 * UNIT);
    g_assert_cmpint(wide->width[2] - made->width[2], ==, 1.2 * UNIT);
}

static void
test_raised(void)
{
    g_autoptr(Shaper) shaper = shaper_new(fonts);
    LookSpan span;
    TypeText text = text_of("12", &span, "en");

    span.look.flags = LOOK_SUPERIOR;
    g_autoptr(Shaped) real = shape_text(shaper, &text);
    g_assert_true(real->items[0].size == 10 && real->items[0].rise == 0);
    span.look.family = FAMILY_MONO;
    g_autoptr(Shaped) made = shape_text(shaper, &text);
    g_assert_true(made->items[0].size == 6.5);
    g_assert_cmpint(made->items[0].rise, ==, 3379);
    span.look.flags = LOOK_INFERIOR;
    g_autoptr(Shaped) low = shape_text(shaper, &text);
    g_assert_cmpint(low->items[0].rise, <, 0);
}

static void
test_missing(void)
{
    g_autoptr(Shaper) shaper = shaper_new(fonts);
    LookSpan span;
    TypeText text;
    g_autoptr(Shaped) shaped = shape(shaper, "a\U0010fffd\U0010fffd b", &span,
                                     &text, "en");

    g_assert_cmpuint(shaped->n_items, ==, 3);
    g_assert_false(shaped->items[0].missing);
    g_assert_true(shaped->items[1].missing);
    g_assert_cmpuint(shaped->items[1].n_chars, ==, 2);
    g_assert_cmpuint(shaped->items[1].n_glyphs, ==, 2);
    g_assert_cmpint(shaped->width[2], >, shaped->width[1]);
    g_assert_false(shaped->items[2].missing);
}

/* A letter stays though its mark is missing. */
static void
test_missing_mark(void)
{
    g_autoptr(Shaper) shaper = shaper_new(fonts);
    LookSpan span;
    TypeText text;
    g_autoptr(Shaped) shaped = shape(shaper, "ab\U00010a0c" "c", &span, &text,
                                     "en");

    g_assert_false(shaped->items[0].missing);
    g_assert_cmpuint(shaped->items[0].n_chars, >=, 2);
}

static void
test_hang(void)
{
    g_autoptr(Shaper) shaper = shaper_new(fonts);
    LookSpan span;
    TypeText text;
    g_autoptr(Shaped) shaped = shape(shaper, "“ab, “c", &span, &text, "en");
    gint32 comma = shaped->width[4] - shaped->width[3];
    gint32 quote = shaped->width[6] - shaped->width[5];

    g_assert_cmpint(shaped->points[0].hang, ==, comma * 70 / 100);
    g_assert_cmpint(shaped->points[0].hang_next, ==, quote / 2);
    g_assert_cmpint(ABS(shaped->hang_first - quote / 2), <, 100);
}

static void
test_cjk(void)
{
    g_autoptr(Shaper) shaper = shaper_new(fonts);
    LookSpan span;
    TypeText text;
    gint32 em = 10 * UNIT;

    g_autoptr(Shaped) mixed = shape(shaper, "漢a字", &span, &text, "ja");
    g_assert_cmpint(mixed->width[1], ==, em + em / 8);
    g_assert_cmpint(mixed->space[0], ==, SPACE_IDEOGRAPH);
    g_assert_cmpint(mixed->points[0].pre, ==, -em / 8);
    g_autoptr(Shaped) pair = shape(shaper, "「漢」（字）", &span, &text, "ja");
    g_assert_cmpint(pair->width[6], ==, 6 * em - em / 2);
    g_assert_cmpint(pair->hang_first, ==, em / 2);
    assert_marked("ちょっと、「すご」って", "ja",
                  "ちょっ|と、|「す|ご」っ|て.");
    assert_marked("データー。（本）", "ja", "デー|ター。|（本）.");
    assert_marked("한국 글", "ko", "한|국 글.");
}

static void
test_clusters(void)
{
    g_autoptr(Shaper) shaper = shaper_new(fonts);
    LookSpan span;
    TypeText text;
    g_autoptr(Shaped) thai = shape(shaper, "ไม่มีช่องว่าง", &span, &text, "th");
    g_autoptr(Shaped) family = shape(shaper, "👨‍👩‍👧", &span, &text, "en");
    g_autoptr(Shaped) flags = shape(shaper, "🇩🇪🇫🇷👍🏽", &span, &text, "en");

    g_assert_cmpint(thai->space[0], ==, SPACE_CLUSTER);
    g_assert_cmpint(thai->space[12], ==, SPACE_NONE);
    g_assert_cmpuint(thai->n_points, ==, 3);
    g_assert_cmpuint(family->n_glyphs, ==, 1);
    g_assert_cmpuint(family->n_points, ==, 1);
    g_assert_cmpint(family->expand[family->n_chars], ==, 0);
    g_assert_cmpuint(flags->n_glyphs, ==, 3);
    g_assert_cmpuint(flags->n_points, ==, 3);
}

static const struct {
    const char *language, *str;
    guint n_points;         /* at least */
} scripts[] = {
    { "el", "Η θάλασσα είναι ήρεμη.", 4 },
    { "ru", "Море сегодня спокойно.", 3 },
    { "he", "הים שקט היום (מאוד) 12.", 5 },
    { "ar", "البحر هادئ اليوم، نعم", 4 },
    { "fa", "دریا امروز آرام است؛ می‌بینم", 5 },
    { "ur", "سمندر آج پرسکون ہے۔", 4 },
    { "hi", "समुद्र आज शान्त है।", 4 },
    { "bn", "সমুদ্র আজ শান্ত।", 3 },
    { "ta", "கடல் இன்று அமைதி.", 3 },
    { "th", "ทะเลวันนี้สงบ", 3 },
    { "km", "សមុទ្រថ្ងៃនេះស្ងប់", 2 },
    { "lo", "ທະເລມື້ນີ້ສະຫງົບ", 2 },
    { "my", "ပင်လယ်သည်ယနေ့ငြိမ်", 2 },
    { "bo", "རྒྱ་མཚོ་ཞི།", 3 },
    { "zh", "今天大海很平静。", 5 },
    { "ja", "海は今日静かです。", 5 },
    { "ko", "바다는 오늘 잔잔하다.", 3 },
    { "ka", "ზღვა დღეს წყნარია.", 3 },
    { "hy", "Ծովն այսօր հանգիստ է։", 4 },
    { "am", "ባሕሩ ዛሬ ጸጥ ብሏል።", 4 },
};

/* Each has its face, and lines break at blanks or, where there are none,
 * at words. */
static void
test_scripts(void)
{
    g_autoptr(Shaper) shaper = shaper_new(fonts);

    for (gsize i = 0; i < G_N_ELEMENTS(scripts); i++) {
        LookSpan span;
        TypeText text = text_of(scripts[i].str, &span,
                                scripts[i].language);

        text.rtl = i >= 2 && i <= 5;
        g_test_message("%s", scripts[i].language);
        g_autoptr(Shaped) shaped = shape_text(shaper, &text);
        g_assert_cmpuint(shaped->n_points, >=, scripts[i].n_points);
        for (guint k = 0; k < shaped->n_items; k++)
            g_assert_false(shaped->items[k].missing);
        g_assert_cmpint(shaped->items[0].level, ==, text.rtl);
        for (guint k = 1; k < shaped->n_glyphs; k++)
            g_assert_cmpuint(shaped->glyphs[k].at, >=,
                             shaped->glyphs[k - 1].at);
    }
}

static void
test_cache(void)
{
    g_autoptr(ShapeCache) cache = shape_cache_new();
    guint most = 0;

    for (guint i = 0; i < 200000; i++) {
        g_autofree char *str = g_strdup_printf("word%u", i % 150000);
        guint *data = shape_cache_find(cache, 7, str, strlen(str));

        if (data)
            g_assert_cmpuint(*data, ==, i % 150000);
        else
            *(guint *) shape_cache_add(cache, 7, str, strlen(str),
                                       sizeof *data) = i % 150000;
        most = MAX(most, shape_cache_size(cache));
        g_assert_null(shape_cache_find(cache, 8, str, strlen(str)));
    }
    g_assert_cmpuint(most, <=, SHAPE_CACHE_ENTRIES);
}

/* A long text of one word must not overflow, nor take long. */
static void
test_long(void)
{
    g_autoptr(Shaper) shaper = shaper_new(fonts);
    g_autofree char *str = g_strnfill(100000, 'a');
    LookSpan span;
    TypeText text;
    g_autoptr(Shaped) shaped = shape(shaper, str, &span, &text, "en");

    g_assert_cmpuint(shaped->n_glyphs, ==, 100000);
    g_assert_cmpuint(shaped->n_points, ==, 1);
    g_assert_cmpuint(shaped->glyphs[99999].at, ==, 99999);
    memset(str, 'f', 100000);
    span.look.flags = LOOK_BREAK_ANYWHERE;
    g_autoptr(Shaped) anywhere = shape_text(shaper, &text);
    g_assert_cmpuint(anywhere->n_points, ==, 100000);
}

/* A blank that is none of the face's is there again. */
static void
test_tabs(void)
{
    g_autoptr(Shaper) shaper = shaper_new(fonts);
    g_autoptr(GArray) glyphs =
        g_array_new(FALSE, FALSE, sizeof(ShapedGlyph));
    LookSpan span;
    TypeText text = text_of("ab\tc\u2028\td", &span, "en");

    text.blanks = TRUE;
    g_autoptr(Shaped) shaped = shape_text(shaper, &text);
    gint32 space = shape_width(shaper, &(TypeText) {
        .str = " ", .len = 1, .n_looks = 1,
        .looks = &(LookSpan) { 0, 1, plain() } }) * UNIT;
    g_assert_cmpint(shaped->width[3] - shaped->width[2], ==, 6 * space);
    g_assert_cmpint(shaped->width[5], ==, shaped->width[4]);
    g_assert_cmpint(shaped->width[6] - shaped->width[5], ==, 8 * space);
    shape_again(shaper, shaped, shaped->items, 0, text.len, FALSE, glyphs);
    g_assert_cmpuint(glyphs->len, ==, shaped->n_glyphs);
    for (guint i = 0; i < glyphs->len; i++)
        g_assert_cmpint(g_array_index(glyphs, ShapedGlyph, i).advance, ==,
                        shaped->glyphs[i].advance);
}

int
main(int argc, char **argv)
{
    static const char *const languages[] = {
        "en", "zh", "ja", "ko", "ar", NULL
    };
    g_autofree char *tests = g_path_get_dirname(argv[0]);
    g_autofree char *modules = g_build_filename(tests, "..", "..", NULL);
    g_autoptr(Letters) letters = letters_new();
    FontWants wants = { .styles = 15, .letters = letters,
                        .languages = languages };
    int status;

    g_setenv("ARTICLE2BOOK_MODULES", modules, FALSE);
    letters_add(letters, others, strlen(others));
    for (gsize i = 0; i < G_N_ELEMENTS(alphabets); i++)
        letters_add(letters, alphabets[i], strlen(alphabets[i]));
    for (gsize i = 0; i < G_N_ELEMENTS(scripts); i++)
        letters_add(letters, scripts[i].str, strlen(scripts[i].str));
    fonts = fontset_new(&wants, NULL);
    g_assert_nonnull(fonts);
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/type_shape/same", test_same);
    g_test_add_func("/type_shape/fast", test_fast);
    g_test_add_func("/type_shape/words", test_words);
    g_test_add_func("/type_shape/random_words", test_random_words);
    g_test_add_func("/type_shape/again", test_again);
    g_test_add_func("/type_shape/points", test_points);
    g_test_add_func("/type_shape/penalties", test_penalties);
    g_test_add_func("/type_shape/space", test_space);
    g_test_add_func("/type_shape/capitals", test_capitals);
    g_test_add_func("/type_shape/tracking", test_tracking);
    g_test_add_func("/type_shape/small_caps", test_small_caps);
    g_test_add_func("/type_shape/raised", test_raised);
    g_test_add_func("/type_shape/missing", test_missing);
    g_test_add_func("/type_shape/missing_mark", test_missing_mark);
    g_test_add_func("/type_shape/hang", test_hang);
    g_test_add_func("/type_shape/cjk", test_cjk);
    g_test_add_func("/type_shape/clusters", test_clusters);
    g_test_add_func("/type_shape/scripts", test_scripts);
    g_test_add_func("/type_shape/cache", test_cache);
    g_test_add_func("/type_shape/long", test_long);
    g_test_add_func("/type_shape/tabs", test_tabs);
    status = g_test_run();
    fontset_free(fonts);
    return status;
}
