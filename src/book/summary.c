/* SPDX-License-Identifier: MIT */
/* What a contents list says of an article beside its title: how long it
 * takes to read, and what it is about. */
#include <string.h>

#include "base/utf8.h"
#include "book/book.h"
#include "book/fold.h"

enum {
    SUMMARY_COLUMNS = 200,  /* about two lines of a contents list */
    SENTENCE_COLUMNS = 60,  /* less says too little */
    LEAD_IN_COLUMNS = 40,
    HALF_WORDS = 400,       /* a minute: 200 words, or characters that are
                             * words */
};

/* What stands around an article on a page, and is not it. */
static gboolean
summary_is_around(const A2bBlock *block)
{
    return block->role == A2B_ROLE_RELATED ||
           block->role == A2B_ROLE_NOTICE ||
           block->role == A2B_ROLE_SOURCE || block->role == A2B_ROLE_HEADER;
}

const A2bBlock *
book_next_block(const A2bBlock *block, const A2bBlock *root)
{
    while ((block = a2b_block_next(block, root))) {
        if (!summary_is_around(block)) {
            if (block->text)
                return block;
            continue;
        }
        while (block->last)
            block = block->last;
    }
    return NULL;
}

/* Whether c, which is not ASCII, goes on with a word or begins one. */
static gboolean
summary_is_letter(gunichar c, gboolean within)
{
    if (fold_is_alone(c))
        return FALSE;
    if (!within)
        return c < 0x2000 ? c >= 0xC0 : g_unichar_isalnum(c);
    return c == 0x2019 || (c != 0xA0 && (c < 0x2010 || c > 0x2BFF));
}

#define EIGHT(byte) (G_GUINT64_CONSTANT(0x0101010101010101) * (byte))

/* 0x80 for each of eight ASCII bytes that is from first to last. */
static inline guint64
summary_between(guint64 bytes, guchar first, guchar last)
{
    return (bytes + EIGHT(0x80u - first)) & ~(bytes + EIGHT(0x7Fu - last)) &
           EIGHT(0x80u);
}

/* Counts the words that begin in eights of ASCII at *p, and moves *p past
 * them.  *within: whether a letter came last, 1 or 0. */
static guint
summary_ascii(const char **p, const char *end, guint *within)
{
    guint words = 0;

    for (; end - *p >= 8; *p += 8) {
        guint64 bytes, letters, begin;

        memcpy(&bytes, *p, sizeof bytes);
        bytes = GUINT64_FROM_LE(bytes);
        if (bytes & EIGHT(0x80u))
            break;
        letters = summary_between(bytes | EIGHT(0x20u), 'a', 'z') |
                  summary_between(bytes, '0', '9') |
                  summary_between(bytes, '\'', '\'');
        begin = letters & ~(letters << 8 | *within << 7);
        words += (begin >> 7) * EIGHT(1u) >> 56;
        *within = letters >> 63;
    }
    return words;
}

/* Halves of words in str. */
static gsize
summary_halves(const char *str, gsize len)
{
    const char *end = str + len;
    guint within = 0, words = 0, alone = 0;

    for (const char *p = str; p < end;) {
        guint letter;

        words += summary_ascii(&p, end, &within);
        if (p == end)
            break;
        if ((guchar) *p < 0x80) {
            letter = g_ascii_isalnum(*p) || *p == '\'';
            p++;
        } else {
            gunichar c = fold_next(&p);
            letter = summary_is_letter(c, within);
            alone += fold_is_alone(c);
        }
        words += letter & (within ^ 1);
        within = letter;
    }
    return 2 * words + alone;
}

guint
book_minutes(const A2bArticle *article)
{
    const A2bBlock *root = a2b_article_root(article), *b = root;
    gsize halves = 0;

    while ((b = book_next_block(b, root)))
        halves += summary_halves(b->text->str, b->text->len);
    return MAX(1, (halves + HALF_WORDS / 2) / HALF_WORDS);
}

/* Whether a sentence ends before p, where the next one may begin. */
static gboolean
summary_ends_sentence(const char *str, const char *p)
{
    const char *mark = g_utf8_prev_char(p), *next = p;
    gunichar c = g_utf8_get_char(mark);

    if (c == 0x3002 || c == 0xFF01 || c == 0xFF1F)
        return TRUE;
    if (*p && *p != ' ')
        return FALSE;
    while (mark > str && (c == '"' || c == '\'' || c == ')' || c == 0x201D ||
                          c == 0x2019 || c == 0xBB)) {
        mark = g_utf8_prev_char(mark);
        c = g_utf8_get_char(mark);
    }
    if (c == '!' || c == '?' || c == 0x0964 || c == 0x061F || c == 0x06D4)
        return TRUE;
    next += *next == ' ';
    /* An initial or "Dr." ends no sentence; a short word often does not. */
    return (c == '.' || c == 0x2026) && mark - str >= 3 && mark[-1] != '.' &&
           mark[-2] != ' ' && mark[-2] != '.' && mark[-3] != ' ' &&
           !g_unichar_islower(g_utf8_get_char(next));
}

/* At a sentence within the measure, else at a word. */
static char *
summary_cut(const char *str)
{
    const char *sentence = NULL, *word = NULL, *p = str;
    guint columns = 0;

    while (*p) {
        const char *next = g_utf8_next_char(p);
        columns += utf8_width(p, next - p);
        if (columns > SUMMARY_COLUMNS)
            break;
        if (*p == ' ' || fold_is_alone(g_utf8_get_char(p)))
            word = *p == ' ' ? p : next;
        if (columns >= SENTENCE_COLUMNS && summary_ends_sentence(str, next))
            sentence = next;
        p = next;
    }
    if (!*p)
        return g_strdup(str);
    if (sentence)
        return g_strndup(str, sentence - str);
    if (!word)
        word = p;
    while (word > str && strchr(" ,;:-", word[-1]))
        word--;
    return g_strdup_printf("%.*s…", (int) (word - str), str);
}

/* "Preface", "Dear reader,": what comes before the text begins. */
static gboolean
summary_is_lead_in(const A2bText *text)
{
    const char *end = text->str + text->len;

    return utf8_width(text->str, text->len) < LEAD_IN_COLUMNS &&
           !summary_ends_sentence(text->str, end);
}

/* The first paragraph of the text proper, else any. */
static const A2bBlock *
summary_first(const A2bBlock *root)
{
    const A2bBlock *best = NULL, *b = root;
    guint rank = 0;

    while (rank < 3 && (b = book_next_block(b, root))) {
        guint found = 1;
        if (b->kind != A2B_BLOCK_PARAGRAPH)
            continue;
        if (b->parent == root && b->role == A2B_ROLE_NONE)
            found = summary_is_lead_in(b->text) ? 2 : 3;
        if (found > rank) {
            best = b;
            rank = found;
        }
    }
    return best;
}

char *
book_summary(const A2bArticle *article)
{
    const A2bMeta *meta = a2b_article_meta(article);
    const A2bBlock *block;
    g_autofree char *plain = NULL;

    if (meta->summary && *meta->summary)
        return summary_cut(meta->summary);
    if (meta->subtitle && *meta->subtitle)
        return summary_cut(meta->subtitle);
    if (!(block = summary_first(a2b_article_root(article))))
        return NULL;
    plain = a2b_text_plain(block->text);
    return *plain ? summary_cut(plain) : NULL;
}
