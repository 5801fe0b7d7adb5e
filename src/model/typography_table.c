/* SPDX-License-Identifier: MIT */
/* Which bytes the rules of a language look at. */
#include "model/typography_table.h"

#include <string.h>

typedef struct {
    TypographyTable *any;       /* for unknown languages */
    GHashTable *by_tag;         /* of char * to TypographyTable * */
    WordSet units;
} Tables;

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

/* Letters, also the first bytes of letters that stand in blocks without
 * digits and blanks: Latin to Cyrillic and the ideographs. */
static gboolean
calms(guint byte)
{
    return byte < 0x80 ? g_ascii_isalpha((char) byte)
                       : (byte >= 0xC3 && byte <= 0xD1)
                           || (byte >= 0xE4 && byte <= 0xE9);
}

/* Digits, for the units after them; the full stop, for initials. */
static gboolean
binds(const TypographyTable *table, guint byte)
{
    return byte >= 0x80 || byte == '.' || g_ascii_isdigit((char) byte)
        || word_set_may_end(&table->binding, (char) byte);
}

static void
table_init(TypographyTable *table, const TypographyRules *rules)
{
    guint8 *signs = table->signs;

    table->rules = rules;
    word_set_init(&table->binding, rules->binding);
    word_set_init(&table->counting, rules->counting);
    word_set_init(&table->elided, rules->elided);
    for (guint i = 0; i < G_N_ELEMENTS(openings); i++)
        mark(signs, openings[i].bytes, openings[i].sign);
    if (typography_has_low(rules))
        mark(signs, ",", SIGN_COMMA);
    if (rules->flags & RULE_FRENCH_SIGNS)
        mark(signs, ";!?:", SIGN_MARK);
    for (guint byte = 0; byte < 256; byte++)
        signs[byte] |= (calms(byte) ? SIGN_CALMS : 0)
            | (binds(table, byte) ? SIGN_BINDS : 0);
}

static Tables *
tables_new(void)
{
    Tables *tables = g_new0(Tables, 1);
    const TypographyRules *rules;
    const char *tag;
    gsize len;

    tables->by_tag = g_hash_table_new(g_str_hash, g_str_equal);
    word_set_init(&tables->units, typography_units);
    for (guint i = 0; (rules = typography_row(i)); i++) {
        TypographyTable *table = g_new0(TypographyTable, 1);
        const char *tags = rules->languages;

        table_init(table, rules);
        table->units = &tables->units;
        while ((tag = word_next(&tags, &len)))
            g_hash_table_insert(tables->by_tag, g_strndup(tag, len), table);
        if (!*rules->languages)
            tables->any = table;
    }
    return tables;
}

const TypographyTable *
typography_table(const char *language)
{
    static Tables *tables;
    g_autofree char *tag = g_strdup(language);

    if (g_once_init_enter(&tables))
        g_once_init_leave(&tables, tables_new());
    while (tag) {
        const TypographyTable *found =
            g_hash_table_lookup(tables->by_tag, tag);
        char *cut = strrchr(tag, '-');

        if (found)
            return found;
        if (!cut)
            break;
        *cut = '\0';
    }
    return tables->any;
}
