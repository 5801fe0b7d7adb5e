/* SPDX-License-Identifier: MIT */
/* Decides what the book of an article is called: by a template, and so that
 * any system takes the name.  What Windows does not: "Naming Files, Paths,
 * and Namespaces" in its documentation. */
#include "name.h"

#include <string.h>

#define NAME_BYTES 200          /* with the ending: most systems allow 255 */
#define STANDS_IN "article"     /* for a name of which nothing is left */

struct Names {
    char *pattern;
    guint digits;               /* of {n} */
    GHashTable *given;          /* names, folded */
    GHashTable *copies;         /* how often a name was wanted, folded */
};

typedef enum {
    FIELD_DATE, FIELD_TITLE, FIELD_AUTHOR, FIELD_PUBLISHER, FIELD_N,
} Field;

static const struct { const char *name; Field field; } fields[] = {
    { "{date}", FIELD_DATE },
    { "{title}", FIELD_TITLE },
    { "{author}", FIELD_AUTHOR },
    { "{publisher}", FIELD_PUBLISHER },
    { "{n}", FIELD_N },
};

/* The field that str begins with, or -1. */
static int
field_at(const char *str)
{
    for (gsize i = 0; i < G_N_ELEMENTS(fields); i++)
        if (g_str_has_prefix(str, fields[i].name))
            return i;
    return -1;
}

gboolean
name_is_template(const char *str)
{
    gboolean some = FALSE;

    if (!g_utf8_validate(str, -1, NULL) || strchr(str, '/'))
        return FALSE;
    while (*str) {
        int i = *str == '{' ? field_at(str) : -1;

        if (*str == '}' || (*str == '{' && i < 0))
            return FALSE;
        some |= i >= 0;
        str += i < 0 ? 1 : strlen(fields[i].name);
    }
    return some;
}

static void
field_append(GString *out, Field field, const A2bArticle *article, guint n,
             guint digits)
{
    const A2bMeta *meta = a2b_article_meta(article);
    const char *value = NULL;

    switch (field) {
    case FIELD_DATE:
        value = meta->date;
        break;
    case FIELD_TITLE:
        value = meta->title ? meta->title : a2b_article_stem(article);
        break;
    case FIELD_AUTHOR:
        value = meta->authors ? *meta->authors : NULL;
        break;
    case FIELD_PUBLISHER:
        value = meta->publisher;
        break;
    case FIELD_N:
        g_string_append_printf(out, "%0*u", (int) digits, n);
        break;
    }
    if (value)
        g_string_append(out, value);
}

/* What stands for a character in a name; NULL: itself. */
static const char *
name_instead(gunichar c)
{
    switch (c) {
    case '/': case '\\': case '|':
        return "-";
    case ':':
        return " -";
    case '"':
        return "'";
    case '*': case '?': case '<': case '>':
        return "";
    default:
        if (g_unichar_isspace(c) || c == 0x2028 || c == 0x2029)
            return " ";
        return g_unichar_iscntrl(c) ||
               g_unichar_type(c) == G_UNICODE_FORMAT ? "" : NULL;
    }
}

/* Between letters that are joined or parted by them, such marks are a part
 * of the word in scripts of India and in Persian. */
static gboolean
name_is_joiner(gunichar c)
{
    return c == 0x200c || c == 0x200d;
}

static void
name_append(GString *out, const char *str)
{
    for (; *str; str++) {
        gboolean again = *str == ' ' &&
                         (!out->len || out->str[out->len - 1] == ' ');

        if (!again)
            g_string_append_c(out, *str);
    }
}

/* Letters that a name may have, blanks one at a time. */
static GString *
name_clean(const char *raw)
{
    g_autofree char *valid = g_utf8_make_valid(raw, -1);
    g_autofree char *composed = g_utf8_normalize(valid, -1,
                                                 G_NORMALIZE_NFC);
    GString *out = g_string_new(NULL);

    for (const char *p = composed; *p; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        const char *instead = name_is_joiner(c) ? NULL : name_instead(c);

        if (instead)
            name_append(out, instead);
        else
            g_string_append_unichar(out, c);
    }
    return out;
}

/* Shortens to bytes, between letters as one sees them. */
static void
name_cut(GString *name, gsize bytes)
{
    const char *end = name->str + bytes;

    if (name->len <= bytes)
        return;
    while (end > name->str &&
           (((guchar) *end & 0xc0) == 0x80 ||
            g_unichar_ismark(g_utf8_get_char(end)) ||
            name_is_joiner(g_utf8_get_char(end)) ||
            name_is_joiner(g_utf8_get_char(g_utf8_prev_char(end)))))
        end--;
    g_string_truncate(name, end - name->str);
}

/* A dot or hyphen at the head hides a file or makes an option of it; blanks
 * and dots at the end do not stay everywhere. */
static void
name_trim(GString *name)
{
    gsize from = strspn(name->str, ". -~");
    gsize len = name->len;

    while (len > from && strchr(". ", name->str[len - 1]))
        len--;
    g_string_truncate(name, len);
    g_string_erase(name, 0, from);
}

static gboolean
name_is_reserved(const char *name)
{
    return g_regex_match_simple("^(con|prn|aux|nul|conin\\$|conout\\$|"
                                "(com|lpt)([0-9]|\u00b9|\u00b2|\u00b3))"
                                " *(\\.|\\z)", name, G_REGEX_CASELESS, 0);
}

/* The name with its number, if it is not the first; NULL if the run has
 * given it. */
static char *
names_try(Names *names, const char *name, guint copy, const char *ending)
{
    g_autofree char *number = copy > 1 ? g_strdup_printf(" (%u)", copy)
                                       : g_strdup("");
    g_autoptr(GString) cut = g_string_new(name);
    g_autofree char *whole = NULL;

    name_cut(cut, NAME_BYTES - strlen(number) - strlen(ending) - 1);
    name_trim(cut);
    whole = g_strdup_printf("%s%s.%s", cut->len ? cut->str : STANDS_IN,
                            number, ending);
    return g_hash_table_add(names->given, g_utf8_casefold(whole, -1))
               ? g_steal_pointer(&whole) : NULL;
}

static char *
names_only(Names *names, const char *name, const char *ending)
{
    g_autofree char *folded = g_utf8_casefold(name, -1);
    guint copy = GPOINTER_TO_UINT(g_hash_table_lookup(names->copies,
                                                      folded));
    char *only = NULL;

    while (!only)
        only = names_try(names, name, ++copy, ending);
    g_hash_table_insert(names->copies, g_steal_pointer(&folded),
                        GUINT_TO_POINTER(copy));
    return only;
}

char *
names_next(Names *names, const A2bArticle *article, guint n,
           const char *ending)
{
    g_autoptr(GString) raw = g_string_new(NULL), name = NULL;

    for (const char *p = names->pattern; *p;) {
        int i = *p == '{' ? field_at(p) : -1;

        if (i < 0) {
            g_string_append_c(raw, *p++);
            continue;
        }
        field_append(raw, fields[i].field, article, n, names->digits);
        p += strlen(fields[i].name);
    }
    name = name_clean(raw->str);
    name_trim(name);
    if (name_is_reserved(name->str))
        g_string_prepend_c(name, '_');
    return names_only(names, name->str, ending);
}

Names *
names_new(const char *pattern, guint n_articles)
{
    Names *names = g_new0(Names, 1);

    names->pattern = g_strdup(pattern ? pattern : "{date} {title}");
    for (names->digits = 1; n_articles >= 10; n_articles /= 10)
        names->digits++;
    names->given = g_hash_table_new_full(g_str_hash, g_str_equal, g_free,
                                         NULL);
    names->copies = g_hash_table_new_full(g_str_hash, g_str_equal, g_free,
                                          NULL);
    return names;
}

void
names_free(Names *names)
{
    g_hash_table_unref(names->given);
    g_hash_table_unref(names->copies);
    g_free(names->pattern);
    g_free(names);
}
