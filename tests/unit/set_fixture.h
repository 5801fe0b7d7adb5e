/* SPDX-License-Identifier: MIT */
/* Texts that are set with real fonts, and what must be true of any line. */
#pragma once

#include <string.h>

#include "type/paragraph.h"

#define ENGLISH \
    "The keeper had counted the ships for thirty years, and every evening " \
    "he wrote their number into a book that nobody would ever read. On the " \
    "night of the great storm he wrote nothing, because there was nothing " \
    "to be seen; in the morning, when the extraordinary silence woke him, " \
    "he understood that responsibility had passed from his hands into those " \
    "of the administration, which was thoroughly unimaginative."
#define ARABIC \
    "كان الحارس يعد السفن كل مساء منذ ثلاثين عاما ويكتب عددها في كتاب لن " \
    "يقرأه أحد. وفي ليلة العاصفة في سنة 1987 كتب the storm ثم نام طويلا."
#define HEBREW \
    "שומר המגדלור ספר את האניות בכל ערב במשך שלושים שנה וכתב את מספרן בספר."
#define CHINESE \
    "灯塔看守人三十年来每天晚上都数着船只,并把数字写在一本没有人会读的书里。" \
    "在大风暴的那个夜晚,他什么也没有写,因为什么也看不见。"
#define THAI \
    "คนเฝ้าประภาคารนับเรือทุกเย็นมาสามสิบปีแล้วจดจำนวนลงในสมุดที่ไม่มีใครจะอ่าน"

static FontSet *set_fonts;

/* A text with what it borrows. */
typedef struct {
    LookSpan spans[8];
    TypeText text;
} Sample;

G_GNUC_UNUSED static void
sample_init(Sample *sample, const char *str, const char *language)
{
    memset(sample, 0, sizeof(*sample));
    sample->spans[0] = (LookSpan) { 0, strlen(str), { .size = 11 } };
    sample->text = (TypeText) {
        .str = str, .len = strlen(str), .looks = sample->spans, .n_looks = 1,
        .language = language,
        .rtl = g_strcmp0(language, "ar") == 0 ||
               g_strcmp0(language, "he") == 0,
    };
}

/* A justified paragraph as books have them. */
G_GNUC_UNUSED static ParagraphShape
book_shape(double measure)
{
    return (ParagraphShape) {
        .measure = measure, .hyphens = TRUE, .expansion = .02,
        .leading = 13.5, .variants = 1,
    };
}

static void
check_run(const LineRun *run)
{
    gsize bytes = 0, glyphs = 0;

    g_assert_true(g_utf8_validate(run->str, run->len, NULL));
    for (guint i = 0; i < run->n_clusters; i++) {
        const LineCluster *cluster = &run->clusters[i];

        g_assert_true(cluster->n_bytes > 0 || cluster->n_glyphs > 0);
        g_assert_true(g_utf8_validate(run->str + bytes, cluster->n_bytes,
                                      NULL));
        bytes += cluster->n_bytes;
        glyphs += cluster->n_glyphs;
    }
    g_assert_cmpuint(bytes, ==, run->len);
    g_assert_cmpuint(glyphs, ==, run->n_glyphs);
    g_assert_cmpfloat(run->size, >, 0);
    g_assert_cmpfloat(run->scale, >, .9);
    g_assert_cmpfloat(run->scale, <, 1.1);
}

/* What must be true of any line; runs meet. */
G_GNUC_UNUSED static void
check_line(const Line *line)
{
    for (guint i = 0; i < line->n_runs; i++) {
        const LineRun *run = &line->runs[i];

        check_run(run);
        if (i > 0)
            g_assert_cmpfloat_with_epsilon(run->x, run[-1].x + run[-1].width,
                                           .001);
    }
    g_assert_cmpfloat(line->left, <=, line->right);
    g_assert_cmpuint(line->start, <=, line->end);
}

/* All that a line says, in the order of its runs from left to right. */
G_GNUC_UNUSED static char *
line_text(const Line *line)
{
    GString *text = g_string_new(NULL);

    for (guint i = 0; i < line->n_runs; i++)
        g_string_append_len(text, line->runs[i].str, line->runs[i].len);
    return g_string_free(text, FALSE);
}

G_GNUC_UNUSED static void
set_fixture_init(const char *program)
{
    static const char *const languages[] = { "en", "ar", "zh", "th", NULL };
    static const char letters[] = ENGLISH ARABIC HEBREW CHINESE THAI
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
        "\"'()-.,:;!?“”‘’«» àéÉÄΑΒΓАБВ\xcc\x81\xcc\x82";
    g_autofree char *tests = g_path_get_dirname(program);
    g_autofree char *modules = g_build_filename(tests, "..", "..", NULL);
    g_autoptr(Letters) set = letters_new();
    FontWants wants = {
        .styles = 15, .letters = set, .languages = languages,
    };

    g_setenv("ARTICLE2BOOK_MODULES", modules, FALSE);
    letters_add(set, letters, strlen(letters));
    set_fonts = fontset_new(&wants, NULL);
    g_assert_nonnull(set_fonts);
}
