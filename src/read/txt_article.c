/* SPDX-License-Identifier: MIT */
/* Makes the article of a text whose units are labelled. */
#include <string.h>

#include "base/diag.h"
#include "model/language.h"
#include "read/txt_see.h"
#include "read/txt_write.h"

enum { LANGUAGE_SAMPLE = 64 << 10 };

/* "in/seed.txt" -> "seed" */
static char *
stem_of(const char *name)
{
    g_autofree char *base = g_path_get_basename(name);
    char *dot = strrchr(base, '.');

    if (strcmp(name, "-") == 0)
        return g_strdup("article");
    if (dot != NULL && dot != base && strlen(dot) <= 5)
        *dot = '\0';
    return g_strdup(base);
}

static char *
language_of(const Txt *txt)
{
    GString *sample;
    char *language;

    if (txt->options->given.language)
        return g_strdup(txt->options->given.language);
    sample = g_string_sized_new(MIN(txt->source->len, LANGUAGE_SAMPLE) + 1);
    for (guint i = 0; i < txt->units->len &&
                      sample->len < LANGUAGE_SAMPLE; i++) {
        const TxtUnit *unit = txt_unit(txt->units, i);
        if (unit->shape == SHAPE_PROSE || unit->shape == SHAPE_ITEM) {
            g_string_append_len(sample, unit->text, unit->len);
            g_string_append_c(sample, '\n');
        }
    }
    language = language_guess(sample->str, sample->len);
    g_string_free(sample, TRUE);
    return language;
}

/* Notes are known before the text that refers to them is written. */
static void
number_notes(TxtWriter *writer)
{
    const Txt *txt = writer->txt;

    for (guint i = 0; i < txt->units->len; i++) {
        const TxtUnit *unit = txt_unit(txt->units, i);
        gsize mark, len, text;
        char *key;

        if (txt_label(txt->labels, i) != LABEL_NOTE ||
            !txt_note_mark(unit->text, unit->len, &mark, &len, &text))
            continue;
        key = arena_strndup(build_arena(writer->build), unit->text + mark,
                            len);
        if (!g_hash_table_contains(writer->notes, key)) {
            g_autofree char *id = g_strdup_printf(
                "note-%u", g_hash_table_size(writer->notes) + 1);
            g_hash_table_insert(writer->notes, key,
                                arena_strdup(build_arena(writer->build),
                                             id));
        }
    }
}

/* Most of a text stays: each unit becomes a block and its text. */
static void
expect_blocks(const Txt *txt, Arena *arena)
{
    const gsize each = sizeof(A2bBlock) + sizeof(A2bText) + 16;

    arena_expect(arena, txt->source->len + txt->units->len * each);
}

A2bArticle *
txt_article(const Txt *txt)
{
    g_autofree char *stem = stem_of(txt->source->name);
    g_autoptr(GHashTable) notes = g_hash_table_new(g_str_hash, g_str_equal);
    g_autofree char *language = language_of(txt);
    g_autofree guint8 *taken = g_new0(guint8, txt->units->len + 1);
    TxtWriter writer = {
        .txt = txt, .language = language, .notes = notes, .taken = taken,
        .build = build_new(stem, txt->source->name, txt->diag),
    };

    expect_blocks(txt, build_arena(writer.build));
    draft_init(&writer.draft);
    writer.meta = build_meta(writer.build);
    number_notes(&writer);
    txt_write_head(&writer);
    if (writer.meta->title == NULL)
        diag_say(txt->diag, DIAG_NO_TITLE, txt->source->name, 0, 0, stem);
    txt_write_body(&writer);
    draft_clear(&writer.draft);
    return build_end(writer.build);
}
