/* SPDX-License-Identifier: MIT */
/* What the name of a field means, in whatever language. */
#include "read/header_names.h"

#include <string.h>

#include "read/wordtable.h"

#define NAME_BYTES 60
#define MAIL_BIT (1u << 31)

#define MAIL(meaning, list) { list, 1u << (meaning) | MAIL_BIT, 0 },
#define NAMES(meaning, list) { list, 1u << (meaning), 0 },

static const WordRow rows[] = {
#include "read/header_names.def"
};

/* Names that begin so are of mail, whoever made them up. */
static const char *const mail_starts[] = {
    "x ", "list ", "resent ", "content ", "arc ", "nntp ", "posting ",
    "original ", NULL
};

/* Writes the name with its blanks, hyphens and leaders as single blanks;
 * bytes, 0 if it does not fit. */
static gsize
normalise(const char *name, gsize len, char *out)
{
    gsize n = 0;

    while (len > 0 && strchr(" .-_\t", name[len - 1]) != NULL)
        len--;
    for (gsize i = 0; i < len; i++) {
        char c = strchr(" \t-_", name[i]) != NULL ? ' ' : name[i];

        if (c == ' ' && (n == 0 || out[n - 1] == ' '))
            continue;
        if (n == NAME_BYTES)
            return 0;
        out[n++] = c;
    }
    return n;
}

static guint32
find(const char *name, gsize len)
{
    static WordTable *table;
    char spaced[NAME_BYTES];
    gsize n = normalise(name, len, spaced);
    guint32 bits;

    if (g_once_init_enter(&table))
        g_once_init_leave(&table, wordtable_new(rows, G_N_ELEMENTS(rows)));
    if (n == 0)
        return 0;
    bits = wordtable_find(table, spaced, n);
    if (bits != 0 || memchr(name, '-', len) == NULL
        || memchr(name, ' ', len) != NULL)
        return bits;
    for (int i = 0; mail_starts[i] != NULL; i++) {
        gsize start = strlen(mail_starts[i]);

        if (n > start
            && g_ascii_strncasecmp(spaced, mail_starts[i], start) == 0)
            return MAIL_BIT | 1u << HEADER_TRANSPORT;
    }
    return 0;
}

HeaderMeaning
header_meaning(const char *name, gsize len)
{
    guint32 bits = len > 0 && len < 2 * NAME_BYTES ? find(name, len) : 0;
    int bit = g_bit_nth_lsf(bits & ~MAIL_BIT, -1);

    return bit < 0 ? HEADER_UNKNOWN : (HeaderMeaning) bit;
}

gboolean
header_is_mail(const char *name, gsize len)
{
    return len > 0 && len < 2 * NAME_BYTES && find(name, len) & MAIL_BIT;
}
