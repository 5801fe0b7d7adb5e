/* SPDX-License-Identifier: MIT */
/* Which bytes the rules of a language look at. */
#include "model/typography_table.h"

#include <string.h>

/* A row of the rules, with its table as soon as somebody asks for it. */
typedef struct {
    const TypographyRules *rules;
    TypographyTable *table;
} Row;

static const struct {
    const char *bytes;
    Sign sign;
} openings[] = {
    { "\"", SIGN_DOUBLE },
    { "'", SIGN_SINGLE },
    { "`", SIGN_GRAVE },
    { "-", SIGN_DASH },
    { ".", SIGN_DOT },
    { " \t\n", SIGN_BLANK },
    { "\xC2", SIGN_LATIN_1 },
    { "\xE2", SIGN_GENERAL },
    { "\xE3", SIGN_IDEOGRAPHIC },
};

static void
mark(guint8 *signs, const char *bytes, Sign sign)
{
    for (; *bytes; bytes++)
        signs[(guchar) *bytes] |= sign;
}

/* Only words that stay with numbers care for digits of other scripts. */
static gboolean
calms(const TypographyRules *rules, guchar byte)
{
    if (byte < 0x80)
        return g_ascii_isalpha((char) byte);
    return typography_is_lead(byte) || (byte > 0xC2 && !*rules->counting
                                        && (byte < 0xE1 || byte > 0xE3));
}

/* Neither a number, an initial nor a word that binds ends with byte. */
static gboolean
is_loose(const TypographyTable *table, guchar byte)
{
    return byte < 0x80 && byte != '.' && !g_ascii_isdigit((char) byte)
        && !table->binding.first[byte];
}

static TypographyTable *
table_new(const TypographyRules *rules)
{
    TypographyTable *table = g_new0(TypographyTable, 1);
    guint8 *signs = table->signs;

    table->rules = rules;
    word_set_init(&table->binding, rules->binding);
    word_set_init(&table->counting, rules->counting);
    word_set_init(&table->elided, rules->elided);
    word_set_init(&table->units, typography_units);
    for (guint i = 0; i < G_N_ELEMENTS(openings); i++)
        mark(signs, openings[i].bytes, openings[i].sign);
    if (typography_has_low(rules))
        mark(signs, ",", SIGN_COMMA);
    if (rules->flags & RULE_FRENCH_SIGNS)
        mark(signs, ";!?:", SIGN_MARK);
    table->comma = signs[','] ? 'a' : ',';
    for (guint byte = 0; byte < 256; byte++) {
        signs[byte] |= (calms(rules, (guchar) byte) ? SIGN_CALMS : 0)
            | (is_loose(table, (guchar) byte) ? SIGN_LOOSE : 0);
        if ((g_ascii_isalpha((char) byte) || byte == ',')
            && !(signs[byte] & SIGN_LOOSE))
            table->comma = 0;
    }
    return table;
}

/* char * to Row *; the row for all other languages is that of "". */
static GHashTable *
rows_new(void)
{
    GHashTable *rows = g_hash_table_new(g_str_hash, g_str_equal);
    const TypographyRules *rules;

    for (guint i = 0; (rules = typography_row(i)); i++) {
        Row *row = g_new0(Row, 1);
        const char *tags = rules->languages, *tag;
        gsize len;

        row->rules = rules;
        if (!*tags)
            g_hash_table_insert(rows, (gpointer) tags, row);
        while ((tag = word_next(&tags, &len)))
            g_hash_table_insert(rows, g_strndup(tag, len), row);
    }
    return rows;
}

static Row *
find_row(const char *language)
{
    static GHashTable *rows;
    Row *row;

    if (g_once_init_enter(&rows))
        g_once_init_leave(&rows, rows_new());
    if ((row = g_hash_table_lookup(rows, language)))
        return row;

    g_autofree char *tag = g_strdup(language);
    while (!row) {
        char *cut = strrchr(tag, '-');

        *(cut ? cut : tag) = '\0';
        row = g_hash_table_lookup(rows, tag);
    }
    return row;
}

const TypographyTable *
typography_table(const char *language)
{
    Row *row = find_row(language ? language : "");

    if (g_once_init_enter(&row->table))
        g_once_init_leave(&row->table, table_new(row->rules));
    return row->table;
}
