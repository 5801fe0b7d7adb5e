/* SPDX-License-Identifier: MIT */
/* Words as they are compared: small letters without accents, and nothing
 * of how they are printed (quotes, dashes, soft hyphens, ligatures). */
#pragma once

#include <glib.h>

/* The character that *p, which is well-formed, is at; moves *p past it. */
static inline gunichar
fold_next(const char **p)
{
    const guchar *s = (const guchar *) *p;

    if (*s < 0x80) {
        *p += 1;
        return *s;
    }
    if (*s < 0xE0) {
        *p += 2;
        return (*s & 0x1Fu) << 6 | (s[1] & 0x3Fu);
    }
    if (*s < 0xF0) {
        *p += 3;
        return (*s & 0x0Fu) << 12 | (s[1] & 0x3Fu) << 6 | (s[2] & 0x3Fu);
    }
    *p += 4;
    return g_utf8_get_char((const char *) s);
}

/* What is known of characters; to be used by one thread. */
typedef struct Fold Fold;

Fold *fold_new(void);
void fold_free(Fold *fold);

/* Whether c is of a script without blanks between words; each such
 * character is a word. */
gboolean fold_is_alone(gunichar c);

/* Appends a hash of each word of str, which ends with a NUL, in order;
 * returns how many of them are single characters of a script without
 * blanks. */
guint fold_hashes(Fold *fold, const char *str, gsize len,
                  GArray *hashes /* of guint64 */);

/* The words with a blank between them.  Free with g_free(). */
char *fold_words(const char *str, gsize len);

/* The hash of one folded word. */
guint64 fold_hash(const char *word, gsize len);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Fold, fold_free)
