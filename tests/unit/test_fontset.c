/* SPDX-License-Identifier: MIT */
/* Which fonts a text is set with. */
#include "type/fontset.h"

#include <string.h>

#define SKIP_UNLESS(family) \
    if (!faces_here(family)) { \
        g_test_skip(family " is not installed"); \
        return; \
    }

static FontSet *
set_of(const char *text, const char *language, guint styles,
       const char *family)
{
    const char *const languages[] = { language, NULL };
    g_autoptr(Letters) letters = letters_new();
    g_autoptr(GError) error = NULL;
    const FontWants wants = {
        .families = { family }, .styles = styles, .letters = letters,
        .languages = languages };

    letters_add(letters, text, strlen(text));
    FontSet *set = fontset_new(&wants, &error);
    g_assert_no_error(error);
    g_assert_nonnull(set);
    return set;
}

static const char *
family_of(const FontSet *set, Family family, guint style)
{
    return fontset_face(set, fontset_main(set, family, style))->family;
}

/* A face is chosen only if the text needs it. */
static void
test_chosen(void)
{
    static const struct {
        const char *text, *language, *family;
        guint n_faces;
    } cases[] = {
        { "plain", "en", "EB Garamond", 2 },
        { "\u05d0", "he", "Noto Serif Hebrew", 3 },
        { "\u0e01", "th", "Noto Serif Thai", 3 },
        { "\u4e00", "ja", "Noto Serif CJK JP", 3 },
        { "\u4e00", "zh", "Noto Serif CJK SC", 3 },
        { "\u4e00", "zh-Hant-HK", "Noto Serif CJK TC", 3 },
        { "\u4e00", "ko", "Noto Serif CJK KR", 3 },
        { "\ud55c", "ko", "Noto Serif CJK KR", 3 },
    };

    SKIP_UNLESS("EB Garamond");
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        if (!faces_here(cases[i].family))
            continue;
        g_autoptr(FontSet) set = set_of(cases[i].text, cases[i].language, 1,
                                        NULL);
        g_assert_true(g_str_has_prefix(
            fontset_families(set, FAMILY_TEXT, cases[i].language),
            cases[i].family));
        g_assert_cmpuint(fontset_n_faces(set), ==, cases[i].n_faces);
        g_assert_cmpstr(fontset_missing(set), ==, "");
    }
}

/* Ideographs have the form of each language, and in others that of the
 * first. */
static void
test_forms(void)
{
    const char *const languages[] = { "en", "zh", "ja", NULL };
    g_autoptr(Letters) letters = letters_new();
    const FontWants wants = { .styles = 1, .letters = letters,
                              .unused = 1 << FAMILY_MONO,
                              .languages = languages };

    SKIP_UNLESS("Noto Serif CJK JP");
    letters_add(letters, "a\u4e00", 4);
    g_autoptr(FontSet) set = fontset_new(&wants, NULL);
    const char *own = family_of(set, FAMILY_TEXT, 0);
    g_autofree char *en = g_strconcat(
        own, ",Noto Serif CJK SC,Noto Serif CJK JP,", NULL);
    g_autofree char *ja = g_strconcat(
        "Noto Serif CJK JP,", own, ",Noto Serif CJK SC,", NULL);
    g_assert_cmpstr(fontset_families(set, FAMILY_TEXT, "en"), ==, en);
    g_assert_cmpstr(fontset_families(set, FAMILY_TEXT, NULL), ==, en);
    g_assert_cmpstr(fontset_families(set, FAMILY_HEAD, "ja"), ==, ja);
}

static void
test_styles(void)
{
    static const char letters[] = "a\303\251\342\200\234";
    SKIP_UNLESS("EB Garamond");
    SKIP_UNLESS("Linux Libertine O");
    g_autoptr(FontSet) set = set_of(letters, "en", 15, NULL);

    for (guint style = 0; style < N_FONT_STYLES; style++) {
        guint face = fontset_main(set, FAMILY_TEXT, style);

        g_assert_cmpuint(fontset_face(set, face)->style, ==, style);
        g_assert_true(fontset_covers(set, face, letters, strlen(letters)));
    }
    g_autoptr(FontSet) plain = set_of("a", "en", 1, NULL);
    g_assert_cmpuint(fontset_main(plain, FAMILY_TEXT, FONT_BOLD), ==,
                     fontset_main(plain, FAMILY_TEXT, 0));
}

static void
test_named(void)
{
    SKIP_UNLESS("DejaVu Sans");
    g_autoptr(FontSet) set = set_of(
        "a", "en", 1, "\"No Such Family 42\", 'dejavu sans' , serif");
    g_assert_cmpstr(family_of(set, FAMILY_TEXT, 0), ==, "dejavu sans");
    g_assert_cmpstr(family_of(set, FAMILY_HEAD, 0), ==, "dejavu sans");
    g_assert_cmpstr(family_of(set, FAMILY_MONO, 0), ==, "DejaVu Sans Mono");
    g_autoptr(FontSet) generic = set_of("a", "en", 1, "sans-serif");
    g_assert_cmpstr(family_of(generic, FAMILY_TEXT, 0), ==, "DejaVu Sans");
    g_autoptr(FontSet) emoji = set_of("a", "en", 1, "emoji, sans-serif");
    g_assert_cmpstr(family_of(emoji, FAMILY_TEXT, 0), ==, "DejaVu Sans");
}

static void
test_metrics(void)
{
    SKIP_UNLESS("EB Garamond");
    g_autoptr(FontSet) set = set_of("a", "en", 1, NULL);
    const FontFace *face = fontset_face(set, fontset_main(set, FAMILY_TEXT,
                                                          0));

    g_assert_true(face->small_caps && face->all_small_caps
                  && face->oldstyle && face->lining && face->tabular
                  && face->superior);
    g_assert_false(face->kerns_space);
    g_assert_false(face->color);
    g_assert_cmpint(face->cap_height, ==, FONT_EM * 65 / 100);
    g_assert_cmpint(face->x_height, >, FONT_EM / 3);
    g_assert_cmpint(face->x_height, <, face->cap_height);
    g_assert_cmpint(face->descent, >, 0);
    g_assert_cmpint(face->space, ==, FONT_EM / 5);
    g_assert_cmpint(face->hyphen, >, 0);
    g_assert_true(hb_font_is_immutable(face->hb));
}

static void
test_missing(void)
{
    g_autoptr(FontSet) set = set_of(
        "a \u00ad\u200b\u200d\u2028\ufe0f\u3000\u034f\ufffc\t\u05d0"
        "\U0010fffd", "en", 1, NULL);

    g_assert_cmpstr(fontset_missing(set), ==, "\U0010fffd");
    g_autoptr(FontSet) none = set_of("", NULL, 1, NULL);
    g_assert_cmpstr(fontset_missing(none), ==, "");
}

static void
test_covers(void)
{
    SKIP_UNLESS("EB Garamond");
    g_autoptr(FontSet) set = set_of("a", "en", 1, NULL);
    guint face = fontset_main(set, FAMILY_TEXT, 0);

    g_assert_true(fontset_covers(set, face, "aé-", strlen("aé-")));
    g_assert_true(fontset_covers(set, face, "a\u05d0", 1));
    g_assert_false(fontset_covers(set, face, "a\u05d0", 3));
}

/* The face that Pango takes for text in context. */
static guint
pango_takes(const FontSet *set, PangoContext *context, const char *text,
            Family family, guint style, const char *language)
{
    PangoAttrList *attrs = pango_attr_list_new();
    PangoFontDescription *font = pango_font_description_new();

    pango_font_description_set_family(
        font, fontset_families(set, family, language));
    pango_font_description_set_absolute_size(font, 11 * PANGO_SCALE);
    if (style & FONT_BOLD)
        pango_font_description_set_weight(font, PANGO_WEIGHT_BOLD);
    if (style & FONT_ITALIC)
        pango_font_description_set_style(font, PANGO_STYLE_ITALIC);
    pango_attr_list_insert(attrs, pango_attr_font_desc_new(font));
    if (language)
        pango_attr_list_insert(attrs, pango_attr_language_new(
            pango_language_from_string(language)));
    GList *items = pango_itemize(context, text, 0, (int) strlen(text), attrs,
                                 NULL);
    guint face = fontset_which(set, ((PangoItem *) items->data)
                                    ->analysis.font);
    g_list_free_full(items, (GDestroyNotify) pango_item_free);
    pango_font_description_free(font);
    pango_attr_list_unref(attrs);
    return face;
}

static void
test_pango(void)
{
    static const char text[] = "ab1 \u0416 \u05d0 \u4e00 \U0001f600 \u263a";
    g_autoptr(FontSet) set = set_of(text, "en", 15, NULL);
    PangoContext *context = fontset_context(set);

    for (int family = 0; family < N_FAMILIES; family++)
        for (guint style = 0; style < N_FONT_STYLES; style++)
            g_assert_cmpuint(
                pango_takes(set, context, "ab", family, style, "en"), ==,
                fontset_main(set, family, style));
    if (faces_here("Noto Serif Hebrew")) {
        guint plain = pango_takes(set, context, "\u05d0", FAMILY_TEXT, 0,
                                  "en");
        guint bold = pango_takes(set, context, "\u05d0", FAMILY_TEXT,
                                 FONT_BOLD | FONT_ITALIC, "en");
        g_assert_cmpstr(fontset_face(set, plain)->family, ==,
                        "Noto Serif Hebrew");
        g_assert_cmpuint(fontset_face(set, bold)->style, ==, FONT_BOLD);
    }
    if (faces_here("emoji")) {
        guint face = pango_takes(set, context, "\U0001f600", FAMILY_TEXT, 0,
                                 "en");
        g_assert_true(fontset_face(set, face)->color);
    }
    g_object_unref(context);
}

/* Ideographs have no italics; letters among them do. */
static void
test_italics(void)
{
    SKIP_UNLESS("Noto Serif CJK JP");
    g_autoptr(FontSet) set = set_of("\u4e00 Abc", "ja", 15, NULL);
    PangoContext *context = fontset_context(set);

    g_assert_cmpuint(
        pango_takes(set, context, "Abc", FAMILY_TEXT, FONT_ITALIC, "ja"), ==,
        fontset_main(set, FAMILY_TEXT, FONT_ITALIC));
    g_assert_cmpuint(
        pango_takes(set, context, "Abc", FAMILY_TEXT, 0, "ja"), ==,
        pango_takes(set, context, "\u4e00", FAMILY_TEXT, FONT_ITALIC,
                    "ja"));
    g_object_unref(context);
}

/* What the text's family lacks is not taken from that of code. */
static void
test_signs(void)
{
    SKIP_UNLESS("EB Garamond");
    g_autoptr(FontSet) set = set_of("a \u2591", "en", 1, NULL);
    PangoContext *context = fontset_context(set);
    guint face = pango_takes(set, context, "\u2591", FAMILY_TEXT, 0, "en");

    g_assert_cmpuint(face, !=, fontset_main(set, FAMILY_MONO, 0));
    g_assert_cmpuint(
        pango_takes(set, context, "\u2591", FAMILY_MONO, 0, "en"), ==,
        fontset_main(set, FAMILY_MONO, 0));
    g_object_unref(context);
}

/* Pictures are of one kind, whatever else has some of them. */
static void
test_emoji(void)
{
    SKIP_UNLESS("emoji");
    g_autoptr(FontSet) set = set_of("1 \U0001f600 \u26a1", "en", 1,
                                    "DejaVu Sans");
    PangoContext *context = fontset_context(set);
    static const char *const pictures[] = { "\U0001f600", "\u26a1" };

    for (gsize i = 0; i < G_N_ELEMENTS(pictures); i++) {
        guint face = pango_takes(set, context, pictures[i], FAMILY_TEXT, 0,
                                 "en");
        g_assert_true(fontset_face(set, face)->color);
    }
    g_assert_cmpuint(pango_takes(set, context, "1", FAMILY_TEXT, 0, "en"),
                     ==, fontset_main(set, FAMILY_TEXT, 0));
    g_object_unref(context);
}

static gpointer
run_thread(gpointer user)
{
    const FontSet *set = user;
    PangoContext *context = fontset_context(set);

    for (int i = 0; i < 20; i++)
        g_assert_cmpuint(
            pango_takes(set, context, "ab", FAMILY_TEXT, FONT_ITALIC, "en"),
            ==, fontset_main(set, FAMILY_TEXT, FONT_ITALIC));
    g_object_unref(context);
    return NULL;
}

static void
test_threads(void)
{
    g_autoptr(FontSet) set = set_of("ab", "en", 5, NULL);
    GThread *threads[4];

    for (gsize i = 0; i < G_N_ELEMENTS(threads); i++)
        threads[i] = g_thread_new("fonts", run_thread, set);
    for (gsize i = 0; i < G_N_ELEMENTS(threads); i++)
        g_thread_join(threads[i]);
}

static void
test_cairo(void)
{
    g_autoptr(FontSet) set = set_of("ab", "en", 1, NULL);
    cairo_font_face_t *face = fontset_cairo(set, 0, 0);

    g_assert_cmpint(cairo_font_face_status(face), ==, CAIRO_STATUS_SUCCESS);
    g_assert_true(face == fontset_cairo(set, 0, 0));
    g_assert_true(face != fontset_cairo(set, 0, 1));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/fontset/chosen", test_chosen);
    g_test_add_func("/fontset/forms", test_forms);
    g_test_add_func("/fontset/styles", test_styles);
    g_test_add_func("/fontset/named", test_named);
    g_test_add_func("/fontset/metrics", test_metrics);
    g_test_add_func("/fontset/missing", test_missing);
    g_test_add_func("/fontset/covers", test_covers);
    g_test_add_func("/fontset/pango", test_pango);
    g_test_add_func("/fontset/italics", test_italics);
    g_test_add_func("/fontset/signs", test_signs);
    g_test_add_func("/fontset/emoji", test_emoji);
    g_test_add_func("/fontset/threads", test_threads);
    g_test_add_func("/fontset/cairo", test_cairo);
    return g_test_run();
}
