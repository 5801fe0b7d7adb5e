/* SPDX-License-Identifier: MIT */
/* Remembers which characters a text has: a bit for each there can be. */
#include "type/letters.h"

#define N_CHARACTERS 0x110000
#define N_WORDS (N_CHARACTERS / 64)
#define PICTURE 0xfe0f      /* what stands before it is a picture */

struct Letters {
    guint8 ascii[128];      /* quicker to set than bits */
    guint64 bits[N_WORDS];
    guint64 *pictures;      /* as bits; NULL: none */
};

Letters *
letters_new(void)
{
    return g_new0(Letters, 1);
}

void
letters_free(Letters *letters)
{
    if (!letters)
        return;
    g_free(letters->pictures);
    g_free(letters);
}

static void
letters_set(guint64 *bits, gunichar c)
{
    bits[c / 64] |= G_GUINT64_CONSTANT(1) << c % 64;
}

static void
letters_add_wide(Letters *letters, const char *p, const char *start)
{
    gunichar c = g_utf8_get_char(p);

    letters_set(letters->bits, c);
    if (c != PICTURE || p == start)
        return;
    if (!letters->pictures)
        letters->pictures = g_new0(guint64, N_WORDS);
    letters_set(letters->pictures, g_utf8_get_char(g_utf8_prev_char(p)));
}

void
letters_add(Letters *letters, const char *str, gsize len)
{
    const char *p = str, *end = str + len;

    while (p < end) {
        const guchar lead = (guchar) *p;
        if (lead < 0x80) {
            letters->ascii[lead] = 1;
            p++;
        } else if (lead < 0xe0) {
            letters_set(letters->bits,
                        (lead & 0x1fu) << 6 | ((guchar) p[1] & 0x3f));
            p += 2;
        } else {
            letters_add_wide(letters, p, str);
            p = g_utf8_next_char(p);
        }
    }
}

gboolean
letters_has(const Letters *letters, gunichar c)
{
    if (c < 128)
        return letters->ascii[c];
    return c < N_CHARACTERS && (letters->bits[c / 64] >> c % 64 & 1);
}

gboolean
letters_has_picture(const Letters *letters, gunichar c)
{
    return letters->pictures && c < N_CHARACTERS
           && (letters->pictures[c / 64] >> c % 64 & 1);
}

void
letters_each(const Letters *letters,
             void (*each)(gunichar c, gpointer user), gpointer user)
{
    for (gunichar c = 0; c < 128; c++)
        if (letters->ascii[c])
            each(c, user);
    for (gunichar i = 128 / 64; i < N_WORDS; i++)
        for (guint64 rest = letters->bits[i]; rest; rest &= rest - 1)
            each(i * 64 + (gunichar) __builtin_ctzll(rest), user);
}
