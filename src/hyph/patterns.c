/* SPDX-License-Identifier: MIT */
/* Decides what a line of a dictionary means.
 *
 * The first line is the character set.  Then each is an option, a comment
 * (with %) or a pattern: letters with digits between them, and where a
 * word's spelling changes when it is divided "/NEW=SPELLING,FROM,LENGTH".
 * After NEXTLEVEL come the patterns for the parts of compounds that those
 * before it have found. */
#include "hyph/patterns.h"

#include <stdlib.h>
#include <string.h>

#include "hyph/automaton.h"

typedef struct {
    gunichar letters[AUTOMATON_LETTERS];
    guint8 values[AUTOMATON_LETTERS + 1];       /* before each letter, and
                                                 * after the last */
    guint n, line;
} Pattern;

typedef struct {
    HyphHead head;
    GArray *letters;                    /* of gunichar, ascending */
    GArray *patterns[HYPH_LEVELS];      /* of Pattern */
    guint level;                        /* that is read */
} Dictionary;

static gboolean
patterns_option(Dictionary *dictionary, const char *line)
{
    const struct {
        const char *name;
        guint8 *value;
    } options[] = {
        { "LEFTHYPHENMIN", &dictionary->head.left },
        { "RIGHTHYPHENMIN", &dictionary->head.right },
        { "COMPOUNDLEFTHYPHENMIN", &dictionary->head.inner_left },
        { "COMPOUNDRIGHTHYPHENMIN", &dictionary->head.inner_right },
    };

    for (gsize i = 0; i < G_N_ELEMENTS(options); i++)
        if (g_str_has_prefix(line, options[i].name)) {
            guint64 n = g_ascii_strtoull(line + strlen(options[i].name),
                                         NULL, 10);
            if (dictionary->level == 0)
                *options[i].value = (guint8) MIN(n, AUTOMATON_LETTERS);
            return TRUE;
        }
    /* Which signs are no letters is for whoever takes words apart. */
    return g_str_has_prefix(line, "NOHYPHEN");
}

/* Letters and values up to the first blank or slash; FALSE if they are too
 * many, or none. */
static gboolean
patterns_letters(Pattern *pattern, const char *line)
{
    for (; (guchar) *line > ' ' && *line != '/';
         line = g_utf8_next_char(line)) {
        if (g_ascii_isdigit(*line)) {
            pattern->values[pattern->n] = (guint8) (*line - '0');
            continue;
        }
        if (pattern->n == AUTOMATON_LETTERS)
            return FALSE;
        pattern->letters[pattern->n++] =
            g_unichar_tolower(g_utf8_get_char(line));
    }
    return pattern->n > 0;
}

/* Marks the places where a word cannot be divided as it is spelled.  FROM
 * counts letters from 1, without a dot at the beginning. */
static void
patterns_spelling(Pattern *pattern, const char *line)
{
    const char *slash = strchr(line, '/');
    const char *from = slash ? strchr(slash, ',') : NULL;
    const char *length = from ? strchr(from + 1, ',') : NULL;
    guint first = 0, last = pattern->n;

    if (!slash)
        return;
    if (length) {
        first = (guint) MAX(atoi(from + 1) - 1, 0);
        first += pattern->letters[0] == '.';
        last = first + (guint) MAX(atoi(length + 1), 0);
    }
    for (guint i = first; i <= MIN(last, pattern->n); i++)
        if (pattern->values[i] & 1)
            pattern->values[i] |= HYPH_SPELLING;
}

static void
patterns_line(Dictionary *dictionary, const char *line, guint number)
{
    Pattern pattern = { .line = number };

    if (*line == '%' || patterns_option(dictionary, line))
        return;
    if (g_str_has_prefix(line, "NEXTLEVEL")) {
        dictionary->level = HYPH_LEVELS - 1;
        return;
    }
    if (!patterns_letters(&pattern, line))
        return;
    patterns_spelling(&pattern, line);
    g_array_append_val(dictionary->patterns[dictionary->level], pattern);
}

static int
patterns_compare_letters(const Pattern *a, const Pattern *b)
{
    for (guint i = 0; i < MIN(a->n, b->n); i++)
        if (a->letters[i] != b->letters[i])
            return a->letters[i] < b->letters[i] ? -1 : 1;
    return a->n == b->n ? 0 : a->n < b->n ? -1 : 1;
}

static int
patterns_compare(gconstpointer a, gconstpointer b)
{
    int order = patterns_compare_letters(a, b);

    return order ? order
           : (int) ((const Pattern *) a)->line
             - (int) ((const Pattern *) b)->line;
}

/* Adds values to the automaton without the zeros at either end. */
static guint32
patterns_match(Automaton *automaton, const Pattern *pattern)
{
    guint8 match[AUTOMATON_LETTERS + 3];
    guint first = 0, end = pattern->n + 1;

    while (first < end && !pattern->values[first])
        first++;
    while (end > first && !pattern->values[end - 1])
        end--;
    if (first == end)
        return 0;
    match[0] = (guint8) first;
    match[1] = (guint8) (end - first);
    memcpy(match + 2, pattern->values + first, end - first);
    return automaton_match(automaton, match, end - first + 2);
}

static int
patterns_compare_letter(gconstpointer a, gconstpointer b)
{
    const gunichar *left = a, *right = b;

    return *left == *right ? 0 : *left < *right ? -1 : 1;
}

/* Numbers the letters of all patterns; the dot has one in any case. */
static gboolean
patterns_number(Dictionary *dictionary)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
    GHashTableIter iter;
    gpointer letter;

    g_hash_table_add(seen, GUINT_TO_POINTER('.'));
    for (guint level = 0; level <= dictionary->level; level++)
        for (guint i = 0; i < dictionary->patterns[level]->len; i++) {
            const Pattern *p = &g_array_index(dictionary->patterns[level],
                                              Pattern, i);
            for (guint k = 0; k < p->n; k++)
                g_hash_table_add(seen, GUINT_TO_POINTER(p->letters[k]));
        }
    g_hash_table_iter_init(&iter, seen);
    while (g_hash_table_iter_next(&iter, &letter, NULL)) {
        gunichar c = GPOINTER_TO_UINT(letter);
        g_array_append_val(dictionary->letters, c);
    }
    g_array_sort(dictionary->letters, patterns_compare_letter);
    return dictionary->letters->len <= HYPH_LETTERS;
}

static void
patterns_add_one(const Dictionary *dictionary, Automaton *automaton,
                 const Pattern *pattern)
{
    guint8 letters[AUTOMATON_LETTERS];

    for (guint i = 0; i < pattern->n; i++) {
        guint number;
        g_array_binary_search(dictionary->letters, &pattern->letters[i],
                              patterns_compare_letter, &number);
        letters[i] = (guint8) (number + 1);
    }
    automaton_add(automaton, letters, pattern->n,
                  patterns_match(automaton, pattern));
}

/* Of patterns with the same letters the last counts. */
static guint32
patterns_add(const Dictionary *dictionary, Automaton *automaton, guint level)
{
    GArray *patterns = dictionary->patterns[level];

    g_array_sort(patterns, patterns_compare);
    for (guint i = 0; i < patterns->len; i++) {
        const Pattern *p = &g_array_index(patterns, Pattern, i);
        if (i + 1 == patterns->len || patterns_compare_letters(p, p + 1))
            patterns_add_one(dictionary, automaton, p);
    }
    return automaton_root(automaton);
}

/* libhyphen's own least numbers stand where the dictionary has none. */
static void
patterns_finish(Dictionary *dictionary, GByteArray *flat)
{
    g_autoptr(Automaton) automaton = automaton_new();
    HyphHead *head = &dictionary->head;

    memcpy(head->magic, HYPH_MAGIC, sizeof head->magic);
    head->left = head->left ? head->left : 2;
    head->right = head->right ? head->right : 2;
    head->root[0] = head->root[1] = G_MAXUINT32;
    /* Patterns without a second level are for words, and are TeX's, where
     * all count.  Those with one were made with libhyphen, and rely on what
     * it leaves out. */
    if (dictionary->level > 0) {
        head->longest = 1;
        head->root[0] = patterns_add(dictionary, automaton, 0);
    }
    head->root[1] = patterns_add(dictionary, automaton, dictionary->level);
    g_byte_array_set_size(flat, sizeof *head);
    automaton_write(automaton, dictionary->letters, head, flat);
    memcpy(flat->data, head, sizeof *head);
}

/* The text of a dictionary, without its first line. */
static char *
patterns_text(const char *bytes, gsize len, GError **error)
{
    const char *newline = memchr(bytes, '\n', len);
    gsize first = newline ? (gsize) (newline - bytes) : len;
    g_autofree char *charset = g_strndup(bytes, first);

    return g_convert(bytes + first, (gssize) (len - first), "UTF-8",
                     g_strchomp(charset), NULL, NULL, error);
}

GByteArray *
patterns_compile(const char *bytes, gsize len, GError **error)
{
    g_autofree char *text = patterns_text(bytes, len, error);
    g_auto(GStrv) lines = text ? g_strsplit(text, "\n", -1) : NULL;
    Dictionary dictionary = { .level = 0 };
    GByteArray *flat = NULL;

    if (!lines)
        return NULL;
    dictionary.letters = g_array_new(FALSE, FALSE, sizeof(gunichar));
    for (int i = 0; i < HYPH_LEVELS; i++)
        dictionary.patterns[i] = g_array_new(FALSE, FALSE, sizeof(Pattern));
    for (guint i = 0; lines[i]; i++)
        patterns_line(&dictionary, lines[i], i);
    if (patterns_number(&dictionary))
        patterns_finish(&dictionary, flat = g_byte_array_new());
    else
        g_set_error_literal(error, G_CONVERT_ERROR, G_CONVERT_ERROR_FAILED,
                            "has more letters than can be numbered");
    g_array_unref(dictionary.letters);
    for (int i = 0; i < HYPH_LEVELS; i++)
        g_array_unref(dictionary.patterns[i]);
    return flat;
}
